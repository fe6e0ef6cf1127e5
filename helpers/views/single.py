"""A single question as it is shown, and what the key says of an answer to it."""

from __future__ import annotations

from typing import TypedDict

from helpers.case.model import Case
from helpers.case.short_questions import Question
from helpers.results.single import Explained
from helpers.strings import say
from helpers.views.reasons import Reason, check_sentence, reason_view


class OptionText(TypedDict):
    """One answer of a choice."""

    id: str  # the option's id
    name: str  # its text


class NumberedSentence(TypedDict):
    """A sentence of the article that can be picked."""

    id: str  # the sentence's id
    number: int  # what is printed beside it; 0 for the headline
    text: str  # its words, exactly as printed


class QuestionView(TypedDict):
    """A single question; nothing of the key."""

    id: str  # the question's id
    case: str  # the case's id
    lang: str  # the code of the article's language
    asks: str  # the question
    passage: str  # the words that it is about, or ""
    form: str  # `choice`, `number`, `words` or `sentence`
    options: list[OptionText]  # of a choice, in order
    paragraphs: list[list[NumberedSentence]]  # the text, where a sentence of it is the answer


class ExplainedView(TypedDict):
    """What the key says of an answer."""

    outcome: str  # `same` or `differs`
    title: str  # the same in words
    mine: str  # the learner's answer, as it is read
    first: str  # the answer at the first comparison, where it was another one, or ""
    because: Reason  # why the answer fits or does not
    key: str  # the key's answer where the learner's is another one, or ""
    because_key: Reason | None  # why that fits, or None


def question_view(case: Case, question: Question) -> QuestionView:
    """Return what is needed to ask a question."""
    return {
        "id": question.id,
        "case": case.id,
        "lang": case.language,
        "asks": question.asks,
        "passage": question.passage,
        "form": question.form,
        "options": [{"id": one, "name": text} for one, text in question.options.items()],
        "paragraphs": [
            [
                {"id": one.id, "number": question.numbers[one.id], "text": one.text}
                for one in paragraph
            ]
            for paragraph in (case.paragraphs if question.form == "sentence" else ())
        ],
    }


def explained_view(found: Explained) -> ExplainedView:
    """Return what the key says of an answer, with the key's own where it is another one."""
    question = found.question
    is_other = not found.is_accepted
    is_changed = found.first not in ("", found.mine)
    return {
        "outcome": "differs" if is_other else "same",
        "title": say("question.differs" if is_other else "question.same"),
        "mine": answer_shown(question, found.mine),
        "first": answer_shown(question, found.first) if is_changed else "",
        "because": reason_view(found.because),
        "key": _key_shown(found) if is_other else "",
        "because_key": reason_view(found.best) if is_other else None,
    }


def answer_shown(question: Question, answer: str) -> str:
    """Return an answer as a person reads it: an option's text, or "sentence 8"."""
    if question.form == "choice":
        return question.options[answer]
    if question.form == "sentence":
        number = question.numbers[answer]
        return say("question.sentence", number=number) if number else say("question.headline")
    return answer


def _key_shown(found: Explained) -> str:
    """Return the key's answer; words that were copied stand as the key's author wrote them."""
    if found.question.form == "words":
        return found.key.written
    return answer_shown(found.question, found.key.answers[0])


def how_to_answer(question: Question) -> str:
    """Return a sentence that tells how to answer."""
    return say(f"question.how-{question.form}")


def explained_in_words(found: Explained) -> str:
    """Return what the key says of an answer, in lines."""
    view = explained_view(found)
    return "\n".join([f"{view['title']} {found.because.cue}", check_sentence(found.because)])
