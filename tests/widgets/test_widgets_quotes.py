"""What lesson 3 promises: sound quotations stay sound, and the computer never says what words meant."""

import json
import re

import pytest

from helpers.answers.progress import Progress
from helpers.case import load_case, load_key
from helpers.exercise import check
from helpers.quotes import Sources, find_quotes
from helpers.results.quotations import CHANGED, SOUND, quoted
from helpers.widgets import Judge, QuoteJudge, judge
from helpers.widgets.base import KitWidget

SETS = ["quotes", "effect"]
PRACTICE = ["library-roof", "river-ferry", "night-market"]
JUDGED = ["river-ferry", "night-market", "liberty-daily"]
QUOTED = re.compile(r"“([^“”]+)”")
VERDICTS = SOUND | CHANGED
ELEVEN = "please be warned that we will blow you out of existence"
MOTIVES = re.compile(
    r"\b(deliberate(ly)?|doctored|manipulat\w*|distort\w*|mislead\w*|deceiv\w*|dishonest\w*|fake\w*"
    r"|lied|lies|propaganda|bias(ed)?|smear\w*)\b",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True)
def nothing_sent(monkeypatch):
    """Widgets without a page."""
    monkeypatch.setattr(KitWidget, "send", lambda *_, **__: None)


def asked(name, which="quotes"):
    """The items of a case's set with their keys, and the case."""
    case = load_case(name)
    key = load_key(case).sets[which]
    return case, [(item, key[item.id]) for item in case.sets[which].items]


def give(widget, **answers):
    """Answer several items as the page does."""
    for item, value in answers.items():
        answer = {"id": f"{item}-{value}", "item": item, "act": widget.set.id, "value": value}
        widget._hear(widget, {"type": "answers", "answers": [answer]}, [])


def compare(widget, route="whole"):
    widget._hear(widget, {"type": "compare", "route": route}, [])
    return widget.comparison


def shown_to_page(widget):
    state = {k: v for k, v in widget.get_state().items() if k not in ("_esm", "shared")}
    return json.dumps(state, ensure_ascii=False, default=str)


# --- The case ------------------------------------------------------------------------------------


def test_the_articles_one_quotation_joins_two_sentences_and_drops_eleven_words():
    """The finding that the lesson stands on is traced, and not only told."""
    case = load_case("liberty-daily")
    (quotation,) = [found for found in find_quotes(case.text) if found.kind == "direct"]
    words = case.text[quotation.start : quotation.end]
    documents = {source.id: "\n\n".join(quoted(source.words)) for source in case.sources}
    trace = Sources({"wion": documents["wion"]}).trace(words)
    assert trace.verdict == "spliced"
    assert len(trace.pieces) == 2
    removed = [edit.source_text.lower() for edit in trace.edits if edit.op == "delete"]
    assert removed == [ELEVEN]
    assert len(ELEVEN.split()) == 11
    assert "…" not in words
    assert "..." not in words


def test_stray_closing_marks_in_the_title_open_nothing():
    """The damaged title has two closing marks; the one quotation is found all the same."""
    text = load_case("liberty-daily").text
    assert (text.count("“"), text.count("”")) == (1, 3)
    (quotation,) = [found for found in find_quotes(text) if found.kind == "direct"]
    assert text[slice(*quotation.speaker)] == "Trump"


@pytest.mark.parametrize("name", JUDGED)
def test_at_least_two_in_five_settled_quotations_are_sound(name):
    """A set of faults alone would teach distrust."""
    _, items = asked(name)
    settled = [key.kind for _, key in items if key.kind != "cannot-tell"]
    sound = [kind for kind in settled if kind in SOUND]
    assert len(sound) / len(settled) >= 0.4


@pytest.mark.parametrize("name", JUDGED)
def test_it_cannot_be_told_is_offered_and_right_somewhere(name):
    """Nobody has to guess where the documents are silent."""
    _, items = asked(name)
    assert [item.id for item, key in items if key.accepted == ("cannot-tell",)]


def test_the_short_route_is_clear_and_half_sound():
    """Beginners meet clear cases first; where two answers are true, one is the more exact."""
    case, items = asked("liberty-daily")
    short = set(case.sets["quotes"].route("short").sentences)
    keys = [key for item, key in items if item.id in short]
    assert len(keys) == 4
    (two,) = [key for key in keys if len(key.accepted) > 1]
    assert two.accepted == ("spliced", "altered")
    assert "more exact" in two.readings["spliced"]
    assert sum(key.kind in SOUND for key in keys) == 2


def test_every_verdict_is_right_somewhere_in_the_lesson():
    """An answer that never fits would soon be learned as wrong."""
    kinds = {kind for name in JUDGED for _, key in asked(name)[1] for kind in key.accepted}
    assert kinds == {*VERDICTS, "cannot-tell"}


def test_every_key_of_the_real_case_names_its_sources():
    """A statement of fact without a source would ask for trust."""
    for which in ("quotes", "effect"):
        for item, key in asked("liberty-daily", which)[1]:
            assert key.sources, item.id


