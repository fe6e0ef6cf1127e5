"""Where a sentence may end: each stop is put before a table of rules.

A full stop is not always the end of a sentence: it also closes "Gov.", "U.S." and "J. D.". The
rules stand in `RULES`, one reason each; the first that has an opinion decides, and a stop about
which none has one ends the sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from helpers.text import abbreviations as known
from helpers.text.rules import Rule
from helpers.text.verbs import VERBS

_MARKS = ".!?…‼⁇⁈⁉。！？．｡؟۔"
_FULL_WIDTH = "。！？．｡"
_EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d"
# A full stop, its neighbours (". . ." is one ellipsis), and what closes with it: quotation
# marks, brackets, notes ("[17]", "†"), an emoji. No part of it can fail once it has begun, so a
# hostile text cannot make the search go back and forth.
_STOP = re.compile(
    rf"""(?P<marks>[{_MARKS}]+(?:[ \u00a0]{{1,2}}[{_MARKS}]+(?!\w))*)
    (?P<closers>(?:["'”’»)\]}}*_]|«(?!\w)|\s?[”»›)\]](?!\w)|[ ]["'](?=\s|\Z))*)
    (?P<notes>(?:[ ]?\[(?:\d[\d,\ –-]{{0,12}}|\.{{3}}|…|citation\ needed|note\ \d{{1,3}})\]
      |[¹²³⁰⁴-⁹†‡§¶]+|(?<=[a-z)”"’]\.)\d{{1,3}}(?:[ ,]\d{{1,3}}){{0,3}}(?=\s+[A-Z]))*)
    (?:\s?[{_EMOJI}]+)*(?:\s[:;]-?[()DP](?!\w))?""",
    re.VERBOSE,
)
_LEAD = re.compile(r"""[\s"'“”‘’«‹(\[{¿¡*_>#@$€£–—―•▪‣⁃\u200b\ufeff\u200e\u200f-]{0,40}""")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+){0,3}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.&?)+[^\W\d_]")
# "Cllr", "Bgdr"; but "Shh", "Hmm" and "Mhm" are sounds.
_NO_VOWEL = re.compile(r"(?i:(?!\w*(\w)\1\Z|[hm]+\Z))[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,5}")
_LABEL = re.compile(r"[\s(•▪‣⁃*“\"'-]{0,20}(?:\d{1,2}|[^\W\d_]|[ivxIVX]{1,4}|P\.?S|N\.?B)[.)]*")


@dataclass(frozen=True)
class Stop:
    """One place where a sentence may end, and what the rules ask; places are code points."""

    text: str  # the whole text
    opened: int  # where the sentence that may end here began
    start: int  # where the stop itself begins
    end: int  # past the stop, its closing marks and notes
    limit: int  # end of the block
    marks: str  # the stop: ".", "?!", ". . ."
    closers: str  # quotation marks and brackets that close with it

    @cached_property
    def word(self) -> str:
        """The word before the stop, without opening marks: "Gov", "U.S", "2019"."""
        piece = self.text[max(self.opened, self.start - 40) : self.start]
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

    @cached_property
    def rest(self) -> str:
        """What follows the next word, a few characters of it."""
        here = self.end + len(self.lead) + len(self.next)
        return self.text[here : min(self.limit, here + 60)]

    @property
    def is_full_stop(self) -> bool:
        """Whether it is one full stop, and no question, shout or pause."""
        return self.marks == "."

    @cached_property
    def next_opens(self) -> bool:
        """Whether the next word is one that is capitalised only at the start of a sentence."""
        word = self.next.replace("’", "'")
        opens = word in known.OPENERS or word.split("'")[0] in known.OPENERS
        return opens and not (len(word) == 1 and self.rest.startswith("."))  # "A. B. Voss"

    @cached_property
    def is_abbreviation(self) -> bool:
        """Whether the word is shortened, and could end a sentence all the same: "Inc", "U.S"."""
        word = self.word
        single_letter = len(word) == 1 and word.isupper()
        shouted = word.isupper() and word.title() in known.ABBREVIATIONS
        return (
            single_letter or shouted or word in known.ABBREVIATIONS or bool(_DOTTED.fullmatch(word))
        )

    @cached_property
    def is_ordinary(self) -> bool:
        """Whether the word before is a plain word or number."""
        return self.word not in known.INNER and not self.is_abbreviation


# --- What the rules say: True ends the sentence, False does not, None has no opinion ----------


def _editorial_mark(stop: Stop) -> bool | None:
    before = stop.text[max(stop.opened, stop.start - 1) : stop.start]
    return False if before in ("[", "(") else None


def _no_space(stop: Stop) -> bool | None:
    if stop.lead[:1].isspace():
        return None
    if stop.marks[-1] in _FULL_WIDTH:
        return True
    after = (stop.next + stop.rest)[1:2]
    if stop.lead or stop.end > stop.start + len(stop.marks):  # a mark or a note stands between
        return stop.next[:1].isupper() and stop.lead[:1] not in tuple("-–—―'’")
    capitalised = stop.next[:1].isupper() and (after.islower() or after in tuple(" '’"))
    is_address = stop.next.lower() in known.DOMAINS or re.match(r"[@/\w]|\.\w", stop.rest)
    return (
        len(stop.word) > 1 and capitalised and not is_address and not re.search(r"[.@/]", stop.word)
    )


def _label(stop: Stop) -> bool | None:
    announces = stop.is_full_stop and _LABEL.fullmatch(stop.text, stop.opened, stop.start)
    return False if announces else None


def _runs_on(stop: Stop) -> bool | None:
    if stop.next in ",;:)]}%&/|=+":
        return False
    if not stop.next[0].islower():
        return None
    remark = stop.lead.endswith("(") and stop.is_full_stop  # in brackets, on its own
    tagged = stop.lead[-1:] in ("#", "@")
    branded = any(map(str.isupper, stop.next))  # iPhone, al-Shabaab
    address = stop.next in ("http", "https", "www")
    return (remark or tagged or branded or address) and stop.is_ordinary


def _ellipsis(stop: Stop) -> bool | None:
    dots = stop.marks.replace("…", "...").replace(" ", "").replace("\u00a0", "")
    if dots != "...":
        return None
    if re.split("['’]", stop.next)[0] == "I":  # "I" has a capital everywhere
        return bool(stop.closers)
    return None if stop.word else stop.next_opens


def _exclaiming_name(stop: Stop) -> bool | None:
    named = stop.marks == "!" and stop.word in known.EXCLAIMING_NAMES
    return stop.next_opens if named else None


_NAME = r"[^\W\d_a-z][\w.’'-]{0,30}"
_SPEAKER = re.compile(
    rf"""{_NAME}(?:(?:,?\s(?:and|of|the|de|van|von))?\s{_NAME}){{0,5}}  # Mayor Ann Bell
    (?:(?<=['’]s)\s[a-z]+|\sand\s[a-z]+\s[a-z]+)?  # 's aide
    (?:,[^.!?“”"]{{1,90}},)?\s  # who chairs the board
    (?:(?:has|had|also|then|later|once|again|\w{{2,12}}ly)\s)?
    (?P<verb>want(?:s|ed)\ to\ know|[a-z]+)
    (?P<after>[.,;:]|\s(?:at|in|on|to|as|of|from|with|aloud|back)\b)?""",
    re.VERBOSE,
)


def _asked_by(stop: Stop) -> bool | None:
    if stop.marks[-1] not in "!?" or stop.closers[-1:] not in tuple("”\"’'»") or stop.next_opens:
        return None
    here = stop.end + len(stop.lead)
    speaker = _SPEAKER.match(stop.text, here, min(stop.limit, here + 240))
    if not speaker:
        return None
    verb = VERBS.get(speaker["verb"])
    speech = verb and "quoting" in verb.roles and speaker["after"]
    return False if speech or speaker["verb"].replace(" ", "_") in known.REPORTING else None


def _title(stop: Stop) -> bool | None:
    if not stop.is_full_stop:
        return None
    shouted = stop.word.isupper() and stop.next.isupper() and stop.word.title() in known.TITLES
    unlisted = _NO_VOWEL.fullmatch(stop.word) and not stop.is_abbreviation and not stop.next_opens
    return False if shouted or stop.word in known.INNER or unlisted else None


def _reference(stop: Stop) -> bool | None:
    number = re.match(r"\d|[IVXLC]+\Z", stop.next) and (stop.word, stop.next) != ("No", "I")
    shouted = stop.word.isupper() and stop.word.title() in known.REFERENCES
    return (
        False
        if stop.is_full_stop and number and (shouted or stop.word in known.REFERENCES)
        else None
    )


def _clock_time(stop: Stop) -> bool | None:
    if not stop.is_full_stop or stop.word not in known.TIMES:
        return None
    zone = re.match(r"[ECMP]\.?[SD]?\.?T\b", stop.next + stop.rest)
    if zone or stop.next in known.AFTER_TIME or "(" in stop.lead:
        return False
    words = stop.text[stop.opened : min(stop.start, stop.opened + 80)].split()
    return len(words) > 4 or words[0] not in known.PHRASE_OPENERS


def _abbreviation(stop: Stop) -> bool | None:
    if not stop.is_full_stop or not stop.is_abbreviation:
        return None
    if ")" in stop.closers:  # "(Ret.) Smith", but "(They left the U.S.) The …"
        return stop.text[stop.opened : stop.opened + 9].lstrip().startswith("(")
    if stop.closers:
        return None
    if stop.lead.strip():  # “Inc. "We …"”, but “J. "Bud" Rucker”
        return stop.lead.strip()[0] in "“\"‘'" and len(stop.word) > 1
    return (stop.next_opens or _closes_name(stop)) and not _in_headline(stop)


def _closes_name(stop: Stop) -> bool:
    """Return whether the abbreviation ends a place or name that would need a comma to go on."""
    if stop.word in known.STATES:
        before = stop.text[max(stop.opened, stop.start - 40) : stop.start]
        return bool(re.search(rf"(,\s|\b[DRI]-){re.escape(stop.word)}\Z", before))
    verb = re.match(r"\s(?!and\b|of\b|for\b)[a-z]{2,}", stop.rest)
    alone = verb and stop.next[1:].islower() and stop.next not in known.NAMED_AFTER
    return stop.word in known.SUFFIXES and bool(alone)


def _in_headline(stop: Stop) -> bool:
    """Return whether capitals say nothing here, because nearly every word has one."""
    around = stop.text[max(stop.opened, stop.start - 80) : min(stop.limit, stop.end + 60)]
    words = [word for word in _WORD.findall(around) if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) / len(words) > 0.85


RULES = (
    Rule(
        "editorial mark",
        "“[...]”, “(?)” and “(!)” comment on the sentence that they stand in.",
        _editorial_mark,
        "The ferry (!) Voss had hired sank.",
        "The ferry sank (they say!) Voss had hired it.",
    ),
    Rule(
        "no space",
        "Without a space after it a stop belongs to a number, a web name or an abbreviation; two "
        "words run together, a quotation or a note that opens at once are the exceptions.",
        _no_space,
        "Read Quay.Com for a seat.",
        "The ferry sank.Nobody was hurt.",
    ),
    Rule(
        "label",
        "“1.”, “B.” and “P.S.” at the start announce what follows.",
        _label,
        "1. The gate was open.",
        "They sold 41. The rest sank.",
    ),
    Rule(
        "runs on",
        "A comma, a small letter or a closing mark next: the sentence is still going on.",
        _runs_on,
        "“Who pays?” asked the mayor.",
        "“Who pays?” The mayor left.",
    ),
    Rule(
        "ellipsis",
        "Three dots may be a pause; only what can open a sentence shows that one ended.",
        _ellipsis,
        "And then ... I fell.",
        "And then it fell... The town slept.",
    ),
    Rule(
        "exclaiming name",
        "“Yahoo!” is a name.",
        _exclaiming_name,
        "The Yahoo! Sports page was down.",
        "He shouted Hello! Sports began.",
    ),
    Rule(
        "asked by",
        "A name and a verb of saying after “…?” or “…!” belong to the quotation before them.",
        _asked_by,
        "“Will it hold?” Bell, a rower of 43, asked.",
        "“Will it hold?” Bell left the quay.",
    ),
    Rule(
        "title",
        "A name follows “Gov.”, and more of the same sentence follows “e.g.”; a short word with a "
        "capital and no vowel (“Cllr.”) is a title too.",
        _title,
        "They met Cllr. Voss and Supt. Moor.",
        "They met Lynn. Voss was there.",
    ),
    Rule(
        "reference",
        "A number follows “No.”, “Fig.” and “Jan.”",
        _reference,
        "They live in Apt. 4 on the quay.",
        "They took the flat. 4 of them left.",
    ),
    Rule(
        "clock time",
        "A time ends the sentence, unless a zone, a day or, after “At 5 a.m.”, a name follows.",
        _clock_time,
        "It began at 5 p.m. Voss spoke first.",
        "At 5 p.m. Voss spoke.",
    ),
    Rule(
        "abbreviation",
        "“U.S.”, “Inc.” and “J.” end a sentence only if the next word can only open one.",
        _abbreviation,
        "The U.S. Navy came.",
        "He left the U.S. The navy came.",
    ),
)


def _ends_sentence(stop: Stop) -> bool:
    """Return what the first rule with an opinion says of a stop."""
    verdicts = (rule.decide(stop) for rule in RULES)
    return next((verdict for verdict in verdicts if verdict is not None), True)


# --- Cuts --------------------------------------------------------------------------------------

# A bracket with a sentence in it, in the middle of another: "(He had left.) and".
_ASIDE = re.compile(r"\([^()]{1,300}\)(?=\s?[a-z,;:])|\[[^][]{1,300}\](?=\s?[a-z,;:])")
_BEFORE_NUMBERS = known.REFERENCES | known.ABBREVIATIONS
_NOTE_NUMBER = re.compile(r"[ ]\d{1,3}(?=[ ][A-Z])")
_INLINE_BULLET = re.compile(r"\s(?=[•▪‣⁃]\s?\w)")
_INLINE_LABEL = re.compile(r"(?:(?<=\s)|\A)(\d{1,2}|[a-z])(\.\)|\)|\.)\s+(?=[A-Z])")


def cuts(text: str, start: int, end: int) -> list[int]:
    """Return where the sentences of one block end, in code points; the last ends with the block."""
    kept: list[int] = []
    for opened, limit in pairwise([start, *sorted(_list_cuts(text, start, end)), end]):
        for cut in [*_stop_cuts(text, opened, limit), limit]:
            # Marks alone are not a sentence: they go with the sentence before them.
            if kept and not any(map(str.isalnum, text[kept[-1] : cut])):
                kept[-1] = cut
            else:
                kept.append(cut)
    return kept


def _stop_cuts(text: str, opened: int, end: int) -> Iterator[int]:
    """Yield where stops end sentences; `opened` is where the first of them begins."""
    has_words, seen = False, opened
    asides = _ASIDE.finditer(text, opened, end)
    aside = next(asides, None)
    for found in _STOP.finditer(text, opened, end):
        while aside and aside.end() <= found.start():
            aside = next(asides, None)
        if aside and aside.start() < found.start():
            continue
        has_words = has_words or any(map(str.isalnum, text[seen : found.start()]))
        seen = found.end()
        marks, closers = found["marks"], found["closers"]
        stop = Stop(text, opened, found.start(), found.end(), end, marks, closers)
        stop = _with_note_number(stop)
        if has_words and _ends_sentence(stop):
            opened, has_words = stop.end, False
            yield opened


def _with_note_number(stop: Stop) -> Stop:
    """Count a bare note number in: "… of the vote. 4 Even so, …"."""
    number = _NOTE_NUMBER.match(stop.text, stop.end, stop.limit)
    longer = replace(stop, end=number.end()) if number else stop
    return longer if longer.next_opens else stop


def _list_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the items of a list end that runs on in one line: “1. Bread 2. Milk”."""
    for found in _INLINE_BULLET.finditer(text, start, end):
        yield found.start()
    expected = None
    for found in _INLINE_LABEL.finditer(text, start, end):
        value, style = found.groups()
        before = text[max(start, found.start() - 20) : found.start()].rstrip()
        last = before.split()[-1] if before else ""
        if last[:-1] in _BEFORE_NUMBERS:
            continue  # "on Jan. 1."
        if expected == (value, style):
            yield found.start()
        elif before and before[-1] not in ".:!?”":
            continue
        expected = (str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1), style)
