"""JupyterLab on day two, and after a restart from its menu."""

from __future__ import annotations

import shutil

import lab
import pytest

LESSON = "notebooks/02_reporting_or_opinion.ipynb"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A JupyterLab that loads the kit's part of the server, as an installed kit does."""
    folder, home = tmp_path_factory.mktemp("copies"), tmp_path_factory.mktemp("home")
    enabled = home / "config" / "jupyter_server_config.d"
    enabled.mkdir(parents=True)
    shutil.copy(lab.ROOT / "helpers" / "lab" / "paper-trail-lab.json", enabled)
    with lab.lab_server(folder, home) as address:
        yield address, home / "answers"


def errors(page) -> int:
    return page.get_by_text("Error displaying widget").count()


def save(page) -> None:
    """Save the notebook and wait until the server has it."""
    path = f"contents/{LESSON}"
    before = lab.api(page.address, f"{path}?content=0")["last_modified"]
    page.locator(".jp-Notebook .jp-Cell").first.focus()
    page.keyboard.press("Control+s")
    lab.until(lambda: lab.api(page.address, f"{path}?content=0")["last_modified"] != before)


def restart_from_menu(page) -> None:
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel…", exact=True).click()
    page.locator(".jp-Dialog .jp-mod-warn").click()


def test_a_lesson_opened_again_shows_a_sentence_and_a_reload_shows_the_widgets(page, shot):
    """While Python runs, loading anew keeps everything; once it has ended, nothing looks broken."""
    lab.open_notebook(page, page.address, LESSON)
    lab.run_all(page)
    page.locator(".pt-marker").last.wait_for()
    save(page)
    lab.reload(page)
    page.locator(".pt-marker").last.wait_for()
    assert errors(page) == 0
    lab.shut_down_kernels(page.address)
    lab.reload(page)
    page.get_by_text("Not running yet. Choose Run → Run All Cells").first.wait_for()
    lab.still(page)
    assert (errors(page), page.locator(".pt-root").count()) == (0, 0)
    shot(page, "lab-day-two")
    lab.run_all(page)
    page.locator(".pt-marker").last.wait_for()


def test_a_restart_from_the_menu_is_said_before_anything_is_answered(page, shot):
    """Every widget says that saving has stopped; an answer given then is kept and saved later."""
    lab.open_notebook(page, page.address, LESSON)
    lab.run_all(page)
    note = page.locator(".pt-note").first
    note.wait_for()
    restart_from_menu(page)
    for root in page.locator(".pt-root:has(.pt-saved)").all():
        lab.saved(root, "gone")
    note.locator(".pt-choice").first.click()
    lab.saved(note, "not-saved")
    shot(page, "lab-restarted")
    lab.wait_idle(page)
    lab.run_all(page)
    lab.saved(note)
