"""What the ledger promises on Python's side: the order of its steps, and no verdict before its time."""

from __future__ import annotations

import json

import ipywidgets
import pytest
from packs import weighing_pack

from helpers.answers.progress import Progress
from helpers.case import case_names, load_case
from helpers.widgets import Ledger, judge, moving_figure, ratings_figure, sureness_figure, weigh

EVERY_WIDGET = {"_anywidget_id", "_esm", "learner", "shared"}
REPORT = (
    "Supported means that the report exists and says this; it does not mean that the plan is right."
)
FACT = (
    "Supported means that the evidence bears this out as it is worded; "
    "what anybody concludes from it is another question."
)


@pytest.fixture
def ledger(tmp_path, home, sent):
    """A ledger on the small case, as a learner first meets it."""
    return weigh(weighing_pack().write(tmp_path / "mine"))


def hear(widget, **message):
    widget._hear(widget, message, [])


def say(widget, *answers):
    """Give answers as the page does: (item, act, value) each."""
    for number, (item, act, value) in enumerate(answers):
        one = {"id": f"{item}-{act}-{number}-{value}", "item": item, "act": act, "value": value}
        hear(widget, type="answers", answers=[one])


def finish(widget, claim, first="55-80", after="95-99"):
    """Weigh one claim to its end."""
    cards = [(card.id, "turn", True) for card in widget.claims[claim].cards]
    check = next(iter(widget.claims[claim].checks))
    say(widget, (claim, "estimate", first), (claim, "check", check), *cards)
    say(widget, (claim, "estimate-after", after))


def refusals(sent):
    return [message["says"] for message in sent if message["type"] == "refused"]


def page_state(widget):
    state = {k: v for k, v in widget.get_state().items() if k not in ("_esm", "shared")}
    return json.dumps(state, ensure_ascii=False, default=str)


def test_exactly_these_traits_reach_the_browser(ledger):
    """A key in a synced trait would be an open secret; a new trait has to be named here."""
    traits = {"comparison", "given", "has_key", "ledger", "marks"}
    assert set(ledger.keys) - set(ipywidgets.DOMWidget().keys) == EVERY_WIDGET | traits


def test_before_comparing_no_word_of_the_key_is_in_the_browser(ledger):
    """Not even when a claim is finished."""
    finish(ledger, "c1")
    assert "Secret" not in page_state(ledger)


def test_before_comparing_no_word_of_the_articles_key_is_in_the_browser(home):
    """The same holds for every real verdict and every reason."""
    widget = weigh("liberty-daily")
    state = page_state(widget)
    texts = [answer.why for answer in widget.key.claims.values()]
    for answer in widget.key.claims.values():
        texts += [part for one in answer.checks.values() for part in (one.cue, one.next)]
    assert len(texts) > 90
    assert [text for text in texts if text in state] == []


def test_given_claims_show_their_own_key_and_no_other(tmp_path, home):
    """A worked claim is worked out; the learner's own stays closed."""
    widget = weigh(weighing_pack().write(tmp_path / "mine"), given=["c2"])
    state = page_state(widget)
    assert "Secret why of c2" in state
    assert "Secret why of c1" not in state
    say(widget, ("c2", "estimate", "1-5"))
    assert widget.marks["estimate"] == {}


def test_the_steps_have_an_order(ledger, sent):
    """No card before an estimate and a check; no second estimate before every card."""
    say(ledger, ("c1-e1", "turn", True), ("c1", "estimate-after", "1-5"))
    say(ledger, ("c1", "estimate", "1-5"), ("c1", "check", "ask"), ("c1-e1", "turn", True))
    say(ledger, ("c1", "estimate-after", "1-5"))
    assert len(refusals(sent)) == 3
    assert all("The steps above come first" in one for one in refusals(sent))
    assert ledger.marks["turned"] == ["c1-e1"]


def test_what_came_before_the_evidence_stays(ledger, sent):
    """After the first card neither the first estimate nor the check can be changed."""
    say(ledger, ("c1", "estimate", "1-5"), ("c1", "estimate", "20-45"), ("c1", "check", "ask"))
    say(ledger, ("c1-e1", "turn", True), ("c1", "estimate", "95-99"), ("c1", "check", "look"))
    assert ledger.marks["estimate"] == {"c1": "20-45"}
    assert ledger.marks["check"] == {"c1": "ask"}
    assert len(refusals(sent)) == 2
    assert all("you have seen evidence since" in one for one in refusals(sent))


