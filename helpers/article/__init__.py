"""Opening any article: a file, bytes or pasted text, as plain text, a web page or a saved page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from helpers.article.decoding import decode
from helpers.article.page import Page, reduce_html
from helpers.text import Span, split_sentences

LARGEST = 5_000_000  # bytes, or characters of a pasted text
TOP_LINES = 8
"""How far from the top of a plain text a byline, a date or an address is looked for."""

LOOKS_LIKE_HTML = re.compile(r"\s{0,2000}<(?:!doctype html|html|head|body|article|div|p)\b", re.I)
LOOKS_LIKE_MHTML = re.compile(
    rb"(?i)\A(?=.{0,4000}?^MIME-Version:)(?=.{0,4000}?^Content-Type:\s*multipart/related)",
    re.M | re.S,
)
DOMAIN = re.compile(r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}/?", re.I)
BYLINE = re.compile(r"(?:[A-Z]\w{2,20}, )?[Bb][Yy] ((?:[^\W\d_][\w.’'-]*[ ,]*(?:and )?){2,8})")
MONTHS = "January February March April May June July August September October November December"
MONTH = "|".join(f"{month}|{month[:3]}[.]?" for month in MONTHS.split())
DATE = re.compile(
    rf"\b(?:\d{{4}}-\d\d-\d\d|\d{{1,2}} (?:{MONTH}) \d{{4}}|(?:{MONTH}) \d{{1,2}}, \d{{4}})\b"
)
LINK = re.compile(r"https?://[^\s<>\"'”’)\]]{1,2000}")


@dataclass(frozen=True)
class Article:
    """A text and what was found about it. `text` is what was decoded, and is never edited.

    What was not found is None: that says something about the file, not about the original.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences of the text, each with its place."""
        return tuple(split_sentences(self.text))


def open_article(source: Path | bytes | str, *, url: str | None = None) -> Article:
    """Open an article from a path, bytes or a string: plain text, HTML or MHTML.

    Never raises on what the text holds: unreadable bytes are shown as U+FFFD, and `warnings` say
    what was guessed, cut or left out. Nothing is fetched. Raises `OSError` where a `Path` cannot
    be read.
    """
    if isinstance(source, str) and not _is_file(source):
        text, notes = _cut(source)
        return _from_text(text, None, url, [*notes, *_no_such_file(source)])
    raw, notes = _bytes(source)
    if LOOKS_LIKE_MHTML.match(raw[:8192]):
        return _from_mhtml(raw, url, notes)
    decoded = decode(raw)
    return _from_text(decoded.text, decoded.encoding, url, [*notes, *decoded.warnings])


def _is_file(text: str) -> bool:
    try:
        return "\n" not in text and len(text) < 1000 and Path(text).is_file()
    except (OSError, ValueError):
        return False


def _no_such_file(text: str) -> list[str]:
    if re.fullmatch(r"\S{1,200}\.(?:txt|html?|mhtml?|md)", text):
        return ["This reads like the name of a file, but there is none: it was taken as the text."]
    return []


def _cut(text: str) -> tuple[str, list[str]]:
    says = f"Only the first {LARGEST:,} characters were read."
    return (text[:LARGEST], [says]) if len(text) > LARGEST else (text, [])


def _bytes(source: Path | bytes | str) -> tuple[bytes, list[str]]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        raw = bytes(source[: LARGEST + 1])
    else:
        with open(source, "rb") as file:
            raw = file.read(LARGEST + 1)
    says = f"Only the first {LARGEST:,} bytes were read."
    return (raw[:LARGEST], [says]) if len(raw) > LARGEST else (raw, [])


def _from_text(text: str, encoding: str | None, url: str | None, notes: Sequence[str]) -> Article:
    if LOOKS_LIKE_HTML.match(text):
        return _from_page(reduce_html(text), encoding, url, notes)
    top = [line.strip() for line in text.lstrip("\ufeff").splitlines() if line.strip()][:TOP_LINES]
    return Article(
        text=text,
        title=top[0] if top and len(top[0]) <= 300 else None,
        byline=_first(BYLINE, top, 1),
        published=next((found[0] for line in top if (found := DATE.search(line[:300]))), None),
        site=_first(DOMAIN, top[:4], 0),
        url=url,
        encoding=encoding,
        warnings=tuple(notes),
        links=tuple(LINK.findall(text)),
    )


def _first(pattern: re.Pattern, lines: Sequence[str], group: int) -> str | None:
    """The first of some lines that is nothing but what is looked for."""
    found = (pattern.fullmatch(line) for line in lines if len(line) <= 120)
    return next((one[group].strip() for one in found if one), None)


def _from_page(page: Page, encoding: str | None, url: str | None, notes: Sequence[str]) -> Article:
    said = {name: value for name, value in page.said.items() if value}
    left = "A web page was reduced to its text: pictures are left out, and menus may be left in."
    return Article(
        text=page.text,
        title=said.get("title"),
        byline=said.get("byline"),
        published=said.get("published"),
        site=said.get("site"),
        url=url or said.get("url"),
        language=page.language or None,
        encoding=encoding,
        warnings=(*notes, left),
        links=tuple(page.links),
    )


def _from_mhtml(raw: bytes, url: str | None, notes: Sequence[str]) -> Article:
    """Take the page out of a saved page (MHTML, RFC 2557)."""
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(raw, policy=policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
        page = next(part for part in parts if part.get_content_type() == "text/html")
        held = page.get_payload(decode=True) or b""
        decoded = decode(held, page.get_content_charset() or "")
        where = message.get("Snapshot-Content-Location") or page.get("Content-Location")
    except Exception:  # the package raises what it likes on what is no message at all
        decoded = decode(raw)
        says = "This looks like a saved page, but no page was found in it: it is shown as it is."
        return Article(decoded.text, encoding=decoded.encoding, url=url, warnings=(*notes, says))
    found = reduce_html(decoded.text)
    found.said.setdefault("url", str(where or ""))
    return _from_page(found, decoded.encoding, url, [*notes, *decoded.warnings])
