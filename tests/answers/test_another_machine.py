"""One file carries the answers of every lesson to another computer, and they are all there."""

from __future__ import annotations

import pytest

from helpers.answers.progress import Progress
from helpers.widgets import ask, judge, lookup, mark_kinds, weigh
from helpers.widgets.base import KitWidget

FIRST = "liberty-daily"


def hear(widget, **message):
    widget._hear(widget, message, [])


def answer(widget, *answers):
    """Give answers as the page does: (item, act, value) each."""
    for item, act, value in answers:
        one = {"id": f"{item}-{act}-{value}", "item": item, "act": act, "value": value}
        hear(widget, type="answers", answers=[one])


def mark(progress):
    """Lesson 2: a label, how sure, two words, and the comparison open."""
    widget = mark_kinds(FIRST, progress=progress)
    answer(widget, ("s8", "kind", "opinion"), ("s8", "sure", "guess"), ("s8", "words", [1, 2]))
    hear(widget, type="compare", route="short")
    return widget


def sort_set(name):
    """Lessons 1 and 3: the first two items of a question set, compared."""

    def work(progress):
        widget = judge(FIRST, name, progress=progress)
        items = [item.id for item in widget.set.items[:2]]
        answer(widget, *((item, name, widget.allowed[0]) for item in items))
        hear(widget, type="compare", route="whole")
        return widget

    return work


def open_cards(progress):
    """Lesson 1: two look-up cards, in an order, compared."""
    widget = lookup(FIRST, progress=progress)
    names = [card.id for card in widget.case.cards]
    answer(widget, (names[3], "open", True), (names[0], "open", True))
    hear(widget, type="compare")
    return widget


def weigh_one(progress):
    """Lesson 4: one claim from the first estimate to the last, compared."""
    widget = weigh(FIRST, progress=progress)
    claim = widget.claims["c2"]
    turns = ((card.id, "turn", True) for card in claim.cards)
    check = next(iter(claim.checks))
    answer(widget, ("c2", "estimate", "55-80"), ("c2", "check", check), *turns)
    answer(widget, ("c2", "estimate-after", "80-95"))
    hear(widget, type="compare", route="short")
    return widget


def seen(widget):
    """What the page is shown, without what every widget of this kind is shown."""
    state = widget.get_state()
    return {name: state[name] for name in ("marks", "opened", "comparison") if name in state}


@pytest.mark.parametrize(
    "work",
    [mark, sort_set("clues"), sort_set("chain"), sort_set("quotes"), open_cards, weigh_one],
    ids=["kinds", "clues", "chain", "quotes", "cards", "ledger"],
)
def test_a_lesson_goes_on_where_it_was_on_another_machine(work, tmp_path, monkeypatch):
    """Marks, order, estimates and the open comparison come back from one file."""
    monkeypatch.setattr(KitWidget, "send", lambda *_, **__: None)
    here, there = Progress(tmp_path / "here"), Progress(tmp_path / "there")
    widget = work(here)
    assert widget.comparison
    there.bring_back(here.carry_away())
    rebuild = {
        "Marker": lambda: mark_kinds(FIRST, progress=there),
        "Lookup": lambda: lookup(FIRST, progress=there),
        "Ledger": lambda: weigh(FIRST, progress=there),
    }
    again = rebuild.get(
        type(widget).__name__, lambda: judge(FIRST, widget.set.id, progress=there)
    )()
    assert seen(again) == seen(widget)


def test_a_note_comes_along_too(home, tmp_path, monkeypatch):
    """A guess written down first is there at the end, wherever the end is."""
    monkeypatch.setattr(KitWidget, "send", lambda *_, **__: None)
    note = ask("02-guess", "How many?", {"few": "Few", "many": "Many"})
    answer(note, ("02-guess", "choice", "many"), ("02-guess", "text", "Because 🔔"))
    there = Progress(tmp_path / "there")
    there.bring_back(note.progress.carry_away())
    kept = {record.act: record.value for record in there.records(case="notes", item="02-guess")}
    assert kept == {"choice": "many", "text": "Because 🔔"}
