"""Question sets: items that are all asked the same question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from helpers.case.fields import ID, Fields
from helpers.case.parts import WHOLE, Route, read_route_items, whole_route
from helpers.case.reading import Known, Part
from helpers.case.reasons import (
    ItemKey,
    check_second,
    read_readings,
    read_reasons,
)
from helpers.case.vocabulary import TAKEN
from helpers.case.yaml_lines import Node

SET_FIELDS = ("title", "asks", "unit", "options", "items", "routes")
SENTENCE = "sentence"
"""The unit whose items bear the number of their sentence in the article, not one of their own."""
ITEM_FIELDS = ("id", "title", "passage", "sentence", "shows", "note")
ITEM_KEY_FIELDS = ("accepted", "readings", "mixed", "sources", "options")
WANTS = "a reason for each of two accepted answers; with one answer leave it out."


@dataclass(frozen=True)
class Option:
    """One answer that a question offers."""

    id: str  # unique in its set; what is saved
    name: str  # what stands on its button
    hint: str = ""  # what it means, in a sentence


@dataclass(frozen=True)
class Item:
    """One thing to judge in a question set: a passage, and the documents shown beside it."""

    id: str  # unique in its set
    title: str  # its heading
    passage: str = ""  # the words that are judged, where they are not the title's
    sentence: str = ""  # the id of the article's sentence that it is about
    shows: tuple[str, ...] = ()  # ids of the case's sources that are shown beside it
    note: str = ""  # a line under the passage: what to look at

    @property
    def text(self) -> str:
        """The words that are judged, or the title where there are none."""
        return self.passage or self.title


@dataclass(frozen=True)
class QuestionSet:
    """Several items that are asked the same question, with the same options."""

    id: str  # unique in its case; answers are saved under it
    title: str  # its heading
    asks: str  # the question
    options: tuple[Option, ...]  # in the order of the buttons; two at least
    items: tuple[Item, ...]  # in the order in which they are asked; one at least
    routes: Mapping[str, Route]  # the short one by its name, where there is one
    unit: str = (
        ""  # what one item is called, "quotation" say; `SENTENCE` takes the article's numbers
    )

    def route(self, name: str) -> Route:
        """Return the route called `name`, or the whole set. Raises `KeyError` for another name."""
        return whole_route(item.id for item in self.items) if name == WHOLE else self.routes[name]


def read_sets(top: Fields, known: Known) -> Mapping[str, QuestionSet]:
    """Read the question sets of a case by their ids."""
    sets = {}
    for name, node in top.mapping("sets", required=False).items():
        fields = top.within(node, f"set {name[:40]!r}")
        if not ID.fullmatch(name):
            fields.wrong(node.line, f"{fields.where}: a set's name is lower case and hyphens.")
        if name in TAKEN:
            says = f"{name!r} is taken: the kit saves other answers under it. Choose another name."
            fields.wrong(node.line, f"{fields.where}: {says}")
        sets[name] = _read_set(fields, name, known)
    return MappingProxyType(sets)


def _read_set(fields: Fields, name: str, known: Known) -> QuestionSet:
    fields.only(SET_FIELDS)
    items = tuple(_read_item(node, fields, known) for node in fields.list("items"))
    fields.once("items", [item.id for item in items])
    if not items:
        fields.wrong(fields.line_of("items"), f"{fields.where} needs at least one item.")
    options = fields.mapping("options")
    if len(options) < 2:
        fields.wrong(fields.line_of("options"), f"{fields.where} needs at least two options.")
    unit = fields.text("unit", "")
    _check_unit(fields, unit, items)
    return QuestionSet(
        id=name,
        title=fields.text("title"),
        asks=fields.text("asks"),
        unit=unit,
        options=tuple(_read_option(one, node, fields) for one, node in options.items()),
        items=items,
        routes=_read_set_routes(fields, {item.id for item in items}),
    )


def _check_unit(fields: Fields, unit: str, items: tuple[Item, ...]) -> None:
    for item in items:
        if unit == SENTENCE and not item.sentence:
            says = f"its unit is a sentence, but item {item.id} names none."
            fields.wrong(fields.line_of("unit"), f"{fields.where}: {says}")


def _read_option(name: str, node: Node, around: Fields) -> Option:
    fields = around.within(node, f"option {name[:40]!r}").only(["name", "hint"])
    if not ID.fullmatch(name):
        fields.wrong(fields.line, f"{fields.where}: an option's id is lower case and hyphens.")
    return Option(name, fields.text("name"), fields.text("hint", ""))


def _read_item(node: Node, around: Fields, known: Known) -> Item:
    fields = around.within(node, "this item")
    name = fields.identifier("id")
    fields.where = f"item {name or '?'}"
    fields.only(ITEM_FIELDS)
    sentence = fields.text("sentence", "")
    if sentence and sentence not in known.sentences:
        line = fields.line_of("sentence")
        fields.wrong(line, f"{fields.where} names {sentence[:40]!r}, which is no sentence here.")
    shows = fields.words("shows", required=False)
    fields.known("shows", shows, known.sources, "source of this case")
    texts = {one: fields.text(one, "") for one in ("passage", "note")}
    return Item(name, fields.text("title"), sentence=sentence, shows=shows, **texts)


def _read_set_routes(fields: Fields, items: set[str]) -> Mapping[str, Route]:
    """Read the routes through a question set: a list of items under each name."""
    lists = fields.under("routes", "routes", required=False)
    return MappingProxyType(
        {name: Route(name, 0, read_route_items(lists, name, name, items)) for name in lists.nodes}
    )


def read_set_keys(top: Fields, known: Known) -> Mapping[str, Mapping[str, ItemKey]]:
    """Read the reasoned answers to every item of every set."""
    sets: Mapping[str, QuestionSet] = known.case["sets"]
    around = top.under("sets", "'sets' in the key", required=False)
    nodes = around.entries(sets, "the set", "the key")
    return MappingProxyType(
        {
            name: _read_item_keys(top.within(node, f"set '{name}'"), sets[name], known)
            for name, node in nodes.items()
        }
    )


def _read_item_keys(fields: Fields, questions: QuestionSet, known: Known) -> Mapping[str, ItemKey]:
    nodes = fields.entries([item.id for item in questions.items], "item")
    options = [option.id for option in questions.options]
    return MappingProxyType(
        {
            item: _read_item_key(fields.within(node, f"item {item}"), options, known)
            for item, node in nodes.items()
        }
    )


def _read_item_key(fields: Fields, options: list[str], known: Known) -> ItemKey:
    fields.only(ITEM_KEY_FIELDS)
    accepted = _read_accepted(fields, options)
    sources = fields.words("sources", required=False)
    fields.known("sources", sources, known.sources, "source of this case")
    key = ItemKey(
        kind=(accepted or ("",))[0],
        second=accepted[1] if len(accepted) > 1 else "",
        options=read_reasons(fields, "options", "option", options, known.templates),
        readings=read_readings(fields),
        mixed=fields.text("mixed", ""),
        sources=sources,
    )
    check_second(fields, key, "accepted", "'accepted' holds one answer twice.", WANTS)
    return key


def _read_accepted(fields: Fields, options: list[str]) -> tuple[str, ...]:
    accepted, line = fields.words("accepted"), fields.line_of("accepted")
    for wrong in [one for one in accepted if one not in options]:
        says = f"'accepted' should be among {', '.join(options)}, but is {wrong[:40]!r}."
        fields.wrong(line, f"{fields.where}: {says}")
    if len(accepted) not in (1, 2):
        says = "'accepted' holds one answer, or two where careful readers differ."
        fields.wrong(line, f"{fields.where}: {says}")
    return accepted


def _read(top: Fields, known: Known) -> dict[str, Any]:
    return {"sets": read_sets(top, known)}


def _read_key(top: Fields, known: Known) -> dict[str, Any]:
    return {"sets": read_set_keys(top, known)}


PART = Part(("sets",), _read, ("sets",), _read_key)
