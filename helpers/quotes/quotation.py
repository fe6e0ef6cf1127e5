"""What finding a quotation gives."""

from dataclasses import dataclass, field

Offsets = tuple[int, int]


@dataclass(frozen=True)
class Quotation:
    """Words that a text puts into someone's mouth. All offsets are code points into that text."""

    start: int  # where what is reported starts, its marks included
    end: int  # past its last character
    kind: str  # "direct": all in marks; "mixed": partly; "indirect": without marks
    content: tuple[Offsets, ...]  # the words themselves, marks left out; several where interrupted
    speaker: Offsets | None = None  # None where the text names nobody
    cue: Offsets | None = None  # the word that says so: said, according to; None without one
    words: str = field(default="", compare=False, repr=False)
    """The content as words, its pieces joined by “ … ”. `find_quotes` fills it in; whoever makes
    a Quotation by hand and wants it traced gives the words as well, since offsets alone say none."""
