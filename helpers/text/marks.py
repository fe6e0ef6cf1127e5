"""Quotation marks: which words stand between marks, whatever marks a text uses.

Only the outermost marks count; a quotation inside a quotation is part of its words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

# Every opening mark and the marks that may close it. Straight and curly marks are mixed often
# enough in copied text that each may close the other.
CLOSERS = {
    "“": '”"“',
    '"': '"”',
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "”": "”",
    "＂": "＂",
    "「": "」",
    "『": "』",
    "``": ("''", '"'),
    "''": ("''",),
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
}
SINGLES = frozenset("‘'‚")
MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚'＂「」『』]")
# Words that begin with an apostrophe, so that its mark opens nothing.
CLIPPED = re.compile(r"(?:\d|(?:em|tis|twas|til|cause|cuz|n|round|bout|ere)\b)", re.IGNORECASE)
PARAGRAPH_END = re.compile(r"\n")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
SENTENCE_END = re.compile(r"[.!?…](?=\s)")
LONGEST_WRAPPED_LINE = 100
OPENING_CONTEXT = frozenset("([{<—–-―/=>*_~|:")


@dataclass(frozen=True)
class Run:
    """Words between one pair of marks: `start` and `end` leave the marks out."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    single: bool = False
    continues: bool = False  # a new paragraph takes the same quotation further
    closed: bool = True


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Give the spans between line ends, or between blank lines where lines were wrapped by hand."""
    blank = BLANK_LINE.search(text)
    wrapped = blank and max(map(len, text.split("\n"))) <= LONGEST_WRAPPED_LINE
    ends = (BLANK_LINE if wrapped else PARAGRAPH_END).finditer(text)
    edges = chain([0], chain.from_iterable(m.span() for m in ends), [len(text)])
    pieces = iter(list(edges))
    return [
        (a, b) for a, b in zip(pieces, pieces, strict=True) if not text[a:b].isspace() and a < b
    ]


def quoted_runs(text: str, spans: list[tuple[int, int]]) -> list[list[Run]]:
    """Find the quoted words of each paragraph, marks excluded, in order of appearance."""
    found = []
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else (end, end)
        found.append(list(_Paragraph(text, start, end, following[0]).runs()))
    return found


class _Paragraph:
    """The marks of one paragraph and the decisions about them."""

    def __init__(self, text: str, start: int, end: int, following: int) -> None:
        self.text, self.start, self.end, self.following = text, start, end, following
        self.marks = [(m.start(), m.end(), m[0]) for m in MARK.finditer(text, start, end)]
        # An even number of straight marks pairs off by itself; only an odd one needs context.
        self.paired = sum(mark == '"' for *_, mark in self.marks) % 2 == 0

    def runs(self) -> Iterator[Run]:
        """Pair the marks from left to right, outermost only."""
        self.balance = self._balances()
        index = 0
        while index < len(self.marks):
            if self._opens(index):
                run, index = self._close(index)
                if run is not None and self.text[run.start : run.end].strip():
                    yield run
            else:
                index += 1

    def _balances(self) -> list[int]:
        """Say for each mark how many more “ than ” stand from there to the paragraph's end."""
        counts = [0] * (len(self.marks) + 1)
        for index in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[index][2]
            counts[index] = counts[index + 1] + (mark in "“«") - (mark in "”»")
        return counts

    def _around(self, index: int) -> tuple[str, str]:
        a, b, _ = self.marks[index]
        before = self.text[a - 1] if a > self.start else " "
        return before, self.text[b] if b < self.end else " "

    def _looks_opening(self, index: int) -> bool:
        before, after = self._around(index)
        free = before.isspace() or before in OPENING_CONTEXT or before in CLOSERS
        return free and not after.isspace()

    def _looks_closing(self, index: int) -> bool:
        before, after = self._around(index)
        return not before.isspace() and not after.isalnum()

    def _opens(self, index: int) -> bool:
        _a, b, mark = self.marks[index]
        if mark in ("“", "„", "‟", "«", "‹", "``", "「", "『"):
            return mark not in "«‹" or not self.text[b : b + 1].isspace() or self._french(b)
        if mark in ("'", "‘", "‚"):
            return self._opens_single(index)
        if mark == "”":  # Swedish and Finnish use ” on both sides
            return self._looks_opening(index) and self._has_closer(index, "”")
        if mark == "''":
            return self._looks_opening(index) and self._has_closer(index, "''")
        if mark == "»":  # Danish and some German books point the guillemets inwards
            return self._looks_opening(index) and self._has_closer(index, "«")
        return mark in '"＂' and self._looks_opening(index)

    def _french(self, position: int) -> bool:
        """French sets a space inside its guillemets; a lone « with nothing to close it is stray."""
        return (
            self.text.find("»", position, self.end) > 0
            or self.text.find("›", position, self.end) > 0
        )

    def _has_closer(self, index: int, closer: str) -> bool:
        # Only a few marks ahead: a closer far off belongs to something else.
        ahead = range(index + 1, min(index + 6, len(self.marks)))
        return any(self.marks[i][2] == closer and self._looks_closing(i) for i in ahead)

    def _opens_single(self, index: int) -> bool:
        _a, b, mark = self.marks[index]
        if not self._looks_opening(index):
            return False
        return not (mark != "‚" and CLIPPED.match(self.text, b, self.end))

    def _close(self, index: int) -> tuple[Run | None, int]:
        mark = self.marks[index][2]
        return self._close_single(index) if mark in SINGLES else self._close_double(index)

    def _close_double(self, index: int) -> tuple[Run | None, int]:
        _a, _b, opener = self.marks[index]
        closers, depth = CLOSERS[opener], 1
        for here in range(index + 1, len(self.marks)):
            at, past, mark = self.marks[here]
            if mark == opener and self._reopens(here, depth):
                return self._unclosed(index, at), here
            if mark in closers and not (mark == opener and opener in "“«"):
                depth -= 1
                if depth == 0:
                    return self._run(index, at, past), here + 1
            elif mark == opener:
                depth += 1
        return self._unclosed(index, self.end), len(self.marks)

    def _reopens(self, index: int, depth: int) -> bool:
        """Say whether a second opening mark means that the first was never closed."""
        mark = self.marks[index][2]
        if mark == '"':
            return not self.paired and self._looks_opening(index) and not self._looks_closing(index)
        return mark in "“«" and self.balance[index] + depth > 0

    def _run(self, index: int, at: int, past: int) -> Run:
        a, b, opener = self.marks[index]
        start, end = self._trim(b, at)
        return Run(start, end, a, past, single=opener in SINGLES)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Leave out the spaces that French sets inside its marks."""
        words = self.text[start:end]
        inner = words.strip()
        lead = len(words) - len(words.lstrip()) if inner else 0
        return start + lead, start + lead + len(inner)

    def _unclosed(self, index: int, limit: int) -> Run | None:
        a, b, opener = self.marks[index]
        continues = limit == self.end and self._next_paragraph_opens(opener)
        if limit != self.end:
            # Another quotation opens: this one cannot reach past its own last full stop.
            stops = list(SENTENCE_END.finditer(self.text, b, limit))
            if not stops:
                return None
            limit = stops[0].end()
        start, end = self._trim(b, limit)
        return Run(start, end, a, end, continues=continues, closed=False)

    def _next_paragraph_opens(self, opener: str) -> bool:
        following = self.text[self.following : self.following + 40].lstrip()
        return self.following > self.end and following.startswith((opener, "“", '"', "»"))

    def _close_single(self, index: int) -> tuple[Run | None, int]:
        """Pair single marks, passing by apostrophes and the plural possessive (the voters')."""
        best = None
        for here in range(index + 1, min(index + 40, len(self.marks))):
            at, past, mark = self.marks[here]
            double = mark in CLOSERS and mark not in SINGLES and mark not in "»”"
            if double and best is None and self._opens(here):
                break
            if mark not in CLOSERS[self.marks[index][2]] or not self._looks_closing(here):
                continue
            best = best or here
            if self.text[at - 1] != "s":
                best = here
                break
        if best is None:
            return None, index + 1
        at, past, _ = self.marks[best]
        return self._run(index, at, past), best + 1


def joined(runs: list[list[Run]]) -> Iterator[tuple[Run, Run]]:
    """Pair each run that is left open at a paragraph's end with the run that takes it further."""
    for here, following in pairwise(runs):
        if here and following and here[-1].continues:
            yield here[-1], following[0]
