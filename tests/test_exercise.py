"""Short answers in exercises: explained, saved, and never an error on the learner's screen."""

from __future__ import annotations

import re

import pytest

from helpers.answers import shelf
from helpers.answers.progress import Progress
from helpers.case import case_names, load_case, load_key, places
from helpers.exercise import check

MARKET = "night-market"


def test_an_untouched_blank_is_not_answered_yet(home):
    """So an untouched exercise runs from top to bottom, and nothing is saved."""
    assert "Not answered yet" in repr(check(MARKET, "e02-1", ...))
    assert not Progress().has_answers()


def test_a_right_answer_is_explained_and_saved(home):
    """Explained as well: a right guess teaches nothing."""
    says = repr(check(MARKET, "e02-1", "s5"))
    assert says.startswith("Yes. ")
    assert "What you would do next: " in says
    assert Progress().latest(MARKET, "answer") == {"e02-1": "s5"}


def test_another_answer_gets_its_own_reason(home):
    """Each likely answer has one, and the rest share one."""
    likely, unlikely = repr(check(MARKET, "e02-1", "s6")), repr(check(MARKET, "e02-1", "s1"))
    assert likely.startswith("The key has another answer.")
    assert unlikely.startswith("The key has another answer.")
    assert likely != unlikely


@pytest.mark.parametrize(
    "answer", [1, "1", " 1 ", 1.0, "1.0", "1.", "+1", "01", "1!", "one", "One.", "the first", "1st"]
)
def test_numbers_may_be_written_with_or_without_marks(home, answer):
    """Quotation marks are not what is asked about."""
    assert repr(check(MARKET, "e02-3", answer)).startswith("Yes. ")


@pytest.mark.parametrize("answer", [-1, "-1", "−1", 1.5, "1.5", 10, 0.1, "two", "none"])
def test_another_number_is_another_answer(home, answer):
    """A sign and a fraction are part of a number."""
    assert repr(check(MARKET, "e02-3", answer)).startswith("The key has another answer. ")


def test_an_unknown_question_or_case_is_a_sentence(home):
    """An author's slip is told like any other."""
    assert "There is no question 'e99'" in repr(check(MARKET, "e99", "x"))
    assert "cannot be checked" in repr(check("no-such-case", "e02-1", "x"))


def test_without_a_key_the_answer_is_kept(home, monkeypatch, tmp_path):
    """A class may get the kit without its keys."""
    monkeypatch.setattr(places, "KEYS", tmp_path)
    assert "no key" in repr(check(MARKET, "e02-1", "s5"))
    assert Progress().latest(MARKET, "answer") == {"e02-1": "s5"}


def test_a_full_disk_is_said_and_the_reason_still_given(home, monkeypatch):
    """Bad luck with the disk must not cost the explanation."""

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf, "_write", full)
    says = repr(check(MARKET, "e02-1", "s5"))
    assert says.startswith("Yes. ")
    assert "Not saved" in says


@pytest.mark.parametrize(
    "answer", ["8", "s8", "S8.", "Sentence 8", "the eighth", "eight", 8, "no. 8"]
)
def test_a_sentence_may_be_written_in_many_ways(home, answer):
    """Nobody is told that the key has another answer because of how a right one is written."""
    assert repr(check(MARKET, "e02-2", answer)).startswith("Yes. ")
    assert Progress().latest(MARKET, "answer") == {"e02-2": "s8"}


@pytest.mark.parametrize("answer", ["the headline", "Headline", "s0", "0", "title"])
def test_the_headline_is_a_sentence_too(home, answer):
    """It has no number beside it, and every case calls it s0."""
    check(MARKET, "e02-1", answer)
    assert Progress().latest(MARKET, "answer") == {"e02-1": "s0"}


@pytest.mark.parametrize("answer", ["m4", "M4", "4", "quotation 4", "the fourth", "“m4”"])
def test_a_choice_may_be_named_by_its_number(home, answer):
    """The numbers stand in the list that is chosen from."""
    assert repr(check(MARKET, "e03-1", answer)).startswith("Yes. ")


@pytest.mark.parametrize(
    "answer", ["the quay on Saturdays", "“The quay, on Saturdays.”", "THE QUAY ON  SATURDAYS"]
)
def test_words_are_compared_without_marks_and_capitals(home, answer):
    """The words are what is asked for."""
    assert repr(check(MARKET, "e03-2", answer)).startswith("Yes. ")


NO_ANSWER = [None, [], {}, "", "\ud800", object(), "12 or 13", "s99", "x" * 5000, True, "1e300"]


@pytest.mark.parametrize("answer", NO_ANSWER)
@pytest.mark.parametrize("question", ["e02-1", "e02-3", "e02-4"])
def test_what_is_no_answer_is_told_how_to_answer_and_not_saved(home, question, answer):
    """Never a traceback, and never "the key has another answer"."""
    says = repr(check(MARKET, question, answer))
    assert "another answer" not in says
    assert re.match(r"(Choose|Type) ", says)
    assert not Progress().has_answers()


@pytest.mark.parametrize("name", case_names())
def test_every_question_accepts_its_answers(home, name):
    """A key that refuses its own answers would be found by a class."""
    for question, one in load_key(load_case(name)).questions.items():
        for accepted in one.answers:
            assert repr(check(name, question, accepted)).startswith("Yes. ")
