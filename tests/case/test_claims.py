"""What claims promise: nothing without a source, both sides heard, later evidence dated as later."""

from __future__ import annotations

import re

import pytest
from packs import Pack, line_at, put, weighing_pack

from helpers.case import case_names, load_case, load_key, validate
from helpers.case.claims import came_after
from helpers.case.vocabulary import ESTIMATES, STANCES

CLAIM, CARD, KEY = ("claims", 0), ("claims", 0, "cards", 0), ("claims", "c1")
VERDICTS = re.compile(
    r"\b(fake|propaganda|bias(ed)?|dishonest\w*|liars?|lied|a lie|(un)?trustworthy|disinformation"
    r"|misinformation|this (site|outlet)|liberty daily|left-wing|right-wing|far-right)\b",
    re.IGNORECASE,
)


def test_a_sound_pack_with_claims_loads(tmp_path):
    """An author's own claims are read with their checks, cards, routes and verdicts."""
    case = load_case(weighing_pack().write(tmp_path / "mine"))
    key = load_key(case)
    assert [claim.id for claim in case.claims] == ["c1", "c2"]
    assert case.ledger.routes["short"].sentences == ("c2",)
    assert case.ledger.routes["short"].minutes == 4
    assert case.ledger.routes["whole"].sentences == ("c1", "c2")
    assert key.claims["c1"].on_side("challenges") == ("c1-e2",)
    assert key.claims["c1"].best == ("look",)
    assert key.claims["c2"].first == "80-95"


def test_a_case_without_claims_has_an_empty_ledger(tmp_path):
    """Most packs have no claims, and that is no fault."""
    case = load_case(Pack().write(tmp_path / "mine"))
    assert case.claims == ()
    assert dict(case.ledger.routes) == {}


@pytest.mark.parametrize(
    ("steps", "value", "says", "file"),
    [
        ((*CARD, "source"), ..., "card c1-e1 lacks 'source'", "case.yaml"),
        ((*CARD, "source"), "nobody", "which is no source of this case", "case.yaml"),
        ((*CARD, "stance"), "supports", "has an unknown field 'stance'", "case.yaml"),
        ((*CARD, "their-words"), ["humble"], "which the card does not say", "case.yaml"),
        ((*CARD, "their-words"), ["Proud"], None, "case.yaml"),
        ((*CARD, "tells"), "the town’s report", None, "case.yaml"),
        ((*KEY, "about"), "gossip", "should be one of report", "key.yaml"),
        ((*KEY, "cards"), ..., "lacks 'cards'", "key.yaml"),
        ((*KEY, "cards", "c1-e2"), ..., "no entry for card 'c1-e2'", "key.yaml"),
        ((*KEY, "cards", "c1-e1", "stance"), "for", "should be one of supports", "key.yaml"),
        ((*KEY, "cards", "c1-e1", "why"), ..., "lacks 'why'", "key.yaml"),
        ((*KEY, "helps-a-little"), ["look"], "which is no other check", "key.yaml"),
        ((*CARD, "later"), "true", "is of 'not shown'", None),
        ((*CARD, "later"), "yes", "should be one of false, true", "case.yaml"),
        ((*CARD, "id"), "c2-e1", "holds the id 'c2-e1' twice", "case.yaml"),
        ((*CLAIM, "cards"), [], "has no evidence", "case.yaml"),
        ((*CLAIM, "id"), "c2", "holds the id 'c2' twice", "case.yaml"),
        ((*CLAIM, "sentence"), "s99", "which is no sentence here", "case.yaml"),
        ((*CLAIM, "says"), ..., "claim c1 lacks 'says'", "case.yaml"),
        ((*CLAIM, "checks"), {"look": "x"}, "at least two checks", "case.yaml"),
        ((*CLAIM, "checks", "A b"), "x", "is no hyphenated name", "case.yaml"),
        (("ledger", "short"), ["c9"], "which is no claim of this case", "case.yaml"),
        (("ledger", "until"), "autumn", "should be a date such as", "case.yaml"),
        (("ledger", "shrt"), ["c1"], "Did you mean 'short'?", "case.yaml"),
        (KEY, ..., "no entry for claim 'c1'", "key.yaml"),
        (("claims", "c9"), {}, "unknown field 'c9'", "key.yaml"),
        ((*KEY, "sources"), [], "names no source for its verdict", "key.yaml"),
        ((*KEY, "sources"), ..., "lacks 'sources'", "key.yaml"),
        ((*KEY, "sources"), ["x"], "which is no source of this case", "key.yaml"),
        ((*KEY, "verdict"), "true", "should be one of supported", "key.yaml"),
        ((*KEY, "verdict"), "contradicted", None, "key.yaml"),
        (("claims", "c2", "verdict"), "disputed", "no card of it challenges it", "key.yaml"),
        (("claims", "c2", "verdict"), "contradicted", "no card of it challenges", "key.yaml"),
        ((*KEY, "best-checks"), ["x"], "which is no check of this claim", "key.yaml"),
        ((*KEY, "checks", "ask"), ..., "does not explain the check 'ask'", "key.yaml"),
        ((*KEY, "checks", "ask", "cue"), "", "check 'ask' lacks 'cue'", "key.yaml"),
        ((*KEY, "checks", "ask"), {"use": "x"}, "there is no template 'x'", "key.yaml"),
        ((*KEY, "first"), "50", "should be one of 1-5", "key.yaml"),
    ],
)
def test_what_is_wrong_is_told(tmp_path, steps, value, says, file):
    """A card without a source, a verdict without one, a side unheard: each is a plain sentence."""
    pack = weighing_pack()
    put(pack.key if file == "key.yaml" else pack.case, value, *steps)
    told = validate(pack.write(tmp_path / "mine"))
    if says is None or file is None:  # looks wrong and is fine
        assert told == []
        return
    (problem,) = [one for one in told if says in one.says]
    assert problem.file == f"mine/{file}"


