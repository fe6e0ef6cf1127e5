"""Keeping the notebooks in order: exercises derived from solutions, lesson cells locked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from textwrap import dedent
from typing import Any

from helpers.case import ROOT

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
CHECKED = "# NBVAL_CHECK_OUTPUT"
SOLUTION_ONLY = "solution-only"
OWN = "own"
"""The tag of a cell that is the learner's to write in; every other cell is locked."""


class NotebookError(ValueError):
    """A notebook cannot be used; the message names it, the cell, and what to do."""


def read_notebook(path: Path) -> Any:
    """Read a notebook. Raises `NotebookError` where it is none."""
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat lets whatever a broken file causes come through
        says = (str(error).splitlines() or [type(error).__name__])[0]
        raise NotebookError(f"{path.name}: this is not a notebook ({says}).") from None


def write_notebook(notebook: Any) -> str:
    """Return a notebook as text that is the same on every machine."""
    import nbformat

    return nbformat.writes(notebook, version=4) + "\n"


def derive_exercise(solution: Any, name: str) -> Any:
    """Make the exercise of a solution: blanks for answers, nothing run, nothing given away.

    Raises `NotebookError` where a solution marker has no partner.
    """
    exercise = deepcopy(solution)
    exercise.cells = [
        cell for cell in exercise.cells if SOLUTION_ONLY not in cell.metadata.get("tags", [])
    ]
    for number, cell in enumerate(exercise.cells, start=1):
        if cell.cell_type == "code":
            cell.source = blanked(cell.source, f"{name}, cell {number}")
    return tidied(exercise)


def blanked(source: str, where: str) -> str:
    """Return the source with each solution block replaced by blanks: `name = ...`, or `...`."""
    kept: list[str] = []
    block: list[str] | None = None
    for line in source.splitlines():
        if line.strip() == BEGIN and block is None:
            block = []
        elif line.strip() == END and block is not None:
            kept += _blanks(block)
            block = None
        elif line.strip() in (BEGIN, END):
            raise NotebookError(f"{where}: '{line.strip()}' has no partner. Add the other marker.")
        else:
            (kept if block is None else block).append(line)
    if block is not None:
        raise NotebookError(f"{where}: '{BEGIN}' has no partner. Add '{END}' below it.")
    return "\n".join(kept)


def _blanks(block: list[str]) -> list[str]:
    indent = " " * min(
        (len(line) - len(line.lstrip()) for line in block if line.strip()), default=0
    )
    names = [
        target.id
        for statement in ast.parse(dedent("\n".join(block))).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    ]
    return [f"{indent}{name} = ..." for name in names] or [f"{indent}..."]


def tidied(notebook: Any, keep_outputs: bool = False) -> Any:
    """Lock every cell but the learner's own, collapse the code, and drop what was run.

    Cells marked `# NBVAL_CHECK_OUTPUT` keep their output: the prose around them quotes it.
    """
    notebook.metadata.pop("widgets", None)
    notebook.metadata["kernelspec"] = {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        _lock(cell)
        is_quoted = CHECKED in cell.source
        if cell.cell_type == "code" and not (keep_outputs or is_quoted):
            cell.outputs, cell.execution_count = [], None
    return notebook


def _lock(cell: Any) -> None:
    is_own = OWN in cell.metadata.get("tags", [])
    cell.metadata["editable"] = is_own
    cell.metadata["deletable"] = False
    cell.metadata.pop("jupyter", None)
    if cell.cell_type == "code" and not is_own:
        cell.metadata["jupyter"] = {"source_hidden": True}


def unlocked(notebook: Any) -> Any:
    """Open every cell of a notebook for editing, and return it; `tidied` locks it again."""
    for cell in notebook.cells:
        for name in ("editable", "deletable", "jupyter"):
            cell.metadata.pop(name, None)
    return notebook


def exercise_pairs(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """Yield each exercise's path, with the text that its solution gives."""
    for solution in sorted((root / "solutions").glob("*.ipynb")):
        derived = derive_exercise(read_notebook(solution), solution.name)
        yield root / "exercises" / solution.name, write_notebook(derived)


def drifted(root: Path = ROOT) -> list[str]:
    """Say in a sentence each what is out of step between solutions/ and exercises/."""
    says, expected = [], set()
    for path, text in exercise_pairs(root):
        expected.add(path)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            says.append(f"exercises/{path.name} is not what its solution gives.")
    for path in sorted(set((root / "exercises").glob("*.ipynb")) - expected):
        says.append(f"exercises/{path.name} has no solution.")
    return says


def write_exercises(root: Path = ROOT) -> list[Path]:
    """Write every exercise that has changed, and return the paths written."""
    written = []
    for path, text in exercise_pairs(root):
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    return written
