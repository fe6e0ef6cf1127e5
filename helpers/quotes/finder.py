"""From attributions to quotations: whose words a pair of marks holds, and who speaks on."""

import re
from dataclasses import dataclass
from itertools import pairwise

from helpers.attribution import words
from helpers.attribution.paragraph import Paragraph, sentences
from helpers.attribution.reading import Range, Reading
from helpers.attribution.rules import read
from helpers.attribution.sentence import Sentence
from helpers.attribution.speakers import main_subject, subject
from helpers.attribution.verb_group import group_start
from helpers.quotes.quotation import Offsets, Quotation
from helpers.text.marks import Run, paragraphs, quoted_runs

LONG_ENOUGH = 5  # words: a longer quotation that no cue introduces is still someone's
SIGNATURE = re.compile(r"\s*(--|[—–―~-])\s*([^\W\d_][^,.(\n]{0,60}?)\s*(?:[,.(].*)?\Z", re.DOTALL)
Credit = tuple[Offsets | None, Offsets | None]  # speaker and cue


def find_quotes(text: str) -> list[Quotation]:
    """Return what is quoted or reported in a text, and who is said to have said it, in order.

    *direct*: the reported words are all inside marks; *mixed*: marks around part of a sentence;
    *indirect*: the reported clause of a sentence without marks. Never raises on a string.
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
        self.awaited: Credit | None = None  # “X said:” and no more

    def found(self) -> list[Quotation]:
        """Return the finished quotations."""
        return [
            Quotation(d.start, d.end, d.kind, tuple(d.content), d.speaker, d.cue, self._words(d))
            for d in self.drafts
        ]

    def _words(self, draft: _Draft) -> str:
        # An attribution in between is an open break, like an ellipsis.
        return " … ".join(self.text[a:b] for a, b in draft.content)

    def paragraph(self, start: int, end: int, runs: list[Run]) -> None:
        """Add the quotations of one paragraph."""
        if self._signs(start, end):
            return
        p = Paragraph(self.text, start, end, runs)
        self.number += 1
        self.in_paragraph: _Draft | None = None
        self.subject_before: Credit | None = None
        left_open = [draft for draft in self.drafts[-1:] if draft.open]
        for a, b in sentences(p):
            sentence = Sentence(p, a, b)
            found = read(sentence)
            if left_open and sentence.quoted:
                found = self._go_on(sentence, found, left_open.pop())
            self._sentence(sentence, found)
        self.awaited = _awaited(sentence) if p.words[-1:] == [":"] else None

    def _signs(self, start: int, end: int) -> bool:
        """Credit the quotation above a line such as “— Ada Lovelace” to that name."""
        signature = SIGNATURE.match(self.text, start, end)
        if not signature or not signature[2][0].isupper() or not self.drafts:
            return False
        draft = self.drafts[-1]
        if draft.kind != "direct" or self.text[draft.end : start].strip(" .\n\r\t"):
            return False
        draft.speaker, draft.cue = signature.span(2), signature.span(1)
        return True

    def _go_on(self, s: Sentence, found: list[Reading], draft: _Draft) -> list[Reading]:
        """Take a quotation that a paragraph left open further, and its speaker if named here."""
        q, *s.quoted = s.quoted
        run = s.p.runs[q]
        draft.content.append((run.start, run.end))
        draft.end, draft.open = run.outer_end, run.continues
        self.in_paragraph = self.last = draft
        for reading in found:
            others = [(a, b) for a, b in reading.content if not a <= q < b]
            if others != reading.content and draft.speaker is None:
                draft.speaker, draft.cue = _credit(s.p, reading)
            reading.content = others
        return found

    def _sentence(self, s: Sentence, found: list[Reading]) -> None:
        owner = _owners(found, s.quoted)
        for number, reading in enumerate(found):
            self._add(s.p, reading, [q for q in s.quoted if owner.get(q) == number])
        for q in s.quoted:
            if q not in owner:
                self._add_alone(s, q)
        speaker = main_subject(s, s.end)
        self.subject_before = (s.p.span(*speaker), None) if speaker else None

    def _add(self, p: Paragraph, reading: Reading, quoted: list[int]) -> None:
        pieces = [piece for a, b in reading.content if (piece := _trimmed(p, a, b))]
        if not pieces:
            return
        spans = [p.span(*piece) for piece in pieces]
        if reading.how == "naming" and _apart(p, quoted):
            for q in quoted:
                draft = _with_marks(p, pieces, [q])
                draft.speaker, draft.cue = _credit(p, reading)
                self._keep(draft)
            return
        draft = _Draft(spans[0][0], spans[-1][1], "indirect", spans)
        if quoted:
            draft = _with_marks(p, pieces, quoted)
            draft.start, draft.end = min(draft.start, spans[0][0]), max(draft.end, spans[-1][1])
        draft.speaker, draft.cue = _credit(p, reading)
        self._keep(draft)

    def _keep(self, draft: _Draft) -> None:
        """Add a quotation, and remember it as the one that a bare quotation would continue."""
        self.drafts.append(draft)
        self.last, self.last_paragraph = draft, self.number
        if draft.kind != "indirect" or self.in_paragraph is None:
            self.in_paragraph = draft

    def _add_alone(self, s: Sentence, q: int) -> None:
        """Add quoted words that their own sentence credits to nobody."""
        draft = _with_marks(s.p, [(s.start, s.end)], [q])
        if draft.kind == "direct":
            if self._continues(draft):
                return
            if draft.speaker:
                self._keep(draft)
                return
        elif q not in s.titles and len(self._words(draft).split()) >= LONG_ENOUGH:
            self._credit_to_subject(draft, s)
        self.drafts.append(draft)

    def _credit_to_subject(self, draft: _Draft, s: Sentence) -> None:
        """Credit a longer run of quoted words to who is speaking, or to the sentence's subject."""
        if self.in_paragraph:
            draft.speaker, draft.cue = self.in_paragraph.speaker, self.in_paragraph.cue
        elif speaker := main_subject(s, s.quoted[0]):
            draft.speaker = s.p.span(*speaker)

    def _continues(self, draft: _Draft) -> bool:
        """Credit a free-standing quotation to whoever was speaking just before it."""
        handed_over = self.in_paragraph is None and (self.awaited or self.subject_before)
        if handed_over:
            draft.speaker, draft.cue = handed_over
            return False
        before = self.in_paragraph or self.last
        if before is None:
            return False
        if before.kind != "direct" or self.number - self.last_paragraph > 1:
            draft.speaker, draft.cue = before.speaker, before.cue
            return False
        self.last_paragraph = self.number
        before.content += draft.content
        before.end, before.open = draft.end, draft.open
        self.in_paragraph = before
        return True


