"""How far readers who saw no key agree with it: Krippendorff's alpha for each lesson and reader.

    python bench/readings.py            the readings in bench/readings/, each beside the key
    python bench/readings.py FOLDER     writes what a reader gets: one text a lesson, without any key

A reading is a JSON file: `{"set/item": "option", …}`. Those of 2026-11-25 are by three automated
readers (language models) that got these texts and nothing else; no panel of people has read yet.
Where the key accepts two answers, either counts as the key's. The labels of one reader and the key
are two ratings an item (`helpers.scoring.agreement`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from helpers.case import load_case, load_key
from helpers.case.model import Case, Key
from helpers.scoring import agreement
from helpers.strings import strings

READINGS = Path(__file__).with_name("readings")
LESSONS = {
    "lesson 1": ("clues", "chain"),
    "lesson 2": ("kind",),
    "lesson 3": ("quotes", "effect"),
    "lesson 4": ("sourcing", "left-out", "stance"),
}
"""The sets of each lesson that ask for one of several labels."""


def accepted(key: Key, item: str) -> tuple[str, ...]:
    """Return the options that the key accepts for `set/item`, its first choice first."""
    name, _, one = item.partition("/")
    if name == "kind":
        return key.sentences[one].accepted
    if name == "stance":
        (stance,) = [claim.cards[one].stance for claim in key.claims.values() if one in claim.cards]
        return (stance,)
    return key.sets[name][one].accepted


def beside_the_key(reading: dict[str, str], key: Key, lesson: str) -> dict[str, tuple[str, str]]:
    """Return by item the reader's label and the key's, for the items of a lesson."""
    pairs = {}
    for item, label in reading.items():
        if item.partition("/")[0] in LESSONS[lesson]:
            counts = accepted(key, item)
            pairs[item] = (label, label if label in counts else counts[0])
    return pairs


def readings() -> dict[str, dict[str, str]]:
    """Return every reading by the name of its file."""
    return {path.stem: json.loads(path.read_text()) for path in sorted(READINGS.glob("*.json"))}


def alphas() -> Iterator[tuple[str, str, float, list[str]]]:
    """Give for each lesson and reader the agreement with the key, and the items that differ."""
    key = load_key(load_case("liberty-daily"))
    for lesson in LESSONS:
        for reader, reading in readings().items():
            pairs = beside_the_key(reading, key, lesson)
            differing = [item for item, (mine, keys) in pairs.items() if mine != keys]
            yield lesson, reader, agreement([list(pair) for pair in pairs.values()]), differing


def texts(case: Case) -> Iterator[tuple[str, str]]:
    """Give for each lesson what a reader gets: the article, the options, the items, the documents."""
    for lesson, names in LESSONS.items():
        parts = [case.text, *(line for name in names for line in asked(case, name))]
        yield lesson, "\n".join(parts)


def asked(case: Case, name: str) -> Iterator[str]:
    """Give the lines of one set."""
    words = strings()
    if name == "kind":
        yield "\nWhat kind of sentence is each, by its language alone?"
        yield from (
            f"  {one}: {about['name']}. {about['hint']}" for one, about in words["kinds"].items()
        )
        yield from (f"### kind/{sentence.id}: {sentence.text}" for sentence in case.sentences)
    elif name == "stance":
        yield "\nHow does each card stand to its claim, as the claim is worded?"
        yield from (f"  {one}: {about['name']}" for one, about in words["stances"].items())
        for claim in case.claims:
            yield f"Claim: {claim.says}"
            yield from (f"### stance/{card.id}: {card.says}" for card in claim.cards)
    else:
        yield from asked_in_set(case, name)


def asked_in_set(case: Case, name: str) -> Iterator[str]:
    """Give the lines of a question set, with the documents that its items show."""
    questions, sources = case.sets[name], {source.id: source for source in case.sources}
    yield f"\n{questions.title}. {questions.asks}"
    yield from (f"  {option.id}: {option.name}. {option.hint}" for option in questions.options)
    for item in questions.items:
        yield f"### {name}/{item.id}: {item.title}\n{item.passage}\n{item.note}"
        yield f"Documents: {', '.join(item.shows) or 'none'}"
    for source in dict.fromkeys(one for item in questions.items for one in item.shows):
        yield f"[{source}] {sources[source].publisher}. {sources[source].seen}\n{sources[source].words}"


def main() -> None:
    """Print the agreement, or write the texts for a new reader."""
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
        folder.mkdir(parents=True, exist_ok=True)
        for lesson, text in texts(load_case("liberty-daily")):
            (folder / f"{lesson.replace(' ', '-')}.txt").write_text(text, encoding="utf-8")
        return
    for lesson, reader, alpha, differing in alphas():
        print(
            f"{lesson}  {reader}  alpha {alpha:.2f}  differs: {', '.join(differing) or 'nowhere'}"
        )


if __name__ == "__main__":
    main()
