"""What the widgets promise on Python's side: saved before it is said, and no key before its time."""

import errno
import json

import ipywidgets
import packs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs import Pack, anchor

from helpers.answers import shelf
from helpers.answers.progress import Progress, new_learner
from helpers.case import ROOT
from helpers.widgets import (
    Desk,
    Judge,
    Ledger,
    Lookup,
    Marker,
    Note,
    Question,
    Shown,
    WidgetCheck,
    ask,
    check_widgets,
    desk,
    judge,
    labels_figure,
    lookup,
    mark_kinds,
)
from helpers.widgets.base import KitWidget, session_progress
from helpers.widgets.judging import Comparable, JudgingWidget
from helpers.widgets.summary import Summary

EVERY_WIDGET = {"_anywidget_id", "_esm", "learner", "shared"}


@pytest.fixture
def folder(tmp_path):
    """The small sound pack on disk."""
    return Pack().write(tmp_path / "mine")


@pytest.fixture
def marker(folder, home, sent):
    """A marker on the small case, as a learner first meets it."""
    return mark_kinds(folder)


def reopened(widget):
    """The same case in a new kernel: another widget, reading the same folder of answers."""
    return Marker(widget.case, widget.key, widget.given_ids, Progress(widget.progress.home))


def hear(widget, **message):
    """What happens when the page sends a message."""
    widget._hear(widget, message, [])


def answer(widget, item, act, value, name="a1"):
    """Give one answer as the page does."""
    hear(widget, type="answers", answers=[{"id": name, "item": item, "act": act, "value": value}])


def label(widget, **kinds):
    """Label several sentences."""
    for item, kind in kinds.items():
        answer(widget, item, "kind", kind, f"{item}-{kind}")


def on_disk(widget):
    """All answers as another kernel reads them."""
    records = Progress(widget.progress.home, learner=widget.progress.learner).records()
    return [(record.item, record.act, record.value) for record in records]


def page_state(widget):
    """Everything of a widget that is in the browser, as text."""
    state = {k: v for k, v in widget.get_state().items() if k not in ("_esm", "shared")}
    return json.dumps(state, ensure_ascii=False, default=str)


# --- What reaches the browser --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "traits"),
    [
        (lambda: mark_kinds("river-ferry"), {"article", "comparison", "given", "has_key", "marks"}),
        (lambda: ask("guess-1", "What is it?"), {"answer", "question"}),
        (desk, {"place"}),
        (check_widgets, set()),
    ],
    ids=["marker", "note", "desk", "check"],
)
def test_exactly_these_traits_reach_the_browser(home, make, traits):
    """A key in a synced trait would be an open secret; a new trait has to be named here."""
    assert set(make().keys) - set(ipywidgets.DOMWidget().keys) == EVERY_WIDGET | traits


def test_before_comparing_no_word_of_the_key_is_in_the_browser(marker):
    """Nobody finds the answers by looking at the page's source."""
    assert "Secret" not in page_state(marker)
    label(marker, s1="attributed", s2="opinion")
    answer(marker, "s2", "words", [3, 4], "w")
    assert "Secret" not in page_state(marker)


@pytest.mark.parametrize("name", ["liberty-daily", "river-ferry", "night-market"])
def test_before_comparing_no_word_of_the_kits_own_keys_is_in_the_browser(home, name):
    """The same holds for every real explanation."""
    widget = mark_kinds(name)
    state = page_state(widget)
    key = widget.key
    texts = [word.why for word in key.loaded]
    for sentence in key.sentences.values():
        texts += [sentence.mixed, sentence.aloud, *sentence.readings.values()]
        texts += [part for one in sentence.options.values() for part in (one.cue, one.next)]
    assert len(texts) > 20
    assert [text for text in texts if text and text in state] == []


def test_after_comparing_only_what_was_labelled_is_explained(marker):
    """Comparing two sentences gives away two, and of each only my option and the key's."""
    label(marker, s1="opinion", s4="unattributed")
    hear(marker, type="compare", route="whole")
    state = page_state(marker)
    shown = {
        text for text in (f"Secret cue of {s} as {k}." for s in packs.SENTENCES for k in packs.KINDS)
        if text in state
    }  # fmt: skip
    assert shown == {
        *("Secret cue of s1 as opinion.", "Secret cue of s1 as attributed."),
        *("Secret cue of s4 as unattributed.", "Secret cue of s4 as interpretation."),
    }
    assert "Secret reading of s4 as interpretation." in state
    assert "Secret reason for" not in state
    assert "Secret template" not in state


