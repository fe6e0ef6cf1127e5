"""Every view holds what is written about it, for every case of the kit: no key more or less."""

from __future__ import annotations

import json
from types import UnionType
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from learners import always

from helpers.answers.cards import CardAnswers
from helpers.answers.choices import Answers
from helpers.answers.claims import ClaimAnswers
from helpers.answers.progress import Progress
from helpers.case import case_names, load_case, load_key
from helpers.results.choices import compare, compare_items
from helpers.results.claims import weighed
from helpers.results.quotations import is_about_quotations
from helpers.views import (
    article,
    cards,
    claims,
    comparison,
    learner,
    questions,
    quotations,
    reasons,
)

NAMES = case_names()


def misfits(value: Any, shape: Any, where: str = "view") -> list[str]:
    """Where a value is not of the shape that is written about it."""
    origin, args = get_origin(shape), get_args(shape)
    if is_typeddict(shape) and isinstance(value, dict):
        return _misfit_keys(value, get_type_hints(shape, include_extras=True), where)
    if origin in (Union, UnionType):
        return min((misfits(value, one, where) for one in args), key=len)
    if origin is list and isinstance(value, list):
        return [bad for one in value for bad in misfits(one, args[0], f"{where}[]")]
    if origin is dict and isinstance(value, dict):
        parts = [
            (part, shape) for pair in value.items() for part, shape in zip(pair, args, strict=True)
        ]
        return [bad for part, wanted in parts for bad in misfits(part, wanted, f"{where}{{}}")]
    is_right = shape is Any or (origin is None and type(value) is (shape or type(None)))
    return [] if is_right else [f"{where}: {value!r:.60} is no {shape}"]


def _misfit_keys(value: Any, hints: dict[str, Any], where: str) -> list[str]:
    optional = {key for key, hint in hints.items() if get_origin(hint) is NotRequired}
    bad = [f"{where}: no {key}" for key in hints.keys() - optional - value.keys()]
    bad += [f"{where}: also {key}" for key in value.keys() - hints.keys()]
    for key in value.keys() & hints.keys():
        hint = get_args(hints[key])[0] if key in optional else hints[key]
        bad += misfits(value[key], hint, f"{where}.{key}")
    return bad


def fits(view: Any, shape: Any) -> bool:
    """A view is of its shape, and can be sent to a page or written to a file as it is."""
    assert misfits(view, shape) == []
    assert json.loads(json.dumps(view)) == view
    return True


@pytest.mark.parametrize(
    ("value", "shape", "bad"),
    [
        ({"cue": "a", "next": "b"}, reasons.Reason, 0),
        ({"cue": "a", "here": "b"}, reasons.Reason, 0),
        ({"next": "a"}, reasons.Reason, 1),
        ({"cue": "a", "next": 1}, reasons.Reason, 1),
        ({"cue": "a", "next": "b", "more": 1}, reasons.Reason, 1),
        ([{"next": "a"}], list[reasons.Reason], 1),
        ({"a": {"cue": 1, "next": "b"}}, dict[str, reasons.Reason], 1),
        (None, list[str] | None, 0),
        ({"text": "a"}, article.Part, 0),
        (True, int, 1),
    ],
)
def test_the_check_of_shapes_sees_what_is_wrong(value, shape, bad):
    """A check that lets anything through would keep no promise."""
    assert len(misfits(value, shape)) == bad


@pytest.mark.parametrize("name", NAMES)
def test_the_article(name):
    """What is asked, what is given, what is answered, and the comparison."""
    case = load_case(name)
    key = load_key(case)
    assert fits(article.article_view(case), article.ArticleView)
    marks = {item: ((one.anchor.start, one.anchor.end),) for item, one in case.by_id.items()}
    answers = Answers(chosen=dict.fromkeys(case.by_id, "opinion"), words=marks)
    assert fits(article.article_answers_view(case, answers), article.ArticleAnswers)
    for item in key.sentences:
        assert fits(article.given_sentence_view(key, item), article.GivenSentence)
    rows = compare(case, key, answers, list(case.by_id))
    view = comparison.article_comparison(case, key, answers, rows, 1)
    assert fits(view, comparison.Comparison)
    assert fits(view["rows"], list[comparison.Row])


@pytest.mark.parametrize("name", NAMES)
def test_the_question_sets(name):
    """What is asked, what is given, and the comparison with what stands beside it."""
    case = load_case(name)
    key = load_key(case)
    for which, one in case.sets.items():
        keys, beside = key.sets[which], questions.sources_beside
        if is_about_quotations(one):
            beside = quotations.traced_beside
        assert fits(questions.questions_view(case, one), questions.QuestionsView)
        for item in keys:
            given = questions.given_item_view(case, one, keys[item], item, beside)
            assert fits(given, questions.GivenItem)
        answers = Answers(chosen=dict.fromkeys(keys, one.options[0].id))
        rows = compare_items(one.items, keys, answers)
        view = questions.questions_comparison(case, one, rows, 1, beside)
        assert fits(view, comparison.Comparison)
        assert fits(view["rows"], list[questions.QuestionRow])
        assert fits(questions.chosen_view(one, answers), dict[str, str])


@pytest.mark.parametrize("name", [one for one in NAMES if load_case(one).claims])
def test_the_claims(name):
    """What is asked, what is given, what is answered, and the comparison."""
    case = load_case(name)
    key = load_key(case)
    assert fits(claims.ledger_view(case), claims.LedgerView)
    answers = ClaimAnswers(
        first=dict.fromkeys(key.claims, always("20-45")(None)),
        check={claim.id: next(iter(claim.checks)) for claim in case.claims},
        turned={card.id: None for claim in case.claims for card in claim.cards},
        after=dict.fromkeys(key.claims, "55-80"),
        stances={claim.cards[0].id: "neither" for claim in case.claims},
    )
    assert fits(claims.claim_answers_view(case, answers), claims.ClaimAnswersView)
    for claim in case.claims:
        given = claims.given_claim_view(case, claim, key.claims[claim.id])
        assert fits(given, claims.GivenClaim)
    view = claims.claims_comparison(case, weighed(case, key, answers, key.claims), 1)
    assert fits(view, comparison.Comparison)
    assert fits(view["rows"], list[claims.ClaimRow])


@pytest.mark.parametrize("name", [one for one in NAMES if load_case(one).cards])
def test_the_cards(name):
    """Closed, open with a key and without one, and all beside the key."""
    case = load_case(name)
    key = load_key(case)
    assert fits(cards.cards_view(case, key.picks), cards.CardsView)
    chosen = [card.id for card in case.cards][:2]
    for card in case.cards:
        assert fits(cards.open_card_view(case, key, card.id, chosen), cards.OpenCard)
        assert "cue" not in cards.open_card_view(case, None, card.id, chosen)
    view = cards.cards_comparison(case, key, CardAnswers(steps=chosen, compared=True))
    assert fits(view, cards.CardsComparison)


def test_the_place_of_a_learner(home):
    """Blank, and after an answer."""
    progress = Progress(home)
    assert fits(learner.place_view(progress), learner.Place)
    progress.record("liberty-daily", "s1", "kind", "opinion")
    view = learner.place_view(progress)
    assert fits(view, learner.Place)
    assert [lesson["n"] for lesson in view["lessons"] if lesson["state"] == "begun"] == [1]
