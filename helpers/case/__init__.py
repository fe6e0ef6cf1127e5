"""A case: the article that learners judge, and the key with its reasons, read from a pack.

A pack is a folder. Everything in it is untrusted: sizes are limited, every anchor is checked
against the text, and `PackError` names the file, the line and what was expected.
"""

from __future__ import annotations

from pathlib import Path

from helpers.case import places
from helpers.case.case_file import read_case
from helpers.case.key_file import read_key
from helpers.case.model import Case, Key
from helpers.case.places import ROOT, SEEDS, case_names, key_path, shown
from helpers.case.yaml_lines import PackError, Problem

__all__ = [
    "ROOT",
    "SEEDS",
    "Case",
    "Key",
    "PackError",
    "case_names",
    "key_path",
    "load_case",
    "load_key",
    "shown",
    "validate",
]


def load_case(name_or_path: str | Path) -> Case:
    """Load a case by the name of its folder in `seeds/`, or by the path of a pack.

    Raises `PackError`, which lists every problem with its file and line.
    """
    problems: list[Problem] = []
    folder = places.pack_folder(name_or_path)
    file = shown(folder / "case.yaml")
    case = read_case(folder, file, problems)
    if folder.parent == places.SEEDS and case.id != folder.name:
        says = f"the case: 'id' should be the folder's name, {folder.name!r}, but is {case.id!r}."
        problems.append(Problem(file, 1, says))
    if problems:
        raise PackError(problems)
    return case


def load_key(case: Case) -> Key | None:
    """Load the answer key of a case, or None where there is none (then nothing is compared).

    Raises `PackError`, which lists every problem with its file and line.
    """
    path = key_path(case.folder)
    if not path.exists():
        return None
    problems: list[Problem] = []
    key = read_key(path, shown(path), case, problems)
    if problems:
        raise PackError(problems)
    return key


def validate(name_or_path: str | Path) -> list[Problem]:
    """Check a pack and its key; an empty list means that both can be used."""
    try:
        load_key(load_case(name_or_path))
    except PackError as error:
        return error.problems
    return []
