"""Weighing claims: what a learner estimated before and after the evidence, and what came of it.

A number is scored only where the evidence settles the claim. Where it does not, the good answer
is to say so. Which check a learner chose is counted apart from the estimate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helpers.answers.claims import ClaimAnswers, step_of
from helpers.case.claims import Claim, ClaimKey
from helpers.case.model import Case, Key
from helpers.case.vocabulary import CANNOT, ESTIMATES
from helpers.scoring import BANDS, Calibration, Judgement, brier, calibration
from helpers.strings import say

SETTLED = {"supported": True, "contradicted": False}
"""The verdicts with which the evidence settles whether the claim holds as it stands."""

OPEN = frozenset({"disputed", "could-not-be-checked"})
"""The verdicts for which the good answer is that it cannot be judged."""

FEW = 12
"""Under so many settled claims a score says more about luck than about skill."""

FIRM = 0.8
"""What counts as having said 80 %: the bands from 80 % up, or from 20 % down for the contrary."""


def probability(estimate: str) -> float | None:
    """The middle of an estimate's band, 0 to 1; None for "cannot be judged".

    The bands are those of Intelligence Community Directive 203. Raises `ValueError` for a word
    that is no estimate.
    """
    if estimate not in ESTIMATES:
        raise ValueError(f"{estimate[:40]!r} is no estimate. There are: {', '.join(ESTIMATES)}.")
    return None if estimate == CANNOT else sum(BANDS[ESTIMATES.index(estimate)]) / 2


@dataclass(frozen=True)
class Weighed:
    """One claim that a learner has weighed, beside what the evidence file says."""

    claim: Claim
    key: ClaimKey
    first: str
    check: str
    after: str
    first_after: str = ""

    @property
    def settled(self) -> bool | None:
        """Whether the claim holds, where the evidence settles it; None elsewhere."""
        return SETTLED.get(self.key.verdict)

    @property
    def is_open(self) -> bool:
        """Whether the evidence leaves the claim open."""
        return self.key.verdict in OPEN

    @property
    def chose_well(self) -> bool:
        """Whether the check is among those that would have helped most."""
        return self.check in self.key.best

    @property
    def outcome(self) -> str:
        """`open-said`, `open-missed`, `right`, `wrong`, `even`, `unsaid` or `in-part`.

        `unsaid` is "cannot be judged" where the evidence does settle it; `even` is the middle band.
        """
        said = probability(self.after)
        if self.is_open:
            return "open-said" if said is None else "open-missed"
        if self.settled is None:
            return "in-part"
        if said is None:
            return "unsaid"
        if said == 0.5:
            return "even"
        return "right" if (said > 0.5) == self.settled else "wrong"


def weighed(case: Case, key: Key, answers: ClaimAnswers, claims: Iterable[str]) -> list[Weighed]:
    """The claims that the learner has finished, with their verdicts, in the order of the case."""
    wanted = set(claims)
    return [
        Weighed(
            claim,
            key.claims[claim.id],
            answers.first[claim.id],
            answers.check[claim.id],
            answers.after[claim.id],
            answers.firsts_after.get(claim.id, ""),
        )
        for claim in case.claims
        if claim.id in wanted and claim.id in key.claims and step_of(claim, answers) == "done"
        if answers.check[claim.id] in key.claims[claim.id].checks
    ]


def judgements(rows: Iterable[Weighed], when: str = "after") -> list[Judgement]:
    """The estimates on settled claims as scoring wants them; `when` is `first` or `after`."""
    return [
        Judgement(row.claim.id, row.settled, False, probability(getattr(row, when)))
        for row in rows
        if row.settled is not None
    ]


def how_sure(rows: Iterable[Weighed]) -> Calibration:
    """How sure against how often right, for first estimates; None yet under 40 of them.

    First estimates are used since they come from the text alone; the second have seen the answer.
    """
    return calibration(judgements(rows, "first"))


def summary(rows: Sequence[Weighed]) -> list[str]:
    """What a learner's estimates came to, in plain sentences, each with its counts."""
    settled = [row for row in rows if row.settled is not None]
    says = [*_told_settled(settled), *_told_open(rows), *_told_part(rows), _told_checks(rows)]
    says += _pattern(rows)
    if settled and len(settled) < FEW:
        says.append(say("ledger.few", n=len(settled), fewest=FEW))
    return says


