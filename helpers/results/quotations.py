"""Quotations beside their documents and the key: the trace, and the learner's answers in counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.case.parts import Source
from helpers.case.questions import QuestionSet
from helpers.quotes import find_quotes
from helpers.quotes.tracing import Sources, Trace
from helpers.results.choices import Compared

SOUND = frozenset({"exact", "trimmed"})
"""The verdicts with which a quotation stands."""

CHANGED = frozenset({"altered", "spliced", "context-changed", "not-found"})
"""The verdicts with which something happened to it."""

READERS_OWN = "context-changed"
"""The verdict that no comparison of words can give: it is always the reader's judgement."""

OPEN = "cannot-tell"
"""The answer that the documents shown do not tell."""


def is_about_quotations(questions: QuestionSet) -> bool:
    """Return whether a set asks what happened to quoted words, with all answers a trace can give."""
    return {option.id for option in questions.options} >= SOUND | CHANGED


def trace_in(sources: Sequence[Source], passage: str) -> Trace:
    """Trace a passage in what was spoken: the quoted words of a report, all words of a record."""
    documents = {source.id: "\n\n".join(quoted(source.words)) for source in sources}
    return Sources(documents).trace(" ".join(quoted(passage)))


def quoted(text: str) -> list[str]:
    """Return the runs of words inside a report's quotation marks; the whole text without any.

    What a reporter writes between two quoted runs was not spoken, so it is no cut either.
    """
    found = [quotation for quotation in find_quotes(text) if quotation.kind != "indirect"]
    return [text[start:end] for one in found for start, end in one.content] or [text]


@dataclass(frozen=True)
class QuoteCounts:
    """A learner's answers on quotations, in plain counts.

    Items whose two accepted answers fall into different groups are in none of the counts.
    """

    sound: int  # quotations that stand, by the key
    kept: int  # those of them that the learner let stand
    doubted: int  # those of them that the learner called changed
    changed: int  # quotations to which something happened, by the key
    noticed: int  # those of them that the learner called changed, in whatever way
    trusted: int  # those of them that the learner let stand
    open: int  # quotations of which the documents do not tell, by the key
    left_open: int  # those of them of which the learner said so


def quote_counts(rows: Sequence[Compared]) -> QuoteCounts:
    """Count how many sound quotations were let stand and how many changed ones were noticed."""
    sound = [row.mine for row in rows if set(row.key.accepted) <= SOUND]
    changed = [row.mine for row in rows if set(row.key.accepted) <= CHANGED]
    unknown = [row.mine for row in rows if row.key.accepted == (OPEN,)]
    return QuoteCounts(
        sound=len(sound),
        kept=sum(mine in SOUND for mine in sound),
        doubted=sum(mine in CHANGED for mine in sound),
        changed=len(changed),
        noticed=sum(mine in CHANGED for mine in changed),
        trusted=sum(mine in SOUND for mine in changed),
        open=len(unknown),
        left_open=sum(mine == OPEN for mine in unknown),
    )
