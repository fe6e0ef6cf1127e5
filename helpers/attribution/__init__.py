"""Who is credited with which words: every cue of a sentence with its speaker and its content."""

from dataclasses import dataclass

from helpers.attribution.sentence import Sentence
from helpers.attribution.tokens import DASHES, QUOTED, SIGNING, Tokens, sentences, tokenize
from helpers.attribution.words import (
    ADVERBS,
    ARTICLES,
    CONJUNCTIONS,
    DOUBLE_LIVES,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    VERBS,
)
from helpers.text.marks import paragraphs, quoted_runs

Offsets = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Words or thoughts that a text credits to somebody, in the terms of PARC3 and PolNeAR.

    All spans are (start, end) offsets into the text, in code points.
    """

    cue: Offsets | None  # the words that tie the two: "has also said", "according to", ":"
    source: Offsets | None  # who or what is credited; None where the sentence does not say
    content: tuple[Offsets, ...]  # what is reported; two spans where the cue interrupts it
    verb: str  # the verb in the form of a dictionary; "according to", ":" or "—" without one
    how: str  # the reading that found it: "preposed", "passive" …


@dataclass
class Reading:
    """An attribution while it is worked on: pairs of token numbers."""

    cue: tuple[int, int] | None
    speaker: tuple[int, int] | None
    content: list[tuple[int, int]]
    verb: str
    how: str


def attributions(text: str) -> list[Attribution]:
    """Return everything that a text attributes, in order of its cues.

    Marks around the words are not needed: "the council said it would wait" is one. Never raises
    on a string.
    """
    spans = paragraphs(text)
    found = []
    for (start, end), runs in zip(spans, quoted_runs(text, spans), strict=True):
        tokens = tokenize(text, start, end, runs)
        for a, b in sentences(tokens):
            found += [_in_code_points(tokens, one) for one in readings(Sentence(tokens, a, b))]
    return sorted(found, key=lambda one: one.cue)


def _in_code_points(tokens: Tokens, reading: Reading) -> Attribution:
    return Attribution(
        cue=tokens.span(*reading.cue),
        source=tokens.span(*reading.speaker) if reading.speaker else None,
        content=tuple(tokens.span(a, b) for a, b in reading.content if a < b),
        verb=reading.verb,
        how=reading.how,
    )


# Verbs that put words on their object by themselves, also inside another's report.
LABELLING = frozenset("call describe dismiss label brand slam blast denounce mock dub".split())
TITLING = frozenset("call label dub term title entitle brand".split())


def readings(sentence: Sentence) -> list[Reading]:
    """Return every cue of one sentence with its speaker and what it reports, left to right."""
    found: list[Reading] = []
    for i in sentence.cues:
        if sentence.is_verb(i):
            reading = _read_verb(sentence, i, found)
            if reading:
                found.append(reading)
    found += _according_to(sentence)
    if not found:
        found += _signature(sentence) or _colon(sentence)
    return found


def _signature(s: Sentence) -> list[Reading]:
    """Read “...” — Name, as under a letter or a motto."""
    if len(s.quoted) != 1 or s.quoted[0] != s.start or s.word(s.start + 1) not in SIGNING:
        return []
    a = s.start + 2
    b = next((k for k in range(a, s.end) if s.w[k] in (",", "(") or s.w[k] in DASHES), s.end)
    if not a < b <= a + 6 or not s.t.capital(a):
        return []
    return [Reading((a - 1, a), (a, b), [(s.start, s.start + 1)], "—", "signature")]


def _read_verb(s: Sentence, i: int, done: list[Reading]) -> Reading | None:
    lemma, form, _ = VERBS[s.w[i]]
    g = s.group(i)
    if (form == "ing" and g == i) or (form == "base" and s.word(g - 1) == "to"):
        return _read_participle(s, i, g, done)
    if s.passive(g, i):
        return _read_passive(s, i, g)
    if lemma in TITLING and s.word(i + 1) == QUOTED:
        return None  # a film called “...”
    reading = _read_inverted(s, i, g, done) or _read_postposed(s, i, g, done)
    return reading or _read_preposed(s, i, g, done) or _read_naming(s, i, g, done)


def _read_preposed(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “X said that ...” and “X said: “...””."""
    lemma, _, names = VERBS[s.w[i]]
    clause = s.clause_after(i, names, lemma)
    if clause is None:
        return None
    content = [(clause, s.clause_end(clause))]
    speaker = _speaker_before(s, g, done)
    if speaker is None and not any(s.w[k] == QUOTED for k in range(*content[0])):
        return None
    return Reading((g, i + 1), speaker, content, lemma, "preposed")


