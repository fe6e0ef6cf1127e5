"""Reading the claims of a case and their verdicts: nothing without a source, both sides heard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from helpers.case.claims import Claim, ClaimKey, EvidenceCard, Ledger
from helpers.case.fields import ID, Fields, listed
from helpers.case.model import Case, Explanation, Route, Source
from helpers.case.vocabulary import CLAIM_VERDICTS, ESTIMATES, STANCES
from helpers.case.yaml_lines import Node

CLAIM_FIELDS = ("id", "sentence", "says", "checks", "cards")
CARD_FIELDS = ("id", "says", "stance", "source", "later")
KEY_FIELDS = ("verdict", "why", "sources", "checks", "best-checks", "aloud", "first", "after")
DAY = re.compile(r"\b(20\d\d|19\d\d)-(\d\d)(?:-(\d\d))?\b")
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


def read_weighing(
    top: Fields, sentences: Iterable[str], sources: Iterable[Source]
) -> tuple[tuple[Claim, ...], Ledger]:
    """The claims of a case, and which of them are weighed by which route.

    Problems are added to those of `top`. The route `whole` is always there.
    """
    node = top.nodes.get("ledger")
    where = node or Node({}, top.line)
    ledger = _under(top, where, "'ledger'").only(["until", "minutes", "short", "whole"])
    until = _read_until(ledger)
    known = {source.id: source for source in sources}
    claims = tuple(
        _read_claim(one, top, set(sentences), known, until)
        for one in top.list("claims", required=False)
    )
    _once([claim.id for claim in claims], top, "claims")
    _once([card.id for claim in claims for card in claim.cards], top, "claims")
    return claims, Ledger(until, _read_routes(ledger, [claim.id for claim in claims]))


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
    for name in [one for one in ("short", "whole") if one in fields.nodes]:
        chosen = fields.words(name)
        _all_known(fields, name, chosen, claims, "which is no claim of this case")
        routes[name] = Route(name, minutes if name == "short" else 0, chosen)
    if claims:
        routes.setdefault("whole", Route("whole", 0, tuple(claims)))
    return MappingProxyType(routes)


def _read_claim(
    node: Node, top: Fields, sentences: set[str], sources: Mapping[str, Source], until: str
) -> Claim:
    fields = _under(top, node, "this claim")
    name = fields.identifier("id")
    fields.where = f"claim {name or '?'}"
    fields.only(CLAIM_FIELDS)
    sentence = fields.text("sentence")
    _all_known(fields, "sentence", [sentence], sentences, "which is no sentence here")
    cards = tuple(_read_card(card, fields, sources, until) for card in fields.list("cards"))
    if not cards and "cards" in fields.nodes:
        fields.wrong(fields.line_of("cards"), f"{fields.where} has no evidence. Add a card.")
    return Claim(name, sentence, fields.text("says"), _read_checks(fields), cards)


def _read_checks(fields: Fields) -> Mapping[str, str]:
    nodes = fields.mapping("checks")
    checks = _under(fields, Node(nodes, fields.line_of("checks")), f"{fields.where}, checks")
    if "checks" in fields.nodes and len(nodes) < 2:
        checks.wrong(checks.line, f"{fields.where} needs at least two checks to choose from.")
    for name in [one for one in nodes if not ID.fullmatch(one)]:
        checks.wrong(nodes[name].line, f"{checks.where}: {name[:40]!r} is no hyphenated name.")
    return MappingProxyType({name: checks.text(name) for name in nodes})


def _read_card(
    node: Node, around: Fields, sources: Mapping[str, Source], until: str
) -> EvidenceCard:
    fields = _under(around, node, f"{around.where}, this card")
    name = fields.identifier("id")
    fields.where = f"card {name or '?'}"
    fields.only(CARD_FIELDS)
    source = fields.text("source")
    if source:
        _all_known(fields, "source", [source], sources, "which is no source of this case")
    later = fields.choice("later", ("false", "true"), default="false") == "true"
    if source in sources:
        _check_later(fields, later, sources[source], until)
    return EvidenceCard(name, fields.text("says"), fields.choice("stance", STANCES), source, later)


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
    """Whether a source's date is after `until`; None where its date does not tell.

    Reads `2025-10-03` and `2025-10` as well as a month in words, "October 2025".
    """
    if not until:
        return None
    if found := DAY.search(date):
        year, month, day = found.groups()
        return f"{year}-{month}-{day}" > until if day else _month_after(year, int(month), until)
    if found := MONTH.search(date):
        return _month_after(found[2], MONTHS.index(found[1].lower()) + 1, until)
    return None


def _month_after(year: str, month: int, until: str) -> bool | None:
    seen = f"{year}-{month:02}"
    return None if seen == until[:7] else seen > until[:7]


def read_claim_keys(
    top: Fields, case: Case, templates: Mapping[str, Explanation]
) -> Mapping[str, ClaimKey]:
    """The verdicts on a case's claims; problems are added to those of `top`."""
    nodes = top.mapping("claims", required=False)
    line = top.line_of("claims")
    fields = _under(top, Node(nodes, line), "'claims' in the key")
    claims = {claim.id: claim for claim in case.claims}
    fields.only(claims)
    for missing in [name for name in claims if name not in nodes]:
        fields.wrong(line, f"the key has no entry for claim '{missing}'. Add one.")
    known = {source.id for source in case.sources}
    return MappingProxyType(
        {
            name: _read_claim_key(
                _under(top, nodes[name], f"claim {name}"), claim, known, templates
            )
            for name, claim in claims.items()
            if name in nodes
        }
    )