@pytest.mark.parametrize("side", ["supports", "challenges"])
def test_a_disputed_claim_lacking_one_side_is_refused_at_its_line(tmp_path, side):
    """A dispute is told by both of its sides, or not at all."""
    pack = weighing_pack()
    for card in pack.key["claims"]["c1"]["cards"].values():
        card["stance"] = "neither" if card["stance"] == side else card["stance"]
    folder = pack.write(tmp_path / "mine")
    (problem,) = validate(folder)
    assert f"claim c1 is disputed, but by the key no card of it {side} it" in problem.says
    assert problem.line == line_at(folder / "key.yaml", "claims", "c1", "verdict")


@pytest.mark.parametrize(
    ("date", "later", "told"),
    [
        ("2025-10-03", None, "Add later"),
        ("2025-10-03", "true", ""),
        ("2025-09-30", None, ""),
        ("2025-09-30", "true", "is marked later, but its source is of"),
        ("not shown (December 2025 by content)", None, "Add later"),
        ("not shown (late September 2025)", None, ""),
        ("not shown", "true", ""),
    ],
)
def test_later_evidence_has_to_be_marked_as_later(tmp_path, date, later, told):
    """What a reader could not know then is never shown as if it had been known."""
    pack = weighing_pack()
    pack.case["sources"][0]["date"] = date
    cards = [card for claim in pack.case["claims"] for card in claim["cards"]]
    for card in cards:
        card.update({"later": later} if later else {})
    says = [problem.says for problem in validate(pack.write(tmp_path / "mine"))]
    assert len(says) == (3 if told else 0)
    assert all(told in one for one in says)


def test_later_needs_something_to_be_later_than(tmp_path):
    """Without the day up to which a reader could know, nothing can be called later."""
    pack = weighing_pack()
    pack.case["sources"][0]["date"] = "2025-10-03"
    del pack.case["ledger"]["until"]
    pack.case["claims"][0]["cards"][0]["later"] = "true"
    (problem,) = validate(pack.write(tmp_path / "mine"))
    assert "'ledger' has no 'until'" in problem.says


@pytest.mark.parametrize(
    ("date", "after"),
    [
        ("2025-10-01", True),
        ("2025-09-24 (in the address)", False),
        ("2025-10", True),
        ("2025-09", None),
        ("not shown; text: Tuesday (23 September 2025)", None),
        ("not shown (late October or November 2025 by content)", True),
        ("not shown", None),
        ("2019-01-23 (in the address)", False),
    ],
)
def test_a_date_tells_whether_it_came_after_or_nothing(date, after):
    """A date that does not decide is no reason to call evidence later, or not."""
    assert came_after(date, "2025-09-30") is after
    assert came_after(date, "") is None


# --- The kit's own claims ------------------------------------------------------------------------


@pytest.fixture(params=[name for name in case_names() if load_case(name).claims])
def kit(request):
    """Each case of the kit that has claims, with its key."""
    case = load_case(request.param)
    return case, load_key(case)


