"""Claims as they are shown: what they say, the evidence, and estimates beside the evidence file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict
from zlib import crc32

from helpers.answers.claims import ClaimAnswers
from helpers.case.claims import Claim, ClaimKey, came_after
from helpers.case.model import Case
from helpers.case.parts import Source, with_whole
from helpers.case.vocabulary import ESTIMATES
from helpers.results.claims import FEW, ClaimCounts, Weighed, claim_counts
from helpers.strings import say
from helpers.views.article import notes_view, routes_view
from helpers.views.comparison import Comparison
from helpers.views.reasons import Reason, reason_view


class EvidenceView(TypedDict):
    """One piece of evidence."""

    id: str  # the evidence card's id
    says: str  # a short quotation or finding
    stance: str  # `supports`, `challenges` or `context`
    later: bool  # whether it came after the article, which could not know it
    cite: str  # its source in one line


class ClaimView(TypedDict):
    """One claim with its checks and its evidence; nothing of the key."""

    id: str  # the claim's id
    says: str  # what it says is so
    sentence: str  # the words of the article's sentence that makes it
    checks: list[dict[str, str]]  # each check's `id` and `name`, in an order that tells nothing
    cards: list[EvidenceView]  # the evidence, in order


class LedgerView(TypedDict):
    """The claims of a case."""

    case: str  # the case's id
    title: str  # the case's title
    lang: str  # the code of the article's language
    notes: list[str]  # sentences that stand above, see `notes_view`
    estimates: list[str]  # the ids of what can be estimated, from unlikely to likely
    routes: list[dict[str, Any]]  # see `routes_view`; `claims` holds ids
    claims: list[ClaimView]  # in order


class CitedSource(TypedDict):
    """A source of a verdict."""

    cite: str  # the source in one line
    later: bool  # whether it came after the article


class Verdict(TypedDict):
    """What the evidence file says about one claim."""

    verdict: str  # an id of `CLAIM_VERDICTS`
    why: str  # the reason, in a sentence or two
    beside: str  # the sentence that stands beside every verdict: what it rests on
    sources: list[CitedSource]  # the sources that it rests on


ClaimAnswersView = TypedDict(
    "ClaimAnswersView",
    {
        "turned": list[str],  # ids of the evidence cards turned over, in the order turned
        "estimate": dict[str, str],  # the estimate before the evidence, by claim
        "check": dict[str, str],  # the check chosen, by claim
        "estimate-after": dict[str, str],  # the estimate after the evidence, by claim
    },
)
"""What a learner has answered on the claims of a case."""

_Worked = TypedDict("_Worked", {"estimate-after": str})  # the estimate after the evidence


class GivenClaim(Verdict, Reason, _Worked):
    """A claim that is shown worked out."""

    estimate: str  # the estimate before the evidence
    check: str  # the id of the check that helps most
    aloud: str  # the thinking in the first person, or ""


class ClaimRow(Verdict):
    """One claim of a comparison."""

    id: str  # the claim's id
    text: str  # what it says is so
    outcome: str  # see `Weighed.outcome`
    first: str  # the estimate before the evidence
    after: str  # the estimate after the evidence, as it stands now
    first_after: str  # that estimate at the first comparison, or ""
    check: dict[str, Any]  # the check chosen: `name`, its `Reason`, and `good`, whether it is best
    best: list[dict[str, str]]  # a better check, `name` and its `Reason`; empty where none is


def ledger_view(case: Case) -> LedgerView:
    """Return what is needed to show the claims; nothing of the key."""
    sources = {source.id: source for source in case.sources}
    routes = with_whole(case.ledger.routes, (claim.id for claim in case.claims))
    return {
        "case": case.id,
        "title": case.title,
        "lang": case.language,
        "notes": notes_view(case),
        "estimates": list(ESTIMATES),
        "routes": routes_view(routes, "claims"),
        "claims": [claim_view(case, claim, sources) for claim in case.claims],
    }


def claim_view(case: Case, claim: Claim, sources: dict[str, Source]) -> ClaimView:
    """Return one claim with its checks and its evidence; `sources` are by id."""
    return {
        "id": claim.id,
        "says": claim.says,
        "sentence": case.by_id[claim.sentence].text,
        "checks": [{"id": name, "name": claim.checks[name]} for name in checks_shuffled(claim)],
        "cards": [
            {
                "id": card.id,
                "says": card.says,
                "stance": card.stance,
                "later": card.later,
                "cite": cite(sources[card.source]),
            }
            for card in claim.cards
        ],
    }


def checks_shuffled(claim: Claim) -> list[str]:
    """Return the checks in an order that never changes and tells nothing.

    Authors put the best check first.
    """
    return sorted(claim.checks, key=lambda name: crc32(f"{claim.id} {name}".encode()))


def cite(source: Source) -> str:
    """Return a source in one line: its title where one was seen, its publisher, and its date."""
    title = "" if source.title.startswith("not s") else f"“{source.title}”, "
    return f"{title}{source.publisher}, {say('ledger.dated', date=source.date)}"


def claim_answers_view(case: Case, answers: ClaimAnswers) -> ClaimAnswersView:
    """Return the answers on claims; those on claims that the case no longer has are left out."""
    claims = {claim.id for claim in case.claims}
    cards = {card.id for claim in case.claims for card in claim.cards}

    def known(kept: dict[str, str]) -> dict[str, str]:
        return {claim: value for claim, value in kept.items() if claim in claims}

    return {
        "turned": [card for card in answers.turned if card in cards],
        "estimate": known(answers.first),
        "check": known(answers.check),
        "estimate-after": known(answers.after),
    }


def given_claim_view(case: Case, answer: ClaimKey) -> GivenClaim:
    """Return a claim worked out: both estimates, the check, the verdict and the thinking."""
    best = answer.best[0] if answer.best else next(iter(answer.checks))
    return {
        "estimate": answer.first,
        "check": best,
        "estimate-after": answer.after,
        "aloud": answer.aloud,
        **reason_view(answer.checks[best]),
        **verdict_view(case, answer),
    }


def verdict_view(case: Case, answer: ClaimKey) -> Verdict:
    """Return what the evidence file says about one claim, with the sentence that goes with it."""
    sources = [source for source in case.sources if source.id in answer.sources]
    return {
        "verdict": answer.verdict,
        "why": answer.why,
        "beside": say("ledger.beside-constructed" if case.constructed else "ledger.beside"),
        "sources": [
            {"cite": cite(source), "later": came_after(source.date, case.ledger.until) is True}
            for source in sources
        ],
    }


def claims_comparison(case: Case, rows: Sequence[Weighed], left: int = 0) -> Comparison:
    """Return weighed claims beside the evidence file; `left` claims are not finished yet."""
    return {
        "summary": claim_sentences(claim_counts(rows)),
        "note": say("ledger.then"),
        "notes": [say("ledger.left", n=left)] if left else [],
        "rows": [claim_row(case, row) for row in rows],
    }


def claim_row(case: Case, row: Weighed) -> ClaimRow:
    """Return one weighed claim beside what the evidence file says."""
    reasons = {
        name: {"name": row.claim.checks[name], **reason_view(reason)}
        for name, reason in row.key.checks.items()
    }
    return {
        "id": row.claim.id,
        "text": row.claim.says,
        "outcome": row.outcome,
        "first": row.first,
        "after": row.after,
        "first_after": row.first_after,
        "check": {**reasons[row.check], "good": row.chose_well},
        "best": [] if row.chose_well else [reasons[name] for name in row.key.best[:1]],
        **verdict_view(case, row.key),
    }


def claim_sentences(counts: ClaimCounts) -> list[str]:
    """Return what a learner's estimates came to, in plain sentences, each with its counts."""
    says = [*_settled(counts), *_open(counts)]
    says.append(say("ledger.checks", n=counts.weighed, good=counts.good_checks))
    if counts.habit:
        says.append(say(f"ledger.{counts.habit}", n=counts.weighed, held=counts.held))
    if 0 < counts.settled < FEW:
        says.append(say("ledger.few", n=counts.settled, fewest=FEW))
    return says


def _settled(counts: ClaimCounts) -> list[str]:
    if not counts.settled:
        return [say("ledger.settled-none")]
    scores = {"before": _score(counts.score_before), "after": _score(counts.score_after)}
    says = [say("ledger.settled", n=counts.settled)]
    says.append(f"{say('ledger.score', **scores)} {say('ledger.score-scale')}")
    if counts.firm:
        says.append(say("ledger.firm", n=counts.firm, right=counts.firm_right))
    return [*says, say("ledger.unsaid", n=counts.unsaid)] if counts.unsaid else says


def _score(value: float | None) -> str:
    return say("ledger.no-number") if value is None else f"{value:.2f}"


def _open(counts: ClaimCounts) -> list[str]:
    says = [say("ledger.open", n=counts.open, said=counts.open_said)] if counts.open else []
    return [*says, say("ledger.part", n=counts.in_part)] if counts.in_part else says
