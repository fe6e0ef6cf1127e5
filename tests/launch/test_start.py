"""start.py: setting up, the learner's working copies, the browser for the tests, the locks."""

import ast
import importlib.metadata
import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
import start  # noqa: E402  it is a script in the kit's folder, not an installed module

DAY_ONE = "notebooks/00_start_here.ipynb"


# --- Which Python ---------------------------------------------------------------------------


def test_an_old_python_can_read_start_as_far_as_the_sentence():
    """Python 3.6 gets a sentence with a next step, not a syntax error."""
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_a_python_that_is_too_old_is_told_what_to_install():
    """The sentence names the version found, the version needed and the next step."""
    said = start.too_old((3, 9, 2))
    assert "3.11 or newer" in said
    assert "3.9" in said
    assert "Next step: install" in said


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_python_that_will_do_is_not_complained_about(version):
    """Newer ones pass, the next major one too."""
    assert start.too_old(version) is None


def test_a_python_without_venv_is_told_the_debian_command():
    """Debian and Ubuntu leave venv out; the sentence names the package."""
    with pytest.raises(start.Problem, match=r"Next step: .*apt install python3\.\d+-venv"):
        start.check_python_is_whole(find=lambda name: None if name == "ensurepip" else True)


# --- What is to be done ---------------------------------------------------------------------


@pytest.fixture
def kit(tmp_path):
    """A kit of two notebooks in a folder whose name has a space and other letters."""
    root = tmp_path / "my kït"
    for folder in ("notebooks", "exercises", "solutions", "tests"):
        (root / folder).mkdir(parents=True)
    ship(root, DAY_ONE, "# Start here")
    ship(root, "exercises/02.ipynb", "answer = ...")
    for name in ("requirements.txt", "pyproject.toml", "tests/requirements.txt"):
        (root / name).write_text(f"# {name}\n")
    return root


def test_a_set_up_kit_has_nothing_to_do(kit):
    """A second start takes seconds because the stamp says that all is there."""
    want = start.wanted_stamp(kit, tests=False)
    assert start.what_to_do(want, want) == "nothing"
    assert start.what_to_do(start.wanted_stamp(kit, tests=True), want) == "nothing"


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_changed_requirements_are_installed(kit, name):
    """After an update of the kit the next start brings the environment up to date."""
    have = start.wanted_stamp(kit, tests=False)
    (kit / name).write_text("changed")
    assert start.what_to_do(have, start.wanted_stamp(kit, tests=False)) == "update"


def test_line_ends_are_no_change(kit):
    """A checkout with Windows' line ends needs no new installation."""
    have = start.wanted_stamp(kit, tests=False)
    (kit / "requirements.txt").write_bytes(b"# requirements.txt\r\n")
    assert start.wanted_stamp(kit, tests=False) == have


def test_the_tests_add_their_tools(kit):
    """A learner's environment lacks the test tools; `test` adds them."""
    have = start.wanted_stamp(kit, tests=False)
    assert start.what_to_do(have, start.wanted_stamp(kit, tests=True)) == "update"


@pytest.mark.parametrize("key", ["schema", "root", "python"])
def test_an_environment_from_elsewhere_is_rebuilt(kit, key):
    """A moved folder, another Python or an older start.py: made anew, not mended by chance."""
    want = start.wanted_stamp(kit, tests=False)
    assert start.what_to_do({**want, key: "other"}, want) == "rebuild"


def test_an_interrupted_installation_is_rebuilt(kit):
    """The stamp is written last, so without one nothing that is there can be relied on."""
    assert start.read_stamp(kit) == {}
    assert start.what_to_do({}, start.wanted_stamp(kit, tests=False)) == "rebuild"


def test_a_stamp_without_a_python_that_runs_counts_for_nothing(kit):
    """When the Python that made the environment is gone, so is the environment."""
    start.write_json(start.stamp_path(kit), start.wanted_stamp(kit, tests=False))
    assert start.read_stamp(kit) == {}


