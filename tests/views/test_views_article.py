"""What is shown of an article: every character once, and where it comes from above it."""

from __future__ import annotations

import pytest
from packs import Pack, anchor

from helpers.case import load_case
from helpers.views.article import article_view


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
    view = article_view(load_case(pack.write(tmp_path / "mine")))
    assert "Constructed" in view["notes"][0]
