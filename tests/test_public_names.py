"""The names that stay put: the page that lists them says what the code has."""

import importlib
import inspect
import json
import re
from pathlib import Path

import pytest

from helpers.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "public_names.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^\| `(helpers\.[\w.]+)\((.*?)\)` \|", PAGE, flags=re.MULTILINE)
COMMANDS = re.findall(r"^\| `python -m helpers (\w[\w-]*)", PAGE, flags=re.MULTILINE)


def found(dotted):
    """What a dotted name stands for."""
    module, _, name = dotted.rpartition(".")
    return getattr(importlib.import_module(module), name)


def imported_by_notebooks():
    """Every name of the kit that a notebook imports, dotted."""
    names = set()
    for folder in ("notebooks", "exercises", "solutions"):
        for path in sorted((ROOT / folder).glob("*.ipynb")):
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            source = "\n".join("".join(cell["source"]) for cell in cells)
            for module, listed in re.findall(r"^from (helpers[\w.]*) import (.+)$", source, re.M):
                names |= {f"{module}.{name.strip()}" for name in listed.split(",")}
    return names


def test_the_page_lists_names_and_commands():
    """A change of its layout must not empty the tests below."""
    assert len(CALLS) > 25
    assert len(COMMANDS) >= 3


@pytest.mark.parametrize(("dotted", "parameters"), CALLS)
def test_every_listed_name_is_there_with_the_parameters_listed(dotted, parameters):
    """Whoever calls what the page says gets an answer, not an error."""
    there = list(inspect.signature(found(dotted)).parameters)
    listed = [name.strip(" *") for name in parameters.split(",") if name.strip(" *")]
    assert there[: len(listed)] == listed


@pytest.mark.parametrize(("dotted", "parameters"), CALLS)
def test_every_listed_name_explains_itself(dotted, parameters):
    """`help(...)` in a notebook says what the thing is for."""
    assert len(inspect.getdoc(found(dotted)).split()) > 5


def test_notebooks_use_listed_names_only():
    """A learner's edited copy of a lesson still runs after an update of the kit."""
    used = imported_by_notebooks()
    assert len(used) > 15
    assert sorted(used - {dotted for dotted, _ in CALLS}) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_listed_command_is_there(command, capsys):
    """The page is what somebody types from."""
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("usage:")
