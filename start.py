"""Set up Paper Trail and open lesson 0, or run every check.

    python3 start.py         set up (about a minute, the first time), then open lesson 0
    python3 start.py test    set up what the tests need, a browser too, and run everything

Nothing is installed outside this folder's .venv. You work on copies in my-work/, so an update of
the kit never overwrites what you wrote.
"""

import argparse
import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

OLDEST = (3, 11)


def too_old(version):
    """Return the sentence for a Python that is too old, or None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return (
        "Paper Trail needs Python 3.11 or newer, and this is Python %d.%d.\n"
        "Next step: install a newer one from https://www.python.org/downloads/ and start again "
        "with it, for example: python3.13 start.py" % tuple(version[:2])
    )


# Before the functions below: their annotations alone would stop an old Python with a traceback.
if too_old(sys.version_info):
    sys.exit(too_old(sys.version_info))

ROOT = Path(__file__).resolve().parent
LESSON_0 = "notebooks/00_start_here.ipynb"
NOTEBOOKS = ("notebooks", "exercises", "solutions")  # the folders that hold them
PORTS = range(8888, 8988)
NEEDED = 600_000_000  # bytes: the environment, and what pip keeps beside it meanwhile
SCHEMA = 1  # raise it when an environment made by an older start.py must be built anew
WINDOWS = os.name == "nt"


class Problem(Exception):
    """Something a person can put right: what happened, and the next step."""

    def __init__(self, said: str, next_step: str, log: Path | None = None):
        detail = f"\nDetails: {log}" if log else ""
        super().__init__(f"{said}\nNext step: {next_step}{detail}")


def say(text: str) -> None:
    """Print a line at once, also when the output is a file."""
    print(text, flush=True)


# --- The environment -----------------------------------------------------------------------


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
    # Someone who set pip to install "for the user" would be refused in an environment.
    ours = {"PATH": path, "VIRTUAL_ENV": str(root / ".venv"), "PIP_USER": "0"}
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


def keep_detail(text: str) -> Path:
    """Write what a person need not read into a file of its own; return its path."""
    with tempfile.NamedTemporaryFile(
        "w", suffix=".log", prefix="paper-trail-", delete=False, encoding="utf-8", errors="replace"
    ) as file:
        file.write(text)
    return Path(file.name)


FAILURES = (  # (what the output says, what happened, next step): the first that fits is told
    (
        r"No space left on device|not enough space on the disk|Disk quota exceeded|Errno 28\b",
        "The disk is full.",
        "free about 1 GB (setting up needs more than half of it), then start again.",
    ),
    (
        r"(?i)NameResolutionError|name resolution|getaddrinfo|Failed to establish a new connection"
        r"|Network is unreachable|ProxyError|ConnectTimeout|ReadTimeout|Read timed out"
        r"|Connection (refused|reset)|RemoteDisconnected|from versions: none",
        "The packages could not be fetched: there is no connection to the package index.",
        "check the internet connection (or the proxy, or ask who runs your network), then start "
        "again. Only setting up needs the network; what is set up works without it.",
    ),
    (
        r"SSLError|CERTIFICATE_VERIFY_FAILED",
        "The packages could not be fetched: the connection's certificate was not accepted.",
        "check the computer's date; on a school's or company's network ask for its certificate "
        "and give pip its path in the variable PIP_CERT, then start again.",
    ),
    (
        r"Permission denied|Access is denied|Read-only file system|Errno 13\b|WinError (5|32)\b",
        "A file in this folder could not be written.",
        "close other windows in which Paper Trail runs; if that does not help, move the folder "
        "to a place of your own, such as Documents. Then start again.",
    ),
    (
        r"Failed building wheel|metadata-generation-failed|Failed to build|from versions:",
        "One of the packages is not to be had for this Python on this computer.",
        "install Python 3.13 from https://www.python.org/downloads/ and start with that one, "
        "for example: python3.13 start.py",
    ),
)


def explain_failure(output: str, log: Path | None = None) -> Problem:
    """Return the Problem that a failed command's output speaks of."""
    for pattern, said, next_step in FAILURES:
        if re.search(pattern, output):
            return Problem(said, next_step, log)
    return Problem(
        "Setting up did not work.",
        "start again; if it stops at the same place, delete the folder .venv and start once more. "
        "If that does not help, the file named below says what went wrong.",
        log,
    )


def explain_os_error(error: OSError) -> Problem:
    """Return the Problem for an error that the system reported to us directly."""
    names = {  # by name, since not every system has every number
        "ENOSPC": "No space left on device",
        "EDQUOT": "Disk quota exceeded",
        "EACCES": "Permission denied",
        "EPERM": "Permission denied",
        "EROFS": "Read-only file system",
    }
    text = names.get(errno.errorcode.get(error.errno), "")
    return explain_failure(f"{text}\n{error}", keep_detail(traceback.format_exc()))


