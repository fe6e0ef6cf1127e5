"""Lesson 4: verbs whose subject is the source, with a reported clause ("said that") or without."""

from collections.abc import Iterable, Iterator
from itertools import dropwhile, pairwise, takewhile
from typing import NamedTuple

from helpers.assertions import lists
from helpers.assertions.kinds import BODY, PERSON, VAGUE, Setting, is_document, kind_of
from helpers.assertions.page import DASHES, Find, Offsets, Page, span
from helpers.attribution import attributions
from helpers.text import classes
from helpers.text.verbs import VERBS, VerbForm
from helpers.text.words import Token, is_word

REACH = 40  # words; a page pasted as one sentence must not cost more than its length
_MARKS = (",", *DASHES)
_WHEN = classes.DAYS | classes.WHEN_WORDS | classes.DAY_WORDS | {"on"}
_BEFORE_VERB = classes.AUXILIARIES | classes.CLITICS | classes.REFLEXIVES | {"all", "both", "each"}
_JUDGING = ("less", "ing", "ful", "ous", "able", "ible", "ive", "ish")  # adjectives: "baseless"
_HOW = ("preposed", "postposed", "inverted", "naming", "passive", "participle")
_OPENS_CLAUSE = (classes.SUBORDINATORS | classes.RELATIVES | {"what"}) - {
    "as",
    "than",
    "since",
    "before",
    "after",
    "until",
}


def spoken(page: Page) -> Iterator[Find]:
    """Yield who says something in a sentence: what the attribution engine finds, and bare verbs."""
    reported = _outermost(_reported(page))
    yield from (one.find for one in reported)
    read = {one.find.cue[1] for one in reported}
    contents = [content for one in reported for content in one.contents]
    for at, token in enumerate(page.tokens):
        inside = any(start <= token.start < end for start, end in contents)
        if token.low in VERBS and token.shape == "low" and token.end not in read and not inside:
            yield from _bare(page, at)


class _Reported(NamedTuple):
    """What the attribution engine read, as a find, and which words it reports."""

    find: Find
    contents: list[Offsets]
    how: str

    def holds(self, other: "_Reported") -> bool:
        """Return whether the other's cue stands in the words that this one reports."""
        return any(start <= other.find.cue[0] < end for start, end in self.contents)


def _reported(page: Page) -> Iterator[_Reported]:
    """Yield the readings of the attribution engine that name a source."""
    for one in attributions(page.opened + page.text):
        if one.source is None or one.how not in _HOW:
            continue
        source, cue, *contents = (
            page.offsets(part) for part in (one.source, one.cue, *one.content)
        )
        find = _find(page, source, cue) if _counts(page, source, cue, contents) else None
        if find:
            yield _Reported(find, contents, one.how)


def _outermost(found: Iterable[_Reported]) -> list[_Reported]:
    """Return the readings that do not stand in the words that another one reports."""
    found = list(found)
    return [
        one
        for one in found
        if one.how in ("postposed", "inverted") or not any(other.holds(one) for other in found)
    ]


def _counts(page: Page, source: Offsets, cue: Offsets, contents: list[Offsets]) -> bool:
    """Return whether a reading of the engine is of a kind that makes a source here."""
    before, words = page.before(source[0]), page.within(cue)
    if not words or before.low in classes.RELATIVES or page.before(cue[0]).low == "to":
        return False
    verb = VERBS[words[-1].low]
    if _is_noun(page.tokens, page.tokens.index(words[-1])):
        return False
    if "speaking" in verb.roles and verb.form != "ing":
        return True
    return any(_is_clause(page.within(content)) for content in contents)


def _is_clause(words: list[Token]) -> bool:
    """Return whether reported words hold a verb of their own, or a quotation."""
    if words[:1] and words[0].low == "to":
        return any(t.shape == "quote" for t in words)
    finite = classes.AUXILIARIES | classes.CLITICS | VERBS.keys()
    return any(
        t.shape == "quote" or (t.shape == "low" and (t.low in finite or t.low.endswith("ed")))
        for t in words
    )


