"""People read “sentence 7”, which is printed beside it, and never the id under which it is saved."""

from __future__ import annotations

import re

import pytest

from helpers.case import ROOT, case_names, load_case

ID = re.compile(r"(?<![\w-])[a-z]{1,2}\d{1,2}(?![\w-])")


def ids(case):
    """Every id of a case that looks like a letter and a number."""
    items = [item.id for questions in case.sets.values() for item in questions.items]
    names = [*case.by_id, *items, *(claim.id for claim in case.claims)]
    return {name for name in names if ID.fullmatch(name)}


def prose(path):
    """The lines of a file that hold more than names: those with three words or more."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        said = re.sub(r"^\s*(- )?[\"\w-]+:( \[.*\])?", "", line)
        if len(re.findall(r"[A-Za-z’]{2,}", said)) >= 3:
            yield number, said


@pytest.mark.parametrize("name", case_names())
def test_no_id_stands_in_a_text_that_people_read(name):
    """Nothing on the page is called s3, so a reader who is sent there cannot find it."""
    case = load_case(name)
    known = ids(case)
    assert known
    for path in (ROOT / "seeds" / name / "case.yaml", ROOT / "solutions" / "keys" / f"{name}.yaml"):
        found = [(n, said) for n, said in prose(path) if known & set(ID.findall(said))]
        assert found == [], path


def test_the_check_would_find_an_id(tmp_path):
    """The control: an id in the middle of a sentence is found, a list of ids is not."""
    path = tmp_path / "key.yaml"
    path.write_text("answers: [s1, s2]\ncue: Compare it with s3 in the text.\n", encoding="utf-8")
    assert [number for number, said in prose(path) if "s3" in ID.findall(said)] == [2]
