"""How fast the marking widget is, beside the same task made of plain ipywidgets.

Both run in one real JupyterLab and one browser, in turn, on the article `liberty-daily`:
  mark to screen   from the key to the next frame painted with the new label
  mark to saved    from the key to the frame that says that Python has taken it
  compare          from the click to the frame that shows all 23 comparisons
The plain version is 23 rows of ToggleButtons with observers, a Label and one Output. It keeps
answers in memory only; the kit's are on disk (fsync) before it says that they are saved.

Needs the test tools (playwright) and a Chromium. Run: python bench/widgets.py [--runs 30]
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

import lab  # noqa: E402 - only after its folder is on the path
from playwright.sync_api import sync_playwright  # noqa: E402

KIT = """
from helpers.widgets import mark_kinds
mark_kinds("liberty-daily")
"""
PLAIN = """
import ipywidgets as w
from helpers.case import load_case, load_key
from helpers.case.vocabulary import KINDS

case = load_case("liberty-daily")
key = load_key(case)
chosen, times = {}, {"saved": 0, "compared": 0}
status, out = w.Label("saved 0"), w.Output()

def keep(item, change):
    chosen[item] = change["new"]
    times["saved"] += 1
    status.value = f"saved {times['saved']}"

def row(sentence):
    buttons = w.ToggleButtons(options=KINDS, value=None)
    buttons.observe(lambda change: keep(sentence.id, change), "value")
    return w.VBox([w.Label(sentence.text), buttons])

def compare(_button):
    times["compared"] += 1
    out.clear_output(wait=True)
    with out:
        for s in case.sentences:
            mine, one = chosen.get(s.id, "opinion"), key.sentences[s.id]
            print(s.text, "| mine:", mine, one.options[mine].cue, one.options[mine].next,
                  "| key:", one.kind, one.options[one.kind].cue, one.options[one.kind].next)
        print("compared", times["compared"])

go = w.Button(description="Compare")
go.on_click(compare)
w.VBox([*map(row, case.sentences), status, go, out]).add_class("plain")
"""

# Time from an event to the frame that shows what `seen` waits for: one animation frame to find it
# drawn, the next one to know that it was painted.
TIMER = """
window.timed = (event, seen) => {
  window.time = new Promise((done) => addEventListener(event, ({timeStamp}) => {
    const look = () => requestAnimationFrame(seen() ? () => done(performance.now() - timeStamp) : look);
    requestAnimationFrame(look);
  }, {capture: true, once: true}));
};
window.kit = () => document.querySelector('.pt-marker');
window.plain = () => document.querySelector('.plain');
"""
LABELS = ("attributed", "unattributed", "interpretation", "opinion", "quotation")


def timed(page, event: str, seen: str, act) -> float:
    """Milliseconds from an event that `act` causes until the page shows what is wanted."""
    page.evaluate(f"() => {{ timed({event!r}, () => {seen}); }}")
    act()
    return page.evaluate("window.time")


class Kit:
    """The kit's own widget: keys on a sentence, one button to compare."""

    name = "the kit"

    def __init__(self, page):
        self.page, self.turn = page, 0
        page.locator('.pt-marker .pt-choice[data-id="whole"]').click()
        for name in page.locator(".pt-sentence").evaluate_all("all => all.map(e => e.dataset.id)"):
            page.locator(f'.pt-sentence[data-id="{name}"]').focus()
            page.keyboard.press("4")
        page.locator('.pt-saved[data-state="saved"]').wait_for()

    def mark(self, seen: str) -> float:
        self.turn = (self.turn + 1) % 5
        kind = LABELS[self.turn]
        self.page.locator(".pt-sentence").nth(11).focus()
        wanted = seen.replace("KIND", kind)
        spent = timed(
            self.page, "keydown", wanted, lambda: self.page.keyboard.press(str(self.turn + 1))
        )
        self.page.locator('.pt-saved[data-state="saved"]').wait_for()
        return spent

    def to_screen(self) -> float:
        return self.mark("kit().querySelectorAll('.pt-sentence')[11].dataset.kind === 'KIND'")

    def to_saved(self) -> float:
        return self.mark("kit().querySelector('.pt-saved').dataset.state === 'saved'")

    def compare(self) -> float:
        button = self.page.locator(".pt-foot .pt-main")
        spent = timed(
            self.page, "click", "document.querySelectorAll('.pt-card').length === 23", button.click
        )
        self.page.get_by_role("button", name="Try again").click()
        self.page.locator(".pt-card").first.wait_for(state="detached")
        return spent


