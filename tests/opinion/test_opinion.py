"""Lesson 2: the words that show how a sentence was written."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.opinion import BIAS, WEIGHTS, Cue, cues, features, lexicon, opinion_score
from helpers.text.lists import read_rows

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "opinion"
KINDS = {"loaded", "hedge", "booster", "reporting-verb", "duty"}


def found(text: str) -> list[tuple[str, str]]:
    """What is found, as (kind, words)."""
    return [(cue.kind, text[cue.start : cue.end]) for cue in cues(text)]


def loaded(text: str) -> list[str]:
    """The loaded words."""
    return [words for kind, words in found(text) if kind == "loaded"]


def read(name: str) -> list[tuple[bool, str, list[tuple[int, int]]]]:
    """The labelled sentences of a file: subjective or not, text, spans in braces."""
    rows = []
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, marked = line.split("\t")
        assert kind in ("subj", "obj"), line
        text, spans = "", []
        for number, piece in enumerate(re.split("[{}]", marked)):
            if number % 2:
                spans.append((len(text), len(text) + len(piece)))
            text += piece
        rows.append((kind == "subj", text, spans))
    return rows


# --- each kind is found -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The reckless plan was dropped.", "loaded", "reckless"),
        ("They acted recklessly.", "loaded", "recklessly"),
        ("It was the cruellest cut of all.", "loaded", "cruellest"),
        ("The zealots went home.", "loaded", "zealots"),
        ("The zealots’ plan was dropped.", "loaded", "zealots"),
        ("A patriot, she said, would go.", "loaded", "patriot"),
        ("It is a war on the family.", "loaded", "war on"),
        ("A huge crowd came.", "booster", "huge"),
        ("Ministers are squandering the money.", "loaded", "squandering"),
        ("The regime’s leader spoke.", "loaded", "regime"),
        ("Her so-called plan was read out.", "loaded", "so-called"),
        ("The so called plan was read out.", "loaded", "so called"),
        ("A far-right group marched.", "loaded", "far-right"),
        ("A far‑right group marched.", "loaded", "far‑right"),
        ("The bill is an assault on the family.", "loaded", "assault on"),
        ("The price may rise.", "hedge", "may"),
        ("The fire is thought to have begun here.", "hedge", "is thought to"),
        ("Perhaps it will.", "hedge", "Perhaps"),
        ("In my view the court erred.", "hedge", "In my view"),
        ("The alleged attacker left.", "hedge", "alleged"),
        ("There is no doubt about it.", "booster", "There is no doubt"),
        ("Of\ncourse they did.", "booster", "Of\ncourse"),
        ("It is clearly so.", "booster", "clearly"),
        ("“We lost,” the captain said.", "reporting-verb", "said"),
        ("According to the union, 40 stayed.", "reporting-verb", "According to"),
        ("He claimed that it was raining.", "reporting-verb", "claimed"),
        ("“It rained,” she added.", "reporting-verb", "added"),
        ("Parliament must act.", "duty", "must"),
        ("It’s time to close the road.", "duty", "It’s time to"),
        ("This shows the need for a bridge.", "duty", "the need for"),
    ],
)
def test_every_kind_of_cue_is_found(text, kind, words):
    """A cue is one span of its kind, several words together, whatever hyphen or space joins it."""
    assert (kind, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The vote is on 3 May 2024.",
        "May was the driest month since 1990.",
        "Theresa May left by train.",
        "They feared the military might of the empire.",
        "It is a must-see film, and the drum is a must.",
        "Aforesaid and unsaid are old words.",
        "I like the river and its islands.",
        "The company added 200 jobs.",
        "The police found 12 boxes.",
        "The insurance claim was paid.",
        "The candidate’s vow was short.",
        "She appeared in court on Monday.",
        "The dog lies in the sun and was lying down at noon.",
        "The United States and the states beside it.",
        "Free radicals form in the cell.",
        "Great Britain has two such rivers.",
        "Ms Savage met Mr Noble.",
        "The anti-racist march began at ten.",
        "The new home is far from the river.",
        "This kind of boat has two masts.",
        "An extraordinary meeting was set for 9 June.",
        "They knew nothing of\n\ncourse fees.",
        "She sold Patriot to a rival mine.",
        "The Patriot Act was read.",
        "A doping scandal and a war on drugs.",
        "The court heard of racism, fraudulent forms and excessive force.",
        "Their side crushed the visitors, and shares eroded.",
    ],
)
def test_words_that_only_look_like_cues_are_left_alone(text):
    """A month, a name, a noun or part of another word is no cue; over-marking breeds suspicion."""
    assert found(text) == []


GUARDS = read_rows(Path(lexicon.__file__).parent / "guards.tsv", 6)


@pytest.mark.parametrize("row", [pytest.param(row, id=" ".join(row[:4])) for row in GUARDS])
def test_every_guard_is_held_by_its_sentence(row, monkeypatch):
    """The sentence beside a guard has the look-alike, and it takes this guard to see that."""
    kind, phrase, rule, side, others, sentence = row
    words = tuple(phrase.split("_"))

    def is_cue():
        return any(
            cue.kind == kind and re.split("[ -]", sentence[cue.start : cue.end].lower()) == [*words]
            for cue in cues(sentence)
        )

    assert not is_cue()
    mine = lexicon.Guard(rule, side == "before", frozenset(others.split()))
    rest = [guard for guard in lexicon.guards()[kind, words] if guard != mine]
    monkeypatch.setitem(lexicon.guards(), (kind, words), rest)
    assert is_cue()


def test_plain_reporting_of_bad_events_is_not_loaded():
    """Terrible things can be told in plain words, and then nothing is marked."""
    text = "The blast killed 31 people, destroyed six houses and cut power to 12,000 homes."
    assert loaded(text) == []


def test_a_longer_phrase_wins_over_a_word_in_it():
    """`I believe` is the writer's caution, though `believe` alone would point to a source."""
    assert found("I believe it.") == [("hedge", "I believe")]
    assert found("Farmers believe it.") == [("reporting-verb", "believe")]


