"""Lesson 0: does it work here, where am I, and my answers: taken along, brought back, kept apart."""

from __future__ import annotations

import json
import shutil

import lab
import pytest

from helpers.answers.progress import new_learner

START = "notebooks/00_start_here.ipynb"


@pytest.fixture
def start(page):
    """Lesson 0 with every cell run, for a learner who has answered nothing."""
    lab.open_notebook(page, page.address, START)
    lab.run_all(page)
    page.locator(".pt-note").wait_for()
    page.locator(".jp-Notebook .jp-Cell").first.focus()
    return page


def press(page, name: str) -> None:
    """Go to a button with Tab alone and press it."""
    wanted = page.get_by_role("button", name=name, exact=True)
    wanted.wait_for()
    for back in (False, True):  # onwards from here, else back
        for _ in range(120):
            if wanted.evaluate("e => e === document.activeElement"):
                page.keyboard.press("Enter")
                return
            page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"no way with Tab to the button {name!r}")


def desk(page):
    return page.locator(".pt-desk")


def says(page, text: str) -> None:
    """Wait until the desk's status says so."""
    page.wait_for_function(
        "text => [...document.querySelectorAll('.pt-desk > [role=status]')]"
        ".some((one) => one.textContent.includes(text))",
        arg=text,
    )


def count(page, n: int) -> None:
    text = f"{n} answer is saved." if n == 1 else f"{n} answers are saved."
    desk(page).get_by_text(text, exact=True).wait_for()


def type_name(page, name: str) -> None:
    page.locator(".pt-desk input[type=text]").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    lab.saved(desk(page))


def carry(page) -> tuple[str, str]:
    """Press the button; gives the name and the text of the one file that is downloaded."""
    with page.expect_download() as waiting:
        press(page, "Carry my answers away (one file)")
    path = waiting.value.path()
    return waiting.value.suggested_filename, path.read_text(encoding="utf-8")


def bring(page, name: str, text: str | bytes) -> None:
    raw = text if isinstance(text, bytes) else text.encode()
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": raw}
    page.locator(".pt-desk input[type=file]").set_input_files(file)


def answer_something(page) -> None:
    """Two answers that are not the desk's own: a choice, and words."""
    page.locator(".pt-note .pt-choice").first.focus()
    page.keyboard.press("Enter")
    lab.saved(page.locator(".pt-note"))
    page.locator(".pt-note textarea").focus()
    page.keyboard.type("I read it twice.")
    page.keyboard.press("Tab")
    lab.saved(page.locator(".pt-note"))


def test_the_first_button_tells_that_widgets_work(start):
    """Pressed by keyboard, it hears Python and says so; without Python it says what to do."""
    press(start, "Press me")
    start.get_by_text("It works: the page and Python hear each other.").wait_for()
    lab.restart_kernel(start.address)
    press(start, "Press me")
    start.get_by_text("The page works, but Python does not answer").wait_for()


def test_lessons_are_listed_with_addresses_that_open(start):
    """Each link of the list, and "next", leads to a notebook that is there."""
    links = desk(start).locator("a")
    addresses = links.evaluate_all("all => all.map((one) => one.href)")
    assert len(addresses) >= 3
    for address in addresses:
        path = address.removeprefix(f"{start.address}/doc/tree/").split("?")[0]
        assert lab.api(start.address, f"contents/{path}?content=0")["type"] == "notebook"
    title = links.first.inner_text()
    links.first.focus()
    start.keyboard.press("Enter")
    start.wait_for_url(addresses[0] + "**")
    heading = start.locator(".jp-Notebook h1").first
    heading.wait_for(timeout=60_000)
    assert title in heading.inner_text()


def test_answers_are_carried_away_and_brought_back(start, shot):
    """One file; a new learner starts blank; the file asks whose it is; going back works."""
    page = start
    press(page, "Carry my answers away (one file)")
    says(page, "There are no answers yet to carry away.")
    answer_something(page)
    name, text = carry(page)
    says(page, f"The file {name} is in your downloads.")
    assert name.startswith("paper-trail-answers-")
    assert len([json.loads(line) for line in text.splitlines()]) == 3  # a header, two answers
    assert "I read it twice." in text

    press(page, "Finish here: new learner")
    assert page.evaluate("document.activeElement.textContent") == "Start as a new learner"
    press(page, "Cancel")
    says(page, "Nothing was changed.")
    press(page, "Finish here: new learner")
    press(page, "Start as a new learner")
    says(page, "A new learner has started.")
    count(page, 0)
    shot(page, "desk-new-learner")
    press(page, "Go back to the learner before")
    says(page, "Back to the learner before.")
    assert page.evaluate("Boolean(document.activeElement.closest('.pt-desk'))")

    press(page, "Finish here: new learner")
    press(page, "Start as a new learner")
    count(page, 0)
    type_name(page, "Kim")
    count(page, 1)
    bring(page, name, text)
    desk(page).get_by_text("The file holds another learner’s answers.").wait_for()
    shot(page, "desk-whose")
    press(page, "Cancel")
    says(page, "Nothing was changed.")
    count(page, 1)
    bring(page, name, text)
    press(page, "Both are mine: put them together")
    says(page, "2 answers were added.")
    count(page, 3)
    bring(page, name, text)
    desk(page).get_by_text("The file holds another learner’s answers.").wait_for()
    press(page, "Continue as that learner; answers given here are kept apart")
    says(page, "All answers in this file are here already. Run an open lesson again")
    assert page.locator(".pt-desk input[type=text]").input_value() == ""


def test_a_file_brings_everything_back_to_an_empty_place(start, answers):
    """A Binder visitor returns: nothing is on disk, the file is chosen, and everything is there."""
    page = start
    answer_something(page)
    _, text = carry(page)
    assert all(json.loads(line).get("item") != "name" for line in text.splitlines())
    type_name(page, "Kim Ode")
    name, text = carry(page)
    named = [json.loads(line) for line in text.splitlines()]
    assert [one["value"] for one in named if one.get("item") == "name"] == ["Kim Ode"]

    shutil.rmtree(answers)
    new_learner(answers)
    page.evaluate("localStorage.clear()")
    lab.restart_and_run(page)
    count(page, 0)
    bring(page, name, text)
    says(page, "3 answers were added. Run an open lesson again to see them there.")
    assert page.locator(".pt-desk input[type=text]").input_value() == "Kim Ode"
    lab.run_all(page)
    count(page, 3)
    note = page.locator(".pt-note")
    note.locator('.pt-choice[aria-pressed="true"]').wait_for()
    assert note.locator("textarea").input_value() == "I read it twice."


WRONG = {
    "a text": "My shopping list\n",
    "empty": "",
    "no text at all": b"\xff\xfe\x00\x01" * 50,
    "other lines of JSON": '{"a": 1}\n{"b": 2}\n',
    "a list": "[]",
    "a page": "<!doctype html><script>document.title = 'ran'</script>",
}


def test_a_wrong_file_gives_a_sentence(start):
    """Whatever else is chosen by mistake: a sentence, and nothing changes."""
    for what, wrong in WRONG.items():
        bring(start, f"{what}.txt", wrong)
        says(start, "This is not a file of answers from this kit:")
        press(start, "Finish here: new learner")
        press(start, "Cancel")  # so that the next sentence is a new one
        says(start, "Nothing was changed.")
    count(start, 0)
    assert start.title() != "ran"
