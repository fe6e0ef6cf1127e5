"""What a wheel promises: the kit works where it is installed, without a checkout beside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("helpers", "seeds", "notebooks", "exercises", "solutions")
BUILT_FROM = (*FOLDERS, "pyproject.toml", "README.md", "LICENSE.md")
OFFLINE = ("--no-deps", "--no-index", "--disable-pip-version-check", "--quiet")


def pip(*arguments, cwd):
    """Run pip without the network."""
    run = [sys.executable, "-m", "pip", *arguments]
    done = subprocess.run(run, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def installed(folder, left_out=()):
    """Build a wheel from a copy of the kit, install it, and return where to."""
    source = folder / "source"
    for name in [one for one in BUILT_FROM if one not in left_out and (ROOT / one).exists()]:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, source / name)
    pip("wheel", ".", "--no-build-isolation", "--wheel-dir", "../wheels", *OFFLINE, cwd=source)
    (wheel,) = (folder / "wheels").glob("*.whl")
    pip("install", str(wheel), "--target", str(folder / "site"), *OFFLINE, cwd=folder)
    shutil.rmtree(source)
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Where a wheel of the whole kit is installed."""
    return installed(tmp_path_factory.mktemp("wheel"))


def run(site, code, **variables):
    """Run code with the installed kit, from another folder; return what it printed, as JSON."""
    elsewhere = site.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    home = {"PAPER_TRAIL_HOME": str(elsewhere / "answers"), "PYTHONPATH": str(site)}
    code = f"import json, sys\nsys.path = [p for p in sys.path if p != {str(ROOT)!r}]\n{code}"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=elsewhere,
        env={**os.environ, **home, **variables},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def files(folder, *without):
    """The files under a folder by their path in it, without what Python leaves behind."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        path.as_posix()
        for path in found
        if not {"__pycache__", *without} & set(path.parts)
        and not any(part.startswith(".") for part in path.parts)
    }


def test_every_file_of_the_kit_is_in_the_wheel(site):
    """Code, page parts, style, words and word lists; cases, keys and notebooks."""
    assert files(site / "helpers", "kit") == files(ROOT / "helpers")
    for name in FOLDERS[1:]:
        assert files(site / "helpers" / "kit" / name) == files(ROOT / name)


def test_nothing_else_is_installed(site):
    """A wheel puts one package on the path, and one file where Jupyter looks for what to load."""
    names = {path.name for path in site.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"helpers", "etc"}
    assert files(site / "etc") == {"jupyter/jupyter_server_config.d/paper-trail-lab.json"}


def test_every_module_can_be_imported(site):
    """A module that only works in a checkout would fail a learner at the first click."""
    code = """
import importlib, pkgutil, helpers
names = [one.name for one in pkgutil.walk_packages(helpers.__path__, "helpers.")]
for name in names:
    importlib.import_module(name)
print(json.dumps([helpers.__file__, len(names)]))
"""
    place, count = run(site, code)
    assert Path(place).is_relative_to(site)
    assert count > 50


def test_cases_keys_and_widgets_are_there(site):
    """The first lesson opens, and compares with the key."""
    code = """
from helpers.case import case_names, load_case, load_key, validate
from helpers.widgets import mark_kinds
case = load_case("liberty-daily")
shown = [type(mark_kinds(name)).__name__ for name in case_names()]
print(json.dumps([
    str(case.folder), len(load_key(case).sentences), shown,
    [str(one) for name in case_names() for one in validate(name)],
]))
"""
    folder, labels, shown, problems = run(site, code)
    assert Path(folder).is_relative_to(site)
    assert labels
    assert set(shown) == {"Marker"}
    assert not problems


def test_the_commands_work(site):
    """The same from a terminal."""
    code = """
import contextlib, io
from helpers.__main__ import main
with contextlib.redirect_stdout(io.StringIO()) as said:
    code = main(["validate"])
print(json.dumps([code, said.getvalue()]))
"""
    code, said = run(site, code)
    assert code == 0
    assert "liberty-daily: " in said


def test_another_kit_can_be_named(site, tmp_path):
    """A class may have cases of its own, and no keys."""
    seeds = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds" / "night-market", seeds / "night-market")
    code = """
from helpers.case import case_names, load_case, load_key
print(json.dumps([case_names(), load_key(load_case("night-market"))]))
"""
    assert run(site, code, PAPER_TRAIL_KIT=str(tmp_path)) == [["night-market"], None]


def test_a_kit_without_solutions_builds_and_gives_no_feedback(tmp_path):
    """An instructor hands out the kit without its keys; answers are collected, nothing is compared."""
    code = """
from helpers.case import load_case, load_key
print(json.dumps(load_key(load_case("liberty-daily"))))
"""
    assert run(installed(tmp_path, left_out=("solutions",)), code) is None
