"""The classes of words that the readings of a sentence turn on."""

from pathlib import Path

from helpers.text import classes
from helpers.text.lists import read_lists
from helpers.text.verbs import VERBS, with_role

_LISTS = {
    name: frozenset(words)
    for name, words in read_lists(Path(__file__).with_name("words.txt")).items()
}

# -- marks ----------------------------------------------------------------------------------------

QUOTED = "“”"  # the word that stands for a whole run of quoted words
STOPS = frozenset(".!?…")
DASHES = frozenset(("—", "–", "--", "―", "-"))
MARKS = DASHES | {","}  # what stands between reported words and who said them
BREAKS = DASHES | {";", ":", "("}
BREAKS_AND_QUOTED = BREAKS | {QUOTED}
CLOSING_MARKS = MARKS | {")"}  # the end of an aside
CONTENT_MARKS = frozenset((",", ":"))
CLAUSE_STOPS = frozenset((".", ",", ";"))
OPENING_MARKS = frozenset("([-•*")  # they open a sentence, as a list does
EDGES = MARKS | {":", ";", ".", "(", ")"}  # no part of what is reported
SIGNING = DASHES | {"~"}
SIGNATURE_ENDS = DASHES | {",", "("}
# Last characters of quoted words: after these an attribution may follow,
UNFINISHED = ",.?!—-…"
CLAUSE_MARKS = UNFINISHED  # and the words inside were a clause, not part of a name.

# -- classes of words -----------------------------------------------------------------------------

ADVERBS = classes.ADVERBS
AUXILIARIES = classes.AUXILIARIES
BE = classes.BE
CONJUNCTIONS = classes.CONJUNCTIONS
DETERMINERS = classes.DETERMINERS
OBJECTS = classes.OBJECT_PRONOUNS
PERSONAL = classes.PERSONAL_PRONOUNS | {"who"}
POSSESSIVES = classes.POSSESSIVES
PREPOSITIONS = (classes.PREPOSITIONS | _LISTS["introducing"]) - {"than", "so"}
PRONOUNS = classes.PRONOUNS | {"who"}
SUBORDINATORS = (classes.SUBORDINATORS | _LISTS["linking"]) - {"but"}
RELATIVES = classes.RELATIVES - SUBORDINATORS
LINKERS = CONJUNCTIONS | SUBORDINATORS | PREPOSITIONS
TIMES = classes.DAYS | classes.MONTHS | classes.DAY_WORDS | classes.TIME_UNITS | _LISTS["times"]

BARE_SPEAKERS = _LISTS["bare-speakers"]
CLOSING_ABBREVIATIONS = _LISTS["closing-abbreviations"]
DESCRIBING = _LISTS["describing"]
FIRST_PERSON = _LISTS["first-person"]
HEARERS = _LISTS["hearers"]
KEEPING = _LISTS["keeping"]
LEAVING = _LISTS["leaving"]
NAMING_INSIDE = _LISTS["naming-inside"]
NEVER_BEFORE = _LISTS["never-before"]
NEVER_IN_NAME = _LISTS["never-in-name"]
NOT_CLAUSES = _LISTS["not-clauses"]
OPENERS = _LISTS["openers"]
PUTS = _LISTS["puts"]
PLAIN_SPEECH = _LISTS["plain-speech"]
QUESTIONS = _LISTS["questions"]
SPEECH_VERBS = _LISTS["speech-verbs"]
TITLING = _LISTS["titling"]
WORDS_OF = _LISTS["words-of"]
PHRASES = [tuple(phrase.split("_")) for phrase in sorted(_LISTS["phrases"])]
SIGNS = {":"} | WORDS_OF | PUTS | {max(phrase, key=len) for phrase in PHRASES}

# -- verbs ----------------------------------------------------------------------------------------

