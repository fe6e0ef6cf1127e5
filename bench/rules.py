"""Count the conditions that no labelled case needs: python bench/rules.py [ENGINE ...] [--list]

Each `if` of an engine is made false, and each operand of an `and` or `or` is taken out, one at a
time and in memory; then the engine's labelled cases are run (the tests marked `labelled`, known
failures left aside). A condition that can be switched off without a case failing is *unnoticed*:
it may be right, but nothing shows that it is, and the next change to it is made blind. A few of
them change nothing that any text could show, so nought is not to be expected.

`--list` names the unnoticed ones with file and line. What runs while a module is being imported
is outside this count. Needs the test tools, and a system that can fork (not Windows).
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import functools
import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ENGINES = {
    "sentences": (
        ("text",),
        ("marks.py", "words.py", "verbs.py", "classes.py", "lists.py"),
        ("tests/text",),
    ),
    "quotations": (
        ("attribution", "quotes", "text/marks.py", "text/words.py"),
        ("tracing",),
        ("tests/quotes", "tests/attribution", "tests/text"),
    ),
    "sourcing": (("assertions",), (), ("tests/assertions",)),
    "tracing": (("quotes/tracing",), (), ("tests/quotes",)),
}
"""Of each engine: where its code is, what of that is another engine's, and where its cases are."""
SECONDS = 20  # a condition whose absence makes a case run for ever is noticed
UNNOTICED, NOTICED, AT_IMPORT = 0, 1, 2  # how a run without a condition ends


@dataclass(frozen=True)
class Switch:
    """One condition that can be switched off."""

    path: Path
    line: int
    words: str  # the condition as the code has it
    change: Callable[[ast.Module], None]  # makes the change in a copy of the module's tree


class Collector:
    """Takes the labelled tests from pytest, so that they can be run again and again."""

    def __init__(self) -> None:
        self.cases: list[pytest.Item] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Keep what was collected, without the known failures."""
        self.cases = [one for one in session.items if not one.get_closest_marker("xfail")]


def labelled_cases(folders: tuple[str, ...]) -> list[pytest.Item]:
    """Return the tests marked `labelled` in some folders."""
    there = [str(ROOT / folder) for folder in folders if (ROOT / folder).exists()]
    collector, said = Collector(), io.StringIO()
    options = ["--collect-only", "-q", "-m", "labelled", "-p", "no:cacheprovider"]
    with contextlib.redirect_stdout(said):
        pytest.main([*options, f"--rootdir={ROOT}", *there], plugins=[collector])
    if not collector.cases:
        sys.exit(f"No test marked `labelled` in {', '.join(folders)}.\n{said.getvalue()}")
    return collector.cases


def modules_of(rooms: tuple[str, ...], without: tuple[str, ...]) -> list[Path]:
    """Return the files of an engine."""
    found: list[Path] = []
    for room in rooms:
        place = ROOT / "helpers" / room
        found += sorted(place.rglob("*.py")) if place.is_dir() else [place]
    inside = [set(path.relative_to(ROOT / "helpers").parts[1:]) for path in found]
    return [path for path, steps in zip(found, inside, strict=True) if not steps & set(without)]


def switches(path: Path) -> Iterator[Switch]:
    """Yield every condition in the functions of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for number, node in enumerate(ast.walk(tree)):
        if isinstance(node, (ast.If, ast.IfExp)):
            change = functools.partial(_never, number)
            yield Switch(path, node.test.lineno, ast.unparse(node.test), change)
        elif isinstance(node, ast.comprehension):
            for place, test in enumerate(node.ifs):
                change = functools.partial(_left_out, number, "ifs", place)
                yield Switch(path, test.lineno, ast.unparse(test), change)
        elif isinstance(node, ast.BoolOp):
            for place, value in enumerate(node.values):
                change = functools.partial(_left_out, number, "values", place)
                yield Switch(path, value.lineno, ast.unparse(value), change)


def _at(tree: ast.Module, number: int) -> ast.AST:
    return next(node for place, node in enumerate(ast.walk(tree)) if place == number)


def _never(number: int, tree: ast.Module) -> None:
    node = _at(tree, number)
    node.test = ast.copy_location(ast.Constant(False), node.test)


def _left_out(number: int, field: str, place: int, tree: ast.Module) -> None:
    node = _at(tree, number)
    rest = getattr(node, field)
    del rest[place]
    if field == "values" and len(rest) == 1:  # `a and b` without a is b; one alone is no BoolOp
        rest.append(ast.copy_location(ast.Constant(isinstance(node.op, ast.And)), rest[0]))


