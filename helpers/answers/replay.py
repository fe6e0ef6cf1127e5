"""Replaying: records in their order, taken one by one, give the answers that count now.

An answer is saved as (case, item, act, value). `act` and `item` are what xAPI, the standard for
records of learning, calls *verb* and *object*; a learner's session of work on a case is its
*activity*. Nothing on disk is ever changed, so what a learner has answered is always found by
replaying what was saved.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar


class AnswerRecord(Protocol):
    """The part of a saved record that counts when it is replayed."""

    item: str
    act: str
    value: Any


class Replayed(Protocol):
    """Answers that grow record by record."""

    def take(self, item: str, act: str, value: Any) -> None:
        """Apply one answer. Leave out what does not make sense (from an edited file, say)."""


T = TypeVar("T", bound=Replayed)


def replay(records: Iterable[AnswerRecord], answers: T) -> T:
    """Apply records in their order to blank answers, and return those. A later answer counts."""
    for record in records:
        answers.take(record.item, record.act, record.value)
    return answers
