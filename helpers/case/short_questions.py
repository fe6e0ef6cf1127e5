"""Single questions: each is asked once. What is asked stands in the case, the reasons in the key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from helpers.case.fields import ID, Fields
from helpers.case.forms import FORMS, sentence_numbers
from helpers.case.reading import Known, Part
from helpers.case.reasons import Explanation, read_explanation
from helpers.case.vocabulary import TAKEN
from helpers.case.yaml_lines import Node

FIELDS = ("asks", "passage", "form", "options")
KEY_FIELDS = ("answers", "options", "other")


@dataclass(frozen=True)
class Question:
    """One question, which is answered by a choice, a number, a few words, or a sentence."""

    id: str  # unique in its case; answers are saved under it
    asks: str  # the question
    form: str  # one of FORMS
    passage: str = ""  # the words that it is about, where they are not in the question
    options: Mapping[str, str] = field(default_factory=dict)  # of a choice: their texts, by id
    numbers: Mapping[str, int] = field(default_factory=dict)  # of the sentences, see `forms`

    def read(self, written: str) -> str:
        """Return an answer in its one form; "" where it is none that this question can have."""
        return FORMS[self.form](written, self.options, self.numbers)


@dataclass(frozen=True)
class QuestionKey:
    """The answers that count, and the reasons for every likely answer."""

    answers: tuple[str, ...]  # that are accepted, each in its one form
    options: Mapping[str, Explanation]  # for each likely answer
    other: Explanation | None = None  # for any other answer; None where a choice has no other
    written: str = ""  # the first accepted answer as the key's author wrote it


def read_questions(top: Fields, known: Known) -> Mapping[str, Question]:
    """Read the single questions of a case by their ids."""
    numbers = sentence_numbers(known.text, tuple(known.sentences.values()))
    return MappingProxyType(
        {
            name: _read_question(name, top.within(node, f"question {name[:40]!r}"), numbers)
            for name, node in top.mapping("questions", required=False).items()
        }
    )


def _read_question(name: str, fields: Fields, numbers: Mapping[str, int]) -> Question:
    fields.only(FIELDS)
    if not ID.fullmatch(name):
        fields.wrong(fields.line, f"{fields.where}: its name is lower case and hyphens.")
    if name in TAKEN:
        says = f"{name!r} is taken: the kit saves other answers under it. Choose another name."
        fields.wrong(fields.line, f"{fields.where}: {says}")
    form = fields.choice("form", FORMS)
    options = fields.under("options", f"{fields.where}, options", required=form == "choice")
    texts = {one: options.text(one) for one in options.nodes}
    for wrong in [one for one in texts if not ID.fullmatch(one)]:
        says = f"{fields.where}: an option's id is lower case and hyphens, not {wrong[:40]!r}."
        fields.wrong(options.line_of(wrong), says)
    if form == "choice" and len(texts) < 2:
        fields.wrong(fields.line_of("options"), f"{fields.where} needs at least two options.")
    if form != "choice" and texts:
        says = f"only a question whose 'form' is choice has options; this one's is {form}."
        fields.wrong(fields.line_of("options"), f"{fields.where}: {says}")
    return Question(
        id=name,
        asks=fields.text("asks"),
        form=form,
        passage=fields.text("passage", ""),
        options=MappingProxyType(texts),
        numbers=MappingProxyType(numbers if form == "sentence" else {}),
    )


def read_question_keys(top: Fields, known: Known) -> Mapping[str, QuestionKey]:
    """Read the answers to every single question of the case, with their reasons."""
    questions: Mapping[str, Question] = known.case["questions"]
    around = top.under("questions", "'questions' in the key", required=False)
    nodes = around.entries(questions, "the question", "the key")
    return MappingProxyType(
        {
            name: _read_key(top.within(node, f"question {name!r}"), questions[name])
            for name, node in nodes.items()
        }
    )


def _read_key(fields: Fields, question: Question) -> QuestionKey:
    fields.only(KEY_FIELDS)
    nodes = fields.mapping("options")
    options = {_read_answer(fields, name, node, question): node for name, node in nodes.items()}
    reasons = {
        name: read_explanation(fields.within(node, f"{fields.where}, {name[:40]!r}"))
        for name, node in options.items()
    }
    written = fields.words("answers")
    if not written:
        says = f"{fields.where} accepts no answer. Name at least one in 'answers'."
        fields.wrong(fields.line_of("answers"), says)
    answers = tuple(question.read(one) or one for one in written)
    for missing in [one for one in answers if one not in reasons]:
        says = f"the accepted answer {missing[:40]!r} has no explanation."
        fields.wrong(fields.line_of("options"), f"{fields.where}: {says}")
    is_whole = question.form == "choice" and reasons.keys() >= question.options.keys()
    other = None
    if not is_whole or "other" in fields.nodes:
        other = read_explanation(fields.under("other", f"{fields.where}, other"))
    return QuestionKey(answers, MappingProxyType(reasons), other, (written or ("",))[0])


def _read_answer(fields: Fields, name: str, node: Node, question: Question) -> str:
    """Return an answer of the key in its one form; note one that nobody could give."""
    read = question.read(name)
    if not read:
        says = f"{name[:40]!r} is no answer to a question whose form is {question.form}."
        fields.wrong(node.line, f"{fields.where}: {says}")
    return read or name


def _read(top: Fields, known: Known) -> dict[str, Any]:
    return {"questions": read_questions(top, known)}


def _read_keys(top: Fields, known: Known) -> dict[str, Any]:
    return {"questions": read_question_keys(top, known)}


PART = Part(("questions",), _read, ("questions",), _read_keys)
