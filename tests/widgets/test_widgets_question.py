"""Single questions and what is shown after comparing: saved as given, and no key before its time."""

from __future__ import annotations

import json
import re

import pytest
from packs import Pack

from helpers.answers.progress import Progress
from helpers.case import case_names, load_case, load_key, places
from helpers.strings import strings
from helpers.widgets import (
    Question,
    afterwards,
    ask,
    glossary,
    judge,
    lookup,
    question,
    show_clues,
    show_cues,
    show_difference,
    show_encoding,
    show_hedges,
    show_quotes,
    show_sourcing,
    show_table,
    show_top,
)

MARKET = "night-market"
QUESTIONS = [(case, name) for case in case_names() for name in load_case(case).questions]


def hear(widget, **message):
    """What happens when the page sends a message."""
    widget._hear(widget, message, [])


def answer(widget, act, value, item=""):
    """Give one answer as the page does."""
    one = {"id": f"{act}-{value}", "item": item or widget.scope, "act": act, "value": value}
    hear(widget, type="answers", answers=[one])


def state(widget):
    """Everything of a widget that is in the browser, as text."""
    kept = {k: v for k, v in widget.get_state().items() if k not in ("_esm", "shared")}
    return json.dumps(kept, ensure_ascii=False, default=str)


def saved(act, name):
    """What is on disk under an act."""
    return Progress().latest(MARKET, act).get(name)


@pytest.mark.parametrize(("case", "name"), QUESTIONS)
def test_no_reason_is_in_the_page_before_it_is_asked_for(home, sent, case, name):
    """Nobody finds the answer by looking at the page's source."""
    widget, key = question(case, name), load_key(load_case(case)).questions[name]
    texts = [one.cue for one in key.options.values()]
    assert [text for text in texts if text in state(widget)] == []
    answer(
        widget, "draft" if widget.question.form in ("number", "words") else "answer", key.written
    )
    assert [text for text in texts if text in state(widget)] == []
    hear(widget, type="compare")
    assert widget.comparison["rows"][0]["outcome"] == "same"
    assert [text for text in texts if text in state(widget)] == [key.options[key.answers[0]].cue]


@pytest.mark.parametrize(("case", "name"), QUESTIONS)
def test_every_option_of_a_choice_has_its_own_reason_or_shares_one(case, name):
    """No choice leads to silence."""
    key = load_key(load_case(case)).questions[name]
    options = load_case(case).questions[name].options
    assert [one for one in options if one not in key.options and key.other is None] == []


def test_a_click_is_saved_and_stands_in_the_next_kernel(home, sent):
    """Nothing else has to be pressed."""
    answer(question(MARKET, "e01-2"), "answer", "b")
    assert saved("answer", "e01-2") == "b"
    assert question(MARKET, "e01-2").marks["answer"] == "b"


def test_what_is_typed_is_saved_as_typed_and_as_the_answer_that_it_is(home, sent):
    """The box shows the learner's own words, and a class board the number."""
    widget = question(MARKET, "e02-3")
    answer(widget, "draft", " The First ")
    assert (saved("draft", "e02-3"), saved("answer", "e02-3")) == (" The First ", "1")
    again = question(MARKET, "e02-3", progress=Progress(widget.progress.home))
    assert again.marks["draft"] == " The First "


def test_what_is_no_answer_is_kept_in_the_box_and_told_how_to_answer(home, sent):
    """It is not saved as an answer, and an earlier one does not stand for it."""
    widget = question(MARKET, "e02-3")
    answer(widget, "draft", "1")
    answer(widget, "draft", "12 or 13")
    assert (saved("draft", "e02-3"), saved("answer", "e02-3")) == ("12 or 13", None)
    hear(widget, type="compare")
    assert widget.comparison == {}
    assert sent[-1] == {"type": "unclear", "says": "Type one number, such as 3 or three."}


def test_the_first_answer_stays_the_first(home, sent):
    """Trying again costs nothing and hides nothing."""
    widget = question(MARKET, "e01-2")
    answer(widget, "answer", "a")
    hear(widget, type="compare")
    row = widget.comparison["rows"][0]
    assert (row["outcome"], row["first"]) == ("differs", "")
    hear(widget, type="again")
    assert widget.comparison == {}
    answer(widget, "answer", "b")
    hear(widget, type="compare")
    row = widget.comparison["rows"][0]
    assert (row["outcome"], row["first"][:8]) == ("same", "The news")


def test_an_answer_from_an_earlier_edition_counts(home, sent):
    """It was typed into a cell then, in whatever form."""
    Progress().record(MARKET, "e02-2", "answer", "the eighth")
    assert question(MARKET, "e02-2").marks["answer"] == "s8"


@pytest.mark.parametrize("value", ["z", "", 7, ["a"], "x" * 5000])
def test_a_choice_that_is_not_there_is_refused(home, sent, value):
    """A page can send anything."""
    answer(question(MARKET, "e01-2"), "answer", value)
    assert sent[-1]["type"] == "refused"
    assert not Progress().has_answers()


def test_a_solution_shows_its_answer_explained_and_saves_nothing(home):
    """The words stand in the saved notebook, where strict nbval compares them."""
    widget = question(MARKET, "e01-2", "b")
    assert repr(widget).startswith("Yes. Of the pages that were found")
    assert "What you would do next: " in repr(widget)
    assert not Progress().has_answers()
    assert repr(question(MARKET, "e01-2", ...)) == strings()["repr"]


def test_an_unknown_question_is_a_sentence(home):
    """An author's slip is told like any other."""
    assert "There is no question 'e99' in night-market" in repr(question(MARKET, "e99"))


