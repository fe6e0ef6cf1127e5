"""Quotation marks: which words stand between marks, whatever marks a text uses.

Only the outermost marks count; a quotation inside a quotation is part of its words. Copied texts
mix straight and curly marks and print them the wrong way round, so what a mark does is read from
its shape and from what stands on both sides of it. What a mark does inside an open quotation is
decided by two tables, `DOUBLE` and `SINGLE`: the first rule that has an opinion decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

from helpers.text.rules import Rule

# Every opening mark and the marks that may close it.
CLOSERS = {
    "“": '”"“',
    '"': '"”“',
    "„": '“”"',
    "‟": "”",
    "”": "”“",
    "«": "»",
    "»": "«",
    "‹": "›",
    "＂": "＂",
    "「": "」",
    "『": "』",
    "``": ("''", '"'),
    "''": ("''",),
    "‘": "’'‘",
    "'": "'’",
    "‚": "‘’",
    "`": "'’",
}
_ALWAYS_OPEN = frozenset(("“", "„", "‟", "«", "‹", "``", "「", "『"))
_ALWAYS_CLOSE = frozenset("”»›」』")
_FAMILIES = ('“”"„‟', "«»")  # marks that are counted together
_SINGLES = frozenset("‘'‚`")
_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚'`＂「」『』]")
# Words that begin with an apostrophe, so that its mark opens nothing.
_CLIPPED = re.compile(
    r"(?:\d|(?:em|tis|twas|til|till|cause|cuz|cos|n|round|bout|ere|neath|gainst|fraid|nother)\b)",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"(?:s|\win|\b(?:an|o|th|wi|ol|n))\Z", re.IGNORECASE
)  # the voters’, goin’, ol’
_PARAGRAPH_END = re.compile(r"\n")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_LONGEST_WRAPPED_LINE = 100  # code points
_FARTHEST_CLOSER = 40  # marks; a single mark that is not closed by then was an apostrophe
_OPENING_CONTEXT = frozenset("([{<—–-―/=>*_~|:")


@dataclass(frozen=True)
class Run:
    """Words between one pair of marks; all places are code points of the whole text."""

    start: int  # of the words, past the opening mark
    end: int  # of the words, before the closing mark
    outer_start: int  # the opening mark included
    outer_end: int  # the closing mark included
    continues: bool = False  # a new paragraph takes the same quotation further


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans between line ends, or between blank lines where lines were wrapped by hand."""
    blank = _BLANK_LINE.search(text)
    wrapped = blank and max(map(len, text.split("\n"))) <= _LONGEST_WRAPPED_LINE
    ends = (_BLANK_LINE if wrapped else _PARAGRAPH_END).finditer(text)
    edges = chain([0], chain.from_iterable(m.span() for m in ends), [len(text)])
    pieces = iter(list(edges))
    return [
        (a, b) for a, b in zip(pieces, pieces, strict=True) if not text[a:b].isspace() and a < b
    ]


def quoted_runs(text: str, spans: list[tuple[int, int]]) -> list[list[Run]]:
    """Return the quoted words of each paragraph in order of appearance.

    `spans` are the paragraphs' places in the text, as `paragraphs` gives them.
    """
    nexts = [text[start : start + 40].lstrip() for start, _ in spans[1:]]
    return [
        list(_Paragraph(text, start, end, following).runs())
        for (start, end), following in zip_longest(spans, nexts, fillvalue="")
    ]


def runs_of_sentence(text: str, inside: bool = False) -> list[Run]:
    """Return the quoted runs of a sentence that was cut out of a text.

    `inside` says that it begins within a quotation; so does one whose first double mark closes.
    """
    paragraph = _Paragraph(text, 0, len(text), "")
    first = next((mark for mark in paragraph.marks if mark.text in _FAMILIES[0]), None)
    closes = first is not None and first.turn < 0 and not first.before.isdigit()
    return list(paragraph.runs(inside or closes))


@dataclass
class _Mark:
    """One mark with its neighbours; the edges of a paragraph count as white space."""

    start: int  # code points
    end: int  # code points
    text: str
    before: str  # the character before it
    after: str
    turn: int = 0  # 1 where it can only open, -1 where it can only close, else 0
    balance: int = 0  # closing minus opening marks of its family from here to the paragraph's end
    measures: bool = False  # inches: 12"

    @property
    def alone(self) -> bool:
        """Whether it has space on both sides, as in a text that was cut into words."""
        return self.before.isspace() and self.after.isspace()

    @property
    def opening(self) -> bool:
        """Whether it could open something: free before it, not after it."""
        before = self.before
        free = before.isspace() or before in _OPENING_CONTEXT or before in CLOSERS
        return free and not self.after.isspace()

    @property
    def closing(self) -> bool:
        """Whether it could close something."""
        return not self.before.isspace() and not self.after.isalnum()


