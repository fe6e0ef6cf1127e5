"""In which order sentences are asked about: those that read like opinions first.

The score only orders questions. It is kept simple on purpose, a sum of counts that anybody can check
by eye: a statistical model was no better overall (docs/decisions/0016-wording-score-is-simple.md).
"""

import math
import re

from helpers.opinion.finding import hits_in, quoted_in, tokens_in, within
from helpers.opinion.lexicon import LISTS, Entry
from helpers.text.classes import DAYS, MONTHS, TIME_UNITS

PAST = re.compile("[a-z]{2}ed$")
SUPERLATIVE = re.compile("[a-z]{2}est$")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
DATES = (DAYS | MONTHS | TIME_UNITS) - LISTS["measures"] - LISTS["loose-times"] - {"may"}
BREAKS = frozenset(";:—–?!")
KINDS = ("loaded", "hedge", "booster", "reporting-verb", "duty")  # of cues

# How the weights came about: a logistic regression with a strong ridge penalty, fitted on
# the constructed sentences of tests/data/opinion/dev.tsv and on nothing else, both kinds weighing
# alike, then rounded; `bench/wording.py --fit` does it again. Questions, exclamations and "you"
# are too rare there to be learnt, so these three are pulled towards values set by hand.
BIAS = -0.12
WEIGHTS = {
    "loaded": 1.05,
    "exclamation": 0.6,
    "copula": 0.55,
    "value": 0.5,
    "absolute": 0.5,
    "question": 0.5,
    "duty": 0.45,
    "first person": 0.45,
    "asking opener": 0.35,
    "booster": 0.25,
    "comparison": 0.25,
    "pointing opener": 0.25,
    "second person": 0.2,
    "break": 0.2,
    "hedge": 0.15,
    "contrast opener": 0.1,
    "would or will": 0.1,
    "speaker's loaded": -0.1,
    "quoted share": -0.15,
    "measure": -0.2,
    "name": -0.35,
    "office": -0.4,
    "reporting-verb": -0.4,
    "date": -0.5,
    "past tense": -0.5,
    "figure": -0.75,
}


def opinion_score(sentence: str) -> float:
    """Return a number from 0 (reads like a report) to 1 (reads like an opinion).

    It only decides which sentence to ask about first; it is never shown and is no verdict.
    """
    shown = features(sentence)
    return 1 / (1 + math.exp(-BIAS - sum(WEIGHTS[name] * shown[name] for name in WEIGHTS)))


def features(sentence: str) -> dict[str, float]:
    """Return a sentence described by counts that anybody can check by eye; none is larger than 4."""
    tokens, quoted = tokens_in(sentence), quoted_in(sentence)
    hits = list(hits_in(tokens))
    own = [not within(quoted, token.start) for token in tokens[:-1]]
    # A loaded word counts as that alone: what else it might be must not tell two sides apart.
    taken = {at for first, past, e in hits if e.kind == "loaded" for at in range(first, past)}
    plain = [at for at, writers in enumerate(own) if writers and at not in taken]
    found: dict[str, float] = {
        **_words_used([tokens[at].word for at in plain]),
        **_openers(tokens[own.index(True)].word if True in own else ""),
        **_cues_used(own, hits),
        **_marks_used(sentence, quoted),
        "name": sum(tokens[at].shape[:1].isupper() for at in plain if at) / 2,
        "quoted share": 2 * own.count(False) / max(len(own), 1),
    }
    return {name: min(float(value), 4.0) for name, value in found.items()}


def _words_used(said: list[str]) -> dict[str, float]:
    """Return counts of kinds of words in what the writer says outside quotation marks."""

    def count(vocabulary: frozenset[str]) -> int:
        return sum(word in vocabulary for word in said)

    return {
        "first person": count(LISTS["first-person"]),
        "second person": count(LISTS["second-person"]),
        "absolute": count(LISTS["absolutes"]),
        "comparison": count(LISTS["comparing"]) + sum(map(_superlative, said)),
        "copula": count(LISTS["copulas"]),
        "past tense": count(LISTS["past-forms"]) + sum(bool(PAST.search(word)) for word in said),
        "would or will": count(LISTS["would-words"]),
        "date": count(DATES),
        "measure": count(LISTS["measures"]),
        "office": count(LISTS["office"]),
        "value": count(LISTS["values"]),
    }


def _superlative(word: str) -> bool:
    return bool(SUPERLATIVE.search(word)) and word not in LISTS["ends-in-est"]


def _openers(first: str) -> dict[str, float]:
    """Return what kind of word opens the sentence."""
    return {
        "contrast opener": first in LISTS["contrast-openers"],
        "pointing opener": first in LISTS["pointing-openers"],
        "asking opener": first in LISTS["asking-openers"],
    }


def _cues_used(own: list[bool], hits: list[tuple[int, int, Entry]]) -> dict[str, float]:
    """Return counts of cues in the writer's own words, and loaded ones in a speaker's."""
    writers = [entry.kind for at, _, entry in hits if own[at]]
    speakers = sum(entry.kind == "loaded" and not own[at] for at, _, entry in hits)
    return {kind: writers.count(kind) for kind in KINDS} | {"speaker's loaded": speakers}


def _marks_used(sentence: str, quoted: list[tuple[int, int]]) -> dict[str, float]:
    """Return counts of what is not a word: figures, dashes and the mark at the end."""
    spoken = within(quoted, len(sentence.rstrip()) - 2)
    end = "" if spoken else sentence.rstrip(" \t\r\n”’\"')")[-1:]
    return {
        "question": end == "?",
        "exclamation": end == "!",
        "figure": sum(1 for _ in FIGURE.finditer(sentence)),
        "break": sum(mark in BREAKS for mark in sentence),
    }
