"""An answer to a single question beside the key, with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.case.reasons import Explanation
from helpers.case.short_questions import Question, QuestionKey


@dataclass(frozen=True)
class Explained:
    """What the key says of one answer."""

    question: Question  # what was asked
    mine: str  # the answer in its one form
    key: QuestionKey  # the answers that count, with their reasons
    first: str = ""  # the answer at the first comparison; "" before there was one

    @property
    def is_accepted(self) -> bool:
        """Return whether the key accepts the answer."""
        return self.mine in self.key.answers

    @property
    def because(self) -> Explanation:
        """Return why the answer fits or does not."""
        return self.key.options.get(self.mine) or self.key.other or Explanation("")

    @property
    def best(self) -> Explanation:
        """Return why the key's own answer fits."""
        return self.key.options[self.key.answers[0]]
