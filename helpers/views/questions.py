"""A question set as it is shown: the items, what can be answered, and the documents beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NotRequired, TypedDict

from helpers.answers.choices import Answers
from helpers.case.model import Case
from helpers.case.parts import Route, Source, with_whole
from helpers.case.questions import SENTENCE, Item, QuestionSet
from helpers.case.reasons import ItemKey
from helpers.results.choices import Compared
from helpers.strings import say
from helpers.views.article import notes_view, routes_view, sentence_name
from helpers.views.comparison import (
    Comparison,
    Row,
    agreement_sentences,
    row_view,
    shape_view,
)
from helpers.views.reasons import Reason, reason_view


class OptionView(TypedDict):
    """One answer that can be given."""

    id: str  # the option's id
    name: str  # its name on screen
    hint: str  # what it means, or ""


class ItemView(TypedDict):
    """One thing to judge."""

    id: str  # the item's id
    name: str  # its number in the whole set, with what it is: "Quotation 3"
    title: str  # what it is about, or "" where the name says it
    passage: str  # the words to judge, or "" where the title is judged
    sentence: str  # the id of the article's sentence that it belongs to, or ""
    shows: list[str]  # ids of the documents shown beside it
    note: str  # what has to be known of it, or ""


class DocumentView(TypedDict):
    """A document with its citation."""

    title: str  # its title, or "" where none was seen
    publisher: str  # who published it
    date: str  # its date, in words where there is none
    seen: str  # how it was seen, and when
    text: str  # its own words, without the lines of the citation
    lang: str  # the code of its language, or "" where it is the article's


class QuestionsView(TypedDict):
    """A question set; nothing of the key."""

    id: str  # the set's id
    case: str  # the case's id
    lang: str  # the code of the article's language
    title: str  # the set's title
    asks: str  # the question, the same for each item
    notes: list[str]  # sentences that stand above, see `notes_view`
    options: list[OptionView]  # the answers, in the order in which they are offered
    items: list[ItemView]  # what is judged, in order
    routes: list[dict[str, Any]]  # see `routes_view`; `items` holds ids
    documents: dict[str, DocumentView]  # by id, those that an item shows


class Beside(TypedDict):
    """What stands beside the key's reasons for an item."""

    sources: list[str]  # the publishers of the documents that the key rests on
    edits: NotRequired[list[dict[str, str]]]  # of quotations, see `quotations.edits_view`
    machine: NotRequired[list[str]]  # of quotations: what a word-by-word trace finds


class GivenItem(Beside, Reason):
    """An item whose answer is shown from the start."""

    kind: str  # the id of the key's option


class QuestionRow(Row, Beside):
    """One item of a comparison."""

    title: str  # the item's title where it is not itself what was judged, or ""


def set_routes(questions: QuestionSet) -> dict[str, Route]:
    """Return the routes through a question set, the whole among them."""
    return with_whole(questions.routes, (item.id for item in questions.items))


def questions_view(case: Case, questions: QuestionSet) -> QuestionsView:
    """Return what is needed to ask the questions."""
    wanted = {source for item in questions.items for source in item.shows}
    return {
        "id": questions.id,
        "case": case.id,
        "lang": case.language,
        "title": questions.title,
        "asks": questions.asks,
        "notes": notes_view(case),
        "options": [
            {"id": option.id, "name": option.name, "hint": option.hint}
            for option in questions.options
        ],
        "items": [_item_view(case, questions, item) for item in questions.items],
        "routes": routes_view(set_routes(questions), "items"),
        "documents": {
            source.id: document_view(source) for source in case.sources if source.id in wanted
        },
    }


def item_name(case: Case, questions: QuestionSet, item: Item) -> str:
    """Return what an item is called on screen: by its place in the whole set, or its sentence."""
    if questions.unit == SENTENCE:
        return sentence_name(case, item.sentence)
    number = questions.items.index(item) + 1
    return say("names.item", unit=questions.unit.capitalize(), number=number).strip()


def _item_view(case: Case, questions: QuestionSet, item: Item) -> ItemView:
    name = item_name(case, questions, item)
    return {
        "id": item.id,
        "name": name,
        "title": "" if item.title == name else item.title,
        "passage": item.passage,
        "sentence": item.sentence,
        "shows": list(item.shows),
        "note": item.note,
    }


def document_view(source: Source) -> DocumentView:
    """Return a document with its citation."""
    return {
        "title": "" if source.title == "not seen" else source.title,
        "publisher": source.publisher,
        "date": _date_shown(source.date),
        "seen": source.seen,
        "text": source.words,
        "lang": source.language,
    }


def _date_shown(date: str) -> str:
    return say("judge.no-date", date=date) if date.startswith("not ") else date


def chosen_view(questions: QuestionSet, answers: Answers) -> dict[str, str]:
    """Return the chosen option by item; answers on items that are gone are left out."""
    known = {item.id for item in questions.items}
    return {item: value for item, value in answers.chosen.items() if item in known}


BesideOf = Callable[[Case, QuestionSet, Item, ItemKey], Beside]
"""What gives what stands beside the key's reasons for an item of a set."""


def sources_beside(case: Case, questions: QuestionSet, item: Item, key: ItemKey) -> Beside:
    """Return the documents that the key's reasons for an item rest on."""
    names = {source.id: source.publisher for source in case.sources}
    return {"sources": [names[name] for name in key.sources]}


def given_item_view(
    case: Case, questions: QuestionSet, key: ItemKey, name: str, beside: BesideOf = sources_beside
) -> GivenItem:
    """Return the key's answer to an item, with the thinking behind it."""
    item = next(item for item in questions.items if item.id == name)
    reason = reason_view(key.options[key.kind])
    return {"kind": key.kind, **reason, **beside(case, questions, item, key)}


def questions_comparison(
    case: Case,
    questions: QuestionSet,
    rows: Sequence[Compared],
    left: int = 0,
    beside: BesideOf = sources_beside,
) -> Comparison:
    """Return answers to a question set beside the key; `left` items are not answered yet."""
    return {
        "summary": agreement_sentences(rows),
        **shape_view(rows, {one.id: (one.name, one.hint) for one in questions.options}),
        "note": questions.asks,
        "notes": [say("judge.left", n=left)] if left else [],
        "rows": [_question_row(case, questions, row, beside) for row in rows],
    }


def _question_row(
    case: Case, questions: QuestionSet, row: Compared, beside: BesideOf
) -> QuestionRow:
    name = item_name(case, questions, row.item)
    title = row.item.title if row.item.passage and row.item.title != name else ""
    return {**row_view(row, name), "title": title, **beside(case, questions, row.item, row.key)}
