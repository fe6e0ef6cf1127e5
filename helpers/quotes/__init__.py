"""Lesson 3, quotations: which words are quoted, who is said to have said them, and where."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helpers.attribution.paragraph import Paragraph, sentences
from helpers.attribution.reading import Reading
from helpers.attribution.rules import read
from helpers.attribution.sentence import Sentence
from helpers.attribution.speakers import main_subject, subject
from helpers.attribution.verb_group import group_start
from helpers.attribution.words import QUOTED, SIGNING
from helpers.text.marks import Run, paragraphs, quoted_runs

if TYPE_CHECKING:
    from helpers.quotes.tracing import Edit, Sources, Trace

__all__ = ["Edit", "Quotation", "Sources", "Trace", "find_quotes"]

Offsets = tuple[int, int]
LONG_ENOUGH = 5  # words: a longer quotation that no cue introduces is still someone's


def __getattr__(name: str) -> object:
    # Tracing costs a quarter of this module's import time, and most readers never trace.
    if name in ("Edit", "Sources", "Trace"):
        from helpers.quotes import tracing

        return getattr(tracing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@dataclass(frozen=True)
class Quotation:
    """Words that a text puts into someone's mouth.

    `start` and `end` cover everything reported, marks included; `content` holds the words
    themselves, without the marks. `speaker` and `cue` are None where the text gives none.
    """

    start: int
    end: int
    kind: str
    content: tuple[Offsets, ...]
    speaker: Offsets | None = None
    cue: Offsets | None = None
    words: str = field(default="", repr=False, compare=False)  # the content, for tracing


def find_quotes(text: str) -> list[Quotation]:
    """Find what is quoted or reported in a text, and who is said to have said it.

    Offsets are code points. *direct*: the reported words are all inside marks; *mixed*: marks
    around part of a sentence; *indirect*: the reported clause of a sentence without marks.
    Never raises on any string.
    """
    spans = paragraphs(text)
    finder = _Finder(text)
    for (start, end), runs in zip(spans, quoted_runs(text, spans), strict=True):
        finder.paragraph(start, end, runs)
    return sorted(finder.found(), key=lambda quotation: (quotation.start, quotation.end))


@dataclass
class _Draft:
    """A quotation while it is still being put together."""

    start: int
    end: int
    kind: str
    content: list[Offsets]
    speaker: Offsets | None = None
    cue: Offsets | None = None
    open: bool = False  # its last run is left open at a paragraph's end


class _Finder:
    """Reads paragraph after paragraph and remembers who spoke last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[_Draft] = []
        self.last: _Draft | None = None  # the latest attributed quotation,
        self.number = self.last_paragraph = 0  # and in which paragraph it stood
        self.taken: tuple[int, _Draft] | None = None  # a run that continues a draft, and the draft
        self.awaited: tuple[Offsets | None, Offsets | None] | None = None  # “X said:” and no more

    def found(self) -> list[Quotation]:
        """Give the finished quotations."""
        return [
            Quotation(d.start, d.end, d.kind, tuple(d.content), d.speaker, d.cue, self._words(d))
            for d in self.drafts
        ]

    def _words(self, draft: _Draft) -> str:
        # An attribution in between is an open break, like an ellipsis.
        return " … ".join(self.text[a:b] for a, b in draft.content)

    def paragraph(self, start: int, end: int, runs: list[Run]) -> None:
        """Add the quotations of one paragraph."""
        tokens = Paragraph(self.text, start, end, runs)
        if not runs and self._signed(tokens):
            return
        self.number += 1
        self.in_paragraph: _Draft | None = None
        continued = bool(self.drafts) and self.drafts[-1].open and bool(runs)
        self.subject_before: Offsets | None = None
        for a, b in sentences(tokens):
            sentence = Sentence(tokens, a, b)
            if continued and sentence.quoted:
                self._continue_run(tokens, sentence)
                continued = False
            if sentence.quoted or sentence.cues or sentence.has_signs:
                self._sentence(tokens, sentence)
            self._remember_subject(tokens, sentence)
        self._remember_colon(tokens)

    def _signed(self, tokens: Paragraph) -> bool:
        """Credit the quotation above a line such as “— Ada Lovelace” to that name."""
        words = tokens.words
        if not self.drafts or len(words) not in range(2, 12) or words[0] not in SIGNING:
            return False
        stop = next((k for k in range(1, len(words)) if words[k] in ",.("), len(words))
        draft = self.drafts[-1]
        between = self.text[draft.end : tokens.tokens[0].start]
        if stop > 6 or not tokens.capital(1) or draft.kind != "direct" or between.strip(" .\n\r\t"):
            return False
        draft.speaker, draft.cue = tokens.span(1, stop), tokens.span(0, 1)
        return True

    def _continue_run(self, tokens: Paragraph, sentence: Sentence) -> None:
        """Take a quotation that a paragraph left open further into the next one."""
        draft, run = self.drafts[-1], tokens.runs[sentence.quoted[0]]
        draft.content.append((run.start, run.end))
        draft.end, draft.open = run.outer_end, run.continues
        self.in_paragraph = self.last = draft
        self.taken = sentence.quoted[0], draft
        sentence.quoted = sentence.quoted[1:]

    def _sentence(self, tokens: Paragraph, sentence: Sentence) -> None:
        found = read(sentence)
        if self.taken:
            found = self._credit_continued(tokens, found)
        owner = _owners(found, sentence.quoted)
        for number, reading in enumerate(found):
            quoted = [q for q in sentence.quoted if owner.get(q) == number]
            self._add_reading(tokens, reading, quoted)
        for q in sentence.quoted:
            if q not in owner:
                self._add_alone(tokens, sentence, q)

    def _credit_continued(self, tokens: Paragraph, found: list[Reading]) -> list[Reading]:
        """Give a quotation taken over from the paragraph before the speaker named only here."""
        (q, draft), self.taken = self.taken, None
        for reading in found:
            if any(a <= q < b for a, b in reading.content):
                if draft.speaker is None:
                    draft.speaker = tokens.name(*reading.speaker) if reading.speaker else None
                    draft.cue = tokens.span(*reading.cue) if reading.cue else None
                reading.content = [(a, b) for a, b in reading.content if not a <= q < b]
        return [reading for reading in found if reading.content]

    def _remember_subject(self, tokens: Paragraph, sentence: Sentence) -> None:
        if self.in_paragraph is None and not sentence.quoted:
            subject = main_subject(sentence, sentence.end)
            self.subject_before = tokens.span(*subject) if subject else None

    def _remember_colon(self, tokens: Paragraph) -> None:
        """Keep the speaker of “X said in a statement:” for the paragraph that follows."""
        self.awaited = None
        if len(tokens.words) < 2 or tokens.words[-1] != ":":
            return
        *_, (a, b) = sentences(tokens)
        sentence = Sentence(tokens, a, b)
        for i in sentence.cues:
            g = group_start(sentence, i)
            if speaker := subject(sentence, g, sentence.start):
                self.awaited = tokens.span(*speaker), tokens.span(g, i + 1)
        if self.awaited is None and "from" in sentence.words[a:b] and not sentence.finite(a, b):
            name = sentence.words.index("from", a) + 1
            self.awaited = (
                (tokens.span(name, b - 1), tokens.span(b - 1, b)) if name < b - 1 else None
            )
        if self.awaited is None and (speaker := main_subject(sentence, sentence.end)):
            self.awaited = tokens.span(*speaker), tokens.span(b - 1, b)

    def _add_reading(self, tokens: Paragraph, reading: Reading, quoted: list[int]) -> None:
        pieces = [piece for a, b in reading.content if (piece := _trimmed(tokens, a, b))]
        if not pieces:
            return
        speaker = tokens.name(*reading.speaker) if reading.speaker else None
        cue = tokens.span(*reading.cue) if reading.cue else None
        spans = [tokens.span(*piece) for piece in pieces]
        if quoted:
            draft = _with_marks(tokens, pieces, quoted)
            draft.start, draft.end = min(draft.start, spans[0][0]), max(draft.end, spans[-1][1])
        else:
            draft = _Draft(spans[0][0], spans[-1][1], "indirect", spans)
        draft.speaker, draft.cue = speaker, cue
        self._keep(draft)

    def _keep(self, draft: _Draft) -> None:
        """Add a quotation, and remember it as the one that a bare quotation would continue."""
        self.drafts.append(draft)
        self.last, self.last_paragraph = draft, self.number
        if draft.kind != "indirect" or self.in_paragraph is None:
            self.in_paragraph = draft

    def _add_alone(self, tokens: Paragraph, sentence: Sentence, q: int) -> None:
        """Add quoted words that their own sentence credits to nobody."""
        draft = _with_marks(tokens, [(sentence.start, sentence.end)], [q])
        if draft.kind == "direct":
            if not self._continues(draft):
                self._keep(draft) if draft.speaker else self.drafts.append(draft)
            return
        if q not in sentence.titles and len(self._words(draft).split()) >= LONG_ENOUGH:
            self._credit(draft, tokens, sentence)
        self.drafts.append(draft)

    def _credit(self, draft: _Draft, tokens: Paragraph, sentence: Sentence) -> None:
        """Credit a longer run of quoted words to who is speaking, or to the sentence's subject."""
        if self.in_paragraph:
            draft.speaker, draft.cue = self.in_paragraph.speaker, self.in_paragraph.cue
        elif subject := main_subject(sentence, sentence.quoted[0]):
            draft.speaker = tokens.span(*subject)

    def _continues(self, draft: _Draft) -> bool:
        """Credit a free-standing quotation to whoever was speaking just before it."""
        before = self.in_paragraph
        if before is None and self.awaited:
            draft.speaker, draft.cue = self.awaited
            return False
        if before is None and self.subject_before is not None:
            draft.speaker = self.subject_before
            return False
        before = before or self.last
        if before is None:
            return False
        if before.kind == "direct" and self.number - self.last_paragraph <= 1:
            self.last_paragraph = self.number
            before.content += draft.content
            before.end, before.open = draft.end, draft.open
            self.in_paragraph = before
            return True
        draft.speaker, draft.cue = before.speaker, before.cue
        return False


