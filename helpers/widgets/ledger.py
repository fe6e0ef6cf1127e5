"""The ledger: an estimate, a check, the evidence card by card, and an estimate again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from zlib import crc32

import traitlets

from helpers.answers.claims import SCOPE, ClaimAnswers, step_of
from helpers.answers.progress import Progress
from helpers.answers.replay import replay
from helpers.case.claim_file import came_after
from helpers.case.claims import Claim, ClaimKey
from helpers.case.model import Case, Key, Source, with_whole
from helpers.case.vocabulary import ESTIMATES
from helpers.results.claims import Weighed, summary, weighed
from helpers.strings import say
from helpers.widgets.base import module
from helpers.widgets.judging import JudgingWidget, notes_view, routes_view


class Ledger(JudgingWidget):
    """Weigh claims one by one; compare with the evidence file after the last.

    `given` names the claims that are shown worked out from the start.
    """

    _esm = module("ledger")

    ledger = traitlets.Dict().tag(sync=True)
    given = traitlets.Dict().tag(sync=True)

    scope = SCOPE
    allowed = ESTIMATES

    def __init__(
        self,
        case: Case,
        key: Key | None = None,
        given: Collection[str] = (),
        progress: Progress | None = None,
    ):
        self.claims = {claim.id: claim for claim in case.claims}
        self.of_card = {card.id: claim for claim in case.claims for card in claim.cards}
        # Without a key there is no worked example to show, so every claim is the learner's.
        self.given_ids = frozenset(given if key else ())
        shown = {name: given_view(case, key.claims[name]) for name in self.given_ids} if key else {}
        self.routes = with_whole(case.ledger.routes, self.claims)
        super().__init__(case, key, progress, ledger=ledger_view(case), given=shown)

    @property
    def compared(self) -> list[Weighed]:
        """The claims that the learner has compared with the evidence file, or nothing yet."""
        if self.key is None:
            return []
        return weighed(self.case, self.key, self.answers, self.answers.comparing)

    def weighed_so_far(self) -> list[Weighed]:
        """Every claim that was ever compared here, whether or not the comparison is open."""
        if self.key is None:
            return []
        return weighed(self.case, self.key, self.answers, self.answers.firsts_after)

    def accept(self, item: str, act: str, value: Any) -> Any:
        """Check one answer: the steps have an order, and what came before the evidence stays."""
        if act == "route" and item == SCOPE and value in self.routes:
            return value
        claim = self.of_card.get(item) if act == "turn" else self.claims.get(item)
        if claim is None or claim.id in self.given_ids or not _belongs(claim, act, value):
            raise ValueError(f"This answer does not belong to the ledger: {act} for {item}.")
        self._in_order(claim, act)
        return value

    def _in_order(self, claim: Claim, act: str) -> None:
        step = step_of(claim, self.answers)
        is_begun = any(card.id in self.answers.turned for card in claim.cards)
        if act in ("estimate", "check") and is_begun:
            raise ValueError(say("ledger.locked"))
        if act == "turn" and step in ("estimate", "check"):
            raise ValueError(say("ledger.not-yet"))
        if act == "estimate-after" and step in ("estimate", "check", "turn"):
            raise ValueError(say("ledger.not-yet"))

    def hear_compare(self, message: dict) -> None:
        """Compare the finished claims of the route that is open, and save that it was compared."""
        if self.key is None:
            return
        self.answers = self._replayed()  # another kernel may have added some
        self.marks = self.marks_view()
        done = [name for name in self.route_items(message.get("route")) if self._is_done(name)]
        self._save_comparing(done)

    def _is_done(self, name: str) -> bool:
        return name not in self.given_ids and step_of(self.claims[name], self.answers) == "done"

    def _replayed(self) -> ClaimAnswers:
        return replay(self.progress.records(case=self.case.id), ClaimAnswers())

    def marks_view(self) -> dict[str, Any]:
        """The route, the estimates and checks by claim, and the cards that are turned over."""
        marks = self.answers if isinstance(self.answers, ClaimAnswers) else ClaimAnswers()
        known = self.claims  # answers from an older edition may name claims that are gone
        return {
            "route": self.route_name,
            "turned": [card for card in marks.turned if card in self.of_card],
            **{
                act: {item: value for item, value in kept.items() if item in known}
                for act, kept in (
                    ("estimate", marks.first),
                    ("check", marks.check),
                    ("estimate-after", marks.after),
                )
            },
        }

    def comparison_view(self, rows: list[Weighed]) -> dict[str, Any]:
        """The comparison as the page shows it: only claims that the learner has finished."""
        route = [one for one in self.route_items(self.route_name) if one not in self.given_ids]
        left = sum(not self._is_done(name) for name in route)
        return {
            "summary": summary(rows),
            "note": say("ledger.then"),
            "notes": [say("ledger.left", n=left)] if left else [],
            "rows": [row_view(self.case, row) for row in rows],
        }


def _belongs(claim: Claim, act: str, value: Any) -> bool:
    if act in ("estimate", "estimate-after"):
        return isinstance(value, str) and value in ESTIMATES
    if act == "check":
        return isinstance(value, str) and value in claim.checks
    return act == "turn" and value is True


def ledger_view(case: Case) -> dict[str, Any]:
    """What the page needs to show the claims; nothing of the key."""
    sources = {source.id: source for source in case.sources}
    routes = with_whole(case.ledger.routes, (claim.id for claim in case.claims))
    return {
        "case": case.id,
        "title": case.title,
        "lang": case.language,
        "notes": notes_view(case),
        "estimates": list(ESTIMATES),
        "routes": routes_view(routes, "claims"),
        "claims": [claim_view(case, claim, sources) for claim in case.claims],
    }


def claim_view(case: Case, claim: Claim, sources: dict[str, Source]) -> dict[str, Any]:
    """One claim as the page shows it, with its checks and its evidence cards."""
    return {
        "id": claim.id,
        "says": claim.says,
        "sentence": case.by_id[claim.sentence].text,
        "checks": [{"id": name, "name": claim.checks[name]} for name in mixed(claim)],
        "cards": [
            {
                "id": card.id,
                "says": card.says,
                "stance": card.stance,
                "later": card.later,
                "cite": cite(sources[card.source]),
            }
            for card in claim.cards
        ],
    }


def mixed(claim: Claim) -> list[str]:
    """The checks in an order that is always the same and tells nothing: authors put the best first."""
    return sorted(claim.checks, key=lambda name: crc32(f"{claim.id} {name}".encode()))


def cite(source: Source) -> str:
    """A source in one line: its title where one was seen, who published it, and its date."""
    title = "" if source.title.startswith("not s") else f"“{source.title}”, "
    return f"{title}{source.publisher}, {say('ledger.dated', date=source.date)}"


def given_view(case: Case, answer: ClaimKey) -> dict[str, Any]:
    """A claim that is shown worked out: both estimates, the check, the verdict and the thinking."""
    best = answer.best[0] if answer.best else next(iter(answer.checks))
    return {
        "estimate": answer.first,
        "check": best,
        "estimate-after": answer.after,
        "aloud": answer.aloud,
        "cue": answer.checks[best].cue,
        "next": answer.checks[best].next,
        **verdict_view(case, answer),
    }


def verdict_view(case: Case, answer: ClaimKey) -> dict[str, Any]:
    """What the evidence file says about one claim, with the sentence that goes with it."""
    sources = [source for source in case.sources if source.id in answer.sources]
    return {
        "verdict": answer.verdict,
        "why": answer.why,
        "beside": say("ledger.beside-constructed" if case.constructed else "ledger.beside"),
        "sources": [
            {"cite": cite(source), "later": came_after(source.date, case.ledger.until) is True}
            for source in sources
        ],
    }


def row_view(case: Case, row: Weighed) -> dict[str, Any]:
    """One claim of the comparison."""
    reasons = {
        name: {"name": row.claim.checks[name], "cue": reason.cue, "next": reason.next}
        for name, reason in row.key.checks.items()
    }
    return {
        "id": row.claim.id,
        "text": row.claim.says,
        "outcome": row.outcome,
        "first": row.first,
        "after": row.after,
        "first_after": row.first_after,
        "check": {**reasons[row.check], "good": row.chose_well},
        "best": [] if row.chose_well else [reasons[name] for name in row.key.best[:1]],
        **verdict_view(case, row.key),
    }
