"""Reading an answer key: every sentence has a reasoned label, and every option its explanation."""

from __future__ import annotations

from pathlib import Path

from helpers.case.case_file import PARTS
from helpers.case.fields import Fields
from helpers.case.model import Case, Key
from helpers.case.reading import Known
from helpers.case.reasons import read_templates
from helpers.case.yaml_lines import Problem, read_yaml

KEY_SCHEMA = "paper-trail-key-1"
KEY_FIELDS = ("schema", "case", "templates", *(name for part in PARTS for name in part.key_fields))


def read_key(path: Path, file: str, case: Case, problems: list[Problem]) -> Key:
    """Read the key of `case`. `file` is what messages call it; problems are added to the list.

    Raises `PackError` where the file cannot be read at all.
    """
    top = Fields(read_yaml(path, file), file, problems, "the key").only(KEY_FIELDS)
    top.choice("schema", [KEY_SCHEMA])
    top.choice("case", [case.id])
    sources = {source.id: source for source in case.sources}
    known = Known(case.text, case.by_id, sources, read_templates(top), vars(case))
    parts = [part.read_key(top, known) for part in PARTS]
    return Key(case.id, **{name: value for part in parts for name, value in part.items()})
