"""Lesson 2 as a learner takes it: in a real browser, by keyboard alone, with interruptions."""

from __future__ import annotations

import lab
import pytest
from steps import SENTENCES, article, press_answers

LESSON = "notebooks/02_reporting_or_opinion.ipynb"
SHORT = list(SENTENCES)


def sentence(page, name):
    return article(page).locator(f'.pt-sentence[data-id="{name}"]')


def settled(page, state="saved"):
    lab.saved(article(page), state)


def run_by_keyboard(page) -> None:
    """Run every cell with Shift+Enter, from the first one down."""
    page.keyboard.press("Escape")
    for _ in lab.cell_types(page):
        page.keyboard.press("Shift+Enter")
    page.locator(".pt-marker").nth(2).wait_for(timeout=60_000)
    lab.wait_idle(page)


def into_the_article(page) -> None:
    """Tab from the page's first cell into the article."""
    page.locator(".jp-Notebook .jp-Cell").first.focus()
    lab.tab_to(page, '.pt-marker [data-id="s0"]')


def label_short_route(page) -> None:
    press_answers(page, SENTENCES, "ArrowRight")
    settled(page)


def shown_kinds(page, names):
    return [sentence(page, name).get_attribute("data-kind") for name in names]


@pytest.fixture
def lesson(page):
    """Lesson 2 with every cell run."""
    lab.open_notebook(page, page.address, LESSON)
    lab.run_all(page)
    article(page).wait_for(timeout=60_000)
    return page


def test_a_keyboard_learner_finishes_both_routes_and_finds_everything_again(page, shot):
    """Short route, all 23 sentences, compare, reload, kernel restart: by keyboard, nothing lost."""
    lab.open_notebook(page, page.address, LESSON)
    run_by_keyboard(page)
    page.keyboard.press("Control+Home")
    into_the_article(page)
    label_short_route(page)
    assert "8 of 8 sentences labelled" in article(page).inner_text()
    shot(page, "short-marked")

    summary = lab.compare(page, article(page))
    assert lab.focused(page) == "Your marks and the key"
    assert "you caught 3 of 3" in summary
    assert "you took 0 of 4 for judgement" in summary
    shot(page, "short-compared")

    lab.try_again(page, article(page))
    lab.tab_to(page, '[data-id="whole"]', back=True)
    page.keyboard.press("Enter")
    lab.tab_to(page, ".pt-sentence")
    page.keyboard.press("Home")
    for _ in range(23):
        page.keyboard.press("3")
        page.keyboard.press("ArrowRight")
    assert "23 of 23 sentences labelled" in article(page).inner_text()
    whole = lab.compare(page, article(page))
    assert "you caught 7 of 7" in whole
    assert "you took 7 of 7 for judgement" in whole
    assert "You labelled every sentence as judgement" in whole
    assert "changed 7 labels" in whole
    shot(page, "whole-compared")

    lab.reload(page)
    run_by_keyboard(page)
    article(page).locator(".pt-result h3").wait_for()
    assert article(page).locator(".pt-summary").inner_text() == whole
    lab.restart_and_run(page)
    article(page).locator(".pt-result h3").wait_for()
    assert article(page).locator(".pt-summary").inner_text() == whole
    assert shown_kinds(page, SHORT) == ["interpretation"] * 8


def test_keys_that_harm_a_notebook_do_nothing_in_a_widget_or_after_it(lesson):
    """1, 0 0, d d, x, m and others leave the cells and the kernel alone, wherever the focus is."""
    page = lesson
    places = [
        '.pt-marker [data-id="s0"]',
        ".pt-choice",
        ".pt-marker .pt-small",
        ".pt-foot .pt-main",
        ".pt-note textarea",
    ]
    with lab.nothing_harmed(page):
        for place in places:
            lab.press_harmful(page, page.locator(place).nth(-1 if "textarea" in place else 0))
        into_the_article(page)
        for _ in range(30):  # out at the far end of the widget, and on through the page
            page.keyboard.press("Tab")
            if not page.evaluate("Boolean(document.activeElement.closest('.pt-root'))"):
                lab.press_harmful(page)


def test_answers_survive_a_dead_kernel_and_say_so(lesson):
    """Marks made while Python is away are shown as not saved, and saved when the cell runs again."""
    page = lesson
    into_the_article(page)
    page.keyboard.press("1")
    settled(page)
    lab.restart_kernel(page.address)
    sentence(page, "s2").focus()
    page.keyboard.press("4")
    line = article(page).locator(".pt-saved")
    settled(page, "not-saved")
    assert "Not saved yet" in line.inner_text()
    assert shown_kinds(page, ["s2"]) == ["opinion"]
    lab.wait_idle(page)
    lab.run_all(page)
    settled(page)
    assert shown_kinds(page, ["s0", "s2"]) == ["attributed", "opinion"]


