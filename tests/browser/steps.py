"""What a learner does on the short route of a lesson, by keyboard alone or by mouse alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import lab
from playwright.sync_api import Locator, Page

SENTENCES = {"s0": "2", "s2": "1", "s5": "5", "s7": "1", "s8": "3"}
SENTENCES |= {"s13": "2", "s21": "4", "s22": "4"}
"""Lesson 2's short route, with the key of each label."""
QUOTATIONS = {"q1": "4", "q2": "1", "q3": "2", "q4": "7"}
"""Lesson 3's short route, with the key of each answer."""


@dataclass(frozen=True)
class Learner:
    """One way through a lesson: where it is, what is answered, and what the comparison then says."""

    path: str
    widget: Callable[[Page], Locator]
    by_keyboard: Callable[[Page], None]
    by_mouse: Callable[[Page], None]
    says: tuple[str, ...]


def article(page: Page) -> Locator:
    """Lesson 2's real article: the worked one and the half-worked one come before it."""
    return page.locator(".pt-marker").nth(2)


def quotations(page: Page) -> Locator:
    """Lesson 3's quotations of the real article."""
    return page.locator(".pt-judge").nth(2)


def press_answers(page: Page, keys: dict[str, str], onward: str) -> None:
    """Answer one item after the other with its number key, going on with an arrow."""
    for key in keys.values():
        page.keyboard.press(key)
        page.keyboard.press(onward)


def label_by_keyboard(page: Page) -> None:
    lab.tab_to(page, '.pt-marker [data-id="s0"]')
    press_answers(page, SENTENCES, "ArrowRight")


def click_first_line(sentence: Locator) -> None:
    """Click where a sentence's first line is: between its lines there is nothing to hit."""
    sentence.scroll_into_view_if_needed()
    lab.still(sentence.page)
    x, y = sentence.evaluate("""node => {
      const { x, y, width, height } = node.getClientRects()[0];
      return [x + width / 2, y + height / 2];
    }""")
    sentence.page.mouse.click(x, y)


def label_by_mouse(page: Page) -> None:
    for name, key in SENTENCES.items():
        click_first_line(article(page).locator(f'.pt-sentence[data-id="{name}"]'))
        article(page).locator(".pt-dock .pt-choice").nth(int(key) - 1).click()


def trace_by_keyboard(page: Page) -> None:
    lab.tab_to(page, '.pt-item[data-id="q1"]', most=400)
    press_answers(page, QUOTATIONS, "ArrowDown")


def trace_by_mouse(page: Page) -> None:
    for name, key in QUOTATIONS.items():
        item = quotations(page).locator(f'.pt-item[data-id="{name}"]')
        item.locator(".pt-choice").nth(int(key) - 1).click()


LEARNERS = {
    "lesson 2": Learner(
        "notebooks/02_reporting_or_opinion.ipynb",
        article,
        label_by_keyboard,
        label_by_mouse,
        ("you caught 3 of 3", "you took 0 of 4 for judgement"),
    ),
    "lesson 3": Learner(
        "notebooks/03_tracing_quotes.ipynb",
        quotations,
        trace_by_keyboard,
        trace_by_mouse,
        ("accepts your answer in 3 of 4", "you let 2 of 2 stand", "you noticed 1 of 1"),
    ),
}
