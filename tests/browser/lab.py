"""A real JupyterLab and a real browser, for tests that use the kit as a learner would."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Playwright

from helpers.launch.environment import LAB_SETTINGS
from helpers.launch.server import EXTENSIONS

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "paper-trail-test"
DESTRUCTIVE = ["1", "0", "0", "d", "d", "x", "m", "y", "r", "z", "a", "b", "c", "v"]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port() -> int:
    """A port that nobody uses right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def lab_server(folder: Path, home: Path) -> Iterator[str]:
    """JupyterLab on copies of the notebooks, with answers and settings in folders of its own."""
    for name in ("notebooks", "exercises", "solutions"):
        if not (folder / name).exists():
            shutil.copytree(ROOT / name, folder / name)
    port = free_port()
    settings = {
        "PAPER_TRAIL_HOME": str(home / "answers"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
        "PYTHONPATH": str(ROOT),
    }
    overrides = home / "app"
    _with_overrides(overrides)
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *(f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1", "--ServerApp.port_retries=0"),
        *(f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}"),
        f"--LabServerApp.app_settings_dir={overrides}",
        f"--ServerApp.jpserver_extensions={EXTENSIONS}",
    ]
    log = (home / "lab.log").open("wb")
    server = subprocess.Popen(command, env={**os.environ, **settings}, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/api?token={TOKEN}", server, home / "lab.log")
        yield address
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _with_overrides(folder: Path) -> None:
    """The settings that start.py puts into the kit's own environment."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, target in LAB_SETTINGS.items():
        shutil.copy(ROOT / "helpers" / "launch" / name, folder / target)


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("JupyterLab did not start:\n" + log.read_text(errors="replace")[-3000:])


def launch(playwright: Playwright) -> Browser:
    """The browser that start.py found; fails with the next step where there is none."""
    path = os.environ.get("PAPER_TRAIL_BROWSER") or next(
        (
            found
            for name in ("chromium", "google-chrome", "msedge")
            if (found := shutil.which(name))
        ),
        None,
    )
    if path is None:
        raise RuntimeError("No browser is set. Run the tests with: python3 start.py test")
    return playwright.chromium.launch(executable_path=path, args=QUIET)


def open_notebook(page: Page, address: str, path: str) -> None:
    """Open a notebook in the single-document view and wait until its kernel is idle."""
    page.goto(f"{address}/doc/tree/{path}?token={TOKEN}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    wait_idle(page)


def wait_idle(page: Page) -> None:
    """Wait until the page has a kernel, and the kernel has nothing left to do."""
    page.locator(".jp-Notebook-ExecutionIndicator").first.wait_for(timeout=60_000)
    page.get_by_text("| Idle").first.wait_for(timeout=60_000)


def run_all(page: Page) -> None:
    """Run every cell from the menu, as lessons ask their readers to."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    wait_idle(page)


def api(address: str, path: str, method: str = "GET") -> Any:
    """Ask the server itself, as the page does behind the scenes."""
    request = urllib.request.Request(f"{address}/api/{path}", method=method)
    request.add_header("Authorization", f"token {TOKEN}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        body = answer.read()
    return json.loads(body) if body else None


def shut_down_kernels(address: str) -> None:
    """End every kernel, so that the next test starts with none."""
    for session in api(address, "sessions"):
        api(address, f"sessions/{session['id']}", "DELETE")


def restart_kernel(address: str) -> None:
    """Restart the only kernel, as the menu would."""
    (kernel,) = api(address, "kernels")
    api(address, f"kernels/{kernel['id']}/restart", "POST")


def kill_kernel(kernel_id: str) -> None:
    """Kill a kernel's process, as a system that runs out of memory does."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"kernel-{kernel_id}.json" in (folder / "cmdline").read_text(errors="replace"):
                os.kill(int(folder.name), signal.SIGKILL)
                return
    raise AssertionError("there is no such kernel")


def until(holds: Callable[[], bool], patience: float = 20) -> None:
    """Wait until something holds that a locator cannot wait for; seconds."""
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.05)


def still(page: Page) -> None:
    """Wait until the kit's elements have kept their places for ten frames."""
    page.evaluate("""async () => {
      const places = () => JSON.stringify([innerWidth, ...[...document.querySelectorAll('.pt-root')]
        .map((root) => root.getBoundingClientRect())]);
      for (let before = '', kept = 0; kept < 10;) {
        await new Promise(requestAnimationFrame);
        kept = before === places() ? kept + 1 : 0;
        before = places();
      }
    }""")


def saved(widget: Locator, state: str = "saved") -> None:
    """Wait until a widget says that its answers are saved, or whatever else is expected."""
    widget.locator(f'.pt-saved[data-state="{state}"]').wait_for(state="attached")


def compare(page: Page, widget: Locator) -> str:
    """Tab on to the button that compares, press it; return the summary."""
    tab_to(page, ".pt-foot .pt-main")
    page.keyboard.press("Enter")
    widget.locator(".pt-result h3").wait_for()
    return widget.locator(".pt-summary").inner_text()


def try_again(page: Page, widget: Locator) -> None:
    """Tab on to "Try again", press it, and wait until the comparison is put away."""
    tab_to(page, ".pt-result .pt-main")
    page.keyboard.press("Enter")
    widget.locator(".pt-result h3").wait_for(state="detached")


def choose_route(page: Page, widget: Locator, name: str) -> None:
    """Go to the button of a route and press it, by keyboard."""
    widget.locator(f'.pt-bar .pt-choice[data-id="{name}"]').focus()
    page.keyboard.press("Enter")


def reload(page: Page) -> None:
    """Load the page anew, and wait until its kernel is idle."""
    page.reload()
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    wait_idle(page)


def restart_and_run(page: Page) -> None:
    """Restart the kernel and run every cell again."""
    restart_kernel(page.address)
    wait_idle(page)
    run_all(page)


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """Return what axe finds inside the kit's own widgets: the rule, and what breaks it."""
    found = Axe().run(page, context={"include": [[".pt-root"]]}).response
    assert len(found["passes"]) > 5, "axe looked at nothing"
    return [
        (one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]
    ]


@contextmanager
def nothing_harmed(page: Page) -> Iterator[None]:
    """Hold that what is pressed inside leaves the cells and the kernel alone."""
    cells, (kernel,) = cell_types(page), api(page.address, "kernels")
    prompts = page.locator(".jp-InputPrompt").all_inner_texts()
    yield
    still(page)
    assert page.locator("dialog.jp-Dialog").count() == 0
    assert cell_types(page) == cells
    assert page.locator(".jp-InputPrompt").all_inner_texts() == prompts
    assert [one["id"] for one in api(page.address, "kernels")] == [kernel["id"]]


def press_harmful(page: Page, place: Locator | None = None, keys: list[str] = DESTRUCTIVE) -> None:
    """Press the keys that harm a notebook, in a place or where the focus is."""
    if place is not None:
        place.focus()
    for key in keys:
        page.keyboard.press(key)


def drawn(page: Page, number: int = 0) -> Locator:
    """Return a chart once it is drawn; the last is number -1."""
    chart = page.locator(".vega-embed").nth(number)
    chart.locator("svg, canvas").first.wait_for()
    chart.scroll_into_view_if_needed()
    still(page)
    return chart


def tab_to(page: Page, selector: str, back: bool = False, most: int = 250) -> None:
    """Press Tab, as a keyboard user would, until the focus is on what the selector names."""
    for _ in range(most):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("choice => document.activeElement.matches(choice)", selector):
            return
    raise AssertionError(f"{most} Tabs did not reach {selector}")


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return page.evaluate("document.activeElement.innerText ?? ''")


def cell_types(page: Page) -> list[str]:
    """What the notebook's cells are, as the page shows them."""
    return page.locator(".jp-Notebook .jp-Cell").evaluate_all(
        "cells => cells.map(cell => ['jp-MarkdownCell', 'jp-CodeCell', 'jp-RawCell']"
        ".find(kind => cell.classList.contains(kind)))"
    )


def switch_theme(page: Page, name: str) -> None:
    """Choose a theme in the menu, as a reader would: "Light" or "Dark"."""
    if page.evaluate("document.body.dataset.jpThemeLight") == str(name == "Light").lower():
        return
    labels = page.locator(".lm-Menu-itemLabel")
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    labels.get_by_text("Theme", exact=True).hover()
    labels.get_by_text(f"JupyterLab {name}", exact=True).click()
    light = "true" if name == "Light" else "false"
    page.locator(f'body[data-jp-theme-light="{light}"]').wait_for(state="attached")


def put_notebook(address: str, path: str, cells: list[str]) -> None:
    """Put a notebook with these code cells beside the lessons."""
    code = {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": []}
    notebook = {
        "cells": [{**code, "id": f"cell-{n}", "source": text} for n, text in enumerate(cells)],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    body = json.dumps({"type": "notebook", "format": "json", "content": notebook}).encode()
    request = urllib.request.Request(f"{address}/api/contents/{path}", data=body, method="PUT")
    request.add_header("Authorization", f"token {TOKEN}")
    urllib.request.urlopen(request, timeout=30).close()
