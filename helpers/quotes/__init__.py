"""Lesson 3, quotations: which words are quoted, who is said to have said them, and where."""

from typing import TYPE_CHECKING

from helpers.quotes.finder import find_quotes
from helpers.quotes.quotation import Quotation

if TYPE_CHECKING:
    from helpers.quotes.tracing import Edit, Sources, Trace

__all__ = ["Edit", "Quotation", "Sources", "Trace", "find_quotes"]


def __getattr__(name: str) -> object:
    # Tracing costs a quarter of this module's import time, and most readers never trace.
    if name in ("Edit", "Sources", "Trace"):
        from helpers.quotes import tracing

        return getattr(tracing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
