"""Every check of the kit, one after the other."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from helpers.launch.browsers import get_browser
from helpers.launch.common import NOTEBOOKS, say
from helpers.launch.copies import shipped_notebooks
from helpers.launch.environment import child_environment, copy_lab_settings, set_up, venv_python
from helpers.launch.start_lock import turn


def notebooks_in(root: Path, *folders: str) -> list[str]:
    """Return the folders' notebooks, relative to the kit."""
    return [str(path) for path in shipped_notebooks(root) if path.parts[0] in folders]


def empty_folders(root: Path) -> list[str]:
    """Return a failed check for each folder without notebooks, so that none goes untested."""
    return [f"no notebook in {name}/" for name in NOTEBOOKS if not notebooks_in(root, name)]


def notebook_steps(root: Path) -> list[tuple[str, list[str]]]:
    """Return the checks that run the notebooks: to the end, or with the same outputs."""
    nbval = [str(venv_python(root)), "-m", "pytest", "-q", "--nbval-current-env"]
    nbval += ["--nbval-cell-timeout=120", "--nbval-sanitize-with", "tests/nbval_sanitize.cfg"]
    lax, strict = notebooks_in(root, "notebooks", "exercises"), notebooks_in(root, "solutions")
    steps = [
        ("Lessons and exercises run", [*nbval, "--nbval-lax", *lax], lax),
        ("Solutions show what they showed", [*nbval, "--nbval", *strict], strict),
    ]
    return [(heading, command) for heading, command, found in steps if found]


def test_steps(root: Path, extra: list[str]) -> list[tuple[str, list[str]]]:
    """Return every check as (heading, command), in the order in which they are run."""
    run = [str(venv_python(root)), "-m"]
    return [
        ("Lint", [*run, "ruff", "check", "."]),
        ("Format", [*run, "ruff", "format", "--check", "."]),
        *([] if extra else notebook_steps(root)),
        ("Tests", [*run, "pytest", *extra]),
    ]


def run_tests(root: Path, extra: list[str]) -> int:
    """Set up, run every check even after one has failed, and return the exit code."""
    with turn(root):
        set_up(root, tests=True)
        copy_lab_settings(root)
    browser = get_browser(root)
    failed = [] if extra else empty_folders(root)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        variables = child_environment(root, PAPER_TRAIL_BROWSER=browser, PAPER_TRAIL_HOME=home)
        for heading, command in test_steps(root, extra):
            say(f"\n=== {heading} ===")
            if subprocess.run(command, cwd=root, env=variables).returncode:
                failed.append(heading)
    say(f"\nThese checks failed: {', '.join(failed)}." if failed else "\nEvery check is fine.")
    return 1 if failed else 0
