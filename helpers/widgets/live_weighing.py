"""The figures of lesson 4: each appears when there is something to show."""

from __future__ import annotations

from typing import Any

import ipywidgets

from helpers.answers.claims import SCOPE, ClaimAnswers
from helpers.answers.replay import replay
from helpers.case import case_names, load_case, load_key
from helpers.case.yaml_lines import PackError
from helpers.charts import Figure
from helpers.charts.weighing import estimates_moving, how_right, source_and_news
from helpers.results.claims import Leak, Weighed, how_sure, leak, weighed
from helpers.strings import say, strings
from helpers.widgets.judge import Judge
from helpers.widgets.ledger import Ledger


class Shown(ipywidgets.Output):
    """A place for a figure or a sentence that changes with what has been compared."""

    def __repr__(self) -> str:
        """What a reopened notebook shows in its place."""
        return strings()["repr"]

    def show(self, figure: Figure | str) -> None:
        """Put a figure, or a sentence in its place."""
        is_text = isinstance(figure, str)
        self.outputs = (_sentence(figure),) if is_text else tuple(figure.outputs)


def _sentence(text: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {"text/plain": text}, "metadata": {}}


def moving_figure(ledger: Ledger) -> Shown:
    """Show the estimates before and after the evidence, once they have been compared."""
    place = Shown()

    def draw(shown: Ledger) -> None:
        rows = shown.compared
        place.show(estimates_moving(rows) if rows else say("figure.wait"))

    ledger.when_compared(draw)
    return place


def sureness_figure(ledger: Ledger) -> Shown:
    """Show how sure against how often right, over all claims ever compared, once there are enough."""
    place = Shown()

    def draw(shown: Ledger) -> None:
        found = how_sure([*shown.weighed_so_far(), *_elsewhere(shown)])
        place.show(how_right(found) if found.rows else found.sentence)

    ledger.when_compared(draw)
    return place


def _elsewhere(ledger: Ledger) -> list[Weighed]:
    """What the learner has weighed and compared in the other cases of the kit."""
    rows = []
    for name in case_names():
        records = ledger.progress.records(case=name)
        if name != ledger.case.id and any(record.item == SCOPE for record in records):
            rows += _weighed_in(name, replay(records, ClaimAnswers()))
    return rows


def _weighed_in(name: str, answers: ClaimAnswers) -> list[Weighed]:
    try:
        case = load_case(name)
        key = load_key(case)
    except PackError:  # a pack that somebody is editing is told of where it is shown
        return []
    return weighed(case, key, answers, answers.firsts_after) if key else []


def leak_figure(source: Judge, news: Judge) -> Shown:
    """Show how far the source leaked into the news, once both sets have been compared."""
    place = Shown()

    def draw(_: Judge) -> None:
        found = _leak(source, news)
        place.show(_drawn(source, news, found) if found.reports else say("leak.wait"))

    for one in (source, news):
        one.when_compared(draw)
    return place


def _answers(judge: Judge) -> dict[str, str]:
    return {row.sentence.id: row.mine for row in judge.compared}


def _leak(source: Judge, news: Judge) -> Leak:
    keys = {
        name: (source.item_keys[name].kind, news.item_keys[name].kind)
        for name in source.item_keys
        if name in news.item_keys
    }
    return leak(_answers(source), _answers(news), keys)


def _drawn(source: Judge, news: Judge, found: Leak) -> Figure:
    titles = {item.id: item.title for item in source.set.items}
    return source_and_news(_answers(source), _answers(news), titles, found)
