"""Somebody's settings of pip: the index is kept, another place to install into is not."""

import os
import sys

import pytest

from helpers.launch.pip_settings import pip_variables


@pytest.mark.parametrize("name", ["PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "pip_target"])
def test_a_variable_that_sends_packages_elsewhere_is_left_out(name):
    """Packages go into .venv, whatever somebody once set for another purpose."""
    given = {"PATH": "here", "PIP_CONFIG_FILE": os.devnull, name: "/elsewhere"}
    assert pip_variables(sys.executable, given) == {"PATH": "here", "PIP_CONFIG_FILE": os.devnull}


@pytest.mark.parametrize("section", ["global", "install"])
@pytest.mark.parametrize("line", ["target = /elsewhere", "prefix = /elsewhere", "user = yes"])
def test_a_settings_file_keeps_its_index_and_loses_its_place(tmp_path, section, line):
    """A school's index and certificate may be the only way to any package."""
    file = tmp_path / "pip.conf"
    index = "https://packages.school.example/simple"
    file.write_text(f"[{section}]\nindex-url = {index}\n{line}\n")
    found = pip_variables(sys.executable, {**os.environ, "PIP_CONFIG_FILE": str(file)})
    assert found["PIP_CONFIG_FILE"] == os.devnull
    assert found["PIP_INDEX_URL"] == index
    assert not {"PIP_TARGET", "PIP_PREFIX", "PIP_USER"} & found.keys()


def test_settings_that_do_no_harm_are_left_as_they_are(tmp_path):
    """What works for somebody is not taken apart."""
    file = tmp_path / "pip.conf"
    file.write_text("[global]\ntimeout = 60\n")
    given = {**os.environ, "PIP_CONFIG_FILE": str(file)}
    assert pip_variables(sys.executable, given) == given