def test_reasons_for_loaded_words_come_only_with_labelled_sentences(marker):
    """The second pass gives away no more than the first."""
    label(marker, s2="opinion")
    answer(marker, "s2", "words", [3, 4, 5], "w1")
    answer(marker, "s4", "words", [2], "w2")
    hear(marker, type="compare", route="whole")
    assert "Secret reason for w1" in page_state(marker)
    assert "Secret reason for w2" not in page_state(marker)


def test_given_sentences_are_explained_from_the_start_and_only_they(folder, home, sent):
    """The worked example thinks aloud; the rest of the key stays where it is."""
    state = page_state(mark_kinds(folder, given=["s1"]))
    assert "Secret cue of s1 as attributed." in state
    assert state.count("Secret") == 1


def test_without_a_key_answers_are_collected_and_nothing_is_said(tmp_path, home, sent):
    """Grading mode: the page learns that there is no key, and no comparison ever comes."""
    widget = mark_kinds(Pack(key=None).write(tmp_path / "mine"), given="all")
    assert (widget.has_key, widget.given) == (False, {})
    widget = mark_kinds(widget.case.folder)
    label(widget, s1="attributed")
    del sent[:]
    hear(widget, type="compare", route="whole")
    assert (sent, widget.comparison, widget.compared) == ([], {}, [])
    assert on_disk(widget) == [("s1", "kind", "attributed")]


@pytest.fixture
def questions(folder, home, sent):
    """The small case's question set, as a learner first meets it."""
    return judge(str(folder), "sourcing")


def test_exactly_these_traits_of_a_question_set_reach_the_browser(questions):
    """A new trait has to be named here, so that none carries a key."""
    own = {"comparison", "given", "has_key", "marks", "questions"}
    assert set(questions.keys) - set(ipywidgets.DOMWidget().keys) == EVERY_WIDGET | own


def test_a_question_set_gives_away_only_what_was_answered_and_compared(questions):
    """The answers to a set of questions are as safe as those to the article."""
    assert "Secret" not in page_state(questions)
    answer(questions, "i2", "sourcing", "named")
    assert "Secret" not in page_state(questions)
    hear(questions, type="compare", route="whole")
    assert "Secret cue of i2 as named." in page_state(questions)
    assert "Secret cue of i2 as none." in page_state(questions)
    assert "Secret cue of i1" not in page_state(questions)
    assert [row.outcome for row in questions.compared] == ["either"]


def test_a_question_set_and_the_article_do_not_mix(questions, folder):
    """Comparing one opens nothing in the other, and both come back in a new kernel."""
    marker = mark_kinds(folder)
    label(marker, s1="attributed")
    answer(questions, "i1", "sourcing", "none")
    hear(questions, type="compare", route="whole")
    again = judge(str(folder), "sourcing", progress=Progress(questions.progress.home))
    assert again.marks == questions.marks
    assert again.comparison == questions.comparison != {}
    assert mark_kinds(folder).comparison == {}
    assert mark_kinds(folder).marks["kind"] == {"s1": "attributed"}


@pytest.mark.parametrize(
    ("item", "act", "value"),
    [
        *(("i9", "sourcing", "none"), ("i1", "sourcing", "vague"), ("i1", "kind", "opinion")),
        *(("sourcing", "route", "long"), ("article", "route", "whole"), ("i1", "sourcing", ["x"])),
    ],
)
def test_a_question_set_takes_only_its_own_answers(questions, sent, item, act, value):
    """What is no option of this set is refused with a sentence, and not saved."""
    answer(questions, item, act, value)
    assert [(message["type"], message["ids"]) for message in sent] == [("refused", ["a1"])]
    assert on_disk(questions) == []


def test_a_question_set_that_is_not_there_becomes_a_sentence(folder, home):
    """An author's slip in a lesson cell shows the names that there are."""
    assert "known: sourcing" in repr(judge(str(folder), "sorcing"))
    assert "i9" in repr(judge(str(folder), "sourcing", given=["i9"]))


# --- Saving --------------------------------------------------------------------------------------


def test_an_answer_is_on_disk_before_it_is_called_saved(marker, monkeypatch):
    """ "Saved" is a promise: pulling the plug after it loses nothing."""
    seen = []
    spy = lambda _, message, buffers=None: seen.append((message, on_disk(marker)))  # noqa: E731
    monkeypatch.setattr(KitWidget, "send", spy)
    answer(marker, "s1", "kind", "opinion")
    assert seen == [({"type": "saved", "ids": ["a1"]}, [("s1", "kind", "opinion")])]
    assert marker.marks["kind"] == {"s1": "opinion"}


