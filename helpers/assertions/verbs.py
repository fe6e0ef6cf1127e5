"""Lesson 4: verbs as cues, "said" and "argues", and whose saying they tell of.

Most of these words also do other work ("the rival claims", "added 200 jobs"), so each is read in
its company.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from helpers.assertions import words as lists
from helpers.assertions.kinds import BODY, PERSON, VAGUE, Setting, kind_of
from helpers.assertions.nouns import (
    before_verb,
    chunk,
    is_adverb,
    left_noun,
    opening_noun,
    right_noun,
    segment_start,
    trim,
    with_apposition,
)
from helpers.assertions.tokens import Range, Token, base, is_owner, is_word, masked, span


class Find(NamedTuple):
    """A cue, and the kind of source that it points at."""

    kind: str
    source: Range | None
    cue: Range
    rank: int  # 0 says plainly where the words come from; higher ranks only count without one


@dataclass(frozen=True)
class Page:
    """One sentence being read; `follow` leads from a pronoun to the text before it."""

    text: str
    tokens: list[Token]
    follow: Callable[[str], str] | None = None  # None while one is followed, so that it ends

    @cached_property
    def masked(self) -> str:
        """The sentence with its quotations blanked, so that no pattern reads inside them."""
        return masked(self.text, self.tokens)

    def find(self, noun: Range | None, cue: Range, rank: int, **setting: bool) -> Find | None:
        """Make a find of a noun phrase, if it can be a source at all."""
        if not noun:
            return None
        tokens = self.tokens[slice(*noun)]
        kind = kind_of(tokens, Setting(self.follow, **setting), noun[0] == 0)
        return Find(kind, span(tokens), cue, rank) if kind else None


def verb_cues(page: Page) -> Iterator[Find]:
    """Yield what the verbs of a sentence say about its sources."""
    for at, token in enumerate(page.tokens):
        found = _verb_cue(page, at) if token.low in lists.VERBS else None
        if found:
            yield found


def _verb_cue(page: Page, at: int) -> Find | None:
    tokens = page.tokens
    if _by_follows(tokens, at):
        return _passive(page, at)
    if _is_no_verb(tokens, at):
        return None
    noun, rank = _subject(tokens, at)
    low = tokens[at].low
    plain = rank == 0 or tokens[at - 1].shape in (",", "quote")
    found = page.find(
        noun,
        span(tokens[at : at + 1]),
        rank,
        human=plain and low not in lists.INFERRING,
        talk=low in lists.TALKING,
        present=low in lists.BARE_VERBS,
    )
    if not found or not _fits(tokens, at, noun, found.kind):
        return None
    itself = found.kind == PERSON and _speaks_of_itself(tokens, at, noun)
    return found._replace(kind=BODY) if itself else found


def _speaks_of_itself(tokens: list[Token], at: int, noun: Range) -> bool:
    """Say whether "it" follows a bare name, as in "Northbeck said it would", so that it is a body."""
    name = tokens[slice(*noun)]
    if len(name) > 2 or any(t.low.rstrip(".") in lists.ADDRESSES for t in name):
        return False
    after = [t.low for t in tokens[at + 1 : at + 4] if t.low != "that"]
    return (
        tokens[at].low not in ("put", "puts", "called", "calls")
        and name[-1].shape == name[0].shape == "Cap"
        and after[:1] == ["it"]
        and after[1:2] not in (["was"], ["is"])
    )


# --- "Described by X" ---


def _by_follows(tokens: list[Token], at: int) -> bool:
    if not tokens[at].low.endswith(("ed", "wn", "told", "found", "ten", "said")):
        return False
    after = tokens[at + 1 : at + 3]
    return [t.low for t in after[:1]] == ["by"] or (
        len(after) == 2 and after[1].low == "by" and after[0].low in lists.DAYS
    )


def _passive(page: Page, at: int) -> Find | None:
    """Read "was described by X as", "as first reported by X", "a plan announced by X"."""
    tokens = page.tokens
    by = at + 1 if tokens[at + 1].low == "by" else at + 2
    low = tokens[at].low
    helped = any(t.low in lists.BE or t.low == "as" for t in tokens[max(0, at - 3) : at])
    if low in lists.DEEDS or not (helped or low in lists.SAID_BY):
        return None
    cue = span(tokens[at : by + 1])
    noun = right_noun(tokens, by + 1)
    return page.find(noun, cue, 0 if helped else 1, talk=low in lists.TALKING)


# --- Verb or noun ---


def _is_no_verb(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if at == 0:
        return len(tokens) == 1 or token.low not in ("said", "says")
    before = tokens[at - 1]
    if token.shape == "Cap" and token.low in lists.NOUN_LIKE:
        return True
    if token.low.endswith("ing"):
        return before.low in lists.NOUN_COMES or before.low in lists.BEGINS
    if before.low in lists.MODALS or (
        before.low in lists.ADVERBS and tokens[at - 2].low in lists.MODALS
    ):
        return not _speaks_on(tokens, at)
    if is_passive(tokens, at):
        return True
    if before.low in lists.NOUN_COMES:
        return before.low not in ("this", "that", "those") or token.low in lists.NOUN_LIKE
    return token.low in lists.VERB_OR_NOUN and _reads_as_noun(tokens, at)


def _speaks_on(tokens: list[Token], at: int) -> bool:
    """Allow "went on to say", "was quoted as saying" and "would say only"."""
    lows = [t.low for t in tokens[max(0, at - 3) : at]]
    if lows[-1] == "to" and {"on", "continued", "proceeded", "hastened"} & set(lows):
        return True
    return "would" in lows and ("not" in lows or "only" in lows)


def is_passive(tokens: list[Token], at: int) -> bool:
    """Say whether a form of "be" belongs to the verb: "was widely reported"."""
    if not tokens[at].low.endswith(lists.PAST_ENDINGS):
        return False
    for back in range(at - 1, max(-1, at - 4), -1):
        if tokens[back].low in lists.BE:
            return True
        if not (tokens[back].low in lists.ADVERBS or tokens[back].low.endswith("ly")):
            return False
    return False


def _reads_as_noun(tokens: list[Token], at: int) -> bool:
    """Tell "he claims that" and "critics say" from "the rival claims" and "a news report"."""
    token, before = tokens[at], tokens[at - 1]
    if is_owner(before):
        return True
    if before.low in lists.SUBJECTS or before.shape in (",", "quote"):
        return False
    if at + 1 == len(tokens):
        return before.low not in lists.DOCUMENTS and token.low in lists.NOUN_TOO
    if _reports_on(tokens, at):
        return False
    if _is_lone_bare(tokens, at):
        return True
    if token.low in lists.SAYING:
        return before.low in lists.DETERMINERS
    follower = tokens[at + 1]
    named = before.shape == "Cap" and token.low.endswith("s") and follower.shape != "low"
    return not (named or follower.low in lists.DETERMINERS or follower.low in lists.CLAUSE_SUBJECTS)


def _reports_on(tokens: list[Token], at: int) -> bool:
    """Say whether what was said or shown comes next: "claims that", "plans to", "data suggest"."""
    before, follower = tokens[at - 1], tokens[at + 1]
    if follower.low == "that" or follower.shape in ("quote", ":"):
        return True
    if follower.low == "to" and before.shape == "Cap" and tokens[at].low.endswith("s"):
        return True
    return tokens[at].low in lists.SHOWING and any(
        t.low in lists.DOCUMENTS or t.low in lists.PLURAL_SUBJECTS
        for t in tokens[max(0, at - 14) : at]
    )


def _is_lone_bare(tokens: list[Token], at: int) -> bool:
    """Catch "a liberal think tank": a bare verb needs something plural before it."""
    before = tokens[at - 1]
    if tokens[at].low not in lists.BARE_VERBS or before.shape != "low" or before.low.endswith("s"):
        return False
    if before.low in lists.ADVERBS or is_adverb(before):
        return False
    return not any(t.low in lists.SEVERAL for t in tokens[max(0, at - 14) : at])


# --- The subject ---


def _subject(tokens: list[Token], at: int) -> tuple[Range | None, int]:
    """Find whose verb this is, and the rank of a find that rests on it."""
    if tokens[at].low.endswith("ing"):
        return _participle_subject(tokens, at)
    noun = left_noun(tokens, at)
    if noun and noun[0] < noun[1]:
        return noun, 0
    if tokens[at].low in lists.SPEAKING or tokens[at].low in lists.SPEAKING_FIRST:
        noun = right_noun(tokens, _after_days(tokens, at + 1))
        if noun and not _opens_clause(tokens, at, noun):
            return with_apposition(tokens, noun), 0
    return None, 0


def _after_days(tokens: list[Token], at: int) -> int:
    while at < len(tokens) and (tokens[at].low in lists.DAYS or tokens[at].low in ("on", "also")):
        at += 1
    return at


def _opens_clause(tokens: list[Token], at: int, noun: Range) -> bool:
    """Say whether what follows the verb is what was said and not who said it."""
    first = tokens[noun[0]].low
    if first in lists.CLAUSE_OPENERS:
        said = at > 0 and tokens[at - 1].shape == "quote"
        return not (said and first in lists.PRONOUNS)
    return at + 1 < noun[0] and first in lists.PREPOSITIONS


def _participle_subject(tokens: list[Token], at: int) -> tuple[Range | None, int]:
    """Find the subject of "X resigned, saying" and "with X saying"."""
    before = tokens[at - 1]
    if before.shape == "quote":
        return opening_noun(tokens, at), 1
    if before.low == "and" or before.shape == ",":
        return opening_noun(tokens, at - 1), 1
    if before_verb(tokens, at) != at:
        return left_noun(tokens, at), 0
    if not is_word(before):
        return None, 1
    start = segment_start(tokens, at)
    opened = (i for i in range(at - 2, start - 1, -1) if tokens[i].low in lists.BEFORE_PARTICIPLE)
    start = next(opened, start - 1) + 1
    return (trim(tokens, start, at) if start < at else None), 1


# --- The company that makes a verb report ---


def _fits(tokens: list[Token], at: int, noun: Range, kind: str) -> bool:
    """Accept a verb only in company that makes it report: "added that", never "added jobs"."""
    low = tokens[at].low
    if low in ("put", "puts") and _puts_it(tokens, at):
        return True
    if _is_deed(tokens, at):
        return False
    if (low in lists.DOCUMENT_VERBS or low in lists.SPEAKING) and _is_document(
        tokens[slice(*noun)]
    ):
        return low not in lists.STANCE
    if low.startswith("declin"):
        return [t.low for t in tokens[at + 1 : at + 2]] == ["to"]
    if low in lists.SPEAKING and low not in lists.SPEAKING_GUARDED:
        return True
    if low in lists.SPEAKING or low in lists.GUARDED:
        loose = kind == VAGUE and (low in lists.SPEAKING or low in lists.STANCE)
        return loose or _content_follows(tokens, at)
    return False


def _puts_it(tokens: list[Token], at: int) -> bool:
    """Read "as Lima put it" and "put the cost at 9 million"; "put the plan on hold" is a deed."""
    after = tokens[at + 1 : at + 9]
    figure = any(a.low == "at" and b.shape in ("num", "$", "£", "€") for a, b in pairwise(after))
    return figure or [t.low for t in after[:1]] == ["it"]


def _is_deed(tokens: list[Token], at: int) -> bool:
    """Know "argued with", "ruled out" and "claimed lives", which report nothing."""
    low, after = tokens[at].low, [t.low for t in tokens[at + 1 : at + 6]]
    return (
        (low.startswith("argu") and after[:1] == ["with"])
        or (low.startswith("rul") and "out" in after[:3])
        or (low.startswith("claim") and not {"lives", "life", "victims"}.isdisjoint(after))
    )


def _is_document(tokens: list[Token]) -> bool:
    words = [t for t in tokens if is_word(t)]
    head = base(chunk(words)[-1]) if words else ""
    return head in lists.READABLE


def _content_follows(tokens: list[Token], at: int) -> bool:
    """Say whether what was said stands beside the verb."""
    if _closes_quote(tokens, at):
        return True
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None or follower.shape in (".", "quote", ":"):
        return tokens[at].low not in lists.BARE_ENDS
    if follower.shape == ",":
        return _is_parenthesis(tokens, at)
    if any(t.shape == "quote" for t in tokens[at + 1 : at + 7]):
        return True
    if follower.low in ("out", "on") and tokens[at].low.startswith(("point", "call", "go", "went")):
        return True
    if follower.low == "for" and tokens[at].low.startswith("call"):
        return True
    return follower.low in lists.CONTENT_OPENERS


def _is_parenthesis(tokens: list[Token], at: int) -> bool:
    """Read "the plan, she added, was old" and "she added, “it is old”"."""
    comma = any(t.shape == "," for t in tokens[max(0, at - 7) : at - 1])
    return comma or any(t.shape == "quote" for t in tokens[at + 2 : at + 12])


def _closes_quote(tokens: list[Token], at: int) -> bool:
    """Say whether the verb's clause hangs on a quotation just before it: “…,” the man added."""
    for token in reversed(tokens[max(0, at - 13) : at]):
        if token.shape == "quote":
            return True
        if token.shape in (".", ";", ":") or token.low == "that":
            return False
    return False
