"""Scripted learners: what somebody who knows, doubts or believes everything would answer."""

from __future__ import annotations

from helpers.answers.choices import Answers
from helpers.answers.claims import ClaimAnswers
from helpers.case import load_case, load_key
from helpers.case.vocabulary import CANNOT
from helpers.results.choices import compare
from helpers.results.claims import weighed

CASE = load_case("liberty-daily")


KEY = load_key(CASE)


WHOLE = CASE.ledger.routes["whole"].sentences


SHORT = CASE.ledger.routes["short"].sentences


def played(first, after=None, route=WHOLE, check=None):
    """The claims as a scripted learner weighs them; each strategy gets a key and says an estimate."""
    weights = ClaimAnswers()
    for claim in [one for one in CASE.claims if one.id in route]:
        key = KEY.claims[claim.id]
        weights.take(claim.id, "estimate", first(key))
        weights.take(claim.id, "check", (check or (lambda one: one.best[0]))(key))
        for card in claim.cards:
            weights.take(card.id, "turn", True)
        weights.take(claim.id, "estimate-after", (after or first)(key))
    return weighed(CASE, KEY, weights, route)


def worst_check(key):
    """Chooses a check that is not among the most helpful."""
    return next(name for name in key.checks if name not in key.best)


def expert(key, name):
    """Labels as the key does."""
    return key.sentences[name].kind


def second_reader(key, name):
    """Takes the other reading wherever there is one."""
    return key.sentences[name].second or key.sentences[name].kind


def learner_rows(learner, items=None):
    """The article as a scripted learner labels it; the strategy gets the key and a sentence."""
    items = items or list(CASE.by_id)
    chosen = {name: learner(KEY, name) for name in items}
    return compare(CASE, KEY, Answers(chosen=chosen), items)


def good_judge(key):
    """Says what the evidence will show, and that it cannot be judged where it cannot."""
    if key.verdict == "supported":
        return "80-95"
    return {"contradicted": "5-20", "partly-supported": "55-80"}.get(key.verdict, CANNOT)


def always(estimate):
    """Says the same of every claim."""
    return lambda _: estimate
