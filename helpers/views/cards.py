"""Look-up cards as they are shown: closed, open, and all of them beside the key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from helpers.answers.cards import CardAnswers
from helpers.case.cards import Card, CardKey, Picks
from helpers.case.model import Case, Key
from helpers.results.cards import CardCounts, card_counts, chosen_cards
from helpers.strings import say
from helpers.views.article import notes_view
from helpers.views.reasons import Reason, reason_view


class CardView(TypedDict):
    """A card as a search would show it, closed."""

    id: str  # the card's id
    title: str  # the result's title, in square brackets where none was kept
    publisher: str  # who published it
    date: str  # its date as shown
    extract: str  # the lines that a search shows
    url: str  # its address
    together: list[str]  # ids of the cards that open together with it


class CardsView(TypedDict):
    """All cards of a case, closed; nothing of the key but how many may be opened."""

    case: str  # the case's id
    lang: str  # the code of the article's language
    budget: int  # how many cards may be chosen
    notes: list[str]  # sentences that stand above, see `notes_view`
    cards: list[CardView]  # in order


class CardReasons(Reason):
    """What the key says about a card: whether opening it helps, and why."""

    helps: str  # `yes`, `a-little` or `no`


class OpenCard(TypedDict):
    """An open card; where there is a key, with what it says, see `CardReasons`."""

    id: str  # the card's id
    number: int  # its place in the learner's order, from 1; 0 where it opened with another
    words: str  # what is on its page
    seen: str  # how the page was seen, and when
    helps: NotRequired[str]  # of these four, those that `CardReasons` has
    cue: NotRequired[str]  # why opening it helps, or does not
    here: NotRequired[str]  # a check that can be made on this page
    next: NotRequired[str]  # a check that one would make outside it


class CardRow(CardReasons):
    """One card of a comparison."""

    id: str  # the card's id
    title: str  # the result's title
    number: int  # its place in the learner's order, from 1; 0 where it was not chosen


class CardsComparison(TypedDict):
    """All cards beside the key."""

    summary: list[str]  # what the choice was worth, in sentences
    rows: list[CardRow]  # every card, in the case's order


def cards_view(case: Case, picks: Picks) -> CardsView:
    """Return the search results, all closed."""
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


def open_card_view(case: Case, key: Key | None, name: str, chosen: Sequence[str]) -> OpenCard:
    """Return an open card: what is on its page, and why opening it helps or does not."""
    card = next(card for card in case.cards if card.id == name)
    source = next(source for source in case.sources if source.id == card.source)
    _, _, words = source.text.partition("\n\n")
    view = {
        "id": name,
        "number": _number(name, chosen),
        "words": words.strip(),
        "seen": source.seen,
    }
    return {**view, **card_reasons(key.cards[name])} if key else view


def _number(name: str, chosen: Sequence[str]) -> int:
    return chosen.index(name) + 1 if name in chosen else 0


def card_reasons(key: CardKey) -> CardReasons:
    """Return what the key says about a card."""
    return {"helps": key.helps, **reason_view(key.because)}


def cards_comparison(case: Case, key: Key, answers: CardAnswers) -> CardsComparison:
    """Return all cards with their reasons, and the learner's choice in plain counts."""
    chosen = chosen_cards(case, key.picks, answers)
    rows = [
        {
            "id": card.id,
            "title": card.title,
            "number": _number(card.id, chosen),
            **card_reasons(key.cards[card.id]),
        }
        for card in case.cards
    ]
    counts = card_counts(case, key, answers)
    says = card_sentences(case, counts)
    if list(counts.first) != chosen:
        says.append(say("lookup.first", names=_names(case, counts.first)))
    return {"summary": says, "rows": rows}


def card_sentences(case: Case, counts: CardCounts) -> list[str]:
    """Return what a choice was worth, and a choice that would have been enough."""
    says = [
        say(
            "lookup.counts",
            n=counts.chosen,
            budget=counts.budget,
            yes=counts.helping,
            little=counts.helping_a_little,
            no=counts.not_helping,
        )
    ]
    if counts.good:
        told = "lookup.good" if counts.is_good else "lookup.better"
        says.append(say(told, n=len(counts.good), titles=_names(case, counts.good)))
    return says


def _names(case: Case, cards: Sequence[str]) -> str:
    by_id = {card.id: card for card in case.cards}
    return "; ".join(card_name(by_id[name]) for name in cards)


def card_name(card: Card) -> str:
    """Return a card's title and publisher, or just the publisher where no title was kept."""
    return card.publisher if card.title.startswith("[") else f"{card.title} ({card.publisher})"
