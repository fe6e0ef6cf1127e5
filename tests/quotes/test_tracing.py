"""Tracing: which words are the same, what was changed, and what is no find at all."""

import json
import sqlite3
from pathlib import Path

import pytest

from helpers.quotes import Quotation, Sources, find_quotes
from helpers.quotes.tracing import index

DATA = Path(__file__).resolve().parents[1] / "data" / "quotes" / "tracing-changes.json"
CASES = json.loads(DATA.read_text(encoding="utf-8"))["cases"]


@pytest.mark.labelled
@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_what_was_changed_is_named_and_what_is_typography_is_not(case):
    """Verdict, the place of every piece and each change are as a reader would give them."""
    sources = case["sources"]
    trace = Sources(sources).trace(case["quotation"])
    assert trace.verdict == case["verdict"]
    assert [[e.op, e.source_text, e.quoted_text] for e in trace.edits if e.op != "equal"] == case[
        "changes"
    ]
    assert [sources[name][start:end] for name, start, end in trace.pieces] == case["pieces"]


@pytest.mark.labelled
@pytest.mark.parametrize(
    ("given", "named"),
    [
        (Quotation(0, 9, "direct", ((0, 9),)), "Quotation without its words"),
        (123, "int"),
        (None, "NoneType"),
        (["the kiln"], "list"),
        (type("Page", (), {"words": ["the", "kiln"]})(), "Page"),
    ],
)
def test_what_is_no_quotation_is_refused_with_advice(given, named):
    """A wrong argument is never answered with a verdict; the error says what to do instead."""
    with pytest.raises(TypeError, match=rf"{named}.*find_quotes.*Pass the words instead"):
        Sources({"record": "We light the kiln."}).trace(given)


@pytest.mark.labelled
def test_a_join_without_missing_words_stays_visible():
    """Two pieces are two steps, so that the page can draw the join; typography is one step."""
    record = {"record": "We light the old kiln.[2] Barges bring peat on every tide."}
    joined = Sources(record).trace("We light the old kiln barges bring peat on every tide")
    assert [edit.op for edit in joined.edits] == ["equal", "equal"]
    whole = Sources(record).trace("We light the old kiln. Barges bring peat on every tide")
    assert [edit.op for edit in whole.edits] == ["equal"]


@pytest.mark.labelled
def test_a_quotation_that_was_found_is_traced():
    """What `find_quotes` gives is traced by its words."""
    (found,) = find_quotes("“We light the kiln,” Moll said.")
    assert Sources({"record": "We light the kiln."}).trace(found).verdict == "exact"


@pytest.mark.labelled
@pytest.mark.parametrize("missing", [ImportError, sqlite3.OperationalError])
def test_without_a_database_the_same_is_found(missing):
    """A browser's Python may lack SQLite, or its full-text search; tracing works all the same."""

    def refuse(_name):
        raise missing

    documents = {"one": "We light the kiln when the frost is over. " * 80, "two": "Peat is dear."}
    quotations = ["the kiln when the frost was over", "Peat is dear", "the duke of dunes is away"]
    expected = [Sources(documents).trace(quotation) for quotation in quotations]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "import_module", refuse)
        sources = Sources(documents)
        assert [sources.trace(quotation) for quotation in quotations] == expected
    assert [trace.verdict for trace in expected] == ["altered", "exact", "not-found"]


@pytest.mark.labelled
def test_words_in_a_row_are_found_behind_many_passages_that_hold_them_apart():
    """However many passages hold all the words, the one with the words in a row is the find."""
    others = {str(number): "As we light it, it is so." for number in range(60)}
    trace = Sources({**others, "record": "It is as we light it."}).trace("it is as we light it")
    assert (trace.verdict, trace.pieces) == ("exact", (("record", 0, 20),))
