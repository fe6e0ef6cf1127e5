"""What weighed claims show: counts in sentences, and habits told from skill."""

from __future__ import annotations

from dataclasses import replace

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
    assert "you leaned the right way in 8 of 8" in says
    assert "you said so in 3 of 3" in says
    assert "4 claims hold in part" in says
    assert "one of the most helpful in 15 of 15" in says
    assert "right in 8 of 8" in says
    assert "8 settled claims are too few" in says
    assert "every time" not in says.split("The check you chose")[1].split("average miss")[0]
    assert "(0 is perfect; saying 50 % every time gives 0.25)" in says


def test_the_check_is_counted_apart_from_the_number():
    """Good numbers with poor checks, and poor numbers with good checks, are told as such."""
    assert "most helpful in 0 of 15" in told(played(good_judge, check=worst_check))
    assert "most helpful in 15 of 15" in told(played(always("1-5")))


@pytest.mark.parametrize(
    ("estimate", "sentence"),
    [
        ("1-5", "you were as sure as the scale allows, every time. 11 of 15 hold"),
        ("95-99", "you were as sure as the scale allows, every time"),
        ("5-20", "you doubted every claim, yet 11 of 15 hold at least in part"),
        ("80-95", "you leaned towards every claim; 11 of 15 hold at least in part"),
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
    assert "In 8 claims you said in the end that it cannot be judged" in says


def test_a_number_where_the_evidence_leaves_it_open_is_told():
    """Sureness about a disputed claim costs something, whichever way it points."""
    assert "you said so in 0 of 3" in told(played(always("95-99")))


@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ({}, ""),
        ({"neither": "supports"}, "you took a card for evidence that settles neither side"),
        ({"supports": "challenges"}, "you read a card the other way round"),
        ({"challenges": "neither", "supports": "neither"}, "you set a card aside"),
    ],
)
def test_how_cards_were_read_has_its_pattern(stance, sentence):
    """What a card does is asked, counted apart, and the commonest slip is named."""
    rows = [row for row in played(good_judge) if row.claim.id in ("c12", "c20")]
    cards = {row.claim.id: row.key.cards for row in rows}
    read = [
        replace(
            row, stances={name: stance.get(one.stance, one.stance) for name, one in own.items()}
        )
        for row in rows
        for own in [cards[row.claim.id]]
    ]
    says = told(read)
    alike = sum(one.stance not in stance for own in cards.values() for one in own.values())
    assert f"You said what 8 cards do: the key says the same of {alike}" in says
    assert sentence in says
    assert ("The pattern" in says) == bool(sentence)


def test_a_check_of_how_often_is_a_useful_start():
    """Base rates help a little: neither best nor foolish, and told as what they are."""
    rows = played(good_judge, check=lambda key: key.little[0] if key.little else key.best[0])
    started = sum(row.check_helps == "little" for row in rows)
    assert started >= 5
    assert f"In {started} more it was a useful start" in told(rows)


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
