"""The reported clause of an attribution: where it begins and where it ends."""

from helpers.attribution import verb_group, words
from helpers.attribution.sentence import Sentence
from helpers.text.classes import is_adverb
from helpers.text.verbs import VERBS

FAR = 14  # words: a hearer or an adjunct is not longer, and "that" further off belongs elsewhere
NEAR = 9  # words: a cue further off does not yet leave the clause
THATS = frozenset(("reporting", "telling", "asking"))


def clause_after(s: Sentence, i: int) -> int | None:
    """Return where the reported clause that follows the verb at `i` starts, or None."""
    roles, k = VERBS[s.words[i]].roles, i + 1
    that = find_that(s, k, roles)
    if that is not None:
        return that
    if "telling" in roles:
        k = _skip_hearer(s, k)
    k = _skip_adjunct(s, k)
    if s.word(k) == ":" or (s.word(k) == "," and s.word(k + 1) == words.QUOTED):
        return k + 1
    plain = VERBS[s.words[i]].lemma in words.PLAIN_SPEECH
    starts = (
        (s.word(k) == words.QUOTED and k not in s.titles)
        or ("reporting" in roles and "only-that" not in roles and _is_clause(s, k))
        or (plain and _third_person(s, k))
        or ("asking" in roles and s.word(k) in words.QUESTIONS)
        or ("intending" in roles and _is_infinitive(s, k))
    )
    return k if starts else None


def _is_infinitive(s: Sentence, k: int) -> bool:
    return s.word(k) == "to" and not s.opens_phrase(k + 1)


def find_that(s: Sentence, k: int, roles: frozenset[str]) -> int | None:
    """Look a few words ahead for the “that” which opens a reported clause."""
    if roles.isdisjoint(THATS):
        return None
    for m in range(k, min(k + FAR, s.end)):
        if s.words[m] == "that":
            return m if m == k or "telling" in roles or _opens_adjunct(s.words[k]) else None
        if s.words[m] in words.STOPS_FOR_THAT:
            return None
    return None


def _opens_adjunct(word: str) -> bool:
    return word in words.ADJUNCTS_AND_TIMES or is_adverb(word)


def _skip_hearer(s: Sentence, k: int) -> int:
    """Step over whom it was told to."""
    if s.word(k) in words.OBJECTS:
        return k + 1
    if not s.opens_phrase(k) and s.word(k) not in words.HEARERS:
        return k
    for m in range(k + 1, min(k + FAR, s.end)):
        if s.words[m] in words.AFTER_HEARER:
            return m
    return min(k + FAR, s.end)


def _skip_adjunct(s: Sentence, k: int) -> int:
    """Step over when and where it was said: on Monday in a televised interview."""
    while s.word(k) in words.TIMES:
        k += 1
    start = k + (s.word(k) == ",")
    if s.word(start) in words.ADJUNCTS and not _is_infinitive(s, start):
        for m in range(start + 1, min(start + FAR, s.end)):
            if s.words[m] in (":", words.QUOTED) or _new_phrase(s, m):
                return m
    return k


def _new_phrase(s: Sentence, m: int) -> bool:
    """Return whether a noun phrase starts at `m` that the word before it does not lead to."""
    before = s.words[m - 1]
    if before in words.PREPOSITIONS_AND_DETERMINERS or not s.opens_phrase(m):
        return False
    return before in words.TIMES or not (s.capital(m) and s.capital(m - 1))


def _is_clause(s: Sentence, k: int) -> bool:
    """Return whether a clause with a verb of its own starts at `k`."""
    if s.word(k) in words.NOT_CLAUSES:
        return False
    for verb in (m for m in range(k, s.end) if s.is_finite(m, m > k)):
        before = s.words[verb - 1]
        if before in words.CONJUNCTIONS:
            return False  # it goes on with the reporter's subject: said a prayer and left
        if before != "," or "," in s.words[k : verb - 1]:
            return True  # a lone comma opens an aside: the lock, built in May, is old
    return False


def _third_person(s: Sentence, k: int) -> bool:
    """Return whether an article or a name, a singular noun and a verb in -s stand at `k`."""
    verb = k + 1 + (s.word(k) in words.NOUN_MARKERS)
    noun, word = s.word(verb - 1), s.word(verb)
    if not s.opens_phrase(k) or s.opens_phrase(verb) or word in words.LINKERS:
        return False
    singular = not noun.endswith(("s", "ing")) and noun not in words.COUNTING
    return singular and noun.isalpha() and word.endswith("s")


def clause_end(s: Sentence, k: int) -> int:
    """Return where the reported clause that starts at `k` ends."""
    for m in range(k + 1, s.end):
        word = s.words[m]
        if word == ";" or (word == "," and _leaves_clause(s, m)):
            return m
        if word in words.CONJUNCTIONS and _next_cue_follows(s, m + 1):
            return m
    return s.end


def _next_cue_follows(s: Sentence, i: int) -> bool:
    """Return whether the speaker's next verb stands at `i`: and also suggested that."""
    m = next((m for m in range(i, s.end) if not verb_group.belongs(s, m)), s.end)
    if m not in s.cues:
        return False
    return clause_after(s, m) is not None or any(m < q < m + NEAR for q in s.quoted)


def _leaves_clause(s: Sentence, comma: int) -> bool:
    """Return whether the words after this comma are the reporter's again."""
    after = s.word(comma + 1)
    soon = any(comma < c < comma + NEAR for c in s.cues)
    return after in words.ADDING or (after in words.LEAVING and soon)
