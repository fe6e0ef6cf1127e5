"""The commands: what they print, and the code with which they end."""

from __future__ import annotations

import json
import shutil

import pytest
from packs import Pack

from helpers.__main__ import main
from helpers.case import ROOT, case_names


def test_validate_checks_every_case_of_the_kit(capsys):
    """One line each, and a good end."""
    assert main(["validate"]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == case_names()


def test_validate_names_the_file_the_line_and_what_was_expected(tmp_path, capsys):
    """The author goes straight to the place."""
    pack = Pack()
    pack.case["sentences"][0]["start"] = "1"
    folder = pack.write(tmp_path / "mine")
    assert main(["validate", str(folder)]) == 1
    says = capsys.readouterr().out
    assert says.startswith("mine/case.yaml:")
    assert "These words start at" in says


def test_validate_prints_for_machines_too(tmp_path, capsys):
    """Other programs read the same findings."""
    folder = str(Pack().write(tmp_path / "mine"))
    assert main(["validate", "--json", folder]) == 0
    assert json.loads(capsys.readouterr().out) == {folder: []}


def test_validate_of_what_is_not_there_is_a_sentence(capsys):
    """Not a traceback."""
    assert main(["validate", "nowhere-at-all"]) == 1
    assert "no such case or folder" in capsys.readouterr().out


def test_a_pack_without_a_key_is_said_to_collect(tmp_path, capsys):
    """It is not wrong: it is for grading."""
    assert main(["validate", str(Pack(key=None).write(tmp_path / "mine"))]) == 0
    assert "answers are collected" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["exercises", "notebooks"])
def test_check_changes_nothing_and_finds_all_in_order(command, capsys):
    """What CI asks."""
    before = {path: path.read_bytes() for path in ROOT.glob("*/0*.ipynb")}
    assert main([command, "--check"]) == 0
    assert {path: path.read_bytes() for path in ROOT.glob("*/0*.ipynb")} == before


def test_unlock_opens_a_copy_for_editing(tmp_path, capsys):
    """The first of the three steps of changing a lesson."""
    path = tmp_path / "02.ipynb"
    shutil.copy(ROOT / "notebooks" / "02_reporting_or_opinion.ipynb", path)
    assert main(["notebooks", "--unlock", str(path)]) == 0
    assert '"editable"' not in path.read_text(encoding="utf-8")


def test_no_command_shows_the_commands(capsys):
    """Argparse says what there is."""
    with pytest.raises(SystemExit) as end:
        main([])
    assert end.value.code == 2