def _find(page: Page, source: Offsets, cue: Offsets, bare: bool = False) -> Find | None:
    words, noun = page.within(cue), page.within(source)
    if not noun or not words or _is_denied(page, source, words) or _holds_verb(noun):
        return None
    verb = VERBS[words[-1].low]
    if not _agrees(verb, noun) and len(words) == 1:
        return None
    talks = "talking" in verb.roles and not bare
    setting = Setting(talks, "inferring" in verb.roles, source[0] == _start(page), page.follow)
    kind = kind_of(noun, setting)
    if kind == PERSON and _is_newsroom(page, noun, cue):
        kind = BODY
    return Find(kind, _with_relative(page, source), cue, 0) if kind else None


def _holds_verb(noun: list[Token]) -> bool:
    """Return whether a clause was taken for a source: "some have been studying data"."""
    plain = takewhile(lambda t: is_word(t) and t.low not in classes.RELATIVES, noun)
    return any(t.low in classes.AUXILIARIES and t.shape == "low" for t in plain)


def _is_newsroom(page: Page, noun: list[Token], cue: Offsets) -> bool:
    """Return whether a name that looks like a person's is a body's, by what it does.

    "Northbeck said it would": "it" takes up the name. "Northbeck, citing …": only newsrooms cite.
    """
    after = [t.low for t in page.tokens if t.start >= cue[1]][:3]
    takes_up = after[:1] == ["it"] and classes.BE.isdisjoint(after)
    remark = [t.low for t in page.tokens if t.start >= noun[-1].end][:2]
    return (len(noun) == 1 and takes_up) or remark in ([",", "citing"], [",", "quoting"])


def _with_relative(page: Page, source: Offsets) -> Offsets:
    """Return the source with a remark behind it: "Lima, who runs the depot"."""
    after = [t for t in page.tokens if t.start >= source[1]]
    if [t.low for t in after[:2]] != [",", "who"]:
        return source
    remark = takewhile(is_word, after[1:])
    return source[0], max(t.end for t in remark)


def _start(page: Page) -> int:
    return next((t.start for t in page.tokens if is_word(t)), 0)


def _is_denied(page: Page, source: Offsets, cue: list[Token]) -> bool:
    """Return whether nothing was said here: "did not say", "would say", "if the emails show"."""
    unsaid = classes.NEGATIVES | classes.MODALS
    if any(t.low in unsaid or t.low.endswith("n't") for t in cue):
        return True
    return page.before(source[0]).low in ("if", "whether", "unless")


# --- Verbs without a reported clause: "denied the charge" ---


def _bare(page: Page, at: int) -> Iterator[Find]:
    tokens = page.tokens
    verb, group = VERBS[tokens[at].low], _group(tokens, at)
    helpers = {t.low for t in tokens[group:at]}
    if verb.form in ("past", "participle") and (helpers & classes.BE or _by(tokens, at)):
        find = _passive(page, at)
    elif verb.form == "ing" and not helpers & classes.BE:
        find = None
    else:
        find = _after_subject(page, group, at) or _inverted(page, at)
    if find:
        yield find


def _after_subject(page: Page, group: int, at: int) -> Find | None:
    tokens = page.tokens
    noun = subject(tokens, group)
    with_somebody = [t.low for t in tokens[at + 1 : at + 2]] == ["with"]  # argued with
    if not noun or _is_noun(tokens, at) or with_somebody:
        return None
    find = _find(page, span(noun), span(tokens[group : at + 1]), bare=True)
    if find and (_reports(tokens, at, noun) or _suits(VERBS[tokens[at].low].roles, find, noun)):
        return find
    return None


def _reports(tokens: list[Token], at: int, noun: list[Token]) -> bool:
    """Return whether the verb reports whatever its subject is."""
    roles = VERBS[tokens[at].low].roles
    plain = "speaking" in roles and "speaking-guarded" not in roles
    plain = plain or VERBS[tokens[at].low].lemma in lists.PLAIN_VERBS
    return plain or _is_evident(tokens, at) or _closes(tokens, at, noun) or _puts(tokens, at)


