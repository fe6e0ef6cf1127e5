"""What the look-up cards promise on Python's side: few to open, in an order that is kept."""

import json

import ipywidgets
import pytest

from helpers.answers.cards import CardAnswers
from helpers.answers.progress import Progress
from helpers.case import load_case
from helpers.widgets import Lookup, chain_figure, judge, lookup

BUNDLE = {"card-rating", "card-friend", "card-editor", "card-rater-critic"}


@pytest.fixture
def cards(home, sent):
    """The cards of the first case, as a learner first meets them."""
    return lookup("liberty-daily")


def hear(widget, **message):
    """What happens when the page sends a message."""
    widget._hear(widget, message, [])


def choose(widget, *names):
    """Open cards as the page does."""
    for name in names:
        answer = {"id": f"open-{name}", "item": name, "act": "open", "value": True}
        hear(widget, type="answers", answers=[answer])


def reopened(widget):
    """The same cards in a new kernel, reading the same folder of answers."""
    return Lookup(widget.case, widget.key, Progress(widget.progress.home))


def page_state(widget):
    """Everything of a widget that is in the browser, as text."""
    state = {k: v for k, v in widget.get_state().items() if k not in ("_esm", "shared")}
    return json.dumps(state, ensure_ascii=False, default=str)


def test_exactly_these_traits_reach_the_browser(cards):
    """A key in a synced trait would be an open secret; a new trait has to be named here."""
    shared = {"_anywidget_id", "_esm", "learner", "shared"}
    own = {"comparison", "has_key", "opened", "results"}
    assert set(cards.keys) - set(ipywidgets.DOMWidget().keys) == shared | own


def test_no_reason_is_in_the_browser_before_its_card_is_opened(cards):
    """Nobody finds the answers by looking at the page's source."""
    reasons = {name: one.because.cue for name, one in cards.key.cards.items()}
    assert not [name for name, cue in reasons.items() if cue in page_state(cards)]
    choose(cards, "card-copy")
    assert [name for name, cue in reasons.items() if cue in page_state(cards)] == ["card-copy"]


def test_what_stands_on_a_page_is_shown_when_it_is_opened(cards):
    """The words of the source and how they were seen, without the lines of its citation."""
    choose(cards, "card-bloomberg")
    (view,) = cards.opened
    assert view["words"] == (
        "It added that President Donald Trump has yet to sign off on any of the plans."
    )
    assert view["helps"] == "yes"
    assert "Stored excerpt" in view["seen"]


@pytest.mark.parametrize("name", sorted(BUNDLE))
def test_views_of_the_outlet_open_together_and_cost_one(cards, name):
    """Whichever of them is chosen, the others stand beside it."""
    choose(cards, name)
    assert {view["id"] for view in cards.opened} == BUNDLE
    assert cards.steps == [name]


def test_after_the_budget_nothing_more_opens(cards, sent):
    """Opening everything cannot be done; the learner is told so in a sentence."""
    choose(cards, "card-copy", "card-afp", "card-wlrn", "card-caracas", "card-nbc-text")
    assert cards.steps == ["card-copy", "card-afp", "card-wlrn", "card-caracas"]
    assert "that is the limit" in sent[-1]["says"]


@pytest.mark.parametrize(
    ("item", "act", "value"),
    [("card-x", "open", True), ("card-copy", "open", 7), ("card-copy", "kind", True)],
)
def test_what_is_no_choice_is_refused(cards, sent, item, act, value):
    """Nothing else is saved among the answers."""
    hear(cards, type="answers", answers=[{"id": "a", "item": item, "act": act, "value": value}])
    assert sent[-1]["type"] == "refused"
    assert cards.progress.records() == []


def test_the_order_is_kept_in_another_kernel(cards):
    """What was opened, in which order, and the comparison are on disk."""
    choose(cards, "card-wlrn", "card-copy")
    hear(cards, type="compare")
    again = reopened(cards)
    assert again.steps == ["card-wlrn", "card-copy"]
    assert again.comparison == cards.comparison


def test_comparing_explains_every_card(cards):
    """Those left closed as well, with the learner's own order beside the rest."""
    choose(cards, "card-wlrn", "card-nbc-text")
    assert cards.comparison == {}
    hear(cards, type="compare")
    rows = {row["id"]: row for row in cards.comparison["rows"]}
    assert len(rows) == 13
    assert all(row["cue"] and (row.get("here") or row.get("next")) for row in rows.values())
    assert (rows["card-wlrn"]["number"], rows["card-nbc-text"]["number"]) == (1, 2)


def test_a_good_choice_and_a_poor_one_each_get_their_sentence(cards):
    """The learner hears in counts what the choice was worth, and what would have been enough."""
    choose(cards, "card-substack", "card-reuters-title")
    hear(cards, type="compare")
    assert "0 of them help" in cards.comparison["summary"][0]
    assert "would have been enough" in cards.comparison["summary"][1]
    hear(cards, type="again")
    choose(cards, "card-nbc-text", "card-wlrn")
    hear(cards, type="compare")
    assert "serves the question well" in cards.comparison["summary"][1]
    assert "In your first round you opened: JD Rucker’s Substack" in (
        cards.comparison["summary"][2].replace("'", "’")
    )


def test_nothing_is_compared_before_something_is_opened(cards):
    """An empty choice gives nothing away."""
    hear(cards, type="compare")
    assert cards.comparison == {}


def test_without_a_key_the_cards_open_and_nothing_is_said(home, sent):
    """A class may get the kit without its keys: choices are collected."""
    widget = Lookup(load_case("liberty-daily"), None)
    choose(widget, "card-copy")
    assert widget.opened[0].keys() == {"id", "number", "words", "seen"}
    hear(widget, type="compare")
    assert widget.comparison == {}


def test_a_case_without_cards_gives_a_sentence(home):
    """A notebook that names the wrong case says so in place of a widget."""
    assert "no look-up cards in library-roof" in repr(lookup("library-roof"))


def test_records_that_make_no_sense_are_left_out():
    """A card opened twice counts once; an edited file does not break a lesson."""
    opened = CardAnswers()
    for item, act, value in [("a", "open", True), ("a", "open", True), ("b", "open", "x")]:
        opened.take(item, act, value)
    assert opened.steps == ["a"]


def test_the_drawing_waits_for_the_comparison(home):
    """Before that there is a sentence in its place."""
    figure = chain_figure(judge("liberty-daily", "chain"))
    assert "appears here" in figure.outputs[0]["data"]["text/plain"]
