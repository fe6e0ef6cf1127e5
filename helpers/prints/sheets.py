"""Writing the sheets: one file for each lesson, one for its key, and a page that lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from helpers.case import load_case, load_key
from helpers.case.parts import WHOLE
from helpers.case.vocabulary import Scope
from helpers.lessons import LESSONS, Lesson
from helpers.prints.key_parts import key_part, short_key
from helpers.prints.parts import SHORT, sheet_part, short_part
from helpers.results.course import PARTS, lesson_questions
from helpers.strings import say, strings

__all__ = ["SHORT", "WHOLE", "Sheet", "lesson_parts", "lesson_sheets", "write_sheets"]

TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True)
class Sheet:
    """One file to print."""

    name: str  # of the file
    title: str  # as it is listed
    html: str  # the whole page; it needs no other file and no network


def write_sheets(folder: Path, names: Iterable[str] = (), route: str = SHORT) -> list[Path]:
    """Write the sheets and keys of lessons into a folder, with a list; return the files.

    `names` are notebooks without their ending, all where there are none; `route` is `short` or
    `whole`. Raises `OSError` where the folder cannot be written to.
    """
    wanted = set(names)
    sheets = [
        sheet
        for lesson in LESSONS
        if not wanted or lesson.name in wanted
        for sheet in lesson_sheets(lesson, route)
    ]
    listed = Sheet(
        "index.html",
        say("prints.list"),
        _render("list.html.jinja", title=say("prints.list"), sheets=sheets),
    )
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / sheet.name, sheet.html) for sheet in (listed, *sheets)]


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def lesson_sheets(lesson: Lesson, route: str = SHORT) -> list[Sheet]:
    """Return the sheet of a lesson and its key; the key only where the kit has one."""
    stem = f"{'lesson' if lesson.folder == 'notebooks' else 'exercise'}-{lesson.name}"
    parts, keys = lesson_parts(lesson, route)
    key_title = say("prints.key", title=lesson.title)
    sheet = Sheet(
        f"{stem}-sheet.html",
        lesson.title,
        _render("sheet.html.jinja", title=lesson.title, parts=parts),
    )
    if not keys:
        return [sheet]
    return [
        sheet,
        Sheet(
            f"{stem}-key.html", key_title, _render("key.html.jinja", title=key_title, parts=keys)
        ),
    ]


def lesson_parts(lesson: Lesson, route: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what stands on a lesson's sheet, and on the pages of its key."""
    parts, keys = [], []
    asked = PARTS[f"{lesson.folder}/{lesson.name}"]
    for name, scope in asked:
        case = load_case(name)
        key = load_key(case)
        budget = key.picks.budget if key and scope == Scope.CARDS else 0
        parts.append(sheet_part(case, scope, route, budget))
        if key:
            keys.append(key_part(case, key, scope, route))
    for name in dict.fromkeys(case for case, _ in asked):
        case = load_case(name)
        key, names = load_key(case), lesson_questions(lesson, case)
        if names:
            parts.append(short_part(case, names))
        if names and key:
            keys.append(short_key(case, key, names))
    return [part for part in parts if part], [part for part in keys if part]


def _render(template: str, **values: Any) -> str:
    return _templates().get_template(template).render(t=say, words=strings(), **values)


@cache
def _templates() -> Any:
    """Open the templates; whatever is put into them is written as text, never as HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
