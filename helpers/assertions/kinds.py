"""Lesson 4: what kind of source some words name, judged by the words and by lists of words."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from helpers.assertions import lists
from helpers.assertions.lists import Noun, noun
from helpers.assertions.page import DASHES
from helpers.text import classes
from helpers.text.words import Token, is_word

PERSON = "named-person"
BODY = "named-organisation-or-document"
ANONYMOUS = "anonymous"
VAGUE = "vague"
OBSERVED = "observed"
NONE = "none"

_CUTS = (",", "(", ")", *DASHES)
_GENTILIC = re.compile(r"(?:ian|ean|ish|ese|ican|stani|ench|utch|eek|aeli|aqi|ghan|wiss|i)s?$")
_AGENT = ("er", "or", "ist", "ian", "man", "woman")
_NAME_LINKS = frozenset(
    "of for and the de la le el al del da di do dos das du von van der den bin ibn & y ter".split()
)
_INDEFINITE = classes.NUMBER_WORDS | frozenset("a an another several multiple some".split())
_ENDS_NOUN = (
    (classes.PREPOSITIONS - {"of", "for"})
    | classes.PERSONAL_PRONOUNS
    | classes.RELATIVES
    | frozenset(
        "of for and or as close familiar privy aware present not here there directly".split()
    )
)


class Setting(NamedTuple):
    """What decides a doubtful source besides its own words."""

    talks: bool = True  # the verb makes any noun a speaker: "a fisherman said", not "ruled"
    infers: bool = False  # facts do it too: "the delay suggests"
    opens: bool = False  # the source opens the sentence, so its capital means nothing
    follow: Callable[[str], str] | None = None  # from "he" to the kind of whoever it stands for


def kind_of(tokens: Sequence[Token], setting: Setting) -> str | None:
    """Return the kind of the source that these words name, or None if they name none."""
    parts = _parts(tokens)
    if not parts:
        return None
    kind = _part_kind(parts[0], setting)
    if _names_one(parts):
        return PERSON
    return BODY if kind == PERSON and _explains_body(parts) else kind


def is_document(tokens: Sequence[Token]) -> bool:
    """Return whether the source is something written or recorded."""
    return noun(_chunk(tokens)[-1].low).word in lists.DOCUMENTS


def person_before(pronoun: str) -> str:
    """Return the kind that a pronoun stands for where nothing before it says more."""
    return VAGUE if pronoun == "they" else PERSON


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut the words at commas, brackets and dashes."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if is_word(token) or token.text == "&":
            if parts != [[]] or token.low not in ("as", "by", "both", "either", "even", "but"):
                parts[-1].append(token)
        elif token.shape in _CUTS and parts[-1]:
            parts.append([])
    parts = [part for part in parts if part]
    while parts and parts[0][0].low in classes.PREPOSITIONS - {"per"}:  # "In May, a judge …"
        parts = parts[1:]
    return parts


def _names_one(parts: list[list[Token]]) -> bool:
    """Return whether a person's name explains a noun for one person: "a spokesman, Ana Lima"."""
    head = noun(_chunk(parts[0])[-1].low)
    if head.plural or head.word in lists.BODIES | lists.DOCUMENTS | {"people"}:
        return False
    if parts[0][-1].shape == "Cap" and not head.listed:
        return False
    return any(
        len(part) > 1
        and part[0].shape == part[1].shape == "Cap"
        and _proper(_chunk(part)) == PERSON
        for part in parts[1:3]
    )


def _explains_body(parts: list[list[Token]]) -> bool:
    """Return whether a bare name is explained as a body: "Kestrel, a tool that tracks ships"."""
    if len(parts) == 1 or len(parts[0]) > 2 or parts[1][0].low not in classes.ARTICLES:
        return False
    return noun(_chunk(parts[1])[-1].low).word in lists.BODIES


def _part_kind(part: list[Token], setting: Setting) -> str | None:
    words = _chunk(part)
    if words[0].low in classes.PERSONAL_PRONOUNS:
        return _pronoun(words[0].low, setting)
    last, rest = words[-1], part[len(words) :]
    head = noun(last.low)
    if last.shape == "Cap" and not _is_capital_noun(words, head, setting):
        lone = setting.opens and len(words) == 1
        return None if lone and _is_no_name(last) else _proper(words)
    return _common(Phrase(head, words, rest, setting))


def _chunk(part: Sequence[Token]) -> list[Token]:
    """Keep the words up to the head noun: "a poll" of "a poll by the union"."""
    kept: list[Token] = []
    for at, token in enumerate(part):
        if kept and _ends_chunk(part, at, kept):
            break
        kept.append(token)
    return kept


