"""The locked packages: exact, with a reason each, and the ones that are installed."""

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]


def lock(name):
    """Return {package: [(requirement, reason)]} of a locked file."""
    pinned = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, reason = line.partition("  # ")
            requirement = Requirement(text)
            pinned.setdefault(canonicalize_name(requirement.name), []).append((requirement, reason))
    return pinned


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DIRECT = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "tests/requirements.txt": PROJECT["dependency-groups"]["test"],
}


@pytest.mark.parametrize("name", DIRECT)
def test_every_version_is_exact_and_has_its_reason(name):
    """What ran for us runs for a learner next year, and nobody wonders why a package is there."""
    for package, entries in lock(name).items():
        for requirement, reason in entries:
            assert re.fullmatch(r"==[0-9][0-9a-z.]*", str(requirement.specifier)), package
            assert reason, package


@pytest.mark.parametrize("name", DIRECT)
def test_direct_dependencies_are_locked_within_what_the_project_asks(name):
    """pyproject.toml and the lock agree; a reason is a sentence of ours, not a list of users."""
    for text in DIRECT[name]:
        asked = Requirement(text)
        ((locked, reason),) = lock(name)[canonicalize_name(asked.name)]
        assert asked.specifier.contains(str(locked.specifier).removeprefix("=="))
        assert not reason.startswith("for ")


def test_the_test_tools_repeat_no_version():
    """Each package is locked in one place, so the two files cannot disagree."""
    assert not set(lock("requirements.txt")) & set(lock("tests/requirements.txt"))


@pytest.mark.parametrize("name", DIRECT)
def test_what_is_installed_is_what_is_locked(name):
    """The tests speak about the versions that learners get (run them with start.py test)."""
    for package, entries in lock(name).items():
        for requirement, _ in entries:
            if requirement.marker is None or requirement.marker.evaluate():
                assert importlib.metadata.version(package) in requirement.specifier, package


@pytest.mark.parametrize("module", ["altair", "nbformat", "jupyter_events"])
def test_the_slow_grammar_is_not_compiled(module):
    """Newer jsonschema compiles a grammar at each of these imports: seconds for every learner."""
    code = f"import {module}, sys; sys.exit('rfc3987_syntax' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
