"""Lesson 1's widget: search results of which a learner opens a few, in an order of their own."""

from __future__ import annotations

from typing import Any

import traitlets

from helpers.answers.cards import CardAnswers
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.case.cards import Picks
from helpers.case.model import Case, Key
from helpers.case.vocabulary import Act, Scope
from helpers.results.cards import chosen_cards, open_cards
from helpers.strings import say
from helpers.views.cards import cards_comparison, cards_view, open_card_view
from helpers.widgets.base import module
from helpers.widgets.judging import Comparable


class Lookup(Comparable):
    """Show search results; open a few; compare with the key afterwards, which explains them all."""

    _esm = module("lookup")

    has_key = traitlets.Bool().tag(sync=True)
    results = traitlets.Dict().tag(sync=True)
    opened = traitlets.List().tag(sync=True)
    comparison = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case, key: Key | None = None, progress: Progress | None = None):
        self.case, self.key, self.case_id = case, key, case.id
        self.picks = key.picks if key else Picks()
        self.answers = CardAnswers()
        super().__init__(progress, has_key=key is not None, results=cards_view(case, self.picks))
        self.read()

    def read(self) -> None:
        """Take what was opened from disk, and show the comparison if it was open."""
        self._replay()
        self.show()

    def show(self) -> None:
        """Show what is open, and the comparison if it was asked for."""
        steps = self.steps
        self.opened = [
            open_card_view(self.case, self.key, card, steps)
            for card in open_cards(self.case, steps)
        ]
        is_compared = bool(self.compared)
        self.comparison = cards_comparison(self.case, self.key, self.answers) if is_compared else {}
        self.tell_watchers()

    @property
    def compared(self) -> list[str]:
        """Return the cards whose choice has been compared with the key, or nothing yet."""
        return self.steps if self.answers.compared and self.key else []

    @property
    def steps(self) -> list[str]:
        """Return the cards chosen, in order."""
        return chosen_cards(self.case, self.picks, self.answers)

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one choice."""
        known = {card.id for card in self.case.cards}
        if item not in known or act != Act.OPEN or value is not True:
            raise ValueError(say("lookup.unknown"))
        if self.answers.compared or item in open_cards(self.case, self.steps):
            raise ValueError(say("lookup.is-open"))
        if len(self.steps) >= self.picks.budget:
            raise ValueError(say("lookup.spent", n=self.picks.budget))
        return True

    def took(self, item: str, act: str, value: Any) -> None:
        """Show a card whose choice is on disk."""
        self.answers.take(item, act, value)
        self.show()

    def hear_compare(self, _message: dict) -> None:
        """Explain every card, and save that the learner asked."""
        self._replay()
        if self.key is not None and self.steps:
            self._put(Act.COMPARE)

    def hear_again(self, _message: dict) -> None:
        """Close all cards and begin again; the first round stays the first."""
        self._put(Act.AGAIN)

    def _replay(self) -> None:
        self.answers = replay(self.progress.records(case=self.case.id), CardAnswers())

    def _put(self, act: str) -> None:
        """Save an act on all cards, and show it here and wherever the same cards are."""
        self.save(Scope.CARDS, act, True)
        for widget in (self, *self._twins()):
            widget.read()
