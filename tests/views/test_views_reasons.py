"""Reasons as they are shown: what can be done on the page is told from what one would do."""

import pytest

from helpers.case.reasons import Explanation
from helpers.views.reasons import check_sentence, reason_view

HERE = Explanation("A cue.", here="Count the words.")
NEXT = Explanation("A cue.", next="Ask the clerk.")


def test_a_reason_holds_exactly_one_check():
    """The page shows whichever is there, so there is never a second one, nor an empty one."""
    assert reason_view(HERE) == {"cue": "A cue.", "here": "Count the words."}
    assert reason_view(NEXT) == {"cue": "A cue.", "next": "Ask the clerk."}


@pytest.mark.parametrize(("reason", "text"), [(HERE, "Count the words."), (NEXT, "Ask the clerk.")])
def test_the_two_sorts_of_check_are_told_apart_in_words(reason, text):
    """Not by a colour or a sign alone: the words before them differ."""
    assert check_sentence(reason).endswith(f": {text}")
    assert check_sentence(HERE).split(":")[0] != check_sentence(NEXT).split(":")[0]
