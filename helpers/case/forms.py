"""The forms of an answer to a single question, and reading one however it was written.

`8`, `s8`, "Sentence 8" and "the eighth" are one answer. What fits no form gives None, so that a
learner can be told how to answer instead of being told that the answer is another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from helpers.case.parts import Sentence

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
FIRSTS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(ONES)},
    **{word: number for number, word in enumerate(FIRSTS)},
    **TENS,
    **{f"{tens[:-1]}ieth": number for tens, number in TENS.items()},
    **{
        f"{tens}-{word}": number + digit
        for tens, number in TENS.items()
        for words in (ONES[:10], FIRSTS[:10])
        for digit, word in enumerate(words)
        if digit
    },
    "none": 0,
    "nil": 0,
}
DIGITS = r"(?<![\w.+-])[+-]?\d+(?:\.\d*)?(?:(?<=\d)(?:st|nd|rd|th))?(?!\w)"
TOKEN = re.compile(rf"{DIGITS}|(?<!\w)[a-z]+(?:-[a-z]+)?(?!\w)")
WORD = re.compile(r"\w+(?:'\w+)*")
SENTENCE_ID = re.compile(r"(?<!\w)s ?(\d{1,3})(?!\w)")


def plain(written: str) -> str:
    """Return words without what does not count: capitals, marks, spaces, the kind of apostrophe."""
    return " ".join(WORD.findall(written.casefold().replace("’", "'")))


def number_in(written: str) -> str:
    """Return the one number that a text names, in figures; "" where it names none, or several.

    A number keeps its sign and its fraction: 1, "01", 1.0, "one" and "the first" are one answer,
    -1 and 1.5 are others.
    """
    tokens = TOKEN.findall(written.casefold().replace("−", "-").replace("–", "-"))
    found = {number for number in map(_number, tokens) if number}
    return found.pop() if len(found) == 1 else ""


def _number(token: str) -> str:
    if token in NUMBER_WORDS:
        return str(NUMBER_WORDS[token])
    digits = re.match(r"([+-]?)0*(\d+)(?:\.(\d*?)0*$)?", token)
    if not digits:
        return ""
    sign, whole, fraction = digits.groups()
    return f"{sign.strip('+')}{whole}{'.' * bool(fraction)}{fraction or ''}"


def sentence_numbers(text: str, sentences: Sequence[Sentence]) -> dict[str, int]:
    """Return the number that is printed beside each sentence, by its id; the headline's is 0."""
    first_line = text.partition("\n")[0]
    has_headline = bool(sentences) and sentences[0].anchor.start < len(first_line)
    return {one.id: place + (not has_headline) for place, one in enumerate(sentences)}


Reader = Callable[[str, Mapping[str, str], Mapping[str, int]], str]
"""Reads what was written, beside the texts of the options and the numbers of the sentences."""


def _choice(written: str, options: Mapping[str, str], _numbers: Mapping[str, int]) -> str:
    said = plain(written)
    fits = [one for one, text in options.items() if said in (plain(one), plain(text))]
    last = said.rpartition(" ")[2]
    fits = fits or [one for one in options if last and plain(one) == last]
    number = number_in(said)
    fits = fits or [one for one in options if number and re.fullmatch(rf"[a-z]+-?{number}", one)]
    return fits[0] if len(fits) == 1 else ""


def _sentence(written: str, _options: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    said = written.casefold().strip()
    if said in numbers:
        return said
    ids = SENTENCE_ID.findall(said)
    number = ids[0].lstrip("0") or "0" if len(ids) == 1 else number_in(said)
    if not number and re.search(r"\b(?:headline|title)\b", said):
        number = "0"
    return next((one for one, printed in numbers.items() if str(printed) == number), "")


FORMS: Mapping[str, Reader] = {
    "choice": _choice,
    "number": lambda written, _options, _numbers: number_in(written),
    "words": lambda written, _options, _numbers: plain(written),
    "sentence": _sentence,
}
"""How an answer may look: one of a few, a number, words copied out, or a sentence of the text."""

TYPED = frozenset({"number", "words"})
"""The forms that are typed into a box. The other two are chosen."""
