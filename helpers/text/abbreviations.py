"""Abbreviations, and what may stand around them: the lists of `abbreviations.txt` by name.

An entry is written as it stands before the full stop.
"""

from pathlib import Path

from helpers.text.classes import STATES
from helpers.text.lists import read_lists

_LISTS = {
    name: frozenset(words)
    for name, words in read_lists(Path(__file__).with_name("abbreviations.txt")).items()
}

TITLES = _LISTS["titles"] | _LISTS["short-names"]
POINTERS = _LISTS["pointers"]
REFERENCES = _LISTS["references"]
SUFFIXES = _LISTS["suffixes"]
OPENERS = _LISTS["openers"]
TIMES = _LISTS["times"]
AFTER_TIME = _LISTS["after-time"]
PHRASE_OPENERS = _LISTS["phrase-openers"]
EXCLAIMING_NAMES = _LISTS["exclaiming-names"]
REPORTING = _LISTS["reporting"]
DOMAINS = _LISTS["domains"]
BY_LINE = _LISTS["by-line"]
DATE_LINE = _LISTS["date-line"]
NAMED_AFTER = _LISTS["named-after"]

INNER = TITLES | POINTERS
ABBREVIATIONS = _LISTS["may-end"] | STATES
