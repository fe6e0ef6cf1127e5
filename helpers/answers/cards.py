"""Which look-up cards a learner has opened, replayed from the records on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from helpers.case.vocabulary import Act, Scope


@dataclass
class CardAnswers:
    """The cards that a learner has chosen, in order; the first round stays the first."""

    steps: list[str] = field(default_factory=list)  # ids of the cards of this round, in order
    first: list[str] = field(default_factory=list)  # those open at the first comparison
    compared: bool = False  # whether the comparison with the key is open

    def take(self, item: str, act: str, value: Any) -> None:
        """Apply one answer. Leave out what does not make sense (from an edited file, say)."""
        if act == Act.OPEN and value is True and item not in self.steps:
            self.steps.append(item)
        elif item == Scope.CARDS and act == Act.COMPARE:
            self.compared = True
            self.first = self.first or list(self.steps)
        elif item == Scope.CARDS and act == Act.AGAIN:
            self.steps, self.compared = [], False
