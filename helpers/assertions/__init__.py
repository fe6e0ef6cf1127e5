"""Lesson 4, weighing assertions: who or what a sentence says it knows this from.

`sourcing` finds the words that point at a source ("said", "according to", "reportedly"), takes the
words that name it, and sorts those by the lists in `words.txt`. It reads language only: it cannot
tell whether the source exists, said so, or is right.
"""

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from helpers.assertions import lists
from helpers.assertions.kinds import ANONYMOUS, BODY, NONE, PERSON, VAGUE, person_before
from helpers.assertions.observed import UNNAMED, observed
from helpers.assertions.page import Find, Offsets, Page
from helpers.assertions.phrases import headlined, hearsay, phrased
from helpers.assertions.speaking import spoken
from helpers.text import classes, split_sentences
from helpers.text.verbs import VERBS
from helpers.text.words import is_word

__all__ = ["Sourcing", "sourcing"]

_CONTEXT = 1500  # code points of the text before; enough for a few paragraphs of news
_READINGS = (phrased, spoken, hearsay, observed, headlined)


@dataclass(frozen=True)
class Sourcing:
    """How a sentence is sourced, and the words that show it."""

    kind: str  # "named-person", "anonymous" …: the six kinds that `sourcing` explains
    source: Offsets | None = None  # the words that name the source, in code points of the sentence
    cue: Offsets | None = None  # the words that point at it; "reportedly" is a cue without a source


def sourcing(sentence: str, context: str | None = None) -> Sourcing:
    """Return who or what a sentence gives as its source, and the words that say so.

    `context` is the text just before, used to follow "he said" back to a name. The kinds are
    `named-person`, `named-organisation-or-document`, `anonymous` (people said to exist but not
    named), `vague` ("critics", "reportedly", "is expected"), `observed` (the reporter's own eyes)
    and `none`. Spans are code points in `sentence`. Never raises on any string.

    The rules are the kit's own: docs/decisions/0014-who-counts-as-named.md says what counts as what.
    """
    before = context or ""
    page = Page(sentence, _left_open(before), partial(_follow, before) if before else None)
    found = _choose(page)
    return Sourcing(found.kind, found.source, found.cue) if found else Sourcing(NONE)


def _choose(page: Page) -> Find | None:
    finds = [find for read in _READINGS for find in read(page)]
    if not finds:
        return None
    best = _withheld(page, _outermost(page, finds))
    return _hearsay_about(page, best) or best


def _outermost(page: Page, finds: list[Find]) -> Find:
    """Return the first of the strongest finds, or the last if it comes after all that was said."""
    rank = min(find.rank for find in finds)
    ranked = sorted((find for find in finds if find.rank == rank), key=lambda find: find.cue)
    return ranked[-1] if _closes_sentence(page, ranked[-1]) else ranked[0]


def _closes_sentence(page: Page, find: Find) -> bool:
    """Return whether the attribution comes last, as in "…, officials said", and so covers the rest."""
    source = find.source or find.cue
    start, end = min(find.cue[0], source[0]), max(find.cue[1], source[1])
    lead = [t for t in page.tokens if t.end <= start]
    if not lead or lead[-1].shape not in (",", "quote", "—", "–"):
        return False
    tail = [t for t in page.tokens if t.start >= end and is_word(t)]
    return len(tail) <= 4 and not any(t.low in VERBS or t.low in classes.AUXILIARIES for t in tail)


def _withheld(page: Page, find: Find) -> Find:
    """Turn a nameless source that asked not to be named, or spoke so, into an anonymous one."""
    if not find.source or not UNNAMED.search(page.masked):
        return find
    words = page.text[slice(*find.source)].lower().replace(",", " ").split()
    pronoun = find.kind == PERSON and len(words) == 1 and words[0] in classes.PERSONAL_PRONOUNS
    speaker = find.kind == BODY and not lists.SPEAKERS_FOR.isdisjoint(words)
    return find._replace(kind=ANONYMOUS) if pronoun or speaker or find.kind == VAGUE else find


def _hearsay_about(page: Page, find: Find) -> Find | None:
    """Return "X reportedly told aides" as hearsay: the writer did not get it from X."""
    if find.rank or not find.source:
        return None
    for at, token in enumerate(page.tokens):
        near = page.tokens[max(0, at - 2) : at + 3]
        if token.low in lists.HEARSAY and any(find.cue[0] <= t.start < find.cue[1] for t in near):
            return Find(VAGUE, None, (token.start, token.end), 2)
    return None


# --- The text before ---


def _left_open(context: str) -> bool:
    """Return whether the text before ends inside a quotation that was never closed."""
    paragraph = context[-_CONTEXT:].rsplit("\n", 1)[-1]
    return paragraph.count("“") > paragraph.count("”")


@lru_cache(maxsize=64)
def _follow(before: str, pronoun: str) -> str:
    """Follow a pronoun back to the latest source in the text before it."""
    latest = split_sentences(before[-_CONTEXT:])[-6:]
    pages = (Page(one.text, False, None) for one in reversed(latest))
    if pronoun == "they":
        return next(filter(None, map(_several, pages)), person_before(pronoun))
    return ANONYMOUS if any(map(_is_one_nameless, islice(pages, 1))) else PERSON


def _several(page: Page) -> str | None:
    """Return the kind of the source that "they" can stand for, if the sentence gives one."""
    found = _choose(page)
    if not found or not found.source or found.kind == PERSON:
        return None
    pronoun = (
        page.text[slice(*found.source)].lower() in classes.PERSONAL_PRONOUNS | classes.RELATIVES
    )
    return None if pronoun else found.kind


def _is_one_nameless(page: Page) -> bool:
    """Return whether "he" can be this source: one official, and no name after it to prefer."""
    found = _choose(page)
    if not found or found.kind != ANONYMOUS or not found.source:
        return False
    start, end = found.source
    first = page.text[start:end].lower().split()[0]
    one = first in ("a", "an", "one", "another", "the")
    return one and not re.search(r"[’']s\b|\b(?:Mr|Ms|Mrs|Dr)\b", page.text[start:])
