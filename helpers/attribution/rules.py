"""The readings of a sentence: each way in which English names who said what, as one rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from helpers.attribution.clauses import clause_after, clause_end, find_that
from helpers.attribution.sentence import Sentence
from helpers.attribution.speakers import drop_times, main_subject, phrase_end, subject
from helpers.attribution.verb_group import group_start
from helpers.attribution.words import (
    ARTICLES,
    ASIDES,
    DASHES,
    LINKERS,
    NAMING_INSIDE,
    NEVER_BEFORE,
    NO_SPEAKER,
    PHRASE_OPENERS,
    PHRASES,
    POSSESSIVES,
    PREPOSITIONS,
    PUTS,
    QUOTED,
    SIGNING,
    SPEECH_VERBS,
    WORDS_OF,
)
from helpers.text.classes import is_adverb
from helpers.text.verbs import VERBS

Range = tuple[int, int]


@dataclass
class Reading:
    """An attribution while it is worked on: pairs of word numbers."""

    cue: Range
    speaker: Range | None
    content: list[Range]
    verb: str
    how: str = ""


# -- with a verb: `i` is the verb, `g` where its group starts, `done` what was read before it -------


def _preposed(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    clause = clause_after(s, i)
    if clause is None:
        return None
    content = (clause, clause_end(s, clause))
    speaker = _speaker_before(s, g, done)
    if speaker is None and QUOTED not in s.words[slice(*content)]:
        return None
    return Reading((g, i + 1), speaker, [content], VERBS[s.words[i]].lemma)


def _speaker_before(s: Sentence, g: int, done: list[Reading]) -> Range | None:
    """Return the speaker before a verb, or carry on with the last: X went home and said."""
    speaker = subject(s, g, s.start) or main_subject(s, g)
    return speaker or next((one.speaker for one in reversed(done) if one.speaker), None)


def _quotation_before(s: Sentence, edge: int) -> bool:
    """Return whether a quotation that expects more (“...,”) ends just before `edge`."""
    mark = s.word(edge - 1) in (",", *DASHES)
    q = edge - 2 if mark else edge - 1
    return s.word(q) == QUOTED and (mark or s.p.last_mark(q) in ",?!—-…")


def _next_quotation(s: Sentence, k: int) -> list[Range]:
    """Return the quotation that takes up again after “she said,”."""
    for m in range(k, s.end):
        if s.words[m] == QUOTED:
            goes_on = m == k or s.word(m - 1) in (",", ":", "that", *DASHES)
            return [(m, clause_end(s, m))] if goes_on else []
        if m in s.cues and VERBS[s.words[m]].form != "base":
            return []
    return []


def _inverted(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    verb = VERBS[s.words[i]]
    if "quoting" not in verb.roles or verb.form == "ing" or verb.lemma in NEVER_BEFORE or g != i:
        return None
    comma = s.word(i - 1) in (",", *DASHES) and i - 1 > s.start
    if s.word(i + 1) in NO_SPEAKER or is_adverb(s.word(i + 1)):
        return None
    if not _quotation_before(s, i):
        clause_before = comma and s.finite(s.start, i - 1) and not s.finite(i + 1, s.end)
        if not clause_before or not s.can_speak(i + 1):
            return None
    end = phrase_end(s, i + 1)
    content = [(_content_start(s, i, done), i - comma), *_next_quotation(s, end)]
    return Reading((i, i + 1), (i + 1, end), content, verb.lemma)


def _content_start(s: Sentence, edge: int, done: list[Reading]) -> int:
    """Return where the words reported before `edge` start: after the attribution before them."""
    starts = [one.content[-1][0] for one in done if max(one.content[-1][0], one.cue[0]) < edge]
    return max([s.start, *starts])


def _postposed(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    verb = VERBS[s.words[i]]
    if verb.roles.isdisjoint(("quoting", "reporting")):
        return None
    speaker = _postposed_subject(s, g)
    if speaker is None or speaker[0] <= s.start:
        return None
    a = speaker[0]
    comma = s.word(a - 1) in (",", *DASHES)
    content = [(_content_start(s, a - comma, done), a - comma)]
    if _quotation_before(s, a):
        content += _next_quotation(s, i + 1)
    elif not comma or not _closes(s, i) or (s.word(i + 1), s.word(i + 2)) == (",", QUOTED):
        return None
    elif s.word(i + 1) == "," and i + 2 < s.end:  # in the middle
        content.append((i + 2, clause_end(s, i + 2)))
        if not s.quoted and not (s.finite(*content[0]) or s.finite(i + 1, content[1][1])):
            return None
    elif not s.finite(*content[0]):
        return None
    return Reading((g, i + 1), speaker, content, verb.lemma)


def _closes(s: Sentence, i: int) -> bool:
    """Return whether nothing is reported after the verb at `i`: a time or place at most."""
    if s.word(i + 1) in (".", ",", ";"):
        return True
    return VERBS[s.words[i]].lemma in SPEECH_VERBS and clause_after(s, i) is None


def _postposed_subject(s: Sentence, g: int) -> Range | None:
    """Return the speaker between the reported words and the verb that follows them."""
    q = next((k for k in range(g - 1, s.start - 1, -1) if s.words[k] == QUOTED), None)
    if q is not None:
        a = q + 1 + (s.word(q + 1) in (",", *DASHES))
        if a < g and _quotation_before(s, a) and (s.words[g - 1] == "," or not s.finite(a, g)):
            b = g - 1 if s.words[g - 1] == "," else drop_times(s, a, g)
            return (a, b) if a < b and _could_speak(s, a, b) else None
    return _subject_after_comma(s, g)


def _could_speak(s: Sentence, a: int, b: int) -> bool:
    """Return whether the words from `a` up to `b` could be a speaker and not a clause."""
    first = s.words[a]
    return first not in LINKERS and not first.endswith("ing") and "that" not in s.words[a + 1 : b]


def _subject_after_comma(s: Sentence, g: int) -> Range | None:
    for k in range(g - 2, max(s.start, g - 26), -1):
        if s.words[k] == "," and s.can_speak(k + 1) and not s.finite(k + 1, g):
            if s.words[g - 1] == "," and (s.words[k + 1] in ARTICLES or not s.capital(k + 1)):
                continue  # a description of the speaker: look further left for the name
            b = drop_times(s, k + 1, g)
            return (k + 1, b) if k + 1 < b else None
    return None


def _inside_report(i: int, done: list[Reading]) -> bool:
    return any(a <= i < b for reading in done for a, b in reading.content)


def _naming(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    verb = VERBS[s.words[i]]
    if verb.roles.isdisjoint(("naming", "quoting", "telling", "asking")):
        return None
    if not any(q > i for q in s.quoted if q not in s.titles):
        return None
    if _inside_report(i, done) and verb.lemma not in NAMING_INSIDE:
        return None
    speaker = _speaker_before(s, g, done)
    if speaker is None:
        return None
    return Reading((g, i + 1), speaker, [(i + 1, clause_end(s, i + 1))], verb.lemma)


def _participle(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    verb = VERBS[s.words[i]]
    clause = clause_after(s, i)
    if clause is None:
        if not any(i < q < i + 12 for q in s.quoted):
            return None
        if verb.roles.isdisjoint(("naming", "quoting")) or s.word(i + 1) == QUOTED:
            return None
        if _inside_report(i, done) and verb.lemma not in NAMING_INSIDE:
            return None
        clause = i + 1
    if verb.form == "base":
        g = i
        if s.word(clause) not in ("that", QUOTED) and verb.lemma not in SPEECH_VERBS:
            return None
    speaker = _participle_subject(s, i, done)
    if speaker is None:
        return None
    return Reading((g, i + 1), speaker, [(clause, clause_end(s, clause))], verb.lemma)


def _participle_subject(s: Sentence, i: int, done: list[Reading]) -> Range | None:
    before = s.word(i - 1)
    loose = before in (",", "to", "and", "while", QUOTED) or before in PREPOSITIONS or i == s.start
    if not loose:  # a statement saying that: the noun before it speaks
        edge = next((k + 1 for k in range(i - 1, s.start, -1) if s.words[k] == ","), s.start)
        return subject(s, i, edge + (s.words[edge] == "with"))
    for reading in reversed(done):
        if reading.speaker and reading.cue[0] < i:
            return reading.speaker
    return main_subject(s, i)


def _passive(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    verb = VERBS[s.words[i]]
    speaker, k = _agent(s, i + 1)
    clause = find_that(s, k, verb.roles)
    if clause is None and s.word(k) == QUOTED and k not in s.titles:
        clause = k
    if clause is None and s.word(k) in ("as", "to", "for", ":") and verb.lemma != "know":
        clause = k + 1 if any(k < q < k + 8 for q in s.quoted) else None
    if clause is None:
        return None
    end = clause_end(s, clause)
    if speaker is None:
        after = next((q + 1 for q in s.quoted if q >= clause), end)
        speaker, _ = _agent(s, after)
        end = after if speaker else end
    return Reading((g, i + 1), speaker, [(clause, end)], verb.lemma)


def _agent(s: Sentence, k: int) -> tuple[Range | None, int]:
    """Read “by X” at `k`: return X, and where the words after it start."""
    if s.word(k) == "by" and s.word(k + 1)[0].isalnum():
        end = phrase_end(s, k + 1)
        return (k + 1, end), end
    return None, k


# -- without a verb: everything that a sentence holds -----------------------------------------------


def _phrases(s: Sentence) -> Iterator[Reading]:
    """Read “according to X” and its like, “in X’s words” and “as X put it”."""
    for k in range(s.start, s.end - 1):
        if s.words[k] in PHRASE_OPENERS:
            for phrase in PHRASES:
                if tuple(s.words[k : k + len(phrase)]) == phrase:
                    yield from _framing(s, k, k + len(phrase), phrase)
        if s.words[k] == "in":
            yield from _in_their_words(s, k)
        if s.words[k] in PUTS and s.words[k + 1] == "it":
            yield from _as_they_put_it(s, k)


def _framing(s: Sentence, k: int, name: int, phrase: tuple[str, ...]) -> Iterator[Reading]:
    end = phrase_end(s, name)
    content = _framed(s, k, end)
    if not content and "," in s.words[name:end]:  # a description that the words themselves follow
        end = max(m for m in range(name, end) if s.words[m] == ",")
        content = _framed(s, k, end)
    if end > name and content:
        yield Reading((k, name), (name, end), content, " ".join(phrase), "phrase")


def _in_their_words(s: Sentence, k: int) -> Iterator[Reading]:
    noun = next((m for m in range(k + 2, min(k + 9, s.end)) if s.words[m] in WORDS_OF), None)
    if noun is None:
        return
    owner = noun - (s.words[noun - 1] == "own")
    if s.words[owner - 1].endswith(("'s", "'")) or s.words[owner - 1] in POSSESSIVES:
        content = _framed(s, k, noun + 1)
        if content:
            yield Reading((noun, noun + 1), (k + 1, owner), content, s.words[noun], "words")


def _as_they_put_it(s: Sentence, k: int) -> Iterator[Reading]:
    g = group_start(s, k)
    speaker = subject(s, g, s.start)
    if speaker:
        opens = speaker[0] - (s.word(speaker[0] - 1) == "as")
        content = _framed(s, opens, k + 2)
        if content:
            yield Reading((g, k + 2), speaker, content, "put", "put it")


def _after_aside(s: Sentence, end: int) -> int:
    """Return where the words go on after “, published on Monday,” or “, who saw it,”."""
    k = end + (s.word(end) in (",", ":"))
    first = s.word(k)
    if k > end and (first in ASIDES or first.endswith(("ed", "ing"))):
        return next((m + 1 for m in range(k, s.end) if s.words[m] == ","), s.end)
    return k


def _framed(s: Sentence, k: int, end: int) -> list[Range]:
    """Return the words around a phrase from `k` to `end` that names their source."""
    after = _after_aside(s, end)
    if k - s.start < 3 and QUOTED not in s.words[s.start : k] and not s.finite(s.start, k):
        return [(after, clause_end(s, after))] if after < s.end else []
    b = k - (s.word(k - 1) == ",")
    breaks = [m + 1 for m in range(s.start, b) if s.words[m] in (":", ";")]
    start = breaks[-1] if breaks else s.start
    content = [(start, b)] if start < b else []
    if s.word(end) == "," and after < s.end and s.word(k - 1) == "," and not s.finite(s.start, b):
        content.append((after, s.end))
    return content


def _signature(s: Sentence) -> list[Reading]:
    if s.quoted != [s.start] or s.word(s.start + 1) not in SIGNING:
        return []
    a = s.start + 2
    b = next((k for k in range(a, s.end) if s.words[k] in (",", "(", *DASHES)), s.end)
    if not a < b <= a + 6 or not s.capital(a):
        return []
    return [Reading((a - 1, a), (a, b), [(s.start, s.start + 1)], "—")]


def _colon(s: Sentence) -> list[Reading]:
    k = next((k for k in range(s.start + 1, s.end - 1) if s.words[k] == ":"), None)
    if k is None:
        return []
    if s.word(k + 1) == QUOTED:
        return _words_before_colon(s, k)
    name = all(s.capital(m) or s.words[m] in ("of", "the", "and", "for") for m in range(s.start, k))
    if name and k - s.start <= 5 and s.finite(k + 1, s.end):
        return [Reading((k, k + 1), (s.start, k), [(k + 1, s.end)], ":")]
    return []


def _words_before_colon(s: Sentence, k: int) -> list[Reading]:
    """Read “She went on: “...”” and “Smith: “...””."""
    speaker = main_subject(s, k)
    if speaker is None:
        return []
    near = 0 < k - speaker[1] <= 4
    cue = (speaker[1], k) if near else (k, k + 1)
    return [Reading(cue, speaker, [(k + 1, s.end)], ":")]


@dataclass(frozen=True)
class Rule:
    """One way in which English names who said what."""

    name: str
    shape: str  # of the verb group that it reads: "active", "passive" or "participle"
    reason: str
    read: Callable[[Sentence, int, int, list[Reading]], Reading | None]


RULES = (
    Rule("participle", "participle", "", _participle),
    Rule("passive", "passive", "", _passive),
    Rule("inverted", "active", "", _inverted),
    Rule("postposed", "active", "", _postposed),
    Rule("preposed", "active", "", _preposed),
    Rule("naming", "active", "", _naming),
)
