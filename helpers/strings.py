"""Every text that widgets and charts show, in one place, so that the kit can be translated.

Where a text has forms for different numbers, the table `plurals` of the strings says which goes with
which. The page reads the same table by the same rule (`widgets/page/words.mjs`), so that Python and
the page never differ.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

Condition = Mapping[str, Any]
"""`is` or `not` with a list of numbers: what `n` has to be, or its remainder where `mod` is given."""


@cache
def strings() -> dict[str, Any]:
    """Return all texts by their names, and the language they are in."""
    path = Path(__file__).with_name("strings_en.json")
    return json.loads(path.read_text(encoding="utf-8"))


def plural(forms: Mapping[str, Sequence[Condition]], n: float) -> str:
    """Return the form that goes with `n`: the first of which every condition holds, else "other"."""
    return next(
        (form for form, needed in forms.items() if all(_holds(c, n) for c in needed)), "other"
    )


def _holds(condition: Condition, n: float) -> bool:
    rest = n % condition["mod"] if "mod" in condition else n
    return rest in condition["is"] if "is" in condition else rest not in condition["not"]


def say(name: str, /, **blanks: Any) -> str:
    """Return one text by its dotted name, its {blanks} filled, in the form for the number `n`."""
    text: Any = strings()
    for step in name.split("."):
        text = text[step]
    if isinstance(text, dict):
        text = text.get(plural(strings()["plurals"], blanks.get("n", 0)), text["other"])
    return text.format(**blanks)
