"""The real article and its twin side by side: how a learner judged two texts that lean apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpers.answers.progress import Progress
from helpers.case.vocabulary import Scope
from helpers.results.choices import agreed, judgement_counts
from helpers.results.claims import probability
from helpers.results.course import Part, lesson_parts
from helpers.results.quotations import is_about_quotations, quote_counts
from helpers.strings import say
from helpers.views.summary import THE_FOUR, Asked, Section, SummaryView, part_title

HELD = ("supported", "partly-supported")

Count = tuple[str, int, int]
"""What was counted, as a name among the words; how often it was so; of how many."""


def twins_summary(progress: Progress, _asked: Sequence[Asked] = ()) -> SummaryView:
    """Return both articles side by side, for each part that was compared in both."""
    real = [part for name in THE_FOUR for part in lesson_parts(progress, f"notebooks/{name}")]
    twin = {part.scope: part for part in lesson_parts(progress, "notebooks/03_twin")}
    both = [(part, twin[part.scope]) for part in real if part.scope in twin]
    sections = [_section(one, other) for one, other in both if part_counts(one)]
    return {
        "title": say("twins.title"),
        "intro": [say("twins.intro" if sections else "twins.empty")],
        "sections": sections,
        "next": None,
        "file": "paper-trail-side-by-side.html",
    }


def _section(real: Part, twin: Part) -> Section:
    """Return a part's counts in two columns; a count that one of them lacks is a dash."""
    columns = [{name: (n, of) for name, n, of in part_counts(part)} for part in (real, twin)]
    names = list(dict.fromkeys([*columns[0], *columns[1]]))
    rows = [
        [say(f"twins.{name}"), *(_of(column.get(name)) for column in columns)] for name in names
    ]
    heads = [say("twins.what"), say("twins.real"), say("twins.twin")]
    table = {"heads": heads, "rows": rows, "is_open": True}
    return {"title": part_title(real), "lines": [], "table": table}


def _of(count: tuple[int, int] | None) -> str:
    return say("twins.count", n=count[0], of=count[1]) if count else say("twins.none")


def part_counts(part: Part) -> list[Count]:
    """Return what can be set side by side of one part, without what there is none of."""
    return [one for one in _counts(part) if one[2]]


def _counts(part: Part) -> Iterator[Count]:
    if part.scope == Scope.LEDGER:
        held = [row for row in part.claims if row.key.verdict in HELD]
        left_open = [row for row in part.claims if row.is_open]
        said = [probability(row.first) for row in held]
        yield "doubted", sum(one is not None and one < 0.5 for one in said), len(held)
        yield "left-open", sum(row.outcome == "open-said" for row in left_open), len(left_open)
    elif part.scope == Scope.ARTICLE:
        counts = judgement_counts(part.rows)
        yield "caught", counts.caught, counts.judgement
        yield "taken", counts.taken, counts.reporting
    elif part.scope != Scope.CARDS and is_about_quotations(part.case.sets[part.scope]):
        counts = quote_counts(part.rows)
        yield "kept", counts.kept, counts.sound
        yield "noticed", counts.noticed, counts.changed
    elif part.scope != Scope.CARDS:
        yield "agreed", agreed(part.rows), len(part.rows)
