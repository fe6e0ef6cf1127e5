"""The classes of words that the readings of a sentence turn on."""

from pathlib import Path

from helpers.text import classes
from helpers.text.lists import read_lists
from helpers.text.verbs import VERBS, with_role

_LISTS = {
    name: frozenset(words)
    for name, words in read_lists(Path(__file__).with_name("words.txt")).items()
}

QUOTED = "“”"  # the word that stands for a whole run of quoted words
PHRASES = [tuple(phrase.split("_")) for phrase in _LISTS["phrases"]]
PHRASE_OPENERS = {phrase[0] for phrase in PHRASES}
PUTS = _LISTS["puts"]
WORDS_OF = _LISTS["words-of"]
DASHES = frozenset(("—", "–", "--", "―", "-"))
SIGNING = DASHES | {"~"}
STOPS = frozenset(".!?…")
BREAKS = DASHES | {";", ":", "("}
BREAKS_AND_QUOTED = BREAKS | {QUOTED}

ARTICLES = classes.ARTICLES
BE = classes.BE
AUXILIARIES = classes.AUXILIARIES
CONJUNCTIONS = classes.CONJUNCTIONS
DETERMINERS = classes.DETERMINERS
OBJECTS = classes.OBJECT_PRONOUNS
PERSONAL = classes.PERSONAL_PRONOUNS | {"who"}
POSSESSIVES = classes.POSSESSIVES
PREPOSITIONS = (classes.PREPOSITIONS | _LISTS["introducing"]) - {"than", "so"}
PRONOUNS = classes.PRONOUNS | {"who"}
SUBORDINATORS = (classes.SUBORDINATORS | _LISTS["linking"]) - {"but"}
RELATIVES = classes.RELATIVES - SUBORDINATORS
TIMES = (
    classes.DAYS
    | classes.MONTHS
    | classes.DAY_WORDS
    | classes.TIME_UNITS
    | {"last", "this", "next", "earlier", "later", "recently", "then"}
)
FINITE = AUXILIARIES | _LISTS["finite"]
NAMING_INSIDE = _LISTS["naming-inside"]
TITLING = _LISTS["titling"]
BARE_SPEAKERS = _LISTS["bare-speakers"]
SPEECH_VERBS = _LISTS["speech-verbs"]
CLOSING = _LISTS["closing"]
KEEPING = _LISTS["keeping"]
LEAVING = _LISTS["leaving"]
ADJUNCTS = _LISTS["adjuncts"]
NOT_CLAUSES = _LISTS["not-clauses"]
QUESTIONS = _LISTS["questions"]
DESCRIBING = _LISTS["describing"]
HEARERS = _LISTS["hearers"]
OPENERS = _LISTS["openers"]
CLOSING_ABBREVIATIONS = _LISTS["closing-abbreviations"]

ADVERBS = classes.ADVERBS
ENDING = STOPS | CLOSING_ABBREVIATIONS | {QUOTED}
OPENING_MARKS = frozenset("([-•*")
CONTRACTED = ("n't", "'ll", "'re", "'ve")
LINKERS = CONJUNCTIONS | SUBORDINATORS | PREPOSITIONS
LINKS = SUBORDINATORS | RELATIVES | STOPS | {",", ";", QUOTED}
NO_APPOSITION = LINKERS | RELATIVES
NEVER_DESCRIBING = NO_APPOSITION | PRONOUNS | VERBS.keys() | {"."}
CLAUSE_OPENERS = CONJUNCTIONS | SUBORDINATORS | RELATIVES | PRONOUNS | {",", ";", ":", QUOTED}
NO_SPEAKER = LINKERS | AUXILIARIES | ADVERBS | RELATIVES | STOPS | BREAKS | {",", QUOTED, "it"}
PHRASE_FOLLOWERS = LINKERS | {".", ",", QUOTED}
LOOSE = PREPOSITIONS - {"of", "for"}
CLOSING_MARKS = DASHES | {",", ")"}
CLAUSE_MARKS = ",.?!…—-"
PREPOSITIONS_AND_TIMES = PREPOSITIONS | TIMES
INTRODUCING = LINKERS | CLOSING | TIMES
TRAILING = TIMES | ADVERBS | {"on", ","}
PHRASE_BREAKS = BREAKS_AND_QUOTED | RELATIVES
PHRASE_ENDS = SUBORDINATORS | AUXILIARIES | (TIMES - {"this", "march", "may"}) | {"but", "however"}
NEVER_IN_NAME = frozenset(("during", "after", "about", "to"))
JOINING = CONJUNCTIONS | {","}
MARKS = DASHES | {","}
CONTENT_MARKS = frozenset((",", ":"))
CLAUSE_STOPS = frozenset((".", ",", ";"))
UNFINISHED = ",.?!—-…"
FRAMES = frozenset(("as", "to", "for", ":", QUOTED))
LOOSENING = PREPOSITIONS | {",", "to", "and", "while", QUOTED}
GOING_ON = MARKS | {":", "that", QUOTED}
SIGNATURE_ENDS = DASHES | {",", "("}
EDGES = MARKS | {":", ";", ".", "(", ")"}
VERBS_AND_FINITE = FINITE | VERBS.keys()
NO_NAMES = PREPOSITIONS | {QUOTED, "."}
PHRASE_STARTS = DETERMINERS | PRONOUNS
STEPPED_OVER = JOINING | CLOSING | (SUBORDINATORS - {"that"}) | {QUOTED}
FINITE_OR_BREAK = FINITE | BREAKS | RELATIVES | {",", QUOTED}
SUBJECT_END = (PREPOSITIONS - {"of", "for"}) | ADVERBS
STOPS_FOR_THAT = FINITE | RELATIVES | DASHES | {":", ";", QUOTED}
NOUN_MARKERS = ARTICLES | POSSESSIVES
NOUN_NEIGHBOURS = (DETERMINERS | PREPOSITIONS | VERBS.keys()) - {
    w for w in VERBS if VERBS[w].noun_too
}
VERB_NEIGHBOURS = AUXILIARIES | ADVERBS | PRONOUNS | {"to", "people", ",", ")", QUOTED, "and"}
PREPOSITIONS_AND_DETERMINERS = PREPOSITIONS | DETERMINERS
ADJUNCTS_AND_TIMES = ADJUNCTS | TIMES | ADVERBS | {","}
AFTER_HEARER = (
    DETERMINERS | QUESTIONS | PRONOUNS | ADJUNCTS | TIMES | {",", ":", "that", "to", QUOTED}
)
CUES = with_role("quoting", "reporting", "asking", "telling", "intending", "naming")
ADDING = {word for word in with_role("reporting", "telling") if VERBS[word].form == "ing"}
ADDING |= {"according"}
NEVER_BEFORE = _LISTS["never-before"]
ASIDES = (
    RELATIVES | _LISTS["finite"] | {w for w in VERBS if VERBS[w].form in ("past", "participle")}
)
SIGNS = {":"} | WORDS_OF | PUTS | {max(phrase, key=len) for phrase in PHRASES}
