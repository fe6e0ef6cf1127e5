"""What imports promise: they flow one way, and nobody pays for what they do not use."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "helpers"
LESSONS = {"provenance", "opinion", "quotes", "assertions"}
FLOORS = (
    {"__init__", "strings", "lessons", "scoring"},
    {"text"},
    {"article", "attribution"},
    LESSONS,
    {"case"},
    {"answers"},
    {"results"},
    {"views"},
    {"charts", "exercise"},
    {"widgets"},
    {"pages", "lab", "authoring", "launch", "prints"},
    {"__main__"},
)
"""The rooms of the house from the ground up: each imports only what stands below it."""
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
WIDGETRY = {"anywidget", "ipywidgets", "traitlets", "IPython"}
HEAVY = {"pandas", "altair", "lxml", "numpy", "nbformat", "sqlite3", "jsonschema"}


def modules():
    """Every module of the package by its dotted name, `widgets.marker`, with its file."""
    found = {dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}
    assert found.keys() >= {"__init__", "case", "opinion", "quotes", "widgets", "widgets.marker"}
    return found


def dotted(path):
    """The name by which a module is imported, without the package's own name before it."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def room(name):
    """The room that a module stands in, `widgets` of `widgets.marker`."""
    return name.partition(".")[0]


MODULES = modules()


def imported(source, name):
    """The dotted names that a module's source imports; the kit's own begin with `helpers.`."""
    steps = ["helpers", *name.split(".")]
    here = steps if MODULES[name].name == "__init__.py" else steps[:-1]
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
    return {one for one in names if one in MODULES and one != name}


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
    assert "helpers.quotes" in set(imported(source, "scoring"))
    assert "helpers.quotes" in set(imported("from .. import quotes", "widgets.marker"))


def test_every_room_has_a_floor():
    """A new room has to say where it stands before anything can be in it."""
    assert {room(name) for name in MODULES} <= FLOOR_OF.keys()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_from_its_own_room_and_the_floors_below(name):
    """What a thing is never depends on how it is shown, and no lesson needs another one."""
    others = {one for one in own(name) if room(one) != room(name)}
    level = FLOOR_OF[room(name)]
    assert not {one for one in others if FLOOR_OF[room(one)] >= level}


def test_no_circles():
    """Two modules that import each other can only be understood, changed and taken out as one."""
    waiting = {name: own(name) - {name.rpartition(".")[0]} for name in MODULES}
    while ready := [name for name, needs in waiting.items() if not needs & waiting.keys()]:
        for name in ready:
            del waiting[name]
    assert not waiting


@pytest.mark.parametrize("name", [n for n in MODULES if room(n) not in ("widgets", "__main__")])
def test_nothing_below_the_widgets_needs_a_screen(name):
    """The kit's ideas run without a notebook, in a terminal and in a browser's Python."""
    assert not at_the_top(name) & WIDGETRY


@pytest.mark.parametrize("name", MODULES)
def test_heavy_packages_wait_until_they_are_needed(name):
    """Opening a lesson must not wait for a chart that comes later."""
    assert not at_the_top(name) & HEAVY


@pytest.mark.parametrize("name", [n for n in MODULES if room(n) not in ("__main__", "launch")])
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
    "name", sorted({room(name) for name in MODULES} - {"__init__", "__main__", "widgets"})
)
def test_no_module_loads_a_heavy_package_or_a_widget(name):
    """Not even by way of another module."""
    roots = {one.split(".")[0] for one in loaded_by(f"import helpers.{name}")}
    assert not roots & (HEAVY | WIDGETRY)


def test_the_widgets_load_no_chart_package():
    """The first screen of a lesson does not wait for pandas and Altair."""
    assert not loaded_by("import helpers.widgets") & {"pandas", "altair", "lxml", "numpy"}
