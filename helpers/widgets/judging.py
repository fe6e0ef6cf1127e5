"""What the widgets of lessons 1 to 4 share: they collect answers, and compare them when asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Self

import traitlets

from helpers.answers.choices import Answers
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.case.model import Case, Key
from helpers.case.parts import Route
from helpers.case.vocabulary import Act, Scope
from helpers.widgets.base import KitWidget


class Comparable(KitWidget):
    """A widget whose answers are compared with the key: others may wait for that."""

    case: Case
    key: Key | None

    @property
    def compared(self) -> list[Any]:
        """Return what the learner has compared with the key, or nothing yet."""
        raise NotImplementedError

    def when_compared(self, call: Callable[[Self], None]) -> None:
        """Call back whenever a comparison is shown or put away, and once now."""
        self.watchers = [*getattr(self, "watchers", ()), call]
        call(self)

    def tell_watchers(self) -> None:
        """Tell whoever waits that a comparison was shown or put away."""
        for call in getattr(self, "watchers", ()):
            call(self)


class JudgingWidget(Comparable):
    """Collect answers, and compare them with the key when the learner asks.

    `given` names the items whose answer and reasons are shown from the start. A widget says what it
    asks by overriding the small methods below; all of them may use `case`, `key` and `given_ids`.
    """

    has_key = traitlets.Bool().tag(sync=True)
    marks = traitlets.Dict().tag(sync=True)
    given = traitlets.Dict().tag(sync=True)
    comparison = traitlets.Dict().tag(sync=True)

    scope = Scope.ARTICLE.value
    """The item under which the route and the comparison are saved."""

    def __init__(
        self,
        case: Case,
        key: Key | None = None,
        given: Collection[str] = (),
        progress: Progress | None = None,
    ):
        self.case, self.key, self.case_id = case, key, case.id
        # Without a key there is no reason to show, so every item is the learner's.
        self.given_ids = frozenset(given if key else ())
        self.answers = self.blank()
        super().__init__(
            progress,
            has_key=key is not None,
            given={item: self.given_view(item) for item in self.given_ids},
            **self.asked(),
        )
        self.read()

    # --- What each widget says of itself ---

    def asked(self) -> dict[str, Any]:
        """Return the traits that show what is asked; nothing of the key is in them."""
        raise NotImplementedError

    def blank(self) -> Any:
        """Return answers to which nothing has been answered yet."""
        return Answers(scope=self.scope)

    @property
    def routes(self) -> Mapping[str, Route]:
        """Return the routes by their names, the whole among them."""
        raise NotImplementedError

    def given_view(self, item: str) -> Mapping[str, Any]:
        """Return an item's answer and reasons as the page shows them from the start."""
        raise NotImplementedError

    def marks_view(self) -> Mapping[str, Any]:
        """Return the answers as the page shows them, without the route."""
        raise NotImplementedError

    def is_answered(self, item: str) -> bool:
        """Return whether an item can be compared."""
        return item in self.answers.chosen

    def rows(self, items: Collection[str]) -> list[Any]:
        """Return those of these items that are answered, each beside the key, in their order."""
        raise NotImplementedError

    def comparison_view(self, rows: list[Any]) -> Mapping[str, Any]:
        """Return the comparison as the page shows it: only what the learner has answered."""
        raise NotImplementedError

    # --- What all do alike ---

    @property
    def route_name(self) -> str:
        """Return the route that the learner has chosen, or the first."""
        chosen = self.answers.route
        return chosen if chosen in self.routes else next(iter(self.routes))

    def route_items(self, name: Any) -> Sequence[str]:
        """Return the items on the route that the page names; on the whole where there is none."""
        return self.routes[name if name in self.routes else "whole"].sentences

    @property
    def compared(self) -> list[Any]:
        """Return what the learner has compared with the key, a row each, or nothing yet."""
        return self.rows(self.answers.comparing) if self.key else []

    @property
    def was_compared(self) -> bool:
        """Return whether anything here was ever compared."""
        return self.answers.was_compared

    @property
    def left(self) -> int:
        """Return how many items on the learner's route are neither answered nor given."""
        items = set(self.route_items(self.route_name)) - self.given_ids
        return sum(not self.is_answered(item) for item in items)

    def read(self) -> None:
        """Take the answers from disk, and show the comparison if it was open."""
        self._replay()
        self._show_comparison()

    def took(self, item: str, act: str, value: Any) -> None:
        """Count an answer that is on disk."""
        self.answers.take(item, act, value)
        self._show_marks()

    def hear_compare(self, message: dict) -> None:
        """Compare what is answered on the route that is open, and save that it was compared."""
        if self.key is None:
            return
        self._replay()  # another kernel may have added some
        items = self.route_items(message.get("route"))
        self._compare([item for item in items if self.is_answered(item)])

    def hear_again(self, _message: dict) -> None:
        """Put the comparison away and go on; first answers stay first answers."""
        self._compare([])

    def _replay(self) -> None:
        self.answers = replay(self.progress.records(case=self.case.id), self.blank())
        self._show_marks()

    def _compare(self, items: list[str]) -> None:
        """Save what is compared, and show it here and wherever the same is asked."""
        self.save(self.scope, Act.COMPARE, items)
        for widget in (self, *self._twins()):
            widget.read()

    def _show_marks(self) -> None:
        self.marks = {
            "route": self.route_name,
            "compared": self.was_compared,
            **self.marks_view(),
        }

    def _show_comparison(self) -> None:
        rows = self.compared
        self.comparison = self.comparison_view(rows) if rows else {}
        self.tell_watchers()
