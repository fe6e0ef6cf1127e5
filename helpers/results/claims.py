"""Claims beside the key: what was estimated before and after, and what came of it.

A number is scored only where the evidence settles the claim. Where it does not, the good answer
is to say so. Which check a learner chose, and how each piece of evidence was read, is counted apart
from the estimate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from helpers.answers.claims import DONE, ClaimAnswers, step_of
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.case import case_names, load_case, load_key
from helpers.case.claims import Claim, ClaimKey
from helpers.case.model import Case, Key
from helpers.case.vocabulary import CANNOT, ESTIMATES, Scope
from helpers.case.yaml_lines import PackError
from helpers.scoring import BANDS, Calibration, Judgement, brier, calibration

SETTLED = {"supported": True, "contradicted": False}
"""The verdicts with which the evidence settles whether the claim holds as it stands."""

OPEN = frozenset({"disputed", "could-not-be-checked"})
"""The verdicts for which the good answer is that it cannot be judged."""

FEW = 12
"""Under so many settled claims a score says more about luck than about skill."""

LEAST = 40
"""Under so many estimates a chart of how sure against how often right would show luck."""

FIRM = 0.8
"""What counts as having said 80 %: the bands from 80 % up, or from 20 % down for the contrary."""


def probability(estimate: str) -> float | None:
    """Return the middle of an estimate's band, 0 to 1; None for "cannot be judged".

    The bands are those of Intelligence Community Directive 203. Raises `ValueError` for a word
    that is no estimate.
    """
    if estimate not in ESTIMATES:
        raise ValueError(f"{estimate[:40]!r} is no estimate. There are: {', '.join(ESTIMATES)}.")
    return None if estimate == CANNOT else sum(BANDS[ESTIMATES.index(estimate)]) / 2


@dataclass(frozen=True)
class Weighed:
    """One claim that a learner has weighed, beside what the key says."""

    claim: Claim  # the claim itself
    key: ClaimKey  # the key's verdict, with its reasons
    first: str  # the estimate before the evidence: an id of `ESTIMATES`
    check: str  # the id of the check that the learner chose
    after: str  # the estimate after the evidence, as it stands now
    first_after: str = ""  # that estimate at the first comparison; "" before there was one
    stances: Mapping[str, str] = field(default_factory=dict)  # how cards stand, as the learner said

    @property
    def settled(self) -> bool | None:
        """Return whether the claim holds, where the evidence settles it; None elsewhere."""
        return SETTLED.get(self.key.verdict)

    @property
    def is_open(self) -> bool:
        """Return whether the evidence leaves the claim open."""
        return self.key.verdict in OPEN

    @property
    def chose_well(self) -> bool:
        """Return whether the check is among those that would have helped most."""
        return self.check in self.key.best

    @property
    def check_helps(self) -> str:
        """Return how far the check helps: `best`, `little` for a useful start, or `other`."""
        if self.chose_well:
            return "best"
        return "little" if self.check in self.key.little else "other"

    @property
    def read(self) -> list[tuple[str, str]]:
        """Return what the learner and the key say of each card on which the learner said it."""
        cards = self.key.cards
        return [(said, cards[name].stance) for name, said in self.stances.items() if name in cards]

    @property
    def outcome(self) -> str:
        """Return `open-said`, `open-missed`, `right`, `wrong`, `even`, `unsaid` or `in-part`.

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
    """Return the claims that the learner has finished, with their verdicts, in the case's order."""
    wanted = set(claims)
    return [
        Weighed(
            claim,
            key.claims[claim.id],
            answers.first[claim.id],
            answers.check[claim.id],
            answers.after[claim.id],
            answers.firsts_after.get(claim.id, ""),
            {
                card.id: answers.stances[card.id]
                for card in claim.cards
                if card.id in answers.stances
            },
        )
        for claim in case.claims
        if claim.id in wanted and claim.id in key.claims and step_of(claim, answers) == DONE
        if answers.check[claim.id] in key.claims[claim.id].checks
    ]


def weighed_elsewhere(progress: Progress, here: str) -> list[Weighed]:
    """Return what the learner has ever compared in the kit's cases, except in the case `here`."""
    rows = []
    for name in case_names():
        records = progress.records(case=name)
        if name != here and any(record.item == Scope.LEDGER for record in records):
            rows += _ever_compared(name, replay(records, ClaimAnswers()))
    return rows


def _ever_compared(name: str, answers: ClaimAnswers) -> list[Weighed]:
    try:
        case = load_case(name)
        key = load_key(case)
    except PackError:  # a pack that somebody is editing is told of where it is shown
        return []
    return weighed(case, key, answers, answers.firsts_after) if key else []


