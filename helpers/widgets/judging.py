"""What marking an article and answering a set of questions have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import traitlets

from helpers.answers.choices import Answers
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.case.model import Case, Key, Route
from helpers.results.choices import Compared
from helpers.strings import say
from helpers.widgets.base import KitWidget


class JudgingWidget(KitWidget):
    """Collect answers, and compare them with the key when the learner asks."""

    has_key = traitlets.Bool().tag(sync=True)
    marks = traitlets.Dict().tag(sync=True)
    comparison = traitlets.Dict().tag(sync=True)

    act = "kind"
    scope = "article"
    routes: Mapping[str, Route]
    """The routes by their names, the whole among them; each widget sets its own."""

    def __init__(self, case: Case, key: Key | None, progress: Progress | None, **traits: Any):
        self.case, self.key = case, key
        self.case_id = case.id
        self.watchers: list[Callable[[Self], None]] = []
        self.answers = Answers()
        super().__init__(progress, has_key=key is not None, **traits)
        self.read()

    def read(self) -> None:
        """Take the answers from disk, and show the comparison if it was open."""
        self.answers = self._replayed()
        self.marks = self.marks_view()
        self._show_comparison()

    @property
    def compared(self) -> list[Compared]:
        """What the learner has compared with the key, or nothing yet."""
        raise NotImplementedError

    def marks_view(self) -> dict[str, Any]:
        """The answers as the page shows them."""
        raise NotImplementedError

    def comparison_view(self, rows: list[Compared]) -> dict[str, Any]:
        """The comparison as the page shows it: only what the learner has answered."""
        raise NotImplementedError

    @property
    def route_name(self) -> str:
        """The route that the learner has chosen, or the first."""
        chosen = self.answers.route
        return chosen if chosen in self.routes else next(iter(self.routes))

    def route_items(self, name: Any) -> Sequence[str]:
        """The items on the route that the page names."""
        return self.routes[name if name in self.routes else "whole"].sentences

    @property
    def allowed(self) -> tuple[str, ...]:
        """The options that an item can be given."""
        raise NotImplementedError

    def when_compared(self, call: Callable[[Self], None]) -> None:
        """Call back whenever a comparison is shown or put away, and once now."""
        self.watchers.append(call)
        call(self)

    def took(self, item: str, act: str, value: Any) -> None:
        """Count an answer that is on disk."""
        self.answers.take(item, act, value)
        self.marks = self.marks_view()

    def hear_compare(self, message: dict) -> None:
        """Compare what is answered on the route that is open, and save that it was compared."""
        if self.key is None:
            return
        self.answers = self._replayed()  # another kernel may have added some
        self.marks = self.marks_view()
        items = self.route_items(message.get("route"))
        self._save_comparing([name for name in items if name in self.answers.chosen])

    def hear_again(self, _message: dict) -> None:
        """Put the comparison away and go on; first answers stay first answers."""
        self._save_comparing([])

    def _replayed(self) -> Answers:
        blank = Answers(act=self.act, scope=self.scope, allowed=self.allowed)
        return replay(self.progress.records(case=self.case.id), blank)

    def _save_comparing(self, items: list[str]) -> None:
        self.save(self.scope, "compare", items)
        self.answers.take(self.scope, "compare", items)
        self._show_comparison()

    def _show_comparison(self) -> None:
        rows = self.compared
        self.comparison = self.comparison_view(rows) if rows else {}
        for call in self.watchers:
            call(self)


def notes_view(case: Case) -> list[str]:
    """What stands above a text: that it was constructed, or how it came here."""
    notice = case.notice or (say("marker.constructed") if case.constructed else "")
    return [notice] if notice else []


def routes_view(routes: Mapping[str, Route], items: str) -> list[dict[str, Any]]:
    """The routes as the page shows them; `items` names what they consist of."""
    return [
        {"id": name, "minutes": route.minutes, items: list(route.sentences)}
        for name, route in routes.items()
    ]
