"""The checks: all are run, and one that fails fails all."""

import subprocess
from pathlib import Path

import pytest
from small_kit import DAY_ONE, ship

import start
from helpers.launch import checks


def test_every_check_is_run_and_a_failure_fails_all(kit, monkeypatch, capsys):
    """One red check does not hide the others, and the last word is red."""
    ship(kit, "solutions/02.ipynb", "6 * 7")
    run = []

    def call(command, **_):
        run.append(command)
        return subprocess.CompletedProcess(command, returncode=int(len(run) == 1))

    for name in ("set_up", "copy_lab_settings"):
        monkeypatch.setattr(checks, name, lambda *_, **__: None)
    monkeypatch.setattr(checks, "get_browser", lambda root: "a-browser")
    monkeypatch.setattr(checks.subprocess, "run", call)
    assert checks.run_tests(kit, []) == 1
    assert len(run) == len(checks.test_steps(kit, [])) == 5
    assert "failed: Lint." in capsys.readouterr().out


@pytest.mark.parametrize("folder", ["notebooks", "exercises", "solutions"])
def test_a_folder_without_notebooks_fails(kit, folder, monkeypatch):
    """A glob that matches nothing must not pass for notebooks that work."""
    ship(kit, "solutions/02.ipynb", "6 * 7")
    assert checks.empty_folders(kit) == []
    for path in (kit / folder).glob("*.ipynb"):
        path.unlink()
    assert checks.empty_folders(kit) == [f"no notebook in {folder}/"]
    for name in ("set_up", "copy_lab_settings"):
        monkeypatch.setattr(checks, name, lambda *_, **__: None)
    monkeypatch.setattr(checks, "get_browser", lambda root: "a-browser")
    fine = subprocess.CompletedProcess([], returncode=0)
    monkeypatch.setattr(checks.subprocess, "run", lambda *_, **__: fine)
    assert checks.run_tests(kit, []) == 1


def test_solutions_are_compared_and_the_environment_is_ours(kit):
    """Strict for the solutions, and never another kernel than this environment's."""
    ship(kit, "solutions/02.ipynb", "6 * 7")
    (_, lax), (_, strict) = checks.notebook_steps(kit)
    assert "--nbval-lax" in lax
    assert {str(Path(name)) for name in (DAY_ONE, "exercises/02.ipynb")} <= set(lax)
    assert "--nbval" in strict
    assert strict[-1] == str(Path("solutions/02.ipynb"))
    assert all("--nbval-current-env" in command for command in (lax, strict))


def test_words_after_test_go_to_pytest(kit):
    """`start.py test -k marker` runs those tests and leaves the notebooks out."""
    assert start.parse(["test", "-k", "marker"]).test == ["-k", "marker"]
    steps = checks.test_steps(kit, ["-k", "marker"])
    assert steps[-1][1][-2:] == ["-k", "marker"]
    assert not any("nbval" in word for _, command in steps for word in command)
