"""What a case and its key consist of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from helpers.case.vocabulary import JUDGEMENT

if TYPE_CHECKING:
    from helpers.case.claims import Claim, ClaimKey, Ledger


@dataclass(frozen=True)
class Anchor:
    """A stretch of the article: where it starts and ends (in code points) and its exact words.

    The W3C Web Annotation model's TextPositionSelector and TextQuoteSelector in one.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Sentence:
    """One sentence of the article that can be judged."""

    id: str
    anchor: Anchor

    @property
    def text(self) -> str:
        """The sentence's words, exactly as printed."""
        return self.anchor.exact


@dataclass(frozen=True)
class Route:
    """Which sentences a session of so many minutes marks."""

    name: str
    minutes: int
    sentences: tuple[str, ...]


def with_whole(routes: Mapping[str, Route], items: Iterable[str]) -> dict[str, Route]:
    """The routes that leave something out, and the whole, which is always there."""
    whole = Route("whole", 0, tuple(items))
    shorter = {
        name: route
        for name, route in routes.items()
        if name != "whole" and len(route.sentences) < len(whole.sentences)
    }
    return {**shorter, "whole": whole}


@dataclass(frozen=True)
class Source:
    """A document that bears on the article, with its citation and a short quotation from it."""

    id: str
    title: str
    publisher: str
    date: str
    url: str
    seen: str
    text: str = ""

    @property
    def words(self) -> str:
        """The document's own words, without the citation lines in front of them."""
        head, found, body = self.text.partition("\n\n")
        return body.strip() if found and _is_citation(head) else self.text.strip()

    @property
    def language(self) -> str:
        """The code of the language that the citation lines name, or nothing."""
        named = re.search(r"^Language: (\w+)$", self.text, re.MULTILINE)
        return LANGUAGES.get(named[1], "") if named else ""


LANGUAGES = {"English": "en", "Spanish": "es", "Portuguese": "pt", "French": "fr", "German": "de"}


def _is_citation(head: str) -> bool:
    return all(re.match(r"[A-Z][^:\n]{0,40}: ", line) for line in head.splitlines())


@dataclass(frozen=True)
class Option:
    """One answer that a question offers: its id, its name on screen, and what it means."""

    id: str
    name: str
    hint: str = ""


@dataclass(frozen=True)
class Item:
    """One thing to judge in a question set: a passage, and the documents shown beside it."""

    id: str
    title: str
    passage: str = ""
    sentence: str = ""
    shows: tuple[str, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """The words that are judged, or the title where there are none."""
        return self.passage or self.title


@dataclass(frozen=True)
class QuestionSet:
    """Several items that are asked the same question, with the same options."""

    id: str
    title: str
    asks: str
    options: tuple[Option, ...]
    items: tuple[Item, ...]
    routes: Mapping[str, Route]

    def route(self, name: str) -> Route:
        """The route called `name`, or the whole set. Raises `KeyError` for any other name."""
        if name == "whole":
            return Route("whole", 0, tuple(item.id for item in self.items))
        return self.routes[name]


@dataclass(frozen=True)
class Card:
    """One result of a look-up, as a search would have shown it; opening it shows its source."""

    id: str
    title: str
    publisher: str
    date: str
    extract: str
    url: str
    source: str
    group: str
    together: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """One step of the way that a text has come: from whom, to whom."""

    id: str
    origin: str
    reached: str


@dataclass(frozen=True)
class Event:
    """Something that happened on a day, and the sentence of the article that tells it, if any."""

    date: str
    says: str
    source: str
    sentence: str = ""


@dataclass(frozen=True)
class Case:
    """An article and all that a learner may see about it. `text` is never edited."""

    id: str
    title: str
    language: str
    genre: str
    constructed: bool
    obtained: str
    rights: str
    notice: str
    text: str
    sentences: tuple[Sentence, ...]
    routes: Mapping[str, Route]
    sources: tuple[Source, ...]
    folder: Path
    sets: Mapping[str, QuestionSet] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    ledger: Ledger | None = None
    cards: tuple[Card, ...] = ()
    chain: tuple[Link, ...] = ()
    timeline: tuple[Event, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Sentence]:
        """The sentences by their id."""
        return MappingProxyType({sentence.id: sentence for sentence in self.sentences})

    @cached_property
    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences by the lines they stand on. The headline, if it is judged, comes first."""
        lines: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            lines.setdefault(self.text.count("\n", 0, sentence.anchor.start), []).append(sentence)
        return tuple(tuple(lines[number]) for number in sorted(lines))

    def route(self, name: str) -> Route:
        """The route called `name`; `whole` is always there and holds every sentence.

        Raises `KeyError` with the names that exist.
        """
        if name == "whole":
            return Route("whole", 0, tuple(self.by_id))
        if name not in self.routes:
            names = ", ".join(["whole", *self.routes])
            raise KeyError(f"There is no route {name!r} in {self.id}. There are: {names}.")
        return self.routes[name]


@dataclass(frozen=True)
class Explanation:
    """Why a label fits or does not: the cue in the text, and the next check to make."""

    cue: str
    next: str


@dataclass(frozen=True)
class ItemKey:
    """The reasoned answer to one item; where contested, a second reading counts alike."""

    kind: str
    options: Mapping[str, Explanation]
    second: str = ""
    readings: Mapping[str, str] = field(default_factory=dict)
    mixed: str = ""
    aloud: str = ""
    sources: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[str, ...]:
        """The options that count: one, or two where careful readers differ."""
        return (self.kind, self.second) if self.second else (self.kind,)


@dataclass(frozen=True)
class SentenceKey(ItemKey):
    """The reasoned label of one sentence."""

    @property
    def judges(self) -> bool | None:
        """Whether the writer judges here. None where the two readings fall on both sides."""
        sides = {kind in JUDGEMENT for kind in self.accepted}
        return sides.pop() if len(sides) == 1 else None


@dataclass(frozen=True)
class LoadedWord:
    """A word or phrase that evaluates. It may also be accurate."""

    id: str
    sentence: str
    anchor: Anchor
    weight: str
    voice: str
    why: str


@dataclass(frozen=True)
class Question:
    """A short question in an exercise: accepted answers, and an explanation for each likely one."""

    answers: tuple[str, ...]
    options: Mapping[str, Explanation]
    other: Explanation


@dataclass(frozen=True)
class CardKey:
    """Whether opening a card helps to find where the text comes from, and why."""

    helps: str
    because: Explanation


@dataclass(frozen=True)
class Picks:
    """How many look-up cards may be opened, and choices that serve the question well."""

    budget: int = 4
    good: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Key:
    """The answer key of a case. It stays in Python until a learner asks to compare."""

    case: str
    sentences: Mapping[str, SentenceKey]
    loaded: tuple[LoadedWord, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    sets: Mapping[str, Mapping[str, ItemKey]] = field(default_factory=dict)
    claims: Mapping[str, ClaimKey] = field(default_factory=dict)
    cards: Mapping[str, CardKey] = field(default_factory=dict)
    picks: Picks = Picks()
