"""Quotations as they are shown: the computer's word-by-word difference joins the comparison.

It appears with the key's reasons, never before. The computer compares words; whether right words
were given another meaning is always the reader's judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from helpers.case.model import Case
from helpers.case.questions import Item, QuestionSet
from helpers.case.reasons import ItemKey
from helpers.quotes.tracing import Edit, Trace
from helpers.results.choices import Compared
from helpers.results.quotations import READERS_OWN, QuoteCounts, quote_counts, trace_in
from helpers.strings import say
from helpers.views.comparison import Comparison
from helpers.views.questions import Beside, questions_comparison, sources_beside


def quotations_comparison(
    case: Case, questions: QuestionSet, rows: Sequence[Compared], left: int = 0
) -> Comparison:
    """Return the comparison with counts of sound and changed quotations, and the computer's limits.

    `left` items are not answered yet.
    """
    view = questions_comparison(case, questions, rows, left, traced_beside)
    summary = [*view["summary"], *quote_sentences(quote_counts(rows))]
    return {**view, "summary": summary, "notes": [*view["notes"], say("quotes.readers-own")]}


def traced_beside(case: Case, questions: QuestionSet, item: Item, key: ItemKey) -> Beside:
    """Return the documents that the key rests on, and the trace in the documents shown."""
    view = sources_beside(case, questions, item, key)
    shown = [source for source in case.sources if source.id in item.shows]
    if not any(source.words for source in shown):
        return {**view, "edits": [], "machine": [say("quotes.nothing")]}
    trace = trace_in(shown, item.text)
    names = {option.id: option.name for option in questions.options}
    says = [say("quotes.machine", name=names[trace.verdict]), *honest(trace.verdict, key)]
    return {**view, "edits": edits_view(trace), "machine": says}


def edits_view(trace: Trace) -> list[dict[str, str]]:
    """Return the difference as steps from left to right, for reading the quotation through.

    Each has `op` (`equal`, `replace`, `delete`, `insert`, or `join` where two passages meet
    unsigned), `source` (the document's words) and `quoted` (the quotation's words).
    """
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
    """Return what has to be said where the computer and the key do not agree."""
    if verdict in key.accepted:
        return []
    if READERS_OWN in key.accepted:
        return [say("quotes.differs-context")]
    return [say("quotes.differs-missed" if verdict == "not-found" else "quotes.differs")]


def quote_sentences(counts: QuoteCounts) -> list[str]:
    """Return the counts as sentences, with a word to those who doubt everything or nothing."""
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
