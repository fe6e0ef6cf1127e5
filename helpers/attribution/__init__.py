"""Who is credited with which words: source, cue and content, read by rules over words."""

from dataclasses import dataclass

from helpers.attribution import rules, verb_group
from helpers.attribution.paragraph import Paragraph, sentences
from helpers.attribution.rules import Reading
from helpers.attribution.sentence import Sentence
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
    how: str  # the rule that read it: "preposed", "passive" …


def attributions(text: str) -> list[Attribution]:
    """Return everything that a text attributes, in order of its cues.

    Marks around the words are not needed: "the council said it would wait" is one. Never raises
    on a string.
    """
    spans = paragraphs(text)
    found = []
    for (start, end), runs in zip(spans, quoted_runs(text, spans), strict=True):
        paragraph = Paragraph(text, start, end, runs)
        for a, b in sentences(paragraph):
            found += [_in_code_points(paragraph, one) for one in read(Sentence(paragraph, a, b))]
    return sorted(found, key=lambda one: one.cue)


def _in_code_points(paragraph: Paragraph, reading: Reading) -> Attribution:
    return Attribution(
        cue=paragraph.span(*reading.cue),
        source=paragraph.name(*reading.speaker) if reading.speaker else None,
        content=tuple(paragraph.span(a, b) for a, b in reading.content if a < b),
        verb=reading.verb,
        how=reading.how,
    )


def read(s: Sentence) -> list[Reading]:
    """Return the readings of one sentence: every cue with its speaker and what it reports."""
    found: list[Reading] = []
    for i in s.cues:
        if verb_group.is_verb(s, i):
            found += _read_verb(s, i, found)
    found += rules._phrases(s)
    return found or rules._signature(s) or rules._colon(s)


def _read_verb(s: Sentence, i: int, done: list[Reading]) -> list[Reading]:
    g = verb_group.group_start(s, i)
    shape = verb_group.shape(s, g, i)
    for rule in rules.RULES:
        if rule.shape == shape and (reading := rule.read(s, i, g, done)):
            reading.how = rule.name
            return [reading]
    return []
