"""The chart of the share of reporting, from the first paragraph to the last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.case.model import Case
from helpers.case.vocabulary import JUDGEMENT
from helpers.charts.figure import FIRST, SECOND, Figure, chart, spec
from helpers.strings import say

ENOUGH = 2
"""Labels that a paragraph needs before a share of it says anything."""


def reporting_share(case: Case, labels: Mapping[str, Mapping[str, str]]) -> Figure:
    """Show how the share of reporting changes from the first paragraph to the last.

    Drawn and told are paragraphs with at least `ENOUGH` labels; the table has them all. `labels`
    maps whose labels they are to labels by sentence id. Only labelled sentences count.
    """
    import pandas as pd

    rows = [row for whose, kinds in labels.items() for row in _shares(case, whose, kinds)]
    sentence = " ".join(_first_and_last(whose, rows) for whose in labels)
    columns = ["whose", "paragraph", "reporting", "labelled"]
    table = pd.DataFrame(rows, columns=columns).rename(columns=lambda name: say(f"figure.{name}"))
    table = table.set_index([say("figure.whose"), say("figure.paragraph")])
    places = [_place(case, number) for number in range(len(case.paragraphs))]
    title = say("figure.share-title")
    return Figure(title, sentence, _bars(rows, places, title), table)


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
    enough = [row for row in own if row["labelled"] >= ENOUGH]
    if not own:
        return say("figure.share-none", whose=whose)
    if not enough:
        return say("figure.share-few", whose=whose)
    if len(enough) == 1:
        return say("figure.share-one", **enough[0])
    last = {f"last_{name}": value for name, value in enough[-1].items()}
    return say("figure.share-both", **enough[0], **last)


def _bars(rows: list[dict], places: list[str], title: str) -> dict[str, Any]:
    """Draw no line between paragraphs: nothing is known of those without labels."""
    import altair as alt

    drawn = [row for row in rows if row["labelled"] >= ENOUGH]
    shown = [place for place in places if any(row["paragraph"] == place for row in drawn)]
    whose = list(dict.fromkeys(row["whose"] for row in rows))
    percent = alt.Axis(format="%", tickCount=5)
    base = chart(drawn, title).encode(
        y=alt.Y("paragraph:N", title=say("figure.paragraph"), sort=shown).scale(domain=shown),
        yOffset=alt.YOffset("whose:N", sort=whose),
        x=alt.X("share:Q", title=say("figure.share-axis"), axis=percent).scale(domain=[0, 1]),
    )
    own = alt.Scale(domain=whose, range=[FIRST, SECOND][: len(whose)])
    signs = alt.Scale(domain=whose, range=["circle", "diamond"][: len(whose)])
    colour = alt.Color("whose:N", title=None, scale=own, sort=whose)
    shape = alt.Shape("whose:N", title=None, scale=signs, sort=whose)
    rules = base.mark_rule(strokeWidth=2).encode(color=colour)
    points = base.mark_point(size=130, filled=True, opacity=1).encode(color=colour, shape=shape)
    return spec((rules + points).properties(height=max(1, len(shown)) * 52))
