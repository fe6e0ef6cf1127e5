"""The widgets that notebooks show. Each function puts one on the page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..case import load_case, load_key
from ..yaml_lines import PackError
from .check import WidgetCheck
from .desk import Desk
from .live import labels_figure, share_figure
from .marker import Marker
from .note import Note

__all__ = [
    "Desk",
    "Marker",
    "Note",
    "WidgetCheck",
    "ask",
    "check_widgets",
    "desk",
    "labels_figure",
    "mark_kinds",
    "share_figure",
]


class Sentence:
    """A plain sentence shown in the place of a widget that cannot be."""

    def __init__(self, text: str):
        self.text = text

    def __repr__(self) -> str:
        return self.text


def mark_kinds(
    case: str, given: Collection[str] | str = (), progress: Any = None
) -> Marker | Sentence:
    """Show an article to mark sentence by sentence.

    `case` is a case's name or the path of a pack; `given` holds the ids of sentences whose label
    and reasons are shown from the start, or "all". A pack that cannot be used gives a sentence
    that says what to mend.
    """
    try:
        loaded = load_case(case)
        key = load_key(loaded)
    except PackError as error:
        return Sentence(f"This case cannot be shown yet.\n{error}")
    return Marker(loaded, key, tuple(loaded.by_id) if given == "all" else given, progress)


def ask(name: str, asks: str, options: Mapping[str, str] | None = None, free: bool = True) -> Note:
    """Show a question whose answer is the learner's own; `options` maps ids to choices."""
    return Note(name, asks, dict(options or {}), free)


def check_widgets() -> WidgetCheck:
    """Show a button that tells whether widgets work here."""
    return WidgetCheck()


def desk() -> Desk:
    """Show where the learner is and where the answers live."""
    return Desk()
