"""Lesson 3 as a learner takes it: in a real browser, by keyboard alone, with interruptions."""

from __future__ import annotations

import lab
import pytest
from steps import QUOTATIONS as SHORT
from steps import press_answers

LESSON = "notebooks/03_tracing_quotes.ipynb"
ROOF, FERRY, ARTICLE, WORKED, EFFECT = range(5)
WHOLE = {**SHORT, "q5": "7", "q6": "3", "q7": "3", "q8": "2"}
HARMFUL = ["8", "9", *(key for key in lab.DESTRUCTIVE if not key.isdigit())]  # 1 to 7 are answers
ELEVEN = "please be warned that we will blow you out of existence"


def widget(page, place=ARTICLE):
    return page.locator(".pt-judge").nth(place)


def item(page, name, place=ARTICLE):
    return widget(page, place).locator(f'.pt-item[data-id="{name}"]')


def settled(page, place=ARTICLE, state="saved"):
    lab.saved(widget(page, place), state)


def pressed(page, name, place=ARTICLE):
    chosen = item(page, name, place).locator('.pt-choice[aria-pressed="true"]')
    return chosen.first.get_attribute("data-id") if chosen.count() else None


def answer(page, answers, place=ARTICLE):
    """Answer item after item with the number keys, going on with the arrow."""
    press_answers(page, answers, "ArrowDown")
    settled(page, place)


def run_by_keyboard(page):
    page.keyboard.press("Escape")
    for _ in lab.cell_types(page):
        page.keyboard.press("Shift+Enter")
    widget(page, EFFECT).wait_for(timeout=60_000)
    lab.wait_idle(page)


def enter(page, name):
    """Tab from the page's first cell into the item, as a keyboard learner would."""
    page.keyboard.press("Control+Home")
    page.locator(".jp-Notebook .jp-Cell").first.focus()
    lab.tab_to(page, f'.pt-item[data-id="{name}"]', most=400)


def compare(page, place=ARTICLE):
    summary = lab.compare(page, widget(page, place))
    assert lab.focused(page) == "Your marks and the key"
    return summary


def unfold(page, place=ARTICLE):
    """Open what the key accepted, which is folded below what it did not."""
    widget(page, place).locator(".pt-result .pt-fold > summary").first.click()


@pytest.fixture
def lesson(page):
    """Lesson 3 with every cell run."""
    lab.open_notebook(page, page.address, LESSON)
    lab.run_all(page)
    widget(page, EFFECT).wait_for(timeout=60_000)
    return page


def test_a_keyboard_learner_finishes_both_routes_and_finds_everything_again(page, shot):
    """Short route, all eight quotations, reload, kernel restart: by keyboard, nothing lost."""
    lab.open_notebook(page, page.address, LESSON)
    run_by_keyboard(page)
    enter(page, "q1")
    answer(page, SHORT)
    assert "4 of 4 answered" in widget(page).inner_text()
    shot(page, "l3-short-answered")
    summary = compare(page)
    assert "accepts your answer in 3 of 4" in summary
    assert "you let 2 of 2 stand" in summary
    assert "you noticed 1 of 1" in summary
    shot(page, "l3-short-compared")

    lab.try_again(page, widget(page))
    lab.tab_to(page, '.pt-bar [data-id="whole"]', back=True)
    page.keyboard.press("Enter")
    lab.tab_to(page, ".pt-item")
    page.keyboard.press("Home")
    answer(page, WHOLE)
    assert "8 of 8 answered" in widget(page).inner_text()
    whole = compare(page)
    assert "accepts your answer in 7 of 8" in whole

    lab.reload(page)
    lab.restart_and_run(page)
    widget(page).locator(".pt-result h3").wait_for()
    assert widget(page).locator(".pt-summary").inner_text() == whole


def test_the_difference_reads_without_colour_and_aloud(lesson, shot):
    """Removed and added words carry a sign and a word; at 320 px and in the dark theme as well."""
    page = lesson
    item(page, "q1").focus()
    page.keyboard.press("3")
    settled(page)
    compare(page)
    unfold(page)
    card = widget(page).locator('.pt-card[data-id="q1"]')
    aloud = " ".join(card.locator(".pt-diff").text_content().split())
    assert f"removed: − P{ELEVEN[1:]}, end of change" in aloud
    assert "removed: − Nicholas, end of change added: + Nicolas, end of change" in aloud
    assert "two passages are joined here" in aloud
    assert card.locator("del, .pt-del").count() == 3
    assert "Two passages joined as one" in card.locator(".pt-machine").inner_text()
    assert "This rests on" in card.inner_text()
    card.scroll_into_view_if_needed()
    shot(page, "l3-difference")
    assert lab.faults(page) == []

    lab.switch_theme(page, "Dark")
    page.locator("#jupyterlab-splash").wait_for(state="detached")
    page.set_viewport_size({"width": 320, "height": 800})
    widget(page).locator(".pt-difference").scroll_into_view_if_needed()
    wide = widget(page).evaluate("root => root.scrollWidth - root.clientWidth")
    assert wide <= 1
    shot(page, "l3-narrow")
    assert lab.faults(page) == []
    page.set_viewport_size({"width": 1100, "height": 900})
    lab.switch_theme(page, "Light")


