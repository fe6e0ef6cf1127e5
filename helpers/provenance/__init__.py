"""Lesson 1, provenance: what a page says about where it comes from, and the way that it has come."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from helpers.article import TOP_LINES, Article

Offsets = tuple[int, int]

# --- Clues ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Clue:
    """A sign on the page: what it shows, what it does not, and the next check to make.

    `span` is where it stands, in code points; None for something that is not there. Clues are
    never added up: each of them is easy to imitate, and none says whether the content is right.
    """

    kind: str
    span: Offsets | None
    what_it_shows: str
    what_it_does_not: str
    next_check: str


def clues(article: Article) -> list[Clue]:
    """Read a page for signs of where it comes from, from its top to its end.

    Kinds: `address`, `byline`, `date`, `dateline`, `platform`, `unnamed-reports`, `damage`, `link`;
    and, for what is not there, `no-byline`, `no-date`, `no-link`. Never raises on any text.
    """
    found = [*_address(article), *_dateline(article), *_vague(article), *_damage_clues(article)]
    found += [*_byline(article), *_date(article), *_links(article)]
    return sorted(found, key=lambda clue: (clue.span is None, clue.span or (0, 0)))


def _clue(kind: str, span: Offsets | None, **blanks: str) -> Clue:
    return Clue(kind, span, *(part.format(**blanks) for part in _SAYS[kind]))


def _top(article: Article) -> Iterator[tuple[int, str]]:
    """The first lines of the text that hold anything, each with its place."""
    place, left = 0, TOP_LINES
    for line in article.text.splitlines(keepends=True):
        if line.strip() and left:
            yield place + len(line) - len(line.lstrip()), line.strip()
            left -= 1
        place += len(line)
        if not left:
            return


def _where(article: Article, words: str | None) -> Offsets | None:
    for start, line in _top(article):
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
AGENCIES = frozenset({"AP", "AFP", "Reuters", "UPI", "DPA", "EFE", "ANSA", "Xinhua", "Bloomberg"})


def _dateline(article: Article) -> list[Clue]:
    for start, line in _top(article):
        if not (found := DATELINE.match(line[:120])):
            continue
        span = (start, start + found.end())
        agency = found["agency"]
        if agency is None or found["place"] or agency in AGENCIES:
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
        "“{damaged}” is {repaired} ({name}): the UTF-8 bytes {bytes}, read as {encoding}. A program "
        "that handled this copy took one encoding for another.",
        f"It does not say whose program, when or where. {_NOT_CONTENT}",
        "Look for another copy: does it have the same damage?",
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

# --- Damage: text that was read with the wrong encoding ------------------------------------------

WRONG = (
    *(("cp1252", "Windows-1252"), ("cp1250", "Windows-1250"), ("cp1251", "Windows-1251")),
    *(("latin-1", "ISO 8859-1"), ("iso8859-2", "ISO 8859-2"), ("mac_roman", "Mac Roman")),
    *(("cp437", "Code page 437"), ("cp850", "Code page 850"), ("cp852", "Code page 852")),
)
"""Encodings that programs take UTF-8 for, with the names by which people know them."""


@dataclass(frozen=True)
class Damage:
    """Characters that are the UTF-8 bytes of another one, read with the wrong encoding."""

    start: int
    end: int
    text: str
    repaired: str
    encoding: str


def damage(text: str) -> list[Damage]:
    """Find characters that were read with the wrong encoding, and say what they were.

    The text is left as it is: a repair is a clue beside it. Only what fits exactly is given, and
    a capital letter before a closing quotation mark (“É”) is left alone.
    """
    found, place = [], 0
    while match := _SUSPECT.search(text, place):
        place = match.start()
        one = _damaged_at(text, place)
        if one is not None:
            found.append(one)
        place = one.end if one else place + 1
    return found


_SUSPECT = re.compile(r"[^\x00-\x7f]{2}")


def _damaged_at(text: str, start: int) -> Damage | None:
    for length in (4, 3, 2):
        piece = text[start : start + length]
        for codec, called in WRONG:
            repaired = _repaired(piece, codec)
            if len(piece) == length and repaired:
                return Damage(start, start + length, piece, repaired, called)
    return None


def _repaired(piece: str, codec: str) -> str:
    try:
        character = piece.encode(codec).decode("utf-8")
    except UnicodeError:
        return ""
    is_one = len(character) == 1 and unicodedata.category(character) not in ("Cc", "Cn", "Co")
    # Two bytes that make a rare letter are more likely two real characters, and so is a capital
    # before a closing mark or a dash (“Å”), except for the one that wrong tables make most often.
    is_marked = "\u2010" <= piece[1:2] <= "\u2026" and piece[0] != "Ã"
    is_likely = len(piece) > 2 or ("\xa0" <= character <= "\u017f" and not is_marked)
    return character if is_one and is_likely else ""


def _damage_clues(article: Article) -> list[Clue]:
    first: dict[str, Damage] = {}
    for one in damage(article.text):
        first.setdefault(one.text, one)
    return [_damage_clue(one) for one in list(first.values())[:20]]


def _damage_clue(one: Damage) -> Clue:
    return _clue(
        "damage",
        (one.start, one.end),
        damaged=one.text,
        repaired=one.repaired,
        name=unicodedata.name(one.repaired, "a character without a name").lower(),
        bytes=one.repaired.encode("utf-8").hex(" ").upper(),
        encoding=one.encoding,
    )


# --- The way that a text has come ----------------------------------------------------------------


@dataclass(frozen=True)
class Sighting:
    """One page that carried the claim."""

    url: str
    seen_on: date
    credits: str | None = None  # the page it says it took the claim from, if any


def trace_back(start: Sighting, known: Sequence[Sighting]) -> list[Sighting]:
    """Follow credits from `start`, newest first, until the trail goes cold.

    The last item is the earliest sighting *we know of*, not proof of origin. Pages that credit
    each other end the trail: each stands in it once.
    """
    pages = {sighting.url: sighting for sighting in known}
    trail, seen = [start], {start.url}
    while (before := pages.get(trail[-1].credits or "")) and before.url not in seen:
        trail.append(before)
        seen.add(before.url)
    return trail


def independent(sightings: Iterable[Sighting], known: Sequence[Sighting]) -> list[Sighting]:
    """The pages at which trails go cold: how many looked for themselves, however many repeat it."""
    ends = {trace_back(one, known)[-1].url: trace_back(one, known)[-1] for one in sightings}
    return sorted(ends.values(), key=lambda sighting: (sighting.seen_on, sighting.url))


class Link(Protocol):
    """One step of the way that a text has come: its id, from whom, to whom."""

    id: str
    origin: str
    reached: str


def chain_in_words(chain: Sequence[Link], bases: Mapping[str, str]) -> str:
    """The chain as numbered lines: from whom, to whom, and how each step is known."""
    lines = [
        f"{number}. {link.origin} → {link.reached}: {bases.get(link.id, 'not answered yet')}"
        for number, link in enumerate(chain, start=1)
    ]
    return "\n".join(lines)


def prov_json(chain: Sequence[Link], bases: Mapping[str, str]) -> dict[str, Any]:
    """The chain as W3C PROV, in its JSON form (W3C Member Submission PROV-JSON, 2013).

    Each end of a link is an entity; each link is a derivation whose basis (seen, inferred,
    unknown) is an attribute of this kit's own.
    """
    import json

    from prov.model import ProvDocument

    document = ProvDocument()
    document.add_namespace("kit", "urn:paper-trail:")
    names = list(dict.fromkeys(end for link in chain for end in (link.origin, link.reached)))
    entities = {name: f"kit:step-{number}" for number, name in enumerate(names, start=1)}
    for name, identifier in entities.items():
        document.entity(identifier, {"prov:label": name})
    for link in chain:
        document.wasDerivedFrom(
            entities[link.reached],
            entities[link.origin],
            identifier=f"kit:{link.id}",
            other_attributes={"kit:basis": bases.get(link.id, "not-answered")},
        )
    return json.loads(document.serialize(format="json"))
