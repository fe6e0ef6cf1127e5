"""Lesson 3, tracing: finding quoted words in their sources, and what was changed on the way.

Three steps: a full-text index finds passages that share the quotation's rarest words; a word
by word alignment finds where they run together; what is left uncovered is looked up again, so
that both halves of a splice or of an ellipsis are found. Nothing here says why words changed.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
WORD = re.compile(rf"{IDEOGRAPH}|(?:(?!{IDEOGRAPH})[^\W_])+(?:[’'ʼ](?:(?!{IDEOGRAPH})[^\W_])+)*")
IDEOGRAPHS = re.compile(IDEOGRAPH)
APOSTROPHES = re.compile("[’ʼ]")
SHOWN_CUT = re.compile(r"…|\.\s?\.(?:\s?\.)*|\[\s*\]")
BRACKETED = re.compile(r"\[[^\[\]]{1,200}\]")
SENTENCE_BREAK = re.compile(r"[.!?…。！？](?=[\s\"'”’)\]]|$)|\n\s*\n")
ANY_BREAK = re.compile(r"[^\w\s]|\n\s*\n")

PASSAGE = 1500  # code points in one indexed passage
OVERLAP = 200  # so that a short quotation never falls between two passages
MARGIN = 600  # code points looked at on both sides of a passage
RAREST = 10  # words of a quotation that are looked up
POSTINGS = 60_000  # passages read for all words together,
FEWEST = 3  # unless so few words have been read yet
MOST_SHORT = 3000  # passages looked at for a short quotation
CANDIDATES = 24  # passages whose words are compared at all
ALIGNED = 6  # passages that are aligned word by word
FEW_WORDS = 12  # up to so many words are first looked for in a row, however common they are
SHORT = 4  # a quotation of so few words must be found whole
CHUNK = 120  # words looked up at once
MOST_WORDS = 1000  # longer quotations are compared up to here
MOST_LOOKUPS = 30
FAR = 20  # source words passed over inside one sentence that make it a join of two passages
LISTED = 60  # passed-over source words that are still printed in the difference
FEW = 3  # source words left out between two quoted sentences that do not make it a join
NEAR = 1000  # code points that count as the same passage
LONG_RUN, LEAST = 10, 0.3  # so long a run in a row counts from this share of the words on,
FAIR_RUN, ENOUGH = 6, 0.6  # a shorter one from this,
MOST = 0.75  # and scattered words, or passages from different places, from this
JOINING_WORDS = frozenset("and but so or because nor yet then".split())


@dataclass(frozen=True)
class Edit:
    """One step of the word-level difference between source and quotation.

    `op` is equal, replace, insert or delete, seen from the source: a deleted word stands in the
    source only. A deletion that the quotation marks openly has the mark as its `quoted_text`.
    """

    op: str
    source_text: str
    quoted_text: str


@dataclass(frozen=True)
class Trace:
    """Where a quotation was found: `pieces` are (document, start, end), in quotation order.

    `verdict` is one of exact, trimmed, altered, spliced, not-found. `score` is the share of the
    quoted words found in the sources, 0 to 1. Whether a context was changed is for a reader to say.
    """

    verdict: str
    score: float
    pieces: tuple[tuple[str, int, int], ...] = ()
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class Word:
    """A word, where it stands, and two spellings to compare it by."""

    start: int
    end: int
    key: str  # lower case, one kind of apostrophe
    plain: str  # also without accents


@dataclass(frozen=True)
class Block:
    """`size` quoted words from `quoted` on, found in a document from its word `source` on."""

    quoted: int
    size: int
    document: int
    words: tuple[Word, ...]  # the matching words of the source

    def longer(self, word: Word) -> "Block":
        """Take one more word at the end."""
        return Block(self.quoted, self.size + 1, self.document, (*self.words, word))

    def earlier(self, word: Word) -> "Block":
        """Take one more word at the start."""
        return Block(self.quoted - 1, self.size + 1, self.document, (word, *self.words))

    def without_first(self) -> "Block":
        """Give up the first word."""
        return Block(self.quoted + 1, self.size - 1, self.document, self.words[1:])

    def without_last(self) -> "Block":
        """Give up the last word."""
        return Block(self.quoted, self.size - 1, self.document, self.words[:-1])


def fold(word: str) -> str:
    """Give a word in lower case with one kind of apostrophe."""
    return APOSTROPHES.sub("'", unicodedata.normalize("NFC", word.casefold()))


def without_accents(word: str) -> str:
    """Give a folded word without its accents."""
    if word.isascii():
        return word
    split = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Cut a text into words; hyphens and dashes part words, ideographs stand alone."""
    found = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        key = fold(match[0])
        found.append(Word(match.start(), match.end(), key, without_accents(key)))
    return found


