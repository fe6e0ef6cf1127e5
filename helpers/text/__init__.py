"""Sentences of a text, with exact offsets: what every lesson marks, counts and points at."""

from dataclasses import dataclass

from helpers.text.blocks import blocks
from helpers.text.sentence_ends import cuts


@dataclass(frozen=True)
class Span:
    """One sentence and where it stands: `text[start:end]` of the whole text."""

    start: int  # code points from the start of the text
    end: int  # code points, past its last character
    text: str  # the sentence, without white space around it


def split_sentences(text: str) -> list[Span]:
    """Return a text's sentences, in order, with nothing but white space between them.

    Blank lines, list items and headings on a line of their own end a sentence; a line break
    inside a wrapped paragraph does not. Sentences inside quotation marks are split like any
    others. Colons and semicolons never split. An empty text has no sentences. Never raises on
    a string; takes time in proportion to its length.
    """
    spans = []
    for start, end in blocks(text):
        for cut in cuts(text, start, end):
            spans.append(_trimmed(text, start, cut))
            start = cut
    return [span for span in spans if span.text]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return Span(start, start + len(piece), piece)
