"""Measure the sourcing ladder on labelled sentences: python bench/sourcing.py [FILE ...]

Without files it reads the project's own constructed sentences, known failures included. The rules
were written against these, so the figures say that nothing slipped, not how well unseen text is
read; give a file of your own (`kind | sentence | text before it`) for that. A baseline that looks
for a few words anywhere in the sentence stands beside it in the same run.
"""

import argparse
import platform
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from helpers.assertions import sourcing

DATA = Path(__file__).resolve().parent.parent / "tests" / "data" / "assertions"
KINDS = (
    "named-person",
    "named-organisation-or-document",
    "anonymous",
    "vague",
    "observed",
    "none",
)
KEYWORDS = (
    ("anonymous", r"\b(?:officials?|sources?|aides?|familiar with|anonymity|insiders?)\b"),
    (
        "vague",
        r"\b(?:critics|experts|reportedly|allegedly|(?:is|are) expected|reports|some|many)\b",
    ),
    ("observed", r"\b(?:this reporter|could be seen|this newspaper)\b"),
    (
        "named-organisation-or-document",
        r"\b(?:ministry|police|poll|study|report|agency|company|court|spokes\w+)\b",
    ),
    ("named-person", r"\b(?:said|says|told|according to|wrote|warned|argued)\b"),
)


class Row(NamedTuple):
    """One labelled sentence."""

    kind: str
    sentence: str
    context: str | None


def read(path: Path) -> list[Row]:
    """Read `kind | sentence | context` lines; marks around source and cue are dropped."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, *rest = (part.strip() for part in line.split(" | "))
        if kind not in KINDS or not 1 <= len(rest) <= 2:
            sys.exit(
                f"{path}, line {number}: expected 'kind | sentence', one of {', '.join(KINDS)}"
            )
        rows.append(Row(kind, re.sub(r"[\[\]{}]", "", rest[0]), rest[1] if rest[1:] else None))
    return rows


def by_keyword(row: Row) -> str:
    """Sort by the first list with a word anywhere in the sentence."""
    return next((k for k, words in KEYWORDS if re.search(words, row.sentence, re.I)), "none")


def by_kit(row: Row) -> str:
    """Sort as the kit does."""
    return sourcing(row.sentence, row.context).kind


def run(sorter: Callable[[Row], str], rows: Sequence[Row]) -> tuple[list[str], float]:
    """Return the kinds found and the CPU seconds of the quickest of three rounds."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        found = [sorter(row) for row in rows]
        seconds.append(time.process_time() - start)
    return found, min(seconds)


def by_class(
    rows: Sequence[Row], found: Sequence[str]
) -> dict[str, tuple[float, float, float, int]]:
    """Return precision, recall, F1 and the number of sentences for each kind that occurs."""
    right = Counter(row.kind for row, kind in zip(rows, found, strict=True) if row.kind == kind)
    wanted, given = Counter(row.kind for row in rows), Counter(found)
    return {kind: _scores(right[kind], given[kind], wanted[kind]) for kind in KINDS if wanted[kind]}


def _scores(right: int, given: int, wanted: int) -> tuple[float, float, float, int]:
    return right / (given or 1), right / wanted, 2 * right / (given + wanted), wanted


def report(name: str, rows: Sequence[Row], sorter: Callable[[Row], str]) -> None:
    """Print one sorter's table."""
    found, seconds = run(sorter, rows)
    table = by_class(rows, found)
    macro = sum(f1 for _, _, f1, _ in table.values()) / len(table)
    letters = sum(len(row.sentence) + len(row.context or "") for row in rows)
    print(
        f"\n{name}: macro-F1 {macro:.3f}, {letters / max(seconds, 1e-9):,.0f} characters per CPU s"
    )
    print(f"  {'kind':32}{'precision':>10}{'recall':>8}{'F1':>8}{'n':>6}")
    for kind, (precision, recall, f1, count) in table.items():
        print(f"  {kind:32}{precision:10.3f}{recall:8.3f}{f1:8.3f}{count:6}")


def main() -> None:
    """Measure the files named on the command line, or the project's own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="files of labelled sentences")
    paths = parser.parse_args().files or sorted(DATA.glob("*.txt"))
    rows = [row for path in paths for row in read(path)]
    if not rows:
        sys.exit("There are no labelled sentences to measure.")
    print(f"{len(rows)} sentences from {', '.join(path.name for path in paths)}")
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; no chance involved"
    )
    report("helpers.assertions", rows, by_kit)
    report("keywords anywhere in the sentence", rows, by_keyword)


if __name__ == "__main__":
    main()
