"""The engine under quotations and sourcing: who says what, by which word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.attribution import attributions


def in_words(text: str) -> list[tuple]:
    """Return the attributions of `text` as words: source, cue, content, verb, how."""
    return [
        (
            one.source and text[slice(*one.source)],
            text[slice(*one.cue)],
            "|".join(text[a:b] for a, b in one.content),
            one.verb,
            one.how,
        )
        for one in attributions(text)
    ]


def test_an_attribution_needs_no_quotation_marks():
    """Whoever asks for a source gets it from plain reported speech as well."""
    text = "The lock leaks, according to the board. Bell has said it is old."
    assert in_words(text) == [
        ("the board", "according to", "The lock leaks", "according to", "phrase"),
        ("Bell", "has said", "it is old", "say", "preposed"),
    ]


@settings(deadline=None, max_examples=100)
@given(
    st.text()
    | st.lists(st.sampled_from("“ ” said that he Bell , . : by was to".split())).map(" ".join)
)
def test_any_text_gives_spans_inside_it(text):
    """A learner may paste anything; every offset points into the text."""
    for one in attributions(text):
        for start, end in (*one.content, one.cue, *([one.source] if one.source else [])):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("text", ["", "\n\n", "The bridge closed on Monday."])
def test_nothing_said_is_nothing_found(text):
    """A text in which nobody speaks has no attributions."""
    assert attributions(text) == []
