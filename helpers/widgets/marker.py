"""The article, marked sentence by sentence, and compared with the key when the learner asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import traitlets

from helpers.answers.progress import Progress
from helpers.case.model import Case, Key, with_whole
from helpers.case.vocabulary import JUDGEMENT, KINDS, SURENESS
from helpers.results.choices import (
    Compared,
    Counts,
    WordsCompared,
    compare,
    compare_words,
    judgement_counts,
    word_stretches,
)
from helpers.strings import say
from helpers.widgets.base import module
from helpers.widgets.judging import JudgingWidget, notes_view, routes_view


class Marker(JudgingWidget):
    """Mark what kind of sentence each one is; compare with the key after the passage.

    `given` names the sentences whose label and reasons are shown from the start.
    """

    _esm = module("marker")

    article = traitlets.Dict().tag(sync=True)
    given = traitlets.Dict().tag(sync=True)

    allowed = KINDS

    def __init__(
        self,
        case: Case,
        key: Key | None = None,
        given: Collection[str] = (),
        progress: Progress | None = None,
    ):
        # Without a key there is no reason to show, so every sentence is the learner's.
        self.given_ids = frozenset(given if key else ())
        shown = {name: given_view(case, key, name) for name in self.given_ids}
        self.routes = with_whole(case.routes, case.by_id)
        super().__init__(case, key, progress, article=article_view(case), given=shown)

    @property
    def compared(self) -> list[Compared]:
        """The sentences that the learner has compared with the key, or nothing yet."""
        if self.key is None:
            return []
        return compare(self.case, self.key, self.answers, self.answers.comparing)

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one answer; chosen words are turned from numbers into places in the article."""
        if act == "route" and item == "article" and value in self.routes:
            return value
        if item in self.case.by_id and item not in self.given_ids:
            if value is None and act in ("kind", "sure", "words"):
                return None
            if (act == "kind" and value in KINDS) or (act == "sure" and value in SURENESS):
                return value
            if act == "words" and isinstance(value, list):
                return self._places(item, value)
        raise ValueError(f"This answer does not belong to the article: {act} for {item}.")

    def marks_view(self) -> dict[str, Any]:
        """The route, and the labels, sureness and chosen words by sentence."""
        known = self.case.by_id  # answers from an older edition may name sentences that are gone
        chosen = {item: self._numbers(item) for item in self.answers.words if item in known}
        return {
            "route": self.route_name,
            "kind": {item: kind for item, kind in self.answers.chosen.items() if item in known},
            "sure": {item: sure for item, sure in self.answers.sure.items() if item in known},
            "words": {item: numbers for item, numbers in chosen.items() if numbers},
        }

    def comparison_view(self, rows: list[Compared]) -> dict[str, Any]:
        """The comparison as the page shows it: only sentences that the learner has labelled."""
        words = self._compared_words(rows)
        left = [
            name
            for name in self.route_items(self.route_name)
            if name not in self.answers.chosen and name not in self.given_ids
        ]
        return {
            "summary": summary_sentences(judgement_counts(rows), rows) + words_sentences(words),
            "note": say("comparison.verdict-note"),
            "notes": [say("comparison.left", n=len(left))] if left else [],
            "rows": [row_view(self.case, row, words.get(row.sentence.id)) for row in rows],
        }

    def _compared_words(self, rows: list[Compared]) -> dict[str, WordsCompared]:
        """The loaded words of the compared sentences, once the learner has marked any."""
        if not self.answers.words or self.key is None:
            return {}
        names = [row.sentence.id for row in rows]
        return {name: compare_words(self.case, self.key, self.answers, name) for name in names}

    def _words(self, item: str) -> list[tuple[int, int]]:
        anchor = self.case.by_id[item].anchor
        return word_stretches(self.case.text, anchor.start, anchor.end)

    def _places(self, item: str, numbers: list) -> list[list[int]]:
        """Neighbouring chosen words become one stretch from the first to the last."""
        words, places, before = self._words(item), [], None
        for number in sorted({one for one in numbers if type(one) is int}):
            if not 0 <= number < len(words):
                raise ValueError(f"There is no word number {number} in sentence {item}.")
            start, end = words[number]
            if before is not None and number == before + 1:
                places[-1][1] = end
            else:
                places.append([start, end])
            before = number
        return places

    def _numbers(self, item: str) -> list[int]:
        marks = self.answers.words[item]
        return [
            number
            for number, (start, end) in enumerate(self._words(item))
            if any(start < b and a < end for a, b in marks)
        ]


