"""What is held of the widgets' JavaScript by reading it: lint, one spelling of imports, text as text."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.case import ROOT
from helpers.widgets.base import modules

LOGIC = ROOT / "tests" / "browser" / "logic"
STATES = sorted(path for path in modules() if path.endswith(".state.mjs"))
IMPORT = re.compile(r'^import \{[\w\s,]+\} from "\./([^"]+)";$', re.MULTILINE)
RUNS_TEXT = (
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|srcdoc)\b"
)


def test_the_linter_finds_nothing():
    """Unused names, missing names, comparisons that are always true: oxlint, by `.oxlintrc.json`."""
    oxlint = shutil.which("oxlint", path=str(Path(sys.executable).parent))
    assert oxlint, "The linter is missing: python -m pip install -r tests/requirements.txt"
    command = [oxlint, "--deny-warnings", "helpers", "tests"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert re.search(r"on \d\d+ files", done.stdout), done.stdout


def test_the_linter_would_find_a_fault(tmp_path):
    """The control: a name that is nowhere declared is found."""
    (tmp_path / "bad.mjs").write_text("export const one = two;\n", encoding="utf-8")
    oxlint = shutil.which("oxlint", path=str(Path(sys.executable).parent))
    command = [oxlint, "--config", str(ROOT / ".oxlintrc.json"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode != 0
    assert "no-undef" in done.stdout


@pytest.mark.parametrize("path", sorted(modules()))
def test_a_line_is_at_most_120_characters(path):
    """Longer lines are not read to their end."""
    assert [line for line in modules()[path].splitlines() if len(line) > 120] == []


@pytest.mark.parametrize("path", sorted(modules()))
def test_no_module_makes_html_of_text(path):
    """`textContent` is the only rule that is needed, and it has no exception."""
    assert not re.search(RUNS_TEXT + r"|document\.write|\beval\(|new Function", modules()[path])


def needs(path: str) -> set[str]:
    """The modules that a module imports, by their paths."""
    folder = path.rpartition("/")[0]
    return {f"{folder}/{name}".strip("/") for name in IMPORT.findall(modules()[path])}


@pytest.mark.parametrize("path", sorted(modules()))
def test_imports_are_written_as_the_loader_reads_them(path):
    """The loader puts an address in the place of each `from "./…";`: it cannot what it does not see."""
    text = modules()[path]
    count = len(IMPORT.findall(text))
    assert count == len(re.findall(r"\bimport\b", text)) == text.count(' from "')
    assert needs(path) <= set(modules())


def test_modules_make_no_circle_and_what_is_shared_knows_no_widget():
    """The loader makes each module's address after those it imports; widgets stand on `page/`."""
    done: set[str] = set()
    while len(done) < len(modules()):
        ready = {path for path in modules() if path not in done and needs(path) <= done}
        assert ready, f"a circle in {sorted(set(modules()) - done)}"
        done |= ready
    assert all(to.startswith("page/") for path in modules() if "/" in path for to in needs(path))


@pytest.mark.parametrize("path", STATES)
def test_a_state_module_is_pure_and_each_of_its_functions_is_tested(path):
    """The pure part of a widget imports nothing and touches no page; its test file names what it tests."""
    text = modules()[path]
    assert not re.search(r"^import|\b(document|window|globalThis|model)\b", text, re.MULTILINE)
    test = (LOGIC / Path(path).name.replace(".mjs", ".test.mjs")).read_text(encoding="utf-8")
    names = re.findall(r"^export function (\w+)", text, re.MULTILINE)
    assert names
    assert [name for name in names if not re.search(rf"\b{name}\b", test)] == []
