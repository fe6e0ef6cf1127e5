"""Facts that a case and its key once had wrong, or could get wrong again, case by case."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers.case import load_case, load_key
from helpers.opinion import cues
from helpers.quotes import Sources, find_quotes
from helpers.views.shown import background_shown, in_words

# --- night-market ---------------------------------------------------------------------------------

COMMENT = date(2025, 10, 3)
"""The day of the comment, which its first quotation names."""


def day_of(name: str) -> date:
    """Return the date of one of the night market's sources."""
    case = load_case("night-market")
    return date.fromisoformat(next(one.date for one in case.sources if one.id == name))


def test_the_comment_is_younger_than_what_it_quotes():
    """Nobody quotes an evening that is still to come, and pages that repeat a text follow it."""
    case = load_case("night-market")
    assert "Friday 3 October" in case.sets["quotes"].items[0].note
    assert day_of("harbour-agenda") < day_of("open-evening") < COMMENT
    assert COMMENT < day_of("coast-post") < day_of("quay-notes") < day_of("stall-letter")


def test_last_friday_was_the_twenty_sixth():
    """The headline counts 26 Fridays from 4 April, and the text closes the market “last Friday”."""
    last = date(2025, 4, 4) + timedelta(weeks=25)
    assert "last Friday" in load_case("night-market").by_id["s1"].text
    assert COMMENT - last == timedelta(weeks=1)
    assert last.isoformat() == "2025-09-26"


def test_one_sentence_has_one_fate_in_both_exercises():
    """The agenda that exercise 1 opens is evidence in exercise 4 for the same sentence."""
    case, key = load_case("night-market"), load_key(load_case("night-market"))
    drafted = next(claim for claim in case.claims if claim.sentence == "s8")
    for_it = key.claims[drafted.id].on_side("supports")
    assert "harbour-agenda" in {card.source for card in drafted.cards if card.id in for_it}
    assert key.claims[drafted.id].verdict == "supported"
    assert key.cards["card-agenda"].helps == "yes"


def test_something_still_cannot_be_judged():
    """The short route of every case with claims holds one that nobody could check, or the whole does."""
    for name in ("night-market", "harbour-order", "liberty-daily"):
        case = load_case(name)
        verdicts = {one: key.verdict for one, key in load_key(case).claims.items()}
        assert "could-not-be-checked" in verdicts.values(), name
    market = load_case("night-market")
    short = market.ledger.routes["short"].sentences
    assert "could-not-be-checked" in {load_key(market).claims[one].verdict for one in short}


# --- liberty-daily: sentences, sources, loaded words ---------------------------------------------

SECOND_CHOICES = {  # how many of the three readings on file named a second kind, and which
    **dict.fromkeys(("s3", "s4", "s6", "s9"), ("unattributed", 3)),
    **dict.fromkeys(("s12", "s19"), ("opinion", 3)),
    "s14": ("opinion", 1),
    **dict.fromkeys(("s7", "s11", "s16", "s17", "s20", "s22"), ("interpretation", 3)),
    "s18": ("interpretation", 2),
    "s21": ("interpretation", 1),
    "s5": ("attributed", 1),
}
PAPERS = ("nbc-nic", "mh-fbi", "fox-fbi")


@pytest.fixture(scope="module")
def liberty():
    """The owner's article and its key."""
    case = load_case("liberty-daily")
    return case, load_key(case)


def test_a_sentence_is_contested_where_two_of_three_readings_name_the_same_second_kind(liberty):
    """The contested set follows the readings, and nothing else."""
    seconds = {name: one.second for name, one in liberty[1].sentences.items() if one.second}
    assert seconds == {name: kind for name, (kind, n) in SECOND_CHOICES.items() if n >= 2}


def test_lessons_2_and_4_agree_about_the_same_sentence(liberty):
    """Who may say “no source” of a report in lesson 2 may say it on the ladder of lesson 4."""
    case, key = liberty
    seen = set()
    for item in case.sets["sourcing"].items:
        sentence = key.sentences.get(item.sentence)
        accepted = key.sets["sourcing"][item.id].accepted
        if sentence and sentence.kind == "attributed":
            seen.add(item.sentence)
            assert ("none" in accepted) == (sentence.second == "unattributed"), item.id
    assert {"s1", "s2", "s6", "s7"} <= seen


