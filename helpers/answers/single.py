"""What a learner has answered to one single question, replayed from the records on disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpers.case.forms import TYPED
from helpers.case.short_questions import Question
from helpers.case.vocabulary import Act


@dataclass
class SingleAnswer:
    """The answer that stands now, and the first one: that which stood at the first comparison."""

    question: Question  # what was asked
    draft: str = ""  # what stands in the box, as typed
    answer: str = ""  # the answer in its one form, or "" where what was typed is none
    first: str = ""  # the answer at the first comparison
    comparing: tuple[str, ...] = ()  # the question's id where its comparison is open
    route: str = ""  # a single question has none

    @property
    def was_compared(self) -> bool:
        """Return whether the question was ever explained."""
        return bool(self.first)

    def take(self, item: str, act: str, value: Any) -> None:
        """Apply one answer. Leave out what does not make sense (from an edited file, say)."""
        if item != self.question.id:
            return
        written = value if isinstance(value, str) else ""
        if act in (Act.ANSWER, Act.DRAFT):
            self.answer = self.question.read(written)
        if act == Act.DRAFT or (act == Act.ANSWER and self.question.form in TYPED and self.answer):
            self.draft = self._as_typed(act, written)
        elif act == Act.COMPARE:
            self.comparing = (item,) if value and self.answer else ()
            self.first = self.first or (self.answer if value else "")

    def _as_typed(self, act: str, written: str) -> str:
        """Keep what stands in the box where the answer is only its one form."""
        is_the_same = act == Act.ANSWER and self.question.read(self.draft) == self.answer
        return self.draft if is_the_same else written
