"""Sentences of a text, with exact offsets: what every lesson marks, counts and points at.

A full stop is not always the end of a sentence: it also closes "Gov.", "U.S." and "J. D.".
So each stop is put before a short list of rules, one reason a rule, and the first rule that
has an opinion decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from helpers.text.abbreviations import (
    ABBREVIATIONS,
    AFTER_TIME,
    DOMAINS,
    EXCLAIMING_NAMES,
    INNER,
    OPENERS,
    PHRASE_OPENERS,
    REFERENCES,
    REPORTING,
    STATES,
    SUFFIXES,
    TIMES,
    TITLES,
)


@dataclass(frozen=True)
class Span:
    """One sentence and where it stands: `text[start:end]`, counted in code points."""

    start: int
    end: int
    text: str


def split_sentences(text: str) -> list[Span]:
    """Split a text into its sentences, in order, with nothing but white space between them.

    Blank lines, list items and headings on a line of their own end a sentence; a line break
    inside a wrapped paragraph does not. Sentences inside quotation marks are split like any
    others. Colons and semicolons never split. An empty text has no sentences. Never raises on
    a string; takes time in proportion to its length.
    """
    spans = []
    for start, end in _blocks(text):
        for cut in _cuts(text, start, end):
            spans.append(_trimmed(text, start, cut))
            start = cut
    return [span for span in spans if span.text]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return Span(start, start + len(piece), piece)


# --- Blocks: the parts of a text that no sentence crosses -----------------------------------

_BULLET = re.compile(r"\s*(?:[•▪‣◦⁃●■►∙]|[-*–—+]\s)")
_ITEM = re.compile(r"\s*\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})(?:\.\)|[.)])\s+\S")
_LONG_LINE = 120  # code points; nobody wraps by hand wider than this
_SHORT_LINE = 40  # code points; a stack of lines this short is a list, not a paragraph


@dataclass(frozen=True)
class _Line:
    """One line that is not blank, without its line break."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every heading, list item and paragraph."""
    for lines in _paragraphs(text):
        start = lines[0].start
        width = max(len(line.text.rstrip()) for line in lines)
        stacked = _is_stack(lines)
        for line, below in pairwise(lines):
            if stacked or _break_ends_sentence(line.text.rstrip(), below.text.strip(), width):
                yield start, line.end
                start = below.start
        yield start, lines[-1].end


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Yield runs of lines with no blank line or paragraph separator between them."""
    run: list[_Line] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        line = _Line(offset, raw.rstrip("\r\n"))
        offset += len(raw)
        if line.text.strip():
            run.append(line)
        if run and (not line.text.strip() or raw.endswith(("\u2029", "\f"))):
            yield run
            run = []
    if run:
        yield run


def _is_stack(lines: list[_Line]) -> bool:
    """Whether these are list entries: three or more short lines and no stop anywhere."""
    return len(lines) > 2 and all(
        len(line.text) <= _SHORT_LINE and not re.search(r"[.!?…]", line.text) for line in lines
    )


def _break_ends_sentence(line: str, below: str, width: int) -> bool:
    """Whether the line break between two neighbouring lines ends a sentence.

    A wrapped line is full: the first word below would not have fitted. A line that had room
    left was ended on purpose (a heading, a by-line, an item), unless the text plainly runs on.
    """
    if _BULLET.match(below):
        return True
    runs_on = (
        line.endswith((",", "-", "–", "(", "“")) or below[0].islower() or below[0] in ",;)]”.!?"
    )
    full = width <= _LONG_LINE and len(line) + len(below.split(None, 1)[0]) >= 0.75 * width
    if _ITEM.match(below):
        return not full or line.endswith((".", ":", ";", "?", "!")) or bool(_ITEM.match(line))
    return not runs_on and not full


# --- Stops: the places where a sentence may end -----------------------------------------------

_MARKS = ".!?…‼⁇⁈⁉。！？．｡؟۔"
_EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d"
# A full stop, its neighbours (". . ." is one ellipsis), and what closes with it: quotation
# marks, brackets, note numbers ("[17]"), an emoji. No part of it can fail once it has begun,
# so a hostile text cannot make the search go back and forth.
_STOP = re.compile(
    rf"""(?P<marks>[{_MARKS}]+(?:[ \u00a0]{{1,2}}[{_MARKS}]+(?!\w))*)
    (?P<closers>(?:["'”’»)\]}}*_]|\s?[”\)\]](?!\w)|[ ]["'](?=\s|\Z))*)
    (?P<notes>(?:[ ]?\[(?:\d[\d,\ –-]{{0,12}}|\.{{3}}|…|citation\ needed|note\ \d{{1,3}})\]
      |[¹²³⁰⁴-⁹]+|(?<=[a-z”"’]\.)\d{{1,3}}(?=\s+[A-Z]))*)
    (?:\s?[{_EMOJI}]+)*(?:\s[:;]-?[()DP](?!\w))?""",
    re.VERBOSE,
)
_LEAD = re.compile(r"""[\s"'“”‘’«‹(\[{¿¡*_>#@$€£–—―•▪‣⁃\u200b\ufeff\u200e\u200f-]{0,40}""")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+){0,3}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.&?)+[^\W\d_]")
_LABEL = re.compile(r"[\s(•▪‣⁃*“\"'-]{0,20}(?:\d{1,2}|[^\W\d_]|[ivxIVX]{1,4}|P\.?S|N\.?B)[.)]*")
_SPEAKER = re.compile(
    rf"(?:[^\W\d_a-z][\w.’'-]{{0,30}}\s){{1,4}}(?:(?:has|had|also|then|later)\s)?(?:{REPORTING})\b"
)


@dataclass(frozen=True)
class _Stop:
    """One place where a sentence may end, and what the rules ask about it."""

    text: str
    opened: int  # where the sentence that may end here began
    start: int  # where the stop itself begins
    end: int  # past the stop, its closing marks and notes
    limit: int  # end of the block
    marks: str
    closers: str

    @cached_property
    def word(self) -> str:
        """The word before the stop, without opening marks: "Gov", "U.S", "2019"."""
        piece = self.text[max(self.opened, self.start - 40) : self.start]
        if not piece or piece[-1].isspace():
            return ""
        return re.split(r"[\s—–―/]", piece)[-1].lstrip("\"'“”‘’([{«*_").rsplit("-", 1)[-1]

    @cached_property
    def lead(self) -> str:
        """White space and opening marks between the stop and the next word."""
        return _LEAD.match(self.text, self.end, self.limit).group()

    @cached_property
    def next(self) -> str:
        """The next word, or the next character where there is no word."""
        here = self.end + len(self.lead)
        match = _WORD.match(self.text, here, min(self.limit, here + 40))
        return match.group() if match else self.text[here : min(self.limit, here + 1)]

    @property
    def rest(self) -> str:
        """What follows the next word, a few characters of it."""
        here = self.end + len(self.lead) + len(self.next)
        return self.text[here : min(self.limit, here + 60)]

    @property
    def spaced(self) -> bool:
        return self.lead[:1].isspace()

    @property
    def is_full_stop(self) -> bool:
        return self.marks == "."

    @cached_property
    def next_opens(self) -> bool:
        """Whether the next word is one that is capitalised only at the start of a sentence."""
        word = self.next.replace("’", "'")
        opens = word in OPENERS or word.split("'")[0] in OPENERS
        is_initial = len(word) == 1 and self.rest.startswith(".")
        return opens and not is_initial


# --- Rules: True ends the sentence, False does not, None has no opinion -----------------------


def _editorial_mark(stop: _Stop) -> bool | None:
    """“[...]”, “(?)” and “(!)” comment on the sentence that they stand in."""
    before = stop.text[max(stop.opened, stop.start - 1) : stop.start]
    return False if before in ("[", "(") and stop.closers[:1] in ("]", ")") else None


def _no_space(stop: _Stop) -> bool | None:
    """Without a space after it a stop belongs to a number, a web name or an abbreviation.

    Two words run together ("… ended.Today …") are the exception, and so is a quotation or a
    note that opens at once.
    """
    if stop.spaced:
        return None
    if stop.marks[-1] in "。！？．｡":
        return True
    ordinary = len(stop.word) > 1 and (stop.word[-2:].islower() or stop.word[-1] in "0123456789%")
    lone = "." not in stop.word and not re.search(r"[@/]|www", stop.word)
    if stop.closers or stop.lead or stop.end > stop.start + len(stop.marks):
        return (
            lone and stop.next[:1].isupper() and stop.lead[:1] not in ("-", "–", "—", "―", "'", "’")
        )
    after = (stop.next + stop.rest)[1:2]
    capitalised = stop.next[:1].isupper() and (after.islower() or after in (" ", "'", "’"))
    is_address = stop.next.lower() in DOMAINS or re.match(r"[@/\w]|\.\w", stop.rest)
    return ordinary and lone and capitalised and not is_address


def _runs_on(stop: _Stop) -> bool | None:
    """A comma, a small letter or a closing mark next: the sentence is still going on."""
    if not stop.next or stop.next in ",;:)]}%&/|=+":
        return False
    if not stop.next[0].islower():
        return None
    if stop.lead.endswith("(") and stop.is_full_stop and _is_ordinary(stop):
        return True  # a remark in brackets, on its own
    tagged = stop.lead[-1:] in ("#", "@") and stop.lead[:-1].isspace()
    branded = any(letter.isupper() for letter in stop.next)  # iPhone, al-Shabaab
    address = stop.next in ("http", "https", "www")
    return (branded or address or tagged) and _is_ordinary(stop)


def _label(stop: _Stop) -> bool | None:
    """“1.”, “B.” and “P.S.” at the start announce what follows; "(b)" after a stop opens it."""
    if stop.is_full_stop and _LABEL.fullmatch(stop.text, stop.opened, stop.start):
        return False
    if stop.lead.endswith("(") and len(stop.next) < 3 and re.match(r"\)\s[A-Z]", stop.rest):
        return True
    return None


def _ellipsis(stop: _Stop) -> bool | None:
    """Three dots may be a pause; "I" after them is no sign, for it always has a capital."""
    dots = stop.marks.replace("…", "...").replace(" ", "").replace("\u00a0", "")
    if dots != "...":
        return None
    if re.split("['’]", stop.next)[0] == "I":
        return bool(stop.closers)
    if not stop.word:  # a pause, or words left out: the sentence may have resumed
        return bool(stop.closers) or stop.next_opens
    return None


def _named_with_mark(stop: _Stop) -> bool | None:
    """“Yahoo!” is a name."""
    named = stop.marks == "!" and not stop.closers and stop.word in EXCLAIMING_NAMES
    return stop.next_opens if named else None


def _asked_by(stop: _Stop) -> bool | None:
    """“Why?” Smith asked: the name and the verb belong to the quotation before them."""
    if stop.marks[-1] in "!?" and stop.closers[-1:] in ("”", '"', "’", "'"):
        here = stop.end + len(stop.lead)
        if not stop.next_opens and _SPEAKER.match(stop.text, here, min(stop.limit, here + 160)):
            return False
    return None


def _title(stop: _Stop) -> bool | None:
    """A name follows “Gov.”, and more of the same sentence follows “e.g.”."""
    if not stop.is_full_stop:
        return None
    shouted = stop.word.isupper() and stop.next.isupper() and stop.word.title() in TITLES
    return False if shouted or stop.word in INNER else None


def _reference(stop: _Stop) -> bool | None:
    """“No. 5”, “Fig. 2”, “Jan. 6”: a number follows."""
    answer = stop.word == "No" and stop.next == "I"  # "No. I never …"
    number = stop.next[:1].isdigit() or (re.fullmatch("[IVXLC]+", stop.next) and not answer)
    known = stop.word in REFERENCES or (stop.word.isupper() and stop.word.title() in REFERENCES)
    return False if stop.is_full_stop and known and number else None


def _clock_time(stop: _Stop) -> bool | None:
    """A time ends the sentence, unless a zone, a day or, after “At 5 a.m.”, a name follows."""
    if not stop.is_full_stop or stop.word not in TIMES:
        return None
    zone = re.match(r"[ECMP]\.?[SD]?\.?T\b", stop.next + stop.rest)
    if zone or stop.next in AFTER_TIME or stop.next[:1].isdigit() or stop.lead.strip():
        return "“" in stop.lead or '"' in stop.lead
    words = stop.text[stop.opened : min(stop.start, stop.opened + 80)].split()
    only_a_phrase = len(words) <= 4 and words[0] in PHRASE_OPENERS
    return not only_a_phrase


def _initial_or_abbreviation(stop: _Stop) -> bool | None:
    """“U.S.”, “Inc.” and “J.” end a sentence only if the next word can only open one."""
    if not stop.is_full_stop or not _is_abbreviation(stop.word):
        return None
    if ")" in stop.closers:  # "(Ret.) Smith", but "(They left the U.S.) The …"
        return stop.text[stop.opened : stop.opened + 9].lstrip().startswith("(")
    if stop.closers:
        return None
    if stop.lead.strip():  # “Inc. "We …"”, but “J. "Bud" Rucker”
        return stop.lead.strip()[0] in "“\"‘'" and len(stop.word) > 1
    return (stop.next_opens or _closes_name(stop)) and not _in_headline(stop)


def _closes_name(stop: _Stop) -> bool:
    """Whether the abbreviation ends a place or a name that would need a comma to go on."""
    before = stop.text[max(stop.opened, stop.start - 40) : stop.start]
    if stop.word in STATES:
        return bool(re.search(rf"(,\s|\b[DRI]-){re.escape(stop.word)}\Z", before))
    verb = re.match(r"\s(?!and\b|of\b|for\b)[a-z]{2,}", stop.rest)
    return stop.word in SUFFIXES and bool(verb) and stop.next[1:].islower()


_RULES = (
    _editorial_mark,
    _no_space,
    _label,
    _runs_on,
    _ellipsis,
    _named_with_mark,
    _asked_by,
    _title,
    _reference,
    _clock_time,
    _initial_or_abbreviation,
)


def _is_abbreviation(word: str) -> bool:
    single_letter = len(word) == 1 and word.isalpha() and word.isupper()
    return single_letter or word in ABBREVIATIONS or bool(_DOTTED.fullmatch(word))


def _is_ordinary(stop: _Stop) -> bool:
    return stop.word not in INNER and not _is_abbreviation(stop.word)


def _in_headline(stop: _Stop) -> bool:
    """Whether capitals say nothing here, because nearly every word has one."""
    around = stop.text[max(stop.opened, stop.start - 80) : min(stop.limit, stop.end + 60)]
    words = [word for word in _WORD.findall(around) if len(word) > 3 and word.isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) / len(words) > 0.85


# --- Cuts --------------------------------------------------------------------------------------

# A bracket with a sentence in it, in the middle of another: "(He had left.) and".
_ASIDE = re.compile(r"\([^()]{1,300}\)(?=\s?[a-z,;:])|\[[^][]{1,300}\](?=\s?[a-z,;:])")
_NOTE_NUMBER = re.compile(r"[ ]\d{1,3}(?=[ ][A-Z])")
_INLINE_BULLET = re.compile(r"\s(?=[•▪‣⁃]\s?\w)")
_INLINE_LABEL = re.compile(r"(?:(?<=\s)|\A)(\d{1,2}|[a-z])(\.\)|\)|\.)\s+(?=[A-Z])")


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Say where the sentences of one block end; the last one ends with the block."""
    kept: list[int] = []
    for cut in [*_stop_cuts(text, start, end), end]:
        # Marks alone are not a sentence: they go with the sentence before them.
        if kept and not any(map(str.isalnum, text[kept[-1] : cut])):
            kept[-1] = cut
        else:
            kept.append(cut)
    return kept


def _stop_cuts(text: str, start: int, end: int) -> Iterator[int]:
    opened = start
    items = sorted(_list_cuts(text, start, end), reverse=True)
    has_words, seen = False, start
    asides = _ASIDE.finditer(text, start, end)
    aside = next(asides, None)
    for found in _STOP.finditer(text, start, end):
        while aside and aside.end() <= found.start():
            aside = next(asides, None)
        if aside and aside.start() < found.start():
            continue
        while items and items[-1] <= found.start():
            opened = items.pop()
            yield opened
        has_words = has_words or any(map(str.isalnum, text[seen : found.start()]))
        seen = found.end()
        stop = _Stop(
            text, opened, found.start(), found.end(), end, found["marks"], found["closers"]
        )
        stop = _with_note_number(stop)
        if has_words and _ends_sentence(stop):
            opened, has_words = stop.end, False
            yield opened
    yield from reversed(items)


def _with_note_number(stop: _Stop) -> _Stop:
    """Count a bare note number in: "… of the vote. 4 Even so, …"."""
    number = _NOTE_NUMBER.match(stop.text, stop.end, stop.limit)
    if not (number and stop.is_full_stop and _is_ordinary(stop)):
        return stop
    longer = replace(stop, end=number.end())
    return longer if longer.next_opens else stop


def _ends_sentence(stop: _Stop) -> bool:
    for rule in _RULES:
        verdict = rule(stop)
        if verdict is not None:
            return verdict
    return True


def _list_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where the items of a list end that runs on in one line: “1. Bread 2. Milk”."""
    for found in _INLINE_BULLET.finditer(text, start, end):
        yield found.start()
    expected = None
    for found in _INLINE_LABEL.finditer(text, start, end):
        value, style = found.groups()
        if expected == (value, style):
            yield found.start()
        elif value not in ("1", "a") or not _at_sentence_start(text, start, found.start()):
            continue
        expected = (_successor(value), style)


def _successor(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


def _at_sentence_start(text: str, start: int, here: int) -> bool:
    before = text[max(start, here - 10) : here].rstrip()
    return not before or before[-1] in ".:!?”"