def _read_claim_key(
    fields: Fields, claim: Claim, known: set[str], templates: Mapping[str, Explanation]
) -> ClaimKey:
    fields.only(KEY_FIELDS)
    problems = len(fields.problems)
    verdict = fields.choice("verdict", CLAIM_VERDICTS)
    if len(fields.problems) == problems:
        _hear_both_sides(fields, verdict, claim)
    best = fields.words("best-checks")
    _all_known(fields, "best-checks", best, claim.checks, "which is no check of this claim")
    estimates = {name: fields.choice(name, ESTIMATES, default="") for name in ("first", "after")}
    return ClaimKey(
        verdict=verdict,
        why=fields.text("why"),
        sources=_read_sources(fields, known),
        checks=_read_reasons(fields, claim, templates),
        best=best,
        aloud=fields.text("aloud", ""),
        **estimates,
    )


def _hear_both_sides(fields: Fields, verdict: str, claim: Claim) -> None:
    for stance in NEEDS[verdict]:
        if not claim.on_side(stance):
            says = f"is {verdict}, but no card in the case {stance} it. Add the evidence."
            fields.wrong(fields.line_of("verdict"), f"{fields.where} {says}")


def _read_sources(fields: Fields, known: set[str]) -> tuple[str, ...]:
    sources = fields.words("sources")
    if "sources" in fields.nodes and not sources:
        says = "names no source for its verdict. Add at least one."
        fields.wrong(fields.line_of("sources"), f"{fields.where} {says}")
    _all_known(fields, "sources", sources, known, "which is no source of this case")
    return sources


def _read_reasons(
    fields: Fields, claim: Claim, templates: Mapping[str, Explanation]
) -> Mapping[str, Explanation]:
    nodes = fields.mapping("checks")
    around = _under(fields, Node(nodes, fields.line_of("checks")), f"{fields.where}, checks")
    around.only(claim.checks)
    for missing in [name for name in claim.checks if name not in nodes]:
        says = f"{fields.where} does not explain the check '{missing}'. Add its 'cue' and 'next'."
        around.wrong(around.line, says)
    return MappingProxyType(
        {
            name: _read_reason(
                _under(fields, nodes[name], f"{fields.where}, check '{name}'"), templates
            )
            for name in claim.checks
            if name in nodes
        }
    )


def _read_reason(fields: Fields, templates: Mapping[str, Explanation]) -> Explanation:
    if "use" not in fields.nodes:
        fields.only(["cue", "next"])
        return Explanation(fields.text("cue"), fields.text("next"))
    name = fields.only(["use"]).text("use")
    if name not in templates:
        says = f"there is no template {name[:40]!r}. There are: {listed(templates)}."
        fields.wrong(fields.line_of("use"), f"{fields.where}: {says}")
    return templates.get(name, Explanation("", ""))


def _under(around: Fields, node: Node, where: str) -> Fields:
    return Fields(node, around.file, around.problems, where)


def _all_known(
    fields: Fields, name: str, named: Iterable[str], known: Iterable[str], what: str
) -> None:
    for missing in [one for one in named if one and one not in known]:
        says = f"{fields.where}: '{name}' names {missing[:40]!r}, {what}."
        fields.wrong(fields.line_of(name), says)


def _once(ids: list[str], top: Fields, name: str) -> None:
    for double in sorted({one for one in ids if one and ids.count(one) > 1}):
        top.wrong(top.line_of(name), f"'{name}' holds the id {double!r} twice. Ids are unique.")
