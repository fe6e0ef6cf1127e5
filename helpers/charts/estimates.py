"""The chart of estimates: each claim's, before and after the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helpers.case.vocabulary import CANNOT
from helpers.charts.figure import FIRST, Figure, chart, spec
from helpers.results.claims import Weighed, probability
from helpers.strings import say


def estimates_moving(rows: Sequence[Weighed]) -> Figure:
    """Show each claim's estimate before and after the evidence; "cannot be judged" is told apart."""
    import pandas as pd

    title, sentence = say("moving.title"), moved_in_words(rows)
    table = pd.DataFrame([_moved_row(row) for row in rows]).set_index(say("moving.claim"))
    return Figure(title, sentence, _moving_lines(rows, title), table)


def moved_in_words(rows: Sequence[Weighed]) -> str:
    """Count in words how many estimates rose, fell and stayed, and how often no number was given."""
    pairs = [(probability(row.first), probability(row.after)) for row in rows]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    counts = {
        "rose": sum(b > a for a, b in both),
        "fell": sum(b < a for a, b in both),
        "stayed": sum(a == b for a, b in both),
    }
    told = say("moving.counts", n=len(rows), **counts)
    without = len(pairs) - len(both)
    return f"{told} {say('moving.without', n=without)}" if without else told


def _moved_row(row: Weighed) -> dict[str, str]:
    return {
        say("moving.claim"): row.claim.says,
        say("moving.before"): say(f"estimates.{row.first}"),
        say("moving.after"): say(f"estimates.{row.after}"),
        say("moving.verdict"): say(f"verdicts.{row.key.verdict}.name"),
    }


def _moving_lines(rows: Sequence[Weighed], title: str) -> dict[str, Any]:
    import altair as alt

    places = [say("moving.before"), say("moving.after")]
    names = [_short(number, row) for number, row in enumerate(rows, start=1)]
    drawn = [
        {"claim": name, "when": when, "likely": probability(said)}
        for name, row in zip(names, rows, strict=True)
        for when, said in zip(places, (row.first, row.after), strict=True)
        if said != CANNOT
    ]
    percent = alt.Axis(format="%", tickCount=5)
    base = chart(drawn, title).encode(
        x=alt.X(
            "likely:Q",
            title=say("moving.likely"),
            axis=percent,
            scale=alt.Scale(domain=[0, 1]),
        ),
        y=alt.Y(
            "claim:N",
            title=None,
            sort=names,
            scale=alt.Scale(domain=names),
            axis=alt.Axis(labelLimit=300),
        ),
    )
    lines = base.mark_line(color="#7a7a7a").encode(detail="claim:N")
    points = base.mark_point(size=110, filled=True, opacity=1, color=FIRST).encode(
        shape=alt.Shape(
            "when:N",
            title=None,
            sort=places,
            scale=alt.Scale(domain=places, range=["circle", "triangle-right"]),
        )
    )
    return spec((lines + points).properties(height=34 * len(names)))


def _short(number: int, row: Weighed) -> str:
    says = row.claim.says
    return f"{number}  {says if len(says) <= 52 else says[:50].rstrip() + ' …'}"
