"""Closed classes of English words, known once: what belongs in each says `classes.txt`.

Entries are in lower case with straight apostrophes, as `Token.low` gives them.
"""

from pathlib import Path

from helpers.text.lists import read_lists

_LISTS = {
    name: frozenset(words)
    for name, words in read_lists(Path(__file__).with_name("classes.txt")).items()
}

PERSONAL_PRONOUNS = _LISTS["personal-pronouns"]
OBJECT_PRONOUNS = _LISTS["object-pronouns"]
REFLEXIVES = _LISTS["reflexives"]
INDEFINITE_PRONOUNS = _LISTS["indefinite-pronouns"]
POSSESSIVES = _LISTS["possessives"]
ARTICLES = _LISTS["articles"]
DEMONSTRATIVES = _LISTS["demonstratives"]
QUANTIFIERS = _LISTS["quantifiers"]
BE = _LISTS["be"]
HAVE = _LISTS["have"]
DO = _LISTS["do"]
MODALS = _LISTS["modals"]
CLITICS = _LISTS["clitics"]
NEGATIVES = _LISTS["negatives"]
PREPOSITIONS = _LISTS["prepositions"]
CONJUNCTIONS = _LISTS["conjunctions"]
SUBORDINATORS = _LISTS["subordinators"]
RELATIVES = _LISTS["relatives"]
QUESTION_WORDS = _LISTS["question-words"]
ADVERBS = _LISTS["adverbs"]
DAYS = _LISTS["days"]
MONTHS = _LISTS["months"]
SEASONS = _LISTS["seasons"]
DAY_WORDS = _LISTS["day-words"]
TIME_UNITS = _LISTS["time-units"]
WHEN_WORDS = _LISTS["when-words"]
NUMBER_WORDS = _LISTS["number-words"]
ORDINALS = _LISTS["ordinals"]
MULTIPLES = _LISTS["multiples"]
TITLES = _LISTS["titles"]
RANKS = _LISTS["ranks"]
NOT_ADVERBS = _LISTS["not-adverbs"]
STATES = _LISTS["states"]  # as newspapers shorten them: "Calif"

AUXILIARIES = BE | HAVE | DO | MODALS
PRONOUNS = PERSONAL_PRONOUNS | INDEFINITE_PRONOUNS
DETERMINERS = ARTICLES | DEMONSTRATIVES | POSSESSIVES | QUANTIFIERS | NUMBER_WORDS


def is_adverb(word: str, opens: bool = False) -> bool:
    """Return whether a word, as written, is an adverb: a listed one, or one in -ly.

    With a capital a word in -ly is a name (Kelly, Italy), unless it `opens` a sentence.
    """
    low = word.lower()
    if low in ADVERBS:
        return True
    return low.endswith("ly") and low not in NOT_ADVERBS and (opens or not word[:1].isupper())
