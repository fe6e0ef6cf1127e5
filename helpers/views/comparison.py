"""Choices beside the key as they are shown: a summary in plain counts, and a row for each answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from helpers.answers.choices import Answers
from helpers.case.model import Case, Key
from helpers.results.choices import (
    Compared,
    Counts,
    WordCompared,
    WordsCompared,
    agreed,
    compare_words,
    judgement_counts,
)
from helpers.strings import say
from helpers.views.article import sentence_name
from helpers.views.patterns import Meanings, kinds_meant, pattern_sentence
from helpers.views.reasons import Reason, reason_view


class LoadedWordView(TypedDict):
    """One loaded word of the key."""

    text: str  # the word or phrase as printed
    caught: bool  # whether the learner marked it
    note: str  # `clear`, `arguable`, or `speaker` where it is the word of somebody quoted
    why: str  # why it is loaded


class Row(TypedDict):
    """One sentence or item of a comparison: my answer, the key's, and the reasons for both."""

    id: str  # the id of the sentence or item
    name: str  # what it is called: "Sentence 7", "Quotation 3"
    text: str  # the words that were judged
    outcome: str  # `same`, `differs`, or `either`: contested, and mine is one of its readings
    mine: str  # the id of the learner's option
    first: str  # the id of the option at the first comparison, or ""
    sure: str  # how sure the learner is, an id of `SURENESS`, or ""
    key: str  # the id of the key's option
    because_mine: Reason  # for the learner's option
    because_key: Reason  # for the key's option
    readings: list[dict[str, str]]  # where contested: each reading's `kind`, and `why`
    mixed: str  # what to say of an item that is of two kinds at once, or ""
    words: NotRequired[list[LoadedWordView] | None]  # in articles: None where no word was marked
    extra: NotRequired[list[str]]  # in articles: words that were marked and are not in the key


class Shape(TypedDict):
    """What a whole comparison comes to."""

    pattern: str  # what the differences have in common, in a sentence or two
    full: bool  # whether the key accepts every answer


class Comparison(TypedDict):
    """What there is to show after comparing; only what the learner has answered is in it."""

    summary: list[str]  # the result in sentences with plain counts
    pattern: NotRequired[str]  # what the differences have in common, in a sentence or two
    full: NotRequired[bool]  # whether the key accepts every answer
    note: str  # what a comparison is, or what was asked, in one sentence
    notes: list[str]  # how much is left, and what else has to be said
    rows: list[Any]  # one for each answer, in order


def article_comparison(
    case: Case, key: Key, answers: Answers, rows: Sequence[Compared], left: int = 0
) -> Comparison:
    """Return labels and loaded words beside the key; `left` sentences are not labelled yet."""
    words = _words_compared(case, key, answers, rows)
    return {
        "summary": summary_sentences(judgement_counts(rows)) + words_sentences(words),
        **shape_view(rows, kinds_meant()),
        "note": say("comparison.verdict-note"),
        "notes": [say("comparison.left", n=left)] if left else [],
        "rows": [sentence_row(case, row, words.get(row.item.id)) for row in rows],
    }


def _words_compared(
    case: Case, key: Key, answers: Answers, rows: Sequence[Compared]
) -> dict[str, WordsCompared]:
    """Return the loaded words of the compared sentences, once the learner has marked any."""
    names = [row.item.id for row in rows if answers.words]
    return {name: compare_words(case, key, answers, name) for name in names}


def shape_view(rows: Sequence[Compared], meanings: Meanings) -> Shape:
    """Return which pattern the differences have, and whether there is none at all."""
    return {
        "pattern": pattern_sentence(rows, meanings),
        "full": agreed(rows) == len(rows),
    }


def row_view(row: Compared, name: str) -> Row:
    """Return one answer beside the key's; `name` is what the sentence or item is called."""
    return {
        "id": row.item.id,
        "name": name,
        "text": row.item.text,
        "outcome": row.outcome,
        "mine": row.mine,
        "first": row.first,
        "sure": row.sure,
        "key": row.key.kind,
        "because_mine": reason_view(row.because_mine),
        "because_key": reason_view(row.because_key),
        "readings": [{"kind": kind, "why": why} for kind, why in row.key.readings.items()],
        "mixed": row.key.mixed,
    }


def sentence_row(case: Case, row: Compared, words: WordsCompared | None) -> Row:
    """Return one sentence of an article beside the key, with its loaded words."""
    return {
        **row_view(row, sentence_name(case, row.item.id)),
        "words": [word_view(one) for one in words.words] if words else None,
        "extra": [case.text[start:end] for start, end in words.extra] if words else [],
    }


def word_view(one: WordCompared) -> LoadedWordView:
    """Return one loaded word of the key."""
    note = "speaker" if one.word.voice == "speaker" else one.word.weight
    return {
        "text": one.word.anchor.exact,
        "caught": one.caught,
        "note": note,
        "why": one.word.why,
    }


def summary_sentences(counts: Counts) -> list[str]:
    """Return the result in plain counts: skill and suspicion apart, never a percentage alone."""
    says = [
        say("summary.exact", agreed=counts.agreed, n=counts.total),
        say("summary.judgement", n=counts.judgement, caught=counts.caught)
        if counts.judgement
        else say("summary.judgement-none"),
        say("summary.reporting", n=counts.reporting, taken=counts.taken)
        if counts.reporting
        else say("summary.reporting-none"),
    ]
    if counts.either:
        says.append(say("summary.either", n=counts.either))
    says += _habit(counts)
    return [*says, say("summary.changed", n=counts.changed)] if counts.changed else says


def _habit(counts: Counts) -> list[str]:
    """Say that everything or nothing was flagged: a pattern worth a sentence of its own."""
    if not (counts.judgement and counts.reporting):
        return []
    if counts.flagged == counts.total:
        return [say("summary.all-judgement")]
    return [] if counts.flagged else [say("summary.none-judgement")]


def words_sentences(words: Mapping[str, WordsCompared]) -> list[str]:
    """Return the loaded words in plain counts, if any were marked."""
    if not words:
        return []
    every = [one for compared in words.values() for one in compared.words]
    clear = [one for one in every if one.counts]
    spoken = sum(one.caught and one.word.voice == "speaker" for one in every)
    counts = {
        "words-arguable": sum(one.caught and not one.counts for one in every) - spoken,
        "words-speaker": spoken,
        "words-extra": sum(len(compared.extra) for compared in words.values()),
    }
    first = say("summary.words", n=len(clear), caught=sum(one.caught for one in clear))
    return [first, *(say(f"summary.{name}", n=n) for name, n in counts.items() if n)]


def agreement_sentences(rows: Sequence[Compared]) -> list[str]:
    """Return how many answers to a question set the key accepts, and how many have changed."""
    says = [say("judge.summary", n=len(rows), agreed=agreed(rows))]
    changed = sum(row.is_changed for row in rows)
    return [*says, say("judge.changed", n=changed)] if changed else says