def judgements(rows: Iterable[Weighed], when: str = "after") -> list[Judgement]:
    """Return the estimates on settled claims for scoring; `when` is `first` or `after`."""
    return [
        Judgement(row.claim.id, row.settled, False, probability(getattr(row, when)))
        for row in rows
        if row.settled is not None
    ]


def how_sure(rows: Iterable[Weighed]) -> Calibration:
    """Return how sure against how often right, for first estimates; no rows under LEAST of them.

    First estimates are used since they come from the text alone; the second have seen the answer.
    """
    return calibration(judgements(rows, "first"), least=LEAST)


@cache
def settled_in_kit() -> int:
    """Count the claims of the kit's cases that the evidence settles one way or the other."""
    return sum(one.verdict in SETTLED for name in case_names() for one in _verdicts(name))


def _verdicts(name: str) -> list[ClaimKey]:
    try:
        key = load_key(load_case(name))
    except PackError:  # as above
        return []
    return list(key.claims.values()) if key else []


@dataclass(frozen=True)
class ClaimCounts:
    """A learner's weighed claims in plain counts. Scores are Brier scores, 0 (best) to 1."""

    weighed: int  # claims weighed to the end
    settled: int  # those that the evidence settles, one way or the other
    score_before: float | None  # over settled claims, before the evidence; None without a number
    score_after: float | None  # the same after the evidence
    firm: int  # settled claims called at 80 % or more before the evidence, for or against
    firm_right: int  # those of them that came out as said
    unsaid: int  # settled claims that were in the end said to be not to be judged
    open: int  # claims that the evidence leaves open
    open_said: int  # those of them of which the learner said so
    in_part: int  # claims that hold in part; no number is scored there
    right: int  # settled claims on which the second estimate leaned the way of the evidence
    good_checks: int  # claims for which one of the most helpful checks was chosen
    little_checks: int  # claims for which a check that is a useful start was chosen
    read: int  # evidence cards of which the learner said how they stand to the claim
    read_alike: int  # those of them of which the key says the same
    taken: int  # those that settle nothing by the key, and were taken for evidence
    turned_round: int  # those that were taken for evidence of the contrary
    missed: int  # those that are evidence by the key, and were said to settle nothing
    held: int  # claims that hold, at least in part
    habit: str  # what all first estimates have in common, see `habit_of`; "" for nothing


def claim_counts(rows: Sequence[Weighed]) -> ClaimCounts:
    """Count what a learner's estimates came to."""
    settled = [row for row in rows if row.settled is not None]
    left_open = [row for row in rows if row.is_open]
    firm = _firm_calls(settled)
    read = [pair for row in rows for pair in row.read]
    return ClaimCounts(
        weighed=len(rows),
        settled=len(settled),
        score_before=brier(judgements(settled, "first")),
        score_after=brier(judgements(settled, "after")),
        firm=len(firm),
        firm_right=sum(firm),
        unsaid=sum(row.after == CANNOT for row in settled),
        open=len(left_open),
        open_said=sum(row.after == CANNOT for row in left_open),
        in_part=sum(row.outcome == "in-part" for row in rows),
        right=sum(row.outcome == "right" for row in rows),
        good_checks=sum(row.chose_well for row in rows),
        little_checks=sum(row.check_helps == "little" for row in rows),
        read=len(read),
        read_alike=sum(said == key for said, key in read),
        taken=sum(key == "neither" != said for said, key in read),
        turned_round=sum({said, key} == {"supports", "challenges"} for said, key in read),
        missed=sum(said == "neither" != key for said, key in read),
        held=sum(row.key.verdict in ("supported", "partly-supported") for row in rows),
        habit=habit_of([row.first for row in rows]),
    )


def _firm_calls(settled: Iterable[Weighed]) -> list[bool]:
    """Return for each call of 80 % or more, for or against, whether it came out as said."""
    said = [(probability(row.first), row.settled) for row in settled]
    return [(p > 0.5) == held for p, held in said if p is not None and (p >= FIRM or p <= 1 - FIRM)]


def habit_of(firsts: Sequence[str]) -> str:
    """Name what three or more first estimates all have in common, or nothing.

    `all-cannot`, `all-even` (the middle band), `all-sure` (the outermost bands), `all-doubted` or
    `all-believed`.
    """
    said = set(firsts)
    if len(firsts) < 3 or (CANNOT in said and said != {CANNOT}):
        return ""
    if said == {CANNOT}:
        return "all-cannot"
    if said == {"45-55"}:
        return "all-even"
    if said <= {"1-5", "95-99"}:
        return "all-sure"
    middles = [probability(one) for one in said]
    if max(middles) < 0.5:
        return "all-doubted"
    return "all-believed" if min(middles) > 0.5 else ""
