"""What `helpers.assertions.sourcing` promises: kinds, spans, and never a crash."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.assertions import Sourcing, sourcing
from helpers.assertions import lists as word_lists
from helpers.assertions.kinds import RULES, Phrase, Setting, is_noun_phrase
from helpers.assertions.lists import noun
from helpers.assertions.observed import PATTERNS
from helpers.text.words import tokenize

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "data" / "assertions"
KINDS = {
    "named-person",
    "named-organisation-or-document",
    "anonymous",
    "vague",
    "observed",
    "none",
}


class Labelled(NamedTuple):
    """One line of a data file: `kind | sentence with [source] and {cue} | context`."""

    kind: str
    sentence: str
    source: str | None
    cue: str | None
    context: str | None


def _between(sentence: str, opening: str, closing: str) -> str | None:
    found = re.search(rf"\{opening}(.*?)\{closing}", sentence)
    return re.sub(r"[\[\]{}]", "", found[1]) if found else None


def _read(name: str) -> list[Labelled]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [
        Labelled(
            kind,
            re.sub(r"[\[\]{}]", "", marked),
            _between(marked, "[", "]"),
            _between(marked, "{", "}"),
            context[0] if context else None,
        )
        for kind, marked, *context in rows
    ]


SENTENCES = _read("sentences.txt")
NEGATIVE = _read("negative.txt")
KNOWN_FAILURES = _read("known-failures.txt")


def _words(sentence: str, span: tuple[int, int] | None) -> str | None:
    return sentence[slice(*span)] if span else None


def _check(row: Labelled) -> None:
    found = sourcing(row.sentence, row.context)
    assert found.kind == row.kind
    if row.source:
        assert _words(row.sentence, found.source) == row.source
    if row.cue:
        assert _words(row.sentence, found.cue).startswith(row.cue)


@pytest.mark.labelled
@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row.sentence[:60])
def test_each_labelled_sentence_gets_its_kind(row):
    """Every sentence that the project labelled is sorted as its label says."""
    _check(row)


@pytest.mark.labelled
@pytest.mark.parametrize("row", NEGATIVE, ids=lambda row: row.sentence[:60])
def test_what_looks_like_another_kind_is_not_taken_for_it(row):
    """A name in what was said, a word in quotation marks or an everyday "per" misleads nobody."""
    _check(row)


@pytest.mark.xfail(strict=True, reason="known to be wrong; see the file")
@pytest.mark.parametrize("row", KNOWN_FAILURES, ids=lambda row: row.sentence[:60])
def test_known_failures_still_fail(row):
    """What the lists get wrong is written down, and a repair does not go unnoticed."""
    _check(row)


@pytest.mark.labelled
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_example_and_leaves_its_counterexample(rule):
    """Every rule for nouns shows what it is for, and what looks like it and is not."""
    if rule.example:
        sources = sourcing(f"Yesterday {rule.example} told us that the road was shut.")
        kind = rule.kind if isinstance(rule.kind, str) else "anonymous"
        assert sources.kind == kind
    first = next(one for one in RULES if one.applies(_phrase(rule.counterexample)))
    assert first is not rule
    assert not rule.applies(_phrase(rule.counterexample))


@pytest.mark.labelled
@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row[0])
def test_each_pattern_of_what_was_seen_reads_its_example(row):
    """What the reporter saw is told from what somebody else did, or thought."""
    *_, example, counterexample = row
    assert sourcing(example).kind == "observed"
    assert sourcing(counterexample).kind != "observed"


def _phrase(words: str) -> Phrase:
    tokens = tokenize(words)
    head = next(at for at in range(len(tokens), 0, -1) if is_noun_phrase(tokens[:at]))
    return Phrase(noun(tokens[head - 1].low), tokens[:head], tokens[head:], Setting())


def test_the_data_cover_every_kind():
    """No kind is promised without a good handful of sentences behind it."""
    counts = Counter(row.kind for row in SENTENCES)
    assert set(counts) == KINDS
    assert min(counts.values()) >= 12
    assert len({row.sentence for row in SENTENCES + NEGATIVE + KNOWN_FAILURES}) >= 250


CASE = {
    "Reports indicate that the Trump administration": "vague",
    "According to sources familiar with the matter": "anonymous",
    "During his address to the United Nations": "named-person",
    "President Trump linked": "named-person",
    "Tren de Aragua, in particular": "named-organisation-or-document",
    "While the president has not yet given": "none",
    "This connection implies": "none",
    "The administration’s actions have escalated": "none",
    "In August, Trump issued": "none",
    "Since then, U.S. forces have sunk": "none",
    "These incidents mark a shift": "none",
    "Further intensifying the pressure": "none",
    "Venezuela’s response has included": "none",
    "As the drug crisis continues": "none",
}


def _first_case_sentence(start: str) -> str:
    text = (ROOT / "seeds" / "liberty-daily" / "article.txt").read_text(encoding="utf-8")
    at = text.index(start)
    return re.match(r"(?s).*?[.”](?=\s|$)(?<!U\.S\.)", text[at:])[0]


@pytest.mark.parametrize("start", CASE, ids=lambda start: start[:40])
def test_the_first_case_is_sourced_as_its_rubric_says(start):
    """The ladder that learners see for the first article agrees with its key."""
    assert sourcing(_first_case_sentence(start)).kind == CASE[start]


def test_a_pronoun_takes_the_kind_of_the_person_before_it():
    """“He said” after an unnamed official is still an unnamed official."""
    after = "He said the convoy had turned back."
    assert sourcing(after, "Dr Lena Moss runs the clinic. “We wait,” Moss said.").kind == (
        "named-person"
    )
    assert sourcing(after, "A senior official spoke on Friday. One official said so.").kind == (
        "anonymous"
    )


def test_a_sentence_inside_an_open_quotation_has_no_source_of_its_own():
    """What a speaker says that officials said is the speaker's, even sentences later."""
    before = "Moss said: “We waited for hours."
    assert sourcing("Officials said nothing.", before).kind == "none"
    assert sourcing("Officials said nothing.", before + "”").kind == "anonymous"


