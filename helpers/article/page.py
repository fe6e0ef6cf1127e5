"""Reducing a saved web page to its text and to what it says about itself.

A small reduction, not a browser: one pass over the page, nothing is run, nothing is fetched, and
the time it takes grows only with the page's length. Menus and notices may stay in the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

HIDDEN = {"script", "style", "noscript", "template", "svg", "nav", "footer", "form", "select"}
BLOCKS = {
    *("p", "div", "br", "li", "ul", "ol", "tr", "table", "section", "article", "header", "main"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "figcaption", "hr", "title"),
    *("aside", "address", "dl", "dt", "dd", "pre", "td", "th"),
}
ATTRIBUTE = re.compile(r"""([a-zA-Z:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
LONGEST_TAG = 5_000
LARGEST_JSON = 200_000


@dataclass
class Page:
    """What was found on a page: its text, its links, and what it says about itself."""

    text: str = ""
    language: str = ""
    links: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)


def reduce_html(html: str) -> Page:
    """Take the text out of an HTML page. Never raises on any string."""
    page, parts, titles, hidden, scripts = Page(), [], [], "", []
    into_title = False
    for kind, value in _pieces(html):
        if kind == "text":
            if hidden:
                scripts += [value] if hidden == "json" else []
            else:
                (titles if into_title else parts).append(unescape(value))
            continue
        name, attributes = _tag(value)
        if hidden:
            hidden = "" if name in ("/" + hidden, "/script") else hidden
            continue
        if name in HIDDEN:
            is_json = "ld+json" in attributes.get("type", "")
            hidden = "json" if is_json else name
            continue
        into_title = name == "title" or (into_title and name != "/title")
        if name.lstrip("/") in BLOCKS:
            parts.append("\n")
        _note(page, name, attributes)
    page.text = _tidy("".join(parts))
    page.said.setdefault("title", " ".join("".join(titles).split()))
    for script in scripts:
        _from_json(page, script)
    return page


def _pieces(html: str) -> Iterator[tuple[str, str]]:
    """The page as text and tags in turn. A tag that is never closed is text no more."""
    place = 0
    while (start := html.find("<", place)) >= 0:
        if start > place:
            yield "text", html[place:start]
        if html.startswith("<!--", start):
            end = html.find("-->", start + 4)
            place = len(html) if end < 0 else end + 3
            continue
        if not re.match(r"[/!?a-zA-Z]", html[start + 1 : start + 2]):
            yield "text", "<"
            place = start + 1
            continue
        end = _tag_end(html, start)
        yield "tag", html[start + 1 : end]
        place = end + 1
    if place < len(html):
        yield "text", html[place:]


def _tag_end(html: str, start: int) -> int:
    """Where a tag ends: at the first > that does not stand inside quotation marks, within reason."""
    end = html.find(">", start)
    for _ in range(8):
        inside = html[start:end] if end >= 0 else ""
        if end < 0 or end - start > LONGEST_TAG or inside.count('"') % 2 == 0:
            break
        following = html.find(">", end + 1)
        end = following if following >= 0 else end
    return len(html) if end < 0 else end


def _tag(inside: str) -> tuple[str, Mapping[str, str]]:
    found = re.match(r"/?[a-zA-Z][a-zA-Z0-9:-]{0,40}", inside)
    name = found[0].lower() if found else ""
    rest = inside[len(name) : LONGEST_TAG]
    pairs = ((one[1].lower(), one[2] or one[3] or one[4] or "") for one in ATTRIBUTE.finditer(rest))
    return name, {attribute: unescape(value) for attribute, value in pairs}


NAMED = {
    "og:title": "title",
    "og:site_name": "site",
    "og:url": "url",
    "author": "byline",
    "article:author": "byline",
    "article:published_time": "published",
    "date": "published",
    "datepublished": "published",
    "dc.creator": "byline",
    "dc.date": "published",
}
"""What pages call things in <meta>, and what they are here."""


def _note(page: Page, name: str, attributes: Mapping[str, str]) -> None:
    if name == "html":
        page.language = page.language or attributes.get("lang", "")[:20]
    elif name == "a" and attributes.get("href", "").startswith(("http://", "https://")):
        page.links.append(attributes["href"])
    elif name == "link" and attributes.get("rel") == "canonical":
        page.said.setdefault("url", attributes.get("href", ""))
    elif name == "meta":
        called = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if (here := NAMED.get((called or "").lower())) and attributes.get("content"):
            page.said.setdefault(here, attributes["content"].strip())


def _from_json(page: Page, script: str) -> None:
    """Take headline, author and date from JSON-LD, where a page has it."""
    if len(script) > LARGEST_JSON:
        return
    try:
        found = json.loads(script)
    except (ValueError, RecursionError):
        return
    for thing in _things(found):
        for ours, theirs in (
            ("title", "headline"),
            ("published", "datePublished"),
            ("byline", "author"),
            ("site", "publisher"),
        ):
            if text := _name_of(thing.get(theirs)):
                page.said.setdefault(ours, text)


def _things(found: Any) -> list[dict[str, Any]]:
    graph = found.get("@graph", found) if isinstance(found, dict) else found
    things = graph if isinstance(graph, list) else [graph]
    return [thing for thing in things[:50] if isinstance(thing, dict)]


def _name_of(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name_of, value[:10])))
    if isinstance(value, dict):
        return _name_of(value.get("name")) if isinstance(value.get("name"), str) else ""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _tidy(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "\n\n".join(line for line in lines if line)