def texts_of(case, key):
    for claim in case.claims:
        yield from (claim.says, *claim.checks.values())
    for answer in key.claims.values():
        yield from (answer.why, answer.aloud)
        yield from (part for one in answer.checks.values() for part in (one.cue, one.next))


def test_at_least_two_in_five_claims_of_each_route_are_sound(kit):
    """Discernment, never distrust: a set of weak claims only would teach suspicion."""
    case, key = kit
    for route in case.ledger.routes.values():
        sound = sum(key.claims[name].verdict == "supported" for name in route.sentences)
        assert sound / len(route.sentences) >= 0.4, route.name


def test_in_each_route_there_is_a_claim_that_cannot_be_judged(kit):
    """An answer that is offered has to be right somewhere."""
    case, key = kit
    for route in case.ledger.routes.values():
        verdicts = {key.claims[name].verdict for name in route.sentences}
        assert verdicts & {"disputed", "could-not-be-checked"}, route.name


def test_the_articles_routes_have_all_five_verdicts_and_both_open_ones():
    """Fifteen claims, seven in the short route; disputed and could-not-be-checked in both."""
    case = load_case("liberty-daily")
    key = load_key(case)
    short, whole = (case.ledger.routes[name].sentences for name in ("short", "whole"))
    assert (len(short), len(whole)) == (7, 15)
    assert set(short) <= set(whole)
    verdicts = [{key.claims[name].verdict for name in route} for route in (short, whole)]
    assert all({"disputed", "could-not-be-checked"} <= found for found in verdicts)
    assert len(verdicts[1]) == 5


def test_every_claim_of_the_kit_offers_three_or_four_checks_and_one_that_helps_most(kit):
    """Which check next is a choice worth making."""
    case, key = kit
    for claim in case.claims:
        assert 3 <= len(claim.checks) <= 4, claim.id
        assert 1 <= len(key.claims[claim.id].best) < len(claim.checks), claim.id


def test_every_card_of_the_kit_quotes_its_source(kit):
    """A quotation on a card stands word for word in the source's file."""
    case, _ = kit
    texts = {source.id: " ".join(source.text.split()) for source in case.sources}
    plain = str.maketrans("‘’", "“”")
    for claim in case.claims:
        for card in claim.cards:
            found = re.findall(r"“([^“”]+)”", card.says)
            assert texts[card.source], f"{card.id}: {card.source} has no text"
            for quoted in found:
                words = " ".join(quoted.split()).translate(plain)
                assert words.strip(" .,") in texts[card.source].translate(plain), card.id


def test_every_verdict_rests_on_a_source_that_its_cards_show(kit):
    """Nobody is asked to believe a verdict on evidence that was not laid open."""
    case, key = kit
    for claim in case.claims:
        shown = {card.source for card in claim.cards}
        assert set(key.claims[claim.id].sources) & shown, claim.id
        assert {card.stance for card in key.claims[claim.id].cards.values()} <= set(STANCES)


def test_no_text_of_the_ledger_judges_an_outlet_or_a_person(kit):
    """A verdict concerns one claim."""
    case, key = kit
    assert [
        (found[0], text) for text in texts_of(case, key) if (found := VERDICTS.search(text))
    ] == []


def test_worked_claims_show_both_estimates_and_the_thinking():
    """A worked example without its numbers would not be one."""
    for name, given in (("library-roof", ("r1", "r2", "r3")), ("river-ferry", ("f1", "f4"))):
        key = load_key(load_case(name))
        for claim in given:
            worked = key.claims[claim]
            assert worked.aloud
            assert {worked.first, worked.after} <= set(ESTIMATES)


def test_each_rung_of_the_ladder_occurs_somewhere():
    """All six answers are right in some sentence that learners judge."""
    rungs = set()
    for name in ("liberty-daily", "library-roof"):
        for item in load_key(load_case(name)).sets["sourcing"].values():
            rungs |= set(item.accepted)
    options = {option.id for option in load_case("liberty-daily").sets["sourcing"].options}
    assert rungs == options


def test_source_and_news_ask_about_the_same_reports_and_differ_in_most():
    """Two scales teach nothing where good source and likely news always go together."""
    key = load_key(load_case("river-ferry"))
    source, news = key.sets["reliability"], key.sets["credibility"]
    assert list(source) == list(news)
    same = [
        name for name in source if "abcdef".index(source[name].kind) + 1 == int(news[name].kind)
    ]
    assert len(same) == 2
    assert {"f"} <= {one.kind for one in source.values()}
    assert {"6"} <= {one.kind for one in news.values()}
