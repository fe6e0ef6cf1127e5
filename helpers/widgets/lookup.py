"""Look-up cards: search results of which a learner opens a few, in an order of their own."""

from __future__ import annotations

from typing import Any

import traitlets

from helpers.answers.cards import ALL, CardAnswers
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.case.model import Card, CardKey, Case, Key, Picks
from helpers.strings import say
from helpers.widgets.base import KitWidget, module
from helpers.widgets.judging import notes_view


class Lookup(KitWidget):
    """Show search results; open a few; compare with the key afterwards, which explains them all."""

    _esm = module("lookup")

    has_key = traitlets.Bool().tag(sync=True)
    results = traitlets.Dict().tag(sync=True)
    opened = traitlets.List().tag(sync=True)
    comparison = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case, key: Key | None = None, progress: Progress | None = None):
        self.case, self.key = case, key
        self.case_id = case.id
        self.by_id = {card.id: card for card in case.cards}
        self.sources = {source.id: source for source in case.sources}
        self.picks = key.picks if key else Picks()
        self.answers = CardAnswers()
        super().__init__(progress, has_key=key is not None, results=results_view(case, self.picks))
        self.read()

    def read(self) -> None:
        """Take what was opened from disk, and show the comparison if it was open."""
        self.answers = replay(self.progress.records(case=self.case.id), CardAnswers())
        self.show()

    def show(self) -> None:
        """Show what is open, and the comparison if it was asked for."""
        self.opened = [self.opened_view(card) for card in self.visible]
        self.comparison = self.comparison_view() if self.answers.compared and self.key else {}

    @property
    def steps(self) -> list[str]:
        """The cards chosen, in order, as far as the case still has them and they may be opened."""
        known = [card for card in self.answers.steps if card in self.by_id]
        return known[: self.picks.budget]

    @property
    def visible(self) -> list[str]:
        """The cards that are open: those chosen, each with those that open together with it."""
        chosen = [one for card in self.steps for one in (card, *self.by_id[card].together)]
        return list(dict.fromkeys(chosen))

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one choice."""
        if item not in self.by_id or act != "open" or value is not True:
            raise ValueError(say("lookup.unknown"))
        if self.answers.compared or item in self.visible:
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
        self.answers = replay(self.progress.records(case=self.case.id), CardAnswers())
        if self.key is not None and self.steps:
            self._put(ALL, "compare")

    def hear_again(self, _message: dict) -> None:
        """Close all cards and begin again; the first round stays the first."""
        self._put(ALL, "again")

    def _put(self, item: str, act: str) -> None:
        self.save(item, act, True)
        self.took(item, act, True)

    def opened_view(self, name: str) -> dict[str, Any]:
        """An open card: what is on its page, and why opening it helps or does not."""
        source = self.sources[self.by_id[name].source]
        _, _, words = source.text.partition("\n\n")
        view = {
            "id": name,
            "number": self.steps.index(name) + 1 if name in self.steps else 0,
            "words": words.strip(),
            "seen": source.seen,
        }
        return {**view, **reasons(self.key.cards[name])} if self.key else view

    def comparison_view(self) -> dict[str, Any]:
        """All cards with their reasons, and the learner's choice in plain counts."""
        rows = [
            {
                "id": card.id,
                "title": card.title,
                "number": self.steps.index(card.id) + 1 if card.id in self.steps else 0,
                **reasons(self.key.cards[card.id]),
            }
            for card in self.case.cards
        ]
        return {"summary": self.summary(), "rows": rows}

    def summary(self) -> list[str]:
        """What the choice was worth, in plain sentences."""
        helps = [self.key.cards[card].helps for card in self.steps]
        counts = {name: helps.count(name) for name in ("yes", "a-little", "no")}
        chosen = set(self.steps)
        met = [pick for pick in self.picks.good if chosen.issuperset(pick)]
        says = [
            say(
                "lookup.counts",
                n=len(helps),
                budget=self.picks.budget,
                yes=counts["yes"],
                little=counts["a-little"],
                no=counts["no"],
            )
        ]
        if self.picks.good:
            best = min(met or self.picks.good, key=len)
            titles = "; ".join(card_name(self.by_id[card]) for card in best)
            says.append(say("lookup.good" if met else "lookup.better", n=len(best), titles=titles))
        first = [card for card in self.answers.first if card in self.by_id]
        if first != self.steps:
            names = "; ".join(card_name(self.by_id[card]) for card in first)
            says.append(say("lookup.first", names=names))
        return says


def reasons(key: CardKey) -> dict[str, str]:
    """What the key says about a card."""
    return {"helps": key.helps, "cue": key.because.cue, "next": key.because.next}


def card_name(card: Card) -> str:
    """What to call a card: its title and its publisher, or just that where no title was kept."""
    return card.publisher if card.title.startswith("[") else f"{card.title} ({card.publisher})"


def results_view(case: Case, picks: Picks) -> dict[str, Any]:
    """What the page needs to show the results, all closed."""
    return {
        "case": case.id,
        "lang": case.language,
        "budget": picks.budget,
        "notes": notes_view(case),
        "cards": [
            {
                "id": card.id,
                "title": card.title,
                "publisher": card.publisher,
                "date": card.date,
                "extract": card.extract,
                "url": card.url,
                "together": list(card.together),
            }
            for card in case.cards
        ],
    }
