"""What `helpers.scoring` promises: suspicion earns nothing, and small sets are called small."""

import random
from itertools import pairwise
from statistics import mean

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.scoring import (
    BANDS,
    Judgement,
    agreement,
    brier,
    calibration,
    discernment,
    midpoint,
)


def _set(hits, weak, false_alarms, sound):
    flagged = [True] * hits + [False] * (weak - hits)
    wrongly = [True] * false_alarms + [False] * (sound - false_alarms)
    rows = [(True, f) for f in flagged] + [(False, f) for f in wrongly]
    return [Judgement(f"i{n}", signal, flag) for n, (signal, flag) in enumerate(rows)]


def _coin(seed, weak=20, sound=20):
    toss = random.Random(seed)
    return [Judgement(f"i{n}", n < weak, toss.random() < 0.5, 0.5) for n in range(weak + sound)]


def _learner(said, truths):
    """A learner who gives `said(truth)` for every claim."""
    return [
        Judgement(f"c{n}", truth, said(truth) > 0.5, said(truth)) for n, truth in enumerate(truths)
    ]


# --- The scripted learners ---


def test_the_expert_hears_counts_and_no_warning():
    """Who tells weak from sound is told so in counts, with a d′ well clear of 0."""
    result = discernment(_set(19, 20, 1, 20))
    assert (
        result.sentence
        == "You caught 19 of 20 weak passages and wrongly flagged 1 of 20 sound ones."
    )
    assert result.d_prime > 2.5
    assert result.interval[0] > 1
    assert result.criterion == pytest.approx(0)


def test_flagging_everything_is_named_for_what_it_is():
    """Catching every weak passage is not praised when every sound one was flagged too."""
    result = discernment(_set(20, 20, 20, 20))
    assert "You caught 20 of 20 weak passages and wrongly flagged 20 of 20" in result.sentence
    assert "does not tell weak from sound" in result.sentence
    assert result.d_prime == pytest.approx(0)
    assert result.criterion < -1


def test_flagging_nothing_is_named_for_what_it_is():
    """Nor is never being wrong about a sound passage, when nothing was ever flagged."""
    result = discernment(_set(0, 20, 0, 20))
    assert "Flagging nothing" in result.sentence
    assert "does not tell weak from sound" in result.sentence
    assert result.d_prime == pytest.approx(0)
    assert result.criterion > 1


@pytest.mark.parametrize(("weak", "sound"), [(20, 20), (30, 12), (12, 30)])
def test_flagging_everything_does_not_beat_a_coin(weak, sound):
    """In expectation suspicion is worth no more than chance, however the set is made up."""
    coins = mean(discernment(_coin(seed, weak, sound)).d_prime for seed in range(400))
    everything = discernment(_set(weak, weak, sound, sound)).d_prime
    assert coins == pytest.approx(0, abs=0.1)
    assert everything == pytest.approx(0)
    assert everything <= coins + 0.1


def test_a_coin_is_nearly_always_told_that_it_may_be_luck():
    """A 95 % interval lets chance look like skill in about one set of twenty, not more."""
    sentences = [discernment(_coin(seed)).sentence for seed in range(300)]
    luck = [s for s in sentences if "tossing a coin" in s or "can still be luck" in s]
    assert len(luck) / len(sentences) > 0.9


def test_always_half_hears_that_it_never_helps():
    """Saying 50 % every time scores 0.25 and is told what is missing."""
    judged = _learner(lambda truth: 0.5, [True, False] * 25)
    assert brier(judged) == pytest.approx(0.25)
    assert "50 % every time" in calibration(judged).sentence


def test_always_sure_hears_that_it_was_too_sure():
    """Certainty that is right six times in ten costs more than admitting doubt."""
    toss = random.Random(4)
    truths = [toss.random() < 0.6 for _ in range(60)]
    judged = _learner(lambda truth: 0.97, truths)
    assert brier(judged) > 0.25
    assert "surer than you were right" in calibration(judged).sentence


def test_an_honest_forecaster_is_told_that_sure_and_right_go_together():
    """Who says 70 % and is right seven times in ten hears no reproach."""
    judged = _learner(lambda truth: 0.675, ([True] * 7 + [False] * 3) * 10)
    assert "went together" in calibration(judged).sentence


def test_a_timid_expert_is_told_to_dare_more():
    """Always right and never more than 60 % sure is also a mismatch."""
    judged = _learner(lambda truth: 0.6 if truth else 0.4, [True, False] * 30)
    assert "more often than you dared" in calibration(judged).sentence


# --- Small sets, empty sets ---


def test_the_teaching_example_is_told_word_for_word():
    """The sentence that the teaching rules quote is the sentence that comes out."""
    result = discernment(_set(7, 8, 5, 8))
    told = "You caught 7 of 8 weak passages and wrongly flagged 5 of 8 sound ones."
    assert result.sentence.startswith(told)
    assert "too few to tell" in result.sentence


