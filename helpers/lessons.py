"""The lessons of the kit, in order."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lesson:
    """One notebook to work through."""

    folder: str  # "notebooks" or "exercises"
    name: str  # of the notebook, without its ending
    title: str  # as learners read it
    minutes: int  # that it takes, estimated
    case: str  # the case that its questions are about

    @property
    def address(self) -> str:
        """Where the notebook is, seen from another notebook."""
        return f"../{self.folder}/{self.name}.ipynb"


def _lesson(name: str, title: str, minutes: int, case: str) -> Lesson:
    return Lesson("notebooks", name, title, minutes, case)


def _exercise(name: str, title: str) -> Lesson:
    return Lesson("exercises", name, title, 25, PRACTICE)


FIRST, PRACTICE, TWIN = "liberty-daily", "night-market", "harbour-order"

LESSONS = (
    _lesson("01_provenance", "Lesson 1: where did this come from?", 45, FIRST),
    _exercise("01_provenance", "Exercise 1: who said ten o’clock?"),
    _lesson("02_reporting_or_opinion", "Lesson 2: reporting or opinion?", 45, FIRST),
    _exercise("02_reporting_or_opinion", "Exercise 2: the night market"),
    _lesson("03_tracing_quotes", "Lesson 3: are those the words?", 40, FIRST),
    _exercise("03_tracing_quotes", "Exercise 3: the open evening"),
    _lesson("03_twin", "The twin: the same on an invented article", 90, TWIN),
    _lesson("04_weighing_assertions", "Lesson 4: how much weight can it carry?", 60, FIRST),
    _exercise("04_weighing_assertions", "Exercise 4: weigh a comment"),
)
