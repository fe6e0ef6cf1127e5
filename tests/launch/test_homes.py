"""The home folder: one that cannot be written is told before JupyterLab stumbles over it."""

from pathlib import Path

import pytest

from helpers.launch import common, homes


def test_a_folder_that_is_not_there_yet_counts_by_the_one_above(tmp_path):
    """A first start makes its folders; that is no problem to be told."""
    assert homes.can_be_written(tmp_path / "new" / "newer")


def test_a_folder_that_cannot_be_made_is_seen(tmp_path):
    """Nothing can be made below a file, whoever asks."""
    (tmp_path / "file").write_text("")
    assert not homes.can_be_written(tmp_path / "file" / "home")


def test_the_folder_and_the_way_out_are_named(tmp_path, monkeypatch):
    """A home that is not there ends in a sentence, not in a traceback and wrong advice."""
    (tmp_path / "file").write_text("")
    home = tmp_path / "file" / "home"
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(homes, "_wanted", lambda root: [tmp_path, home / ".jupyter"])
    with pytest.raises(common.Problem, match="Next step: ask") as told:
        homes.check_homes(tmp_path)
    assert str(home / ".jupyter") in str(told.value)
    assert str(tmp_path / "my-work" / "home") in str(told.value)


def test_folders_that_were_put_elsewhere_are_asked_themselves(tmp_path, monkeypatch):
    """Who has a home for reading only, and set the variables for it, is let in."""
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "file" / "home")
    monkeypatch.setattr(homes, "_wanted", lambda root: [tmp_path / "jupyter"])
    homes.check_homes(tmp_path)