def full_disk(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_said_and_the_answer_can_be_given_again(marker, sent, monkeypatch):
    """Not saved is visible, nothing is shown as if it were, and trying again works."""
    with monkeypatch.context() as broken:
        broken.setattr(shelf, "_write", full_disk)
        answer(marker, "s1", "kind", "opinion")
    assert [message["type"] for message in sent] == ["not-saved"]
    assert "the disk is full" in sent[0]["says"]
    assert (marker.marks["kind"], on_disk(marker)) == ({}, [])
    answer(marker, "s1", "kind", "opinion")
    assert sent[-1] == {"type": "saved", "ids": ["a1"]}
    assert on_disk(marker) == [("s1", "kind", "opinion")]


def test_comparing_on_a_full_disk_is_said_once(marker, sent, monkeypatch):
    """The sentence about the disk reaches the page as it is, and no key comes with it."""
    label(marker, s1="opinion")
    del sent[:]
    with monkeypatch.context() as broken:
        broken.setattr(shelf, "_write", full_disk)
        hear(marker, type="compare", route="whole")
    (message,) = sent
    assert message["type"] == "not-saved"
    assert message["says"].count("Not saved") == 1
    assert marker.comparison == {}


def test_an_answer_sent_twice_is_saved_once(marker, sent):
    """A page that heard nothing sends again; it is told again, and the disk is not asked."""
    for _ in range(2):
        answer(marker, "s1", "kind", "opinion")
    assert sent == [{"type": "saved", "ids": ["a1"]}] * 2
    assert len(on_disk(marker)) == 1


def test_answers_are_saved_in_the_order_in_which_they_were_given(marker):
    """A change of mind must not be undone by a message that was slow."""
    kinds = ["opinion", None, "quotation"]
    answers = [
        {"id": str(n), "item": "s1", "act": "kind", "value": kind} for n, kind in enumerate(kinds)
    ]
    hear(marker, type="answers", answers=answers)
    assert [value for _, _, value in on_disk(marker)] == kinds
    assert marker.marks["kind"] == {"s1": "quotation"}


WRONG = [
    *(("s9", "kind", "opinion"), ("s1", "kind", "verdict"), ("s1", "sure", "very")),
    *(("s1", "compare", []), ("article", "kind", "opinion"), ("article", "route", "long")),
    *(("s1", "words", [99]), ("s1", "words", [-1]), ("s1", "words", "all"), ("s1", "", None)),
    *(("s0", "kind", "opinion"), ("s1", "kind", ["opinion"]), ("", "", ""), ("s1", "name", "x")),
]


@pytest.mark.parametrize(("item", "act", "value"), WRONG)
def test_what_does_not_belong_is_refused_with_a_sentence(folder, home, sent, item, act, value):
    """A page cannot make Python save what is no answer; given sentences cannot be relabelled."""
    widget = mark_kinds(folder, given=["s0"])
    answer(widget, item, act, value)
    assert [(message["type"], message["ids"]) for message in sent] == [("refused", ["a1"])]
    assert sent[0]["says"].endswith(".")
    assert on_disk(widget) == []


def test_a_refused_answer_does_not_hold_up_the_others(marker, sent):
    """One bad answer in a batch costs only itself."""
    good, bad = ({"item": s, "act": "kind", "value": "opinion", "id": s} for s in ("s1", "s99"))
    hear(marker, type="answers", answers=[bad, good])
    assert [message["type"] for message in sent] == ["refused", "saved"]
    assert on_disk(marker) == [("s1", "kind", "opinion")]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
PARTS = {
    "type": st.sampled_from(["answers", "compare", "again", "carry", "bring", "x", "", None]) | JSON,
    "route": st.sampled_from(["short", "whole"]) | JSON,
    "answers": JSON | st.lists(st.fixed_dictionaries(dict.fromkeys(["id", "item", "act", "value"], JSON))),
    "text": JSON,
}  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.fixed_dictionaries({}, optional=PARTS) | JSON)
def test_no_message_from_a_page_ends_in_a_traceback(marker, message):
    """Whatever arrives, the kernel goes on; what went wrong is said on the page."""
    marker._hear(marker, message, [])
    assert on_disk(marker) == [one for one in on_disk(marker) if one[1] == "compare"]


