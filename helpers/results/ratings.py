"""Source and information rated apart: how often a report got the same step on both scales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class SameSteps:
    """How often source and information got the same step: the halo that one casts on the other."""

    reports: int  # reports rated on both scales
    same: int  # those to which the learner gave the same step on both
    same_by_key: int  # those to which the key does


def same_steps(
    reliability: Mapping[str, str],
    credibility: Mapping[str, str],
    by_key: Mapping[str, tuple[str, str]],
) -> SameSteps:
    """Count the reports whose source and information got the same step, `a` with `1` and so on.

    Answers are by report. Baker, McKendry and Mace (1968) found 87 % of about 1,400 field
    reports on this diagonal, which says that the two scales were not used apart.
    """
    both = [one for one in reliability if one in credibility and one in by_key]
    same = sum(_is_same(reliability[one], credibility[one]) for one in both)
    return SameSteps(len(both), same, sum(_is_same(*by_key[one]) for one in both))


def _is_same(letter: str, number: str) -> bool:
    return "abcdef".find(letter) == "123456".find(number)
