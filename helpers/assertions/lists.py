"""The word lists of lesson 4, and how a noun is looked up in them; what belongs where says `words.txt`."""

from pathlib import Path
from typing import NamedTuple

from helpers.text.classes import RANKS, TITLES
from helpers.text.lists import read_lists

_LISTS = read_lists(Path(__file__).with_name("words.txt"))


def _words(*names: str) -> frozenset[str]:
    return frozenset(entry for name in names for entry in _LISTS[name])


def _phrases(name: str) -> list[list[str]]:
    return [entry.split("_") for entry in _LISTS[name]]


INSIDERS = _words("insiders")
PEOPLE = _words("insiders", "people")
VAGUE = _words("vague", "crowds", "nobody")
CROWDS = _words("crowds")
CROWD = _words("crowd-words")
EXPERTS = _words("experts")
SPEAKERS_FOR = _words("speakers-for")
ROLES = _words("roles") | TITLES | RANKS
BODIES = _words("bodies")
DOCUMENTS = _words("documents")
LOOSE_DOCUMENTS = _words("loose-documents")
HEARSAY_OWNERS = _words("hearsay-owners")
DOCUMENT_OWNERS = _words("document-owners")
IN_THE_KNOW = _words("in-the-know")

FAMILY_NAMES = _words("family-names-too")
BODY_NAMES = _words("bodies", "body-names", "known-bodies") - FAMILY_NAMES
KNOWN_BODIES = _words("known-bodies")
PLACES = _words("places")

HEARSAY = _words("hearsay")
PASSIVE_HEARSAY = _words("passive-hearsay")
REPUTE = _words("repute")
WIDELY = _words("widely")
BEFORE_THAT = _words("passive-before-that")
HEARSAY_NOUNS = _words("hearsay-nouns")
BEFORE_HEARSAY_NOUNS = _words("before-hearsay-nouns")
LORE = _phrases("lore")
PHRASES = _phrases("phrases")
OWNED_WORDS = _words("owned-words")
BY_VERBS = _words("by-verbs")
PLAIN_VERBS = _words("plain-verbs")
LABELLING = _words("labelling")
AS_VERBS = _words("as-verbs")
LABELS = _words("labels")
PLURALS = _words("plurals")
EITHER_KIND = _words("either-kind")

_NOUNS = PEOPLE | VAGUE | CROWD | SPEAKERS_FOR | ROLES | BODIES | DOCUMENTS | HEARSAY_NOUNS


class Noun(NamedTuple):
    """A noun as the lists have it."""

    word: str  # in the singular
    plural: bool
    listed: bool  # it stands in one of the lists


def noun(word: str) -> Noun:
    """Return a word in lower case as a noun in the singular: "policemen", "agency's"."""
    word = word.removesuffix("'s").removesuffix("'")
    if word in _NOUNS:
        return Noun(word, False, True)
    for ending, singular in (("s", ""), ("es", ""), ("ies", "y"), ("men", "man")):
        if word.endswith(ending) and word.removesuffix(ending) + singular in _NOUNS:
            return Noun(word.removesuffix(ending) + singular, True, True)
    return Noun(word, word.endswith("s") and not word.endswith("ss"), False)
