"""Which pattern the differences have: two of a sort are a pattern, and none is never claimed."""

from helpers.answers.choices import Answers
from helpers.case import load_case, load_key
from helpers.case.vocabulary import KINDS
from helpers.results.choices import compare
from helpers.results.patterns import pattern
from helpers.views.patterns import kinds_meant, pattern_sentence

CASE = load_case("library-roof")
KEY = load_key(CASE)


def rows(**labels):
    """The sentences of the roof with the key's labels, but for these."""
    chosen = {name: one.kind for name, one in KEY.sentences.items()}
    return compare(CASE, KEY, Answers(chosen={**chosen, **labels}), tuple(chosen))


def wrong(name, *but):
    """A label that the key does not accept for a sentence, and none of these."""
    return next(kind for kind in KINDS if kind not in (*KEY.sentences[name].accepted, *but))


def test_one_difference_is_no_pattern():
    """Nor is none; each has a sentence of its own."""
    assert pattern(rows()).sort == "none"
    assert pattern(rows(s1=wrong("s1"))).sort == "one"
    told = [pattern_sentence(rows(**one), kinds_meant()) for one in ({}, {"s1": wrong("s1")})]
    assert "accepts all 6" in told[0]
    assert "no pattern" in told[1]


def test_the_same_confusion_twice_is_named_with_what_to_look_for():
    """Two reports called interpretations: how many of how many, and what the key's label means."""
    reports = [name for name, one in KEY.sentences.items() if one.accepted == ("attributed",)]
    assert len(reports) >= 2
    found = pattern(rows(**dict.fromkeys(reports[:2], "interpretation")))
    assert (found.sort, found.times, found.of) == ("pair", 2, len(reports))
    assert (found.mine, found.key) == ("interpretation", "attributed")
    says = pattern_sentence(rows(**dict.fromkeys(reports[:2], "interpretation")), kinds_meant())
    assert f"of the {len(reports)}" in says
    assert "“Report with a source” means:" in says


def test_one_label_missed_in_two_ways_is_a_pattern_of_the_keys():
    """What the key calls reports was taken for two other things."""
    one, other, *_ = (n for n, k in KEY.sentences.items() if k.accepted == ("attributed",))
    found = pattern(rows(**{one: "interpretation", other: "opinion"}))
    assert (found.sort, found.key, found.mine, found.times) == ("key", "attributed", "", 2)


def test_one_label_given_in_two_places_is_a_pattern_of_mine():
    """Two different labels of the key's, one of the learner's."""
    by_kind = {k.kind: n for n, k in KEY.sentences.items() if not k.second}
    one, other = [name for kind, name in by_kind.items() if kind != "quotation"][:2]
    found = pattern(rows(**{one: "quotation", other: "quotation"}))
    assert (found.sort, found.mine, found.key, found.times) == ("mine", "quotation", "", 2)


def test_differences_of_different_kinds_are_said_to_be_so():
    """No pattern is read into two slips that have nothing in common."""
    by_kind = {k.kind: n for n, k in KEY.sentences.items() if not k.second}
    one, other = list(by_kind.values())[:2]
    first = wrong(one)
    found = pattern(rows(**{one: first, other: wrong(other, first)}))
    assert (found.sort, found.differ) == ("mixed", 2)
    assert "No pattern" in pattern_sentence(
        rows(**{one: first, other: wrong(other, first)}), kinds_meant()
    )


def test_a_contested_sentence_is_no_difference():
    """Either reading counts, so neither makes a pattern."""
    case, key = load_case("liberty-daily"), load_key(load_case("liberty-daily"))
    contested = [name for name, one in key.sentences.items() if one.second]
    chosen = {name: key.sentences[name].second for name in contested}
    assert pattern(compare(case, key, Answers(chosen=chosen), contested)).sort == "none"
