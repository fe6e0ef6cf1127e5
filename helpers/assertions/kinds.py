"""Lesson 4: what kind of source some words name, judged by the words and by lists of words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from helpers.assertions import words as lists
from helpers.assertions.nouns import chunk, name_tail
from helpers.assertions.tokens import DASHES, Token, base, is_owner, is_word

PERSON = "named-person"
BODY = "named-organisation-or-document"
ANONYMOUS = "anonymous"
VAGUE = "vague"
OBSERVED = "observed"
NONE = "none"

_GENTILIC = re.compile(r"(?:ian|ean|ish|ese|ican|stani|ench|utch|eek|aeli|aqi|ghan|wiss|i)s?$")
_CUTS = (",", "(", ")", *DASHES)


@dataclass(frozen=True)
class Setting:
    """What decides a doubtful source besides its own words."""

    follow: Callable[[str], str] | None = None  # from "he" to the kind of whoever it stands for
    human: bool = True  # the verb is one that only people and bodies do: "said", not "suggests"
    talk: bool = True  # the verb makes any noun a speaker: "a fisherman said", not "ruled"
    present: bool = False  # the verb has no ending: "say", not "said"


def kind_of(tokens: Sequence[Token], setting: Setting, first: bool = False) -> str | None:
    """Sort a source; `first` says that it opens the sentence, so its capital means nothing."""
    if any(t.text == "&" for t in tokens[:5]):
        return BODY
    parts = _parts(tokens)
    if not parts:
        return None
    kind = _head_kind(parts[0], setting, first)
    if _is_apposed(parts) and not _is_plural_people(parts[0]):
        return PERSON
    if kind == PERSON and _is_explained_as_body(parts):
        return BODY
    return None if kind == NONE else kind


def person_before(pronoun: str) -> str:
    """Return the kind that a pronoun stands for where nothing before it says more."""
    return VAGUE if pronoun == "they" else PERSON


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut the words at commas, brackets and dashes, without an opening "as" or "both"."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if is_word(token):
            if parts != [[]] or token.low not in ("as", "by", "both", "either"):
                parts[-1].append(token)
        elif token.shape in _CUTS and parts[-1]:
            parts.append([])
    return [part for part in parts if part]


# --- A source of several parts: "a spokesman, Ana Lima" ---


def _is_plural_people(part: Sequence[Token]) -> bool:
    last = chunk(part)[-1].low
    return last == "people" or (
        last.endswith("s") and (last in lists.NAMELESS or last in lists.VAGUE_NOUNS)
    )


def _is_apposed(parts: list[list[Token]]) -> bool:
    """Say whether a person's name follows a common noun."""
    last = chunk(parts[0])[-1]
    if last.low in lists.BODIES or last.low in lists.DOCUMENTS:
        return False
    if last.shape != "low" and last.low not in lists.PEOPLE_BY_WORD:
        return False
    return any(
        len(p) > 1 and p[0].shape == p[1].shape == "Cap" and _proper(chunk(p)) == PERSON
        for p in parts[1:3]
    )


def _is_explained_as_body(parts: list[list[Token]]) -> bool:
    """Say whether a bare name is explained as a body: "Kestrel, a tool that tracks ships"."""
    if len(parts) == 1 or len(parts[0]) > 2:
        return False
    article = parts[1][0].low in ("a", "an", "the", "one")
    return article and base(chunk(parts[1])[-1]) in lists.BODIES | lists.PRODUCTS


# --- A source of one part ---


class _Phrase(NamedTuple):
    """A common noun as a source: the head, the words up to it, those after, and the setting."""

    head: str
    words: list[Token]
    rest: list[Token]
    setting: Setting


def _head_kind(part: list[Token], setting: Setting, first: bool) -> str | None:
    words = chunk(part)
    rest, last = part[len(words) :], words[-1]
    pronoun = _pronoun(part, setting)
    if pronoun:
        return pronoun
    if last.shape == "Cap" and not _is_capital_noun(words, first):
        lonely = first and len(words) == 1
        return None if lonely and _is_no_name(last, rest) else _proper(words)
    if last.low.endswith("-year-old") and is_determined(words):
        return _definite(words, setting, PERSON)
    if last.shape == "num" or last.low in lists.SHARES:
        return VAGUE if setting.human and not is_determined(words) else None
    return _common(_Phrase(base(last), words, rest, setting))


def _is_no_name(word: Token, rest: Sequence[Token]) -> bool:
    """Say whether a lone first word has its capital from the sentence: "Anger over"."""
    placed = rest and rest[0].low in ("in", "on", "to", "about", "over", "between")
    return bool(placed) or base(word) in lists.STARTERS


