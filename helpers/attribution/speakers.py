"""The speaker of an attribution: where the noun phrase before or after its verb begins and ends."""

from helpers.attribution import words
from helpers.attribution.sentence import Sentence
from helpers.text.classes import is_adverb
from helpers.text.verbs import VERBS

Range = tuple[int, int]


def subject(s: Sentence, g: int, low: int) -> Range | None:
    """Return the noun phrase between `low` and a verb group that starts at `g`, or None."""
    b, aside_end = g, 0
    if is_pronoun(s.word(b - 1)):
        return b - 1, b
    if s.word(b - 1) in words.CLOSING_MARKS:
        b, aside_end = _before_aside(s, b - 1, low)
    a = skip_introduction(s, _clause_start(s, b, low), b)
    b = drop_times(s, a, b)
    return (a, max(b, aside_end)) if a < b else None


def is_pronoun(word: str) -> bool:
    """Return whether a word is he, she …, also with a verb grown on to it: he's."""
    return word.partition("'")[0] in words.PERSONAL


def _before_aside(s: Sentence, close: int, low: int) -> Range:
    """Step over “, a senator from Ohio,”: return where the name before it and the aside end.

    The aside's end is 0 where it does not describe the speaker.
    """
    opening = {")": "("}.get(s.words[close], s.words[close])
    k = next((k for k in range(close - 1, low - 1, -1) if s.words[k] == opening), low)
    k = _outer_comma(s, k, low)
    describes = s.words[k + 1] not in words.NO_APPOSITION and not _opens_aside(s.words[k + 1])
    return k, describes * (close + (opening == "("))


def _outer_comma(s: Sentence, k: int, low: int) -> int:
    """Return the first of several commas after a name: Smith, 45, of Ohio, said."""
    for earlier in range(k - 1, low, -1):
        if s.words[earlier] in words.BREAKS_AND_QUOTED:
            break
        after = s.words[earlier + 1]
        if s.words[earlier] == "," and (after in words.DESCRIBING or after[0].isdigit()):
            return earlier
    return k


def _clause_start(s: Sentence, b: int, low: int) -> int:
    """Return where the clause begins whose subject ends before `b`."""
    for a in range(b, low, -1):
        word = s.words[a - 1]
        if word in words.BREAKS or (
            word == words.QUOTED and s.p.last_mark(a - 1) in words.CLAUSE_MARKS
        ):
            return a
        if word in words.RELATIVES and not s.finite(a, b):  # people who came say: a whole clause
            return a if a < b else a - 1
        if word in words.SUBORDINATORS and not _is_demonstrative(s, a - 1):
            return a
        if word in words.CONJUNCTIONS and s.finite(low, a - 1):
            return a
    return low


def _is_demonstrative(s: Sentence, i: int) -> bool:
    """Tell “that man” and “Before the vote” from what opens a clause."""
    if s.words[i] == "that":
        return not s.opens_phrase(i + 1)
    return i == s.start


def skip_introduction(s: Sentence, a: int, b: int) -> int:
    """Step over “On Friday,” or “Asked about it,” before the speaker."""
    while s.word(a) in words.JOINING:
        a += 1
    for k in [k for k in range(a, b - 1) if s.words[k] == ","]:
        if not _introduces(s, a, k) and not _rest_of_place(s, a, k):
            break
        a = k + 1
    while s.word(a) in words.STEPPED_OVER:
        a += 1
    return _skip_preposition(s, a, b) if s.word(a) in words.PREPOSITIONS_AND_TIMES else a


def _introduces(s: Sentence, a: int, comma: int) -> bool:
    """Return whether the words before this comma are an introduction, not the speaker's name."""
    first = s.words[a]
    if first in words.INTRODUCING or first.endswith(("ing", "ed")):
        return True
    if is_adverb(first) or not words.TIMES.isdisjoint(s.words[a:comma]):
        return True
    goes_on = s.words[comma + 1] in words.NO_APPOSITION or s.is_finite(comma + 1)
    return s.finite(a, comma) and not goes_on


def _rest_of_place(s: Sentence, a: int, comma: int) -> bool:
    """Return whether “New Hampshire,” still belongs to “in Salem,” before it."""
    return s.word(a - 1) == "," and all(s.capital(k) for k in range(a - 2, comma) if k != a - 1)


def _skip_preposition(s: Sentence, a: int, b: int) -> int:
    """Step over a short opening phrase that no comma closes: On Friday Bell."""
    for k in range(a + 1, b):
        new = s.words[k - 1] in words.TIMES and s.words[k] not in words.TIMES
        if new or s.words[k] in words.PERSONAL:
            return k
    return a


