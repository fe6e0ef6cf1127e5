"""Lesson 2, reporting or opinion: the words that show how a sentence was written.

A cue is a reason to look again, never a verdict: a loaded word may be the accurate one, and a
hedge may be honest. The lists and the guards against look-alikes are in `opinion_words`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from helpers.opinion import words
from helpers.text.marks import paragraphs, quoted_runs


@dataclass(frozen=True)
class Cue:
    """A word or phrase that shows how a sentence was written, and why it is worth a look.

    `start` and `end` count code points; `kind` is `loaded`, `hedge`, `booster`, `reporting-verb`
    or `duty`.
    """

    start: int
    end: int
    kind: str
    why: str


def cues(text: str) -> list[Cue]:
    """Find the words that judge, soften, stress, hand over to a source or call for action.

    In order of appearance, never overlapping. Words inside quotation marks are found as well;
    their `why` says that they are the speaker's.
    """
    tokens, quoted = _tokens(text), _quoted(text)
    return [_cue(text, *_span(tokens, *hit), hit[2], quoted) for hit in _hits(tokens)]


# --- finding cues -------------------------------------------------------------------------------

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# One space or hyphen or line end: a phrase may be wrapped, but never runs into a new paragraph.
GAP = re.compile(r"(?=\s)[^\S\n]{0,3}\n?[^\S\n]{0,2}|[-‐‑]")

PAST = re.compile("[a-z]{2}ed$")
SUPERLATIVE = re.compile("[a-z]{2}est$")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
BREAKS = frozenset(";:—–?!")

WHY = {
    "judging": "“{}” evaluates: it says what to think of a thing; it may also be accurate.",
    "scale": "“{}” weighs without measuring, which evaluates; it may still be accurate.",
    "people": "“{}” evaluates whoever it names; it may also be an accurate name.",
    "things": "“{}” evaluates what it names; it may also be the accurate word.",
    "deeds": "“{}” evaluates the act that it reports; it may also be accurate.",
    "phrases": "“{}” evaluates besides describing; it may also be accurate.",
    "hedge": "“{}” says that this is less than certain; ask what would settle it.",
    "booster": "“{}” adds weight or certainty, but no evidence.",
    "reporting-verb": "“{}” hands the words to a source; ask who that is.",
    "coloured": "“{}” reports somebody's words and hints at how to take them.",
    "duty": "“{}” says what ought to be done; that advises, whatever facts stand beside it.",
}
SPEAKER = {
    "loaded": "“{}” evaluates, but inside quotation marks: the judgement is the speaker's, not "
    "the writer's, and it may also be accurate.",
    "hedge": "“{}” is the speaker's own caution, since it stands inside quotation marks.",
    "booster": "“{}” is the speaker's own stress, since it stands inside quotation marks.",
    "reporting-verb": "“{}” hands words to a source, but it is the speaker who does so: it stands "
    "inside quotation marks.",
    "duty": "“{}” says what ought to be done in the speaker's view, since it stands inside "
    "quotation marks.",
}


class _Token(NamedTuple):
    """A word, in lower case for look-up, and the text between it and the word before."""

    word: str
    start: int
    end: int
    gap: str
    shape: str  # the word as printed


class _Entry(NamedTuple):
    """A listed cue: its words, its kind, and the group that chooses the `why`."""

    words: tuple[str, ...]
    kind: str
    group: str


class _Guard(NamedTuple):
    """A rule on the word before or behind a cue."""

    rule: str  # not, only, speech
    behind: bool  # the word behind the cue, rather than the one before it
    others: frozenset[str]


def _tokens(text: str) -> list[_Token]:
    found, past = [], 0
    for match in WORD.finditer(text):
        start, end = match.span()
        # Only the first characters of a gap are ever looked at.
        gap = text[past : min(start, past + 8)]
        found.append(_Token(match[0].lower().replace("’", "'"), start, end, gap, match[0]))
        past = end
    found.append(_Token("", len(text), len(text), text[past : past + 8], ""))
    return found


def _hits(tokens: list[_Token]) -> Iterator[tuple[int, int, _Entry]]:
    """Give the first and past-the-last token of each cue, the longest phrase winning."""
    lexicon, at, last = _lexicon(), 0, len(tokens) - 1
    while at < last:
        for entry in lexicon.get(tokens[at].word) or _owners(tokens[at].word):
            past = at + len(entry.words)
            if _fits(tokens, at, entry) and _counts(tokens, at, past, entry):
                yield at, past, entry
                at = past
                break
        else:
            at += 1


def _owners(word: str) -> list[_Entry]:
    """Give the entries for the owner in a genitive: the regime's leader."""
    if not word.endswith("'s"):
        return []
    return [entry for entry in _lexicon().get(word[:-2], ()) if entry.kind == "loaded"]


