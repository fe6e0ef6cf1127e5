"""Checking a short answer in an exercise, and explaining it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from helpers.answers.progress import NotSaved, Progress
from helpers.case import load_case, load_key
from helpers.case.questions import Question
from helpers.case.reasons import Explanation
from helpers.case.vocabulary import Act
from helpers.case.yaml_lines import PackError

WORD = re.compile(r"\w+(?:'\w+)*")
NUMBER = re.compile(r"([-+]?)0*(\d+?)(?:\.(\d*?)0*)?")
"""A number as Python or a learner writes it; what is behind the point may be nothing."""


@dataclass(frozen=True)
class Checked:
    """What there is to say about an answer."""

    says: str  # all of it, over several lines

    def __repr__(self) -> str:
        return self.says


def check(case: str, question: str, answer: Any = ...) -> Checked:
    """Save an answer to an exercise question and explain it. `...` is "not answered yet".

    An answer is a sentence's id, a letter, a whole number, or a few words copied from a text.
    Nothing is raised: what goes wrong is said in a sentence.
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
    """Explain an answer: its outcome, the cue in the text, and the next check."""
    options = {_plain(name): reason for name, reason in question.options.items()}
    reason = options.get(_plain(written), question.other)
    is_accepted = _plain(written) in map(_plain, question.answers)
    outcome = "Yes." if is_accepted else "The key has another answer."
    return f"{outcome} {_sentence(reason)}"


def _plain(written: str) -> str:
    """An answer without what does not count in it: capitals, punctuation, the kind of apostrophe.

    A number keeps its sign and its fraction: 1, "01" and 1.0 are one answer, -1 and 1.5 are others.
    """
    if number := NUMBER.fullmatch(written.strip().replace("−", "-")):
        sign, whole, fraction = number.groups()
        return f"{sign.replace('+', '')}{whole}{'.' * bool(fraction)}{fraction or ''}"
    return " ".join(WORD.findall(written.casefold().replace("’", "'")))


def _sentence(reason: Explanation) -> str:
    return f"{reason.cue}\nNext check: {reason.here or reason.next}"


def _save(case: str, question: str, written: str) -> str:
    try:
        Progress().record(case, question, Act.ANSWER, written[:200])
    except (NotSaved, ValueError) as error:
        return f"Not saved: {error}"
    return "Your answer is saved."
