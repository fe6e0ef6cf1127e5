"""The twin against the real article, sentence by sentence: equal in what a reader could trip over.

Every test prints both columns, so that a difference shows what has to be matched again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from fractions import Fraction

from helpers.case import Case, Key, load_case, load_key
from helpers.results.quotations import trace_in

REAL, TWIN = "liberty-daily", "harbour-order"
PARTNERS = {
    **{f"s{n}": f"s{n}" for n in (0, 1, 2, 3, 20, 21, 22)},
    "s4": "s11",
    "s5": "s12",
    "s6": "s8",
    "s7": "s9",
    "s8": "s10",
    "s9": "s13",
    "s10": "s14",
    "s11": "s15",
    "s12": "s16",
    "s13": "s17",
    "s14": "s18",
    "s15": "s19",
    "s16": "s4",
    "s17": "s5",
    "s18": "s6",
    "s19": "s7",
}
"""The twin's sentence that does the same work as one of the real article's, by the latter's id."""

SIDES = {
    REAL: {"q1": "the article", "q5": "the speaker's office", "q6": "others", "q7": "others"},
    TWIN: {"q1": "the article", "q7": "the speaker's office", "q4": "others", "q5": "others"},
}
"""Whose page it is, for the quotations whose words or sense were changed."""


def case_and_key(name: str) -> tuple[Case, Key]:
    """Return a case of the kit and its key."""
    case = load_case(name)
    return case, load_key(case)


def both(title: str, real: Mapping[Hashable, object], twin: Mapping[Hashable, object]) -> None:
    """Print two columns and require that they are the same."""
    print(f"\n{title:44} {'real':>16} {'twin':>16}")
    for name in sorted({*real, *twin}, key=str):
        print(f"{name!s:44} {real.get(name, 0)!s:>16} {twin.get(name, 0)!s:>16}")
    assert real == twin


def side_of(key: Key, sentence: str) -> str:
    """Say on which side of the line between reporting and judging a sentence stands."""
    judges = key.sentences[sentence].judges
    return "can be read either way" if judges is None else "judges" if judges else "reports"


def loaded_words(name: str) -> Counter[tuple[str, str, str]]:
    """Count loaded words by whose they are, their weight, and what the sentence does."""
    _, key = case_and_key(name)
    return Counter((word.voice, word.weight, side_of(key, word.sentence)) for word in key.loaded)


def verdicts(name: str, route: str) -> Counter[str]:
    """Count the verdicts on the claims of one route."""
    case, key = case_and_key(name)
    return Counter(key.claims[one].verdict for one in case.ledger.routes[route].sentences)


def test_every_sentence_has_a_partner():
    """Twenty-three sentences on either side, none used twice."""
    assert set(PARTNERS) == set(load_case(REAL).by_id)
    assert set(PARTNERS.values()) == set(load_case(TWIN).by_id)


def test_partners_have_the_same_label_and_the_same_second_reading():
    """So that neither text is easier to call reporting than the other."""
    (_, real), (_, twin) = case_and_key(REAL), case_and_key(TWIN)
    labels = {one: (key.kind, key.second) for one, key in real.sentences.items()}
    partners = {one: twin.sentences[other] for one, other in PARTNERS.items()}
    both("label", labels, {one: (key.kind, key.second) for one, key in partners.items()})


def test_loaded_words_are_as_many_in_each_kind_of_sentence():
    """A dirtier text would be flagged more often by a reader who holds both to one measure."""
    both("whose, weight, the sentence", loaded_words(REAL), loaded_words(TWIN))
    assert not loaded_words(TWIN)["writer", "clear", "reports"]


def test_clear_words_are_as_many_in_each_sentence():
    """The totals could hide that one text has all of them where a beginner looks."""
    real, twin = (
        Counter(word.sentence for word in case_and_key(name)[1].loaded if word.weight == "clear")
        for name in (REAL, TWIN)
    )
    both("clear loaded words", real, {one: twin[PARTNERS[one]] for one in real})
    assert real.total() == twin.total()


def test_the_cut_does_the_same_to_both_speakers():
    """Two sentences joined, a warning lost: the speaker is made milder, and nobody is defamed."""
    shown = {}
    for name, end in ((REAL, "blow you out of existence"), (TWIN, "tow you away")):
        case, key = case_and_key(name)
        item = next(one for one in case.sets["quotes"].items if one.id == "q1")
        sources = [one for one in case.sources if one.id in item.shows]
        shown[name] = {
            "key": key.sets["quotes"]["q1"].accepted,
            "computer": trace_in(sources, item.passage).verdict,
            "a record has the warning": any(
                "be warned that" in one.text and end in one.text for one in sources
            ),
            "the article has it": "be warned" in case.text,
        }
    both("the cut", shown[REAL], shown[TWIN])


def test_as_many_on_each_side_change_words():
    """Whoever reads only one of the two must not learn that one camp distorts."""
    shown = {}
    for name, sides in SIDES.items():
        _, key = case_and_key(name)
        changed = {"altered", "spliced", "context-changed"}
        kinds = {one: item.kind for one, item in key.sets["quotes"].items()}
        assert {one for one, kind in kinds.items() if kind in changed} == set(sides)
        settled = [kind for kind in kinds.values() if kind != "cannot-tell"]
        shown[name] = {
            **Counter(sides.values()),
            "sound, of those settled": Fraction(len(settled) - len(sides), len(settled)),
        }
    both("who changes words", shown[REAL], shown[TWIN])


def test_lessons_two_and_four_agree_about_a_sentence_of_the_twin():
    """Where “no source given” counts in one, it counts in the other."""
    case, key = case_and_key(TWIN)
    for item in case.sets["sourcing"].items:
        answer = key.sets["sourcing"][item.id]
        if "unattributed" in key.sentences[item.sentence].accepted:
            assert "none" in answer.accepted, item.id


def test_verdicts_are_spread_alike():
    """Over all claims that were chosen, and over the short ledger."""
    for route in ("whole", "short"):
        both(f"verdicts, {route}", verdicts(REAL, route), verdicts(TWIN, route))
