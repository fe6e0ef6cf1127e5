"""Choices beside the key: the one comparison that marks on an article and question sets share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helpers.answers.choices import Answers, Stretch
from helpers.case.labels import LoadedWord
from helpers.case.model import Case, Key
from helpers.case.parts import Sentence
from helpers.case.questions import Item
from helpers.case.reasons import Explanation, ItemKey
from helpers.case.vocabulary import JUDGEMENT

ENOUGH = 0.5
"""The share of a loaded phrase's words that has to be marked for it to count as caught.

Boundaries are a matter of taste, so a mark that is one word off costs nothing.
"""


@dataclass(frozen=True)
class Compared:
    """One sentence or item: the learner's answer, the key's, and the reasons for both."""

    item: Sentence | Item  # what was judged: a sentence of the article, or an item of a set
    mine: str  # the id of the option that the learner has chosen now
    key: ItemKey  # what the key says, with its reasons
    first: str = ""  # the option at the first comparison; "" before there was one
    sure: str = ""  # how sure the learner is: an id of `SURENESS`, or "" where not said

    @property
    def outcome(self) -> str:
        """Return `same`, `differs`, or `either`: contested, and mine is one of its readings."""
        if self.mine not in self.key.accepted:
            return "differs"
        return "either" if self.key.second else "same"

    @property
    def because_mine(self) -> Explanation:
        """Return the cue that speaks for or against the learner's answer, and the next check."""
        return self.key.options[self.mine]

    @property
    def because_key(self) -> Explanation:
        """Return the cue that speaks for the key's answer, and the next check."""
        return self.key.options[self.key.kind]

    @property
    def is_changed(self) -> bool:
        """Return whether the answer is another one than at the first comparison."""
        return bool(self.first) and self.first != self.mine


@dataclass(frozen=True)
class WordCompared:
    """One loaded word of the key, and whether the learner marked it."""

    word: LoadedWord  # the word as the key has it
    caught: bool  # whether the learner marked at least the share `ENOUGH` of it

    @property
    def counts(self) -> bool:
        """Return whether missing it counts: clear words of the writer's own do, others do not."""
        return self.word.weight == "clear" and self.word.voice == "writer"


@dataclass(frozen=True)
class WordsCompared:
    """The loaded words of one sentence, and the marks that the key does not have."""

    words: tuple[WordCompared, ...]  # the key's loaded words, in its order
    extra: tuple[Stretch, ...]  # marks that meet none of them, in code points of the article


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

    judgement: int  # sentences in which the writer judges, by every reading of the key
    caught: int  # those of them that the learner labelled as judgement
    reporting: int  # sentences that only report, by every reading of the key
    taken: int  # those of them that the learner took for judgement
    either: int  # sentences whose two readings fall on both sides; in none of the four above
    agreed: int  # sentences whose label is one that the key accepts
    total: int  # sentences compared
    flagged: int  # sentences that the learner labelled as judgement, of all
    changed: int  # labels that are other ones than at the first comparison


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
        agreed=agreed(rows),
        total=len(rows),
        flagged=sum(row.mine in JUDGEMENT for row in rows),
        changed=sum(row.is_changed for row in rows),
    )


def agreed(rows: Iterable[Compared]) -> int:
    """Count the answers that the key accepts; either reading of a contested one will do."""
    return sum(row.outcome != "differs" for row in rows)


def key_labels(key: Key, chosen: Iterable[str]) -> dict[str, str]:
    """Return the key's labels of the chosen sentences, by their ids."""
    return {name: key.sentences[name].kind for name in chosen}


WORD = re.compile(r"[\w$%]+(?:[’'.,-]\w+)*")
"""A word as a learner can mark it: "U.S", "$50" and "so-called" are one word each."""


def word_stretches(text: str, start: int, end: int) -> list[Stretch]:
    """Return where the words from `start` to `end` stand in the text, in code points."""
    return [match.span() for match in WORD.finditer(text, start, end)]


def _is_caught(text: str, word: LoadedWord, marks: Sequence[Stretch]) -> bool:
    tokens = word_stretches(text, word.anchor.start, word.anchor.end)
    marked = [any(start < b and a < end for a, b in marks) for start, end in tokens]
    return bool(tokens) and sum(marked) / len(tokens) >= ENOUGH


def _overlap(mark: Stretch, word: LoadedWord) -> bool:
    return mark[0] < word.anchor.end and word.anchor.start < mark[1]
