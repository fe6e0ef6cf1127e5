"""What stands on a sheet: one part for each thing that a lesson asks, as plain dicts and sentences.

A part has a `kind` (`article`, `questions`, `cards` or `ledger`, after which its template is called),
a `title`, and what the widgets' own views show. Nothing of a key is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase
from typing import Any

from helpers.case.model import Case
from helpers.case.parts import WHOLE, Route, with_whole
from helpers.case.vocabulary import Scope
from helpers.strings import say, strings
from helpers.views.article import article_view, notes_view
from helpers.views.cards import card_name
from helpers.views.claims import ledger_view
from helpers.views.questions import questions_view, set_routes

SHORT = "short"


def sheet_part(
    case: Case, scope: str, route: str = SHORT, budget: int = 0
) -> dict[str, Any] | None:
    """Return one part of a sheet, or None where the case has no such thing.

    `route` is `short` or `whole`; `budget` is how many look-up cards may be chosen.
    """
    if scope == Scope.ARTICLE:
        return _article(case, route)
    if scope == Scope.CARDS:
        return _cards(case, budget) if case.cards else None
    if scope == Scope.LEDGER:
        return _ledger(case, route) if case.claims else None
    return _questions(case, scope, route) if scope in case.sets else None


def short_part(case: Case, names: Sequence[str]) -> dict[str, Any]:
    """Return single questions, numbered, with their options where there are any."""
    questions = [case.questions[name] for name in names]
    return {
        "kind": "short",
        "title": say("prints.questions"),
        "notes": [],
        "lang": case.language,
        "questions": [
            {
                "number": number,
                "asks": question.asks,
                "passage": question.passage,
                "options": lettered({"name": text} for text in question.options.values()),
            }
            for number, question in enumerate(questions, 1)
        ],
    }


def on_route(routes: Mapping[str, Route], route: str) -> Sequence[str]:
    """Return the ids on a route; all of them where it is not there."""
    return routes[route if route in routes else WHOLE].sentences


def _article(case: Case, route: str) -> dict[str, Any]:
    view = article_view(case)
    chosen = on_route(with_whole(case.routes, case.by_id), route)
    kinds = strings()["kinds"]
    asked = [(case.numbers[item], case.by_id[item].text) for item in chosen]
    return {
        "kind": "article",
        "title": say("prints.article"),
        "notes": view["notes"],
        "lang": view["lang"],
        "blocks": view["blocks"],
        "chosen": set(chosen),
        "options": [{"sign": one["shape"], **one} for one in kinds.values()],
        "asked": [{"number": number, "begins": begins(text)} for number, text in asked],
    }


def begins(text: str, words: int = 7) -> str:
    """Return the first words of a sentence, by which it is found again."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _questions(case: Case, name: str, route: str) -> dict[str, Any]:
    questions = case.sets[name]
    view = questions_view(case, questions)
    chosen = on_route(set_routes(questions), route)
    items = [item for item in view["items"] if item["id"] in chosen]
    shown = dict.fromkeys(source for item in items for source in item["shows"])
    numbers = {source: number for number, source in enumerate(shown, 1)}
    return {
        "kind": "questions",
        "title": view["title"],
        "asks": view["asks"],
        "notes": view["notes"],
        "lang": view["lang"],
        "options": lettered(view["options"]),
        "items": [{**item, "documents": [numbers[one] for one in item["shows"]]} for item in items],
        "documents": [{"number": numbers[one], **view["documents"][one]} for one in shown],
    }


def lettered(options: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return options with a letter each, to write on paper."""
    return [{**one, "sign": letter} for letter, one in zip(ascii_uppercase, options, strict=False)]


def _cards(case: Case, budget: int) -> dict[str, Any]:
    sources = {source.id: source for source in case.sources}
    return {
        "kind": "cards",
        "title": say("prints.cards"),
        "notes": notes_view(case),
        "lang": case.language,
        "budget": budget,
        "cards": [
            {
                "number": number,
                "name": card_name(card),
                "date": card.date,
                "extract": card.extract,
                "words": sources[card.source].text.partition("\n\n")[2].strip(),
                "seen": sources[card.source].seen,
                "together": [
                    other for other, one in enumerate(case.cards, 1) if one.id in card.together
                ],
            }
            for number, card in enumerate(case.cards, 1)
        ],
    }


def _ledger(case: Case, route: str) -> dict[str, Any]:
    view = ledger_view(case)
    chosen = on_route(with_whole(case.ledger.routes, (claim.id for claim in case.claims)), route)
    bands = strings()["estimates"]
    claims = [
        {**claim, "checks": lettered(claim["checks"])}
        for claim in view["claims"]
        if claim["id"] in chosen
    ]
    return {
        "kind": "ledger",
        "title": say("prints.ledger"),
        "notes": view["notes"],
        "lang": view["lang"],
        "stances": [strings()["stances"][one]["name"] for one in view["stances"]],
        "bands": [bands[one] for one in view["estimates"]],
        "claims": claims,
    }
