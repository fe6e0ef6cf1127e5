"""What a report or a class board stands on: from answers on disk to what is shown, and no widget."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from helpers.answers.cards import CardAnswers
from helpers.answers.choices import Answers
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.case import load_case, load_key
from helpers.results.cards import card_counts
from helpers.results.choices import compare, compare_items, judgement_counts
from helpers.results.claims import claim_counts, weighed_elsewhere
from helpers.results.quotations import quote_counts
from helpers.views.cards import cards_comparison
from helpers.views.comparison import article_comparison
from helpers.views.quotations import quotations_comparison

CASE = load_case("liberty-daily")
KEY = load_key(CASE)


@pytest.fixture
def progress(home):
    """A learner who has done a little of each lesson."""
    progress = Progress(home)
    record = progress.record
    for item, kind in (("s1", "opinion"), ("s2", "attributed")):
        record(CASE.id, item, "kind", kind)
    record(CASE.id, "q1", "quotes", "altered")
    record(CASE.id, CASE.cards[0].id, "open", True)
    record(CASE.id, "cards", "compare", True)
    claim = CASE.claims[0]
    record(CASE.id, claim.id, "estimate", "80-95")
    record(CASE.id, claim.id, "check", next(iter(claim.checks)))
    for card in claim.cards:
        record(CASE.id, card.id, "turn", True)
    record(CASE.id, claim.id, "estimate-after", "95-99")
    record(CASE.id, "ledger", "compare", [claim.id])
    return progress


def test_labels(progress):
    """Counts for a board, and the comparison for a report."""
    answers = replay(progress.records(case=CASE.id), Answers())
    rows = compare(CASE, KEY, answers, list(CASE.by_id))
    assert judgement_counts(rows).total == 2
    view = article_comparison(CASE, KEY, answers, rows, left=21)
    assert [row["id"] for row in view["rows"]] == ["s1", "s2"]
    assert "21" in view["notes"][0]


def test_quotations(progress):
    """A question set is replayed by its own id, and its quotations are traced."""
    questions = CASE.sets["quotes"]
    allowed = tuple(option.id for option in questions.options)
    blank = Answers(act="quotes", scope="quotes", allowed=allowed)
    answers = replay(progress.records(case=CASE.id), blank)
    rows = compare_items(questions.items, KEY.sets["quotes"], answers)
    assert (quote_counts(rows).changed, quote_counts(rows).noticed) == (1, 1)
    (row,) = quotations_comparison(CASE, questions, rows)["rows"]
    assert row["machine"]
    assert "join" in [edit["op"] for edit in row["edits"]]


def test_cards(progress):
    """Cards keep their order and their round."""
    answers = replay(progress.records(case=CASE.id), CardAnswers())
    assert card_counts(CASE, KEY, answers).chosen == 1
    view = cards_comparison(CASE, KEY, answers)
    assert [row["id"] for row in view["rows"] if row["number"]] == [CASE.cards[0].id]


def test_claims_of_all_cases(progress):
    """What was weighed adds up over the cases; the one that is open elsewhere is left out."""
    rows = weighed_elsewhere(progress, "night-market")
    assert [row.claim.id for row in rows] == [CASE.claims[0].id]
    assert claim_counts(rows).weighed == 1
    assert weighed_elsewhere(progress, CASE.id) == []


def test_no_widget_and_no_table_is_loaded_on_the_way():
    """A page in a browser's Python, and a terminal, show what the widgets show."""
    root = Path(__file__).resolve().parents[2]
    rooms = ("article", "cards", "claims", "comparison", "learner", "quotations", "questions")
    imports = "; ".join(f"import helpers.views.{room}" for room in rooms)
    code = (
        f"import sys; {imports}; from helpers.case import load_case; "
        "helpers.views.article.article_view(load_case('river-ferry')); "
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & {"anywidget", "ipywidgets", "traitlets", "pandas"}