class Plain:
    """The same task with what ipywidgets brings."""

    name = "ipywidgets"

    def __init__(self, page):
        self.page, self.turn, self.saved, self.compared = page, 0, 0, 0

    def mark(self, seen: str) -> float:
        self.turn, self.saved = (self.turn + 1) % 5, self.saved + 1
        button = (
            self.page.locator(".plain .widget-toggle-buttons")
            .nth(11)
            .locator("button")
            .nth(self.turn)
        )
        button.focus()
        wanted = seen.replace("PLACE", str(self.turn)).replace("SAVED", str(self.saved))
        spent = timed(self.page, "keydown", wanted, lambda: self.page.keyboard.press("Enter"))
        self.page.locator(".plain").get_by_text(f"saved {self.saved}", exact=True).wait_for()
        return spent

    def to_screen(self) -> float:
        return self.mark(
            "plain().querySelectorAll('.widget-toggle-buttons')[11]"
            ".querySelectorAll('button')[PLACE].classList.contains('mod-active')"
        )

    def to_saved(self) -> float:
        return self.mark(
            "[...plain().querySelectorAll('.widget-label')].at(-1).textContent === 'saved SAVED'"
        )

    def compare(self) -> float:
        self.compared += 1
        seen = f"plain().querySelector('.jp-OutputArea')?.textContent.includes('compared {self.compared}\\n')"
        button = self.page.locator(".plain").get_by_role("button", name="Compare", exact=True)
        return timed(self.page, "click", seen, button.click)


def alternately(one, other, runs: int) -> tuple[list[float], list[float]]:
    """Both in turn, so that a busy moment of the machine hits both; the first pair warms up."""
    pairs = [(one(), other()) for _ in range(runs + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def told(name: str, kit: list[float], plain: list[float]) -> str:
    """One line of the table."""
    columns = "".join(
        f"{median(all_):10.1f}{quantiles(all_, n=20)[-1]:10.1f}" for all_ in (kit, plain)
    )
    return f"{name:18}{columns}{median(kit) / median(plain):9.2f}"


def measure(page, runs: int) -> None:
    """Print the table."""
    page.evaluate(TIMER)
    kit, plain = Kit(page), Plain(page)
    print(f"{'ms':18}{'the kit':>10}{'p95':>10}{'ipywidgets':>10}{'p95':>10}{'ratio':>9}")
    for name, what in (
        ("mark to screen", "to_screen"),
        ("mark to saved", "to_saved"),
        ("compare", "compare"),
    ):
        few = runs if what != "compare" else max(5, runs // 2)
        print(told(name, *alternately(getattr(kit, what), getattr(plain, what), few)), flush=True)


def main() -> None:
    """Start JupyterLab and a browser, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    runs = parser.parse_args().runs
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name,
        sync_playwright() as running,
    ):
        copies, home = Path(name, "copies"), Path(name, "home")
        copies.mkdir()
        home.mkdir()
        with lab.lab_server(copies, home) as address:
            browser = lab.launch(running)
            packages = ("jupyterlab", "ipywidgets", "anywidget")
            print(*(f"{package} {version(package)}" for package in packages), sep=", ", end=", ")
            print(f"Python {platform.python_version()}, Chromium {browser.version}")
            print(f"medians of {runs} in one session, both in turn")
            page = browser.new_page(viewport={"width": 1100, "height": 900})
            page.set_default_timeout(20_000)
            lab.put_notebook(address, "bench.ipynb", [KIT, PLAIN])
            lab.open_notebook(page, address, "bench.ipynb")
            lab.run_all(page)
            page.locator(".plain").wait_for()
            page.locator(".pt-marker").wait_for()
            measure(page, runs)
            lab.shut_down_kernels(address)
            browser.close()


if __name__ == "__main__":
    main()
