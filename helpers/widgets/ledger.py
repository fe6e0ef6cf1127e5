"""Lesson 4's widget: an estimate, a check, the evidence card by card, and an estimate again.

How a card stands to its claim is asked of the learner, and shown by the key after comparing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import traitlets

from helpers.answers.claims import DONE, ClaimAnswers, step_of
from helpers.case.claims import Claim
from helpers.case.parts import Route, with_whole
from helpers.case.vocabulary import ESTIMATES, STANCES, Act, Scope
from helpers.results.claims import Weighed, weighed
from helpers.strings import say
from helpers.views.claims import (
    ClaimAnswersView,
    GivenClaim,
    claim_answers_view,
    claims_comparison,
    given_claim_view,
    ledger_view,
)
from helpers.views.comparison import Comparison
from helpers.widgets.base import module
from helpers.widgets.judging import JudgingWidget


class Ledger(JudgingWidget):
    """Weigh claims one by one; compare with the key after the last."""

    _esm = module("ledger")

    ledger = traitlets.Dict().tag(sync=True)

    scope = Scope.LEDGER.value

    def asked(self) -> dict[str, Any]:
        """Return the claims with their checks and evidence."""
        return {"ledger": ledger_view(self.case)}

    def blank(self) -> ClaimAnswers:
        """Return answers in which no claim is weighed yet."""
        return ClaimAnswers()

    @property
    def claims(self) -> Mapping[str, Claim]:
        """Return the claims by id."""
        return {claim.id: claim for claim in self.case.claims}

    @property
    def routes(self) -> Mapping[str, Route]:
        """Return the routes through the claims."""
        return with_whole(self.case.ledger.routes, self.claims)

    def given_view(self, item: str) -> GivenClaim:
        """Return a claim worked out."""
        return given_claim_view(self.case, self.claims[item], self.key.claims[item])

    def marks_view(self) -> ClaimAnswersView:
        """Return the estimates and checks by claim, and the cards that are turned over."""
        return claim_answers_view(self.case, self.answers)

    def is_answered(self, item: str) -> bool:
        """Return whether a claim is weighed to the end."""
        return item not in self.given_ids and step_of(self.claims[item], self.answers) == DONE

    def rows(self, items: Collection[str]) -> list[Weighed]:
        """Return the finished claims among these, beside the key."""
        return weighed(self.case, self.key, self.answers, items)

    def weighed_so_far(self) -> list[Weighed]:
        """Return every claim that was ever compared here, whether or not the comparison is open."""
        return self.rows(self.answers.firsts_after) if self.key else []

    def comparison_view(self, rows: list[Weighed]) -> Comparison:
        """Return the estimates beside the key."""
        return claims_comparison(self.case, rows, self.left)

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one answer: the steps have an order, and what came before the evidence stays."""
        if act == Act.ROUTE and item == Scope.LEDGER and value in self.routes:
            return value
        claim = self._claim_of(item, act)
        if claim is None or claim.id in self.given_ids or not _belongs(claim, act, value):
            raise ValueError(f"This answer does not belong to the ledger: {act} for {item}.")
        self._in_order(claim, act)
        if act == Act.STANCE and item not in self.answers.turned:
            raise ValueError(say("ledger.not-yet"))
        return value

    def _claim_of(self, item: str, act: str) -> Claim | None:
        """Find the claim that an answer is about; a card belongs to one."""
        if act not in (Act.TURN, Act.STANCE):
            return self.claims.get(item)
        owners = [claim for claim in self.case.claims if item in {one.id for one in claim.cards}]
        return owners[0] if owners else None

    def _in_order(self, claim: Claim, act: str) -> None:
        step = step_of(claim, self.answers)
        is_begun = any(card.id in self.answers.turned for card in claim.cards)
        if act in (Act.ESTIMATE, Act.CHECK) and is_begun:
            raise ValueError(say("ledger.locked"))
        if act == Act.TURN and step in (Act.ESTIMATE, Act.CHECK):
            raise ValueError(say("ledger.not-yet"))
        if act == Act.ESTIMATE_AFTER and step in (Act.ESTIMATE, Act.CHECK, Act.TURN):
            raise ValueError(say("ledger.not-yet"))


def _belongs(claim: Claim, act: str, value: Any) -> bool:
    if act in (Act.ESTIMATE, Act.ESTIMATE_AFTER):
        return isinstance(value, str) and value in ESTIMATES
    if act == Act.CHECK:
        return isinstance(value, str) and value in claim.checks
    if act == Act.STANCE:
        return isinstance(value, str) and value in STANCES
    return act == Act.TURN and value is True
