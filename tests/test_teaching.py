"""What an instructor takes into a room: routes that add up, and slides that follow them."""

from __future__ import annotations

import re

import pytest

from helpers.case import ROOT

TEACHING = ROOT / "docs" / "teaching"
ROUTES = (TEACHING / "routes.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| (\d+) \| .+ \|$", re.MULTILINE)


def route(minutes: int) -> list[tuple[int, int]]:
    """The steps of a route: when each begins, and how long it takes, in minutes."""
    text = ROUTES.partition(f"## {minutes} minutes")[2].partition("\n## ")[0]
    return [(int(start), int(length)) for start, length in ROW.findall(text)]


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_a_route_adds_up_minute_by_minute(minutes):
    """A plan with a gap or an overlap fails in front of thirty people."""
    steps = route(minutes)
    assert len(steps) > 5
    assert steps[0][0] == 0
    for (start, length), (following, _) in zip(steps, [*steps[1:], (minutes, 0)], strict=True):
        assert start + length == following


def test_the_slides_follow_the_route_of_90_minutes():
    """Each step has its slide, in order, with the same times and notes for the speaker."""
    slides = re.findall(r"<section data-from=\"(\d+)\">(.*?)</section>", SLIDES, re.DOTALL)
    assert [int(start) for start, _ in slides] == [start for start, _ in route(90)]
    for (start, length), (_, slide) in zip(route(90), slides, strict=True):
        assert f"{start // 60}:{start % 60:02} · {length} minutes" in slide
        assert slide.count("<aside>") == 1


SLIDES = (TEACHING / "slides.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["slides.html", "poster.html"])
def test_what_is_shown_needs_no_network(name):
    """A file from a memory stick is enough; nothing is fetched from anywhere."""
    html = (TEACHING / name).read_text(encoding="utf-8")
    assert "default-src 'none'" in html
    assert not re.search(r"(?:src|href)=|url\(|@import|https?:", html)


def test_the_hand_outs_quote_the_article_as_it_is():
    """The passage that a room reads aloud is the article's, letter by letter."""
    article = (ROOT / "seeds" / "liberty-daily" / "article.txt").read_text(encoding="utf-8")
    (passage,) = re.findall(r"<blockquote>“(For this reason.*?)”</blockquote>", SLIDES)
    assert passage in article
