"""The widgets that notebooks show. Each function puts one on the page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from helpers.case import load_case, load_key
from helpers.case.yaml_lines import PackError
from helpers.lessons import LESSONS
from helpers.results.quotations import is_about_quotations
from helpers.views import shown as views
from helpers.views.summary import course_summary, lesson_summary
from helpers.views.twins import twins_summary
from helpers.widgets.check import WidgetCheck
from helpers.widgets.desk import Desk
from helpers.widgets.figures import (
    chain_figure,
    labels_figure,
    moving_figure,
    ratings_figure,
    share_figure,
    sureness_figure,
)
from helpers.widgets.judge import Judge
from helpers.widgets.ledger import Ledger
from helpers.widgets.lookup import Lookup
from helpers.widgets.marker import Marker
from helpers.widgets.note import Note
from helpers.widgets.question import Question
from helpers.widgets.quote_judge import QuoteJudge
from helpers.widgets.shown import Afterwards, Shown
from helpers.widgets.summary import Summary

__all__ = [
    "Afterwards",
    "CannotBeShown",
    "Desk",
    "Judge",
    "Ledger",
    "Lookup",
    "Marker",
    "Note",
    "Question",
    "QuoteJudge",
    "Shown",
    "Summary",
    "WidgetCheck",
    "afterwards",
    "ask",
    "background",
    "chain_figure",
    "check_widgets",
    "desk",
    "glossary",
    "judge",
    "labels_figure",
    "lookup",
    "mark_kinds",
    "moving_figure",
    "question",
    "ratings_figure",
    "share_figure",
    "show_clues",
    "show_cues",
    "show_difference",
    "show_encoding",
    "show_hedges",
    "show_quotes",
    "show_sourcing",
    "show_table",
    "show_top",
    "side_by_side",
    "summary",
    "sureness_figure",
    "weigh",
]


class NotThere(ValueError):
    """A notebook asks for something that a case does not have."""


class CannotBeShown:
    """A plain sentence in the place of a widget that cannot be shown: what there is to mend."""

    def __init__(self, text: str):
        self.text = text

    def __repr__(self) -> str:
        return self.text


def mark_kinds(
    case: str, given: Collection[str] | str = (), progress: Any = None
) -> Marker | CannotBeShown:
    """Show an article to mark sentence by sentence.

    `case` is a case's name or the path of a pack; `given` holds the ids of sentences whose label
    and reasons are shown from the start, or "all". A pack that cannot be used gives a sentence
    that says what to mend.
    """
    try:
        loaded = load_case(case)
        chosen = _given(given, tuple(loaded.by_id))
        return Marker(loaded, load_key(loaded), chosen, progress)
    except (PackError, NotThere) as error:
        return _cannot_be_shown(error)


def judge(
    case: str, name: str, given: Collection[str] | str = (), progress: Any = None
) -> Judge | CannotBeShown:
    """Show the question set called `name` of a case: each item with the same options.

    `given` holds the ids of items whose answer and reasons are shown from the start, or "all".
    What cannot be used gives a sentence that says what to mend.
    """
    try:
        loaded = load_case(case)
        if name not in loaded.sets:
            known = ", ".join(loaded.sets) or "none"
            raise NotThere(f"There is no question set {name!r} in {loaded.id}; known: {known}.")
        chosen = _given(given, tuple(item.id for item in loaded.sets[name].items))
        kind = QuoteJudge if is_about_quotations(loaded.sets[name]) else Judge
        return kind(loaded, name, load_key(loaded), chosen, progress)
    except (PackError, NotThere) as error:
        return _cannot_be_shown(error)


def weigh(
    case: str, given: Collection[str] | str = (), progress: Any = None
) -> Ledger | CannotBeShown:
    """Show the claims of a case to weigh: estimate, check, evidence, estimate again.

    `given` holds the ids of claims that are shown worked out from the start, or "all". What cannot
    be used gives a sentence that says what to mend.
    """
    try:
        loaded = load_case(case)
        if not loaded.claims:
            raise NotThere(f"There are no claims to weigh in {loaded.id}.")
        chosen = _given(given, tuple(claim.id for claim in loaded.claims))
        return Ledger(loaded, load_key(loaded), chosen, progress)
    except (PackError, NotThere) as error:
        return _cannot_be_shown(error)


def lookup(case: str, progress: Any = None) -> Lookup | CannotBeShown:
    """Show what a search about a case would have shown; the learner opens a few results.

    What cannot be used gives a sentence that says what to mend.
    """
    try:
        loaded = load_case(case)
        if not loaded.cards:
            raise NotThere(f"There are no look-up cards in {loaded.id}.")
        return Lookup(loaded, load_key(loaded), progress)
    except (PackError, NotThere) as error:
        return _cannot_be_shown(error)


def _given(given: Collection[str] | str, known: tuple[str, ...]) -> tuple[str, ...]:
    chosen = known if given == "all" else tuple(given)
    missing = [one for one in chosen if one not in known]
    if missing:
        raise NotThere(f"There is no {', '.join(missing)} in this case to give.")
    return chosen


def _cannot_be_shown(error: Exception) -> CannotBeShown:
    return CannotBeShown(f"This case cannot be shown yet.\n{error}")


def ask(name: str, asks: str, options: Mapping[str, str] | None = None, free: bool = True) -> Note:
    """Show a question whose answer is the learner's own; `options` maps ids to choices."""
    return Note(name, asks, dict(options or {}), free)


