"""Claims as they are shown: what they say, the evidence, and estimates beside the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict
from zlib import crc32

from helpers.answers.claims import ClaimAnswers
from helpers.case.claims import Claim, ClaimKey, EvidenceCard, came_after
from helpers.case.model import Case
from helpers.case.parts import Source, with_whole
from helpers.case.vocabulary import ESTIMATES, STANCES
from helpers.results.claims import FEW, ClaimCounts, Weighed, claim_counts
from helpers.strings import say
from helpers.views.article import notes_view, routes_view
from helpers.views.comparison import Comparison
from helpers.views.reasons import Reason, reason_view


class EvidenceView(TypedDict):
    """One piece of evidence; how it stands to the claim is the learner's to say."""

    id: str  # the evidence card's id
    says: str  # a short quotation or finding
    later: bool  # whether it came after the article, as far as the article's date is known
    cite: str  # its source in one line
    notes: list[str]  # what else to know of it: which cards are one source, whose words judge


class ClaimView(TypedDict):
    """One claim with its checks and its evidence; nothing of the key."""

    id: str  # the claim's id
    number: int  # its place among all claims of the case, from 1
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
    stances: list[str]  # the ids of how a piece of evidence can stand to a claim
    routes: list[dict[str, Any]]  # see `routes_view`; `claims` holds ids
    claims: list[ClaimView]  # in order


class CitedSource(TypedDict):
    """A source of a verdict."""

    cite: str  # the source in one line
    later: bool  # whether it came after the article


class StanceView(TypedDict):
    """How one piece of evidence stands to its claim, by the key and by the learner."""

    number: int  # the card's place among the claim's cards, from 1
    says: str  # the quotation or finding
    cite: str  # its source in one line
    notes: list[str]  # see `EvidenceView`
    key: str  # an id of `STANCES`
    mine: str  # the learner's, or "" where none was given
    why: str  # the key's reason


class Verdict(TypedDict):
    """What the key says about one claim."""

    verdict: str  # an id of `CLAIM_VERDICTS`
    means: str  # what that verdict means, of a claim of this sort
    why: str  # the reason, in a sentence or two
    cards: list[StanceView]  # how each piece of evidence stands to it
    sources: list[CitedSource]  # the sources that it rests on


ClaimAnswersView = TypedDict(
    "ClaimAnswersView",
    {
        "turned": list[str],  # ids of the evidence cards turned over, in the order turned
        "stance": dict[str, str],  # how evidence cards stand to their claim, by card
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
    number: int  # its place among all claims of the case, from 1
    text: str  # what it says is so
    outcome: str  # see `Weighed.outcome`
    first: str  # the estimate before the evidence
    after: str  # the estimate after the evidence, as it stands now
    first_after: str  # that estimate at the first comparison, or ""
    check: dict[str, Any]  # the check chosen: `name`, its `Reason`, and `helps`, how far
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
        "stances": list(STANCES),
        "routes": routes_view(routes, "claims"),
        "claims": [
            claim_view(case, claim, number, sources)
            for number, claim in enumerate(case.claims, start=1)
        ],
    }


def claim_view(case: Case, claim: Claim, number: int, sources: dict[str, Source]) -> ClaimView:
    """Return one claim with its checks and its evidence; `sources` are by id."""
    return {
        "id": claim.id,
        "number": number,
        "says": claim.says,
        "sentence": case.by_id[claim.sentence].text,
        "checks": [{"id": name, "name": claim.checks[name]} for name in checks_shuffled(claim)],
        "cards": [
            {
                "id": card.id,
                "says": card.says,
                "later": card.later,
                "cite": cite(sources[card.source]),
                "notes": card_notes(claim, card),
            }
            for card in claim.cards
        ],
    }


def card_notes(claim: Claim, card: EvidenceCard) -> list[str]:
    """Return what to know of a card: whose report it tells, and whose the words that judge are."""
    notes = [say("ledger.tells", what=card.tells)] if card.tells else []
    if first := claim.same_source(card):
        notes.append(say("ledger.same-source", number=first))
    if card.their_words:
        words = ", ".join(f"“{word}”" for word in card.their_words)
        notes.append(say("ledger.their-words", n=len(card.their_words), words=words))
    return notes


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
        "stance": {card: said for card, said in answers.stances.items() if card in cards},
        "estimate": known(answers.first),
        "check": known(answers.check),
        "estimate-after": known(answers.after),
    }


def given_claim_view(case: Case, claim: Claim, answer: ClaimKey) -> GivenClaim:
    """Return a claim worked out: both estimates, the check, the verdict and the thinking."""
    best = answer.best[0] if answer.best else next(iter(answer.checks))
    return {
        "estimate": answer.first,
        "check": best,
        "estimate-after": answer.after,
        "aloud": answer.aloud,
        **reason_view(answer.checks[best]),
        **verdict_view(case, claim, answer, {}),
    }