EVERY_SET = [*((name, "quotes") for name in PRACTICE), *(("liberty-daily", s) for s in SETS)]
NAMES_OF_ANSWERS = {
    *("not found", "two passages joined", "nothing like these words", "without a sign"),
    "shown not to be so",
}


@pytest.mark.parametrize(("name", "which"), EVERY_SET)
def test_words_that_a_cue_quotes_stand_in_the_texts(name, which):
    """Quoted words in a reason are in the article, the passage, its note or a document."""
    case, items = asked(name, which)
    documents = "\n".join(source.text for source in case.sources)
    for item, key in items:
        around = f"{case.text}\n{item.passage}\n{item.note}\n{documents}".lower()
        for kind, option in key.options.items():
            parts = [p for one in QUOTED.findall(option.cue) for p in one.lower().split("…")]
            for part in parts:
                is_there = part.strip(" ,.") in around or part in NAMES_OF_ANSWERS
                assert is_there, (item.id, kind, part)


@pytest.mark.parametrize("name", JUDGED)
def test_whoever_is_told_of_a_change_is_shown_the_words(name):
    """A finding points at words; only what is nowhere cannot be pointed at."""
    _, items = asked(name)
    for item, key in items:
        for kind in set(key.accepted) & (CHANGED - {"not-found"}):
            assert QUOTED.search(key.options[kind].cue), (item.id, kind)


@pytest.mark.parametrize("name", [*PRACTICE, "liberty-daily"])
def test_no_explanation_speaks_of_motives_or_outlets(name):
    """What happened to the words is in the documents; why it happened is not."""
    for _, key in asked(name)[1]:
        for text in [*key.readings.values(), key.mixed]:
            assert not MOTIVES.search(text)
        for option in key.options.values():
            assert not MOTIVES.search(f"{option.cue} {option.next}")


@pytest.mark.parametrize("name", [*PRACTICE, "liberty-daily"])
def test_every_option_has_a_reason_and_a_next_check(name):
    """Whoever answers otherwise is told where to look."""
    for item, key in asked(name)[1]:
        for kind, option in key.options.items():
            assert len(option.cue.split()) >= 10, (item.id, kind)
            assert len((option.here or option.next).split()) >= 5, (item.id, kind)


def test_intent_is_never_shown():
    """The cut removed a threat; on purpose or not is said to be unknown."""
    case, items = asked("liberty-daily", "effect")
    keys = {item.id: key for item, key in items}
    assert keys["x2"].accepted == ("unknown",)
    assert keys["x3"].accepted == ("against",)
    assert keys["x5"].accepted == ("unknown",)
    assert {key.kind for key in keys.values()} == {"shown", "against", "unknown"}
    assert "on purpose" in case.sets["effect"].items[1].passage


@pytest.mark.parametrize("name", PRACTICE)
def test_invented_records_say_that_they_are_invented(name):
    """Fiction is marked as fiction wherever it appears."""
    case, items = asked(name)
    shown = {one for item, _ in items for one in item.shows}
    assert shown
    for source in [one for one in case.sources if one.id in shown]:
        assert "invented" in source.publisher
        assert "Constructed for practice" in source.seen
        assert "invented" in source.text.split("\n\n")[0]


# --- The widget ----------------------------------------------------------------------------------


def test_a_set_about_quotations_brings_the_difference_and_others_do_not(home):
    """Only questions about quoted words are traced."""
    assert isinstance(judge("liberty-daily", "quotes"), QuoteJudge)
    assert not isinstance(judge("liberty-daily", "effect"), QuoteJudge)
    assert isinstance(judge("liberty-daily", "effect"), Judge)


@pytest.mark.parametrize("which", ["quotes", "effect"])
def test_before_comparing_nothing_of_the_key_is_in_the_browser(home, which):
    """Neither a reason nor a difference can be read from the page's source."""
    widget = judge("liberty-daily", which)
    give(widget, **{item.id: widget.allowed[0] for item in widget.set.items})
    state = shown_to_page(widget)
    assert '"edits"' not in state
    assert '"machine"' not in state
    for key in widget.item_keys.values():
        texts = [*key.readings.values(), key.mixed]
        texts += [part for one in key.options.values() for part in (one.cue, one.next)]
        assert [text for text in texts if text and text in state] == []


def test_after_comparing_each_row_has_its_difference_and_the_computers_line(home):
    """Reasons first, then what the computer found, for answered items only."""
    widget = judge("liberty-daily", "quotes")
    give(widget, q1="altered", q4="cannot-tell")
    view = compare(widget, "short")
    rows = {row["id"]: row for row in view["rows"]}
    assert list(rows) == ["q1", "q4"]
    assert ELEVEN in json.dumps(rows["q1"]["edits"], ensure_ascii=False).lower()
    assert "Two passages joined as one" in rows["q1"]["machine"][0]
    assert rows["q4"]["edits"] == []
    assert len(rows["q4"]["machine"]) == 2
    assert any("always a reader’s judgement" in note for note in view["notes"])


