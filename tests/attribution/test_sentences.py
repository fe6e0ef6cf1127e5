"""Every condition of the engine has a sentence that needs it: see the data file for which."""

import json
from pathlib import Path

import pytest

from helpers.quotes import find_quotes

DATA = Path(__file__).resolve().parents[1] / "data" / "attribution" / "sentences.json"
GROUPS = json.loads(DATA.read_text(encoding="utf-8"))
CASES = [
    pytest.param(*case, id=f"{group}: {case[0]}")
    for group, cases in GROUPS.items()
    if group != "about"
    for case in cases
]


@pytest.mark.labelled
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_is_read_as_labelled(text, expected):
    """Words, kind, speaker and cue are found; what only looks like reported speech is not."""
    found = [
        [
            "|".join(text[a:b] for a, b in one.content),
            one.kind,
            one.speaker and text[slice(*one.speaker)],
            one.cue and text[slice(*one.cue)],
        ]
        for one in find_quotes(text)
    ]
    assert found == expected
