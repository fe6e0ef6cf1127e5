"""Lesson 4 as a learner takes it: ladder, ledger and the two scales, by keyboard alone."""

from __future__ import annotations

import lab
import pytest

LESSON = "notebooks/04_weighing_assertions.ipynb"
EXPERT = {  # first estimate, check, estimate after: the short route, as a good reader would
    "c2": "517",
    "c10": "531",
    "c14": "627",
    "c15": "838",
    "c22": "617",
    "c36": "828",
}


def ledger(page):
    """The ledger of the real article: the worked one and the half-filled one come before it."""
    return page.locator(".pt-ledger").nth(2)


def panel(page):
    return ledger(page).locator(".pt-claim")


def weigh(page, answers):
    """Weigh the claim that is open: an estimate, a check, every card, an estimate again."""
    first, check, after = answers
    page.keyboard.press(first)
    page.keyboard.press(check)
    for _ in range(6):
        page.keyboard.press("t")
    page.keyboard.press(after)
    page.keyboard.press("n")


def into_the_ledger(page):
    """Tab from the widget's first button to the claim, as somebody without a mouse would."""
    ledger(page).locator(".pt-claims button").first.focus()
    page.keyboard.press("Enter")
    assert "Claim 1 of" in lab.focused(page)


def settled(page, state="saved"):
    lab.saved(ledger(page), state)


def compare(page):
    return lab.compare(page, ledger(page))


@pytest.fixture
def lesson(page):
    """Lesson 4 with every cell run."""
    lab.open_notebook(page, page.address, LESSON)
    lab.run_all(page)
    ledger(page).wait_for(timeout=60_000)
    return page


def test_a_keyboard_learner_finishes_both_routes_and_finds_everything_again(lesson, shot):
    """Six claims, then all fifteen; compare, reload, kernel restart: by keyboard, nothing lost."""
    page = lesson
    assert page.get_by_text("40 more estimates are needed").count() == 1
    into_the_ledger(page)
    for name, answers in EXPERT.items():
        if name == "c15":
            page.keyboard.press("8")
            page.keyboard.press("3")
            page.keyboard.press("t")
            page.keyboard.press("t")
            panel(page).scroll_into_view_if_needed()
            shot(page, "l4-cards")
        weigh(page, answers)
    settled(page)
    assert "6 of 6 claims finished" in ledger(page).inner_text()
    summary = compare(page)
    assert lab.focused(page) == "Your estimates and the evidence file"
    assert "The evidence settles 4 of the claims" in summary
    assert "2 claims stay open" in summary
    assert "you said so in 2 of 2" in summary
    assert "one of the most helpful in 5 of 6" in summary
    beside = ledger(page).locator(".pt-beside").all_inner_texts()
    assert len(beside) == 6
    assert set(beside) == {
        "Supported means that the report exists and says this; "
        "it does not mean that the plan is right."
    }
    ledger(page).locator(".pt-result h3").scroll_into_view_if_needed()
    shot(page, "l4-compared")
    page.get_by_text("36 more estimates are needed").wait_for()
    page.get_by_text("Of 6 claims, your estimate rose for").first.wait_for()
    lab.drawn(page)
    shot(page, "l4-moving")
    ledger(page).locator(".pt-result h3").focus()

    lab.try_again(page, ledger(page))
    lab.tab_to(page, '.pt-choice[data-id="whole"]', back=True)
    page.keyboard.press("Enter")
    into_the_ledger(page)
    for _ in range(15):
        weigh(page, "616")
    settled(page)
    assert "15 of 15 claims finished" in ledger(page).inner_text()
    whole = compare(page)
    assert "Before the evidence you" not in whole.split("Counted apart")[1]
    assert "2 claims hold in part" in whole

    lab.reload(page)
    lab.run_all(page)
    ledger(page).locator(".pt-result h3").wait_for(timeout=60_000)
    assert ledger(page).locator(".pt-summary").inner_text() == whole
    lab.restart_and_run(page)
    ledger(page).locator(".pt-result h3").wait_for(timeout=60_000)
    assert ledger(page).locator(".pt-summary").inner_text() == whole