def _ends_chunk(part: Sequence[Token], at: int, kept: list[Token]) -> bool:
    token, before = part[at], kept[-1]
    listed = noun(before.low).listed and before.low not in classes.DETERMINERS
    if token.low in ("and", "or"):
        return (listed or before.shape == "Cap") and before.low not in lists.EITHER_KIND
    if token.low in _NAME_LINKS and before.shape == "Cap" and _goes_on(part, at):
        return token.low in ("of", "for") and not _links_body(kept, token.low)
    if before.shape == "Cap" and token.shape == "low" and token.low.endswith(("ed", "ing")):
        return before.low not in classes.DETERMINERS
    compound = any(noun(t.low).listed for t in part[at : at + 2])  # law enforcement officials
    return token.low in _ENDS_NOUN or (listed and token.shape == "low" and not compound)


def _goes_on(part: Sequence[Token], at: int) -> bool:
    return any(t.shape == "Cap" for t in part[at + 1 : at + 4])


def _links_body(kept: Sequence[Token], link: str) -> bool:
    """Return whether a name goes on: "Bank of England" does, "Wu of Acme" does not."""
    if any(_base(t) in lists.BODY_NAMES | lists.FAMILY_NAMES for t in kept):
        return True
    lone = len(kept) == 1 and link == "for" and not noun(kept[0].low).listed
    return kept[0].low == "the" or lone


def _base(token: Token) -> str:
    return token.low.removesuffix("'s").rstrip(".")


def _is_owner(token: Token) -> bool:
    return token.low.endswith(("'s", "s'"))


def _is_no_name(word: Token) -> bool:
    """Return whether a lone first word has its capital from the sentence only."""
    closed = (
        classes.PREPOSITIONS | classes.DETERMINERS | classes.CONJUNCTIONS | lists.LABELS | {"there"}
    )
    return (
        word.low in closed or word.low.endswith("ing") or classes.is_adverb(word.text, opens=True)
    )


def _is_capital_noun(words: Sequence[Token], head: Noun, setting: Setting) -> bool:
    """Return whether a capital means nothing: the first word's, or that of "Senate Officials"."""
    if len(words) == 1 and setting.opens:
        return head.listed or head.word in _INDEFINITE
    of = any(t.low in ("of", "for") for t in words)
    return not of and head.plural and head.word in lists.PEOPLE | lists.SPEAKERS_FOR | lists.VAGUE


def _pronoun(low: str, setting: Setting) -> str | None:
    if low in ("he", "she", "they"):
        return None if low == "they" and setting.infers else (setting.follow or person_before)(low)
    return BODY if low == "it" and not setting.infers else None


# --- Names ---


def _proper(words: Sequence[Token]) -> str:
    """Sort a source that ends in a capitalised word."""
    tail = _name_tail(words)
    last, the = _base(tail[-1]), words[0].low == "the"
    if _is_titled(tail) or (len(words) == 2 and not the and last in lists.FAMILY_NAMES):
        return PERSON
    bodies = lists.BODY_NAMES | lists.PLACES
    if last in lists.FAMILY_NAMES | lists.DOCUMENTS or is_initialism(tail[-1]):
        return BODY
    if any(_base(token) in bodies or token.text == "&" for token in tail):
        return BODY
    if last in lists.ROLES:
        return PERSON
    return BODY if _is_like_a_body(words, tail) else PERSON


def _name_tail(words: Sequence[Token]) -> list[Token]:
    """Keep the capitalised run at the end, after any "CNN's" or "professor"."""
    tail: list[Token] = []
    for token in reversed(words):
        if (token.shape == "low" and token.low not in _NAME_LINKS) or (tail and _is_owner(token)):
            break
        tail.insert(0, token)
    while len(tail) > 1 and (tail[0].shape != "Cap" or tail[0].low in classes.DETERMINERS):
        tail = tail[1:]
    return tail or [words[-1]]


def _is_titled(tail: Sequence[Token]) -> bool:
    """Return whether a title stands before a name: "Governor Andrew Bailey"."""
    if _base(tail[-1]) in lists.BODY_NAMES - lists.KNOWN_BODIES or is_initialism(tail[-1]):
        return False
    return any(
        _base(title) in lists.ROLES and name.shape == "Cap" for title, name in pairwise(tail)
    )


def is_initialism(token: Token) -> bool:
    """Return whether the word is an abbreviation in capitals: "NATO", "U.N."."""
    text = token.text.removesuffix("'s").removesuffix("’s").replace(".", "")
    return 2 <= len(text) <= 7 and text.isupper() and text.isalpha() and text.strip("IV") != ""


def _is_like_a_body(words: Sequence[Token], tail: Sequence[Token]) -> bool:
    """Know "Friends of the River" and "the Harbour Lantern" by their little words."""
    if any(t.low in ("of", "for") for t in tail):
        return True
    return words[0].low == "the" and len(words) > 1 and tail[0] is words[1]


# --- Common nouns: the first rule with an opinion decides ---


