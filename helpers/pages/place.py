"""Where a page stands in the course: its title, its neighbours, and the list of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from helpers.lessons import LESSONS
from helpers.strings import say

START = "notebooks/00_start_here.ipynb"


@dataclass(frozen=True)
class Stop:
    """One page of the course."""

    path: str  # of the notebook, seen from the folder that holds them all
    title: str  # as learners read it


@dataclass(frozen=True)
class Place:
    """Where a page is in the course."""

    title: str  # as learners read it
    stops: tuple[Stop, ...]  # the whole course, in its order
    number: int | None  # of this page among the stops, from 0; None for a page beside the course
    before: Stop | None  # the page before, if there is one
    after: Stop | None  # the page after, if there is one


def course() -> tuple[Stop, ...]:
    """Return every page of the course, in the order that we recommend."""
    lessons = (Stop(f"{one.folder}/{one.name}.ipynb", one.title) for one in LESSONS)
    return (Stop(START, say("page.start")), *lessons)


def place_of(path: str) -> Place:
    """Return where the notebook at `path` is in the course.

    A solution stands beside its exercise; a page that is not part of the course has no neighbours.
    """
    stops = course()
    paths = [stop.path for stop in stops]
    if path in paths:
        at = paths.index(path)
        after = stops[at + 1] if at + 1 < len(stops) else None
        return Place(stops[at].title, stops, at, stops[at - 1] if at else None, after)
    exercise = path.replace("solutions/", "exercises/", 1)
    if path.startswith("solutions/") and exercise in paths:
        stop = stops[paths.index(exercise)]
        return Place(say("page.solution", title=stop.title), stops, None, stop, None)
    return Place(PurePosixPath(path).stem.replace("_", " "), stops, None, None, None)
