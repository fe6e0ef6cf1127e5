"""Lesson 4: what kind of source some words name, judged by the words and by lists of words."""

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile, groupby
from typing import NamedTuple

from helpers.assertions import lists
from helpers.assertions.lists import Noun, noun
from helpers.text import classes
from helpers.text.words import WORD_SHAPES, Token

PERSON = "named-person"
BODY = "named-organisation-or-document"
ANONYMOUS = "anonymous"
VAGUE = "vague"
OBSERVED = "observed"
NONE = "none"


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
    return BODY if _explains_body(parts) else kind


def is_document(tokens: Sequence[Token]) -> bool:
    """Return whether the source is something written or recorded."""
    return noun(_chunk(tokens)[-1].low).word in lists.DOCUMENTS


def is_noun_phrase(tokens: Sequence[Token]) -> bool:
    """Return whether these words are a noun and what stands before it, and nothing else."""
    return len(_chunk(tokens)) == len(tokens)


def person_before(pronoun: str) -> str:
    """Return the kind that a pronoun stands for where nothing before it says more."""
    return {"they": VAGUE}.get(pronoun, PERSON)


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut the words at every mark; what opens with a preposition names nobody: "in May, a judge"."""
    runs = groupby(tokens, key=lambda token: token.shape in WORD_SHAPES | {"&", "quote"})
    parts = [list(run) for words, run in runs if words]
    return list(dropwhile(lambda part: part[0].low in _NOT_FIRST, parts))


def _names_one(parts: list[list[Token]]) -> bool:
    """Return whether a person's name explains a noun for one person: "a spokesman, Ana Lima"."""
    head = noun(_chunk(parts[0])[-1].low)
    if head.plural:
        return any(re.match("CC+jCC", _codes(part)) for part in parts[1:3])
    if head.word in lists.BODIES | lists.DOCUMENTS | lists.CROWD_WORDS:
        return False
    alone = (
        len(_chunk(parts[0])) == len(parts[0]) and _codes(parts[1]) == "C" if parts[1:] else False
    )
    return alone or any(re.match("l?CC|lC", _codes(part)) for part in parts[1:3])


def _explains_body(parts: list[list[Token]]) -> bool:
    """Return whether a bare name is explained as a body: "Kestrel, a tool that tracks ships"."""
    explained = [part for part in parts[1:2] if part[0].low in classes.ARTICLES]
    return any(noun(_chunk(part)[-1].low).word in lists.BODIES for part in explained)


def _part_kind(part: list[Token], setting: Setting) -> str | None:
    words = _chunk(part)
    if words[0].low in classes.PERSONAL_PRONOUNS:
        return _pronoun(words[0].low, setting)
    head = noun(words[-1].low)
    if words[-1].shape == "Cap" and not _is_capital_noun(words, head, setting):
        return _proper(words)
    phrase = Phrase(head, words, part[len(words) :], setting)
    return next((rule.kind_for(phrase) for rule in RULES if rule.applies(phrase)), None)


def _is_capital_noun(words: Sequence[Token], head: Noun, setting: Setting) -> bool:
    """Return whether a capital means nothing: the first word's, or that of "Senate Officials"."""
    if len(words) == 1 and setting.opens:
        return head.listed or head.word in _NO_NAMES
    people = lists.PEOPLE | lists.SPEAKERS_FOR | lists.VAGUE
    return head.plural and head.word in people and {"of", "for"}.isdisjoint(t.low for t in words)


def _pronoun(low: str, setting: Setting) -> str | None:
    if low in ("he", "she", "they"):
        return (setting.follow or person_before)(low)
    return BODY if low == "it" and not setting.infers else None


# --- The parts of a noun phrase, read from one letter a word ---

