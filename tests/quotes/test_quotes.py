"""The quotation tools: what is quoted, who said it, and what became of the words."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import helpers
from helpers import quotes
from helpers.quotes import Edit, Quotation, Sources, Trace, find_quotes

HERE = Path(__file__).resolve().parents[1]
DATA = HERE / "data" / "quotes"
VERDICTS = {"exact", "trimmed", "altered", "spliced", "not-found"}
PIECES = (
    "“ ” \" ' ‘ ’ « » „ `` '' said says that he Ada Brennick , . : according to told by was — -"
    " ( ) [ ] … ... who and with On Monday calling the \ud800 \0 漢 é İ ß ! ? statement asked"
).split(" ")


def read(name: str, *groups: str) -> list:
    """Read labelled cases; a known failure is a strict xfail, so that mending one is noticed."""
    data = json.loads((DATA / name).read_text(encoding="utf-8"))
    cases = [pytest.param(case, id=case["name"]) for group in groups for case in data[group]]
    failing = pytest.mark.xfail(strict=True, reason="known failure")
    cases += [pytest.param(case, id=case["name"], marks=failing) for case in data["known-failures"]]
    assert len(cases) > len(data["known-failures"])
    return cases


def span(text: str, place: tuple[int, int] | None) -> str | None:
    """Give the words at a place."""
    return None if place is None else text[place[0] : place[1]]


def in_words(text: str) -> list[list]:
    """Give what was found in `text` as words instead of offsets."""
    return [
        [
            "|".join(text[a:b] for a, b in found.content),
            found.kind,
            span(text, found.speaker),
            span(text, found.cue),
        ]
        for found in find_quotes(text)
    ]


def test_this_checkout_is_tested():
    """An editable install of another clone must not stand in for the code beside these tests."""
    assert Path(helpers.__path__[0]).resolve() == HERE.parent / "helpers"


@pytest.mark.labelled
@pytest.mark.parametrize("case", read("finding.json", "found", "negative"))
def test_quotations_are_found_with_their_speaker_and_cue(case):
    """Each way to mark and attribute words is found; what only looks like one is left alone."""
    assert in_words(case["text"]) == case["expect"]


def test_mixed_quotation_covers_the_whole_reported_clause():
    """A learner sees what is put into someone's mouth, and which part of it stands in marks."""
    text = "The council said that it “regrets the delay”."
    (found,) = find_quotes(text)
    assert text[found.start : found.end] == "that it “regrets the delay”"


def test_a_bare_quotation_goes_on_with_the_speaker_before_it():
    """A sentence of nothing but quoted words belongs to whoever was speaking."""
    text = "Brennick said the bridge was old.\n\n“It will close in May.”"
    assert in_words(text)[-1] == ["It will close in May.", "direct", "Brennick", "said"]


def test_hand_wrapped_lines_do_not_break_a_quotation():
    """Plain text copied from a mail wraps its lines; only a blank line ends a paragraph there."""
    text = "Intro.\n\n“The bridge is\nsafe,” Brennick said.\n"
    assert in_words(text) == [["The bridge is\nsafe,", "direct", "Brennick", "said"]]


def check_contract(text: str) -> None:
    """Check everything that the contract promises about offsets."""
    for found in find_quotes(text):
        assert found.kind in ("direct", "mixed", "indirect")
        assert 0 <= found.start < found.end <= len(text)
        assert found.content
        assert all(found.start <= a < b <= found.end for a, b in found.content)
        assert all(x[1] <= y[0] for x, y in zip(found.content, found.content[1:], strict=False))
        for place in (found.speaker, found.cue):
            assert place is None or 0 <= place[0] < place[1] <= len(text)


@settings(deadline=None, max_examples=150)
@given(st.text())
def test_any_text_is_read_without_an_error(text):
    """A learner may paste anything."""
    check_contract(text)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=50), st.sampled_from(["", " ", "\n"]))
def test_torn_quotations_are_read_without_an_error(pieces, glue):
    """Marks, cues and names in any order still give spans inside the text."""
    check_contract(glue.join(pieces))


@pytest.mark.parametrize(
    "text",
    ["“" * 3000, 'a "' * 3000, "said " * 3000, "according to " * 3000, "“a\n" * 3000, "'a " * 3000],
)
def test_nonsense_is_read_to_the_end(text):
    """Nonsense of any length gives well-formed answers."""
    check_contract(text)


# -- tracing ------------------------------------------------------------------------------------

TRACING = json.loads((DATA / "tracing.json").read_text(encoding="utf-8"))


