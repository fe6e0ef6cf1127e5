"""Reducing a saved web page to its text and to what it says about itself.

A small reduction, not a browser: one pass over the page, nothing is run, nothing is fetched, and
the time it takes grows only with the page's length. Menus and notices may stay in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from helpers.article.markup import tame
from helpers.article.metadata import Said

HIDDEN = frozenset({"nav", "noscript", "template"})
"""Elements that are left out, if they end. Of footers goes the page's own, of forms a short one."""

HOLDERS = ("article", "blockquote", "figure", "section", "main", "details")
"""Elements whose footer belongs to them: it may name the speaker of a quotation."""

ROLES = frozenset({"navigation", "search", "menu", "menubar", "dialog", "alertdialog"})
"""What a part of a page says that it is (WAI-ARIA), where it is no part of an article."""

BLOCKS = frozenset(
    """address article aside blockquote body br button caption center dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html label legend li main
    menu nav ol optgroup option p pre section summary table tbody td tfoot th thead title tr
    ul""".split()
)
"""Elements that stand on lines of their own."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without content, and so without an end tag (HTML Standard, 13.1.2)."""

BODIES = frozenset({"h1", "article", "main"})
UNASKED = frozenset({"hidden", "submit", "button", "image", "reset"})
"""Kinds of <input> in which nobody fills in anything."""

LONGEST_FORM = 60  # words; a longer form is a page that stands inside one (ASP.NET)
LITTLE = 200  # characters of text: on a page many times as long, a reader is told to look
NOTE_NUMBER = re.compile(r"\d[\d,–-]{0,7}|[*†‡]{1,3}")
RAISED = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
MEASURE = re.compile(r"(?:\b(?:[a-zA-Z]|10|[kcmdµ]m|ft|yd)|(?<=\d)[kcm]?m)\Z")
"""What a raised number is the exponent of. After anything else it is the number of a note."""

QUOTES = (("“", "”"), ("‘", "’"))
"""The marks of <q>, outer and inner, as browsers show them in an English page."""

HARDLY_ANY = (
    "Hardly any text was found on this page: it may be fetched only when the page is shown, or stand "
    "behind a sign-in. Open the page in a browser, select the article, copy it and paste it here."
)
ALL_HIDDEN = "Nearly all of this page is marked as a menu, a form or as hidden: it was kept."


@dataclass
class Page:
    """What was found on a page: its text, its links, and what it says about itself."""

    text: str = ""  # paragraphs with an empty line between them
    language: str = ""  # as the page declares it: "en-GB"
    links: list[str] = field(default_factory=list)  # whole addresses, in the order of the page
    said: dict[str, str] = field(default_factory=dict)  # title, byline, published, site, url
    warnings: list[str] = field(default_factory=list)  # whole sentences for the reader


def reduce_html(html: str) -> Page:
    """Take the text out of an HTML page. Never raises on any string."""
    markup = tame(html)
    reader = _Reader()
    reader.feed(markup.html)
    reader.close()
    page = Page(language=reader.language)
    hidden = reader.hidden()
    page.text = _tidy(part for part, hides in zip(reader.parts, hidden, strict=True) if not hides)
    if len(page.text) < LITTLE and len(whole := _tidy(reader.parts)) > 4 * len(page.text):
        page.text, hidden = whole, [False] * len(hidden)
        page.warnings.append(ALL_HIDDEN)
    if not page.text or len(page.text) < LITTLE and len(html) > 20 * LITTLE:
        page.warnings.append(HARDLY_ANY)
    page.links = [link for place, link in reader.links if not any(hidden[place : place + 1])]
    page.said = reader.said.found(markup.scripts, page.text)
    return page


@dataclass(frozen=True)
class _Open:
    """An element that has begun, and how much of everything there was when it began."""

    start: int  # parts
    words: int
    fields: int  # places to fill in
    bodies: int  # headings and the like, which no form of two fields has
    anchors: int
    hides: bool
    speaks: str  # which statement about the page its text is: "itemprop:author"; "" for none