def quick_words(text: str) -> list[str]:
    """Give only the words themselves, as they are compared; much faster than `words_of`."""
    folded = APOSTROPHES.sub("'", text.casefold())
    return WORD.findall(folded if folded.isascii() else without_accents(folded))


class _Index:
    """Passages of all documents in one full-text index that keeps no copy of their text."""

    def __init__(self, texts: list[str]) -> None:
        import sqlite3  # only tracing needs it, and it costs a third of a lesson's import time

        self.texts = texts
        self.documents, self.starts = array("L"), array("Q")
        self.first_row = array("Q")  # of each document
        self.database = sqlite3.connect(":memory:", check_same_thread=False)
        self.database.execute(
            "create virtual table passage using fts5(words, content='', detail=none,"
            " tokenize='unicode61 remove_diacritics 2')"
        )
        self.database.execute("create virtual table term using fts5vocab(passage, row)")
        self.database.executemany("insert into passage(rowid, words) values (?, ?)", self._rows())
        self.counts: dict[str, int] = {}

    def _rows(self) -> Iterator[tuple[int, str]]:
        for number, text in enumerate(self.texts):
            self.first_row.append(len(self.starts))
            for start in range(0, max(len(text), 1), PASSAGE):
                self.documents.append(number)
                self.starts.append(start)
                passage = text[start : start + PASSAGE + OVERLAP]
                yield len(self.starts), _searchable(passage)

    def count(self, term: str) -> int:
        """Say how many passages hold a word."""
        if term not in self.counts:
            row = self.database.execute("select doc from term where term = ?", (term,)).fetchone()
            self.counts[term] = row[0] if row else 0
        return self.counts[term]

    def with_all(self, terms: Iterable[str], limit: int) -> list[int]:
        """Give passages that hold every one of the words."""
        query = " AND ".join(f'"{term}"' for term in terms)
        return [row - 1 for row in self._match(query, limit)]

    def with_most(self, terms: Iterable[str], limit: int) -> list[int]:
        """Give the passages that hold the most of the words, rare words weighing more."""
        # An index without positions cannot rank by itself, so the postings are added up here,
        # from the rarest word on, until the next word would cost more than it tells.
        weights: Counter[int] = Counter()
        read = 0
        for used, term in enumerate(terms):
            read += self.count(term)
            if used >= FEWEST and read > POSTINGS:
                break
            weight = log(1 + len(self.starts) / self.count(term))
            for row in self._match(f'"{term}"', POSTINGS):
                weights[row] += weight
        return [row - 1 for row, _ in weights.most_common(limit)]

    def _match(self, query: str, limit: int) -> Iterator[int]:
        rows = self.database.execute(
            "select rowid from passage where passage match ? limit ?", (query, limit)
        )
        return (row for (row,) in rows)

    def window(self, row: int, reach: int) -> tuple[int, int, int]:
        """Give the document and the stretch of it to compare for one passage."""
        document, start = self.documents[row], self.starts[row]
        end = min(start + PASSAGE + OVERLAP + reach, len(self.texts[document]))
        return document, max(0, start - reach), end


