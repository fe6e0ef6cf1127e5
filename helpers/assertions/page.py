"""One sentence as lesson 4 reads it: words, marks, and quotations that no rule may look into."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from helpers.text.marks import quoted_runs
from helpers.text.words import Token, tokenize

Offsets = tuple[int, int]  # code points in the sentence
DASHES = ("—", "–", "-", "--")

_CLOSED_FIRST = re.compile(r"[^\"“”«„]*(?:”|(?<=[^\s(\[])\"(?!\w))")


class Page:
    """A sentence, the words in it, and what its pronouns stand for."""

    def __init__(self, text: str, open_before: bool, follow: Callable[[str], str] | None) -> None:
        # A quotation that began before the sentence begins with it, for every rule alike.
        self.opened = "“" if open_before or _CLOSED_FIRST.match(text) else ""
        self.text, self.follow = text, follow
        whole = self.opened + text
        runs = quoted_runs(whole, [(0, len(whole))])[0] if text else []
        self.tokens = [self._shifted(token) for token in tokenize(whole, runs=runs)]
        self.masked = self._masked()

    def _shifted(self, token: Token) -> Token:
        lead = len(self.opened)
        return token._replace(start=max(0, token.start - lead), end=token.end - lead)

    def _masked(self) -> str:
        text = self.text
        for token in self.tokens:
            if token.shape == "quote":
                blank = " " * (token.end - token.start)
                text = text[: token.start] + blank + text[token.end :]
        return text

    def offsets(self, span: Offsets) -> Offsets:
        """Return a stretch of the text with its opening mark as offsets of the sentence."""
        return max(0, span[0] - len(self.opened)), span[1] - len(self.opened)

    def before(self, start: int) -> Token:
        """Return the last token that ends before a place, or an empty one."""
        return next((t for t in reversed(self.tokens) if t.end <= start), Token("", "", 0, 0, ""))

    def within(self, span: Offsets) -> list[Token]:
        """Return the tokens of a stretch."""
        return [t for t in self.tokens if span[0] <= t.start and t.end <= span[1]]


class Find(NamedTuple):
    """One place in a sentence that shows how it is sourced."""

    kind: str
    source: Offsets | None
    cue: Offsets
    rank: int  # the lowest decides


def span(tokens: Sequence[Token]) -> Offsets:
    """Return where in the sentence these tokens stand."""
    return tokens[0].start, tokens[-1].end
