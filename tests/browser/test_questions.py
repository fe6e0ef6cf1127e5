"""Single questions as a learner meets them: by mouse and by keyboard, and for those who hear the page."""

from __future__ import annotations

import lab
import pytest


@pytest.fixture
def exercise(page, answers):
    """Exercise 2, run from the menu: it has each form but the words."""
    page.home = answers
    lab.open_notebook(page, page.address, "exercises/02_reporting_or_opinion.ipynb")
    lab.run_all(page)
    page.locator(".pt-single").nth(3).wait_for()
    return page


def test_questions_are_answered_by_mouse_and_by_keyboard(exercise, shot):
    """A sentence is picked, a number typed as a word, a choice clicked; each is explained when asked."""
    page = exercise
    first, _, third, fourth = (page.locator(".pt-single").nth(n) for n in range(4))
    first.locator(".pt-sentence").first.focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    lab.saved(first)
    lab.tab_to(page, ".pt-compare")
    page.keyboard.press("Enter")
    assert "Yes." in first.locator("h3").inner_text()

    third.locator("input").fill("one")
    page.keyboard.press("Enter")
    third.locator("h3").wait_for()
    assert "Yes." in third.locator("h3").inner_text()

    fourth.locator('.pt-choice[data-id="a"]').click()
    lab.saved(fourth)
    fourth.locator(".pt-compare").click()
    fourth.locator("h3").wait_for()
    assert "another answer" in fourth.locator("h3").inner_text()
    assert [one.get_attribute("data-done") for one in (first, third, fourth)] == ["true"] * 3
    assert lab.faults(page) == []
    for theme in ("Light", "Dark"):
        lab.switch_theme(page, theme)
        first.scroll_into_view_if_needed()
        shot(page, f"question-{theme}-1")
        fourth.scroll_into_view_if_needed()
        shot(page, f"question-{theme}-4")
    page.set_viewport_size({"width": 320, "height": 700})
    lab.still(page)
    fourth.scroll_into_view_if_needed()
    shot(page, "question-320")
    assert fourth.evaluate("e => e.scrollWidth <= e.clientWidth + 1")


def test_the_next_learner_starts_blank(exercise):
    """Answers are no part of the notebook: whoever comes next finds none, and saves none."""
    from helpers.answers.progress import new_learner

    page = exercise
    fourth = page.locator(".pt-single").nth(3)
    fourth.locator('.pt-choice[data-id="b"]').click()
    lab.saved(fourth)
    new_learner(page.home)
    lab.restart_and_run(page)
    fourth = page.locator(".pt-single").nth(3)
    fourth.wait_for()
    assert fourth.get_attribute("data-done") == "false"
    assert fourth.locator('.pt-choice[aria-pressed="true"]').count() == 0
