"""What weighed claims show: counts in sentences, and habits told from skill."""

from __future__ import annotations

import pytest
from learners import SHORT, always, good_judge, played, worst_check

from helpers.case import load_case, load_key
from helpers.case.vocabulary import CANNOT
from helpers.results.claims import claim_counts
from helpers.views.claims import checks_shuffled, claim_sentences


def told(rows):
    """All that a learner is told of these claims."""
    return " ".join(claim_sentences(claim_counts(rows)))


def test_the_expert_is_told_what_went_well():
    """Counts for settled, open, partly held claims, and for checks apart."""
    says = told(played(good_judge))
    assert "The evidence settles 8 of the claims" in says
    assert "you said so in 5 of 5" in says
    assert "2 claims hold in part" in says
    assert "one of the most helpful in 15 of 15" in says
    assert "you were right in 8 of 8" in says
    assert "8 settled claims are too few" in says
    assert "every time" not in says.split("Counted apart")[1]


def test_the_check_is_counted_apart_from_the_number():
    """Good numbers with poor checks, and poor numbers with good checks, are told as such."""
    assert "most helpful in 0 of 15" in told(played(good_judge, check=worst_check))
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


def test_two_claims_make_no_habit():
    """A pattern sentence needs more than a pair of answers."""
    rows = played(always("1-5"), route=SHORT)[:2]
    assert "as sure as the scale allows" not in told(rows)
    assert "you doubted every claim" not in told(rows)


def test_nothing_settled_is_said():
    """With only open claims there is no score to show."""
    rows = [row for row in played(good_judge) if row.is_open]
    assert "settles none of the claims" in told(rows)


def test_the_best_check_has_no_fixed_place():
    """Authors put the best check first; the page does not."""
    case = load_case("liberty-daily")
    key = load_key(case)
    places = [checks_shuffled(claim).index(key.claims[claim.id].best[0]) for claim in case.claims]
    assert all(places.count(place) <= 9 for place in range(3))
    assert set(places) == {0, 1, 2}
