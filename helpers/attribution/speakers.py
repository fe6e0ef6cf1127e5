"""The speaker of an attribution: where the noun phrase before or after its verb begins and ends."""

from helpers.attribution import verb_group
from helpers.attribution.sentence import Sentence
from helpers.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    BREAKS_AND_QUOTED,
    CLOSING,
    CONJUNCTIONS,
    DASHES,
    DESCRIBING,
    FINITE_OR_BREAK,
    KEEPING,
    LINKERS,
    LOOSE,
    NEVER_DESCRIBING,
    NO_APPOSITION,
    PERSONAL,
    PHRASE_FOLLOWERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTED,
    RELATIVES,
    STEPPED_OVER,
    SUBJECT_END,
    SUBORDINATORS,
    TIMES,
)
from helpers.text.classes import is_adverb
from helpers.text.verbs import VERBS

Range = tuple[int, int]


def subject(s: Sentence, g: int, low: int) -> Range | None:
    """Return the noun phrase between `low` and a verb group that starts at `g`, or None."""
    b, cut = g, None
    if b - 1 >= low and is_pronoun(s.words[b - 1]):
        return b - 1, b
    if b - 1 >= low and (s.words[b - 1] in (",", ")") or s.words[b - 1] in DASHES):
        b, cut = _before_interruption(s, b - 1, low)
        if b is None:
            return None
    a = skip_introduction(s, _clause_start(s, b, low), b)
    b = drop_times(s, a, b)
    if a >= b:
        return None
    return a, max(b, cut or b)


def is_pronoun(word: str) -> bool:
    """Return whether a word is he, she …, also with a verb grown on to it: he's."""
    return word.partition("'")[0] in PERSONAL


def _before_interruption(s: Sentence, comma: int, low: int) -> tuple[int | None, int | None]:
    """Step over “, a senator from Ohio,”: return where the name before it and the aside end.

    The aside's end is None where it is no description of the speaker.
    """
    opening = {")": "("}.get(s.words[comma], s.words[comma])
    k = next((k for k in range(comma - 1, low - 1, -1) if s.words[k] == opening), None)
    if k is None:
        return None, None
    if opening == ",":
        k = _outer_comma(s, k, low)
    inner = s.words[k + 1]
    other = opening != "," or inner in NO_APPOSITION or inner.endswith("ing")
    return k, (None if other else comma)


def _outer_comma(s: Sentence, k: int, low: int) -> int:
    """Return the first of several commas after a name: Smith, 45, of Ohio, said."""
    for earlier in range(k - 1, low, -1):
        if s.words[earlier] in BREAKS_AND_QUOTED:
            break
        if s.words[earlier] == "," and s.capital(earlier - 1):
            inner = s.words[earlier + 1]
            if inner in DESCRIBING or inner in RELATIVES or inner[0].isdigit():
                return earlier
    return k


def _clause_start(s: Sentence, b: int, low: int) -> int:
    """Return where the clause begins whose subject ends before `b`."""
    a = b
    while a > low:
        word = s.words[a - 1]
        if word in BREAKS or (word == QUOTED and _closes_clause(s, a - 1, b)):
            break
        if word in RELATIVES:
            return a if a < b else a - 1
        if word in SUBORDINATORS and not _is_demonstrative(s, a - 1):
            break
        if word in CONJUNCTIONS and _joins_clauses(s, a - 1, low):
            break
        a -= 1
    return a


def _is_demonstrative(s: Sentence, i: int) -> bool:
    """Tell “that man” and “Before the vote” from what opens a clause."""
    if s.words[i] == "that":
        return not (s.opens_phrase(i + 1) or s.word(i + 1) in PREPOSITIONS)
    return s.words[i] in PREPOSITIONS and i == s.start


def _closes_clause(s: Sentence, q: int, b: int) -> bool:
    """Return whether the quoted run is a clause of its own rather than part of a name."""
    return s.p.last_mark(q) in ",.?!…—-" or (q + 1 < b and s.words[q + 1] == ",")


def _joins_clauses(s: Sentence, i: int, low: int) -> bool:
    """Tell “and” between two clauses from “and” inside one name."""
    return i == low or s.words[i] == "but" or s.finite(low, i)


def skip_introduction(s: Sentence, a: int, b: int) -> int:
    """Step over “On Friday,” or “Asked about it,” before the speaker."""
    while a < b and s.words[a] in STEPPED_OVER:
        a += 1
    for k in [k for k in range(a, b) if s.words[k] == ","]:
        if not _introduces(s, a, k, b) and not _rest_of_place(s, a, k):
            break
        a = k + 1
    while a < b and (s.words[a] in STEPPED_OVER or s.words[a] == QUOTED or _steps(s.words[a])):
        a += 1
    if a < b and (s.words[a] in PREPOSITIONS or s.words[a] in TIMES):
        a = _skip_preposition(s, a, b)
    return a