def _is_capital_noun(words: Sequence[Token], first: bool) -> bool:
    """Say whether a capital means nothing: the first word's, or that of "Senate Officials"."""
    last = words[-1]
    if first and len(words) == 1 and base(last) in lists.NOUNS | lists.SOME | lists.INDEFINITE:
        return True
    plural = last.low.endswith("s") and last.low in lists.PEOPLE_NOUNS
    return plural and not any(t.low in ("of", "for") for t in words)


def _pronoun(part: Sequence[Token], setting: Setting) -> str | None:
    low = part[0].low
    if base(part[-1]) in ("i", "we", "you", "me", "us"):
        return NONE
    if low in lists.HE or (low == "they" and setting.human):
        return (setting.follow or person_before)(low)
    return BODY if low == "it" and setting.human else None


def is_determined(words: Sequence[Token]) -> bool:
    """Say whether an article or an owner opens the phrase."""
    return words[0].low in lists.DETERMINERS or is_owner(words[0])


def _definite(words: Sequence[Token], setting: Setting, otherwise: str) -> str:
    """Follow "the man" back to a name, if the text before gives one."""
    if words[0].low == "the" and setting.follow and setting.follow("") == PERSON:
        return PERSON
    return otherwise


# --- Names ---


def _proper(words: Sequence[Token]) -> str:
    """Sort a source that ends in a capitalised word."""
    tail = name_tail(words)
    lows = [base(t) for t in tail]
    last = lows[-1]
    if _is_titled(tail) or _is_family_name(tail):
        return PERSON
    if last in lists.BODY_NAMES or last in lists.PROPER_DOCUMENT or is_initialism(tail[-1]):
        return BODY
    if last in lists.PLACES or any(low in lists.STRONG_BODY for low in lows):
        return BODY
    if _the(words) and len(tail) == 1 and _GENTILIC.search(last):
        return BODY
    if last.rstrip(".") in lists.HONOURS:
        return PERSON
    return BODY if _is_like_a_body(words, tail) else PERSON


def _is_like_a_body(words: Sequence[Token], tail: Sequence[Token]) -> bool:
    """Know "Friends of the River" and "the Harbour Mirror" by their little words."""
    return any(t.low in ("of", "for") for t in tail) or (_the(words) and tail[0] is words[1])


def _the(words: Sequence[Token]) -> bool:
    return words[0].low == "the" and len(words) > 1


def _is_family_name(tail: Sequence[Token]) -> bool:
    """Say whether "Charlotte Church" is meant: a body's word that ends a two-word bare name."""
    return len(tail) == 2 and base(tail[1]) in lists.FAMILY_NAMES


def is_initialism(token: Token) -> bool:
    """Say whether the word is an abbreviation in capitals: "NATO", "U.N."."""
    text = re.sub(r"['’]s|\.", "", token.text)
    return (
        2 <= len(text) <= 7
        and text.isupper()
        and text.isalpha()
        and token.low not in lists.NUMERALS
    )


def _is_titled(tail: Sequence[Token]) -> bool:
    """Say whether a title stands before a name: "Governor Andrew Bailey"."""
    titled = any(
        title.low.rstrip(".") in lists.TITLES and name.shape == "Cap"
        for title, name in pairwise(tail)
    )
    return titled and base(tail[-1]) not in lists.BODY_FOR_SURE and not is_initialism(tail[-1])


# --- Common nouns: the first rule with an opinion decides ---


def _common(phrase: _Phrase) -> str | None:
    """Sort a source whose head is an ordinary noun."""
    for rule in _RULES:
        kind = rule(phrase)
        if kind:
            return kind
    return None


def _lows(tokens: Sequence[Token]) -> set[str]:
    return {t.low for t in tokens}


def _has_name(words: Sequence[Token]) -> bool:
    capital = any(t.shape == "Cap" and t.low not in lists.DAYS for t in words[1:])
    return capital or any(map(is_owner, words))


def _spokesperson(phrase: _Phrase) -> str | None:
    return BODY if phrase.head in lists.SPOKESPEOPLE else None


def _number_of(phrase: _Phrase) -> str | None:
    """Sort "one of the officials" by the officials."""
    head, rest = phrase.head, phrase.rest
    if head not in lists.COUNTS:
        return None
    if len(rest) > 1 and rest[0].low == "of":
        return _some_of(head, _head_kind(rest[1:], phrase.setting, False))
    if rest and rest[0].low in ("in", "out"):
        return VAGUE
    if rest and rest[0].low in lists.RELATIVES | {"familiar", "briefed", "close", "with"}:
        return ANONYMOUS if _lows(rest) & lists.IN_THE_KNOW else VAGUE
    if head in lists.AMOUNTS:
        return None
    return ANONYMOUS if head in lists.INDEFINITE else VAGUE