def _searchable(passage: str) -> str:
    """Spell a passage so that the index sees the same words as we do."""
    # A lone surrogate has no UTF-8 form, so the index cannot take it.
    passage = passage.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return IDEOGRAPHS.sub(r" \g<0> ", passage) if IDEOGRAPHS.search(passage) else passage


@dataclass
class _Quoted:
    """The quotation's words, and where it openly shows a cut or a change."""

    text: str
    words: list[Word] = field(default_factory=list)
    bracketed: set[int] = field(default_factory=set)  # words put in by the writer, and shown
    cuts: dict[int, str] = field(default_factory=dict)  # word number after a shown cut -> the mark

    @classmethod
    def read(cls, text: str) -> "_Quoted":
        """Read a quotation's words, ellipses and brackets."""
        quoted = cls(text, words_of(text)[:MOST_WORDS])
        starts = [word.start for word in quoted.words]
        for match in BRACKETED.finditer(text):
            first = bisect_right(starts, match.start())
            last = bisect_right(starts, match.end() - 1)
            quoted.bracketed.update(range(first, last))
            if first == last:
                quoted.cuts[first] = match[0]
        for match in SHOWN_CUT.finditer(text):
            quoted.cuts.setdefault(bisect_right(starts, match.start()), match[0])
        return quoted

    def shown(self, a: int, b: int) -> str:
        """Give the mark of an open cut or change among or next to words `a` up to `b`, or ""."""
        for number in range(a, b + 1):
            if number in self.cuts and 0 < number < len(self.words):
                return self.cuts[number]
        inside = [n for n in range(a, b) if n in self.bracketed]
        if inside:
            start, end = self.place(inside[0], inside[-1] + 1)
            return f"[{self.text[start:end]}]"
        return ""

    def place(self, a: int, b: int) -> tuple[int, int] | None:
        """Give the code points of words `a` up to `b`."""
        return (self.words[a].start, self.words[b - 1].end) if a < b else None


