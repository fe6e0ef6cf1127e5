"""Lesson 1 as a learner takes it: clues, look-up cards and the chain, by keyboard alone."""

from __future__ import annotations

import re

import lab
import pytest

LESSON = "notebooks/01_provenance.ipynb"


def part(page, name):
    """One of the lesson's widgets: the clues, the cards, or the chain of the real article."""
    places = {"clues": (".pt-judge", 1), "cards": (".pt-lookup", 0), "chain": (".pt-judge", 4)}
    selector, number = places[name]
    return page.locator(selector).nth(number)


def answer(page, name, keys):
    """Answer one item after the other by its number key, and go on with the arrow."""
    part(page, name).locator('.pt-item[tabindex="0"]').focus()
    page.keyboard.press("Home")
    for key in keys:
        page.keyboard.press(key)
        page.keyboard.press("ArrowDown")
    lab.saved(part(page, name))


def compare(page, name):
    return lab.compare(page, part(page, name))


def open_cards(page, downs):
    """From the first result, go down so many and open; once for each number."""
    part(page, "cards").locator('.pt-item[tabindex="0"]').focus()
    for steps in downs:
        page.keyboard.press("Home")
        for _ in range(steps):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    lab.saved(part(page, "cards"))


@pytest.fixture
def lesson(page):
    """Lesson 1 with every cell run."""
    lab.open_notebook(page, page.address, LESSON)
    lab.run_all(page)
    part(page, "chain").wait_for(timeout=60_000)
    return page


def test_a_keyboard_learner_finishes_both_routes_and_finds_everything_again(lesson, shot):
    """Clues, cards and chain, short and whole; after a reload and a restart all of it is there."""
    page = lesson
    answer(page, "clues", ["2", "2", "1", "4"])
    part(page, "clues").scroll_into_view_if_needed()
    shot(page, "l1-clues")
    assert "accepts your answer in 4 of 4" in compare(page, "clues")
    shot(page, "l1-clues-compared")
    lab.try_again(page, part(page, "clues"))
    lab.choose_route(page, part(page, "clues"), "whole")
    answer(page, "clues", ["2", "2", "2", "1", "4", "1", "1", "4"])
    assert "accepts your answer in 8 of 8" in compare(page, "clues")

    open_cards(page, [6, 10])
    shot(page, "l1-cards")
    cards = compare(page, "cards")
    assert "You opened 2 of 4: 2 of them help" in cards
    assert "These 2 were enough" in cards
    shot(page, "l1-cards-compared")

    answer(page, "chain", ["1", "2", "3"])
    assert "accepts your answer in 3 of 3" in compare(page, "chain")
    lab.try_again(page, part(page, "chain"))
    lab.choose_route(page, part(page, "chain"), "whole")
    answer(page, "chain", ["1", "2", "3", "1", "2", "2"])
    chain = compare(page, "chain")
    assert "accepts your answer in 5 of 6" in chain
    page.get_by_text("A solid line is seen").first.wait_for()
    page.locator(".pt-chain").first.wait_for()
    bases = page.locator(".pt-chain .pt-arrow").evaluate_all("all => all.map(e => e.dataset.basis)")
    assert (len(bases), set(bases)) == (6, {"seen", "inferred", "unknown"})
    shot(page, "l1-chain")

    lab.reload(page)
    lab.restart_and_run(page)
    part(page, "chain").locator(".pt-result h3").wait_for()
    assert part(page, "cards").locator(".pt-summary").inner_text() == cards
    assert part(page, "chain").locator(".pt-summary").inner_text() == chain


def test_after_the_budget_the_rest_stays_closed_until_comparing(lesson):
    """Opening everything cannot be done; comparing explains what was left closed as well."""
    page = lesson
    open_cards(page, [0, 1, 3, 4, 5])
    cards = part(page, "cards")
    assert cards.locator('.pt-item[data-open="true"]').count() == 7  # three came along with a view
    assert "that is the limit" in cards.locator(".pt-spent:visible").inner_text()
    compare(page, "cards")
    assert cards.locator(".pt-card").count() == 13
    page.keyboard.press("Tab")
    assert cards.locator(".pt-cards").first.locator("li").count() == 4


def test_a_critics_view_opens_with_the_other_sides(lesson, shot):
    """The rating never stands alone, and what opens along with it costs nothing."""
    page = lesson
    open_cards(page, [2])
    cards = part(page, "cards")
    names = cards.locator('.pt-item[data-open="true"]').evaluate_all(
        "all => all.map(item => item.dataset.id)"
    )
    assert set(names) == {"card-rating", "card-friend", "card-editor", "card-rater-critic"}
    assert "You have opened 1 of 4" in cards.inner_text()
    shot(page, "l1-bundle")


def test_a_mouse_learner_can_do_it_too(lesson):
    """A click on “Open” is enough."""
    page = lesson
    cards = part(page, "cards")
    cards.get_by_role("button", name=re.compile("Open: .*, WLRN")).click()
    cards.locator('.pt-item[data-id="card-wlrn"][data-open="true"]').wait_for()
    assert "Helps with this question" in cards.inner_text()


def test_keys_that_harm_a_notebook_do_nothing_in_the_cards(lesson):
    """1, 0 0, d d, x, m and others leave the cells and the kernel alone."""
    page = lesson
    with lab.nothing_harmed(page):
        for place in (".pt-lookup .pt-item", ".pt-lookup .pt-open", ".pt-lookup .pt-main"):
            lab.press_harmful(page, page.locator(place).first)
    assert part(page, "cards").locator('.pt-item[data-open="true"]').count() == 0


def test_axe_finds_nothing_in_the_widgets(lesson):
    """Names, roles and contrast hold, before and after something was opened and compared."""
    page = lesson
    assert lab.faults(page) == []
    open_cards(page, [2])
    assert lab.faults(page) == []
    compare(page, "cards")
    assert lab.faults(page) == []


@pytest.mark.parametrize(("theme", "width"), [("Dark", 1100), ("Light", 320)])
def test_it_can_be_read_in_the_dark_and_on_a_narrow_screen(page, shot, theme, width):
    """The cards stay inside a narrow window, and follow the theme."""
    lab.open_notebook(page, page.address, LESSON)
    lab.run_all(page)
    cards = part(page, "cards")
    cards.wait_for(timeout=60_000)
    lab.switch_theme(page, theme)
    page.set_viewport_size({"width": width, "height": 900})
    open_cards(page, [6])
    cards.scroll_into_view_if_needed()
    shot(page, f"l1-{theme.lower()}-{width}")
    assert lab.faults(page) == []
    box = cards.bounding_box()
    assert box["x"] + box["width"] <= width