def _span(tokens: list[_Token], at: int, past: int, entry: _Entry) -> tuple[int, int]:
    """Give the start and end of a cue, without the 's of a genitive."""
    word, end = tokens[past - 1].word, tokens[past - 1].end
    genitive = word.endswith("'s") and not entry.words[-1].endswith("'s")
    return tokens[at].start, end - 2 if genitive else end


def _fits(tokens: list[_Token], at: int, entry: _Entry) -> bool:
    """Say whether the phrase stands here, its words parted by a space or a hyphen only."""
    if len(entry.words) == 1:
        return True
    ahead = tokens[at + 1 : at + len(entry.words)]
    return len(ahead) == len(entry.words) - 1 and all(
        token.word in (word, word + "'s") and GAP.fullmatch(token.gap)
        for token, word in zip(ahead, entry.words[1:], strict=True)
    )


def _counts(tokens: list[_Token], at: int, past: int, entry: _Entry) -> bool:
    """Say whether what stands around a listed word leaves it a cue."""
    before = tokens[at - 1].word if at and _close(tokens[at].gap) else ""
    if _compound(tokens, at, past, entry.kind) or _is_name(tokens, at, entry):
        return False
    behind = tokens[past].word if _close(tokens[past].gap) else ""
    rules = _guards().get((entry.kind, entry.words), ())
    return all(_allows(rule, behind if rule.behind else before, tokens[past]) for rule in rules)


def _allows(guard: _Guard, neighbour: str, following: _Token) -> bool:
    found = neighbour in guard.others or (neighbour[-2:] == "'s" and "'s" in guard.others)
    if guard.rule == "not":
        return not found
    mark = following.gap.strip()[:1]
    return found or (guard.rule == "speech" and mark != "" and mark in words.SPEECH_MARKS)


def _close(gap: str) -> bool:
    return bool(GAP.fullmatch(gap))


def _compound(tokens: list[_Token], at: int, past: int, kind: str) -> bool:
    """Say whether a hyphen makes it another word: must-see, anti-racist."""
    before, behind = tokens[at].gap, tokens[past].gap
    if kind != "loaded":
        return behind in ("-", "‑", "‐") or (before in ("-", "‑", "‐") and at > 0)
    return before == "-" and at > 0 and tokens[at - 1].word in ("anti", "non", "counter", "un")


def _is_name(tokens: list[_Token], at: int, entry: _Entry) -> bool:
    """Say whether capitals make it a name: the month of May, Ms Savage."""
    shape = tokens[at].shape
    if not shape[:1].isupper() or len(entry.words) > 1:
        return False
    if entry.words[0] == "may":
        return shape != "MAY"
    if entry.words[0] not in words.NAMES or shape.isupper():
        return False
    return tokens[at + 1].shape.istitle() or (at > 0 and tokens[at - 1].shape.istitle())


def _cue(text: str, start: int, end: int, entry: _Entry, quoted: list[tuple[int, int]]) -> Cue:
    shown = " ".join(text[start:end].split())
    why = SPEAKER[entry.kind] if _within(quoted, start) else WHY[entry.group]
    return Cue(start, end, entry.kind, why.format(shown))


def _within(spans: list[tuple[int, int]], position: int) -> bool:
    """Say whether a position lies in one of the spans, which are in order and do not overlap."""
    at = bisect_right(spans, (position, math.inf)) - 1
    return at >= 0 and position < spans[at][1]


def _quoted(text: str) -> list[tuple[int, int]]:
    """Give the spans inside quotation marks, in order."""
    runs = quoted_runs(text, paragraphs(text))
    spans = [(run.start, run.end) for paragraph in runs for run in paragraph]
    opened, closed = text.find("“"), text.find("”")
    # A sentence cut out of a longer quotation closes a mark that it never opened.
    if closed > 0 and (opened < 0 or closed < opened) and "\n" not in text[:closed]:
        spans = [(0, closed), *(span for span in spans if span[0] > closed)]
    return spans