def test_no_word_of_the_papers_on_the_cards_is_called_clearly_loaded(liberty):
    """*Regime* is measured like *cartel*, *proxies* and *destabilize*."""
    case, key = liberty
    papers = " ".join(
        card.says.lower() for claim in case.claims for card in claim.cards if card.source in PAPERS
    )
    clear = {
        word.anchor.exact.lower()
        for word in key.loaded
        if (word.weight, word.voice) == ("clear", "writer")
    }
    assert clear
    assert [word for word in clear if word in papers] == []
    weights = {word.anchor.exact: word.weight for word in key.loaded}
    same = ("regime", "regime’s leader", "cartel", "proxies", "destabilize")
    assert {weights[word] for word in same} == {"arguable"}


# --- liberty-daily: lessons 1 and 3 -----------------------------------------------------------------

LIBERTY = load_case("liberty-daily")
LIBERTY_KEY = load_key(LIBERTY)
LIBERTY_SOURCES = {source.id: source for source in LIBERTY.sources}


def texts_of(name: str) -> str:
    """Return every text of one set of the first case and its key, as one string."""
    return f"{LIBERTY.sets[name]!r} {LIBERTY_KEY.sets[name]!r}"


def test_only_what_the_article_tells_counts_as_told():
    """Nine of 20 dated events; no single strike, no proclamation, no draft that a paper reported."""
    told = {event.sentence: event.says for event in LIBERTY.timeline if event.sentence}
    assert sorted(told, key=lambda name: int(name[1:])) == (
        ["s1", "s5", "s7", "s10", "s13", "s15", "s17", "s18", "s20"]
    )
    untold = " ".join(event.says for event in LIBERTY.timeline if not event.sentence)
    for event in ("Proclamation", "Draft defence strategy", "strike on a boat", "three boats"):
        assert event in untold


def test_two_copies_with_one_fault_have_an_ancestor_with_it():
    """The damage is shared by both known copies, so it is older than either."""
    assert "same four odd characters" in LIBERTY.sets["clues"].items[6].passage
    assert "shared ancestor" in LIBERTY_KEY.sets["clues"]["clue-copy"].options["about-the-copy"].cue
    assert (
        "nothing else" not in LIBERTY_KEY.sets["clues"]["clue-title"].options["about-the-copy"].cue
    )
    assert "đź””" in LIBERTY_SOURCES["copy"].title
    assert "đź””" in LIBERTY.text


def test_a_clue_is_shown_without_a_second_clue_in_it():
    """The odd characters come without the site's name, which would be another clue."""
    by_id = {item.id: item for item in LIBERTY.sets["clues"].items}
    assert by_id["clue-title"].passage == "đź””"
    assert "http" not in by_id["clue-copy"].passage


def test_left_out_without_a_sign_counts_beside_joined():
    """At the end of the article's quotation both are true; joined is the more exact one."""
    key = LIBERTY_KEY.sets["quotes"]["q1"]
    assert key.accepted == ("spliced", "altered")
    assert "more exact" in key.readings["spliced"]


def test_a_translation_held_against_translations_may_settle_nothing():
    """“Cannot be told” counts where its own definition fits."""
    (option,) = [one for one in LIBERTY.sets["quotes"].options if one.id == "cannot-tell"]
    assert "translation" in option.hint
    assert LIBERTY_KEY.sets["quotes"]["q7"].accepted == ("altered", "cannot-tell")


def test_the_feedback_claims_no_more_than_the_excerpts_show():
    """No court is named where the memo was filed: the part of the page that was seen has none."""
    assert "Texas" not in texts_of("quotes")
    assert "court" not in texts_of("quotes")
    assert "court" not in LIBERTY_SOURCES["mh-fbi"].text


def test_what_the_cut_took_away_is_called_by_the_speakers_word():
    """He said “be warned”: the kit says warning."""
    assert "threat" not in texts_of("effect").lower() + texts_of("quotes").lower()


def test_critics_of_the_rating_speak_in_words_of_a_journal():
    """The criticism is a serious one, and it is quoted."""
    (card,) = [one for one in LIBERTY.cards if one.group == "critics-of-critics"]
    assert card.publisher.startswith("Columbia Journalism Review")
    assert "human biases" in LIBERTY_SOURCES[card.source].text