def _steps(word: str) -> bool:
    return word in CLOSING or (word in SUBORDINATORS and word != "that")


def _rest_of_place(s: Sentence, a: int, comma: int) -> bool:
    """Return whether “New Hampshire,” still belongs to “in Salem,” before it."""
    if s.word(a - 1) != "," or s.word(a - 2) in TIMES or not s.capital(a - 2):
        return False
    return comma - a <= 3 and all(s.capital(k) for k in range(a, comma))


def _introduces(s: Sentence, a: int, comma: int, b: int) -> bool:
    """Return whether the words before this comma are an introduction, not the speaker's name."""
    first = s.words[a]
    if comma + 1 >= b:
        return False
    if first in LINKERS or first in TIMES or is_adverb(s.p.tokens[a].text, opens=True):
        return True
    if first.endswith("ing") or (first.endswith("ed") and not s.capital(a + 1)):
        return True
    if first in CLOSING or any(s.words[k] in TIMES for k in range(a, comma)):
        return True
    goes_on = s.words[comma + 1] in NO_APPOSITION or s.is_finite(comma + 1)
    return s.finite(a, comma) and not goes_on


def _skip_preposition(s: Sentence, a: int, b: int) -> int:
    """Step over a short opening phrase that no comma closes: On Friday Bell."""
    for k in range(a + 1, b):
        if s.words[k] in PERSONAL:
            return k
        new = s.words[k] not in TIMES and not s.words[k].isdigit()
        if s.words[k - 1] in TIMES and new and s.opens_phrase(k):
            return k
    return a


def drop_times(s: Sentence, a: int, b: int) -> int:
    """Return where a speaker ends once “on Monday” is left out."""
    while b - 1 > a and (
        s.words[b - 1] in TIMES or s.words[b - 1] in ("on", ",") or s.words[b - 1] in ADVERBS
    ):
        b -= 1
    return b


def phrase_end(s: Sentence, i: int) -> int:
    """Return where the speaker's noun phrase that starts at `i` ends: said X, the role of Y,"""
    if s.word(i) in PERSONAL and s.word(i + 1) not in ("of", *VERY_NOUNS) and not s.capital(i + 1):
        return i + 1
    k = i
    while k < s.end:
        word = s.words[k]
        if word in BREAKS_AND_QUOTED or word in RELATIVES:
            break
        if word == ",":
            if not _describes(s, k):
                break
        elif k > i and (word in SUBORDINATORS or word in AUXILIARIES or _leaves(s, k)):
            break
        k += 1
    return k


VERY_NOUNS = ("officials", "people", "others")


def _describes(s: Sentence, comma: int) -> bool:
    """Return whether the words after a comma still describe the speaker."""
    after = s.word(comma + 1)
    if after in DESCRIBING or after[0].isdigit():
        return not s.finite(comma + 1, _next_break(s, comma + 2))
    if after in NEVER_DESCRIBING or after in VERBS or after.endswith(("ing", "ed", "ly")):
        return False
    if s.capital(comma + 1):
        return s.word(comma + 2) == "," or after.endswith(".")
    return not s.finite(comma + 1, min(comma + 8, s.end))


def _next_break(s: Sentence, i: int) -> int:
    return next((k for k in range(i, s.end) if s.words[k] in (",", QUOTED)), s.end)


def _leaves(s: Sentence, k: int) -> bool:
    """Return whether the speaker's phrase is over before the word at `k`."""
    word, after = s.words[k], s.word(k + 1)
    if (word in TIMES and word not in ("this", "march", "may")) or word in ("but", "however"):
        return True
    if s.words[k - 1] in KEEPING:
        return False
    if is_adverb(s.p.tokens[k].text) and (s.capital(k - 1) or after in PHRASE_FOLLOWERS):
        return True
    if word in ("in", "on", "during", "at", "after", "to", "about", "by") or (
        word in LOOSE and s.capital(k - 1)
    ):
        loose = word in ("during", "after", "about", "to")
        return loose or not s.capital(k + 1) or after in TIMES
    if word == "and":
        return not s.opens_phrase(k + 1) or s.finite(k + 1, min(k + 6, s.end))
    return False


def main_subject(s: Sentence, limit: int) -> Range | None:
    """Return the subject of the sentence's main clause, a guess: the first noun phrase."""
    a = skip_introduction(s, s.start, limit)
    b = a
    while b < limit and not _ends_subject(s, a, b):
        b += 1
    if a < b and (s.opens_phrase(a) or s.words[a].endswith("s")):
        return a, b
    return None


def _ends_subject(s: Sentence, a: int, b: int) -> bool:
    word = s.words[b]
    if word in FINITE_OR_BREAK:
        return True
    if b == a:
        return False
    if word in VERBS and verb_group.is_verb(s, b):
        return True
    if word in SUBJECT_END:
        return True
    return (word.endswith(("ed", "ly")) and not s.capital(b)) or s.words[b - 1] in PRONOUNS
