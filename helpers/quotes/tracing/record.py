"""What a record adds to the words that were spoken: notes, stage directions, page furniture."""

import re

from helpers.quotes.tracing.words import Word, words_of

# Each with the reason why it is no word of the speaker's. Lines are taken with their line ends.
_ADDED = (
    r"\[[^\[\]]{1,200}\]",  # [13], [Applause]: editors and writers of minutes mark their own words
    r"(?:\A|\n)\s*(?:\d+\s*\n)?\s*[\d:]{4,8}[.,]\d{1,3}\s*-->[^\n]*(?:\n|\Z)",  # a subtitle's time
    r"\n\s*(?:[Pp]age\s)?[\s–—-]*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s–—-]*?(?:\n\s*|\Z)",  # a page
    r"\n\s*\n[^\na-z]*[^\W\d_a-z]{3}[^\na-z]*\n\s*\n\s*",  # a heading in capitals
    r"(?<=[\w,;])\s*\n\s*\n[^\n]{1,80}\n\s*\n\s*(?=[a-z])",  # a line that parts a sentence
)
ADDED = re.compile("|".join(_ADDED))
ASIDE = re.compile(r"\W*\([^()]{1,200}\)\W*")
# A full stop before a small letter belongs to an abbreviation: "in Washington, D.C. is".
SENTENCE_BREAK = re.compile(r"(?:[!?。！？]|[.…](?! [a-z]))(?=[\s\"'”’)\]]|$)|\n\s*\n")
NEAR = 1000  # code points that count as the same passage


class Between:
    """The source's text between two of its words."""

    def __init__(self, text: str, start: int, end: int) -> None:
        # One code point more, for a line that parts a sentence is known by what follows it.
        spans = [match.span() for match in ADDED.finditer(text, start, end + 1)]
        spoken = text[start:end]
        for a, b in spans:
            spoken = spoken[: a - start] + " " * (b - a) + spoken[b - start :]
        self.all = words_of(text, start, end)
        self.words = [  # passed over by the quotation
            word for word in self.all if not any(a <= word.start < b for a, b in spans)
        ]
        self.added = [
            words_of(text, a, b) for a, b in spans if any(map(str.isalpha, text[a:b]))
        ]  # by the record, in words
        self.sentence_end = bool(SENTENCE_BREAK.search(spoken + text[end : end + 1]))
        self.aside = bool(ASIDE.fullmatch(spoken))


def rest_of_sentence(text: str, start: int) -> list[Word]:
    """Return the words from a place to the end of its sentence."""
    stop = SENTENCE_BREAK.search(text, start, start + NEAR)
    return words_of(text, start, stop.start() if stop else min(len(text), start + NEAR))


def start_of_sentence(text: str, end: int) -> list[Word]:
    """Return the words from the start of a sentence to a place in it."""
    start = max(0, end - NEAR)
    for match in SENTENCE_BREAK.finditer(text, start, end):
        start = match.end()
    return words_of(text, start, end)
