"""The charts in a lesson: each appears, and is drawn again, when the learner compares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from helpers.charts.chain import chain_drawing
from helpers.charts.estimates import estimates_moving
from helpers.charts.figure import Figure, sentence_output
from helpers.charts.labels import labels_against_key
from helpers.charts.ratings import source_and_news
from helpers.charts.share import reporting_share
from helpers.charts.sureness import how_right
from helpers.results.claims import LEAST, how_sure, settled_in_kit, weighed_elsewhere
from helpers.results.ratings import same_steps
from helpers.strings import say, strings
from helpers.views.claims import sureness_sentence
from helpers.widgets.judge import Judge
from helpers.widgets.judging import JudgingWidget
from helpers.widgets.ledger import Ledger
from helpers.widgets.marker import Marker


class LiveFigure(ipywidgets.Output):
    """A place for a figure, or a sentence, that is drawn anew when a watched widget compares."""

    def __init__(self, draw: Callable[[], Figure | str], *watched: JudgingWidget):
        super().__init__()
        self.draw = draw
        for widget in watched:
            widget.when_compared(self.redraw)

    def __repr__(self) -> str:
        """Return what a reopened notebook shows in the figure's place."""
        return strings()["repr"]

    def redraw(self, _widget: JudgingWidget) -> None:
        """Draw the figure, or put the sentence in its place."""
        drawn = self.draw()
        is_text = isinstance(drawn, str)
        self.outputs = (sentence_output(drawn),) if is_text else tuple(drawn.outputs)


def _once_compared(
    widget: JudgingWidget, draw: Callable[[list[Any]], Figure]
) -> Callable[[], Figure | str]:
    """Return what draws the compared rows, or says what to do first."""

    def drawn() -> Figure | str:
        rows = widget.compared
        return draw(rows) if rows else say("figure.wait")

    return drawn


def labels_figure(marker: Marker) -> LiveFigure:
    """Show my labels against the key's, once they have been compared."""
    return LiveFigure(_once_compared(marker, labels_against_key), marker)


def share_figure(marker: Marker) -> LiveFigure:
    """Show how the share of reporting changes, by my labels and by the key's, once compared."""

    def draw(rows: list[Any]) -> Figure:
        mine = {row.item.id: row.mine for row in rows}
        keys = {row.item.id: row.key.kind for row in rows}
        return reporting_share(marker.case, {say("figure.mine"): mine, say("figure.key"): keys})

    return LiveFigure(_once_compared(marker, draw), marker)


def chain_figure(judge: Judge) -> LiveFigure:
    """Draw the chain, by my answers and by the key's, once they have been compared."""
    return LiveFigure(_once_compared(judge, lambda rows: chain_drawing(judge.case, rows)), judge)


def moving_figure(ledger: Ledger) -> LiveFigure:
    """Show the estimates before and after the evidence, once they have been compared."""
    return LiveFigure(_once_compared(ledger, estimates_moving), ledger)


def sureness_figure(ledger: Ledger) -> LiveFigure:
    """Show how sure against how often right, over all claims ever compared, once there are enough."""

    def draw() -> Figure | str:
        rows = [
            *ledger.weighed_so_far(),
            *weighed_elsewhere(ledger.progress, ledger.case.id),
        ]
        found = how_sure(rows)
        return how_right(found) if found.rows else sureness_sentence(rows, settled_in_kit(), LEAST)

    return LiveFigure(draw, ledger)


def ratings_figure(source: Judge, news: Judge) -> LiveFigure:
    """Show how often source and news got the same step, once both sets have been compared."""

    both = source.item_keys.keys() & news.item_keys.keys()
    keys = {name: (source.item_keys[name].kind, news.item_keys[name].kind) for name in both}
    titles = {item.id: item.title for item in source.set.items}

    def draw() -> Figure | str:
        mine = _answers(source), _answers(news)
        found = same_steps(*mine, keys)
        return source_and_news(*mine, titles, found) if found.reports else say("ratings.wait")

    return LiveFigure(draw, source, news)


def _answers(judge: Judge) -> dict[str, str]:
    return {row.item.id: row.mine for row in judge.compared}
