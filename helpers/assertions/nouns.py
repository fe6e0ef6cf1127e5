"""Lesson 4: the words in a sentence that name a source, left or right of the cue.

Nothing here asks what kind of source it is; `helpers.assertion_kinds` does.
"""

from collections.abc import Sequence

from helpers.assertions import words as lists
from helpers.assertions.tokens import DASHES, Range, Token, base, is_owner, is_word

# A page pasted as one sentence must not cost more than its length, so every look to the left or
# right of a cue stops here; no attribution in edited prose is longer.
REACH = 60

_ENDS = frozenset(("quote", ";", ":", "—", "–"))
_STOPS = _ENDS | {",", "-", "!", "?", "...", ")", "("}


# --- What a word does ---


def is_finite(token: Token) -> bool:
    """Say whether the word makes a clause: "was", "went", "said"."""
    if token.shape == "Cap":
        return token.low in lists.CAPITAL_FINITE
    return token.low in lists.FINITE or (token.low in lists.VERBS and not token.low.endswith("ing"))


def is_adverb(token: Token) -> bool:
    """Say whether a small word ends like an adverb."""
    return token.low.endswith("ly") and token.shape == "low" and token.low not in lists.NOT_ADVERBS


def noun_here(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Say whether a word that could be a verb is a noun in this place: "a government report"."""
    if at == start:
        return tokens[at].low in lists.DOCUMENTS or tokens[at].low in lists.HEARSAY_NOUNS
    before = tokens[at - 1]
    if before.low in lists.DETERMINERS or before.low in lists.OFFICIAL or is_owner(before):
        return True
    return before.shape == "low" and tokens[at].low in lists.NOUN_TOO


def only_names(tokens: Sequence[Token]) -> bool:
    """Say whether every word has a capital, but for those that link the parts of a name."""
    return all(t.shape == "Cap" or t.low in lists.LINKS for t in tokens)


def _is_boundary(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.shape in _STOPS or token.shape in ("[", "]"):
        return True
    if token.low == "that":
        return at == 0 or tokens[at - 1].low in lists.VERBS or not is_word(tokens[at - 1])
    return token.low in lists.BOUNDARIES


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].shape == "low" and tokens[at].low.endswith("ed")


def _has_clause(tokens: Sequence[Token]) -> bool:
    return any(
        is_finite(token) or _is_past(tokens, at)
        for at, token in enumerate(tokens)
        if not (at and (tokens[at - 1].low in lists.DETERMINERS or tokens[at - 1].shape == "num"))
    )


def _has_relative(tokens: Sequence[Token]) -> bool:
    return any(t.low in lists.RELATIVES or t.low == "that" for t in tokens)


# --- The parts of a noun phrase ---


def chunk(part: Sequence[Token]) -> list[Token]:
    """Keep the words up to the head noun: "a poll" of "a poll by Gallup"."""
    kept: list[Token] = []
    for at, token in enumerate(part):
        if kept and _ends_chunk(part, at, kept):
            break
        kept.append(token)
    return kept


def _ends_chunk(part: Sequence[Token], at: int, kept: list[Token]) -> bool:
    token, before = part[at], kept[-1]
    if token.low in ("and", "or") and at == 1 and before.low in lists.EITHER_KIND:
        return False
    if token.low in lists.LINKS and before.shape == "Cap":
        named = any(t.shape == "Cap" for t in part[at + 1 : at + 4])
        return not named or (token.low in ("of", "for") and not _links_body(kept, token.low))
    if token.low in lists.ENDS_NOUN:
        return True
    if token.shape == "low" and (
        token.low.endswith(("ed", "ing")) or token.low in lists.PARTICIPLES
    ):
        named = before.shape == "Cap" and before.low not in lists.DETERMINERS
        return named or before.low in lists.NOUNS
    return False


def _links_body(kept: Sequence[Token], link: str) -> bool:
    """Say whether "of" or "for" goes on with a name ("Bank of England") or not ("Wu of Acme")."""
    if len(kept) == 1 and kept[-1].low in lists.NOUNS:
        return kept[-1].low in lists.MOVEMENTS
    if any(t.low in lists.PROPER_BODY or t.low in lists.TITLES for t in kept):
        return True
    return kept[0].low == "the" or (len(kept) == 1 and link == "for")


def name_tail(part: Sequence[Token]) -> list[Token]:
    """Keep the capitalised run at the end, after any "CNN's" or "professor"."""
    tail: list[Token] = []
    for token in reversed(part):
        if (token.shape == "low" and token.low not in lists.LINKS) or (tail and is_owner(token)):
            break
        tail.append(token)
    tail = tail[::-1] or [part[-1]]
    while len(tail) > 1 and (tail[0].shape != "Cap" or tail[0].low in lists.DETERMINERS):
        tail = tail[1:]
    return tail


# --- Left of a verb ---


def left_noun(tokens: list[Token], verb: int) -> Range | None:
    """Find the subject that stands before the verb, or None when nothing does."""
    end = before_verb(tokens, verb)
    if end == 0:
        return None
    before = tokens[end - 1]
    if before.low in lists.RELATIVES or before.low == "that":
        return _antecedent(tokens, end - 1)
    if before.low in ("and", "but", "or"):
        return opening_noun(tokens, end - 1)
    if before.shape == ",":
        return _over_aside(tokens, end - 1)
    if before.shape in DASHES:
        return _over_dashes(tokens, end - 1)
    return _up_to(tokens, end) if is_word(before) or before.shape in ("'", "’", ")") else None


def before_verb(tokens: list[Token], verb: int) -> int:
    """Return the place just after the subject, over adverbs, helping verbs and days."""
    at = verb
    while at > max(0, verb - REACH) and _is_between(tokens, at - 1, verb):
        at -= 1
    return at


def _is_between(tokens: list[Token], at: int, verb: int) -> bool:
    token = tokens[at]
    day = tokens[at + 1] if token.low in lists.BEFORE_DAYS and at + 1 < verb else token
    return day.low in lists.DAYS or token.low in lists.ADVERBS or is_adverb(token)


def segment_start(tokens: list[Token], end: int) -> int:
    """Return where the stretch without a mark or a conjunction begins that ends here."""
    at = end
    while at > max(0, end - REACH):
        bracket = _skip_bracket(tokens, at)
        if bracket == at and _is_boundary(tokens, at - 1):
            break
        at = min(bracket, at - 1)
    return at


def _skip_bracket(tokens: list[Token], at: int) -> int:
    """Step left over "(D-Calif.)" so that the name before it is still found."""
    if tokens[at - 1].shape == ")":
        for back in range(at - 1, max(0, at - 12) - 1, -1):
            if tokens[back].shape == "(":
                return back
    return at


def _up_to(tokens: list[Token], end: int) -> Range | None:
    start = segment_start(tokens, end)
    return trim(tokens, start, end) if start < end else None


def _antecedent(tokens: list[Token], at: int) -> Range | None:
    """Find what "who" or "which" stands for."""
    end = at
    while end and tokens[end - 1].shape in (",", *DASHES):
        end -= 1
    if end and tokens[end - 1].low in ("of", "both", "all", "two", "some"):
        end -= 1
    if not end or (
        tokens[at].low == "which" and _has_clause(tokens[segment_start(tokens, end) : end])
    ):
        return None
    return _up_to(tokens, end)


def _over_dashes(tokens: list[Token], dash: int) -> Range | None:
    for at in range(dash - 1, max(0, dash - REACH) - 1, -1):
        if tokens[at].shape in DASHES:
            return _up_to(tokens, at)
    return None


def opening_noun(tokens: list[Token], end: int) -> Range | None:
    """Find what the clause before `end` opens with: the subject of "X resigned, saying"."""
    for start, stop in reversed(_comma_parts(tokens, end)):
        start = _strip_lead(tokens, start, stop) if tokens[start].low in ("but", "and") else start
        if tokens[start].low in lists.NO_SUBJECTS:
            continue
        close = next((i for i in range(start, stop) if _ends_opening(tokens, i, start)), stop)
        return (start, close) if close > start else None
    return None


def _ends_opening(tokens: list[Token], at: int, start: int) -> bool:
    past = at > start and _is_past(tokens, at) and tokens[at - 1].low not in lists.DETERMINERS
    return past or is_finite(tokens[at])


def _comma_parts(tokens: list[Token], end: int) -> list[Range]:
    """Return the stretches between commas up to `end`, nearest first, back to a stronger mark."""
    parts, stop, at = [], end, end
    while at > max(0, end - REACH):
        if tokens[at - 1].shape == ",":
            parts.append((at, stop))
            stop = at - 1
        elif tokens[at - 1].shape in _ENDS:
            break
        at -= 1
    return [(a, b) for a, b in [*parts, (at, stop)] if a < b]


# --- Asides between commas ---


def _over_aside(tokens: list[Token], comma: int) -> Range | None:
    """Step back over "X, who lives there, said" to X; None when the comma closes what was said."""
    parts = _comma_parts(tokens, comma)
    for place, (start, end) in enumerate(parts):
        if place + 1 < len(parts) and _may_be_aside(tokens, parts, place):
            if not (place and _opens_subject(tokens, start, parts[place + 1])):
                continue
        elif place == 0 or (
            tokens[start].low in lists.PREPOSITIONS or tokens[start].low in lists.NOT_SUBJECTS
        ):
            return None
        return trim(tokens, _after_boundary(tokens, start, end), end)[0], comma
    return None


def _may_be_aside(tokens: list[Token], parts: list[Range], place: int) -> bool:
    return _is_aside(tokens[slice(*parts[place])]) or (
        place == 0 and _is_apposed_name(tokens[slice(*parts[0])], tokens[slice(*parts[1])])
    )


def _opens_subject(tokens: list[Token], start: int, further: Range) -> bool:
    """Say whether only "In a statement," stands further left, so that the subject starts here."""
    here, there = tokens[start].low, tokens[further[0]].low
    determined = (
        here in lists.DETERMINERS or here in lists.INDEFINITE
    ) and here not in lists.PREPOSITIONS
    return determined and (there in lists.PLAIN_PREPOSITIONS or there in lists.NOT_SUBJECTS)


def _is_apposed_name(name: list[Token], described: list[Token]) -> bool:
    """Say whether one stretch is the name of what the other describes: "the mayor, Ana Lima,"."""
    if _names_only(described) and not any(map(is_finite, name)):
        last = base(name[-1])
        return last in lists.NOUNS or (_names_only(name) and last in lists.TITLES)
    if not only_names(name):
        return False
    return 1 < len(name) <= 5 and not any(t.low in lists.FINITE for t in described)


def _names_only(tokens: Sequence[Token]) -> bool:
    kept = [t for t in tokens if is_word(t)]
    return bool(kept) and only_names(kept)


def _is_aside(part: list[Token]) -> bool:
    first, last = part[0], part[-1]
    if (
        first.low in lists.DETERMINERS
        and any(t.low in lists.FINITE for t in part)
        and not _has_relative(part)
    ):
        return False
    if first.low in lists.ASIDES or first.low in lists.ROLES or first.shape == "num":
        return True
    if first.shape == "low" and first.low.endswith(("ing", "ed")):
        return True
    placed = base(last) in lists.PLACES or last.shape == "."
    return len(part) <= 2 and first.shape == "Cap" and placed


def _after_boundary(tokens: list[Token], start: int, end: int) -> int:
    marks = (i for i in range(end - 1, start, -1) if tokens[i].shape not in "()")
    return next((i + 1 for i in marks if _is_boundary(tokens, i)), start)


# --- Cutting a stretch down to its noun phrase ---


def trim(tokens: list[Token], start: int, end: int) -> Range:
    """Cut a stretch before a verb down to its last noun phrase."""
    if tokens[end - 1].low in lists.PRONOUNS:
        return end - 1, end
    start = _after_verb(tokens, start, end)
    bare = _strip_lead(tokens, start, end)
    return (_past_setting(tokens, bare, end) if bare > start else bare), end


def _after_verb(tokens: list[Token], start: int, end: int) -> int:
    """Return where the last clause begins, leaving any relative clause to its noun."""
    relative = next((i for i in range(start + 1, end) if _has_relative(tokens[i : i + 1])), end)
    for at in range(relative - 1, start - 1, -1):
        if is_finite(tokens[at]) and at + 1 < end and not noun_here(tokens, at, start):
            start = at + 1
            break
    joints = (i for i in range(relative - 2, start, -1) if tokens[i].low in ("and", "or"))
    return next((i + 1 for i in joints if _has_clause(tokens[start:i])), start)


def _past_setting(tokens: list[Token], start: int, end: int) -> int:
    """Step over "In a March meeting with the board" to the name that stands right after it."""
    words = [t for t in tokens[start:end] if is_word(t)] or [tokens[start]]
    head = chunk(words)[-1]
    if tokens[end - 1].shape != "Cap" or head.shape == "Cap":
        return start
    return end - len(name_tail(tokens[start:end]))


def _strip_lead(tokens: list[Token], start: int, end: int) -> int:
    while start < end - 1 and _is_lead(tokens, start):
        start += 1
    return start


def _is_lead(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in lists.LEAD_INS or token.low in lists.DAYS or is_adverb(token):
        return True
    return at == 0 and token.low.endswith("ly") and tokens[1].shape == "Cap"


# --- Right of a cue ---


def right_noun(tokens: list[Token], start: int) -> Range | None:
    """Find the noun phrase that begins at `start`: after "according to", "said", "by"."""
    end, relative = start, False
    while end < min(len(tokens), start + REACH):
        relative = relative or tokens[end].low in lists.RELATIVES
        if tokens[end].shape in _STOPS or tokens[end].shape == ".":
            break
        if end > start and _ends_right(tokens, end, start, relative):
            break
        end += 1
    return (start, end) if end > start else None


def _ends_right(tokens: list[Token], at: int, start: int, relative: bool) -> bool:
    verb = not relative and is_finite(tokens[at]) and not noun_here(tokens, at, start)
    return verb or tokens[at].low in lists.BOUNDARIES


def with_apposition(tokens: list[Token], noun: Range) -> Range:
    """Lengthen "a spokesman" to "a spokesman, Ana Lima" or "…, who asked not to be named"."""
    start, end = noun
    while end + 1 < len(tokens) and tokens[end].shape == ",":
        follower = tokens[end + 1]
        if not (
            (follower.low in lists.ASIDES or follower.low in lists.ROLES) or follower.shape == "Cap"
        ):
            break
        limit = min(len(tokens), end + REACH)
        marks = (i for i in range(end + 1, limit) if tokens[i].shape in _ENDS | {",", "."})
        end = next(marks, limit)
    return start, end
