"""Promises of `helpers.text`: exact offsets on any text, and sentences where a reader sees them."""

import json
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers import text as module
from helpers.text import Span, sentence_ends, split_sentences

DATA = Path(__file__).parents[1] / "data" / "text"


def cases(name):
    """Every labelled case of one data file, as (text, sentences)."""
    found = json.loads((DATA / name).read_text(encoding="utf-8"))["cases"]
    assert found, f"{name} holds no cases"
    return [
        pytest.param(
            case.get("text") or " ".join(case["sentences"]), case["sentences"], id=case["label"]
        )
        for case in found
    ]


def check_contract(text):
    """Exact, ordered, and nothing but white space left over."""
    done = 0
    for span in split_sentences(text):
        assert span.text == text[span.start : span.end]
        assert span.text == span.text.strip() != ""
        assert not text[done : span.start].strip()
        assert done <= span.start
        done = span.end
    assert not text[done:].strip()


def test_this_checkout_is_the_one_under_test():
    """An installed copy from elsewhere must not be tested by mistake."""
    assert Path(module.__file__).resolve().parents[2] == Path(__file__).resolve().parents[2]


# --- Labelled cases ---------------------------------------------------------------------------


@pytest.mark.labelled
@pytest.mark.parametrize(("text", "sentences"), cases("news.json"))
def test_hard_boundaries_in_news_are_found(text, sentences):
    """The stops that news is full of end a sentence only where a reader says so."""
    assert [span.text for span in split_sentences(text)] == sentences


@pytest.mark.labelled
@pytest.mark.parametrize(("text", "sentences"), cases("negative.json"))
def test_what_looks_like_an_end_but_is_not_stays_whole(text, sentences):
    """Each of these is one sentence, however many stops are in it."""
    assert len(sentences) == 1
    assert [span.text for span in split_sentences(text)] == sentences


@pytest.mark.labelled
@pytest.mark.parametrize(("text", "sentences"), cases("layout.json"))
def test_lines_lists_and_headings_are_read_as_laid_out(text, sentences):
    """A blank line, an item or a heading ends a sentence; a wrapped line does not."""
    assert [span.text for span in split_sentences(text)] == sentences


@pytest.mark.xfail(strict=True, reason="known failure: see the label")
@pytest.mark.parametrize(("text", "sentences"), cases("known-failures.json"))
def test_known_failures_are_still_failures(text, sentences):
    """When one of these starts to pass it moves to another file."""
    assert [span.text for span in split_sentences(text)] == sentences


def test_labels_are_unique():
    """A failing label leads to one case."""
    labels = [
        case["label"]
        for path in sorted(DATA.glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]
    ]
    assert len(labels) > 100
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("text", "sentences"), [*cases("news.json"), *cases("negative.json"), *cases("layout.json")]
)
def test_a_paragraph_reads_the_same_inside_a_longer_text(text, sentences):
    """What stands in other paragraphs does not change where a sentence ends."""
    longer = f"The dam broke.\n\n{text}\n\nNobody was hurt."
    found = [span.text for span in split_sentences(longer)]
    assert found == ["The dam broke.", *sentences, "Nobody was hurt."]


# --- Any text at all --------------------------------------------------------------------------

HARD = """Gov. U.S. J. D. No. 5 a.m. Inc. 2.5 … ... . ! ? ?! ” “ " ' ’ ( ) [3] [...] • - — : ; ,
    The the said I 1. b) www.a.org @b #c www 3 Voss O. St. Jan. .com .The"""
