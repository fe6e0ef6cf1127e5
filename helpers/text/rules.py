"""The shape of a rule: what it is called, why it is there, and one case each way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Rule:
    """One rule of a table. Tests run both cases, so that a rule without work to do is seen."""

    name: str  # a few words, unique in its table
    reason: str  # why English is so, in one sentence
    decide: Callable[..., Any]  # what the rule says of one place; None where it has no opinion
    case: str  # an input in which the rule decides
    counter: str  # one that looks like it, in which it must not