_NAME_LINKS = frozenset(
    "de la le el al del da di do dos das du von van der den bin ibn & y".split()
)
_ADJECTIVES = frozenset("close familiar privy aware present not here there directly as".split())
_NOT_FIRST = classes.PREPOSITIONS - {"per"}  # a first name as well
_NO_NAMES = classes.DETERMINERS | classes.CONJUNCTIONS | classes.ADVERBS | lists.LABELS | {"there"}
_ENDS = classes.PREPOSITIONS | classes.PERSONAL_PRONOUNS | classes.RELATIVES | _ADJECTIVES
_CLOSED = {
    **dict.fromkeys(_ENDS, "x"),
    **dict.fromkeys(classes.DETERMINERS, "d"),
    **dict.fromkeys(_NAME_LINKS, "l"),
    **dict.fromkeys(lists.EITHER_KIND, "e"),
    **dict.fromkeys(("of", "for"), "k"),
    **dict.fromkeys(("and", "or"), "j"),
}
_CHUNK = re.compile(
    r"(?:d[BC]+k(?=d?[BC]))?."  # the Friends of the River
    r"(?:[BCOn]"  # nouns and names
    r"|(?<![nBC])[dewpj]"  # what stands before them: "current and former", "a sharply worded"
    r"|(?<=[BC])[we]|(?<=n)[wp](?=n)"  # "a Tamsin fisherman", "law enforcement officials"
    r"|(?<=n)j(?=[ewn]*nC)"  # "chief pollster and strategist Ana Lima"
    r"|(?<=[BC])[ld](?=.{0,2}[BC])"  # "Ludwig van der Berg"
    r"|(?<=B)k(?=.{0,2}[BC])"  # "Bank of Tamsin", but not "Wu of Acme"
    r")*"
)
_NAME = re.compile(r"[BC](?:[BCldke]*[BCO])?$|.$")


def _code(token: Token) -> str:
    """Return a letter for what a word can be in a noun phrase."""
    if token.low in _CLOSED:
        return _CLOSED[token.low]
    if token.low.endswith(("'s", "s'")):
        return "O"  # the owner of what follows
    if token.shape == "Cap":
        return "B" if _base(token) in lists.BODY_NAMES | lists.FAMILY_NAMES else "C"
    if noun(token.low).listed:
        return "n"
    return "p" if token.low.endswith(("ed", "ing")) else "w"


def _codes(words: Sequence[Token]) -> str:
    return "".join(map(_code, words))


def _chunk(part: Sequence[Token]) -> list[Token]:
    """Keep the words up to the head noun: "a poll" of "a poll by the union"."""
    return list(part[: _CHUNK.match(_codes(part)).end()])


def _base(token: Token) -> str:
    return token.low.removesuffix("'s").rstrip(".")


# --- Names ---

_INITIALISM = re.compile(r"(?![IVX]+\b)[A-Z](?:\.?[A-Z]){1,6}\.?(?:['’]s)?")


def _proper(words: Sequence[Token]) -> str:
    """Sort a source that ends in a capitalised word."""
    tail = list(words[_NAME.search(_codes(words)).start() :])
    last = _base(tail[-1])
    if _is_titled(tail) and (last not in lists.BODY_NAMES or tail[1].low == "of"):
        return PERSON
    if len(words) == 2 and last in lists.FAMILY_NAMES and words[0].low != "the":
        return PERSON
    if last in lists.FAMILY_NAMES | lists.DOCUMENTS or any(map(is_body_name, tail)):
        return BODY
    if last in lists.ROLES:
        return PERSON
    if any(noun(word.low).word in lists.BODIES for word in words[: -len(tail)][-1:]):
        return BODY  # the rescue group Harbour Eye
    linked = not {"of", "for", "&"}.isdisjoint(token.low for token in tail)
    after_the = words[0].low == "the" and len(tail) == len(words) - 1  # the Harbour Lantern
    return BODY if linked or after_the else PERSON


def _is_titled(tail: Sequence[Token]) -> bool:
    """Return whether a title stands before a name: "Governor Andrew Bailey"."""
    return any(_base(token) in lists.ROLES for token in tail[:-1])


def is_body_name(token: Token) -> bool:
    """Return whether a capitalised word makes a name a body's: "Trust", "NATO"."""
    return _base(token) in lists.BODY_NAMES or bool(_INITIALISM.fullmatch(token.text))


# --- Common nouns ---

