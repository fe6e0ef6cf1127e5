"""A learner finishes a lesson's short route in the page view, and finds it again."""

from __future__ import annotations

import lab
import pages
import pytest
from steps import LEARNERS


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
@pytest.mark.parametrize("name", LEARNERS)
def test_a_lesson_is_finished_in_the_page_and_found_again(page, shot, name, hand):
    """Answered and compared by one hand alone, without any code; loading anew brings it all back."""
    learner = LEARNERS[name]
    pages.open_page(page, page.address, learner.path)
    widget = learner.widget(page)
    assert widget.get_attribute("data-done") == "false"
    if hand == "keyboard":
        learner.by_keyboard(page)
        lab.saved(widget)
        summary = lab.compare(page, widget)
        assert widget.evaluate("root => root.contains(document.activeElement)")
    else:
        learner.by_mouse(page)
        lab.saved(widget)
        widget.locator(".pt-foot .pt-main").click()
        summary = widget.locator(".pt-summary").inner_text()
    assert [told for told in learner.says if told not in summary] == []
    assert widget.get_attribute("data-done") == "true"
    pages.holds_no_code(page)
    shot(page, f"page-{name[-1]}-{hand}")

    page.reload()
    pages.wait_ready(page)
    widget.locator(".pt-result h3").wait_for()
    assert widget.locator(".pt-summary").inner_text() == summary
    assert widget.get_attribute("data-done") == "true"
    pages.holds_no_code(page)
    pages.shut_down_kernels(page.address)
