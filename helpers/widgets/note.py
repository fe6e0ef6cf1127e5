"""A question to answer before the work starts, or after it."""

from __future__ import annotations

from typing import Any

import traitlets

from helpers.answers.progress import Progress
from helpers.case.vocabulary import Act, NoCase
from helpers.widgets.base import KitWidget, module

_asked: dict[str, Note] = {}


def asked_here() -> list[Note]:
    """Return the questions that this notebook has asked so far, in their order."""
    return list(_asked.values())


_options: dict[str, dict[str, str]] = {}
"""The options of every note that this kernel has shown, by the note's name."""


def note_answer(progress: Progress, name: str) -> str:
    """Return what a learner answered to a note, as they read it; "" where they gave no answer."""
    given = {r.act: r.value for r in progress.records(case=NoCase.NOTES.value, item=name)}
    chosen = _options.get(name, {}).get(given.get(Act.CHOICE), "")
    text = given.get(Act.TEXT) or ""
    return chosen or (text if isinstance(text, str) else "")


class Note(KitWidget):
    """Ask for a choice, for words of one's own, or for both; nothing is right or wrong here."""

    _esm = module("note")

    question = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)

    case_id = NoCase.NOTES.value

    def __init__(
        self,
        name: str,
        asks: str,
        options: dict[str, str] | None = None,
        free: bool = True,
        progress: Progress | None = None,
    ):
        self.name, self.options = name, options or {}
        _options[name] = self.options
        shown = [{"id": choice, "text": text} for choice, text in self.options.items()]
        super().__init__(
            progress, question={"id": name, "asks": asks, "options": shown, "free": free}
        )
        _asked[name] = self
        self.read()

    def read(self) -> None:
        """Take the answer from disk."""
        found = self.progress.records(case=self.case_id, item=self.name)
        self.answer = {record.act: record.value for record in found}

    def accept(self, item: str, act: str, value: Any) -> str:
        """Take one of the choices, or text."""
        if item == self.name and isinstance(value, str):
            if act == Act.CHOICE and value in self.options:
                return value
            if act == Act.TEXT and len(value) <= 4000:
                return value
        raise ValueError("This answer does not belong to the question.")

    def took(self, item: str, act: str, value: Any) -> None:
        """Show what is on disk."""
        if item == self.name:
            self.answer = {**self.answer, act: value}
