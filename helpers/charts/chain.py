"""The chart of the chain: the way that a text has come, link by link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helpers.case.model import Case
from helpers.charts.figure import Figure, chart, spec
from helpers.results.choices import Compared
from helpers.strings import say

DASHES = {"seen": [1, 0], "inferred": [8, 4], "unknown": [2, 5]}
"""How a link is drawn: a whole line, a broken line, dots."""


def chain_drawing(case: Case, compared: Sequence[Compared]) -> Figure:
    """Draw the way that a text has come, each link by how it is known: mine and the key's."""
    import pandas as pd

    links = {link.id: (number, link) for number, link in enumerate(case.chain, start=1)}
    names = {option.id: option.name for option in case.sets["chain"].options}
    rows = []
    for one in compared:
        number, link = links[one.item.id]
        way = f"{number}. {link.origin} → {link.reached}"
        rows.append({"link": way, "basis": one.mine, "whose": "mine", "says": names[one.mine]})
        either = f" {say('figure.or')} ".join(names[name] for name in one.key.accepted)
        rows.append({"link": way, "basis": one.key.kind, "whose": "key", "says": either})
    title, mine, keys = (say(f"figure.{name}") for name in ("chain-title", "chain-mine", "key"))
    pairs = list(zip(rows[::2], rows[1::2], strict=True))
    accepted = sum(one.outcome != "differs" for one in compared)
    sentence = say("figure.chain", n=len(pairs), accepted=accepted)
    link = say("figure.chain-link")
    table = pd.DataFrame(
        [(one["link"], one["says"], other["says"]) for one, other in pairs],
        columns=[link, mine, keys],
    ).set_index(link)
    return Figure(title, sentence, _links_drawn(rows, title), table)


def _links_drawn(rows: list[dict], title: str) -> dict[str, Any]:
    import altair as alt

    links = list(dict.fromkeys(row["link"] for row in rows))
    axis = alt.Axis(labelLimit=360, domain=False, ticks=False)
    base = chart(rows, title).encode(y=alt.Y("link:N", title=None, sort=links, axis=axis))
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
    return spec(alt.layer(*layers).properties(width=330, height=40 * len(links)))
