"""The parts of a text that no sentence crosses: paragraphs, headings, list items, lines at the top."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from helpers.text import classes
from helpers.text.abbreviations import BY_LINE, DATE_LINE, OPENERS

BULLET = "•▪‣◦⁃●■►∙"
_BULLETED = re.compile(rf"[{BULLET}]|[-*–—+]\s")
_ITEM = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})(?:\.\)|[.)])\s+\S")
_LONG_LINE = 120  # code points; nobody wraps by hand wider than this
_SHORT_LINE = 40  # code points; a stack of lines this short is a list, not a paragraph
_NARROW = 45  # code points; few wrap narrower, so lines like these stand each for itself
_CREDIT = re.compile(
    r"\(.*\)|\[.*\]|(?:Photos?|Pictures?|Images?|Credit|Source|Caption|Video|Illustration)(?: by\b|:).*"
)
_CALENDAR = DATE_LINE | frozenset(word.rstrip(".") for word in classes.DAYS | classes.MONTHS)
_OPEN_ENDED = (  # no heading ends with these
    classes.ARTICLES
    | classes.CONJUNCTIONS
    | classes.POSSESSIVES
    | classes.PREPOSITIONS
    | classes.TITLES
    | classes.RANKS
)


@dataclass(frozen=True)
class _Line:
    """One line that is not blank, without its line break."""

    start: int  # code points from the start of the text
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each heading, list item and paragraph starts and ends, in code points."""
    for lines in _paragraphs(text):
        start = lines[0].start
        bare = [line.text.strip() for line in lines]
        stacked, width = _is_stack(bare), max(map(len, bare))
        wrapped = width > _NARROW or any(line[0].islower() for line in bare[1:])
        for number, (line, below) in enumerate(pairwise(bare)):
            if stacked or _break_ends_sentence(line, below, width, wrapped):
                yield start, lines[number].end
                start = lines[number + 1].start
        yield start, lines[-1].end


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Yield runs of lines with no blank line or paragraph separator between them."""
    run: list[_Line] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        line = _Line(offset, raw.rstrip("\r\n"))
        offset += len(raw)
        if line.text.strip():
            run.append(line)
        if run and (not line.text.strip() or raw.endswith(("\u2029", "\f"))):
            yield run
            run = []
    if run:
        yield run


def _is_stack(lines: list[str]) -> bool:
    """Return whether these are list entries: three or more short lines and no stop anywhere."""
    return len(lines) > 2 and all(
        len(line) <= _SHORT_LINE and not re.search(r"[.!?…]", line) for line in lines
    )


def _break_ends_sentence(line: str, below: str, width: int, wrapped: bool) -> bool:
    """Return whether the line break between two neighbouring lines ends a sentence.

    A wrapped line is full: the first word below would not have fitted. A line that had room
    left was ended on purpose (a heading, a by-line, an item), unless the text plainly runs on.
    """
    if _BULLETED.match(below) or _is_furniture(line) or _is_furniture(below):
        return True
    first = below.split(None, 1)[0]
    full = width <= _LONG_LINE and len(line) + len(first) >= 0.75 * width
    if _ITEM.match(below):
        return not full or line.endswith((".", ":", ";", "?", "!")) or bool(_ITEM.match(line))
    if line.endswith((",", "-", "–", "(", "“")) or below[0].islower() or below[0] in ",;)]”.!?":
        return False
    if not full:
        return True
    # A full line under which a sentence opens was a whole one: a heading has no stop.
    opens = first in OPENERS and first != "I"
    last = line.split()[-1]
    return (opens or not wrapped) and last.lower().rstrip(".") not in _OPEN_ENDED


def _is_furniture(line: str) -> bool:
    """Return whether a line is a by-line, a date or a picture's credit: no sentence goes through it."""
    if len(line) > _LONG_LINE or not line[0].isalnum():
        return bool(_CREDIT.fullmatch(line))
    first, *rest = line.split()
    if first.lower() == "by" and rest and _plain(rest[0]) not in _CALENDAR:
        return all(word[0].isupper() or _plain(word) in BY_LINE for word in rest)
    return bool(_CREDIT.fullmatch(line)) or (
        any(map(str.isdigit, line))
        and all(word[0].isdigit() or _plain(word) in _CALENDAR for word in (first, *rest))
    )


def _plain(word: str) -> str:
    return word.strip(".,:;").lower()
