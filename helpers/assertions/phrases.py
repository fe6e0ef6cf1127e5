"""Lesson 4: sources and hearsay without a verb of speaking: "according to", "reportedly", headlines."""

from collections.abc import Iterator

from helpers.assertions import lists
from helpers.assertions.kinds import BODY, VAGUE, Setting, kind_of
from helpers.assertions.lists import noun
from helpers.assertions.page import DASHES, Find, Page, span
from helpers.assertions.speaking import noun_after
from helpers.text import classes
from helpers.text.verbs import VERBS
from helpers.text.words import Token, is_word

_LOOSE = ("citing", "quoting", "based", "statement", "with")


def phrased(page: Page) -> Iterator[Find]:
    """Yield the sources that a phrase names: "according to", "per", "in her view"."""
    for at, token in enumerate(page.tokens):
        length = _phrase_at(page.tokens, at)
        if length:
            yield from _after_phrase(page, at, at + length)
        elif token.low in lists.OWNED_WORDS:
            yield from _owned(page, at)


def _phrase_at(tokens: list[Token], at: int) -> int:
    """Return how many tokens a phrase takes that names a source, 0 when there is none."""
    lows = [t.low for t in tokens[at : at + 5]]
    for phrase in lists.PHRASES:
        if lows[: len(phrase)] == phrase:
            return len(phrase)
    return int(_is_per(tokens, at))


def _is_per(tokens: list[Token], at: int) -> bool:
    """Tell "per the mayor" from "per cent" and from the name."""
    if tokens[at].low != "per" or at + 1 == len(tokens):
        return False
    named = tokens[at + 1].shape == "Cap" or tokens[at + 1].low in classes.DETERMINERS
    return (
        named
        and (at > 0 or any(t.shape == "," for t in tokens[:8]))
        and tokens[at + 1].low not in ("each", "every")
    )


def _after_phrase(page: Page, at: int, start: int) -> Iterator[Find]:
    tokens = page.tokens
    first = tokens[at].low
    if first == "based" and start - at == 3:
        start -= 1
    words = noun_after(tokens, start)
    if not words:
        return
    loose = first in _LOOSE
    kind = kind_of(words, Setting(talks=not loose, follow=page.follow))
    if not kind and first == "according":
        kind = BODY if words[0].low in classes.DETERMINERS else VAGUE
    if kind:
        yield Find(kind, span(words), span(tokens[at:start]), int(loose))


def _owned(page: Page, at: int) -> Iterator[Find]:
    """Read "in Ms. Lima's view"."""
    tokens = page.tokens
    opener = next(
        (k for k in range(at - 1, max(-1, at - 8), -1) if tokens[k].low in ("in", "by")), None
    )
    words = tokens[opener + 1 : at] if opener is not None else []
    if words and words[-1].low.endswith(("'s", "s'")):
        bare = words[-1]._replace(low=words[-1].low.removesuffix("'s"))
        kind = kind_of([*words[:-1], bare], Setting(follow=page.follow))
        if kind:
            yield Find(kind, span(words), span(tokens[at : at + 1]), 1)


# --- Hearsay ---


def hearsay(page: Page) -> Iterator[Find]:
    """Yield what hands the words to nobody: "reportedly", "is expected", "amid reports of"."""
    tokens = page.tokens
    lows = [t.low for t in tokens]
    for at, token in enumerate(tokens):
        phrase = next((p for p in lists.LORE if lows[at : at + len(p)] == p), None)
        if phrase:
            yield Find(VAGUE, None, span(tokens[at : at + len(phrase)]), 2)
        elif token.low in lists.HEARSAY:
            yield Find(VAGUE, None, span([token]), 2)
        elif token.low in lists.PASSIVE_HEARSAY | lists.REPUTE:
            helper = _helper(tokens, at)
            if helper is not None and _leaves_out_whom(lows, at, helper):
                yield Find(VAGUE, None, span(tokens[helper : at + 1]), 2)
        elif noun(token.low).word in lists.HEARSAY_NOUNS and _is_hearsay_noun(lows, at):
            yield Find(VAGUE, span([token]), span([token]), 3)


def _helper(tokens: list[Token], at: int) -> int | None:
    """Return the place of the form of "be" that makes the verb passive, over adverbs."""
    place = at - 1
    while place > 0 and classes.is_adverb(tokens[place].text):
        place -= 1
    return place if place >= 0 and tokens[place].low in classes.BE - {"be", "being"} else None


def _leaves_out_whom(lows: list[str], at: int, helper: int) -> bool:
    follower = lows[at + 1] if at + 1 < len(lows) else ""
    if lows[at] in lists.REPUTE and not lists.WIDELY.isdisjoint(lows[helper:at]):
        return True
    impersonal = "it" in lows[max(0, helper - 2) : helper]
    if lows[at] in lists.BEFORE_THAT:
        return impersonal and follower in ("that", ".", "")
    return lows[at] in lists.PASSIVE_HEARSAY and (impersonal or follower in ("to", "as", "that"))


def _is_hearsay_noun(lows: list[str], at: int) -> bool:
    """Read "amid reports of" and "Rumours that", but not "two reports of"."""
    follower = lows[at + 1] if at + 1 < len(lows) else ""
    if at == 0:
        return "that" in lows[1:4]
    return follower in ("that", "of") and lows[at - 1] in lists.BEFORE_HEARSAY_NOUNS


# --- Headlines ---


def headlined(page: Page) -> Iterator[Find]:
    """Yield the source on the short side of a headline's colon or dash: "Police: two held"."""
    tokens = page.tokens
    marks = [at for at, token in enumerate(tokens) if token.shape in (":", *DASHES)]
    if not marks:
        return
    first, last = marks[0], marks[-1]
    tail = [t for t in tokens[last + 1 :] if t.shape not in (".", "!", "?")]
    sides = [(tokens[:first], first)] if tokens[first].shape == ":" else []
    if tokens[-1].shape != "." or tokens[last].shape == ":":
        sides.append((tail, last))
    for label, mark in sides:
        kind = _label_kind(label) if len(tokens) - len(label) > 2 else None
        if kind:
            yield Find(kind, span(label), span([tokens[mark]]), 1)
            return


def _label_kind(words: list[Token]) -> str | None:
    """Sort a headline's label, unless it is a sentence or says what kind of text follows."""
    if not 0 < len(words) <= 6 or not all(map(is_word, words)):
        return None
    small = classes.PREPOSITIONS | classes.AUXILIARIES | classes.PRONOUNS | classes.SUBORDINATORS
    if words[0].low in small or any(
        t.low in lists.LABELS or t.low in classes.AUXILIARIES for t in words
    ):
        return None
    head = noun(words[-1].low)
    verbs = any(t.low in VERBS and t.shape == "low" for t in words)
    if head.listed:
        return (
            VAGUE
            if head.word == "report" and len(words) == 1
            else kind_of(words, Setting(opens=True))
        )
    named = all(t.shape == "Cap" for t in words) and head.word not in lists.PLACES
    return kind_of(words, Setting(talks=False)) if named and not verbs else None
