"""What a comparison shows: plain counts in sentences, skill and suspicion apart."""

from __future__ import annotations

import pytest
from learners import expert, learner_rows
from packs import ARTICLE, Pack

from helpers.answers.choices import Answers
from helpers.case import load_case, load_key
from helpers.results.choices import compare, compare_words, judgement_counts
from helpers.views.comparison import summary_sentences, words_sentences


@pytest.fixture
def footbridge(tmp_path):
    """The small case and its key."""
    case = load_case(Pack().write(tmp_path / "mine"))
    return case, load_key(case)


def marking(item, *words):
    """Answers in which these words of the small article are marked."""
    places = tuple((ARTICLE.index(word), ARTICLE.index(word) + len(word)) for word in words)
    return Answers(words={item: places})


SUMMARIES = [
    (expert, "caught 7 of 7", "took 0 of 7", "exact label in 23 of 23", ""),
    (
        lambda key, name: "opinion",
        "caught 7 of 7",
        "took 7 of 7",
        "exact label in 4 of 23",
        "every sentence",
    ),
    (
        lambda key, name: "unattributed",
        "caught 0 of 7",
        "took 0 of 7",
        "exact label in 12 of 23",
        "no sentence as",
    ),
]


@pytest.mark.parametrize(
    ("learner", "caught", "taken", "agreed", "pattern"),
    SUMMARIES,
    ids=["expert", "flags-all", "flags-none"],
)
def test_the_summary_tells_the_counts_in_sentences(learner, caught, taken, agreed, pattern):
    """Plain counts, never a percentage alone; flagging everything, or nothing, is named as such."""
    rows = learner_rows(learner)
    says = summary_sentences(judgement_counts(rows))
    assert agreed in says[0]
    assert caught in says[1]
    assert taken in says[2]
    assert "9 more can be read either way" in says[3]
    assert len(says) == (5 if pattern else 4)
    assert pattern in says[-1]
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
    assert "none of the sentences that you labelled only reports" in says
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
