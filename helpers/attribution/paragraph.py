"""A paragraph as words, with each run of quoted words as one, cut into sentences.

What is said inside the marks never confuses the sentence around them.
"""

import re
from collections.abc import Iterator

from helpers.attribution import words
from helpers.text.marks import Run
from helpers.text.verbs import VERBS
from helpers.text.words import tokenize

# No report has such sentences; the limit keeps nonsense from taking long.
LONGEST_SENTENCE = 250
# What may hang on a closing mark: a note's number or letter, and the asterisks of bold type.
NOTE = re.compile(r"(?:\[\w{1,3}\]|[⁰¹²³⁴-⁹]+|[*_†‡]+)+")
POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
ENDS_OF_QUOTATIONS = ".?!…—-"


class Paragraph:
    """The words of one paragraph."""

    def __init__(self, text: str, start: int, end: int, runs: list[Run]) -> None:
        self.text = text
        notes = [note.span() for run in runs if (note := NOTE.match(text, run.outer_end, end))]
        hidden = {place for a, b in notes for place in range(a, b)}
        tokens = tokenize(text, start, end, runs)
        self.tokens = [token for token in tokens if token.start not in hidden]
        self.words = [token.low or words.QUOTED for token in self.tokens]  # straight apostrophes
        places = [i for i, word in enumerate(self.words) if word == words.QUOTED]
        self.runs = dict(zip(places, runs, strict=True))  # word number -> quoted run

    def capital(self, i: int) -> bool:
        """Return whether word `i` has a capital or a mention mark, or is a quotation."""
        return i < len(self.tokens) and self.tokens[i].shape in ("Cap", "quote")

    def last_mark(self, q: int) -> str:
        """Return the last character of a quoted run, marks nested inside it left aside."""
        run = self.runs[q]
        return self.text[run.start : run.end].rstrip("’'”\"» ")[-1:] or " "

    def span(self, a: int, b: int) -> tuple[int, int]:
        """Return the code points that the words from `a` up to `b` cover."""
        return self.tokens[a].start, self.tokens[b - 1].end

    def name(self, a: int, b: int) -> tuple[int, int]:
        """Return the code points of a speaker, without the 's of “in Bell's words”."""
        start, end = self.span(a, b)
        return start, start + len(POSSESSIVE.sub("", self.text[start:end]))


def sentences(p: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield each sentence's pair of word numbers; a quotation stays with its attribution."""
    start = 0
    for i in range(len(p.words)):
        if _ends(p, i) or i - start >= LONGEST_SENTENCE:
            yield start, i + 1
            start = i + 1
    if start < len(p.words):
        yield start, len(p.words)


def _ends(p: Paragraph, i: int) -> bool:
    word = p.words[i]
    if word not in words.ENDING:
        return False
    after = p.words[i + 1] if i + 1 < len(p.words) else "."
    if word == words.QUOTED:
        return _quotation_ends_sentence(p, i, after)
    if word in words.CLOSING_ABBREVIATIONS:
        return after in words.OPENERS and p.capital(i + 1)
    return p.capital(i + 1) or after[0].isdigit() or after in words.OPENING_MARKS


def _quotation_ends_sentence(p: Paragraph, i: int, after: str) -> bool:
    """Return whether the words after a quotation belong to it no longer."""
    last = p.last_mark(i)
    if after == words.QUOTED:
        return True
    if last not in ENDS_OF_QUOTATIONS:
        return False
    if not p.capital(i + 1) and after not in words.PRONOUNS:
        return False
    return not _is_attribution(p, i + 1, short=last == ".")


def _is_attribution(p: Paragraph, i: int, short: bool) -> bool:
    """Return whether “Bell, 43, who saw it, asked on Monday.” stands at `i`, and no clause after.

    A quotation that ends in a full stop seldom goes on: only a `short` attribution will do.
    """
    aside = False
    for k in range(i, len(p.words)):
        word, after = p.words[k], p.words[k + 1] if k + 1 < len(p.words) else "."
        verb = VERBS.get(word)
        if verb and "quoting" in verb.roles:
            return k < i + 5 and after in ".,:" if short else not _clause_at(p, k + 1)
        aside = (aside and word != ",") or word in words.RELATIVES
        if word in words.STOPS or word == ";" or (word in words.FINITE and not aside):
            return False
    return False


def _clause_at(p: Paragraph, i: int) -> bool:
    """Return whether the words from `i` to the next comma have a verb of their own."""
    for k in range(i, len(p.words)):
        if p.words[k] in words.LINKS:
            return p.words[k] == "that"
        if p.words[k] in words.FINITE:
            return True
    return False
