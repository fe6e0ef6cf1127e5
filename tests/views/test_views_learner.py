"""What a learner is told: of the end of the course, and of a file brought back."""

from __future__ import annotations

import pytest

from helpers.answers.progress import BroughtBack, Progress
from helpers.case import load_case, load_key
from helpers.lessons import LESSONS
from helpers.results.course import has_part, lesson_questions, needed_parts
from helpers.strings import say
from helpers.views.learner import brought_sentences, place_view


def finish(progress, lesson):
    """Answer and compare everything that a lesson asks."""
    for name, scope in needed_parts(lesson):
        case = load_case(name)
        if not has_part(case, scope):
            continue
        compared = scope == "cards"
        if scope == "article":
            compared = [progress.record(name, one, "kind", "opinion").item for one in case.by_id]
        elif scope == "ledger":
            for act in ("estimate", "estimate-after"):
                compared = [progress.record(name, c.id, act, "80-95").item for c in case.claims]
        elif scope == "cards":
            progress.record(name, case.cards[0].id, "open", True)
        else:
            answer = case.sets[scope].options[0].id
            items = case.sets[scope].items
            compared = [progress.record(name, one.id, scope, answer).item for one in items]
        progress.record(name, scope, "compare", compared)
    case = load_case(lesson.case)
    for one in lesson_questions(lesson, case):
        progress.record(case.id, one, "answer", load_key(case).questions[one].answers[0])


def test_there_is_a_next_until_the_course_is_finished(home):
    """Whoever has done everything is told so, and is not sent back to something."""
    progress = Progress(home)
    for lesson in LESSONS:
        assert place_view(progress)["next"]["title"] == lesson.title
        finish(progress, lesson)
    place = place_view(progress)
    assert {one["state"] for one in place["lessons"]} == {"finished"}
    assert place["next"] is None


@pytest.mark.parametrize(
    ("result", "is_other", "told"),
    [
        (
            BroughtBack(3, 0, (), "ann"),
            False,
            [say("desk.brought", n=3), say("desk.brought-rerun")],
        ),
        (BroughtBack(0, 3, (), "ann"), False, [say("desk.brought-none")]),
        (BroughtBack(0, 3, (), "ann"), True, [say("desk.brought-none"), say("desk.brought-rerun")]),
        (BroughtBack(0, 0, (), "ann"), False, [say("desk.brought-none")]),
        (BroughtBack(0, 0, ("why",), "ann"), False, [say("desk.refused", n=1, why="why")]),
    ],
    ids=["added", "all here", "another learner's", "empty", "refused"],
)
def test_what_came_of_a_file(result, is_other, told):
    """Cells have to run again only where there is something new to show."""
    assert brought_sentences(result, is_other) == " ".join(told)
