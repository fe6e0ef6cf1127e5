"""What lesson 1's helpers promise: clues that claim no more than they can, and chains with gaps."""

import json
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.article import open_article
from helpers.case import SEEDS, load_case
from helpers.case.cards import Link
from helpers.provenance import (
    Sighting,
    chain_in_words,
    clues,
    damage,
    independent,
    prov_json,
    trace_back,
)
from helpers.provenance.damage import MEANT

DATA = Path(__file__).parent.parent / "data" / "provenance"
NOT_CONTENT = "nothing about whether what the text tells is right"


def kinds(text):
    """What kinds of clue a text gives."""
    return [clue.kind for clue in clues(open_article(text))]


# --- Clues ---------------------------------------------------------------------------------------


def test_the_first_case_gives_the_clues_of_the_lesson():
    """Four things that stand there, in order, and three that are missing."""
    article = open_article(SEEDS / "liberty-daily" / "article.txt")
    found = clues(article)
    words = [article.text[slice(*clue.span)] for clue in found if clue.span]
    assert words == ["đź””", "thelibertydaily.com", "(Substack)—", "Reports indicate"]
    assert [clue.kind for clue in found if clue.span is None] == ["no-byline", "no-date", "no-link"]


@pytest.mark.parametrize("case", sorted(path.parent.name for path in SEEDS.glob("*/case.yaml")))
def test_no_clue_claims_to_know_whether_the_content_is_right(case):
    """Every clue says what it does not show, and what to check next."""
    found = clues(open_article(SEEDS / case / "article.txt"))
    assert found
    assert all(NOT_CONTENT in clue.what_it_does_not for clue in found)
    assert all(clue.what_it_shows and clue.next_check for clue in found)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("LIMA (Reuters) - The bridge opened.", "dateline"),
        ("(Reuters) - The bridge opened.", "dateline"),
        ("LONDON, May 3 (AP) — The bridge opened.", "dateline"),
        ("(Substack)—The bridge opened.", "platform"),
        ("(Pennant)—The bridge opened.", "platform"),
    ],
)
def test_a_platform_is_told_from_an_agency(line, kind):
    """A word in the place of a dateline is called a platform only where it is no known agency."""
    assert kind in kinds(f"Bridge opens\n\n{line}")


@pytest.mark.parametrize(
    "text",
    [
        "The minister reports to parliament.",
        "Three reports were filed (see below) on Monday.",
        "The bridge (built in 1903) — a landmark — opened.",
    ],
)
def test_ordinary_sentences_give_no_clue_about_sources(text):
    """Cases that look like a clue and are none."""
    assert not {"unnamed-reports", "platform", "dateline"} & set(kinds(f"Bridge opens\n\n{text}"))


def test_author_date_and_link_are_clues_when_they_are_there():
    """A signed, dated page with a link has all three, and none of them is missing."""
    found = kinds(
        "Bridge opens\nBy Ann Ode\n3 May 2024\n\nSee https://bridge.example/report today."
    )
    assert {"byline", "date", "link"} <= set(found)
    assert not {"no-byline", "no-date", "no-link"} & set(found)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_clues_never_raise_and_their_spans_stand_in_the_text(text):
    """Any text is read, and every place that is named is a place."""
    article = open_article(text + "\n")
    for clue in clues(article):
        assert clue.span is None or 0 <= clue.span[0] < clue.span[1] <= len(article.text)


# --- Damage --------------------------------------------------------------------------------------


def test_the_bell_is_found_and_only_one_table_fits():
    """The four characters of the title are a bell, read as Windows-1250."""
    (one,) = damage("Caribbean - đź”” The Liberty Daily")
    assert (one.text, one.repaired, one.encoding) == ("đź””", "🔔", "Windows-1250")
    fits = [t for t in ("cp1250", "cp1251", "cp1252", "latin-1") if _fits(t)]
    assert fits == ["cp1250"]


def _fits(table):
    try:
        return "đź””".encode(table) == "🔔".encode()
    except UnicodeEncodeError:
        return False


def _damaged(sign, codec):
    """The sign as a program shows it that reads its UTF-8 bytes with another table, if it can."""
    with suppress(UnicodeDecodeError):  # the table has no character for one of the bytes
        yield codec, sign, sign.encode("utf-8").decode(codec)


CODECS = ("cp1252", "cp1250", "mac_roman", "cp437")
DAMAGED = [one for codec in CODECS for sign in "’é—😀…" for one in _damaged(sign, codec)]


def test_nearly_every_table_can_do_the_damage():
    """An empty list would make the test below pass."""
    assert len(DAMAGED) >= 19


@pytest.mark.parametrize(("codec", "sign", "damaged"), DAMAGED)
def test_common_damage_is_repaired_beside_the_text(codec, sign, damaged):
    """What a wrong table did to a sign is undone."""
    assert sign in {one.repaired for one in damage(f"a {damaged} b")}