def test_a_name_on_record_is_not_hidden_by_a_nameless_colleague():
    """Asking not to be named makes an unnamed spokesman anonymous, and nobody else."""
    nameless = "A ministry spokesman, who asked not to be named, said the minister was ill."
    named = "Ana Lima, who asked that her children not be named, said the minister was ill."
    assert sourcing(nameless).kind == "anonymous"
    assert sourcing(named).kind == "named-person"


def test_nothing_gives_none():
    """An empty sentence is a sentence without a source."""
    assert sourcing("") == Sourcing("none", None, None)
    assert sourcing("   \n ", "") == Sourcing("none", None, None)


PIECES = sorted(
    {w for lists in vars(word_lists).values() if isinstance(lists, frozenset) for w in lists}
)
MARKS = [*"“”\"'‘’,.;:—–-()[]… \n", "''", "😀", "\ud800", "e\u0301", "Maria", "U.S.", "5"]


@given(
    st.lists(st.sampled_from(PIECES) | st.sampled_from(MARKS), max_size=25),
    st.sampled_from([" ", "", " , "]),
    st.none() | st.text(max_size=40),
)
def test_no_mixture_of_cue_words_and_marks_raises(pieces, between, context):
    """A learner may paste anything; the answer is a kind, with spans that lie in the sentence."""
    sentence = between.join(pieces)
    _in_bounds(sentence, sourcing(sentence, context))


@given(st.text(), st.none() | st.text())
def test_no_text_at_all_raises(sentence, context):
    """Any string in any script is answered."""
    _in_bounds(sentence, sourcing(sentence, context))


def _in_bounds(sentence: str, found: Sourcing) -> None:
    assert found.kind in KINDS
    for span in (found.source, found.cue):
        assert span is None or 0 <= span[0] < span[1] <= len(sentence)
    assert (found.kind == "none") == (found.cue is None)


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row.sentence[:60])
def test_curly_and_straight_marks_read_alike(row):
    """A page that straightened its quotation marks loses no source."""
    straight = row.sentence.replace("“", '"').replace("”", '"').replace("’", "'")
    assert sourcing(straight, row.context).kind == row.kind


def test_the_ladder_stands_alone():
    """The sourcing ladder runs anywhere: its own modules, the standard library and nothing else."""
    code = (
        "import sys, helpers.assertions as a; from pathlib import Path;"
        f"assert Path(a.__file__).is_relative_to({str(ROOT)!r});"
        "kit = {m for m in sys.modules if m.startswith('helpers.')};"
        "assert all(m.startswith(('helpers.assertions', 'helpers.text', 'helpers.attribution')) for m in kit), kit;"
        "assert not {'pandas', 'regex', 'syntok', 'yaml'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
