"""What the kit says of itself: every public thing in one sentence, every field with its meaning."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "helpers"
MODULES = {
    path.relative_to(PACKAGE.parent).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
OTHER_WAYS = re.compile(
    r"(Say whether|Whether|Where|What|Who|When|How|Which|The|A|An|All|Every|Each|Its|My|One|Two"
    r"|Gives|Give (?:the|a|an|each|all|what|where)|Returns|Tells|Finds|Makes|Reads|Shows|Says|Takes)\b"
)
"""How a docstring begins that does not say what the function does as a command."""


def public(nodes):
    """The functions and classes of a body that others may use."""
    return [
        node
        for node in nodes
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and not node.name.startswith("_")
    ]


def defined(path):
    """Every public function, class and method of a module, as (name, node)."""
    for node in public(ast.parse(path.read_text(encoding="utf-8")).body):
        yield node.name, node
        if isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{one.name}", one) for one in public(node.body))


def is_property(node):
    """Say whether a method is read like a field, so that its docstring says what it is."""
    return any("property" in ast.unparse(mark) for mark in node.decorator_list)


def has_fields(node):
    """Say whether a class is a dataclass, a named tuple or a typed dict: a thing made of fields."""
    marks = [ast.unparse(one) for one in (*node.decorator_list, *node.bases)]
    return any(re.search(r"\bdataclass\b|NamedTuple|TypedDict", mark) for mark in marks)


def unexplained(node, lines):
    """The public fields of a class that no comment, docstring or class docstring explains."""
    told = ast.get_docstring(node) or ""
    for place, field in enumerate(node.body):
        if not isinstance(field, ast.AnnAssign) or field.target.id.startswith("_"):
            continue
        below = node.body[place + 1] if place + 1 < len(node.body) else None
        by_docstring = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        beside = any("#" in lines[n] for n in range(field.lineno - 1, field.end_lineno))
        above = lines[field.lineno - 2].lstrip().startswith("# ")
        if not (by_docstring or beside or above or re.search(rf"`{field.target.id}`", told)):
            yield field.target.id


@pytest.mark.parametrize("name", MODULES)
def test_every_public_thing_says_what_it_does(name):
    """A learner who asks for help gets a sentence, and a developer a promise."""
    silent = [one for one, node in defined(MODULES[name]) if not ast.get_docstring(node)]
    assert not silent


@pytest.mark.parametrize("name", MODULES)
def test_functions_are_described_in_one_way(name):
    """PEP 257: a docstring tells what to expect as a command, `Return …`, and ends with a stop."""
    for one, node in defined(MODULES[name]):
        text = (ast.get_docstring(node) or "").split("\n\n")[0]
        if isinstance(node, FUNCTIONS) and text and not is_property(node):
            assert not OTHER_WAYS.match(text), one
            assert text.rstrip()[-1] in ".:;?!”)`", one


@pytest.mark.parametrize("name", MODULES)
def test_every_field_is_explained(name):
    """What a number counts, and what an empty text means, is written where the field is."""
    source = MODULES[name].read_text(encoding="utf-8")
    classes = [node for node in public(ast.parse(source).body) if isinstance(node, ast.ClassDef)]
    found = [
        f"{node.name}.{field}"
        for node in classes
        if has_fields(node)
        for field in unexplained(node, source.splitlines())
    ]
    assert not found
