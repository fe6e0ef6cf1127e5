"""What a lesson shows without asking: a text, a table, a difference, or terms that open in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets

from helpers.strings import say
from helpers.views.shown import ShownView, afterwards_shown, in_words
from helpers.widgets.base import KitWidget, module
from helpers.widgets.judging import Comparable
from helpers.widgets.note import note_answer


class Shown(KitWidget):
    """Show a view; nothing is asked and nothing is saved."""

    _esm = module("shown")

    view = traitlets.Dict().tag(sync=True)
    waits = traitlets.Unicode().tag(sync=True)

    def __init__(self, view: ShownView | None = None, waits: str = "", **more: Any):
        super().__init__(view=view or {}, waits=waits, **more)

    def __repr__(self) -> str:
        """Return in lines what is shown."""
        return in_words(self.view) if self.view else self.waits


class Afterwards(Shown):
    """Show a text of the key once everything that it speaks of has been compared."""

    def __init__(self, widgets: Sequence[Comparable], name: str):
        self.widgets, self.name = tuple(widgets), name
        key = widgets[0].key
        self.text = key.afterwards[name] if key else None
        super().__init__(
            waits=say("shown.waits") if self.text else "", progress=widgets[0].progress
        )
        for widget in self.widgets:
            widget.when_compared(self.look)

    def look(self, _widget: Comparable) -> None:
        """Show the text, or put it away."""
        if self.text is None:
            return
        is_ready = all(widget.compared for widget in self.widgets)
        guess = note_answer(self.progress, self.text.guess) if is_ready and self.text.guess else ""
        self.view = afterwards_shown(self.text, guess) if is_ready else {}
