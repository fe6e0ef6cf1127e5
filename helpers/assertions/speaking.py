"""Lesson 4: verbs whose subject is the source, with a reported clause ("said that") or without."""

import re
from collections.abc import Iterator
from itertools import dropwhile, pairwise, takewhile
from typing import NamedTuple

from helpers.assertions import lists
from helpers.assertions.kinds import ANONYMOUS, BODY, PERSON, VAGUE, Setting, is_document, kind_of
from helpers.assertions.page import DASHES, Find, Offsets, Page, span, verb_of
from helpers.attribution import attributions
from helpers.text import classes
from helpers.text.verbs import VERBS, VerbForm, forms_of, with_role
from helpers.text.words import WORD_SHAPES, Token, is_word

REACH = 40  # words; a page pasted as one sentence must not cost more than its length

_IN_SOURCE = WORD_SHAPES | {"quote"}
_TAKES_UP = re.compile(r"it (?:would|will|had|has|could|can|did|does) (?!be\b|been\b)")
_NO_SUBJECT = re.compile(r"and|or|but|who|.*(?:'s|s')")
_HOW = ("preposed", "postposed", "inverted", "naming", "passive", "participle")
_UNSAID = classes.NEGATIVES | classes.MODALS | {"n't"}
_UNSAID |= {word for word in classes.AUXILIARIES if word.endswith("n't")}
_WHEN = classes.DAYS | classes.WHEN_WORDS | classes.DAY_WORDS | {"on"}
_BEFORE_VERB = (
    classes.AUXILIARIES | classes.CLITICS | classes.REFLEXIVES | _WHEN | {"all", "both", "each"}
)
_LEADS = classes.CONJUNCTIONS | classes.ADVERBS | _WHEN | classes.SUBORDINATORS
_OPENS_CLAUSE = (classes.SUBORDINATORS | classes.RELATIVES | {"what"}) - frozenset(
    ("as", "than", "since", "before", "after", "until")
)
_NO_VERB_AFTER = classes.DETERMINERS | classes.PREPOSITIONS | classes.BE | {"to", "have"}
_NO_VERB_AFTER |= {
    word for word, verb in VERBS.items() if verb.form == "past" and not verb.noun_too
}


_EVENTS = frozenset(("when", "after"))
_BESIDE_PRONOUN = classes.REFLEXIVES | classes.ADVERBS | {"who", "all", "both", "and"}
# Verbs with what follows them where they report nothing.
_OTHER_USES = (
    (forms_of("claim"), "to (?:be|have)\\b"),
    (forms_of("decline"), r"to (?!comment|say|speak|discuss|confirm|answer|give|name|be\b)"),
    (forms_of("call"), r"(?:\S+ ){1,4}to the\b"),
    (forms_of("accuse"), "of\\b"),  # the man accused of theft
    (forms_of("hold"), r"(?:up|out|on)\b"),
    (forms_of("identify"), r"(?:in|at)\b"),
    (forms_of("add"), "to\\b"),
    (forms_of("ask"), r"(?:\S+ ){1,3}to \w+"),
    (forms_of("begin"), r"\S"),
)


def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*map(forms_of, lemmas))


# Verbs that report whatever follows them.
_PLAIN = (with_role("speaking") - with_role("speaking-guarded")) | _forms(lists.PLAIN_VERBS)
_SPEAKING, _STANCE, _DOCUMENT = (
    with_role("speaking"),
    with_role("stance") | _forms(lists.STANCES),
    with_role("document"),
)
# Verbs of many uses, and what must follow for them to report.
_EVIDENCE = (
    (with_role("guarded", "document", "speaking-guarded"), r"(?:\S+ )*(?:that|how|why|whether)\b"),
    (
        with_role("guarded", "document"),  # show he was, maintained they were
        r"(?:he|she|they|it|there) (?:was|were|is|are|has|have|had|will|would|could|can|did)\b",
    ),
    (with_role("talking"), r"\w+ing\b"),  # recalled seeing
    (
        _forms(lists.LABELLING),  # called it a waste, called the offer insulting
        r"(?!for |on |in |to )\S+ (?:\S+ )*?(?:an?|\w+(?:less|ing|ful|ous|able|ible|ive|ish))\b",
    ),
    (_forms(lists.AS_VERBS), r"(?:\S+ )*as\b"),  # referred to it as a scar
    (forms_of("put"), r"it$|(?:\S+ )*at \d"),  # as Lima put it, “…”; put the cost at 9 million
)