def test_a_note_shows_what_is_on_disk(home, sent):
    """Half a character cannot be stored, and would stop the page's next message."""
    note = ask("guess-1", "What is it?", {"yes": "Yes", "no": "No"})
    answer(note, "guess-1", "text", "half \ud83d", "a1")
    answer(note, "guess-1", "choice", "no", "a2")
    assert note.answer == {"text": "half \ufffd", "choice": "no"}
    assert ask("guess-1", "What is it?").answer == note.answer


@pytest.mark.parametrize(
    ("item", "act", "value"),
    [
        *(("guess-1", "choice", "maybe"), ("guess-1", "choice", None), ("guess-1", "kind", "no")),
        *(("guess-1", "text", "x" * 4_001), ("guess-1", "text", 7), ("other", "text", "x")),
    ],
)
def test_a_note_takes_only_its_own_answers(home, sent, item, act, value):
    """A choice is one of those offered, and a text has an end."""
    note = ask("guess-1", "What is it?", {"no": "No"})
    answer(note, item, act, value)
    assert sent[0]["type"] == "refused"
    assert note.answer == {}


def test_the_widget_check_answers(home, sent):
    """The first button of the kit proves that page and Python hear each other."""
    hear(check_widgets(), type="ping")
    assert sent == [{"type": "pong"}]


# --- Coming back, and sharing --------------------------------------------------------------------


def test_everything_comes_back_in_a_new_kernel(marker):
    """Labels, sureness, words, the route and the open comparison are where they were."""
    answer(marker, "article", "route", "whole", "r")
    label(marker, s2="opinion", s4="unattributed")
    answer(marker, "s2", "sure", "guess", "s")
    answer(marker, "s2", "words", [3, 4, 5], "w")
    hear(marker, type="compare", route="whole")
    again = reopened(marker)
    assert again.marks == marker.marks
    assert again.marks["words"] == {"s2": [3, 4, 5]}
    assert again.comparison == marker.comparison != {}
    assert [row.item.id for row in again.compared] == ["s2", "s4"]


def test_trying_again_puts_the_comparison_away_and_keeps_first_answers(marker):
    """The second comparison shows the first answer beside the second."""
    label(marker, s2="quotation")
    hear(marker, type="compare", route="short")
    hear(marker, type="again")
    assert marker.comparison == reopened(marker).comparison == {}
    label(marker, s2="opinion")
    hear(marker, type="compare", route="short")
    (row,) = reopened(marker).comparison["rows"]
    assert (row["first"], row["mine"], row["outcome"]) == ("quotation", "opinion", "same")


def test_only_the_open_route_is_compared(marker):
    """A label outside the short route waits until the whole article is compared."""
    label(marker, s0="unattributed", s2="opinion")
    hear(marker, type="compare", route="short")
    assert [row["id"] for row in marker.comparison["rows"]] == ["s2"]
    assert marker.comparison["notes"][0].startswith("2 sentences have no label yet")


def test_who_watches_hears_of_every_comparison(marker):
    """Charts under the widget appear with the comparison, and go with it."""
    seen = []
    marker.when_compared(lambda widget: seen.append(len(widget.compared)))
    label(marker, s2="opinion")
    hear(marker, type="compare", route="whole")
    hear(marker, type="again")
    assert seen == [0, 1, 0]


def test_two_cells_with_the_same_question_show_the_same_answer(folder, home, sent):
    """A copied cell follows the first one, and the first one follows it."""
    first, second = mark_kinds(folder), mark_kinds(folder, given=["s1"])
    label(first, s2="quotation", s4="opinion")
    label(second, s2="opinion")
    assert first.marks["kind"] == second.marks["kind"] == {"s2": "opinion", "s4": "opinion"}
    assert on_disk(first)[-1] == ("s2", "kind", "opinion")
    notes = [ask("guess-1", "What?"), ask("guess-2", "What else?"), ask("guess-1", "What?")]
    answer(notes[0], "guess-1", "text", "a bridge")
    assert [note.answer for note in notes] == [{"text": "a bridge"}, {}, {"text": "a bridge"}]


def test_two_cells_with_the_same_question_compare_together(folder, home, sent):
    """What was compared in one is compared in the other, and put away with it; figures follow."""
    first, second = mark_kinds(folder), mark_kinds(folder)
    figure = labels_figure(second)
    label(first, s2="opinion")
    hear(first, type="compare", route="whole")
    assert first.comparison == second.comparison != {}
    assert len(figure.outputs) == 3
    hear(second, type="again")
    assert first.comparison == second.comparison == {}
    assert len(figure.outputs) == 1


