"""What all widgets share: their words, their style, and saving an answer before saying so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from weakref import WeakSet

import anywidget
import ipywidgets
import traitlets

from helpers.answers.progress import NotSaved, Progress
from helpers.case.vocabulary import NoCase
from helpers.strings import say, strings

HERE = Path(__file__).parent


def module(name: str) -> str:
    """Return what travels with a widget: how to load its module, `<name>.mjs`, from what is shared."""
    loader = (HERE / "page" / "load.mjs").read_text(encoding="utf-8")
    return f'{loader}export default show("{name}.mjs");\n'


@cache
def modules() -> dict[str, str]:
    """Return every module of the page, by its path below this folder; each imports the others by path."""
    found = [*HERE.glob("*.mjs"), *(HERE / "page").glob("*.mjs")]
    texts = {path.relative_to(HERE).as_posix(): path for path in found if path.name != "load.mjs"}
    return {name: path.read_text(encoding="utf-8") for name, path in sorted(texts.items())}


@cache
def style() -> str:
    """Return the style sheet that all widgets share."""
    return (HERE / "page" / "kit.css").read_text(encoding="utf-8")


class Shared(ipywidgets.Widget):
    """What all widgets of a notebook have in common; it travels to the page once, not with each."""

    version = traitlets.Unicode().tag(sync=True)
    modules = traitlets.Dict().tag(sync=True)
    strings = traitlets.Dict().tag(sync=True)
    style = traitlets.Unicode().tag(sync=True)

    def __init__(self):
        code = "".join(f"{name}\n{text}" for name, text in modules().items())
        version = sha256(code.encode()).hexdigest()[:16]
        super().__init__(version=version, modules=modules(), strings=strings(), style=style())


_shared: list[Shared] = []


def shared() -> Shared:
    """Return the model that this kernel's widgets share, made with the first of them."""
    if not _shared or _shared[0].comm is None:  # closed, with all widgets
        _shared[:] = [Shared()]
    return _shared[0]


_session: dict[str, Progress] = {}


def session_progress() -> Progress:
    """Return the answers of the current learner, one file per kernel session however many widgets."""
    progress = _session.get("progress")
    if progress is None or not progress.is_current():
        progress = _session["progress"] = Progress()
    return progress


def adopt(progress: Progress) -> Progress:
    """Make these the answers that later widgets of this kernel session use."""
    _session["progress"] = progress
    return progress


def tell_left() -> None:
    """Say in every widget of this kernel whose learner is no longer the current one that it is so."""
    for widget in list(_widgets):
        widget.say_if_left()


_widgets: WeakSet[KitWidget] = WeakSet()
"""Every widget of this kernel: an answer given in one is shown in all that ask for the same."""


class KitWidget(anywidget.AnyWidget):
    """A widget of the kit. Answers arrive as messages and are on disk before they are confirmed."""

    shared = traitlets.Unicode().tag(sync=True)
    """Where the page finds the shared model, as anywidget names one model to another."""
    learner = traitlets.Unicode().tag(sync=True)

    case_id = NoCase.KIT.value

    def __init__(self, progress: Progress | None = None, **traits: Any):
        self.progress = progress or session_progress()
        self.done: set[str] = set()
        super().__init__(
            shared=f"anywidget:{shared().model_id}", learner=self.progress.learner, **traits
        )
        self.on_msg(self._hear)
        _widgets.add(self)

    def __repr__(self) -> str:
        """Return what a reopened notebook shows in the widget's place."""
        return strings()["repr"]

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Return the value to save for an answer. Raises `ValueError` with a sentence to refuse it."""
        raise NotImplementedError

    def took(self, item: str, act: str, value: Any) -> None:
        """Show an answer that is on disk; `item` may be another widget's of the same case."""

    def save(self, item: str, act: str, value: Any) -> Any:
        """Put one answer on disk; return the value as it stands there.

        Raises `NotSaved` with a sentence for the learner.
        """
        if self.progress.learner != self.learner or not self.progress.is_current():
            raise NotSaved(say("saved.other-learner"))
        saved = self.progress.record(self.case_id, item, act, value).value
        for other in list(_widgets):
            if other is not self and other.progress is self.progress:
                other.noticed()
        return saved

    def read(self) -> None:
        """Take the learner's answers from disk: another page may have added some."""

    def say_if_left(self) -> None:
        """Say on the page that another learner has started, where that is so."""
        if not self.progress.is_current():
            self.send({"type": "not-saved", "says": say("saved.other-learner")})

    def noticed(self) -> None:
        """Learn that another widget of this notebook has saved something."""

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

    def hear_here(self, _message: dict) -> None:
        """Answer a page that asks whether Python is there, with the answers as they stand now."""
        if not self.progress.is_current():
            raise NotSaved(say("saved.other-learner"))
        self.read()
        self.send({"type": "here"})

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
        for widget in (self, *self._twins()):
            widget.took(item, act, value)
        return True

    def _twins(self) -> Iterator[KitWidget]:
        """Find the other widgets of this sort that show the same learner's answers to the same case.

        anywidget gives every widget a class of its own, so the sort is told by the id of the class.
        """
        for other in list(_widgets):
            is_same = (other._anywidget_id, other.case_id) == (self._anywidget_id, self.case_id)
            if other is not self and is_same and other.progress is self.progress:
                yield other
