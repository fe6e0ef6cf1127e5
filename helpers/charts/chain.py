"""The drawing of the chain: the way that a text has come, link by link, in boxes and arrows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from helpers.case.cards import Link
from helpers.case.model import Case
from helpers.charts.figure import Figure
from helpers.results.choices import Compared
from helpers.strings import say


def chain_drawing(case: Case, compared: Sequence[Compared]) -> Figure:
    """Draw the way that a text has come, each link by how it is known: mine and the key's.

    A list, so that it can be heard and wraps on a narrow screen; each arrow is drawn whole, broken
    or dotted by the key's answer, and says both answers in words.
    """
    import pandas as pd

    links = {link.id: (number, link) for number, link in enumerate(case.chain, start=1)}
    names = {option.id: option.name for option in case.sets["chain"].options}
    rows, steps = [], []
    for one in compared:
        number, link = links[one.item.id]
        either = f" {say('figure.or')} ".join(names[name] for name in one.key.accepted)
        rows.append((f"{number}. {link.origin} → {link.reached}", names[one.mine], either))
        steps.append(_step(number, link, one, names[one.mine], either))
    accepted = sum(one.outcome != "differs" for one in compared)
    heads = [say(f"figure.{name}") for name in ("chain-link", "chain-mine", "key")]
    return Figure(
        say("figure.chain-title"),
        say("figure.chain", n=len(rows), accepted=accepted),
        {},
        pd.DataFrame(rows, columns=heads).set_index(heads[0]),
        f'<ol class="pt-chain">{"".join(steps)}</ol>',
    )


def _step(number: int, link: Link, one: Compared, mine: str, either: str) -> str:
    says = f"{say('figure.chain-mine')}: {mine} · {say('figure.key')}: {either}"
    return (
        f'<li><span class="pt-box">{number}. {escape(link.origin)}</span>'
        f'<span class="pt-arrow" data-basis="{escape(one.key.kind)}">{escape(says)}</span>'
        f'<span class="pt-box">{escape(link.reached)}</span></li>'
    )