def test_two_cells_with_the_same_cards_open_and_close_together(home, sent):
    """A card is paid for once, wherever it was opened."""
    first, second = lookup("liberty-daily"), lookup("liberty-daily")
    answer(first, "card-copy", "open", True)
    assert first.opened == second.opened != []
    hear(second, type="compare")
    assert first.comparison == second.comparison != {}
    hear(first, type="again")
    assert first.opened == second.opened == []


def test_another_set_of_the_same_case_is_not_compared_with_it(questions, folder):
    """Two question sets of one case are two questions."""
    marker = mark_kinds(folder)
    answer(questions, "i1", "sourcing", "named")
    label(marker, s2="opinion")
    hear(questions, type="compare", route="whole")
    assert questions.comparison
    assert marker.comparison == {}


def test_an_answer_is_shown_in_no_other_case_and_to_no_other_learner(marker, tmp_path, home):
    """Another case may have a sentence of the same name, and an older cell another learner."""
    pack = Pack()
    pack.case["id"] = pack.key["case"] = "other"
    other = mark_kinds(pack.write(tmp_path / "other"))
    earlier = reopened(marker)
    label(marker, s2="opinion")
    assert other.marks["kind"] == earlier.marks["kind"] == {}


def test_what_widgets_share_is_sent_once(home):
    """Code, style and words were 50 to 79 kB with every widget; now a widget carries how to find them."""
    widgets = [mark_kinds("river-ferry"), ask("guess-1", "What is it?"), desk(), check_widgets()]
    assert len({widget.shared for widget in widgets}) == 1
    for widget in widgets:
        carried = {name: widget.get_state()[name] for name in ("_esm", "shared")}
        assert len(json.dumps(carried)) < 3_000
        assert not {"_css", "strings"} & set(widget.keys)


def test_what_is_shared_is_made_anew_when_it_was_closed(home):
    """Somebody may close all widgets of a kernel; those of the next cell work all the same."""
    before = check_widgets().shared
    ipywidgets.Widget.close_all()
    after = check_widgets().shared
    assert before != after == check_widgets().shared


def test_two_widgets_and_two_kernels_lose_nothing(marker):
    """The same lesson open twice: every answer of both is kept, and both are compared."""
    other = reopened(marker)
    assert other.progress.session != marker.progress.session
    label(marker, s1="attributed")
    label(other, s2="opinion")
    label(marker, s3="quotation")
    assert {item for item, _, _ in on_disk(marker)} == {"s1", "s2", "s3"}
    hear(marker, type="compare", route="whole")
    assert len(marker.comparison["rows"]) == len(marker.marks["kind"]) == 3


def test_widgets_of_one_kernel_share_one_session(folder, home):
    """However many widgets a lesson has, a kernel writes one file."""
    assert mark_kinds(folder).progress is ask("guess-1", "?").progress is session_progress()


def test_when_another_learner_starts_the_old_widget_refuses(marker, sent):
    """Nobody's marks go to somebody else; the page says what to do."""
    label(marker, s1="opinion")
    other = new_learner(marker.progress.home)
    del sent[:]
    label(marker, s2="opinion")
    hear(marker, type="compare", route="whole")
    assert [message["type"] for message in sent] == ["not-saved"] * 2
    assert all("a new learner has started" in message["says"] for message in sent)
    assert all(message["says"].count("Not saved") == 1 for message in sent)
    assert len(on_disk(marker)) == 1
    assert other.records() == []
    assert mark_kinds(marker.case.folder).marks["kind"] == {}


def test_answers_of_an_older_article_do_no_harm(marker):
    """After an update of the kit, answers to what is gone are kept on disk and not shown."""
    progress = marker.progress
    progress.record("footbridge", "s77", "kind", "opinion")
    progress.record("footbridge", "s77", "words", [[1, 2]])
    progress.record("footbridge", "article", "route", "gone")
    progress.record("footbridge", "s2", "kind", "opinion")
    progress.record("footbridge", "article", "compare", ["s77", "s2"])
    widget = reopened(marker)
    assert [row["id"] for row in widget.comparison["rows"]] == ["s2"]
    shown = {"kind": {"s2": "opinion"}, "sure": {}, "words": {}}
    assert widget.marks == {"route": "short", "compared": True, **shown}


# --- Words and places ----------------------------------------------------------------------------


