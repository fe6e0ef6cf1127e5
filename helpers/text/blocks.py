"""The parts of a text that no sentence crosses: paragraphs, headings, list items, lines at the top."""

import re
from collections.abc import Iterator
from itertools import pairwise

from helpers.text import classes
from helpers.text.abbreviations import BY_LINE, DATE_LINE, OPENERS

_ITEM = re.compile(r"[-*–—+]\s|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})(?:\.\)|[.)])\s+\S")
_LONG_LINE = 120  # code points; nobody wraps by hand wider than this
_SHORT_LINE = 40  # code points; a stack of lines this short is a list, not a paragraph
_NARROW = 45  # code points; few wrap narrower, so lines like these stand each for itself
_CREDIT = re.compile(
    r"\(.*\)|\[.*\]|(?:Photos?|Pictures?|Images?|Credit|Source|Caption|Video|Illustration)(?: by\b|:).*"
)
_CALENDAR = frozenset(word.rstrip(".") for word in classes.DAYS | classes.MONTHS)
_OPEN_ENDED = (  # no heading ends with these
    classes.ARTICLES
    | classes.CONJUNCTIONS
    | classes.POSSESSIVES
    | classes.PREPOSITIONS
    | classes.TITLES
    | classes.RANKS
)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each heading, list item and paragraph starts and ends, in code points."""
    for lines in _paragraphs(text):
        bare = [text[start:end].strip() for start, end in lines]
        stacked, width = _is_stack(bare), max(map(len, bare))
        wrapped = width > _NARROW or any(line[0].islower() for line in bare[1:])
        opened = lines[0][0]
        for number, (line, below) in enumerate(pairwise(bare)):
            heading = number == 0 and _is_titled(line) and not _is_titled(below)
            if stacked or _break_ends_sentence(line, below, width, wrapped and not heading):
                yield opened, lines[number][1]
                opened = lines[number + 1][0]
        yield opened, lines[-1][1]


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines that are not blank, in runs without a blank line or form feed between them."""
    run: list[tuple[int, int]] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        if raw.strip():
            run.append((offset, offset + len(raw.rstrip("\r\n"))))
        if run and (not raw.strip() or raw.endswith(("\u2029", "\f"))):
            yield run
            run = []
        offset += len(raw)
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
    if _is_furniture(line) or _is_furniture(below):
        return True
    first, last = below.split(None, 1)[0], line.split()[-1]
    full = width <= _LONG_LINE and len(line) + len(first) >= 0.9 * width
    if _ITEM.match(below):
        return not full or line.endswith((".", ":", ";", "?", "!")) or bool(_ITEM.match(line))
    if line.endswith((",", "-", "–", "(", "“")) or first[0].islower():
        return False
    if not full:
        return True
    # A full line under which a sentence opens was a whole one: a heading has no stop.
    opens = first in OPENERS and first != "I"
    return (opens or not wrapped) and last.lower().rstrip(".") not in _OPEN_ENDED


def _is_titled(line: str) -> bool:
    """Return whether every longer word has a capital, as in a heading of some papers."""
    words = [word for word in line.split() if len(word) > 3]
    return len(words) > 4 and all(not word[0].islower() for word in words)


def _is_furniture(line: str) -> bool:
    """Return whether a line is a by-line, a date or a picture's credit: no sentence goes through it."""
    words = [word.strip(".,:;").lower() for word in line.split()]
    if words[0] == "by":
        return all(
            word in BY_LINE or written[0].isupper()
            for word, written in zip(words, line.split(), strict=True)
        )
    dated = not _CALENDAR.isdisjoint(words) and not line.endswith((".", ","))
    return bool(_CREDIT.fullmatch(line) or (dated and _is_date(words)))


def _is_date(words: list[str]) -> bool:
    """Return whether nothing but a date stands there: a day or month, numbers, “updated”, “p.m.”"""
    parts = [word for word in words if word not in _CALENDAR | DATE_LINE]
    return bool(parts) and all(word[:1].isdigit() for word in parts)