def verdict_view(case: Case, claim: Claim, answer: ClaimKey, stances: Mapping[str, str]) -> Verdict:
    """Return what the key says about one claim; `stances` are the learner's, by card."""
    sources = [source for source in case.sources if source.id in answer.sources]
    return {
        "verdict": answer.verdict,
        "means": say(f"verdicts.{answer.verdict}.means-{answer.about}"),
        "why": answer.why,
        "cards": stance_views(case, claim, answer, stances),
        "sources": [
            {"cite": cite(source), "later": came_after(source.date, case.ledger.until) is True}
            for source in sources
        ],
    }


def stance_views(
    case: Case, claim: Claim, answer: ClaimKey, stances: Mapping[str, str]
) -> list[StanceView]:
    """Return how each card stands to the claim, by the key and by the learner."""
    sources = {source.id: source for source in case.sources}
    return [
        {
            "number": number,
            "says": card.says,
            "cite": cite(sources[card.source]),
            "notes": card_notes(claim, card),
            "key": answer.cards[card.id].stance,
            "mine": stances.get(card.id, ""),
            "why": answer.cards[card.id].why,
        }
        for number, card in enumerate(claim.cards, start=1)
    ]


def claims_comparison(case: Case, rows: Sequence[Weighed], left: int = 0) -> Comparison:
    """Return weighed claims beside the key; `left` claims are not finished yet."""
    counts = claim_counts(rows)
    return {
        "summary": [*_well(counts), *_counted(counts), *_numbers(counts)],
        "pattern": claim_pattern(counts),
        "note": say("ledger.then"),
        "notes": [say("ledger.left", n=left)] if left else [],
        "rows": [claim_row(case, row) for row in rows],
    }


def claim_row(case: Case, row: Weighed) -> ClaimRow:
    """Return one weighed claim beside what the key says."""
    reasons = {
        name: {"name": row.claim.checks[name], **reason_view(reason)}
        for name, reason in row.key.checks.items()
    }
    return {
        "id": row.claim.id,
        "number": case.claims.index(row.claim) + 1,
        "text": row.claim.says,
        "outcome": row.outcome,
        "first": row.first,
        "after": row.after,
        "first_after": row.first_after,
        "check": {**reasons[row.check], "helps": row.check_helps},
        "best": [] if row.chose_well else [reasons[name] for name in row.key.best[:1]],
        **verdict_view(case, row.claim, row.key, row.stances),
    }


def claim_sentences(counts: ClaimCounts) -> list[str]:
    """Return what a learner's claims came to: what went well, which pattern, then the numbers."""
    pattern = claim_pattern(counts)
    return [*_well(counts), *([pattern] if pattern else []), *_counted(counts), *_numbers(counts)]


def claim_pattern(counts: ClaimCounts) -> str:
    """Name what the answers have in common: of the estimates, or else of how cards were read."""
    if counts.habit:
        return say(f"ledger.{counts.habit}", n=counts.weighed, held=counts.held)
    slips = {name: getattr(counts, name) for name in ("taken", "turned_round", "missed")}
    worst = max(slips, key=slips.__getitem__)
    return say(f"ledger.read-{worst.replace('_', '-')}", n=slips[worst]) if slips[worst] else ""


def _well(counts: ClaimCounts) -> list[str]:
    says = [say("ledger.settled-none")]
    if counts.settled:
        says = [say("ledger.settled", n=counts.settled, right=counts.right)]
    if counts.open:
        says.append(say("ledger.open", n=counts.open, said=counts.open_said))
    return says


def _counted(counts: ClaimCounts) -> list[str]:
    """Count how the cards were read and which checks were chosen, apart from the numbers."""
    says = [say("ledger.unsaid", n=counts.unsaid)] if counts.unsaid else []
    if counts.read:
        says.append(say("ledger.read", n=counts.read, alike=counts.read_alike))
    says.append(say("ledger.checks", n=counts.weighed, good=counts.good_checks))
    if counts.little_checks:
        says.append(say("ledger.checks-little", n=counts.little_checks))
    return says


def _numbers(counts: ClaimCounts) -> list[str]:
    """Tell the average miss and the firm calls, and what is too little to tell."""
    says = []
    if counts.settled:
        scores = {"before": _score(counts.score_before), "after": _score(counts.score_after)}
        says.append(say("ledger.score", **scores))
    if counts.firm:
        says.append(say("ledger.firm", n=counts.firm, right=counts.firm_right))
    if counts.in_part:
        says.append(say("ledger.part", n=counts.in_part))
    if 0 < counts.settled < FEW:
        says.append(say("ledger.few", n=counts.settled, fewest=FEW))
    return says


def _score(value: float | None) -> str:
    return say("ledger.no-number") if value is None else f"{value:.2f}"


def sureness_sentence(rows: Sequence[Weighed], in_kit: int, least: int) -> str:
    """Say why there is no chart of how sure against how often right yet, and what can be said."""
    counts = claim_counts(rows)
    name = "sure-out-of-reach" if in_kit < least else "sure-not-yet"
    says = [say(f"ledger.{name}", n=counts.settled, all=in_kit, least=least)]
    if counts.firm:
        says.append(say("ledger.firm", n=counts.firm, right=counts.firm_right))
    return " ".join(says)
