"""Claims to weigh: nothing without a source, both sides heard, later evidence dated as later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from helpers.case.fields import ID, Fields
from helpers.case.parts import SHORT, WHOLE, Route, Source, whole_route
from helpers.case.reading import Known, Part
from helpers.case.reasons import Explanation, read_reasons
from helpers.case.vocabulary import CLAIM_SORTS, CLAIM_VERDICTS, ESTIMATES, STANCES
from helpers.case.yaml_lines import Node

CLAIM_FIELDS = ("id", "sentence", "says", "checks", "cards")
CARD_FIELDS = ("id", "says", "source", "later", "tells", "their-words")
KEY_FIELDS = (
    *("verdict", "about", "why", "sources", "cards", "checks", "best-checks", "helps-a-little"),
    *("aloud", "first", "after"),
)
DATE = re.compile(r"\b(20\d\d|19\d\d)-(\d\d)(?:-(\d\d))?\b")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) (20\d\d|19\d\d)\b", re.IGNORECASE)
NEEDS = {
    "disputed": ("supports", "challenges"),
    "supported": ("supports",),
    "partly-supported": (),
    "contradicted": ("challenges",),
    "could-not-be-checked": (),
}
"""The stances without which a verdict would not be fair."""

# --- The case -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class EvidenceCard:
    """One piece of evidence on a claim: a short quotation or finding, and where it comes from."""

    id: str  # unique among all evidence cards of the case
    says: str  # the quotation or finding
    source: str  # the id of the case's source
    later: bool = False  # came after the article, so never held against it
    tells: str = ""  # whose report the page passes on, as in "NBC’s report"; nothing if its own
    their_words: tuple[str, ...] = ()  # words that judge and are the source's, not the kit's

    @property
    def origin(self) -> str:
        """What the card goes back to: cards with one origin are one source."""
        return self.tells or self.source


@dataclass(frozen=True)
class Claim:
    """One thing that a sentence says is so, the checks one might make, and the evidence on it."""

    id: str  # unique in its case
    sentence: str  # the id of the sentence that says it
    says: str  # the claim in plain words
    checks: Mapping[str, str]  # what one might check first, its name by its id; two at least
    cards: tuple[EvidenceCard, ...]  # in the order in which they are turned over; one at least

    def same_source(self, card: EvidenceCard) -> int:
        """Return the number of the first card that goes back to the same source, 0 if none does."""
        first = next(n for n, one in enumerate(self.cards, start=1) if one.origin == card.origin)
        return 0 if self.cards[first - 1] is card else first


@dataclass(frozen=True)
class ClaimRoutes:
    """Which claims are weighed in a short session and in all, and what could be known then."""

    until: str = ""  # the last day that a reader could know of, ISO 8601; nothing if not given
    routes: Mapping[str, Route] = field(
        default_factory=dict
    )  # by name; whole where there are claims


def read_weighing(top: Fields, known: Known) -> tuple[tuple[Claim, ...], ClaimRoutes]:
    """Read the claims of a case, and which of them are weighed by which route.

    Where there are claims, the route `whole` is always there.
    """
    where = top.nodes.get("ledger") or Node({}, top.line)
    ledger = top.within(where, "'ledger'").only(["until", "minutes", SHORT, WHOLE])
    until = _read_until(ledger)
    nodes = top.list("claims", required=False)
    claims = tuple(_read_claim(top.within(one, "this claim"), known, until) for one in nodes)
    top.once("claims", [claim.id for claim in claims])
    top.once("claims", [card.id for claim in claims for card in claim.cards])
    return claims, ClaimRoutes(until, _read_routes(ledger, [claim.id for claim in claims]))


def _read_until(fields: Fields) -> str:
    written = fields.text("until", "")
    if not written or re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return written
    says = f"'until' should be a date such as 2025-09-30, but is {written[:40]!r}."
    fields.wrong(fields.line_of("until"), f"{fields.where}: {says}")
    return ""


def _read_routes(fields: Fields, claims: list[str]) -> Mapping[str, Route]:
    minutes = fields.whole("minutes") if "minutes" in fields.nodes else 0
    routes = {}
    for name in [one for one in (SHORT, WHOLE) if one in fields.nodes]:
        chosen = fields.words(name)
        fields.known(name, chosen, claims, "claim of this case")
        routes[name] = Route(name, minutes if name == SHORT else 0, chosen)
    if claims:
        routes.setdefault(WHOLE, whole_route(claims))
    return MappingProxyType(routes)


def _read_claim(fields: Fields, known: Known, until: str) -> Claim:
    name = fields.identifier("id")
    fields.where = f"claim {name or '?'}"
    fields.only(CLAIM_FIELDS)
    sentence = fields.text("sentence")
    fields.known("sentence", [sentence], known.sentences, "sentence here")
    cards = tuple(_read_card(card, fields, known, until) for card in fields.list("cards"))
    if not cards and "cards" in fields.nodes:
        fields.wrong(fields.line_of("cards"), f"{fields.where} has no evidence. Add a card.")
    return Claim(name, sentence, fields.text("says"), _read_checks(fields), cards)


def _read_checks(fields: Fields) -> Mapping[str, str]:
    checks = fields.under("checks", f"{fields.where}, checks")
    nodes = checks.nodes
    if "checks" in fields.nodes and len(nodes) < 2:
        checks.wrong(checks.line, f"{fields.where} needs at least two checks to choose from.")
    for name in [one for one in nodes if not ID.fullmatch(one)]:
        checks.wrong(nodes[name].line, f"{checks.where}: {name[:40]!r} is no hyphenated name.")
    return MappingProxyType({name: checks.text(name) for name in nodes})


def _read_card(node: Node, around: Fields, known: Known, until: str) -> EvidenceCard:
    fields = around.within(node, f"{around.where}, this card")
    name = fields.identifier("id")
    fields.where = f"card {name or '?'}"
    fields.only(CARD_FIELDS)
    source = fields.text("source")
    fields.known("source", [source], known.sources, "source of this case")
    later = fields.choice("later", ("false", "true"), default="false") == "true"
    if source in known.sources:
        _check_later(fields, later, known.sources[source], until)
    says, theirs = fields.text("says"), fields.words("their-words", required=False)
    for word in [one for one in theirs if one not in says]:
        told = f"'their-words' names {word[:40]!r}, which the card does not say."
        fields.wrong(fields.line_of("their-words"), f"{fields.where}: {told}")
    return EvidenceCard(name, says, source, later, fields.text("tells", ""), theirs)


def _check_later(fields: Fields, later: bool, source: Source, until: str) -> None:
    """Later evidence is dated as later; what a reader could know then is not."""
    line = fields.line_of("later")
    if later and not until:
        says = "is marked later, but 'ledger' has no 'until' to be later than. Add the date."
        return fields.wrong(line, f"{fields.where} {says}")
    seen = came_after(source.date, until)
    if seen is True and not later:
        says = f'rests on {source.date[:40]!r}, after {until}. Add later: "true".'
        fields.wrong(line, f"{fields.where} {says}")
    if seen is False and later:
        says = f"is marked later, but its source is of {source.date[:40]!r}."
        fields.wrong(line, f"{fields.where} {says}")
    return None


def came_after(date: str, until: str) -> bool | None:
    """Return whether a source's date is after `until`; None where its date does not tell.

    Reads `2025-10-03` and `2025-10` as well as a month in words, "October 2025".
    """
    if not until:
        return None
    if found := DATE.search(date):
        year, month, day = found.groups()
        return f"{year}-{month}-{day}" > until if day else _month_after(year, int(month), until)
    if found := MONTH.search(date):
        return _month_after(found[2], MONTHS.index(found[1].lower()) + 1, until)
    return None


def _month_after(year: str, month: int, until: str) -> bool | None:
    seen = f"{year}-{month:02}"
    return None if seen == until[:7] else seen > until[:7]


# --- The key --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CardStance:
    """How one evidence card stands to its claim, and why."""

    stance: str  # one of STANCES
    why: str  # the reason, in a sentence


@dataclass(frozen=True)
class ClaimKey:
    """What the key says about one claim, with reasons and sources.

    The last three are there where the claim is shown as a worked example.
    """

    verdict: str  # one of CLAIM_VERDICTS
    about: str  # one of CLAIM_SORTS
    why: str  # the reasons for the verdict
    sources: tuple[str, ...]  # ids of the case's sources on which it rests
    cards: Mapping[str, CardStance]  # how each card stands to the claim, by its id
    checks: Mapping[str, Explanation]  # what each check would have shown, by its id
    best: tuple[str, ...]  # ids of the checks that would have helped most
    little: tuple[str, ...] = ()  # ids of checks that are a useful start and seldom decide
    aloud: str = ""  # thinking aloud
    first: str = ""  # an estimate before the evidence, one of ESTIMATES
    after: str = ""  # an estimate after it

    def on_side(self, stance: str) -> tuple[str, ...]:
        """Return the ids of the cards of one stance."""
        return tuple(name for name, card in self.cards.items() if card.stance == stance)


def read_claim_keys(top: Fields, known: Known) -> Mapping[str, ClaimKey]:
    """Read the verdicts on a case's claims."""
    claims = {claim.id: claim for claim in known.case["claims"]}
    around = top.under("claims", "'claims' in the key", required=False)
    nodes = around.entries(claims, "claim", "the key")
    return MappingProxyType(
        {
            name: _read_claim_key(top.within(node, f"claim {name}"), claims[name], known)
            for name, node in nodes.items()
        }
    )


