"""What a learner has answered on one case, replayed from the records on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from helpers.case.vocabulary import KINDS, SURENESS

Stretch = tuple[int, int]
"""Start and end in the article, in code points."""


@dataclass
class Answers:
    """The answers that count now, and the first ones: those that stood at the first comparison.

    `act` names the question that was asked ("kind", or the id of a question set), `allowed` its
    options, and `scope` what is compared as one ("article", or again the set's id).
    """

    chosen: dict[str, str] = field(default_factory=dict)
    sure: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[Stretch, ...]] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    route: str = ""
    comparing: tuple[str, ...] = ()
    act: str = "kind"
    scope: str = "article"
    allowed: tuple[str, ...] = KINDS

    def take(self, item: str, act: str, value: Any) -> None:
        """Apply one answer. What does not make sense (from an edited file, say) is left out."""
        if act == self.act:
            _put(self.chosen, item, _one_of(self.allowed, value))
        elif act == "sure":
            _put(self.sure, item, _one_of(SURENESS, value))
        elif act == "words":
            _put(self.words, item, _stretches(value))
        elif act == "route" and item == self.scope and isinstance(value, str):
            self.route = value
        elif act == "compare" and item == self.scope:
            self._compare(_names(value))

    def _compare(self, items: tuple[str, ...]) -> None:
        self.comparing = items
        for item in items:
            if item in self.chosen:
                self.first.setdefault(item, self.chosen[item])


def _put(kept: dict, item: str, value: Any) -> None:
    if value:
        kept[item] = value
    else:
        kept.pop(item, None)


def _one_of(allowed: tuple[str, ...], value: Any) -> str | None:
    return value if isinstance(value, str) and value in allowed else None


def _stretches(value: Any) -> tuple[Stretch, ...]:
    if not isinstance(value, list):
        return ()
    return tuple((pair[0], pair[1]) for pair in value if _is_stretch(pair))


def _is_stretch(pair: Any) -> bool:
    is_pair = isinstance(pair, list) and len(pair) == 2
    return is_pair and all(type(end) is int for end in pair) and 0 <= pair[0] < pair[1]


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(name for name in value if isinstance(name, str))
