"""A browser for the tests: one that is there, or one that is fetched."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

from helpers.launch.common import WINDOWS, Problem, say
from helpers.launch.environment import child_environment, venv_python

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
    """Return whether the browser has all its libraries; on Windows asking would open a window."""
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
