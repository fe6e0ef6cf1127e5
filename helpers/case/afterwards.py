"""Texts that state results: a learner reads each one only after comparing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from helpers.case.fields import ID, Fields
from helpers.case.reading import Known, Part
from helpers.case.yaml_lines import Node

FIELDS = ("text", "guess", "table")


@dataclass(frozen=True)
class Afterwards:
    """One text that states results, in paragraphs; `**bold**` and `*italics*` are drawn."""

    text: str  # an empty line stands between two paragraphs
    guess: str = ""  # the name of the note whose answer is shown again before it
    table: tuple[tuple[str, ...], ...] = ()  # what is laid side by side below it, its head first


def read_afterwards(top: Fields) -> Mapping[str, Afterwards]:
    """Read the texts by their names."""
    return MappingProxyType(
        {
            name: _read_one(name, top.within(node, f"afterwards {name[:40]!r}"))
            for name, node in top.mapping("afterwards", required=False).items()
        }
    )


def _read_one(name: str, fields: Fields) -> Afterwards:
    fields.only(FIELDS)
    for written, line in ((name, fields.line), (fields.text("guess", ""), fields.line_of("guess"))):
        if written and not ID.fullmatch(written):
            says = f"{fields.where}: a name is lower case and hyphens, not {written[:40]!r}."
            fields.wrong(line, says)
    rows = tuple(_read_row(fields, node) for node in fields.list("table", required=False))
    if len({len(row) for row in rows}) > 1:
        says = f"{fields.where}: all rows of 'table' should have as many cells as its head."
        fields.wrong(fields.line_of("table"), says)
    return Afterwards(fields.text("text"), fields.text("guess", ""), rows)


def _read_row(fields: Fields, node: Node) -> tuple[str, ...]:
    cells = node.value if isinstance(node.value, list) else []
    if not cells or not all(isinstance(cell.value, str) for cell in cells):
        fields.wrong(node.line, f"{fields.where}: each row of 'table' should list texts.")
    return tuple(str(cell.value) for cell in cells)


def _read_key(top: Fields, known: Known) -> dict[str, Any]:
    return {"afterwards": read_afterwards(top)}


PART = Part(key_fields=("afterwards",), read_key=_read_key)
