"""What every step of a start shares: a sentence on the screen, a problem with its next step."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

WINDOWS = os.name == "nt"
NOTEBOOKS = ("notebooks", "exercises", "solutions")  # the folders that hold them


class Problem(Exception):
    """Something a person can put right: what happened, and the next step."""

    def __init__(self, said: str, next_step: str, log: Path | None = None):
        detail = f"\nDetails: {log}" if log else ""
        super().__init__(f"{said}\nNext step: {next_step}{detail}")


def say(text: str) -> None:
    """Print a line at once, also when the output is a file."""
    print(text, flush=True)


def write_json(path: Path, value: dict) -> None:
    """Write the file in one step, so that a stop half-way leaves the old one."""
    replace_file(path, json.dumps(value, indent=1, sort_keys=True).encode())


def replace_file(path: Path, content: bytes) -> None:
    """Put content at path in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(content)
    os.replace(beside, path)


def keep_detail(text: str) -> Path:
    """Write what a person need not read into a file of its own; return its path."""
    with tempfile.NamedTemporaryFile(
        "w", suffix=".log", prefix="paper-trail-", delete=False, encoding="utf-8", errors="replace"
    ) as file:
        file.write(text)
    return Path(file.name)
