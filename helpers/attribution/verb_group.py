"""The verb of an attribution: verb or noun, where its group starts, and whether it is passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.attribution.words import (
    AUXILIARIES,
    BE,
    NOUN_MARKERS,
    NOUN_NEIGHBOURS,
    PRONOUNS,
    QUOTED,
    VERB_NEIGHBOURS,
)
from helpers.text.classes import is_adverb
from helpers.text.verbs import VERBS

if TYPE_CHECKING:
    from helpers.attribution.sentence import Sentence

ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ent", "ing")


def is_verb(s: Sentence, i: int) -> bool:
    """Return whether the cue at `i` is a verb, and not the noun or adjective spelt the same."""
    verb, before = VERBS[s.words[i]], s.word(i - 1)
    if before in NOUN_MARKERS or _possessive(before):
        return False
    if not verb.noun_too:
        return True
    if before in NOUN_NEIGHBOURS:
        return False
    if before.endswith(ADJECTIVE_ENDINGS) and verb.form != "past":
        return False
    return verb.form != "base" or before.endswith("s") or before in VERB_NEIGHBOURS


def _possessive(word: str) -> bool:
    """Return whether a word is a noun with 's, as in "the mayor's claims", and not "he's"."""
    return word.endswith("'s") and word[:-2] not in PRONOUNS


def group_start(s: Sentence, i: int) -> int:
    """Return the first word of the verb group that ends at `i`: has also repeatedly said."""
    g = i
    while g > s.start and belongs(s, g - 1):
        g -= 1
    return g


def belongs(s: Sentence, i: int) -> bool:
    """Return whether the word at `i` may stand before the verb in its group."""
    return s.words[i] in AUXILIARIES or is_adverb(s.p.tokens[i].text)


def shape(s: Sentence, g: int, i: int) -> str:
    """Return whether the verb group from `g` to `i` is "active", "passive" or a "participle"."""
    form = VERBS[s.words[i]].form
    if (form == "ing" and g == i) or (form == "base" and s.word(g - 1) == "to"):
        return "participle"
    auxiliaries = [word for word in s.words[g:i] if word in AUXILIARIES]
    reduced = s.word(i + 1) == QUOTED and s.word(i + 2) == "by"  # a plan dubbed “madness” by X
    passive = form in ("past", "participle") and not BE.isdisjoint(auxiliaries[-1:])
    return "passive" if passive or reduced else "active"
