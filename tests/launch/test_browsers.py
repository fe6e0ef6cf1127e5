"""The browser for the tests: found, fetched, or asked for; never done without."""

import os
from pathlib import Path

import pytest

from helpers.launch import browsers, common

ROOT = Path(__file__).resolve().parents[2]


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
    assert browsers.installed_browser("Linux", {"PATH": str(tmp_path)}) == chrome


@posix
def test_the_browser_that_was_asked_for_wins(tmp_path):
    """PAPER_TRAIL_BROWSER stands above what is on the PATH."""
    program(tmp_path / "chromium")
    mine = program(tmp_path / "elsewhere" / "my-browser")
    variables = {"PATH": str(tmp_path), "PAPER_TRAIL_BROWSER": mine}
    assert browsers.installed_browser("Linux", variables) == mine


def test_a_browser_that_is_not_there_is_told(tmp_path):
    """A mistyped PAPER_TRAIL_BROWSER is a Problem, not another browser in silence."""
    variables = {"PATH": "", "PAPER_TRAIL_BROWSER": str(tmp_path / "none")}
    with pytest.raises(common.Problem, match="Next step: give it the full path"):
        browsers.installed_browser("Linux", variables)


def test_windows_and_mac_have_their_usual_places(tmp_path):
    """Neither system puts its browsers on the PATH."""
    edge = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    program(edge)
    variables = {"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}
    assert browsers.installed_browser("Windows", variables) == str(edge)
    chrome = tmp_path / "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    program(chrome)
    assert chrome in browsers.usual_places("Darwin", {"HOME": str(tmp_path)})


def test_without_any_browser_the_tests_fail(monkeypatch):
    """They say what to install; they never skip."""
    for name in ("installed_browser", "playwright_browser", "debian_browser"):
        monkeypatch.setattr(browsers, name, lambda *_: None)
    with pytest.raises(common.Problem, match="Next step: install one"):
        browsers.get_browser(ROOT)


def test_a_browser_is_fetched_in_the_promised_order(monkeypatch):
    """First one that is there, then Playwright's, then the Debian package."""
    asked = []
    monkeypatch.setattr(browsers, "starts", lambda browser: True)
    for name in ("installed_browser", "playwright_browser", "debian_browser"):
        monkeypatch.setattr(browsers, name, lambda *_, n=name: asked.append(n))
    with pytest.raises(common.Problem):
        browsers.get_browser(ROOT)
    assert asked == ["installed_browser", "playwright_browser", "debian_browser"]
