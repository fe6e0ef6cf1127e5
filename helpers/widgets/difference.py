"""Quotations beside their documents: the computer's word-by-word difference joins the comparison.

It appears with the key's reasons, never before. The computer compares words; whether right words
were given another meaning is always the reader's judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from helpers.case.model import Item, ItemKey, QuestionSet, Source
from helpers.quotes import find_quotes
from helpers.quotes.tracing import Edit, Sources, Trace
from helpers.results.choices import Compared
from helpers.strings import say
from helpers.widgets.judge import Judge

SOUND = frozenset({"exact", "trimmed"})
CHANGED = frozenset({"altered", "spliced", "context-changed", "not-found"})
READERS_OWN = "context-changed"


class QuoteJudge(Judge):
    """Questions about quotations: the comparison also shows what a word-by-word trace finds."""

    def extras(self, item: Item, key: ItemKey) -> dict[str, Any]:
        """The documents that the key rests on, and the trace in the documents that are shown."""
        return {**super().extras(item, key), **self._traced(item, key)}

    def comparison_view(self, rows: list[Compared]) -> dict[str, Any]:
        """The comparison, with counts of sound and changed quotations, and the computer's limits."""
        view = super().comparison_view(rows)
        summary = [*view["summary"], *quote_sentences(quote_counts(rows))]
        return {**view, "summary": summary, "notes": [*view["notes"], say("quotes.readers-own")]}

    def _traced(self, item: Item, key: ItemKey) -> dict[str, Any]:
        shown = [source for source in self.case.sources if source.id in item.shows]
        if not any(source.words for source in shown):
            return {"edits": [], "machine": [say("quotes.nothing")]}
        trace = trace_in(shown, item.text)
        names = {option.id: option.name for option in self.set.options}
        says = [say("quotes.machine", name=names[trace.verdict]), *honest(trace.verdict, key)]
        return {"edits": edits_view(trace), "machine": says}


def is_about_quotations(questions: QuestionSet) -> bool:
    """Whether a set asks what happened to quoted words, with all the answers a trace can give."""
    return {option.id for option in questions.options} >= SOUND | CHANGED


def trace_in(sources: Sequence[Source], passage: str) -> Trace:
    """Trace a passage in what was spoken: the quoted words of a report, all words of a record."""
    documents = {source.id: "\n\n".join(quoted(source.words)) for source in sources}
    return Sources(documents).trace(" ".join(quoted(passage)))


def quoted(text: str) -> list[str]:
    """The runs of words inside a report's quotation marks; the whole text where there are none.

    What a reporter writes between two quoted runs was not spoken, so it is no cut either.
    """
    found = [quotation for quotation in find_quotes(text) if quotation.kind != "indirect"]
    return [text[start:end] for one in found for start, end in one.content] or [text]


def edits_view(trace: Trace) -> list[dict[str, str]]:
    """The difference as the page draws it; a join stands where two passages meet unsigned."""
    if trace.verdict == "not-found":
        return []
    drawn = [_edit_view(edit) for edit in trace.edits[:1]]
    for before, edit in pairwise(trace.edits):
        if before.op == edit.op == "equal":
            drawn.append({"op": "join", "source": "", "quoted": ""})
        drawn.append(_edit_view(edit))
    return drawn


def _edit_view(edit: Edit) -> dict[str, str]:
    return {"op": edit.op, "source": edit.source_text, "quoted": edit.quoted_text}


def honest(verdict: str, key: ItemKey) -> list[str]:
    """What has to be said where the computer and the key do not agree."""
    if verdict in key.accepted:
        return []
    if READERS_OWN in key.accepted:
        return [say("quotes.differs-context")]
    return [say("quotes.differs-missed" if verdict == "not-found" else "quotes.differs")]


@dataclass(frozen=True)
class QuoteCounts:
    """A learner's answers on quotations, in plain counts.

    Items whose two accepted answers fall into different groups are in none of the counts.
    """

    sound: int
    kept: int
    doubted: int
    changed: int
    noticed: int
    trusted: int
    open: int
    left_open: int


def quote_counts(rows: Sequence[Compared]) -> QuoteCounts:
    """Count how many sound quotations were let stand and how many changed ones were noticed."""
    sound = [row.mine for row in rows if set(row.key.accepted) <= SOUND]
    changed = [row.mine for row in rows if set(row.key.accepted) <= CHANGED]
    unknown = [row.mine for row in rows if row.key.accepted == ("cannot-tell",)]
    return QuoteCounts(
        sound=len(sound),
        kept=sum(mine in SOUND for mine in sound),
        doubted=sum(mine in CHANGED for mine in sound),
        changed=len(changed),
        noticed=sum(mine in CHANGED for mine in changed),
        trusted=sum(mine in SOUND for mine in changed),
        open=len(unknown),
        left_open=sum(mine == "cannot-tell" for mine in unknown),
    )


def quote_sentences(counts: QuoteCounts) -> list[str]:
    """The counts as sentences, with a word to those who doubt everything or nothing."""
    says = []
    if counts.sound:
        says.append(say("quotes.sound", n=counts.sound, kept=counts.kept))
    if counts.changed:
        says.append(say("quotes.changed", n=counts.changed, noticed=counts.noticed))
    if counts.open:
        says.append(say("quotes.open", n=counts.open, left=counts.left_open))
    if counts.sound > 1 and counts.changed and counts.doubted == counts.sound:
        says.append(say("quotes.doubts-all"))
    if counts.changed > 1 and counts.sound and counts.trusted == counts.changed:
        says.append(say("quotes.doubts-none"))
    return says
