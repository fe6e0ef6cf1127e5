"""What widgets of a notebook share, and what is kept of answers in more than one cell, page or kernel."""

from __future__ import annotations

import lab
import pytest

MARK = 'from helpers.widgets import mark_kinds\nmark_kinds("river-ferry")'
ASK = 'from helpers.widgets import ask\nask("shared-note", "What did you see?", {"a": "One", "b": "Two"})'


def opened(page, *cells, name="sharing.ipynb"):
    """A notebook with these cells, all of them run."""
    lab.put_notebook(page.address, name, list(cells))
    lab.open_notebook(page, page.address, name)
    lab.run_all(page)
    return page


def kinds(marker) -> list[str]:
    return marker.locator(".pt-sentence").evaluate_all("all => all.map((one) => one.dataset.kind)")


def label(marker, key: str) -> None:
    marker.locator(".pt-sentence").first.focus()
    marker.page.keyboard.press(key)
    lab.saved(marker)


def test_two_cells_with_the_same_question_show_the_same_answers(page):
    """A cell that was copied: what is labelled in one is shown in the other, and the later one counts."""
    opened(page, MARK, MARK)
    first, second = page.locator(".pt-marker").first, page.locator(".pt-marker").last
    second.wait_for()
    label(first, "1")
    second.locator('.pt-sentence[data-kind="attributed"]').wait_for()
    label(second, "4")
    first.locator('.pt-sentence[data-kind="opinion"]').wait_for()
    assert kinds(first) == kinds(second)
    pressed = first.locator('.pt-dock [aria-pressed="true"]')
    assert pressed.get_attribute("data-id") == "opinion"


def test_words_typed_in_one_cell_stand_in_the_other(page):
    """The same note twice: the second follows the first, and the first the second."""
    opened(page, ASK, ASK)
    boxes = page.locator(".pt-note textarea")
    boxes.last.wait_for()
    for here, there in ((boxes.first, boxes.last), (boxes.last, boxes.first)):
        here.focus()
        page.keyboard.type("seen")
        page.keyboard.press("Tab")
        lab.until(lambda here=here, there=there: there.input_value() == here.input_value() != "")
    assert boxes.first.input_value().count("seen") == 2


def test_typed_words_are_not_lost_with_the_page_nor_called_saved(page):
    """Words typed a moment before a reload are there afterwards; while typing, nothing says "Saved"."""
    opened(page, ASK)
    box, line = page.locator(".pt-note textarea"), page.locator(".pt-note .pt-saved")
    box.wait_for()
    box.focus()
    states = set()
    for _ in range(12):
        page.keyboard.type("word ")
        states.add(line.get_attribute("data-state"))
    assert "saved" not in states
    typed = box.input_value()
    page.reload()
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    lab.wait_idle(page)
    lab.run_all(page)
    lab.until(lambda: page.locator(".pt-note textarea").input_value() == typed)
    lab.saved(page.locator(".pt-note"))


def test_any_one_cell_is_enough(page):
    """Nobody has to run the first widget's cell for the second: what they share comes with either."""
    lab.put_notebook(page.address, "sharing.ipynb", [ASK, MARK])
    lab.open_notebook(page, page.address, "sharing.ipynb")
    page.locator(".jp-CodeCell").last.click()
    page.keyboard.press("Shift+Enter")
    page.locator(".pt-marker").wait_for()
    assert page.locator(".pt-note").count() == 0
    label(page.locator(".pt-marker"), "2")


def test_a_page_that_is_loaded_again_finds_its_widgets(page):
    """The kernel goes on: widgets are there without running anything, and take answers."""
    opened(page, MARK, ASK)
    label(page.locator(".pt-marker"), "3")
    page.get_by_role("menuitem", name="File", exact=True).click()
    with page.expect_response(lambda one: one.request.method == "PUT" and "contents" in one.url):
        page.locator(".lm-Menu-itemLabel").get_by_text("Save Notebook", exact=True).click()
    page.reload()
    page.locator(".pt-note").wait_for(timeout=60_000)
    marker = page.locator(".pt-marker")
    marker.locator('.pt-sentence[data-kind="interpretation"]').wait_for()
    label(marker, "4")


def test_two_notebooks_at_once_keep_apart(page):
    """Each has a kernel and a model of its own; closing one leaves the other at work."""
    opened(page, MARK)
    other = page.context.new_page()
    other.address = page.address
    other.set_default_timeout(20_000)
    opened(other, ASK, name="other.ipynb")
    other.locator(".pt-note .pt-choice").first.click()
    lab.saved(other.locator(".pt-note"))
    other.close()
    label(page.locator(".pt-marker"), "5")


def test_style_words_and_modules_travel_once(page):
    """Ten widgets carry the kit's code once; a second cell adds next to nothing."""
    sizes: list[int] = []
    page.on(
        "websocket", lambda one: one.on("framereceived", lambda frame: sizes.append(len(frame)))
    )
    opened(page, *[MARK] * 3, *[ASK] * 7)
    page.locator(".pt-note").nth(6).wait_for()
    assert page.locator("#paper-trail-style").count() == 1
    large = [size for size in sizes if size > 50_000]
    assert len(large) == 1


@pytest.mark.parametrize("place", ["marker", "note"])
def test_a_restart_from_the_menu_loses_nothing(page, place):
    """Sending throws then: the answer is called not saved, and is saved when the cell runs again."""
    opened(page, MARK, ASK)
    widget = page.locator(f".pt-{place}")
    widget.wait_for()
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Restart Kernel…", exact=True).click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    lab.wait_idle(page)
    if place == "marker":
        widget.locator(".pt-sentence").first.focus()
        page.keyboard.press("4")
    else:
        widget.locator(".pt-choice").first.click()
    lab.saved(widget, "not-saved")
    lab.run_all(page)
    lab.saved(page.locator(f".pt-{place}"))
    if place == "marker":
        assert kinds(page.locator(".pt-marker"))[0] == "opinion"
    else:
        page.locator('.pt-note [aria-pressed="true"]').wait_for()
