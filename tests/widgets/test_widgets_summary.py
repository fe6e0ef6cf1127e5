"""What the page to take home promises on Python's side: up to date when it is looked at."""

from __future__ import annotations

import ipywidgets

from helpers.widgets import CannotBeShown, ask, desk, mark_kinds, side_by_side, summary


def hear(widget, **message):
    """What happens when the page sends a message."""
    widget._hear(widget, message, [])


def compared(marker, **kinds):
    """Label sentences and compare them, as the page does."""
    answers = [
        {"id": name, "item": name, "act": "kind", "value": kind} for name, kind in kinds.items()
    ]
    hear(marker, type="answers", answers=answers)
    hear(marker, type="compare", route="whole")


def test_exactly_these_traits_reach_the_browser(home, sent):
    """What is on the page is what the view holds, and nothing more."""
    shared = {"_anywidget_id", "_esm", "learner", "shared"}
    widget = summary("02_reporting_or_opinion")
    assert set(widget.keys) - set(ipywidgets.DOMWidget().keys) == shared | {"page"}


def test_new_answers_are_told_once_and_shown_when_somebody_looks(home, sent):
    """A page that is made anew at every mark would slow marking down."""
    page = summary("02_reporting_or_opinion")
    sent.clear()
    compared(mark_kinds("liberty-daily"), s2="opinion", s21="opinion")
    assert [one for one in sent if one["type"] == "stale"] == [{"type": "stale"}]
    assert page.page["sections"] == []
    hear(page, type="look")
    assert page.page["sections"] != []
    assert sent[-1] == {"type": "drawn"}
    compared(mark_kinds("liberty-daily"), s1="opinion")
    assert sum(one["type"] == "stale" for one in sent) == 2


def test_the_lesson_s_own_questions_are_shown_with_their_answers(home, sent):
    """A guess is looked back at in the words in which it was asked."""
    note = ask("02-guess", "How many sentences judge?", {"few": "0 to 5"})
    hear(
        note,
        type="answers",
        answers=[{"id": "g", "item": "02-guess", "act": "choice", "value": "few"}],
    )
    compared(mark_kinds("liberty-daily"), s2="opinion")
    lines = [
        line
        for part in summary("02_reporting_or_opinion").page["sections"]
        for line in part["lines"]
    ]
    assert any("How many sentences judge?" in line and "0 to 5" in line for line in lines)


def test_the_course_and_both_articles_have_a_page_too(home, sent):
    """One widget shows all three."""
    assert summary().page["file"] == "paper-trail-course.html"
    assert side_by_side().page["sections"] == []


def test_a_lesson_that_is_not_there_is_a_sentence(home):
    """A slip in a notebook is told where it is, without a traceback."""
    shown = summary("02_reporting")
    assert isinstance(shown, CannotBeShown)
    assert "02_reporting" in repr(shown)


def test_a_new_learner_does_not_see_the_page_of_the_one_before(home, sent):
    """On a shared computer, what somebody wrote is theirs; going back shows it again."""
    compared(mark_kinds("liberty-daily"), s2="opinion")
    page, start = summary(), desk()
    shown = page.page
    assert shown["sections"] != []
    hear(start, type="new_learner")
    assert page.page["sections"] == []
    assert page.learner == start.learner
    hear(start, type="go_back")
    assert page.page == shown
