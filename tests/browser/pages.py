"""The page view, for tests that use the kit as most learners do."""

from __future__ import annotations

import lab
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

READY = 'body[data-state="ready"]'
NO_CODE = ".jp-InputArea-editor, .jp-InputPrompt, .highlight, .cm-editor"
WRONG = ("Traceback", "Error displaying", "could not be shown", "Loading widget")


def open_page(page: Page, address: str, path: str) -> None:
    """Open a notebook as a page and wait until its widgets are there."""
    page.goto(f"{address}/page/{path}?token={lab.TOKEN}")
    wait_ready(page)


def wait_ready(page: Page) -> None:
    """Wait until the page says that it is ready."""
    page.locator(READY).wait_for(timeout=60_000)


def holds_no_code(page: Page) -> None:
    """Hold that nobody sees code, an error or a missing widget."""
    assert page.locator(NO_CODE).count() == 0
    text = page.locator("body").inner_text()
    assert [wrong for wrong in WRONG if wrong in text] == []


def kernel_of(page: Page) -> str:
    """The id of the Python behind the page."""
    return page.evaluate(
        "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
    )


def shut_down_kernels(address: str) -> None:
    """End every kernel, of pages and of JupyterLab."""
    for kernel in lab.api(address, "kernels"):
        lab.api(address, f"kernels/{kernel['id']}", "DELETE")


def serious(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds serious or critical on the whole page: the rule, and what breaks it."""
    found = Axe().run(page).response
    assert len(found["passes"]) > 10, "axe looked at nothing"
    return [
        (one["id"], [node["html"][:200] for node in one["nodes"]])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
