"""What opening an article promises: the text as it is, and a word about everything that was done."""

import email.message
import random
import tracemalloc
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.article import LARGEST, open_article
from helpers.article.decoding import decode
from helpers.article.page import reduce_html
from helpers.case import SEEDS

GERMAN = (
    "Der Bürgermeister eröffnete am Freitag die Brücke über die Süderelbe. Über 300 Gäste kamen."
)
POLISH = "Żółta łódź płynęła wzdłuż brzegu rzeki, a dzieci śpiewały głośno. Później zaczęło padać."


# --- Bytes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le-bom"])
def test_a_file_that_says_its_encoding_is_read_by_it(codec):
    """A byte order mark settles it, and no guess is made."""
    raw = GERMAN.encode("utf-16") if codec == "utf-16-le-bom" else GERMAN.encode(codec)
    decoded = decode(raw)
    assert decoded.text == GERMAN
    assert decoded.warnings == ()


@pytest.mark.parametrize(("text", "codec"), [(GERMAN * 3, "cp1252"), (POLISH * 3, "cp1250")])
def test_a_guess_is_called_a_guess(text, codec):
    """An old encoding is guessed, and the reader is told to look twice."""
    article = open_article(text.encode(codec))
    assert article.text == text
    assert any("guess" in says for says in article.warnings)


def test_a_declared_encoding_comes_before_a_guess():
    """A page that says what it is written in is believed, if its bytes agree."""
    page = f'<html><head><meta charset="windows-1250"></head><p>{POLISH}</p></html>'
    article = open_article(page.encode("cp1250"))
    assert POLISH in article.text
    assert article.encoding == "windows-1250"
    assert not any("guess" in says for says in article.warnings)


def test_bytes_that_nothing_fits_are_shown_and_said():
    """No byte makes it raise; what cannot be read is visible."""
    article = open_article(b"\xff\xfe\x00\xd8 \x00half a pair")
    assert "\ufffd" in article.text
    assert any("\ufffd" in says for says in article.warnings)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_bytes_make_it_raise(raw):
    """Whatever a file holds, there is an article, with text."""
    assert isinstance(open_article(raw).text, str)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_pasted_text_is_never_changed(text):
    """What is pasted is what is read, unless it is a page of HTML."""
    article = open_article(text + "\nx")
    assert article.text == text + "\nx"
    assert [article.text[one.start : one.end] for one in article.sentences] == [
        one.text for one in article.sentences
    ]


def test_line_endings_are_kept():
    """Offsets count the file as it is, with its carriage returns."""
    assert open_article(b"One.\r\nTwo.\r").text == "One.\r\nTwo.\r"