# --- what a learner reads -----------------------------------------------------------------------


def test_a_loaded_word_is_never_called_wrong():
    """The explanation says that the word evaluates, and that it may be accurate all the same."""
    for cue in cues("The reckless, staggering, so-called gift to zealots squandered propaganda."):
        assert "evaluates" in cue.why, cue
        assert "accurate" in cue.why, cue


def test_a_quoted_word_is_given_to_the_speaker():
    """Inside quotation marks the judgement is the speaker's, and the explanation says so."""
    text = "The reckless mayor said: “This is a shameful lie, and we must act.”"
    outside, said, *inside = cues(text)
    assert "speaker" not in outside.why + said.why
    assert [cue.kind for cue in inside] == ["loaded", "loaded", "duty"]
    assert all("speaker" in cue.why and "quotation marks" in cue.why for cue in inside)


@pytest.mark.parametrize(
    "text", ['She saw "shameful" odds.', "She saw ‘shameful’ odds.", "A shameful day,” she wrote."]
)
def test_any_quotation_marks_will_do(text):
    """Straight, single or, in a sentence cut from a longer quotation, only the closing mark."""
    assert "speaker" in next(cue for cue in cues(text) if cue.kind == "loaded").why


def test_an_explanation_is_one_plain_sentence():
    """Learners read it whole: one sentence, quoting the word as printed."""
    text = "Experts claim we clearly must, perhaps, stop the reckless “handouts” they say exist."
    for cue in cues(text):
        assert text[cue.start : cue.end] in cue.why
        assert cue.why.endswith(".")
        assert not re.search(r"[.!?] [A-Z]", cue.why)


# --- offsets ------------------------------------------------------------------------------------


def test_offsets_count_code_points():
    """An emoji is one and a curly quotation mark is one, as everywhere in the kit."""
    text = "😀 “That’s 👩‍🚀 shameful,” İpek said."
    assert found(text) == [("loaded", "shameful"), ("reporting-verb", "said")]


PHRASE = "so called shameful must may May said the zealot's it is high time to"
PIECES = [
    *PHRASE.split(),
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "-",
    "\n",
    "\u2028",
    "İ",
    "😀",
    "\ud800",
    "\x00",
    "1.2",
    "?",
]
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet=st.characters()),  # lone surrogates as well
    st.lists(st.sampled_from(PIECES)).map(" ".join),
)


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_no_text_raises_and_every_span_is_sound(text):
    """Whatever the text, cues come in order, do not overlap, are not empty and have no edges."""
    past = 0
    for cue in cues(text):
        assert isinstance(cue, Cue)
        assert past <= cue.start < cue.end <= len(text)
        assert text[cue.start : cue.end] == text[cue.start : cue.end].strip()
        assert cue.kind in KINDS
        past = cue.end


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_the_score_stays_between_nought_and_one(text):
    """Any text gets a score, the empty one too, and each feature stays small."""
    assert 0 <= opinion_score(text) <= 1
    assert all(0 <= value <= 4 for value in features(text).values())


def test_an_empty_text_has_no_cues():
    """Nothing in, nothing out."""
    assert cues("") == []
    assert 0 <= opinion_score("") <= 1


# --- even hands ---------------------------------------------------------------------------------

