"""Promises of the verb table: every form is an English word, and each verb keeps its company."""

import re

import pytest

from helpers.text.verbs import VERBS, forms_of, with_role

LEMMAS = sorted({verb.lemma for verb in VERBS.values()})
IRREGULAR = frozenset(
    """
    begin feel find forecast foresee hear hold know lambaste learn make mean put read say see shoot show speak
    spell swear tell think understand write plead
    """.split()
)
VOWELS = "aeiou"
STRESSED_AT_THE_END = ("admit", "refer")  # of two syllables, yet the last letter doubles


def spellings(lemma, form):
    """Every spelling of one form of a verb; a shared one counts for the past."""
    return {word for word in forms_of(lemma) if VERBS[word].form == form}


def doubles(lemma):
    """Whether the last letter doubles before -ed: one short vowel before one consonant, stressed."""
    lemma = lemma.replace("qu", "kw")
    consonant = lemma[-1] not in VOWELS + "wxyh"
    short = consonant and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    syllables = sum(
        letter in VOWELS and before not in VOWELS
        for before, letter in zip(" " + lemma, lemma, strict=False)
    )
    return short and (syllables == 1 or lemma in STRESSED_AT_THE_END or lemma == "deadpan")


def regular(lemma):
    """The third person, past and -ing form that the rules of spelling give."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "cho")) else "s")
    if lemma.endswith("e"):
        return third, lemma + "d", lemma[: None if lemma.endswith("ee") else -1] + "ing"
    stem = lemma + lemma[-1] if doubles(lemma) else lemma
    return third, stem + "ed", stem + "ing"


@pytest.mark.labelled
@pytest.mark.parametrize("lemma", [lemma for lemma in LEMMAS if lemma not in IRREGULAR])
def test_a_regular_verb_is_spelt_by_the_rules(lemma):
    """No implyed, refered, slamed, echos: -y becomes -ied, a stressed short vowel doubles."""
    third, past, ing = regular(lemma)
    assert spellings(lemma, "s") == {third}
    assert past in spellings(lemma, "past")
    assert ing in spellings(lemma, "ing")
    assert not spellings(lemma, "participle")


@pytest.mark.labelled
def test_the_rules_give_words_for_the_verbs_that_were_once_misspelt():
    """The check above is itself checked, on what English says."""
    assert regular("imply") == ("implies", "implied", "implying")
    assert regular("refer") == ("refers", "referred", "referring")
    assert regular("brag") == ("brags", "bragged", "bragging")
    assert regular("echo") == ("echoes", "echoed", "echoing")
    assert regular("agree") == ("agrees", "agreed", "agreeing")
    assert regular("answer") == ("answers", "answered", "answering")


@pytest.mark.labelled
def test_irregular_verbs_have_all_their_forms():
    """What no rule gives is written out."""
    assert spellings("write", "past") == {"wrote"}
    assert spellings("write", "participle") == {"written"}
    assert spellings("put", "past") == {"put"}
    assert spellings("mean", "past") == {"meant"}
    assert {lemma for lemma in IRREGULAR if not spellings(lemma, "past")} == set()


@pytest.mark.labelled
def test_both_spellings_are_known():
    """A British and an American paper are read alike."""
    assert {"labelled", "labeled", "signalling", "signaling"} <= VERBS.keys()
    assert VERBS["criticised"].roles == VERBS["criticized"].roles


@pytest.mark.labelled
def test_every_form_is_a_plain_word_with_a_role():
    """No stray mark from the file, and no verb that nobody asks for."""
    for word, verb in VERBS.items():
        assert re.fullmatch("[a-z]+", word), word
        assert verb.roles, word
        assert {"s", "past", "ing"} <= {VERBS[form].form for form in forms_of(verb.lemma)}, word


@pytest.mark.labelled
def test_roles_are_asked_for_by_name():
    """A slip in a role's name is an error, not an empty list."""
    assert "said" in with_role("quoting")
    assert with_role("quoting", "naming") == with_role("quoting") | with_role("naming")
    with pytest.raises(ValueError, match="quotting"):
        with_role("quotting")


@pytest.mark.labelled
def test_forms_with_two_lives_are_marked():
    """ "Claims" is as often a noun; "claimed" is not."""
    assert VERBS["claims"].noun_too
    assert not VERBS["claimed"].noun_too
