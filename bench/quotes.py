"""Measure the quotation tools on constructed text: python bench/quotes.py [--megabytes 10]

Every document, quotation and name here is invented by a seeded generator. Figures for tracing
stand beside rapidfuzz (if it is installed), on the same quotations in the same run.
"""

import argparse
import json
import platform
import random
import resource
import sqlite3
import sys
import time
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from helpers.quotes import Sources, find_quotes

LITTLE_WORDS = """
the of and to in a that is was for it with as on be at by this had not are but from or have an
they which one you were all her she there would their we him been has when who will no more if
out so up said what its about than into them can only other time new some could these two may
first then do any like my now over such our man me even most made after also did many before must
""".split()
ONSETS = "b br c cl d dr f fl g gr h j k l m n p pl qu r s st t tr v w".split()
VOWELS = "a e i o u ai ea oo ou".split()
ENDINGS = "n r t l nd st ck m ng rd s".split()
KINDS = ("whole", "part", "short", "ellipsis", "replaced", "dropped", "added", "spliced", "absent")
EXPECTED = {
    "whole": {"exact"},
    "part": {"exact"},
    "short": {"exact"},
    "ellipsis": {"trimmed"},
    "replaced": {"altered"},
    "dropped": {"altered"},
    "added": {"altered"},
    "spliced": {"spliced"},
    "absent": {"not-found"},
}


