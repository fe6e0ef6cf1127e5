"""A learner's marks beside the key: the one comparison that all lessons use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.answers.choices import Answers, Stretch
from helpers.case.model import Case, Explanation, Item, ItemKey, Key, LoadedWord, Sentence
from helpers.case.vocabulary import JUDGEMENT

ENOUGH = 0.5
"""The share of a loaded phrase's words that has to be marked for it to count as caught.

Boundaries are a matter of taste, so a mark that is one word off costs nothing.
"""


@dataclass(frozen=True)
class Compared:
    """One sentence or item: the learner's answer, the key's, and the reasons for both."""

    sentence: Sentence | Item
    mine: str
    key: ItemKey
    first: str = ""
    sure: str = ""

    @property
    def outcome(self) -> str:
        """`same`, `differs`, or `either`: contested, and mine is one of its readings."""
        if self.mine not in self.key.accepted:
            return "differs"
        return "either" if self.key.second else "same"

    @property
    def because_mine(self) -> Explanation:
        """The cue that speaks for or against the learner's label, and the next check."""
        return self.key.options[self.mine]

    def view(self) -> dict[str, Any]:
        """The comparison of this one as the page shows it."""
        return {
            "id": self.sentence.id,
            "text": self.sentence.text,
            "outcome": self.outcome,
            "mine": self.mine,
            "first": self.first,
            "sure": self.sure,
            "key": self.key.kind,
            "because_mine": {"cue": self.because_mine.cue, "next": self.because_mine.next},
            "because_key": {"cue": self.because_key.cue, "next": self.because_key.next},
            "readings": [{"kind": kind, "why": why} for kind, why in self.key.readings.items()],
            "mixed": self.key.mixed,
        }

    @property
    def because_key(self) -> Explanation:
        """The cue that speaks for the key's label, and the next check."""
        return self.key.options[self.key.kind]


@dataclass(frozen=True)
class WordCompared:
    """One loaded word of the key, and whether the learner marked it."""

    word: LoadedWord
    caught: bool

    @property
    def counts(self) -> bool:
        """Whether missing it counts: clear words of the writer's own do, arguable ones do not."""
        return self.word.weight == "clear" and self.word.voice == "writer"


@dataclass(frozen=True)
class WordsCompared:
    """The loaded words of one sentence, and the marks that the key does not have."""

    words: tuple[WordCompared, ...]
    extra: tuple[Stretch, ...]


def compare(case: Case, key: Key, answers: Answers, items: Sequence[str]) -> list[Compared]:
    """Compare the sentences of `items` that have a label, in the article's order."""
    wanted = set(items)
    sentences = [sentence for sentence in case.sentences if sentence.id in wanted]
    return compare_items(sentences, key.sentences, answers)


def compare_items(
    items: Iterable[Sentence | Item], keys: Mapping[str, ItemKey], answers: Answers
) -> list[Compared]:
    """Compare the items of a question set that have an answer, in the set's order."""
    return [
        Compared(
            item,
            answers.chosen[item.id],
            keys[item.id],
            answers.first.get(item.id, ""),
            answers.sure.get(item.id, ""),
        )
        for item in items
        if item.id in answers.chosen and item.id in keys
    ]


def compare_words(case: Case, key: Key, answers: Answers, item: str) -> WordsCompared:
    """Compare the words marked in one sentence with the key's loaded words."""
    marks = answers.words.get(item, ())
    loaded = [word for word in key.loaded if word.sentence == item]
    words = tuple(WordCompared(word, _is_caught(case.text, word, marks)) for word in loaded)
    extra = tuple(mark for mark in marks if not any(_overlap(mark, word) for word in loaded))
    return WordsCompared(words, extra)


@dataclass(frozen=True)
class Counts:
    """How a learner's labels lie to the key's, in plain counts."""

    judgement: int
    caught: int
    reporting: int
    taken: int
    either: int
    agreed: int
    total: int


def judgement_counts(compared: Iterable[Compared]) -> Counts:
    """Count how much of the writer's judgement was caught, and how much reporting was taken for it.

    Sentences whose two readings fall on both sides are in neither count: `either` says how many.
    """
    rows = list(compared)
    judging = [row for row in rows if row.key.judges]
    reporting = [row for row in rows if row.key.judges is False]
    return Counts(
        judgement=len(judging),
        caught=sum(row.mine in JUDGEMENT for row in judging),
        reporting=len(reporting),
        taken=sum(row.mine in JUDGEMENT for row in reporting),
        either=len(rows) - len(judging) - len(reporting),
        agreed=sum(row.outcome != "differs" for row in rows),
        total=len(rows),
    )


WORD = re.compile(r"[\w$%]+(?:[’'.,-]\w+)*")


def word_stretches(text: str, start: int, end: int) -> list[Stretch]:
    """Where the words of a stretch of text stand. "U.S.", "$50" and "so-called" are one word each."""
    return [match.span() for match in WORD.finditer(text, start, end)]


def _is_caught(text: str, word: LoadedWord, marks: Sequence[Stretch]) -> bool:
    tokens = word_stretches(text, word.anchor.start, word.anchor.end)
    marked = [any(start < b and a < end for a, b in marks) for start, end in tokens]
    return bool(tokens) and sum(marked) / len(tokens) >= ENOUGH


def _overlap(mark: Stretch, word: LoadedWord) -> bool:
    return mark[0] < word.anchor.end and word.anchor.start < mark[1]
