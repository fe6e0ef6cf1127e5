"""A text as words and marks: one tokenizer for every room.

What stands inside quotation marks is somebody's words, so a rule that asks who speaks may not read
there: a quoted run is one token.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from helpers.text.abbreviations import ABBREVIATIONS, POINTERS, REFERENCES, SUFFIXES, TITLES
from helpers.text.marks import Run

WORD_SHAPES = frozenset(("Cap", "low", "num"))
_CALENDAR = frozenset(word for word in REFERENCES if len(word) > 2) & ABBREVIATIONS  # "Jan", "Sept"
_KEPT_WHOLE = (
    TITLES | SUFFIXES | _CALENDAR | POINTERS | frozenset(w for w in ABBREVIATIONS if w[0].isupper())
) - frozenset(("Me", "Sun", "Sat"))  # far more often words of their own
_TOKEN = re.compile(
    r"(?<!\w)[^\W\d_](?:\.[^\W\d_](?!\w))+\.?|(?:(?:Ph|Ed|Sc)\.D|W\.Va)\b\.?"  # U.S. a.m. Ph.D.
    r"|(?<=\s)['’](?:s|re|ve|d|ll|m)\b|n['’]t\b"  # what text cut into words leaves: Voss 's
    r"|[@#]\w+|[$£€¥]?[^\W_][\u0300-\u036f]*"
    r"(?:[^\W_]|[\u0300-\u036f]|_(?=[^\W_])|[&'’‐‑/-](?=[^\W_])|\.(?=[a-z0-9])|(?<=\d)[,:](?=\d))*"
    r"(?:(?<=[sn])['’](?!\w))?"  # voters' goin'
    r"|…|\.{2,}|--|``|''|[^\w\s]|_"
)
_INNER_CAPITAL = re.compile(r"[^\W\d_]{1,2}[-’'‐](\w)")  # al-Shabaab is a name


class Token(NamedTuple):
    """One word, mark or quoted run."""

    text: str  # as written
    low: str  # in lower case with straight apostrophes; empty for a quoted run
    start: int  # code points from the start of the whole text
    end: int  # code points, past its last character
    shape: str  # "Cap", "low", "num", "quote", or for a mark the mark itself


def tokenize(
    text: str, start: int = 0, end: int | None = None, runs: Iterable[Run] = ()
) -> list[Token]:
    """Return the words and marks of a stretch of a text, each quoted run as one token.

    `start` and `end` are code points; without `end` the stretch goes to the end of the text.
    `runs` are the quoted runs inside it, in order, as `helpers.text.marks` finds them; a run's
    token covers its marks. Never raises on a string; takes time in proportion to its length.
    """
    end = len(text) if end is None else end
    tokens: list[Token] = []
    for run in runs:
        tokens += _plain(text, start, run.outer_start)
        quoted = text[run.outer_start : run.outer_end]
        tokens.append(Token(quoted, "", run.outer_start, run.outer_end, "quote"))
        start = run.outer_end
    return [*tokens, *_plain(text, start, end)]


def is_word(token: Token) -> bool:
    """Return whether a token is a word or a number, and no mark and no quoted run."""
    return token.shape in WORD_SHAPES


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch without quotations."""
    held: Token | None = None  # the token before: a full stop may still join it
    for match in _TOKEN.finditer(text, start, end):
        word, here = match[0], match.start()
        if held and word == "." and held.end == here and _keeps_its_stop(held, text, here + 1):
            held = _token(held.text + ".", held.start)
            continue
        if held:
            yield held
        held = _token(word, here)
    if held:
        yield held


def _keeps_its_stop(token: Token, text: str, after: int) -> bool:
    """Return whether the full stop behind a word belongs to it: Gov. Sept. J. (before a name)."""
    following = text[after : after + 2].strip(" -")[:1]
    if len(token.text) == 1 and token.text.isupper():
        return following.isupper()
    return token.text in _KEPT_WHOLE or (token.text in REFERENCES and following.isdigit())


def _token(word: str, start: int) -> Token:
    low = word.lower().replace("’", "'")
    return Token(word, low, start, start + len(word), _shape(word))


def _shape(word: str) -> str:
    first = word[0]
    if first in "@#$£€¥'’" and len(word) > 1:
        return "Cap" if first == "@" else _shape(word[1:])
    if first.islower():
        inner = _INNER_CAPITAL.match(word)
        return "Cap" if inner and inner[1].isupper() else "low"
    return "Cap" if first.isalpha() else "num" if first.isdigit() else word
