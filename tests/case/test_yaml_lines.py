"""What reading somebody else's YAML promises: a tree that knows its lines, or one clear sentence."""

import os
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers.case.yaml_lines import DEEPEST, LARGEST_FILE, Node, PackError, parse_yaml, read_yaml

BOMB = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n"


def the_problem(text):
    """The one problem that is told about a YAML text."""
    with pytest.raises(PackError) as caught:
        parse_yaml(text, "case.yaml")
    assert len(caught.value.problems) == 1
    told = str(caught.value)
    assert "\n" not in told
    assert re.match(r"case\.yaml:\d+: \S", told)
    assert len(told) < 300
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (BOMB, 1, "anchors and aliases"),
        ("a: x\nb: &b y\n", 2, "anchors and aliases"),
        ("a: x\nb: *a\n", 2, "anchors and aliases"),
        ("a: x\nb: !!python/object/apply:os.system [ls]\n", 2, "tags"),
        ("a: x\n\nb: !mine y\n", 3, "tags"),
        ("- ! x\n", 1, "tags"),
        ("a: x\nb: y\na: z\n", 3, "'a' stands here twice (first near line 1)"),
        ("a:\n  b: y\n  b: z\n", 3, "'b' stands here twice"),
        ("a: x\n---\nb: y\n", 2, "second document"),
        ("", 1, "the file is empty"),
        ("# only a comment\n", 1, "the file is empty"),
        ("? [a]\n: x\n", 1, "a name was expected"),
        ("? {a: b}\n: x\n", 1, "a name was expected"),
        ("a: x\nb: [y\n", 3, "not valid YAML"),
        ('a: x\nb: "y\n', 3, "not valid YAML"),
        ("a: x\n\tb: y\n", 2, "not valid YAML"),
        ("a: x\nb: y: z\n", 2, "not valid YAML"),
        ("a: é\nb: x\0y\n", 2, "unprintable character stands here (U+0000)"),
        ("é: x\n\nb: \x07\n", 3, "unprintable character stands here (U+0007)"),
        ("a: x\nb: \ud800\n", 2, "unprintable character stands here (U+D800)"),
    ],
)
def test_what_packs_may_not_use_is_refused_with_its_line(text, line, says):
    """A trick or a slip gets one sentence that names the line, whatever it is."""
    problem = the_problem(text)
    assert problem.line == line
    assert says in problem.says


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[\n", "a: ["])
def test_thirty_thousand_levels_are_refused(opening):
    """Depth costs no recursion, so nothing crashes and nothing hangs."""
    the_problem(opening * 30_000)


def test_the_deepest_level_that_is_allowed_is_read():
    """The limit is where the messages say it is."""
    parse_yaml("[" * DEEPEST + "]" * DEEPEST, "case.yaml")
    assert f"more than {DEEPEST} levels" in the_problem("[" * (DEEPEST + 1)).says


@pytest.mark.parametrize(
    "written", ["no", "yes", "012", "12:30:00", "2025-09-23", "1e3", "~", "null", "0x1F", "true"]
)
def test_every_value_stays_the_text_that_was_written(written):
    """YAML's habit of turning words into other things would change what an author wrote."""
    assert parse_yaml(f"a: {written}\n", "case.yaml").value["a"].value == written


def test_every_value_knows_its_line():
    """Messages can only name lines that the reader kept."""
    root = parse_yaml("a: x\nb:\n  - y\n  - c: >-\n      z\n      z\n", "case.yaml")
    listed = root.value["b"].value
    lines = [root.line, root.value["a"].line, *(node.line for node in listed)]
    assert lines == [1, 1, 3, 4]
    assert listed[1].value["c"] == Node("z z", 4)


@pytest.mark.parametrize(
    ("raw", "line", "says"),
    [
        ("a: x\nb: café\n".encode("latin-1"), 2, "not UTF-8 here"),
        (b"a: x\n\n\n\xff", 4, "not UTF-8 here"),
        ("a: x\n".encode("utf-16"), 1, "not UTF-8 here"),
        (b"a: " + b"x" * LARGEST_FILE, 1, "larger than 1,000,000 bytes"),
        (None, 1, "cannot be read"),
    ],
)
def test_a_file_that_is_no_sound_text_is_refused_with_its_line(tmp_path, raw, line, says):
    """A wrong encoding, a huge file and a missing one are told like every other fault."""
    path = tmp_path / "case.yaml"
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(PackError) as caught:
        read_yaml(path, "seeds/x/case.yaml")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("seeds/x/case.yaml", line)
    assert says in problem.says


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    """Some editors put one first; no author can see it."""
    (tmp_path / "case.yaml").write_bytes(b"\xef\xbb\xbfa: x\n")
    assert read_yaml(tmp_path / "case.yaml").value["a"].value == "x"


def test_what_is_no_file_is_never_opened(tmp_path):
    """A folder or a device in the place of a file gets a sentence; reading it could never end."""
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(PackError, match="this is not a file"):
            read_yaml(path)


def test_a_huge_name_is_not_repeated_in_full():
    """One clear line stays one that can be read."""
    name = "n" * 900
    the_problem(f"{name}: x\n{name}: y\n")


ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=[])),
    st.text(alphabet="ab:-[]{}?&*!|>'\"#%@,\\ \t\n\r\0\ufeff\u2028", max_size=60),
)


@given(ANY_TEXT)
def test_any_text_at_all_is_read_or_refused(text):
    """Nothing but a tree or a PackError ever comes of a text."""
    try:
        assert isinstance(parse_yaml(text, "case.yaml"), Node)
    except PackError as error:
        (problem,) = error.problems
        assert 1 <= problem.line <= len(re.split("\r\n|[\r\n\x85\u2028\u2029]", text)) + 1
        assert "\n" not in str(problem)


def test_without_libyaml_the_same_things_are_refused(monkeypatch):
    """Where PyYAML comes without its C part, nothing gets in that is refused elsewhere."""
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    for text in (BOMB, "[" * 30_000, "- " * 30_000, 'a: "\\UFFFFFFFF"', "a: !!str x", ""):
        the_problem(text)
