"""The quotation's own words, and where it openly shows a cut or a change."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from helpers.quotes.tracing.words import Word, words_of

MOST_WORDS = 1000  # longer quotations are compared up to here
SHOWN_CUT = re.compile(r"…|\.\s?\.(?:\s?\.)*|\[\s*\]")
_BRACKETED = re.compile(r"\[[^\[\]]{1,200}\]")
# Letters put in or changed inside a word: [T]he, agree[d].
_INSIDE = re.compile(r"(?<=[^\W_])\[[^\W_]{1,8}\]|\[[^\W_]{1,8}\](?=[^\W_])")
_UNSEEN = "\u200b"


@dataclass
class Quoted:
    """The words of a quotation and the signs between and in them."""

    text: str  # as it was given
    words: list[Word]  # those inside brackets have no `plain`, so that they are never looked up
    bracketed: set[int] = field(default_factory=set)  # numbers of words put in by the writer
    retouched: dict[int, re.Pattern[str]] = field(default_factory=dict)  # what [T]he may stand for
    cuts: dict[int, str] = field(default_factory=dict)  # word number after a shown cut -> the mark

    @classmethod
    def read(cls, text: str) -> "Quoted":
        """Read a quotation's words, ellipses and brackets."""
        masked = _INSIDE.sub(lambda match: f"{_UNSEEN}{match[0][1:-1]}{_UNSEEN}", text)
        quoted = cls(text, words_of(masked)[:MOST_WORDS])
        starts = [word.start for word in quoted.words]
        for match in _BRACKETED.finditer(masked):
            first = bisect_right(starts, match.start())
            last = bisect_right(starts, match.end() - 1)
            quoted.bracketed.update(range(first, last))
        for match in _INSIDE.finditer(text):
            quoted._retouch(bisect_right(starts, match.end() - 2) - 1, match)
        for match in SHOWN_CUT.finditer(text):
            quoted.cuts.setdefault(bisect_right(starts, match.start()), match[0])
        for number in quoted.bracketed:
            quoted.words[number] = replace(quoted.words[number], plain="")
        return quoted

    def _retouch(self, number: int, match: re.Match[str]) -> None:
        """Take the brackets into a word, and note which words of a source it may stand for."""
        word = self.words[number]
        word = replace(word, start=min(word.start, match.start()), end=max(word.end, match.end()))
        self.words[number] = word
        parts = map(re.escape, _INSIDE.split(self.text[word.start : word.end].casefold()))
        self.retouched[number] = re.compile(r"\w*".join(parts))

    def signed(self, a: int, b: int) -> str:
        """Return the mark of an open cut among or next to words `a` up to `b`, or ""."""
        marks = (self.cuts[n] for n in range(a, b + 1) if n in self.cuts)
        return next(marks, "")

    def shown(self, a: int, b: int) -> str:
        """Return the mark of an open cut or change among or next to words `a` up to `b`, or ""."""
        inside = [n for n in range(a, b) if n in self.bracketed]
        if inside:
            start, end = self.place(inside[0], inside[-1] + 1)
            return f"[{self.text[start:end]}]"
        return self.signed(a, b)

    def all_bracketed(self, a: int, b: int) -> bool:
        """Return whether the writer put in all words from `a` up to `b`, and showed it."""
        return all(n in self.bracketed for n in range(a, b))

    def own(self, a: int, b: int) -> Iterator[Word]:
        """Yield the words from `a` up to `b` that are not in brackets."""
        return (self.words[n] for n in range(a, b) if n not in self.bracketed)

    def place(self, a: int, b: int) -> tuple[int, int]:
        """Return the code points of words `a` up to `b`, of which there is at least one."""
        return self.words[a].start, self.words[b - 1].end
