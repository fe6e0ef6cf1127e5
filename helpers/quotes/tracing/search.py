"""Covers a quotation with blocks of source words: first as a whole, then what is left over."""

import re
from itertools import pairwise

from helpers.quotes.tracing.blocks import BESIDE, Block, align
from helpers.quotes.tracing.index import Index
from helpers.quotes.tracing.quoted import Quoted
from helpers.quotes.tracing.record import Between
from helpers.quotes.tracing.words import searchable, terms_of, words_of

STRAY = 2  # words passed over that part a single word from the others
CHUNK = 120  # words looked up at once
MOST_LOOKUPS = 30
LEAST = 3  # words that are looked up on their own; two beside a shown cut
RAREST = 10  # words of a quotation that are looked up
MOST_IN_A_ROW = 3000  # passages looked at for words in a row
CANDIDATES = 24  # passages whose words are compared at all
ALIGNED = 6  # passages that are aligned word by word
MARGIN = 600  # code points looked at on both sides of a passage
MARGIN_PER_WORD = 8  # or so many for each word
SHORT = 4  # a quotation of so few words must be found whole
SAME_DOCUMENT = 0.5  # words that a passage is ahead where its document was found already
# What convinces in an alignment: chance aligns common words, but not many of them in a row.
DENSE = 0.55  # share of its span that an alignment must match
LONG_RUN, MOST = 4, 0.65  # so many words in a row, or this share of all