def _read_claim_key(fields: Fields, claim: Claim, known: Known) -> ClaimKey:
    fields.only(KEY_FIELDS)
    problems = len(fields.problems)
    verdict = fields.choice("verdict", CLAIM_VERDICTS)
    cards = _read_stances(fields, claim)
    if len(fields.problems) == problems:
        _hear_both_sides(fields, verdict, {card.stance for card in cards.values()})
    best = fields.words("best-checks")
    little = fields.words("helps-a-little", required=False)
    fields.known("best-checks", best, claim.checks, "check of this claim")
    fields.known(
        "helps-a-little", little, set(claim.checks) - set(best), "other check of this claim"
    )
    estimates = {name: fields.choice(name, ESTIMATES, default="") for name in ("first", "after")}
    return ClaimKey(
        verdict=verdict,
        about=fields.choice("about", CLAIM_SORTS),
        why=fields.text("why"),
        sources=_read_sources(fields, known),
        cards=cards,
        checks=read_reasons(fields, "checks", "check", claim.checks, known.templates),
        best=best,
        little=little,
        aloud=fields.text("aloud", ""),
        **estimates,
    )


def _read_stances(fields: Fields, claim: Claim) -> Mapping[str, CardStance]:
    """Read how each card stands to the claim; the case file keeps silent, so that it can be asked."""
    around = fields.under("cards", f"{fields.where}, cards")
    nodes = around.entries([card.id for card in claim.cards], "card")
    return MappingProxyType(
        {
            name: _read_stance(around.within(node, f"{fields.where}, card {name}"))
            for name, node in nodes.items()
        }
    )


def _read_stance(fields: Fields) -> CardStance:
    fields.only(["stance", "why"])
    return CardStance(fields.choice("stance", STANCES), fields.text("why"))


def _hear_both_sides(fields: Fields, verdict: str, heard: set[str]) -> None:
    for stance in [one for one in NEEDS[verdict] if one not in heard]:
        says = f"is {verdict}, but by the key no card of it {stance} it. Add the evidence."
        fields.wrong(fields.line_of("verdict"), f"{fields.where} {says}")


def _read_sources(fields: Fields, known: Known) -> tuple[str, ...]:
    sources = fields.words("sources")
    if "sources" in fields.nodes and not sources:
        says = "names no source for its verdict. Add at least one."
        fields.wrong(fields.line_of("sources"), f"{fields.where} {says}")
    fields.known("sources", sources, known.sources, "source of this case")
    return sources


def _read(top: Fields, known: Known) -> dict[str, Any]:
    claims, routes = read_weighing(top, known)
    return {"claims": claims, "ledger": routes}


def _read_key(top: Fields, known: Known) -> dict[str, Any]:
    return {"claims": read_claim_keys(top, known)}


PART = Part(("claims", "ledger"), _read, ("claims",), _read_key)
