"""What the tests of a start share."""

import sys
from pathlib import Path

import pytest
from small_kit import DAY_ONE, ship

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # start.py is a script, not installed


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
