"""A real JupyterLab and a real browser, for tests that use the kit as a learner would."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Playwright

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "paper-trail-test"
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
    shutil.copy(ROOT / "helpers" / "launch" / "lab_overrides.json", folder / "overrides.json")


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


def outputs(address: str, path: str) -> int:
    """Count the outputs that a notebook has on disk."""
    cells = api(address, f"contents/{path}")["content"]["cells"]
    return sum(len(cell.get("outputs", [])) for cell in cells)


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
