"""A single question: clicked or typed, saved as it is given, explained when the learner asks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import traitlets

from helpers.answers.progress import Progress
from helpers.answers.single import SingleAnswer
from helpers.case.forms import TYPED
from helpers.case.model import Case, Key
from helpers.case.parts import WHOLE, Route, whole_route
from helpers.case.vocabulary import Act
from helpers.results.single import Explained
from helpers.strings import say
from helpers.views.single import (
    explained_in_words,
    explained_view,
    how_to_answer,
    question_view,
)
from helpers.widgets.base import module
from helpers.widgets.judging import JudgingWidget

LONGEST = 400
"""Characters that are kept of what is typed."""


class Question(JudgingWidget):
    """Ask one question; explain the answer when the learner asks, and let them try again.

    An `answer` that is given is shown with its reason from the start, as in a solution.
    """

    _esm = module("question")

    asked_for = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        case: Case,
        name: str,
        answer: Any = ...,
        key: Key | None = None,
        progress: Progress | None = None,
    ):
        self.question = case.questions[name]
        self.scope = name
        self.given_answer = "" if answer is ... else self.question.read(str(answer))
        super().__init__(case, key, [name] if self.given_answer else [], progress)

    def __repr__(self) -> str:
        """Return a given answer with its reason, in lines."""
        if self.scope not in self.given_ids:
            return super().__repr__()
        return explained_in_words(self._explained(self.given_answer))

    def asked(self) -> dict[str, Any]:
        """Return the question."""
        return {"asked_for": question_view(self.case, self.question)}

    def blank(self) -> SingleAnswer:
        """Return an answer that has not been given yet."""
        return SingleAnswer(self.question)

    @property
    def routes(self) -> Mapping[str, Route]:
        """Return the only route: the question."""
        return {WHOLE: whole_route([self.scope])}

    def given_view(self, item: str) -> Mapping[str, Any]:
        """Return the answer that is shown from the start, with its reason."""
        return explained_view(self._explained(self.given_answer))

    def marks_view(self) -> dict[str, str]:
        """Return the answer, and what stands in the box."""
        return {"answer": self.answers.answer, "draft": self.answers.draft}

    def is_answered(self, item: str) -> bool:
        """Return whether what was given is an answer."""
        return item == self.scope and bool(self.answers.answer)

    def rows(self, items: Collection[str]) -> list[Explained]:
        """Return the answer beside the key, where it is asked for and there is one."""
        wanted = [item for item in items if self.is_answered(item)]
        return [self._explained(self.answers.answer, self.answers.first) for _ in wanted]

    def comparison_view(self, rows: list[Explained]) -> Mapping[str, Any]:
        """Return what the key says of the answer."""
        return {"rows": [explained_view(row) for row in rows]}

    def accept(self, item: str, act: str, value: Any) -> str | None:
        """Take a choice that the question has, or whatever is typed into its box."""
        is_typed = self.question.form in TYPED
        if item == self.scope and item not in self.given_ids and isinstance(value, str):
            if is_typed and act == Act.DRAFT:
                return value[:LONGEST]
            if not is_typed and act == Act.ANSWER and self.question.read(value):
                return self.question.read(value)
        raise ValueError(say("question.unknown"))

    def save(self, item: str, act: str, value: Any) -> Any:
        """Save an answer; what was typed is saved as typed, and as the answer that it is."""
        saved = super().save(item, act, value)
        if act == Act.DRAFT and self.question.read(value) != self.answers.answer:
            super().save(item, Act.ANSWER, self.question.read(value) or None)
        return saved

    def hear_compare(self, message: dict) -> None:
        """Explain the answer, or tell how to answer where what was typed is none."""
        self._replay()
        if self.is_answered(self.scope):
            super().hear_compare(message)
        else:
            self.send({"type": "unclear", "says": how_to_answer(self.question)})

    def _explained(self, answer: str, first: str = "") -> Explained:
        return Explained(self.question, answer, self.key.questions[self.scope], first)
