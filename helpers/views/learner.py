"""Where a learner is: how far in each lesson, and what came of a file that was brought back."""

from __future__ import annotations

from typing import TypedDict

from helpers.answers.progress import BroughtBack, Progress
from helpers.case.vocabulary import Act, NoCase
from helpers.lessons import Lesson
from helpers.results.course import Extent, lesson_extents
from helpers.strings import say


class LessonView(TypedDict):
    """How far a learner is in one lesson."""

    title: str  # the lesson's title
    address: str  # where its notebook is, from the folder of notebooks
    minutes: int  # how long it takes, an estimate
    state: str  # `not-started`, `begun`, `answered` (all, but not all compared) or `finished`
    n: int  # how many items are answered
    of: int  # those, and what else the short route asks


class Place(TypedDict):
    """Where a learner is, and where the answers live."""

    lessons: list[LessonView]  # in order
    next: LessonView | None  # the first that is not finished; none at the end of the course
    folder: str  # where this learner's answers are on disk
    count: int  # how many answers are saved
    name: str  # the learner's name, or "" where none was typed in


def place_view(progress: Progress) -> Place:
    """Return where a learner is, over the lessons whose cases are here.

    A copy of the kit may have gone without an article.
    """
    extents = lesson_extents(progress)
    lessons = [lesson_view(lesson, extent) for lesson, extent in extents.items()]
    name = progress.latest(NoCase.LEARNER, Act.NAME).get(Act.NAME, "")
    return {
        "lessons": lessons,
        "next": next((lesson for lesson in lessons if lesson["state"] != "finished"), None),
        "folder": str(progress.home / progress.learner),
        "count": len(progress.records()),
        "name": name if isinstance(name, str) else "",
    }


def lesson_view(lesson: Lesson, extent: Extent) -> LessonView:
    """Return how far a learner is in one lesson."""
    return {
        "title": lesson.title,
        "address": lesson.address,
        "minutes": lesson.minutes,
        "state": _state(extent),
        "n": extent.answered,
        "of": extent.of,
    }


def _state(extent: Extent) -> str:
    if extent.is_finished:
        return "finished"
    if extent.answered == extent.of:
        return "answered"
    return "begun" if extent.answered else "not-started"


def brought_sentences(result: BroughtBack, is_other: bool = False) -> str:
    """Return what came of a file, in sentences; `is_other` when another learner goes on now."""
    says = []
    if result.added:
        says.append(say("desk.brought", n=result.added))
    elif result.already_here or not result.refused:
        says.append(say("desk.brought-none"))
    if result.added or is_other:
        says.append(say("desk.brought-rerun"))
    if result.refused:
        says.append(say("desk.refused", n=len(result.refused), why=result.refused[0]))
    return " ".join(says)