def functions_of(code: CodeType) -> Iterator[CodeType]:
    """Yield the code of every function that a module or its classes define, not of inner ones."""
    for one in code.co_consts:
        if isinstance(one, CodeType):
            is_class = not one.co_flags & 1  # no optimised locals: a class body
            yield from functions_of(one) if is_class else [one]


def place_of(code: CodeType) -> tuple[str, str, int]:
    """Return what stays the same of a function when a condition inside it is changed."""
    return code.co_filename, code.co_qualname, code.co_firstlineno


def live_functions(paths: list[Path]) -> dict[tuple[str, str, int], list[FunctionType]]:
    """Return the functions that exist now, by their place."""
    files, found = {str(path) for path in paths}, {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename in files:
            found.setdefault(place_of(one.__code__), []).append(one)
    return found


def forget() -> None:
    """Empty every cache, so that nothing is answered as it was before the change."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper):
            one.cache_clear()


def switch_off(switch: Switch, tree: ast.Module, live: dict) -> bool:
    """Switch one condition off in the running program; return whether it stands in a function."""
    changed = deepcopy(tree)
    switch.change(changed)
    before = functions_of(compile(tree, str(switch.path), "exec", dont_inherit=True))
    after = functions_of(compile(changed, str(switch.path), "exec", dont_inherit=True))
    done = False
    for old, new in zip(before, after, strict=True):
        if (
            old.co_code != new.co_code
            or old.co_consts != new.co_consts
            or old.co_names != new.co_names
        ):
            for function in live.get(place_of(old), []):
                function.__code__ = new
                done = True
    return done


def holds(case: pytest.Item) -> bool:
    """Return whether a labelled case comes out as its label says."""
    try:
        case.obj(**(case.callspec.params if hasattr(case, "callspec") else {}))
    except BaseException:
        return False
    return True


def start(switch: Switch, tree: ast.Module, live: dict, cases: list[pytest.Item]) -> int:
    """Run the cases without a condition in a process of its own; return the process's number."""
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(SECONDS)
    try:
        ends = NOTICED
        if not switch_off(switch, tree, live):
            ends = AT_IMPORT
        else:
            forget()
            ends = UNNOTICED if all(map(holds, cases)) else NOTICED
    finally:
        os._exit(ends)


def outcomes(jobs: list[tuple[Switch, ast.Module]], cases: list[pytest.Item]) -> list[int]:
    """Return how each job ended, in their order; as many run at a time as there are processors."""
    live = live_functions([switch.path for switch, _ in jobs])
    running: dict[int, int] = {}
    ended: dict[int, int] = {}
    for number, job in enumerate(jobs):
        if len(running) >= (os.cpu_count() or 1):
            _wait(running, ended)
        running[start(*job, live, cases)] = number
    while running:
        _wait(running, ended)
    return [ended[number] for number in range(len(jobs))]


def _wait(running: dict[int, int], ended: dict[int, int]) -> None:
    child, status = os.wait()
    ended[running.pop(child)] = os.waitstatus_to_exitcode(status)


def measure(name: str, listed: bool) -> None:
    """Print how many conditions of one engine its labelled cases do not notice."""
    rooms, without, folders = ENGINES[name]
    cases = labelled_cases(folders)
    wrong = [case.nodeid for case in cases if not holds(case)]
    if wrong:
        sys.exit("These fail before anything is switched off:\n" + "\n".join(wrong))
    paths = modules_of(rooms, without)
    jobs: list[tuple[Switch, ast.Module]] = []
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        jobs += [(switch, tree) for switch in switches(path)]
    tried = [
        (switch, code)
        for (switch, _), code in zip(jobs, outcomes(jobs, cases), strict=True)
        if code != AT_IMPORT
    ]
    unnoticed = [switch for switch, code in tried if code == UNNOTICED]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)
    share = len(unnoticed) / max(len(tried), 1)
    print(
        f"{name}: {lines} lines, {len(cases)} labelled cases, {len(tried)} conditions,"
        f" {len(unnoticed)} unnoticed = {share:.0%}",
        flush=True,
    )
    for switch in unnoticed if listed else ():
        print(f"  {switch.path.relative_to(ROOT).as_posix()}:{switch.line}: {switch.words}")


def main() -> None:
    """Measure the engines named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("engine", nargs="*", choices=[[], *ENGINES], default=[])
    parser.add_argument("--list", action="store_true", help="name the unnoticed conditions")
    options = parser.parse_args()
    for name in options.engine or ENGINES:
        measure(name, options.list)


if __name__ == "__main__":
    main()
