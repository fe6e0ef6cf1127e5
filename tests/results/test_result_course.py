"""What was compared in each lesson is found again on disk, whatever widget asked for it."""

from __future__ import annotations

import pytest

from helpers.answers.progress import Progress
from helpers.case import load_case, load_key
from helpers.lessons import LESSONS
from helpers.results.course import PARTS, lesson_parts

LESSON_1, LESSON_2 = "notebooks/01_provenance", "notebooks/02_reporting_or_opinion"
LESSON_4 = "notebooks/04_weighing_assertions"
REAL = load_case("liberty-daily")
KEY = load_key(REAL)


@pytest.fixture
def progress(home):
    """A learner without an answer."""
    return Progress()


def weigh(progress, claim):
    """Save a claim as somebody weighs it who says the same before and after."""
    check = next(iter(KEY.claims[claim.id].checks))
    progress.record(REAL.id, claim.id, "estimate", "80-95")
    progress.record(REAL.id, claim.id, "check", check)
    for card in claim.cards:
        progress.record(REAL.id, card.id, "turn", True)
    progress.record(REAL.id, claim.id, "estimate-after", "80-95")


def test_every_lesson_and_exercise_says_what_is_compared_in_it():
    """A new lesson without its parts would have an empty page at its end."""
    assert set(PARTS) == {f"{lesson.folder}/{lesson.name}" for lesson in LESSONS}


def test_what_was_only_answered_is_not_there_yet(progress):
    """Nothing of the key is shown before the learner asks to compare."""
    progress.record(REAL.id, "s2", "kind", "opinion")
    assert lesson_parts(progress, LESSON_2) == []


def test_compared_once_is_there_for_good(progress):
    """Trying again puts the comparison away, not what was done."""
    progress.record(REAL.id, "s2", "kind", "opinion")
    progress.record(REAL.id, "article", "compare", ["s2"])
    progress.record(REAL.id, "article", "compare", [])
    (part,) = lesson_parts(progress, LESSON_2)
    assert [(row.item.id, row.mine, row.outcome) for row in part.rows] == [
        ("s2", "opinion", "differs")
    ]


def test_the_answer_that_stands_now_counts(progress):
    """The page shows what a learner thinks now; the first answer is kept beside it."""
    progress.record(REAL.id, "s2", "kind", "opinion")
    progress.record(REAL.id, "article", "compare", ["s2"])
    progress.record(REAL.id, "s2", "kind", "attributed")
    (part,) = lesson_parts(progress, LESSON_2)
    assert [(row.mine, row.first) for row in part.rows] == [("attributed", "opinion")]


def test_parts_keep_the_order_of_the_lesson(progress):
    """Question sets, cards and claims, each where it was compared."""
    questions = REAL.sets["chain"]
    link = questions.items[0].id
    progress.record(REAL.id, link, "chain", questions.options[0].id)
    progress.record(REAL.id, "chain", "compare", [link])
    progress.record(REAL.id, REAL.cards[0].id, "open", True)
    progress.record(REAL.id, "cards", "compare", True)
    found = lesson_parts(progress, LESSON_1)
    assert [part.scope for part in found] == ["cards", "chain"]
    assert found[0].cards.first == [REAL.cards[0].id]
    assert [row.item.id for row in found[1].rows] == [link]


def test_claims_are_there_when_they_were_weighed_to_the_end(progress):
    """A claim that was begun has no second estimate to show."""
    first, second = REAL.claims[:2]
    weigh(progress, first)
    progress.record(REAL.id, second.id, "estimate", "5-20")
    progress.record(REAL.id, "ledger", "compare", [first.id])
    (part,) = lesson_parts(progress, LESSON_4)
    assert [row.claim.id for row in part.claims] == [first.id]


def test_an_unknown_lesson_has_no_parts(progress):
    """A name that is not in the list gives nothing, and no error."""
    assert lesson_parts(progress, "notebooks/99_nothing") == []
