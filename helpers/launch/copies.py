"""The learner's working copies of the notebooks, in my-work/."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from helpers.launch.common import NOTEBOOKS, replace_file, write_json


def shipped_notebooks(root: Path) -> list[Path]:
    """Return the kit's notebooks, relative to its folder."""
    found = []
    for folder in NOTEBOOKS:
        found += [path.relative_to(root) for path in (root / folder).rglob("*.ipynb")]
    return sorted(path for path in found if ".ipynb_checkpoints" not in path.parts)


def cells_hash(content: bytes) -> str | None:
    """Return a hash of what the cells say, or None if this is no readable notebook.

    Outputs, counts and empty cells are left out: running a notebook adds them without an edit.
    """
    try:
        cells = json.loads(content)["cells"]
        said = [(cell["cell_type"], "".join(cell["source"]).strip()) for cell in cells]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    written = json.dumps([cell for cell in said if cell[1]])
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def entry_for(content: bytes) -> dict:
    """Return what the record keeps about a notebook as the kit shipped it."""
    return {"cells": cells_hash(content), "file": hashlib.sha256(content).hexdigest()}


def read_record(work: Path) -> dict:
    """Return which version of each notebook was copied; empty if that cannot be read."""
    try:
        record = json.loads((work / ".shipped.json").read_text(encoding="utf-8"))["notebooks"]
        return {name: dict(entry) for name, entry in record.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def is_untouched(copy: Path, entry: dict | None) -> bool:
    """Return whether the learner's copy still says what the kit once put there."""
    cells = cells_hash(copy.read_bytes())
    return cells is not None and entry is not None and cells == entry.get("cells")


def free_name(copy: Path, work: Path, record: dict) -> Path:
    """Return where the new version may go: a new name, or one that nobody wrote in."""
    number = 1
    while True:
        label = "new version" if number == 1 else f"new version {number}"
        beside = copy.with_name(f"{copy.stem} ({label}).ipynb")
        known = record.get(beside.relative_to(work).as_posix())
        if not beside.exists() or is_untouched(beside, known):
            return beside
        number += 1


def update_copy(copy: Path, work: Path, content: bytes, record: dict) -> str | None:
    """Bring one working copy up to date without touching what a learner wrote.

    Changes `record`; returns the sentence to tell the learner, if there is one.
    """
    name, shipped = copy.relative_to(work).as_posix(), entry_for(content)
    known = record.get(name)
    record[name] = shipped
    if not copy.exists():
        replace_file(copy, content)
    elif known and known.get("file") == shipped["file"]:
        pass
    elif is_untouched(copy, known):
        replace_file(copy, content)
    elif not is_untouched(copy, shipped):
        return place_beside(copy, work, content, record)
    return None


def place_beside(copy: Path, work: Path, content: bytes, record: dict) -> str:
    """Put the new version next to a notebook that the learner has changed; return the sentence."""
    beside = free_name(copy, work, record)
    replace_file(beside, content)
    record[beside.relative_to(work).as_posix()] = entry_for(content)
    return (
        f"You changed {copy.relative_to(work).as_posix()}, so it stays as you left it; "
        f"the kit's new version is beside it as “{beside.name}”."
    )


def update_working_copies(root: Path) -> list[str]:
    """Copy the kit's notebooks into my-work/, or update them there; return what to tell."""
    work = root / "my-work"
    record, told = read_record(work), []
    for path in shipped_notebooks(root):
        told.append(update_copy(work / path, work, (root / path).read_bytes(), record))
    write_json(work / ".shipped.json", {"schema": 1, "notebooks": record})
    return [sentence for sentence in told if sentence]