def test_every_venezuelan_voice_has_words():
    """Independent, opposition and government: each is quoted, and each key says what it judges."""
    voices = [card for card in LIBERTY.cards if card.group.startswith("venezuela-")]
    assert len(voices) == 3
    for card in voices:
        assert "“" in card.extract
        assert LIBERTY_SOURCES[card.source].text
    for card in voices[:2]:
        assert "cannot be where this text comes from" in LIBERTY_KEY.cards[card.id].because.cue


def test_a_word_of_a_platform_is_not_a_source():
    """Which Substack it was is the question, and it is not known; no other link is."""
    (link,) = [item for item in LIBERTY.sets["chain"].items if item.id == "link-3"]
    assert "which" in link.title
    assert "which Substack" in link.note
    assert LIBERTY_KEY.sets["chain"]["link-3"].accepted == ("unknown",)
    (last,) = [item for item in LIBERTY.sets["chain"].items if item.id == "link-6"]
    assert "not known" not in last.note


def test_what_lesson_2_shows_after_comparing_is_what_the_key_counts(liberty):
    """Seven judge, seven report, nine can be read either way; the paragraphs as the chart has them."""
    case, key = liberty
    text = key.afterwards["l02-mix"].text
    judges = [key.sentences[name].judges for name in case.by_id]
    counts = [judges.count(True), judges.count(False), judges.count(None)]
    assert counts == [7, 7, 9]
    assert "judges in 7 of the 23 sentences and reports in 7. The other 9" in " ".join(text.split())
    reports = ("attributed", "unattributed", "quotation")
    first, last = case.paragraphs[1], case.paragraphs[-1]
    assert [key.sentences[one.id].kind in reports for one in first] == [True, True, False]
    assert [key.sentences[one.id].kind for one in last[1:]] == ["opinion", "opinion"]
    assert key.sentences[last[0].id].kind in reports


def test_what_lesson_4_shows_after_comparing_is_what_the_key_says(liberty):
    """Four settled claims on the short route; what is assessed is supported, what is so is disputed."""
    case, key = liberty
    short = [key.claims[name].verdict for name in case.ledger.routes["short"].sentences]
    assert (short.count("supported"), short.count("contradicted")) == (3, 1)
    assert set(short) <= {"supported", "contradicted", "disputed", "could-not-be-checked"}
    assert (key.claims["c14"].verdict, key.claims["c15"].verdict) == ("supported", "disputed")
    said = " ".join(key.afterwards["l04-weighed"].text.split())
    assert "no policy of cooperating" in said
    assert "not directing its movement to and operations in the United States" in said


def test_two_reports_have_the_same_step_on_both_scales():
    """The figure that lesson 4 gives for the ferry's five reports."""
    sets = load_key(load_case("river-ferry")).sets
    steps = dict(zip("abcdef", "123456", strict=True))
    same = [
        name
        for name, one in sets["reliability"].items()
        if steps[one.kind] == sets["credibility"][name].kind
    ]
    assert len(sets["reliability"]) == 5
    assert len(same) == 2


def test_the_background_explains_what_the_article_takes_for_granted(liberty):
    """Names that a reader meets without a word of explanation, and the ones in the cards."""
    case, _ = liberty
    names = " ".join(one.name for one in case.background)
    for name in (
        "FBI",
        "MS-13",
        "Tren de Aragua",
        "Caracas",
        "National Defense Strategy",
        "Substack",
    ):
        assert name in case.text
        assert name in names
    assert "regime" not in " ".join(one.text for one in case.background)
    said = in_words(background_shown(case)).splitlines()
    assert said[0].startswith("Background")
    assert len(said) == len(case.background) + 1


