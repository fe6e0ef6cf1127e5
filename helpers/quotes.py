"""Lesson 3, quotations: which words are quoted, who is said to have said them, and where."""

from dataclasses import dataclass, field

from helpers.attribution import (
    QUOTED,
    SIGNING,
    Attribution,
    Sentence,
    Tokens,
    attributions,
    main_subject,
    sentences,
    tokenize,
)
from helpers.quote_marks import Run, paragraphs, quoted_runs
from helpers.tracing import Edit, Sources, Trace

__all__ = ["Edit", "Quotation", "Sources", "Trace", "find_quotes"]

Offsets = tuple[int, int]


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
    speaker: Offsets | None
    cue: Offsets | None
    open: bool = False  # its last run is left open at a paragraph's end


class _Finder:
    """Reads paragraph after paragraph and remembers who spoke last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[_Draft] = []
        self.last: _Draft | None = None  # the latest attributed quotation
        self.ended_with_words = False  # the last paragraph ended with it
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
        tokens = tokenize(self.text, start, end, runs)
        if not runs and self._signed(tokens):
            return
        self.in_paragraph: _Draft | None = None
        continued = bool(self.drafts) and self.drafts[-1].open and bool(runs)
        self.subject_before: Offsets | None = None
        for a, b in sentences(tokens):
            sentence = Sentence(tokens, a, b)
            if continued and sentence.quoted:
                self._continue_run(tokens, sentence)
                continued = False
            if (
                sentence.quoted
                or sentence.cues
                or ":" in tokens.words[a:b]
                or "according" in tokens.words[a:b]
            ):
                self._sentence(tokens, sentence)
            else:
                self.ended_with_words = False
            self._remember_subject(tokens, sentence)
        self._remember_colon(tokens)

    def _signed(self, tokens: Tokens) -> bool:
        """Credit the quotation above a line such as “— Ada Lovelace” to that name."""
        words = tokens.words
        if not self.drafts or len(words) not in range(2, 12) or words[0] not in SIGNING:
            return False
        stop = next((k for k in range(1, len(words)) if words[k] in ",.("), len(words))
        draft = self.drafts[-1]
        between = self.text[draft.end : tokens.starts[0]]
        if stop > 6 or not tokens.capital(1) or draft.kind != "direct" or between.strip(" .\n\r\t"):
            return False
        draft.speaker, draft.cue = tokens.span(1, stop), tokens.span(0, 1)
        return True

    def _continue_run(self, tokens: Tokens, sentence: Sentence) -> None:
        """Take a quotation that a paragraph left open further into the next one."""
        draft, run = self.drafts[-1], tokens.runs[sentence.quoted[0]]
        draft.content.append((run.start, run.end))
        draft.end, draft.open = run.outer_end, run.continues
        self.in_paragraph = self.last = draft
        self.taken = sentence.quoted[0], draft
        sentence.quoted = sentence.quoted[1:]

    def _sentence(self, tokens: Tokens, sentence: Sentence) -> None:
        readings = attributions(sentence)
        if self.taken:
            readings = self._credit_continued(tokens, readings)
        owner = _owners(readings, sentence.quoted)
        for number, reading in enumerate(readings):
            quoted = [q for q in sentence.quoted if owner.get(q) == number]
            self._add_reading(tokens, reading, quoted)
        for q in sentence.quoted:
            if q not in owner:
                self._add_alone(tokens, sentence, q)

    def _credit_continued(self, tokens: Tokens, readings: list[Attribution]) -> list[Attribution]:
        """Give a quotation taken over from the paragraph before the speaker named only here."""
        (q, draft), self.taken = self.taken, None
        for reading in readings:
            if any(a <= q < b for a, b in reading.content):
                if draft.speaker is None:
                    draft.speaker = tokens.span(*reading.speaker) if reading.speaker else None
                    draft.cue = tokens.span(*reading.cue) if reading.cue else None
                reading.content = [(a, b) for a, b in reading.content if not a <= q < b]
        return [reading for reading in readings if reading.content]

    def _remember_subject(self, tokens: Tokens, sentence: Sentence) -> None:
        if self.in_paragraph is None and not sentence.quoted:
            subject = main_subject(sentence, sentence.end)
            self.subject_before = tokens.span(*subject) if subject else None

    def _remember_colon(self, tokens: Tokens) -> None:
        """Keep the speaker of “X said in a statement:” for the paragraph that follows."""
        self.awaited = None
        if tokens.words and tokens.words[-1] == ":" and len(tokens.words) > 1:
            *_, (a, b) = sentences(tokens)
            sentence = Sentence(tokens, a, b)
            subject = None
            for i in sentence.cues:
                g = sentence.group(i)
                subject = sentence.subject(g, sentence.start)
                if subject:
                    self.awaited = tokens.span(*subject), tokens.span(g, i + 1)
            if not subject and not self.awaited:
                subject = main_subject(sentence, sentence.end)
                colon = tokens.span(len(tokens.words) - 1, len(tokens.words))
                self.awaited = (tokens.span(*subject), colon) if subject else None

    def _add_reading(self, tokens: Tokens, reading: Attribution, quoted: list[int]) -> None:
        pieces = [_trimmed(tokens, a, b) for a, b in reading.content]
        pieces = [piece for piece in pieces if piece]
        if not pieces:
            return
        speaker = tokens.span(*reading.speaker) if reading.speaker else None
        cue = tokens.span(*reading.cue) if reading.cue else None
        if not quoted:
            spans = [tokens.span(*piece) for piece in pieces]
            self.drafts.append(_Draft(spans[0][0], spans[-1][1], "indirect", spans, speaker, cue))
            self.ended_with_words = True
            self.last = self.drafts[-1]
            if self.in_paragraph is None or self.in_paragraph.kind == "indirect":
                self.in_paragraph = self.last
            return
        runs = [tokens.runs[q] for q in quoted]
        whole = all(
            tokens.words[k] == QUOTED or not tokens.words[k][0].isalnum()
            for a, b in pieces
            for k in range(a, b)
        )
        kind = "direct" if whole else "mixed"
        start, end = tokens.starts[pieces[0][0]], tokens.ends[pieces[-1][1] - 1]
        if whole:
            start, end = runs[0].outer_start, runs[-1].outer_end
        draft = _Draft(
            min(start, runs[0].outer_start),
            max(end, runs[-1].outer_end),
            kind,
            [(r.start, r.end) for r in runs],
            speaker,
            cue,
            runs[-1].continues,
        )
        self.drafts.append(draft)
        self.last = self.in_paragraph = draft
        self.ended_with_words = True

    def _add_alone(self, tokens: Tokens, sentence: Sentence, q: int) -> None:
        """Add quoted words that their own sentence credits to nobody."""
        run = tokens.runs[q]
        alone = all(
            tokens.words[k] == QUOTED or not tokens.words[k][0].isalnum()
            for k in range(sentence.start, sentence.end)
        )
        draft = _Draft(
            run.outer_start,
            run.outer_end,
            "direct" if alone else "mixed",
            [(run.start, run.end)],
            None,
            None,
            run.continues,
        )
        if alone:
            if self._continues(draft):
                return
        elif len(self.text[run.start : run.end].split()) >= 5 and self.in_paragraph:
            draft.speaker, draft.cue = self.in_paragraph.speaker, self.in_paragraph.cue
        elif len(self.text[run.start : run.end].split()) >= 5:
            subject = main_subject(sentence, q)
            draft.speaker = tokens.span(*subject) if subject else None
        self.drafts.append(draft)
        if alone and draft.speaker:
            self.last = self.in_paragraph = draft

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
        if before.kind == "direct":
            before.content += draft.content
            before.end, before.open = draft.end, draft.open
            self.in_paragraph = before
            return True
        draft.speaker, draft.cue = before.speaker, before.cue
        return False


def _owners(readings: list[Attribution], quoted: list[int]) -> dict[int, int]:
    """Give each quoted run to the innermost reading whose words it stands among."""
    owner: dict[int, int] = {}
    for q in quoted:
        width = None
        for number, reading in enumerate(readings):
            for a, b in reading.content:
                if a <= q < b and (width is None or b - a <= width):
                    owner[q], width = number, b - a
    return owner


def _trimmed(tokens: Tokens, a: int, b: int) -> Offsets | None:
    """Leave punctuation out at both ends of a clause."""
    while a < b and tokens.words[a] in (",", ":", ";", "—", "–", "-"):
        a += 1
    while a < b and tokens.words[b - 1] in (",", ":", ";", ".", "—", "–", "-"):
        b -= 1
    return (a, b) if a < b else None
