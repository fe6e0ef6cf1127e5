"""Somebody's settings of pip, without those that would put packages elsewhere than in .venv."""

from __future__ import annotations

import ast
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ELSEWHERE = frozenset({"target", "prefix", "root", "user", "home", "dry-run", "python"})
"""What sends packages to another place than the environment, or nowhere at all."""


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
    """Return what pip's files say about installing, a later line before an earlier one."""
    command = [str(python), "-m", "pip", "config", "list"]
    done = subprocess.run(command, env=dict(variables), capture_output=True, text=True)
    found = {}
    for line in done.stdout.splitlines():
        name, _, value = line.partition("=")
        section, _, setting = name.partition(".")
        if section in ("global", "install"):
            found[setting] = " ".join(str(ast.literal_eval(value)).split())
    return found