_NUMBERS = classes.NUMBER_WORDS | {"a", "an", "another"}
_AGENT = ("er", "or", "ist", "ian", "man", "woman", "ess", "ant", "ee", "eur", "mate")


class Phrase(NamedTuple):
    """A common noun as a source: the head, the words up to it, those after, and the setting."""

    head: Noun  # the noun that the phrase is about: "officials"
    words: list[Token]  # up to the head and with it: "two senior officials"
    rest: list[Token]  # behind the head: "at the ministry"
    setting: Setting  # what decides besides its own words

    @property
    def lows(self) -> set[str]:
        """The words up to the head."""
        return {_base(token) for token in self.words}

    @property
    def after(self) -> set[str]:
        """The words after the head."""
        return {token.low for token in self.rest}

    @property
    def singular(self) -> str:
        """The head without the ending of the plural."""
        return self.head.word.removesuffix("s")

    @property
    def counted(self) -> bool:
        """Whether it says one of many, or how many: "an official", "two nurses"."""
        return self.words[0].low in _NUMBERS or self.words[0].shape == "num"

    @property
    def possessed(self) -> bool:
        """Whether somebody has it: "Lima's wife", "my father"."""
        return "O" in _codes(self.words) or bool(self.lows & classes.POSSESSIVES)

    @property
    def owned(self) -> bool:
        """Whether a document is somebody's: "court data", "its tests", "figures from Oslo"."""
        named = any(t.shape == "Cap" for t in [*self.words[1:], *self.rest[1:6]])
        return named or self.possessed or bool(self.lows & lists.DOCUMENT_OWNERS)

    @property
    def definite(self) -> bool:
        """Whether "the" points at one person whom the text before names: "the lawyer"."""
        follow = self.setting.follow or (lambda pronoun: ANONYMOUS)
        return self.words[0].low == "the" and not self.head.plural and follow("") == PERSON


def _all_of_them(phrase: Phrase) -> str | None:
    """Sort "one of the officials" and "a group of officials" by the officials."""
    inner = _part_kind(phrase.rest[1:], phrase.setting._replace(opens=False))
    few = phrase.head.word in classes.NUMBER_WORDS
    return {PERSON: ANONYMOUS if few else VAGUE, BODY: VAGUE}.get(inner, inner)


class Rule(NamedTuple):
    """What makes a common noun a source of one kind; the first rule that applies decides."""

    name: str  # in a few words
    reason: str  # why such a noun makes a source of this kind
    applies: Callable[[Phrase], bool]  # whether the rule decides
    kind: str | Callable[[Phrase], str | None] | None  # the kind, or what works it out
    example: str  # a source that it sorts
    counterexample: str  # one that looks like it and is left to the rules below

    def kind_for(self, phrase: Phrase) -> str | None:
        """Return the kind of a source that the rule applies to."""
        return self.kind(phrase) if callable(self.kind) else self.kind


