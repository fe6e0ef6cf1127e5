"""The numbers that people read are those that are printed: one numbering, wherever an item appears."""

import pytest
from packs import Pack

from helpers.answers.choices import Answers
from helpers.case import case_names, load_case, load_key, validate
from helpers.results.choices import compare_items
from helpers.views.article import article_view, sentence_name
from helpers.views.questions import item_name, questions_comparison, questions_view

CASES = [load_case(name) for name in case_names()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_sentence_is_called_by_the_number_in_its_id(case):
    """Prose and feedback say "sentence 7" of s7, and 7 is printed beside it; s0 is the headline."""
    assert all(name == f"s{number}" for name, number in case.numbers.items())
    shown = [part for block in article_view(case)["blocks"] for part in block["parts"]]
    printed = {part["id"]: part["number"] for part in shown if "id" in part}
    assert printed == case.numbers
    assert all((number == 0) == ("\n" not in case.text[: case.by_id[name].anchor.end])
               for name, number in printed.items())  # fmt: skip


def test_only_a_headline_is_called_one():
    """Without a judged headline the count begins with the first sentence."""
    with_one, without = load_case("liberty-daily"), load_case("library-roof")
    assert sentence_name(with_one, "s0") == "Headline"
    assert sentence_name(with_one, "s7") == "Sentence 7"
    assert sentence_name(without, "s1") == "Sentence 1"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_an_item_bears_the_same_number_on_every_route_and_in_the_comparison(case):
    """Numbers are places in the whole set, so "quotation 3" is the third on the short route too."""
    key = load_key(case)
    for questions in case.sets.values():
        asked = {item["id"]: item["name"] for item in questions_view(case, questions)["items"]}
        assert len(set(asked.values())) == len(asked)
        some = questions.items[1::2]
        chosen = {item.id: questions.options[0].id for item in some}
        rows = compare_items(some, key.sets[questions.id], Answers(chosen=chosen))
        compared = questions_comparison(case, questions, rows)["rows"]
        assert {row["id"]: row["name"] for row in compared} == {
            item.id: asked[item.id] for item in some
        }


def test_what_an_item_is_called():
    """A quotation bears its place; a sentence that is asked about again keeps its own number."""
    case = load_case("liberty-daily")
    quotes, sourcing = case.sets["quotes"], case.sets["sourcing"]
    assert item_name(case, quotes, quotes.items[2]) == "Quotation 3"
    assert item_name(case, sourcing, sourcing.items[-1]) == "Sentence 17"


def test_an_item_without_a_sentence_cannot_bear_its_number(tmp_path):
    """An author is told at once, and not by a page that breaks."""
    pack = Pack()
    pack.case["sets"]["sourcing"]["unit"] = "sentence"
    (problem,) = validate(pack.write(tmp_path / "mine"))
    assert "its unit is a sentence, but item i2 names none" in problem.says
