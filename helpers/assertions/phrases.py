"""Lesson 4: sources and hearsay without a verb of speaking: "according to", "reportedly", headlines."""

from collections.abc import Iterator

from helpers.assertions import lists
from helpers.assertions.kinds import VAGUE, Setting, is_body_name, is_noun_phrase, kind_of
from helpers.assertions.lists import noun
from helpers.assertions.page import DASHES, Find, Page, span
from helpers.assertions.speaking import noun_after
from helpers.text import classes
from helpers.text.words import Token

_LOOSE = ("citing", "quoting", "based", "statement", "with")  # weaker than a verb of speaking
_NO_LABELS = classes.AUXILIARIES | classes.PRONOUNS | classes.SUBORDINATORS | lists.LABELS


def phrased(page: Page) -> Iterator[Find]:
    """Yield the sources that a phrase names: "according to", "per", "in her view"."""
    lows = [t.low for t in page.tokens]
    for at, token in enumerate(page.tokens):
        phrase = next((p for p in lists.PHRASES if lows[at : at + len(p)] == p), None)
        if phrase:
            yield from _after_phrase(page, at, at + len(phrase))
        elif (
            token.low == "per" and at and [t.shape for t in page.tokens[at + 1 : at + 2]] == ["Cap"]
        ):
            yield from _after_phrase(page, at, at + 1)
        elif token.low in lists.OWNED_WORDS:
            yield from _owned(page, at)


def _after_phrase(page: Page, at: int, start: int) -> Iterator[Find]:
    tokens = page.tokens
    first = tokens[at].low
    start -= tokens[start - 1].low in classes.DETERMINERS  # "per the", "based on a"
    words = noun_after(tokens, start)
    kind = kind_of(words, Setting(talks=first not in _LOOSE, follow=page.follow))
    if words and not kind and first == "according":
        kind = VAGUE
    if kind:
        yield Find(kind, span(words), span(tokens[at:start]), int(first in _LOOSE))


def _owned(page: Page, at: int) -> Iterator[Find]:
    """Read "in Ms. Lima's view"."""
    tokens = page.tokens
    places = range(at - 2, max(-1, at - 8), -1)
    opener = next((place for place in places if tokens[place].low in ("in", "by")), None)
    owner = tokens[at - 1]
    if opener is not None and owner.low.endswith("'s"):
        bare = owner._replace(low=owner.low.removesuffix("'s"))
        kind = kind_of([*tokens[opener + 1 : at - 1], bare], Setting(follow=page.follow))
        if kind:
            yield Find(kind, span(tokens[opener + 1 : at]), span([tokens[at]]), 1)


# --- Hearsay ---


def hearsay(page: Page) -> Iterator[Find]:
    """Yield what hands the words to nobody: "reportedly", "is expected", "amid reports of"."""
    tokens = page.tokens
    lows = [t.low for t in tokens]
    for at, token in enumerate(tokens):
        phrase = next((p for p in lists.LORE if lows[at : at + len(p)] == p), None)
        helper = _helper(tokens, at)
        if phrase:
            yield Find(VAGUE, None, span(tokens[at : at + len(phrase)]), 2)
        elif token.low in lists.HEARSAY:
            yield Find(VAGUE, None, span([token]), 2)
        elif _leaves_out_whom(lows, helper, at):
            yield Find(VAGUE, None, span(tokens[helper : at + 1]), 2)
        elif noun(token.low).word in lists.HEARSAY_NOUNS and _is_hearsay_noun(lows, at):
            yield Find(VAGUE, span([token]), span([token]), 3)


def _helper(tokens: list[Token], at: int) -> int:
    """Return the place before a verb and its adverbs, where a form of "be" may stand."""
    places = range(at - 1, -1, -1)
    return next((place for place in places if not classes.is_adverb(tokens[place].text)), 0)


def _leaves_out_whom(lows: list[str], helper: int, at: int) -> bool:
    """Return whether a passive verb does not say who thinks so: "is expected to"."""
    if lows[helper] not in classes.BE - {"be", "being"}:
        return False
    if not lists.WIDELY.isdisjoint(lows[helper:at]):
        return lows[at] in lists.PASSIVE_HEARSAY | lists.REPUTE
    said = "it" in lows[max(0, helper - 2) : helper] or lows[at + 1 : at + 2] in _HEARSAY_FOLLOWS
    return said and lows[at] in lists.PASSIVE_HEARSAY


_HEARSAY_FOLLOWS = (["to"], ["as"], ["that"])


def _is_hearsay_noun(lows: list[str], at: int) -> bool:
    """Read "amid reports of" and "Rumours that", but not "two reports of"."""
    if at == 0:
        return "that" in lows[1:4]
    follows = lows[at + 1 : at + 2] in (["that"], ["of"])
    return follows and lows[at - 1] in lists.BEFORE_HEARSAY_NOUNS


# --- Headlines ---


def headlined(page: Page) -> Iterator[Find]:
    """Yield the source on the short side of a headline's colon or dash: "Police: two held"."""
    tokens = page.tokens
    for mark in (t for t in tokens if t.shape in DASHES | {":"}):
        before, after = page.within((0, mark.start)), page.after(mark.end)
        sides = [before] if mark.shape == ":" else []
        sides += [after] if tokens[-1].shape != "." else []
        for label in sides:
            kind = _label_kind(label)
            if kind and len(tokens) - len(label) > 3:
                yield Find(kind, span(label), span([mark]), 1)


def _label_kind(words: list[Token]) -> str | None:
    """Sort a headline's label, unless it is a sentence or says what kind of text follows."""
    if not words or any(t.low in _NO_LABELS for t in words) or not is_noun_phrase(words):
        return None
    head = noun(words[-1].low)
    if [t.low for t in words] == ["report"]:
        return VAGUE
    kind = kind_of(words, Setting(talks=False, opens=head.listed))
    if "for" in [t.low for t in words] and not head.listed and not any(map(is_body_name, words)):
        return None  # the title of a piece
    return None if head.word in lists.PLACES else kind
