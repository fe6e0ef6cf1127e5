"""The readings of a sentence that need no verb of saying: according to X, ...; in X's words."""

from collections.abc import Iterator

from helpers.attribution import words
from helpers.attribution.clauses import clause_end
from helpers.attribution.reading import Range, Reading
from helpers.attribution.sentence import Sentence
from helpers.attribution.speakers import interrupting_end, main_subject, phrase_end, subject
from helpers.attribution.verb_group import group_start

SHORT = 3  # words: what is shorter before a phrase is no clause
LONGEST_COLON_CUE = 4  # words between a subject and a colon: went on


def phrases(s: Sentence) -> Iterator[Reading]:
    """Read “according to X” and “in the words of X”."""
    for k in range(s.start, s.end):
        for phrase in words.PHRASES:
            if tuple(s.words[k : k + len(phrase)]) == phrase:
                yield from _with_phrase(s, k, k + len(phrase), " ".join(phrase))


def _with_phrase(s: Sentence, k: int, name: int, phrase: str) -> Iterator[Reading]:
    if end := interrupting_end(s, k - 1, name):
        yield Reading((k, name), (name, end), [(s.start, k - 1), (end + 1, s.end)], phrase)
        return
    end = phrase_end(s, name)
    content = _around(s, k, end)
    if not content and "," in s.words[name:end]:  # a description that the words themselves follow
        end = max(m for m in range(name, end) if s.words[m] == ",")
        content = _around(s, k, end)
    if name < end:
        yield Reading((k, name), (name, end), content, phrase)


def words_of(s: Sentence) -> Iterator[Reading]:
    """Read “in X's words” and “in her own words”."""
    for noun in range(s.start + 2, s.end):
        owner = noun - (s.words[noun - 1] == "own") - 1
        named = s.words[owner].endswith(("'s", "'")) or s.words[owner] in words.POSSESSIVES
        own = s.words[owner] in words.FIRST_PERSON
        if s.words[noun] in words.WORDS_OF and named and not own:
            k = next((k for k in range(owner, s.start - 1, -1) if s.words[k] == "in"), owner)
            if k < owner:
                content = _around(s, k, noun + 1)
                yield Reading((noun, noun + 1), (k + 1, owner + 1), content, s.words[noun])


def put_it(s: Sentence) -> Iterator[Reading]:
    """Read “as X put it”."""
    for k in range(s.start + 1, s.end - 1):
        if s.words[k] in words.PUTS and s.words[k + 1] == "it":
            g = group_start(s, k)
            if speaker := subject(s, g, s.start):
                opens = speaker[0] - (s.word(speaker[0] - 1) == "as")
                yield Reading((g, k + 2), speaker, _around(s, opens, k + 2), "put")


def _around(s: Sentence, k: int, end: int) -> list[Range]:
    """Return the words around a phrase from `k` to `end` that names their source."""
    after = _after_aside(s, end)
    b = k - (s.word(k - 1) in words.MARKS)
    quoted = words.QUOTED in s.words[s.start : b]
    if k - s.start < SHORT and not quoted:
        return [(after, clause_end(s, after))] if after < s.end else []
    start = max((m + 1 for m in range(s.start, b) if s.words[m] in words.BREAKS), default=s.start)
    clause = quoted or s.finite(s.start, b)
    goes_on = s.word(end) == "," and (s.word(end + 1) == words.QUOTED or not clause)
    return [(start, b), (after, s.end)] if goes_on else [(start, b)]


def _after_aside(s: Sentence, end: int) -> int:
    """Return where the words go on after “, published on Monday,” or “, who saw it,”."""
    k = end + (s.word(end) in words.CONTENT_MARKS)
    comma = next((m for m in range(k, s.end) if s.words[m] == ","), s.end)
    of_which = comma < s.end and not words.RELATIVES.isdisjoint(s.words[k:comma])
    participle = s.word(k) in words.ASIDES or s.word(k).endswith(("ed", "ing"))
    return min(comma + 1, s.end) if participle or of_which else k


def signature(s: Sentence) -> Iterator[Reading]:
    """Read “...” — X, as under a letter or a motto."""
    a = s.start + 2
    if s.quoted == [s.start] and s.word(a - 1) in words.SIGNING and s.capital(a):
        b = next((k for k in range(a, s.end) if s.words[k] in words.SIGNATURE_ENDS), s.end)
        yield Reading((a - 1, a), (a, b), [(s.start, s.start + 1)], "—")


def colon(s: Sentence) -> Iterator[Reading]:
    """Read “X: “...”” and “She went on: “...””."""
    k = next((k for k in range(s.start, s.end) if s.words[k] == ":"), s.end)
    if s.word(k + 1) == words.QUOTED and (speaker := main_subject(s, k)):
        near = 0 < k - speaker[1] <= LONGEST_COLON_CUE
        cue = (speaker[1], k) if near else (k, k + 1)
        yield Reading(cue, speaker, [(k + 1, s.end)], ":")