def pip_install(root: Path, options: list[str], expected: int) -> None:
    """Run pip in the environment, its output into the log, a count on the screen."""
    log = root / ".venv" / "install.log"
    command = [str(venv_python(root)), "-m", "pip", "install", "--disable-pip-version-check"]
    pip = subprocess.Popen(
        [*command, *options],
        cwd=root,
        env=child_environment(root),
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


def write_json(path: Path, value: dict) -> None:
    """Write the file in one step, so that a stop half-way leaves the old one."""
    replace_file(path, json.dumps(value, indent=1, sort_keys=True).encode())


def replace_file(path: Path, content: bytes) -> None:
    """Put content at path in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(content)
    os.replace(beside, path)


def copy_lab_settings(root: Path) -> None:
    """Give JupyterLab the kit's settings: no pop-ups, no single keys that destroy cells."""
    content = (root / "helpers" / "lab_overrides.json").read_bytes()
    target = root / ".venv" / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    if not target.exists() or target.read_bytes() != content:
        replace_file(target, content)


# --- The learner's working copies ----------------------------------------------------------


def shipped_notebooks(root: Path) -> list[Path]:
    """Return the kit's notebooks, relative to its folder."""
    found = []
    for folder in NOTEBOOKS:
        found += [path.relative_to(root) for path in (root / folder).rglob("*.ipynb")]
    return sorted(path for path in found if ".ipynb_checkpoints" not in path.parts)


def cells_hash(content: bytes) -> str | None:
    """Return a hash of what the cells say, or None if this is no readable notebook.

    Outputs, counts and empty cells are left out: running a notebook adds them without an edit.
    """
    try:
        cells = json.loads(content)["cells"]
        said = [(cell["cell_type"], "".join(cell["source"]).strip()) for cell in cells]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    written = json.dumps([cell for cell in said if cell[1]])
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def entry_for(content: bytes) -> dict:
    """Return what the record keeps about a notebook as the kit shipped it."""
    return {"cells": cells_hash(content), "file": hashlib.sha256(content).hexdigest()}


def read_record(work: Path) -> dict:
    """Return which version of each notebook was copied; empty if that cannot be read."""
    try:
        record = json.loads((work / ".shipped.json").read_text(encoding="utf-8"))["notebooks"]
        return {name: dict(entry) for name, entry in record.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def is_untouched(copy: Path, entry: dict | None) -> bool:
    """Say whether the learner's copy still says what the kit once put there."""
    cells = cells_hash(copy.read_bytes())
    return cells is not None and entry is not None and cells == entry.get("cells")


def free_name(copy: Path, work: Path, record: dict) -> Path:
    """Return where the new version may go: a new name, or one that nobody wrote in."""
    number = 1
    while True:
        label = "new version" if number == 1 else f"new version {number}"
        beside = copy.with_name(f"{copy.stem} ({label}).ipynb")
        known = record.get(beside.relative_to(work).as_posix())
        if not beside.exists() or is_untouched(beside, known):
            return beside
        number += 1


def update_copy(copy: Path, work: Path, content: bytes, record: dict) -> str | None:
    """Bring one working copy up to date without touching what a learner wrote.

    Changes `record`; returns the sentence to tell the learner, if there is one.
    """
    name, shipped = copy.relative_to(work).as_posix(), entry_for(content)
    known = record.get(name)
    record[name] = shipped
    if not copy.exists():
        replace_file(copy, content)
    elif known and known.get("file") == shipped["file"]:
        pass
    elif is_untouched(copy, known):
        replace_file(copy, content)
    elif not is_untouched(copy, shipped):
        return place_beside(copy, work, content, record)
    return None


def place_beside(copy: Path, work: Path, content: bytes, record: dict) -> str:
    """Put the new version next to a notebook that the learner has changed; return the sentence."""
    beside = free_name(copy, work, record)
    replace_file(beside, content)
    record[beside.relative_to(work).as_posix()] = entry_for(content)
    return (
        f"You changed {copy.relative_to(work).as_posix()}, so it stays as you left it; "
        f"the kit's new version is beside it as “{beside.name}”."
    )


def update_working_copies(root: Path) -> list[str]:
    """Copy the kit's notebooks into my-work/, or update them there; return what to tell."""
    work = root / "my-work"
    record, told = read_record(work), []
    for path in shipped_notebooks(root):
        told.append(update_copy(work / path, work, (root / path).read_bytes(), record))
    write_json(work / ".shipped.json", {"schema": 1, "notebooks": record})
    return [sentence for sentence in told if sentence]


# --- Opening lesson 0 ----------------------------------------------------------------------


def port_is_free(port: int) -> bool:
    """Say whether a server of ours could listen at this port."""
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


def lab_command(root: Path, port: int, browser: bool) -> list[str]:
    """Return the command that opens lesson 0 in JupyterLab's single-document view."""
    options = {
        "ServerApp.root_dir": root / "my-work",
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.open_browser": browser,
        "ServerApp.answer_yes": True,  # Ctrl-C means stop; asking again would only puzzle
        "ServerApp.allow_root": not WINDOWS and os.geteuid() == 0,
        "LabApp.default_url": "/doc/tree/" + LESSON_0,
        "LabApp.extension_manager": "readonly",  # the other one asks the network for a catalogue
        "LanguageServerManager.autodetect": False,  # it would search the computer, by npm too
        "Application.log_level": "WARN",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [str(venv_python(root)), "-m", "jupyterlab", *flags]


def open_lesson(root: Path, port: int, browser: bool) -> None:
    """Run JupyterLab until the learner stops it."""
    say("Opening lesson 0. Leave this window open while you work; to stop, press Ctrl-C here.")
    if not browser:
        say("Open the address below that begins with http://127.0.0.1")
    lab = subprocess.Popen(
        lab_command(root, port, browser), cwd=root / "my-work", env=child_environment(root)
    )
    signal.signal(signal.SIGTERM, lambda *_: lab.terminate())
    code, asked_to_stop = None, False
    while code is None:
        try:
            code = lab.wait()
        except KeyboardInterrupt:  # JupyterLab got it too and is closing
            asked_to_stop = True
    if code > 0 and not asked_to_stop:
        raise Problem(
            "JupyterLab stopped with an error; what it said is above.",
            "start again; if it stops once more, delete the folder .venv and start again.",
        )
    say("Paper Trail has stopped. Your answers and notebooks are kept; to go on, start again.")


def start(root: Path, asked_port: int | None, browser: bool) -> None:
    """Set up what is missing and open lesson 0."""
    port = choose_port(asked_port)
    set_up(root)
    copy_lab_settings(root)
    for sentence in update_working_copies(root):
        say(sentence)
    open_lesson(root, port, browser)


# --- The tests -----------------------------------------------------------------------------

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC_BROWSERS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_BROWSERS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)


def usual_places(system: str, variables) -> list[Path]:
    """Return where browsers are on this system when they are not on the PATH."""
    if system == "Darwin":
        homes = [Path("/Applications"), Path(variables.get("HOME", "/")) / "Applications"]
        return [h / f"{name}.app/Contents/MacOS/{name}" for h in homes for name in MAC_BROWSERS]
    if system == "Windows":
        names = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        homes = [Path(variables[name]) for name in names if name in variables]
        return [home / tail for home in homes for tail in WINDOWS_BROWSERS]
    return [Path("/snap/bin/chromium"), Path("/opt/google/chrome/chrome")]


def installed_browser(system: str, variables) -> str | None:
    """Return the path of a Chromium, Chrome or Edge, or None.

    Raises a Problem if PAPER_TRAIL_BROWSER names something that is not there.
    """
    asked = variables.get("PAPER_TRAIL_BROWSER")
    if asked and not shutil.which(asked, path=variables.get("PATH")):
        raise Problem(
            f"PAPER_TRAIL_BROWSER names {asked}, and no program is there.",
            "give it the full path of Chromium, Chrome or Edge, or unset it.",
        )
    found = [shutil.which(n, path=variables.get("PATH")) for n in (asked, *BROWSERS) if n]
    found += [str(path) for path in usual_places(system, variables) if path.is_file()]
    return next((path for path in found if path), None)


def starts(browser: str) -> bool:
    """Say whether the browser has all its libraries; on Windows asking would open a window."""
    if WINDOWS:
        return Path(browser).is_file()
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def playwright_browser(root: Path) -> str | None:
    """Fetch Playwright's own Chromium; return its path, or None if that does not work."""
    python, variables = str(venv_python(root)), child_environment(root)
    say("No Chromium, Chrome or Edge found; trying Playwright's own ...")
    fetch = [python, "-m", "playwright", "install", "chromium"]
    if subprocess.run(fetch, env=variables, capture_output=True).returncode:
        return None
    ask = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    done = subprocess.run([python, "-c", ask], env=variables, capture_output=True, text=True)
    path = done.stdout.strip()
    return path if path and starts(path) else None


def debian_browser() -> str | None:
    """Install the chromium package where we may (root on Debian or Ubuntu); return its path."""
    apt = shutil.which("apt-get")
    if WINDOWS or not apt or os.geteuid() != 0:
        return None
    say("Installing the chromium package ...")
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run([apt, "-q", *command], env=variables, stdout=subprocess.DEVNULL)
    return installed_browser(platform.system(), os.environ)


def get_browser(root: Path) -> str:
    """Return a browser that starts, fetching one if need be."""
    there = installed_browser(platform.system(), os.environ)
    if there and starts(there):
        return there
    browser = playwright_browser(root) or debian_browser()
    if browser and starts(browser):
        return browser
    raise Problem(
        "The tests need a Chromium, Chrome or Edge, and none could be found or fetched.",
        "install one (on Debian or Ubuntu: sudo apt install chromium), or name one in the "
        "variable PAPER_TRAIL_BROWSER, then run the tests again.",
    )


def notebooks_in(root: Path, *folders: str) -> list[str]:
    """Return the folders' notebooks, relative to the kit."""
    return [str(path) for path in shipped_notebooks(root) if path.parts[0] in folders]


def empty_folders(root: Path) -> list[str]:
    """Return a failed check for each folder without notebooks, so that none goes untested."""
    return [f"no notebook in {name}/" for name in NOTEBOOKS if not notebooks_in(root, name)]


def notebook_steps(root: Path) -> list[tuple[str, list[str]]]:
    """Return the checks that run the notebooks: to the end, or with the same outputs."""
    nbval = [str(venv_python(root)), "-m", "pytest", "-q", "--nbval-current-env"]
    nbval += ["--nbval-cell-timeout=120", "--nbval-sanitize-with", "tests/nbval_sanitize.cfg"]
    lax, strict = notebooks_in(root, "notebooks", "exercises"), notebooks_in(root, "solutions")
    steps = [
        ("Lessons and exercises run", [*nbval, "--nbval-lax", *lax], lax),
        ("Solutions show what they showed", [*nbval, "--nbval", *strict], strict),
    ]
    return [(heading, command) for heading, command, found in steps if found]


def test_steps(root: Path, extra: list[str]) -> list[tuple[str, list[str]]]:
    """Return every check as (heading, command), in the order in which they are run."""
    run = [str(venv_python(root)), "-m"]
    return [
        ("Lint", [*run, "ruff", "check", "."]),
        ("Format", [*run, "ruff", "format", "--check", "."]),
        *([] if extra else notebook_steps(root)),
        ("Tests", [*run, "pytest", *extra]),
    ]


def run_tests(root: Path, extra: list[str]) -> int:
    """Set up, run every check even after one has failed, and return the exit code."""
    set_up(root, tests=True)
    copy_lab_settings(root)
    browser = get_browser(root)
    failed = [] if extra else empty_folders(root)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        variables = child_environment(root, PAPER_TRAIL_BROWSER=browser, PAPER_TRAIL_HOME=home)
        for heading, command in test_steps(root, extra):
            say(f"\n=== {heading} ===")
            if subprocess.run(command, cwd=root, env=variables).returncode:
                failed.append(heading)
    say(f"\nThese checks failed: {', '.join(failed)}." if failed else "\nEvery check is fine.")
    return 1 if failed else 0


# --- The command ---------------------------------------------------------------------------


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the options; `test` passes what follows it to pytest."""
    parser = argparse.ArgumentParser(
        prog="start.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-browser", action="store_true", help="only show the address")
    parser.add_argument("--port", type=int, metavar="N", help="use this port; else a free one")
    at_test = arguments.index("test") if arguments[:1] == ["test"] else len(arguments)
    options = parser.parse_args(arguments[:at_test])
    options.test = arguments[at_test + 1 :] if at_test < len(arguments) else None
    if options.port is not None and not 1 <= options.port <= 65535:
        parser.error("a port is a number from 1 to 65535, for example --port 9100")
    return options


def main(arguments: list[str]) -> int:
    """Do what was asked; tell problems in a sentence and a next step, never in a traceback."""
    sys.stdout.reconfigure(errors="replace")
    options = parse(arguments)
    try:
        if options.test is not None:
            return run_tests(ROOT, options.test)
        start(ROOT, options.port, not options.no_browser)
    except KeyboardInterrupt:
        say("\nStopped. Nothing is lost; start again whenever you like.")
        return 130
    except Problem as problem:
        say(f"\n{problem}")
    except OSError as error:
        say(f"\n{explain_os_error(error)}")
    except Exception:
        log = keep_detail(traceback.format_exc())
        say(f"\n{Problem('Something went wrong that should not.', 'report it, please.', log)}")
    else:
        return 0
    return 1


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main(sys.argv[1:]))