def _some_of(head: str, all_of_them: str | None) -> str | None:
    if head in lists.AMOUNTS and all_of_them not in (ANONYMOUS, VAGUE):
        return None
    return {PERSON: ANONYMOUS, BODY: VAGUE}.get(all_of_them, all_of_them)


def _people(phrase: _Phrase) -> str | None:
    head, words = phrase.head, phrase.words
    if head not in lists.PEOPLE:
        return None
    if _lows(phrase.rest) & lists.IN_THE_KNOW:
        return ANONYMOUS
    if head in ("people", "men", "women", "persons", "individuals"):
        counted = _lows(words) & lists.INDEFINITE or words[0].shape == "num"
        return ANONYMOUS if counted else VAGUE
    return _definite(words, phrase.setting, ANONYMOUS)


def _document(phrase: _Phrase) -> str | None:
    if phrase.head not in lists.WRITTEN:
        return None
    lows = _lows(phrase.words)
    if not (phrase.head in lists.LOOSE_PLURALS or lows & lists.SOME):
        return BODY
    if lows & lists.UNSURE_REPORTS:
        return VAGUE
    owned = _has_name(phrase.words) or lows & lists.OWNING or _is_attached(phrase.rest)
    return BODY if owned else VAGUE


def _is_attached(rest: Sequence[Token]) -> bool:
    """Say whether a named owner follows: "by Gallup", "from the ministry"."""
    return any(
        token.low in ("by", "from", "at", "in", "for", "with")
        and any(t.shape == "Cap" and t.low not in lists.DAYS for t in rest[at + 1 : at + 6])
        for at, token in enumerate(rest)
    )


def _vague(phrase: _Phrase) -> str | None:
    head, words = phrase.head, phrase.words
    if head not in lists.VAGUE_NOUNS:
        return None
    if head in ("media", "press") and (_has_name(words) or "state" in _lows(words)):
        return BODY
    if head in ("republicans", "democrats") and _lows(words) & {"house", "senate"}:
        return BODY
    if head in lists.EXPERTS and (_is_housed(phrase.rest) or _has_body(words)):
        return BODY
    return VAGUE


def _is_housed(rest: Sequence[Token]) -> bool:
    """Say whether a body follows that the experts belong to: "at the University of Oslo"."""
    housed = bool(rest) and rest[0].low in ("at", "from", "with", "polled", "surveyed")
    return housed and any(t.shape == "Cap" for t in rest)


def _has_body(words: Sequence[Token]) -> bool:
    names = [t for t in words[:-1] if t.shape == "Cap"]
    return any(base(t) in lists.BODY_NAMES or is_initialism(t) for t in names)


def _nameless(phrase: _Phrase) -> str | None:
    head, words, rest, setting = phrase
    if head not in lists.NAMELESS:
        return None
    if head in lists.LAY_PEOPLE and setting.present and len(words) == 1 and not rest:
        return VAGUE
    return _definite(words, setting, ANONYMOUS) if head in lists.NAMED_BEFORE else ANONYMOUS


def _body(phrase: _Phrase) -> str | None:
    return BODY if phrase.head in lists.BODIES else None


def _role(phrase: _Phrase) -> str | None:
    if phrase.head not in lists.ROLES:
        return None
    counted = phrase.words[0].low in lists.INDEFINITE or _lows(phrase.words) & lists.SOME
    return ANONYMOUS if counted else PERSON


def _unlisted(phrase: _Phrase) -> str | None:
    """Sort a noun that no list holds, by its article; only verbs of speaking make it a source."""
    head, article = phrase.head, phrase.words[0].low
    if not (phrase.setting.human and phrase.setting.talk) or article in (
        "no",
        "nothing",
        "neither",
    ):
        return None
    if article in lists.INDEFINITE:
        return ANONYMOUS
    if head.endswith("s") and not head.endswith("ss"):
        return VAGUE
    if article in ("the", "his", "her", "their") and len(phrase.words) > 1:
        return PERSON if head.endswith(("er", "or", "ist", "ian", "man", "woman")) else BODY
    return None


_RULES = (
    _spokesperson,
    _number_of,
    _people,
    _document,
    _vague,
    _nameless,
    _body,
    _role,
    _unlisted,
)
