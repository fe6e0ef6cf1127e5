"""The folders outside the kit that a session writes in: JupyterLab's own, and the answers'."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

from helpers.launch.common import WINDOWS, Problem
from helpers.launch.environment import child_environment, venv_python

ASK = """
import json
from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir
from IPython.paths import get_ipython_dir
from helpers.answers.progress import home_folder
print(json.dumps([jupyter_config_dir(), jupyter_data_dir(), jupyter_runtime_dir(),
                  get_ipython_dir(), str(home_folder())]))
"""


def check_homes(root: Path) -> None:
    """Raise a Problem where the lessons could not keep their settings or the learner's answers."""
    try:
        if can_be_written(Path.home()):
            return
    except RuntimeError:  # nobody's home
        pass
    for folder in _wanted(root):
        if not can_be_written(folder):
            raise _problem(folder, root)


def can_be_written(folder: Path) -> bool:
    """Return whether a file can be made in a folder, or in the one in which it would be made."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), None)
    try:
        with tempfile.TemporaryFile(dir=there):
            return there is not None and there.is_dir()
    except OSError:
        return False


def _wanted(root: Path) -> list[Path]:
    command = [str(venv_python(root)), "-W", "ignore", "-c", ASK]
    done = subprocess.run(command, env=child_environment(root), capture_output=True, text=True)
    try:
        return [Path(folder) for folder in json.loads(done.stdout)]
    except ValueError:  # it could not even be asked where
        return [Path(os.path.expanduser("~"))]


def _problem(folder: Path, root: Path) -> Problem:
    name = "USERPROFILE" if WINDOWS else "HOME"
    own = root / "my-work" / "home"
    command = f"set {name}={own}" if WINDOWS else f"{name}='{own}' python3 start.py"
    return Problem(
        f"The folder {folder} cannot be written, and what you do in the lessons is kept there.",
        f"ask who looks after this computer for a home folder that you can write in, or use one "
        f"inside the kit: make the folder {own}, then start with\n  {command}",
    )
