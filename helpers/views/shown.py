"""What a lesson shows without asking anything: a text with marks, a small table, a difference.

Each function returns a `ShownView`, which the page draws and `in_words` says in lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NotRequired, TypedDict

from helpers.article import open_article
from helpers.assertions import sourcing
from helpers.case.afterwards import Afterwards
from helpers.case.model import Case
from helpers.opinion import cues
from helpers.provenance import clues
from helpers.quotes import Sources, find_quotes
from helpers.strings import say, strings
from helpers.views.quotations import edits_view


class Piece(TypedDict):
    """A run of words in a line."""

    text: str  # the words
    sort: NotRequired[str]  # `mark`, `strong` or `em`; plain where there is none
    note: NotRequired[str]  # what a mark means, in a few words


class TextPart(TypedDict):
    """Lines of text: the kit's own, or the article's, which then stand on paper."""

    kind: str  # `text`, or `paper` for words of an article
    lines: list[list[Piece]]  # each a paragraph


class TablePart(TypedDict):
    """A small table; the first cell of each row names the row."""

    kind: str  # `table`
    caption: str  # what it shows
    head: list[str]  # the names of the columns
    rows: list[list[str]]  # cells as text


class DifferencePart(TypedDict):
    """A word-by-word difference between a document and a quotation."""

    kind: str  # `difference`
    edits: list[dict[str, str]]  # see `quotations.edits_view`


class TermsPart(TypedDict):
    """Terms that open in place."""

    kind: str  # `terms`
    terms: list[dict[str, str]]  # each with its `name` and its `text`


class BoxPart(TypedDict):
    """Paragraphs that open under one heading."""

    kind: str  # `box`
    name: str  # the heading
    lines: list[list[Piece]]  # each a paragraph


Part = TextPart | TablePart | DifferencePart | TermsPart | BoxPart


class ShownView(TypedDict):
    """What is shown, from top to bottom."""

    label: str  # what it is, for those who hear the page
    lang: str  # the code of the language of quoted words
    parts: list[Part]  # from top to bottom


# --- Making parts ---------------------------------------------------------------------------------


def shown(label: str, *parts: Part, lang: str = "") -> ShownView:
    """Return parts as one view."""
    return {"label": label, "lang": lang or strings()["lang"], "parts": list(parts)}


def text_part(*paragraphs: str) -> TextPart:
    """Return the kit's own paragraphs, with `**bold**` and `*italics*` in them drawn."""
    return {"kind": "text", "lines": [pieces_of(one) for one in paragraphs]}


