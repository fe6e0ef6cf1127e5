"""The chart of labels: mine against the key's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from helpers.case.vocabulary import KINDS
from helpers.charts.figure import FIRST, Figure, chart, spec
from helpers.results.choices import Compared
from helpers.strings import say


def labels_against_key(compared: Sequence[Compared]) -> Figure:
    """Show how often each label of mine met each label of the key's; agreement is the diagonal."""
    import pandas as pd

    pairs = Counter((_name(row.mine), _name(row.key.kind)) for row in compared)
    rows = [{"mine": mine, "key": key, "sentences": n} for (mine, key), n in pairs.items()]
    names = [_name(kind) for kind in KINDS]
    table = (
        pd.DataFrame(rows, columns=["mine", "key", "sentences"])
        .pivot_table(index="mine", columns="key", values="sentences", aggfunc="sum", fill_value=0)
        .reindex(index=names, columns=names, fill_value=0)
        .rename_axis(index=say("figure.my-label"), columns=say("figure.key-label"))
    )
    title, sentence = say("figure.labels-title"), _agreement(compared)
    return Figure(title, sentence, _grid(rows, names, title), table)


def _name(kind: str) -> str:
    return say(f"kinds.{kind}.name")


def _agreement(compared: Sequence[Compared]) -> str:
    same = sum(row.mine == row.key.kind for row in compared)
    either = sum(row.outcome == "either" and row.mine != row.key.kind for row in compared)
    says = say("figure.labels", same=same, n=len(compared))
    return f"{says} {say('figure.labels-either', n=either)}" if either else says


def _grid(rows: list[dict], names: list[str], title: str) -> dict[str, Any]:
    import altair as alt

    scale = alt.Scale(domain=names)
    base = chart(rows, title).encode(
        x=alt.X("key:N", title=say("figure.key-label"), scale=scale).axis(
            labelAngle=0, labelExpr="split(datum.label, ' ')", labelLimit=90
        ),
        y=alt.Y("mine:N", title=say("figure.my-label"), scale=scale).axis(labelLimit=180),
    )
    size = alt.Size("sentences:Q", legend=None, scale=alt.Scale(range=[300, 1400]))
    squares = base.mark_square(color=FIRST, opacity=0.35).encode(size=size)
    numbers = base.mark_text(fontWeight="bold").encode(text="sentences:Q")
    return spec((squares + numbers).properties(height=280))
