"""A first button to press: it shows whether widgets work in this place."""

from __future__ import annotations

from helpers.widgets.base import KitWidget, module


class WidgetCheck(KitWidget):
    """Show a button that tells whether the page and Python hear each other."""

    _esm = module("check")

    def hear_ping(self, _message: dict) -> None:
        """Answer the button."""
        self.send({"type": "pong"})
