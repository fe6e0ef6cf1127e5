"""A chart that follows the marks: it appears when the learner has compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from helpers.charts import Figure, chain_drawing, labels_against_key, reporting_share
from helpers.strings import say, strings
from helpers.widgets.judge import Judge
from helpers.widgets.marker import Marker


class LiveFigure(ipywidgets.Output):
    """A place for a figure that is drawn again whenever the learner compares or tries again."""

    def __init__(self, marker: Marker, draw: Callable[[Marker], Figure]):
        super().__init__()
        self.draw = draw
        marker.when_compared(self.redraw)

    def __repr__(self) -> str:
        """What a reopened notebook shows in the figure's place."""
        return strings()["repr"]

    def redraw(self, marker: Marker) -> None:
        """Draw the figure, or say what to do first."""
        self.outputs = tuple(self.draw(marker).outputs) if marker.compared else (_wait(),)


def _wait() -> dict[str, Any]:
    data = {"text/plain": say("figure.wait")}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def labels_figure(marker: Marker) -> LiveFigure:
    """Show my labels against the key's, once they have been compared."""
    return LiveFigure(marker, lambda marked: labels_against_key(marked.compared))


def share_figure(marker: Marker) -> LiveFigure:
    """Show how the share of reporting changes, by my labels and by the key's, once compared."""
    return LiveFigure(marker, _share)


def _share(marker: Marker) -> Figure:
    mine = {row.sentence.id: row.mine for row in marker.compared}
    keys = {row.sentence.id: row.key.kind for row in marker.compared}
    return reporting_share(marker.case, {say("figure.mine"): mine, say("figure.key"): keys})


def chain_figure(judge: Judge) -> LiveFigure:
    """Draw the chain, by my answers and by the key's, once they have been compared."""
    return LiveFigure(judge, lambda judged: chain_drawing(judged.case, judged.compared))
