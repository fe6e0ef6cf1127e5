"""Words as they are compared: what counts as the same word, and what is only typography.

Decided here: case, the kind of apostrophe, invisible characters, a hyphen at a line's end and the
composition of letters do not count. A number is one word with its sign, currency, points, commas,
slashes, dashes and per cent sign, for a figure lives by them: 3.5 is not 35, and £5 is not $5.
Only its spacing, its kind of dash, and what groups its thousands (1,000, 1 000, 1'000) are
typography. A comma or point that groups no thousands stays as it is: 1,5 is neither 15 nor 1.5.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_RAISED = r"\u00b2\u00b3\u00b9\u2070-\u207f"
_ACCENTS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
_UNSEEN = r"\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff"
_APOSTROPHES = "'’ʼ‘‛´`′＇"
_DASHES = r"\-‐‑‒–−"
_CURRENCIES = r"$£€¥¢\u20a0-\u20bf"
_LINE_END = r"[-‐\u00ad]\r?\n[ \t]*(?=[^\W\d_A-Z])"

_LETTER = rf"[^\W_{_IDEOGRAPHS}{_RAISED}]"
_LETTERS = rf"{_LETTER}+(?:[{_ACCENTS}{_UNSEEN}]+{_LETTER}+)*[{_ACCENTS}]*"
_GROUP = "[ \u00a0\u2009\u202f]"
_NUMBER = (
    rf"(?:(?<![^\s(\[{{\"“‘'«„=/])[{_DASHES}+<>≤≥~≈±])?(?:[{_CURRENCIES}]{_GROUP}?)?"
    rf"(?:\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)|\d+)(?:[.,:/{_APOSTROPHES}{_DASHES}]\d+)*"
    rf"(?:{_LETTERS})?(?:(?<!\d\d\d)[{_RAISED}]+)?"
    rf"(?:{_GROUP}?[%‰]|°|{_GROUP}?[{_CURRENCIES}](?!\d))?"
)
# A raised figure after three letters is the number of a note; m² and CO² are units.
_PLAIN_WORD = (
    rf"{_LETTERS}(?:(?:[{_APOSTROPHES}]|{_LINE_END}){_LETTERS})*"
    rf"(?:(?<!{_LETTER}{_LETTER}{_LETTER})[{_RAISED}]+)?"
)
WORD = re.compile(rf"[{_IDEOGRAPHS}]|{_NUMBER}|{_PLAIN_WORD}")
_HIDDEN = re.compile(rf"{_LINE_END}|[{_UNSEEN}]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_ACCENT = re.compile(f"[{_ACCENTS}]+")
_DASH = re.compile(f"[{_DASHES}]")
_THOUSANDS = re.compile(
    r"(?<![\d.,])\d{1,3}(?:([,' \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?![\d,])"
)
_MONEY = re.compile(f"[{_CURRENCIES}]")
_SPACED = re.compile(f"([{_IDEOGRAPHS}])")
_NOTE = re.compile(f"[{_RAISED}]+")
_TERM = re.compile(rf"[{_IDEOGRAPHS}]|{_LETTER}+")


@dataclass(frozen=True)
class Word:
    """A word, where it stands (code points), and two spellings to compare it by."""

    start: int  # in code points
    end: int  # in code points
    key: str  # lower case, one kind of apostrophe, a number in one typography
    plain: str  # also without accents


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]`; hyphens part words, ideographs stand alone."""
    found = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        key = fold(match[0])
        found.append(Word(match.start(), match.end(), key, without_accents(key)))
    return found


def fold(word: str) -> str:
    """Return a word as it is compared."""
    if word.isalpha() and word.isascii():  # most are, and the rest takes time
        return word.lower()
    word = _APOSTROPHE.sub("'", unicodedata.normalize("NFC", _HIDDEN.sub("", word).casefold()))
    # A number has its currency first and nothing between its thousands.
    if _DASH.match(word):
        word = "−" + word[1:]  # a sign, not the dash of a range
    word = word[:1] + _DASH.sub("-", word[1:])
    word = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match[0]), word)
    return "".join((*_MONEY.findall(word), *_MONEY.sub("", word).split()))


def without_accents(text: str) -> str:
    """Return a text without the accents of its letters."""
    # Only to save time: plain letters have none.
    return text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFD", text))


def letters_of(words: Iterable[Word]) -> str:
    """Return the letters of some words, hyphens and spaces left out, so that wordings compare.

    Figures stay apart: twenty-five is twentyfive, but 1-2 is 1 – 2 and not 12.
    """
    joined = "".join(f"|{w.key}|" if not w.key[0].isalpha() else w.key for w in words)
    return re.sub(r"(?<=\d)-(?=\d)|\|+", "|", joined).strip("|")


def searchable(text: str) -> str:
    """Return a text spelt so that every index sees the same terms in it."""
    text = _HIDDEN.sub("", text).casefold()
    text = _NOTE.sub(" ", _APOSTROPHE.sub("'", without_accents(text)))
    # A lone surrogate has no UTF-8 form, so a database cannot take it.
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return _SPACED.sub(r" \1 ", text)


def terms_of(text: str) -> list[str]:
    """Return the terms by which an index knows a text: runs of letters and figures."""
    return _TERM.findall(searchable(text))