def spoken(page: Page) -> Iterator[Find]:
    """Yield who says something in a sentence: what the attribution engine finds, and bare verbs."""
    reported = list(_reported(page))
    said = [content for one in reported for content in one.contents]
    read = {one.find.cue[1] for one in reported}
    for one in reported:
        # What comes after all that was said covers it, whatever reports stand inside.
        if one.how in ("postposed", "inverted") or not _inside(one.find.cue[0], said):
            yield one.find
    for at, token in enumerate(page.tokens):
        if verb_of(token) and token.end not in read and not _inside(token.start, said):
            yield from filter(None, [_bare(page, at)])


def _inside(place: int, contents: list[Offsets]) -> bool:
    return any(start <= place < end for start, end in contents)


class _Reported(NamedTuple):
    """What the attribution engine read, as a find, and which words it reports."""

    find: Find  # its source and cue
    contents: list[Offsets]  # the words that it reports
    how: str  # the engine's name of the reading: "preposed" …


def _reported(page: Page) -> Iterator[_Reported]:
    """Yield the readings of the attribution engine that name a source."""
    for one in attributions(page.opened + page.text):
        if one.source and one.how in _HOW:
            source, cue, *contents = map(page.offsets, (one.source, one.cue, *one.content))
            find = (
                _find(page, source, cue) if _counts(page, one.how, source, cue, contents) else None
            )
            if find:
                yield _Reported(find, contents, one.how)


def _counts(page: Page, how: str, source: Offsets, cue: Offsets, contents: list[Offsets]) -> bool:
    """Return whether a reading of the engine is of a kind that makes a source here."""
    at = next((at for at, token in enumerate(page.tokens) if token.end == cue[1]), 0)
    low = page.tokens[at].low
    lead, group = page.before(cue[0]).low, at - len(page.within(cue)) + 1
    if page.before(source[0]).low in classes.RELATIVES or lead == "to":
        return False
    loose = page.before(cue[0]).shape == "," or lead in ("by", "in", *classes.BE)
    if how == "participle" and not loose and page.before(source[0]).low != "with":
        return False  # a letter to them urging that
    if _is_noun(page.tokens, at) or _is_other_use(page.tokens, at):
        return False
    if _is_caused(page.tokens, group):
        return False
    return low in _SPEAKING or any(_is_clause(page.within(content)) for content in contents)


def _is_clause(words: list[Token]) -> bool:
    """Return whether reported words hold a verb of their own, or a quotation."""
    finite = any(_is_finite(t) or t.low.endswith("ed") for t in words)
    infinitive = [t.low for t in words[:1]] == ["to"]
    return (finite and not infinitive) or any(t.shape == "quote" for t in words)


def _find(page: Page, source: Offsets, cue: Offsets, bare: bool = False) -> Find | None:
    words, noun = page.within(cue), page.within(source)
    if not noun or not words or _is_denied(page, noun, words) or _holds_verb(noun):
        return None
    verb = VERBS[words[-1].low]
    if not _agrees(verb, noun) or _misreads_pronoun(noun):
        return None
    opens = not any(map(is_word, page.within((0, source[0]))))
    talks = "talking" in verb.roles and not bare
    kind = kind_of(noun, Setting(talks, "inferring" in verb.roles, opens, page.follow))
    if _is_event(page, noun, kind):
        return None
    viewed = kind == PERSON or words[-1].low in _STANCE
    if viewed and page.before(source[0]).low == "what":  # what he believes, what aides see as
        return None
    if kind == PERSON and _is_newsroom(page, noun, cue):
        kind = BODY
    return Find(kind, _with_relative(page, source), cue, 0) if kind else None


def _is_denied(page: Page, noun: list[Token], cue: list[Token]) -> bool:
    """Return whether nothing was said here: "did not say", "would say", "if the emails show"."""
    conditional = page.before(noun[0].start).low in ("if", "whether", "unless")
    nobody = noun[0].low in classes.NEGATIVES
    return conditional or nobody or any(t.low in _UNSAID for t in cue)


def _holds_verb(noun: list[Token]) -> bool:
    """Return whether a clause was taken for a source: "some have been studying data"."""
    plain = takewhile(lambda t: is_word(t) and t.low not in classes.RELATIVES, noun)
    return any(t.low in classes.AUXILIARIES and t.shape == "low" for t in plain)


def _is_event(page: Page, noun: list[Token], kind: str | None) -> bool:
    """Return whether saying it is what happened: "when she revealed"."""
    name = list(takewhile(lambda t: t.shape == "Cap", reversed(noun)))
    inside = page.before(noun[-len(name)].start).low in _EVENTS and 0 < len(name) < len(noun)
    leads = page.before(noun[0].start).low in _EVENTS
    return inside or (leads and kind != BODY)