@pytest.mark.parametrize("text", ["", "[1]", "{", "null"])
def test_a_broken_stamp_counts_for_nothing(kit, monkeypatch, text):
    """Half a stamp is no stamp, and no traceback."""
    monkeypatch.setattr(start, "venv_python", lambda root: Path(sys.executable))
    start.stamp_path(kit).parent.mkdir()
    start.stamp_path(kit).write_text(text)
    assert start.read_stamp(kit) == {}


def fake_set_up(monkeypatch, root, have, error=None):
    """Run set_up with an environment that says `have`, and packages that fail with `error`."""
    done = []

    def install(root, tests):
        done.append("installed")
        assert not start.stamp_path(root).exists()
        if error:
            raise error

    monkeypatch.setattr(start, "read_stamp", lambda root: have)
    monkeypatch.setattr(start, "make_environment", lambda root: done.append("made"))
    monkeypatch.setattr(start, "install_packages", install)
    if have:
        start.write_json(start.stamp_path(root), have)
    start.set_up(root)
    return done


def test_the_stamp_is_written_last(kit, monkeypatch):
    """While packages are being installed there is no stamp; afterwards there is."""
    assert fake_set_up(monkeypatch, kit, {}) == ["made", "installed"]
    assert json.loads(start.stamp_path(kit).read_text()) == start.wanted_stamp(kit, tests=False)


def test_an_update_without_network_leaves_the_old_environment(kit, monkeypatch):
    """Who has no network today can still go back to the version that worked yesterday."""
    have = {**start.wanted_stamp(kit, tests=False), "kit": "yesterday"}
    with pytest.raises(start.Problem):
        fake_set_up(monkeypatch, kit, have, start.Problem("No network.", "connect"))
    assert json.loads(start.stamp_path(kit).read_text()) == have


def test_an_update_that_is_killed_leaves_no_stamp(kit, monkeypatch):
    """Half-replaced packages must not pass for a finished environment."""
    have = {**start.wanted_stamp(kit, tests=False), "kit": "yesterday"}
    with pytest.raises(KeyboardInterrupt):
        fake_set_up(monkeypatch, kit, have, KeyboardInterrupt())
    assert not start.stamp_path(kit).exists()


def test_another_pythons_variables_do_not_reach_the_environment(monkeypatch):
    """PYTHONPATH and PYTHONHOME of another installation would load the wrong packages."""
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.setenv(name, "1")
    variables = start.child_environment(ROOT, PAPER_TRAIL_HOME="here")
    assert not {"PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"} & set(variables)
    assert variables["PAPER_TRAIL_HOME"] == "here"
    assert variables["PATH"].startswith(str(start.venv_python(ROOT).parent))


# --- What goes wrong ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "said", "next_step"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full", "free about"),
        ("WARNING: Retrying: NewConnectionError('Failed to establish a new connection: [Errno -3] "
         "Temporary failure in name resolution'\nERROR: Could not find a version that satisfies "
         "the requirement altair==6.3.0 (from versions: none)", "no connection", "internet"),
        ("Could not find a version that satisfies the requirement altair==6.3.0 (from versions: "
         "none)", "no connection", "internet"),
        ("SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED", "certificate", "date"),
        ("ERROR: [Errno 13] Permission denied: '.venv/bin'", "could not be written", "move"),
        ("OSError: [WinError 5] Access is denied", "could not be written", "close other"),
        ("ERROR: Failed building wheel for pandas", "for this Python", "install Python 3.13"),
        ("ERROR: Could not find a version that satisfies the requirement numpy==2.5.5 (from "
         "versions: 1.0, 1.1)", "for this Python", "install Python 3.13"),
        ("something nobody foresaw", "did not work", "delete the folder .venv"),
    ],
)  # fmt: skip
def test_a_failed_installation_is_told_in_a_sentence(output, said, next_step):
    """Whatever pip printed, a person gets what happened, the next step and where the rest is."""
    problem = str(start.explain_failure(output, Path("install.log")))
    assert said in problem
    assert next_step in problem.partition("Next step: ")[2]
    assert problem.endswith("Details: install.log")


def test_a_disk_with_too_little_room_is_told_before_anything_is_fetched(tmp_path):
    """Nobody waits a minute to hear that it cannot work."""
    almost_full = SimpleNamespace(free=start.NEEDED - 1)
    with pytest.raises(start.Problem, match="The disk is full"):
        start.check_room(tmp_path, usage=lambda path: almost_full)
    start.check_room(tmp_path, usage=lambda path: SimpleNamespace(free=start.NEEDED))