def test_loaded_words_are_marked_by_stepping(lesson, shot):
    """In the third pass the arrows step from word to word and the space bar chooses."""
    page = lesson
    sentence(page, "s8").focus()
    page.keyboard.press("3")
    page.keyboard.press("w")
    for _ in range(11):
        page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")
    chosen = lab.focused(page)
    assert article(page).locator(".pt-loaded").all_inner_texts() == [chosen]
    shot(page, "words")
    page.keyboard.press("u")
    assert article(page).locator(".pt-loaded").count() == 0


def test_undo_clear_and_help_work_by_keyboard(lesson):
    """U takes back the last mark, 0 clears one, ? lists the keys."""
    page = lesson
    sentence(page, "s0").focus()
    page.keyboard.press("1")
    page.keyboard.press("2")
    page.keyboard.press("u")
    assert shown_kinds(page, ["s0"]) == ["attributed"]
    page.keyboard.press("0")
    assert shown_kinds(page, ["s0"]) == [""]
    page.keyboard.press("?")
    assert article(page).locator(".pt-help").is_visible()


def test_a_mouse_or_touch_learner_can_do_it_too(lesson):
    """A click on a sentence and a click on a label are enough, and the text stays in place."""
    page = lesson
    before = sentence(page, "s7").bounding_box()
    sentence(page, "s7").scroll_into_view_if_needed()
    sentence(page, "s7").click()
    article(page).locator('.pt-choice[data-id="opinion"]').click()
    assert before is not None
    assert shown_kinds(page, ["s7"]) == ["opinion"]


def test_trying_again_keeps_first_answers_as_first_answers(lesson):
    """A label changed after a comparison is shown beside the first one."""
    page = lesson
    sentence(page, "s0").focus()
    page.keyboard.press("4")
    article(page).locator(".pt-foot .pt-main").click()
    article(page).get_by_role("button", name="Try again").click()
    article(page).locator(".pt-result h3").wait_for(state="detached")
    sentence(page, "s0").focus()
    page.keyboard.press("2")
    article(page).locator(".pt-foot .pt-main").click()
    article(page).get_by_text("Where the key accepts").first.click()
    card = article(page).locator(".pt-card").first
    card.wait_for()
    assert "Your first answer: Opinion or call to act" in card.inner_text()


def test_where_we_differ_is_open_and_the_rest_is_folded(lesson):
    """The pattern first, then the differences; trying again leads to the first of them."""
    page = lesson
    sentence(page, "s0").focus()
    for key in ["2", "ArrowRight", "4"]:  # s0 is accepted, s2 is not
        page.keyboard.press(key)
    article(page).locator(".pt-foot .pt-main").click()
    cards = article(page).locator(".pt-card:visible")
    cards.first.wait_for()
    assert cards.evaluate_all("all => all.map(card => card.dataset.id)") == ["s2"]
    assert "no pattern" in article(page).locator(".pt-verdict").inner_text()
    article(page).locator(".pt-result summary").click()
    assert article(page).locator(".pt-card:visible").count() == 2
    article(page).get_by_role("button", name="Try again").click()
    article(page).locator(".pt-result h3").wait_for(state="detached")
    assert page.evaluate("document.activeElement.dataset.id") == "s2"
    article(page).locator(".pt-last summary").first.click()
    assert article(page).locator(".pt-last .pt-card:visible").first.get_attribute("data-id") == "s2"


def test_the_palette_is_in_view_wherever_a_sentence_is_clicked(lesson):
    """A click low on the screen, and the key to the next sentence, leave nothing to search for."""
    page = lesson
    sentence(page, "s7").scroll_into_view_if_needed()
    for name in ("s7", "s13", "s22"):
        sentence(page, name).locator(".pt-number").click()
        lab.still(page)
        dock = article(page).locator(".pt-dock").bounding_box()
        assert dock["y"] >= 0
        assert dock["y"] + dock["height"] <= 900
    sentence(page, "s7").focus()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.dataset.id") == "s8"
    page.keyboard.press("e")
    assert article(page).locator(".pt-dock .pt-hint:visible").count() == 5


def test_what_is_given_stands_there_with_its_reason_on_the_short_route(lesson):
    """The half-worked example shows its labels before anything is clicked."""
    half = lesson.locator(".pt-marker").nth(1)
    assert half.locator(".pt-label.pt-given").count() == 3
    assert half.locator(".pt-label.pt-given p").count() >= 6


def test_the_chart_appears_when_the_learner_has_compared(lesson, shot):
    """Before comparing there is a sentence; afterwards the chart is drawn, with its table."""
    page = lesson
    waiting = page.get_by_text("The chart appears here")
    waiting.wait_for(state="attached")
    into_the_article(page)
    label_short_route(page)
    article(page).locator(".pt-foot .pt-main").click()
    page.locator(".vega-embed").wait_for()
    assert waiting.count() == 0
    assert page.locator(".jp-OutputArea table.pt-table").count() == 1
    lab.drawn(page)
    shot(page, "chart")