def drop_times(s: Sentence, a: int, b: int) -> int:
    """Return where a speaker ends once “on Monday” is left out."""
    while s.word(b - 1) in words.TRAILING:
        b -= 1
    return b


def phrase_end(s: Sentence, i: int) -> int:
    """Return where the speaker's noun phrase that starts at `i` ends: said X, the role of Y."""
    if s.word(i) in words.PERSONAL:
        return i + 1
    for k in range(i, s.end):
        word = s.words[k]
        if word in words.PHRASE_BREAKS or (word == "," and not _describes(s, k)):
            return k
        date = s.words[k - 1].isdigit() and word in words.TIMES  # a letter dated 4 June
        if k > i and not date and (word in words.PHRASE_ENDS or _leaves(s, k)):
            return k
    return s.end


def finite_before(s: Sentence, close: int) -> bool:
    """Return whether a clause ends at `close`, and not an aside: “The filing, made public,”."""
    opening = next((k for k in range(close - 1, s.start, -1) if s.words[k] == ","), s.start)
    aside = s.words[close] == "," and _opens_aside(s.words[opening + 1])
    return s.finite(s.start, opening if aside else close)


def _opens_aside(word: str) -> bool:
    return word in words.ASIDES or word.endswith("ed")


def interrupting_end(s: Sentence, comma: int, i: int) -> int | None:
    """Return where the speaker at `i` ends who parts subject and verb: The lock, said Bell, leaks.

    The aside opens with the comma at `comma`. None where the words before it can be a clause.
    """
    if s.word(comma) != "," or words.QUOTED in s.words[s.start : comma] or not s.can_speak(i):
        return None
    for k in range(i + 1, s.end):
        if s.words[k] == "," and s.word(k + 1) not in words.DESCRIBING:
            whole = _goes_on(s, comma, k + 1) and not s.finite(s.start, comma)
            return k if whole and not s.finite(i, k) else None
    return None


def _goes_on(s: Sentence, comma: int, k: int) -> bool:
    """Return whether the words at `k` are the verb to the subject that ends at `comma`."""
    while k < s.end and is_adverb(s.words[k]):
        k += 1
    if k == s.end or s.opens_phrase(k) or s.words[k] in words.NO_APPOSITION:
        return False
    noun = comma - s.start == 2 and s.words[s.start] in words.NOUN_MARKERS  # The locks, ... leak
    agrees = s.words[k].endswith("s") and not s.words[comma - 1].endswith("s")
    return noun or agrees or s.is_finite(k)


def _describes(s: Sentence, comma: int) -> bool:
    """Return whether the words after a comma still describe the speaker."""
    after = s.word(comma + 1)
    if after in words.NEVER_DESCRIBING or after.endswith(("ing", "ed", "ly")):
        return False
    return not s.finite(comma + 1, _next_break(s, comma + 2))


def _next_break(s: Sentence, i: int) -> int:
    return next((k for k in range(i, s.end) if s.words[k] in (",", words.QUOTED)), s.end)


def _leaves(s: Sentence, k: int) -> bool:
    """Return whether the speaker's phrase is over before the word at `k`."""
    word, after = s.words[k], s.word(k + 1)
    if is_adverb(s.p.tokens[k].text) and (s.capital(k - 1) or after in words.PHRASE_FOLLOWERS):
        return True
    if word in words.LOOSE and s.words[k - 1] not in words.KEEPING:
        return s.capital(k - 1) or word in words.NEVER_IN_NAME
    return word == "and" and s.finite(k + 1, _next_break(s, k + 1))


def main_subject(s: Sentence, limit: int) -> Range | None:
    """Return the subject of the sentence's main clause, a guess: the first noun phrase."""
    a = skip_introduction(s, s.start, limit)
    b = next((b for b in range(a, limit) if _ends_subject(s, a, b)), limit)
    return (a, b) if a < b and (s.opens_phrase(a) or s.words[a].endswith("s")) else None


def _ends_subject(s: Sentence, a: int, b: int) -> bool:
    word = s.words[b]
    if word in words.FINITE_OR_BREAK:
        return True
    if b == a:
        return False
    if word in words.SUBJECT_END or (word in VERBS and s.is_verb(b)):
        return True
    return (word.endswith(("ed", "ly")) and not s.capital(b)) or s.words[b - 1] in words.PRONOUNS