def test_worked_and_half_filled_examples(lesson, shot):
    """Three answers are given with their difference; two of six, and four are the learner's."""
    page = lesson
    roof = widget(page, ROOF)
    assert roof.locator(".pt-given").count() == 3
    assert roof.locator(".pt-difference").count() == 3
    assert not roof.locator(".pt-foot").is_visible()
    roof.scroll_into_view_if_needed()
    shot(page, "l3-worked")
    item(page, "f1", FERRY).focus()
    answer(page, {"f1": "1", "f2": "1", "f3": "4", "f4": "1", "f5": "2", "f6": "7"}, FERRY)
    assert "4 of 4 answered" in widget(page, FERRY).inner_text()
    summary = compare(page, FERRY)
    assert "accepts your answer in 4 of 4" in summary
    widget(page, FERRY).scroll_into_view_if_needed()
    shot(page, "l3-half-filled")
    assert page.get_by_text("never for the computer").count() >= 1


def test_documents_undo_clear_help_and_mouse(lesson, shot):
    """Enter opens a document with its citation; U takes back, 0 clears, ? helps, a click answers."""
    page = lesson
    item(page, "q4").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    document = item(page, "q4").locator(".pt-document").first
    assert document.get_attribute("open") is not None
    assert "Stored excerpt" in document.inner_text()
    assert "torturan" in document.locator('blockquote[lang="es"]').inner_text()
    page.keyboard.press("7")
    assert pressed(page, "q4") == "cannot-tell"
    document.scroll_into_view_if_needed()
    shot(page, "l3-document")

    item(page, "q1").focus()
    page.keyboard.press("1")
    page.keyboard.press("4")
    page.keyboard.press("u")
    assert pressed(page, "q1") == "exact"
    page.keyboard.press("0")
    assert pressed(page, "q1") is None
    page.keyboard.press("?")
    assert widget(page).locator(".pt-help").is_visible()
    item(page, "q2").locator('.pt-choice[data-id="trimmed"]').click()
    assert pressed(page, "q2") == "trimmed"


def test_keys_that_harm_a_notebook_do_nothing(lesson):
    """d d, x, m and others leave the cells and the kernel alone, wherever the focus is."""
    page = lesson
    with lab.nothing_harmed(page):
        for place in (".pt-item", ".pt-document summary", ".pt-choice", ".pt-foot .pt-main"):
            lab.press_harmful(page, widget(page).locator(place).first, HARMFUL)


def test_answers_survive_a_dead_kernel_and_say_so(lesson):
    """An answer given while Python is away is shown as not saved, and saved when the cell runs."""
    page = lesson
    item(page, "q1").focus()
    page.keyboard.press("4")
    settled(page)
    lab.restart_kernel(page.address)
    item(page, "q2").focus()
    page.keyboard.press("1")
    settled(page, state="not-saved")
    assert pressed(page, "q2") == "exact"
    lab.wait_idle(page)
    lab.run_all(page)
    settled(page)
    assert (pressed(page, "q1"), pressed(page, "q2")) == ("spliced", "exact")


def test_the_missing_words_and_what_can_be_said_about_them(lesson, shot):
    """The learner types the eleven words, and finds that intent is what nobody can know."""
    page = lesson
    box = page.locator(".pt-single input")
    box.fill(f"“{ELEVEN}.”")
    box.press("Enter")
    page.get_by_text("These eleven words follow").wait_for()

    item(page, "x1", EFFECT).focus()
    answer(page, {"x1": "1", "x2": "3", "x3": "2"}, EFFECT)
    assert "accepts your answer in 3 of 3" in compare(page, EFFECT)
    unfold(page, EFFECT)
    assert "Nothing that was seen says how the words got lost" in widget(page, EFFECT).inner_text()
    widget(page, EFFECT).scroll_into_view_if_needed()
    shot(page, "l3-effect")
