"""What stands on the pages of the key: for each item of a sheet, the key's answer and its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helpers.case.claims import Claim
from helpers.case.model import Case, Key
from helpers.case.reasons import ItemKey
from helpers.case.short_questions import Question
from helpers.prints.parts import SHORT, sheet_part
from helpers.strings import say, strings
from helpers.views.claims import stance_views
from helpers.views.reasons import check_sentence


def key_part(case: Case, key: Key, scope: str, route: str = SHORT) -> dict[str, Any] | None:
    """Return the key to one part of a sheet: `title` and `rows`, or None where there is no such part.

    A row has the `name` of what was judged, its `text`, the `answer`, and `lines` with the reasons.
    """
    part = sheet_part(case, scope, route)
    if part is None:
        return None
    rows = {"article": _article, "questions": _questions, "cards": _cards, "ledger": _ledger}
    return {
        "title": part["title"],
        "lang": case.language,
        "rows": rows[part["kind"]](case, key, scope, part),
    }


def short_key(case: Case, key: Key, names: Sequence[str]) -> dict[str, Any]:
    """Return the key to single questions: for each, the first answer that counts, and why."""
    rows = []
    for number, name in enumerate(names, 1):
        question, answer = case.questions[name], key.questions[name]
        given = answer.answers[0]
        reason = answer.options.get(given) or answer.other
        rows.append(
            {
                "name": say("prints.question", number=number),
                "text": question.asks,
                "answer": _short_answer(case, question, answer.written or given, given),
                "lines": [reason.cue, check_sentence(reason)] if reason else [],
            }
        )
    return {"title": say("prints.questions"), "lang": case.language, "rows": rows}


def _short_answer(case: Case, question: Question, written: str, given: str) -> str:
    """Return an answer as people say it: the option's text, a sentence's number, or the words."""
    if question.form == "sentence":
        return _sentence(case.numbers[given])
    return question.options.get(given, written)


def _article(case: Case, key: Key, _scope: str, part: Mapping[str, Any]) -> list[dict[str, Any]]:
    names = {name: f"{one['shape']} {one['name']}" for name, one in strings()["kinds"].items()}
    ids = {case.numbers[name]: name for name in part["chosen"]}
    return [
        _row(_sentence(number), case.by_id[ids[number]].text, names, key.sentences[ids[number]])
        for number in sorted(ids)
    ]


def _sentence(number: int) -> str:
    return say("names.sentence", number=number) if number else say("names.headline")


def _questions(_case: Case, key: Key, scope: str, part: Mapping[str, Any]) -> list[dict[str, Any]]:
    names = {one["id"]: f"{one['sign']} {one['name']}" for one in part["options"]}
    return [
        _row(item["name"], item["passage"] or item["title"], names, key.sets[scope][item["id"]])
        for item in part["items"]
    ]


def _row(name: str, text: str, names: Mapping[str, str], item: ItemKey) -> dict[str, Any]:
    reason = item.options[item.kind]
    lines = [reason.cue, *filter(None, [item.mixed]), check_sentence(reason)]
    for reading, why in item.readings.items():
        lines.append(say("prints.reading", name=names[reading], why=why))
    answer = say("prints.or").join(names[one] for one in item.accepted)
    return {"name": name, "text": text, "answer": answer, "lines": lines}


def _cards(case: Case, key: Key, _scope: str, part: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "name": say("prints.result", number=shown["number"]),
            "text": shown["name"],
            "answer": say(f"lookup.helps-{key.cards[card.id].helps}"),
            "lines": [key.cards[card.id].because.cue, check_sentence(key.cards[card.id].because)],
        }
        for card, shown in zip(case.cards, part["cards"], strict=True)
    ]


def _ledger(case: Case, key: Key, _scope: str, part: Mapping[str, Any]) -> list[dict[str, Any]]:
    claims = {claim.id: claim for claim in case.claims}
    return [_claim(case, key, claims[shown["id"]], shown) for shown in part["claims"]]


def _claim(case: Case, key: Key, asked: Claim, claim: Mapping[str, Any]) -> dict[str, Any]:
    answer = key.claims[claim["id"]]
    best = [one for one in claim["checks"] if one["id"] in answer.best]
    lines = [answer.why]
    for check in best:
        reason = answer.checks[check["id"]]
        lines.append(say("prints.best", check=f"{check['sign']} {check['name']}", cue=reason.cue))
    stances = strings()["stances"]
    for card in stance_views(case, asked, answer, {}):
        does = stances[card["key"]]["name"]
        lines.append(say("prints.does", number=card["number"], does=does, why=card["why"]))
    return {
        "name": say("prints.claim", number=claim["number"]),
        "text": claim["says"],
        "answer": strings()["verdicts"][answer.verdict]["name"],
        "lines": lines,
    }
