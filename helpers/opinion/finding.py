"""Where the listed words stand as cues in a text, and which of them stand in quotation marks."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from helpers.opinion.lexicon import LISTS, Entry, Guard, guards, lexicon
from helpers.text.marks import paragraphs, quoted_runs, runs_of_sentence
from helpers.text.words import tokenize

# What a listed phrase calls a word: one side of a hyphen, without figures or stops around it.
PART = re.compile(r"[^\W\d_](?:[^-‐‑/&_]*[^\W_])?")
# One space or hyphen or line end: a phrase may be wrapped, but never runs into a new paragraph.
GAP = re.compile(r"(?=\s)[^\S\n]{0,3}\n?[^\S\n]{0,2}|[-‐‑]")
# What may stand behind a verb of the `speech` rules instead of one of its words.
SPEECH_MARKS = frozenset("“\"‘':,.«")


class Token(NamedTuple):
    """A word, in lower case for look-up, and the text between it and the word before."""

    word: str  # in lower case, with straight apostrophes; "US" for the country
    start: int  # in code points
    end: int  # in code points
    gap: str  # the first code points of the text since the word before
    shape: str  # the word as printed


def tokens_in(text: str) -> list[Token]:
    """Return the words of a text, and an empty one for its end."""
    found, past, shouted = [], 0, text.isupper()
    for token in tokenize(text):
        for part in PART.finditer(token.text):
            start, end = token.start + part.start(), token.start + part.end()
            # Only the first characters of a gap are ever looked at.
            gap = text[past : min(start, past + 8)]
            # The US is a country; in a text all in capitals nobody can tell.
            country = part[0] == "US" and not shouted
            word = part[0] if country else token.low[slice(*part.span())]
            found.append(Token(word, start, end, gap, part[0]))
            past = end
    found.append(Token("", len(text), len(text), text[past : past + 8], ""))
    return found


def hits_in(tokens: list[Token]) -> Iterator[tuple[int, int, Entry]]:
    """Yield the first and past-the-last token of each cue, the longest phrase winning."""
    listed, at, last = lexicon(), 0, len(tokens) - 1
    while at < last:
        for entry in listed.get(tokens[at].word) or _owners(tokens[at].word):
            past = at + len(entry.words)
            if _fits(tokens, at, entry) and _counts(tokens, at, past, entry):
                yield at, past, entry
                at = past
                break
        else:
            at += 1


def _owners(word: str) -> list[Entry]:
    """Return the entries for the owner in a genitive: the regime's leader."""
    if not word.endswith("'s"):
        return []
    return [entry for entry in lexicon().get(word[:-2], ()) if entry.kind == "loaded"]


def span(tokens: list[Token], at: int, past: int, entry: Entry) -> tuple[int, int]:
    """Return the start and end of a cue, without the 's of a genitive."""
    word, end = tokens[past - 1].word, tokens[past - 1].end
    genitive = word.endswith("'s") and not entry.words[-1].endswith("'s")
    return tokens[at].start, end - 2 if genitive else end


def _fits(tokens: list[Token], at: int, entry: Entry) -> bool:
    """Return whether the phrase stands here, its words parted by a space or a hyphen only."""
    if len(entry.words) == 1:
        return True
    ahead = tokens[at + 1 : at + len(entry.words)]
    return len(ahead) == len(entry.words) - 1 and all(
        token.word in (word, word + "'s") and GAP.fullmatch(token.gap)
        for token, word in zip(ahead, entry.words[1:], strict=True)
    )


def _counts(tokens: list[Token], at: int, past: int, entry: Entry) -> bool:
    """Return whether what stands around a listed word leaves it a cue."""
    before = tokens[at - 1].word if at and _close(tokens[at].gap) else ""
    if _compound(tokens, at, past, entry.kind) or _is_name(tokens, at, entry):
        return False
    behind = tokens[past].word if _close(tokens[past].gap) else ""
    rules = guards().get((entry.kind, entry.words), ())
    return all(_allows(rule, behind if rule.behind else before, tokens[past]) for rule in rules)


def _allows(guard: Guard, neighbour: str, following: Token) -> bool:
    found = neighbour in guard.others or (neighbour[-2:] == "'s" and "'s" in guard.others)
    if guard.rule == "not":
        return not found
    mark = following.gap.strip()[:1]
    return found or (guard.rule == "speech" and mark != "" and mark in SPEECH_MARKS)


def _close(gap: str) -> bool:
    return bool(GAP.fullmatch(gap))


def _compound(tokens: list[Token], at: int, past: int, kind: str) -> bool:
    """Return whether a hyphen makes it another word: must-see, anti-racist."""
    before, behind = tokens[at].gap, tokens[past].gap
    if kind != "loaded":
        return behind in ("-", "‑", "‐") or (before in ("-", "‑", "‐") and at > 0)
    return before == "-" and at > 0 and tokens[at - 1].word in ("anti", "non", "counter", "un")


def _is_name(tokens: list[Token], at: int, entry: Entry) -> bool:
    """Return whether capitals make it a name: the month of May, Ms Savage."""
    shape = tokens[at].shape
    if not shape[:1].isupper() or len(entry.words) > 1:
        return False
    if entry.words[0] == "may":
        return shape != "MAY"
    if entry.words[0] not in LISTS["names"] or shape.isupper():
        return False
    inside = at > 0 and (_close(tokens[at].gap) or tokens[at - 1].shape.istitle())
    return inside or tokens[at + 1].shape.istitle()


def within(spans: list[tuple[int, int]], position: int) -> bool:
    """Return whether a position lies in one of the spans, which are in order and do not overlap."""
    at = bisect_right(spans, (position, math.inf)) - 1
    return at >= 0 and position < spans[at][1]


def quoted_in(text: str) -> list[tuple[int, int]]:
    """Return the spans inside quotation marks, in order."""
    parts = paragraphs(text)
    runs = quoted_runs(text, parts) if len(parts) > 1 else [runs_of_sentence(text)]
    return [(run.start, run.end) for paragraph in runs for run in paragraph]