def _told_settled(settled: Sequence[Weighed]) -> list[str]:
    if not settled:
        return [say("ledger.settled-none")]
    says = [say("ledger.settled", n=len(settled))]
    first, after = (brier(judgements(settled, when)) for when in ("first", "after"))
    scores = {"before": _score(first), "after": _score(after)}
    says.append(f"{say('ledger.score', **scores)} {say('ledger.score-scale')}")
    says += _told_firm(settled)
    unsaid = sum(row.after == CANNOT for row in settled)
    return [*says, say("ledger.unsaid", n=unsaid)] if unsaid else says


def _score(value: float | None) -> str:
    return say("ledger.no-number") if value is None else f"{value:.2f}"


def _told_firm(settled: Sequence[Weighed]) -> list[str]:
    """How often the learner was right when it was said with 80 % or more, for or against."""
    said = [(probability(row.first), row.settled) for row in settled]
    firm = [(p > 0.5) == held for p, held in said if p is not None and (p >= FIRM or p <= 1 - FIRM)]
    return [say("ledger.firm", n=len(firm), right=sum(firm))] if firm else []


def _told_open(rows: Sequence[Weighed]) -> list[str]:
    left = [row for row in rows if row.is_open]
    said = sum(row.after == CANNOT for row in left)
    return [say("ledger.open", n=len(left), said=said)] if left else []


def _told_part(rows: Sequence[Weighed]) -> list[str]:
    part = sum(row.outcome == "in-part" for row in rows)
    return [say("ledger.part", n=part)] if part else []


def _told_checks(rows: Sequence[Weighed]) -> str:
    return say("ledger.checks", n=len(rows), good=sum(row.chose_well for row in rows))


def _pattern(rows: Sequence[Weighed]) -> list[str]:
    """One sentence where all the estimates before the evidence are of one sort."""
    if len(rows) < 3:
        return []
    firsts = {row.first for row in rows}
    middle = [probability(one) for one in firsts if one != CANNOT]
    if firsts == {CANNOT}:
        return [say("ledger.all-cannot")]
    if CANNOT in firsts:
        return []
    if firsts == {"45-55"}:
        return [say("ledger.all-even")]
    if firsts <= {"1-5", "95-99"}:
        return [say("ledger.all-sure", **_held(rows))]
    if max(middle) < 0.5:
        return [say("ledger.all-doubted", **_held(rows))]
    return [say("ledger.all-believed", **_held(rows))] if min(middle) > 0.5 else []


def _held(rows: Sequence[Weighed]) -> dict[str, int]:
    held = sum(row.key.verdict in ("supported", "partly-supported") for row in rows)
    return {"n": len(rows), "held": held}


# --- Source and information judged apart ---


@dataclass(frozen=True)
class Leak:
    """How often a report got the same step on both scales, by the learner and by the key."""

    reports: int
    same: int
    same_by_key: int

    @property
    def sentence(self) -> str:
        """What that says, in plain words."""
        told = say("leak.counts", n=self.reports, same=self.same, key=self.same_by_key)
        if self.same > self.same_by_key:
            return f"{told} {say('leak.leaked')}"
        return f"{told} {say('leak.apart')}"


def leak(
    reliability: Mapping[str, str],
    credibility: Mapping[str, str],
    by_key: Mapping[str, tuple[str, str]],
) -> Leak:
    """Count the reports whose source and information got the same step, `a` with `1` and so on.

    Answers are by report. Baker, McKendry and Mace (1968) found 87 % of about 1,400 field
    reports on this diagonal, which says that the two scales were not used apart.
    """
    both = [one for one in reliability if one in credibility and one in by_key]
    same = sum(_same_step(reliability[one], credibility[one]) for one in both)
    return Leak(len(both), same, sum(_same_step(*by_key[one]) for one in both))


def _same_step(letter: str, number: str) -> bool:
    return "abcdef".find(letter) == "123456".find(number)