def test_what_lesson_4_says_of_the_hedges(liberty):
    """The sentence keeps both hedges of the report; the headline, and the inference, have none."""
    case, _ = liberty
    inferred = case.by_id["s8"].text.partition("implies that ")[2]
    assert inferred
    found = {
        name: [text[cue.start : cue.end] for cue in cues(text) if cue.kind == "hedge"]
        for name, text in {
            "report": "strikes within that country’s borders could potentially begin",
            "s2": case.by_id["s2"].text,
            "s0": case.by_id["s0"].text,
            "s7": case.by_id["s7"].text,
            "s8": inferred,
        }.items()
    }
    assert found["report"] == found["s2"] == ["could", "potentially"]
    assert found["s0"] == found["s8"] == []
    assert "may" in found["s7"]
    assert "some" not in case.by_id["s7"].text
    assert "suspected of carrying" in case.by_id["s11"].text


def test_the_facts_that_lessons_1_and_3_stand_on():
    """No outlet is named, the bell decodes, and an account with both sentences shows the join."""
    assert not [name for name in ("NBC", "Reuters", "Bloomberg") if name in LIBERTY.text]
    assert bytes.fromhex("f09f9494").decode("cp1250") == "đź””"
    (said,) = [found for found in find_quotes(LIBERTY.text) if found.kind == "direct"]
    joined = LIBERTY.text[said.start : said.end]
    wion = LIBERTY_SOURCES["wion"].words
    trace = Sources({"wion": wion}).trace(joined)
    assert trace.verdict == "spliced"
    assert len(trace.pieces) == 2
    assert "we will blow you out of existence" in wion
    assert "existence" not in joined


# --- library-roof, river-ferry --------------------------------------------------------------------


def texts(name: str) -> str:
    """Return all that the key of a case says, in one line."""
    return " ".join(
        (load_case(name).folder.parents[1] / f"solutions/keys/{name}.yaml")
        .read_text("utf-8")
        .split()
    )


def test_reasons_quote_documents_that_say_so():
    """A reason that names words of a document names words that are in it."""
    by_id = {one.id: one for one in load_case("library-roof").sources}
    assert "at two points" in texts("library-roof")
    assert "at two points" in by_id["surveyor"].text
    assert "the likely cause" in by_id["surveyor"].text


def test_one_quotation_has_one_origin():
    """Lesson 1 and lesson 3 follow the librarian's sentence to the same record."""
    case, key = load_case("library-roof"), load_key(load_case("library-roof"))
    link = next(one for one in case.sets["chain"].items if one.id == "link-2")
    quoted = next(one for one in case.sets["quotes"].items if one.id == "l1")
    assert link.shows == quoted.shows == key.sets["chain"]["link-2"].sources


def test_a_document_that_is_in_the_case_is_never_called_missing():
    """The boat's licence is a document of lesson 4."""
    case = load_case("river-ferry")
    assert "licence" in {one.id for one in case.sources}
    for wrong in ("no document was found", "which was not found", "read across"):
        assert wrong not in texts("river-ferry")


def test_reports_repeat_their_documents():
    """The photograph and the forecast are told as they are, the second half too."""
    case = load_case("river-ferry")
    by_id = {one.id: one for one in case.sources}
    for name in ("reliability", "credibility"):
        told = {one.id: one.passage for one in case.sets[name].items}
        assert "just above the 40 mark" in told["rep-1"]
        assert "just above the 40 mark" in by_id["gauge-photo"].text
        assert "storms upstream are possible" in told["rep-5"]
    assert load_key(case).sets["credibility"]["rep-5"].accepted == ("4", "3")


def test_practice_has_a_sentence_with_two_readings():
    """Nobody meets the first contested sentence in the real article."""
    key = load_key(load_case("river-ferry")).sentences["s7"]
    assert key.accepted == ("unattributed", "interpretation")
    assert key.mixed
    assert "s7" in load_case("river-ferry").routes["short"].sentences


# --- liberty-daily: claims -------------------------------------------------------------------------


def weighed(case="liberty-daily"):
    """The claims and their keys, by id."""
    loaded = load_case(case)
    return {claim.id: claim for claim in loaded.claims}, load_key(loaded).claims


def test_no_claim_is_sharper_than_the_sentence_it_is_pinned_to():
    """“Venezuelan networks” was the kit's word; the flat claim about the gang is not in sentence 7."""
    claims, _ = weighed()
    assert "c7" not in claims
    assert claims["c14"].sentence == "s7"
    assert claims["c15"].sentence == "s8"