def _speaker_before(s: Sentence, g: int, done: list[Reading]) -> tuple[int, int] | None:
    """Find the speaker before a verb, or carry on with the last: X went home and said."""
    speaker = s.subject(g, s.start)
    if speaker is None:
        carried = [r.speaker for r in done if r.speaker and r.cue and r.cue[0] < g]
        speaker = main_subject(s, g) or (carried[-1] if carried else None)
    return speaker


def _quotation_before(s: Sentence, edge: int) -> bool:
    """Say whether a quotation that expects more (“...,”) ends just before `edge`."""
    k = edge - 1
    if s.word(k) == ",":
        k -= 1
    return s.word(k) == QUOTED and (s.t.last_mark(k) in ",?!—-…" or s.word(edge - 1) == ",")


def _next_quotation(s: Sentence, k: int) -> list[tuple[int, int]]:
    """Give the quotation that takes up again after “she said,”."""
    for m in range(k, min(k + 14, s.end)):
        if s.w[m] == QUOTED:
            if s.word(m - 1) in (",", ":", "that") or m == k:
                return [(m, s.clause_end(m))]
            return []
        if s.w[m] in VERBS and m in s.cues and VERBS[s.w[m]][1] != "base":
            return []
    return []


def _read_inverted(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “...,” said X, the role of Y."""
    lemma, form, names = VERBS[s.w[i]]
    if "quoting" not in names or form not in ("past", "s") or g != i:
        return None
    comma = s.word(i - 1) == "," and i - 1 > s.start
    if not comma and s.word(i - 1) != QUOTED:
        return None
    if not s.names_speaker(i + 1) or s.word(i + 1) == "that":
        return None
    clause_before = comma and s.finite(s.start, i - 1) and not s.finite(i + 1, s.end)
    if not clause_before and not _quotation_before(s, i):
        return None
    end = s.phrase_after(i + 1)
    if end <= i + 1:
        return None
    content = [(_content_start(s, i, done), i - 1 if comma else i), *_next_quotation(s, end)]
    return Reading((i, i + 1), (i + 1, end), content, lemma, "inverted")


def _content_start(s: Sentence, edge: int, done: list[Reading]) -> int:
    """Give where the words reported before `edge` start: after the attribution before them."""
    starts = [r.content[-1][0] for r in done if r.content[-1][0] < edge and r.cue[0] < edge]
    return max([s.start, *starts])


def _read_postposed(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “...,” X said.  and  The bill is dead, X said.  and  The bill, X said, is dead."""
    lemma, _, names = VERBS[s.w[i]]
    if not names & {"quoting", "reporting"}:
        return None
    speaker = _postposed_subject(s, g)
    if speaker is None or speaker[0] <= s.start:
        return None
    a = speaker[0]
    edge = a - 1 if s.word(a - 1) == "," else a
    content = [(_content_start(s, edge, done), edge)]
    if _quotation_before(s, a):
        content += _next_quotation(s, i + 1)
        return Reading((g, i + 1), speaker, content, lemma, "postposed")
    if s.word(a - 1) != "," or not _closes(s, i):
        return None
    if s.word(i + 1) == "," and s.word(i + 2) == QUOTED:
        return None  # X said, “...”: nothing before it is reported
    if s.word(i + 1) == "," and i + 2 < s.end:  # in the middle
        content.append((i + 2, s.clause_end(i + 2)))
        if not s.finite(*content[0]) and not s.finite(*content[1]) and not s.quoted:
            return None
    elif not s.finite(*content[0]):
        return None
    return Reading((g, i + 1), speaker, content, lemma, "postposed")


def _closes(s: Sentence, i: int) -> bool:
    """Say whether nothing is reported after the verb at `i`: a time or place at most."""
    follow = s.word(i + 1)
    if follow in (".", ",", ";"):
        return True
    lemma, _, names = VERBS[s.w[i]]
    return lemma in ("say", "write", "tell") and s.clause_after(i, names, lemma) is None


def _postposed_subject(s: Sentence, g: int) -> tuple[int, int] | None:
    """Find the speaker between the reported words and the verb that follows them."""
    k = g - 1
    while k >= s.start and s.w[k] != QUOTED and s.w[k] not in DASHES and g - k < 40:
        k -= 1
    if k >= s.start and s.w[k] == QUOTED and _quotation_before(s, k + 1 + (s.word(k + 1) == ",")):
        a = k + 1 + (s.word(k + 1) == ",")
        if a < g and (not s.finite(a, g) or s.w[g - 1] == ","):
            b = s.drop_times(a, g)
            return (a, b) if a < b and _could_speak(s, a, b) else None
    return _subject_after_comma(s, g)


def _could_speak(s: Sentence, a: int, b: int) -> bool:
    """Say whether tokens `a` up to `b` could be a speaker: no clause, no conjunction."""
    first = s.w[a]
    if first in CONJUNCTIONS or first in SUBORDINATORS or first in PREPOSITIONS:
        return False
    return not first.endswith("ing") and "that" not in s.w[a + 1 : b]


def _subject_after_comma(s: Sentence, g: int) -> tuple[int, int] | None:
    for k in range(g - 2, max(s.start, g - 26), -1):
        if s.w[k] == "," and s.names_speaker(k + 1) and not s.finite(k + 1, g):
            if s.w[g - 1] == "," and (s.w[k + 1] in ARTICLES or not s.t.capital(k + 1)):
                continue  # a description of the speaker: look further left for the name
            b = s.drop_times(k + 1, g)
            return (k + 1, b) if k + 1 < b else None
    return None


def _inside_report(i: int, done: list[Reading]) -> bool:
    return any(a <= i < b for reading in done for a, b in reading.content)


def _read_naming(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read a verb that sets its object in someone's words: called it “a disgrace”."""
    lemma, _, names = VERBS[s.w[i]]
    if not names & {"naming", "quoting", "telling", "asking"}:
        return None
    if not any(i < q < i + 30 for q in s.quoted):
        return None
    if _inside_report(i, done) and lemma not in LABELLING:
        return None
    speaker = _speaker_before(s, g, done)
    if speaker is None:
        return None
    return Reading((g, i + 1), speaker, [(i + 1, s.clause_end(i + 1))], lemma, "naming")


def _read_participle(s: Sentence, i: int, g: int, done: list[Reading]) -> Reading | None:
    """Read “..., adding that ...”: the speaker is that of the cue before it, or of the clause."""
    lemma, form, names = VERBS[s.w[i]]
    clause = s.clause_after(i, names, lemma)
    if clause is None:
        if not any(i < q < i + 12 for q in s.quoted) or not names & {"naming", "quoting"}:
            return None
        if (_inside_report(i, done) and lemma not in LABELLING) or s.word(i + 1) == QUOTED:
            return None
        clause = i + 1
    if form == "base":
        g = i
        if s.word(clause) not in ("that", QUOTED) and lemma not in ("say", "tell"):
            return None
    speaker = _participle_subject(s, i, done)
    if speaker is None:
        return None
    return Reading((g, i + 1), speaker, [(clause, s.clause_end(clause))], lemma, "participle")


def _participle_subject(s: Sentence, i: int, done: list[Reading]) -> tuple[int, int] | None:
    before = s.word(i - 1)
    loose = before in (",", "to", "and", "while", QUOTED) or before in PREPOSITIONS or i == s.start
    if not loose:  # a statement saying that: the noun before it speaks
        edge = next((k + 1 for k in range(i - 1, s.start, -1) if s.w[k] == ","), s.start)
        return s.subject(i, edge + (s.w[edge] == "with"))
    for reading in reversed(done):
        if reading.speaker and reading.cue and reading.cue[0] < i:
            return reading.speaker
    return main_subject(s, i)


def main_subject(s: Sentence, limit: int) -> tuple[int, int] | None:
    """Guess the subject of the sentence's main clause: the first name or noun phrase."""
    a = s.skip_introduction(s.start, limit)
    b = a
    while b < limit and not _ends_subject(s, a, b):
        b += 1
    if a < b and (s.opens_phrase(a) or s.w[a].endswith("s")):
        return a, b
    return None


def _ends_subject(s: Sentence, a: int, b: int) -> bool:
    word = s.w[b]
    if (
        word in FINITE
        or word in (",", ";", ":", "(", QUOTED)
        or word in DASHES
        or word in RELATIVES
    ):
        return True
    if b == a:
        return False
    if word in VERBS and s.is_verb(b) and word not in DOUBLE_LIVES:
        return True
    if (word in PREPOSITIONS and word not in ("of", "for")) or word in ADVERBS:
        return True
    return (word.endswith(("ed", "ly")) and not s.t.capital(b)) or s.w[b - 1] in PRONOUNS


def _read_passive(s: Sentence, i: int, g: int) -> Reading | None:
    """Read “was told by X that ...”: the speaker follows “by”."""
    lemma, _, names = VERBS[s.w[i]]
    speaker, k = _agent(s, i + 1)
    clause = s.find_that(k, names)
    if clause is None and s.word(k) == QUOTED:
        clause = k
    if clause is None and s.word(k) in ("as", "to", "for", ":") and lemma not in ("know", "use"):
        clause = k + 1 if any(k < q < k + 8 for q in s.quoted) else None
    if clause is None:
        return None
    end = s.clause_end(clause)
    if speaker is None:
        after = next((q + 1 for q in s.quoted if q >= clause), end)
        speaker, _ = _agent(s, after)
        end = after if speaker else end
    return Reading((g, i + 1), speaker, [(clause, end)], lemma, "passive")


def _agent(s: Sentence, k: int) -> tuple[tuple[int, int] | None, int]:
    """Read “by X” at `k`."""
    if s.word(k) == "by" and (s.opens_phrase(k + 1) or s.word(k + 1)[0].isalpha()):
        end = s.phrase_after(k + 1)
        if end > k + 1:
            return (k + 1, end), end
    return None, k


def _according_to(s: Sentence) -> list[Reading]:
    """Read “according to X”, wherever it stands."""
    found = []
    for k in range(s.start, s.end - 2):
        if s.w[k] == "according" and s.w[k + 1] == "to":
            end = s.phrase_after(k + 2)
            content = _according_content(s, k, end)
            if end > k + 2 and content:
                found.append(
                    Reading((k, k + 2), (k + 2, end), content, "according to", "according")
                )
    return found


def _according_content(s: Sentence, k: int, end: int) -> list[tuple[int, int]]:
    after = end + (s.word(end) in (",", ":"))
    follows = s.word(end) in (",", ":") and after < s.end
    if k - s.start < 3 and not s.finite(s.start, k):
        return [(after, s.clause_end(after))] if after < s.end else []
    b = k - (s.word(k - 1) == ",")
    breaks = [m + 1 for m in range(s.start, b) if s.w[m] in (":", ";")]
    start = breaks[-1] if breaks else s.start
    content = [(start, b)] if start < b else []
    if follows and s.word(k - 1) == "," and not s.finite(s.start, b):
        content.append((after, s.end))
    return content


def _colon(s: Sentence) -> list[Reading]:
    """Read “X: ...” where X is a short name: a transcript, a caption or a headline."""
    for k in range(s.start + 1, s.end - 1):
        if s.w[k] != ":":
            continue
        if s.word(k + 1) == QUOTED:
            return _words_before_colon(s, k)
        name = all(
            s.t.capital(m) or s.w[m] in ("of", "the", "and", "for") for m in range(s.start, k)
        )
        if name and k - s.start <= 5 and s.finite(k + 1, s.end):
            return [Reading((k, k + 1), (s.start, k), [(k + 1, s.end)], ":", "colon")]
        return []
    return []


def _words_before_colon(s: Sentence, k: int) -> list[Reading]:
    """Read “She went on: “...”” and “Smith: “...””."""
    speaker = main_subject(s, k)
    if speaker is None:
        return []
    near = 0 < k - speaker[1] <= 4
    cue = (speaker[1], k) if near else (k, k + 1)
    return [Reading(cue, speaker, [(k + 1, s.end)], ":", "colon")]
