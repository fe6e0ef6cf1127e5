"""What all widgets share: their words, their style, and saving an answer before saying so."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from helpers.answers.progress import NotSaved, Progress
from helpers.strings import say, strings

HERE = Path(__file__).parent
IMPORT = re.compile(r'^import \{.*\} from "\./(.+\.mjs)";\n', re.MULTILINE)


@cache
def module(name: str) -> str:
    """A widget's JavaScript, with the files that it imports put in front of it, each once.

    Jupyter loads a widget as one file; this keeps several to read and to test.
    """
    return "".join(_parts(f"{name}.mjs", set()))


def _parts(file: str, seen: set[str]) -> list[str]:
    if file in seen:
        return []
    seen.add(file)
    text = (HERE / file).read_text(encoding="utf-8")
    needed = [part for wanted in IMPORT.findall(text) for part in _parts(wanted, seen)]
    return [*needed, IMPORT.sub("", text)]


@cache
def style() -> str:
    """The style sheet that all widgets share."""
    return (HERE / "kit.css").read_text(encoding="utf-8")


_session: dict[str, Progress] = {}


def session_progress() -> Progress:
    """The answers of the current learner, one file per kernel session however many widgets."""
    progress = _session.get("progress")
    if progress is None or not progress.is_current():
        progress = _session["progress"] = Progress()
    return progress


def adopt(progress: Progress) -> Progress:
    """Make these the answers that later widgets of this kernel session use."""
    _session["progress"] = progress
    return progress


class KitWidget(anywidget.AnyWidget):
    """A widget of the kit. Answers arrive as messages and are on disk before they are confirmed."""

    strings = traitlets.Dict().tag(sync=True)
    learner = traitlets.Unicode().tag(sync=True)

    case_id = "kit"

    def __init__(self, progress: Progress | None = None, **traits: Any):
        self.progress = progress or session_progress()
        self.done: set[str] = set()
        super().__init__(strings=strings(), learner=self.progress.learner, **traits)
        self.on_msg(self._hear)

    def __repr__(self) -> str:
        """What a reopened notebook shows in the widget's place."""
        return strings()["repr"]

    def accept(self, item: str, act: str, value: Any) -> Any:
        """The value to save for an answer. Raises `ValueError` with a sentence to refuse it."""
        raise NotImplementedError

    def took(self, item: str, act: str, value: Any) -> None:
        """Called when an answer is on disk."""

    def save(self, item: str, act: str, value: Any) -> Any:
        """Put one answer on disk; gives the value as it stands there.

        Raises `NotSaved` with a sentence for the learner.
        """
        if self.progress.learner != self.learner or not self.progress.is_current():
            raise NotSaved(say("saved.other-learner"))
        return self.progress.record(self.case_id, item, act, value).value

    def _hear(self, _widget: Any, message: Any, _buffers: Any) -> None:
        """Hand a message to `hear_<type>`; whatever goes wrong is said on the page."""
        kind = message.get("type", "") if isinstance(message, dict) else ""
        hear = getattr(self, f"hear_{kind}", None)
        if hear is None:
            return
        try:
            hear(message)
        except NotSaved as error:
            self.send({"type": "not-saved", "says": str(error)})
        except Exception as error:
            self.send({"type": "not-saved", "says": say("saved.disk", why=error)})

    def hear_answers(self, message: dict) -> None:
        """Save answers in the order in which they were given, and confirm each."""
        saved: list[str] = []
        for answer in message["answers"]:
            if answer["id"] in self.done or self._keep(answer):
                saved.append(answer["id"])
        if saved:
            self.send({"type": "saved", "ids": saved})

    def _keep(self, answer: dict) -> bool:
        item, act = str(answer["item"]), str(answer["act"])
        try:
            value = self.save(item, act, self.accept(item, act, answer["value"]))
        except ValueError as error:
            self.send({"type": "refused", "ids": [answer["id"]], "says": str(error)})
            return False
        except NotSaved as error:
            self.send({"type": "not-saved", "says": str(error)})
            return False
        self.done.add(answer["id"])
        self.took(item, act, value)
        return True