@pytest.mark.parametrize(
    "sound",
    [
        *("CAFÉ” he said", "Ångström", "«Straße»", "naïve—really", "Żółta łódź", "…”", "Привет"),
        *("ÀÉÎÕÜ", "“É”", "Nicolás Maduro’s", "日本語", "🔔", "ελληνικά", "¿Qué?", "Å”", "É… and"),
    ],
)
def test_sound_letters_are_left_alone(sound):
    """Cases that look damaged and are not."""
    assert damage(sound) == []


DAMAGE = json.loads((DATA / "damage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", DAMAGE, ids=lambda case: case["label"])
def test_damage_is_what_people_did_not_write(case):
    """Every damaged place, in order, with what it was; and nothing in what only looks so."""
    assert "".join(one.repaired for one in damage(case["text"])) == case["repaired"]


@pytest.mark.parametrize("rule", MEANT, ids=lambda rule: rule.name)
def test_each_reason_to_leave_a_text_alone_does_its_work(rule):
    """A reason that no text needs would be seen here, and so would one that hides damage."""
    assert damage(rule.case) == []
    assert damage(rule.counter) != []


@pytest.mark.parametrize("rule", MEANT, ids=lambda rule: rule.name)
def test_without_the_reason_its_case_would_be_called_damage(rule, monkeypatch):
    """So no reason stands in the table for nothing."""
    others = tuple(one for one in MEANT if one is not rule)
    monkeypatch.setattr(sys.modules["helpers.provenance.damage"], "MEANT", others)
    assert damage(rule.case) != []


def test_a_control_character_is_named_and_explained():
    """A sign that nobody can see is shown by its number, with the bytes that it comes from."""
    (clue,) = [one for one in clues(open_article("Lind\x92s weir")) if one.kind == "damage"]
    assert "U+0092" in clue.what_it_shows
    assert "Windows-1252 bytes 92, read as ISO 8859-1" in clue.what_it_shows


def test_lost_letters_are_one_clue_however_many_they_are():
    """They show that something was lost; no repair is made up."""
    (clue,) = [
        one
        for one in clues(open_article("The caf\ufffd didn\ufffdt"))
        if "\ufffd" in one.what_it_shows
    ]
    assert clue.kind == "lost-letters"
    assert clue.span == (7, 8)


# --- The chain -----------------------------------------------------------------------------------

FIRST = Sighting("a", date(2025, 9, 26))
SECOND = Sighting("b", date(2025, 9, 27), credits="a")
THIRD = Sighting("c", date(2025, 9, 28), credits="b")


def test_credits_are_followed_until_the_trail_goes_cold():
    """From the newest page to the earliest one that is known."""
    assert trace_back(THIRD, [FIRST, SECOND, THIRD]) == [THIRD, SECOND, FIRST]
    assert trace_back(THIRD, [FIRST, THIRD]) == [THIRD]


def test_two_pages_crediting_each_other_do_not_loop():
    """Circular reporting is a thing we teach, so it must not hang the lesson."""
    one = Sighting("a", date(2025, 9, 26), credits="b")
    assert trace_back(one, [one, SECOND]) == [one, SECOND]


def test_pages_that_repeat_each_other_count_once():
    """Three pages and one source; a page of its own is another."""
    other = Sighting("d", date(2025, 9, 27))
    assert independent([FIRST, SECOND, THIRD], [FIRST, SECOND, THIRD]) == [FIRST]
    assert independent([THIRD, other], [FIRST, SECOND, THIRD, other]) == [FIRST, other]


CHAIN = (Link("link-1", "four people", "NBC"), Link("link-2", "NBC", "the article"))


def test_a_chain_reads_as_lines_and_says_what_is_not_answered():
    """The text beside the drawing has every link, answered or not."""
    lines = chain_in_words(CHAIN, {"link-1": "seen"}).splitlines()
    assert lines == ["1. four people → NBC: seen", "2. NBC → the article: not answered yet"]


def test_the_chain_goes_out_as_prov_json_and_comes_back():
    """Another tool of the field reads what the kit writes, with each link's basis."""
    from prov.model import ProvDocument

    written = prov_json(CHAIN, {"link-1": "seen"})
    assert {one["prov:label"] for one in written["entity"].values()} == {
        *("four people", "NBC", "the article")
    }
    back = ProvDocument.deserialize(content=json.dumps(written), format="json")
    assert len(list(back.get_records())) == 5
    assert written["wasDerivedFrom"]["kit:link-1"]["kit:basis"] == "seen"
    assert written["wasDerivedFrom"]["kit:link-2"]["kit:basis"] == "not-answered"


@pytest.mark.parametrize("case", ["liberty-daily", "library-roof", "river-ferry"])
def test_every_link_of_a_chain_is_a_question_of_the_chain_set(case):
    """What is asked is what is drawn."""
    loaded = load_case(case)
    assert [link.id for link in loaded.chain] == [item.id for item in loaded.sets["chain"].items]
