"""What weighing promises: numbers scored only where evidence settles, and skill told from habit."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.answers.claims import ClaimAnswers, step_of
from helpers.answers.replay import replay
from helpers.case import load_case, load_key
from helpers.case.vocabulary import CANNOT, ESTIMATES
from helpers.results.claims import (
    claim_counts,
    how_sure,
    judgements,
    probability,
    weighed,
)
from helpers.results.ratings import same_steps
from helpers.scoring import BANDS, brier
from helpers.views.claims import claim_sentences
from helpers.views.ratings import same_steps_sentence


@dataclass(frozen=True)
class Said:
    """One record, as far as it counts here."""

    item: str
    act: str
    value: Any


CASE = load_case("liberty-daily")
KEY = load_key(CASE)
WHOLE = CASE.ledger.routes["whole"].sentences
SHORT = CASE.ledger.routes["short"].sentences


def played(first, after=None, route=WHOLE, check=None):
    """The rows of a scripted learner; each strategy gets a claim's key and says an estimate."""
    weights = ClaimAnswers()
    for claim in [one for one in CASE.claims if one.id in route]:
        key = KEY.claims[claim.id]
        weights.take(claim.id, "estimate", first(key))
        weights.take(claim.id, "check", (check or (lambda one: one.best[0]))(key))
        for card in claim.cards:
            weights.take(card.id, "turn", True)
        weights.take(claim.id, "estimate-after", (after or first)(key))
    return weighed(CASE, KEY, weights, route)


def expert(key):
    if key.verdict == "supported":
        return "80-95"
    return {"contradicted": "5-20", "partly-supported": "55-80"}.get(key.verdict, CANNOT)


def worst_check(key):
    return next(name for name in key.checks if name not in key.best)


def always(estimate):
    return lambda _: estimate


def told(rows):
    return " ".join(claim_sentences(claim_counts(rows)))


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
    rows = played(expert)
    scored = {one.item: one.signal for one in judgements(rows)}
    assert scored == {
        name: KEY.claims[name].verdict == "supported"
        for name in WHOLE
        if KEY.claims[name].verdict in ("supported", "contradicted")
    }
    assert brier(judgements(rows)) < 0.05


def test_every_outcome_has_its_name():
    """What came of an estimate is told by the evidence, not by its height alone."""
    by = {row.claim.id: row for row in played(expert)}
    assert (by["c2"].outcome, by["c10"].outcome) == ("right", "right")
    assert (by["c15"].outcome, by["c36"].outcome) == ("open-said", "open-said")
    assert by["c32"].outcome == "in-part"
    low = {row.claim.id: row.outcome for row in played(always("1-5"))}
    assert (low["c2"], low["c10"], low["c15"]) == ("wrong", "right", "open-missed")
    assert played(always("45-55"))[1].outcome == "even"
    assert {row.outcome for row in played(always(CANNOT))} == {"unsaid", "open-said", "in-part"}


def test_the_expert_is_told_what_went_well():
    """Counts for settled, open, partly held claims, and for checks apart."""
    says = told(played(expert))
    assert "The evidence settles 8 of the claims" in says
    assert "you said so in 5 of 5" in says
    assert "2 claims hold in part" in says
    assert "one of the most helpful in 15 of 15" in says
    assert "you were right in 8 of 8" in says
    assert "8 settled claims are too few" in says
    assert "every time" not in says.split("Counted apart")[1]


def test_the_check_is_counted_apart_from_the_number():
    """Good numbers with poor checks, and poor numbers with good checks, are told as such."""
    assert "most helpful in 0 of 15" in told(played(expert, check=worst_check))
    assert "most helpful in 15 of 15" in told(played(always("1-5")))