def _puts(tokens: list[Token], at: int) -> bool:
    """Return whether "put" reports here: "as Lima put it,", "put the cost at 9 million"."""
    after = tokens[at + 1 : at + 6]
    figure = any(a.low == "at" and b.shape == "num" for a, b in pairwise(after))
    return VERBS[tokens[at].low].lemma == "put" and (
        figure or [t.low for t in after[:2]] == ["it", ","]
    )


def _suits(roles: frozenset[str], find: Find, noun: list[Token]) -> bool:
    """Return whether the subject makes a cue of the verb: "the audit found", "analysts expect"."""
    return (find.kind == VAGUE and "stance" in roles) or ("document" in roles and is_document(noun))


def _is_evident(tokens: list[Token], at: int) -> bool:
    """Return whether a verb of many uses reports here: "recalled seeing", "called it a", "… that"."""
    verb, after = VERBS[tokens[at].low], list(takewhile(is_word, tokens[at + 1 : at + 9]))
    lows = [t.low for t in after]
    labels = any(low in ("a", "an") or low.endswith(_JUDGING) for low in lows[1:])
    if verb.lemma in lists.LABELLING and labels and lows[0] not in classes.PREPOSITIONS:
        return True
    if verb.lemma in lists.AS_VERBS and "as" in lows:
        return True
    if verb.roles.isdisjoint({"guarded", "document", "speaking-guarded"}):
        return False
    seeing = bool(lows) and lows[0].endswith("ing") and "talking" in verb.roles
    return seeing or not {"that", "how", "why", "whether"}.isdisjoint(lows)