class _Paragraph:
    """The marks of one paragraph and the decisions about them."""

    def __init__(self, text: str, start: int, end: int, following: str) -> None:
        self.text, self.start, self.end, self.following = text, start, end, following
        self.marks = [
            _Mark(
                m.start(),
                m.end(),
                m[0],
                text[m.start() - 1] if m.start() > start else " ",
                text[m.end()] if m.end() < end else " ",
            )
            for m in _MARK.finditer(text, start, end)
        ]
        # French sets a space inside its guillemets; one with a space that nothing closes is stray.
        self.last_guillemet = max(text.rfind(mark, start, end) for mark in "»›")
        straight = [mark.alone for mark in self.marks if mark.text == '"']
        self.even = len(straight) % 2 == 0  # an even number pairs off by itself
        self.cut_into_words = sum(straight) > 1
        for family in _FAMILIES:
            self._weigh([mark for mark in self.marks if mark.text in family])

    @staticmethod
    def _weigh(marks: list[_Mark]) -> None:
        """Fill in what each mark of a family can do, and the balance from there to the end."""
        balance = following = 0
        for mark in reversed(marks):
            mark.turn = _turn(mark)
            mark.measures = following < 0 and mark.before.isdigit()
            balance, following = balance - mark.turn, 1 if mark.opening else mark.turn or following
            mark.balance = balance

    def runs(self, inside: bool = False) -> Iterator[Run]:
        """Yield what stands in quotation marks, outermost only, from left to right.

        `inside` says that the paragraph begins within a quotation.
        """
        if inside:
            self.marks.insert(0, _Mark(self.start, self.start, "“", " ", "", turn=1))
        index = 0
        while index < len(self.marks):
            if not self._opens(index):
                index += 1
                continue
            single = self.marks[index].text in _SINGLES
            run, index = self._close_single(index) if single else self._close_double(index)
            if run is not None and self.text[run.start : run.end].strip():
                yield run

    def _opens(self, index: int) -> bool:
        mark = self.marks[index]
        if mark.text in _SINGLES:
            return self.opens_single(mark)
        if mark.text in "“«":
            set_off = mark.text == "«" and mark.after.isspace()
            return mark.turn > 0 and (not set_off or mark.end < self.last_guillemet)
        if mark.text in _ALWAYS_OPEN:
            return True
        if mark.text in ("”", "''", "»"):  # ”Swedish”, ''wiki'', »Danish«
            return mark.opening and self._has_closer(index)
        return mark.text in '"＂' and (mark.opening or (mark.alone and self.cut_into_words))

    def opens_single(self, mark: _Mark) -> bool:
        """Return whether a single mark opens a quotation, and is no apostrophe (’em, ’90s)."""
        if mark.alone:  # Bell said : ' No . '
            before = self.text[self.start : mark.start].rstrip()
            return before[-1:] in ("", ":", ",")
        return mark.opening and not _CLIPPED.match(self.text, mark.end, self.end)

    def _has_closer(self, index: int) -> bool:
        # Only a few marks ahead: a closer far off belongs to something else.
        closers = CLOSERS[self.marks[index].text]
        return any(
            mark.text in closers and mark.closing for mark in self.marks[index + 1 : index + 6]
        )

    def _close_double(self, index: int) -> tuple[Run | None, int]:
        """Pair a double mark; what each mark after it does says the table `DOUBLE`."""
        opener, depth = self.marks[index], 1
        for here in range(index + 1, len(self.marks)):
            match _first_opinion(DOUBLE, self, opener, self.marks[here], depth):
                case "opens":
                    depth += 1
                case "reopens":
                    return self._unclosed(opener, self.marks[here].start), here
                case "closes":
                    depth -= 1
                    if depth == 0:
                        return self._run(opener, self.marks[here]), here + 1
        return self._unclosed(opener, self.end), len(self.marks)

    def _close_single(self, index: int) -> tuple[Run | None, int]:
        """Pair a single mark; what each mark after it does says the table `SINGLE`."""
        opener, perhaps, doubles = self.marks[index], 0, 0
        for here in range(index + 1, min(index + _FARTHEST_CLOSER, len(self.marks))):
            mark = self.marks[here]
            match _first_opinion(SINGLE, self, opener, mark, doubles):
                case "reopens":
                    break
                case "closes":
                    return self._run(opener, mark), here + 1
                case "perhaps":
                    perhaps = perhaps or here
            doubles += mark.text in _FAMILIES[0]
        else:
            if self.following.startswith(opener.text):
                return self._unclosed(opener, self.end), len(self.marks)
        if perhaps:
            return self._run(opener, self.marks[perhaps]), perhaps + 1
        return None, index + 1

    def _run(self, opener: _Mark, closer: _Mark) -> Run:
        start, end = self._trim(opener.end, closer.start)
        return Run(start, end, opener.start, closer.end)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Return the span without the spaces that French sets inside its marks."""
        words = self.text[start:end]
        inner = words.strip()
        lead = len(words) - len(words.lstrip()) if inner else 0
        return start + lead, start + lead + len(inner)

    def _unclosed(self, opener: _Mark, limit: int) -> Run | None:
        """Return what a mark without a partner quotes, up to `limit` at most."""
        if limit == self.end:
            start, end = self._trim(opener.end, limit)
            continues = self.following.startswith((opener.text, "“", '"', "»"))
            return Run(start, end, opener.start, end, continues)
        # Another quotation opens: this one cannot reach past its own first full stop.
        stop = _SENTENCE_END.search(self.text, opener.end, limit)
        if not stop:
            return None
        start, end = self._trim(opener.end, stop.end())
        return Run(start, end, opener.start, end)


def _turn(mark: _Mark) -> int:
    """Return 1 for a mark that can only open, -1 for one that can only close, else 0."""
    if mark.text in "”»":
        return 0 if mark.opening else -1
    if mark.opening != mark.closing:
        return 1 if mark.opening else -1
    return int(mark.text in _ALWAYS_OPEN)


# --- What a mark does inside an open quotation -------------------------------------------------


def _measure(_paragraph: _Paragraph, _opener: _Mark, mark: _Mark, _depth: int) -> str | None:
    return "passes" if mark.measures else None


def _other_family(_paragraph: _Paragraph, opener: _Mark, mark: _Mark, _depth: int) -> str | None:
    if mark.text in CLOSERS[opener.text]:
        return None
    return "opens" if mark.text == opener.text else "passes"


def _second_opening(paragraph: _Paragraph, opener: _Mark, mark: _Mark, depth: int) -> str | None:
    if mark.turn <= 0:
        return None
    goes_on = mark.text != opener.text and paragraph.following.startswith(opener.text)
    if mark.balance >= depth or goes_on:
        return "opens"
    return "closes" if mark.text == '"' and paragraph.even else "reopens"


def _closes(_paragraph: _Paragraph, _opener: _Mark, _mark: _Mark, _depth: int) -> str | None:
    return "closes"


DOUBLE = (
    Rule(
        "measure",
        "After a number a mark may stand for inches, if another mark closes later.",
        _measure,
        'Finn said: "It is a 12" pipe, no more." He left.',
        'Finn said: "It was in 2012." He left.',
    ),
    Rule(
        "other family",
        "A mark closes only what its own kind opened.",
        _other_family,
        "“It was »old« then,” Finn said.",
        "“It was old then,” Finn said.",
    ),
    Rule(
        "second opening",
        "A mark that can only open begins a quotation inside, if enough marks close later; "
        "otherwise the first was never closed.",
        _second_opening,
        '"We read "The Lock" at sea," Finn said.',
        '"We read it," Finn said. "At sea."',
    ),
    Rule(
        "closes",
        "Whatever is left of its own kind closes it, even one that is printed the wrong way round.",
        _closes,
        "“We read it,“ Finn said.",
        "They read it.",
    ),
)


def _another_single(paragraph: _Paragraph, opener: _Mark, mark: _Mark, _doubles: int) -> str | None:
    if mark.text == opener.text == "`":
        return "reopens"  # `code`
    return "reopens" if mark.text in _SINGLES and paragraph.opens_single(mark) else None


def _apostrophe(paragraph: _Paragraph, opener: _Mark, mark: _Mark, doubles: int) -> str | None:
    if mark.text not in CLOSERS[opener.text] or doubles % 2:
        return "passes"
    if opener.alone:
        before = paragraph.text[opener.end : mark.start].rstrip()
        return None if before[-1:] in tuple(",.?!") else "passes"
    return None if mark.closing else "passes"


def _dropped_letter(paragraph: _Paragraph, _opener: _Mark, mark: _Mark, doubles: int) -> str | None:
    before = paragraph.text[max(paragraph.start, mark.start - 4) : mark.start]
    if mark.after.isspace() and _DROPPED.search(before):
        return "passes" if doubles else "perhaps"
    return None


SINGLE = (
    Rule(
        "another single",
        "A second mark that opens shows that the first one closed before it, or was none.",
        _another_single,
        "The ‘experts’ were ‘wrong’ on the engineers’ plan.",
        "The ‘expert’ was wrong.",
    ),
    Rule(
        "apostrophe",
        "Inside a word, or inside a double quotation that is open, a mark is an apostrophe.",
        _apostrophe,
        "‘We don’t know,’ Finn said.",
        "‘We know,’ Finn said.",
    ),
    Rule(
        "dropped letter",
        "After s or a dropped g (voters’, goin’) it closes only if no better mark comes.",
        _dropped_letter,
        "‘They’re goin’ home,’ Finn said.",
        "‘They go home,’ Finn said.",
    ),
    Rule(
        "closes",
        "Whatever is left closes it.",
        _closes,
        "‘They go home,’ Finn said.",
        "They go home.",
    ),
)


def _first_opinion(
    table: tuple[Rule, ...], paragraph: _Paragraph, opener: _Mark, mark: _Mark, state: int
) -> str:
    """Return what the first rule with an opinion says; the last of each table has always one."""
    verdicts = (rule.decide(paragraph, opener, mark, state) for rule in table)
    return next((verdict for verdict in verdicts if verdict), "passes")
