"""Lesson 4 as a learner takes it: ladder, ledger and the two scales, by keyboard alone."""

from __future__ import annotations

import lab
import pytest

from helpers.case import load_case, load_key
from helpers.views.claims import checks_shuffled

LESSON = "notebooks/04_weighing_assertions.ipynb"
EXPERT = {  # estimates before and after: the short route, as a good reader would
    "c2": "57",
    "c10": "51",
    "c12": "88",
    "c14": "67",
    "c15": "88",
    "c22": "67",
    "c36": "88",
}
STANCES = {"supports": "1", "challenges": "2", "neither": "3"}


def ledger(page):
    """The ledger of the real article: the worked one and the half-filled one come before it."""
    return page.locator(".pt-ledger").nth(2)


def panel(page):
    return ledger(page).locator(".pt-claim")


def weigh(page, first, check, stances, after):
    """Weigh the claim that is open: an estimate, a check, what each card does, an estimate again."""
    page.keyboard.press(first)
    page.keyboard.press(check)
    for stance in stances:
        page.keyboard.press("t")
        page.keyboard.press(stance)
    page.keyboard.press(after)
    page.keyboard.press("n")


def weigh_well(page, name):
    """Weigh a claim as the key would: its best check, and every card read as the key reads it."""
    case = load_case("liberty-daily")
    claim, key = next(one for one in case.claims if one.id == name), load_key(case).claims[name]
    check = str(checks_shuffled(claim).index(key.best[0]) + 1)
    first, after = EXPERT[name]
    weigh(page, first, check, [STANCES[key.cards[card.id].stance] for card in claim.cards], after)


def into_the_ledger(page):
    """Tab from the widget's first button to the claim, as somebody without a mouse would."""
    ledger(page).locator(".pt-claims button").first.focus()
    page.keyboard.press("Enter")
    assert "Claim 1: " in lab.focused(page)


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
    """Seven claims, then all fifteen; compare, reload, kernel restart: by keyboard, nothing lost."""
    page = lesson
    assert page.get_by_text("You have compared 0 settled claims so far").count() == 1
    into_the_ledger(page)
    for name in EXPERT:
        weigh_well(page, name)
    settled(page)
    assert "7 of 7 claims finished" in ledger(page).inner_text()
    summary = compare(page)
    assert lab.focused(page) == "Your estimates and the key"
    assert "The evidence settles 4 of the claims" in summary
    assert "you leaned the right way in 4 of 4" in summary
    assert "3 claims stay open" in summary
    assert "you said so in 3 of 3" in summary
    assert "You said what 19 cards do: the key says the same of 19" in summary
    assert "one of the most helpful in 7 of 7" in summary
    ledger(page).locator(".pt-result h3").scroll_into_view_if_needed()
    shot(page, "l4-compared")
    page.get_by_text("You have compared 4 settled claims so far").wait_for()
    page.get_by_text("Of 7 claims, your estimate rose for").first.wait_for()
    lab.drawn(page)
    shot(page, "l4-moving")
    ledger(page).locator(".pt-result h3").focus()

    lab.try_again(page, ledger(page))
    lab.tab_to(page, '.pt-choice[data-id="whole"]', back=True)
    page.keyboard.press("Enter")
    into_the_ledger(page)
    for claim in load_case("liberty-daily").claims:
        weigh(page, "6", "1", "3" * len(claim.cards), "6")
    settled(page)
    assert "15 of 15 claims finished" in ledger(page).inner_text()
    whole = compare(page)
    assert "4 claims hold in part" in whole

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
    assert step.locator(".pt-choice:visible").count() == 0
    assert "✓ 20–45 %. Kept as you gave it" in step.inner_text()
    assert page.evaluate("document.activeElement.closest('.pt-evidence-card') !== null")
    panel(page).locator(".pt-turn").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.pt-evidence-card') !== null")
    assert shown.count() == 4

    with lab.nothing_harmed(page):
        for place in (".pt-claims button", ".pt-claim", ".pt-step .pt-choice", ".pt-compare"):
            lab.press_harmful(page, ledger(page).locator(place).first)


def current(page):
    """The one question that is marked as the one that number keys answer."""
    marked = panel(page).locator('[data-current="true"]:visible')
    assert marked.count() == 1
    return marked.inner_text()


@pytest.mark.parametrize("place", [".pt-claims button", ".pt-claim", ".pt-compare"])
def test_number_keys_do_the_same_wherever_the_focus_is(lesson, place):
    """From the list of claims, the claim or the foot: one marked question, and the page follows."""
    page = lesson

    def press(key):
        ledger(page).locator(place).first.focus()
        page.keyboard.press(key)

    into_the_ledger(page)
    assert "1. Before any evidence" in current(page)
    press("5")
    assert "2. Which check" in current(page)
    press("1")
    assert "Turn over card 1" in current(page)
    press("t")
    assert "What does this card do?" in current(page)
    card = panel(page).locator(".pt-evidence-card").last
    assert card.locator(":focus").count() == 1
    box, height = card.bounding_box(), page.viewport_size["height"]
    assert 0 <= box["y"] < height
    press("3")
    assert card.locator('[aria-pressed="true"]').get_attribute("data-id") == "neither"
    press("Backspace")
    assert "What does this card do?" in current(page)
    press("1")
    assert card.locator('[aria-pressed="true"]').get_attribute("data-id") == "supports"
    press("t")
    press("t")
    assert "4. And now" in current(page)
    press("7")
    settled(page)
    assert "1 of 7 claims finished" in ledger(page).inner_text()


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
    for number, keys in ((1, "43126"), (3, "11462"), (4, "15462")):
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
    for key in ("t", "t", "7"):
        page.keyboard.press(key)
    settled(page)
    compare(page)
    assert lab.faults(page) == []
    shot(page, "l4-light-320-compared")