# --- ordering questions -------------------------------------------------------------------------

# How the weights came about: a logistic regression with a strong ridge penalty, fitted on
# the constructed sentences of tests/data/opinion/dev.tsv and on nothing else, both kinds weighing
# alike, then rounded; `bench/wording.py --fit` does it again. Questions, exclamations and "you"
# are too rare there to be learnt, so these three are pulled towards values set by hand.
BIAS = -0.12
WEIGHTS = {
    "loaded": 1.05,
    "exclamation": 0.6,
    "copula": 0.55,
    "value": 0.5,
    "absolute": 0.5,
    "question": 0.5,
    "duty": 0.45,
    "first person": 0.45,
    "asking opener": 0.35,
    "booster": 0.25,
    "comparison": 0.25,
    "pointing opener": 0.25,
    "second person": 0.2,
    "break": 0.2,
    "hedge": 0.15,
    "contrast opener": 0.1,
    "would or will": 0.1,
    "speaker's loaded": -0.1,
    "quoted share": -0.15,
    "measure": -0.2,
    "name": -0.35,
    "office": -0.4,
    "reporting-verb": -0.4,
    "date": -0.5,
    "past tense": -0.5,
    "figure": -0.75,
}


def opinion_score(sentence: str) -> float:
    """Give a number from 0 (reads like a report) to 1 (reads like an opinion).

    It only decides which sentence to ask about first; it is never shown and is no verdict.
    """
    shown = features(sentence)
    return 1 / (1 + math.exp(-BIAS - sum(WEIGHTS[name] * shown[name] for name in WEIGHTS)))


def features(sentence: str) -> dict[str, float]:
    """Describe a sentence by counts that anybody can check by eye; none is larger than 4."""
    tokens, quoted = _tokens(sentence), _quoted(sentence)
    hits = list(_hits(tokens))
    own = [not _within(quoted, token.start) for token in tokens[:-1]]
    # A loaded word counts as that alone: what else it might be must not tell two sides apart.
    taken = {at for first, past, e in hits if e.kind == "loaded" for at in range(first, past)}
    plain = [at for at, writers in enumerate(own) if writers and at not in taken]
    found: dict[str, float] = {
        **_words_used([tokens[at].word for at in plain]),
        **_openers(tokens[own.index(True)].word if True in own else ""),
        **_cues_used(own, hits),
        **_marks_used(sentence, quoted),
        "name": sum(tokens[at].shape[:1].isupper() for at in plain if at) / 2,
        "quoted share": 2 * own.count(False) / max(len(own), 1),
    }
    return {name: min(float(value), 4.0) for name, value in found.items()}


def _words_used(said: list[str]) -> dict[str, float]:
    """Count kinds of words in what the writer says outside quotation marks."""

    def count(vocabulary: frozenset[str]) -> int:
        return sum(word in vocabulary for word in said)

    return {
        "first person": count(words.FIRST_PERSON),
        "second person": count(words.SECOND_PERSON),
        "absolute": count(words.ABSOLUTES),
        "comparison": count(words.COMPARING) + sum(map(_superlative, said)),
        "copula": count(words.COPULAS),
        "past tense": count(words.PAST_FORMS) + sum(bool(PAST.search(word)) for word in said),
        "would or will": count(words.WOULD_WORDS),
        "date": count(words.DATES),
        "measure": count(words.MEASURES),
        "office": count(words.OFFICE),
        "value": count(words.VALUES),
    }


def _superlative(word: str) -> bool:
    return bool(SUPERLATIVE.search(word)) and word not in words.ENDS_IN_EST


def _openers(first: str) -> dict[str, float]:
    """Say what kind of word opens the sentence."""
    return {
        "contrast opener": first in words.CONTRAST_OPENERS,
        "pointing opener": first in words.POINTING_OPENERS,
        "asking opener": first in words.ASKING_OPENERS,
    }


def _cues_used(own: list[bool], hits: list[tuple[int, int, _Entry]]) -> dict[str, float]:
    """Count cues in the writer's own words, and loaded ones in a speaker's."""
    writers = [entry.kind for at, _, entry in hits if own[at]]
    speakers = sum(entry.kind == "loaded" and not own[at] for at, _, entry in hits)
    return {kind: writers.count(kind) for kind in SPEAKER} | {"speaker's loaded": speakers}


