"""What every case has: sentences with their anchors, routes through them, and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

from helpers.case.fields import Fields
from helpers.case.vocabulary import ROUTES
from helpers.case.yaml_lines import LARGEST_FILE, Node

ANCHOR_FIELDS = ("start", "end", "exact", "prefix", "suffix")
SOURCE_FIELDS = ("id", "title", "publisher", "date", "url", "seen", "file")
SHORT, WHOLE = ROUTES
MOST_NAMED = 4  # places that a message names where the words stand more often
MOST_TRIED = 50  # places that are looked at
AROUND = 64  # characters of prefix and suffix that are compared there


# --- Anchors and sentences ------------------------------------------------------------------------


@dataclass(frozen=True)
class Anchor:
    """A stretch of the article: where it starts and ends, and its exact words.

    The W3C Web Annotation model's TextPositionSelector and TextQuoteSelector in one.
    """

    start: int  # in code points of the article
    end: int  # in code points, just behind the last one
    exact: str  # the words as they stand there
    prefix: str = ""  # some of what stands before them, to find them again by
    suffix: str = ""  # some of what stands after them


@dataclass(frozen=True)
class Sentence:
    """One sentence of the article that can be judged."""

    id: str  # unique in its case
    anchor: Anchor  # where it stands

    @property
    def text(self) -> str:
        """The sentence's words, exactly as printed."""
        return self.anchor.exact


def read_sentences(top: Fields, text: str) -> tuple[Sentence, ...]:
    """Read the sentences of a case, which stand in the article's order and do not overlap."""
    sentences, end = [], 0
    for node in top.list("sentences"):
        fields = top.within(node, "this sentence")
        name = fields.identifier("id")
        fields.where = f"sentence {name or '?'}"
        anchor = read_anchor(fields, text)
        fields.only(["id", *ANCHOR_FIELDS])
        if anchor.start < end:
            fields.wrong(node.line, f"{fields.where} overlaps the sentence before it.")
        end = max(end, anchor.end)
        sentences.append(Sentence(name, anchor))
    if not sentences:
        top.wrong(top.line, "the case has no sentences to judge. Add at least one.")
    top.once("sentences", [sentence.id for sentence in sentences])
    return tuple(sentences)


def read_anchor(fields: Fields, text: str) -> Anchor:
    """Read an anchor whose words are checked against the text, with a hint where they do stand."""
    anchor = Anchor(
        fields.whole("start"),
        fields.whole("end"),
        fields.text("exact"),
        fields.text("prefix", ""),
        fields.text("suffix", ""),
    )
    here = text[anchor.start : anchor.end]
    if text and anchor.exact and here != anchor.exact:
        stands = f"characters {anchor.start} to {anchor.end} of the article are {here[:60]!r}"
        says = f"{fields.where}: {stands}, not {anchor.exact[:60]!r}. {_hint(anchor, text)}"
        fields.wrong(fields.line_of("start"), says)
    elif not _fits_around(anchor, text):
        says = "'prefix' or 'suffix' is not what stands before or after these words."
        fields.wrong(fields.line_of("prefix"), f"{fields.where}: {says}")
    return anchor


def _fits_around(anchor: Anchor, text: str) -> bool:
    before = text.endswith(anchor.prefix, 0, anchor.start)
    return before and text.startswith(anchor.suffix, anchor.end)


def _hint(anchor: Anchor, text: str) -> str:
    """Say where the words of a wrong anchor do stand: there, or where its surroundings fit best."""
    if text.startswith(anchor.exact, anchor.start):
        return f"These words end at {anchor.start + len(anchor.exact)}."
    fits = {place: _surroundings(anchor, text, place) for place in _places(anchor.exact, text)}
    if not fits:
        return "They are nowhere in the text."
    best = [place for place, fit in fits.items() if fit == max(fits.values())]
    named = " or ".join(map(str, best[:MOST_NAMED])) + " …" * (len(best) > MOST_NAMED)
    return f"These words start at {named}."


def _places(words: str, text: str) -> list[int]:
    """Find where words start, the first MOST_TRIED places only: a stranger's text may be all one."""
    places, found = [], text.find(words)
    while found >= 0 and len(places) < MOST_TRIED:
        places.append(found)
        found = text.find(words, found + 1)
    return places


def _surroundings(anchor: Anchor, text: str, place: int) -> int:
    """Count the characters next to a place that are those of the anchor's prefix and suffix."""
    end = place + len(anchor.exact)
    before, after = text[max(0, place - AROUND) : place], text[end : end + AROUND]
    return _alike(before[::-1], anchor.prefix[::-1]) + _alike(after, anchor.suffix)


