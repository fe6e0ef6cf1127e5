"""start.py itself: any Python gets as far as the sentence that it needs."""

import ast
from pathlib import Path

import pytest

import start
from helpers.launch import common, environment

ROOT = Path(__file__).resolve().parents[2]


def test_an_old_python_can_read_start_as_far_as_the_sentence():
    """Python 2 and Python 3.6 get a sentence with a next step, not a syntax error."""
    source = (ROOT / "start.py").read_bytes()
    assert source.isascii()  # without a line that names the encoding, Python 2 reads nothing else
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.Starred, ast.Await)
    for node in ast.walk(ast.parse(source, feature_version=(3, 6))):
        assert not isinstance(node, newer)
        if isinstance(node, ast.FunctionDef):
            arguments = node.args
            newer_parts = [*arguments.kwonlyargs, *arguments.posonlyargs, node.returns]
            assert newer_parts == [None]
            assert not any(one.annotation for one in arguments.args)


def test_nothing_of_the_kit_is_imported_before_the_age_is_known():
    """The kit's own modules are written for a new Python, so they come after the sentence."""
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    at_the_top = [one for one in tree.body if isinstance(one, (ast.Import, ast.ImportFrom))]
    assert {alias.name for one in at_the_top for alias in one.names} == {"argparse", "os", "sys"}


def test_a_python_that_is_too_old_is_told_what_to_install():
    """The sentence names the version found, the version needed and the next step."""
    said = start.too_old((3, 9, 2))
    assert "3.11 or newer" in said
    assert "3.9" in said
    assert "Next step: install" in said


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_python_that_will_do_is_not_complained_about(version):
    """Newer ones pass, the next major one too."""
    assert start.too_old(version) is None


def test_a_python_without_venv_is_told_the_debian_command():
    """Debian and Ubuntu leave venv out; the sentence names the package."""
    with pytest.raises(common.Problem, match=r"Next step: .*apt install python3\.\d+-venv"):
        environment.check_python_is_whole(find=lambda name: None if name == "ensurepip" else True)
