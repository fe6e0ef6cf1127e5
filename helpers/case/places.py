"""Where the kit's own cases, keys and notebooks lie.

In a checkout they are the folders beside `helpers/`; a wheel brings them along inside the package,
where they are also found in a browser's Python. `PAPER_TRAIL_KIT` names another such folder.
"""

from __future__ import annotations

import os
from pathlib import Path

from helpers.case.fields import ID
from helpers.case.yaml_lines import PackError, Problem

PACKAGE = Path(__file__).resolve().parents[1]
TAR_SAYS = (257, 262)
"""The bytes at which a tar file says what it is."""
ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
)
"""How the files begin in which a pack may have been sent: zip, gz, bz2, xz, 7z, rar."""


def kit_folder() -> Path:
    """Return the folder that holds `seeds/`, `notebooks/`, `exercises/` and `solutions/`."""
    if chosen := os.environ.get("PAPER_TRAIL_KIT"):
        return Path(chosen).expanduser().resolve()
    inside = PACKAGE / "kit"
    return inside if inside.is_dir() else PACKAGE.parent


ROOT = kit_folder()
SEEDS = ROOT / "seeds"
KEYS = ROOT / "solutions" / "keys"


def case_names() -> list[str]:
    """List the kit's own cases by the names of their folders."""
    return sorted(path.parent.name for path in SEEDS.glob("*/case.yaml"))


def key_path(folder: Path) -> Path:
    """Return where a pack's key is: with the solutions for the kit's own cases, else in the pack."""
    if folder.parent == SEEDS:
        return KEYS / f"{folder.name}.yaml"
    return folder / "key.yaml"


def pack_folder(name_or_path: str | Path) -> Path:
    """Find a pack by the name of a case of the kit, or by its path.

    Raises `PackError` with the names that there are, or with what to do about an archive.
    """
    if isinstance(name_or_path, str) and ID.fullmatch(name_or_path):
        own = SEEDS / name_or_path
        if own.is_dir():
            return own
    try:
        path = Path(name_or_path).expanduser()
        if path.is_dir():
            return path.resolve()
        says = _no_folder(path)
    except (OSError, RuntimeError, ValueError):  # too long a name, nobody's home, a NUL
        says = _no_such()
    raise PackError([Problem(str(name_or_path), 1, says)])


def _no_folder(path: Path) -> str:
    if not path.is_file():
        return _no_such()
    if _is_archive(path):
        return "this is an archive (a zip file, say). Unpack it first, and name its folder."
    return f"this is a file, but a pack is a folder. Name the folder: {path.parent}."


def _is_archive(path: Path) -> bool:
    with path.open("rb") as file:
        begins = file.read(TAR_SAYS[1])
    return begins.startswith(ARCHIVES) or begins[slice(*TAR_SAYS)] == b"ustar"


def _no_such() -> str:
    names = ", ".join(case_names()) or "none"
    return f"there is no such case or folder. The kit has: {names}."


def shown(path: Path) -> str:
    """Return a path as messages name it: from the kit's root, or from the pack's own folder."""
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return f"{path.parent.name}/{path.name}"
