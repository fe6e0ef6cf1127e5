"""What choosing look-up cards comes to: few to choose, and a good choice told from a poor one."""

from __future__ import annotations

import pytest

from helpers.answers.cards import CardAnswers
from helpers.case import load_case, load_key
from helpers.results.cards import card_counts, chosen_cards, open_cards

CASE = load_case("liberty-daily")
KEY = load_key(CASE)
ALL = [card.id for card in CASE.cards]


def test_only_so_many_cards_of_the_case_count():
    """An edited file may name more cards than may be chosen, and some that are gone."""
    answers = CardAnswers(steps=["gone", *ALL])
    assert chosen_cards(CASE, KEY.picks, answers) == ALL[: KEY.picks.budget]


def test_a_card_opens_with_those_that_belong_to_it_and_once_only():
    """Whichever of two that belong together is chosen, both are open."""
    card = next(card for card in CASE.cards if card.together)
    assert open_cards(CASE, [card.id]) == [card.id, *card.together]
    assert len(open_cards(CASE, [card.id, *card.together])) == len({card.id, *card.together})


@pytest.mark.parametrize("pick", KEY.picks.good)
def test_a_good_choice_is_known_in_any_order(pick):
    """The order is the learner's own."""
    counts = card_counts(CASE, KEY, CardAnswers(steps=list(reversed(pick))))
    assert counts.is_good
    assert set(counts.good) <= set(pick)
    assert counts.chosen == len(pick)
    assert counts.helping + counts.helping_a_little + counts.not_helping == counts.chosen


def test_a_poor_choice_is_shown_one_that_would_have_been_enough():
    """The shortest that the key names."""
    poor = next(card for card in ALL if KEY.cards[card].helps == "no")
    counts = card_counts(CASE, KEY, CardAnswers(steps=[poor], first=[poor, "gone"]))
    assert not counts.is_good
    assert len(counts.good) == min(len(pick) for pick in KEY.picks.good)
    assert counts.first == (poor,)
