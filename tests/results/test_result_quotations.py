"""What tracing beside a key promises: right where words decide, silent where meaning does."""

from __future__ import annotations

import pytest

from helpers.case import load_case, load_key
from helpers.results.quotations import CHANGED, SOUND, trace_in

PRACTICE = ["library-roof", "river-ferry", "night-market"]
VERDICTS = SOUND | CHANGED


def asked(name):
    """The quotations of a case with their keys, and the case."""
    case = load_case(name)
    key = load_key(case).sets["quotes"]
    return case, [(item, key[item.id]) for item in case.sets["quotes"].items]


@pytest.mark.parametrize("name", PRACTICE)
def test_on_the_practice_texts_the_computer_is_right_where_words_decide(name):
    """It differs from the key only where meaning or the occasion decides."""
    case, items = asked(name)
    for item, key in items:
        shown = [source for source in case.sources if source.id in item.shows]
        found = trace_in(shown, item.passage).verdict
        expected = {"context-changed": "exact", "cannot-tell": "not-found"}.get(key.kind, key.kind)
        assert found == expected, item.id


def test_the_computer_never_says_that_a_context_was_changed():
    """That is the reader's judgement, and the page says so beside every comparison."""
    for name in [*PRACTICE, "liberty-daily"]:
        case, items = asked(name)
        for item, _ in items:
            verdict = trace_in(case.sources, item.passage).verdict
            assert verdict in VERDICTS - {"context-changed"}
