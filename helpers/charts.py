"""The charts of the lessons, one function each, with a sentence and a table that say the same.

Altair and pandas are loaded when the first chart is drawn. JupyterLab brings its own Vega, so a
chart needs no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .case_model import Case, Key
from .comparing import Compared
from .strings import say
from .terms import JUDGEMENT, KINDS

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
        return {MIME: self.spec, "text/plain": self.in_words}

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
    return Figure(title, sentence, _grid(rows, names, title, sentence), table)


def _agreement(compared: Sequence[Compared]) -> str:
    same = sum(row.mine == row.key.kind for row in compared)
    either = sum(row.outcome == "either" and row.mine != row.key.kind for row in compared)
    says = say("figure.labels", same=same, n=len(compared))
    return f"{says} {say('figure.labels-either', n=either)}" if either else says


def _grid(rows: list[dict], names: list[str], title: str, sentence: str) -> dict[str, Any]:
    import altair as alt

    scale = alt.Scale(domain=names)
    base = _chart(rows, title, sentence).encode(
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
    return Figure(title, sentence, _lines(rows, places, title, sentence), table)


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


def _lines(rows: list[dict], places: list[str], title: str, sentence: str) -> dict[str, Any]:
    import altair as alt

    x_scale, y_scale = alt.Scale(domain=places), alt.Scale(domain=[0, 1])
    percent = alt.Axis(format="%", tickCount=5)
    base = _chart(rows, title, sentence).encode(
        x=alt.X("paragraph:N", title=say("figure.paragraph"), sort=places, scale=x_scale),
        y=alt.Y("share:Q", title=say("figure.share-axis"), axis=percent, scale=y_scale),
        color=alt.Color("whose:N", title=say("figure.whose")),
    )
    lines = base.mark_line().encode(strokeDash=alt.StrokeDash("whose:N", title=say("figure.whose")))
    points = base.mark_point(size=90, filled=True).encode(
        shape=alt.Shape("whose:N", title=say("figure.whose"))
    )
    return _spec((lines + points).properties(width=420, height=240))


def _chart(rows: list[dict], title: str, sentence: str) -> Any:
    import altair as alt

    return alt.Chart(alt.Data(values=rows), title=title, description=sentence)


def _spec(chart: Any) -> dict[str, Any]:
    """The chart as the Vega-Lite that JupyterLab bundles; these basic marks are the same in both."""
    spec = chart.to_dict()
    spec["$schema"] = "https://vega.github.io/schema/vega-lite/v5.json"
    return spec
