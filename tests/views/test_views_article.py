"""What is shown of an article: every character once, and where it comes from above it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from packs import Pack, anchor

from helpers.answers.choices import Answers
from helpers.case import load_case
from helpers.views.article import article_answers_view, article_view, word_numbers, word_places


def shown(view):
    """All text of an article view, without white space."""
    parts = [part for block in view["blocks"] for part in block["parts"]]
    return "".join("".join(part["text"] for part in parts).split())


@pytest.mark.parametrize("name", ["liberty-daily", "library-roof", "river-ferry", "night-market"])
def test_the_page_shows_every_character_of_the_article_once(name):
    """The site's name and the damaged title stand there too; nothing is judged that is not text."""
    case = load_case(name)
    view = article_view(case)
    assert shown(view) == "".join(case.text.split())
    ids = [part["id"] for block in view["blocks"] for part in block["parts"] if "id" in part]
    assert ids == list(case.by_id)
    assert view["blocks"][0]["kind"] == "headline"


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\u2028", "\x0b", "\x85"])
def test_a_sentence_that_runs_over_a_line_is_shown_once(tmp_path, gap):
    """Texts with hard line ends are common in mail and in old archives."""
    pack, whole = Pack(key=None), f"It is long{gap}and goes on."
    text = f"Head\n\n{whole} And more.{gap}The end.\n"
    pack.rewrite(text)
    pack.case["routes"] = {}
    sentences = {"s1": whole, "s2": "And more.", "s3": "The end."}
    pack.case["sentences"] = [{"id": name, **anchor(s, text)} for name, s in sentences.items()]
    view = article_view(load_case(pack.write(tmp_path / "mine")))
    assert shown(view) == "".join(text.split())
    ids = [part["id"] for block in view["blocks"] for part in block["parts"] if "id" in part]
    assert ids == ["s1", "s2", "s3"]


def test_a_constructed_text_is_marked_as_one_even_without_a_notice(tmp_path):
    """No reader takes an invented place for a real one."""
    pack = Pack(key=None)
    del pack.case["notice"]
    assert article_view(load_case(pack.write(tmp_path / "says-so")))["notes"] == []
    pack.case["constructed"], pack.case["notice"] = "false", "A notice."
    assert article_view(load_case(pack.write(tmp_path / "real")))["notes"] == ["A notice."]


def test_a_constructed_text_says_so_once(tmp_path):
    """On a line of its own, which the page shows; where it has none, a notice stands above it."""
    case = load_case(Pack(key=None).write(tmp_path / "mine"))
    shown = [part["text"] for block in article_view(case)["blocks"] for part in block["parts"]]
    assert sum("Constructed for practice" in text for text in shown) == 1
    bare = replace(case, text=case.text.replace("Constructed for", "Arranged    for"), notice="")
    assert "Constructed" in article_view(bare)["notes"][0]


@pytest.fixture
def footbridge(tmp_path):
    """The small case."""
    return load_case(Pack().write(tmp_path / "mine"))


@pytest.mark.parametrize("numbers", [[0], [0, 1], [1, 3], [5, 4], [0, 2, 3, 6], []])
def test_numbers_of_words_become_places_and_numbers_again(footbridge, numbers):
    """Marks are saved as places in the text, so that they outlive another way of cutting words."""
    places = word_places(footbridge, "s2", numbers)
    assert word_numbers(footbridge, "s2", places) == sorted(numbers)


def test_neighbouring_words_are_one_place(footbridge):
    """A phrase is marked as a phrase."""
    places = word_places(footbridge, "s2", [3, 4, 5])
    assert [footbridge.text[start:end] for start, end in places] == ["proud and daring"]


@pytest.mark.parametrize("number", [-1, 7])
def test_a_word_that_is_not_there_is_refused(footbridge, number):
    """Nothing outside the sentence can be marked."""
    with pytest.raises(ValueError, match="no word number"):
        word_places(footbridge, "s2", [0, number])


def test_answers_on_sentences_that_are_gone_are_left_out(footbridge):
    """An older edition may have had other sentences."""
    answers = Answers(chosen={"s1": "opinion", "gone": "opinion"}, words={"gone": ((0, 3),)})
    assert article_answers_view(footbridge, answers) == {
        "kind": {"s1": "opinion"},
        "sure": {},
        "words": {},
    }
