"""The server: at a free port, on this computer only."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from small_kit import DAY_ONE

import start
from helpers.launch import common, server

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken_port():
    """A port at which something of this machine listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_is_taken_is_told(taken_port):
    """Asking for a taken port gives a sentence and a way out."""
    with pytest.raises(
        common.Problem, match=rf"Port {taken_port} (.|\n)*Next step: choose another"
    ):
        server.choose_port(taken_port)


def test_without_port_a_free_one_is_found(taken_port, monkeypatch):
    """A second kit, or another program at the usual port, does not stop a learner."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        free = other.getsockname()[1]
    monkeypatch.setattr(server, "PORTS", (taken_port, free))
    assert server.choose_port(None) == free


def test_no_free_port_is_told(taken_port, monkeypatch):
    """When all are taken, the sentence shows how to name one."""
    monkeypatch.setattr(server, "PORTS", (taken_port,))
    with pytest.raises(common.Problem, match="--port"):
        server.choose_port(None)


@pytest.mark.parametrize("port", ["0", "65536", "many"])
def test_a_port_that_is_none_is_told(port, capsys):
    """A mistyped number is told on the command line."""
    with pytest.raises(SystemExit):
        start.parse(["--port", port])
    assert "port" in capsys.readouterr().err


def test_the_lesson_is_served_to_this_computer_only():
    """Bound to 127.0.0.1, with its token, as a page made of the working copies."""
    command = " ".join(server.lab_command(ROOT, 8888, browser=True))
    assert "--ServerApp.ip=127.0.0.1" in command
    assert "token" not in command
    assert "password" not in command
    assert "--LabApp.default_url=/page/" + DAY_ONE in command
    assert f"--ServerApp.root_dir={ROOT / 'my-work'}" in command


def test_jupyterlab_is_one_word_away():
    """`--lab` opens the same notebook in JupyterLab, on the server that has the pages too."""
    options = start.parse(["--lab", "--no-browser"])
    command = server.lab_command(ROOT, 8888, browser=False, lab=options.lab)
    assert "--LabApp.default_url=/doc/tree/" + DAY_ONE in command
    assert not start.parse([]).lab
    for other in (command, server.lab_command(ROOT, 8888, browser=False)):
        (extensions,) = [one for one in other if "jpserver_extensions" in one]
        assert "'helpers.pages': True" in extensions
        assert "'voila.server_extension': False" in extensions


def test_loading_the_pages_puts_no_warning_on_the_terminal():
    """Voilà turns on warnings for programmers as it is loaded; a learner's terminal stays clean."""
    code = (
        "from helpers.pages import _jupyter_server_extension_points as points; points(); "
        "import helpers.pages.server, voila.app, warnings; "
        "warnings.warn_explicit('old', DeprecationWarning, 'x.py', 1, module='traitlets.x')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
