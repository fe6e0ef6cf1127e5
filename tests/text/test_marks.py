"""Promises of `helpers.text.marks`: what stands between quotation marks, whatever marks a text uses."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text import marks
from helpers.text.marks import paragraphs, quoted_runs, runs_of_sentence

DATA = Path(__file__).parents[1] / "data" / "text" / "marks.json"
CASES = json.loads(DATA.read_text(encoding="utf-8"))["cases"]


def quoted(text):
    """The words between marks, paragraph after paragraph."""
    found = quoted_runs(text, paragraphs(text))
    return [text[run.start : run.end] for runs in found for run in runs]


@pytest.mark.labelled
@pytest.mark.parametrize(
    ("text", "words"),
    [pytest.param(case["text"], case["quoted"], id=case["label"]) for case in CASES],
)
def test_what_stands_between_marks_is_found(text, words):
    """Whichever marks a text uses, and however they were copied."""
    assert quoted(text) == words


@pytest.mark.labelled
@pytest.mark.parametrize(
    ("table", "rule"),
    [
        pytest.param(table, rule, id=f"{table} {rule.name}")
        for table in ("DOUBLE", "SINGLE")
        for rule in getattr(marks, table)
    ],
)
def test_each_rule_does_what_its_case_shows(table, rule):
    """Without the rule its case is read otherwise, and what only looks like it is not."""
    case, counter = quoted(rule.case), quoted(rule.counter)
    rest = tuple(one for one in getattr(marks, table) if one is not rule)
    with patch.object(marks, table, rest):
        assert quoted(rule.case) != case
        assert quoted(rule.counter) == counter


@pytest.mark.labelled
def test_a_paragraph_that_is_taken_further_says_so():
    """The next paragraph opens anew what this one left open."""
    text = "‘Nobody came.\n\n‘Then it broke.’ “We left.\n\nThey stayed."
    runs = [run for found in quoted_runs(text, paragraphs(text)) for run in found]
    assert [run.continues for run in runs] == [True, False, False]


@pytest.mark.labelled
@pytest.mark.parametrize(
    ("text", "inside", "runs"),
    [
        ("was old,” he said, “and wet.”", True, ["was old,”", "“and wet.”"]),
        ("was old,” he said, “and wet.”", False, ["was old,”", "“and wet.”"]),
        ("It was old.", True, ["It was old."]),
        ("It was old.", False, []),
        ("The voters’ “anger” grew.", False, ["“anger”"]),
        ("He left. The “anger” grew.", False, ["“anger”"]),
        ("The voters’ plan is old,” he said.", False, ["The voters’ plan is old,”"]),
        ("”Hej,” sa han.", False, ["”Hej,”"]),
        ('It was a 12" pipe, "old," he said.', False, ['"old,"']),
    ],
)
def test_a_sentence_may_begin_inside_a_quotation(text, inside, runs):
    """The reader says so, or its first mark does, for it closes what nothing opened."""
    found = runs_of_sentence(text, inside)
    assert [text[run.outer_start : run.outer_end] for run in found] == runs


@pytest.mark.labelled
def test_paragraphs_have_something_in_them():
    """Empty lines are none."""
    text = "\n\n\nOne.\n\n \n\nTwo.\n"
    assert [text[start:end].strip() for start, end in paragraphs(text)] == ["One.", "Two."]
    assert len(paragraphs("One.\nTwo.\n")) == 2
    assert paragraphs("") == []


PIECES = [*"“”\"'‘’«»„`()-—,. 12ab\n", "''", "``", "s’", "goin'", " ' ", ' " ', "\n\n", "\u00a0"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_runs_are_in_order_inside_their_paragraph(text):
    """Runs never overlap, never cross a paragraph's end, and their marks lie outside them."""
    spans = paragraphs(text)
    for (start, end), runs in zip(spans, quoted_runs(text, spans), strict=True):
        for run in runs:
            assert start <= run.outer_start <= run.start < run.end <= run.outer_end <= end
            assert text[run.start : run.end].strip()
            start = run.outer_end


@pytest.mark.parametrize(
    "piece", ["“", "”", '"', "'", "‘", "‘a ", "“a ", '"a ', "« ", '12" ', "`a ", "” ", '" ']
)
def test_a_long_text_of_marks_is_read(piece):
    """Nothing makes the search go back and forth."""
    quoted(piece * 20_000)