@pytest.mark.parametrize(
    ("item", "act", "value"),
    [
        ("c1", "estimate", "50"),
        ("c1", "estimate", None),
        ("c9", "estimate", "1-5"),
        ("c1", "check", "nothing"),
        ("c1-e1", "turn", False),
        ("c9-e1", "turn", True),
        ("ledger", "route", "long"),
        ("c1", "kind", "opinion"),
    ],
)
def test_what_does_not_belong_is_refused(ledger, sent, item, act, value):
    """A page cannot put just anything among the answers."""
    say(ledger, (item, act, value))
    assert len(refusals(sent)) == 1
    assert ledger.progress.records(case="footbridge") == []


def test_comparing_shows_only_what_is_finished(ledger):
    """Half a claim gives nothing away."""
    finish(ledger, "c1", after="cannot")
    say(ledger, ("c2", "estimate", "55-80"))
    hear(ledger, type="compare", route="whole")
    (row,) = ledger.comparison["rows"]
    assert (row["id"], row["verdict"], row["outcome"]) == ("c1", "disputed", "open-said")
    assert [card["why"] for card in row["cards"]] == [
        "Secret reason of c1-e1.",
        "Secret reason of c1-e2.",
    ]
    assert "Secret why of c2" not in page_state(ledger)
    assert "1 claim is not finished yet" in ledger.comparison["notes"][0]
    hear(ledger, type="again")
    assert ledger.comparison == {}


def test_a_better_check_is_shown_beside_mine(ledger):
    """Every check is explained; where another helps more, that one is too."""
    finish(ledger, "c1")
    hear(ledger, type="compare", route="whole")
    (row,) = ledger.comparison["rows"]
    assert row["check"]["helps"] == "best"
    assert row["best"] == []
    say(ledger, ("ledger", "route", "whole"))
    cards = [(card.id, "turn", True) for card in ledger.claims["c2"].cards]
    say(ledger, ("c2", "estimate", "1-5"), ("c2", "check", "ask"), *cards)
    say(ledger, ("c2", "estimate-after", "1-5"))
    hear(ledger, type="compare", route="whole")
    row = ledger.comparison["rows"][1]
    assert (row["check"]["helps"], row["best"][0]["name"]) == ("other", "Look at the minutes")


def test_first_numbers_stay_first_numbers(ledger):
    """A second estimate changed after comparing is shown beside the first one."""
    finish(ledger, "c1", after="80-95")
    hear(ledger, type="compare", route="whole")
    hear(ledger, type="again")
    say(ledger, ("c1", "estimate-after", "cannot"))
    hear(ledger, type="compare", route="whole")
    (row,) = ledger.comparison["rows"]
    assert (row["first_after"], row["after"]) == ("80-95", "cannot")


def test_everything_is_there_again_in_a_new_kernel(ledger):
    """Estimates, checks, cards, route and an open comparison are read from the disk."""
    say(ledger, ("ledger", "route", "whole"))
    finish(ledger, "c1")
    hear(ledger, type="compare", route="whole")
    again = Ledger(ledger.case, ledger.key, (), Progress(ledger.progress.home))
    assert again.marks == ledger.marks
    assert again.comparison == ledger.comparison
    assert again.route_name == "whole"


def test_without_a_key_answers_are_collected_and_nothing_is_said(tmp_path, home, sent):
    """A class may get the kit without its keys."""
    pack = weighing_pack()
    pack.key = None
    widget = weigh(pack.write(tmp_path / "mine"), given=["c1"])
    finish(widget, "c1")
    hear(widget, type="compare", route="whole")
    assert widget.has_key is False
    assert widget.given == {}
    assert widget.marks["estimate-after"] == {"c1": "95-99"}
    assert widget.comparison == {}


def test_what_cannot_be_shown_is_told(tmp_path, home):
    """A case without claims, or an unknown claim to give, gives a sentence."""
    folder = weighing_pack().write(tmp_path / "mine")
    assert "There is no c9" in repr(weigh(folder, given=["c9"]))
    pack = weighing_pack()
    for part in ("claims", "ledger"):
        del pack.case[part]
    pack.key.pop("claims")
    assert "no claims to weigh" in repr(weigh(pack.write(tmp_path / "other")))


def test_supported_says_what_it_means_for_a_report_and_for_a_plain_fact(home):
    """A count of deaths is more than a report that exists; a report is less than a fact."""
    widget = weigh("liberty-daily")
    for claim in widget.claims:
        finish(widget, claim)
    hear(widget, type="compare", route="whole")
    rows = {row["id"]: row for row in widget.comparison["rows"]}
    assert len(rows) == 15
    supported = {name: row["means"] for name, row in rows.items() if row["verdict"] == "supported"}
    assert {name for name, means in supported.items() if means == REPORT} == {"c2", "c6", "c14"}
    assert {name for name, means in supported.items() if means == FACT} == {
        *("c22", "c29", "c30", "c38"),
    }
    assert all(row["sources"] for row in rows.values())