def _alike(one: str, other: str) -> int:
    """Count the characters with which two texts begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


# --- Routes ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Route:
    """Which sentences, items or claims a session goes through."""

    name: str  # one of ROUTES
    minutes: int  # that it takes, an author's estimate; 0 where none is given
    sentences: tuple[str, ...]  # ids of sentences, of a set's items, or of claims


def whole_route(items: Iterable[str]) -> Route:
    """Return the route that leaves nothing out."""
    return Route(WHOLE, 0, tuple(items))


def with_whole(routes: Mapping[str, Route], items: Iterable[str]) -> dict[str, Route]:
    """Return the routes that leave something out, and the whole, which is always there."""
    whole = whole_route(items)
    shorter = {
        name: route
        for name, route in routes.items()
        if name != WHOLE and len(route.sentences) < len(whole.sentences)
    }
    return {**shorter, WHOLE: whole}


def read_routes(top: Fields, known: Iterable[str]) -> Mapping[str, Route]:
    """Read the routes through the article; the only name a pack gives one is `short`."""
    routes, known = {}, set(known)
    for name, node in top.mapping("routes", required=False).items():
        fields = top.within(node, f"route {name[:40]!r}").only(["minutes", "sentences"])
        chosen = read_route_items(fields, "sentences", name, known)
        routes[name] = Route(name, fields.whole("minutes"), chosen)
    return MappingProxyType(routes)


def read_route_items(
    fields: Fields, field: str, name: str, known: Iterable[str]
) -> tuple[str, ...]:
    """Read the ids that the route called `name` lists in `field`."""
    chosen, line = fields.words(field), fields.line_of(field)
    for missing in [one for one in chosen if one not in known]:
        fields.wrong(line, f"{fields.where} names {missing[:40]!r}, which is no sentence here.")
    if name != SHORT:
        fields.wrong(line, f"{fields.where}: a route is called 'short'. The whole is always there.")
    elif not chosen or len(set(chosen)) < len(chosen):
        fields.wrong(line, f"{fields.where} should name each of its sentences once.")
    return chosen


# --- Sources --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Source:
    """A document that bears on the article, with its citation and a short quotation from it."""

    id: str  # unique in its case
    title: str  # "not shown" where none was seen
    publisher: str  # who published it
    date: str  # as printed, any form: "2025-09-23", "October 2025", "not shown"
    url: str  # where it was found, as text; never fetched
    seen: str  # how it was seen: "search extract", "full page", "invented", …
    text: str = ""  # citation lines, an empty line, and the document's own words

    @property
    def words(self) -> str:
        """The document's own words, without the citation lines in front of them."""
        head, found, body = self.text.partition("\n\n")
        return body.strip() if found and _is_citation(head) else self.text.strip()

    @property
    def language(self) -> str:
        """The code of the language that the citation lines name, or nothing."""
        named = re.search(r"^Language: (\w+)$", self.text, re.MULTILINE)
        return LANGUAGES.get(named[1], "") if named else ""


LANGUAGES = {"English": "en", "Spanish": "es", "Portuguese": "pt", "French": "fr", "German": "de"}
"""The languages that citation lines name, with the code that a page marks them by."""


def _is_citation(head: str) -> bool:
    return all(re.match(r"[A-Z][^:\n]{0,40}: ", line) for line in head.splitlines())


def read_sources(top: Fields, folder: Path) -> tuple[Source, ...]:
    """Read the sources of a case, and the files in the pack's folder that hold their words."""
    sources = tuple(_read_source(node, top, folder) for node in top.list("sources", required=False))
    top.once("sources", [source.id for source in sources])
    return sources


def _read_source(node: Node, top: Fields, folder: Path) -> Source:
    fields = top.within(node, "this source")
    source = fields.identifier("id")
    fields.where = f"source {source or '?'}"
    fields.only(SOURCE_FIELDS)
    name, line = fields.text("file", ""), fields.line_of("file")
    text = decode(fields, file_bytes(fields, name, line, folder), name, line) if name else ""
    citation = {one: fields.text(one) for one in SOURCE_FIELDS if one not in ("id", "file")}
    return Source(id=source, text=text, **citation)


# --- Files in a pack ------------------------------------------------------------------------------


def file_bytes(fields: Fields, name: str, line: int, folder: Path) -> bytes:
    """Return what is in a file named in a pack; note a problem where it leads out of the pack."""
    try:
        path = (folder / name).resolve()
        if "\\" in name or ":" in name or not path.is_relative_to(folder.resolve()):
            says = "leads out of the pack. Name a file inside its folder."
        elif not path.is_file():
            says = "is not there. Add the file, or mend its name."
        elif path.stat().st_size > LARGEST_FILE:
            says = f"is larger than {LARGEST_FILE:,} bytes."
        else:
            return path.read_bytes()
    except (OSError, RuntimeError, ValueError):  # too long a name, a link to itself, a NUL
        says = "cannot be read. Add the file, or mend its name."
    fields.wrong(line, f"{name[:80]!r} {says}")
    return b""


def decode(fields: Fields, raw: bytes, name: str, line: int) -> str:
    """Return the text of a file's bytes; note a problem where they are not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        fields.wrong(line, f"{name[:80]!r} is not UTF-8 (byte {error.start}). Save it as UTF-8.")
        return ""
