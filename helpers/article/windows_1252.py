"""Whether a text makes sense in windows-1252, by the company that its unusual characters keep."""

from __future__ import annotations

import re
from pathlib import Path

from helpers.text.lists import read_lists

ALPHABETS = [
    frozenset(letters)
    for letters in read_lists(Path(__file__).with_name("windows_1252.txt")).values()
]
FITTING_MARK = re.compile(
    r"(?<=\w)[’‘](?=\w)"  # it’s
    r"|(?<!\w)[‘’“„‚«¿¡](?=\s?\w)"  # it opens something, or stands for what is left out: ’90s
    r"|(?<=[\w.,;:!?…)’”»])\s?[’”“»‘]+(?!\w)"  # it closes something
    r"|[€£¥§©®](?=\s?\w)|(?<=\d)\s?[€£¢°ºª¼½¾²³‰](?!\w)|(?<=\w)[™®©†‡]"  # €6, 6 €, 6°
    r"|(?<=\bm)[²³]|(?<=\b[ckm]m)[²³]"
    r"|(?<!\w)[¼½¾](?!\w)|(?<=\d)[×÷±]|[×±](?=\s?\d)"
    r"|(?<=[\w\s.,;:!?”’)»])[–—…]|(?<!\w)[–—…•·]|\xa0|\xad"
)
WORD = re.compile(r"[^\W\d_]+")


def is_western(text: str) -> bool:
    """Return whether every mark stands where such marks stand, and all letters are one language's.

    `text` is what windows-1252 makes of some bytes. A word is believed if plain letters carry it
    and its capitals stand first, or fill it.
    """
    words = [word for word in WORD.findall(FITTING_MARK.sub(" ", text)) if not word.isascii()]
    if not all(map(_is_word, words)):
        return False
    letters = {letter for word in words for letter in word.lower() if letter > "\x7f"}
    marks = re.sub(r"[^\W\d_]", "", FITTING_MARK.sub(" ", text))
    return marks.isascii() and any(letters <= alphabet for alphabet in ALPHABETS)


def _is_word(word: str) -> bool:
    is_carried = len(word) == 1 or 3 * sum(letter.isascii() for letter in word) >= len(word)
    return is_carried and (word[1:] == word[1:].lower() or word == word.upper())
