"""The word lists of lesson 4, and nouns as the lists have them; what belongs where says `words.txt`."""

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
SIDES = _words("vague", "crowds")
CROWD_WORDS = _words("crowd-words")
AMOUNTS = _words("amounts")
EXPERTS = _words("experts")
SPEAKERS_FOR = _words("speakers-for")
ROLES = _words("roles") | TITLES | RANKS
BODIES = _words("bodies")
DOCUMENTS = _words("documents")
LOOSE_DOCUMENTS = _words("loose-documents")
HEARSAY_OWNERS = _words("hearsay-owners")
DOCUMENT_OWNERS = _words("document-owners")
THE_TRADE = _words("the-trade")
UNIQUE = _words("unique")
IN_THE_KNOW = _words("in-the-know")
EITHER_KIND = _words("either-kind")
PLURALS = _words("plurals")

FAMILY_NAMES = _words("family-names-too")
PLACES = _words("places")
BODY_NAMES = _words("bodies", "body-names", "known-bodies", "places") - FAMILY_NAMES

HEARSAY = _words("hearsay")
PASSIVE_HEARSAY = _words("passive-hearsay")
REPUTE = _words("repute")
WIDELY = _words("widely")
HEARSAY_NOUNS = _words("hearsay-nouns")
BEFORE_HEARSAY_NOUNS = _words("before-hearsay-nouns")
LORE = _phrases("lore")
PHRASES = _phrases("phrases")
OWNED_WORDS = _words("owned-words")
BY_VERBS = _words("by-verbs")
PLAIN_VERBS = _words("plain-verbs")
LABELLING = _words("labelling")
CAUSING = _words("causing")
STANCES = _words("stances")
AS_VERBS = _words("as-verbs")
LABELS = _words("labels")


class Noun(NamedTuple):
    """A noun as the lists have it."""

    word: str  # in the singular
    plural: bool  # it was written in the plural
    listed: bool  # it stands in one of the lists


def _forms(word: str) -> dict[str, Noun]:
    """Return the spellings of a noun's plural, right and wrong ones: nobody writes those."""
    plurals = (word + "s", word + "es", word[:-1] + "ies", word[:-3] + "men", word[:-2] + "es")
    return {plural: Noun(word, True, True) for plural in plurals}


_SINGULARS = (
    PEOPLE | VAGUE | CROWD_WORDS | SPEAKERS_FOR | ROLES | BODIES | DOCUMENTS | HEARSAY_NOUNS
)
_NOUNS = {
    **{plural: noun for word in _SINGULARS for plural, noun in _forms(word).items()},
    **{word: Noun(word, False, True) for word in _SINGULARS},
}


def noun(word: str) -> Noun:
    """Return a word in lower case as a noun in the singular: "policemen", "agency's"."""
    word = word.removesuffix("'s").rstrip("'")
    return _NOUNS.get(word) or Noun(word, word.endswith("s"), False)
