"""Every chart says in words and in a table what it draws, and needs no network."""

from __future__ import annotations

import json

import pytest

from helpers.answers.choices import Answers
from helpers.case import load_case, load_key
from helpers.charts.figure import MIME
from helpers.charts.labels import labels_against_key
from helpers.charts.share import reporting_share
from helpers.results.choices import compare, key_labels


@pytest.fixture(scope="module")
def article():
    case = load_case("liberty-daily")
    return case, load_key(case)


def figures(article):
    case, key = article
    labels = {**key_labels(key, case.by_id), "s0": "opinion", "s12": "opinion"}
    rows = compare(case, key, Answers(chosen=labels), list(case.by_id))
    return [labels_against_key(rows), reporting_share(case, {"mine": labels})]


@pytest.mark.parametrize("number", [0, 1])
def test_a_chart_is_drawn_by_what_jupyterlab_bundles(article, number):
    """No address is fetched, and the same chart is the same text every time."""
    one, two = figures(article)[number], figures(article)[number]
    bundle, metadata = one._repr_mimebundle_()
    assert set(bundle) == {MIME, "text/plain"}
    assert metadata[MIME]["embed_options"] == {"actions": False, "renderer": "svg"}
    text = json.dumps(bundle[MIME])
    assert text == json.dumps(two._repr_mimebundle_()[0][MIME])
    assert text.count("http") == text.count("https://vega.github.io/schema/vega-lite/v5.json") == 1


@pytest.mark.parametrize("number", [0, 1])
def test_a_chart_says_what_it_shows_to_those_who_do_not_see_it(article, number):
    """Title, sentence and table in text; the sentence as the drawing's description too."""
    figure = figures(article)[number]
    assert figure.title in figure.in_words
    assert figure.sentence in figure.in_words
    chart, sentence, table = figure.outputs
    assert chart["data"][MIME]["description"] == figure.sentence
    assert sentence["data"]["text/plain"] == figure.sentence
    html = table["data"]["text/html"]
    assert f"<caption>{figure.title}</caption>" in html
    assert html.count('<th scope="row">') == len(figure.table)
    assert "dataframe" not in html


def test_labels_against_the_key_count_second_readings_apart(article):
    """s12 is contested, s0 is not: one differs, the other is a second reading."""
    sentence = figures(article)[0].sentence
    assert "same label in 21 of 23 sentences" in sentence
    assert "In 1 more your label is the key’s second reading" in sentence
    assert figures(article)[0].table.to_numpy().sum() == 23


def test_the_share_of_reporting_goes_from_first_paragraph_to_last(article):
    """The figures that lesson 2 quotes in its prose."""
    case, key = article
    figure = reporting_share(case, {"the key": key_labels(key, case.by_id)})
    assert figure.sentence == (
        "By the key, 2 of 3 labelled sentences report in paragraph 1, and 1 of 3 in paragraph 7."
    )
    assert list(figure.table["Labelled"]) == [1, 3, 2, 3, 4, 3, 4, 3]


def test_a_share_is_drawn_of_paragraphs_with_two_labels_only(article):
    """One label makes 0 or 100 %: on the short route that would tell against the text under it."""
    case, key = article
    short = key_labels(key, case.route("short").sentences)
    figure = reporting_share(case, {"the key": short})
    drawn = figure.spec["layer"][0].get("data") or figure.spec["data"]
    assert [row["labelled"] for row in drawn["values"]] == [2, 2]
    assert "in paragraph 3, and" in figure.sentence
    alone = reporting_share(case, {"mine": {"s1": "opinion"}})
    assert "no paragraph has two labelled sentences" in alone.sentence


def test_a_share_without_labels_is_a_sentence(article):
    """Nothing to draw is not an error."""
    assert "no labels yet" in reporting_share(article[0], {"mine": {}}).sentence


def test_the_wording_of_a_label_cannot_break_out_of_the_table(article):
    """Names of series are text in the table's HTML."""
    figure = reporting_share(article[0], {"<img src=x onerror=alert(1)>": {"s1": "opinion"}})
    assert "<img" not in figure.outputs[2]["data"]["text/html"]
