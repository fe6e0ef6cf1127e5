"""Damage: text that was read with the wrong encoding, and what it was before.

Only spans are given, and the text stays as it is (docs/decisions/0018-damage-without-ftfy.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

WRONG = (
    *(("cp1252", "Windows-1252"), ("cp1250", "Windows-1250"), ("cp1251", "Windows-1251")),
    *(("latin-1", "ISO 8859-1"), ("iso8859-2", "ISO 8859-2"), ("mac_roman", "Mac Roman")),
    *(("cp437", "Code page 437"), ("cp850", "Code page 850"), ("cp852", "Code page 852")),
)
"""Encodings that programs take UTF-8 for, with the names by which people know them."""

LOST = "?"
"""What a character was that nobody can tell any more."""


@dataclass(frozen=True)
class Damage:
    """Characters that are the bytes of another one, read with the wrong encoding."""

    start: int  # code points into the text
    end: int
    text: str  # what stands there
    repaired: str  # the one character that it was; LOST where nobody can tell
    encoding: str  # by which the bytes were read; "" where nobody can tell
    written: str = "UTF-8"  # in which the bytes were written


def damage(text: str) -> list[Damage]:
    """Find characters that were read with the wrong encoding, and say what they were.

    The text is left as it is: a repair is a clue beside it. Only what fits exactly is given; and
    what people write on purpose, such as a capital before a closing mark (“É”, «Ä»), is left alone.
    """
    return list(_found(text))


_SUSPECT = re.compile(r"[^\x00-\x7f]{2}|[\x80-\x9f\ufffd]")


def _found(text: str) -> Iterator[Damage]:
    place = 0
    while match := _SUSPECT.search(text, place):
        place = match.start()
        one = _misread(text, place) or _control(text, place) or _lost(text, place)
        if one is not None:
            yield one
        place = one.end if one else place + 1


def _misread(text: str, start: int) -> Damage | None:
    """Return UTF-8 that was read as something else: â€™ for ’."""
    for length in (4, 3, 2):
        piece = text[start : start + length]
        if len(piece) < length or _is_meant(text, start, length):
            continue
        for codec, called in WRONG:
            if repaired := _repaired(piece, codec):
                return Damage(start, start + length, piece, repaired, called)
    return None


def _repaired(piece: str, codec: str) -> str:
    try:
        character = piece.encode(codec).decode("utf-8")
    except UnicodeError:
        return ""
    is_one = len(character) == 1 and unicodedata.category(character) not in ("Cc", "Cn", "Co")
    # Two bytes that make a rare letter are more likely two real characters.
    is_likely = len(piece) > 2 or "\xa0" <= character <= "\u017f"
    return character if is_one and is_likely else ""


def _control(text: str, start: int) -> Damage | None:
    """Return a control character that is a mark of Windows-1252, read as ISO 8859-1: U+0092 for ’."""
    sign = text[start]
    try:
        repaired = sign.encode("latin-1").decode("cp1252") if "\x80" <= sign <= "\x9f" else ""
    except UnicodeError:
        return None
    if not repaired or sign == "\x85" and not text[start - 1 : start].strip():
        return None  # U+0085 is also a line ending of its own
    return Damage(start, start + 1, sign, repaired, "ISO 8859-1", "Windows-1252")


def _lost(text: str, start: int) -> Damage | None:
    is_lost = text[start] == "\ufffd"
    return Damage(start, start + 1, "\ufffd", LOST, "", "") if is_lost else None


# --- What only looks like damage ---

_CLOSES = frozenset("»›”’“‘…–—\u2010\u2011\u2012\u2015\u2016\u2017‚„†‡•")
_MARKED = frozenset("»›™")


def _is_meant(text: str, start: int, length: int) -> bool:
    """Return whether characters stand there as people write them, whatever their bytes would make."""
    return any(rule(text, start, text[start : start + length]) for rule in RULES)


def _only_marks(text: str, start: int, piece: str) -> bool:
    """A letter and closing marks: parlé…», naïf.”, but not Ã”, which is Ô."""
    return (
        piece[0].isalpha()
        and not (len(piece) == 2 and piece[0] == "Ã")
        and (_CLOSES.issuperset(piece[1:]) and not (len(piece) == 2 and piece[1] in _MARKED))
    )


def _capital_before_mark(text: str, start: int, piece: str) -> bool:
    """A capital and a closing mark or a sign, where no word is torn: «Ä», MARKÄ™, but not tÄ™cza."""
    if len(piece) > 2 or piece[0] in "Ã" or not piece[0].isalpha() or piece[1] not in _MARKED:
        return False
    before, after = text[start - 1 : start], text[start + 2 : start + 3]
    if piece == "Â»":
        return "«" in text[max(start - 60, 0) : start].replace("Â«", "")
    return not (before.isalpha() and before.islower() or after.isalpha())


def _one_alphabet(text: str, start: int, piece: str) -> bool:
    """Two letters of one alphabet that is not Latin: Він, Дід."""
    names = {unicodedata.name(letter, "").partition(" ")[0] for letter in piece if letter.isalpha()}
    return len(piece) == 2 and piece.isalpha() and names <= {"CYRILLIC", "GREEK"}


RULES = (_only_marks, _capital_before_mark, _one_alphabet)
