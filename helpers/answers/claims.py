"""What a learner has answered about the claims of one case, replayed from the records on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from helpers.case.claims import Claim
from helpers.case.vocabulary import ESTIMATES, STANCES, Act, Scope


@dataclass
class ClaimAnswers:
    """Estimates and checks by the claim's id; cards turned over, and how they stand, by the card's."""

    first: dict[str, str] = field(default_factory=dict)  # estimates before the evidence
    check: dict[str, str] = field(default_factory=dict)  # the check that was chosen
    turned: dict[str, None] = field(default_factory=dict)  # evidence cards, in the order turned
    stances: dict[str, str] = field(default_factory=dict)  # how each card stands to its claim
    after: dict[str, str] = field(default_factory=dict)  # estimates that stand now
    firsts_after: dict[str, str] = field(default_factory=dict)  # as of the first comparison
    route: str = ""  # the route chosen, or nothing yet
    comparing: tuple[str, ...] = ()  # the claims whose comparison is open

    @property
    def was_compared(self) -> bool:
        """Return whether any claim was ever compared."""
        return bool(self.firsts_after)

    def take(self, item: str, act: str, value: Any) -> None:
        """Apply one answer. Leave out what does not make sense (from an edited file, say)."""
        if act in (Act.ESTIMATE, Act.ESTIMATE_AFTER):
            kept = self.first if act == Act.ESTIMATE else self.after
            if isinstance(value, str) and value in ESTIMATES:
                kept[item] = value
        elif act == Act.CHECK and isinstance(value, str):
            self.check[item] = value
        elif act == Act.TURN and value is True:
            self.turned[item] = None
        elif act == Act.STANCE and isinstance(value, str) and value in STANCES:
            self.stances[item] = value
        elif act == Act.ROUTE and item == Scope.LEDGER and isinstance(value, str):
            self.route = value
        elif act == Act.COMPARE and item == Scope.LEDGER:
            self._compare(value)

    def _compare(self, value: Any) -> None:
        names = value if isinstance(value, list) else []
        self.comparing = tuple(name for name in names if isinstance(name, str))
        for name in self.comparing:
            if name in self.after:
                self.firsts_after.setdefault(name, self.after[name])


DONE = "done"
"""What comes after the last step of a claim."""


def step_of(claim: Claim, answers: ClaimAnswers) -> str:
    """Return the act that comes next for a claim, ESTIMATE to ESTIMATE_AFTER, or DONE."""
    if claim.id not in answers.first:
        return Act.ESTIMATE
    if claim.id not in answers.check:
        return Act.CHECK
    if any(card.id not in answers.turned for card in claim.cards):
        return Act.TURN
    return DONE if claim.id in answers.after else Act.ESTIMATE_AFTER
