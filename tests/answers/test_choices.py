"""What replaying answers promises: the last one counts, the first is remembered, nonsense is not."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.answers.choices import Answers
from helpers.answers.replay import replay
from helpers.case.vocabulary import KINDS, SURENESS


def given_in_order(*records):
    """Replay (item, act, value) in this order."""
    said = (SimpleNamespace(item=i, act=a, value=v) for i, a, v in records)
    return replay(said, Answers())


def kept(answers, act):
    """The answers of one act, by item."""
    return {"kind": answers.chosen, "sure": answers.sure, "words": answers.words}[act]


def test_nothing_answered_is_nothing():
    """A new learner starts blank."""
    assert given_in_order() == Answers()


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [("kind", "opinion", "quotation"), ("sure", "guess", "sure"), ("words", [[1, 2]], [[3, 4]])],
)
def test_a_later_answer_counts(act, before, after):
    """Changing one's mind is allowed, at every pass."""
    once = given_in_order(("s1", act, after))
    assert given_in_order(("s1", act, before), ("s1", act, after)) == once
    assert kept(once, act)


@pytest.mark.parametrize(
    ("act", "value"), [("kind", "opinion"), ("sure", "guess"), ("words", [[1, 2]])]
)
def test_none_clears_an_answer(act, value):
    """A cleared label is as if it had not been given; clearing nothing is no fault."""
    assert kept(given_in_order(("s1", act, value), ("s1", act, None)), act) == {}
    assert kept(given_in_order(("s1", act, None)), act) == {}


def test_no_words_chosen_clears_the_words():
    """Taking the last mark away leaves no empty entry behind."""
    assert given_in_order(("s1", "words", [[1, 2]]), ("s1", "words", [])).words == {}


def test_sentences_and_passes_do_not_mix():
    """An answer changes its own sentence and its own pass only."""
    answers = given_in_order(
        ("s1", "kind", "opinion"), ("s2", "kind", "quotation"), ("s1", "sure", "sure")
    )
    assert answers.chosen == {"s1": "opinion", "s2": "quotation"}
    assert answers.sure == {"s1": "sure"}


def test_first_answers_are_those_that_stood_at_the_first_comparison():
    """What counts as first is what the learner had decided, not what was touched on the way."""
    answers = given_in_order(
        ("s1", "kind", "opinion"),
        ("s1", "kind", "quotation"),
        ("article", "compare", ["s1", "s2"]),
    )
    assert answers.first == {"s1": "quotation"}
    assert answers.comparing == ("s1", "s2")


def test_trying_again_keeps_the_first_answers():
    """After the key has been seen, a new label is no first answer."""
    answers = given_in_order(
        ("s1", "kind", "opinion"),
        ("article", "compare", ["s1"]),
        ("article", "compare", []),
        ("s1", "kind", "quotation"),
        ("s2", "kind", "attributed"),
        ("article", "compare", ["s1", "s2"]),
    )
    assert answers.first == {"s1": "opinion", "s2": "attributed"}
    assert answers.chosen == {"s1": "quotation", "s2": "attributed"}


def test_clearing_a_label_after_comparing_keeps_the_first_answer():
    """A first answer is history; it cannot be taken back."""
    answers = given_in_order(
        ("s1", "kind", "opinion"), ("article", "compare", ["s1"]), ("s1", "kind", None)
    )
    assert (answers.first, answers.chosen) == ({"s1": "opinion"}, {})


def test_putting_the_comparison_away_closes_it():
    """An empty comparison is one that is not open."""
    open_then_closed = [("article", "compare", ["s1"]), ("article", "compare", [])]
    assert given_in_order(*open_then_closed[:1]).comparing == ("s1",)
    assert given_in_order(*open_then_closed).comparing == ()


def test_the_answers_to_a_question_set_do_not_mix_with_the_labels():
    """Each set has its own options and its own comparison, in the same file of answers."""
    records = [
        *(("s1", "kind", "opinion"), ("s1", "sources", "named"), ("s2", "sources", "opinion")),
        *(("article", "compare", ["s1"]), ("sources", "compare", ["s1", "s2"])),
    ]
    blank = Answers(act="sources", scope="sources", allowed=("named", "vague"))
    answers = replay([SimpleNamespace(item=i, act=a, value=v) for i, a, v in records], blank)
    assert answers.chosen == answers.first == {"s1": "named"}
    assert answers.comparing == ("s1", "s2")
    assert given_in_order(*records).first == {"s1": "opinion"}


@pytest.mark.parametrize(
    ("act", "value"),
    [
        *(("kind", value) for value in ("verdict", 1, True, ["opinion"], {"opinion": 1}, "")),
        *(("sure", value) for value in ("certain", 1.5, [], "opinion")),
        *(("words", value) for value in ("1-2", {"a": 1}, [[2, 1]], [[1, 1]], [[-1, 2]], [[1]])),
        *(("words", value) for value in ([[True, 2]], [["1", "2"]], [[1.0, 2.0]], [None], [[]])),
        *(("route", value) for value in (None, 1, ["short"])),
        *(("compare", value) for value in (None, "s1", 7, [["s1"]], [1, None])),
        ("first", {"s1": "opinion"}),
        ("comparing", ["s1"]),
        ("__class__", "x"),
    ],
)
def test_what_makes_no_sense_is_left_out(act, value):
    """An edited file cannot bring in a label that does not exist, or a stretch that is none."""
    assert given_in_order(("s1", act, value)) == Answers()


def test_of_several_stretches_the_sound_ones_stay():
    """One bad pair does not cost the learner the others."""
    assert given_in_order(("s1", "words", [[1, 2], "x", [5, 9]])).words == {"s1": ((1, 2), (5, 9))}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
ACTS = st.sampled_from(["kind", "sure", "words", "route", "compare", "name", "x"])


@given(st.lists(st.tuples(st.sampled_from(["s1", "s2", "article"]), ACTS, JSON), max_size=12))
def test_no_file_of_answers_stops_a_lesson(records):
    """Whatever values stand in a file, replaying gives answers that the widgets can show."""
    answers = given_in_order(*records)
    assert set(answers.chosen.values()) | set(answers.first.values()) <= set(KINDS)
    assert set(answers.sure.values()) <= set(SURENESS)
    assert all(0 <= start < end for marks in answers.words.values() for start, end in marks)
    assert all(isinstance(name, str) for name in (answers.route, *answers.comparing))
