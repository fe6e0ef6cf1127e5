"""Lesson 4, weighing assertions: who or what a sentence says it knows this from.

`sourcing` looks for the words that point at a source ("said", "according to", "reportedly"), takes
the words that name it, and sorts those by the lists in `helpers.assertion_words`. It reads language
only: it cannot tell whether the source exists, said so, or is right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from helpers.assertions import words as lists
from helpers.assertions.kinds import (
    ANONYMOUS,
    BODY,
    NONE,
    OBSERVED,
    PERSON,
    VAGUE,
    Setting,
    is_determined,
    kind_of,
    person_before,
)
from helpers.assertions.nouns import (
    chunk,
    is_finite,
    noun_here,
    only_names,
    right_noun,
    with_apposition,
)
from helpers.assertions.tokens import (
    DASHES,
    Range,
    Token,
    base,
    is_owner,
    is_word,
    span,
    tokenize,
)
from helpers.assertions.verbs import Find, Page, is_passive, verb_cues

_CONTEXT = 1500  # code points of the text before; enough for a few paragraphs of news


@dataclass(frozen=True)
class Sourcing:
    """How a sentence is sourced, and the words that show it.

    `source` and `cue` are (start, end) code points in the sentence; either is None when the
    sentence has no such words ("reportedly" is a cue without a source).
    """

    kind: str
    source: Range | None = None
    cue: Range | None = None


def sourcing(sentence: str, context: str | None = None) -> Sourcing:
    """Say who or what a sentence gives as its source, and show the words that say so.

    `context` is the text just before, used to follow "he said" back to a name. The kinds are
    `named-person`, `named-organisation-or-document`, `anonymous` (people said to exist but not
    named), `vague` ("critics", "reportedly", "is expected"), `observed` (the reporter's own eyes)
    and `none`. Spans are code points in `sentence`. Never raises on any string.

    The rules are the kit's own: a spokesman of a named body speaks for the body, a poll, filing or
    other outlet's report is a document, officials, aides and people familiar are anonymous.
    """
    before = context or ""
    tokens = tokenize(sentence, _left_open(before))
    return _choose(Page(sentence, tokens, partial(_follow, before) if before else None))


# --- The verdict ---


def _choose(page: Page) -> Sourcing:
    readings = (_phrase_cues, verb_cues, _hearsay_cues, _observed_cues, _headline_cues)
    finds = [find for read in readings for find in read(page)]
    if not finds:
        return Sourcing(NONE)
    best = _withheld(page, _outermost(page, finds))
    return _hearsay_about(page, best) or Sourcing(best.kind, best.source, best.cue)


def _outermost(page: Page, finds: list[Find]) -> Find:
    rank = min(f.rank for f in finds)
    ranked = sorted((f for f in finds if f.rank == rank), key=lambda f: f.cue)
    return ranked[-1] if _closes_sentence(page, ranked[-1]) else ranked[0]


def _closes_sentence(page: Page, find: Find) -> bool:
    """Say whether the attribution comes last, as in "…, officials said", and so covers the rest."""
    source = find.source or find.cue
    start, end = min(find.cue[0], source[0]), max(find.cue[1], source[1])
    lead = [t for t in page.tokens if t.end <= start]
    if not lead or lead[-1].shape not in (",", "quote", "—", "–"):
        return False
    tail = [t for t in page.tokens if t.start >= end and is_word(t)]
    return len(tail) <= 4 and not any(map(is_finite, tail))


def _withheld(page: Page, find: Find) -> Find:
    """Turn a nameless source that asked not to be named, or spoke so, into an anonymous one."""
    if not find.source or not _UNNAMED.search(page.masked):
        return find
    words = set(page.text[slice(*find.source)].lower().replace(",", " ").split())
    hides = (
        words & lists.SPOKESPEOPLE if find.kind == BODY else find.kind == VAGUE or len(words) == 1
    )
    speaks = find.kind != PERSON or words & lists.PRONOUNS
    return find._replace(kind=ANONYMOUS) if hides and speaks else find


def _hearsay_about(page: Page, find: Find) -> Sourcing | None:
    """Let "X reportedly told aides" count as hearsay: the writer did not get it from X."""
    if find.rank or not find.source:
        return None
    for at, token in enumerate(page.tokens):
        near = page.tokens[max(0, at - 2) : at + 3]
        if token.low in lists.HEARSAY and any(t.start == find.cue[0] for t in near):
            return Sourcing(VAGUE, None, (token.start, token.end))
    return None


# --- The text before ---


def _left_open(context: str) -> bool:
    """Say whether the text before ends inside a quotation that was never closed."""
    paragraph = context[-_CONTEXT:].rsplit("\n", 1)[-1]
    return paragraph.count("“") > paragraph.count("”")


@lru_cache(maxsize=64)
def _follow(before: str, pronoun: str) -> str:
    """Follow a pronoun back to the latest source in the text before it."""
    latest = [t for t in _SENTENCE_END.split(before[-_CONTEXT:]) if t.strip()][-6:]
    pages = (Page(text, tokenize(text)) for text in reversed(latest))
    if pronoun == "they":
        return next(filter(None, map(_several, pages)), person_before(pronoun))
    return ANONYMOUS if any(map(_is_one_nameless, islice(pages, 1))) else PERSON


def _several(page: Page) -> str | None:
    """Return the kind of the source that "they" can stand for, if the sentence gives one."""
    found = _choose(page)
    if not found.source or found.kind == PERSON:
        return None
    pronoun = page.text[slice(*found.source)].lower() in lists.PRONOUNS | lists.RELATIVES
    return None if pronoun else found.kind


def _is_one_nameless(page: Page) -> bool:
    """Say whether "he" can be this source: one official, and no name after it to prefer."""
    found = _choose(page)
    if found.kind != ANONYMOUS or not found.source:
        return False
    start, end = found.source
    first = page.text[start:end].lower().split()[0]
    return first in lists.ONE and not re.search(r"[’']s\b|\b(?:Mr|Ms|Mrs|Dr)\b", page.text[start:])


_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")


# --- "According to", "in her view" ---


def _phrase_cues(page: Page) -> Iterator[Find]:
    for at, token in enumerate(page.tokens):
        length = _phrase_at(page.tokens, at)
        found = _after_phrase(page, at, at + length) if length else None
        if not found and token.low in lists.VIEWS and at > 1:
            found = _in_the_view(page, at)
        if found:
            yield found


def _phrase_at(tokens: list[Token], at: int) -> int:
    """Return how many tokens a source-naming phrase takes here, 0 when there is none."""
    lows = [t.low for t in tokens[at : at + 5]]
    for phrase in lists.PHRASES:
        if lows[: len(phrase)] == phrase:
            return len(phrase)
    return int(lows[0] in ("per", "via") and len(lows) > 1 and _is_per(tokens, at))


def _is_per(tokens: list[Token], at: int) -> bool:
    """Tell "per the mayor" and "via Reuters" from "per cent" and "via Oslo"."""
    if tokens[at].low == "per":
        if at == 0 and not any(t.shape == "," for t in tokens[:8]):
            return False
        return tokens[at + 1].shape == "Cap" or tokens[at + 1].low in ("the", "a", "an", "its")
    names = {base(t) for t in tokens[at + 1 : at + 4]}
    return bool(names & lists.KNOWN_BODIES) and not names & {"twitter", "facebook"}


def _after_phrase(page: Page, at: int, start: int) -> Find | None:
    tokens, first = page.tokens, page.tokens[at].low
    noun = right_noun(tokens, start - 1 if first == "based" and start - at == 3 else start)
    if noun and noun[0] > 3:
        noun = with_apposition(tokens, noun)
    loose = first in ("citing", "quoting", "based", "via", "statement")
    cue = span(tokens[at:start])
    found = page.find(noun, cue, int(loose), human=not loose)
    if noun and not found and first == "according":
        source = tokens[slice(*noun)]
        return Find(BODY if is_determined(source) else VAGUE, span(source), cue, 0)
    return found


def _in_the_view(page: Page, at: int) -> Find | None:
    """Read "in Ms. Lima's view" and "in his telling"."""
    tokens, owner = page.tokens, page.tokens[at - 1]
    openers = (i for i in range(at - 1, max(-1, at - 8), -1) if tokens[i].low in ("in", "by"))
    opener = next(openers, None)
    if opener is None or not is_owner(owner):
        return None
    bare = owner._replace(text=owner.text[:-2], low=base(owner), end=owner.end - 2)
    kind = kind_of([*tokens[opener + 1 : at - 1], bare], Setting(page.follow))
    return Find(kind, span(tokens[opener + 1 : at]), span(tokens[at : at + 1]), 1) if kind else None


# --- Hearsay ---

_LORE = re.compile(
    r"\b(?:rumou?r has it|legend has it|word (?:is|has it)|conventional wisdom (?:holds|says|has it)"
    r"|the (?:story|theory|word) goes)\b",
    re.IGNORECASE,
)


def _hearsay_cues(page: Page) -> Iterator[Find]:
    lore = _LORE.search(page.masked)
    if lore:
        yield Find(VAGUE, None, lore.span(), 2)
    for at, token in enumerate(page.tokens):
        here = (token.start, token.end)
        if token.low in lists.HEARSAY:
            yield Find(VAGUE, None, here, 2)
        elif token.low in lists.PASSIVE_HEARSAY and _is_hearsay(page.tokens, at):
            start = _helper(page.tokens, at)
            yield Find(VAGUE, None, span(page.tokens[start : at + 1]), 2)
        elif token.low in lists.HEARSAY_NOUNS and _is_hearsay_noun(page.tokens, at):
            yield Find(VAGUE, here, here, 3)


def _helper(tokens: list[Token], at: int) -> int | None:
    """Return the place of the form of "be" just before a passive verb."""
    return next((i for i in range(at - 1, max(-1, at - 5), -1) if tokens[i].low in lists.BE), None)


def _is_hearsay(tokens: list[Token], at: int) -> bool:
    """Say whether "is expected" or "was thought" leaves out by whom."""
    helper, last = _helper(tokens, at), tokens[at - 1].low
    if helper is None or tokens[helper].low in ("be", "being"):
        return False
    helped = last in lists.BE or last in lists.ADVERBS or last in ("widely", "generally")
    return (helped or is_passive(tokens, at)) and _leaves_out_whom(tokens, at, helper)


def _leaves_out_whom(tokens: list[Token], at: int, helper: int) -> bool:
    low = tokens[at].low
    follower = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low == "claimed" and tokens[helper - 1].low == "it":
        return True
    if low in lists.ONLY_BEFORE_THAT:
        return follower == "that"
    if low in lists.REPUTE:
        return any(t.low in lists.WIDELY for t in tokens[max(0, at - 2) : at])
    impersonal = any(t.low in ("it", "there") for t in tokens[max(0, at - 4) : at])
    return impersonal or follower in ("to", "as") or low == "expected"


def _is_hearsay_noun(tokens: list[Token], at: int) -> bool:
    """Read "amid reports of" and "Rumours that", but not "two reports of"."""
    follower = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if at == 0:
        return follower == "that"
    return follower in ("that", "of") and tokens[at - 1].low in lists.BEFORE_HEARSAY


# --- Headlines ---


def _headline_cues(page: Page) -> Iterator[Find]:
    """Read "Police: two held after raid" and "Two held after raid: police"."""
    for label, mark in _labels(page.tokens):
        kind = _label_kind(label, leading=label[:1] == page.tokens[:1])
        if kind:
            yield Find(kind, span(label), span([mark]), 1)
            return


def _labels(tokens: list[Token]) -> Iterator[tuple[list[Token], Token]]:
    """Yield what stands before a first colon and after a last colon or dash, and that mark."""
    marks = [at for at, token in enumerate(tokens) if token.shape in (":", *DASHES)]
    if not marks:
        return
    first, last = marks[0], marks[-1]
    if tokens[first].shape == ":" and sum(map(is_word, tokens[first:])) >= 3:
        yield tokens[:first], tokens[first]
    if last >= 3:
        yield _without_stop(tokens[last + 1 :]), tokens[last]


def _without_stop(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[-1].shape in (".", "!", "?"):
        tokens = tokens[:-1]
    return tokens


def _label_kind(words: list[Token], leading: bool) -> str | None:
    """Sort the few words on the short side of a headline's colon or dash."""
    if not _is_label(words):
        return None
    head = base(chunk(words)[-1])
    if head in ("report", "reports") and len(words) == 1:
        return VAGUE
    if head in lists.SPEAKER_NOUNS or head in lists.KNOWN_BODIES:
        return kind_of(words, Setting(), True)
    if head in lists.PLACES or not only_names(words) or not (leading or words[1:]):
        return None
    return kind_of(words, Setting(), len(words) > 1)


def _is_label(words: list[Token]) -> bool:
    if not 0 < len(words) <= 6 or not all(map(is_word, words)):
        return False
    if (
        words[0].low in lists.PREPOSITIONS
        or words[0].low in lists.BOUNDARIES
        or any(t.low in lists.LABELS for t in words)
    ):
        return False
    return not any(is_finite(t) and not noun_here(words, i, 0) for i, t in enumerate(words))


# --- The reporter's own eyes ---

_OBSERVER = re.compile(
    r"\b(?:this|our|the|an?|[A-Z][\w&.]{0,20}(?:'s|’s)?|two|three)\s+(?:[A-Z][\w&.]{0,20}\s+)?"
    r"(?:reporters?|correspondents?|journalists?|newspaper|photographers?|crew)\b"
    r"[^,.;“\"]{0,60}?\b(?:saw|watched|witnessed|counted|heard|observed|visited|found|noticed|toured"
    r"|walked|stood|photographed|attended|tested|tried|measured|timed|see|sees|watches|spent)\b"
)
_VISIT = re.compile(
    r"\b(?:(?:a|an|one|during|on|our|recent|two|several)\s+(?:[\w-]{1,30}\s+){0,3}(?:visits?|tour|trip|walk"
    r"|drive|inspection|count|test|check|search|call)\s+(?:[\w'’-]{1,30}\s+){0,6}?by\s+"
    r"(?:this (?:newspaper|reporter|paper|magazine|website|correspondent|news outlet|outlet|agency)"
    r"|our (?:reporters?|correspondents?|journalists?)|a reporter|reporters|journalists|(?:the )?[A-Z]\w{1,30}"
    r"(?:['’]s)?(?:\s+[A-Z]\w{1,30})?\s+(?:reporters?|journalists?|correspondents?))"
    r"|(?:seen|witnessed|observed|watched|heard|counted|noted|visited|photographed|taken|attended)"
    r"\s+(?:\w+\s+)?by (?:this (?:newspaper|reporter|paper|correspondent|magazine|website)"
    r"|our (?:reporters?|correspondents?)|a reporter|reporters|journalists|an? [A-Z]\w{1,30} "
    r"(?:reporter|journalist|correspondent|photographer)))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"(?<![Aa]s )\b(?:I|we|We)\s+(?:\w+ly\s+|then\s+|also\s+|later\s+)?(?:saw|watched|witnessed|counted|heard"
    r"|visited|met|walked|found|noticed|stood|toured|drove|photographed|observed|spent|tested)\b"
)
_VISIBLE = re.compile(
    r"\b(?:could(?:\s+(?:also|still|clearly|be|then))*\s+be\s+(?:\w+ly\s+)?(?:seen|heard|smelt|smelled"
    r"|glimpsed|spotted)|(?:was|were|is|are)\s+(?:\w+ly\s+|still\s+)?(?:visible|audible)"
    r"|(?:was|were)\s+(?:\w+ly\s+)?(?:seen|heard|spotted|observed)\s+(?!as\b|by\b|to\b)\w+ing"
    r"|in (?:full |plain )?view of (?:reporters|journalists)|as (?:reporters|journalists) (?:watched"
    r"|looked on)|(?:reporters|journalists) at the (?:scene|site)\b[^,.;]{0,30}?\b(?:saw|heard"
    r"|counted|watched))\b"
)
_UNNAMED = re.compile(
    r"condition(?:s)? (?:of anonymity|(?:that )?(?:he|she|they|his|her|their)\b)|anonymously"
    r"|request(?:ed|ing) anonymity|(?:not|n['’]t) (?:be )?authori[sz]ed to|granted anonymity"
    r"|(?:ask|declin|refus|request|want|wish|prefer)\w* (?:not )?(?:to be|be) (?:named|identified"
    r"|quoted)|not to be (?:named|identified|quoted)|spoke on background|speaking on background"
    r"|(?:withh[eo]ld\w*|not give|to give|not use) (?:his|her|their) (?:full )?(?:sur)?names?"
    r"|(?:name|identity) (?:was|has been|is being|were) (?:withheld|changed)|fear of (?:retaliation"
    r"|reprisals?|retribution)|not (?:be )?(?:named|identified) because",
    re.IGNORECASE,
)


def _observed_cues(page: Page) -> Iterator[Find]:
    for rank, pattern in ((-1, _OBSERVER), (-1, _VISIT), (1, _FIRST_PERSON), (3, _VISIBLE)):
        found = pattern.search(page.masked)
        if found:
            yield Find(OBSERVED, None, found.span(), rank)
