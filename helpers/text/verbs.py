"""Verbs of saying, thinking and showing: every form, with the company that the verb keeps.

The forms are written out in `verbs.tsv`: rules for English endings made words such as "implyed".
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from helpers.text.lists import read_rows


class VerbForm(NamedTuple):
    """One form of a verb, and what it may do.

    Where one spelling serves two forms ("read", "put"), `form` is the past.
    """

    lemma: str  # the form in a dictionary: "say"
    form: str  # "base", "s", "past", "participle" (where it is not the past) or "ing"
    roles: frozenset[str]  # the verb's roles, as the head of verbs.tsv explains them
    noun_too: bool  # this form is as often a noun, an adjective or another verb


_FORMS = ("base", "s", "ing", "participle", "past")  # what stands later wins a shared spelling


def _verb(row: list[str]) -> Iterator[tuple[str, VerbForm]]:
    """Yield the spellings of one row of the table with what each is."""
    lemma, third, past, participle, ing, roles, nouns = row
    spellings = {"base": lemma, "s": third, "ing": ing, "participle": participle, "past": past}
    for form in _FORMS:
        for word in spellings[form].split("|"):
            if word != "-":
                noun_too = word in nouns.split()
                yield word, VerbForm(lemma, form, frozenset(roles.split()), noun_too)


VERBS: dict[str, VerbForm] = dict(
    pair
    for row in read_rows(Path(__file__).with_name("verbs.tsv"), columns=7)
    for pair in _verb(row)
)
"""Every form of every verb, in lower case, with what it is."""


def forms_of(lemma: str) -> frozenset[str]:
    """Return every spelling of every form of a verb; none for a verb that is not in the table."""
    return frozenset(word for word, verb in VERBS.items() if verb.lemma == lemma)


def with_role(*roles: str) -> frozenset[str]:
    """Return every form of the verbs that have at least one of these roles.

    Raises ValueError for a role that no verb has.
    """
    unknown = set(roles) - frozenset().union(*(verb.roles for verb in VERBS.values()))
    if unknown:
        raise ValueError(f"no verb has the role {', '.join(sorted(unknown))}")
    return frozenset(word for word, verb in VERBS.items() if not verb.roles.isdisjoint(roles))
