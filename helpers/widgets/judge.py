"""The widget for question sets: answered first, compared with the key when the learner asks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import traitlets

from helpers.answers.choices import Answers
from helpers.answers.progress import Progress
from helpers.case.model import Case, Key
from helpers.case.parts import Route
from helpers.case.reasons import ItemKey
from helpers.case.vocabulary import Act
from helpers.results.choices import Compared, compare_items
from helpers.views.comparison import Comparison
from helpers.views.questions import (
    GivenItem,
    chosen_view,
    given_item_view,
    questions_comparison,
    questions_view,
    set_routes,
)
from helpers.widgets.base import module
from helpers.widgets.judging import JudgingWidget


class Judge(JudgingWidget):
    """Ask the same question about several items; compare after the last."""

    _esm = module("judge")

    questions = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        case: Case,
        name: str,
        key: Key | None = None,
        given: Collection[str] = (),
        progress: Progress | None = None,
    ):
        self.set = case.sets[name]
        self.scope = name
        super().__init__(case, key, given, progress)

    def asked(self) -> dict[str, Any]:
        """Return the questions."""
        return {"questions": questions_view(self.case, self.set)}

    def blank(self) -> Answers:
        """Return answers to this set's question."""
        return Answers(act=self.set.id, scope=self.scope, allowed=self.allowed)

    @property
    def allowed(self) -> tuple[str, ...]:
        """Return the ids of the set's options."""
        return tuple(option.id for option in self.set.options)

    @property
    def item_keys(self) -> Mapping[str, ItemKey]:
        """Return the reasoned answers by item; none without a key."""
        return self.key.sets[self.set.id] if self.key else {}

    @property
    def routes(self) -> Mapping[str, Route]:
        """Return the routes through the set."""
        return set_routes(self.set)

    def given_view(self, item: str) -> GivenItem:
        """Return an item's answer, with the thinking behind it."""
        return given_item_view(self.case, self.set, self.item_keys[item], item)

    def marks_view(self) -> dict[str, Any]:
        """Return the chosen option by item."""
        return {"chosen": chosen_view(self.set, self.answers)}

    def rows(self, items: Collection[str]) -> list[Compared]:
        """Return the answered items among these, beside the key."""
        wanted = [item for item in self.set.items if item.id in items]
        return compare_items(wanted, self.item_keys, self.answers)

    def comparison_view(self, rows: list[Compared]) -> Comparison:
        """Return the answers beside the key."""
        return questions_comparison(self.case, self.set, rows, self.left)

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one answer."""
        if act == Act.ROUTE and item == self.scope and value in self.routes:
            return value
        known = {one.id for one in self.set.items} - self.given_ids
        if act == self.set.id and item in known and (value is None or value in self.allowed):
            return value
        raise ValueError(f"This answer does not belong to the questions: {act} for {item}.")
