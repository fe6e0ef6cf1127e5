"""Damage: text that was read with the wrong encoding, and what it was before.

Only spans are given, and the text stays as it is (docs/decisions/0018-damage-without-ftfy.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.text.rules import Rule

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
    end: int  # code points, after the last character
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


def _class(first: int, last: int) -> str:
    """Return a regex class of all characters that some wrong table has for these bytes."""
    raw = bytes(range(first, last + 1))
    read = {one for codec, _ in WRONG for one in raw.decode(codec, "ignore")}
    gaps = {chr(byte) for byte in raw if byte < 0xA0}
    return "[" + re.escape("".join(sorted(read | gaps))) + "]"


_SUSPECT = re.compile(
    _class(0xC2, 0xF4) + _class(0x80, 0xBF) + "|[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]"
)
"""How UTF-8 begins: a byte that says how many follow, and one of those (RFC 3629)."""


def _found(text: str) -> Iterator[Damage]:
    place = 0
    while match := _SUSPECT.search(text, place):
        place = match.start()
        one = _misread(text, place) or _control(text, place) or _low_byte(text, place)
        one = one or _lost(text, place)
        if one is not None:
            yield one
        place = one.end if one else place + 1


def _misread(text: str, start: int) -> Damage | None:
    """Return UTF-8 that was read as something else: â€™ for ’."""
    for length in (4, 3, 2):
        piece = text[start : start + length]
        if len(piece) < length:
            continue
        for codec, called in WRONG:
            repaired = _repaired(piece, codec)
            if repaired and _is_likely(text, start, piece, repaired, codec):
                return Damage(start, start + length, piece, repaired, called)
    return None


def _repaired(piece: str, codec: str) -> str:
    try:
        character = b"".join(_byte(one, codec) for one in piece).decode("utf-8")
    except UnicodeError:
        return ""
    is_one = len(character) == 1 and unicodedata.category(character) not in ("Cc", "Cn", "Co")
    return character if is_one else ""


def _byte(character: str, codec: str) -> bytes:
    """Return the byte that a character was read from: for browsers, a gap in a Windows table is one."""
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        is_gap = codec.startswith("cp125") and "\x80" <= character <= "\x9f"
        return bytes([ord(character)]) if is_gap else character.encode(codec)


def _is_likely(text: str, start: int, piece: str, repaired: str, codec: str) -> bool:
    """Return whether damage explains some characters better than that they were written so.

    Two bytes that make a letter of Greek, Russian or another alphabet count in a run of them only:
    alone they are more likely two real characters. So are two that make a rare letter.
    """
    if len(piece) == 2 and "\u0370" <= repaired <= "\u06ff":
        return _is_in_run(text, start, repaired, codec)
    is_rare = len(piece) == 2 and not "\xa0" <= repaired <= "\u017f"
    return not is_rare and not any(rule.decide(text, start, piece, repaired) for rule in MEANT)


def _is_in_run(text: str, start: int, repaired: str, codec: str) -> bool:
    neighbours = (text[max(start - 2, 0) : start], text[start + 2 : start + 4])
    made = (_repaired(piece, codec) for piece in neighbours if len(piece) == 2)
    return any(one and ord(one) >> 8 == ord(repaired) >> 8 for one in made)


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


def _low_byte(text: str, start: int) -> Damage | None:
    """Return a mark of which only the second byte is left: U+0019 for ’, which is U+2019."""
    sign = text[start]
    if sign not in "\x13\x14\x18\x19\x1c\x1d":
        return None
    return Damage(start, start + 1, sign, chr(0x2000 + ord(sign)), "one byte each", "UTF-16")


def _lost(text: str, start: int) -> Damage | None:
    """Return a sign that stands for what could not be read, or that no text has."""
    sign = text[start]
    is_break = sign == "\x85"
    is_lost = sign == "\ufffd" or unicodedata.category(sign) == "Cc" and not is_break
    return Damage(start, start + 1, sign, LOST, "", "") if is_lost else None


# --- What only looks like damage ---

_CLOSING = frozenset("»›”’“‘…–—´•‚„†‡\u2010\u2011\u2012\u2015\u2016\u2017")
_FOLLOWING = frozenset("»›™£\xa0")
"""What follows a capital on purpose: «Ä», MARKÄ™, SELKÄ and a space that does not break."""


def _letter_with_marks(text: str, start: int, piece: str, repaired: str) -> bool:
    marks = piece[1:]
    is_most_common = len(piece) == 2 and (piece[0] == "Ã" or marks in _FOLLOWING)
    return piece[0].isalpha() and _CLOSING.issuperset(marks) and not is_most_common


def _capital_with_sign(text: str, start: int, piece: str, repaired: str) -> bool:
    is_pair = len(piece) == 2 and piece[0].isalpha() and piece[1] in _FOLLOWING
    if not is_pair or piece[0] in "ÂÃ":
        return False
    before, after = text[max(start - 1, 0) : start], text[start + 2 : start + 3]
    return before.isupper() or not (before.isalpha() or after.isalpha())


def _sound_twin(text: str, start: int, piece: str, repaired: str) -> bool:
    return piece == "Â»" and "«" in text[max(start - 60, 0) : start].replace("Â«", "")


def _cyrillic(text: str, start: int, piece: str, repaired: str) -> bool:
    return all("\u0400" <= letter <= "\u04ff" for letter in piece)


def _letters_only(text: str, start: int, piece: str, repaired: str) -> bool:
    return len(piece) == 3 and piece.isalpha() and not "\u2010" <= repaired <= "\u2122"


MEANT = (
    Rule(
        "a letter and closing marks",
        "People close a quotation or break off after any letter. Only Ã is nearly always damage.",
        _letter_with_marks,
        "«Elle a parlé…» et “É”",
        "voilÃ”",
    ),
    Rule(
        "a capital and a sign",
        "A word or a name in capitals ends before a mark; damage tears words apart.",
        _capital_with_sign,
        "«Ä» MARKÄ™",
        "ciÄ™cie",
    ),
    Rule(
        "a closing mark with a sound twin",
        "Where « is sound, the program read the page rightly, and » is what it seems.",
        _sound_twin,
        "«Â»",
        "Â«motÂ»",
    ),
    Rule(
        "two Cyrillic letters",
        "In Windows-1251 the bytes of a mark are a capital and a letter that do stand together.",
        _cyrillic,
        "Він і Дід",
        "Рџ СЂРёРІ",
    ),
    Rule(
        "three letters",
        "Three letters that would make one of a rare alphabet are what they seem.",
        _letters_only,
        "Ôôô",
        "itÔÇÖs",
    ),
)
"""Why characters may stand there on purpose, whatever their bytes would make. Any one is enough."""
