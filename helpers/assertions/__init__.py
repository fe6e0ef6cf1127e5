"""Lesson 4, weighing assertions: who or what a sentence says it knows this from.

`sourcing` finds the words that point at a source ("said", "according to", "reportedly"), takes the
words that name it, and sorts those by the lists in `words.txt`. It reads language only: it cannot
tell whether the source exists, said so, or is right.
"""

import re
from dataclasses import dataclass
from functools import lru_cache, partial

from helpers.assertions import lists
from helpers.assertions.kinds import ANONYMOUS, BODY, NONE, PERSON, VAGUE, person_before
from helpers.assertions.observed import UNNAMED, observed
from helpers.assertions.page import DASHES, Find, Offsets, Page, span, verb_of
from helpers.assertions.phrases import headlined, hearsay, phrased
from helpers.assertions.speaking import spoken
from helpers.text import classes, split_sentences

__all__ = ["Sourcing", "sourcing"]

_CONTEXT = 1500  # code points of the text before; enough for a few paragraphs of news
_NOTHING = Find(NONE, None, None, 9)
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
    return Sourcing(*_choose(page)[:3])


def _choose(page: Page) -> Find:
    finds = [find for read in _READINGS for find in read(page)]
    if not finds:
        return _NOTHING
    best = _withheld(page, _outermost(page, finds))
    return _hearsay_about(page, best) or best


def _outermost(page: Page, finds: list[Find]) -> Find:
    """Return the first of the strongest finds, or the last if it comes after all that was said."""
    rank = min(find.rank for find in finds)
    ranked = sorted((find for find in finds if find.rank == rank), key=lambda find: find.cue)
    return ranked[-1] if _closes_sentence(page, ranked[-1]) else ranked[0]


def _closes_sentence(page: Page, find: Find) -> bool:
    """Return whether the attribution comes last, as in "…, officials said", and so covers the rest."""
    edges = [*find.cue, *(find.source or find.cue)]
    ends = not any(verb_of(t) or t.low in classes.AUXILIARIES for t in page.after(max(edges)))
    return ends and page.before(min(edges)).shape in DASHES | {",", "quote"}


def _withheld(page: Page, find: Find) -> Find:
    """Turn a nameless source that asked not to be named, or spoke so, into an anonymous one."""
    if not find.source or not UNNAMED.search(page.masked):
        return find
    words = page.text[slice(*find.source)].lower().replace(",", " ").split()
    nameless = {
        PERSON: classes.PERSONAL_PRONOUNS.intersection(words[:1]),
        BODY: lists.SPEAKERS_FOR.intersection(words),
        VAGUE: words,
    }
    return find._replace(kind=ANONYMOUS) if nameless.get(find.kind) else find


def _hearsay_about(page: Page, find: Find) -> Find | None:
    """Return "X reportedly told aides" as hearsay: the writer did not get it from X."""
    doubts = [t for t in page.within(find.cue) if t.low in lists.HEARSAY]
    return Find(VAGUE, None, span(doubts), 2) if doubts else None


# --- The text before ---


def _left_open(context: str) -> bool:
    """Return whether the text before ends inside a quotation that was never closed."""
    paragraph = context[-_CONTEXT:].rsplit("\n", 1)[-1]
    return paragraph.count("“") > paragraph.count("”")


@lru_cache(maxsize=64)
def _follow(before: str, pronoun: str) -> str:
    """Follow a pronoun back to the latest source in the text before it."""
    latest = [one.text for one in split_sentences(before[-_CONTEXT:])[-6:]]
    finds = [(text, _choose(Page(text, False, None))) for text in reversed(latest)]
    if pronoun == "they":
        several = [find.kind for _, find in finds if find.kind in (BODY, ANONYMOUS, VAGUE)]
        return [*several, person_before(pronoun)][0]
    return ANONYMOUS if any(_is_one_nameless(*one) for one in finds[:1]) else PERSON


def _is_one_nameless(text: str, find: Find) -> bool:
    """Return whether "he" can be this source: one official, and no name after it to prefer."""
    words = text[slice(*find.source)].lower().split() if find.source else []
    one = words[:1] in (["a"], ["an"], ["one"], ["another"], ["the"])
    named = one and re.search(r"[’']s\b|\b(?:Mr|Ms|Mrs|Dr)\b", text[find.source[0] :])
    return one and find.kind == ANONYMOUS and not named
