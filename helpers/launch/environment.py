"""The environment in .venv: what it needs, what it has, and how it is brought up to date."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from helpers.launch.common import WINDOWS, Problem, keep_detail, replace_file, say, write_json
from helpers.launch.failures import explain_failure
from helpers.launch.pip_settings import pip_variables

NEEDED = 600_000_000  # bytes: the environment, and what pip keeps beside it meanwhile
LAB_SETTINGS = {"lab_overrides.json": "overrides.json", "lab_page.json": "page_config.json"}
"""Ours, and what JupyterLab calls them."""
SCHEMA = 1  # raise it when an environment made by an older start.py must be built anew


def venv_python(root: Path) -> Path:
    """Return where the environment's Python is, whether or not it is there."""
    return root / ".venv" / ("Scripts/python.exe" if WINDOWS else "bin/python")


def stamp_path(root: Path) -> Path:
    """Return the file that says what was installed; it is written last of all."""
    return root / ".venv" / "paper-trail.json"


def digest(*files: Path) -> str:
    """Return one hash of the files' text, the same with Windows' line ends."""
    texts = [path.read_bytes().replace(b"\r\n", b"\n") for path in files]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def wanted_stamp(root: Path, tests: bool) -> dict:
    """Return what the stamp of an environment that is up to date says."""
    version = "{}.{}".format(*sys.version_info)
    return {
        "schema": SCHEMA,
        "root": str(root),
        "python": f"{platform.python_implementation()} {version} {platform.machine()}",
        "kit": digest(root / "requirements.txt", root / "pyproject.toml"),
        "tests": digest(root / "tests" / "requirements.txt") if tests else None,
    }


def read_stamp(root: Path) -> dict:
    """Return the environment's stamp; empty if it was not finished or does not run."""
    try:
        stamp = json.loads(stamp_path(root).read_text(encoding="utf-8"))
        subprocess.run([venv_python(root), "-c", ""], check=True, capture_output=True)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def what_to_do(have: dict, want: dict) -> str:
    """Return "nothing", "update" (same environment, other packages) or "rebuild"."""
    if any(have.get(key) != want[key] for key in ("schema", "root", "python")):
        return "rebuild"
    tests_fit = want["tests"] is None or have.get("tests") == want["tests"]
    return "nothing" if have.get("kit") == want["kit"] and tests_fit else "update"


def child_environment(root: Path, **more: str) -> dict:
    """Return the variables for programs of the environment, clear of another Python's."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}  # the last makes all slow
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    path = os.pathsep.join([str(venv_python(root).parent), kept.get("PATH", os.defpath)])
    ours = {"PATH": path, "VIRTUAL_ENV": str(root / ".venv")}
    return {**kept, **ours, "PYTHONUTF8": "1", **more}


def check_python_is_whole(find=importlib.util.find_spec) -> None:
    """Raise a Problem if this Python came without what makes environments."""
    if find("venv") and find("ensurepip"):
        return
    version = "{}.{}".format(*sys.version_info)
    raise Problem(
        "This Python came without its venv module, which Paper Trail needs to set itself up.",
        f"on Debian or Ubuntu run: sudo apt install python{version}-venv\n"
        "On other systems install Python from https://www.python.org/downloads/ . Then start again.",
    )


def check_room(root: Path, usage=shutil.disk_usage) -> None:
    """Raise a Problem if the disk is too full to begin."""
    if usage(root).free < NEEDED:
        raise explain_failure("No space left on device")


def make_environment(root: Path) -> None:
    """Make .venv, anew if one is there."""
    check_python_is_whole()
    shutil.rmtree(root / ".venv", ignore_errors=True)
    check_room(root)
    # Inside an environment, the Python that made it: an environment cannot rebuild itself.
    python = getattr(sys, "_base_executable", None) or sys.executable
    command = [python, "-m", "venv", "--clear", str(root / ".venv")]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if done.returncode:
        output = done.stdout + done.stderr
        raise explain_failure(output, keep_detail(output))


def pip_install(root: Path, options: list[str], expected: int) -> None:
    """Run pip in the environment, its output into the log, a count on the screen."""
    log = root / ".venv" / "install.log"
    command = [str(venv_python(root)), "-m", "pip", "install", "--disable-pip-version-check"]
    pip = subprocess.Popen(
        [*command, *options],
        cwd=root,
        env=pip_variables(venv_python(root), child_environment(root)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    with pip, log.open("a", encoding="utf-8") as file:
        output = "".join(follow(pip.stdout, file, expected))
    if pip.returncode:
        raise explain_failure(output, log)


def follow(lines, file, expected: int):
    """Copy lines to the file and pass them on, counting the packages for someone who waits."""
    found = 0
    for line in lines:
        file.write(line)
        if line.startswith("Collecting ") and sys.stdout.isatty():
            found += 1
            print(f"\r  package {found} of about {expected} ", end="", flush=True)
        elif line.startswith("Installing collected") and sys.stdout.isatty():
            print("\r  putting the packages in place ...    ", flush=True)
        yield line


def install_packages(root: Path, tests: bool) -> None:
    """Install the locked packages and the kit itself, so that `import helpers` works."""
    locks = [Path("requirements.txt"), *([Path("tests", "requirements.txt")] if tests else [])]
    count = sum("==" in line for lock in locks for line in (root / lock).open(encoding="utf-8"))
    pip_install(root, [word for lock in locks for word in ("-r", str(lock))], count)
    pip_install(root, ["--no-deps", "--no-build-isolation", "--editable", "."], 1)


def set_up(root: Path, tests: bool = False) -> None:
    """Bring .venv to what this version of the kit needs; do nothing if it is there."""
    have, want = read_stamp(root), wanted_stamp(root, tests)
    step = what_to_do(have, want)
    if step == "nothing":
        return
    say("Setting up Paper Trail. This happens once and takes a minute or two.")
    if step == "rebuild":
        make_environment(root)
    stamp_path(root).unlink(missing_ok=True)
    try:
        install_packages(root, tests)
    except Problem:
        if step == "update":  # pip takes back what it had begun, so the old one still stands
            write_json(stamp_path(root), have)
        raise
    write_json(stamp_path(root), want)
    say("Paper Trail is set up.")


def copy_lab_settings(root: Path) -> None:
    """Give JupyterLab the kit's settings: no pop-ups, no single keys that destroy cells."""
    settings = root / ".venv" / "share" / "jupyter" / "lab" / "settings"
    for name, target in LAB_SETTINGS.items():
        content = Path(__file__).with_name(name).read_bytes()
        if not (settings / target).exists() or (settings / target).read_bytes() != content:
            replace_file(settings / target, content)
