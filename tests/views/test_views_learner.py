"""What a learner is told of a file brought back."""

from __future__ import annotations

import pytest

from helpers.answers.progress import BroughtBack
from helpers.strings import say
from helpers.views.learner import brought_sentences


@pytest.mark.parametrize(
    ("result", "is_other", "told"),
    [
        (
            BroughtBack(3, 0, (), "ann"),
            False,
            [say("desk.brought", n=3), say("desk.brought-rerun")],
        ),
        (BroughtBack(0, 3, (), "ann"), False, [say("desk.brought-none")]),
        (BroughtBack(0, 3, (), "ann"), True, [say("desk.brought-none"), say("desk.brought-rerun")]),
        (BroughtBack(0, 0, (), "ann"), False, [say("desk.brought-none")]),
        (BroughtBack(0, 0, ("why",), "ann"), False, [say("desk.refused", n=1, why="why")]),
    ],
    ids=["added", "all here", "another learner's", "empty", "refused"],
)
def test_what_came_of_a_file(result, is_other, told):
    """Cells have to run again only where there is something new to show."""
    assert brought_sentences(result, is_other) == " ".join(told)
