"""The rules by which attributions are read, in order: the first that can read a verb decides.

Our own, made by reading news; source, cue and content are the terms of PARC3 (Pareti 2016) and
PolNeAR (Newell, Margolin and Ruths 2018).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from helpers.attribution import verb_group, with_verb, without_verb
from helpers.attribution.reading import Reading
from helpers.attribution.sentence import Sentence


@dataclass(frozen=True)
class Rule:
    """One way in which English names who said what."""

    name: str  # what `Attribution.how` gives for what it read
    reads: str  # "active", "passive" or "participle": a verb group; "sentence"; or "rest"
    reason: str  # what makes it true of English
    read: Callable  # its function: of sentence, verb, group and readings, or of the sentence alone
    example: str  # a sentence that the rule reads
    counterexample: str  # a sentence like it that the rule must leave alone


RULES = (
    Rule(
        "participle",
        "participle",
        "A verb in -ing, or one with “to”, has the subject of the clause that it hangs on.",
        with_verb.participle,
        "Bell said the lock was old, adding that it would close.",
        "Bell left the lock to the board, adding a gate.",
    ),
    Rule(
        "passive",
        "passive",
        "After “was told” the subject listens; whoever speaks follows “by”.",
        with_verb.passive,
        "The board was told by Ann Bell that the lock was old.",
        "The lock was reported on Monday.",
    ),
    Rule(
        "inverted",
        "active",
        "After reported words the verb may come first: said Bell.",
        with_verb.inverted,
        "“The lock is old,” said harbour master Ann Bell.",
        "“The lock is old,” said quietly.",
    ),
    Rule(
        "postposed",
        "active",
        "Subject and verb may follow the reported words, or interrupt them.",
        with_verb.postposed,
        "The lock, engineers said, was never safe.",
        "On Monday, Ann Bell said.",
    ),
    Rule(
        "preposed",
        "active",
        "The plain order: somebody says something.",
        with_verb.preposed,
        "Ann Bell said the lock was old.",
        "Ann Bell said a prayer and went home.",
    ),
    Rule(
        "naming",
        "active",
        "Words in marks after a verb of saying or judging are those of its subject.",
        with_verb.naming,
        "Ann Bell called the plan “a disgrace”.",
        "Ann Bell wrote a book called “Low Water”.",
    ),
    Rule(
        "phrase",
        "sentence",
        "“According to” and its like name the source of the words beside them.",
        without_verb.phrases,
        "The lock leaks, according to the board.",
        "In the view from Orme, the lock is small.",
    ),
    Rule(
        "words of",
        "sentence",
        "“In Bell’s words” says whose words they are.",
        without_verb.words_of,
        "In Ann Bell’s words, “nobody listens”.",
        "In other words, “nobody listens”.",
    ),
    Rule(
        "put it",
        "sentence",
        "“As Bell put it” says whose words they are.",
        without_verb.put_it,
        "As Ann Bell put it, “nobody listens”.",
        "Ann Bell put the key on the table.",
    ),
    Rule(
        "signature",
        "rest",
        "A dash and a name sign the words before them.",
        without_verb.signature,
        "“Nobody listens.” — Ann Bell",
        "“Nobody listens” — a lie.",
    ),
    Rule(
        "colon",
        "rest",
        "A colon hands over to the subject before it.",
        without_verb.colon,
        "Ann Bell went on: “Nobody listens.”",
        "Two boats were lost: the tug and the ferry.",
    ),
)


def read(s: Sentence) -> list[Reading]:
    """Return the readings of one sentence, each named after its rule."""
    found: list[Reading] = []
    for i in s.cues:
        if s.is_verb(i):
            g = verb_group.group_start(s, i)
            found += next(_of_verb(s, i, g, found), [])
    if s.has_signs:
        found += _of_sentence(s, "sentence")
    return found or list(_of_sentence(s, "rest"))


def _of_verb(s: Sentence, i: int, g: int, done: list[Reading]) -> Iterator[list[Reading]]:
    shape = verb_group.shape(s, g, i)
    for rule in RULES:
        reading = rule.read(s, i, g, done) if rule.reads == shape else None
        if reading:
            reading.how = rule.name
            yield [reading]


def _of_sentence(s: Sentence, reads: str) -> Iterator[Reading]:
    for rule in RULES:
        if rule.reads == reads:
            for reading in rule.read(s):
                reading.how = rule.name
                yield reading
