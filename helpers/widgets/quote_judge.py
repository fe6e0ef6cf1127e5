"""Lesson 3's widget: questions about quotations, with the computer's word-by-word difference."""

from __future__ import annotations

from helpers.results.choices import Compared
from helpers.views.comparison import Comparison
from helpers.views.questions import GivenItem, given_item_view
from helpers.views.quotations import quotations_comparison, traced_beside
from helpers.widgets.judge import Judge


class QuoteJudge(Judge):
    """Questions about quotations: the comparison also shows what a word-by-word trace finds."""

    def given_view(self, item: str) -> GivenItem:
        """Return an item's answer, with the thinking behind it and the trace."""
        return given_item_view(self.case, self.set, self.item_keys[item], item, traced_beside)

    def comparison_view(self, rows: list[Compared]) -> Comparison:
        """Return the answers beside the key, each with its trace."""
        return quotations_comparison(self.case, self.set, rows, self.left)