def table_part(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> TablePart:
    """Return a small table."""
    lists = [[str(cell) for cell in row] for row in rows]
    return {"kind": "table", "caption": caption, "head": list(head), "rows": lists}


DRAWN = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*")


def pieces_of(text: str) -> list[Piece]:
    """Cut a paragraph where it says `**bold**` or `*italics*`."""
    pieces: list[Piece] = []
    end = 0
    for found in DRAWN.finditer(text):
        if before := text[end : found.start()]:
            pieces.append({"text": before})
        pieces.append({"text": found[found.lastgroup], "sort": found.lastgroup})
        end = found.end()
    return [*pieces, *([{"text": text[end:]}] if text[end:] else [])]


def in_words(view: ShownView) -> str:
    """Return a view in lines, for a notebook that is read without its page."""
    return "\n".join(line for part in view["parts"] for line in _lines(part))


def _lines(part: Part) -> list[str]:
    if part["kind"] == "table":
        return [part["caption"], *(_row(part["head"], row) for row in part["rows"])]
    if part["kind"] == "difference":
        return [" ".join(_edit(edit) for edit in part["edits"])]
    if part["kind"] == "terms":
        return [f"{one['name']}: {one['text']}" for one in part["terms"]]
    lines = ["".join(map(_piece, line)) for line in part["lines"]]
    return [part["name"], *lines] if part["kind"] == "box" else lines


def _row(head: Sequence[str], row: Sequence[str]) -> str:
    named = [f"{name}: {cell}" for name, cell in zip(head[1:], row[1:], strict=True)]
    return f"{row[0]} – {'; '.join(named)}"


def _edit(edit: Mapping[str, str]) -> str:
    removed = f"[{say('judge.removed')}: {edit['source']}]" if edit["source"] else ""
    added = f"[{say('judge.added')}: {edit['quoted']}]" if edit["quoted"] else ""
    if edit["op"] == "equal":
        return edit["source"]
    return f"[{say('judge.joined')}]" if edit["op"] == "join" else f"{removed}{added}"


def _piece(piece: Piece) -> str:
    return f"{piece['text']} [{piece['note']}]" if piece.get("note") else piece["text"]


# --- What lessons show ----------------------------------------------------------------------------


def cues_shown(case: Case, sentence: str) -> ShownView:
    """Mark the words of a sentence that mean something for its label, and say what."""
    text = case.by_id[sentence].text
    pieces: list[Piece] = []
    end = 0
    for cue in cues(text):
        pieces.append({"text": text[end : cue.start]})
        note = say(f"shown.cue.{cue.kind}")
        pieces.append({"text": text[cue.start : cue.end], "sort": "mark", "note": note})
        end = cue.end
    pieces.append({"text": text[end:]})
    line = [piece for piece in pieces if piece["text"]]
    return shown(say("shown.cues"), {"kind": "paper", "lines": [line]}, lang=case.language)


def sourcing_shown(case: Case, sentences: Sequence[str]) -> ShownView:
    """Show who or what the computer finds as the source of each sentence, and by which words."""
    rows = []
    for text in [case.by_id[name].text for name in sentences]:
        found = sourcing(text)
        words = [text[slice(*span)] for span in (found.source, found.cue) if span]
        rows.append([text, say(f"shown.rung.{found.kind}"), _listed(words)])
    head = [say(f"shown.{name}") for name in ("sentence", "source", "words")]
    return shown(say("shown.sourcing"), table_part(say("shown.sourcing"), head, rows))


def clues_shown(case: Case, explain: Sequence[int] = ()) -> ShownView:
    """List the clues that the computer finds on the page; explain those of some numbers, from 1."""
    article = open_article(case.folder / "article.txt")
    found = clues(article)
    rows = [
        [
            f"{number}. {say(f'shown.clue.{clue.kind}')}",
            f"“{article.text[slice(*clue.span)]}”" if clue.span else say("shown.not-there"),
        ]
        for number, clue in enumerate(found, start=1)
    ]
    table = table_part(say("shown.clues"), [say("shown.clue-name"), say("shown.on-the-page")], rows)
    texts = [
        text_part(
            f"**{rows[number - 1][0]}**",
            f"**{say('shown.shows')}:** {found[number - 1].what_it_shows}",
            f"**{say('shown.shows-not')}:** {found[number - 1].what_it_does_not}",
            f"**{say('shown.next')}:** {found[number - 1].next_check}",
        )
        for number in explain
    ]
    return shown(say("shown.clues"), table, *texts)


def top_shown(case: Case) -> ShownView:
    """Show the top of an article as a reader meets it: its lines down to the first paragraph."""
    headline, *others = [one for paragraph in case.paragraphs for one in paragraph]
    first = others[0] if headline.anchor.start < case.text.find("\n") else headline
    end = case.text.find("\n", first.anchor.start)
    lines = case.text[: end if end >= 0 else len(case.text)].splitlines()
    texts = [[{"text": line}] for line in lines if line.strip()]
    return shown(say("shown.top"), {"kind": "paper", "lines": texts}, lang=case.language)


def quotes_shown(case: Case, kind: str) -> ShownView:
    """List the quotations of one kind that the computer finds: their words, and who speaks."""
    rows = [
        [
            " … ".join(case.text[start:end] for start, end in found.content)
            if kind != "indirect"
            else case.text[found.start : found.end],
            case.text[slice(*found.speaker)] if found.speaker else say("shown.nobody"),
        ]
        for found in find_quotes(case.text)
        if found.kind == kind
    ]
    caption = say(f"shown.quotes-{kind}")
    if not rows:
        return shown(caption, text_part(say("shown.none")))
    return shown(caption, table_part(caption, [say("shown.words"), say("shown.speaker")], rows))


def difference_shown(case: Case, source: str, quotation: str) -> ShownView:
    """Lay a quotation beside a document word by word, and say what the computer calls it."""
    document = next(one for one in case.sources if one.id == source)
    trace = Sources({source: document.words}).trace(quotation)
    says = text_part(say("shown.verdict", name=say(f"shown.fate.{trace.verdict}")))
    edits: Part = {"kind": "difference", "edits": edits_view(trace)}
    return shown(say("shown.difference"), *([edits] if edits["edits"] else []), says)


def hedges_shown(trail: Mapping[str, str]) -> ShownView:
    """Show the words that hold back, place by place; a dash where none does."""
    rows = [[place, _listed(hedges(text))] for place, text in trail.items()]
    head = [say("hedges.place"), say("hedges.words")]
    return shown(say("shown.hedges"), table_part(say("shown.hedges"), head, rows))


def hedges(text: str) -> list[str]:
    """Return the words of a text that hold back, such as "could" and "probably", in order."""
    return [text[cue.start : cue.end] for cue in cues(text) if cue.kind == "hedge"]


TABLES = {"cp1250": "windows-1250", "cp1252": "windows-1252", "latin-1": "iso-8859-1"}
"""Encoding tables by Python's names, with the names of their texts among the strings."""


def encoding_shown(odd: str) -> ShownView:
    """Turn odd characters back into numbers, table by table, and read those as UTF-8."""
    rows = [[say(f"shown.{name}"), *_read_back(odd, codec)] for codec, name in TABLES.items()]
    head = [say(f"shown.{name}") for name in ("encoding", "numbers", "read-again")]
    return shown(say("shown.encodings"), table_part(say("shown.encodings", odd=odd), head, rows))


def _read_back(odd: str, codec: str) -> tuple[str, str]:
    try:
        numbers = odd.encode(codec)
    except UnicodeEncodeError:
        return say("shown.no-numbers"), "–"
    try:
        read = numbers.decode("utf-8")
    except UnicodeDecodeError:
        return numbers.hex(" "), say("shown.unreadable")
    names = ", ".join(unicodedata.name(one, "").lower() for one in read)
    return numbers.hex(" "), f"{read} ({names})"


def table_shown(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> ShownView:
    """Show a small table of a lesson's own."""
    return shown(caption, table_part(caption, head, rows))


def terms_shown(names: Sequence[str]) -> ShownView:
    """Show terms of the glossary, each of which opens in place. Raises `KeyError` for no term."""
    known = strings()["glossary"]
    terms: Part = {"kind": "terms", "terms": [dict(known[name]) for name in names or known]}
    return shown(say("shown.glossary"), terms)


def background_shown(case: Case) -> ShownView:
    """Show who and what the article takes for granted, in a box that opens in place."""
    name = say("shown.background")
    lines = [pieces_of(f"**{one.name}:** {one.text}") for one in case.background]
    return shown(name, {"kind": "box", "name": name, "lines": lines})


def afterwards_shown(text: Afterwards, guess: str = "") -> ShownView:
    """Show a text that states results; `guess` is what the learner had answered before."""
    said = [say("shown.you-said", guess=guess)] if guess else []
    paragraphs = [one for one in re.split(r"\n\s*\n|\n", text.text.strip()) if one.strip()]
    parts: list[Part] = [text_part(*said, *paragraphs)]
    if text.table:
        head, *rows = text.table
        parts.append(table_part("", head, rows))
    return shown(say("shown.afterwards"), *parts)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) or "–"