def article_view(case: Case) -> dict[str, Any]:
    """What the page needs to show the article: blocks of parts, some of which can be judged."""
    return {
        "id": case.id,
        "title": case.title,
        "lang": case.language,
        "notes": notes_view(case),
        "blocks": _blocks(case),
        "routes": routes_view(with_whole(case.routes, case.by_id), "sentences"),
    }


def _blocks(case: Case) -> list[dict[str, Any]]:
    """The article's lines; the first is the headline, those without a sentence are plain.

    A sentence that runs over the end of its line stays whole, in the line where it starts.
    """
    blocks, start, end = [], 0, 0
    for line in case.text.splitlines(keepends=True):
        end += len(line)
        if end <= start:
            continue
        parts, start = _parts(case, start, end)
        if any(part["text"].strip() for part in parts):
            is_plain = not any("id" in part for part in parts)
            kind = "headline" if not blocks else "plain" if is_plain else "paragraph"
            blocks.append({"kind": kind, "parts": parts})
    return blocks


def _parts(case: Case, start: int, end: int) -> tuple[list[dict[str, Any]], int]:
    """The parts of a line from `start`, and the place where the next line goes on."""
    parts: list[dict[str, Any]] = []
    for sentence in case.sentences:
        anchor = sentence.anchor
        if not start <= anchor.start < end:
            continue
        if start < anchor.start:
            parts.append({"text": case.text[start : anchor.start]})
        pieces = _pieces(case, sentence.id)
        parts.append({"id": sentence.id, "text": sentence.text, "pieces": pieces})
        start = anchor.end
    rest = case.text[start:end].rstrip()
    return [*parts, *([{"text": rest}] if rest else [])], max(start, end)


def _pieces(case: Case, item: str) -> list[str]:
    """A sentence as gap, word, gap, word … gap, so that the page never counts characters."""
    anchor, pieces = case.by_id[item].anchor, []
    at = anchor.start
    for start, end in word_stretches(case.text, anchor.start, anchor.end):
        pieces += [case.text[at:start], case.text[start:end]]
        at = end
    return [*pieces, case.text[at : anchor.end]]


def given_view(case: Case, key: Key, item: str) -> dict[str, str]:
    """A label that is given, with the thinking behind it."""
    sentence = key.sentences[item]
    reason = sentence.options[sentence.kind]
    return {
        "kind": sentence.kind,
        "aloud": sentence.aloud,
        "cue": reason.cue,
        "next": reason.next,
    }


def row_view(case: Case, row: Compared, words: WordsCompared | None) -> dict[str, Any]:
    """One sentence of the comparison."""
    return {
        **row.view(),
        "words": [word_view(one) for one in words.words] if words else None,
        "extra": [case.text[start:end] for start, end in words.extra] if words else [],
    }


def word_view(one: Any) -> dict[str, Any]:
    """One loaded word of the comparison."""
    note = "speaker" if one.word.voice == "speaker" else one.word.weight
    return {
        "text": one.word.anchor.exact,
        "caught": one.caught,
        "note": note,
        "why": one.word.why,
    }


def summary_sentences(counts: Counts, rows: Sequence[Compared]) -> list[str]:
    """The result in plain counts: skill and suspicion apart, never a percentage alone."""
    says = [
        say("summary.judgement", n=counts.judgement, caught=counts.caught)
        if counts.judgement
        else say("summary.judgement-none"),
        say("summary.reporting", n=counts.reporting, taken=counts.taken)
        if counts.reporting
        else say("summary.reporting-none"),
    ]
    if counts.either:
        says.append(say("summary.either", n=counts.either))
    says += _pattern(counts, rows)
    says.append(say("summary.exact", agreed=counts.agreed, n=counts.total))
    changed = sum(bool(row.first) and row.first != row.mine for row in rows)
    return [*says, say("summary.changed", n=changed)] if changed else says


def _pattern(counts: Counts, rows: Sequence[Compared]) -> list[str]:
    """Flagging everything, or nothing, is a pattern worth a sentence of its own."""
    flagged = sum(row.mine in JUDGEMENT for row in rows)
    if not (counts.judgement and counts.reporting):
        return []
    if flagged == counts.total:
        return [say("summary.all-judgement")]
    return [] if flagged else [say("summary.none-judgement")]


def words_sentences(words: dict[str, WordsCompared]) -> list[str]:
    """The loaded words in plain counts, if any were marked."""
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
