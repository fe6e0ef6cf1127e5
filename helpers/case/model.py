"""A case and its key as wholes. What they consist of stands in the module of each thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from helpers.case.afterwards import Afterwards
from helpers.case.background import Background
from helpers.case.cards import Card, CardKey, Event, Link, Picks
from helpers.case.claims import Claim, ClaimKey, ClaimRoutes
from helpers.case.labels import LoadedWord, SentenceKey
from helpers.case.parts import WHOLE, Route, Sentence, Source, whole_route
from helpers.case.questions import QuestionSet
from helpers.case.reasons import ItemKey
from helpers.case.short_questions import Question, QuestionKey


@dataclass(frozen=True)
class Case:
    """An article and all that a learner may see about it."""

    id: str  # the folder's name in `seeds/`; answers are saved under it
    title: str  # the article's headline
    language: str  # of the article, a BCP 47 tag such as "en"
    genre: str  # one of GENRES
    constructed: bool  # written for practice; the people and places are invented
    obtained: str  # how the text came here, and when, in a sentence
    rights: str  # whose the text is, and on what ground it is used
    notice: str  # what stands above the text on screen, or nothing
    text: str  # the whole article as decoded; never edited, all offsets point into it
    sentences: tuple[Sentence, ...]  # that can be judged, in the article's order
    routes: Mapping[str, Route]  # the short one by its name, where there is one
    sources: tuple[Source, ...]  # documents that bear on the article
    folder: Path  # where the pack lies
    sets: Mapping[str, QuestionSet] = field(default_factory=dict)  # by id
    questions: Mapping[str, Question] = field(default_factory=dict)  # single ones, by id
    claims: tuple[Claim, ...] = ()  # to weigh, in order
    ledger: ClaimRoutes | None = None  # which claims are weighed; always there when read
    cards: tuple[Card, ...] = ()  # look-up cards, in the order shown
    chain: tuple[Link, ...] = ()  # the way the text has come, from the first step
    timeline: tuple[Event, ...] = ()  # by date
    background: tuple[Background, ...] = ()  # what the article takes for granted

    @cached_property
    def by_id(self) -> Mapping[str, Sentence]:
        """The sentences by their id."""
        return MappingProxyType({sentence.id: sentence for sentence in self.sentences})

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number that is printed beside each sentence, by its id; 0 is the headline."""
        first = 0 if self.sentences[0].anchor.start == 0 else 1
        return MappingProxyType({one.id: n for n, one in enumerate(self.sentences, first)})

    @cached_property
    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences by the lines they stand on. The headline, if it is judged, comes first."""
        lines: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            lines.setdefault(self.text.count("\n", 0, sentence.anchor.start), []).append(sentence)
        return tuple(tuple(lines[number]) for number in sorted(lines))

    def route(self, name: str) -> Route:
        """Return the route called `name`; `whole` is always there and holds every sentence.

        Raises `KeyError` with the names that exist.
        """
        if name == WHOLE:
            return whole_route(self.by_id)
        if name not in self.routes:
            names = ", ".join([WHOLE, *self.routes])
            raise KeyError(f"There is no route {name!r} in {self.id}. There are: {names}.")
        return self.routes[name]


@dataclass(frozen=True)
class Key:
    """The answer key of a case. It stays in Python until a learner asks to compare."""

    case: str  # the case's id
    sentences: Mapping[str, SentenceKey]  # for every sentence, by its id
    loaded: tuple[LoadedWord, ...] = ()  # in the article's sentences
    questions: Mapping[str, QuestionKey] = field(default_factory=dict)  # single ones, by id
    sets: Mapping[str, Mapping[str, ItemKey]] = field(default_factory=dict)  # by set, by item
    claims: Mapping[str, ClaimKey] = field(default_factory=dict)  # by the claim's id
    cards: Mapping[str, CardKey] = field(default_factory=dict)  # by the card's id
    picks: Picks = field(default_factory=Picks)  # how many cards may be opened
    afterwards: Mapping[str, Afterwards] = field(default_factory=dict)  # by name
