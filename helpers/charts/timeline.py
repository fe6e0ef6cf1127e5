"""The chart of the timeline: when things happened against where they are told."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from helpers.case.model import Case
from helpers.charts.figure import FIRST, Figure, chart, spec
from helpers.strings import say


def timeline(case: Case) -> Figure:
    """Show when things happened against where the article tells them, and what it leaves out."""
    import pandas as pd

    order = case.numbers
    out = say("figure.not-told")
    rows = [
        {
            "event": f"{event.date}  {event.says}",
            "date": event.date,
            "told": _told(order[event.sentence]) if event.sentence else out,
            "place": order.get(event.sentence, -1),
        }
        for event in case.timeline
    ]
    told = sorted((row for row in rows if row["place"] >= 0), key=lambda row: row["place"])
    title = say("figure.timeline-title")
    sentence = _telling(rows, told)
    table = pd.DataFrame(
        [
            (_day(event.date), event.says, row["told"])
            for event, row in zip(case.timeline, rows, strict=True)
        ],
        columns=[say(f"figure.timeline-{name}") for name in ("date", "event", "told")],
    )
    return Figure(title, sentence, _dots(rows, told, title), table)


def _told(number: int) -> str:
    return str(number) if number else say("figure.headline")


def _telling(rows: list[dict[str, Any]], told: list[dict[str, Any]]) -> str:
    if not told:
        return say("figure.timeline-none", n=len(rows))
    days: dict[int, str] = {}
    for row in told:
        days.setdefault(row["place"], row["date"])
    dates = list(days.values())
    back = sum(after < before for before, after in pairwise(dates))
    return say("figure.timeline", n=len(rows), told=len(told), first=_day(dates[0]), back=back)


def _day(written: str) -> str:
    day = date.fromisoformat(written)
    return f"{day.day} {day:%B %Y}"


def _dots(rows: list[dict], told: list[dict], title: str) -> dict[str, Any]:
    import altair as alt

    places = [*dict.fromkeys(row["told"] for row in told), say("figure.not-told")]
    events = [row["event"] for row in rows]
    base = chart(rows, title).encode(
        x=alt.X("told:N", title=say("figure.timeline-told"), scale=alt.Scale(domain=places)).axis(
            labelAngle=0, labelOverlap=False
        ),
        y=alt.Y("event:N", title=None, sort=events, scale=alt.Scale(domain=events)).axis(
            labelLimit=380
        ),
    )
    is_told = alt.FieldRangePredicate(field="place", range=[0, 10_000])
    line = base.transform_filter(is_told).mark_line(color="#8a8a8a").encode(order="place:Q")
    points = base.mark_point(size=90, filled=True, opacity=1, color=FIRST)
    return spec((line + points).properties(height=28 * len(rows)))