MIRRORS = [
    ("The radical left wants to ruin the schools.", "The radical right wants to ruin the schools."),
    ("These handouts reward idleness.", "These giveaways reward idleness."),
    ("The elites have decided once again.", "The fat cats have decided once again."),
    ("It was a woke tirade.", "It was a bigoted tirade."),
    ("Climate alarmists will say anything.", "Climate deniers will say anything."),
    ("The union bosses got what they wanted.", "The robber barons got what they wanted."),
    ("The nanny state is back.", "The police state is back."),
    ("Leftists stormed the hall.", "Rightists stormed the hall."),
    ("A far-left mob blocked the road.", "A far-right mob blocked the road."),
    ("The tax-and-spend budget is here.", "The trickle-down budget is here."),
    ("Gun grabbers wrote the bill.", "Gun nuts wrote the bill."),
    ("The marxist mayor must go.", "The fascist mayor must go."),
    ("The baby killers cheered.", "The war criminals cheered."),
    ("Tree huggers and feminazis cheered.", "Polluters and misogynists cheered."),
    ("The liberal media swallowed it.", "The corporate media swallowed it."),
    ("Big government will not save us.", "Big oil will not save us."),
    ("A peacenik spoke.", "A warmonger spoke."),
    ("Such virtue signalling is old.", "Such race baiting is old."),
]


PLAIN_MIRRORS = [
    ("The left won 12 seats.", "The right won 12 seats."),
    ("Liberals are wrong about this.", "Conservatives are wrong about this."),
    ("Labour has lost its way.", "Capital has lost its way."),
    ("Socialism is a bad idea.", "Capitalism is a bad idea."),
]


@pytest.mark.parametrize(("one", "other"), PLAIN_MIRRORS)
def test_naming_a_side_weighs_nothing(one, other):
    """Left and right are sides here, never a past tense or a value."""
    assert opinion_score(one) == opinion_score(other)


@pytest.mark.parametrize(("one", "other"), MIRRORS)
def test_swapping_the_sides_changes_nothing(one, other):
    """What one side is called weighs exactly what the other is called: labels rest on language."""
    assert loaded(one), one
    assert [kind for kind, _ in found(one)] == [kind for kind, _ in found(other)]
    assert opinion_score(one) == opinion_score(other)


def test_names_of_sides_are_not_loaded_by_themselves():
    """To say who somebody is, is not to judge them."""
    text = "Liberals, conservatives, socialists, Catholics, Muslims, unions and bankers attended."
    assert found(text) == []


def test_the_us_is_a_country():
    """Capitals make it a name, so it is no first person; in a shout of capitals nobody can tell."""
    assert features("The US sent two ships.")["first person"] == 0
    assert features("US Sends Two Ships To Norland")["first person"] == 0
    assert found("They let US ships in.") == []
    assert found("Let us go in.") == [("duty", "Let us")]
    assert features("They sent us two ships.")["first person"] == 1
    assert features("THEY SENT US TWO SHIPS.")["first person"] == 1


# --- the score ----------------------------------------------------------------------------------


def test_every_weight_has_a_feature_and_every_feature_a_weight():
    """What the score looks at can be read off one table."""
    assert set(WEIGHTS) == set(features("A sentence."))
    assert isinstance(BIAS, float)


def test_opinions_come_before_reports():
    """On sentences written before any result was seen, most are ordered and parted rightly."""
    rows = read("validation.tsv")
    subj = [opinion_score(text) for is_subj, text, _ in rows if is_subj]
    obj = [opinion_score(text) for is_subj, text, _ in rows if not is_subj]
    assert min(len(subj), len(obj)) > 40
    ordered = sum(s > o for s in subj for o in obj) / (len(subj) * len(obj))
    assert ordered > 0.935
    assert sum(s >= 0.5 for s in subj) / len(subj) > 0.82
    assert sum(o < 0.5 for o in obj) / len(obj) > 0.93


def test_a_quoted_judgement_does_not_make_the_report_an_opinion():
    """Reporting that somebody called a thing shameful is reporting."""
    said = opinion_score("“This is a shameful, cowardly lie,” said Marta Rell on Tuesday.")
    assert said < 0.5 < opinion_score("This is a shameful, cowardly lie.")


def test_most_marked_words_are_found_and_most_found_words_are_marked():
    """Neither blind nor suspicious, on the sentences that had no part in the lists."""
    hits = false = missed = 0
    for _, text, spans in read("validation.tsv"):
        starts = {a for a, _ in spans}
        flagged = {cue.start for cue in cues(text) if cue.kind == "loaded"}
        hits += len(starts & flagged)
        false += len(flagged - starts)
        missed += len(starts - flagged)
    assert hits / (hits + false) > 0.75
    assert hits / (hits + missed) > 0.89


# --- cost ---------------------------------------------------------------------------------------


def test_the_helper_needs_nothing_heavy():
    """It must run in a browser's Python, and cost a lesson nothing to import."""
    code = (
        "import sys, helpers.opinion as o; o.opinion_score('A shameful lie.'); "
        "heavy = {'numpy', 'pandas', 'sklearn', 'syntok', 'ipywidgets', 'altair'}; "
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
