"""Draws up pieces, differences and verdict from the blocks that were found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from helpers.quotes.tracing.blocks import FAR, Block, rearranged
from helpers.quotes.tracing.index import Index
from helpers.quotes.tracing.quoted import SHOWN_CUT, Quoted
from helpers.quotes.tracing.record import (
    NEAR,
    SENTENCE_BREAK,
    Between,
    rest_of_sentence,
    start_of_sentence,
)
from helpers.quotes.tracing.words import Word, letters_of, words_of

VERDICTS = ("spliced", "altered", "trimmed")  # the first that there is a sign of; else exact
LISTED = 60  # passed-over source words that are still printed in the difference
FEW = 3  # source words left out between two quoted sentences that do not make it a join
EDGE = 3  # words at either end that are taken to replace as many of the source
RESPELT = 2  # source words more than quoted ones that are tried as another spelling of them
# How much must be found to call it the same words: share of the words, and of what they tell.
LONG_RUN, LEAST = 10, 0.3  # so long a run in a row counts from this share of the words on,
FAIR_RUN, ENOUGH = 6, 0.6  # a shorter one from this,
MOST = 0.75  # and scattered words, or passages from different places, from this
STRETCH = 1.3  # scattered words may stand among so many times the quoted ones,
SURE = 0.85  # unless they are this share of the quotation
TOLD = 0.4  # common words alone are no find: so much of what the rare words tell must be there
JOINING_WORDS = frozenset("and but so or because nor yet then".split())
CLOSED = re.compile(rf"\s*(?!{SHOWN_CUT.pattern})(?:[.!?].*)?", re.DOTALL)
ANY_BREAK = re.compile(r"[^\w\s]|\n\s*\n")


@dataclass(frozen=True)
class Edit:
    """One step of the word-level difference between source and quotation."""

    op: str  # equal, replace, insert or delete, seen from the source: delete: it has more words
    source_text: str  # the source's words, or ""
    quoted_text: str  # the quotation's words, or ""; for a shown deletion the mark that shows it


@dataclass(frozen=True)
class Trace:
    """Where a quotation was found, and what was changed in it.

    Whether its context was changed is for a reader to say.
    """

    verdict: str  # exact, trimmed, altered, spliced or not-found
    score: float  # share of the quoted words that were found in the sources, 0 to 1
    pieces: tuple[tuple[str, int, int], ...] = ()  # document, start, end (code points), as quoted
    edits: tuple[Edit, ...] = ()  # from the quotation's first word to its last


@dataclass
class _Step:
    """One step of the difference while it is still kept as places in both texts."""

    op: str
    source: tuple[int, int, int] | None  # document, start, end
    quoted: tuple[int, int] | None
    mark: str = ""


class Account:
    """The account of one quotation; `trace` draws it up."""

    def __init__(self, names: list[str], index: Index, quoted: Quoted, blocks: list[Block]) -> None:
        self.names, self.texts, self.index, self.quoted = names, index.texts, index, quoted
        self.blocks = [part for block in blocks for part in self._parted(block)]
        self.steps: list[_Step] = []
        self.pieces: list[tuple[int, int, int]] = []
        self.signs: set[str] = set()
        self.apart = False  # whether the next step begins a new piece

    def trace(self) -> Trace:
        """Return the finished account."""
        length = len(list(self.quoted.own(0, len(self.quoted.words))))
        score = sum(block.size for block in self.blocks) / max(length, 1)
        if not self.blocks or not self._enough(score, length):
            return Trace("not-found", round(score, 4))
        first = self.blocks[0]
        self._piece(first)
        self._head(first)
        self._equal(first)
        for before, after in pairwise(self.blocks):
            self._join(before, after)
            self._equal(after)
        self._tail(self.blocks[-1])
        verdict = next((sign for sign in VERDICTS if sign in self.signs), "exact")
        pieces = tuple((self.names[document], a, b) for document, a, b in self.pieces)
        return Trace(verdict, round(score, 4), pieces, tuple(self._edits()))

    # -- is it there at all? --------------------------------------------------------------------

    def _enough(self, score: float, length: int) -> bool:
        """Return whether enough was found, in long enough runs, to call it the same words."""
        longest = max(block.size for block in self.blocks)
        if longest >= LONG_RUN:
            return score >= LEAST
        if score == 1 or self._told() < TOLD:
            return score == 1
        if not all(self._near(*pair) for pair in pairwise(self.blocks)):
            return score >= MOST and longest >= FAIR_RUN  # bits from all over prove little
        if longest >= FAIR_RUN:
            return score >= ENOUGH
        text, first, last = self.texts[self.blocks[0].document], self.blocks[0], self.blocks[-1]
        if rearranged(text, self.quoted, self.blocks):
            return True
        close = len(words_of(text, first.start, last.end)) <= STRETCH * length
        return score >= (MOST if close else SURE)

    def _told(self) -> float:
        """Return the share found of what the quoted words tell, rare words telling more."""
        own = self.quoted.own(0, len(self.quoted.words))
        found = (
            word for block in self.blocks for word in self.quoted.own(block.quoted, block.until)
        )
        told, all_told = (sum(self.index.weight(w.key) for w in words) for words in (found, own))
        return told / all_told

    def _near(self, before: Block, after: Block) -> bool:
        return before.document == after.document and 0 <= after.start - before.end <= NEAR

    # -- blocks ---------------------------------------------------------------------------------

    def _parted(self, block: Block) -> Iterator[Block]:
        """Part a block where the source begins a sentence."""
        text, first = self.texts[block.document], 0
        for n, (before, word) in enumerate(pairwise(block.words), 1):
            if SENTENCE_BREAK.search(text, before.end, word.start + 1):
                yield block.part(first, n)
                first = n
        yield block.part(first, block.size)

    def _piece(self, block: Block) -> None:
        self.pieces.append((block.document, block.start, block.end))
        self.apart = True

    def _equal(self, block: Block) -> None:
        """Write down matching words; an accent that differs, or a shown letter, is a change."""
        for n, word in enumerate(block.words, block.quoted):
            mine = self.quoted.words[n]
            same = mine.key == word.key and n not in self.quoted.retouched
            self._step("equal" if same else "replace", block.document, [word], n, n + 1)

    # -- what lies between them -----------------------------------------------------------------

    def _join(self, before: Block, after: Block) -> None:
        """Account for what lies between two blocks."""
        a, b = before.until, after.quoted
        mark = self.quoted.signed(a, b)
        if not self._near(before, after):
            self._far_join(before, after, mark)
            return
        between = Between(self.texts[after.document], before.end, after.start)
        passed = between.words
        if letters_of(between.all) == letters_of(self.quoted.words[a:b]):
            passed, between.added = between.all, []  # its brackets stand in the source too
        bridged = not mark or (not passed and a == b)  # a mark with nothing left out is a pause
        if bridged and not self._splices(between, before, after):
            self.pieces[-1] = (after.document, self.pieces[-1][1], after.end)
            self._change(after.document, passed, a, b)
        else:
            self._piece(after)
            self.signs.add("trimmed" if mark else "spliced")
            self._delete(after.document, passed[:LISTED], mark)
            self._insert(a, b)
        for words in between.added:
            self._delete(after.document, words, "")

    def _far_join(self, before: Block, after: Block, mark: str) -> None:
        """Account for two passages from different places, or in another order."""
        self._piece(after)
        turned = before.document == after.document and after.start < before.end
        self.signs.add("trimmed" if mark and not turned else "spliced")
        if not turned:
            left = rest_of_sentence(self.texts[before.document], before.end)
            self._delete(before.document, left[:LISTED], mark)
            left = start_of_sentence(self.texts[after.document], after.start)
            self._delete(after.document, left[-LISTED:], mark)
        self._insert(before.until, after.quoted)

    def _splices(self, between: Between, before: Block, after: Block) -> bool:
        """Return whether two passages near each other were joined without a sign."""
        a, b, passed = before.until, after.quoted, len(between.words)
        if between.aside or (a < b and self.quoted.all_bracketed(a, b)):
            return False
        if passed > FAR:
            return True
        if not between.sentence_end:
            return False
        text, last = self.quoted.text, self.quoted.words[a - 1]
        first = self.quoted.words[b]
        if not passed:
            runs_on = text[first.start].islower() and first.plain not in JOINING_WORDS
            return runs_on and not ANY_BREAK.search(text, last.end, first.start)
        if SENTENCE_BREAK.search(text, last.end, first.start):
            return passed > FEW
        return passed > b - a + 1

    def _change(self, document: int, passed: list[Word], a: int, b: int) -> None:
        """Write down words changed, added or dropped within one passage."""
        mine = self.quoted.words[a:b]
        if letters_of(passed) == letters_of(mine):
            self._step("equal", document, passed, a, b)
        elif mine and passed and self.quoted.all_bracketed(a, b):
            self.signs.add("trimmed")
            self._delete(document, passed, self.quoted.shown(a, b))
        elif mine and passed:
            self._step("replace", document, passed, a, b)
        elif passed:
            self.signs.add("altered")
            self._delete(document, passed, "")
        else:
            self._insert(a, b)

    # -- what lies around them ------------------------------------------------------------------

    def _head(self, first: Block) -> None:
        """Account for quoted words before the first block."""
        k = first.quoted
        earlier = start_of_sentence(self.texts[first.document], first.start)
        if size := self._replaced(earlier[::-1], 0, k):
            words = earlier[-size:]
            self.pieces[0] = (first.document, words[0].start, first.end)
            self._change(first.document, words, 0, k)
        else:
            self._insert(0, k)

    def _tail(self, last: Block) -> None:
        """Account for quoted words after the last block."""
        a, b, mine = last.until, len(self.quoted.words), self.quoted.words[-1]
        later = rest_of_sentence(self.texts[last.document], last.end)
        if size := self._replaced(later, a, b):
            words = later[:size]
            self.pieces[-1] = (*self.pieces[-1][:2], words[-1].end)
            self._change(last.document, words, a, b)
        elif a < b:
            self._insert(a, b)
        elif "spliced" in self.signs and CLOSED.fullmatch(self.quoted.text, mine.end):
            # A join whose last sentence is broken off as if it ended there: name what is missing.
            self._delete(last.document, later[:LISTED], "")

    def _replaced(self, beside: list[Word], a: int, b: int) -> int:
        """Return how many source words, nearest first, quoted words at an end stand for."""
        mine = letters_of(self.quoted.words[a:b])
        for size in range(1, min(len(beside), b - a + RESPELT) + 1) if a < b else ():
            words = sorted(beside[:size], key=lambda word: word.start)
            if letters_of(words) == mine:
                return size
        few = b - a <= EDGE and not any(n in self.quoted.bracketed for n in range(a, b))
        return min(len(beside), b - a) if few else 0

    # -- the difference, as it is printed -------------------------------------------------------

    def _insert(self, a: int, b: int) -> None:
        if a < b:
            self.signs.add("trimmed" if self.quoted.all_bracketed(a, b) else "altered")
            self.steps.append(_Step("insert", None, self.quoted.place(a, b)))

    def _delete(self, document: int, words: list[Word], mark: str) -> None:
        if words:
            place = (document, words[0].start, words[-1].end)
            self.steps.append(_Step("delete", place, None, mark))

    def _step(self, op: str, document: int, words: list[Word], a: int, b: int) -> None:
        """Add words that both have, or lengthen the last step where both texts simply run on."""
        if not words:
            return
        if op == "replace":
            self.signs.add("trimmed" if self._touched_up(words, a, b) else "altered")
        step = _Step(op, (document, words[0].start, words[-1].end), self.quoted.place(a, b))
        if self.steps and self.steps[-1].op == op and not self.apart:
            last = self.steps[-1]
            last.source = (document, last.source[1], step.source[2])
            last.quoted = (last.quoted[0], step.quoted[1])
        else:
            self.steps.append(step)
        self.apart = False

    def _touched_up(self, words: list[Word], a: int, b: int) -> bool:
        """Return whether the quotation shows in brackets which letters it changed."""
        shapes = [self.quoted.retouched.get(n) for n in range(a, b)]
        pairs = zip(shapes, words, strict=False)
        return all(shape and shape.fullmatch(word.key) for shape, word in pairs)

    def _edits(self) -> Iterator[Edit]:
        for step in self.steps:
            document, start, end = step.source or (0, 0, 0)
            mine = self.quoted.text[slice(*step.quoted)] if step.quoted else step.mark
            yield Edit(step.op, self.texts[document][start:end], mine)
