"""What every chart is: a drawing, the sentence that says what it shows, and a table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from helpers.strings import say

MIME = "application/vnd.vegalite.v5+json"
"""What JupyterLab draws with the Vega that it bundles. Altair's own default would ask the network."""

EMBED = {"actions": False, "renderer": "svg"}
"""No menu on the chart; drawn as SVG, whose words and axes take their colours from the style sheet."""

FIRST, SECOND = "#3f7fc1", "#c4711a"
"""The two colours of a chart. Both can be seen on white and on the dark theme's ground."""

CONFIG = {
    "background": "transparent",
    "autosize": {"type": "fit-x", "contains": "padding"},
    "config": {
        "view": {"stroke": None},
        "axis": {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal"},
        "legend": {"labelFontSize": 13, "titleFontSize": 13, "orient": "top"},
        "title": {"fontSize": 15, "anchor": "start"},
        "text": {"fontSize": 13},
    },
}
"""How every chart looks: no ground of its own, nothing smaller than 13 px, as wide as the column."""


@dataclass(frozen=True)
class Figure:
    """A chart with its title, the sentence that says what it shows, and its figures as a table."""

    title: str  # what the chart is about
    sentence: str  # what it shows, in words with counts
    spec: dict[str, Any]  # the drawing, as Vega-Lite
    table: Any  # the same figures as a pandas table
    html: str = ""  # in the place of the drawing and its table, where words and lines say it better

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        return self._data, {MIME: {"embed_options": EMBED}}

    @property
    def _data(self) -> dict[str, Any]:
        # A chart of layers loses its description on the way, and screen readers need it.
        return {MIME: {**self.spec, "description": self.sentence}, "text/plain": self.in_words}

    @property
    def in_words(self) -> str:
        """Return the chart for those who do not see it."""
        return f"{self.title}\n{self.sentence}\n{self.table.to_string()}"

    @property
    def outputs(self) -> list[dict[str, Any]]:
        """Return the figure as notebook outputs: the chart, its sentence, and its table."""
        if self.html:
            drawn = {"text/html": self.html, "text/plain": self.table.to_string()}
            return [sentence_output(self.sentence), output(drawn)]
        table = {
            "text/html": table_html(self.table, self.title),
            "text/plain": self.table.to_string(),
        }
        data, metadata = self._repr_mimebundle_()
        return [output(data, metadata), sentence_output(self.sentence), output(table)]


def output(data: dict[str, Any], metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what a notebook keeps as the output of a cell; `data` is by MIME type."""
    return {"output_type": "display_data", "data": data, "metadata": metadata or {}}


def sentence_output(text: str) -> dict[str, Any]:
    """Return a sentence as output, in the face of the text around it."""
    return output({"text/html": f'<p class="pt-figure">{escape(text)}</p>', "text/plain": text})


def table_html(table: Any, title: str) -> str:
    """Return a pandas table as HTML that can be heard: a caption, and heads for columns and rows.

    Its index is shown where it has a name; row numbers are not.
    """
    named = table.reset_index() if any(table.index.names) else table
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in named.columns)
    rows = "".join(_row(values) for values in named.itertuples(index=False, name=None))
    return (
        f'<details class="pt-fold"><summary>{escape(say("figure.as-table"))}</summary>'
        f'<div class="pt-scroll"><table class="pt-table"><caption>{escape(title)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def _row(values: tuple[Any, ...]) -> str:
    first, *rest = (escape(str(value)) for value in values)
    cells = "".join(f"<td>{value}</td>" for value in rest)
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'


def chart(rows: list[dict], title: str) -> Any:
    """Return an Altair chart of these rows, without any mark yet."""
    import altair as alt

    return alt.Chart(alt.Data(values=rows), title=title)


def spec(drawn: Any) -> dict[str, Any]:
    """Return an Altair chart as the Vega-Lite that JupyterLab bundles, as wide as the column.

    The basic marks, which are all that the kit's charts use, are the same in both versions.
    """
    schema = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json"}
    return {**drawn.to_dict(), **CONFIG, "width": "container", **schema}
