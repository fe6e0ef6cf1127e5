"""What the key says about the sentences: a reasoned label for each, and its loaded words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from helpers.case.fields import ID, Fields
from helpers.case.parts import ANCHOR_FIELDS, Anchor, Sentence, read_anchor
from helpers.case.reading import Known, Part
from helpers.case.reasons import (
    ItemKey,
    Templates,
    check_second,
    read_readings,
    read_reasons,
)
from helpers.case.vocabulary import JUDGEMENT, KINDS, LOADED_WEIGHTS, VOICES

KEY_FIELDS = ("kind", "second", "readings", "mixed", "aloud", "options")
WANTS = "reasons for 'kind' and 'second'; without a 'second' leave it out."


@dataclass(frozen=True)
class SentenceKey(ItemKey):
    """The reasoned label of one sentence; its options are KINDS."""

    @property
    def judges(self) -> bool | None:
        """Whether the writer judges here. None where the two readings fall on both sides."""
        sides = {kind in JUDGEMENT for kind in self.accepted}
        return sides.pop() if len(sides) == 1 else None


@dataclass(frozen=True)
class LoadedWord:
    """A word or phrase that evaluates. It may also be accurate."""

    id: str  # unique among the key's loaded words
    sentence: str  # the id of the sentence in which it stands
    anchor: Anchor  # where it stands in the article
    weight: str  # one of LOADED_WEIGHTS
    voice: str  # whose word it is, one of VOICES
    why: str  # why it evaluates


def read_sentence_keys(
    top: Fields, known: Mapping[str, Sentence], templates: Templates
) -> Mapping[str, SentenceKey]:
    """Read the label of every sentence of the case."""
    nodes = top.mapping("sentences")
    for missing in [one for one in known if one not in nodes]:
        says = f"the key has no entry for sentence {missing}. Add one."
        top.wrong(top.line_of("sentences"), says)
    keys = {}
    for name, node in nodes.items():
        fields = top.within(node, f"sentence {name if ID.fullmatch(name) else repr(name[:40])}")
        if name not in known:
            fields.wrong(node.line, f"{fields.where} is not in the case. Mend the id.")
        keys[name] = _read_sentence_key(fields, templates)
    return MappingProxyType(keys)


def _read_sentence_key(fields: Fields, templates: Templates) -> SentenceKey:
    fields.only(KEY_FIELDS)
    problems = len(fields.problems)
    kind = fields.choice("kind", KINDS)
    second = fields.choice("second", KINDS, default="")
    labels_are_sound = len(fields.problems) == problems
    options = read_reasons(fields, "options", "option", KINDS, templates)
    notes = {name: fields.text(name, "") for name in ("mixed", "aloud")}
    key = SentenceKey(kind, options, second, read_readings(fields), **notes)
    if labels_are_sound:
        check_second(fields, key, "second", "'second' is the same as 'kind'.", WANTS)
    return key


def read_loaded(
    top: Fields, text: str, sentences: Mapping[str, Sentence]
) -> tuple[LoadedWord, ...]:
    """Read the loaded words, each of which stands inside its sentence."""
    loaded = []
    for node in top.list("loaded", required=False):
        fields = top.within(node, "this loaded word")
        problems, name = len(top.problems), fields.identifier("id")
        fields.where = f"loaded word {name or '?'}"
        fields.only(["id", "sentence", *ANCHOR_FIELDS, "weight", "voice", "why"])
        word = LoadedWord(
            id=name,
            sentence=fields.choice("sentence", sentences),
            anchor=read_anchor(fields, text),
            weight=fields.choice("weight", LOADED_WEIGHTS),
            voice=fields.choice("voice", VOICES),
            why=fields.text("why"),
        )
        if len(top.problems) == problems:
            _check_inside(fields, word, sentences[word.sentence].anchor)
        loaded.append(word)
    top.once("loaded", [word.id for word in loaded])
    return tuple(loaded)


def _check_inside(fields: Fields, word: LoadedWord, around: Anchor) -> None:
    if not around.start <= word.anchor.start < word.anchor.end <= around.end:
        says = f"does not stand inside sentence {word.sentence}."
        fields.wrong(fields.line_of("start"), f"{fields.where} {says}")


def _read_key(top: Fields, known: Known) -> dict[str, Any]:
    return {
        "sentences": read_sentence_keys(top, known.sentences, known.templates),
        "loaded": read_loaded(top, known.text, known.sentences),
    }


PART = Part(key_fields=("sentences", "loaded"), read_key=_read_key)
