"""What a learner has compared in each lesson, from the answers on disk."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.answers.cards import CardAnswers
from helpers.answers.choices import Answers
from helpers.answers.claims import ClaimAnswers
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.case import load_case, load_key
from helpers.case.model import Case, Key
from helpers.case.vocabulary import Scope
from helpers.case.yaml_lines import PackError
from helpers.lessons import FIRST, PRACTICE, TWIN
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
    if scope == Scope.ARTICLE:
        answers = replay(records, Answers())
        return compare(case, key, answers, list(answers.first))
    if scope not in case.sets:
        return []
    questions = case.sets[scope]
    allowed = tuple(option.id for option in questions.options)
    answers = replay(records, Answers(act=scope, scope=scope, allowed=allowed))
    items = [item for item in questions.items if item.id in answers.first]
    return compare_items(items, key.sets[scope], answers)
