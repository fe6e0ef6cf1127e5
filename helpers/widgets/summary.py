"""The end of a lesson or of the course: what the learner takes home, to read, print or keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import traitlets

from helpers.answers.progress import Progress
from helpers.views.summary import Asked, SummaryView
from helpers.widgets.base import KitWidget, module, session_progress
from helpers.widgets.note import asked_here


class Summary(KitWidget):
    """Show a page to take home; it is made anew whenever it comes into view after new answers."""

    _esm = module("summary")

    page = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        view: Callable[[Progress, Sequence[Asked]], SummaryView],
        progress: Progress | None = None,
    ):
        self.view, self.is_stale = view, False
        super().__init__(progress)
        self.draw()

    def draw(self) -> None:
        """Make the page from the answers that are on disk now."""
        asked = [
            {"name": note.name, "asks": note.question["asks"], "options": note.options}
            for note in asked_here()
        ]
        self.is_stale = False
        self.page = self.view(self.progress, asked)

    def read(self) -> None:
        """Make the page anew; other pages may have answers since."""
        self.draw()

    def say_if_left(self) -> None:
        """Show the page of whoever is the learner now: nobody reads another learner's words."""
        if not self.progress.is_current():
            self.progress = session_progress()
            self.learner = self.progress.learner
        self.draw()

    def noticed(self) -> None:
        """Tell the page once that there is something new; it asks when a reader can see it."""
        if not self.is_stale:
            self.is_stale = True
            self.send({"type": "stale"})

    def hear_look(self, _message: dict) -> None:
        """Make the page anew, for it is in view."""
        self.draw()
        self.send({"type": "drawn"})
