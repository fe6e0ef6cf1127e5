"""What a learner takes home from a lesson, and from the course: their own marks and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from helpers.answers.progress import Progress
from helpers.case.vocabulary import Act, NoCase, Scope
from helpers.lessons import LESSONS, Lesson
from helpers.results.cards import card_counts
from helpers.results.choices import judgement_counts
from helpers.results.claims import Weighed, claim_counts
from helpers.results.course import Part, lesson_parts
from helpers.results.quotations import is_about_quotations, quote_counts
from helpers.strings import say, strings
from helpers.views.cards import card_name, card_sentences
from helpers.views.claims import claim_sentences
from helpers.views.comparison import agreement_sentences, summary_sentences
from helpers.views.quotations import quote_sentences

THE_FOUR = (
    "01_provenance",
    "02_reporting_or_opinion",
    "03_tracing_quotes",
    "04_weighing_assertions",
)
"""The lessons that make up the course; exercises and the twin are practice beside them."""


class Table(TypedDict):
    """A table of answers beside the key."""

    heads: list[str]  # the names of the columns
    rows: list[list[str]]  # the cells of each row, as plain text
    is_open: bool  # whether it is shown at once; else it is folded until asked for


class Section(TypedDict):
    """One part of the page."""

    title: str  # its heading
    lines: list[str]  # sentences
    table: Table | None  # what is counted or answered, side by side


class Next(TypedDict):
    """Where to go on."""

    title: str  # the lesson's title
    address: str  # its notebook, from the folder of notebooks


class SummaryView(TypedDict):
    """A page to take home."""

    title: str  # its heading
    intro: list[str]  # what it is, or what is still to be done before there is anything on it
    sections: list[Section]  # in order; none before anything was compared
    next: Next | None  # the lesson after this one
    file: str  # what the file is called when it is saved


class Asked(TypedDict):
    """A question of the learner's own, as the lesson asks it."""

    name: str  # what it is saved under, such as `02-guess`
    asks: str  # the question
    options: dict[str, str]  # the choices by their ids


def lesson_summary(progress: Progress, lesson: Lesson, asked: Sequence[Asked] = ()) -> SummaryView:
    """Return the page of one lesson. `asked` are the lesson's own questions, to show the answers."""
    parts = lesson_parts(progress, f"{lesson.folder}/{lesson.name}")
    sections = [part_section(part) for part in parts]
    words = own_words(progress, asked)
    sections += [words] if words else []
    can = strings()["summary-page"]["can"].get(lesson.name)
    if parts and can:
        sections.append(_section(say("summary-page.can-title"), can))
    after = LESSONS[LESSONS.index(lesson) + 1 :]
    return {
        "title": say("summary-page.title", title=lesson.title),
        "intro": [say("summary-page.intro" if parts else "summary-page.empty")],
        "sections": sections if parts else [],
        "next": {"title": after[0].title, "address": after[0].address} if after else None,
        "file": f"paper-trail-{lesson.folder}-{lesson.name}.html",
    }


def course_summary(progress: Progress, asked: Sequence[Asked] = ()) -> SummaryView:
    """Return the page of the whole course: what came of each lesson, in its most telling counts."""
    sections, done = [], set()
    for lesson in LESSONS:
        parts = lesson_parts(progress, f"{lesson.folder}/{lesson.name}")
        if parts:
            done.add(lesson.address)
            sections.append(_section(lesson.title, [line for p in parts for line in _told(p)[:2]]))
    words = own_words(progress, asked)
    sections = [words, *sections] if words and sections else sections
    count = len(done.intersection(f"../notebooks/{name}.ipynb" for name in THE_FOUR))
    is_whole = count == len(THE_FOUR)
    if is_whole:
        can = strings()["summary-page"]["can"]
        every = [line for name in THE_FOUR for line in can[name]]
        sections.append(_section(say("summary-page.can-title"), every))
    intro = "course-whole" if is_whole else "course-part" if sections else "course-empty"
    return {
        "title": say("summary-page.course"),
        "intro": [say(f"summary-page.{intro}", n=count)],
        "sections": sections,
        "next": None,
        "file": "paper-trail-course.html",
    }


def own_words(progress: Progress, asked: Sequence[Asked]) -> Section | None:
    """Return what the learner chose and wrote where the lesson asked for their own view."""
    lines = []
    for question in asked:
        given = {
            record.act: record.value
            for record in progress.records(case=NoCase.NOTES, item=question["name"])
        }
        choice = question["options"].get(given.get(Act.CHOICE) or "", "")
        answer = " – ".join(filter(None, [choice, str(given.get(Act.TEXT) or "").strip()]))
        if answer:
            lines.append(say("summary-page.asked", asks=question["asks"], answer=answer))
    return _section(say("summary-page.own"), lines) if lines else None


def part_section(part: Part) -> Section:
    """Return one thing that was compared: the counts, and every answer beside the key's."""
    return _section(part_title(part), _told(part), _table(part))


def part_title(part: Part) -> str:
    """Return what a part is called."""
    return part.title or say(f"summary-page.part-{part.scope}")


def _section(title: str, lines: Sequence[str], table: Table | None = None) -> Section:
    return {"title": title, "lines": list(lines), "table": table}


def _told(part: Part) -> list[str]:
    """Return what came of a part, in sentences with counts; the most telling ones first."""
    if part.scope == Scope.LEDGER:
        return claim_sentences(claim_counts(part.claims))
    if part.scope == Scope.CARDS:
        return card_sentences(part.case, card_counts(part.case, part.key, part.cards))
    if part.scope == Scope.ARTICLE:
        return summary_sentences(judgement_counts(part.rows))
    if is_about_quotations(part.case.sets[part.scope]):
        return quote_sentences(quote_counts(part.rows))
    return agreement_sentences(part.rows)


def _table(part: Part) -> Table:
    if part.scope == Scope.LEDGER:
        return _claims_table(part.claims)
    if part.scope == Scope.CARDS:
        return _cards_table(part)
    names = _option_names(part)
    rows = [
        [row.item.text, names[row.mine], names[row.key.kind], say(f"comparison.{row.outcome}")]
        for row in part.rows
    ]
    return {"heads": _heads("judged", "mine", "key", "outcome"), "rows": rows, "is_open": False}


def _option_names(part: Part) -> dict[str, str]:
    if part.scope == Scope.ARTICLE:
        return {kind: about["name"] for kind, about in strings()["kinds"].items()}
    return {option.id: option.name for option in part.case.sets[part.scope].options}


def _claims_table(claims: Sequence[Weighed]) -> Table:
    estimates, verdicts = strings()["estimates"], strings()["verdicts"]
    rows = [
        [
            row.claim.says,
            estimates[row.first],
            estimates[row.after],
            verdicts[row.key.verdict]["name"],
        ]
        for row in claims
    ]
    return {"heads": _heads("claim", "before", "after", "verdict"), "rows": rows, "is_open": False}


def _cards_table(part: Part) -> Table:
    by_id = {card.id: card for card in part.case.cards}
    rows = [
        [card_name(by_id[name]), say(f"lookup.helps-{part.key.cards[name].helps}")]
        for name in part.cards.first
        if name in by_id
    ]
    return {"heads": _heads("opened", "helps"), "rows": rows, "is_open": False}


def _heads(*names: str) -> list[str]:
    return [say(f"summary-page.head-{name}") for name in names]