def check_widgets() -> WidgetCheck:
    """Show a button that tells whether widgets work here."""
    return WidgetCheck()


def desk() -> Desk:
    """Show where the learner is and where the answers live."""
    return Desk()


def summary(
    lesson: str = "", folder: str = "notebooks", progress: Any = None
) -> Summary | CannotBeShown:
    """Show what the learner takes home from a lesson; from the whole course where none is named.

    `lesson` is a notebook's name without its ending, in `folder`.
    """
    if not lesson:
        return Summary(course_summary, progress)
    found = [one for one in LESSONS if (one.folder, one.name) == (folder, lesson)]
    if not found:
        return CannotBeShown(f"There is no lesson {lesson!r} in {folder}.")
    return Summary(lambda answers, asked: lesson_summary(answers, found[0], asked), progress)


def side_by_side(progress: Any = None) -> Summary:
    """Show how the learner judged the real article and its twin, each part in two columns."""
    return Summary(twins_summary, progress)


# --- Single questions, and what is shown ----------------------------------------------------------


def question(
    case: str, name: str, answer: Any = ..., progress: Any = None
) -> Question | CannotBeShown:
    """Show one question of a case, to be answered by clicking or in a box.

    An `answer` is shown with its reason from the start, as in a solution; `...` leaves it to the
    learner. What cannot be used gives a sentence that says what to mend.
    """
    try:
        loaded = load_case(case)
        if name not in loaded.questions:
            known = ", ".join(loaded.questions) or "none"
            raise NotThere(f"There is no question {name!r} in {loaded.id}; known: {known}.")
        return Question(loaded, name, answer, load_key(loaded), progress)
    except (PackError, NotThere) as error:
        return _cannot_be_shown(error)


def afterwards(widgets: Any, name: str) -> Afterwards | CannotBeShown:
    """Show a text of the key once a widget, or each of several, has been compared.

    What cannot be used gives a sentence that says what to mend; without a key nothing is shown.
    """
    several = tuple(widgets) if isinstance(widgets, (list, tuple)) else (widgets,)
    for widget in several:
        if isinstance(widget, CannotBeShown):
            return widget
    key = several[0].key
    if key is not None and name not in key.afterwards:
        known = ", ".join(key.afterwards) or "none"
        return _cannot_be_shown(NotThere(f"There is no text {name!r} to show; known: {known}."))
    return Afterwards(several, name)


def glossary(*terms: str) -> Shown | CannotBeShown:
    """Show what some terms mean, each opening in place; without a name, all terms."""
    return _shown(lambda: views.terms_shown(terms))


def background(case: str) -> Shown | CannotBeShown:
    """Show who and what an article takes for granted, in a box that opens in place."""
    return _shown(lambda: views.background_shown(load_case(case)))


def show_cues(case: str, sentence: str) -> Shown | CannotBeShown:
    """Show a sentence with the words marked that mean something for its label."""
    return _shown(lambda: views.cues_shown(load_case(case), sentence))


def show_sourcing(case: str, *sentences: str) -> Shown | CannotBeShown:
    """Show who or what the computer finds as the source of each sentence."""
    return _shown(lambda: views.sourcing_shown(load_case(case), sentences))


def show_clues(case: str, explain: Sequence[int] = ()) -> Shown | CannotBeShown:
    """Show the clues on the page; those whose number is in `explain` are explained."""
    return _shown(lambda: views.clues_shown(load_case(case), explain))


def show_top(case: str) -> Shown | CannotBeShown:
    """Show the top of an article as a reader meets it."""
    return _shown(lambda: views.top_shown(load_case(case)))


def show_quotes(case: str, kind: str) -> Shown | CannotBeShown:
    """Show the quotations of one kind that the computer finds: direct, mixed or indirect."""
    return _shown(lambda: views.quotes_shown(load_case(case), kind))


def show_difference(case: str, source: str, quotation: str) -> Shown | CannotBeShown:
    """Show a quotation beside one document of a case, word by word."""
    return _shown(lambda: views.difference_shown(load_case(case), source, quotation))


def show_hedges(trail: Mapping[str, str]) -> Shown | CannotBeShown:
    """Show the words that hold back, place by place; `trail` maps a place to its words."""
    return _shown(lambda: views.hedges_shown(trail))


def show_encoding(odd: str) -> Shown | CannotBeShown:
    """Show what odd characters were, by each of a few encoding tables."""
    return _shown(lambda: views.encoding_shown(odd))


def show_table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]
) -> Shown | CannotBeShown:
    """Show a small table; the first cell of each row names the row."""
    return _shown(lambda: views.table_shown(caption, head, rows))


def _shown(make: Callable[[], views.ShownView]) -> Shown | CannotBeShown:
    try:
        return Shown(make())
    except (PackError, NotThere) as error:
        return _cannot_be_shown(error)
    except (KeyError, StopIteration) as error:
        return _cannot_be_shown(NotThere(f"There is nothing called {error} to show."))