def _marks_used(sentence: str, quoted: list[tuple[int, int]]) -> dict[str, float]:
    """Count what is not a word: figures, dashes and the mark at the end."""
    spoken = _within(quoted, len(sentence.rstrip()) - 2)
    end = "" if spoken else sentence.rstrip(" \t\r\n”’\"')")[-1:]
    return {
        "question": end == "?",
        "exclamation": end == "!",
        "figure": sum(1 for _ in FIGURE.finditer(sentence)),
        "break": sum(mark in BREAKS for mark in sentence),
    }


# --- the word lists, made ready once ------------------------------------------------------------


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, list[_Entry]]:
    """Give for every first word the entries that begin with it, longest first."""
    lexicon: dict[str, list[_Entry]] = {}
    for kind, group, phrase in _listed():
        entry = _Entry(tuple(re.split("[-_]", phrase)), kind, group)
        lexicon.setdefault(entry.words[0], []).append(entry)
    for entries in lexicon.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return lexicon


def _listed() -> Iterator[tuple[str, str, str]]:
    """Give kind, group and phrase of every form; where two lists share a word the first counts."""
    for kind, block in (
        ("duty", words.DUTIES),
        ("hedge", words.HEDGES),
        ("booster", words.BOOSTERS),
    ):
        yield from ((kind, kind, phrase) for phrase in block.split())
    for phrase in words.REPORTING.split():
        group = "coloured" if phrase.startswith("~") else "reporting-verb"
        yield "reporting-verb", group, phrase.lstrip("~")
    yield from (("loaded", "phrases", phrase) for phrase in words.PHRASES.split())
    yield from _forms("people", words.PEOPLE, _plurals)
    yield from _forms("things", words.THINGS, _plurals)
    yield from _forms("deeds", words.DEEDS, _verb_forms)
    yield from _forms("scale", words.SCALE, _degrees)
    yield from _forms("judging", words.JUDGING, _degrees)


def _forms(
    group: str, block: str, inflect: Callable[[str], tuple[str, ...]]
) -> Iterator[tuple[str, str, str]]:
    forms = (form for word in block.split() for form in inflect(word))
    return (("loaded", group, form) for form in forms if form not in words.OTHER_WORDS)


def _plurals(noun: str) -> tuple[str, ...]:
    """The noun and its plural; a form that nobody writes does no harm."""
    if noun.endswith(("s", "x", "sh", "ch")):
        return noun, noun + "es"
    if re.search("[^aeiou]y$", noun):
        return noun, noun[:-1] + "ies"
    return noun, noun + "s"


def _verb_forms(verb: str) -> tuple[str, ...]:
    """The verb with -s, -ed and -ing; `*` marks a last letter that doubles."""
    stem = verb.rstrip("*")
    if verb != stem:
        return stem, stem + "s", stem + stem[-1] + "ed", stem + stem[-1] + "ing"
    third = _plurals(stem)[1]
    if stem.endswith("e"):
        return stem, third, stem + "d", stem[:-1] + "ing"
    past = stem[:-1] + "ied" if third.endswith("ies") else stem + "ed"
    return stem, third, past, stem + "ing"


def _degrees(adjective: str) -> tuple[str, ...]:
    """The adjective, its adverb, and for short ones -er and -est."""
    return adjective, _adverb(adjective), *_compared(adjective)


def _adverb(adjective: str) -> str:
    if adjective.endswith("ic"):
        return adjective + "ally"
    if re.search("[^aeiou]le$", adjective):
        return adjective[:-1] + "y"
    return re.sub("[^aeiou]y$", lambda m: m[0][0] + "i", adjective) + "ly"


def _compared(adjective: str) -> tuple[str, ...]:
    if len(adjective) > 6:
        return ()
    stem = re.sub("([^aeiou])y$", r"\1i", adjective).removesuffix("e")
    return stem + "er", stem + "est"


@lru_cache(maxsize=1)
def _guards() -> dict[tuple[str, tuple[str, ...]], list[_Guard]]:
    """Read the guards: `kind word: rule after|before others`."""
    guards: dict[tuple[str, tuple[str, ...]], list[_Guard]] = {}
    for line in words.GUARDS.strip().splitlines():
        head, _, tail = line.partition(": ")
        kind, phrase = head.split()
        rule, side, *others = tail.split()
        guard = _Guard(rule, side == "before", frozenset(others))
        guards.setdefault((kind, tuple(phrase.split("_"))), []).append(guard)
    return guards
