"""The learner's working copies: an update never overwrites what somebody wrote."""

import pytest
from small_kit import DAY_ONE, mine, notebook, ship

from helpers.launch import copies


def test_a_first_start_copies_every_notebook_with_the_same_layout(kit):
    """Links between notebooks keep working, since the folders are the same."""
    ship(kit, "solutions/02.ipynb", "6 * 7")
    assert copies.update_working_copies(kit) == []
    for name in (DAY_ONE, "exercises/02.ipynb", "solutions/02.ipynb"):
        assert mine(kit, name).read_bytes() == (kit / name).read_bytes()


def test_keys_and_checkpoints_are_not_copied(kit):
    """Only notebooks go into my-work/; the answer keys stay where they are."""
    for name in ("solutions/keys/liberty.yaml", "notebooks/.ipynb_checkpoints/a.ipynb"):
        (kit / name).parent.mkdir()
        (kit / name).write_text("{}")
    copies.update_working_copies(kit)
    names = {path.name for path in mine(kit, ".").rglob("*") if path.is_file()}
    assert names == {".shipped.json", "00_start_here.ipynb", "02.ipynb"}


def test_an_edited_copy_is_left_alone(kit):
    """Starting again never takes away what a learner wrote."""
    copies.update_working_copies(kit)
    mine(kit).write_bytes(notebook("my own words"))
    assert copies.update_working_copies(kit) == []
    assert mine(kit).read_bytes() == notebook("my own words")


def test_an_untouched_copy_is_updated(kit):
    """Who only reads gets the kit's newest lesson under its usual name."""
    copies.update_working_copies(kit)
    ship(kit, DAY_ONE, "# Start here, improved")
    assert copies.update_working_copies(kit) == []
    assert mine(kit).read_bytes() == (kit / DAY_ONE).read_bytes()


def test_running_a_notebook_is_no_edit(kit):
    """Outputs, counts, split sources and the empty cell that Shift+Enter adds do not count."""
    copies.update_working_copies(kit)
    run = notebook(["# Start", " here"], "", outputs=[{"text": "42"}], execution_count=3)
    mine(kit).write_bytes(run)
    ship(kit, DAY_ONE, "# Start here, improved")
    assert copies.update_working_copies(kit) == []
    assert mine(kit).read_bytes() == (kit / DAY_ONE).read_bytes()


def test_an_edited_copy_gets_the_new_version_beside_it(kit):
    """Both are there, the learner's under its name, and a sentence says so; once."""
    copies.update_working_copies(kit)
    mine(kit).write_bytes(notebook("my own words"))
    ship(kit, DAY_ONE, "# Start here, improved")
    (told,) = copies.update_working_copies(kit)
    assert "stays as you left it" in told
    assert "00_start_here (new version).ipynb" in told
    beside = mine(kit).with_name("00_start_here (new version).ipynb")
    assert beside.read_bytes() == (kit / DAY_ONE).read_bytes()
    assert mine(kit).read_bytes() == notebook("my own words")
    assert copies.update_working_copies(kit) == []


def test_a_new_version_that_was_edited_too_is_kept_as_well(kit):
    """The third update finds two notebooks of the learner's and overwrites neither."""
    copies.update_working_copies(kit)
    mine(kit).write_bytes(notebook("mine"))
    ship(kit, DAY_ONE, "two")
    copies.update_working_copies(kit)
    beside = mine(kit).with_name("00_start_here (new version).ipynb")
    beside.write_bytes(notebook("mine again"))
    ship(kit, DAY_ONE, "three")
    copies.update_working_copies(kit)
    assert mine(kit).read_bytes() == notebook("mine")
    assert beside.read_bytes() == notebook("mine again")
    third = mine(kit).with_name("00_start_here (new version 2).ipynb")
    assert third.read_bytes() == notebook("three")


def test_a_new_version_nobody_wrote_in_is_replaced_by_the_next(kit):
    """Ten updates do not leave ten files."""
    copies.update_working_copies(kit)
    mine(kit).write_bytes(notebook("mine"))
    for text in ("two", "three", "four"):
        ship(kit, DAY_ONE, text)
        copies.update_working_copies(kit)
    names = sorted(path.name for path in mine(kit).parent.iterdir())
    assert names == ["00_start_here (new version).ipynb", "00_start_here.ipynb"]
    assert mine(kit).with_name(names[0]).read_bytes() == notebook("four")


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[]", b'{"cells": 3}', b'{"cells": [{}]}', b'{"cells": ' + b"[" * 100_000],
)
def test_a_broken_notebook_is_kept_and_counts_as_edited(kit, content):
    """Half a file may be all that is left of somebody's evening: nothing overwrites it."""
    copies.update_working_copies(kit)
    mine(kit).write_bytes(content)
    ship(kit, DAY_ONE, "# Start here, improved")
    assert len(copies.update_working_copies(kit)) == 1
    assert mine(kit).read_bytes() == content


@pytest.mark.parametrize("record", [None, b"{", b"[]", b'{"notebooks": {"a": 1}}', b"\xff"])
def test_a_lost_record_loses_no_edit(kit, record):
    """Without a record every copy that differs counts as edited."""
    copies.update_working_copies(kit)
    mine(kit).write_bytes(notebook("mine"))
    mine(kit, ".shipped.json").unlink()
    if record is not None:
        mine(kit, ".shipped.json").write_bytes(record)
    copies.update_working_copies(kit)
    assert mine(kit).read_bytes() == notebook("mine")
    assert copies.update_working_copies(kit) == []


def test_a_missing_copy_comes_back(kit):
    """Deleting a copy is the way to begin a lesson afresh."""
    copies.update_working_copies(kit)
    mine(kit).unlink()
    copies.update_working_copies(kit)
    assert mine(kit).read_bytes() == (kit / DAY_ONE).read_bytes()


def test_a_learners_own_notebook_is_left_alone(kit):
    """What the kit never shipped, and what it ships no longer, stays."""
    copies.update_working_copies(kit)
    mine(kit, "notebooks/my notes.ipynb").write_bytes(notebook("notes"))
    (kit / "exercises/02.ipynb").unlink()
    copies.update_working_copies(kit)
    assert mine(kit, "notebooks/my notes.ipynb").exists()
    assert mine(kit, "exercises/02.ipynb").exists()
