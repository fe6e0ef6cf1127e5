"""The server that shows the lessons: where it listens, what it opens, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from helpers.launch.common import WINDOWS, Problem, say
from helpers.launch.copies import update_working_copies
from helpers.launch.environment import child_environment, copy_lab_settings, set_up, venv_python
from helpers.launch.homes import check_homes
from helpers.launch.start_lock import Turn, turn

LESSON_0 = "notebooks/00_start_here.ipynb"
PORTS = range(8888, 8988)
EXTENSIONS = {"helpers.pages": True, "voila.server_extension": False}
"""The pages are ours; Voilà's own addresses would show more than they need."""


def port_is_free(port: int) -> bool:
    """Return whether a server of ours could listen at this port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            return False
    with socket.socket() as probe:
        if not WINDOWS:  # as the server will: a port that was just left counts as free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def choose_port(asked: int | None) -> int:
    """Return the port asked for, or the first free one; always the same if nothing else runs."""
    if asked is None:
        for port in PORTS:
            if port_is_free(port):
                return port
        raise Problem(
            f"All ports from {PORTS[0]} to {PORTS[-1]} are taken.",
            "close what you no longer need, or choose one: python3 start.py --port 9100",
        )
    if not port_is_free(asked):
        raise Problem(
            f"Port {asked} cannot be used: another program has it, or the system keeps it.",
            "choose another (python3 start.py --port 9100), or leave --port out: "
            "then a free one is found.",
        )
    return asked


def lab_command(root: Path, port: int, browser: bool, lab: bool = False) -> list[str]:
    """Return the command that opens lesson 0 as a page, or in JupyterLab's single-document view."""
    options = {
        "ServerApp.root_dir": root / "my-work",
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.open_browser": browser,
        "ServerApp.answer_yes": True,  # Ctrl-C means stop; asking again would only puzzle
        "ServerApp.allow_root": not WINDOWS and os.geteuid() == 0,
        "LabApp.default_url": ("/doc/tree/" if lab else "/page/") + LESSON_0,
        "ServerApp.jpserver_extensions": EXTENSIONS,
        # Python of a closed page or tab ends after a while; answers are on disk before that.
        "MappingKernelManager.cull_idle_timeout": 15 * 60,
        "MappingKernelManager.cull_interval": 60,
        "LabApp.extension_manager": "readonly",  # the other one asks the network for a catalogue
        "LanguageServerManager.autodetect": False,  # it would search the computer, by npm too
        "Application.log_level": "WARN",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [str(venv_python(root)), "-m", "jupyterlab", *flags]


def open_lesson(root: Path, port: int, browser: bool, mine: Turn, in_lab: bool = False) -> None:
    """Run the server until the learner stops it; the next start may begin once it listens."""
    say("Opening lesson 0. Leave this window open while you work; to stop, press Ctrl-C here.")
    if not browser:
        say("Open the address below that begins with http://127.0.0.1")
    lab = subprocess.Popen(
        lab_command(root, port, browser, in_lab), cwd=root / "my-work", env=child_environment(root)
    )
    signal.signal(signal.SIGTERM, lambda *_: lab.terminate())
    code, asked_to_stop = None, False
    while code is None:
        try:
            wait_until_it_listens(lab, port)
            mine.give_back()
            code = lab.wait()
        except KeyboardInterrupt:  # JupyterLab got it too and is closing
            asked_to_stop = True
    if code > 0 and not asked_to_stop:
        raise Problem(
            "The server stopped with an error; what it said is above.",
            "start again; if it stops once more, delete the folder .venv and start again.",
        )
    say("Paper Trail has stopped. Your answers and notebooks are kept; to go on, start again.")


def wait_until_it_listens(lab: subprocess.Popen, port: int) -> None:
    """Return when the server answers at its port, or has ended."""
    while lab.poll() is None and port_is_free(port):
        time.sleep(0.1)


def start(root: Path, asked_port: int | None, browser: bool, lab: bool = False) -> None:
    """Set up what is missing and open lesson 0."""
    with turn(root) as mine:
        port = choose_port(asked_port)
        set_up(root)
        check_homes(root)
        copy_lab_settings(root)
        for sentence in update_working_copies(root):
            say(sentence)
        open_lesson(root, port, browser, mine, lab)