def test_a_very_long_text_is_cut_and_it_says_so():
    """Nothing outside is trusted to have an end."""
    article = open_article(b"word " * (LARGEST // 5 + 10))
    assert len(article.text) == LARGEST
    assert "Only the first" in article.warnings[0]


# --- Where from ----------------------------------------------------------------------------------


def test_a_path_as_text_or_as_path_opens_the_file(tmp_path):
    """Both ways of naming a file work."""
    file = tmp_path / "note.txt"
    file.write_text("A line.", encoding="utf-8")
    assert open_article(file) == open_article(str(file))


def test_a_name_that_is_no_file_is_taken_as_text_and_said():
    """A slip in a file's name is not silently read as an article."""
    article = open_article("artikel.txt")
    assert article.text == "artikel.txt"
    assert "name of a file" in article.warnings[0]


def test_a_missing_path_raises_as_files_do(tmp_path):
    """A `Path` means a file; there is nothing to fall back on."""
    with pytest.raises(OSError, match="gone"):
        open_article(tmp_path / "gone.txt")


def test_the_first_case_is_read_as_it_stands():
    """Damage is kept, the domain is the site, and what is not there is None."""
    article = open_article(SEEDS / "liberty-daily" / "article.txt")
    assert article.title.endswith("- đź”” The Liberty Daily")
    assert article.site == "thelibertydaily.com"
    assert (article.byline, article.published, article.links) == (None, None, ())
    assert article.encoding == "utf-8"


def test_a_byline_and_a_date_at_the_top_are_found():
    """They are looked for near the top only: a date in the story is not the page's."""
    top = "Bridge opens\nBy Ann Ode and Jo Reed\n3 May 2024\n\nIt opened on 1 May 2021."
    article = open_article(top)
    assert (article.byline, article.published) == ("Ann Ode and Jo Reed", "3 May 2024")
    assert open_article("Bridge opens\n\n" + "A line.\n" * 9 + "3 May 2024").published is None


# --- Pages ---------------------------------------------------------------------------------------

PAGE = """<!doctype html><html lang="en"><head><title>Old &amp; new</title>
<meta property="og:site_name" content="The Post"><meta name="author" content="Ann Ode">
<script type="application/ld+json">{"@graph": [{"headline": "Not this",
"datePublished": "2024-05-03", "author": {"name": "Somebody Else"}}]}</script>
<style>p { color: red }</style></head><body><nav>Menu</nav><h1>Old & new</h1>
<p>One <b>bold</b> line.<br>Two.</p><!-- <p>hidden</p> -->
<a title="a > b" href="https://other.example/x">link</a>
<script>document.write("<p>written</p>")</script></body></html>"""


def test_a_page_is_reduced_to_its_text_and_what_it_says_about_itself():
    """Words stay, markup goes; <meta> comes before JSON-LD, which fills what is left."""
    article = open_article(PAGE)
    assert article.text == "Old & new\n\nOne bold line.\n\nTwo.\n\nlink"
    assert (article.title, article.byline) == ("Old & new", "Ann Ode")
    assert (article.site, article.published) == ("The Post", "2024-05-03")
    assert (article.language, article.links) == ("en", ("https://other.example/x",))
    assert "menus may be left in" in article.warnings[-1]


@pytest.mark.parametrize("hidden", ["hidden", "written", "color", "Menu", "<", "script"])
def test_nothing_of_the_markup_is_left(hidden):
    """What was not meant to be read does not become part of the article."""
    assert hidden not in open_article(PAGE).text


def test_a_saved_page_gives_its_page_and_its_address():
    """MHTML, as browsers save it: the first page in it, decoded."""
    saved = MIMEMultipart("related")
    saved["Snapshot-Content-Location"] = "https://post.example/story"
    saved.attach(MIMEText("<html><title>Größe</title><p>Ein Wort.</p></html>", "html", "utf-8"))
    article = open_article(saved.as_bytes())
    assert (article.title, article.text) == ("Größe", "Ein Wort.")
    assert article.url == "https://post.example/story"


def test_a_page_saved_with_a_header_alone_is_a_saved_page():
    """Some programs save one page without its pictures, with the same lines above it."""
    head = b'MIME-Version: 1.0\r\nContent-Type: text/html; charset="iso-8859-1"\r\n'
    saved = head + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>It=92s =93safe=94</p>"
    assert open_article(saved).text == "It’s “safe”"


def test_a_saved_page_without_a_page_is_shown_as_it_is():
    """A broken container does not make it raise."""
    broken = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nno part here\n"
    article = open_article(broken)
    assert "no part here" in article.text
    assert any("saved page" in says for says in article.warnings)


@pytest.mark.parametrize(
    "bomb",
    ["<a ", '<a title="', "<", "<!--", "<p>", "<script>", "&amp;", "</div>", '<a x=">', "<!-- -->"],
)
def test_a_page_made_to_hurt_is_read_in_one_pass(bomb):
    """Ten times as much costs about ten times as much memory, not a hundred."""
    tracemalloc.start()
    reduce_html("<p>" + bomb * 40_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 400 * len(bomb) * 40_000


def test_mutated_pages_never_raise():
    """A page cut and shuffled at random is still read; the seed is fixed."""
    chance = random.Random(7)
    for _ in range(300):
        letters = list(PAGE)
        for _ in range(chance.randrange(1, 30)):
            place = chance.randrange(len(letters))
            letters[place : place + chance.randrange(9)] = chance.choice(["<", ">", '"', "", "&#x"])
        assert isinstance(reduce_html("".join(letters)).text, str)


def test_a_message_with_a_bad_charset_is_still_read():
    """An encoding that nobody knows is no reason to give up."""
    message = email.message.Message()
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = "multipart/related; boundary=x"
    body = b"\n--x\nContent-Type: text/html; charset=klingon\n\n<p>Hello</p>\n--x--\n"
    article = open_article(message.as_bytes() + body)
    assert "Hello" in article.text