def test_given_answers_show_their_difference_from_the_start(home):
    """A worked example works with the same tool that the learner gets."""
    widget = judge("library-roof", "quotes", given="all")
    assert [edit["op"] for edit in widget.given["l3"]["edits"]] == ["equal", "delete", "equal"]
    assert widget.given["l1"]["machine"]
    half = judge("river-ferry", "quotes", given=["f2", "f4"])
    assert set(half.given) == {"f2", "f4"}
    assert "fourfold" not in shown_to_page(judge("river-ferry", "quotes"))


def test_documents_are_shown_with_their_citation_and_nothing_else(home):
    """Citation lines are not taken for the document's words; what has no title is still named."""
    documents = judge("liberty-daily", "quotes").questions["documents"]
    assert documents["wion"]["publisher"] == "WION"
    assert documents["wion"]["title"] == ""
    assert documents["wion"]["date"] == "date not shown"
    assert documents["version-final"]["lang"] == "es"
    for document in documents.values():
        assert document["text"]
        assert "Address:" not in document["text"]
        assert document["seen"]


def test_without_a_key_answers_are_collected_and_nothing_is_traced(home, monkeypatch):
    """A class may get the kit without its keys."""
    monkeypatch.setattr("helpers.widgets.load_key", lambda case: None)
    widget = judge("liberty-daily", "quotes", given=["q1"])
    give(widget, q2="exact")
    assert compare(widget) == {}
    assert "machine" not in shown_to_page(widget)


def test_answers_resume_on_another_machine(home, tmp_path):
    """The carry-away file is enough to go on elsewhere, comparison and all."""
    widget = judge("liberty-daily", "quotes")
    give(widget, q1="spliced", q2="altered")
    before = compare(widget, "short")
    elsewhere = Progress(tmp_path / "elsewhere")
    elsewhere.bring_back(widget.progress.carry_away(), "theirs")
    there = Progress(tmp_path / "elsewhere", learner=widget.progress.learner)
    again = judge("liberty-daily", "quotes", progress=there)
    assert again.comparison == before


LEARNERS = {
    "expert": (lambda key: key.kind, "2 of 2 stand", "noticed 3 of 3", ""),
    "doubts-all": (
        lambda key: "altered",
        "0 of 2 stand",
        "noticed 3 of 3",
        "throws away good work",
    ),
    "doubts-none": (lambda key: "exact", "2 of 2 stand", "noticed 0 of 3", "let every quotation"),
    "leaves-all-open": (lambda key: "cannot-tell", "0 of 2 stand", "noticed 0 of 3", ""),
}


@pytest.mark.parametrize("name", LEARNERS)
def test_habits_are_told_from_skill(home, name):
    """Doubting everything notices all changes, and the page says what it costs; so with trust."""
    choose, stand, noticed, says = LEARNERS[name]
    widget = judge("river-ferry", "quotes")
    give(widget, **{item: choose(key) for item, key in widget.item_keys.items()})
    told = " ".join(compare(widget)["summary"])
    assert stand in told
    assert noticed in told
    assert says in told
    assert ("throws away" in told) == (name == "doubts-all")
    assert ("let every quotation" in told) == (name == "doubts-none")


def test_doubting_everything_does_not_beat_a_coin_on_sound_and_changed_together():
    """Over the real set, finding fault always gets no more right than guessing would."""
    _, items = asked("liberty-daily")
    groups = [key.accepted for _, key in items]
    sound = sum(set(accepted) <= SOUND for accepted in groups)
    changed = sum(set(accepted) <= CHANGED for accepted in groups)
    always = (0 / sound + changed / changed) / 2
    assert always == 0.5


# --- The learner's own find ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        ELEVEN,
        "Please be warned that we will blow you out of existence.",
        "“please be warned that we will blow you out of existence”",
        ", please  be warned that we will blow you out of existence",
    ],
)
def test_the_missing_words_are_accepted_however_they_are_punctuated(home, written):
    """Speech has no commas, so an answer may have any."""
    assert repr(check("liberty-daily", "l03-words", written)).startswith("Yes.")


def test_near_answers_are_told_what_they_lack(home):
    """The White House's ten words, the end alone, and nothing at all each get their own sentence."""
    said = repr(
        check("liberty-daily", "l03-words", "please be warned — we will blow you out of existence")
    )
    assert "White House" in said
    assert "gap begins earlier" in repr(
        check("liberty-daily", "l03-words", "we will blow you out of existence")
    )
    assert "Not answered yet" in repr(check("liberty-daily", "l03-words"))


def test_the_exercise_accepts_its_own_solution(home):
    """The answers in the solution are the key's."""
    for question, answer in [("e03-1", "m4"), ("e03-2", "the quay on Saturdays"), ("e03-3", "c")]:
        assert repr(check("night-market", question, answer)).startswith("Yes.")