class Sources:
    """Documents in which quotations are looked up: a mapping of name to text."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        self.names = list(documents)
        self.texts = [documents[name] for name in self.names]
        self._index: _Index | None = None

    def trace(self, quotation: object) -> Trace:
        """Find where quoted words come from, and what was changed.

        Takes the quoted words, or a `Quotation` from `find_quotes`. *exact*: the source's own
        words in a row; case, dashes, punctuation and spacing do not count. *trimmed*: the same
        with cuts or changes that the quotation shows (… or [ ]). *altered*: words changed, added
        or left out with no sign. *spliced*: two sentences or distant passages joined with no
        sign. *not-found*: not in these sources, which proves nothing about other ones.
        """
        text = quotation if isinstance(quotation, str) else getattr(quotation, "words", "")
        quoted = _Quoted.read(text)
        if not quoted.words or not self.texts:
            return Trace("not-found", 0.0)
        if self._index is None:
            self._index = _Index(self.texts)
        blocks = _Search(self._index, quoted).run()
        return _Account(self.names, self.texts, quoted, blocks).trace()


class _Search:
    """Covers a quotation with blocks of source words."""

    def __init__(self, index: _Index, quoted: _Quoted) -> None:
        self.index, self.quoted, self.words = index, quoted, quoted.words
        self.found: list[Block] = []

    def run(self) -> list[Block]:
        """Look up the whole, then again and again what is left uncovered."""
        open_stretches = [
            (a, min(a + CHUNK, len(self.words))) for a in range(0, len(self.words), CHUNK)
        ]
        for _ in range(MOST_LOOKUPS):
            if not open_stretches:
                break
            a, b = open_stretches.pop(0)
            blocks = self._best(a, b)
            self.found += blocks
            open_stretches += self._left_over(a, b, blocks) if blocks else self._parts(a, b)
        return self._at_shown_cuts(sorted(self.found, key=lambda block: block.quoted))

    def _at_shown_cuts(self, blocks: list[Block]) -> list[Block]:
        """Move a gap to the shown cut beside it where a repeated word would allow both."""
        for n in range(len(blocks) - 1):
            for cut in self._cuts_beside(blocks[n], blocks[n + 1]):
                moved = self._moved(blocks[n], blocks[n + 1], cut)
                if moved:
                    blocks[n], blocks[n + 1] = moved
                    break
        return blocks

    def _cuts_beside(self, before: Block, after: Block) -> list[int]:
        gap = after.quoted
        touching = before.document == after.document and before.quoted + before.size == gap
        if not touching or self.quoted.shown(gap, gap):
            return []
        first, last = gap - min(before.size, SHORT), gap + min(after.size, SHORT)
        return [cut for cut in self.quoted.cuts if first < cut < last]

    def _moved(self, before: Block, after: Block, cut: int) -> tuple[Block, Block] | None:
        """Shift words across the gap, one by one, if the source has the same word on both sides."""
        while after.quoted < cut:
            word = self._next_word(before)
            if not word or word.plain != after.words[0].plain:
                return None
            before, after = before.longer(word), after.without_first()
        while after.quoted > cut:
            word = self._word_before(after)
            if not word or word.plain != before.words[-1].plain:
                return None
            before, after = before.without_last(), after.earlier(word)
        return before, after

    def _next_word(self, block: Block) -> Word | None:
        end = block.words[-1].end
        following = words_of(self.index.texts[block.document], end, end + 100)
        return following[0] if following else None

    def _word_before(self, block: Block) -> Word | None:
        start = block.words[0].start
        earlier = words_of(self.index.texts[block.document], max(0, start - 100), start)
        return earlier[-1] if earlier else None

    def _parts(self, a: int, b: int) -> list[tuple[int, int]]:
        """Part a stretch that was not found as a whole: at the cuts that it shows, or in halves."""
        cuts = [cut for cut in sorted(self.quoted.cuts) if a < cut < b]
        if not cuts and b - a > 2 * SHORT:
            cuts = [(a + b) // 2]
        return list(pairwise([a, *cuts, b])) if cuts else []

    def _left_over(self, a: int, b: int, blocks: list[Block]) -> list[tuple[int, int]]:
        edges = [a]
        for block in blocks:
            edges += [block.quoted, block.quoted + block.size]
        edges.append(b)
        pairs = zip(edges[::2], edges[1::2], strict=True)
        return [(x, y) for x, y in pairs if y - x >= 3 or (y - x == 2 and self.quoted.shown(x, y))]

    def _best(self, a: int, b: int) -> list[Block]:
        """Find the best alignment of words `a` up to `b`."""
        windows = self._windows(a, b)
        plain = [word.plain for word in self.words[a:b]]
        ranked = sorted(windows, key=lambda window: -self._shared(window, plain))[:ALIGNED]
        best, best_score = [], 0.0
        for document, start, end in ranked:
            source = words_of(self.index.texts[document], start, end)
            blocks, score = self._align(a, plain, document, source)
            score += 0.5 * any(block.document == document for block in self.found)
            if blocks and score > best_score and self._convincing(a, b, blocks):
                best, best_score = blocks, score
        return best

    def _windows(self, a: int, b: int) -> list[tuple[int, int, int]]:
        reach = max(MARGIN, 8 * (b - a)) if b - a > SHORT else 80
        rows = self._rows(a, b)
        near = self._neighbours(a, b, reach)
        return list(dict.fromkeys([*near, *(self.index.window(row, reach) for row in rows)]))

    def _neighbours(self, a: int, b: int, reach: int) -> list[tuple[int, int, int]]:
        """Look first around what was found already: cuts are mostly short."""
        near = []
        for block in self.found:
            text = self.index.texts[block.document]
            near.append(
                (
                    block.document,
                    max(0, block.words[0].start - 3 * reach),
                    min(len(text), block.words[-1].end + 3 * reach),
                )
            )
        return near[:2] + near[-2:] if len(near) > 4 else near

    def _rows(self, a: int, b: int) -> list[int]:
        """Ask the index for passages that share the rarest words."""
        counts = Counter()
        for word in self.words[a:b]:
            for term in word.plain.replace("'", " ").split():
                counts[term] = self.index.count(term)
        known = [term for term, count in sorted(counts.items(), key=lambda t: t[1]) if count]
        if not known:
            return []
        rows = []
        if b - a <= FEW_WORDS and len(known) == len(counts):
            rows = self._in_a_row(a, b, self.index.with_all(known, MOST_SHORT))
        if rows or (b - a <= SHORT and len(known) < len(counts)):
            return rows
        return self.index.with_most(known[:RAREST], CANDIDATES)

    def _in_a_row(self, a: int, b: int, rows: list[int]) -> list[int]:
        """Find a passage that has few words next to each other, however common they are."""
        phrase = r"[\W_]+".join(re.escape(word.key) for word in self.words[a:b])
        phrase = phrase.replace("'", "['’ʼ]")
        pattern = re.compile(rf"(?<!\w)(?<!\w['’ʼ]){phrase}(?!['’ʼ]?\w)", re.IGNORECASE)
        for row in rows:
            document, start, end = self.index.window(row, 0)
            if pattern.search(self.index.texts[document], start, end):
                return [row]
        return []

    def _shared(self, window: tuple[int, int, int], plain: list[str]) -> float:
        """Count the neighbouring pairs of words that quotation and passage share."""
        source = quick_words(self.index.texts[window[0]][window[1] : window[2]])
        pairs = set(pairwise(source))
        pairs_shared = sum(pair in pairs for pair in pairwise(plain))
        return pairs_shared + len(set(plain).intersection(source)) / (len(plain) + 1)

    def _align(
        self, offset: int, plain: list[str], document: int, source: list[Word]
    ) -> tuple[list[Block], float]:
        """Align words with one stretch of a source; give the blocks and how well they run."""
        matches = _matches(plain, [word.plain for word in source])
        chain, score = self._best_chain(offset, matches)
        blocks = [
            Block(offset + q, size, document, tuple(source[s : s + size])) for q, s, size in chain
        ]
        return blocks, score

    def _best_chain(
        self, offset: int, matches: list[tuple[int, int, int]]
    ) -> tuple[list[tuple[int, int, int]], float]:
        """Keep the run of matches that gains more by its words than it loses by its gaps."""
        best: tuple[float, int, int] = (0.0, 0, 0)
        score, first = 0.0, 0
        for n, (q, s, size) in enumerate(matches):
            if n:
                pq, ps, psize = matches[n - 1]
                score -= self._gap_cost(offset + pq + psize, offset + q, s - ps - psize)
            if score <= 0:
                score, first = 0.0, n
            score += size
            if score > best[0]:
                best = (score, first, n + 1)
        return matches[best[1] : best[2]], best[0]

    def _gap_cost(self, a: int, b: int, passed_over: int) -> float:
        """Give the price of unmatched words between two matches."""
        if self.quoted.shown(a, b):
            return min(0.01 * passed_over, 1.5)
        return 0.7 * (b - a) + min(0.25 * passed_over, 6.0)

    def _convincing(self, a: int, b: int, blocks: list[Block]) -> bool:
        """Say whether an alignment is more than chance: short quotations must match whole."""
        matched = sum(block.size for block in blocks)
        longest = max(block.size for block in blocks)
        length = b - a
        if length <= SHORT:
            return longest == length
        span = blocks[-1].quoted + blocks[-1].size - blocks[0].quoted
        if matched / span < 0.55:
            return False
        if length == SHORT + 1 and matched < length:
            return matched == SHORT and self._telling(blocks)
        if length <= 2 * SHORT:
            return matched >= length - 2 and matched >= 4 and longest >= 2
        return longest >= 4 or (matched >= 5 and longest >= 3) or matched >= 0.7 * length

    def _telling(self, blocks: list[Block]) -> bool:
        """Say whether the words are rare enough together that chance would hardly join them."""
        keys = {word.plain for block in blocks for word in block.words}
        terms = {term for key in keys for term in key.replace("'", " ").split()}
        passages = len(self.index.starts)
        # Were words independent, fewer than one passage in the whole index would hold all these.
        return sum(log(passages / max(1, self.index.count(t))) for t in terms) >= log(passages)


def _matches(quoted: list[str], source: list[str]) -> list[tuple[int, int, int]]:
    """Find the words that both have in the same order: (quoted, source, size) blocks."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, quoted, source, autojunk=False).get_matching_blocks()
    return [(b.a, b.b, b.size) for b in blocks if b.size]


