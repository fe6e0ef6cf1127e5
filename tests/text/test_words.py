"""Promises of `helpers.text.words`: every word and mark of a text, once, where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text.marks import paragraphs, quoted_runs
from helpers.text.words import is_word, tokenize

CASES = {
    "abbreviations keep their stop": (
        "Gov. Lima of Kan. and Sept. rain",
        "Gov.|Lima|of|Kan.|and|Sept.|rain",
    ),
    "a reference keeps it before a number": (
        "See No. 5, fig. 2. No. Art.",
        "See|No.|5|,|fig.|2|.|No|.|Art|.",
    ),
    "dotted letters are one word": (
        "The U.S. at 5 p.m. (e.g. W.Va.)",
        "The|U.S.|at|5|p.m.|(|e.g.|W.Va.|)",
    ),
    "a degree is one word": ("Ana Lima, Ph.D., left", "Ana|Lima|,|Ph.D.|,|left"),
    "an initial keeps it before a name": (
        "J. D. Voss got a C. we heard",
        "J.|D.|Voss|got|a|C|.|we|heard",
    ),
    "an ordinary word does not": ("He left. Voss stayed.", "He|left|.|Voss|stayed|."),
    "apostrophes stay inside": ("The mayor’s men don't", "The|mayor’s|men|don't"),
    "plural possessives and clipped words": ("voters’ goin' home", "voters’|goin'|home"),
    "text cut into words": ("Voss 's men did n't", "Voss|'s|men|did|n't"),
    "hyphens join": ("a well-known al-Amin", "a|well-known|al-Amin"),
    "numbers keep their commas": ("$3,500.50 at 10:30, 5%", "$3,500.50|at|10:30|,|5|%"),
    "a comma after a word is a mark": ("in 2026,5 said", "in|2026,5|said"),
    "names of accounts and companies": ("@ana_lima of AT&T #vote", "@ana_lima|of|AT&T|#vote"),
    "web names": ("read example.org today", "read|example.org|today"),
    "words run together at a stop": ("He left.Today", "He|left|.|Today"),
    "dots and dashes": ("so... no -- well… yes", "so|...|no|--|well|…|yes"),
    "capitals of two letters are no initial": (
        "He works in IT. They left",
        "He|works|in|IT|.|They|left",
    ),
    "a stop with a space before it": (". Gov . Lima", ".|Gov|.|Lima"),
    "a comma after an abbreviation": ("Gov, Lima", "Gov|,|Lima"),
    "a number before a number": ("of 42. 7 left", "of|42|.|7|left"),
    "combining marks": ("cafe\u0301 is", "cafe\u0301|is"),
}


@pytest.mark.labelled
@pytest.mark.parametrize(("text", "words"), CASES.values(), ids=CASES)
def test_words_and_marks_are_told_apart(text, words):
    """Each kind of word is one token, and each mark is one of its own."""
    assert "|".join(token.text for token in tokenize(text)) == words


@pytest.mark.labelled
@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Lima", "Cap"),
        ("lima", "low"),
        ("al-Amin", "Cap"),
        ("well-known", "low"),
        ("2026", "num"),
        ("$5", "num"),
        ("@lima", "Cap"),
        ("#vote", "low"),
        ("$", "$"),
        ("o'clock", "low"),
        ("…", "…"),
        ("(", "("),
        ("Éva", "Cap"),
    ],
)
def test_a_token_tells_its_shape(word, shape):
    """A capital, small letters, a number, or the mark itself."""
    (token,) = tokenize(word)
    assert token.shape == shape
    assert is_word(token) == (shape in ("Cap", "low", "num"))


@pytest.mark.labelled
def test_low_is_for_looking_up():
    """Lists are in lower case with straight apostrophes, whatever the text uses."""
    assert [token.low for token in tokenize("They DON’T")] == ["they", "don't"]


@pytest.mark.labelled
def test_a_quoted_run_is_one_token():
    """No rule can read what stands between the marks."""
    text = "She said “the mayor told us. No.” and left."
    (runs,) = quoted_runs(text, paragraphs(text))
    tokens = tokenize(text, runs=runs)
    assert [token.text for token in tokens if token.shape == "quote"] == [
        "“the mayor told us. No.”"
    ]
    assert [token.low for token in tokens] == ["she", "said", "", "and", "left", "."]


@pytest.mark.labelled
def test_a_stretch_keeps_the_offsets_of_the_whole_text():
    """Offsets count from the start of the text, not of the stretch."""
    assert [(token.start, token.end) for token in tokenize("One. Two is.", 5, 8)] == [(5, 8)]


@given(st.text(st.characters(exclude_categories=[])))
def test_no_character_is_lost_or_read_twice(text):
    """Tokens quote the text, in order; between them stands only what is no word and no mark."""
    done = 0
    for token in tokenize(text):
        assert token.text == text[token.start : token.end]
        assert not text[done : token.start].strip()
        done = token.end
    assert not text[done:].strip()


@pytest.mark.parametrize(
    "piece", ["a.", "'s ", "a-", "-", ".", "A. ", "1,", "@", "e\u0301", "Gov."]
)
def test_a_long_text_of_hard_pieces_is_read(piece):
    """Nothing makes the search go back and forth."""
    assert tokenize(piece * 100_000)
