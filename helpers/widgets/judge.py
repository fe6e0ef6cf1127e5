"""A set of questions about a case: answered first, compared with the key when the learner asks."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import traitlets

from helpers.answers.progress import Progress
from helpers.case.model import Case, Item, ItemKey, Key, QuestionSet, Route, Source, with_whole
from helpers.results.choices import Compared, compare_items
from helpers.strings import say
from helpers.widgets.base import module
from helpers.widgets.judging import JudgingWidget, notes_view, routes_view


class Judge(JudgingWidget):
    """Ask the same question about several items; compare after the last.

    `given` names the items whose answer and reasons are shown from the start.
    """

    _esm = module("judge")

    questions = traitlets.Dict().tag(sync=True)
    given = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        case: Case,
        name: str,
        key: Key | None = None,
        given: Collection[str] = (),
        progress: Progress | None = None,
    ):
        self.case, self.set = case, case.sets[name]
        self.act = self.scope = name
        self.item_keys = key.sets[name] if key else {}
        # Without a key there is no reason to show, so every item is the learner's.
        self.given_ids = frozenset(given if key else ())
        shown = {item: self._given_view(item) for item in self.given_ids}
        self.routes = set_routes(self.set)
        super().__init__(case, key, progress, questions=questions_view(case, name), given=shown)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The options of the set."""
        return tuple(option.id for option in self.set.options)

    @property
    def compared(self) -> list[Compared]:
        """The items that the learner has compared with the key, or nothing yet."""
        items = [item for item in self.set.items if item.id in self.answers.comparing]
        return compare_items(items, self.item_keys, self.answers)

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one answer."""
        if act == "route" and item == self.scope and value in self.routes:
            return value
        known = {one.id for one in self.set.items} - self.given_ids
        if act == self.act and item in known and (value is None or value in self.allowed):
            return value
        raise ValueError(f"This answer does not belong to the questions: {act} for {item}.")

    def marks_view(self) -> dict[str, Any]:
        """The route, and the chosen option by item."""
        known = {item.id for item in self.set.items}
        chosen = {item: value for item, value in self.answers.chosen.items() if item in known}
        return {"route": self.route_name, "chosen": chosen}

    def comparison_view(self, rows: list[Compared]) -> dict[str, Any]:
        """The comparison as the page shows it: only items that the learner has answered."""
        left = [
            name
            for name in self.route_items(self.route_name)
            if name not in self.answers.chosen and name not in self.given_ids
        ]
        return {
            "summary": summary_sentences(rows),
            "note": self.set.asks,
            "notes": [say("judge.left", n=len(left))] if left else [],
            "rows": [self.row_view(row) for row in rows],
        }

    def row_view(self, row: Compared) -> dict[str, Any]:
        """One item of the comparison, with what stands beside the key's reasons."""
        title = row.sentence.title if row.sentence.passage else ""
        return {**row.view(), "title": title, **self.extras(row.sentence, row.key)}

    def extras(self, item: Item, key: ItemKey) -> dict[str, Any]:
        """What stands beside the key's reasons for an item: the documents that they rest on."""
        names = {source.id: source.publisher for source in self.case.sources}
        return {"sources": [names[name] for name in key.sources]}

    def _given_view(self, name: str) -> dict[str, Any]:
        key = self.item_keys[name]
        reason = key.options[key.kind]
        item = next(item for item in self.set.items if item.id == name)
        shown = {"kind": key.kind, "cue": reason.cue, "next": reason.next}
        return {**shown, **self.extras(item, key)}


def set_routes(questions: QuestionSet) -> dict[str, Route]:
    """The routes through a question set."""
    return with_whole(questions.routes, (item.id for item in questions.items))


def questions_view(case: Case, name: str) -> dict[str, Any]:
    """What the page needs to ask the questions."""
    questions = case.sets[name]
    wanted = {source for item in questions.items for source in item.shows}
    return {
        "id": name,
        "case": case.id,
        "lang": case.language,
        "title": questions.title,
        "asks": questions.asks,
        "notes": notes_view(case),
        "options": [vars(option) for option in questions.options],
        "items": [{**vars(item), "shows": list(item.shows)} for item in questions.items],
        "routes": routes_view(set_routes(questions), "items"),
        "documents": {
            source.id: document_view(source) for source in case.sources if source.id in wanted
        },
    }


def _date_shown(date: str) -> str:
    return say("judge.no-date", date=date) if date.startswith("not ") else date


def document_view(source: Source) -> dict[str, str]:
    """A document as the page shows it, with its citation."""
    return {
        "title": "" if source.title == "not seen" else source.title,
        "publisher": source.publisher,
        "date": _date_shown(source.date),
        "seen": source.seen,
        "text": source.words,
        "lang": source.language,
    }


def summary_sentences(rows: list[Compared]) -> list[str]:
    """The result in plain counts."""
    agreed = sum(row.outcome != "differs" for row in rows)
    says = [say("judge.summary", n=len(rows), agreed=agreed)]
    changed = sum(bool(row.first) and row.first != row.mine for row in rows)
    return [*says, say("judge.changed", n=changed)] if changed else says