@pytest.mark.labelled
@pytest.mark.parametrize("case", read("tracing.json", "cases"))
def test_quotations_are_traced_to_their_source(case):
    """Verdict, sources and the exact change are named; what was never said is not found."""
    trace = Sources(TRACING["sources"]).trace(case["quotation"])
    assert trace.verdict == case["verdict"]
    assert [document for document, *_ in trace.pieces] == case["documents"]
    if case["changes"] is not None:
        changes = [[e.op, e.source_text, e.quoted_text] for e in trace.edits if e.op != "equal"]
        assert changes == case["changes"]


def test_pieces_point_at_the_words_in_the_sources():
    """A learner who opens the source at a piece reads the quoted words there."""
    sources = TRACING["sources"]
    trace = Sources(sources).trace("Engineers found cracks … asked for a second survey")
    words = [sources[name][start:end] for name, start, end in trace.pieces]
    assert words == ["Engineers found cracks", "asked for a second survey"]


def test_a_found_quotation_can_be_traced_itself():
    """What `find_quotes` gives goes straight into `trace`."""
    text = "“Engineers found cracks,” she said, “in three of the seven pillars.”"
    (found,) = find_quotes(text)
    trace = Sources(TRACING["sources"]).trace(found)
    assert (trace.verdict, len(trace.pieces)) == ("exact", 1)


def test_the_first_case_is_a_splice_that_names_the_dropped_words():
    """Lesson 3 stands on this: two sentences joined, the warning's main clause gone."""
    a = (
        "We’ve recently begun using the supreme power of the United States military to destroy"
        " Venezuela terrorists and trafficking networks led by Nicholas Maduro."
    )
    b = (
        "To every terrorist thug smuggling poisonous drugs into the United States of America,"
        " please be warned that we will blow you out of existence."
    )
    quotation = (
        "For this reason, we’ve recently begun using the supreme power of the United States"
        " military to destroy Venezuelan terrorists and trafficking networks led by Nicolas Maduro"
        " to every terrorist thug smuggling poisonous drugs into the United States of America."
    )
    trace = Sources({"A": a, "B": b}).trace(quotation)
    assert trace.verdict == "spliced"
    assert [name for name, *_ in trace.pieces] == ["A", "B"]
    dropped = "please be warned that we will blow you out of existence"
    assert Edit("delete", dropped, "") in trace.edits
    assert Edit("replace", "Nicholas", "Nicolas") in trace.edits


def test_context_is_never_judged():
    """Whether a quotation changes the meaning is for a reader to say."""
    assert "context-changed" not in VERDICTS
    source = Sources({"d": "I never said that the bridge was safe."})
    assert source.trace("the bridge was safe").verdict == "exact"


@pytest.mark.parametrize("documents", [{}, {"empty": ""}, {"marks": "… ” ”"}])
def test_sources_without_words_find_nothing(documents):
    """An empty source folder is an answer, not an error."""
    assert Sources(documents).trace("the bridge was safe") == Trace("not-found", 0.0)


def test_a_quotation_across_two_indexed_passages_is_found():
    """Where the index happens to cut a document must not matter."""
    filler = "Water went under it. " * 200
    text = filler + "Nobody had ever painted the seven pillars in blue before. " + filler
    for cut in range(0, 1600, 100):
        trace = Sources({"d": text[cut:]}).trace("had ever painted the seven pillars in blue")
        assert trace.verdict == "exact"


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_quotation_and_any_source_give_a_trace(source, pieces):
    """Nothing pasted as source or quotation raises, and every piece lies in its source."""
    documents = {"one": source, "two": " ".join(pieces), "three": source + " ".join(pieces)}
    for quotation in (source[5:60], " ".join(pieces[3:20])):
        trace = Sources(documents).trace(quotation)
        assert trace.verdict in VERDICTS
        assert 0 <= trace.score <= 1
        assert all(0 <= a < b <= len(documents[name]) for name, a, b in trace.pieces)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from("pier quay lock tide crane rope mast keel hull".split()), min_size=9)
)
def test_a_source_quoted_whole_is_exact(words):
    """A source is found in itself, whatever it repeats."""
    text = " ".join(words)
    assert Sources({"d": text}).trace(text).verdict == "exact"


def test_results_are_frozen():
    """An answer that was shown cannot change behind the learner's back."""
    for result in (
        Quotation(0, 1, "direct", ((0, 1),)),
        Trace("exact", 1.0),
        Edit("equal", "", ""),
    ):
        with pytest.raises(AttributeError):
            result.score = 0


def test_tracing_and_its_database_are_loaded_only_when_needed():
    """Finding quotations stays cheap to import, also in a browser."""
    code = (
        "import sys, helpers.quotes as q;"
        "loaded = {'sqlite3', 'helpers.quotes.tracing'} & set(sys.modules);"
        "assert not loaded, loaded; q.Sources"
    )
    root = Path(quotes.__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, timeout=60)
