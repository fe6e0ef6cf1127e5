"""Every text that widgets and charts show, in one place, so that the kit can be translated."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def strings() -> dict[str, Any]:
    """All texts by their names, and the language they are in."""
    path = Path(__file__).with_name("strings_en.json")
    return json.loads(path.read_text(encoding="utf-8"))


def say(name: str, /, **blanks: Any) -> str:
    """One text by its dotted name, its {blanks} filled; one or other by the number `n`."""
    text: Any = strings()
    for step in name.split("."):
        text = text[step]
    if isinstance(text, dict):
        text = text["one" if blanks.get("n") == 1 else "other"]
    return text.format(**blanks)
