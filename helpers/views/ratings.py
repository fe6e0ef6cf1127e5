"""Source and information rated apart, in words."""

from __future__ import annotations

from helpers.results.ratings import SameSteps
from helpers.strings import say


def same_steps_sentence(found: SameSteps) -> str:
    """Return how often the two got the same step, and whether that is more often than by the key."""
    told = say("ratings.counts", n=found.reports, same=found.same, key=found.same_by_key)
    leans = "ratings.together" if found.same > found.same_by_key else "ratings.apart"
    return f"{told} {say(leans)}"
