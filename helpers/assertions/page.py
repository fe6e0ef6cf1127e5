"""One sentence as lesson 4 reads it: words, marks, and quotations that no rule may look into."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from helpers.text.marks import quoted_runs
from helpers.text.verbs import VERBS, VerbForm
from helpers.text.words import Token, tokenize

Offsets = tuple[int, int]  # code points in the sentence
DASHES = frozenset(("—", "–", "-", "--"))

_CLOSED_FIRST = re.compile(r"[^\"“”«„]*(?:”|(?<=[^\s(\[])\"(?!\w))")
_NOTHING = Token("", "", 0, 0, "")


class Page:
    """A sentence, the words in it, and what its pronouns stand for."""

    def __init__(self, text: str, open_before: bool, follow: Callable[[str], str] | None) -> None:
        # A quotation that began before the sentence begins with it, for every rule alike.
        self.opened = "“" if open_before or _CLOSED_FIRST.match(text) else ""
        self.text, self.follow = text, follow
        whole = self.opened + text
        (runs,) = quoted_runs(whole, [(0, len(whole))])
        self.tokens = [
            token._replace(**dict(zip(("start", "end"), self.offsets(token[2:4]), strict=True)))
            for token in tokenize(whole, runs=runs)
        ]
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]
        self.masked = self._masked()

    def _masked(self) -> str:
        """Return the sentence with its quotations blanked, at the same length."""
        text = self.text
        for start, end in (span([token]) for token in self.tokens if token.shape == "quote"):
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    def offsets(self, span: Offsets) -> Offsets:
        """Return a stretch of the text with its opening mark as offsets of the sentence."""
        return max(0, span[0] - len(self.opened)), span[1] - len(self.opened)

    def before(self, start: int) -> Token:
        """Return the last token that ends before a place, or an empty one."""
        place = bisect_right(self._ends, start)
        return self.tokens[place - 1] if place else _NOTHING

    def after(self, end: int) -> list[Token]:
        """Return the tokens behind a place."""
        return self.tokens[bisect_left(self._starts, end) :]

    def within(self, span: Offsets) -> list[Token]:
        """Return the tokens of a stretch."""
        return self.tokens[bisect_left(self._starts, span[0]) : bisect_right(self._ends, span[1])]


class Find(NamedTuple):
    """One place in a sentence that shows how it is sourced."""

    kind: str  # "anonymous" …
    source: Offsets | None  # the words that name the source, if any do
    cue: Offsets | None  # the words that point at it; None only where there is no find
    rank: int  # the lowest decides


def span(tokens: Sequence[Token]) -> Offsets:
    """Return where in the sentence these tokens stand."""
    return tokens[0].start, tokens[-1].end


def verb_of(token: Token) -> VerbForm | None:
    """Return the verb of saying that a word can be, if it can; with a capital it is a name."""
    return VERBS.get(token.low) if token.shape == "low" else None
