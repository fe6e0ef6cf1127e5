"""A case: the article that learners judge, and the key with its reasons, read from a pack.

A pack is a folder. Everything in it is untrusted: sizes are limited, every anchor is checked
against the text, and `PackError` names the file, the line and what was expected.
"""

from __future__ import annotations

from pathlib import Path

from helpers.case.case_file import read_case
from helpers.case.fields import ID
from helpers.case.key_file import read_key
from helpers.case.model import Case, Key
from helpers.case.yaml_lines import PackError, Problem

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
KEYS = ROOT / "solutions" / "keys"


def load_case(name_or_path: str | Path) -> Case:
    """Load a case by the name of its folder in `seeds/`, or by the path of a pack.

    Raises `PackError`, which lists every problem with its file and line.
    """
    problems: list[Problem] = []
    folder = _folder(name_or_path)
    case = read_case(folder, shown(folder / "case.yaml"), problems)
    if folder.parent == SEEDS and case.id != folder.name:
        says = f"the case: 'id' should be the folder's name, {folder.name!r}, but is {case.id!r}."
        problems.append(Problem(shown(folder / "case.yaml"), 1, says))
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


def key_path(folder: Path) -> Path:
    """Where the key of a pack is: with the solutions for the kit's own cases, else in the pack."""
    if folder.parent == SEEDS:
        return KEYS / f"{folder.name}.yaml"
    return folder / "key.yaml"


def case_names() -> list[str]:
    """The names of the kit's own cases."""
    return sorted(path.parent.name for path in SEEDS.glob("*/case.yaml"))


def validate(name_or_path: str | Path) -> list[Problem]:
    """Check a pack and its key; an empty list means that both can be used."""
    try:
        load_key(load_case(name_or_path))
    except PackError as error:
        return error.problems
    return []


def _folder(name_or_path: str | Path) -> Path:
    if isinstance(name_or_path, str) and ID.fullmatch(name_or_path):
        own = SEEDS / name_or_path
        if own.is_dir():
            return own
    try:
        folder = Path(name_or_path).expanduser()
        is_there = folder.is_dir()
    except (OSError, RuntimeError, ValueError):  # too long a name, nobody's home, a NUL
        is_there = False
    if not is_there:
        names = ", ".join(case_names())
        says = f"there is no such case or folder. The kit has: {names}."
        raise PackError([Problem(str(name_or_path), 1, says)])
    return folder.resolve()


def shown(path: Path) -> str:
    """A path as messages name it: from the kit's root, or from the pack's own folder."""
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return f"{path.parent.name}/{path.name}"
