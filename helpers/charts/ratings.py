"""The chart of ratings: source and news of each report, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.charts.figure import FIRST, Figure, chart, spec
from helpers.results.ratings import SameSteps
from helpers.strings import say
from helpers.views.ratings import same_steps_sentence


def source_and_news(
    reliability: Mapping[str, str],
    credibility: Mapping[str, str],
    titles: Mapping[str, str],
    found: SameSteps,
) -> Figure:
    """Show the two steps of each report beside each other; the same step lies on the line."""
    import pandas as pd

    steps = [
        {
            "report": titles[one],
            "source": "abcdef".index(reliability[one]) + 1,
            "news": int(credibility[one]),
        }
        for one in titles
        if one in reliability and one in credibility
    ]
    names = {name: say(f"ratings.{name}") for name in ("report", "source", "news")}
    table = pd.DataFrame(steps, columns=list(names)).rename(columns=names)
    table = table.set_index(names["report"])
    title = say("ratings.title")
    return Figure(title, same_steps_sentence(found), _steps(steps, title), table)


def _steps(steps: list[dict], title: str) -> dict[str, Any]:
    import altair as alt

    scale, axis = alt.Scale(domain=[0.5, 6.5]), alt.Axis(values=[1, 2, 3, 4, 5, 6], format="d")
    even = chart([{"source": 1, "news": 1}, {"source": 6, "news": 6}], title)
    line = even.mark_line(strokeDash=[4, 4], color="#7a7a7a").encode(
        x=alt.X("source:Q", title=say("ratings.source"), axis=axis, scale=scale),
        y=alt.Y("news:Q", title=say("ratings.news"), axis=axis, scale=scale),
    )
    drawn = alt.Chart(alt.Data(values=steps)).encode(x="source:Q", y="news:Q")
    points = drawn.mark_point(size=120, filled=True, opacity=1, color=FIRST)
    names = drawn.mark_text(dx=10, dy=10, align="left").encode(text="report:N")
    return spec((line + points + names).properties(height=340))
