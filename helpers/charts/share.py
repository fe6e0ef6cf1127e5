"""The chart of the share of reporting, from the first paragraph to the last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.case.model import Case
from helpers.case.vocabulary import JUDGEMENT
from helpers.charts.figure import Figure, chart, spec
from helpers.strings import say


def reporting_share(case: Case, labels: Mapping[str, Mapping[str, str]]) -> Figure:
    """Show how the share of reporting changes from the first paragraph to the last.

    `labels` maps whose labels they are to labels by sentence id. Only labelled sentences count.
    """
    import pandas as pd

    rows = [row for whose, kinds in labels.items() for row in _shares(case, whose, kinds)]
    sentence = " ".join(_first_and_last(whose, rows) for whose in labels)
    columns = ["whose", "paragraph", "reporting", "labelled"]
    table = pd.DataFrame(rows, columns=columns).rename(columns=lambda name: say(f"figure.{name}"))
    table = table.set_index([say("figure.whose"), say("figure.paragraph")])
    places = [_place(case, number) for number in range(len(case.paragraphs))]
    title = say("figure.share-title")
    return Figure(title, sentence, _lines(rows, places, title), table)


def _place(case: Case, number: int) -> str:
    """The headline has no paragraph number of its own."""
    has_headline = case.paragraphs[0][0].anchor.start == 0
    if has_headline and number == 0:
        return say("figure.headline")
    return str(number + (not has_headline))


def _shares(case: Case, whose: str, kinds: Mapping[str, str]) -> list[dict[str, Any]]:
    rows = []
    for number, sentences in enumerate(case.paragraphs):
        labelled = [kinds[one.id] for one in sentences if one.id in kinds]
        if labelled:
            reporting = sum(kind not in JUDGEMENT for kind in labelled)
            rows.append(
                {
                    "whose": whose,
                    "paragraph": _place(case, number),
                    "reporting": reporting,
                    "labelled": len(labelled),
                    "share": reporting / len(labelled),
                }
            )
    return rows


def _first_and_last(whose: str, rows: list[dict[str, Any]]) -> str:
    headline = say("figure.headline")
    own = [row for row in rows if row["whose"] == whose and row["paragraph"] != headline]
    if not own:
        return say("figure.share-none", whose=whose)
    if len(own) == 1:
        return say("figure.share-one", **own[0])
    last = {f"last_{name}": value for name, value in own[-1].items()}
    return say("figure.share-both", **own[0], **last)


def _lines(rows: list[dict], places: list[str], title: str) -> dict[str, Any]:
    import altair as alt

    x_scale, y_scale = alt.Scale(domain=places), alt.Scale(domain=[0, 1])
    percent = alt.Axis(format="%", tickCount=5)
    base = chart(rows, title).encode(
        x=alt.X("paragraph:N", title=say("figure.paragraph"), sort=places, scale=x_scale).axis(
            labelAngle=0
        ),
        y=alt.Y("share:Q", title=say("figure.share-axis"), axis=percent, scale=y_scale),
        color=alt.Color("whose:N", legend=None),
    )
    # Three channels would make three legends; the one for shapes says it all without colour.
    lines = base.mark_line().encode(strokeDash=alt.StrokeDash("whose:N", legend=None))
    shape = alt.Shape("whose:N", title=say("figure.whose"))
    points = base.mark_point(size=90, filled=True, opacity=1).encode(shape=shape)
    return spec((lines + points).properties(width=420, height=240))
