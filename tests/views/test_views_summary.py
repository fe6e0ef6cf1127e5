"""The page to take home: the learner's own marks and words, and nothing before they compared."""

from __future__ import annotations

import pytest
from test_views_shapes import fits

from helpers.answers.progress import Progress
from helpers.case import load_case
from helpers.lessons import LESSONS
from helpers.strings import say, strings
from helpers.views.summary import THE_FOUR, SummaryView, course_summary, lesson_summary
from helpers.views.twins import twins_summary

REAL, TWIN = load_case("liberty-daily"), load_case("harbour-order")
LESSON_2 = next(lesson for lesson in LESSONS if lesson.name.startswith("02"))
GUESS = {"name": "02-guess", "asks": "How many sentences judge?", "options": {"few": "0 to 5"}}


@pytest.fixture
def progress(home):
    """A learner without an answer."""
    return Progress()


def labelled(progress, case, **kinds):
    """Label sentences, and compare them."""
    for name, kind in kinds.items():
        progress.record(case.id, name, "kind", kind)
    progress.record(case.id, "article", "compare", list(kinds))


def answered(progress, case, name):
    """Give the first answer of a question set, and compare it."""
    questions = case.sets[name]
    progress.record(case.id, questions.items[0].id, name, questions.options[0].id)
    progress.record(case.id, name, "compare", [questions.items[0].id])


def text_of(view):
    """All that a view says, as one text."""
    tables = [section["table"] for section in view["sections"] if section["table"]]
    cells = [cell for table in tables for row in table["rows"] for cell in row]
    lines = [line for section in view["sections"] for line in section["lines"]]
    return "\n".join([view["title"], *view["intro"], *lines, *cells])


def test_before_comparing_there_is_a_sentence_and_nothing_of_the_key(progress):
    """The end of a page must not give away what stands in its middle."""
    progress.record(REAL.id, "s2", "kind", "opinion")
    progress.record("notes", "02-guess", "choice", "few")
    view = lesson_summary(progress, LESSON_2, [GUESS])
    assert fits(view, SummaryView)
    assert view["sections"] == []
    assert view["intro"] == [say("summary-page.empty")]


def test_afterwards_it_holds_my_marks_beside_the_key_and_my_own_words(progress):
    """What a learner would show somebody: the sentence, both labels, the guess and the note."""
    labelled(progress, REAL, s2="opinion", s21="opinion")
    progress.record("notes", "02-guess", "choice", "few")
    progress.record("notes", "02-guess", "text", "It sounded calm.")
    view = lesson_summary(progress, LESSON_2, [GUESS])
    assert fits(view, SummaryView)
    table = view["sections"][0]["table"]
    kinds = {name: about["name"] for name, about in strings()["kinds"].items()}
    assert table["rows"][0] == [
        REAL.by_id["s2"].text,
        kinds["opinion"],
        kinds["attributed"],
        say("comparison.differs"),
    ]
    assert "0 to 5 – It sounded calm." in text_of(view)
    assert strings()["summary-page"]["can"][LESSON_2.name][0] in text_of(view)


def test_a_question_without_an_answer_is_left_out(progress):
    """An empty line would look like something lost."""
    labelled(progress, REAL, s2="opinion")
    assert GUESS["asks"] not in text_of(lesson_summary(progress, LESSON_2, [GUESS]))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: f"{lesson.folder}-{lesson.name}")
def test_every_lesson_names_the_one_after_it(progress, lesson):
    """Nobody stands at the end of a page without a way on; only the last has none."""
    after = lesson_summary(progress, lesson)["next"]
    place = LESSONS.index(lesson)
    assert after == (
        {"title": LESSONS[place + 1].title, "address": LESSONS[place + 1].address}
        if place + 1 < len(LESSONS)
        else None
    )


def test_the_course_grows_lesson_by_lesson_and_has_an_end(progress):
    """Begun, in the middle, and through: each is said, and what one can do comes at the end."""
    assert course_summary(progress)["intro"] == [say("summary-page.course-empty")]
    labelled(progress, REAL, s2="opinion")
    assert course_summary(progress)["intro"] == [say("summary-page.course-part", n=1)]
    for name in ("chain", "quotes", "sourcing"):
        answered(progress, REAL, name)
    view = course_summary(progress)
    assert fits(view, SummaryView)
    assert view["intro"] == [say("summary-page.course-whole")]
    can = strings()["summary-page"]["can"]
    assert view["sections"][-1]["lines"] == [line for name in THE_FOUR for line in can[name]]


def test_exercises_alone_do_not_end_the_course(progress):
    """The four lessons count; practice beside them is shown and does not stand in for one."""
    labelled(progress, load_case("night-market"), s2="opinion")
    assert course_summary(progress)["intro"] == [say("summary-page.course-part", n=0)]


def test_side_by_side_needs_both_texts(progress):
    """One column alone would invite a comparison with nothing."""
    labelled(progress, REAL, s2="opinion", s21="opinion")
    assert twins_summary(progress)["intro"] == [say("twins.empty")]


def test_side_by_side_sets_the_same_count_of_both_texts_in_one_row(progress):
    """The one result that only this kit has: the same reader on two texts that lean apart."""
    labelled(progress, REAL, s2="opinion", s21="opinion")
    labelled(progress, TWIN, s2="attributed", s21="opinion")
    view = twins_summary(progress)
    assert fits(view, SummaryView)
    (section,) = view["sections"]
    rows = {row[0]: row[1:] for row in section["table"]["rows"]}
    assert rows[say("twins.taken")] == ["1 of 1", "0 of 1"]
    assert rows[say("twins.caught")][0] == "1 of 1"
    assert section["table"]["is_open"] is True