def test_the_memo_keeps_its_scope_and_its_hedge():
    """“Probably” belongs to the policy, and the directing is that of what happens in the U.S."""
    _, keys = weighed()
    quoted = (
        "probably does not have a policy of cooperating with TDA and is not directing TDA movement "
        "to and operations in the United States"
    )
    assert quoted in keys["c15"].why
    assert "probably does not direct" not in keys["c15"].why


def test_the_article_gets_credit_for_its_softer_word():
    """The FBI says likely, the article may: only “some” was lost."""
    _, keys = weighed()
    assert "more careful than the FBI" in keys["c14"].why


def test_the_count_of_boats_does_not_hang_on_the_day_of_the_article():
    """Its date is an estimate; at least three holds on every day of it."""
    _, keys = weighed()
    assert keys["c18"].verdict == "partly-supported"
    assert "on every day on which the article can have appeared" in keys["c18"].why


def test_leverage_has_a_card_for_each_half_and_one_source_once():
    """The stated purpose is shown; “we're not talking about that” is no evidence on leverage."""
    claims, keys = weighed()
    cards = {card.id: card for card in claims["c28"].cards}
    assert "interdict the flow of drugs" in cards["c28-e1"].says
    assert cards["c28-e2"].origin == cards["c28-e3"].origin
    assert keys["c28"].cards["c28-e4"].stance == "neither"
    assert keys["c28"].verdict == "partly-supported"


def test_the_strategy_that_was_in_force_is_shown():
    """The one of 2022 names the homeland first as well."""
    claims, _ = weighed()
    assert "nds22" in {card.source for card in claims["c32"].cards}


def test_deaths_are_cited_to_the_office_that_counts_them():
    """CDC, with its share of opioids; no headline about anybody's false claims, no later events."""
    claims, _ = weighed()
    says = " ".join(card.says for card in claims["c38"].cards)
    assert "CDC" in says
    assert "61,393 involving opioids" in says
    text = (load_case("liberty-daily").folder / "case.yaml").read_text(encoding="utf-8")
    assert "FACT FOCUS" not in text
    assert "raid to extract" not in text


def test_what_is_no_evidence_is_keyed_neither():
    """A criticism of a memo, a guess at a feeling, and surprise settle nothing."""
    _, keys = weighed()
    assert keys["c15"].cards["c15-e3"].stance == "neither"
    assert {card.stance for card in keys["c36"].cards.values()} == {"neither"}
    assert weighed("night-market")[1]["n2"].cards["n2-e2"].stance == "neither"


def test_venezuelan_voices_have_words_on_the_short_route():
    """Independent, opposition and the government's side, on the claim about the networks."""
    claims, keys = weighed()
    assert "c12" in load_case("liberty-daily").ledger.routes["short"].sentences
    cards = {card.source: card.says for card in claims["c12"].cards}
    assert "Cartel de los Soles" in cards["cc"]
    assert "la empresa criminal" in cards["larepublica"]
    assert "which Maduro denies" in cards["reuters-gv-wire"]
    assert keys["c12"].verdict == "disputed"


def test_the_law_is_argued_on_both_sides_and_kept_apart_from_the_place():
    """Where it was and whether it was lawful are two questions; both legal views are shown."""
    claims, keys = weighed()
    assert {"efe", "afp-emg"} <= {card.source for card in claims["c20"].cards}
    assert keys["c20"].cards["c20-e2"].stance == keys["c20"].cards["c20-e3"].stance == "neither"


def test_what_is_left_out_is_asked_and_all_four_answers_are_right_somewhere():
    """What would a reader want to know that is not there? One gap may be in the copy only."""
    key = load_key(load_case("liberty-daily")).sets["left-out"]
    assert {one.kind for one in key.values()} == {"has", "part", "not-there", "cannot-tell"}


def test_a_base_rate_is_a_useful_start_and_liking_is_no_check():
    """How often does this happen, and do I want it to be so, are two questions."""
    for name in ("liberty-daily", "library-roof", "river-ferry", "night-market", "harbour-order"):
        claims, keys = weighed(name)
        started = [claim for claim, key in keys.items() if key.little]
        assert started, name
        for claim in claims.values():
            assert len(claim.checks) - len(keys[claim.id].best) >= 2, claim.id
            assert not any(
                "well liked" in one or "honest man" in one for one in claim.checks.values()
            )
