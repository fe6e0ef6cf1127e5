"""What every chart is: a drawing, the sentence that says what it shows, and a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MIME = "application/vnd.vegalite.v5+json"
"""What JupyterLab draws with the Vega that it bundles. Altair's own default would ask the network."""


@dataclass(frozen=True)
class Figure:
    """A chart with its title, the sentence that says what it shows, and its figures as a table."""

    title: str  # what the chart is about
    sentence: str  # what it shows, in words with counts
    spec: dict[str, Any]  # the drawing, as Vega-Lite
    table: Any  # the same figures as a pandas table

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        # A chart of layers loses its description on the way, and screen readers need it.
        return {MIME: {**self.spec, "description": self.sentence}, "text/plain": self.in_words}

    @property
    def in_words(self) -> str:
        """Return the chart for those who do not see it."""
        return f"{self.title}\n{self.sentence}\n{self.table.to_string()}"

    @property
    def outputs(self) -> list[dict[str, Any]]:
        """Return the figure as notebook outputs: the chart, its sentence, and its table."""
        table = {"text/html": self.table.to_html(), "text/plain": self.table.to_string()}
        return [
            output(self._repr_mimebundle_()),
            output({"text/plain": self.sentence}),
            output(table),
        ]


def output(data: dict[str, Any]) -> dict[str, Any]:
    """Return what a notebook keeps as the output of a cell; `data` is by MIME type."""
    return {"output_type": "display_data", "data": data, "metadata": {}}


def chart(rows: list[dict], title: str) -> Any:
    """Return an Altair chart of these rows, without any mark yet."""
    import altair as alt

    return alt.Chart(alt.Data(values=rows), title=title)


def spec(drawn: Any) -> dict[str, Any]:
    """Return an Altair chart as the Vega-Lite that JupyterLab bundles.

    The basic marks, which are all that the kit's charts use, are the same in both versions.
    """
    return {**drawn.to_dict(), "$schema": "https://vega.github.io/schema/vega-lite/v5.json"}
