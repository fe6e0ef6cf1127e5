"""What reducing a page promises: the text that a reader sees, what the page says, never an error."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.article import open_article
from helpers.article.jsonld import from_scripts
from helpers.article.markup import tame
from helpers.article.page import reduce_html

DATA = Path(__file__).parent.parent / "data" / "article"
PAGES = json.loads((DATA / "pages.json").read_text(encoding="utf-8"))
METADATA = json.loads((DATA / "metadata.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["label"])
def test_the_text_is_what_a_reader_sees(case):
    """Where a browser would drop the rest of a broken page, as little as possible is dropped."""
    assert open_article(case["html"]).text == case["text"]


@pytest.mark.parametrize("case", METADATA, ids=lambda case: case["label"])
def test_what_a_page_says_about_itself_is_found(case):
    """Title, author, day and site, in whichever of the usual places the page says them."""
    page = f"<!doctype html><html><head><title>Weir gives way</title>{case['head']}"
    article = open_article(page)
    wanted = {name: value for name, value in case.items() if name not in ("label", "head")}
    assert {name: getattr(article, name) for name in wanted} == wanted


def test_labels_are_unique():
    """A label that stands twice would hide one of two failures."""
    for cases in (PAGES, METADATA):
        labels = [case["label"] for case in cases]
        assert len(labels) == len(set(labels))


def test_a_page_without_text_says_what_to_do():
    """Nothing found is not the same as nothing there, and the reader learns the next step."""
    article = open_article("<!doctype html><div id=app></div><script>draw()</script>")
    assert article.text == ""
    assert any("copy it and paste it" in says for says in article.warnings)


def test_a_long_page_with_little_text_says_so_too():
    """A cookie notice is text, but not an article."""
    page = "<!doctype html><p>We use cookies.</p><script>" + "x();" * 2_000 + "</script>"
    assert any("Hardly any text" in says for says in open_article(page).warnings)


def test_a_page_with_text_has_no_such_warning():
    """A short page is short, and that is all."""
    says = open_article("<!doctype html><p>The weir gave way on Sunday.</p>").warnings
    assert not any("Hardly any text" in one for one in says)


def test_what_is_nearly_all_hidden_is_kept_and_said():
    """A page that marks its article as a menu is read all the same."""
    story = "The weir gave way on Sunday, and nobody was hurt. " * 9
    article = open_article(f"<!doctype html><nav><p>{story}</p></nav><p>Home</p>")
    assert story.strip() in article.text
    assert any("was kept" in says for says in article.warnings)


def test_links_in_menus_do_not_count():
    """A link shows where the text's facts are from; a menu's does not."""
    page = "<!doctype html><nav><a href='https://a.example/'>a</a></nav><a href='https://b.example/'>b</a>"
    assert open_article(page).links == ("https://b.example/",)


PIECES = st.sampled_from(
    """<!doctype_html> <html> <head> <title> </title> <script> </script> <script_type="ld+json"> <style>
    </style> <!-- --> --!> <![CDATA[ ]]> <?xml ?> <! <![if_x]> <p> </p> <p_hidden> <nav> </nav> <footer>
    </footer> <form> <input> </form> <q> </q> <sup> 1 </sup> <svg/> <svg> </svg> <a_href=' <a_href="
    " ' > < /> = &amp; &#x &#99999999999; text i<n </ </3 <textarea> <plaintext> <xmp> <iframe> {"a":[
    <meta_name=author_content=" <time_datetime=1> <pre> </pre> <br/> é İ <li> <h1> </h1> <template> </div>
    <b<i> ]]> \\ // /* */ <a_b=c_d='e"f>g'_h>""".replace("_", "\xa0").split()
)


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=400, deadline=None)
def test_no_heap_of_tags_makes_it_raise(pieces):
    """Tags in any order, cut anywhere, are read, and nothing that closes a script swallows the end."""
    page = "".join(pieces).replace("\xa0", " ")
    assert isinstance(reduce_html(page).text, str)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=200, deadline=None)
def test_what_is_tamed_holds_only_whole_tags_and_text(pieces):
    """Every < opens a tag that ends, so no parser has to look for an end that is not there."""
    html = tame("".join(pieces).replace("\xa0", " ")).html
    depth = [piece.count(">") for piece in html.split("<")[1:]]
    assert all(depth)
    assert "<!" not in html
    assert "<script>" not in html.lower()


@pytest.mark.parametrize(
    "bomb",
    ["<a x=\"y' ", "<p x=\"<p' ", "<![CDATA[", "<sup>", "<q>", "<div hidden>", "<h1>", "</", "<?"],
)
def test_work_grows_with_the_page_and_no_faster(bomb, monkeypatch):
    """A page that was made to hurt is looked at a fixed number of times a character, in all."""
    looked = {"times": 0}
    from helpers.article import markup

    find = markup._Taming._once

    def counted(self, mark, start, look):
        def counting():
            place = look()
            looked["times"] += (len(self.html) if place < 0 else place) - start
            return place

        return find(self, mark, start, counting)

    monkeypatch.setattr(markup._Taming, "_once", counted)
    page = "<p>" + bomb * 5_000 + ">\"'-->"
    tame(page)
    assert looked["times"] < 20 * len(page)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_json_makes_it_raise(script):
    """What stands in a script is read where it can be, and else left alone."""
    assert isinstance(from_scripts([script, f'{{"author": {script}}}']), dict)


def test_json_of_any_depth_is_read_or_left_alone():
    """Ten thousand brackets are no reason to give up the page."""
    assert from_scripts(["[" * 10_000, '{"author":' * 10_000, '"' + '\\"' * 10_000]) == {}
