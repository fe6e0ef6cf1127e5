"""The charts of lesson 4: estimates moving with the evidence, and how sure against how right.

Altair and pandas are loaded when the first chart is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helpers.case.vocabulary import CANNOT
from helpers.charts import Figure, _chart, _spec
from helpers.opinion import cues
from helpers.results.claims import Leak, Weighed, probability
from helpers.scoring import Calibration
from helpers.strings import say


def estimates_moving(rows: Sequence[Weighed]) -> Figure:
    """Show each claim's estimate before and after the evidence; "cannot be judged" is told apart."""
    import pandas as pd

    title, sentence = say("moving.title"), moved_in_words(rows)
    table = pd.DataFrame([_moved_row(row) for row in rows]).set_index(say("moving.claim"))
    return Figure(title, sentence, _moving_lines(rows, title), table)


def moved_in_words(rows: Sequence[Weighed]) -> str:
    """How many estimates rose, fell and stayed, and how often no number was given."""
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
    base = _chart(drawn, title).encode(
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
            axis=alt.Axis(labelLimit=330),
        ),
    )
    lines = base.mark_line(color="#7a7a7a").encode(detail="claim:N")
    points = base.mark_point(size=110, filled=True, opacity=1, color="#0b5394").encode(
        shape=alt.Shape(
            "when:N",
            title=None,
            sort=places,
            scale=alt.Scale(domain=places, range=["circle", "triangle-right"]),
        )
    )
    return _spec((lines + points).properties(width=300, height=26 * len(names)))


def _short(number: int, row: Weighed) -> str:
    says = row.claim.says
    return f"{number}  {says if len(says) <= 52 else says[:50].rstrip() + ' …'}"


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
    even = _chart([{"said": 0, "true": 0}, {"said": 1, "true": 1}], title)
    line = even.mark_line(strokeDash=[4, 4], color="#7a7a7a").encode(
        x=alt.X("said:Q", title=say("moving.said"), axis=axis, scale=scale),
        y=alt.Y("true:Q", title=say("moving.true"), axis=axis, scale=scale),
    )
    drawn = alt.Chart(alt.Data(values=rows)).encode(x="said:Q", y="true:Q")
    points = drawn.mark_point(size=120, filled=True, opacity=1, color="#0b5394")
    counts = drawn.mark_text(dy=-14).encode(text="count:Q")
    return _spec((line + points + counts).properties(width=280, height=280))


def source_and_news(
    reliability: Mapping[str, str],
    credibility: Mapping[str, str],
    titles: Mapping[str, str],
    found: Leak,
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
    names = {name: say(f"leak.{name}") for name in ("report", "source", "news")}
    table = pd.DataFrame(steps, columns=list(names)).rename(columns=names)
    table = table.set_index(names["report"])
    title = say("leak.title")
    return Figure(title, found.sentence, _steps(steps, title), table)


def _steps(steps: list[dict], title: str) -> dict[str, Any]:
    import altair as alt

    scale, axis = alt.Scale(domain=[0.5, 6.5]), alt.Axis(values=[1, 2, 3, 4, 5, 6], format="d")
    even = _chart([{"source": 1, "news": 1}, {"source": 6, "news": 6}], title)
    line = even.mark_line(strokeDash=[4, 4], color="#7a7a7a").encode(
        x=alt.X("source:Q", title=say("leak.source"), axis=axis, scale=scale),
        y=alt.Y("news:Q", title=say("leak.news"), axis=axis, scale=scale),
    )
    drawn = alt.Chart(alt.Data(values=steps)).encode(x="source:Q", y="news:Q")
    points = drawn.mark_point(size=120, filled=True, opacity=1, color="#0b5394")
    names = drawn.mark_text(dx=10, dy=10, align="left").encode(text="report:N")
    return _spec((line + points + names).properties(width=420, height=320))


def hedges_kept(trail: Mapping[str, str]) -> Any:
    """The words that hold back, place by place along a trail of texts, as a table.

    `trail` maps the name of each place (source, sentence, headline) to its words.
    """
    import pandas as pd

    rows = [
        {say("hedges.place"): place, say("hedges.words"): ", ".join(_hedges(text)) or "–"}
        for place, text in trail.items()
    ]
    return pd.DataFrame(rows).set_index(say("hedges.place"))


def _hedges(text: str) -> list[str]:
    return [text[cue.start : cue.end] for cue in cues(text) if cue.kind == "hedge"]
