"""What comparing promises: fair counts, and nothing charged where careful readers differ."""

import pytest
from learners import expert, learner_rows, second_reader
from packs import ARTICLE, Pack

from helpers.answers.choices import Answers
from helpers.case import load_case, load_key
from helpers.case.vocabulary import KINDS
from helpers.results.choices import compare, compare_words, judgement_counts, word_stretches
from helpers.views.comparison import words_sentences


@pytest.fixture
def footbridge(tmp_path):
    """The small case and its key."""
    case = load_case(Pack().write(tmp_path / "mine"))
    return case, load_key(case)


@pytest.fixture(scope="module")
def liberty():
    """The owner's article and its key."""
    case = load_case("liberty-daily")
    return case, load_key(case)


def marking(item, *words):
    """Answers in which these words of the small article are marked."""
    places = tuple((ARTICLE.index(word), ARTICLE.index(word) + len(word)) for word in words)
    return Answers(words={item: places})


# --- Kinds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "mine", "outcome"),
    [
        ("s2", "opinion", "same"),
        ("s2", "interpretation", "differs"),
        ("s4", "interpretation", "either"),
        ("s4", "unattributed", "either"),
        ("s4", "opinion", "differs"),
    ],
)
def test_the_outcome_of_a_sentence(footbridge, item, mine, outcome):
    """Both readings of a contested sentence count, and neither counts more."""
    (row,) = compare(*footbridge, Answers(chosen={item: mine}), [item])
    assert row.outcome == outcome


def test_a_row_brings_the_reasons_for_both_labels(footbridge):
    """The learner's own label is explained too, and not only the key's."""
    answers = Answers(chosen={"s2": "attributed"}, first={"s2": "opinion"}, sure={"s2": "guess"})
    (row,) = compare(*footbridge, answers, ["s2"])
    assert row.because_mine.cue == "Secret cue of s2 as attributed."
    assert row.because_key.cue == "Secret cue of s2 as opinion."
    assert (row.first, row.sure) == ("opinion", "guess")


def test_only_labelled_sentences_are_compared_and_in_the_articles_order(footbridge):
    """The key of a sentence without a label stays hidden, whatever is asked for."""
    answers = Answers(chosen={"s3": "quotation", "s1": "opinion", "s9": "opinion"})
    rows = compare(*footbridge, answers, ["s3", "s0", "s1", "s9", "nonsense"])
    assert [row.item.id for row in rows] == ["s1", "s3"]


# --- Loaded words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "caught"),
    [
        ("proud and daring", True),
        ("a proud and", True),
        ("and daring thing", True),
        ("It is a proud and daring thing", True),
        ("roud and", True),
        ("proud", False),
        ("thing", False),
    ],
)
def test_a_mark_that_is_one_word_off_still_counts(footbridge, marked, caught):
    """Where a phrase ends is a matter of taste; half of its words are enough."""
    found = compare_words(*footbridge, marking("s2", marked), "s2")
    assert [one.caught for one in found.words] == [caught]


def test_half_of_two_words_is_enough(liberty):
    """“threats” alone catches “empty threats”."""
    case, _ = liberty
    start = case.text.index("threats")
    found = compare_words(*liberty, Answers(words={"s12": ((start, start + 7),)}), "s12")
    assert [(one.word.anchor.exact, one.caught) for one in found.words] == [("empty threats", True)]


def test_marks_that_the_key_does_not_have_are_told_apart(footbridge):
    """A mark beside a loaded phrase is extra; one that touches it is not."""
    found = compare_words(*footbridge, marking("s2", "a proud", "thing"), "s2")
    assert [ARTICLE[start:end] for start, end in found.extra] == ["thing"]


@pytest.mark.parametrize(("item", "word"), [("s4", "tempt"), ("s3", "everyone")])
def test_arguable_words_and_speakers_words_never_count(footbridge, item, word):
    """A borderline word costs nothing either way, and a speaker's word is not the writer's."""
    for answers in (marking(item, word), Answers()):
        (one,) = compare_words(*footbridge, answers, item).words
        assert not one.counts
        says = words_sentences({item: compare_words(*footbridge, answers, item)})
        assert "you marked 0 of 0" in says[0]


def test_words_are_cut_as_a_reader_sees_them():
    """Abbreviations, sums of money and hyphens do not fall apart."""
    text = "The U.S. pays $50 for so-called regime’s 4,500 “jets”."
    words = [text[start:end] for start, end in word_stretches(text, 0, len(text))]
    assert words == ["The", "U.S", "pays", "$50", "for", "so-called", "regime’s", "4,500", "jets"]


# --- Counts --------------------------------------------------------------------------------------


LEARNERS = [
    (expert, (7, 7, 7, 0, 9, 23, 23)),
    (second_reader, (7, 7, 7, 0, 9, 23, 23)),
    (lambda key, name: "opinion", (7, 7, 7, 7, 9, 4, 23)),
    (lambda key, name: "unattributed", (7, 0, 7, 0, 9, 12, 23)),
]


@pytest.mark.parametrize(
    ("learner", "expected"), LEARNERS, ids=["expert", "second", "flags-all", "flags-none"]
)
def test_scripted_learners_get_their_plain_counts(learner, expected):
    """Skill and suspicion are counted apart; contested sentences cost nothing either way."""
    counts = judgement_counts(learner_rows(learner))
    assert (
        *(counts.judgement, counts.caught, counts.reporting, counts.taken),
        *(counts.either, counts.agreed, counts.total),
    ) == expected


def test_the_expert_on_the_short_route(liberty):
    """Eight sentences: three judge, four report, one is on both sides."""
    route = liberty[0].route("short").sentences
    counts = judgement_counts(learner_rows(expert, route))
    assert (counts.judgement, counts.reporting, counts.either, counts.agreed) == (3, 4, 1, 8)


@pytest.mark.parametrize("name", ["s3", "s4", "s7", "s9", "s11", "s16", "s17", "s18", "s20"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_with_readings_on_both_sides_is_in_neither_count(name, kind):
    """Whatever label it gets, it is no catch and no false alarm."""
    counts = judgement_counts(learner_rows(lambda key, item: kind, [name]))
    assert (counts.judgement, counts.reporting, counts.either) == (0, 0, 1)
