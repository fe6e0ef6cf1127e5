"""The words on screen: complete, in the right number, and the same from Python as on the page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from helpers.strings import plural, say, strings

DATA = Path(__file__).with_name("data") / "strings" / "plurals.json"
PLURALS = [
    (one["language"], strings()["plurals"] if isinstance(one["forms"], str) else one["forms"], n, form)
    for one in json.loads(DATA.read_text(encoding="utf-8"))
    for n, form in one["cases"]
]  # fmt: skip


@pytest.mark.parametrize(("language", "forms", "n", "form"), PLURALS)
def test_a_number_gets_the_form_that_the_table_says(language, forms, n, form):
    """The page reads the same table and keeps the same promise: tests/browser/logic/words.test.mjs."""
    assert plural(forms, n) == form, language


def texts(part, name=""):
    """Every text with its dotted name, and every text with forms as one."""
    if isinstance(part, dict) and "other" not in part:
        for key, value in part.items():
            yield from texts(value, f"{name}.{key}".strip("."))
    elif not isinstance(part, list):
        yield name, part


def test_every_text_with_forms_has_those_of_the_language_and_no_others():
    """A form that the table does not know would never be shown."""
    known = {*strings()["plurals"], "other"}
    forms = {name: set(text) for name, text in texts(strings()) if isinstance(text, dict)}
    assert len(forms) > 20
    assert {name: found for name, found in forms.items() if found != known} == {}


def test_the_forms_of_a_text_have_the_same_blanks():
    """A blank that only one form has would be missed in the other."""
    blanks = re.compile(r"\{(\w+)\}")
    for name, text in texts(strings()):
        if isinstance(text, dict):
            used = {form: set(blanks.findall(one)) - {"n"} for form, one in text.items()}
            assert len({frozenset(one) for one in used.values()}) == 1, name


def test_python_says_one_and_many():
    """One answer is told as one, none as many."""
    assert [say("desk.count", n=n) for n in (0, 1, 2)] == [
        "0 answers are saved.",
        "1 answer is saved.",
        "2 answers are saved.",
    ]
