"""Background: who and what an article takes for granted, each in a neutral line or two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpers.case.fields import Fields
from helpers.case.reading import Known, Part

FIELDS = ("name", "text")


@dataclass(frozen=True)
class Background:
    """One name that an article uses without explaining it."""

    name: str  # as a reader meets it
    text: str  # who or what that is, taking no side


def read_background(top: Fields) -> tuple[Background, ...]:
    """Read the lines in their order."""
    lines = []
    for number, node in enumerate(top.list("background", required=False), start=1):
        fields = top.within(node, f"line {number} of 'background'").only(FIELDS)
        lines.append(Background(fields.text("name"), fields.text("text")))
    return tuple(lines)


def _read(top: Fields, known: Known) -> dict[str, Any]:
    return {"background": read_background(top)}


PART = Part(("background",), _read)
