"""What was compared in each lesson is found again on disk, whatever widget asked for it."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from helpers.answers.progress import Progress
from helpers.case import load_case, load_key
from helpers.lessons import LESSONS
from helpers.results.course import (
    OPTIONAL,
    PARTS,
    Extent,
    has_part,
    lesson_extents,
    lesson_parts,
    lesson_questions,
)

ROOT = Path(__file__).parents[2]
LESSON_1, LESSON_2 = "notebooks/01_provenance", "notebooks/02_reporting_or_opinion"
LESSON_3, LESSON_4 = "notebooks/03_tracing_quotes", "notebooks/04_weighing_assertions"
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


ASKS = {"mark_kinds": "article", "lookup": "cards", "weigh": "ledger"}


def asked_in(lesson):
    """What the cells of a lesson's notebook ask: cases with scopes, and single questions."""
    path = ROOT / lesson.folder / f"{lesson.name}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(one["source"]) for one in cells if one["cell_type"] == "code")
    parts, questions = set(), set()
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            names = [ast.literal_eval(one) for one in call.args if isinstance(one, ast.Constant)]
            if call.func.id == "question":
                questions.add(tuple(names))
            elif call.func.id in {*ASKS, "judge"} and not call.keywords:  # nothing is worked out
                parts.add((names[0], ASKS.get(call.func.id) or names[1]))
    return parts, questions


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: f"{lesson.folder}-{lesson.name}")
def test_what_a_lesson_asks_is_what_its_notebook_asks(lesson):
    """Otherwise a lesson would be finished too early, or never."""
    parts, questions = asked_in(lesson)
    named = PARTS[f"{lesson.folder}/{lesson.name}"]
    assert {(case, scope) for case, scope in named if has_part(load_case(case), scope)} == parts
    case = load_case(lesson.case)
    assert {(case.id, name) for name in lesson_questions(lesson, case)} == questions


def test_only_what_comes_after_the_end_is_optional():
    """A lesson's own case is never left out."""
    named = {part for parts in PARTS.values() for part in parts}
    assert named > OPTIONAL
    assert not {case for case, _ in OPTIONAL} & {lesson.case for lesson in LESSONS}


def extent(progress, name):
    """How far the learner is in one lesson, by `folder/name`."""
    found = lesson_extents(progress)
    return next(found[one] for one in found if f"{one.folder}/{one.name}" == name)


def test_a_lesson_is_finished_when_every_part_of_its_short_route_was_compared(progress):
    """One part compared, or a part of one, is a beginning."""
    questions = {name: REAL.sets[name].route("short").sentences for name in ("quotes", "effect")}
    of = sum(map(len, questions.values())) + len(lesson_questions(LESSONS[4], REAL))
    assert extent(progress, LESSON_3) == Extent(0, of, of)
    for name, items in questions.items():
        for item in items:
            progress.record(REAL.id, item, name, REAL.sets[name].options[0].id)
        progress.record(REAL.id, name, "compare", list(items[:1]))
    assert extent(progress, LESSON_3) == Extent(of - 1, of, of - 2)
    for name, items in questions.items():
        progress.record(REAL.id, name, "compare", list(items))
    progress.record(REAL.id, "l03-words", "answer", "of strikes")
    assert extent(progress, LESSON_3) == Extent(of, of, 0)
    assert extent(progress, LESSON_3).is_finished


def test_an_exercise_waits_for_its_questions(progress):
    """Cards that were looked at are one item; the questions after them count, too."""
    exercise = "exercises/01_provenance"
    case = load_case("night-market")
    progress.record(case.id, case.cards[0].id, "open", True)
    assert extent(progress, exercise) == Extent(1, 5, 5)
    progress.record(case.id, "cards", "compare", True)
    progress.record(case.id, "e01-2", "answer", "b")
    assert extent(progress, exercise) == Extent(2, 5, 3)


def test_claims_count_once_weighed_to_the_end(progress):
    """A first estimate alone is no answer yet."""
    short = REAL.ledger.routes["short"].sentences
    first, second = [claim for claim in REAL.claims if claim.id in short][:2]
    blank = extent(progress, LESSON_4)
    weigh(progress, first)
    progress.record(REAL.id, second.id, "estimate", "5-20")
    assert extent(progress, LESSON_4) == Extent(1, blank.of, blank.left)
    progress.record(REAL.id, "ledger", "compare", [first.id])
    assert extent(progress, LESSON_4) == Extent(1, blank.of, blank.left - 1)


def test_what_is_answered_beside_the_short_route_is_a_beginning_too(progress):
    """Whoever labels another sentence first has begun, and is told no smaller number."""
    blank = extent(progress, LESSON_2)
    beside = next(name for name in REAL.by_id if name not in REAL.route("short").sentences)
    progress.record(REAL.id, beside, "kind", "opinion")
    assert extent(progress, LESSON_2) == Extent(1, blank.of + 1, blank.left)


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
