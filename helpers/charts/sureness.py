"""The chart of sureness: how sure against how often right, band by band."""

from __future__ import annotations

from typing import Any

from helpers.charts.figure import FIRST, Figure, chart, spec
from helpers.scoring import Calibration
from helpers.strings import say


def how_right(found: Calibration) -> Figure:
    """Show, band by band, how sure the learner was beside how often it came true.

    Empty until there are about 40 estimates; then the sentence says how many are missing.
    """
    import pandas as pd

    rows = [
        {"said": row.said, "true": row.came_true, "count": row.count}
        for row in found.rows
        if row.count
    ]
    names = {name: say(f"moving.{name}") for name in ("said", "true", "count")}
    table = pd.DataFrame(rows, columns=list(names)).rename(columns=names).round(2)
    title = say("moving.right-title")
    return Figure(title, found.sentence, _right_points(rows, title), table)


def _right_points(rows: list[dict], title: str) -> dict[str, Any]:
    import altair as alt

    axis, scale = alt.Axis(format="%", tickCount=5), alt.Scale(domain=[0, 1])
    even = chart([{"said": 0, "true": 0}, {"said": 1, "true": 1}], title)
    line = even.mark_line(strokeDash=[4, 4], color="#7a7a7a").encode(
        x=alt.X("said:Q", title=say("moving.said"), axis=axis, scale=scale),
        y=alt.Y("true:Q", title=say("moving.true"), axis=axis, scale=scale),
    )
    drawn = alt.Chart(alt.Data(values=rows)).encode(x="said:Q", y="true:Q")
    points = drawn.mark_point(size=120, filled=True, opacity=1, color=FIRST)
    counts = drawn.mark_text(dy=-14).encode(text="count:Q")
    return spec((line + points + counts).properties(height=300))
