"""The article, marked sentence by sentence, and compared with the key when the learner asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import traitlets

from ..answers import Answers, replay
from ..case_model import Case, Key
from ..comparing import (
    Compared,
    Counts,
    WordsCompared,
    compare,
    compare_words,
    judgement_counts,
    word_stretches,
)
from ..progress import Progress
from ..strings import say
from ..terms import JUDGEMENT, KINDS, SURENESS
from .base import KitWidget, module, style


class Marker(KitWidget):
    """Mark what kind of sentence each one is; compare with the key after the passage.

    `given` names the sentences whose label and reasons are shown from the start.
    """

    _esm = module("marker")
    _css = style()

    article = traitlets.Dict().tag(sync=True)
    given = traitlets.Dict().tag(sync=True)
    has_key = traitlets.Bool().tag(sync=True)
    marks = traitlets.Dict().tag(sync=True)
    comparison = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        case: Case,
        key: Key | None = None,
        given: Collection[str] = (),
        progress: Progress | None = None,
    ):
        self.case, self.key = case, key
        self.case_id = case.id
        self.given_ids = frozenset(given)
        self.watchers: list[Callable[[Marker], None]] = []
        self.answers = Answers()
        super().__init__(
            progress,
            article=article_view(case),
            given={name: given_view(case, key, name) for name in given} if key else {},
            has_key=key is not None,
        )
        self.read()

    def read(self) -> None:
        """Take the answers from disk, and show the comparison if it was open."""
        self.answers = replay(self.progress.records(case=self.case.id))
        self.marks = self._marks()
        self._show_comparison()

    @property
    def compared(self) -> list[Compared]:
        """The sentences that the learner has compared with the key, or nothing yet."""
        if self.key is None:
            return []
        return compare(self.case, self.key, self.answers, self.answers.comparing)

    def when_compared(self, call: Callable[[Marker], None]) -> None:
        """Call back whenever a comparison is shown or put away, and once now."""
        self.watchers.append(call)
        call(self)

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one answer; chosen words are turned from numbers into places in the article."""
        if act == "route" and item == "article" and value in ("whole", *self.case.routes):
            return value
        if item in self.case.by_id and item not in self.given_ids:
            if value is None and act in ("kind", "sure", "words"):
                return None
            if (act == "kind" and value in KINDS) or (act == "sure" and value in SURENESS):
                return value
            if act == "words" and isinstance(value, list):
                return self._places(item, value)
        raise ValueError(f"This answer does not belong to the article: {act} for {item}.")

    def took(self, item: str, act: str, value: Any) -> None:
        """Count an answer that is on disk."""
        self.answers.take(item, act, value)
        self.marks = self._marks()

    def hear_compare(self, message: dict) -> None:
        """Compare what is labelled on the route that is open, and save that it was compared."""
        if self.key is None:
            return
        self.answers = replay(self.progress.records(case=self.case.id))
        items = [name for name in self._route(message) if name in self.answers.kind]
        self._save_comparing(items)

    def hear_again(self, _message: dict) -> None:
        """Put the comparison away and go on marking; first answers stay first answers."""
        self._save_comparing([])

    def _save_comparing(self, items: list[str]) -> None:
        self.save("article", "compare", items)
        self.answers.take("article", "compare", items)
        self._show_comparison()

    def _route(self, message: dict) -> Sequence[str]:
        name = message.get("route")
        return self.case.route(name if name in self.case.routes else "whole").sentences

    def _marks(self) -> dict[str, Any]:
        chosen = {item: self._numbers(item) for item in self.answers.words}
        return {
            "route": self.answers.route or next(iter(self.case.routes), "whole"),
            "kind": dict(self.answers.kind),
            "sure": dict(self.answers.sure),
            "words": {item: numbers for item, numbers in chosen.items() if numbers},
        }

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
        if item not in self.case.by_id:
            return []
        marks = self.answers.words[item]
        return [
            number
            for number, (start, end) in enumerate(self._words(item))
            if any(start < b and a < end for a, b in marks)
        ]

    def _show_comparison(self) -> None:
        rows = self.compared
        self.comparison = comparison_view(self, rows) if rows else {}
        for call in self.watchers:
            call(self)


def article_view(case: Case) -> dict[str, Any]:
    """What the page needs to show the article: blocks of parts, some of which can be judged."""
    routes = [*case.routes.values(), case.route("whole")]
    shown = [route for route in routes if len(route.sentences) < len(case.sentences)] + routes[-1:]
    notice = case.notice or (say("marker.constructed") if case.constructed else "")
    return {
        "id": case.id,
        "title": case.title,
        "lang": case.language,
        "notes": [notice] if notice else [],
        "blocks": _blocks(case),
        "routes": [
            {"id": route.name, "minutes": route.minutes, "sentences": list(route.sentences)}
            for route in shown
        ],
    }


def _blocks(case: Case) -> list[dict[str, Any]]:
    """The article's lines; the first is the headline, those without a sentence are plain."""
    blocks, start = [], 0
    for line in case.text.splitlines(keepends=True):
        parts = _parts(case, start, start + len(line.rstrip()))
        if parts:
            is_plain = not any("id" in part for part in parts)
            kind = "headline" if not blocks else "plain" if is_plain else "paragraph"
            blocks.append({"kind": kind, "parts": parts})
        start += len(line)
    return blocks


def _parts(case: Case, start: int, end: int) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = []
    for sentence in case.sentences:
        anchor = sentence.anchor
        if not start <= anchor.start < end:
            continue
        if start < anchor.start:
            parts.append({"text": case.text[start : anchor.start]})
        parts.append(
            {"id": sentence.id, "text": sentence.text, "pieces": _pieces(case, sentence.id)}
        )
        start = anchor.end
    if start < end:
        parts.append({"text": case.text[start:end]})
    return parts


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


def comparison_view(marker: Marker, rows: list[Compared]) -> dict[str, Any]:
    """The comparison as the page shows it: only sentences that the learner has labelled."""
    case, key, answers = marker.case, marker.key, marker.answers
    words = {
        row.sentence.id: compare_words(case, key, answers, row.sentence.id)
        for row in rows
        if answers.words
    }
    left = [
        name
        for name in marker.case.route(marker.marks["route"]).sentences
        if name not in answers.comparing and name not in marker.given_ids
    ]
    return {
        "summary": summary_sentences(judgement_counts(rows), rows) + words_sentences(words),
        "notes": [say("comparison.left", n=len(left))] if left else [],
        "rows": [row_view(case, row, words.get(row.sentence.id)) for row in rows],
    }


def row_view(case: Case, row: Compared, words: WordsCompared | None) -> dict[str, Any]:
    """One sentence of the comparison."""
    return {
        "id": row.sentence.id,
        "text": row.sentence.text,
        "outcome": row.outcome,
        "mine": row.mine,
        "first": row.first,
        "sure": row.sure,
        "key": row.key.kind,
        "because_mine": {"cue": row.because_mine.cue, "next": row.because_mine.next},
        "because_key": {"cue": row.because_key.cue, "next": row.because_key.next},
        "readings": [{"kind": kind, "why": why} for kind, why in row.key.readings.items()],
        "mixed": row.key.mixed,
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
    arguable = sum(one.caught for one in every if not one.counts)
    extra = sum(len(compared.extra) for compared in words.values())
    says = [say("summary.words", n=len(clear), caught=sum(one.caught for one in clear))]
    if arguable:
        says.append(say("summary.words-arguable", n=arguable))
    return [*says, say("summary.words-extra", n=extra)] if extra else says
