"""The keys agree with readers who saw no key; what they read is kept, and can be read again."""

from __future__ import annotations

import sys

import pytest

from helpers.case import ROOT, load_case, load_key

sys.path.insert(0, str(ROOT / "bench"))

import readings

ENOUGH = 0.8
"""Krippendorff's own threshold for conclusions that others may rely on."""


@pytest.mark.parametrize(
    ("lesson", "reader", "alpha"),
    [(lesson, reader, alpha) for lesson, reader, alpha, _ in readings.alphas()],
)
def test_each_reader_agrees_with_the_key_of_each_lesson(lesson, reader, alpha):
    """A key that only its author can reproduce teaches the author's taste."""
    assert alpha >= ENOUGH


def test_every_item_of_the_article_was_read_by_three():
    """An item that nobody has read blind is told as such, not counted as agreed."""
    key = load_key(load_case("liberty-daily"))
    items = {f"kind/{name}" for name in key.sentences}
    for name in ("clues", "chain", "quotes", "effect", "sourcing", "left-out"):
        items |= {f"{name}/{one}" for one in key.sets[name]}
    found = readings.readings()
    assert len(found) == 3
    for reading in found.values():
        assert items <= reading.keys()


def test_what_a_reader_gets_holds_no_answer():
    """A reading counts only if nothing of the key was in sight."""
    case = load_case("liberty-daily")
    key = load_key(case)
    told = "\n".join(text for _, text in readings.texts(case))
    cues = [option.cue for one in key.sentences.values() for option in one.options.values()]
    assert not [cue for cue in cues if cue in told]
    assert told.count("### ") >= 50
