"""What the first lines of an article promise: a byline or a day is found, a sentence is none."""

import json
from pathlib import Path

import pytest

from helpers.article import open_article
from helpers.article.top import DATE, DATE_FORMS, day_in, names_in

DATA = Path(__file__).parent.parent / "data" / "article"
BYLINES = json.loads((DATA / "bylines.json").read_text(encoding="utf-8"))
DAYS = json.loads((DATA / "days.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", BYLINES, ids=lambda case: case["line"])
def test_a_line_is_a_byline_or_none(case):
    """Who signed is given as it is written; a sentence that begins with By names nobody."""
    assert names_in(case["line"]) == case["names"], case["label"]


@pytest.mark.parametrize("case", DAYS, ids=lambda case: case["line"])
def test_a_line_gives_a_day_or_none(case):
    """The day of the page is found beside an hour or a byline; a day in the story is not it."""
    assert day_in(case["line"]) == case["day"], case["label"]


@pytest.mark.parametrize("form", DATE_FORMS, ids=lambda form: form.name)
def test_each_form_of_a_day_does_its_work(form):
    """A form that no day needs would be seen here, and so would one that takes too much."""
    assert DATE.fullmatch(form.case)
    assert not DATE.fullmatch(form.counter)


def test_by_on_a_line_of_its_own_takes_the_next():
    """Some pages break the line between the word and the name."""
    assert open_article("Weir gives way\nBy\nOda Lind\n\nIt rained.").byline == "Oda Lind"


def test_what_stands_below_the_top_is_the_story():
    """Eight lines are the top: a name or a day further down belongs to what is told."""
    story = "Weir gives way\n\n" + "It rained again.\n" * 9
    assert open_article(story + "By Oda Lind\n3 May 2031").byline is None
    assert open_article(story + "By Oda Lind\n3 May 2031").published is None
