"""Notebooks stay runnable, locked and in step: exercises are what their solutions give."""

from __future__ import annotations

import ast
import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers.authoring.notebooks import (
    BEGIN,
    CHECKED,
    END,
    NotebookError,
    blanked,
    derive_exercise,
    drifted,
    read_notebook,
    tidied,
    unlocked,
    write_exercises,
    write_notebook,
)
from helpers.case import ROOT

FOLDERS = ("notebooks", "exercises", "solutions")
NOTEBOOKS = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.ipynb"))]


def ids(path):
    return f"{path.parent.name}/{path.name}"


def code_cells(path):
    return [cell for cell in read_notebook(path).cells if cell.cell_type == "code"]


def test_the_list_of_notebooks_is_not_empty():
    """A glob that matches nothing would make every test below pass."""
    assert {path.parent.name for path in NOTEBOOKS} == set(FOLDERS)


def test_every_exercise_is_what_its_solution_gives():
    """Two trees kept by hand drift apart; this one is written by a command."""
    assert drifted() == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_every_notebook_is_in_order(path):
    """Cells locked, code folded, nothing left over from somebody's run."""
    kept = tidied(read_notebook(path), keep_outputs=path.parent.name == "solutions")
    assert write_notebook(kept) == path.read_text(encoding="utf-8")


def taken_from_helpers(tree):
    """The names that a cell imports from the kit itself."""
    imports = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
    kit = [one for one in imports if one.module.partition(".")[0] == "helpers"]
    return {name.asname or name.name for one in kit for name in one.names}


def names_in(tree):
    return {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_every_cell_imports_what_it_uses_of_the_kit_and_nothing_else(path):
    """One cell run alone, on day two say, does not stop with a name that is not known."""
    trees = [ast.parse(cell.source) for cell in code_cells(path)]
    kit = set().union(*map(taken_from_helpers, trees))
    assert kit
    for tree in trees:
        assert names_in(tree) & kit == taken_from_helpers(tree), ast.unparse(tree)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_cells_are_short_and_define_nothing(path):
    """A lesson makes sense to somebody who never opens a code cell, and is short for who does."""
    for cell in code_cells(path):
        assert len(cell.source.splitlines()) <= 12, cell.source
        assert not cell.source.startswith(("def ", "class "))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_what_is_checked_was_run(path):
    """nbval does not compare a cell without an execution count, so it would pass in vain."""
    is_solution = path.parent.name == "solutions"
    for cell in code_cells(path):
        if is_solution or CHECKED in cell.source:
            assert cell.execution_count is not None, cell.source
        if CHECKED in cell.source:
            assert cell.outputs, cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_no_output_holds_a_path_or_an_error(path):
    """What is committed was run on some machine, and nobody should see which."""
    for cell in code_cells(path):
        written = nbformat.writes(new_notebook(cells=[cell]))
        assert "/home/" not in written
        assert "/root" not in written
        assert "Traceback" not in written


def solution(*cells):
    return new_notebook(cells=list(cells))


def test_answers_become_blanks_and_the_rest_stays():
    """`name = ...` keeps the untouched exercise running from top to bottom."""
    source = f"a = 1\n{BEGIN}\nfirst = 's3'\nsecond = (\n  4\n)\n{END}\ncheck(first)"
    assert blanked(source, "here") == "a = 1\nfirst = ...\nsecond = ...\ncheck(first)"


def test_a_block_without_names_becomes_dots():
    """There is always something to replace."""
    assert blanked(f"{BEGIN}\nprint(3)\n{END}", "here") == "..."


@pytest.mark.parametrize("source", [BEGIN, END, f"{BEGIN}\n{BEGIN}\n{END}", f"{END}\n{BEGIN}"])
def test_a_marker_without_a_partner_is_refused_with_its_place(source):
    """Half a block would publish an answer."""
    with pytest.raises(NotebookError, match=r"09\.ipynb, cell 2: .* has no partner"):
        derive_exercise(solution(new_markdown_cell("x"), new_code_cell(source)), "09.ipynb")


def test_cells_for_instructors_are_left_out_of_the_exercise():
    """And so is whatever was run."""
    cells = [
        new_markdown_cell("kept"),
        new_markdown_cell("the answers", metadata={"tags": ["solution-only"]}),
        new_code_cell("x", execution_count=3, metadata={"tags": ["own"]}),
    ]
    derived = derive_exercise(solution(*cells), "09.ipynb")
    assert [cell.source for cell in derived.cells] == ["kept", "x"]
    assert derived.cells[1].execution_count is None
    assert derived.cells[1].metadata["editable"] is True
    assert derived.cells[0].metadata["editable"] is False


def test_unlocking_and_tidying_again_changes_nothing():
    """An author can open a lesson, edit it and close it."""
    path = ROOT / "notebooks" / "02_reporting_or_opinion.ipynb"
    opened = unlocked(read_notebook(path))
    assert all("editable" not in cell.metadata for cell in opened.cells)
    assert write_notebook(tidied(opened)) == path.read_text(encoding="utf-8")


def test_drift_is_told_and_mended(tmp_path):
    """An exercise edited by hand, and one without a solution, are both named."""
    for folder in ("solutions", "exercises"):
        (tmp_path / folder).mkdir()
    one = solution(new_code_cell(f"{BEGIN}\nx = 1\n{END}"))
    (tmp_path / "solutions" / "01.ipynb").write_text(write_notebook(tidied(one)), encoding="utf-8")
    (tmp_path / "exercises" / "07.ipynb").write_text("{}", encoding="utf-8")
    assert [says.split()[0] for says in drifted(tmp_path)] == [
        "exercises/01.ipynb",
        "exercises/07.ipynb",
    ]
    assert [path.name for path in write_exercises(tmp_path)] == ["01.ipynb"]
    assert len(drifted(tmp_path)) == 1
    assert write_exercises(tmp_path) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}'])
def test_what_is_no_notebook_gets_a_sentence(tmp_path, text):
    """The name of the file is in it."""
    path = tmp_path / "broken.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotebookError, match=r"broken\.ipynb"):
        read_notebook(path)


PRINTED = re.compile(r"NBVAL_CHECK_OUTPUT|^assert |^ *print\(|helpers\.exercise", re.MULTILINE)
"""What a programmer reads and a learner should not."""


@pytest.mark.parametrize("path", [p for p in NOTEBOOKS if p.parent.name != "solutions"], ids=ids)
def test_no_cell_asks_a_learner_to_write_code_or_to_read_it(path):
    """Answers are clicked or typed into a box; facts are held in tests and not on the page."""
    cells = [cell for cell in read_notebook(path).cells if cell.cell_type == "code"]
    assert [cell.source for cell in cells if cell.metadata.get("editable", True)] == []
    assert [cell.source for cell in cells if PRINTED.search(cell.source)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_no_box_with_results_can_be_opened_before_comparing(path):
    """What states results is shown by `afterwards`; a box that asks for patience is opened at once."""
    boxes = re.findall(r"<summary>(.*?)</summary>", path.read_text(encoding="utf-8"))
    assert [box for box in boxes if re.search("compared|result|solution", box)] == []
