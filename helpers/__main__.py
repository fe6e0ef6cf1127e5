"""The kit's commands: `python -m helpers validate`, `print`, `exercises`, `notebooks`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from helpers.case import ROOT, case_names, load_case, load_key, shown, validate


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    return options.run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m helpers", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser(
        "validate", help="check cases and keys; names the file and line of what is wrong"
    )
    checking.add_argument("pack", nargs="*", help="a case's name or a folder; all if left out")
    checking.add_argument("--json", action="store_true", help="print machine-readable output")
    checking.set_defaults(run=_validate)
    paper = commands.add_parser("print", help="write every lesson and its key as sheets to print")
    paper.add_argument("folder", nargs="?", default="print", help="where to; print/ if left out")
    paper.add_argument("--lesson", metavar="NAME", action="append", help="only this notebook")
    paper.add_argument("--whole", action="store_true", help="the whole route, not the short one")
    paper.set_defaults(run=_print)
    exercises = commands.add_parser("exercises", help="derive exercises/ from solutions/")
    exercises.add_argument("--check", action="store_true", help="only say what is out of step")
    exercises.set_defaults(run=_exercises)
    tidy = commands.add_parser("notebooks", help="lock lesson cells, collapse code, drop outputs")
    tidy.add_argument("--check", action="store_true", help="only say what is out of order")
    tidy.add_argument("--unlock", metavar="FILE", help="open the cells of one notebook to edit it")
    tidy.set_defaults(run=_notebooks)
    return parser


def _validate(options: argparse.Namespace) -> int:
    packs = options.pack or case_names()
    found = {pack: validate(pack) for pack in packs}
    if options.json:
        print(json.dumps({pack: [vars(one) for one in found[pack]] for pack in packs}, indent=1))
    else:
        for pack in packs:
            print("\n".join(map(str, found[pack])) if found[pack] else _sound(pack))
    return int(any(found.values()))


def _sound(pack: str) -> str:
    case = load_case(pack)
    key = load_key(case)
    counts = f"{len(case.sentences)} sentences"
    if key is None:
        return f"{case.id}: {counts}, no key (answers are collected, nothing is compared)."
    return f"{case.id}: {counts}, every option explained; loaded words: {len(key.loaded)}."


def _print(options: argparse.Namespace) -> int:
    from helpers.lessons import LESSONS
    from helpers.prints.sheets import SHORT, WHOLE, write_sheets

    known = sorted({lesson.name for lesson in LESSONS})
    unknown = [name for name in options.lesson or () if name not in known]
    if unknown:
        says = f"There is no lesson {unknown[0]!r}. There are: {', '.join(known)}."
        return _report([says], "")
    folder = Path(options.folder)
    try:
        route = WHOLE if options.whole else SHORT
        files = write_sheets(folder, options.lesson or (), route)
    except OSError as error:
        says = f"Nothing could be written to {folder}: {error.strerror}. Name another folder."
        return _report([says], "")
    print(
        f"{len(files)} files are in {folder}. Open {folder / 'index.html'} in a browser and print."
    )
    return 0


def _exercises(options: argparse.Namespace) -> int:
    from helpers.authoring.notebooks import NotebookError, drifted, write_exercises

    try:
        if options.check:
            return _report(drifted(), "Every exercise is what its solution gives.")
        for path in write_exercises():
            print(f"Written: {shown(path)}")
    except NotebookError as error:
        return _report([str(error)], "")
    return 0


def _notebooks(options: argparse.Namespace) -> int:
    from helpers.authoring.notebooks import read_notebook, tidied, unlocked, write_notebook

    if options.unlock:
        path = Path(options.unlock)
        path.write_text(write_notebook(unlocked(read_notebook(path))), encoding="utf-8")
        print(f"Unlocked: {path.name}. Afterwards run: python -m helpers notebooks")
        return 0
    untidy = []
    for folder in ("notebooks", "solutions"):
        for path in sorted((ROOT / folder).rglob("*.ipynb")):
            text = write_notebook(tidied(read_notebook(path), folder == "solutions"))
            if path.read_text(encoding="utf-8") != text:
                untidy.append(path)
                if not options.check:
                    path.write_text(text, encoding="utf-8", newline="\n")
    says = [
        f"{shown(path)} is {'not in order' if options.check else 'put in order'}."
        for path in untidy
    ]
    code = _report(says, "Every notebook is in order.")
    return code if options.check else 0


def _report(says: list[str], fine: str) -> int:
    print("\n".join(says) or fine)
    return int(bool(says))


if __name__ == "__main__":
    sys.exit(main())
