"""The twin: every lesson's widget on the invented article, in one notebook."""

from __future__ import annotations

import lab
from axe_playwright_python.sync_playwright import Axe

TWIN = "notebooks/03_twin.ipynb"


def test_every_part_of_the_twin_can_be_worked_by_keyboard(page, shot):
    """Marking, clues, chain, quotations, sources, the ledger, what is left out: all answer to keys."""
    lab.open_notebook(page, page.address, TWIN)
    lab.run_all(page)
    page.locator(".pt-ledger").wait_for(timeout=60_000)
    assert page.locator(".jp-OutputArea-output:has-text('cannot be shown')").count() == 0
    page.locator(".pt-judge").nth(4).wait_for()
    assert page.locator(".pt-judge").count() == 5
    page.locator(".pt-sentence").first.focus()
    page.keyboard.press("2")
    for place in range(5):
        page.locator(".pt-judge").nth(place).locator(".pt-item").first.focus()
        page.keyboard.press("1")
    page.locator(".pt-ledger .pt-claims button").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("5")
    for widget in [".pt-marker", ".pt-ledger"]:
        page.locator(f'{widget} .pt-saved[data-state="saved"]').first.wait_for()
    page.locator('.pt-judge .pt-saved[data-state="saved"]').nth(4).wait_for()
    shot(page, "twin-ledger")
    page.locator(".pt-marker").first.scroll_into_view_if_needed()
    shot(page, "twin-article")


def test_the_twin_says_that_it_is_invented(page):
    """Wherever one comes in, the page says that text and documents are constructed."""
    lab.open_notebook(page, page.address, TWIN)
    lab.run_all(page)
    page.locator(".pt-ledger").wait_for(timeout=60_000)
    notices = page.locator(".pt-root .pt-notice:visible").all_inner_texts()
    assert sum("onstructed" in text or "nvented" in text for text in notices) >= 6
    found = Axe().run(page, context=".pt-root").response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
