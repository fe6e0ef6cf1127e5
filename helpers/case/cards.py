"""Reading what lesson 1 adds to a case and its key: look-up cards, the chain and the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from helpers.case.fields import Fields
from helpers.case.model import Card, CardKey, Case, Event, Explanation, Link, Picks
from helpers.case.yaml_lines import Node

CARD_FIELDS = ("id", "title", "publisher", "date", "extract", "url", "source", "group", "together")
HELPS = ("yes", "a-little", "no")
"""How far a card helps to find where the text comes from."""

CRITICS = "critics"
BESIDE_CRITICS = ("outlet", "friends", "critics-of-critics")
"""Whose cards open together with a critic's description, so that it never stands alone."""


def read_cards(top: Fields, sources: Iterable[str]) -> tuple[Card, ...]:
    """The look-up cards. A critic's description has to open together with the other sides."""
    known, nodes = set(sources), top.list("cards", required=False)
    cards = [_read_card(node, top, known) for node in nodes]
    ids = [card.id for card in cards]
    for double in sorted({one for one in ids if one and ids.count(one) > 1}):
        top.wrong(top.line_of("cards"), f"'cards' holds the id {double!r} twice. Ids are unique.")
    groups = {card.id: card.group for card in cards}
    for card, node in zip(cards, nodes, strict=True):
        _check_together(card, Fields(node, top.file, top.problems, f"card {card.id}"), groups)
    return tuple(cards)


def _read_card(node: Node, top: Fields, sources: set[str]) -> Card:
    fields = Fields(node, top.file, top.problems, "this card")
    card = fields.identifier("id")
    fields.where = f"card {card or '?'}"
    fields.only(CARD_FIELDS)
    source = fields.choice("source", sources) if sources else fields.text("source")
    together = fields.words("together", required=False)
    texts = ("title", "publisher", "date", "extract", "url", "group")
    shown = {name: fields.text(name) for name in texts}
    return Card(id=card, source=source, together=together, **shown)


def _check_together(card: Card, fields: Fields, groups: Mapping[str, str]) -> None:
    for missing in [one for one in card.together if one not in groups]:
        says = f"'together' names {missing[:40]!r}, which is no card of this case."
        fields.wrong(fields.line_of("together"), f"{fields.where}: {says}")
    if card.group != CRITICS:
        return
    beside = {groups.get(one) for one in card.together}
    for group in [one for one in BESIDE_CRITICS if one not in beside]:
        says = f"a critic's description stands without a card of the group '{group}'."
        fields.wrong(fields.line_of("together"), f"{fields.where}: {says} Add it to 'together'.")


def read_chain(top: Fields) -> tuple[Link, ...]:
    """The steps that the text has come, in order."""
    links = []
    for node in top.list("chain", required=False):
        fields = Fields(node, top.file, top.problems, "this link").only(["id", "from", "to"])
        links.append(Link(fields.identifier("id"), fields.text("from"), fields.text("to")))
    ids = [link.id for link in links]
    for double in sorted({one for one in ids if one and ids.count(one) > 1}):
        top.wrong(top.line_of("chain"), f"'chain' holds the id {double!r} twice. Ids are unique.")
    return tuple(links)


def read_timeline(
    top: Fields, sentences: Iterable[str], sources: Iterable[str]
) -> tuple[Event, ...]:
    """The dated events, in the order of their dates."""
    known, documents, events = set(sentences), set(sources), []
    for node in top.list("timeline", required=False):
        fields = Fields(node, top.file, top.problems, "this event")
        fields.only(["date", "event", "source", "sentence"])
        sentence = fields.choice("sentence", known, default="")
        source = fields.choice("source", documents) if documents else fields.text("source")
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


def read_card_keys(top: Fields, case: Case) -> Mapping[str, CardKey]:
    """What the key says about each card of the case."""
    nodes = top.mapping("cards", required=False)
    known = [card.id for card in case.cards]
    around = Fields(Node(nodes, top.line_of("cards")), top.file, top.problems, "'cards' in the key")
    around.only(known)
    for missing in [card for card in known if card not in nodes]:
        around.wrong(around.line, f"the key has no entry for the card '{missing}'. Add one.")
    keys = {card: _read_card_key(nodes[card], card, top) for card in known if card in nodes}
    return MappingProxyType(keys)


def _read_card_key(node: Node, card: str, top: Fields) -> CardKey:
    fields = Fields(node, top.file, top.problems, f"card {card}").only(["helps", "cue", "next"])
    helps = fields.choice("helps", HELPS)
    return CardKey(helps, Explanation(fields.text("cue"), fields.text("next")))


def read_picks(top: Fields, case: Case) -> Picks:
    """How many cards may be opened, and choices that the key calls good."""
    if not case.cards:
        return Picks()
    node = Node(top.mapping("picks"), top.line_of("picks"))
    fields = Fields(node, top.file, top.problems, "'picks' in the key").only(["budget", "good"])
    budget, count = fields.whole("budget"), len(case.cards)
    if not 0 < budget < count:
        says = f"'budget' should be between 1 and {count - 1}, so that some cards stay closed."
        fields.wrong(fields.line_of("budget"), f"{fields.where}: {says}")
    known = {card.id for card in case.cards}
    good = [_pick(one, fields, known, budget) for one in fields.list("good")]
    return Picks(budget, tuple(good))


def _pick(node: Node, fields: Fields, known: set[str], budget: int) -> tuple[str, ...]:
    names = node.value if isinstance(node.value, list) else []
    pick = tuple(one.value for one in names if isinstance(one.value, str))
    if not pick or not known.issuperset(pick) or len(pick) > budget:
        says = "each good choice lists cards of the case, and no more than the budget."
        fields.wrong(node.line, f"{fields.where}: {says}")
    return pick
