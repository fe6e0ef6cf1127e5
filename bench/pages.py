"""Time and memory of one open lesson, as a page and in JupyterLab; medians of one run.

Run: python bench/pages.py [--runs 5]. Needs what the browser tests need, and Linux for the memory.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

import lab  # noqa: E402
import pages  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

LESSON = "notebooks/02_reporting_or_opinion.ipynb"


def kernel_memory(address: str) -> float:
    """Return what all kernels hold in memory now, in MB."""
    names = {f"kernel-{one['id']}.json" for one in lab.api(address, "kernels")}
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if any(name in (folder / "cmdline").read_text(errors="replace") for name in names):
                lines = (folder / "status").read_text().splitlines()
                total += next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
        except (OSError, StopIteration):
            continue
    return total / 1024


def opened(browser, address: str, view: str) -> tuple[float, float, float]:
    """Open the lesson until its widgets are there; gives seconds, and MB of kernel and page script."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    begun = time.perf_counter()
    if view == "page":
        pages.open_page(page, address, LESSON)
    else:
        lab.open_notebook(page, address, LESSON)
        lab.run_all(page)
        page.locator(".pt-marker").nth(2).wait_for(timeout=60_000)
    seconds = time.perf_counter() - begun
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    memory = kernel_memory(address)
    page.close()
    pages.shut_down_kernels(address)
    for session in lab.api(address, "sessions"):
        lab.api(address, f"sessions/{session['id']}", "DELETE")
    return seconds, memory, heap


def main() -> None:
    """Measure both views in turn and print medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    found: dict[str, list] = {"page": [], "JupyterLab": []}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as p:
        work, home = Path(folder, "work"), Path(folder, "home")
        work.mkdir()
        home.mkdir()
        browser = lab.launch(p)
        with lab.lab_server(work, home) as address:
            for number in range(runs + 1):
                for view, results in found.items():
                    result = opened(browser, address, view)
                    if number:  # the first round only warms caches
                        results.append(result)
        browser.close()
    print(f"Lesson 2, medians of {runs}; Python {platform.python_version()}")
    for view, results in found.items():
        seconds, memory, heap = (median(column) for column in zip(*results, strict=True))
        print(
            f"{view:10}  {seconds:5.1f} s until ready  {memory:5.0f} MB Python  {heap:5.0f} MB page script"
        )
    print(json.dumps(found))


if __name__ == "__main__":
    main()
