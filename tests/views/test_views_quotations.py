"""What is shown of a trace: every word of the quotation, and a word where computer and key differ."""

from __future__ import annotations

import json
import re

from helpers.case import load_case, load_key
from helpers.results.quotations import quoted, trace_in
from helpers.views.quotations import edits_view, honest

PRACTICE = ["library-roof", "river-ferry", "night-market"]


def asked(name):
    """The quotations of a case with their keys, and the case."""
    case = load_case(name)
    key = load_key(case).sets["quotes"]
    return case, [(item, key[item.id]) for item in case.sets["quotes"].items]


def test_where_computer_and_key_differ_the_page_says_so():
    """A learner who follows the computer finds out what it cannot see."""
    _, items = asked("river-ferry")
    keys = {item.id: key for item, key in items}
    assert honest("spliced", keys["f3"]) == []
    assert "for a reader to say" in honest("exact", keys["f4"])[0]
    assert "right documents" in honest("not-found", keys["f6"])[0]
    assert "answer is another one" in honest("altered", keys["f1"])[0]


def test_a_reporters_words_between_two_quoted_runs_are_no_cut():
    """'Trump said, referring to …' was not spoken, so it is not shown as removed."""
    case, items = asked("liberty-daily")
    item = next(item for item, _ in items if item.id == "q1")
    shown = [source for source in case.sources if source.id in item.shows]
    view = edits_view(trace_in(shown, item.passage))
    assert "join" in [edit["op"] for edit in view]
    assert "Trump said" not in json.dumps(view)


def test_a_difference_keeps_every_word_of_the_quotation():
    """What is drawn can be read through: equal and added words are the quotation's words."""
    for name in [*PRACTICE, "liberty-daily"]:
        case, items = asked(name)
        for item, _ in items:
            view = edits_view(trace_in(case.sources, item.passage))
            drawn = " ".join(edit["quoted"] for edit in view)
            wanted = " ".join(quoted(item.passage))
            assert not view or re.findall(r"\w+", drawn) == re.findall(r"\w+", wanted), item.id
