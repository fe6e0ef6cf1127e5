"""A lesson opened again on day two: a sentence in the place of each widget, and no error."""

from copy import deepcopy

from helpers.lab.ended import VIEW, without_ended_widgets
from helpers.strings import strings


def notebook(*outputs, **metadata):
    """A notebook with one cell that has these outputs."""
    return {"metadata": metadata, "cells": [{"cell_type": "code", "outputs": [*outputs]}]}


def shown(data):
    return {"output_type": "display_data", "data": data}


def test_a_widget_that_has_ended_becomes_a_sentence():
    """What another edition wrote in its place, or nothing, becomes the sentence of this one."""
    for old in ({}, {"text/plain": "Marker()"}):
        found = without_ended_widgets(notebook(shown({VIEW: {"model_id": "x"}, **old})))
        assert found["cells"][0]["outputs"] == [shown({"text/plain": strings()["repr"]})]


def test_what_is_no_widget_stays():
    """Text, charts, errors and cells without outputs are left as they are."""
    stream = {"output_type": "stream", "name": "stdout", "text": "hello"}
    plain = notebook(shown({"text/plain": "42", "image/png": "..."}), stream)
    plain["cells"].append({"cell_type": "markdown", "source": "# Title"})
    assert without_ended_widgets(deepcopy(plain)) == plain


def test_a_notebook_that_brings_its_widgets_along_stays():
    """Where the state of the widgets was saved, JupyterLab can show them."""
    whole = notebook(shown({VIEW: {"model_id": "x"}}), widgets={"state": {}})
    assert without_ended_widgets(deepcopy(whole)) == whole
