"""The charts of lesson 4: estimates, sureness and ratings, each with a sentence and a table."""

from __future__ import annotations

from learners import always, good_judge, played

from helpers.charts.estimates import estimates_moving
from helpers.charts.ratings import source_and_news
from helpers.charts.sureness import how_right
from helpers.results.claims import how_sure
from helpers.results.ratings import same_steps


def test_the_moving_chart_says_in_words_what_it_shows():
    """Rose, fell, stayed, and no number: the sentence and the table hold it all."""
    figure = estimates_moving(played(always("55-80"), good_judge))
    assert "rose for 7, fell for 1 and stayed for 4" in figure.sentence
    assert "For 3 you said" in figure.sentence
    assert len(figure.table) == 15
    assert figure.spec["$schema"].endswith("vega-lite/v5.json")


def test_how_right_is_drawn_from_the_bands_that_were_used():
    """A band that nobody used has no point."""
    figure = how_right(how_sure(played(good_judge) * 5))
    assert len(figure.table) == 2
    assert figure.table.iloc[-1].tolist() == [0.88, 1.0, 35]


def test_source_and_news_are_drawn_with_a_table():
    """Each report has its two steps in words and numbers."""
    found = same_steps({"r1": "b"}, {"r1": "5"}, {"r1": ("b", "5")})
    figure = source_and_news({"r1": "b"}, {"r1": "5"}, {"r1": "The note"}, found)
    assert figure.table.loc["The note"].tolist() == [2, 5]
