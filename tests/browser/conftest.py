"""One JupyterLab and one browser for all browser tests; a fresh page and fresh answers for each."""

from __future__ import annotations

import os
from pathlib import Path

import lab
import pytest
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright):
    opened = lab.launch(playwright)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The address of a JupyterLab, and the folder of its learners' answers."""
    folder, home = tmp_path_factory.mktemp("copies"), tmp_path_factory.mktemp("home")
    with lab.lab_server(folder, home) as address:
        yield address, home / "answers"


@pytest.fixture
def answers(server) -> Path:
    """The answers' folder, with a new learner who has none."""
    from helpers.answers.progress import new_learner

    new_learner(server[1])
    return server[1]


@pytest.fixture
def page(browser, server, answers):
    """A page of an ordinary size, whose own errors fail the test."""
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    opened = context.new_page()
    opened.address = server[0]
    opened.set_default_timeout(20_000)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    lab.shut_down_kernels(server[0])
    context.close()
    assert errors == []


@pytest.fixture
def shot(request):
    """Keep a screenshot, where PAPER_TRAIL_SHOTS names a folder for them."""

    def take(page, name: str, **options) -> None:
        folder = os.environ.get("PAPER_TRAIL_SHOTS")
        if folder:
            page.screenshot(path=str(Path(folder) / f"{name}.png"), **options)

    return take
