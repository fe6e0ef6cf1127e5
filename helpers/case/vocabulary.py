"""The kit's fixed words. These ids stay put; what people read on screen is kept apart from them."""

from enum import StrEnum

# --- What is ever saved ---------------------------------------------------------------------------


class Act(StrEnum):
    """What a learner did, as saved answers call it. An answer to a question set bears its id."""

    KIND = "kind"  # gave a sentence a kind, one of KINDS
    SURE = "sure"  # said how sure they are of that, one of SURENESS
    WORDS = "words"  # chose loaded words of a sentence: [start, end] in code points of the article
    OPEN = "open"  # opened a look-up card
    ESTIMATE = "estimate"  # said how likely a claim is before its evidence, one of ESTIMATES
    CHECK = "check"  # chose a check of a claim, by its id
    TURN = "turn"  # turned over an evidence card
    STANCE = "stance"  # said how an evidence card stands to its claim, one of STANCES
    ESTIMATE_AFTER = "estimate-after"  # said how likely a claim is after its evidence
    ROUTE = "route"  # chose a route, by its name; the item is a scope
    COMPARE = "compare"  # compared with the key, ids of items; [] puts it away; the item is a scope
    AGAIN = "again"  # closed all look-up cards to begin again; the item is a scope
    ANSWER = "answer"  # answered a single question; the value is the answer in its one form
    DRAFT = "draft"  # typed into the box of a single question; the value is what stands there
    CHOICE = "choice"  # chose an answer to a note
    TEXT = "text"  # wrote an answer to a note
    NAME = "name"  # typed in a name for themselves


class Scope(StrEnum):
    """What is compared as one, as saved answers call it. A question set is one under its own id."""

    ARTICLE = "article"  # the sentences of the article
    CARDS = "cards"  # the look-up cards
    LEDGER = "ledger"  # the claims


class NoCase(StrEnum):
    """What saved answers name in the place of a case, where they belong to none."""

    KIT = "kit"  # a widget without a case
    NOTES = "notes"  # the questions that are about no case
    LEARNER = "learner"  # the learner's own name


TAKEN = frozenset(one.value for one in (*Act, *Scope))
"""What a question set cannot be called: its answers would mix with those of another widget."""

TAKEN_BY_THE_KIT = frozenset(one.value for one in NoCase)
"""What a case cannot be called: its answers would mix with those that belong to no case."""

# --- What answers and keys consist of -------------------------------------------------------------

KINDS = ("attributed", "unattributed", "interpretation", "opinion", "quotation")
"""What kind of sentence this is, by its language alone."""

JUDGEMENT = frozenset({"interpretation", "opinion"})
"""The kinds in which the writer judges. The other three report."""

SURENESS = ("guess", "fairly-sure", "sure")
"""How sure learners are of their own choice of a label."""

LOADED_WEIGHTS = ("clear", "arguable")
"""A loaded word that clearly evaluates, or a borderline one that costs nothing either way."""

VOICES = ("writer", "speaker")
"""Whose word it is: the writer's, or that of somebody quoted."""

GENRES = (
    "Actuality",
    "Analysis",
    "Background",
    "Current",
    "Feature",
    "Interview",
    "Opinion",
    "Press Release",
    "Review",
    "Summary",
)
"""Article-level types, a subset of the IPTC Genre NewsCodes."""

ROUTES = ("short", "whole")
"""The routes: what a short session marks, and everything. A question set names only the first."""

CARD_HELPS = ("yes", "a-little", "no")
"""How far a look-up card helps to find where the text comes from."""

CLAIM_VERDICTS = (
    "supported",
    "partly-supported",
    "disputed",
    "contradicted",
    "could-not-be-checked",
)
"""What the evidence that was seen says about one claim."""

STANCES = ("supports", "challenges", "neither")
"""How a piece of evidence stands to a claim: for it, against it, or it settles neither."""

CLAIM_SORTS = ("report", "fact")
"""What a claim is about: that somebody reported or assessed something, or the thing itself."""

CANNOT = "cannot"
"""The answer that a claim cannot be judged from what there is to see."""

ESTIMATES = ("1-5", "5-20", "20-45", "45-55", "55-80", "80-95", "95-99", CANNOT)
"""How likely a claim is, in the seven bands of ICD 203 (in per cent), or not to be judged."""
