"""Why an answer fits or does not, as it is shown: the cue, and a check that is marked as one of two."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from helpers.case.reasons import Explanation
from helpers.strings import say


class Reason(TypedDict):
    """Why an answer fits or does not, and one check: `here` or `next`."""

    cue: str  # what in the text speaks for it or against it
    here: NotRequired[str]  # a check that can be made on this page
    next: NotRequired[str]  # a check that one would make outside it


def reason_view(reason: Explanation) -> Reason:
    """Return the cue and the check of an answer."""
    return {"cue": reason.cue, **({"here": reason.here} if reason.here else {"next": reason.next})}


def check_sentence(reason: Explanation) -> str:
    """Return the check of an answer in one line, with whether it can be made on this page."""
    sort = "here" if reason.here else "next"
    return f"{say(f'reasons.{sort}')}: {reason.here or reason.next}"
