"""Lesson 4: a sentence as words and marks, each quotation standing as one token.

What stands inside quotation marks is somebody's words, so no rule for sources may read there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Range = tuple[int, int]
"""From and up to: code points in a sentence, or places in its list of tokens."""

WORDS = ("Cap", "low", "num")
DASHES = ("—", "–", "-")


class Token(NamedTuple):
    """One word, mark or quotation; `low` is the word in small letters with straight apostrophes."""

    text: str
    low: str
    start: int
    end: int
    shape: str  # "Cap", "low", "num", "quote" or the punctuation mark itself


_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\b(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|St|Jr|Sr"
    r"|Inc|Corp|Ltd|Hon|Atty|Supt|Insp|Cllr|[A-Z])\.|n['’]t\b"
    r"|[^\W_][\u0300-\u036f]*(?:[^\W_]|[\u0300-\u036f]|[.&'’‐/-](?=[^\W_]))*|\.\.\.|[^\w\s]"
)
_MARKS = re.compile(r"''|[\"“”„«»‘’'‹›]")


def tokenize(text: str, inside: bool = False) -> list[Token]:
    """Cut a sentence into tokens; `inside` says that it begins within an open quotation."""
    found: list[Token] = []
    done = 0
    for start, end in _quoted(text, inside):
        found += _plain(text, done, start)
        found.append(Token(text[start:end], "", start, end, "quote"))
        done = end
    return found + _plain(text, done, len(text))


def masked(text: str, tokens: Sequence[Token]) -> str:
    """Return the sentence with its quotations blanked, at the same length."""
    pieces, done = [], 0
    for token in tokens:
        if token.shape == "quote":
            pieces += [text[done : token.start], " " * (token.end - token.start)]
            done = token.end
    return "".join([*pieces, text[done:]])


def is_word(token: Token) -> bool:
    """Tell words and numbers from marks and quotations."""
    return token.shape in WORDS


def base(token: Token) -> str:
    """Return the word in small letters, without a possessive ending."""
    return token.low.removesuffix("'s")


def is_owner(token: Token) -> bool:
    """Say whether the word is a possessive, as in "Lima's"."""
    return token.low.endswith("'s")


def span(tokens: Sequence[Token]) -> Range:
    """Return where in the sentence these tokens stand."""
    return tokens[0].start, tokens[-1].end


def _plain(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(m[0], m[0].lower().replace("’", "'"), m.start(), m.end(), _shape(m[0]))
        for m in _TOKEN.finditer(text, start, end)
    ]


def _shape(word: str) -> str:
    first = word[0]
    if first.islower():
        inner = re.search(r"[-’'‐](\w)", word[:4])  # al-Shabaab is a name
        return "Cap" if inner and inner[1].isupper() else "low"
    return "Cap" if first.isalpha() else "num" if first.isdigit() else word


# --- Quotations ---


def _quoted(text: str, inside: bool) -> Iterator[Range]:
    """Yield what stands in quotation marks, marks included, from left to right."""
    start, want, fresh = (0, "double", False) if inside else (-1, "", True)
    last_single = _last_single(text)
    for mark in _MARKS.finditer(text):
        kind = "single" if mark[0] in "‘’'‹›" else "double"
        if start >= 0:
            if kind == want and _ends_quote(text, mark):
                yield start, mark.end()
                start, fresh = -1, False
        elif _starts_quote(text, mark, kind, last_single):
            start, want = mark.start(), kind
        elif fresh and kind == "double" and _closes(text, mark):
            yield 0, mark.end()
            fresh = False
    if start >= 0:
        yield start, len(text)


def _last_single(text: str) -> int:
    """Say where the last single mark stands that may close a quotation, or -1."""
    singles = (m for m in _MARKS.finditer(text) if m[0] in "'’")
    return max((m.start() for m in singles if _closes(text, m)), default=-1)


def _starts_quote(text: str, mark: re.Match, kind: str, last_single: int) -> bool:
    if kind == "single":
        return mark[0] in "‘'" and mark.start() < last_single and _opens(text, mark)
    return mark[0] in "“„«" or (mark[0] != "”" and _opens(text, mark))


def _ends_quote(text: str, mark: re.Match) -> bool:
    return mark[0] in '”»"' or _closes(text, mark)


def _opens(text: str, mark: re.Match) -> bool:
    before, after = _around(text, mark)
    return (before.isspace() or before in "([—–-:/") and not after.isspace()


def _closes(text: str, mark: re.Match) -> bool:
    before, after = _around(text, mark)
    return not before.isspace() and not after.isalnum()


def _around(text: str, mark: re.Match) -> tuple[str, str]:
    """Return the neighbours of a mark; the edges of the text count as white space."""
    return text[max(0, mark.start() - 1) : mark.start()] or " ", text[
        mark.end() : mark.end() + 1
    ] or " "
