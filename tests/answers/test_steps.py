"""What comes next for a claim: one table of cases, which the page is held to as well."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers.answers.claims import ClaimAnswers, step_of
from helpers.answers.replay import replay

CASES = json.loads(
    (Path(__file__).parents[1] / "data" / "answers" / "steps.json").read_text(encoding="utf-8")
)
CLAIM = SimpleNamespace(id="c1", cards=(SimpleNamespace(id="k1"), SimpleNamespace(id="k2")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_the_step_follows_from_the_answers(case):
    """The page keeps the same promise by the same cases: tests/browser/logic/ledger.state.test.mjs."""
    records = [
        SimpleNamespace(item=item, act=act, value=value) for item, act, value in case["answers"]
    ]
    assert step_of(CLAIM, replay(records, ClaimAnswers())) == case["step"]