PIECES = [
    *HARD.split(),
    *" \n\t\r\u0085\u00a0\u200b\u2028\u2029\ufeff\u202e\u0000\ud800\x1c",
    "\r\n",
    "\n\n",
    "🎉",
    "שלום",
    "。",
]


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
@example("\ud83d. \udc00 A")
def test_offsets_are_exact_on_any_text(text):
    """Spans quote the text exactly, in order, and leave only white space behind."""
    check_contract(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", " "]))
def test_offsets_are_exact_on_texts_made_of_hard_pieces(pieces, joiner):
    """The same, where every piece is one that the rules look at."""
    check_contract(joiner.join(pieces))


@given(st.text(st.sampled_from(" \n\t\r\u0085\u00a0\u2028\u2029\u3000"), max_size=20))
def test_white_space_alone_has_no_sentences(text):
    """Nothing to read is nothing to mark."""
    assert split_sentences(text) == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_every_sentence_with_a_word_in_it_is_one_paragraph_at_most(text):
    """No sentence crosses a blank line."""
    assert all("\n\n" not in span.text for span in split_sentences(text))


HOSTILE = {
    "one long word": "a" * 1_000_000,
    "full stops": "." * 100_000,
    "full stops apart": ". " * 50_000,
    "full stops, then a letter": "." * 100_000 + "a",
    "open brackets": "(" * 100_000,
    "open brackets with words": "(a " * 50_000,
    "open square brackets after stops": ".[" * 50_000,
    "quotation marks": "“”\"'" * 25_000,
    "closing marks after stops": ".”" * 50_000,
    "spaces": "a." + " " * 200_000 + "B",
    "line breaks": "a\n" * 50_000,
    "blank lines": "a.\n \n" * 50_000,
    "a long wrapped paragraph": "It was late and\n" * 20_000,
    "initials": "A. " * 50_000,
    "stops before small letters": "-" * 50_000 + "a. b" * 25_000,
    "times that never end": "x " * 5_000 + "a.m. 5 " * 20_000,
    "asides": "(A. B.) and " * 20_000,
    "list labels": " ".join(f"{n}. Item" for n in range(1, 20_000)),
    "bullets": " • a" * 50_000,
    "question marks and names": "“Why?” Ann Bell Cook " * 5_000,
    "digits and stops": "1." * 50_000,
    "note numbers": "word.[1] 2 Even " * 10_000,
    "emoji": "🎉." * 50_000,
    "half an emoji": "\ud83c. " * 50_000,
    "nul": "\x00. " * 50_000,
    "right to left": "\u202eשלום. " * 20_000,
    "zero width": "a.\u200bB" * 20_000,
    "every line end": "a.\r\nb.\rc.\x85d.\u2028e.\u2029f.\x0cg.\x0b" * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_finish_and_keep_the_contract(text):
    """No text, however odd or long, raises or makes the search go back and forth for ever."""
    check_contract(text)


# --- The small print --------------------------------------------------------------------------


def test_offsets_count_code_points():
    """An emoji is one code point, as in Python, and not two, as in JavaScript."""
    assert split_sentences("🎉🎉 We won.  Go home.") == [
        Span(0, 10, "🎉🎉 We won."),
        Span(12, 20, "Go home."),
    ]


def test_a_span_cannot_be_changed():
    """A marked sentence stays the sentence that was marked."""
    with pytest.raises(FrozenInstanceError):
        Span(0, 1, "a").start = 2


def test_importing_it_loads_no_package():
    """The module runs anywhere, a browser's Python included: standard library only."""
    code = (
        "import sys; before = set(sys.modules); import helpers.text;"
        "helpers.text.split_sentences('One. Two.');"
        "new = {name.split('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(new - set(sys.stdlib_module_names) - {'helpers'}))"
    )
    root = Path(__file__).resolve().parents[2]
    out = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=60
    )
    assert out.stdout.strip() == "[]", out.stderr


# --- The table of rules -----------------------------------------------------------------------


@pytest.mark.labelled
@pytest.mark.parametrize("rule", sentence_ends.RULES, ids=lambda rule: rule.name)
def test_each_rule_does_what_its_case_shows(rule):
    """Without the rule its case is split otherwise, and what only looks like it is not."""
    case, counter = split_sentences(rule.case), split_sentences(rule.counter)
    with patch.object(
        sentence_ends, "RULES", tuple(one for one in sentence_ends.RULES if one is not rule)
    ):
        assert split_sentences(rule.case) != case
        assert split_sentences(rule.counter) == counter