@dataclass
class _Join:
    """What lies between two blocks: quoted words with no source, source words passed over."""

    a: int
    b: int
    passed: list[Word]
    near: bool  # same document, forward, not far
    sentence_end: bool
    shown: str


@dataclass
class _Step:
    """One step of the difference while it is still kept as places in both texts."""

    op: str
    source: tuple[int, int, int] | None  # document, start, end
    quoted: tuple[int, int] | None
    mark: str = ""


class _Account:
    """Draws up pieces, differences and verdict from the blocks that were found."""

    def __init__(
        self, names: list[str], texts: list[str], quoted: _Quoted, blocks: list[Block]
    ) -> None:
        self.names, self.texts, self.quoted = names, texts, quoted
        self.blocks = [part for block in blocks for part in self._parted(block)]
        self.steps: list[_Step] = []
        self.pieces: list[tuple[int, int, int]] = []
        self.signs: set[str] = set()

    def trace(self) -> Trace:
        """Give the finished account."""
        score = self._score()
        if not self._enough(score):
            return Trace("not-found", round(score, 4))
        if self.blocks[0].quoted:
            self._insert(0, self.blocks[0].quoted)
        for n, block in enumerate(self.blocks):
            if n:
                self._join(self.blocks[n - 1], block)
            else:
                self.pieces.append((block.document, block.words[0].start, block.words[-1].end))
            self._equal(block)
        self._ending()
        pieces = tuple((self.names[d], a, b) for d, a, b in self.pieces)
        return Trace(self._verdict(), round(score, 4), pieces, tuple(self._edits()))

    # -- is it there at all? --------------------------------------------------------------------

    def _score(self) -> float:
        own = len(self.quoted.words) - len(self.quoted.bracketed)
        matched = sum(
            n not in self.quoted.bracketed
            for block in self.blocks
            for n in range(block.quoted, block.quoted + block.size)
        )
        return min(1.0, matched / own) if own > 0 else 0.0

    def _enough(self, score: float) -> bool:
        """Say whether enough was found, in long enough runs, to call it the same words."""
        if not self.blocks:
            return False
        longest = max(block.size for block in self.blocks)
        length = len(self.quoted.words)
        if longest >= LONG_RUN:
            return score >= LEAST
        if length <= 2 * SHORT:
            return score * length >= length - 1  # one word changed at most
        return score >= (ENOUGH if longest >= FAIR_RUN and self._one_passage() else MOST)

    def _one_passage(self) -> bool:
        """Say whether all blocks stand near each other; bits from all over prove little."""
        return all(self._look_between(*pair).near for pair in pairwise(self.blocks))

    def _verdict(self) -> str:
        for sign in ("spliced", "altered", "trimmed"):
            if sign in self.signs:
                return sign
        return "exact"

    # -- blocks ---------------------------------------------------------------------------------

    def _parted(self, block: Block) -> Iterator[Block]:
        """Part a block where the quotation runs two of the source's sentences into one."""
        first = 0
        for n in range(1, block.size):
            if self._runs_on(block, n):
                yield Block(block.quoted + first, n - first, block.document, block.words[first:n])
                first = n
        yield Block(block.quoted + first, block.size - first, block.document, block.words[first:])

    def _runs_on(self, block: Block, n: int) -> bool:
        """Say whether word `n` opens a sentence in the source but not in the quotation."""
        here, text = block.words[n], self.texts[block.document]
        mine, earlier = self.quoted.words[block.quoted + n], self.quoted.words[block.quoted + n - 1]
        if not text[here.start].isupper() or not self.quoted.text[mine.start].islower():
            return False
        if here.plain in JOINING_WORDS or ANY_BREAK.search(
            self.quoted.text, earlier.end, mine.start
        ):
            return False
        return bool(SENTENCE_BREAK.search(text, block.words[n - 1].end, here.start))

    def _equal(self, block: Block) -> None:
        """Write down matching words; an accent that differs is a replacement."""
        for n, word in enumerate(block.words):
            mine = self.quoted.words[block.quoted + n]
            op = "equal" if mine.key == word.key else "replace"
            if op == "replace":
                self.signs.add("altered")
            place = (block.document, word.start, word.end)
            self._step(_Step(op, place, (mine.start, mine.end)))

    # -- what lies between and around them ------------------------------------------------------

    def _join(self, before: Block, after: Block) -> None:
        """Account for what lies between two blocks."""
        join = self._look_between(before, after)
        document, start, end = after.document, after.words[0].start, after.words[-1].end
        unbroken = join.near and not join.passed and join.a == join.b and join.shown
        spliced = not join.shown and self._splices(join, before, after)
        if unbroken or (join.near and not join.shown and not spliced):
            # Also where a cut is marked yet nothing is missing: the mark stands for a pause.
            self.pieces[-1] = (document, self.pieces[-1][1], end)
            self._change(document, join)
        else:
            self.pieces.append((document, start, end))
            self._gap(before, after, join)

    def _look_between(self, before: Block, after: Block) -> _Join:
        a, b = before.quoted + before.size, after.quoted
        start, end = before.words[-1].end, after.words[0].start
        text = self.texts[after.document]
        near = before.document == after.document and 0 <= end - start <= NEAR
        passed = words_of(text, start, end) if near else []
        stop = not near or SENTENCE_BREAK.search(text, start, end)
        near = near and len(passed) <= LISTED
        return _Join(a, b, passed, near, bool(stop), self.quoted.shown(a, b))

    def _splices(self, join: _Join, before: Block, after: Block) -> bool:
        """Say whether two passages were joined here without a sign."""
        if not join.near or len(join.passed) > FAR:
            return True
        if not join.sentence_end:
            return False
        last = self.quoted.words[before.quoted + before.size - 1]
        first = self.quoted.words[after.quoted]
        if not join.passed and join.a == join.b:
            return not ANY_BREAK.search(self.quoted.text, last.end, first.start)
        if SENTENCE_BREAK.search(self.quoted.text, last.end, first.start):
            return len(join.passed) > FEW
        return len(join.passed) > join.b - join.a + 1 or join.a == join.b

    def _change(self, document: int, join: _Join) -> None:
        """Write down words changed, added or dropped within one passage."""
        if not join.passed and join.a == join.b:
            return
        place = (document, join.passed[0].start, join.passed[-1].end) if join.passed else None
        mine = self.quoted.place(join.a, join.b)
        if self._same_letters(place, mine):
            self._step(_Step("equal", place, mine))
            return
        self._step(
            _Step("replace" if place and mine else "delete" if place else "insert", place, mine)
        )
        self.signs.add("altered")

    def _gap(self, before: Block, after: Block, join: _Join) -> None:
        """Write down a cut: marked openly, or a join of two passages without a sign."""
        self.signs.add("trimmed" if join.shown else "spliced")
        if join.near:
            self._delete(after.document, join.passed, join.shown)
        else:
            self._delete(before.document, self._rest_of_sentence(before), join.shown)
            self._delete(after.document, self._start_of_sentence(after), join.shown)
        if join.a < join.b and not self._all_bracketed(join.a, join.b):
            self._insert(join.a, join.b)

    def _insert(self, a: int, b: int) -> None:
        self._step(_Step("insert", None, self.quoted.place(a, b)))
        self.signs.add("trimmed" if self._all_bracketed(a, b) else "altered")

    def _all_bracketed(self, a: int, b: int) -> bool:
        return all(n in self.quoted.bracketed for n in range(a, b))

    def _delete(self, document: int, words: list[Word], mark: str) -> None:
        if words:
            place = (document, words[0].start, words[-1].end)
            self._step(_Step("delete", place, None, mark))

    def _ending(self) -> None:
        last = self.blocks[-1]
        b = last.quoted + last.size
        if b < len(self.quoted.words):
            self._insert(b, len(self.quoted.words))
        elif "spliced" in self.signs and self._closes_sentence():
            # A join whose last sentence is broken off as if it ended there: name what is missing.
            self._delete(last.document, self._rest_of_sentence(last), "")

    def _closes_sentence(self) -> bool:
        tail = self.quoted.text[self.quoted.words[-1].end :].strip()
        return tail[:1] in ("", ".", "!", "?") and not SHOWN_CUT.match(tail)

    def _rest_of_sentence(self, block: Block) -> list[Word]:
        """Give the source words from the end of a block to the end of its sentence."""
        text, start = self.texts[block.document], block.words[-1].end
        stop = SENTENCE_BREAK.search(text, start, start + NEAR)
        end = stop.start() if stop else min(len(text), start + NEAR)
        return words_of(text, start, end)[:LISTED]

    def _start_of_sentence(self, block: Block) -> list[Word]:
        """Give the source words from the start of a block's sentence to the block."""
        text, end = self.texts[block.document], block.words[0].start
        start = max(0, end - NEAR)
        for match in SENTENCE_BREAK.finditer(text, start, end):
            start = match.end()
        return words_of(text, start, end)[-LISTED:]

    # -- the difference, as it is printed -------------------------------------------------------

    def _step(self, step: _Step) -> None:
        """Add a step, or lengthen the last one where both texts simply run on."""
        last = self.steps[-1] if self.steps else None
        same = last is not None and last.op == step.op and step.op in ("equal", "replace")
        if same and last.source[0] == step.source[0] and self._runs_together(last, step):
            last.source = (step.source[0], last.source[1], step.source[2])
            last.quoted = (last.quoted[0], step.quoted[1])
            return
        self.steps.append(step)

    def _runs_together(self, last: _Step, step: _Step) -> bool:
        """Say whether no word, and no end of a piece, stands between two steps."""
        document, start, _ = step.source
        if len(self.pieces) and self.pieces[-1][1] == start and len(self.pieces) > 1:
            return False
        between = last.source[2] <= start and not WORD.search(
            self.texts[document], last.source[2], start
        )
        return between and not WORD.search(self.quoted.text, last.quoted[1], step.quoted[0])

    def _edits(self) -> Iterator[Edit]:
        for step in self.steps:
            source = (
                self.texts[step.source[0]][step.source[1] : step.source[2]] if step.source else ""
            )
            mine = self.quoted.text[slice(*step.quoted)] if step.quoted else step.mark
            yield Edit(step.op, source, mine)

    def _same_letters(
        self, place: tuple[int, int, int] | None, mine: tuple[int, int] | None
    ) -> bool:
        """Say whether two wordings differ only in hyphens or spaces: co-operate, cooperate."""
        if not place or not mine:
            return False
        theirs = words_of(self.texts[place[0]], place[1], place[2])
        ours = words_of(self.quoted.text, *mine)
        return "".join(word.key for word in theirs) == "".join(word.key for word in ours)
