"""An article as it is shown: lines of sentences, each cut into words that can be marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from helpers.answers.choices import Answers, Stretch
from helpers.case.model import Case, Key
from helpers.case.parts import Route, with_whole
from helpers.results.choices import word_stretches
from helpers.strings import say
from helpers.views.reasons import Reason, reason_view


class Part(TypedDict):
    """A part of a line: a sentence that can be judged, or what stands between two of them."""

    text: str  # its words, exactly as printed
    id: NotRequired[str]  # the sentence's id; only of what can be judged
    number: NotRequired[int]  # its printed number; 0 is the headline
    pieces: NotRequired[list[str]]  # the sentence as gap, word, gap, word … gap


class Block(TypedDict):
    """A line of the article."""

    kind: str  # `headline` (the first), `paragraph`, or `plain` where nothing can be judged
    parts: list[Part]  # from left to right


class ArticleView(TypedDict):
    """An article with what stands above it; nothing of the key."""

    id: str  # the case's id
    title: str  # the case's title
    lang: str  # the code of the article's language, "en"
    notes: list[str]  # sentences that stand above the text, see `notes_view`
    blocks: list[Block]  # the lines that hold any text, in order
    routes: list[dict[str, Any]]  # see `routes_view`; `sentences` holds ids


class GivenSentence(Reason):
    """A sentence whose label is shown from the start, with the thinking behind it."""

    kind: str  # the key's label
    aloud: str  # the thinking in the first person, or ""


class ArticleAnswers(TypedDict):
    """What a learner has answered on an article, each by the sentence's id."""

    kind: dict[str, str]  # the label
    sure: dict[str, str]  # how sure the learner is of it
    words: dict[str, list[int]]  # the numbers of the words marked as loaded, from 0


def article_view(case: Case) -> ArticleView:
    """Return the article as lines of parts, some of which can be judged."""
    return {
        "id": case.id,
        "title": case.title,
        "lang": case.language,
        "notes": [] if says_itself(case) else notes_view(case),
        "blocks": _blocks(case),
        "routes": routes_view(with_whole(case.routes, case.by_id), "sentences"),
    }


def sentence_name(case: Case, item: str) -> str:
    """Return what a sentence is called on screen: by the number beside it, or "Headline"."""
    number = case.numbers[item]
    return say("names.sentence", number=number) if number else say("names.headline")


def says_itself(case: Case) -> bool:
    """Return whether a constructed text says so on a line of its own, so that it is said once."""
    plain = [block for block in _blocks(case) if block["kind"] == "plain"]
    lines = ["".join(part["text"] for part in block["parts"]).strip() for block in plain]
    return case.constructed and any(line.startswith(say("marker.own-notice")) for line in lines)


def notes_view(case: Case) -> list[str]:
    """Return what stands above a text: that it was constructed, or how it came here."""
    notice = case.notice or (say("marker.constructed") if case.constructed else "")
    return [notice] if notice else []


def routes_view(routes: Mapping[str, Route], items: str) -> list[dict[str, Any]]:
    """Return each route's `id`, its `minutes` (0: not told), and under the name `items` the ids."""
    return [
        {"id": name, "minutes": route.minutes, items: list(route.sentences)}
        for name, route in routes.items()
    ]


def given_sentence_view(key: Key, item: str) -> GivenSentence:
    """Return the key's label of a sentence, with the thinking behind it."""
    sentence = key.sentences[item]
    reason = reason_view(sentence.options[sentence.kind])
    return {"kind": sentence.kind, "aloud": sentence.aloud, **reason}


def article_answers_view(case: Case, answers: Answers) -> ArticleAnswers:
    """Return the answers on an article; those on sentences that it no longer has are left out."""
    known = case.by_id
    words = {
        item: word_numbers(case, item, marks)
        for item, marks in answers.words.items()
        if item in known
    }
    return {
        "kind": {item: kind for item, kind in answers.chosen.items() if item in known},
        "sure": {item: sure for item, sure in answers.sure.items() if item in known},
        "words": {item: numbers for item, numbers in words.items() if numbers},
    }


def word_numbers(case: Case, item: str, marks: Sequence[Stretch]) -> list[int]:
    """Return the numbers, from 0, of the sentence's words that the marks meet."""
    return [
        number
        for number, (start, end) in enumerate(_words(case, item))
        if any(start < b and a < end for a, b in marks)
    ]


def word_places(case: Case, item: str, numbers: Sequence[int]) -> list[list[int]]:
    """Return where the words of these numbers stand, in code points of the article.

    Neighbouring words become one stretch from the first to the last. Raises `ValueError` for a
    number that the sentence does not have.
    """
    words, places, before = _words(case, item), [], None
    for number in sorted(set(numbers)):
        if not 0 <= number < len(words):
            raise ValueError(f"There is no word number {number} in sentence {item}.")
        start, end = words[number]
        if before is not None and number == before + 1:
            places[-1][1] = end
        else:
            places.append([start, end])
        before = number
    return places


def _words(case: Case, item: str) -> list[Stretch]:
    anchor = case.by_id[item].anchor
    return word_stretches(case.text, anchor.start, anchor.end)


def _blocks(case: Case) -> list[Block]:
    """Cut the article into lines; the first is the headline, those without a sentence are plain.

    A sentence that runs over the end of its line stays whole, in the line where it starts.
    """
    blocks, start, end = [], 0, 0
    for line in case.text.splitlines(keepends=True):
        end += len(line)
        if end <= start:
            continue
        parts, start = _parts(case, start, end)
        if any(part["text"].strip() for part in parts):
            is_plain = not any("id" in part for part in parts)
            kind = "headline" if not blocks else "plain" if is_plain else "paragraph"
            blocks.append({"kind": kind, "parts": parts})
    return blocks


def _parts(case: Case, start: int, end: int) -> tuple[list[Part], int]:
    """Return the parts of a line from `start`, and the place where the next line goes on."""
    parts: list[Part] = []
    for sentence in case.sentences:
        anchor = sentence.anchor
        if not start <= anchor.start < end:
            continue
        if start < anchor.start:
            parts.append({"text": case.text[start : anchor.start]})
        pieces = _pieces(case, sentence.id)
        number = case.numbers[sentence.id]
        parts.append({"id": sentence.id, "number": number, "text": sentence.text, "pieces": pieces})
        start = anchor.end
    rest = case.text[start:end].rstrip()
    return [*parts, *([{"text": rest}] if rest else [])], max(start, end)


def _pieces(case: Case, item: str) -> list[str]:
    """Cut a sentence into gap, word, gap, word … gap, so that the page never counts characters."""
    anchor, pieces = case.by_id[item].anchor, []
    at = anchor.start
    for start, end in _words(case, item):
        pieces += [case.text[at:start], case.text[start:end]]
        at = end
    return [*pieces, case.text[at : anchor.end]]