@pytest.mark.parametrize(
    ("estimate", "sentence"),
    [
        ("1-5", "you were as sure as the scale allows, every time. 9 of 15 hold"),
        ("95-99", "you were as sure as the scale allows, every time"),
        ("5-20", "you doubted every claim, yet 9 of 15 hold at least in part"),
        ("80-95", "you leaned towards every claim; 9 of 15 hold at least in part"),
        ("45-55", "you said 50 % every time: honest where you cannot tell"),
        (CANNOT, "you said every time that it cannot be judged"),
    ],
)
def test_a_habit_gets_its_sentence(estimate, sentence):
    """Doubting everything, believing everything, always sure, always 50 %, never a number."""
    assert sentence in told(played(always(estimate)))


def test_never_giving_a_number_is_not_rewarded():
    """Where the evidence settles it, "cannot be judged" is told as an answer that was missed."""
    says = told(played(always(CANNOT)))
    assert "no number before the evidence, no number after it" in says
    assert "To 8 of them you gave no number in the end" in says


def test_a_number_where_the_evidence_leaves_it_open_is_told():
    """Sureness about a disputed claim costs something, whichever way it points."""
    assert "you said so in 0 of 5" in told(played(always("95-99")))


def test_doubting_everything_does_not_beat_a_coin():
    """Flagging all is worse, in expectation, than saying anything at random."""
    coin = random.Random(4)
    tosses = [
        brier(judgements(played(lambda _: coin.choice(["5-20", "80-95"])))) for _ in range(200)
    ]
    assert brier(judgements(played(always("5-20")))) > sum(tosses) / len(tosses)
    assert brier(judgements(played(always("45-55")))) == pytest.approx(0.25)


def test_two_claims_make_no_habit():
    """A pattern sentence needs more than a pair of answers."""
    rows = played(always("1-5"), route=SHORT)[:2]
    assert "as sure as the scale allows" not in told(rows)
    assert "you doubted every claim" not in told(rows)


def test_nothing_settled_is_said():
    """With only open claims there is no score to show."""
    rows = [row for row in played(expert) if row.is_open]
    assert "settles none of the claims" in told(rows)


def test_how_sure_waits_for_forty_estimates_and_says_how_many_are_missing():
    """A chart from a handful of numbers would show luck."""
    rows = played(expert)
    assert how_sure(rows).missing == 32
    assert "32 more estimates are needed" in how_sure(rows).sentence
    enough = how_sure(rows * 5)
    assert (enough.missing, len(enough.rows)) == (0, 7)
    assert sum(row.count for row in enough.rows) == 40


# --- Source and news ---


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


# --- Charts ---


def test_the_moving_chart_says_in_words_what_it_shows():
    """Rose, fell, stayed, and no number: the sentence and the table hold it all."""
    from helpers.charts.estimates import estimates_moving

    figure = estimates_moving(played(always("55-80"), expert))
    assert "rose for 7, fell for 1 and stayed for 2" in figure.sentence
    assert "For 5 you said" in figure.sentence
    assert len(figure.table) == 15
    assert figure.spec["$schema"].endswith("vega-lite/v5.json")


def test_how_right_is_drawn_from_the_bands_that_were_used():
    """A band that nobody used has no point."""
    from helpers.charts.sureness import how_right

    figure = how_right(how_sure(played(expert) * 5))
    assert len(figure.table) == 2
    assert figure.table.iloc[-1].tolist() == [0.88, 1.0, 35]


def test_hedges_are_followed_from_place_to_place():
    """A hedge that is lost shows as a dash."""
    from helpers.views.hedges import hedges_kept

    table = hedges_kept({"report": "It could begin.", "headline": "It begins"})
    assert table.iloc[:, 0].tolist() == ["could", "–"]


def test_source_and_news_are_drawn_with_a_table():
    """Each report has its two steps in words and numbers."""
    from helpers.charts.ratings import source_and_news

    found = same_steps({"r1": "b"}, {"r1": "5"}, {"r1": ("b", "5")})
    figure = source_and_news({"r1": "b"}, {"r1": "5"}, {"r1": "The note"}, found)
    assert figure.table.loc["The note"].tolist() == [2, 5]
