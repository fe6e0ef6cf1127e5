"""What goes wrong is told in a sentence with a next step."""

from pathlib import Path
from types import SimpleNamespace

import pytest

import start
from helpers import launch
from helpers.launch import common, environment, failures

ROOT = Path(__file__).resolve().parents[2]


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
    problem = str(failures.explain_failure(output, Path("install.log")))
    assert said in problem
    assert next_step in problem.partition("Next step: ")[2]
    assert problem.endswith("Details: install.log")


def test_a_disk_with_too_little_room_is_told_before_anything_is_fetched(tmp_path):
    """Nobody waits a minute to hear that it cannot work."""
    almost_full = SimpleNamespace(free=environment.NEEDED - 1)
    with pytest.raises(common.Problem, match="The disk is full"):
        environment.check_room(tmp_path, usage=lambda path: almost_full)
    environment.check_room(tmp_path, usage=lambda path: SimpleNamespace(free=environment.NEEDED))


def test_a_full_disk_that_the_system_reports_is_told_as_well():
    """Our own writing fails in the same words as pip's, whatever the system's language."""
    problem = str(failures.explain_os_error(OSError(28, "Auf dem Gerät ist kein Speicherplatz")))
    assert problem.startswith("The disk is full.")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (common.Problem("The disk is full.", "free 1 GB."), "Next step: free 1 GB."),
        (PermissionError(13, "Permission denied"), "could not be written"),
        (RuntimeError("surprise"), "Something went wrong that should not."),
    ],
)
def test_no_traceback_reaches_a_learner(monkeypatch, capsys, error, said):
    """Even a surprise ends in a sentence, a next step and a file with the detail."""

    def fail(*arguments):
        raise error

    monkeypatch.setattr(launch, "start", fail)
    assert launch.carry_out(start.parse([]), ROOT) == 1
    shown = "".join(capsys.readouterr())
    assert said in shown
    assert "Next step: " in shown
    assert "Traceback" not in shown


def test_ctrl_c_ends_quietly(monkeypatch, capsys):
    """Stopping half-way is no error of the learner's."""
    monkeypatch.setattr(launch, "start", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    assert launch.carry_out(start.parse([]), ROOT) == 130
    assert "Traceback" not in "".join(capsys.readouterr())