def test_a_full_disk_that_the_system_reports_is_told_as_well():
    """Our own writing fails in the same words as pip's, whatever the system's language."""
    problem = str(start.explain_os_error(OSError(28, "Auf dem Gerät ist kein Speicherplatz")))
    assert problem.startswith("The disk is full.")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (start.Problem("The disk is full.", "free 1 GB."), "Next step: free 1 GB."),
        (PermissionError(13, "Permission denied"), "could not be written"),
        (RuntimeError("surprise"), "Something went wrong that should not."),
    ],
)
def test_no_traceback_reaches_a_learner(monkeypatch, capsys, error, said):
    """Even a surprise ends in a sentence, a next step and a file with the detail."""

    def fail(*arguments):
        raise error

    monkeypatch.setattr(start, "start", fail)
    assert start.main([]) == 1
    shown = "".join(capsys.readouterr())
    assert said in shown
    assert "Next step: " in shown
    assert "Traceback" not in shown


def test_ctrl_c_ends_quietly(monkeypatch, capsys):
    """Stopping half-way is no error of the learner's."""
    monkeypatch.setattr(start, "start", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    assert start.main([]) == 130
    assert "Traceback" not in "".join(capsys.readouterr())


@pytest.fixture
def taken_port():
    """A port at which something of this machine listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_is_taken_is_told(taken_port):
    """Asking for a taken port gives a sentence and a way out."""
    with pytest.raises(start.Problem, match=rf"Port {taken_port} (.|\n)*Next step: choose another"):
        start.choose_port(taken_port)


def test_without_port_a_free_one_is_found(taken_port, monkeypatch):
    """A second kit, or another program at the usual port, does not stop a learner."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        free = other.getsockname()[1]
    monkeypatch.setattr(start, "PORTS", (taken_port, free))
    assert start.choose_port(None) == free


def test_no_free_port_is_told(taken_port, monkeypatch):
    """When all are taken, the sentence shows how to name one."""
    monkeypatch.setattr(start, "PORTS", (taken_port,))
    with pytest.raises(start.Problem, match="--port"):
        start.choose_port(None)


@pytest.mark.parametrize("port", ["0", "65536", "many"])
def test_a_port_that_is_none_is_told(port, capsys):
    """A mistyped number is told on the command line."""
    with pytest.raises(SystemExit):
        start.parse(["--port", port])
    assert "port" in capsys.readouterr().err


def test_the_lesson_is_served_to_this_computer_only():
    """Bound to 127.0.0.1, with its token, in the single-document view of the working copies."""
    command = " ".join(start.lab_command(ROOT, 8888, browser=True))
    assert "--ServerApp.ip=127.0.0.1" in command
    assert "token" not in command
    assert "password" not in command
    assert "--LabApp.default_url=/doc/tree/" + DAY_ONE in command
    assert f"--ServerApp.root_dir={ROOT / 'my-work'}" in command


# --- The learner's working copies -----------------------------------------------------------


def notebook(*sources, **code):
    """Return a notebook of code cells with these sources, as bytes."""
    cells = [{"cell_type": "code", "source": s, "outputs": [], **code} for s in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def ship(root, name, *sources):
    """Put a notebook into the kit, as an update would."""
    (root / name).write_bytes(notebook(*sources))


def mine(root, name=DAY_ONE):
    """Return the path of the learner's copy."""
    return root / "my-work" / name


def test_a_first_start_copies_every_notebook_with_the_same_layout(kit):
    """Links between notebooks keep working, since the folders are the same."""
    ship(kit, "solutions/02.ipynb", "6 * 7")
    assert start.update_working_copies(kit) == []
    for name in (DAY_ONE, "exercises/02.ipynb", "solutions/02.ipynb"):
        assert mine(kit, name).read_bytes() == (kit / name).read_bytes()


def test_keys_and_checkpoints_are_not_copied(kit):
    """Only notebooks go into my-work/; the answer keys stay where they are."""
    for name in ("solutions/keys/liberty.yaml", "notebooks/.ipynb_checkpoints/a.ipynb"):
        (kit / name).parent.mkdir()
        (kit / name).write_text("{}")
    start.update_working_copies(kit)
    names = {path.name for path in mine(kit, ".").rglob("*") if path.is_file()}
    assert names == {".shipped.json", "00_start_here.ipynb", "02.ipynb"}


def test_an_edited_copy_is_left_alone(kit):
    """Starting again never takes away what a learner wrote."""
    start.update_working_copies(kit)
    mine(kit).write_bytes(notebook("my own words"))
    assert start.update_working_copies(kit) == []
    assert mine(kit).read_bytes() == notebook("my own words")


def test_an_untouched_copy_is_updated(kit):
    """Who only reads gets the kit's newest lesson under its usual name."""
    start.update_working_copies(kit)
    ship(kit, DAY_ONE, "# Start here, improved")
    assert start.update_working_copies(kit) == []
    assert mine(kit).read_bytes() == (kit / DAY_ONE).read_bytes()


def test_running_a_notebook_is_no_edit(kit):
    """Outputs, counts, split sources and the empty cell that Shift+Enter adds do not count."""
    start.update_working_copies(kit)
    run = notebook(["# Start", " here"], "", outputs=[{"text": "42"}], execution_count=3)
    mine(kit).write_bytes(run)
    ship(kit, DAY_ONE, "# Start here, improved")
    assert start.update_working_copies(kit) == []
    assert mine(kit).read_bytes() == (kit / DAY_ONE).read_bytes()


def test_an_edited_copy_gets_the_new_version_beside_it(kit):
    """Both are there, the learner's under its name, and a sentence says so; once."""
    start.update_working_copies(kit)
    mine(kit).write_bytes(notebook("my own words"))
    ship(kit, DAY_ONE, "# Start here, improved")
    (told,) = start.update_working_copies(kit)
    assert "stays as you left it" in told
    assert "00_start_here (new version).ipynb" in told
    beside = mine(kit).with_name("00_start_here (new version).ipynb")
    assert beside.read_bytes() == (kit / DAY_ONE).read_bytes()
    assert mine(kit).read_bytes() == notebook("my own words")
    assert start.update_working_copies(kit) == []


def test_a_new_version_that_was_edited_too_is_kept_as_well(kit):
    """The third update finds two notebooks of the learner's and overwrites neither."""
    start.update_working_copies(kit)
    mine(kit).write_bytes(notebook("mine"))
    ship(kit, DAY_ONE, "two")
    start.update_working_copies(kit)
    beside = mine(kit).with_name("00_start_here (new version).ipynb")
    beside.write_bytes(notebook("mine again"))
    ship(kit, DAY_ONE, "three")
    start.update_working_copies(kit)
    assert mine(kit).read_bytes() == notebook("mine")
    assert beside.read_bytes() == notebook("mine again")
    third = mine(kit).with_name("00_start_here (new version 2).ipynb")
    assert third.read_bytes() == notebook("three")


def test_a_new_version_nobody_wrote_in_is_replaced_by_the_next(kit):
    """Ten updates do not leave ten files."""
    start.update_working_copies(kit)
    mine(kit).write_bytes(notebook("mine"))
    for text in ("two", "three", "four"):
        ship(kit, DAY_ONE, text)
        start.update_working_copies(kit)
    names = sorted(path.name for path in mine(kit).parent.iterdir())
    assert names == ["00_start_here (new version).ipynb", "00_start_here.ipynb"]
    assert mine(kit).with_name(names[0]).read_bytes() == notebook("four")


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[]", b'{"cells": 3}', b'{"cells": [{}]}', b'{"cells": ' + b"[" * 100_000],
)
def test_a_broken_notebook_is_kept_and_counts_as_edited(kit, content):
    """Half a file may be all that is left of somebody's evening: nothing overwrites it."""
    start.update_working_copies(kit)
    mine(kit).write_bytes(content)
    ship(kit, DAY_ONE, "# Start here, improved")
    assert len(start.update_working_copies(kit)) == 1
    assert mine(kit).read_bytes() == content


@pytest.mark.parametrize("record", [None, b"{", b"[]", b'{"notebooks": {"a": 1}}', b"\xff"])
def test_a_lost_record_loses_no_edit(kit, record):
    """Without a record every copy that differs counts as edited."""
    start.update_working_copies(kit)
    mine(kit).write_bytes(notebook("mine"))
    mine(kit, ".shipped.json").unlink()
    if record is not None:
        mine(kit, ".shipped.json").write_bytes(record)
    start.update_working_copies(kit)
    assert mine(kit).read_bytes() == notebook("mine")
    assert start.update_working_copies(kit) == []


def test_a_missing_copy_comes_back(kit):
    """Deleting a copy is the way to begin a lesson afresh."""
    start.update_working_copies(kit)
    mine(kit).unlink()
    start.update_working_copies(kit)
    assert mine(kit).read_bytes() == (kit / DAY_ONE).read_bytes()


def test_a_learners_own_notebook_is_left_alone(kit):
    """What the kit never shipped, and what it ships no longer, stays."""
    start.update_working_copies(kit)
    mine(kit, "notebooks/my notes.ipynb").write_bytes(notebook("notes"))
    (kit / "exercises/02.ipynb").unlink()
    start.update_working_copies(kit)
    assert mine(kit, "notebooks/my notes.ipynb").exists()
    assert mine(kit, "exercises/02.ipynb").exists()


# --- The browser for the tests --------------------------------------------------------------


def program(path):
    """Make an empty program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


posix = pytest.mark.skipif(os.name == "nt", reason="a program is known by its ending on Windows")


@posix
def test_a_browser_on_the_path_is_found(tmp_path):
    """Chromium and its relatives are found under their usual names."""
    chrome = program(tmp_path / "google-chrome")
    assert start.installed_browser("Linux", {"PATH": str(tmp_path)}) == chrome


@posix
def test_the_browser_that_was_asked_for_wins(tmp_path):
    """PAPER_TRAIL_BROWSER stands above what is on the PATH."""
    program(tmp_path / "chromium")
    mine = program(tmp_path / "elsewhere" / "my-browser")
    variables = {"PATH": str(tmp_path), "PAPER_TRAIL_BROWSER": mine}
    assert start.installed_browser("Linux", variables) == mine


def test_a_browser_that_is_not_there_is_told(tmp_path):
    """A mistyped PAPER_TRAIL_BROWSER is a Problem, not another browser in silence."""
    variables = {"PATH": "", "PAPER_TRAIL_BROWSER": str(tmp_path / "none")}
    with pytest.raises(start.Problem, match="Next step: give it the full path"):
        start.installed_browser("Linux", variables)


def test_windows_and_mac_have_their_usual_places(tmp_path):
    """Neither system puts its browsers on the PATH."""
    edge = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    program(edge)
    variables = {"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}
    assert start.installed_browser("Windows", variables) == str(edge)
    chrome = tmp_path / "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    program(chrome)
    assert chrome in start.usual_places("Darwin", {"HOME": str(tmp_path)})


def test_without_any_browser_the_tests_fail(monkeypatch):
    """They say what to install; they never skip."""
    for name in ("installed_browser", "playwright_browser", "debian_browser"):
        monkeypatch.setattr(start, name, lambda *_: None)
    with pytest.raises(start.Problem, match="Next step: install one"):
        start.get_browser(ROOT)


def test_a_browser_is_fetched_in_the_promised_order(monkeypatch):
    """First one that is there, then Playwright's, then the Debian package."""
    asked = []
    monkeypatch.setattr(start, "starts", lambda browser: True)
    for name in ("installed_browser", "playwright_browser", "debian_browser"):
        monkeypatch.setattr(start, name, lambda *_, n=name: asked.append(n))
    with pytest.raises(start.Problem):
        start.get_browser(ROOT)
    assert asked == ["installed_browser", "playwright_browser", "debian_browser"]


# --- The checks -----------------------------------------------------------------------------


def test_every_check_is_run_and_a_failure_fails_all(kit, monkeypatch, capsys):
    """One red check does not hide the others, and the last word is red."""
    ship(kit, "solutions/02.ipynb", "6 * 7")
    run = []

    def call(command, **_):
        run.append(command)
        return subprocess.CompletedProcess(command, returncode=int(len(run) == 1))

    for name in ("set_up", "copy_lab_settings"):
        monkeypatch.setattr(start, name, lambda *_, **__: None)
    monkeypatch.setattr(start, "get_browser", lambda root: "a-browser")
    monkeypatch.setattr(start.subprocess, "run", call)
    assert start.run_tests(kit, []) == 1
    assert len(run) == len(start.test_steps(kit, [])) == 5
    assert "failed: Lint." in capsys.readouterr().out


@pytest.mark.parametrize("folder", ["notebooks", "exercises", "solutions"])
def test_a_folder_without_notebooks_fails(kit, folder, monkeypatch):
    """A glob that matches nothing must not pass for notebooks that work."""
    ship(kit, "solutions/02.ipynb", "6 * 7")
    assert start.empty_folders(kit) == []
    for path in (kit / folder).glob("*.ipynb"):
        path.unlink()
    assert start.empty_folders(kit) == [f"no notebook in {folder}/"]
    for name in ("set_up", "copy_lab_settings"):
        monkeypatch.setattr(start, name, lambda *_, **__: None)
    monkeypatch.setattr(start, "get_browser", lambda root: "a-browser")
    fine = subprocess.CompletedProcess([], returncode=0)
    monkeypatch.setattr(start.subprocess, "run", lambda *_, **__: fine)
    assert start.run_tests(kit, []) == 1


def test_solutions_are_compared_and_the_environment_is_ours(kit):
    """Strict for the solutions, and never another kernel than this environment's."""
    ship(kit, "solutions/02.ipynb", "6 * 7")
    (_, lax), (_, strict) = start.notebook_steps(kit)
    assert "--nbval-lax" in lax
    assert {str(Path(name)) for name in (DAY_ONE, "exercises/02.ipynb")} <= set(lax)
    assert "--nbval" in strict
    assert strict[-1] == str(Path("solutions/02.ipynb"))
    assert all("--nbval-current-env" in command for command in (lax, strict))


def test_words_after_test_go_to_pytest(kit):
    """`start.py test -k marker` runs those tests and leaves the notebooks out."""
    assert start.parse(["test", "-k", "marker"]).test == ["-k", "marker"]
    steps = start.test_steps(kit, ["-k", "marker"])
    assert steps[-1][1][-2:] == ["-k", "marker"]
    assert not any("nbval" in word for _, command in steps for word in command)


# --- The locks ------------------------------------------------------------------------------


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


# --- The kit as it is installed -------------------------------------------------------------


def test_the_tests_are_testing_this_checkout():
    """An editable installation of another clone would test that one."""
    code = "import helpers; print(helpers.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT.anchor
    )
    assert Path(done.stdout.strip()).resolve().is_relative_to(ROOT)


def test_the_settings_only_name_shortcuts_that_are_there():
    """A shortcut that JupyterLab has renamed would be left on without anybody noticing."""
    schemas = Path(sys.prefix, "share", "jupyter", "lab", "schemas", "@jupyterlab")
    known = []
    for path in schemas.rglob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        known += schema.get("jupyter.lab.shortcuts", []) if isinstance(schema, dict) else []
    there = {(s["command"], *s.get("keys", []), s["selector"]) for s in known}
    ours = json.loads((ROOT / "helpers" / "lab_overrides.json").read_text(encoding="utf-8"))
    off = ours["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    assert {(s["command"], *s["keys"], s["selector"]) for s in off} <= there
    single = r"(Shift )?[A-Z0-9]"
    keys = {tuple(s["keys"]) for s in off if all(re.fullmatch(single, k) for k in s["keys"])}
    assert {("1",), ("0", "0"), ("D", "D"), ("X",), ("M",), ("I", "I")} <= keys


def test_scripts_keep_unix_line_ends():
    """Bash on Binder and CI stumbles over Windows' line ends."""
    for name in ("start.py", "postBuild", ".ci/run", ".ci/lock", "runtime.txt"):
        assert b"\r" not in (ROOT / name).read_bytes(), name
