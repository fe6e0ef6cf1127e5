"""Lesson 0's widget: where the learner is, where the answers live, and how to take them along."""

from __future__ import annotations

from typing import Any

import traitlets

from helpers.answers.progress import (
    CannotBringBack,
    NotSaved,
    OtherLearner,
    Progress,
    new_learner,
    switch_learner,
)
from helpers.case.vocabulary import Act, NoCase
from helpers.strings import say
from helpers.views.learner import brought_sentences, place_view
from helpers.widgets.base import KitWidget, adopt, module, tell_left


class Desk(KitWidget):
    """Show how far each lesson is; carry answers away, bring them back, start as a new learner."""

    _esm = module("desk")

    place = traitlets.Dict().tag(sync=True)

    case_id = NoCase.LEARNER.value

    def __init__(self, progress: Progress | None = None):
        self.before = ""
        super().__init__(progress)
        self.draw()

    def draw(self) -> None:
        """Show where the current learner is."""
        self.learner = self.progress.learner
        self.place = place_view(self.progress)

    def read(self) -> None:
        """Show where the learner is now; other pages may have answers since, or another learner."""
        self.draw()

    def hear_here(self, message: dict) -> None:
        """Answer a page that is shown again: with the true state, of whoever is the learner now."""
        if not self.progress.is_current():
            self.progress = adopt(Progress(self.progress.home))
        super().hear_here(message)

    def accept(self, item: str, act: str, value: Any) -> str:
        """Take a name, if one is typed in."""
        if item == act == Act.NAME and isinstance(value, str) and len(value) <= 80:
            return value
        raise ValueError(say("desk.failed", why=""))

    def took(self, item: str, act: str, value: Any) -> None:
        """Show the new count."""
        self.draw()

    def hear_carry(self, _message: dict) -> None:
        """Hand all answers to the page, which offers them as one file."""
        if not self.progress.has_answers():
            self.send({"type": "carried", "says": say("desk.carry-empty")})
            return
        name = f"paper-trail-answers-{self.progress.learner[:6]}.jsonl"
        text = self.progress.carry_away()
        self.send(
            {"type": "carried", "name": name, "text": text, "says": say("desk.carried", name=name)}
        )

    def hear_bring(self, message: dict) -> None:
        """Bring the answers of a file back; ask first where they are another learner's."""
        before = self.progress.learner
        try:
            result = self.progress.bring_back(str(message["text"]), message.get("into") or None)
        except OtherLearner:
            self.send({"type": "whose"})
            return
        except CannotBringBack as error:
            self.send({"type": "told", "says": say("desk.not-a-file", why=error)})
            return
        except NotSaved as error:
            self.send({"type": "told", "says": say("desk.failed", why=error)})
            return
        self._switched(brought_sentences(result, self.progress.learner != before))

    def hear_new_learner(self, _message: dict) -> None:
        """Start blank; what is on disk stays there."""
        self.before = self.progress.learner
        self.progress = adopt(new_learner(self.progress.home))
        self._switched(say("desk.new-done"), back=True)

    def hear_go_back(self, _message: dict) -> None:
        """Undo the start of a new learner."""
        if self.before:
            self.progress = adopt(switch_learner(self.before, self.progress.home))
            self._switched(say("desk.new-undone"))

    def _switched(self, says: str, back: bool = False) -> None:
        self.draw()
        tell_left()
        self.send({"type": "learner", "says": says, "back": back})
