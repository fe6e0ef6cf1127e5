"""The readings of a sentence that turn on a verb: “…,” she said; he warned that …

Each takes the sentence, the verb's number `i`, where its group starts, `g`, and what was read
before it, `done`, and returns a reading or None.
"""

from helpers.attribution import words
from helpers.attribution.clauses import FAR, clause_after, clause_end, find_that
from helpers.attribution.reading import Range, Reading
from helpers.attribution.sentence import Sentence
from helpers.attribution.speakers import (
    drop_times,
    finite_before,
    interrupting_end,
    main_subject,
    phrase_end,
    subject,
)
from helpers.text.classes import is_adverb
from helpers.text.verbs import VERBS


def participle(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “..., adding that ...” and “a letter saying that ...”."""
    clause = clause_after(s, i)
    if clause is None and _quoted_soon(s, i):
        clause = i + 1
    if clause == i + 1 and _inside(i, done):
        return None
    speaker = _participle_subject(s, i, done)
    if clause is None or speaker is None:
        return None
    return Reading((g, i + 1), speaker, [(clause, clause_end(s, clause))], VERBS[s.words[i]].lemma)


def _quoted_soon(s: Sentence, i: int) -> bool:
    return any(i < q < i + FAR for q in s.quoted if q not in s.titles)


def _inside(i: int, done: list[Reading]) -> bool:
    """Return whether the verb at `i` stands in what somebody is reported to have said."""
    return any(a <= i < b for reading in done for a, b in reading.content)


def _participle_subject(s: Sentence, i: int, done: list[Reading]) -> Range | None:
    if s.word(i - 1) not in words.LOOSENING:  # a statement saying that: the noun before it speaks
        edge = next((k + 1 for k in range(i - 1, s.start, -1) if s.words[k] == ","), s.start)
        return subject(s, i, edge + (s.words[edge] == "with"))
    return done[-1].speaker if done else main_subject(s, i)


def passive(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “was told by X that ...” and “was called “...” by X”."""
    verb = VERBS[s.words[i]]
    speaker, k = _agent(s, i + 1)
    framed = s.word(k) in words.FRAMES and _quoted_soon(s, k - 1)
    clause = k if framed else find_that(s, k, verb.roles)
    if clause is None:
        return None
    end = clause_end(s, clause)
    if speaker is None:
        after = next((q + 1 for q in s.quoted if q >= clause), end)
        speaker, _ = _agent(s, after)
    return Reading((g, i + 1), speaker, [(clause, end)], verb.lemma)


def _agent(s: Sentence, k: int) -> tuple[Range | None, int]:
    """Read “by X” at `k`: return X, and where the words after it start."""
    if s.word(k) == "by" and s.can_speak(k + 1):
        end = phrase_end(s, k + 1)
        return (k + 1, end), end
    return None, k


def inverted(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “...,” said X, the role of Y.  and  The bridge is old, said X."""
    verb, after = VERBS[s.words[i]], s.word(i + 1)
    if "quoting" not in verb.roles or verb.lemma in words.NEVER_BEFORE:
        return None
    if after in words.NO_SPEAKER or is_adverb(after):
        return None
    if (end := interrupting_end(s, i - 1, i + 1)) is not None:
        around = [(s.start, i - 1), (end + 1, clause_end(s, end + 1))]
        return Reading((i, i + 1), (i + 1, end), around, verb.lemma)
    mark, end = s.word(i - 1) in words.MARKS, phrase_end(s, i + 1)
    content = [(_content_start(i, done, s.start), i - mark)]
    if _quotation_before(s, i):
        content += _next_quotation(s, end)
    elif (
        not mark
        or not finite_before(s, i - 1)
        or s.finite(i + 1, end if s.word(end) == "," else s.end)
    ):
        return None
    return Reading((i, i + 1), (i + 1, end), content, verb.lemma)


def _quotation_before(s: Sentence, edge: int) -> bool:
    """Return whether a quotation that expects more (“...,”) ends just before `edge`."""
    mark = s.word(edge - 1) in words.MARKS
    q = edge - 1 - mark
    return s.word(q) == words.QUOTED and (mark or s.p.last_mark(q) in words.UNFINISHED)


def _next_quotation(s: Sentence, k: int) -> list[Range]:
    """Return the quotation that takes up again after “she said,”."""
    for m in range(k, s.end):
        if s.words[m] == words.QUOTED:
            return [(m, clause_end(s, m))] if s.word(m - 1) in words.GOING_ON else []
        if m in s.cues:
            break
    return []


def _content_start(edge: int, done: list[Reading], start: int) -> int:
    """Return where the words reported before `edge` start: after the attribution before them."""
    return max([start, *(one.content[-1][0] for one in done if one.content[-1][0] < edge)])


def postposed(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “...,” X said.  and  The bill is dead, X said.  and  The bill, X said, is dead."""
    speaker = _subject_after_quotation(s, g) or _subject_after_comma(s, g)
    if speaker is None:
        return None
    edge = speaker[0] - (s.word(speaker[0] - 1) in words.MARKS)
    content = [(_content_start(edge, done, s.start), edge)]
    if _quotation_before(s, speaker[0]):
        content += _next_quotation(s, i + 1)
    elif not _closes(s, i):
        return None
    elif s.word(i + 1) == ",":  # in the middle
        content.append((i + 2, clause_end(s, i + 2)))
    elif not s.finite(*content[0]):
        return None
    return Reading((g, i + 1), speaker, content, VERBS[s.words[i]].lemma)


def _closes(s: Sentence, i: int) -> bool:
    """Return whether nothing is reported after the verb at `i`: a time or place at most."""
    if s.word(i + 1) in words.CLAUSE_STOPS:
        return s.word(i + 2) != words.QUOTED
    return VERBS[s.words[i]].lemma in words.SPEECH_VERBS and clause_after(s, i) is None


def _subject_after_quotation(s: Sentence, g: int) -> Range | None:
    """Return the speaker between a quotation and the verb that follows it."""
    q = next((k for k in range(g - 1, s.start - 1, -1) if s.words[k] == words.QUOTED), s.end)
    a = q + 1 + (s.word(q + 1) in words.MARKS)
    aside = s.word(g - 1) == ","
    if not _quotation_before(s, a) or (s.finite(a, g) and not aside):
        return None
    b = g - 1 if s.word(g - 1) == "," else drop_times(s, a, g)
    speaks = s.word(a) not in words.LINKERS and not s.word(a).endswith("ing")
    return (a, b) if a < b and speaks else None


def _subject_after_comma(s: Sentence, g: int) -> Range | None:
    """Return the speaker between a comma and the verb: the bill is dead, X said."""
    for k in range(g - 2, s.start, -1):
        if s.words[k] == "," and s.can_speak(k + 1) and not s.finite(k + 1, g):
            if s.words[g - 1] == "," and s.words[k + 1] in words.DESCRIBING:
                continue  # a description of the speaker: look further left for the name
            return k + 1, drop_times(s, k + 1, g)
    return None


def preposed(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “X said that ...” and “X said: “...””."""
    clause = clause_after(s, i)
    if clause is None:
        return None
    content = (clause, clause_end(s, clause))
    speaker = _speaker_before(s, g)
    if speaker is None and words.QUOTED not in s.words[slice(*content)]:
        return None
    return Reading((g, i + 1), speaker, [content], VERBS[s.words[i]].lemma)


def _speaker_before(s: Sentence, g: int) -> Range | None:
    """Return the speaker before a verb, or the sentence's subject: X went home and said."""
    return subject(s, g, s.start) or main_subject(s, g)


def naming(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read a verb that sets its object in somebody's words: called it “a disgrace”."""
    lemma = VERBS[s.words[i]].lemma
    if not any(q > i and q not in s.titles for q in s.quoted):
        return None
    speaker = _speaker_before(s, g)
    if speaker is None or (_inside(i, done) and lemma not in words.NAMING_INSIDE):
        return None
    return Reading((g, i + 1), speaker, [(i + 1, clause_end(s, i + 1))], lemma)
