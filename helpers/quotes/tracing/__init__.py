"""Lesson 3, tracing: finding quoted words in their sources, and what was changed on the way.

Three steps: an index finds passages that share the quotation's rarest words; a word by word
alignment finds where they run together; what is left uncovered is looked up again, so that both
halves of a splice or of an ellipsis are found. Nothing here says why words changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from helpers.quotes.tracing.account import Account, Edit, Trace
from helpers.quotes.tracing.index import Index
from helpers.quotes.tracing.quoted import Quoted
from helpers.quotes.tracing.search import Search

if TYPE_CHECKING:
    from helpers.quotes import Quotation

__all__ = ["Edit", "Sources", "Trace"]


class Sources:
    """Documents in which quotations are looked up: a mapping of name to text."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        self.names = list(documents)
        self.texts = [documents[name] for name in self.names]
        self._index: Index | None = None

    def trace(self, quotation: str | Quotation) -> Trace:
        """Find where quoted words come from, and what was changed.

        Takes the quoted words, or a `Quotation` from `find_quotes`. *exact*: the source's own
        words in a row; case, dashes, punctuation and spacing do not count. *trimmed*: the same
        with cuts or changes that the quotation shows (… or [ ]). *altered*: words or figures
        changed, added or left out with no sign. *spliced*: two sentences or distant passages
        joined with no sign, or passages in another order than the source's. *not-found*: not in
        these sources, which proves nothing about other ones. What a record adds to the spoken
        words (a note's number, a [stage direction], a page's number) may be left out; if it is
        in words, the difference names it as a deletion. Raises TypeError for anything that is
        neither text nor a quotation with its words.
        """
        quoted = Quoted.read(_words(quotation))
        if self._index is None:
            self._index = Index(self.texts)
        blocks = Search(self._index, quoted).run()
        return Account(self.names, self._index, quoted, blocks).trace()


def _words(quotation: str | Quotation) -> str:
    if isinstance(quotation, str):
        return quotation
    words = getattr(quotation, "words", None)
    if isinstance(words, str) and words:
        return words
    what = "a Quotation without its words" if words == "" else type(quotation).__name__
    raise TypeError(
        f"trace() was given {what}. It needs the quoted words themselves as text, or a Quotation"
        " as find_quotes(text) gives it. Pass the words instead: trace(text[start:end])."
    )