def test_without_a_key_the_answer_is_kept_and_nothing_is_explained(
    home, sent, monkeypatch, tmp_path
):
    """A class may get the kit without its keys."""
    monkeypatch.setattr(places, "KEYS", tmp_path)
    widget = question(MARKET, "e01-2", "b")
    assert not widget.given
    answer(widget, "answer", "a")
    hear(widget, type="compare")
    assert (saved("answer", "e01-2"), widget.comparison, widget.has_key) == ("a", {}, False)


# --- After comparing ------------------------------------------------------------------------------


@pytest.fixture
def footbridge(tmp_path, home, sent):
    """The small pack, a guess about it, and a question set of it."""
    folder = Pack().write(tmp_path / "mine")
    ask("guess-1", "How many?", {"few": "0 to 5", "many": "6 to 11"})
    return judge(folder, "sourcing")


def test_results_appear_only_after_comparing_with_the_guess_again(footbridge):
    """Nobody reads the answer before the question."""
    text = afterwards(footbridge, "after-1")
    assert "Secret" not in state(text)
    Progress().record("notes", "guess-1", "choice", "many")
    answer(footbridge, "sourcing", "named", "i1")
    assert text.view == {}
    hear(footbridge, type="compare", route="whole")
    assert repr(text) == "Your guess before: 6 to 11\nSecret result."
    hear(footbridge, type="again")
    assert "Secret" not in state(text)


def test_results_come_back_with_a_comparison_from_disk(footbridge):
    """On day two nothing has to be pressed again."""
    answer(footbridge, "sourcing", "named", "i1")
    hear(footbridge, type="compare", route="whole")
    again = judge(footbridge.case.folder, "sourcing")
    assert "Secret result." in repr(afterwards(again, "after-1"))


def test_results_about_two_wait_for_both(footbridge):
    """A text about both would give away the second."""
    other = question(footbridge.case.folder, "q-2")
    text = afterwards([footbridge, other], "after-1")
    answer(footbridge, "sourcing", "named", "i1")
    hear(footbridge, type="compare", route="whole")
    assert text.view == {}
    answer(other, "answer", "b")
    hear(other, type="compare")
    assert text.view != {}


def test_results_may_wait_for_search_results(home, sent):
    """Look-up cards are compared as well."""
    widget, seen = lookup(MARKET), []
    widget.when_compared(lambda one: seen.append(bool(one.compared)))
    card = widget.case.cards[0].id
    answer_card = {"id": "c", "item": card, "act": "open", "value": True}
    hear(widget, type="answers", answers=[answer_card])
    hear(widget, type="compare")
    assert (seen[0], seen[-1]) == (False, True)


def test_an_unknown_text_is_a_sentence_and_without_a_key_there_is_none(footbridge):
    """A slip is told; a class without keys sees nothing at all."""
    assert "There is no text 'nowhere'" in repr(afterwards(footbridge, "nowhere"))
    footbridge.key = None
    assert repr(afterwards(footbridge, "after-1")) == ""


# --- What is shown --------------------------------------------------------------------------------

SHOWN = {
    "cues": (lambda: show_cues("library-roof", "s6"), "In my view [holds back]"),
    "sourcing": (lambda: show_sourcing("library-roof", "s1", "s2"), "Source: no source found"),
    "clues": (lambda: show_clues("liberty-daily", (3,)), "What it does not show: It does not say"),
    "top": (lambda: show_top("liberty-daily"), "(Substack)—Reports indicate"),
    "quotes": (lambda: show_quotes("library-roof", "direct"), "I closed the room on Monday"),
    "no quotes": (lambda: show_quotes("night-market", "mixed"), "The computer finds none."),
    "difference": (
        lambda: show_difference("library-roof", "caretaker", "in two places, on Sunday"),
        "The computer’s answer",
    ),
    "hedges": (lambda: show_hedges({"a": "It could begin.", "b": "It begins"}), "b – Words"),
    "encoding": (lambda: show_encoding("đź””"), "Numbers: f0 9f 94 94; Read as UTF-8: 🔔 (bell)"),
    "table": (lambda: show_table("T", ("A", "B"), [("one", "two")]), "one – B: two"),
    "glossary": (lambda: glossary("hedge"), "Hedge: A word that makes a claim smaller"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_is_words_and_not_a_programmers_output(home, name):
    """No quotation marks of Python's, no brackets of a list, no id of a sentence."""
    make, says = SHOWN[name]
    assert says in repr(make())
    assert not re.search(r"\['|\('|', '|\bs\d+\b|\\n|named-", repr(make()))


def test_what_is_not_there_to_show_is_a_sentence(home):
    """An author's slip is told like any other."""
    assert "cannot be shown" in repr(show_cues("library-roof", "s99"))
    assert "cannot be shown" in repr(glossary("no-such-term"))
    assert "cannot be shown" in repr(show_difference("library-roof", "nothing", "x"))
    assert "cannot be shown" in repr(show_top("no-such-case"))


def test_every_term_of_the_glossary_is_short(home):
    """It opens in place, and has to be read in one breath."""
    terms = strings()["glossary"]
    assert len(terms) >= 15
    assert [name for name, one in terms.items() if len(one["text"].split()) > 30] == []
    assert len(glossary().view["parts"][0]["terms"]) == len(terms)


def test_the_traits_that_reach_the_browser_are_named_here(home):
    """A key in a synced trait would be an open secret."""
    names = set(question(MARKET, "e01-2").keys) - set(Question.__mro__[3]().keys)
    assert {"asked_for", "comparison", "given", "has_key", "marks"} == names
