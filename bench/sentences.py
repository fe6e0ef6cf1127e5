"""How well, and how fast, sentences are found: ours beside the packages that are installed.

    python bench/sentences.py [--conllu FILE …] [--golden FILE] [--rounds 5]

Without a file: the kit's own labelled cases (constructed; the rules were written with them in
view, so they flatter ours). With files: any treebank in CoNLL-U format, its running text rebuilt
from the `# text` lines (a space between sentences, a blank line between paragraphs).

`--golden` reads the golden rules of pragmatic_segmenter (in its `english_spec.rb`) and counts those
that are kept; white space inside a sentence does not count.

F1 is over the places where sentences end. Speed is characters per CPU second, the median of the
rounds, the peers taking turns; read it as the ratio to ours, for machines differ.
"""

import argparse
import ast
import json
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

Splitter = Callable[[str], set[int]]
Gold = list[tuple[str, set[int]]]  # texts, and where their sentences end


def ours() -> Splitter:
    from helpers.text import split_sentences

    return lambda text: {span.end for span in split_sentences(text)}


def syntok() -> Splitter:
    from syntok import segmenter

    def split(text: str) -> set[int]:
        ends = set()
        for paragraph in segmenter.analyze(text):
            for sentence in paragraph:
                last = [token for token in sentence if token.value][-1:]
                ends |= {token.offset + len(token.value) for token in last}
        return ends

    return split


def pysbd() -> Splitter:
    import pysbd as package

    segmenter = package.Segmenter(language="en", clean=False, char_span=True)

    def split(text: str) -> set[int]:
        # One paragraph at a time, as ours and syntok do, which is kinder to it.
        ends, start = set(), 0
        for paragraph in text.split("\n\n"):
            for span in segmenter.segment(paragraph) if paragraph.strip() else []:
                ends.add(start + span.start + len(span.sent.rstrip()))
            start += len(paragraph) + 2
        return ends

    return split


def labelled_cases(name: str) -> Gold:
    """Read one of the kit's own data files."""
    path = ROOT / "tests" / "data" / "text" / name
    found = json.loads(path.read_text(encoding="utf-8"))["cases"]
    gold = []
    for case in found:
        text = case.get("text") or " ".join(case["sentences"])
        ends, here = set(), 0
        for sentence in case["sentences"]:
            here = text.index(sentence, here) + len(sentence)
            ends.add(here)
        gold.append((text, ends))
    return gold


def treebank(path: Path) -> Gold:
    """Rebuild the running text of every document in a CoNLL-U file."""
    return [joined(pieces) for pieces in documents(path) if pieces]


def documents(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the (gap before, sentence) pairs of one document after another."""
    pieces: list[tuple[str, str]] = []
    gap = " "
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            yield pieces
            pieces = []
        elif line.startswith("# newpar") and not line.startswith("# newpar_"):
            gap = "\n\n"
        elif line.startswith("# text = "):
            pieces.append((gap if pieces else "", line.removeprefix("# text = ").strip()))
            gap = " "
    yield pieces


def joined(pieces: list[tuple[str, str]]) -> tuple[str, set[int]]:
    text, ends = "", set()
    for gap, sentence in pieces:
        text += gap + sentence
        ends.add(len(text))
    return text, ends


_STRING = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')"


def golden(path: Path) -> tuple[int, int]:
    """Return how many golden rules are kept, and how many there are."""
    from helpers.text import split_sentences

    right = total = 0
    for body in re.split(r"\n    it ", path.read_text(encoding="utf-8"))[1:]:
        text = re.search(rf"text: ({_STRING})", body)
        wanted = re.search(rf"to eq\((\[(?:\s*{_STRING},?)*\s*\])\)", body)
        if text and wanted and "correctly segments text" not in body.partition("\n")[0]:
            found = [
                " ".join(one.text.split()) for one in split_sentences(ast.literal_eval(text[1]))
            ]
            total += 1
            right += found == [" ".join(one.split()) for one in ast.literal_eval(wanted[1])]
    return right, total


def f1(split: Splitter, gold: Gold) -> tuple[float, int, int]:
    """Return F1, false ends and missed ends."""
    right = wrong = missed = 0
    for text, ends in gold:
        found = split(text)
        right += len(found & ends)
        wrong += len(found - ends)
        missed += len(ends - found)
    return 2 * right / max(1, 2 * right + wrong + missed), wrong, missed


def speeds(splitters: dict[str, Splitter], gold: Gold, rounds: int) -> dict[str, float]:
    """Measure characters per CPU second on one long text: the median of the rounds."""
    text = "\n\n".join(text for text, _ in gold)
    text = "\n\n".join([text] * (1 + 200_000 // len(text)))
    seen: dict[str, list[float]] = {name: [] for name in splitters}
    for _ in range(rounds):
        for name, split in splitters.items():
            start = time.process_time()
            split(text)
            seen[name].append(len(text) / (time.process_time() - start))
    return {name: statistics.median(found) for name, found in seen.items()}


def installed() -> dict[str, Splitter]:
    found = {"ours": ours()}
    for make in (syntok, pysbd):
        try:
            print(f"{make.__name__} {version(make.__name__)}")
            found[make.__name__] = make()
        except (ImportError, PackageNotFoundError):
            print(f"{make.__name__} is not installed")
    return found


def report(title: str, splitters: dict[str, Splitter], gold: Gold) -> None:
    print(f"\n{title}: {len(gold)} texts, {sum(len(ends) for _, ends in gold)} sentences")
    for name, split in splitters.items():
        score, wrong, missed = f1(split, gold)
        print(f"  {name:8} F1 {score:.4f}   false ends {wrong:4}   missed ends {missed:4}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--conllu", type=Path, nargs="+", default=[], metavar="FILE")
    parser.add_argument("--golden", type=Path, metavar="FILE")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(f"Python {platform.python_version()}")
    splitters = installed()
    sets = {
        name: labelled_cases(name)
        for name in ("news.json", "negative.json", "layout.json", "known-failures.json")
    }
    sets |= {path.name: treebank(path) for path in options.conllu}
    for name, gold in sets.items():
        report(name, splitters, gold)
    if options.golden:
        right, total = golden(options.golden)
        print(f"\n{options.golden.name}: {right} of {total} rules kept")
    longest = max(sets.values(), key=lambda gold: sum(len(text) for text, _ in gold))
    print(f"\nSpeed, median of {options.rounds} rounds")
    found = speeds(splitters, longest, options.rounds)
    for name, speed in found.items():
        print(f"  {name:8} {speed / found['ours']:5.2f} × ours   {speed:12,.0f} characters/s")


if __name__ == "__main__":
    main()