CUES = with_role("quoting", "reporting", "asking", "telling", "intending", "naming")
FINITE = AUXILIARIES | _LISTS["finite"]
VERBS_AND_FINITE = FINITE | VERBS.keys()
CONTRACTED = ("n't", "'ll", "'re", "'ve")  # endings of a finite verb
ADDING = {w for w in with_role("reporting", "telling") if VERBS[w].form == "ing"} | {"according"}
PASTS = {word for word in VERBS if VERBS[word].form in ("past", "participle")}
_ONLY_VERBS = {word for word in VERBS if not VERBS[word].noun_too}

# -- what may stand where, named after where it is asked ------------------------------------------

ENDING = STOPS | CLOSING_ABBREVIATIONS | {QUOTED}  # may end a sentence
LINKS = SUBORDINATORS | RELATIVES | STOPS | {",", ";", QUOTED}  # end a clause's first stretch
NOUN_MARKERS = classes.ARTICLES | POSSESSIVES  # a noun follows
COUNTING = DETERMINERS | TIMES  # a plural follows: a few words, his last words
NOUN_NEIGHBOURS = (DETERMINERS | PREPOSITIONS | VERBS.keys()) - (VERBS.keys() - _ONLY_VERBS)
VERB_NEIGHBOURS = AUXILIARIES | ADVERBS | PRONOUNS | {"to", "people", ",", ")", QUOTED, "and"}
NO_NAMES = PREPOSITIONS | {QUOTED, "."}  # with a capital they are still no names
PHRASE_STARTS = DETERMINERS | PRONOUNS
CLAUSE_OPENERS = CONJUNCTIONS | SUBORDINATORS | RELATIVES | PRONOUNS | {",", ";", ":", QUOTED}
# Speakers
NO_APPOSITION = LINKERS | RELATIVES
NEVER_DESCRIBING = NO_APPOSITION | PRONOUNS | VERBS.keys() | {".", QUOTED}
NO_SPEAKER = LINKERS | AUXILIARIES | ADVERBS | RELATIVES | STOPS | BREAKS | {",", QUOTED, "it"}
PHRASE_BREAKS = BREAKS_AND_QUOTED | RELATIVES
PHRASE_ENDS = SUBORDINATORS | AUXILIARIES | (TIMES - {"this", "march", "may"}) | {"but", "however"}
PHRASE_FOLLOWERS = LINKERS | {".", ",", QUOTED}
LOOSE = PREPOSITIONS - {"of", "for"}  # these two go on with a name: the mayor of Orme
SUBJECT_END = LOOSE | ADVERBS
FINITE_OR_BREAK = FINITE | PHRASE_BREAKS | {","}
JOINING = CONJUNCTIONS | {","}
JOINING_NOUNS = JOINING | DETERMINERS | {"not"}  # the “few”, not the “many”
STEPPED_OVER = JOINING | _LISTS["closing"] | (SUBORDINATORS - {"that"}) | {QUOTED}
INTRODUCING = LINKERS | _LISTS["closing"] | TIMES
PREPOSITIONS_AND_TIMES = PREPOSITIONS | TIMES
TRAILING = TIMES | ADVERBS | {"on", ","}  # left out at a speaker's end
# Reported clauses
ADJUNCTS = _LISTS["adjuncts"]
ADJUNCTS_AND_TIMES = ADJUNCTS | TIMES | ADVERBS | {","}
STOPS_FOR_THAT = FINITE | RELATIVES | DASHES | {":", ";", QUOTED}
AFTER_HEARER = DETERMINERS | QUESTIONS | PRONOUNS | ADJUNCTS | TIMES | {",", ":", "to", QUOTED}
PREPOSITIONS_AND_DETERMINERS = PREPOSITIONS | DETERMINERS
# Readings
FRAMES = frozenset(("as", "to", "for", ":", QUOTED))  # was described as “...”
LOOSENING = PREPOSITIONS | {",", "and", "while", QUOTED}  # before a participle that hangs loose
GOING_ON = MARKS | {":", "that", QUOTED}  # before a quotation that goes on
ASIDES = RELATIVES | _LISTS["finite"] | PASTS  # they open an aside: seen by this paper
