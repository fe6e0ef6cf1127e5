"""Claims to weigh: what each one says, the evidence for and against it, and the verdict's reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helpers.case.model import Explanation, Route


@dataclass(frozen=True)
class EvidenceCard:
    """One piece of evidence on a claim: a short quotation or finding, and where it comes from.

    `stance` says whether it supports the claim, challenges it, or only gives context. `later`
    evidence came after the article; it is never held against a text that could not know it.
    """

    id: str
    says: str
    stance: str
    source: str
    later: bool = False


@dataclass(frozen=True)
class Claim:
    """One thing that a sentence says is so, the checks one might make, and the evidence on it."""

    id: str
    sentence: str
    says: str
    checks: Mapping[str, str]
    cards: tuple[EvidenceCard, ...]

    def on_side(self, stance: str) -> tuple[EvidenceCard, ...]:
        """The cards of one stance."""
        return tuple(card for card in self.cards if card.stance == stance)


@dataclass(frozen=True)
class Ledger:
    """Which claims are weighed, by route, and the last day that a reader then could know of."""

    until: str = ""
    routes: Mapping[str, Route] = field(default_factory=dict)


@dataclass(frozen=True)
class ClaimKey:
    """What the evidence file says about one claim, with reasons and sources.

    `first`, `after` and `aloud` are there where the claim is shown as a worked example.
    """

    verdict: str
    why: str
    sources: tuple[str, ...]
    checks: Mapping[str, Explanation]
    best: tuple[str, ...]
    aloud: str = ""
    first: str = ""
    after: str = ""