class _Reader(HTMLParser):
    """Collects a page's text in parts; what is left out is known only when an element ends."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.links: list[tuple[int, str]] = []  # before which part, and where to
        self.language = ""
        self.said = Said()
        self._spans: list[tuple[int, int]] = []  # of parts that are left out
        self._open: defaultdict[str, list[_Open]] = defaultdict(list)
        self._words = self._fields = self._bodies = self._anchors = 0
        self._marks: list[tuple[int, str]] = []  # of <q>: its part, and how it closes

    def hidden(self) -> list[bool]:
        """Return for each part whether it is left out."""
        steps = [0] * (len(self.parts) + 1)
        for start, end in self._spans:
            steps[start] += 1
            steps[end] -= 1
        return [depth > 0 for depth in accumulate(steps[:-1])]

    # --- Called by the parser ---

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self._line(tag)
        self._count(tag, attributes)
        speaks = self.said.tag(tag, attributes)
        if tag == "html":
            self.language = self.language or attributes.get("lang", "")[:20]
        elif tag == "a" and attributes.get("href", "").startswith(("http://", "https://")):
            self.links.append((len(self.parts), attributes["href"]))
        if tag == "p" and self._open["p"]:
            self._close("p")
        if tag not in VOID:
            self._open[tag].append(self._opened(self._hides(tag, attributes), speaks))
        if tag == "q":
            self._quote()

    def handle_endtag(self, tag: str) -> None:
        if tag == "q" and self._marks:
            self._unquote()
        if self._open[tag]:
            self._close(tag)
        self._line(tag)

    def handle_data(self, data: str) -> None:
        if self._open["title"]:
            self.said.note("title", data)
            return
        self._words += data.count(" ") + 1
        self.parts.append(data if self._open["pre"] else re.sub(r"\s+", " ", data))

    # --- Elements ---

    def _line(self, tag: str) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")
            if tag != "br":
                self._marks.clear()

    def _count(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._bodies += tag in BODIES
        self._anchors += tag == "a"
        self._fields += tag == "input" and attributes.get("type", "").lower() not in UNASKED

    def _opened(self, hides: bool, speaks: str) -> _Open:
        counts = (self._words, self._fields, self._bodies, self._anchors)
        return _Open(len(self.parts), *counts, hides, speaks)

    def _hides(self, tag: str, attributes: Mapping[str, str]) -> bool:
        role = attributes.get("role", "").lower()
        if tag == "footer" or role == "contentinfo":
            return not any(self._open[holder] for holder in HOLDERS)
        if tag == "dialog" and "open" not in attributes:
            return True
        style = attributes.get("style", "").lower().replace(" ", "")
        is_unseen = attributes.get("hidden", "until-found").lower() != "until-found"
        return tag in HIDDEN or role in ROLES or is_unseen or "display:none" in style

    def _close(self, tag: str) -> None:
        one = self._open[tag].pop()
        if one.hides or tag == "form" and self._is_small(one):
            self._spans.append((one.start, len(self.parts)))
        if tag == "sup":
            self._raise(one)
        speaks = one.speaks or ("h1" if tag == "h1" else "")
        if speaks and len(self.parts) - one.start < 40:
            self.said.note(speaks, _tidy(self.parts[one.start :], " "))

    def _is_small(self, form: _Open) -> bool:
        is_filled_in = self._fields > form.fields
        is_page = self._bodies > form.bodies or self._words - form.words > LONGEST_FORM
        return is_filled_in and not is_page

    def _raise(self, one: _Open) -> None:
        """Keep a raised number apart: as an exponent, or as the number of a note in brackets."""
        text = "".join(self.parts[one.start : one.start + 6]).strip()
        is_note = self._anchors > one.anchors or not MEASURE.search(self._before(one.start))
        if len(self.parts) - one.start > 6 or not NOTE_NUMBER.fullmatch(text):
            return
        self.parts[one.start :] = [f"[{text}]" if is_note else text.translate(RAISED)]

    def _before(self, place: int) -> str:
        return "".join(self.parts[max(place - 3, 0) : place])[-8:]

    def _quote(self) -> None:
        opens, closes = QUOTES[min(len(self._marks), 1)]
        is_marked = self._before(len(self.parts)).endswith(("“", '"', "«", "„", "‘"))
        self._marks.append((len(self.parts), "" if is_marked else closes))
        self.parts.append("" if is_marked else opens)

    def _unquote(self) -> None:
        place, closes = self._marks.pop()
        if "".join(self.parts[place + 1 : place + 3]).lstrip().startswith(("“", '"', "«", "„")):
            self.parts[place], closes = "", ""
        self.parts.append(closes)


def _tidy(parts: Iterable[str], between: str = "\n\n") -> str:
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return between.join(line for line in lines if line)