@pytest.mark.parametrize("item", list(packs.SENTENCES))
@pytest.mark.parametrize("step", [1, 2, 3])
def test_word_numbers_become_places_and_numbers_again(marker, item, step):
    """The page counts words and Python counts characters; an emoji before them shifts neither."""
    part = next(p for b in marker.article["blocks"] for p in b["parts"] if p.get("id") == item)
    words = part["pieces"][1::2]
    assert "".join(part["pieces"]) == part["text"] == packs.SENTENCES[item]
    chosen = list(range(0, len(words), step))
    answer(marker, item, "words", chosen)
    assert reopened(marker).marks["words"] == {item: chosen}
    if step == 2:
        places = marker.answers.words[item]
        assert [marker.case.text[a:b] for a, b in places] == [words[n] for n in chosen]


def test_neighbouring_words_are_one_phrase(marker):
    """“proud and daring” is one mark, with the gaps inside it."""
    answer(marker, "s2", "words", [5, 3, 4, 4, 0])
    text = marker.case.text
    assert [text[a:b] for a, b in marker.answers.words["s2"]] == ["It", "proud and daring"]


def test_no_word_chosen_clears_the_marks(marker):
    """Taking the last word away leaves none."""
    answer(marker, "s2", "words", [3], "a1")
    answer(marker, "s2", "words", [], "a2")
    assert reopened(marker).marks["words"] == {}


# --- The article on the page ---------------------------------------------------------------------


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>link</a>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</textarea></script><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "${alert(1)} {{constructor}} {0} {name} %s",
    '"\' onmouseover=alert(1) x="',
    "<style>@import 'x'</style>",
    "\u202egnp.exe\u202c",
    "zero\u200bwidth\u2060joined\ufeff",
    "[click](javascript:alert(1)) <!-- -->",
    "$(reboot) `reboot` ; rm -rf",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(tmp_path, home, text):
    """Python hands a stranger's words on unchanged; nothing interprets, fills in or strips them."""
    pack = Pack(key=None)
    article = f"Head {text}\n\nIt says {text} here.\n"
    pack.rewrite(article)
    sentence = {"id": "s1", **anchor(f"It says {text} here.", article)}
    pack.case |= {"title": text, "notice": text, "sentences": [sentence], "routes": {}}
    view = mark_kinds(pack.write(tmp_path / "mine")).article
    assert (view["title"], view["notes"]) == (text, [text])
    assert view["blocks"][0]["parts"] == [{"text": f"Head {text}"}]
    (part,) = view["blocks"][1]["parts"]
    assert part["text"] == "".join(part["pieces"]) == f"It says {text} here."


def test_a_broken_pack_becomes_a_sentence_in_the_widgets_place(tmp_path, home):
    """A learner never meets a traceback; an author sees file and line."""
    pack = Pack()
    del pack.key["sentences"]["s1"]
    shown_instead = repr(mark_kinds(pack.write(tmp_path / "mine")))
    assert "mine/key.yaml:" in shown_instead
    assert "sentence s1" in shown_instead
    assert "no such case" in repr(mark_kinds("no-such-case"))


def test_a_given_sentence_that_is_not_there_becomes_a_sentence_too(folder, home):
    """An author's slip in a lesson cell is told like any other."""
    assert "s99" in repr(mark_kinds(folder, given=["s99"]))


@pytest.mark.parametrize("make", [lambda: mark_kinds("river-ferry"), desk, check_widgets])
def test_a_reopened_notebook_says_how_to_start(home, make):
    """Where no widget is drawn, its place says what to do."""
    assert repr(make()).startswith("Not running yet. Choose Run → Run All Cells")
    assert len(repr(make())) <= 110, "ipywidgets cuts what is longer"


# --- The desk ------------------------------------------------------------------------------------


@pytest.fixture
def my_desk(home, sent):
    """The desk of a learner who has not answered anything."""
    return desk()


def at_desk(widget, name):
    """One lesson as the desk shows it."""
    widget.draw()
    return next(one for one in widget.place["lessons"] if name in one["address"])


