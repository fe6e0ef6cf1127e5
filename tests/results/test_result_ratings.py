"""Source and information rated apart: the same step on both is counted, and told without blame."""

from __future__ import annotations

from helpers.results.ratings import same_steps
from helpers.views.ratings import same_steps_sentence


def test_same_steps_are_counted_and_told():
    """Giving both scales the same step more often than the key does is named, without blame."""
    by_key = {"r1": ("a", "1"), "r2": ("a", "5"), "r3": ("d", "1"), "r4": ("f", "6")}
    source = {"r1": "a", "r2": "a", "r3": "d", "r4": "f"}
    together = same_steps(source, {"r1": "1", "r2": "1", "r3": "4", "r4": "6"}, by_key)
    assert (together.reports, together.same, together.same_by_key) == (4, 4, 2)
    assert "leaked into the other" in same_steps_sentence(together)
    apart = same_steps(source, {"r1": "1", "r2": "5", "r3": "1", "r4": "6"}, by_key)
    assert apart.same == 2
    assert "kept the two apart" in same_steps_sentence(apart)


def test_only_reports_judged_twice_count():
    """Half an answer is no pair of steps."""
    found = same_steps({"r1": "a"}, {"r2": "1"}, {"r1": ("a", "1"), "r2": ("a", "5")})
    assert (found.reports, found.same, found.same_by_key) == (0, 0, 0)