def _closes(tokens: list[Token], at: int, noun: list[Token]) -> bool:
    """Return whether subject and verb come after what was said: "…, the memo stated."."""
    if VERBS[tokens[at].low].roles.isdisjoint({"guarded", "document", "reporting"}):
        return False
    before = [t for t in tokens if t.end <= noun[0].start]
    after = [t for t in tokens[at + 1 :] if t.shape not in (".", "!", "?")]
    return not after and bool(before) and before[-1].shape in (",", "quote")


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Return whether the word is no verb here: "the reports", "their fears of"."""
    before = tokens[at - 1].low if at else ""
    no_verb = classes.DETERMINERS | classes.PREPOSITIONS | classes.BE | {"to"}
    if not VERBS[tokens[at].low].noun_too:
        return False
    verb_follows = any(map(_is_finite, tokens[at + 1 : at + 2]))
    return before in no_verb or before.endswith("'s") or verb_follows


def _agrees(verb: VerbForm, noun: list[Token]) -> bool:
    """Return whether a verb without an ending goes with its subject: "insiders say"."""
    if verb.form != "base":
        return True
    return any(t.low.endswith("s") or t.low in lists.PLURALS for t in noun)


def _inverted(page: Page, at: int) -> Find | None:
    """Read a verb that comes after what was said: "…, say insiders"."""
    tokens = page.tokens
    speaks = "speaking" in VERBS[tokens[at].low].roles
    if not speaks or at < 3 or tokens[at - 1].shape not in (",", "quote"):
        return None
    noun = noun_after(tokens, at + 1)
    return _find(page, span(noun), span(tokens[at : at + 1]), bare=True) if noun else None


def _group(tokens: list[Token], at: int) -> int:
    """Return where the verb group begins that ends at `at`: "has also denied"."""
    group = at
    while group and _in_group(tokens[group - 1]):
        group -= 1
    while group < at and tokens[group].low in _WHEN:
        group += 1
    return group


def _in_group(token: Token) -> bool:
    if token.shape == "Cap":
        return token.low in classes.DAYS
    return token.low in _BEFORE_VERB or token.low in _WHEN or classes.is_adverb(token.text)


def _by(tokens: list[Token], at: int) -> bool:
    follows = at + 1 < len(tokens) and tokens[at + 1].low == "by"
    return follows and VERBS[tokens[at].low].lemma in lists.BY_VERBS


def _passive(page: Page, at: int) -> Find | None:
    """Read "was described by four officials" and "a loss first reported by the radio"."""
    tokens = page.tokens
    by = next((k for k in range(at + 1, min(at + 8, len(tokens))) if tokens[k].low == "by"), None)
    if by is None or VERBS[tokens[at].low].lemma not in lists.BY_VERBS:
        return None
    noun = noun_after(tokens, by + 1)
    kind = kind_of(noun, Setting(follow=page.follow)) if noun else None
    return Find(kind, span(noun), span(tokens[at : by + 1]), 0) if kind else None


# --- The words that name the source ---


def subject(tokens: list[Token], verb: int) -> list[Token] | None:
    """Return the words of the subject that ends before a verb group, with what explains it."""
    end = start = verb
    while end and tokens[end - 1].low in _WHEN:
        end -= 1
    if end and tokens[end - 1].shape in (*_MARKS, ")"):
        opening = _opening(tokens, end - 1)
        if opening is None:
            return None
        start = opening
    else:
        start = end
    start = _clause_start(tokens, start)
    while start < end and _is_lead(tokens[start]):
        start += 1
    if start == end:
        return _carried(tokens, end)
    if not is_word(tokens[end - 1]) and tokens[end - 1].shape != ")":
        end -= 1
    return None if tokens[end - 1].low.endswith(("'s", "s'")) else tokens[start:end]


def _carried(tokens: list[Token], end: int) -> list[Token] | None:
    """Return the subject that a second verb goes on with: "Lima resigned and denied"."""
    if end == 0 or tokens[end - 1].low not in ("and", "but"):
        return None
    words = list(dropwhile(lambda t: _is_lead(t) or not is_word(t), tokens[:end]))
    first = next((k for k, t in enumerate(words) if _is_finite(t)), 0)
    return words[:first] or None


def _opening(tokens: list[Token], closing: int) -> int | None:
    """Return where the remark begins that ends with this mark: the comma of "Lima, 48,"."""
    mark = {")": "("}.get(tokens[closing].shape, tokens[closing].shape)
    for at in range(closing - 1, max(0, closing - REACH), -1):
        if tokens[at].shape == mark:
            return at
    return None


def _clause_start(tokens: list[Token], end: int) -> int:
    start = end
    while start and end - start < REACH and not _is_edge(tokens, start - 1):
        start -= 1
    return start


def _is_edge(tokens: list[Token], at: int) -> bool:
    """Return whether a clause begins after this word or mark."""
    token = tokens[at]
    if token.low in ("and", "but", "or"):
        return any(map(_is_finite, tokens[max(0, at - 8) : at]))
    if token.low in ("who", "whose") and at and is_word(tokens[at - 1]):
        return False
    return (
        not is_word(token) and token.shape not in (".", "&", "'", "’") or token.low in _OPENS_CLAUSE
    )


def _is_finite(token: Token) -> bool:
    """Return whether a word looks like a verb that makes a clause."""
    return token.shape == "low" and (token.low in classes.AUXILIARIES or token.low in VERBS)


def _is_lead(token: Token) -> bool:
    """Return whether a word before the subject belongs to the sentence: "but", "later"."""
    return token.low in classes.CONJUNCTIONS | classes.ADVERBS | _WHEN | classes.SUBORDINATORS


def noun_after(tokens: list[Token], start: int) -> list[Token] | None:
    """Return the words of a source that begins here, with what explains it: "Lima, a baker"."""
    end = _stop(tokens, start)
    while end < len(tokens) and tokens[end].shape == "," and _explains(tokens, end + 1, start < 4):
        end = _stop(tokens, end + 1)
    return tokens[start:end] or None


def _stop(tokens: list[Token], start: int) -> int:
    at = start
    while at < len(tokens) and at - start < REACH and is_word(tokens[at]):
        if at > start and (
            tokens[at].low in ("but", "while", "that") and tokens[at - 1].shape != "num"
        ):
            break
        at += 1
    return at


def _explains(tokens: list[Token], start: int, opens: bool) -> bool:
    """Return whether the words after a comma explain a name, and are not what it said."""
    end = _stop(tokens, start)
    if end == start or (opens and (end == len(tokens) or tokens[end].shape != ",")):
        return False
    return tokens[start].low in classes.ARTICLES | {"who"} or tokens[start].shape == "num"
