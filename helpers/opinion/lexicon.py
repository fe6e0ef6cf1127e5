"""The listed words of lesson 2, with all their forms, and the guards against look-alikes."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from helpers.text.lists import read_lists, read_rows
from helpers.text.verbs import with_role

_HERE = Path(__file__).parent
_LISTS = read_lists(_HERE / "words.txt")
LISTS = {name: frozenset(words) for name, words in _LISTS.items()}
"""The lists of `words.txt` by name."""


class Entry(NamedTuple):
    """A listed cue: its words, its kind, and the group that chooses the `why`."""

    words: tuple[str, ...]  # in lower case
    kind: str  # as in Cue
    group: str  # chooses the explanation


class Guard(NamedTuple):
    """A rule on the word before or behind a cue."""

    rule: str  # not, only, speech
    behind: bool  # the word behind the cue, rather than the one before it
    others: frozenset[str]  # the neighbours that the rule is about


@lru_cache(maxsize=1)
def lexicon() -> dict[str, list[Entry]]:
    """Return for every first word the entries that begin with it, longest first."""
    entries_by_word: dict[str, list[Entry]] = {}
    for kind, group, phrase in _listed():
        entry = Entry(tuple(re.split("[-_]", phrase)), kind, group)
        entries_by_word.setdefault(entry.words[0], []).append(entry)
    for entries in entries_by_word.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return entries_by_word


def _listed() -> Iterator[tuple[str, str, str]]:
    """Yield kind, group and phrase of every form; where two lists share a word the first counts."""
    for kind, name in (("duty", "duties"), ("hedge", "hedges"), ("booster", "boosters")):
        yield from ((kind, kind, phrase) for phrase in _LISTS[name])
    yield from _handing_over()
    yield from (("loaded", "phrases", phrase) for phrase in _LISTS["phrases"])
    yield from _forms("people", _plurals)
    yield from _forms("things", _plurals)
    yield from _forms("deeds", lambda form: (form,))
    yield from _forms("scale", _degrees)
    yield from _forms("judging", _degrees)


def _handing_over() -> Iterator[tuple[str, str, str]]:
    """Yield the cues that hand the words to a source, those that colour them under that name."""
    yield from (("reporting-verb", "reporting-verb", one) for one in _LISTS["reporting-phrases"])
    colouring = with_role("colouring")
    for form in with_role("handing") - LISTS["not-reporting"]:
        yield "reporting-verb", "coloured" if form in colouring else "reporting-verb", form


def _forms(group: str, inflect: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    forms = (form for word in _LISTS[group] for form in inflect(word))
    return (("loaded", group, form) for form in forms if form not in LISTS["other-words"])


def _plurals(noun: str) -> tuple[str, ...]:
    """Return the noun and its plural; a form that nobody writes does no harm."""
    if noun.endswith(("s", "x", "sh", "ch")):
        return noun, noun + "es"
    if re.search("[^aeiou]y$", noun):
        return noun, noun[:-1] + "ies"
    return noun, noun + "s"


def _degrees(adjective: str) -> tuple[str, ...]:
    """Return the adjective, its adverb, and for short ones -er and -est."""
    return adjective, _adverb(adjective), *_compared(adjective)


def _adverb(adjective: str) -> str:
    if adjective.endswith("ic"):
        return adjective + "ally"
    if re.search("[^aeiou]le$", adjective):
        return adjective[:-1] + "y"
    return re.sub("[^aeiou]y$", lambda m: m[0][0] + "i", adjective) + "ly"


def _compared(adjective: str) -> tuple[str, ...]:
    if len(adjective) > 6:
        return ()
    stem = re.sub("([^aeiou])y$", r"\1i", adjective).removesuffix("e")
    return stem + "er", stem + "est"


@lru_cache(maxsize=1)
def guards() -> dict[tuple[str, tuple[str, ...]], list[Guard]]:
    """Return the guards of each listed cue, which is given by its kind and words."""
    found: dict[tuple[str, tuple[str, ...]], list[Guard]] = {}
    for kind, phrase, rule, side, others, _sentence in read_rows(_HERE / "guards.tsv", 6):
        guard = Guard(rule, side == "before", frozenset(others.split()))
        found.setdefault((kind, tuple(phrase.split("_"))), []).append(guard)
    return found
