"""The lessons of the kit, in order."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lesson:
    """One notebook to work through, the case it marks, and its estimated minutes."""

    folder: str
    name: str
    title: str
    minutes: int
    case: str

    @property
    def address(self) -> str:
        """Where the notebook is, seen from another notebook."""
        return f"../{self.folder}/{self.name}.ipynb"


LESSONS = (
    Lesson(
        "notebooks",
        "02_reporting_or_opinion",
        "Lesson 2: reporting or opinion?",
        45,
        "liberty-daily",
    ),
    Lesson(
        "exercises",
        "02_reporting_or_opinion",
        "Exercise 2: the night market",
        25,
        "night-market",
    ),
)
