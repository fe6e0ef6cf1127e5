"""Checking a short answer in an exercise, and explaining it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .case import load_case, load_key
from .case_model import Explanation, Question
from .progress import NotSaved, Progress
from .yaml_lines import PackError


@dataclass(frozen=True)
class Checked:
    """What there is to say about an answer."""

    says: str

    def __repr__(self) -> str:
        return self.says


def check(case: str, question: str, answer: Any = ...) -> Checked:
    """Save an answer to an exercise question and explain it. `...` is "not answered yet".

    An answer is a sentence's id, a letter, or a whole number. Nothing is raised: what goes wrong
    is said in a sentence.
    """
    if answer is ...:
        return Checked("Not answered yet. Put your answer in the place of the three dots.")
    written = str(answer).strip().lower()
    try:
        key = load_key(load_case(case))
    except PackError as error:
        return Checked(f"This exercise cannot be checked.\n{error}")
    if key is not None and question not in key.questions:
        known = ", ".join(key.questions) or "none"
        return Checked(f"There is no question {question!r} here. There are: {known}.")
    saved = _save(case, question, written)
    if key is None:
        return Checked(f"{saved} This copy of the kit has no key, so nothing is compared.")
    return Checked(f"{explained(key.questions[question], written)}\n{saved}")


def explained(question: Question, written: str) -> str:
    """The answer's outcome, the cue in the text, and the next check."""
    reason = question.options.get(written, question.other)
    outcome = "Yes." if written in question.answers else "The key has another answer."
    return f"{outcome} {_sentence(reason)}"


def _sentence(reason: Explanation) -> str:
    return f"{reason.cue}\nNext check: {reason.next}"


def _save(case: str, question: str, written: str) -> str:
    try:
        Progress().record(case, question, "answer", written[:200])
    except (NotSaved, ValueError) as error:
        return f"Not saved: {error}"
    return "Your answer is saved."
