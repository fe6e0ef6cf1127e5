"""Look-up cards beside the key: which were chosen, and what the choice was worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.answers.cards import CardAnswers
from helpers.case.cards import Picks
from helpers.case.model import Case, Key


def chosen_cards(case: Case, picks: Picks, answers: CardAnswers) -> list[str]:
    """Return the cards of this round, in order: those that the case still has, up to the budget."""
    known = {card.id for card in case.cards}
    return [card for card in answers.steps if card in known][: picks.budget]


def open_cards(case: Case, chosen: Sequence[str]) -> list[str]:
    """Return the cards that are open: each chosen one, with those that open together with it."""
    together = {card.id: card.together for card in case.cards}
    return list(dict.fromkeys(one for card in chosen for one in (card, *together[card])))


@dataclass(frozen=True)
class CardCounts:
    """What a choice of look-up cards was worth, in plain counts."""

    chosen: int  # cards chosen; those that open together with one are not counted
    budget: int  # cards that may be chosen
    helping: int  # chosen cards that help to find where the text comes from
    helping_a_little: int  # chosen cards that help a little
    not_helping: int  # chosen cards that do not help
    good: tuple[str, ...]  # ids of the shortest good choice: one that was met, else any; () if none
    is_good: bool  # whether the cards chosen hold a choice that the key calls good
    first: tuple[str, ...]  # ids of the cards of the first round, in order


def card_counts(case: Case, key: Key, answers: CardAnswers) -> CardCounts:
    """Count how many of the chosen cards help, and find a choice that would have been enough."""
    known = {card.id for card in case.cards}
    chosen = chosen_cards(case, key.picks, answers)
    helps = [key.cards[card].helps for card in chosen]
    met = [pick for pick in key.picks.good if set(chosen).issuperset(pick)]
    return CardCounts(
        chosen=len(chosen),
        budget=key.picks.budget,
        helping=helps.count("yes"),
        helping_a_little=helps.count("a-little"),
        not_helping=helps.count("no"),
        good=tuple(min(met or key.picks.good, key=len, default=())),
        is_good=bool(met),
        first=tuple(card for card in answers.first if card in known),
    )