RULES = (
    Rule(
        "speaker for a body",
        "who speaks for a body gives its word, named or not",
        lambda p: p.head.word in lists.SPEAKERS_FOR,
        BODY,
        "a spokesman for the port",
        "a friend of the port's manager",
    ),
    Rule(
        "part of a group",
        "some of a group are no better known than the group",
        lambda p: (
            p.head.word in lists.CROWD_WORDS | lists.AMOUNTS | classes.NUMBER_WORDS
            and bool(re.match("k.", _codes(p.rest)))
        ),
        _all_of_them,
        "two of the officials",
        "a team of engineers",
    ),
    Rule(
        "in the know",
        "people described by what they know exist and are not named",
        lambda p: (
            p.head.word in lists.PEOPLE | lists.VAGUE | lists.CROWD_WORDS
            and bool(p.after & lists.IN_THE_KNOW)
        ),
        ANONYMOUS,
        "people familiar with the plan",
        "people in the street",
    ),
    Rule(
        "counted",
        "one voter, or two people, are persons, though of a crowd",
        lambda p: p.counted and p.head.word in lists.SIDES | {"people"},
        ANONYMOUS,
        "one voter",
        "voters",
    ),
    Rule(
        "crowd word",
        "some, many and most may be anybody",
        lambda p: p.head.word in lists.CROWD_WORDS,
        VAGUE,
        "many",
        "many teachers",
    ),
    Rule(
        "loose document",
        "several studies with no owner are nothing that a reader could look up",
        lambda p: (
            p.head.word in lists.LOOSE_DOCUMENTS
            and (p.head.plural or p.head.word in lists.PLURALS)
            and not p.owned
            and (p.words[0].low != "the" or bool(p.lows & lists.HEARSAY_OWNERS))
        ),
        VAGUE,
        "studies",
        "court studies",
    ),
    Rule(
        "document",
        "a reader could look it up",
        lambda p: p.head.word in lists.DOCUMENTS,
        BODY,
        "a study",
        "a student",
    ),
    Rule(
        "person named before",
        "“the lawyer” may be somebody whom the text has named",
        lambda p: p.head.word in lists.PEOPLE - lists.INSIDERS and p.definite,
        PERSON,
        "",
        "the lawyer",
    ),
    Rule(
        "the one that somebody has",
        "a reader could ask the wife or the campaign manager of somebody who is named",
        lambda p: p.head.word in lists.UNIQUE and not p.head.plural and p.possessed,
        PERSON,
        "Lima's campaign manager",
        "Lima's aide",
    ),
    Rule(
        "sources of the trade",
        "“media sources” are nobody whom the writer says to have met",
        lambda p: p.head.word == "source" and bool(p.lows & lists.THE_TRADE),
        VAGUE,
        "media sources",
        "two sources",
    ),
    Rule(
        "people",
        "they are said to exist and are not named",
        lambda p: p.head.word in lists.PEOPLE,
        ANONYMOUS,
        "officials",
        "critics",
    ),
    Rule(
        "experts of a body",
        "researchers at an institute speak from it",
        lambda p: (
            p.head.word in lists.EXPERTS
            and any(map(is_body_name, [t for t in p.rest if t.shape == "Cap"]))
        ),
        BODY,
        "researchers at Harrow University",
        "researchers",
    ),
    Rule(
        "nobody in particular",
        "critics, experts, voters: no reader could ask them",
        lambda p: p.head.word in lists.VAGUE,
        VAGUE,
        "critics",
        "the council",
    ),
    Rule(
        "body",
        "it acts and speaks as one",
        lambda p: p.head.word in lists.BODIES,
        BODY,
        "the council",
        "the mayor",
    ),
    Rule(
        "one of several in a role",
        "a minister is not yet the minister",
        lambda p: p.head.word in lists.ROLES and p.counted,
        ANONYMOUS,
        "a minister",
        "the minister",
    ),
    Rule(
        "all in a role",
        "leaders may be any leaders",
        lambda p: p.head.word in lists.ROLES and p.head.plural,
        VAGUE,
        "ministers",
        "the minister",
    ),
    Rule(
        "role",
        "one person at a time has it",
        lambda p: p.head.word in lists.ROLES,
        PERSON,
        "the minister",
        "the ministry",
    ),
    Rule(
        "no source",
        "only a verb of speaking makes a source of a noun that no list holds",
        lambda p: not p.setting.talks or p.head.word in classes.DEMONSTRATIVES,
        None,
        "",
        "a welder",
    ),
    Rule(
        "somebody",
        "one of a trade that no list holds",
        lambda p: p.counted and p.singular.endswith(_AGENT),
        ANONYMOUS,
        "a welder",
        "welders",
    ),
    Rule(
        "several of a trade",
        "no list holds them, and nobody could ask them",
        lambda p: p.head.plural,
        VAGUE,
        "welders",
        "the welder",
    ),
    Rule(
        "the one with a trade",
        "the noun says what the person does",
        lambda p: p.singular.endswith(_AGENT),
        PERSON,
        "the welder",
        "the hotel",
    ),
    Rule(
        "the thing that speaks",
        "what speaks and is no person is a body",
        lambda p: p.words[0].low in classes.DETERMINERS and len(p.words) > 1,
        BODY,
        "the hotel",
        "anger",
    ),
)