class Phrase(NamedTuple):
    """A common noun as a source: the head, the words up to it, those after, and the setting."""

    head: Noun
    words: list[Token]
    rest: list[Token]
    setting: Setting

    @property
    def lows(self) -> set[str]:
        """The words up to the head."""
        return {_base(token) for token in self.words}

    @property
    def after(self) -> set[str]:
        """The words after the head."""
        return {token.low for token in self.rest}

    @property
    def counted(self) -> bool:
        """Whether it says one of many, or how many: "an official", "two nurses"."""
        return self.words[0].low in _INDEFINITE or self.words[0].shape == "num"


def _common(phrase: Phrase) -> str | None:
    return next(filter(None, (rule(phrase) for rule in _RULES)), None)


def _speaker_for(phrase: Phrase) -> str | None:
    return BODY if phrase.head.word in lists.SPEAKERS_FOR else None


def _part_of(phrase: Phrase) -> str | None:
    """Sort "one of the officials" and "a group of officials" by the officials."""
    if len(phrase.rest) < 2 or phrase.rest[0].low != "of":
        return None
    inner = _part_kind(phrase.rest[1:], phrase.setting._replace(opens=False))
    if phrase.head.word in lists.CROWD | _INDEFINITE | {"number", "group", "majority", "handful"}:
        return {PERSON: ANONYMOUS, BODY: VAGUE}.get(inner, inner)
    return None


def _number(phrase: Phrase) -> str | None:
    head, setting = phrase.head.word, phrase.setting
    if head in ("percent", "cent") or phrase.words[-1].shape == "num":
        return None if setting.infers else VAGUE
    if head in lists.CROWD:
        return (
            ANONYMOUS
            if phrase.after & lists.IN_THE_KNOW or (head == "people" and phrase.counted)
            else VAGUE
        )
    return ANONYMOUS if head in _INDEFINITE else None


def _people(phrase: Phrase) -> str | None:
    head, setting = phrase.head, phrase.setting
    if head.word not in lists.PEOPLE:
        return None
    if head.word == "source" and phrase.lows & {"media", "news", "press"}:
        return VAGUE
    definite = phrase.words[0].low == "the" and not head.plural and head.word not in lists.INSIDERS
    if definite and setting.follow and setting.follow("") == PERSON:
        return PERSON
    return ANONYMOUS


def _document(phrase: Phrase) -> str | None:
    if phrase.head.word not in lists.DOCUMENTS:
        return None
    if phrase.head.word not in lists.LOOSE_DOCUMENTS:
        return BODY
    lone = phrase.head.word in ("data", "research", "evidence")
    if not (phrase.head.plural or lone):
        return BODY
    return BODY if _is_owned(phrase) else VAGUE


def _is_owned(phrase: Phrase) -> bool:
    """Return whether a document is somebody's: "court data", "its tests", "figures from Oslo"."""
    owners = lists.DOCUMENT_OWNERS | classes.POSSESSIVES
    if phrase.lows.isdisjoint(lists.HEARSAY_OWNERS):
        owners |= {"the", "these"}
    named = any(t.shape == "Cap" for t in [*phrase.words[1:], *phrase.rest[1:6]])
    return named or bool(phrase.lows & owners) or any(map(_is_owner, phrase.words))


def _vague(phrase: Phrase) -> str | None:
    head = phrase.head.word
    if head not in lists.VAGUE:
        return None
    one = phrase.counted and not phrase.head.plural and head in lists.CROWDS
    if one or phrase.after & lists.IN_THE_KNOW:
        return ANONYMOUS
    housed = phrase.rest and phrase.rest[0].low in ("at", "from", "with")
    names = phrase.rest if housed else phrase.words[:-1]
    if head in lists.EXPERTS and any(_is_body_name(token) for token in names):
        return BODY
    return BODY if head in ("media", "press") and "state" in phrase.lows else VAGUE


def _is_body_name(token: Token) -> bool:
    return token.shape == "Cap" and (_base(token) in lists.BODY_NAMES or is_initialism(token))


def _body(phrase: Phrase) -> str | None:
    return BODY if phrase.head.word in lists.BODIES else None


def _role(phrase: Phrase) -> str | None:
    if phrase.head.word not in lists.ROLES:
        return None
    if phrase.counted:
        return ANONYMOUS
    return VAGUE if phrase.head.plural else PERSON


def _unlisted(phrase: Phrase) -> str | None:
    """Sort a noun that no list holds, by its article; only verbs of speaking make it a source."""
    if not phrase.setting.talks or phrase.words[0].low in classes.NEGATIVES:
        return None
    if phrase.counted:
        return ANONYMOUS
    if phrase.head.plural:
        return VAGUE
    if phrase.words[0].low in classes.DETERMINERS and len(phrase.words) > 1:
        return PERSON if phrase.head.word.endswith(_AGENT) else BODY
    return None


_RULES = (_speaker_for, _part_of, _number, _document, _people, _vague, _body, _role, _unlisted)
