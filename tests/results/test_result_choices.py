"""What comparing promises: fair counts, and nothing charged where careful readers differ."""

import pytest
from packs import ARTICLE, Pack

from helpers.answers.choices import Answers
from helpers.case import load_case, load_key
from helpers.case.vocabulary import KINDS
from helpers.results.choices import compare, compare_words, judgement_counts, word_stretches
from helpers.views.comparison import summary_sentences, words_sentences


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
    assert [row.sentence.id for row in rows] == ["s1", "s3"]


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


def expert(key, name):
    """Labels as the key does."""
    return key.sentences[name].kind


def second_reader(key, name):
    """Takes the other reading wherever there is one."""
    return key.sentences[name].second or key.sentences[name].kind


LEARNERS = [
    (expert, (7, 7, 11, 0, 5, 23, 23)),
    (second_reader, (7, 7, 11, 0, 5, 23, 23)),
    (lambda key, name: "opinion", (7, 7, 11, 11, 5, 5, 23)),
    (lambda key, name: "unattributed", (7, 0, 11, 0, 5, 13, 23)),
]


def learner_rows(liberty, learner, items=None):
    """What a scripted learner gets to see."""
    case, key = liberty
    items = items or list(case.by_id)
    return compare(case, key, Answers(chosen={name: learner(key, name) for name in items}), items)


@pytest.mark.parametrize(
    ("learner", "expected"), LEARNERS, ids=["expert", "second", "flags-all", "flags-none"]
)
def test_scripted_learners_get_their_plain_counts(liberty, learner, expected):
    """Skill and suspicion are counted apart; contested sentences cost nothing either way."""
    counts = judgement_counts(learner_rows(liberty, learner))
    assert (
        *(counts.judgement, counts.caught, counts.reporting, counts.taken),
        *(counts.either, counts.agreed, counts.total),
    ) == expected


def test_the_expert_on_the_short_route(liberty):
    """Eight sentences: three judge, five report, none is on both sides."""
    route = liberty[0].route("short").sentences
    counts = judgement_counts(learner_rows(liberty, expert, route))
    assert (counts.judgement, counts.reporting, counts.either, counts.agreed) == (3, 5, 0, 8)


@pytest.mark.parametrize("name", ["s3", "s4", "s9", "s17", "s20"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_with_readings_on_both_sides_is_in_neither_count(liberty, name, kind):
    """Whatever label it gets, it is no catch and no false alarm."""
    counts = judgement_counts(learner_rows(liberty, lambda key, item: kind, [name]))
    assert (counts.judgement, counts.reporting, counts.either) == (0, 0, 1)


SUMMARIES = [
    (expert, "caught 7 of 7", "took 0 of 11", "accepts in 23 of 23", ""),
    (LEARNERS[2][0], "caught 7 of 7", "took 11 of 11", "accepts in 5 of 23", "every sentence"),
    (LEARNERS[3][0], "caught 0 of 7", "took 0 of 11", "accepts in 13 of 23", "no sentence as"),
]


@pytest.mark.parametrize(
    ("learner", "caught", "taken", "agreed", "pattern"),
    SUMMARIES,
    ids=["expert", "flags-all", "flags-none"],
)
def test_the_summary_tells_the_counts_in_sentences(
    liberty, learner, caught, taken, agreed, pattern
):
    """Plain counts, never a percentage alone; flagging everything, or nothing, is named as such."""
    rows = learner_rows(liberty, learner)
    says = summary_sentences(judgement_counts(rows))
    assert caught in says[0]
    assert taken in says[1]
    assert "5 more can be read either way" in says[2]
    assert agreed in says[-1]
    assert len(says) == (5 if pattern else 4)
    assert pattern in says[3]
    assert "%" not in "".join(says)


def test_the_summary_tells_how_many_labels_have_changed(footbridge):
    """A second try is seen as a second try."""
    answers = Answers(chosen={"s1": "attributed", "s2": "opinion"}, first={"s1": "opinion"})
    rows = compare(*footbridge, answers, ["s1", "s2"])
    assert "changed 1 label." in summary_sentences(judgement_counts(rows))[-1]


def test_where_one_side_is_missing_no_pattern_is_claimed(footbridge):
    """One judged sentence, rightly labelled, is no habit of flagging everything."""
    rows = compare(*footbridge, Answers(chosen={"s2": "opinion"}), ["s2"])
    says = " ".join(summary_sentences(judgement_counts(rows)))
    assert "None of the sentences you labelled only reports" in says
    assert "every sentence as judgement" not in says


def test_the_words_in_plain_counts(footbridge):
    """Clear words of the writer's are counted; the rest is told, and costs nothing."""
    compared = {
        "s2": compare_words(*footbridge, marking("s2", "proud and", "thing"), "s2"),
        "s4": compare_words(*footbridge, marking("s4", "tempt"), "s4"),
    }
    says = words_sentences(compared)
    assert "you marked 1 of 1" in says[0]
    assert "1 of your marks is arguable" in says[1]
    assert "1 of your marks is on a word that the key reads as plain" in says[2]
    assert words_sentences({}) == []
