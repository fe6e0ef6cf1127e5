"""Stretches of a quotation that stand in a source, and the alignment that finds them."""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from helpers.quotes.tracing.quoted import Quoted
from helpers.quotes.tracing.words import Word, words_of

# Prices in matched words: a run is kept while it gains more by its words than its gaps cost.
QUOTED_GAP = 0.7  # for a quoted word with no source: less than the word that a run gains
SOURCE_GAP = 0.25  # for a source word passed over: leaving words out is how quotations are made
LONGEST_GAP = 6.0  # at most, so that two long runs hold together across any gap
SHOWN_GAP, LONGEST_SHOWN_GAP = 0.01, 1.5  # the same under a shown cut, which may be long
FAR = 20  # source words passed over that make a join of two passages
FEW_WORDS = 12  # up to so many, a source must have all: in a row, or in another order
BESIDE = 100  # code points in which the few words beside a block stand


@dataclass(frozen=True)
class Block:
    """`size` quoted words from number `quoted` on, found in a document as `words`."""

    quoted: int
    document: int  # its number among the sources
    words: tuple[Word, ...]

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.words)

    @property
    def until(self) -> int:
        """The number of the first quoted word after it."""
        return self.quoted + len(self.words)

    @property
    def start(self) -> int:
        """Where it starts in the document, in code points."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the document, in code points."""
        return self.words[-1].end

    def part(self, first: int, last: int) -> "Block":
        """Return the words from `first` up to `last`, counted inside the block."""
        return Block(self.quoted + first, self.document, self.words[first:last])


def align(
    quoted: Quoted, a: int, b: int, document: int, source: list[Word]
) -> tuple[list[Block], float]:
    """Align quoted words `a` up to `b` with a stretch of source; return blocks and their score."""
    theirs = [word.plain for word in source]
    mine = _as_in_source(quoted, a, b, theirs)
    matches = _matches(mine, theirs, bool(quoted.signed(a + 1, b - 1)))
    matches = _in_place(mine, theirs, matches)
    best, best_score, score, first = [], 0.0, 0.0, 0
    for n, (q, s, size) in enumerate(matches):
        if n:
            before_q, before_s, before = matches[n - 1]
            score -= _gap_cost(quoted, a + before_q + before, a + q, s - before_s - before)
        if score <= 0:
            score, first = 0.0, n
        score += size
        if score > best_score:
            best, best_score = matches[first : n + 1], score
    return [Block(a + q, document, tuple(source[s : s + n])) for q, s, n in best], best_score


def _as_in_source(quoted: Quoted, a: int, b: int, theirs: list[str]) -> list[str]:
    """Return the quoted words, agree[d] spelt as the source has it beside the same word."""
    mine = [word.plain for word in quoted.words[a:b]]
    for n in (n - a for n in quoted.retouched.keys() & range(a, b)):
        for s, word in enumerate(theirs):
            beside = (
                mine[n - 1 : n] == theirs[s - 1 : s] or mine[n + 1 : n + 2] == theirs[s + 1 : s + 2]
            )
            if beside and quoted.retouched[a + n].fullmatch(word):
                mine[n] = word
    return mine


def _matches(mine: list[str], theirs: list[str], cut: bool) -> list[tuple[int, int, int]]:
    """Return what both have in the same order: (quoted, source, size), around the longest run.

    What stands on its two sides is looked for nearby, unless the quotation shows a cut.
    """
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if cut:
        return list(matcher.get_matching_blocks())
    q, s, size = matcher.find_longest_match()
    left = _nearby(mine[:q][::-1], theirs[:s][::-1])
    right = _nearby(mine[q + size :], theirs[s + size :])
    return [
        *((q - x - n, s - y - n, n) for x, y, n in reversed(left)),
        (q, s, size),
        *((q + size + x, s + size + y, n) for x, y, n in right),
    ]


def _nearby(mine: list[str], theirs: list[str]) -> list[tuple[int, int, int]]:
    near = theirs[: len(mine) + FAR]
    return list(SequenceMatcher(None, mine, near, autojunk=False).get_matching_blocks())


def _gap_cost(quoted: Quoted, a: int, b: int, passed_over: int) -> float:
    if quoted.shown(a, b):
        return min(SHOWN_GAP * passed_over, LONGEST_SHOWN_GAP)
    return QUOTED_GAP * (b - a) + min(SOURCE_GAP * passed_over, LONGEST_GAP)


def _in_place(
    mine: list[str], theirs: list[str], matches: list[tuple[int, int, int]]
) -> list[tuple[int, int, int]]:
    """Return the matches word for word if the source has the same few words in another order."""
    for q, s, _ in matches if len(mine) <= FEW_WORDS else ():
        there = theirs[max(0, s - q) : s - q + len(mine)]
        same = [n for n, pair in enumerate(zip(mine, there, strict=False)) if len({*pair}) == 1]
        if len(same) >= sum(size for *_, size in matches):
            ends = (n + 1 for n in same if n + 1 not in same)
            return [(n, s - q + n, next(ends) - n) for n in same if n - 1 not in same]
    return matches


def rearranged(text: str, quoted: Quoted, blocks: list[Block]) -> bool:
    """Return whether the source has the same few words where the blocks stand, in another order."""
    mine = Counter(word.plain for word in quoted.words)
    start, end = blocks[0].start, blocks[-1].end
    before = words_of(text, max(0, start - BESIDE), start)
    after = words_of(text, end, end + BESIDE)
    there = [
        *before[max(0, len(before) - blocks[0].quoted) :],
        *words_of(text, start, end),
        *after[: len(quoted.words) - blocks[-1].until],
    ]
    return mine == Counter(word.plain for word in there)
