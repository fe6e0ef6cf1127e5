"""The charts of lesson 1: the timeline and the chain, each with a table that says the same."""

from __future__ import annotations

from helpers.answers.choices import Answers
from helpers.case import load_case, load_key
from helpers.charts.chain import chain_drawing
from helpers.charts.figure import MIME
from helpers.charts.timeline import timeline
from helpers.results.choices import compare_items


def test_the_timeline_says_in_words_what_it_draws():
    """The sentence and the table hold every event, and nothing is fetched."""
    figure = timeline(load_case("liberty-daily"))
    assert "20 dated events, the article tells 9" in figure.sentence
    assert "26 September 2025" in figure.sentence
    assert len(figure.table) == 20
    assert list(figure.table.iloc[0])[:2] == [
        "26 March 2020",
        "U.S. indictment of Maduro announced",
    ]
    assert "..." not in figure.outputs[2]["data"]["text/html"]
    assert figure._repr_mimebundle_()[0][MIME]["$schema"].endswith("v5.json")


def test_the_chain_is_drawn_with_a_table_that_says_the_same():
    """My answer and the key's, for each link that was answered; contested links name both."""
    case = load_case("liberty-daily")
    answers = Answers(act="chain", scope="chain", allowed=("seen", "inferred", "unknown"))
    answers.chosen = {"link-1": "seen", "link-3": "inferred", "link-5": "inferred"}
    rows = compare_items(case.sets["chain"].items, load_key(case).sets["chain"], answers)
    figure = chain_drawing(case, rows)
    assert list(figure.table["the key"]) == ["Seen", "Unknown", "Seen or Inferred"]
    assert "in 2 of 3" in figure.sentence
    assert "<th>0</th>" not in figure.table.to_html()
    _, drawn = figure.outputs
    assert drawn["data"]["text/html"].count('class="pt-arrow"') == 3
    assert (
        'data-basis="unknown">my answer: Inferred · the key: Unknown<' in drawn["data"]["text/html"]
    )
