"""How far a learner is in each lesson, and what was compared in it, from the answers on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpers.answers.cards import CardAnswers
from helpers.answers.choices import Answers
from helpers.answers.claims import ClaimAnswers
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.answers.single import SingleAnswer
from helpers.case import case_names, load_case, load_key
from helpers.case.model import Case, Key
from helpers.case.parts import SHORT, WHOLE, with_whole
from helpers.case.vocabulary import Scope
from helpers.case.yaml_lines import PackError
from helpers.lessons import FIRST, LESSONS, PRACTICE, TWIN, Lesson
from helpers.results.choices import Compared, compare, compare_items
from helpers.results.claims import Weighed, weighed

PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "notebooks/01_provenance": ((FIRST, "clues"), (FIRST, Scope.CARDS), (FIRST, "chain")),
    "exercises/01_provenance": ((PRACTICE, Scope.CARDS),),
    "notebooks/02_reporting_or_opinion": ((FIRST, Scope.ARTICLE),),
    "exercises/02_reporting_or_opinion": ((PRACTICE, Scope.ARTICLE),),
    "notebooks/03_tracing_quotes": ((FIRST, "quotes"), (FIRST, "effect")),
    "exercises/03_tracing_quotes": ((PRACTICE, "quotes"),),
    "notebooks/03_twin": (
        (TWIN, Scope.ARTICLE),
        (TWIN, "clues"),
        (TWIN, Scope.CARDS),
        (TWIN, "chain"),
        (TWIN, "quotes"),
        (TWIN, "sourcing"),
        (TWIN, Scope.LEDGER),
        (TWIN, "left-out"),
    ),
    "notebooks/04_weighing_assertions": (
        (FIRST, "sourcing"),
        (FIRST, Scope.LEDGER),
        (FIRST, "left-out"),
        ("river-ferry", "reliability"),
        ("river-ferry", "credibility"),
    ),
    "exercises/04_weighing_assertions": ((PRACTICE, Scope.LEDGER),),
}
"""What is compared in each lesson, in its order: the case, and the scope of the comparison."""

OPTIONAL = frozenset({("river-ferry", "reliability"), ("river-ferry", "credibility")})
"""What comes after the end of its lesson, for those who have time. A lesson is finished without."""


@dataclass(frozen=True)
class Extent:
    """How far a learner is in a lesson, by what its short route asks and what was answered beside.

    An item is a sentence, an item of a set, a claim, a single question, or all look-up cards as one.
    """

    answered: int  # items that have an answer
    of: int  # those, and all others on the short route
    left: int  # items on the short route still to be compared, or single questions to be answered

    @property
    def is_finished(self) -> bool:
        """Return whether nothing is left."""
        return not self.left


@dataclass(frozen=True)
class Part:
    """One thing of a lesson that a learner has compared with the key at least once.

    Of `rows`, `claims` and `cards` the one that goes with the scope is filled.
    """

    case: Case  # the case it is about
    key: Key  # the case's key
    scope: str  # a `Scope`, or the id of a question set
    rows: tuple[Compared, ...] = ()  # of an article or a question set: my choices beside the key's
    claims: tuple[Weighed, ...] = ()  # of a ledger: my estimates beside the verdicts
    cards: CardAnswers | None = None  # of look-up cards: which were opened

    @property
    def title(self) -> str:
        """Return the title of the question set, or "" where the scope has none of its own."""
        known = self.case.sets.get(self.scope)
        return known.title if known else ""


def lesson_parts(progress: Progress, lesson: str) -> list[Part]:
    """Return what was ever compared in a lesson, by `folder/name`, whether or not it is open now.

    A case that is not here, or cannot be read, is left out.
    """
    found = (_part(progress, case, scope) for case, scope in PARTS.get(lesson, ()))
    return [part for part in found if part]


def lesson_extents(progress: Progress) -> dict[Lesson, Extent]:
    """Return how far a learner is in each lesson whose cases are here and can be read, in order."""
    cases, records = {}, {}
    for name in case_names():
        try:
            cases[name] = load_case(name)
        except PackError:  # told where the case itself is shown
            continue
        records[name] = progress.records(case=name)
    return {
        lesson: _extent(lesson, cases, records)
        for lesson in LESSONS
        if all(case in cases for case, _ in needed_parts(lesson))
    }


def needed_parts(lesson: Lesson) -> list[tuple[str, str]]:
    """Return what has to be compared before a lesson is finished: cases and scopes."""
    parts = PARTS[f"{lesson.folder}/{lesson.name}"]
    return [part for part in parts if part not in OPTIONAL]


def has_part(case: Case, scope: str) -> bool:
    """Return whether a case has what is compared under `scope`; a pack may have gone without."""
    there = {Scope.ARTICLE: case.sentences, Scope.CARDS: case.cards, Scope.LEDGER: case.claims}
    return bool(there[scope]) if scope in there else scope in case.sets


def lesson_questions(lesson: Lesson, case: Case) -> list[str]:
    """Return the ids of the single questions that a lesson asks of its case, such as `e02-1`."""
    letter = "e" if lesson.folder == "exercises" else "l"
    return [name for name in case.questions if name.startswith(f"{letter}{lesson.name[:2]}-")]


def _extent(lesson: Lesson, cases: Mapping[str, Case], records: Mapping[str, list]) -> Extent:
    answered = of = left = 0
    for name, scope in needed_parts(lesson):
        if has_part(cases[name], scope):
            asked = set(_asked(cases[name], scope))
            given, compared = _given(cases[name], scope, records[name])
            answered += len(given)
            of += len(asked | given)
            left += len(asked - compared)
    case = cases[lesson.case]
    for name in lesson_questions(lesson, case):
        has_answer = bool(replay(records[case.id], SingleAnswer(case.questions[name])).answer)
        answered, of, left = answered + has_answer, of + 1, left + (not has_answer)
    return Extent(answered, of, left)


def _asked(case: Case, scope: str) -> Sequence[str]:
    """Return the ids of what is asked on the short route; of all where there is none."""
    if scope == Scope.CARDS:
        return [scope]
    if scope == Scope.ARTICLE:
        routes = with_whole(case.routes, case.by_id)
    elif scope == Scope.LEDGER:
        routes = with_whole(case.ledger.routes, [claim.id for claim in case.claims])
    else:
        routes = with_whole(case.sets[scope].routes, [item.id for item in case.sets[scope].items])
    return routes[SHORT if SHORT in routes else WHOLE].sentences


def _given(case: Case, scope: str, records: list) -> tuple[set[str], set[str]]:
    """Return the ids of what has an answer, and of what was ever compared."""
    if scope == Scope.LEDGER:
        claims = replay(records, ClaimAnswers())
        return set(claims.after), set(claims.firsts_after)
    if scope == Scope.CARDS:
        cards = replay(records, CardAnswers())
        return {scope for _ in (cards.steps or cards.first)[:1]}, {scope for _ in cards.first[:1]}
    answers = replay(records, _blank(case, scope))
    return set(answers.chosen), set(answers.first)


def _blank(case: Case, scope: str) -> Answers:
    if scope == Scope.ARTICLE:
        return Answers()
    allowed = tuple(option.id for option in case.sets[scope].options)
    return Answers(act=scope, scope=scope, allowed=allowed)


def _part(progress: Progress, name: str, scope: str) -> Part | None:
    records = progress.records(case=name)
    if not any(record.item == scope for record in records):
        return None
    try:
        case = load_case(name)
        key = load_key(case)
    except PackError:  # told where the case itself is shown
        return None
    return _compared(case, key, scope, records) if key else None


def _compared(case: Case, key: Key, scope: str, records: list) -> Part | None:
    if scope == Scope.LEDGER:
        claims = replay(records, ClaimAnswers())
        rows = weighed(case, key, claims, claims.firsts_after)
        return Part(case, key, scope, claims=tuple(rows)) if rows else None
    if scope == Scope.CARDS:
        cards = replay(records, CardAnswers())
        return Part(case, key, scope, cards=cards) if cards.first else None
    rows = _choices(case, key, scope, records)
    return Part(case, key, scope, tuple(rows)) if rows else None


def _choices(case: Case, key: Key, scope: str, records: list) -> list[Compared]:
    if scope != Scope.ARTICLE and scope not in case.sets:
        return []
    answers = replay(records, _blank(case, scope))
    if scope == Scope.ARTICLE:
        return compare(case, key, answers, list(answers.first))
    items = [item for item in case.sets[scope].items if item.id in answers.first]
    return compare_items(items, key.sets[scope], answers)
