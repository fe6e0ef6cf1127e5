"""Promises of the shared word lists: each holds what its name says, and the reader tells of slips."""

import pytest

from helpers.text import classes
from helpers.text.classes import is_adverb
from helpers.text.lists import read_lists, read_rows

LISTS = {name: value for name, value in vars(classes).items() if isinstance(value, frozenset)}


@pytest.mark.labelled
@pytest.mark.parametrize("name", [name for name in LISTS if name != "STATES"])
def test_lists_are_in_lower_case_with_straight_apostrophes(name):
    """So that `Token.low` finds them."""
    assert LISTS[name]
    assert all(word == word.lower() and "’" not in word for word in LISTS[name])


@pytest.mark.labelled
def test_words_in_ly_that_are_no_adverbs():
    """Families, allies and names end in -ly as well."""
    for word in ("family", "ally", "supply", "July", "Reilly", "Emily", "assembly", "elderly"):
        assert not is_adverb(word), word
    for word in ("Crowley-Tully", "Bexly", "Wexley", "Dunly"):
        assert not is_adverb(word), word


@pytest.mark.labelled
def test_adverbs_are_known():
    """In -ly and without; with a capital only where a sentence opens."""
    for word in ("bluntly", "also", "later", "Also", "repeatedly"):
        assert is_adverb(word), word
    assert is_adverb("Privately", opens=True)
    assert not is_adverb("Family", opens=True)


def write(folder, text):
    """A file with this text."""
    path = folder / "words.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_file_is_read(tmp_path):
    """Sections, comments, and entries in the order of the file."""
    text = "# About\n[one]\n# why\nb a  # not this\n\n[two]\nc_d #e\n"
    assert read_lists(write(tmp_path, text)) == {"one": ("b", "a"), "two": ("c_d",)}


@pytest.mark.parametrize(("text", "line"), [("a\n[one]", 1), ("[one]\na\n[one]", 3)])
def test_a_slip_in_a_list_file_is_told_with_its_line(tmp_path, text, line):
    """An entry without a list, and a list given twice."""
    with pytest.raises(ValueError, match=rf"words.txt, line {line}"):
        read_lists(write(tmp_path, text))


def test_a_table_is_read_and_a_short_row_is_told(tmp_path):
    """Rows by tabs; a missing column is an error with its line."""
    assert read_rows(write(tmp_path, "# head\na\tb\n\nc\td\n"), 2) == [["a", "b"], ["c", "d"]]
    with pytest.raises(ValueError, match="line 2: 1 columns, not 2"):
        read_rows(write(tmp_path, "a\tb\nc\n"), 2)
