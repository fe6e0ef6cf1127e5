"""What decoding promises: the encoding is found or guessed, and what was guessed is said."""

import codecs
import json
from pathlib import Path

import pytest

from helpers.article import open_article
from helpers.article.decoding import decode
from helpers.article.formats import FORMATS
from helpers.article.labels import NEVER, called, codec_for
from helpers.article.windows_1252 import is_western

DATA = Path(__file__).parent.parent / "data" / "article"
ENCODINGS = json.loads((DATA / "encodings.json").read_text(encoding="utf-8"))
DECLARED = json.loads((DATA / "declared.json").read_text(encoding="utf-8"))
FILES = json.loads((DATA / "files.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "case", ENCODINGS, ids=lambda case: f"{case['codec']}: {case['text'][:30]}"
)
def test_a_text_is_read_exactly_without_a_word_about_its_encoding(case):
    """Short texts too: their few unusual characters keep telling company."""
    assert decode(case["text"].encode(case["codec"])).text == case["text"]


@pytest.mark.parametrize("case", DECLARED, ids=lambda case: case["label"])
def test_a_declaration_means_what_it_means_to_browsers(case):
    """The names of encodings are old, and pages have used them loosely for as long."""
    decoded = decode(case["bytes"].encode("latin-1"))
    assert case["text"] in decoded.text
    assert decoded.encoding == case["encoding"]


@pytest.mark.parametrize("case", FILES, ids=lambda case: case["label"])
def test_a_file_that_is_no_text_is_named_with_the_next_step(case):
    """Nobody is left with a screen of signs: the file is named, and there is something to do."""
    article = open_article(case["bytes"].encode("latin-1"))
    if case["name"] is None:
        assert not any("not a text" in says for says in article.warnings)
        assert article.text
    else:
        assert article.text == ""
        (says,) = article.warnings
        assert says.startswith(f"This is {case['name']}")
        assert says.count(".") >= 2


def test_every_kind_of_file_has_a_case():
    """A signature that no case has might as well be wrong."""
    named = {case["name"] for case in FILES}
    assert {one.name for one in FORMATS} <= named


def test_a_file_with_much_that_is_no_letter_is_called_so():
    """An unknown kind of file is not shown without a word either."""
    article = open_article(bytes(range(14, 32)) * 40)
    assert any("may be no text at all" in says for says in article.warnings)


def test_every_label_has_a_codec_of_this_python():
    """A label that Python cannot read would be a promise that is not kept."""
    from helpers.article.labels import _CODECS

    assert len(_CODECS) > 30
    assert all(codecs.lookup(codec) for codec in _CODECS.values())


@pytest.mark.parametrize(
    ("label", "name"),
    [
        *((" ISO-8859-1 ", "windows-1252"), ("ascii", "windows-1252"), ("l5", "windows-1254")),
        *(("gb2312", "gb18030"), ("ks_c_5601-1987", "euc-kr"), ("tis-620", "windows-874")),
        *(("sjis", "shift_jis"), ("cp437", "cp437"), ("utf8", "utf-8"), ("koi", "koi8-r")),
    ],
)
def test_a_label_is_known_by_all_its_names(label, name):
    """The Encoding Standard lists more than two hundred; what it lacks, Python may know."""
    assert called(codec_for(label)) == name


@pytest.mark.parametrize("label", ["klingon", "", "iso-2022-cn", "\ud800", *sorted(NEVER)])
def test_some_labels_mean_nothing(label):
    """What no browser reads is not believed, and what no page is written in neither."""
    assert codec_for(label) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Mìsto má nový most",
        "A h\xeddõr, ûrhajó",
        "by³ zamkniêty",
        "Ïðèâåò",
        "It\xd5s",
        "Pøíliš è ì",
        "café¿",
    ],
)
def test_another_alphabet_is_not_taken_for_western(text):
    """Letters that no language has together, and marks where none stand, are a wrong table's."""
    assert not is_western(text)


def test_one_bad_byte_does_not_change_the_encoding():
    """A file that was cut in the middle of a letter is still UTF-8."""
    decoded = decode("Žluťoučký kůň: pět želv".encode()[:-1] + b"\xc5")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith("Žluťoučký kůň: pět žel")
    assert "\ufffd" in decoded.warnings[0]


def test_a_declaration_in_a_comment_or_a_description_is_none():
    """Only what a browser would read as a declaration counts."""
    text = "Łódź płynęła wzdłuż brzegu, a dzieci śpiewały głośno"
    page = f"<!-- <meta charset=koi8-r> --><meta name=d content='charset=big5'><meta charset=iso-8859-2><p>{text}"
    decoded = decode(page.encode("iso8859-2"))
    assert decoded.encoding == "iso-8859-2"
    assert text in decoded.text
