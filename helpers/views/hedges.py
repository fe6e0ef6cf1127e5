"""The words that hold back, followed along a trail of texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.opinion import cues
from helpers.strings import say


def hedges_kept(trail: Mapping[str, str]) -> Any:
    """Return a table (pandas) of the words that hold back, place by place; a dash where none does.

    `trail` maps the name of each place (source, sentence, headline) to its words.
    """
    import pandas as pd

    rows = [
        {say("hedges.place"): place, say("hedges.words"): ", ".join(hedges(text)) or "–"}
        for place, text in trail.items()
    ]
    return pd.DataFrame(rows).set_index(say("hedges.place"))


def hedges(text: str) -> list[str]:
    """Return the words of a text that hold back, such as "could" and "probably", in order."""
    return [text[cue.start : cue.end] for cue in cues(text) if cue.kind == "hedge"]
