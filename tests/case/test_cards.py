"""What lesson 1's cards, chain and timeline promise: no view stands alone, and every fact has a source."""

from copy import deepcopy

import packs
import pytest
from packs import Pack

from helpers.case import case_names, load_case, load_key, validate
from helpers.case.cards import BESIDE_CRITICS
from helpers.case.vocabulary import CARD_HELPS

WITH_CARDS = [name for name in case_names() if load_case(name).cards]
GROUPS = ("critics", *BESIDE_CRITICS)


def card(name, group, **more):
    """A card without a fault."""
    texts = {"title": name, "publisher": "Somebody", "date": "not shown", "extract": "“Words.”"}
    return {"id": name, **texts, "url": "not seen", "source": "minutes", "group": group, **more}


def sound_case():
    """The small pack with four cards, a chain and a timeline."""
    case = packs.sound_case()
    case["cards"] = [card(f"card-{group}", group) for group in GROUPS]
    case["cards"][0]["together"] = [f"card-{group}" for group in BESIDE_CRITICS]
    case["chain"] = [{"id": "link-1", "from": "the clerk", "to": "the text"}]
    case["timeline"] = [
        {"date": "2024-05-03", "event": "It opened", "source": "minutes", "sentence": "s1"},
        {"date": "2024-05-04", "event": "It closed", "source": "minutes"},
    ]
    return case


def sound_key():
    """The key of the same pack."""
    key = packs.sound_key()
    reason = {"cue": "Because.", "next": "Look."}
    key["cards"] = {f"card-{group}": {"helps": "no", **reason} for group in GROUPS}
    key["picks"] = {"budget": "2", "good": [["card-outlet"]]}
    return key


def problems(tmp_path, change_case=None, change_key=None):
    """What is wrong with the pack after a change."""
    case, key = deepcopy(sound_case()), deepcopy(sound_key())
    (change_case or (lambda _: None))(case)
    (change_key or (lambda _: None))(key)
    folder = Pack(case=case, key=key).write(tmp_path / "footbridge")
    return [one.says for one in validate(folder)]


def test_a_sound_pack_with_cards_has_no_problem(tmp_path):
    """The tests below break what is sound."""
    assert problems(tmp_path) == []


def put(place, value):
    """A change: set what stands at a place, or take it out."""

    def change(top):
        *way, last = place
        for step in way:
            top = top[step]
        if value is ...:
            del top[last]
        else:
            top[last] = value

    return change


@pytest.mark.parametrize("group", BESIDE_CRITICS)
def test_a_critics_description_never_stands_alone(tmp_path, group):
    """Without the outlet's own, its friends' or the criticism of the critics, the case is refused."""
    others = [f"card-{one}" for one in BESIDE_CRITICS if one != group]
    (says,) = problems(tmp_path, put(("cards", 0, "together"), others))
    assert f"stands without a card of the group '{group}'" in says


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        (("cards", 0, "together", 0), "card-x", "names 'card-x', which is no card"),
        (("cards", 1, "id"), "card-critics", "holds the id 'card-critics' twice"),
        (("cards", 1, "source"), "nobody", "'source' should be one of minutes"),
        (("cards", 1, "extract"), ..., "lacks 'extract'"),
        (("cards", 1, "colour"), "red", "unknown field 'colour'"),
        (("chain", 0, "to"), ..., "lacks 'to'"),
        (("timeline", 0, "date"), "May 2024", "should be a day such as"),
        (("timeline", 0, "date"), "2024-02-30", "should be a day such as"),
        (("timeline", 0, "date"), "2024-06-03", "from the first date to the last"),
        (("timeline", 0, "sentence"), "s77", "'sentence' should be one of"),
        (("timeline", 0, "source"), "nobody", "'source' should be one of minutes"),
    ],
)
def test_what_is_wrong_in_a_case_is_named(tmp_path, place, value, expected):
    """An author is told what to mend, in words."""
    assert any(expected in says for says in problems(tmp_path, put(place, value)))


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        (("cards", "card-outlet"), ..., "no entry for the card 'card-outlet'"),
        (("cards", "card-outlet", "helps"), "perhaps", "should be one of yes, a-little, no"),
        (("cards", "card-outlet", "next"), ..., "card card-outlet lacks 'next'"),
        (("picks", "budget"), "4", "between 1 and 3, so that some cards stay closed"),
        (("picks", "good", 0), ["card-x"], "each good choice lists cards of the case"),
        (("picks", "good", 0), ["card-outlet"] * 3, "no more than the budget"),
    ],
)
def test_what_is_wrong_in_a_key_is_named(tmp_path, place, value, expected):
    """The same for the key."""
    assert any(expected in says for says in problems(tmp_path, None, put(place, value)))


# --- The kit's own -------------------------------------------------------------------------------


def test_the_first_case_has_cards_from_several_sides():
    """Outlet, friends, critics and their critics; Venezuelan voices of three kinds."""
    groups = {card.group for card in load_case("liberty-daily").cards}
    assert {"outlet", "friends", "critics", "critics-of-critics"} <= groups
    assert {"venezuela-government", "venezuela-opposition", "venezuela-independent"} <= groups


@pytest.mark.parametrize("name", WITH_CARDS)
def test_every_card_has_a_key_and_a_document(name):
    """Whatever is opened can be explained, and its source can be named."""
    case = load_case(name)
    key = load_key(case)
    sources = {source.id for source in case.sources}
    assert {card.id for card in case.cards} == set(key.cards)
    assert all(card.source in sources for card in case.cards)
    assert {one.helps for one in key.cards.values()} == set(CARD_HELPS)


@pytest.mark.parametrize("name", WITH_CARDS)
def test_a_quoted_extract_stands_in_its_document(name):
    """No extract is invented: words in quotation marks are words of the source."""
    case = load_case(name)
    texts = {source.id: source.text for source in case.sources}
    quoted = 0
    for one in case.cards:
        for piece in pieces(one.extract):
            quoted += 1
            assert piece in texts[one.source], (one.id, piece)
    assert quoted > 3


def pieces(extract):
    """The quoted runs of an extract, or all of it where nothing is marked, cut at its ellipses."""
    runs = [run.split("”")[0] for run in extract.split("“")[1:]]
    if not runs and "[" not in extract:
        runs = [extract]
    for run in runs:
        for piece in run.split("…"):
            if len(piece.split()) > 1:
                yield piece.strip()


@pytest.mark.parametrize("name", ["liberty-daily"])
def test_the_timeline_names_days_and_says_what_came_later(name):
    """Each event has a day and a source, and some came after the report that it all began with."""
    events = load_case(name).timeline
    assert len(events) == 20
    assert [event.date for event in events] == sorted(event.date for event in events)
    assert sum(event.date > "2025-09-26" for event in events) == 3
    assert all(not event.sentence for event in events if event.date > "2025-09-26")


def test_no_clue_is_about_whether_the_content_is_right():
    """In the key of the clues this answer is never accepted; two clues show nothing by themselves."""
    key = load_key(load_case("liberty-daily")).sets["clues"]
    accepted = [item.accepted for item in key.values()]
    assert not any("about-the-content" in one for one in accepted)
    assert sum(one == ("nothing",) for one in accepted) == 2


def test_one_link_is_honestly_unknown():
    """In the chain of the article "unknown" is right for the Substack, and only there."""
    key = load_key(load_case("liberty-daily")).sets["chain"]
    assert [name for name, item in key.items() if "unknown" in item.accepted] == ["link-3"]
    assert key["link-2"].accepted == ("inferred",)
