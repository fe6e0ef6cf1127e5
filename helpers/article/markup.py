"""Making any page safe to parse: one pass that hands on whole tags and text, and nothing else.

The standard library's `html.parser` raises on some broken pages and needs quadratic time for others
(its versions differ in which). This pass finds tags as the HTML Standard does (section 13.2.5,
"Tokenization"), with one change: where a browser throws away the rest of a page because an end is
missing (of a comment, a script, a quotation mark), as little as possible is thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

UNSEEN = frozenset("script style svg iframe noembed noframes textarea select datalist".split())
"""Elements whose content is no text for readers. It ends at their own end tag, whatever stands in it."""

PLAIN = frozenset({"title", "xmp"})
"""Elements in which a tag is no tag, but text."""

NAME = r"<(/?)([a-zA-Z][^\s/><\"'=]*+)"
START = re.compile(NAME)
TAG = re.compile(
    NAME
    + r"""((?:[\s/]*+[^\s/><"'=]++
        (?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'><=`][^\s"'><`]*+))?+
    )*+)[\s/]*+>""",
    re.X,
)
"""A tag as it should be: its name, and attributes with or without a value."""

LOOSE_TAG = re.compile(NAME + r"""((?:=\s*+(?:"[^"]*+"|'[^']*+')|[^><])*+)(>?)""")
"""A tag in which anything may stand; it is whole if it ends with >."""

UNCLOSED_QUOTE = re.compile(r"=\s*+(?:\"[^\">]*+>[^\"]*+\"(?<==\")|'[^'>]*+>[^']*+'(?<=='))")
"""A value that runs past a > up to the = of another attribute: its own closing mark is missing."""

BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|body|html|head|main|article|section|header|table|ul|ol|blockquote)\b", re.I
)
WRITES_TAGS = re.compile(r"""['"`]\s{0,200}<|<\\/""")
"""A program that writes parts of a page: a tag in quotation marks, or an end tag hidden as <\\/."""

LONGEST_SCRIPT = 500_000  # characters of JSON-LD


@dataclass
class Markup:
    """A page that any version of `html.parser` reads in linear time without raising."""

    html: str  # whole tags and text; no comments, no scripts; every other < is written &lt;
    scripts: list[str] = field(default_factory=list)  # what its JSON-LD scripts hold


def tame(html: str) -> Markup:
    """Return a page without what trips a parser. Takes time in proportion to the page's length."""
    taming = _Taming(html.removeprefix("\ufeff").removeprefix("ï»¿").replace("\0", ""))
    return Markup("".join(taming.pieces()), taming.scripts)


class _Taming:
    def __init__(self, html: str) -> None:
        self.html = html
        self.scripts: list[str] = []
        self.patience = 20 * len(html) + 10_000  # characters that may be looked at in vain
        self._found: dict[str, tuple[int, int]] = {}  # by mark: looked for from here, found there

    def pieces(self) -> Iterator[str]:
        place = 0
        while (start := self.html.find("<", place)) >= 0:
            yield self.html[place:start]
            piece, place = self._at(start)
            yield piece
        yield self.html[place:]

    def _at(self, start: int) -> tuple[str, int]:
        """Return what becomes of the < at `start`, and the place after what it covers."""
        if self.html.startswith(("<!", "<?"), start):
            return self._declaration(start)
        tag = TAG.match(self.html, start)
        if tag is None:
            return self._odd(start)
        if UNCLOSED_QUOTE.search(tag[3]):
            return self._whole(tag[1], tag[2], "", self._find(">", start) + 1)
        return self._whole(tag[1], tag[2], tag[3], tag.end())

    def _whole(self, closes: str, name: str, attributes: str, end: int) -> tuple[str, int]:
        """Return what becomes of a whole tag: it is written anew, so that every parser reads it."""
        name = name.lower()
        if name in UNSEEN:
            return (" ", end) if closes else self._unseen(name, attributes, end)
        if name in PLAIN and not closes:
            return self._plain(name, end)
        if name in ("plaintext", *PLAIN):
            return "", end
        return (f"</{name}>" if closes else f"<{name}{attributes}>"), end

    def _odd(self, start: int) -> tuple[str, int]:
        """Keep the name of a tag with faults in it; drop one that is cut off; else it is no tag."""
        tag = LOOSE_TAG.match(self.html, start) if self.patience > 0 else None
        if tag and tag[4]:
            is_torn = UNCLOSED_QUOTE.search(tag[3])
            end = self._find(">", start) + 1 if is_torn else tag.end()
            return self._whole(tag[1], tag[2], "", end)
        if tag:
            self.patience -= tag.end() - start if tag.end() - start < 2_000 else len(self.html)
        end, after = self._find(">", start), self._find("<", start + 1)
        after = after if after >= 0 else len(self.html)
        name = START.match(self.html, start)
        if name and 0 <= end < after:
            return self._whole(name[1], name[2], "", end + 1)
        if self.html.startswith("</>", start):
            return "", start + 3
        is_cut_off = name and (after == name.end() or "=" in self.html[start:after][:2_000])
        return ("", after) if is_cut_off else ("&lt;", start + 1)

    # --- What a reader does not see ---

    def _declaration(self, start: int) -> tuple[str, int]:
        if self.html.startswith("<![CDATA[", start) and (end := self._find("]]>", start)) >= 0:
            return self.html[start + 9 : end].replace("<", "&lt;"), end + 3
        if self.html.startswith("<!--", start):
            return "", self._comment_end(start)
        end = self._find(">", start)
        return "", end + 1 if end >= 0 else start + 2

    def _comment_end(self, start: int) -> int:
        for empty in ("<!-->", "<!--->"):
            if self.html.startswith(empty, start):
                return start + len(empty)
        places = [(self._find(mark, start + 4), len(mark)) for mark in ("-->", "--!>", ">")]
        plain = places.pop()
        ends = [end + length for end, length in places if end >= 0]
        return min(ends, default=sum(plain) if plain[0] >= 0 else start + 4)

    def _unseen(self, name: str, attributes: str, start: int) -> tuple[str, int]:
        """Skip the content of a script or the like. JSON-LD is kept apart.

        Without an end tag of its own, a script or a style reaches to the next block, the others
        nowhere.
        """
        end = self._find_tag(f"</{name}", start)
        if self._begins_anew(name, start, end):
            end = -1
        if self.html.startswith("/>", start - 2) and self._find("<", start) != end:
            return " ", start
        if end < 0 and name in ("script", "style"):
            block = BLOCK.search(self.html, start)
            end = block.start() if block else len(self.html)
        if name == "script" and "ld+json" in attributes.lower() and end - start <= LONGEST_SCRIPT:
            self.scripts.append(self.html[start:end])
        return " ", end if end >= 0 else start

    def _plain(self, name: str, start: int) -> tuple[str, int]:
        """Return an element whose content is only text; without an end tag it is one line of it."""
        end = self._find_tag(f"</{name}", start)
        end = end if end >= 0 else self._find("<", start)
        end = end if end >= 0 else len(self.html)
        text = self.html[start:end].replace("<", "&lt;")
        return f"<{name}>{text}</{name}>" if name == "title" else f"<pre>{text}</pre>", end

    # --- Looking ahead, once ---

    def _find_tag(self, opening: str, start: int) -> int:
        """Return the next place of a tag, by the < and the name that it begins with, or -1."""
        tag = re.compile(rf"{opening}(?=[\s/>])", re.I | re.A)

        def look() -> int:
            found = tag.search(self.html, start)
            return found.start() if found else -1

        return self._once(opening, start, look)

    def _begins_anew(self, name: str, start: int, end: int) -> bool:
        """Return whether the same element begins before it ends, which shows that its end is missing.

        A script may hold the words all the same, if it writes tags: '<script>' in marks.
        """
        again = self._find_tag(f"<{name}", start)
        if not 0 <= again < end:
            return False
        return name not in ("script", "style") or not WRITES_TAGS.search(
            self.html, start, again + 1
        )

    def _find(self, mark: str, start: int) -> int:
        return self._once(mark, start, lambda: self.html.find(mark, start))

    def _once(self, mark: str, start: int, look: Callable[[], int]) -> int:
        """Return the next place of a mark, or -1, without going over the same stretch twice."""
        since, there = self._found.get(mark, (start + 1, 0))
        if not (since <= start and (there < 0 or start <= there)):
            since, there = start, look()
            self._found[mark] = since, there
        return there
