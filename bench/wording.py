"""How well the wording helpers do on the project's own sentences, beside TextBlob.

Run `python bench/wording.py`; `--fit` prints the weights that `helpers.opinion` rounds. The
sentences in tests/data/opinion are constructed, so these figures flatter every tool alike:
real articles are harder. TextBlob is optional; without it only our own row is printed.
"""

from __future__ import annotations

import argparse
import math
import platform
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "opinion"
sys.path.insert(0, str(ROOT))

from helpers.opinion import cues, features, opinion_score  # noqa: E402  (this checkout's, always)

REPEATS = 5
RIDGE = 12.0
SET_BY_HAND = {"question": 0.5, "exclamation": 0.6, "second person": 0.2}
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Sentence:
    """A constructed sentence, its kind, and the spans that its author marked as loaded."""

    subjective: bool
    text: str
    loaded: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Tool:
    """Something that scores a sentence from 0 to 1 and points at loaded words."""

    name: str
    score: Callable[[str], float]
    loaded: Callable[[str], list[tuple[int, int]]]


def read(name: str) -> list[Sentence]:
    """Read a file of sentences: kind, tab, text with braces round the loaded words."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Sentence(kind == "subj", *_unbrace(marked)) for kind, marked in rows]


def _unbrace(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, spans = "", []
    for number, piece in enumerate(re.split("[{}]", marked)):
        if number % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, tuple(spans)


def ours() -> Tool:
    """The kit's own helpers."""
    return Tool("helpers.opinion", opinion_score, _our_loaded)


def _our_loaded(text: str) -> list[tuple[int, int]]:
    return [(cue.start, cue.end) for cue in cues(text) if cue.kind == "loaded"]


def textblob() -> Tool | None:
    """TextBlob's subjectivity, and as loaded the words that it assesses as subjective."""
    try:
        import textblob
    except ImportError:
        return None

    def score(text: str) -> float:
        return textblob.TextBlob(text).sentiment.subjectivity

    def loaded(text: str) -> list[tuple[int, int]]:
        return [word.span() for word in WORD.finditer(text) if score(word[0]) > 0.5]

    return Tool(f"TextBlob {version('textblob')}", score, loaded)


def f1(hits: int, false: int, missed: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / max(1, 2 * hits + false + missed)


def macro_f1(truth: list[bool], flags: list[bool]) -> float:
    """The mean of the two kinds' F1."""
    both = list(zip(truth, flags, strict=True))
    subj, false, missed = (both.count(pair) for pair in ((1, 1), (0, 1), (1, 0)))
    return (f1(subj, false, missed) + f1(both.count((0, 0)), missed, false)) / 2


def auc(truth: list[bool], scores: list[float]) -> float:
    """How often a subjective sentence scores above an objective one; ties count half."""
    high = [s for t, s in zip(truth, scores, strict=True) if t]
    low = [s for t, s in zip(truth, scores, strict=True) if not t]
    return sum((h > s) + (h == s) / 2 for h in high for s in low) / (len(high) * len(low))


def loaded_words(tool: Tool, sentences: list[Sentence]) -> tuple[float, float, float]:
    """Precision, recall and F1 over words."""
    hits = false = missed = 0
    for sentence in sentences:
        found = tool.loaded(sentence.text)
        for word in WORD.finditer(sentence.text):
            marked = any(a <= word.start() < b for a, b in sentence.loaded)
            flagged = any(a <= word.start() < b for a, b in found)
            hits, false, missed = (
                hits + (marked and flagged),
                false + (flagged and not marked),
                missed + (marked and not flagged),
            )
    return hits / max(1, hits + false), hits / max(1, hits + missed), f1(hits, false, missed)


def seconds(tool: Tool, sentences: list[Sentence]) -> float:
    """CPU seconds to score every sentence and find its loaded words, median of the repeats."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        for sentence in sentences:
            tool.score(sentence.text)
            tool.loaded(sentence.text)
        times.append(time.process_time() - start)
    return median(times)


def report(name: str, tools: list[Tool]) -> None:
    """Print one row per tool for one file."""
    sentences = read(name)
    truth = [sentence.subjective for sentence in sentences]
    print(f"\n{name}: {len(truth)} sentences, {sum(truth)} subjective")
    print("tool                 macro-F1    AUC  loaded P      R     F1    CPU s  times ours")
    base = None
    for tool in tools:
        tool.score("Warm up."), tool.loaded("Warm up.")
        scores = [tool.score(sentence.text) for sentence in sentences]
        flags = [score >= 0.5 for score in scores]
        precision, recall, loaded = loaded_words(tool, sentences)
        took = seconds(tool, sentences)
        base = base or took
        print(
            f"{tool.name:<20} {macro_f1(truth, flags):8.3f} {auc(truth, scores):6.3f} "
            f"{precision:9.3f} {recall:6.3f} {loaded:6.3f} {took:8.3f} {took / base:11.1f}"
        )


def fit(steps: int = 3000, rate: float = 0.01) -> dict[str, float]:
    """Fit the weights on dev.tsv: ridge logistic regression by plain gradient descent."""
    sentences = read("dev.tsv")
    truth = [sentence.subjective for sentence in sentences]
    share = sum(truth) / len(truth)
    rows = [list(features(sentence.text).items()) for sentence in sentences]
    weights = {name: SET_BY_HAND.get(name, 0.0) for name, _ in rows[0]}
    bias = 0.0
    for _ in range(steps):
        pull = {name: RIDGE * (w - SET_BY_HAND.get(name, 0.0)) for name, w in weights.items()}
        slope = 0.0
        for row, subjective in zip(rows, truth, strict=True):
            guess = 1 / (1 + math.exp(-bias - sum(weights[name] * x for name, x in row if x)))
            error = (guess - subjective) / (2 * (share if subjective else 1 - share))
            slope += error
            for name, x in row:
                pull[name] += error * x
        bias -= rate * slope
        weights = {name: w - rate * pull[name] for name, w in weights.items()}
    return {"(bias)": bias, **weights}


def main() -> None:
    """Print the comparison, or the fitted weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fit", action="store_true", help="print fitted weights instead")
    if parser.parse_args().fit:
        for name, weight in sorted(fit().items(), key=lambda pair: -pair[1]):
            print(f"{weight:6.2f}  {name}")
        return
    print(f"Python {platform.python_version()}, median of {REPEATS} runs, threshold 0.5")
    tools = [tool for tool in (ours(), textblob()) if tool]
    for name in ("dev.tsv", "validation.tsv"):
        report(name, tools)


if __name__ == "__main__":
    main()