def test_the_desk_shows_where_the_learner_is(my_desk, sent):
    """Not started, begun, all answered, finished: a part of the short route finishes nothing."""
    assert {one["state"] for one in my_desk.place["lessons"]} == {"not-started"}
    assert my_desk.place["next"] == my_desk.place["lessons"][0]
    widget = mark_kinds("liberty-daily")
    short = widget.routes["short"].sentences
    label(widget, **dict.fromkeys(short[:2], "attributed"))
    hear(widget, type="compare", route="short")
    lesson = at_desk(my_desk, "notebooks/02_reporting")
    assert (lesson["state"], lesson["n"], lesson["of"]) == ("begun", 2, len(short))
    label(widget, **dict.fromkeys(short[2:], "attributed"))
    assert at_desk(my_desk, "notebooks/02_reporting")["state"] == "answered"
    hear(widget, type="compare", route="short")
    assert at_desk(my_desk, "notebooks/02_reporting")["state"] == "finished"
    assert at_desk(my_desk, "exercises/02_reporting")["state"] == "not-started"
    assert my_desk.place["count"] == len(short) + 2
    assert str(my_desk.progress.home) in my_desk.place["folder"]


def test_the_desk_knows_every_lesson_notebook(my_desk):
    """A lesson that is not on the list would be done and not shown."""
    listed = {one["address"] for one in my_desk.place["lessons"]}
    found = {
        f"../{folder}/{path.name}"
        for folder in ("notebooks", "exercises")
        for path in (ROOT / folder).glob("*.ipynb")
    }
    assert found - listed == {"../notebooks/00_start_here.ipynb"}
    assert listed <= found


def test_a_name_is_kept_only_when_typed_in(my_desk, sent):
    """Nobody is asked who they are."""
    assert my_desk.place["name"] == ""
    answer(my_desk, "name", "name", "Ada")
    assert desk().place["name"] == "Ada"
    answer(my_desk, "name", "name", "x" * 81, "a2")
    assert sent[-1]["type"] == "refused"


def carried(widget, sent):
    """The file that the learner carries away."""
    del sent[:]
    hear(widget, type="carry")
    (message,) = sent
    assert message["type"] == "carried"
    return message


def test_nothing_to_carry_away_is_said(my_desk, sent):
    """An empty file would look like a rescue."""
    message = carried(my_desk, sent)
    assert "text" not in message
    assert "no answers yet" in message["says"]


def test_answers_are_carried_away_and_brought_back(my_desk, sent, tmp_path):
    """The Binder case: one file, another computer, and everything is there."""
    label(mark_kinds("river-ferry"), s1="attributed", s2="opinion")
    message = carried(my_desk, sent)
    assert message["name"].startswith("paper-trail-answers-")
    assert message["name"] in message["says"]
    elsewhere = Desk(Progress(tmp_path / "elsewhere"))
    hear(elsewhere, type="bring", text=message["text"])
    assert (sent[-1]["type"], sent[-1]["back"]) == ("learner", False)
    assert "2 answers were added." in sent[-1]["says"]
    assert elsewhere.learner == my_desk.learner
    assert elsewhere.place["count"] == 2
    hear(elsewhere, type="bring", text=message["text"])
    assert "are here already" in sent[-1]["says"]


@pytest.mark.parametrize("into", ["mine", "theirs"])
def test_another_learners_file_is_asked_about_first(my_desk, sent, tmp_path, into):
    """Two people's answers are never put together unasked."""
    label(mark_kinds("river-ferry"), s1="attributed")
    text = carried(my_desk, sent)["text"]
    elsewhere = Desk(Progress(tmp_path / "elsewhere"))
    elsewhere.progress.record("river-ferry", "s2", "kind", "opinion")
    mine = elsewhere.learner
    hear(elsewhere, type="bring", text=text)
    assert (sent[-1], elsewhere.learner) == ({"type": "whose"}, mine)
    hear(elsewhere, type="bring", text=text, into=into)
    assert sent[-1]["type"] == "learner"
    assert elsewhere.place["count"] == (2 if into == "mine" else 1)
    assert elsewhere.learner == (mine if into == "mine" else my_desk.learner)


@pytest.mark.parametrize("text", ["", "hello", "{}", "[]\n" * 9, "\0", None, 7, "<script>"])
def test_a_file_that_is_none_is_refused_with_a_sentence(my_desk, sent, text):
    """Choosing the wrong file harms nothing."""
    hear(my_desk, type="bring", text=text)
    assert sent[-1]["type"] == "told"
    assert "not a file of answers" in sent[-1]["says"]
    assert my_desk.progress.records() == []


def test_lines_that_were_altered_are_told(my_desk, sent, tmp_path):
    """What was left out is said, with its line."""
    label(mark_kinds("river-ferry"), s1="attributed", s2="opinion")
    text = carried(my_desk, sent)["text"].replace('"attributed"', '"quotation"')
    hear(Desk(Progress(tmp_path / "elsewhere")), type="bring", text=text)
    assert "1 answer was added." in sent[-1]["says"]
    assert "1 line could not be used: Line 2" in sent[-1]["says"]