def test_how_a_card_stands_is_asked_and_shown_only_beside_the_key(ledger, sent):
    """No stance before the card is turned; mine beside the key's, with its reason, afterwards."""
    say(ledger, ("c1", "estimate", "1-5"), ("c1", "check", "ask"), ("c1-e1", "stance", "supports"))
    assert "The steps above come first" in refusals(sent)[0]
    say(ledger, ("c1-e1", "turn", True), ("c1-e1", "stance", "for"), ("c1-e1", "stance", "neither"))
    assert "does not belong" in refusals(sent)[1]
    assert ledger.marks["stance"] == {"c1-e1": "neither"}
    assert "stance" not in json.dumps(ledger.ledger["claims"])
    say(ledger, ("c1-e2", "turn", True), ("c1", "estimate-after", "cannot"))
    hear(ledger, type="compare", route="whole")
    cards = ledger.comparison["rows"][0]["cards"]
    assert [(card["mine"], card["key"]) for card in cards] == [
        ("neither", "supports"),
        ("", "challenges"),
    ]


def test_no_case_file_tells_how_a_card_stands(home):
    """A learner may open case.yaml; the stances stand in the key."""
    for name in case_names():
        case = load_case(name)
        if case.claims:
            text = (case.folder / "case.yaml").read_text(encoding="utf-8")
            assert "stance:" not in text, name


def test_cards_that_are_one_source_say_so_and_whose_the_words_are(home):
    """Two pages that tell one report count once; “dictator” is the source's word."""
    claims = {claim["id"]: claim for claim in weigh("liberty-daily").ledger["claims"]}
    notes = {
        card["id"]: " ".join(card["notes"]) for one in claims.values() for card in one["cards"]
    }
    assert notes["c2-e1"] == "It tells NBC’s report."
    assert "The same source as card 1: count the two once." in notes["c2-e2"]
    assert "The same source as card 1" in notes["c6-e2"]
    assert "The same source as card 2" in notes["c28-e3"]
    assert "“dictator”: the source’s own word" in notes["c28-e3"]
    assert "“socialist dictator”" in notes["c22-e1"]


def test_later_evidence_is_shown_as_later(home):
    """Every card whose source is later says so, and the verdict's sources do too."""
    case = load_case("liberty-daily")
    widget = weigh("liberty-daily")
    shown = {card["id"]: card for claim in widget.ledger["claims"] for card in claim["cards"]}
    later = {card.id for claim in case.claims for card in claim.cards if card.later}
    assert {name for name, card in shown.items() if card["later"]} == later
    assert len(later) >= 3
    assert all("date: " in card["cite"] for card in shown.values())


def test_the_figures_wait_until_there_is_something_to_show(home):
    """Before comparing a sentence; afterwards a chart, its sentence and its table."""
    widget = weigh("liberty-daily")
    moving, sureness = moving_figure(widget), sureness_figure(widget)
    assert "appears here" in moving.outputs[0]["data"]["text/plain"]
    assert "You have compared 0 settled claims so far" in sureness.outputs[0]["data"]["text/plain"]
    finish(widget, "c2")
    hear(widget, type="compare", route="whole")
    assert len(moving.outputs) == 3
    assert "You have compared 1 settled claim so far" in sureness.outputs[0]["data"]["text/plain"]


def test_sureness_adds_up_over_the_texts_that_were_weighed(home):
    """Forty estimates come from several texts, not from one; putting one away loses none."""
    market = weigh("night-market")
    for claim in ("n1", "n2", "n4"):
        finish(market, claim)
    hear(market, type="compare", route="whole")
    hear(market, type="again")
    widget = weigh("liberty-daily")
    finish(widget, "c2")
    hear(widget, type="compare", route="whole")
    shown = sureness_figure(widget)
    assert "You have compared 3 settled claims so far" in shown.outputs[0]["data"]["text/plain"]


def test_the_chart_of_ratings_needs_both_sets(home):
    """One set alone says nothing about how far one leaked into the other."""
    source, news = judge("river-ferry", "reliability"), judge("river-ferry", "credibility")
    figure = ratings_figure(source, news)
    say(source, *((name, "reliability", "a") for name in source.item_keys))
    hear(source, type="compare", route="whole")
    assert "compared both sets" in figure.outputs[0]["data"]["text/plain"]
    say(news, *((name, "credibility", "1") for name in news.item_keys))
    hear(news, type="compare", route="whole")
    assert "In 5 of 5 reports" in figure.outputs[1]["data"]["text/plain"]
