"""What imports promise: they flow one way, and nobody pays for what they do not use."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "helpers"
LESSONS = {"provenance", "opinion", "quotes", "assertions"}
ON_TOP = {"__main__", "charts", "charts_weighing", "classroom", "exercise", "notebooks", "report"}
WIDGETRY = {"anywidget", "ipywidgets", "traitlets", "IPython"}
HEAVY = {"pandas", "altair", "lxml", "numpy", "nbformat", "sqlite3", "jsonschema"}


def modules():
    """Every module of the package by its dotted name, `widgets.marker`, with its file."""
    found = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
        for path in sorted(PACKAGE.rglob("*.py"))
    }
    assert found.keys() >= {"case", "opinion", "quotes", "widgets.marker", "widgets.__init__"}
    return found


MODULES = modules()


def imported(source, name):
    """The dotted names that a module's source imports; the kit's own begin with `helpers.`."""
    here = ["helpers", *name.split(".")[:-1]]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield stem
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def own(name):
    """The kit's modules that a module imports."""
    source = MODULES[name].read_text(encoding="utf-8")
    names = {one.removeprefix("helpers.") for one in imported(source, name) if one != "helpers"}
    return {one for one in names if one in MODULES or f"{one}.__init__" in MODULES}


def at_the_top(name):
    """The foreign packages that a module imports as soon as it is imported itself."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    found, waiting = set(), list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            found |= {one.split(".")[0] for one in imported(ast.unparse(node), name)}
        elif not isinstance(node, functions):
            waiting += ast.iter_child_nodes(node)
    return found


@pytest.mark.parametrize(
    "source",
    [
        *(
            "import helpers.quotes",
            "from helpers import quotes",
            "from helpers.quotes import Trace",
        ),
        *(
            "from . import quotes",
            "from .quotes import Trace",
            "def f():\n    from . import quotes",
        ),
    ],
)
def test_every_way_to_import_is_seen(source):
    """A check that one spelling slips through would keep no promise."""
    assert "helpers.quotes" in set(imported(source, "opinion"))
    assert "helpers.quotes" in set(imported("from .. import quotes", "widgets.marker"))


@pytest.mark.parametrize("name", sorted(LESSONS & MODULES.keys()))
def test_no_lesson_imports_another_or_a_widget(name):
    """Each lesson can be read, changed and taken out by itself."""
    assert not own(name) & (LESSONS - {name})
    assert not {one for one in own(name) if one.startswith("widgets")}


@pytest.mark.parametrize("name", [n for n in MODULES if not n.startswith("widgets")])
def test_nothing_below_the_widgets_imports_them(name):
    """The kit's ideas run without a notebook, in a terminal and in a browser's Python."""
    assert not {one for one in own(name) if one.startswith("widgets")}
    assert not at_the_top(name) & WIDGETRY


@pytest.mark.parametrize(
    "name", [n for n in MODULES if not n.startswith("widgets") and n not in LESSONS | ON_TOP]
)
def test_what_lessons_share_imports_no_lesson(name):
    """Shared modules know nothing of the lessons, nor of what stands on top."""
    assert not own(name) & (LESSONS | ON_TOP)


@pytest.mark.parametrize("name", MODULES)
def test_heavy_packages_wait_until_they_are_needed(name):
    """Opening a lesson must not wait for a chart that comes later."""
    assert not at_the_top(name) & HEAVY


@pytest.mark.parametrize("name", [n for n in MODULES if n != "__main__"])
def test_no_module_prints_or_asks(name):
    """What a function finds it returns; a printed line is lost to whoever calls it."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    used = {call.id for call in calls if isinstance(call, ast.Name)}
    assert not used & {"print", "input", "display", "eval", "exec"}


def loaded_by(statement):
    """The modules that a fresh Python holds after a statement, beyond those it starts with."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*set(sys.modules) - before)"
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_else():
    """`import helpers` costs next to nothing."""
    assert loaded_by("import helpers") == {"helpers"}


@pytest.mark.parametrize(
    "name", sorted(n for n in MODULES if "." not in n and not n.startswith("__"))
)
def test_no_module_loads_a_heavy_package_or_a_widget(name):
    """Not even by way of another module."""
    roots = {one.split(".")[0] for one in loaded_by(f"import helpers.{name}")}
    assert not roots & (HEAVY | WIDGETRY)


def test_the_widgets_load_no_chart_package():
    """The first screen of a lesson does not wait for pandas and Altair."""
    assert not loaded_by("import helpers.widgets") & {"pandas", "altair", "lxml", "numpy"}