def _is_newsroom(page: Page, noun: list[Token], cue: Offsets) -> bool:
    """Return whether a name that looks like a person's is a body's, by what it does.

    "Northbeck said it would": "it" takes up the name. "Northbeck, citing …": only newsrooms cite.
    """
    takes_up = _TAKES_UP.match(" ".join(t.low for t in page.after(cue[1])[:3]))
    cites = [t.low for t in page.after(noun[-1].end)[:2]] == [",", "citing"]
    return cites or (len(noun) == 1 and bool(takes_up))


def _with_relative(page: Page, source: Offsets) -> Offsets:
    """Return the source with a remark behind it: "Lima, who runs the depot"."""
    after = page.after(source[1])
    if [t.low for t in after[:2]] != [",", "who"]:
        return source
    return source[0], span(list(takewhile(is_word, after[1:])))[1]


def _agrees(verb: VerbForm, noun: list[Token]) -> bool:
    """Return whether a verb without an ending goes with its subject: "insiders say"."""
    several = (t.low for t in noun if t.low not in classes.POSSESSIVES)
    plural = any(low.endswith("s") or low in lists.PLURALS for low in several)
    return plural or verb.form != "base"


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Return whether the word is no verb here: "the reports", "their fears of", "reports say"."""
    before = tokens[max(0, at - 1)]
    verb_follows = any(map(_is_finite, tokens[at + 1 : at + 2]))
    beside = verb_follows or before.low in _NO_VERB_AFTER or before.low.endswith("'s")
    describes = before.low in classes.ARTICLES | {"no"} | lists.CAUSING  # the alleged dangers
    return describes or (beside and VERBS[tokens[at].low].noun_too)


def _misreads_pronoun(noun: list[Token]) -> bool:
    """Return whether a subject holds more than it can: "it to the board", "as a kid I"."""
    pronoun = noun[0].low in classes.PERSONAL_PRONOUNS
    if noun[1:] and noun[-1].low in ("i", "we", "he", "she", "they"):
        return noun[-2].low not in ("and", "or") and is_word(noun[-2])
    return pronoun and any(is_word(t) and t.low not in _BESIDE_PRONOUN for t in noun[1:2])


def _is_other_use(tokens: list[Token], at: int) -> bool:
    """Return whether what follows gives the verb another sense: "claims to be", "adds to"."""
    if any(t.low in classes.REFLEXIVES for t in tokens[at + 1 : at + 2]):  # find themselves
        return True
    patterns = [pattern for verbs, pattern in _OTHER_USES if tokens[at].low in verbs]
    words = " ".join(t.low for t in tokens[at + 1 : at + 9]) if patterns else ""
    return any(re.match(pattern, words) for pattern in patterns)


def _is_caused(tokens: list[Token], group: int) -> bool:
    """Return whether the verb says what somebody is made to do: "helps traders find"."""
    noun = takewhile(is_word, reversed(tokens[max(0, group - 5) : max(0, group - 1)]))
    return any(t.low in lists.CAUSING for t in noun)


def _is_finite(token: Token) -> bool:
    """Return whether a word looks like a verb that makes a clause."""
    return token.shape == "low" and (token.low in classes.AUXILIARIES or token.low in VERBS)


# --- Verbs without a reported clause: "denied the charge" ---


def _bare(page: Page, at: int) -> Find | None:
    tokens = page.tokens
    group = _group(tokens, at)
    being = any(t.low in classes.BE for t in tokens[group:at])
    form = VERBS[tokens[at].low].form
    if form == "ing":
        return _after_subject(page, group, at) if being else None
    if form == "participle" and group == at:
        return None
    if being or [t.low for t in tokens[at + 1 : at + 2]] == ["by"]:
        return _passive(page, at)
    return _after_subject(page, group, at) or _inverted(page, at)


def _group(tokens: list[Token], at: int) -> int:
    """Return where the verb group begins that ends at `at`: "has also denied"."""
    group = at - len(list(takewhile(_in_group, reversed(tokens[max(0, at - REACH) : at]))))
    while tokens[group].low in _WHEN:
        group += 1
    return group


def _in_group(token: Token) -> bool:
    if token.shape == "Cap":
        return token.low in classes.DAYS
    return token.low in _BEFORE_VERB or classes.is_adverb(token.text)


def _after_subject(page: Page, group: int, at: int) -> Find | None:
    tokens, low = page.tokens, page.tokens[at].low
    noun = subject(tokens, group)
    following = [t.low for t in takewhile(is_word, tokens[at + 1 : at + 9])]
    if not noun or _is_noun(tokens, at) or _is_other_use(tokens, at) or _is_caused(tokens, group):
        return None
    if following[:1] == ["with"]:  # argued with
        return None
    if tokens[group - 1].low == "to":
        return None
    find = _find(page, span(noun), span(tokens[group : at + 1]), bare=True)
    if not find:
        return None
    words = " ".join(following)
    evident = any(low in verbs and re.match(pattern, words) for verbs, pattern in _EVIDENCE)
    return find if low in _PLAIN or evident or _suits(low, find, noun) else None


def _suits(low: str, find: Find, noun: list[Token]) -> bool:
    """Return whether the subject makes a cue of the verb: "the audit found", "analysts expect"."""
    thinks = find.kind in (VAGUE, ANONYMOUS) and low in _STANCE
    return thinks or (low in _DOCUMENT - forms_of("put") and is_document(noun))


def _inverted(page: Page, at: int) -> Find | None:
    """Read a verb that comes after what was said: "…, say insiders"."""
    verb, tokens = page.tokens[at], page.tokens
    if verb.low not in _SPEAKING or page.before(verb.start).shape not in (",", "quote"):
        return None
    noun = noun_after(tokens, at + 1)
    return _find(page, span(noun), span([verb]), bare=True) if noun else None


def _passive(page: Page, at: int) -> Find | None:
    """Read "was described by four officials" and "a loss first reported by the radio"."""
    tokens = page.tokens
    places = range(at + 1, min(at + 8, len(tokens)))
    by = next((place for place in places if tokens[place].low == "by"), None)
    if by is None or VERBS[tokens[at].low].lemma not in lists.BY_VERBS:
        return None
    noun = noun_after(tokens, by + 1)
    kind = kind_of(noun, Setting(follow=page.follow))
    return Find(kind, span(noun), span(tokens[at : by + 1]), 0) if kind else None


# --- The words that name the source ---


def subject(tokens: list[Token], verb: int) -> list[Token]:
    """Return the words of the subject that ends before a verb group, with what explains it."""
    end = verb - len(
        list(takewhile(lambda t: t.low in _WHEN, reversed(tokens[max(0, verb - REACH) : verb])))
    )
    start = _clause_start(tokens, _remark_start(tokens, end))
    end -= len(list(takewhile(lambda t: not is_word(t), reversed(tokens[start:end]))))
    words = list(dropwhile(lambda t: t.low in _LEADS, tokens[start:end]))
    if not words:
        return _carried(tokens, end)
    return [] if _NO_SUBJECT.fullmatch(words[-1].low) else words


def _remark_start(tokens: list[Token], end: int) -> int:
    """Return where the remark begins that ends here with a mark: the comma of "Lima, 48,"."""
    closing = tokens[end - 1].shape if end else ""
    if closing not in DASHES | {",", ")"}:
        return end
    opening = {")": "("}.get(closing, closing)
    places = range(end - 2, max(-1, end - REACH), -1)
    return next((at for at in places if tokens[at].shape == opening), end)


def _clause_start(tokens: list[Token], end: int) -> int:
    start = end
    while start > max(0, end - REACH) and not _is_edge(tokens, start - 1):
        start -= 1
    return start


def _is_edge(tokens: list[Token], at: int) -> bool:
    """Return whether a clause begins after this word or mark."""
    token = tokens[at]
    if token.low in ("and", "but", "or", "after", "before", "since", "until"):
        return any(map(_is_finite, tokens[max(0, at - 8) : at]))
    if token.low == "who" and is_word(tokens[at - 1]):
        return False
    return token.low in _OPENS_CLAUSE or token.shape in DASHES | set(",;:()?!…[]") | {"quote"}


def _carried(tokens: list[Token], end: int) -> list[Token]:
    """Return the subject that a second verb goes on with: "Lima resigned and denied"."""
    if [t.low for t in tokens[max(0, end - 1) : end]] not in (["and"], ["but"]):
        return []
    words = dropwhile(lambda t: t.low in _LEADS, tokens[max(0, end - REACH) : end])
    return list(takewhile(lambda t: not _is_finite(t), words))


def noun_after(tokens: list[Token], start: int) -> list[Token]:
    """Return the words of a source that begins here, with what explains it: "Lima, a baker"."""
    end = _stop(tokens, start)
    while _explains(tokens, end, opens=start < 4):
        end = _stop(tokens, end + 1)
    return tokens[start:end]


def _stop(tokens: list[Token], start: int) -> int:
    return start + len(
        list(takewhile(lambda t: t.shape in _IN_SOURCE, tokens[start : start + REACH]))
    )


def _explains(tokens: list[Token], comma: int, opens: bool) -> bool:
    """Return whether the words after a comma explain a name, and are not what it said."""
    end = _stop(tokens, comma + 1)
    follows = [t.shape for t in tokens[end : end + 1]] == [","]
    explaining = classes.ARTICLES | {"who"}
    return (follows or not opens) and any(
        a.shape == "," and (b.low in explaining or b.shape == "num")
        for a, b in pairwise(tokens[comma : comma + 2])
    )