def _with_marks(tokens: Paragraph, pieces: list[tuple[int, int]], quoted: list[int]) -> _Draft:
    """Draft a quotation from quoted runs: direct if nothing but marks and points is around them."""
    runs = [tokens.runs[q] for q in quoted]
    around = (tokens.words[k] for a, b in pieces for k in range(a, b))
    whole = all(word == QUOTED or not word[0].isalnum() for word in around)
    content = [(run.start, run.end) for run in runs]
    kind = "direct" if whole else "mixed"
    draft = _Draft(runs[0].outer_start, runs[-1].outer_end, kind, content)
    draft.open = runs[-1].continues
    return draft


def _owners(found: list[Reading], quoted: list[int]) -> dict[int, int]:
    """Give each quoted run to the innermost reading whose words it stands among."""
    owner: dict[int, int] = {}
    for q in quoted:
        width = None
        for number, reading in enumerate(found):
            for a, b in reading.content:
                if a <= q < b and (width is None or b - a <= width):
                    owner[q], width = number, b - a
    return owner


def _trimmed(tokens: Paragraph, a: int, b: int) -> Offsets | None:
    """Leave punctuation out at both ends of a clause."""
    while a < b and tokens.words[a] in (",", ":", ";", "—", "–", "-"):
        a += 1
    while a < b and tokens.words[b - 1] in (",", ":", ";", ".", "—", "–", "-"):
        b -= 1
    return (a, b) if a < b else None
