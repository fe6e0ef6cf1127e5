"""Answering a single question by a call, without a widget: saved, and explained in lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpers.answers.progress import NotSaved, Progress
from helpers.case import load_case, load_key
from helpers.case.vocabulary import Act
from helpers.case.yaml_lines import PackError
from helpers.results.single import Explained
from helpers.strings import say
from helpers.views.single import explained_in_words, how_to_answer


@dataclass(frozen=True)
class Checked:
    """What there is to say about an answer."""

    says: str  # all of it, over several lines

    def __repr__(self) -> str:
        return self.says


def check(case: str, question: str, answer: Any = ...) -> Checked:
    """Save an answer to a single question and explain it. `...` is "not answered yet".

    `helpers.widgets.question` asks the same by clicking. An answer may be written in any form that
    is clear: 8, "s8" and "the eighth" are one. Nothing is raised: what goes wrong is said in a
    sentence.
    """
    if answer is ...:
        return Checked(say("question.blank"))
    try:
        loaded = load_case(case)
        key = load_key(loaded)
    except PackError as error:
        return Checked(f"This question cannot be checked.\n{error}")
    if question not in loaded.questions:
        known = ", ".join(loaded.questions) or "none"
        return Checked(f"There is no question {question!r} here. There are: {known}.")
    asked = loaded.questions[question]
    mine = "" if answer is None else asked.read(str(answer))
    if not mine:
        return Checked(how_to_answer(asked))
    saved = _save(case, question, mine)
    if key is None:
        return Checked(f"{saved} This copy of the kit has no key, so nothing is compared.")
    found = Explained(asked, mine, key.questions[question])
    return Checked(f"{explained_in_words(found)}\n{saved}")


def _save(case: str, question: str, answer: str) -> str:
    try:
        Progress().record(case, question, Act.ANSWER, answer[:200])
    except (NotSaved, ValueError) as error:
        return f"Not saved: {error}"
    return "Your answer is saved."
