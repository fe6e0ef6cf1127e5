"""What lesson 1 looks at: look-up cards, the chain by which the text came, and the timeline."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from helpers.case.fields import Fields
from helpers.case.reading import Known, Part
from helpers.case.reasons import REASON_FIELDS, Explanation, take_explanation
from helpers.case.vocabulary import CARD_HELPS
from helpers.case.yaml_lines import Node

CARD_TEXTS = ("title", "publisher", "date", "extract", "url", "group")
CRITICS = "critics"
BESIDE_CRITICS = ("outlet", "friends", "critics-of-critics")
"""Whose cards open together with a critic's description, so that it never stands alone."""

# --- Look-up cards --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Card:
    """One result of a look-up, as a search would have shown it; opening it shows its source."""

    id: str  # unique in its case
    title: str  # as the search showed it
    publisher: str  # as the search showed it
    date: str  # as the search showed it, any form
    extract: str  # the lines that the search showed
    url: str  # shown as text, never fetched
    source: str  # the id of the case's source that opening it shows
    group: str  # who is speaking: the outlet, its friends, its critics, …
    together: tuple[str, ...] = ()  # ids of cards that open together with it


def read_cards(top: Fields, sources: Collection[str]) -> tuple[Card, ...]:
    """Read the look-up cards. A critic's description has to open together with the other sides."""
    nodes = top.list("cards", required=False)
    cards = [_read_card(node, top, sources) for node in nodes]
    top.once("cards", [card.id for card in cards])
    groups = {card.id: card.group for card in cards}
    for card, node in zip(cards, nodes, strict=True):
        _check_together(card, top.within(node, f"card {card.id}"), groups)
    return tuple(cards)


def _read_card(node: Node, top: Fields, sources: Collection[str]) -> Card:
    fields = top.within(node, "this card")
    card = fields.identifier("id")
    fields.where = f"card {card or '?'}"
    fields.only(["id", *CARD_TEXTS, "source", "together"])
    source = fields.choice("source", sources) if sources else fields.text("source")
    together = fields.words("together", required=False)
    shown = {name: fields.text(name) for name in CARD_TEXTS}
    return Card(card, source=source, together=together, **shown)


def _check_together(card: Card, fields: Fields, groups: Mapping[str, str]) -> None:
    fields.known("together", card.together, groups, "card of this case")
    if card.group != CRITICS:
        return
    beside = {groups.get(one) for one in card.together}
    for group in [one for one in BESIDE_CRITICS if one not in beside]:
        says = f"a critic's description stands without a card of the group '{group}'."
        fields.wrong(fields.line_of("together"), f"{fields.where}: {says} Add it to 'together'.")


@dataclass(frozen=True)
class CardKey:
    """Whether opening a card helps to find where the text comes from, and why."""

    helps: str  # one of CARD_HELPS
    because: Explanation  # why, and the next check


def read_card_keys(top: Fields, cards: Sequence[Card]) -> Mapping[str, CardKey]:
    """Read what the key says about each card of the case."""
    around = top.under("cards", "'cards' in the key", required=False)
    nodes = around.entries([card.id for card in cards], "the card", "the key")
    return MappingProxyType(
        {name: _read_card_key(top.within(node, f"card {name}")) for name, node in nodes.items()}
    )


def _read_card_key(fields: Fields) -> CardKey:
    fields.only(["helps", *REASON_FIELDS])
    return CardKey(fields.choice("helps", CARD_HELPS), take_explanation(fields))


@dataclass(frozen=True)
class Picks:
    """How many look-up cards may be opened, and choices that serve the question well."""

    budget: int = 4  # cards that may be opened
    good: tuple[tuple[str, ...], ...] = ()  # choices of cards, each in its order, by their ids


def read_picks(top: Fields, cards: Sequence[Card]) -> Picks:
    """Read how many cards may be opened, and choices that the key calls good."""
    if not cards:
        return Picks()
    fields = top.under("picks", "'picks' in the key").only(["budget", "good"])
    budget, count = fields.whole("budget"), len(cards)
    if not 0 < budget < count:
        says = f"'budget' should be between 1 and {count - 1}, so that some cards stay closed."
        fields.wrong(fields.line_of("budget"), f"{fields.where}: {says}")
    known = {card.id for card in cards}
    return Picks(budget, tuple(_pick(one, fields, known, budget) for one in fields.list("good")))


def _pick(node: Node, fields: Fields, known: set[str], budget: int) -> tuple[str, ...]:
    names = node.value if isinstance(node.value, list) else []
    pick = tuple(one.value for one in names if isinstance(one.value, str))
    if not pick or not known.issuperset(pick) or len(pick) > budget:
        says = "each good choice lists cards of the case, and no more than the budget."
        fields.wrong(node.line, f"{fields.where}: {says}")
    return pick


# --- The chain and the timeline -------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    """One step of the way that a text has come."""

    id: str  # unique in its case
    origin: str  # from whom
    reached: str  # to whom


def read_chain(top: Fields) -> tuple[Link, ...]:
    """Read the steps that the text has come, in order."""
    links = []
    for node in top.list("chain", required=False):
        fields = top.within(node, "this link").only(["id", "from", "to"])
        links.append(Link(fields.identifier("id"), fields.text("from"), fields.text("to")))
    top.once("chain", [link.id for link in links])
    return tuple(links)


@dataclass(frozen=True)
class Event:
    """Something that happened on a day."""

    date: str  # ISO 8601, 2025-09-23
    says: str  # what happened
    source: str  # the id of the case's source that says so
    sentence: str = ""  # the id of the article's sentence that tells it, if one does


def read_timeline(
    top: Fields, sentences: Collection[str], sources: Collection[str]
) -> tuple[Event, ...]:
    """Read the dated events, in the order of their dates."""
    events = []
    for node in top.list("timeline", required=False):
        fields = top.within(node, "this event")
        fields.only(["date", "event", "source", "sentence"])
        sentence = fields.choice("sentence", sentences, default="")
        source = fields.choice("source", sources) if sources else fields.text("source")
        events.append(Event(_day(fields), fields.text("event"), source, sentence))
    if events != sorted(events, key=lambda event: event.date):
        top.wrong(top.line_of("timeline"), "'timeline' should run from the first date to the last.")
    return tuple(events)


def _day(fields: Fields) -> str:
    written = fields.text("date")
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            return date.fromisoformat(written).isoformat()
    except ValueError:
        pass  # a day that no calendar has is said below, like any other
    if written:
        says = f"'date' should be a day such as 2025-09-23, but is {written[:40]!r}."
        fields.wrong(fields.line_of("date"), f"{fields.where}: {says}")
    return ""


def _read(top: Fields, known: Known) -> dict[str, Any]:
    return {
        "cards": read_cards(top, known.sources),
        "chain": read_chain(top),
        "timeline": read_timeline(top, known.sentences, known.sources),
    }


def _read_key(top: Fields, known: Known) -> dict[str, Any]:
    cards = known.case["cards"]
    return {"cards": read_card_keys(top, cards), "picks": read_picks(top, cards)}


PART = Part(("cards", "chain", "timeline"), _read, ("cards", "picks"), _read_key)
