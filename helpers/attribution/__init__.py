"""Who is credited with which words: source, cue and content, read by rules over words."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.attribution.paragraph import Paragraph, sentences
from helpers.attribution.reading import Reading
from helpers.attribution.rules import read
from helpers.attribution.sentence import Sentence
from helpers.text.marks import paragraphs, quoted_runs

Offsets = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Words or thoughts that a text credits to somebody, in the terms of PARC3 and PolNeAR.

    All spans are (start, end) offsets into the text, in code points.
    """

    cue: Offsets | None  # the words that tie the two: "has also said", "according to", ":"
    source: Offsets | None  # who or what is credited; None where the sentence does not say
    content: tuple[Offsets, ...]  # what is reported; two spans where the cue interrupts it
    verb: str  # the verb in the form of a dictionary; "according to", ":" or "—" without one
    how: str  # the rule that read it: "preposed", "passive" …


def attributions(text: str) -> list[Attribution]:
    """Return everything that a text attributes, in order of its cues.

    Marks around the words are not needed: "the council said it would wait" is one. Never raises
    on a string.
    """
    spans = paragraphs(text)
    found = []
    for (start, end), runs in zip(spans, quoted_runs(text, spans), strict=True):
        paragraph = Paragraph(text, start, end, runs)
        for a, b in sentences(paragraph):
            for reading in read(Sentence(paragraph, a, b)):
                found += _in_code_points(paragraph, reading)
    return sorted(found, key=lambda one: one.cue)


def _in_code_points(paragraph: Paragraph, reading: Reading) -> Iterator[Attribution]:
    content = tuple(paragraph.span(a, b) for a, b in reading.content if a < b)
    source = paragraph.name(*reading.speaker) if reading.speaker else None
    if content:
        yield Attribution(paragraph.span(*reading.cue), source, content, reading.verb, reading.how)
