"""What the lines at the top of an article say: its title, who wrote it, on which day, for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from helpers.text.classes import BE, DAYS, HAVE, MONTHS, RELATIVES
from helpers.text.lists import read_lists

TOP_LINES = 8
"""How far from the top a byline, a date or an address is looked for, in lines that hold anything."""

LONGEST_TITLE = 300  # characters
LONGEST_LINE = 160  # characters of a line that is nothing but a byline, a date or an address

_LISTS = read_lists(Path(__file__).with_name("top.txt"))
ROLES, PARTICLES = frozenset(_LISTS["roles"]), frozenset(_LISTS["particles"])
NO_NAMES, AROUND_DATES = frozenset(_LISTS["no-names"]), frozenset(_LISTS["around-dates"])
AGENCIES = frozenset(name.replace("_", " ") for name in _LISTS["agencies"])
OUTLETS = frozenset(name.replace("_", " ") for name in _LISTS["outlets"])
UNNAMED = frozenset(name.replace("_", " ") for name in _LISTS["unnamed"])

DOMAIN = re.compile(r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}/?", re.I)

# --- Days ---

_SHORT = "|".join(
    re.escape(written).replace(r"\.", "[.]?")
    for month in sorted(MONTHS, key=len, reverse=True)
    for written in (month.title(), month.upper())
)
_MONTH, _DAY, _YEAR = f"(?:{_SHORT})", r"\d{1,2}(?:st|nd|rd|th)?", r"(?:1[5-9]|20|21)\d\d"


@dataclass(frozen=True)
class DateForm:
    """One way to write a day, with one that looks like it and is none."""

    name: str  # a few words, unique in the table
    pattern: str  # of the day alone
    case: str  # a day so written
    counter: str  # something else


DATE_FORMS = (
    DateForm(
        "year first, and perhaps the time",
        rf"{_YEAR}-\d\d-\d\d(?:T[\d:.+Z-]{{2,20}})?",
        "2031-05-03T08:00Z",
        "2031-05",
    ),
    DateForm("year first with strokes", rf"{_YEAR}/\d\d?/\d\d?", "2031/5/3", "2031/32"),
    DateForm(
        "day, month, year",
        rf"{_DAY}[ -](?:of )?(?i:{_MONTH}),?[ -]{_YEAR}",
        "3rd of May, 2031",
        "3 in May 2031",
    ),
    DateForm(
        "month, day, year", rf"{_MONTH} {_DAY},? {_YEAR}", "Sept. 30, 2031", "Sept. 30 of 2031"
    ),
    DateForm("figures with strokes", rf"\d\d?/\d\d?/{_YEAR}", "03/05/2031", "3/2031"),
    DateForm("figures with stops", rf"\d\d?\.\s?\d\d?\.\s?{_YEAR}", "3.5.2031", "3.2031"),
)
"""How days are written at the top of articles in English. None is changed into another form."""

_ANY_FORM = "|".join(form.pattern for form in DATE_FORMS)
DATE = re.compile(rf"(?<![\w/.-])(?:{_ANY_FORM})(?![\w/-])")
WEEKDAY = frozenset(day.rstrip(".") for day in DAYS)


def day_in(line: str) -> str:
    """Return the day that a line at the top gives, as it is written; "" for none.

    The line is no sentence of the story: beside the day it has a weekday, an hour, a few words
    such as "Updated", a byline, or it begins with a place in capitals, as reports do.
    """
    found = DATE.search(line[:LONGEST_LINE])
    if not found:
        return ""
    before, after = line[: found.start()], line[found.end() :]
    opens_report = re.fullmatch(r"[A-Z][A-Z.’' -]{2,30}, ", before)
    if opens_report or before.strip() == "" and re.match(r"\s*[—–-]\s*\S", after):
        return found[0]
    is_byline = any(names_in(part.strip(" |·•,;–—-/()")) for part in (before, after))
    return found[0] if is_byline or _is_aside(before + " " + after) else ""


def _is_aside(text: str) -> bool:
    words = re.findall(r"[^\s|•·,/:;()–—-]+", text.lower())
    is_known = [
        word in AROUND_DATES or word.rstrip(".") in WEEKDAY or not word[:1].isalpha()
        for word in words
    ]
    return len(text) < LONGEST_LINE and is_known.count(False) <= (
        2 if not text.rstrip().endswith(".") else 0
    )


# --- Names ---

WORD = r"[^\W\d_a-z](?:[^\W\d_]|[’'-](?=[^\W\d_]))*\.?"
INITIALS = r"(?:[A-Z]\.\s?)+"
PARTICLE = "(?:" + "|".join(sorted(PARTICLES, key=len, reverse=True)) + ")"
NAME = rf"(?:{INITIALS}|{WORD}|d['’](?={WORD}))(?:\s?(?:{INITIALS}|{WORD}|{PARTICLE}(?=\s)|d['’](?={WORD})))*"
AND = r"(?:,? and |,? & |, | with |;\s?)"
NAMES = re.compile(rf"({NAME}(?:{AND}{NAME})*)")
BY = re.compile(
    r"(?:[\w’'-]+[,:]? |[A-Z]\w{2,20}, )?(?:[Bb]y|BY)[:\s]\s*|(?:[Aa]uthor|AUTHOR|[Tt]ext|[Ww]ords)s?:\s*"
)
SEPARATOR = re.compile(r"\s*(?:\||/|•|·|\(|\[|,|;|:|\t|\s[–—-]+\s|[–—]|\s{2,}|\s(?=@)|\)\s|$)\s*")
FURNITURE = re.compile(r"\s+(?=(?:Published|Posted|Updated|Last [Uu]pdated|Special to|For the) )")
"""What begins another part of the line, although only a space stands before it."""

JOINED = re.compile(r"\s+(?:for|in|at|of)\s+(?:the\s+)?(?=[A-Z])")


def names_in(line: str) -> str:
    """Return the author that a line gives, as it is written; "" where it is no byline.

    A byline is "By" and one name or more; a role, an outlet, an agency, a place or a day may
    follow. Without "By" a name needs a role or an agency behind it: "Ann Ode, Staff Writer".
    """
    line = FURNITURE.sub(" | ", DATE.sub(r" | \g<0>", line.strip()[: LONGEST_LINE + 1]))
    if len(line) > LONGEST_LINE:
        return ""
    by = BY.match(line)
    if by and not _is_before(by[0]):
        return ""
    rest = line[by.end() :] if by else line
    if by and (unnamed := _unnamed(rest)):
        return unnamed
    found = NAMES.match(rest)
    if not found:
        return ""
    names, after = _split(found[0], rest[found.end() :])
    if not names or not all(map(_is_person, re.split(AND, names))):
        return ""
    return names if _may_follow(after, needs_role=not by) else ""


def _is_before(opening: str) -> bool:
    before = (
        re.sub(r"(?i)\b(?:by|authors?|texts?|words)\b[:\s]*$", "", opening.strip())
        .strip(" ,:")
        .lower()
    )
    return not before or before in _LISTS["before-byline"]


def _unnamed(rest: str) -> str:
    """Return who signs without a name: "our correspondent", "Reuters", "Harbour Post Staff"."""
    who = SEPARATOR.split(rest, maxsplit=1)[0]
    low = re.sub(r"^(?:the|our|a|an)\s+", "", who.lower())
    words = low.split()
    is_house = (
        len(words) > 1
        and words[-1] in ("staff", "newsroom", "reporters", "correspondent")
        and who[:1].isupper()
    )
    return who if low in UNNAMED or low in AGENCIES or is_house and len(words) < 6 else ""


def _split(names: str, after: str) -> tuple[str, str]:
    """Return the names without an outlet, an agency or a role that only looks like one more name."""
    parts = re.split(f"({AND})", names)
    for place in range(2, len(parts), 2):
        if parts[place - 1].strip() == "," and (_is_house(parts[place]) or _is_role(parts[place])):
            return "".join(parts[: place - 1]), "".join(parts[place - 1 :]) + after
    return names, after


def _is_house(text: str) -> bool:
    low = text.lower().strip(" .,()")
    return low in AGENCIES or low.split()[-1:] != [] and low.split()[-1] in OUTLETS


def _is_role(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    is_clause = not (RELATIVES | BE | HAVE).isdisjoint(words)
    return 0 < len(words) < 8 and not ROLES.isdisjoint(words) and not is_clause


def _is_person(name: str) -> bool:
    words = name.split()
    lows = [word.lower().rstrip(".") for word in words]
    is_long = len(words) >= 2 or bool(re.search(r"[A-Z]\.", name))
    is_known = not NO_NAMES.intersection(lows) and not WEEKDAY.intersection(lows)
    is_month = any(low in MONTHS for low in lows[:1]) and len(words) < 2
    return is_long and len(words) <= 7 and is_known and not is_month


def _may_follow(after: str, needs_role: bool) -> bool:
    """Return whether what stands behind the names belongs to a byline, in all its parts."""
    if not after.strip(" .,"):
        return not needs_role
    if not (SEPARATOR.match(after) or JOINED.match(after)):
        return False
    after = JOINED.sub("|", after, count=1)
    parts = [part.strip(" .)]") for part in SEPARATOR.split(after)]
    parts = [part for part in parts if part]
    kinds = list(map(_kind, parts))
    has_role = {"role", "agency"} & set(kinds)
    return "" not in kinds and len(parts) <= 5 and (bool(has_role) or not needs_role)


PICTURES = re.compile(r"(?i)(?:photo|picture|illustration|video|graphic)[a-z]* by ")
LINKING = frozenset("the of and for & in at to".split())


def _kind(part: str) -> str:
    """Return what a part of a byline is, behind the names; "" for a piece of a sentence."""
    if part.lower() in AGENCIES or PICTURES.match(part):
        return "agency"
    if _is_role(part):
        return "role"
    if DATE.fullmatch(part) or _is_aside(part) and not part[:1].islower():
        return "day"
    words = part.split()
    is_name = len(words) <= 6 and all(
        word[:1].isupper() or word in PARTICLES or word in LINKING for word in words
    )
    return "name" if is_name or re.fullmatch(r"@\w+|\S+@\S+|\d.*", part) else ""


# --- The top ---


def read_top(text: str) -> dict[str, str]:
    """Return what the first lines of a text give: of title, byline, published, site, what there is."""
    lines = [line for _, line in top_lines(text.removeprefix("\ufeff"))]
    short = [line for line in lines if len(line) <= LONGEST_LINE]
    pairs = [
        f"{one} {two}"
        for one, two in pairwise(lines)
        if one.lower().strip(":") in ("by", "written by")
    ]
    found = {
        "title": lines[0] if lines and len(lines[0]) <= LONGEST_TITLE else "",
        "byline": next(filter(None, map(names_in, [*short, *pairs])), ""),
        "published": next(filter(None, map(day_in, lines)), ""),
        "site": next((line for line in short[:4] if DOMAIN.fullmatch(line)), ""),
    }
    return {name: value for name, value in found.items() if value}


def top_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first lines of a text that hold anything, each with its place in code points."""
    place, left = 0, TOP_LINES
    for line in text[:50_000].splitlines(keepends=True):
        if line.strip() and left:
            yield place + len(line) - len(line.lstrip()), line.strip()
            left -= 1
        place += len(line)
        if not left:
            return