class Search:
    """The look-ups for one quotation."""

    def __init__(self, index: Index, quoted: Quoted) -> None:
        self.index, self.quoted, self.words = index, quoted, quoted.words
        self.found: list[Block] = []

    def run(self) -> list[Block]:
        """Return the blocks that cover the quotation, in its order."""
        ends = [*range(0, len(self.words), CHUNK), len(self.words)]
        stretches = list(pairwise(ends))
        for _ in range(MOST_LOOKUPS):
            if not stretches:
                break
            a, b = stretches.pop(0)
            blocks = self._best(a, b)
            self.found += blocks
            stretches += self._left_over(a, b, blocks) if blocks else self._parts(a, b)
        return self._at_shown_cuts(sorted(self.found, key=lambda block: block.quoted))

    def _left_over(self, a: int, b: int, blocks: list[Block]) -> list[tuple[int, int]]:
        starts, ends = [block.quoted for block in blocks], [block.until for block in blocks]
        pairs = zip([a, *ends], [*starts, b], strict=True)
        return [
            (x, y)
            for x, y in pairs
            if len(list(self.quoted.own(x, y))) >= (2 if self.quoted.signed(x, y) else LEAST)
        ]

    def _parts(self, a: int, b: int) -> list[tuple[int, int]]:
        """Part a stretch that was not found as a whole: at the cuts that it shows."""
        cuts = sorted(self.quoted.cuts.keys() & range(a + 1, b))
        return list(pairwise([a, *cuts, b])) if cuts else []

    # -- where to look --------------------------------------------------------------------------

    def _best(self, a: int, b: int) -> list[Block]:
        """Find the best alignment of words `a` up to `b`."""
        mine = terms_of(" ".join(word.plain for word in self.words[a:b]))
        windows = sorted(self._windows(a, b), key=lambda window: -self._shared(window, mine))
        best, best_score = [], 0.0
        for document, start, end in windows[:ALIGNED]:
            source = words_of(self.index.texts[document], start, end)
            blocks, score = align(self.quoted, a, b, document, source)
            blocks = self._without_strays(blocks)
            score += SAME_DOCUMENT * any(block.document == document for block in self.found)
            if blocks and score > best_score and self._convincing(a, b, blocks):
                best, best_score = blocks, score
        return best

    def _without_strays(self, blocks: list[Block]) -> list[Block]:
        """Leave out a single word at an end that stands in another sentence or too far off."""
        while len(blocks) > 1 and self._stray(blocks[0], blocks[0], blocks[1]):
            blocks = blocks[1:]
        while len(blocks) > 1 and self._stray(blocks[-1], *blocks[-2:]):
            blocks = blocks[:-1]
        return blocks

    def _stray(self, outer: Block, before: Block, after: Block) -> bool:
        if outer.size > 1 or self.quoted.signed(before.until, after.quoted):
            return False
        between = Between(self.index.texts[before.document], before.end, after.start)
        return len(between.words) > STRAY or between.sentence_end

    def _windows(self, a: int, b: int) -> list[tuple[int, int, int]]:
        """Return stretches of documents: around what was found already, then from the index."""
        reach = max(MARGIN, MARGIN_PER_WORD * (b - a))
        near = [
            (
                block.document,
                max(0, block.start - 3 * reach),
                min(len(self.index.texts[block.document]), block.end + 3 * reach),
            )
            for block in self.found[-2:]
        ]
        rows = (self.index.window(row, reach) for row in self._rows(a, b))
        return list(dict.fromkeys([*near, *rows]))

    def _rows(self, a: int, b: int) -> list[int]:
        """Ask the index for passages that hold all words in a row, or share the rarest."""
        own = " ".join(self.quoted.text[w.start : w.end] for w in self.quoted.own(a, b))
        own = own.replace("[", "").replace("]", "")
        terms = list(dict.fromkeys(terms_of(own)))
        known = sorted(filter(self.index.count, terms), key=self.index.count)
        if not known:
            return []
        # Only to save time: with an unknown word they cannot stand in a row.
        limit = MOST_IN_A_ROW if len(known) == len(terms) else 0
        rows = self._in_a_row(own, self.index.with_all(known, limit))
        return rows or self.index.with_most(known[:RAREST], CANDIDATES)

    def _in_a_row(self, own: str, rows: list[int]) -> list[int]:
        """Return the first passage that has the words next to each other."""
        phrase = r"[\W_]+".join(map(re.escape, terms_of(own)))
        pattern = re.compile(rf"(?<!\w)(?<!\w'){phrase}(?!'?\w)")
        for row in rows:
            document, start, end = self.index.window(row, 0)
            if pattern.search(searchable(self.index.texts[document][start:end])):
                return [row]
        return []

    def _shared(self, window: tuple[int, int, int], mine: list[str]) -> int:
        """Return how many neighbouring pairs of words quotation and passage share."""
        source = terms_of(self.index.texts[window[0]][window[1] : window[2]])
        return len({*pairwise(mine)}.intersection(pairwise(source)))

    # -- what to believe ------------------------------------------------------------------------

    def _convincing(self, a: int, b: int, blocks: list[Block]) -> bool:
        """Return whether an alignment is more than chance: short quotations must match whole."""
        matched = sum(block.size for block in blocks)
        longest = max(block.size for block in blocks)
        length = len(list(self.quoted.own(a, b)))
        if length <= SHORT:
            return longest == length
        if matched / (blocks[-1].until - blocks[0].quoted) < DENSE:
            return False
        return longest >= LONG_RUN or matched >= MOST * length

    # -- where a cut is shown -------------------------------------------------------------------

    def _at_shown_cuts(self, blocks: list[Block]) -> list[Block]:
        """Move the seam of two blocks to the cut that the quotation shows, if the words allow."""
        for n, (before, after) in enumerate(pairwise(blocks)):
            seam = after.quoted
            first, last = seam - min(before.size, SHORT), seam + min(after.size, SHORT)
            cuts = self.quoted.cuts.keys() & range(first + 1, last)
            for cut in (
                sorted(cuts, key=lambda cut: abs(cut - seam)) if before.until == seam else ()
            ):
                if moved := self._moved(before, after, cut):
                    blocks[n : n + 2] = moved
                    break
        return blocks

    def _moved(self, before: Block, after: Block, cut: int) -> tuple[Block, Block] | None:
        """Shift words across the seam if the source has the same words on both sides."""
        here, there = (self.index.texts[block.document] for block in (before, after))
        following = words_of(here, before.end, before.end + BESIDE)
        leading = words_of(there, max(0, after.start - BESIDE), after.start)
        left = (*before.words, *following)[: cut - before.quoted]
        right = (*leading, *after.words)[cut - after.until :]
        plain = [word.plain for word in (*left, *right)]
        if plain != [word.plain for word in (*before.words, *after.words)]:
            return None
        return Block(before.quoted, before.document, left), Block(cut, after.document, right)