def test_a_new_learner_starts_blank_and_can_be_undone(my_desk, sent):
    """A shared computer: nothing is deleted, and a slip is one button away from undone."""
    label(mark_kinds("river-ferry"), s1="attributed")
    my_desk.draw()
    before = my_desk.learner
    hear(my_desk, type="new_learner")
    assert (sent[-1]["type"], sent[-1]["back"]) == ("learner", True)
    assert my_desk.learner != before
    assert my_desk.place["count"] == 0
    assert mark_kinds("river-ferry").marks["kind"] == {}
    hear(my_desk, type="go_back")
    assert (my_desk.learner, my_desk.place["count"]) == (before, 1)
    assert sent[-1]["back"] is False
    assert mark_kinds("river-ferry").marks["kind"] == {"s1": "attributed"}


def test_going_back_without_having_left_does_nothing(my_desk, sent):
    """A message out of order changes nobody's place."""
    before = my_desk.learner
    hear(my_desk, type="go_back")
    assert (sent, my_desk.learner) == ([], before)


def test_a_disk_that_fails_is_said_at_the_desk_too(my_desk, sent, monkeypatch):
    """Starting anew where nothing can be written must not look as if it had worked."""
    before = my_desk.learner
    monkeypatch.setattr(shelf, "_write", full_disk)
    hear(my_desk, type="new_learner")
    assert sent[-1]["type"] == "not-saved"
    assert sent[-1]["says"].count("Not saved") == 1
    assert my_desk.learner == before


def test_every_kind_of_widget_is_tested_here():
    """A new widget cannot slip in without its promises."""
    alone = {Comparable, Desk, Note, Shown, Summary, WidgetCheck}
    assert set(KitWidget.__subclasses__()) == alone
    assert set(Comparable.__subclasses__()) == {JudgingWidget, Lookup}
    assert set(JudgingWidget.__subclasses__()) == {Judge, Ledger, Marker, Question}


def heard_here(widget) -> list[dict]:
    """What a widget says when the page asks whether Python is there."""
    sent = []
    widget.send = lambda message, *_: sent.append(message)
    widget._hear(widget, {"type": "here"}, [])
    return sent


def test_a_page_shown_again_gets_what_was_answered_elsewhere(home):
    """Two pages on one item agree as soon as the reader comes back to one of them."""
    note = ask("l-same", "Why?", {"a": "A", "b": "B"})
    marker = mark_kinds("river-ferry")
    elsewhere = Progress()
    elsewhere.record("notes", "l-same", "choice", "b")
    item = next(iter(marker.case.by_id))
    elsewhere.record("river-ferry", item, "kind", "opinion")
    assert heard_here(note) == heard_here(marker) == [{"type": "here"}]
    assert note.answer["choice"] == "b"
    assert marker.marks["kind"][item] == "opinion"


def test_the_desk_shows_the_true_state_when_its_page_is_shown_again(home):
    """Answers given in a lesson are counted without running lesson 0 again; so is another learner."""
    start = desk()
    Progress().record("notes", "n", "choice", "a")
    assert heard_here(start) == [{"type": "here"}]
    assert start.place["count"] == 1
    other = new_learner()
    assert heard_here(start) == [{"type": "here"}]
    assert (start.learner, start.place["count"]) == (other.learner, 0)


def test_what_is_open_says_that_another_learner_has_started(home):
    """No page goes on looking as if it still saved for the one before."""
    note, start = ask("l-left", "Why?"), desk()
    sent = []
    note.send = lambda message, *_: sent.append(message)
    start._hear(start, {"type": "new_learner"}, [])
    assert [message["type"] for message in sent] == ["not-saved"]
    assert [message["type"] for message in heard_here(note)] == ["not-saved"]


def test_a_chart_follows_the_article_that_is_run_again(home):
    """Only the article's cell is run again, and compared there: the chart shows it all the same."""
    chart = labels_figure(mark_kinds("river-ferry"))
    waiting = chart.outputs
    again = mark_kinds("river-ferry")
    item = next(iter(again.case.by_id))
    answer = {"id": "1", "item": item, "act": "kind", "value": "opinion"}
    again._hear(again, {"type": "answers", "answers": [answer]}, [])
    again._hear(again, {"type": "compare", "route": "whole"}, [])
    assert again.comparison["rows"]
    assert chart.outputs != waiting
