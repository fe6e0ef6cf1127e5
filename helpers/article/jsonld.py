"""Reading JSON-LD (schema.org) as pages write it: with faults, in lists, a level or two deep."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

FIELDS = {
    "title": ("headline",),
    "byline": ("author", "creator"),
    "published": ("datePublished", "dateCreated"),
    "site": ("publisher",),
    "url": ("url",),
}
"""What schema.org calls what we look for."""

ARTICLES = re.compile(
    r"(?i)article|posting|report(?:age)?\Z|review\Z|liveblog|webpage\Z|creativework\Z"
)
"""Types of things that are an article or its page. Plain ones come before WebPage."""

OTHERS = re.compile(
    r"(?i)comment|rating|image|video|audio|breadcrumb|product|person|organi[sz]ation|event"
)
"""Types that have an author or a day of their own: a reader's comment, a film."""

MOST_THINGS = 500  # of one page; so much is looked through
DEEPEST = 6  # levels below the outermost
STRING_OR_FAULT = re.compile(
    r'"(?:[^"\\]|\\.)*+(?:"|\Z)'  # a string is kept, whatever stands in it
    r"|(?P<fault>//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|<!--|-->|<!\[CDATA\[|\]\]>|,(?=\s*+[}\],]))",
    re.S,
)


ESCAPE = re.compile(r"\\(.)", re.S)


def from_scripts(scripts: Sequence[str]) -> dict[str, str]:
    """Return what the JSON-LD of a page says about its article, under the kit's names."""
    things = [thing for script in scripts for thing in _things(_parsed(script))][:MOST_THINGS]
    by_id = {
        thing["@id"]: thing
        for thing in things
        if isinstance(thing.get("@id"), str) and "name" in thing
    }
    found: dict[str, str] = {}
    for thing in sorted(filter(_is_article, things), key=_rank):
        for ours, theirs in FIELDS.items():
            value = next(filter(None, (_text(thing.get(one), by_id) for one in theirs)), "")
            if value:
                found.setdefault(ours, value)
    return found


def _parsed(script: str) -> list[Any]:
    """Return the values of a script: as it stands, with small faults mended, or unescaped."""
    for mend in (str, _mended, _closed, lambda text: _closed(unescape(text))):
        if values := _values(mend(script)):
            return values
    return []


def _mended(script: str) -> str:
    """Drop comments, commas before an end, and strokes in a string that JSON does not know."""

    def known(escape: re.Match[str]) -> str:
        return escape[0] if escape[1] in '"\\/bfnrtu' else escape[1]

    return STRING_OR_FAULT.sub(
        lambda found: "" if found["fault"] else ESCAPE.sub(known, found[0]), script
    )


def _closed(script: str) -> str:
    """Return a script with the brackets closed that are still open at its end."""
    script = _mended(script).rstrip(" \t\r\n;,")
    open_ones: list[str] = []
    for bracket in re.findall(r"[{}\[\]]", re.sub(r'"(?:[^"\\]|\\.)*+"', "", script)):
        if bracket in "{[":
            open_ones.append("}" if bracket == "{" else "]")
        elif open_ones and open_ones[-1] == bracket:
            open_ones.pop()
    return script + "".join(reversed(open_ones[-20:]))


def _values(text: str) -> list[Any]:
    """Return the JSON values that a text begins with, one after the other."""
    decoder, values, place = json.JSONDecoder(strict=False), [], 0
    try:
        while len(values) < 20 and (
            start := re.compile(r"[\s;,\ufeff]*").match(text, place).end()
        ) < len(text):
            value, place = decoder.raw_decode(text, start)
            values.append(value)
    except (ValueError, RecursionError):
        pass
    return values


def _things(values: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Every object of some values, the outer ones first."""
    waiting = deque((value, 0) for value in values)
    for _ in range(20 * MOST_THINGS):
        if not waiting:
            return
        value, depth = waiting.popleft()
        if isinstance(value, dict):
            yield value
        inner = value.values() if isinstance(value, dict) else value
        if isinstance(value, (dict, list)) and depth < DEEPEST:
            waiting.extend((one, depth + 1) for one in inner if isinstance(one, (dict, list)))


def _types(thing: Mapping[str, Any]) -> str:
    kind = thing.get("@type", "")
    return " ".join(map(str, kind[:5])) if isinstance(kind, list) else str(kind)


def _is_article(thing: Mapping[str, Any]) -> bool:
    is_dated = any(name in thing for name in ("headline", "datePublished"))
    return bool(ARTICLES.search(_types(thing))) or is_dated and not OTHERS.search(_types(thing))


def _rank(thing: Mapping[str, Any]) -> int:
    kind = _types(thing)
    return 0 if ARTICLES.search(kind) and not re.search(r"(?i)webpage|creativework", kind) else 1


def _text(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> str:
    """Return a name out of a value: a string, an object with a name or an @id, or a list of them."""
    values = value[:10] if isinstance(value, list) else [value]
    return ", ".join(dict.fromkeys(filter(None, (_name(one, by_id) for one in values))))


def _name(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> str:
    if isinstance(value, dict):
        value = value.get("name") or by_id.get(str(value.get("@id")), {}).get("name")
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), "")
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""
