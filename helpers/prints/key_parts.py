"""What stands on the pages of the key: for each item of a sheet, the key's answer and its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.case.model import Case, Key
from helpers.case.reasons import ItemKey
from helpers.prints.parts import SHORT, sheet_part
from helpers.strings import say, strings
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


def _ledger(_case: Case, key: Key, _scope: str, part: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_claim(key, claim) for claim in part["claims"]]


def _claim(key: Key, claim: Mapping[str, Any]) -> dict[str, Any]:
    answer = key.claims[claim["id"]]
    verdict = strings()["verdicts"][answer.verdict]
    best = [one for one in claim["checks"] if one["id"] in answer.best]
    lines = [answer.why]
    for check in best:
        reason = answer.checks[check["id"]]
        lines.append(say("prints.best", check=f"{check['sign']} {check['name']}", cue=reason.cue))
    return {
        "name": say("prints.claim", number=claim["number"]),
        "text": claim["says"],
        "answer": f"{verdict['shape']} {verdict['name']}",
        "lines": lines,
    }
