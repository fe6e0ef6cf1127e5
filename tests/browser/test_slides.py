"""The slides and the poster, used as an instructor does: by keyboard, from a file, and on paper."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from helpers.case import ROOT

TEACHING = ROOT / "docs" / "teaching"


@pytest.fixture
def slides(browser):
    """The slides, opened from the disk."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto((TEACHING / "slides.html").as_uri())
    yield page
    page.close()


def shown(page) -> list[str]:
    """The titles that can be seen."""
    return [one.inner_text() for one in page.locator("h1, h2").all() if one.is_visible()]


def test_arrows_go_on_and_back_and_stop_at_the_ends(slides):
    """A remote control sends these keys."""
    first = shown(slides)
    assert len(first) == 1
    slides.keyboard.press("ArrowLeft")
    assert shown(slides) == first
    slides.keyboard.press("PageDown")
    assert shown(slides) != first
    slides.keyboard.press("End")
    last = shown(slides)
    slides.keyboard.press("ArrowRight")
    assert shown(slides) == last
    count = slides.locator("section").count()
    assert slides.get_by_role("status").inner_text() == f"Slide {count} of {count}"


def test_notes_are_seen_only_when_asked_for(slides):
    """The room sees the slide, the speaker the notes."""
    note = slides.locator("section.now aside")
    assert not note.is_visible()
    slides.keyboard.press("n")
    assert note.is_visible()
    assert slides.get_by_role("button", name="Notes").get_attribute("aria-pressed") == "true"


def test_on_paper_every_slide_is_there_with_its_notes(slides):
    """An instructor without a screen reads from the print."""
    slides.emulate_media(media="print")
    assert len(shown(slides)) == slides.locator("section").count()
    assert all(one.is_visible() for one in slides.locator("aside").all())
    assert not slides.locator("nav").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["slides.html", "poster.html"])
def test_nothing_serious_for_axe(browser, name, scheme):
    """All of these pages is ours, so all of it has to be in order."""
    page = browser.new_page(color_scheme=scheme)
    page.goto((TEACHING / name).as_uri())
    if name == "slides.html":
        page.keyboard.press("n")
    found = Axe().run(page).response["violations"]
    page.close()
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("name", ["slides.html", "poster.html"])
def test_nothing_is_cut_off_on_a_narrow_screen(browser, name):
    """At 400 % zoom, or on a phone, one scrolls down and never sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto((TEACHING / name).as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= 320
