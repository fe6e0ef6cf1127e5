"""Lesson 2, reporting or opinion: the words that show how a sentence was written.

A cue is a reason to look again, never a verdict: a loaded word may be the accurate one, and a
hedge may be honest. The lists stand in `words.txt`, the guards against look-alikes in `guards.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass

from helpers.opinion.finding import hits_in, quoted_in, span, tokens_in, within
from helpers.opinion.lexicon import Entry
from helpers.opinion.score import BIAS, WEIGHTS, features, opinion_score

__all__ = ["BIAS", "WEIGHTS", "Cue", "cues", "features", "opinion_score"]

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


@dataclass(frozen=True)
class Cue:
    """A word or phrase that shows how a sentence was written, and why it is worth a look."""

    start: int  # in code points
    end: int  # in code points
    kind: str  # loaded, hedge, booster, reporting-verb or duty
    why: str  # one plain sentence for the learner


def cues(text: str) -> list[Cue]:
    """Find the words that judge, soften, stress, hand over to a source or call for action.

    In order of appearance, never overlapping. Words inside quotation marks are found as well;
    their `why` says that they are the speaker's.
    """
    tokens, quoted = tokens_in(text), quoted_in(text)
    return [_cue(text, *span(tokens, *hit), hit[2], quoted) for hit in hits_in(tokens)]


def _cue(text: str, start: int, end: int, entry: Entry, quoted: list[tuple[int, int]]) -> Cue:
    shown = " ".join(text[start:end].split())
    why = SPEAKER[entry.kind] if within(quoted, start) else WHY[entry.group]
    return Cue(start, end, entry.kind, why.format(shown))