@pytest.mark.parametrize(("weak", "sound"), [(11, 40), (40, 11), (11, 11)])
def test_under_twelve_of_either_kind_nothing_is_measured(weak, sound):
    """One learner's d′ on a handful of items is noise, so it is not shown."""
    result = discernment(_set(weak // 2, weak, 1, sound))
    assert (result.d_prime, result.criterion, result.interval) == (None, None, None)
    assert "too few to tell" in result.sentence


def test_twelve_of_each_is_measured():
    """The limit is the rule's own: twelve is enough."""
    result = discernment(_set(9, 12, 2, 12))
    assert result.d_prime > 1
    assert "too few" not in result.sentence


def test_a_class_may_be_pooled():
    """Put together, a class is measured and spoken of as a class."""
    result = discernment(_set(7, 8, 1, 8), pooled=True)
    assert result.d_prime > 1
    assert result.sentence.startswith("The class caught 7 of 8")
    assert "too few" not in result.sentence


def test_a_small_set_of_nothing_but_flags_is_told_both():
    """The pattern is plain even where the size is not enough."""
    sentence = discernment(_set(4, 4, 4, 4)).sentence
    assert "Flagging everything" in sentence
    assert "too few to tell" in sentence


@pytest.mark.parametrize("pooled", [False, True])
def test_one_kind_missing_is_no_error(pooled):
    """A set without weak passages, or without any, still gets a sentence."""
    assert "no weak passages" in discernment(_set(0, 0, 3, 9), pooled=pooled).sentence
    assert "no sound ones" in discernment(_set(3, 9, 0, 0), pooled=pooled).sentence
    assert discernment([], pooled=pooled).sentence == "There are no judgements yet."
    assert discernment(_set(0, 0, 3, 9), pooled=pooled).d_prime is None


def test_worse_than_chance_is_said_without_blame():
    """Who flags the sound and spares the weak is told what to look at, not called careless."""
    result = discernment(_set(2, 20, 18, 20))
    assert result.interval[1] < 0
    assert "flagged more than the weak" in result.sentence


# --- Measures ---

COUNTS = st.tuples(*[st.integers(0, 40)] * 4).filter(
    lambda c: c[0] + c[1] >= 12 and c[2] + c[3] >= 12
)


def _measured(counts):
    hits, misses, false_alarms, rejections = counts
    return discernment(_set(hits, hits + misses, false_alarms, false_alarms + rejections))


@given(COUNTS)
def test_calling_weak_sound_and_sound_weak_turns_d_prime_round(counts):
    """Swapping the two kinds changes the sign of d′ and nothing else about it."""
    hits, misses, false_alarms, rejections = counts
    there = _measured(counts)
    back = _measured((false_alarms, rejections, hits, misses))
    assert back.d_prime == pytest.approx(-there.d_prime)
    assert back.criterion == pytest.approx(there.criterion)


@given(COUNTS)
def test_flagging_exactly_what_was_spared_turns_both_round(counts):
    """A learner with every answer reversed has the opposite skill and the opposite readiness."""
    hits, misses, false_alarms, rejections = counts
    there = _measured(counts)
    back = _measured((misses, hits, rejections, false_alarms))
    assert back.d_prime == pytest.approx(-there.d_prime)
    assert back.criterion == pytest.approx(-there.criterion)


@given(COUNTS)
def test_the_interval_holds_d_prime(counts):
    """The estimate lies inside its own interval, which has some width."""
    result = _measured(counts)
    low, high = result.interval
    assert low < result.d_prime < high


@given(COUNTS)
def test_one_more_hit_never_lowers_d_prime(counts):
    """Catching a weak passage that was missed can only help."""
    hits, misses, false_alarms, rejections = counts
    assume(misses)
    better = _measured((hits + 1, misses - 1, false_alarms, rejections))
    assert better.d_prime > _measured(counts).d_prime


def test_d_prime_by_hand():
    """Rates 15.5/21 and 5.5/21 give z of 0.637 and -0.637."""
    result = discernment(_set(15, 20, 5, 20))
    assert result.d_prime == pytest.approx(1.274, abs=0.002)
    assert result.criterion == pytest.approx(0)


# --- Estimates ---


def test_bands_are_the_seven_of_the_directive():
    """The bands meet, cover 1 to 99 %, and their middles are what the Brier score may use."""
    assert len(BANDS) == 7
    assert (BANDS[0][0], BANDS[-1][1]) == (0.01, 0.99)
    assert all(a[1] == b[0] for a, b in pairwise(BANDS))
    assert midpoint(0.5) == pytest.approx(0.5)
    assert midpoint(0.7) == pytest.approx(0.675)
    assert midpoint(0) == pytest.approx(0.03)
    assert midpoint(1) == pytest.approx(0.97)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_brier_stays_between_perfect_and_worst(pairs):
    """Whatever is said, the score lies between 0 and 1, and turning both round changes nothing."""
    judged = [Judgement(str(n), t, False, p) for n, (p, t) in enumerate(pairs)]
    turned = [Judgement(str(n), not t, False, 1 - p) for n, (p, t) in enumerate(pairs)]
    assert 0 <= brier(judged) <= 1
    assert brier(turned) == pytest.approx(brier(judged))


@given(st.floats(0.05, 0.95), st.floats(0, 1))
def test_honesty_pays(chance, said):
    """In expectation no other number scores better than the chance one believes in."""
    expected = chance * (1 - said) ** 2 + (1 - chance) * said**2
    honest = chance * (1 - chance) ** 2 + (1 - chance) * chance**2
    assert honest <= expected + 1e-12


def test_brier_by_hand_and_without_estimates():
    """0.9 said of what was so and 0.2 of what was not: (0.01 + 0.04) / 2."""
    judged = [
        Judgement("a", True, True, 0.9),
        Judgement("b", False, False, 0.2),
        Judgement("c", True, True),
    ]
    assert brier(judged) == pytest.approx(0.025)
    assert brier([Judgement("c", True, True)]) is None


@pytest.mark.parametrize("wrong", [-0.1, 1.1, 70, float("nan")])
def test_an_impossible_probability_is_explained(wrong):
    """70 instead of 0.7 is met with a sentence that says what a probability is."""
    with pytest.raises(ValueError, match=r"between 0 .* and 1"):
        brier([Judgement("a", True, True, wrong)])
    with pytest.raises(ValueError, match=r"between 0 .* and 1"):
        midpoint(wrong)


def test_calibration_says_how_many_are_missing():
    """Under forty estimates there is no chart, only the number still to make."""
    result = calibration(_learner(lambda truth: 0.7, [True] * 37))
    assert (result.rows, result.missing) == ((), 3)
    assert "3 more estimates" in result.sentence
    assert "1 more estimate is" in calibration(_learner(lambda t: 0.7, [True] * 39)).sentence
    assert calibration([], least=0).sentence == "There are no estimates yet."


def test_calibration_rows_count_every_estimate_once():
    """Each estimate falls in one band, and each row says what was said and what came true."""
    judged = [Judgement(str(n), n % 2 == 0, True, n / 50) for n in range(51)]
    rows = calibration(judged).rows
    assert [(r.low, r.high) for r in rows] == list(BANDS)
    assert sum(r.count for r in rows) == 51
    assert all(r.low <= r.said <= r.high for r in rows[1:-1])
    assert all(0 <= r.came_true <= 1 for r in rows)
    empty = calibration(_learner(lambda truth: 0.7, [True] * 40)).rows[0]
    assert (empty.count, empty.said, empty.came_true) == (0, None, None)


# --- Agreement ---

# Four observers and twelve units with missing values, and two observers and ten units: the
# reliability data that Krippendorff (2011) works through, with his alphas.
FOUR_OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
TWO_OBSERVERS = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]


@pytest.mark.parametrize(("table", "alpha"), [(FOUR_OBSERVERS, 0.743), (TWO_OBSERVERS, 0.095)])
def test_alpha_agrees_with_the_published_examples(table, alpha):
    """The worked examples come out to the three decimals in which they were printed."""
    units = list(zip(*table, strict=True))
    assert agreement(units) == pytest.approx(alpha, abs=0.0005)


def test_raters_may_be_named():
    """A table by rater gives what the bare labels give, whoever is missing."""
    named = [
        {f"r{n}": row[unit] for n, row in enumerate(FOUR_OBSERVERS) if row[unit] is not None}
        for unit in range(12)
    ]
    assert agreement(named) == pytest.approx(agreement(zip(*FOUR_OBSERVERS, strict=True)))


LABELS = st.lists(st.lists(st.sampled_from("abc") | st.none(), max_size=4), max_size=12)


@given(LABELS, st.randoms(use_true_random=False))
def test_alpha_ignores_order_and_names_of_labels(ratings, shuffler):
    """Neither the order of items and raters nor what the labels are called changes agreement."""
    pairable = {x for r in ratings if sum(v is not None for v in r) > 1 for x in r if x}
    assume(len(pairable) > 1)
    renamed = [[{"a": 1, "b": 2, "c": 3}.get(v) for v in unit] for unit in ratings]
    for unit in renamed:
        shuffler.shuffle(unit)
    shuffler.shuffle(renamed)
    alpha = agreement(ratings)
    assert agreement(renamed) == pytest.approx(alpha)
    assert alpha <= 1


def test_full_agreement_is_one_and_constant_discord_is_below_zero():
    """The ends of the scale mean what they say."""
    assert agreement([["a", "a"], ["b", "b"], ["c", "c"]]) == pytest.approx(1)
    assert agreement([["a", "b"], ["b", "a"]]) < 0


@pytest.mark.parametrize("nothing", [[], [["a"], ["b"]], [[None, "a"], [None]], [{}]])
def test_nothing_to_compare_is_explained(nothing):
    """With no item labelled twice, the error says what is needed."""
    with pytest.raises(ValueError, match="at least one item that two people labelled"):
        agreement(nothing)


def test_one_label_throughout_is_explained():
    """Everybody choosing the same label every time shows habit as well as agreement."""
    with pytest.raises(ValueError, match="at least two different labels"):
        agreement([["a", "a"], ["a", "a"]])
