"""Somebody's settings of pip, without those that would put packages elsewhere than in .venv."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from configparser import Error as ConfigParserError
from configparser import RawConfigParser
from contextlib import suppress
from pathlib import Path

ELSEWHERE = frozenset({"target", "prefix", "root", "user", "home", "dry-run", "python"})
"""What sends packages to another place than the environment, or nowhere at all."""
WEAKEST_FIRST = ("global", "user", "site", "env")
KIND = r"(?m)^(\w+):\n((?:  .*\n)*)"
FILE = r"(?m)^  (\S.*), exists: True$"


def pip_variables(python: Path, variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables under which pip installs into its own environment.

    Index, proxy and certificate of the user's settings are kept, since they may be needed to
    reach any package at all. Where a settings *file* sends packages elsewhere (an empty variable
    does not outweigh it), what is left of the files is handed over as variables instead.
    """
    kept = {name: value for name, value in variables.items() if _setting(name) not in ELSEWHERE}
    settings = _settings(python, kept)
    if settings.keys().isdisjoint(ELSEWHERE):
        return kept
    rest = {_variable(name): value for name, value in settings.items() if name not in ELSEWHERE}
    return {**rest, **kept, "PIP_CONFIG_FILE": os.devnull}


def _setting(variable: str) -> str:
    name = variable.upper()
    return name.removeprefix("PIP_").lower().replace("_", "-") if name.startswith("PIP_") else ""


def _variable(setting: str) -> str:
    return "PIP_" + setting.upper().replace("-", "_")


def _settings(python: Path, variables: Mapping[str, str]) -> dict[str, str]:
    """Return what pip's files say about installing; a stronger file's word before a weaker one's.

    pip only names the files here: `pip config list` obeys the very settings that it should list.
    """
    command = [str(python), "-m", "pip", "config", "debug"]
    done = subprocess.run(command, env=dict(variables), capture_output=True, text=True)
    files = {kind: re.findall(FILE, rest) for kind, rest in re.findall(KIND, done.stdout)}
    read = RawConfigParser(strict=False)
    with suppress(ConfigParserError):  # pip itself will say so
        read.read(name for kind in WEAKEST_FIRST for name in files.get(kind, ()))
    sections = [section for section in ("global", "install") if read.has_section(section)]
    items = [item for section in sections for item in read.items(section)]
    return {name.replace("_", "-"): " ".join(value.split()) for name, value in items}
