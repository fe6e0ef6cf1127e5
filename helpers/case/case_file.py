"""Reading `case.yaml`: every field, every anchor and every file that it names is checked."""

from __future__ import annotations

import hashlib
from pathlib import Path

from helpers.case import afterwards, background, cards, claims, labels, questions, short_questions
from helpers.case.fields import Fields
from helpers.case.model import Case
from helpers.case.parts import decode, file_bytes, read_routes, read_sentences, read_sources
from helpers.case.reading import Known, Part
from helpers.case.vocabulary import GENRES, TAKEN_BY_THE_KIT
from helpers.case.yaml_lines import Problem, read_yaml

CASE_SCHEMA = "paper-trail-case-1"
PARTS: tuple[Part, ...] = (
    labels.PART,
    questions.PART,
    short_questions.PART,
    claims.PART,
    cards.PART,
    afterwards.PART,
    background.PART,
)
"""The kinds of things that a case may hold beside its sentences, in the order they are read."""

CASE_FIELDS = (
    *("schema", "id", "title", "language", "genre", "constructed", "obtained", "rights", "notice"),
    *("sha256", "article", "routes", "sentences", "sources"),
    *(name for part in PARTS for name in part.fields),
)


def read_case(folder: Path, file: str, problems: list[Problem]) -> Case:
    """Read the case in `folder`. `file` is what messages call it; problems are added to the list.

    Raises `PackError` where `case.yaml` cannot be read at all.
    """
    top = Fields(read_yaml(folder / "case.yaml", file), file, problems, "the case")
    top.only(CASE_FIELDS).choice("schema", [CASE_SCHEMA])
    text = _read_article(top, folder)
    sentences, sources = read_sentences(top, text), read_sources(top, folder)
    known = Known(text, {one.id: one for one in sentences}, {one.id: one for one in sources})
    parts = [part.read(top, known) for part in PARTS]
    return Case(
        id=_read_id(top),
        title=top.text("title"),
        language=top.text("language"),
        genre=top.choice("genre", GENRES),
        constructed=top.choice("constructed", ["false", "true"]) == "true",
        obtained=top.text("obtained"),
        rights=top.text("rights"),
        notice=top.text("notice", ""),
        text=text,
        sentences=sentences,
        routes=read_routes(top, known.sentences),
        sources=sources,
        folder=folder,
        **{name: value for part in parts for name, value in part.items()},
    )


def _read_id(top: Fields) -> str:
    name = top.identifier("id")
    if name in TAKEN_BY_THE_KIT:
        says = f"{name!r} is taken: the kit saves other answers under it. Choose another id."
        top.wrong(top.line_of("id"), f"{top.where}: {says}")
    return name


def _read_article(top: Fields, folder: Path) -> str:
    name, line = top.text("article"), top.line_of("article")
    problems = len(top.problems)
    raw = file_bytes(top, name, line, folder) if name else b""
    if name and not raw and len(top.problems) == problems:
        top.wrong(line, f"{name[:80]!r} is empty. Put the article's text in it.")
    digest, written = hashlib.sha256(raw).hexdigest(), top.text("sha256")
    if raw and written and digest != written:
        says = f"{name[:80]!r} has changed: its sha256 is {digest}. Restore the file or mend this line."
        top.wrong(top.line_of("sha256"), says)
    return decode(top, raw, name, line)