def test_the_steps_open_in_order_and_what_came_before_the_evidence_stays(lesson):
    """By Tab, arrows and Enter alone: no card before the check, no first estimate changed after."""
    page = lesson
    into_the_ledger(page)
    shown = panel(page).locator(".pt-step:visible")
    assert shown.count() == 1
    page.keyboard.press("t")
    assert panel(page).locator(".pt-evidence-card").count() == 0
    page.keyboard.press("Tab")
    assert "1–5 %" in lab.focused(page)
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    step = panel(page).locator('.pt-step[data-act="estimate"]')
    assert step.locator('[aria-pressed="true"]').get_attribute("data-id") == "20-45"
    assert shown.count() == 2
    for key in ("Tab", "Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    assert panel(page).locator(".pt-evidence-card").count() == 1
    step.locator('.pt-choice[data-id="95-99"]').click(force=True)
    assert step.locator('[aria-pressed="true"]').get_attribute("data-id") == "20-45"
    assert "Kept as you gave it" in ledger(page).locator('.pt-unseen[role="status"]').inner_text()
    panel(page).locator(".pt-turn").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('pt-evidence-card')")
    assert shown.count() == 4

    with lab.nothing_harmed(page):
        for place in (".pt-claims button", ".pt-claim", ".pt-step .pt-choice", ".pt-compare"):
            lab.press_harmful(page, ledger(page).locator(place).first)


def test_answers_survive_a_dead_kernel_and_say_so(lesson):
    """Answers given while Python is away are shown as not saved, and saved when it runs again."""
    page = lesson
    into_the_ledger(page)
    page.keyboard.press("5")
    settled(page)
    lab.restart_kernel(page.address)
    page.keyboard.press("1")
    page.keyboard.press("t")
    settled(page, "not-saved")
    lab.wait_idle(page)
    lab.run_all(page)
    ledger(page).wait_for(timeout=60_000)
    settled(page)
    assert panel(page).locator(".pt-evidence-card").count() == 1


def test_the_ladder_and_the_two_scales_by_keyboard(lesson, shot):
    """Five rungs, five sources and five pieces of news; then the leak is drawn and told."""
    page = lesson
    worked = page.locator(".pt-ledger").first
    worked.locator(".pt-claims button").last.focus()
    page.keyboard.press("Enter")
    assert "Could not be checked" in worked.inner_text()
    worked.scroll_into_view_if_needed()
    shot(page, "l4-worked")
    for number, keys in ((1, "43126"), (2, "11462"), (3, "15462")):
        place = page.locator(".pt-judge").nth(number)
        place.locator('.pt-item[tabindex="0"]').focus()
        page.keyboard.press("Home")
        for key in keys:
            page.keyboard.press(key)
            page.keyboard.press("ArrowDown")
        lab.saved(place)
        shot(page, f"l4-judge-{number}")
        place.locator(".pt-foot .pt-main").focus()
        page.keyboard.press("Enter")
        place.locator(".pt-result h3").wait_for()
    told = "In 4 of 5 reports you gave source and information the same step; by the key it is 2."
    page.get_by_text(told).first.wait_for()
    lab.drawn(page, -1)
    shot(page, "l4-leak")


def test_it_can_be_read_in_both_themes_and_on_a_narrow_screen(lesson, shot):
    """axe finds nothing at the start, inside a claim, and compared; nothing sticks out at 320."""
    page = lesson
    assert lab.faults(page) == []
    lab.switch_theme(page, "Dark")
    into_the_ledger(page)
    for key in ("5", "1", "t"):
        page.keyboard.press(key)
    panel(page).scroll_into_view_if_needed()
    assert lab.faults(page) == []
    shot(page, "l4-dark-1100")
    lab.switch_theme(page, "Light")
    page.set_viewport_size({"width": 320, "height": 900})
    lab.still(page)
    shot(page, "l4-light-320")
    box = ledger(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    panel(page).focus()
    for key in ("t", "7"):
        page.keyboard.press(key)
    settled(page)
    compare(page)
    assert lab.faults(page) == []
    shot(page, "l4-light-320-compared")