class Generator:
    """Invents sentences whose words are as unevenly common as those of a language."""

    def __init__(self, seed: int, words: int = 30_000) -> None:
        self.random = random.Random(seed)
        invented = sorted({self._word() for _ in range(2 * words)})
        self.random.shuffle(invented)
        self.words = invented[:words]
        self.weights = list(accumulate(1 / (rank + 20) for rank in range(len(self.words))))
        self.little = list(accumulate(1 / (rank + 2) for rank in range(len(LITTLE_WORDS))))

    def _word(self) -> str:
        pick = self.random.choice
        syllables = self.random.choice((1, 2, 2, 3))
        return "".join(pick(ONSETS) + pick(VOWELS) for _ in range(syllables)) + pick(ENDINGS)

    def sentence(self) -> list[str]:
        """Invent the words of one sentence."""
        length = self.random.randint(7, 30)
        content = self.random.choices(self.words, cum_weights=self.weights, k=length)
        little = self.random.choices(LITTLE_WORDS, cum_weights=self.little, k=length)
        return [
            a if self.random.random() < 0.5 else b for a, b in zip(content, little, strict=True)
        ]

    def document(self, size: int) -> str:
        """Invent a document of about `size` characters."""
        parts, length = [], 0
        while length < size:
            words = self.sentence()
            if len(words) > 12:
                words[len(words) // 2] += ","
            parts.append(" ".join(words).capitalize() + ".")
            length += len(parts[-1]) + 1
        return " ".join(parts)


@dataclass
class Item:
    """A quotation, where it was made from, and the words that were changed."""

    kind: str
    quotation: str
    places: list[tuple[str, int, int]]
    change: tuple[str, str, str] | None = None  # op, source words, quoted words


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Give the places of the constructed sentences."""
    places, start = [], 0
    while (stop := text.find(".", start)) >= 0:
        places.append((start, stop))
        start = stop + 2
    return places


class Maker:
    """Makes quotations of every kind from documents."""

    def __init__(self, documents: dict[str, str], other: Generator, seed: int) -> None:
        self.documents, self.other = documents, other
        self.names = list(documents)
        self.random = random.Random(seed)

    def place(self, least: int = 10) -> tuple[str, int, int]:
        """Pick a sentence of at least so many words."""
        while True:
            name = self.random.choice(self.names)
            text = self.documents[name]
            start, stop = self.random.choice(sentences_of(text))
            if len(text[start:stop].split()) >= least:
                return name, start, stop

    def words(self, place: tuple[str, int, int]) -> list[tuple[int, int]]:
        """Give the places of a sentence's words."""
        name, start, stop = place
        found, at = [], start
        for word in self.documents[name][start:stop].split(" "):
            found.append((at, at + len(word)))
            at += len(word) + 1
        return found

    def run(self, size: int, least: int = 10) -> tuple[str, int, int]:
        """Pick `size` words in a row."""
        place = self.place(max(size + 1, least))
        words = self.words(place)
        first = self.random.randrange(len(words) - size)
        return place[0], words[first][0], words[first + size - 1][1]

    def text(self, place: tuple[str, int, int]) -> str:
        """Give the words at a place."""
        return self.documents[place[0]][place[1] : place[2]].strip(",")

    def make(self, kind: str) -> Item:
        """Make one quotation of a kind."""
        if kind == "absent":
            return Item(kind, " ".join(self.other.sentence()), [])
        if kind in ("whole", "part", "short"):
            sizes = {"part": self.random.randint(6, 10), "short": self.random.randint(3, 4)}
            place = self.place() if kind == "whole" else self.run(sizes[kind])
            return Item(kind, self.text(place), [place])
        if kind == "ellipsis":
            return self.ellipsis()
        if kind == "spliced":
            one, two = self.run(self.random.randint(6, 10)), self.run(self.random.randint(6, 10))
            return Item(kind, f"{self.text(one)} {self.text(two).lower()}", [one, two])
        return self.changed(kind)

    def ellipsis(self) -> Item:
        """Leave out the middle of a sentence, and show it."""
        place = self.place(16)
        words = self.words(place)
        one = (place[0], words[0][0], words[5][1])
        two = (place[0], words[-6][0], words[-1][1])
        return Item("ellipsis", f"{self.text(one)} … {self.text(two)}", [one, two])

    def changed(self, kind: str) -> Item:
        """Replace, drop or add one word in the middle, and do not show it."""
        place = self.place(12)
        words = self.text(place).split()
        n = self.random.randrange(3, len(words) - 3)
        old, new = words[n].strip(","), self.other.random.choice(self.other.words) + "ly"
        if kind == "replaced":
            words[n] = new
            return Item(kind, " ".join(words), [place], ("replace", old, new))
        if kind == "dropped":
            del words[n]
            return Item(kind, " ".join(words), [place], ("delete", old, ""))
        words.insert(n, new)
        return Item(kind, " ".join(words), [place], ("insert", "", new))


def overlaps(piece: tuple[str, int, int], place: tuple[str, int, int]) -> bool:
    """Say whether a found piece covers at least half of the right place."""
    shared = min(piece[2], place[2]) - max(piece[1], place[1])
    return piece[0] == place[0] and shared >= 0.5 * (place[2] - place[1])


def diff_right(item: Item, edits: list) -> bool:
    """Say whether the difference holds exactly the change that was made."""
    changes = [(e.op, e.source_text, e.quoted_text) for e in edits if e.op != "equal"]
    return changes == [item.change]


def share(part: int, whole: int) -> float | None:
    """Give a share, or None where there is nothing to share."""
    return round(part / whole, 4) if whole else None


def same_words(item: Item, documents: dict[str, str], piece: tuple[str, int, int]) -> bool:
    """Say whether a short quotation stands in the same words elsewhere, which is right too."""
    found = documents[piece[0]][piece[1] : piece[2]]
    return found.replace(",", "").lower() == item.quotation.replace(",", "").lower()


def measure_ours(documents: dict[str, str], items: list[Item]) -> dict:
    """Trace every quotation with the kit."""
    started = time.process_time()
    sources = Sources(documents)
    sources.trace("a first look-up builds the index")
    built = time.process_time() - started
    tally = {kind: [0, 0] for kind in KINDS}
    found = wrong = false = both = pairs = diffs = changed = 0
    times = []
    for item in items:
        started = time.process_time()
        trace = sources.trace(item.quotation)
        times.append(time.process_time() - started)
        tally[item.kind][0] += trace.verdict in EXPECTED[item.kind]
        tally[item.kind][1] += 1
        if not item.places:
            false += trace.verdict != "not-found"
            continue
        hits = [any(overlaps(p, place) for p in trace.pieces) for place in item.places]
        right = any(hits) or any(same_words(item, documents, p) for p in trace.pieces)
        found += right
        wrong += bool(trace.pieces) and not right
        if len(item.places) == 2:
            both, pairs = both + all(hits), pairs + 1
        if item.change:
            diffs, changed = diffs + diff_right(item, trace.edits), changed + 1
    return {
        **figures(items, found, wrong, false, times),
        "both_halves": share(both, pairs),
        "difference_exact": share(diffs, changed),
        "verdict_right": {kind: share(*tally[kind]) for kind in KINDS if tally[kind][1]},
        "index_seconds": round(built, 2),
    }


def figures(items: list[Item], found: int, wrong: int, false: int, times: list[float]) -> dict:
    """Draw up the figures that both tools share."""
    present = sum(bool(item.places) for item in items)
    absent = len(items) - present
    precision, recall = share(found, found + wrong + false), share(found, present)
    total = (precision or 0) + (recall or 0)
    times = sorted(times)
    return {
        "f1": round(2 * precision * recall / total, 4) if total else 0.0,
        "false_finds": share(false, absent),
        "median_ms": round(1000 * times[len(times) // 2], 1),
        "p95_ms": round(1000 * times[int(len(times) * 0.95)], 1),
        "mean_ms": round(1000 * sum(times) / len(times), 1),
    }


def measure_rapidfuzz(documents: dict[str, str], items: list[Item]) -> dict | None:
    """Trace the same quotations by the best partial alignment over all documents."""
    try:
        import rapidfuzz
    except ImportError:
        return None
    from rapidfuzz import fuzz

    found = wrong = false = both = pairs = 0
    times = []
    for item in items:
        started = time.process_time()
        best, place = 75.0, None
        for name, text in documents.items():
            match = fuzz.partial_ratio_alignment(item.quotation, text, score_cutoff=best)
            if match and match.score > best:
                best, place = match.score, (name, match.dest_start, match.dest_end)
        times.append(time.process_time() - started)
        if not item.places:
            false += place is not None
            continue
        hits = [place is not None and overlaps(place, right) for right in item.places]
        found += any(hits)
        wrong += place is not None and not any(hits)
        if len(item.places) == 2:
            both, pairs = both + all(hits), pairs + 1
    return {
        "version": rapidfuzz.__version__,
        **figures(items, found, wrong, false, times),
        "both_halves": share(both, pairs),
    }


def measure_finding(seed: int) -> dict:
    """Time `find_quotes` on a constructed report with quotations of every kind."""
    made = Generator(seed, words=3000)
    names = ["Ada Brennick", "the harbour council", "she", "officials familiar with the survey"]
    lines = []
    for n in range(4000):
        one, two = " ".join(made.sentence()), " ".join(made.sentence())
        name = names[n % len(names)]
        lines.append(
            (
                f"“{one.capitalize()},” said {name}. {two.capitalize()}.",
                f"{name.capitalize()} said that {one}, and called it “{two.split()[0]}”.",
                f"According to {name}, {one}. “{two.capitalize()}.”",
                f"{one.capitalize()}. {two.capitalize()}.",
            )[n % 4 if n % 7 else 3]
        )
    text = "\n\n".join(lines)
    started = time.process_time()
    count = len(find_quotes(text))
    seconds = time.process_time() - started
    return {
        "characters": len(text),
        "quotations": count,
        "characters_per_second": round(len(text) / seconds),
    }


def main() -> None:
    """Run the benchmark and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--quotations", type=int, default=180)
    parser.add_argument("--rapidfuzz", type=int, default=45, help="0: none")
    parser.add_argument("--seed", type=int, default=20250923)
    options = parser.parse_args()
    made = Generator(options.seed)
    size = 6000
    count = max(2, int(options.megabytes * 1_000_000 / size))
    documents = {f"document-{n:05}": made.document(size) for n in range(count)}
    maker = Maker(documents, made, options.seed + 1)
    items = [maker.make(KINDS[n % len(KINDS)]) for n in range(options.quotations)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    report = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "seed": options.seed,
        "documents": count,
        "characters": sum(map(len, documents.values())),
        "quotations": len(items),
        "paper_trail": measure_ours(documents, items),
    }
    report["peak_megabytes"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    report["of_these_before_the_index"] = round(before / 1024)
    if options.rapidfuzz:
        report["rapidfuzz"] = measure_rapidfuzz(documents, items[: options.rapidfuzz])
    report["find_quotes"] = measure_finding(options.seed)
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
