"""The charts of the lessons, one function each, with a sentence and a table that say the same.

Altair and pandas are loaded when the first chart is drawn. JupyterLab brings its own Vega, so a
chart needs no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from helpers.case.model import Case, Key
from helpers.case.vocabulary import JUDGEMENT, KINDS
from helpers.results.choices import Compared
from helpers.strings import say

MIME = "application/vnd.vegalite.v5+json"
"""What JupyterLab draws with the Vega that it bundles. Altair's own default would ask the network."""


@dataclass(frozen=True)
class Figure:
    """A chart with its title, the sentence that says what it shows, and its figures as a table."""

    title: str
    sentence: str
    spec: dict[str, Any]
    table: Any

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        # A chart of layers loses its description on the way, and screen readers need it.
        return {MIME: {**self.spec, "description": self.sentence}, "text/plain": self.in_words}

    @property
    def in_words(self) -> str:
        """The chart for those who do not see it."""
        return f"{self.title}\n{self.sentence}\n{self.table.to_string()}"

    @property
    def outputs(self) -> list[dict[str, Any]]:
        """The figure as notebook outputs: the chart, its sentence, and its table."""
        table = {"text/html": self.table.to_html(), "text/plain": self.table.to_string()}
        return [
            _output(self._repr_mimebundle_()),
            _output({"text/plain": self.sentence}),
            _output(table),
        ]


def _name(kind: str) -> str:
    return say(f"kinds.{kind}.name")


def _output(data: dict[str, Any]) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data, "metadata": {}}


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


def _agreement(compared: Sequence[Compared]) -> str:
    same = sum(row.mine == row.key.kind for row in compared)
    either = sum(row.outcome == "either" and row.mine != row.key.kind for row in compared)
    says = say("figure.labels", same=same, n=len(compared))
    return f"{says} {say('figure.labels-either', n=either)}" if either else says


def _grid(rows: list[dict], names: list[str], title: str) -> dict[str, Any]:
    import altair as alt

    scale = alt.Scale(domain=names)
    base = _chart(rows, title).encode(
        x=alt.X("key:N", title=say("figure.key-label"), scale=scale),
        y=alt.Y("mine:N", title=say("figure.my-label"), scale=scale),
    )
    size = alt.Size("sentences:Q", legend=None, scale=alt.Scale(range=[300, 1400]))
    squares = base.mark_square(color="#7a9cc6", opacity=1).encode(size=size)
    numbers = base.mark_text(color="black", fontWeight="bold").encode(text="sentences:Q")
    return _spec((squares + numbers).properties(width=300, height=240))


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


def key_labels(key: Key, chosen: Iterable[str]) -> dict[str, str]:
    """The key's labels of the chosen sentences."""
    return {name: key.sentences[name].kind for name in chosen}


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
    base = _chart(rows, title).encode(
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
    return _spec((lines + points).properties(width=420, height=240))


def _chart(rows: list[dict], title: str) -> Any:
    import altair as alt

    return alt.Chart(alt.Data(values=rows), title=title)


def _spec(chart: Any) -> dict[str, Any]:
    """The chart as the Vega-Lite that JupyterLab bundles; these basic marks are the same in both."""
    spec = chart.to_dict()
    spec["$schema"] = "https://vega.github.io/schema/vega-lite/v5.json"
    return spec


def timeline(case: Case) -> Figure:
    """Show when things happened against where the article tells them, and what it leaves out."""
    import pandas as pd

    order = {sentence.id: number for number, sentence in enumerate(case.sentences)}
    out = say("figure.not-told")
    rows = [
        {
            "event": f"{event.date}  {event.says}",
            "date": event.date,
            "told": str(order[event.sentence]) if event.sentence else out,
            "place": order.get(event.sentence, -1),
        }
        for event in case.timeline
    ]
    told = sorted((row for row in rows if row["place"] >= 0), key=lambda row: row["place"])
    title = say("figure.timeline-title")
    sentence = _telling(rows, told)
    table = pd.DataFrame(
        [
            (event.date, event.says, row["told"])
            for event, row in zip(case.timeline, rows, strict=True)
        ],
        columns=[say(f"figure.timeline-{name}") for name in ("date", "event", "told")],
    )
    return Figure(title, sentence, _dots(rows, told, title), table)


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
    base = _chart(rows, title).encode(
        x=alt.X("told:N", title=say("figure.timeline-told"), scale=alt.Scale(domain=places)).axis(
            labelAngle=0
        ),
        y=alt.Y("event:N", title=None, sort=events, scale=alt.Scale(domain=events)).axis(
            labelLimit=420
        ),
    )
    is_told = alt.FieldRangePredicate(field="place", range=[0, 10_000])
    line = base.transform_filter(is_told).mark_line(color="#8a8a8a").encode(order="place:Q")
    points = base.mark_point(size=90, filled=True, opacity=1, color="#2f5d9b")
    return _spec((line + points).properties(width=360, height=24 * len(rows)))


DASHES = {"seen": [1, 0], "inferred": [8, 4], "unknown": [2, 5]}
"""How a link is drawn: a whole line, a broken line, dots."""


def chain_drawing(case: Case, compared: Sequence[Compared]) -> Figure:
    """Draw the way that a text has come, each link by how it is known: mine and the key's."""
    import pandas as pd

    links = {link.id: (number, link) for number, link in enumerate(case.chain, start=1)}
    names = {option.id: option.name for option in case.sets["chain"].options}
    rows = []
    for one in compared:
        number, link = links[one.sentence.id]
        way = f"{number}. {link.origin} → {link.reached}"
        rows.append({"link": way, "basis": one.mine, "whose": "mine", "says": names[one.mine]})
        either = f" {say('figure.or')} ".join(names[name] for name in one.key.accepted)
        rows.append({"link": way, "basis": one.key.kind, "whose": "key", "says": either})
    title, mine, keys = (say(f"figure.{name}") for name in ("chain-title", "chain-mine", "key"))
    pairs = list(zip(rows[::2], rows[1::2], strict=True))
    accepted = sum(one.outcome != "differs" for one in compared)
    sentence = say("figure.chain", n=len(pairs), accepted=accepted)
    table = pd.DataFrame(
        [(one["link"], one["says"], other["says"]) for one, other in pairs],
        columns=[say("figure.chain-link"), mine, keys],
    )
    return Figure(title, sentence, _links_drawn(rows, title), table)


def _links_drawn(rows: list[dict], title: str) -> dict[str, Any]:
    import altair as alt

    links = list(dict.fromkeys(row["link"] for row in rows))
    axis = alt.Axis(labelLimit=360, domain=False, ticks=False)
    base = _chart(rows, title).encode(y=alt.Y("link:N", title=None, sort=links, axis=axis))
    dash = alt.StrokeDash("basis:N", legend=None).scale(
        domain=list(DASHES), range=list(DASHES.values())
    )
    layers = []
    for whose, left in (("mine", 10), ("key", 170)):
        own = base.transform_filter(alt.FieldEqualPredicate(field="whose", equal=whose))
        line = own.mark_rule(strokeWidth=3, color="#2f5d9b").encode(
            x=alt.value(left), x2=alt.value(left + 50), strokeDash=dash
        )
        words = own.mark_text(align="left").encode(x=alt.value(left + 58), text="says:N")
        head = alt.Chart(alt.Data(values=[{"head": say(f"figure.chain-{whose}")}])).mark_text(
            align="left", fontWeight="bold"
        )
        head = head.encode(x=alt.value(left), y=alt.value(-12), text="head:N")
        layers += [line, words, head]
    return _spec(alt.layer(*layers).properties(width=330, height=40 * len(links)))
