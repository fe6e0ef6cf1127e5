"""Which pattern the differences from the key have, in one or two plain sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.results.choices import Compared
from helpers.results.patterns import pattern
from helpers.strings import say, strings

Meanings = Mapping[str, tuple[str, str]]
"""The name of each option and what it means (or ""), by the option's id."""


def kinds_meant() -> Meanings:
    """Return the kinds of sentence with what they mean."""
    return {kind: (told["name"], told["hint"]) for kind, told in strings()["kinds"].items()}


def pattern_sentence(rows: Sequence[Compared], meanings: Meanings) -> str:
    """Return what the differences have in common, and what to look for where they do."""
    found = pattern(rows)
    blanks = {name: meanings[name][0] for name in (found.mine, found.key) if name}
    says = say(
        f"patterns.{found.sort}",
        n=len(rows) if found.sort == "none" else found.differ,
        times=found.times,
        of=found.of,
        mine=blanks.get(found.mine, ""),
        key=blanks.get(found.key, ""),
    )
    name, means = meanings.get(found.key or found.mine, ("", ""))
    return f"{says} {say('patterns.means', name=name, means=means)}" if means else says
