"""Where a learner is: how far in each lesson, and what came of a file that was brought back."""

from __future__ import annotations

from typing import TypedDict

from helpers.answers.progress import BroughtBack, Progress
from helpers.case import case_names
from helpers.case.vocabulary import Act, NoCase
from helpers.lessons import LESSONS, Lesson
from helpers.strings import say


class LessonView(TypedDict):
    """How far a learner is in one lesson."""

    title: str  # the lesson's title
    address: str  # where its notebook is, from the folder of notebooks
    minutes: int  # how long it takes, an estimate
    state: str  # `not-started`, `started` or `compared`
    n: int  # how many items are answered


class Place(TypedDict):
    """Where a learner is, and where the answers live."""

    lessons: list[LessonView]  # in order
    next: LessonView | None  # the first that is not compared yet
    folder: str  # where this learner's answers are on disk
    count: int  # how many answers are saved
    name: str  # the learner's name, or "" where none was typed in


def place_view(progress: Progress) -> Place:
    """Return where a learner is, over the lessons whose case is here.

    A copy of the kit may have gone without an article.
    """
    here = set(case_names())
    lessons = [lesson_view(progress, lesson) for lesson in LESSONS if lesson.case in here]
    name = progress.latest(NoCase.LEARNER, Act.NAME).get(Act.NAME, "")
    return {
        "lessons": lessons,
        "next": next((lesson for lesson in lessons if lesson["state"] != "compared"), None),
        "folder": str(progress.home / progress.learner),
        "count": len(progress.records()),
        "name": name if isinstance(name, str) else "",
    }


def lesson_view(progress: Progress, lesson: Lesson) -> LessonView:
    """Return how far a learner is in one lesson."""
    marked = len(progress.latest(lesson.case, lesson.act))
    compared = progress.records(case=lesson.case, item=lesson.scope, act=Act.COMPARE)
    is_compared = any(record.value for record in compared)
    return {
        "title": lesson.title,
        "address": lesson.address,
        "minutes": lesson.minutes,
        "state": "compared" if is_compared else "started" if marked else "not-started",
        "n": marked,
    }


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
