"""What a learner has chosen among options, replayed from the records on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from helpers.case.vocabulary import KINDS, SURENESS, Act, Scope

Stretch = tuple[int, int]
"""Start and end in the article, in code points."""


@dataclass
class Answers:
    """The answers that count now, and the first ones: those that stood at the first comparison.

    The last three say which question was asked: what kind each sentence of the article is, unless
    told otherwise.
    """

    chosen: dict[str, str] = field(default_factory=dict)  # the option that stands now, by item
    sure: dict[str, str] = field(default_factory=dict)  # one of SURENESS, by item
    words: dict[str, tuple[Stretch, ...]] = field(default_factory=dict)  # loaded ones, by sentence
    first: dict[str, str] = field(default_factory=dict)  # the option at the first comparison
    route: str = ""  # the route chosen, or nothing yet
    comparing: tuple[str, ...] = ()  # the items whose comparison is open
    act: str = Act.KIND  # what the answers are saved as: KIND, or the id of a question set
    scope: str = Scope.ARTICLE  # what is compared as one: ARTICLE, or again the set's id
    allowed: tuple[str, ...] = KINDS  # the options

    @property
    def was_compared(self) -> bool:
        """Return whether any answer was ever compared."""
        return bool(self.first)

    def take(self, item: str, act: str, value: Any) -> None:
        """Apply one answer. Leave out what does not make sense (from an edited file, say)."""
        if act == self.act:
            _put(self.chosen, item, _one_of(self.allowed, value))
        elif act == Act.SURE:
            _put(self.sure, item, _one_of(SURENESS, value))
        elif act == Act.WORDS:
            _put(self.words, item, _stretches(value))
        elif act == Act.ROUTE and item == self.scope and isinstance(value, str):
            self.route = value
        elif act == Act.COMPARE and item == self.scope:
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
