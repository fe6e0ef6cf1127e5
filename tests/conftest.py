"""What every test shares: answers go to a folder of the tests' own, and this checkout is tested."""

import os
import tempfile
from pathlib import Path

import pytest

# Before anything of the kit is imported: no test may touch the answers of whoever runs it.
_ANSWERS = tempfile.TemporaryDirectory(prefix="paper-trail-tests-", ignore_cleanup_errors=True)
os.environ["PAPER_TRAIL_HOME"] = _ANSWERS.name

import helpers  # noqa: E402 - only after the answers have a place of their own

ROOT = Path(__file__).resolve().parent.parent


def pytest_sessionstart():
    """An editable install from another clone would pass or fail for that clone's sake."""
    tested = Path(helpers.__file__).resolve().parent
    if tested != ROOT / "helpers":
        raise pytest.UsageError(
            f"The tests of {ROOT} would test {tested}. Run them as 'python -m pytest' from {ROOT}."
        )


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty folder of answers, and no kernel session yet."""
    from helpers.widgets import base

    folder = tmp_path / "answers"
    monkeypatch.setenv("PAPER_TRAIL_HOME", str(folder))
    monkeypatch.setattr(base, "_session", {})
    return folder


@pytest.fixture
def sent(monkeypatch):
    """Every message that a widget sends to its page."""
    from helpers.widgets.base import KitWidget

    messages = []
    monkeypatch.setattr(
        KitWidget, "send", lambda _, message, buffers=None: messages.append(message)
    )
    return messages
