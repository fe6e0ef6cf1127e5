"""What weighing promises: numbers scored only where evidence settles, and skill told from habit."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learners import CASE, KEY, WHOLE, always, good_judge, played

from helpers.answers.claims import ClaimAnswers, step_of
from helpers.answers.replay import replay
from helpers.case.vocabulary import CANNOT, ESTIMATES
from helpers.results.claims import (
    how_sure,
    judgements,
    probability,
    weighed,
)
from helpers.scoring import BANDS, brier


@dataclass(frozen=True)
class Said:
    """One record, as far as it counts here."""

    item: str
    act: str
    value: Any


def test_a_band_counts_as_its_middle():
    """The seven bands of ICD 203 are scored by their midpoints; "cannot be judged" by nothing."""
    assert [probability(one) for one in ESTIMATES[:-1]] == [sum(band) / 2 for band in BANDS]
    assert [f"{low * 100:.0f}-{high * 100:.0f}" for low, high in BANDS] == list(ESTIMATES[:-1])
    assert probability(CANNOT) is None
    with pytest.raises(ValueError, match="no estimate"):
        probability("50")


def test_steps_come_one_after_the_other():
    """An estimate, a check, every card, an estimate again."""
    claim = next(one for one in CASE.claims if one.id == "c2")
    weights = ClaimAnswers()
    steps = [step_of(claim, weights)]
    for item, act, value in (
        ("c2", "estimate", "55-80"),
        ("c2", "check", "first-report"),
        ("c2-e1", "turn", True),
        ("c2-e2", "turn", True),
        ("c2", "estimate-after", "95-99"),
    ):
        weights.take(item, act, value)
        steps.append(step_of(claim, weights))
    assert steps == ["estimate", "check", "turn", "turn", "estimate-after", "done"]


def test_the_second_estimates_of_the_first_comparison_stand():
    """A number changed after the verdict was shown does not become the first answer."""
    weights = replay(
        [
            Said("c2", "estimate-after", "20-45"),
            Said("ledger", "compare", ["c2"]),
            Said("ledger", "compare", []),
            Said("c2", "estimate-after", "95-99"),
            Said("ledger", "compare", ["c2"]),
        ],
        ClaimAnswers(),
    )
    assert weights.firsts_after == {"c2": "20-45"}
    assert weights.after == {"c2": "95-99"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["c2", "c2-e1", "ledger", "zz"]),
            st.sampled_from(["estimate", "check", "turn", "estimate-after", "route", "compare"]),
            st.one_of(st.none(), st.booleans(), st.text(max_size=6), st.lists(st.integers())),
        ),
        max_size=12,
    )
)
def test_nonsense_from_an_edited_file_is_left_out(answers):
    """A stranger's file neither stops the lesson nor gets a score."""
    weights = replay([Said(*one) for one in answers], ClaimAnswers())
    assert set(weights.first.values()) | set(weights.after.values()) <= set(ESTIMATES)
    assert weighed(CASE, KEY, weights, WHOLE) == []


def test_only_settled_claims_are_scored():
    """Disputed, uncheckable and partly supported claims have no number to be right about."""
    rows = played(good_judge)
    scored = {one.item: one.signal for one in judgements(rows)}
    assert scored == {
        name: KEY.claims[name].verdict == "supported"
        for name in WHOLE
        if KEY.claims[name].verdict in ("supported", "contradicted")
    }
    assert brier(judgements(rows)) < 0.05


def test_every_outcome_has_its_name():
    """What came of an estimate is told by the evidence, not by its height alone."""
    by = {row.claim.id: row for row in played(good_judge)}
    assert (by["c2"].outcome, by["c10"].outcome) == ("right", "right")
    assert (by["c15"].outcome, by["c36"].outcome) == ("open-said", "open-said")
    assert by["c32"].outcome == "in-part"
    low = {row.claim.id: row.outcome for row in played(always("1-5"))}
    assert (low["c2"], low["c10"], low["c15"]) == ("wrong", "right", "open-missed")
    assert played(always("45-55"))[1].outcome == "even"
    assert {row.outcome for row in played(always(CANNOT))} == {"unsaid", "open-said", "in-part"}


def test_doubting_everything_does_not_beat_a_coin():
    """Flagging all is worse, in expectation, than saying anything at random."""
    coin = random.Random(4)
    tosses = [
        brier(judgements(played(lambda _: coin.choice(["5-20", "80-95"])))) for _ in range(200)
    ]
    assert brier(judgements(played(always("5-20")))) > sum(tosses) / len(tosses)
    assert brier(judgements(played(always("45-55")))) == pytest.approx(0.25)


def test_how_sure_waits_for_forty_estimates_and_says_how_many_are_missing():
    """A chart from a handful of numbers would show luck."""
    rows = played(good_judge)
    assert how_sure(rows).missing == 32
    assert "32 more estimates are needed" in how_sure(rows).sentence
    enough = how_sure(rows * 5)
    assert (enough.missing, len(enough.rows)) == (0, 7)
    assert sum(row.count for row in enough.rows) == 40
