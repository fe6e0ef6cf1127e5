"""Lesson 2's widget: an article, marked sentence by sentence and compared with the key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import traitlets

from helpers.case.parts import Route, with_whole
from helpers.case.vocabulary import KINDS, SURENESS, Act
from helpers.results.choices import Compared, compare
from helpers.views.article import (
    ArticleAnswers,
    GivenSentence,
    article_answers_view,
    article_view,
    given_sentence_view,
    word_places,
)
from helpers.views.comparison import Comparison, article_comparison
from helpers.widgets.base import module
from helpers.widgets.judging import JudgingWidget


class Marker(JudgingWidget):
    """Mark what kind of sentence each one is; compare with the key after the passage."""

    _esm = module("marker")

    article = traitlets.Dict().tag(sync=True)

    def asked(self) -> dict[str, Any]:
        """Return the article."""
        return {"article": article_view(self.case)}

    @property
    def routes(self) -> Mapping[str, Route]:
        """Return the routes through the article."""
        return with_whole(self.case.routes, self.case.by_id)

    def given_view(self, item: str) -> GivenSentence:
        """Return a sentence's label, with the thinking behind it."""
        return given_sentence_view(self.key, item)

    def marks_view(self) -> ArticleAnswers:
        """Return the labels, sureness and chosen words by sentence."""
        return article_answers_view(self.case, self.answers)

    def rows(self, items: Collection[str]) -> list[Compared]:
        """Return the labelled sentences among these, beside the key."""
        return compare(self.case, self.key, self.answers, items)

    def comparison_view(self, rows: list[Compared]) -> Comparison:
        """Return labels and loaded words beside the key."""
        return article_comparison(self.case, self.key, self.answers, rows, self.left)

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one answer; chosen words are turned from numbers into places in the article."""
        if act == Act.ROUTE and item == self.scope and value in self.routes:
            return value
        if item in self.case.by_id and item not in self.given_ids:
            if value is None and act in (Act.KIND, Act.SURE, Act.WORDS):
                return None
            if (act == Act.KIND and value in KINDS) or (act == Act.SURE and value in SURENESS):
                return value
            if act == Act.WORDS and isinstance(value, list):
                numbers = [one for one in value if type(one) is int]
                return word_places(self.case, item, numbers)
        raise ValueError(f"This answer does not belong to the article: {act} for {item}.")
