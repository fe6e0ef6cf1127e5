"""Lesson 1, provenance: what a page says about where it comes from, and the way that it has come."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from helpers.article import Article
from helpers.article.top import AGENCIES, top_lines
from helpers.provenance.chain import (
    Sighting,
    chain_in_words,
    independent,
    prov_json,
    trace_back,
)
from helpers.provenance.damage import LOST, Damage, damage

__all__ = [
    "Clue",
    "Damage",
    "Sighting",
    "chain_in_words",
    "clues",
    "damage",
    "independent",
    "prov_json",
    "trace_back",
]

Offsets = tuple[int, int]


@dataclass(frozen=True)
class Clue:
    """A sign on the page: what it shows, what it does not, and the next check to make.

    `span` is where it stands, in code points; None for something that is not there. Clues are
    never added up: each of them is easy to imitate, and none says whether the content is right.
    """

    kind: str  # one of those that `clues` names
    span: Offsets | None
    what_it_shows: str  # one or two sentences for the learner
    what_it_does_not: str  # what nobody should conclude from it
    next_check: str  # one thing to do now


def clues(article: Article) -> list[Clue]:
    """Return the signs of where a page comes from, from its top to its end.

    Kinds: `address`, `byline`, `date`, `dateline`, `platform`, `unnamed-reports`, `damage`,
    `lost-letters`, `link`; and, for what is not there, `no-byline`, `no-date`, `no-link`. Never raises on any text.
    """
    found = [*_address(article), *_dateline(article), *_vague(article), *_damage_clues(article)]
    found += [*_byline(article), *_date(article), *_links(article)]
    return sorted(found, key=lambda clue: (clue.span is None, clue.span or (0, 0)))


def _clue(kind: str, span: Offsets | None, **blanks: str) -> Clue:
    return Clue(kind, span, *(part.format(**blanks) for part in _SAYS[kind]))


def _where(article: Article, words: str | None) -> Offsets | None:
    for start, line in top_lines(article.text):
        if words and words in line:
            found = start + line.index(words)
            return found, found + len(words)
    return None


def _address(article: Article) -> list[Clue]:
    if article.site is None:
        return []
    return [_clue("address", _where(article, article.site), words=article.site)]


DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’' -]{2,30}(?:, [\w. ]{2,20})?\s)?\((?P<agency>[A-Z][\w.& ]{1,24})\)\s?[—–-]{1,2}"
    r"|(?P<only>[A-Z][A-Z.’' -]{2,30}(?:, \w[\w. ]{1,20})?)\s?[—–]\s?(?=[A-Z“])"
)


def _dateline(article: Article) -> list[Clue]:
    for start, line in top_lines(article.text):
        if not (found := DATELINE.match(line[:120])):
            continue
        span = (start, start + found.end())
        agency = found["agency"]
        if agency is None or found["place"] or agency.lower() in AGENCIES:
            return [_clue("dateline", span, words=found[0].strip())]
        return [_clue("platform", span, words=agency)]
    return []


VAGUE = re.compile(
    r"\b(?:(?:[Mm]edia |[Nn]ews |[Ss]ome |[Ss]everal |[Rr]ecent )?[Rr]eports? (?:indicate|suggest|say|claim)s?"
    r"|[Rr]eportedly|[Ii]t (?:is|has been) (?:said|reported|claimed)|[Aa]ccording to reports)\b"
)


def _vague(article: Article) -> list[Clue]:
    found = VAGUE.search(article.text)
    return [_clue("unnamed-reports", found.span(), words=found[0])] if found else []


def _byline(article: Article) -> list[Clue]:
    if article.byline is None:
        return [_clue("no-byline", None)]
    return [_clue("byline", _where(article, article.byline), words=article.byline)]


def _date(article: Article) -> list[Clue]:
    if article.published is None:
        return [_clue("no-date", None)]
    return [_clue("date", _where(article, article.published), words=article.published)]


def _links(article: Article) -> list[Clue]:
    if not article.links:
        return [_clue("no-link", None)]
    start = article.text.find(article.links[0])
    span = (start, start + len(article.links[0])) if start >= 0 else None
    return [_clue("link", span, words=article.links[0][:120])]


_NOT_CONTENT = "It says nothing about whether what the text tells is right."
_SAYS: Mapping[str, tuple[str, str, str]] = {
    "address": (
        "“{words}” names who is said to have published the text, and can be looked up.",
        f"It is a typed line and proves no publication. {_NOT_CONTENT}",
        "Leave the page and look up what several others say about this address.",
    ),
    "byline": (
        "“{words}” is given as the author: somebody who can be looked up and asked.",
        f"A name is easily typed, and is not yet a person. {_NOT_CONTENT}",
        "Look for other work under this name, and for a way to reach the author.",
    ),
    "date": (
        "“{words}” is given as the day, so you can see what came before it and after.",
        f"A date can be that of a copy or of an update. {_NOT_CONTENT}",
        "Compare it with the day of the events and of other reports.",
    ),
    "dateline": (
        "“{words}” says from where, or through which agency, the report came.",
        f"Anybody can write a dateline. {_NOT_CONTENT}",
        "Look for the same report at the agency or in another paper of that day.",
    ),
    "platform": (
        "“{words}” stands where a dateline has a city or an agency. If it is a platform, the text "
        "came through it.",
        f"It does not say whose page there, or who wrote the text. {_NOT_CONTENT}",
        "Search for the first sentence in quotation marks, to find the page that had it first.",
    ),
    "unnamed-reports": (
        "“{words}”: the writer passes on what others have reported.",
        f"It does not say which report, by whom, or of which day. {_NOT_CONTENT}",
        "Search for the details of the sentence and sort by date: who had them first?",
    ),
    "damage": (
        "“{damaged}” is {repaired} ({name}): the {written} bytes {bytes}, read as {encoding}. A "
        "program that handled this copy took one encoding for another.",
        f"It does not say whose program, when or where. {_NOT_CONTENT}",
        "Look for another copy: does it have the same damage?",
    ),
    "lost-letters": (
        "“{words}” stands where a letter or a mark could not be read: what it was is lost here.",
        f"It does not say which program lost it. {_NOT_CONTENT}",
        "Look for another copy that still has it, above all where it stands in a name or a figure.",
    ),
    "link": (
        "There is a link, “{words}”: the reader is shown where to look.",
        f"A link may lead to something else than the sentence says. {_NOT_CONTENT}",
        "Open it and look for the words or the figure that it is meant to bear out.",
    ),
    "no-byline": (
        "No author is given in this copy, so there is nobody to ask or to look up.",
        f"The original may have had one. {_NOT_CONTENT}",
        "Look for the page itself, or an archive’s copy of it.",
    ),
    "no-date": (
        "No day is given at the top of this copy, so you cannot tell what the writer could know.",
        f"The original may have had one. {_NOT_CONTENT}",
        "Find the latest event that the text mentions: the text cannot be older.",
    ),
    "no-link": (
        "This copy has no link, so the reader is not shown where anything comes from.",
        f"Links may have been lost when the text was copied. {_NOT_CONTENT}",
        "Take one detail and look for the earliest page that has it.",
    ),
}


def _damage_clues(article: Article) -> list[Clue]:
    first: dict[str, Damage] = {}
    for one in damage(article.text):
        first.setdefault(one.text, one)
    return [_damage_clue(one) for one in list(first.values())[:20]]


def _damage_clue(one: Damage) -> Clue:
    if one.repaired == LOST:
        return _clue("lost-letters", (one.start, one.end), words=_shown(one.text))
    codec = {"UTF-8": "utf-8", "Windows-1252": "cp1252", "UTF-16": "utf-16-be"}[one.written]
    return _clue(
        "damage",
        (one.start, one.end),
        damaged=_shown(one.text),
        repaired=one.repaired,
        name=unicodedata.name(one.repaired, "a character without a name").lower(),
        written=one.written,
        bytes=one.repaired.encode(codec).hex(" ").upper(),
        encoding=one.encoding,
    )


def _shown(text: str) -> str:
    """Return a sign that can be seen as it is, and a control character by its number."""
    is_unseen = len(text) == 1 and unicodedata.category(text) == "Cc"
    return f"U+{ord(text):04X}" if is_unseen else text
