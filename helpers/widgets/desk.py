"""Where the learner is, where the answers live, and how to take them along."""

from __future__ import annotations

from collections.abc import Iterator
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
from helpers.case import case_names
from helpers.lessons import LESSONS, Lesson
from helpers.strings import say
from helpers.widgets.base import KitWidget, adopt, module


class Desk(KitWidget):
    """Show how far each lesson is; carry answers away, bring them back, start as a new learner."""

    _esm = module("desk")

    place = traitlets.Dict().tag(sync=True)

    case_id = "learner"

    def __init__(self, progress: Progress | None = None):
        self.before = ""
        super().__init__(progress)
        self.draw()

    def draw(self) -> None:
        """Show where the current learner is."""
        lessons = [lesson_view(self.progress, lesson) for lesson in _present()]
        following = [lesson for lesson in lessons if lesson["state"] != "compared"]
        name = self.progress.latest("learner", "name").get("name", "")
        self.learner = self.progress.learner
        self.place = {
            "lessons": lessons,
            "next": following[0] if following else None,
            "folder": str(self.progress.home / self.progress.learner),
            "count": len(self.progress.records()),
            "name": name if isinstance(name, str) else "",
        }

    def accept(self, item: str, act: str, value: Any) -> str:
        """Take a name, if one is typed in."""
        if item == act == "name" and isinstance(value, str) and len(value) <= 80:
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
        self.send({"type": "learner", "says": says, "back": back})


def brought_sentences(result: Any, is_other: bool = False) -> str:
    """What came of a file, in plain sentences; `is_other` when another learner goes on now."""
    says = []
    if result.added:
        says.append(say("desk.brought", n=result.added))
    elif result.already_here or not result.refused:
        says.append(say("desk.brought-none"))
    if result.added or is_other:
        says.append(say("desk.brought-rerun"))
    if result.refused:
        says.append(say("desk.refused", n=len(result.refused), why=result.refused[0]))
    return " ".join(says)


def _present() -> Iterator[Lesson]:
    """The lessons whose case is here: a copy of the kit may have gone without the article."""
    here = set(case_names())
    return (lesson for lesson in LESSONS if lesson.case in here)


def lesson_view(progress: Progress, lesson: Lesson) -> dict[str, Any]:
    """How far the learner is in one lesson."""
    marked = len(progress.latest(lesson.case, lesson.act))
    compared = progress.records(case=lesson.case, item=lesson.scope, act="compare")
    is_compared = any(record.value for record in compared)
    return {
        "title": lesson.title,
        "address": lesson.address,
        "minutes": lesson.minutes,
        "state": "compared" if is_compared else "started" if marked else "not-started",
        "n": marked,
    }
