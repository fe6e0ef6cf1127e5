"""Which passages of the sources hold a word: a full-text index that keeps no copy of the texts."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import accumulate
from math import log

from helpers.quotes.tracing.words import searchable, terms_of

PASSAGE = 1500  # code points in one indexed passage
OVERLAP = 200  # code points, so that a short quotation never falls between two passages
POSTINGS = 60_000  # passages read for all words together, to keep a look-up short,
FEWEST = 3  # unless so few words have been read yet


class FullText:
    """Postings in SQLite's FTS5, in memory."""

    def __init__(self, passages: Iterable[str]) -> None:
        """Read the passages; raise an error if SQLite or its FTS5 is not there."""
        # Imported here: only tracing needs it, and a browser's Python may come without it.
        sqlite3 = import_module("sqlite3")
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "create virtual table passage using fts5(words, content='', detail=none,"
            " tokenize='unicode61 remove_diacritics 0')"
        )
        self._database.execute("create virtual table term using fts5vocab(passage, row)")
        rows = ((n, searchable(text)) for n, text in enumerate(passages))
        self._database.executemany("insert into passage(rowid, words) values (?, ?)", rows)

    def count(self, term: str) -> int:
        """Return how many passages hold a term."""
        row = self._database.execute("select doc from term where term = ?", (term,)).fetchone()
        return row[0] if row else 0

    def with_all(self, terms: Iterable[str], limit: int) -> list[int]:
        """Return the first passages that hold every one of the terms."""
        query = " AND ".join(f'"{term}"' for term in terms)
        rows = self._database.execute(
            "select rowid from passage where passage match ? limit ?", (query, limit)
        )
        return [row for (row,) in rows]


class Postings:
    """The same in plain Python, for where SQLite or its FTS5 is missing: slower to build."""

    def __init__(self, passages: Iterable[str]) -> None:
        """Read the passages."""
        self._rows: dict[str, array[int]] = {}
        for number, text in enumerate(passages):
            for term in set(terms_of(text)):
                self._rows.setdefault(term, array("L")).append(number)

    def count(self, term: str) -> int:
        """Return how many passages hold a term."""
        return len(self._rows.get(term, ()))

    def with_all(self, terms: Iterable[str], limit: int) -> list[int]:
        """Return the first passages that hold every one of the terms."""
        rows = (set(self._rows.get(term, ())) for term in terms)
        return sorted(set.intersection(*rows))[:limit]


class Index:
    """Passages of all documents, found by the terms that they hold."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        try:
            self._postings: FullText | Postings = FullText(self._passages())
        except Exception:  # no sqlite3, or one built without FTS5
            self._postings = Postings(self._passages())
        self._counts: dict[str, int] = {}

    def _passages(self) -> Iterator[str]:
        self._documents, self._starts = array("L"), array("Q")
        for number, text in enumerate(self.texts):
            for start in range(0, max(len(text), 1), PASSAGE):
                self._documents.append(number)
                self._starts.append(start)
                yield text[start : start + PASSAGE + OVERLAP]

    def count(self, term: str) -> int:
        """Return how many passages hold a term."""
        if term not in self._counts:
            self._counts[term] = self._postings.count(term)
        return self._counts[term]

    def weight(self, word: str) -> float:
        """Return how much a word tells: the rarer its rarest term, the more."""
        rarest = min(map(self.count, terms_of(word)), default=0)
        return log(1 + len(self._starts) / max(rarest, 0.5))

    def with_all(self, terms: Iterable[str], limit: int) -> list[int]:
        """Return the first passages that hold every one of the terms."""
        return self._postings.with_all(terms, limit)

    def with_most(self, terms: list[str], limit: int) -> list[int]:
        """Return the passages that hold the most of the terms (rarest first), rare ones weighing more."""
        # An index without positions cannot rank by itself, so the postings are added up here,
        # from the rarest term on, until the next one would cost more than it tells.
        weights: Counter[int] = Counter()
        read = list(accumulate(map(self.count, terms)))
        for term in terms[: max(FEWEST, bisect_right(read, POSTINGS))]:
            weight = log(1 + len(self._starts) / self.count(term))
            for row in self._postings.with_all([term], POSTINGS):
                weights[row] += weight
        return [row for row, _ in weights.most_common(limit)]

    def window(self, row: int, reach: int) -> tuple[int, int, int]:
        """Return document, start and end of a passage with `reach` code points on both sides."""
        document, start = self._documents[row], self._starts[row]
        end = min(start + PASSAGE + OVERLAP + reach, len(self.texts[document]))
        return document, max(0, start - reach), end
