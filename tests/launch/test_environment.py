"""Setting up: what is there, what is missing, and what is never believed."""

import json
import sys
from pathlib import Path

import pytest

from helpers.launch import common, environment

ROOT = Path(__file__).resolve().parents[2]


def test_a_set_up_kit_has_nothing_to_do(kit):
    """A second start takes seconds because the stamp says that all is there."""
    want = environment.wanted_stamp(kit, tests=False)
    assert environment.what_to_do(want, want) == "nothing"
    assert environment.what_to_do(environment.wanted_stamp(kit, tests=True), want) == "nothing"


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_changed_requirements_are_installed(kit, name):
    """After an update of the kit the next start brings the environment up to date."""
    have = environment.wanted_stamp(kit, tests=False)
    (kit / name).write_text("changed")
    assert environment.what_to_do(have, environment.wanted_stamp(kit, tests=False)) == "update"


def test_line_ends_are_no_change(kit):
    """A checkout with Windows' line ends needs no new installation."""
    have = environment.wanted_stamp(kit, tests=False)
    (kit / "requirements.txt").write_bytes(b"# requirements.txt\r\n")
    assert environment.wanted_stamp(kit, tests=False) == have


def test_the_tests_add_their_tools(kit):
    """A learner's environment lacks the test tools; `test` adds them."""
    have = environment.wanted_stamp(kit, tests=False)
    assert environment.what_to_do(have, environment.wanted_stamp(kit, tests=True)) == "update"


@pytest.mark.parametrize("key", ["schema", "root", "python"])
def test_an_environment_from_elsewhere_is_rebuilt(kit, key):
    """A moved folder, another Python or an older start.py: made anew, not mended by chance."""
    want = environment.wanted_stamp(kit, tests=False)
    assert environment.what_to_do({**want, key: "other"}, want) == "rebuild"


def test_an_interrupted_installation_is_rebuilt(kit):
    """The stamp is written last, so without one nothing that is there can be relied on."""
    assert environment.read_stamp(kit) == {}
    assert environment.what_to_do({}, environment.wanted_stamp(kit, tests=False)) == "rebuild"


def test_a_stamp_without_a_python_that_runs_counts_for_nothing(kit):
    """When the Python that made the environment is gone, so is the environment."""
    common.write_json(environment.stamp_path(kit), environment.wanted_stamp(kit, tests=False))
    assert environment.read_stamp(kit) == {}


@pytest.mark.parametrize("text", ["", "[1]", "{", "null"])
def test_a_broken_stamp_counts_for_nothing(kit, monkeypatch, text):
    """Half a stamp is no stamp, and no traceback."""
    monkeypatch.setattr(environment, "venv_python", lambda root: Path(sys.executable))
    environment.stamp_path(kit).parent.mkdir()
    environment.stamp_path(kit).write_text(text)
    assert environment.read_stamp(kit) == {}


def fake_set_up(monkeypatch, root, have, error=None):
    """Run set_up with an environment that says `have`, and packages that fail with `error`."""
    done = []

    def install(root, tests):
        done.append("installed")
        assert not environment.stamp_path(root).exists()
        if error:
            raise error

    monkeypatch.setattr(environment, "read_stamp", lambda root: have)
    monkeypatch.setattr(environment, "make_environment", lambda root: done.append("made"))
    monkeypatch.setattr(environment, "install_packages", install)
    if have:
        common.write_json(environment.stamp_path(root), have)
    environment.set_up(root)
    return done


def test_the_stamp_is_written_last(kit, monkeypatch):
    """While packages are being installed there is no stamp; afterwards there is."""
    assert fake_set_up(monkeypatch, kit, {}) == ["made", "installed"]
    assert json.loads(environment.stamp_path(kit).read_text()) == environment.wanted_stamp(
        kit, tests=False
    )


def test_an_update_without_network_leaves_the_old_environment(kit, monkeypatch):
    """Who has no network today can still go back to the version that worked yesterday."""
    have = {**environment.wanted_stamp(kit, tests=False), "kit": "yesterday"}
    with pytest.raises(common.Problem):
        fake_set_up(monkeypatch, kit, have, common.Problem("No network.", "connect"))
    assert json.loads(environment.stamp_path(kit).read_text()) == have


def test_an_update_that_is_killed_leaves_no_stamp(kit, monkeypatch):
    """Half-replaced packages must not pass for a finished environment."""
    have = {**environment.wanted_stamp(kit, tests=False), "kit": "yesterday"}
    with pytest.raises(KeyboardInterrupt):
        fake_set_up(monkeypatch, kit, have, KeyboardInterrupt())
    assert not environment.stamp_path(kit).exists()


def test_another_pythons_variables_do_not_reach_the_environment(monkeypatch):
    """PYTHONPATH and PYTHONHOME of another installation would load the wrong packages."""
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.setenv(name, "1")
    variables = environment.child_environment(ROOT, PAPER_TRAIL_HOME="here")
    assert not {"PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"} & set(variables)
    assert variables["PAPER_TRAIL_HOME"] == "here"
    assert variables["PATH"].startswith(str(environment.venv_python(ROOT).parent))