def _credit(p: Paragraph, reading: Reading) -> Credit:
    return p.name(*reading.speaker) if reading.speaker else None, p.span(*reading.cue)


def _awaited(s: Sentence) -> Credit | None:
    """Return the speaker of “X said in a statement:” or “From X:”, for the paragraph after it."""
    for i in reversed(s.cues):
        g = group_start(s, i)
        if speaker := subject(s, g, s.start):
            return s.p.span(*speaker), s.p.span(g, i + 1)
    speaker, colon = main_subject(s, s.end), s.end - 1
    if "from" in s.words[s.start : colon - 1] and not s.finite(s.start, s.end):
        speaker = s.words.index("from", s.start) + 1, colon
    return (s.p.span(*speaker), s.p.span(colon, s.end)) if speaker else None


def _with_marks(p: Paragraph, pieces: list[Range], quoted: list[int]) -> _Draft:
    """Draft a quotation from quoted runs: direct if nothing but marks and points is around them."""
    runs = [p.runs[q] for q in quoted]
    around = (p.words[k] for a, b in pieces for k in range(a, b))
    whole = not any(word[0].isalnum() for word in around)
    content = [(run.start, run.end) for run in runs]
    draft = _Draft(runs[0].outer_start, runs[-1].outer_end, "direct" if whole else "mixed", content)
    draft.open = runs[-1].continues
    return draft


def _apart(p: Paragraph, quoted: list[int]) -> bool:
    """Return whether each run is a word of its own: the “few”, not the “many”."""
    between = [p.words[a + 1 : b] for a, b in pairwise(quoted)]
    return bool(between) and all(
        words.JOINING_NOUNS.issuperset(joint) and not words.DETERMINERS.isdisjoint(joint)
        for joint in between
    )


def _owners(found: list[Reading], quoted: list[int]) -> dict[int, int]:
    """Give each quoted run to the innermost reading whose words it stands among."""
    owner: dict[int, int] = {}
    for q in quoted:
        around = [
            (b - a, -number)
            for number, reading in enumerate(found)
            for a, b in reading.content
            if a <= q < b
        ]
        if around:
            owner[q] = -min(around)[1]
    return owner


def _trimmed(p: Paragraph, a: int, b: int) -> Range | None:
    """Leave punctuation out at both ends of a clause."""
    kept = [k for k in range(a, b) if p.words[k] not in words.EDGES]
    return (kept[0], kept[-1] + 1) if kept else None
