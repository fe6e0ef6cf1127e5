"""The verb of an attribution: where its group starts, and whether it is passive."""

from helpers.attribution import words
from helpers.attribution.sentence import Sentence
from helpers.text.classes import is_adverb
from helpers.text.verbs import VERBS


def group_start(s: Sentence, i: int) -> int:
    """Return the first word of the verb group that ends at `i`: has also repeatedly said."""
    g = i
    while g > s.start and belongs(s, g - 1):
        g -= 1
    return g


def belongs(s: Sentence, i: int) -> bool:
    """Return whether the word at `i` may stand before the verb in its group."""
    return s.words[i] in words.AUXILIARIES or is_adverb(s.p.tokens[i].text)


def shape(s: Sentence, g: int, i: int) -> str:
    """Return whether the verb group from `g` to `i` is "active", "passive" or a "participle"."""
    form = VERBS[s.words[i]].form
    if (form == "ing" and g == i) or (form == "base" and s.word(g - 1) == "to"):
        return "participle"
    auxiliaries = [word for word in s.words[g:i] if word in words.AUXILIARIES]
    past = form in ("past", "participle")
    passive = past and not words.BE.isdisjoint(auxiliaries[-1:])
    impersonal = past and g == i and s.word(g - 1) == "it's"  # it's said that
    written_by = form == "participle" and not auxiliaries  # a book written by X
    by = s.word(i + 1) == words.QUOTED and s.word(i + 2) == "by"  # a plan dubbed “madness” by X
    return "passive" if passive or impersonal or written_by or by else "active"
