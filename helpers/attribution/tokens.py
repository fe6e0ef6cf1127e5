"""A paragraph as words, with each run of quoted words as one, cut into sentences.

What is said inside the marks never confuses the sentence around them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from helpers.attribution.words import (
    DOUBLE_LIVES,
    PRONOUNS,
    VERBS,
)
from helpers.text.marks import Run

QUOTED = "“”"  # the word that stands for a whole run of quoted words
DASHES = frozenset(("—", "–", "--", "―"))
SIGNING = DASHES | {"-", "~"}
STOPS = frozenset(".!?…")
TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Maj|Capt|Adm|Rev|Prof|St|Jr|Sr|vs"
    r"|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind"
    r"|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis)\."
    r"|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])"
    r"|[@#$£€]?\w+(?:[’'‑/\-]\w+|[.,:]\d+)*[’']?|…|\.{2,}|--|[^\w\s]"
)


# No report has such sentences; the limit keeps nonsense from taking long.
LONGEST_SENTENCE = 250


@dataclass
class Tokens:
    """One paragraph cut into words, with each quoted run as a single token."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # lower case
    runs: dict[int, Run] = field(default_factory=dict)  # token number -> run

    def capital(self, i: int) -> bool:
        """Say whether token `i` starts with a capital letter, a mention mark or a quotation."""
        if i >= len(self.starts):
            return False
        first = self.text[self.starts[i]]
        return first.isupper() or first in '@“"‘'

    def last_mark(self, q: int) -> str:
        """Give the last character of a quoted run, marks nested inside it left aside."""
        run = self.runs[q]
        return self.text[run.start : run.end].rstrip("’'”\"» ")[-1:] or " "

    def span(self, a: int, b: int) -> tuple[int, int]:
        """Give the code points that tokens `a` up to `b` cover."""
        return self.starts[a], self.ends[b - 1]


def tokenize(text: str, start: int, end: int, runs: list[Run]) -> Tokens:
    """Cut one paragraph into tokens."""
    tokens = Tokens(text)
    position = start
    for run in [*runs, None]:
        stop = run.outer_start if run else end
        for match in TOKEN.finditer(text, position, stop):
            tokens.starts.append(match.start())
            tokens.ends.append(match.end())
            tokens.words.append(match[0].lower())
        if run:
            tokens.runs[len(tokens.words)] = run
            tokens.starts.append(run.outer_start)
            tokens.ends.append(run.outer_end)
            tokens.words.append(QUOTED)
            position = run.outer_end
    return tokens


def sentences(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Give the token ranges of a paragraph's sentences; a quotation stays with its attribution."""
    start, words = 0, tokens.words
    for i, word in enumerate(words):
        may_end = word in STOPS or word in CLOSING_ABBREVIATIONS or word == QUOTED
        if (may_end and _sentence_ends(tokens, i)) or i - start >= LONGEST_SENTENCE:
            yield start, i + 1
            start = i + 1
    if start < len(words):
        yield start, len(words)


# Abbreviations that can close a sentence as well as stand inside one.
CLOSING_ABBREVIATIONS = frozenset(
    ("u.s.", "d.c.", "jr.", "sr.", "inc.", "corp.", "co.", "p.m.", "a.m.", "...")
)
SENTENCE_OPENERS = frozenset("the a an in on he she it they we but and however this that".split())


def _sentence_ends(tokens: Tokens, i: int) -> bool:
    words, after = tokens.words, i + 1
    if after >= len(words):
        return True
    if words[i] == QUOTED:
        return _quotation_ends_sentence(tokens, i)
    if words[after] == QUOTED:
        return words[i] in ".!?" or words[i] == "…"
    if words[i] in CLOSING_ABBREVIATIONS:
        return tokens.capital(after) and words[after] in SENTENCE_OPENERS
    return tokens.capital(after) or words[after][0].isdigit() or words[after] in "([-•*"


def _quotation_ends_sentence(tokens: Tokens, i: int) -> bool:
    """Decide whether the words after a quotation that ends in . ? or ! still belong to it."""
    words, last = tokens.words, tokens.last_mark(i)
    if words[i + 1] == QUOTED:
        return last in ".?!…" or tokens.text[tokens.runs[i + 1].start].isupper()
    if words[i + 1] in SIGNING:
        return False
    if last not in ".?!…—-" or (not tokens.capital(i + 1) and words[i + 1] not in PRONOUNS):
        return False
    return not _bare_attribution(tokens, i + 1, strict=last == ".")


def _bare_attribution(tokens: Tokens, i: int, strict: bool) -> bool:
    """Say whether “she said.” or “said Smith.” follows, with nothing said after it."""
    words = tokens.words
    for k in range(i, min(i + (5 if strict else 10), len(words))):
        if words[k] in ".?!;":
            return False
        entry = VERBS.get(words[k])
        if entry and "quoting" in entry[2] and words[k] not in DOUBLE_LIVES:
            follow = words[k + 1] if k + 1 < len(words) else "."
            return follow in ".,:" or (not strict and follow != "that")
    return False
