"""Opening any article: a file, bytes or pasted text, as plain text, a web page or a saved page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from helpers.article.decoding import decode
from helpers.article.formats import is_html, is_mhtml, not_text
from helpers.article.page import Page, reduce_html
from helpers.article.top import read_top
from helpers.text import Span, split_sentences

LARGEST = 5_000_000  # bytes, or characters of a pasted text
LINK = re.compile(r"https?://[^\s<>\"'”’)\]]{1,2000}")
REDUCED = "A web page was reduced to its text: pictures are left out, and menus may be left in."
NO_PAGE = "This looks like a saved page, but no page was found in it: it is shown as it is."
NO_FILE = "This reads like the name of a file, but there is none: it was taken as the text."
UNREADABLE = (
    "Much of this is no letters that can be read: it may be no text at all. Open it in the program "
    "it is made for, select the article, copy it and paste it here."
)


@dataclass(frozen=True)
class Article:
    """A text and what was found about it. `text` is what was decoded, and is never edited.

    What was not found is None: that says something about the file, not about the original.
    """

    text: str  # every offset in the kit counts its code points
    title: str | None = None  # as the page gives it, or the first line of a plain text
    byline: str | None = None  # who signed it, without "By": "Ann Ode and Jo Reed"
    published: str | None = None  # the day as it is written there, in whatever form
    site: str | None = None  # the name or the domain of who is said to have published it
    url: str | None = None  # where it was, if somebody says so
    language: str | None = None  # as a page declares it: "en-GB"
    encoding: str | None = None  # by which bytes were read: "windows-1252"; None for a string
    warnings: tuple[str, ...] = ()  # whole sentences: what was guessed, repaired or left out
    links: tuple[str, ...] = ()  # whole addresses, in the order of the text

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """Return the sentences of the text, each with its place."""
        return tuple(split_sentences(self.text))


def open_article(source: Path | bytes | str, *, url: str | None = None) -> Article:
    """Open an article from a path, bytes or a string: plain text, HTML or MHTML.

    Never raises on what the text holds: unreadable bytes are shown as U+FFFD, and `warnings` say
    what was guessed, cut or left out. A file that is no text (a PDF, a picture) is named in a
    warning and gives an empty text. Nothing is fetched. Raises `OSError` where a `Path` cannot be
    read.
    """
    if isinstance(source, str) and not _is_file(source):
        text, notes = _cut(source)
        head = text[:2_000].encode("utf-8", "surrogatepass")
        return _refused(head, url) or _from_text(text, None, url, [*notes, *_no_such_file(source)])
    raw, notes = _bytes(source)
    if refused := _refused(raw, url):
        return refused
    if is_mhtml(raw):
        return _from_mhtml(raw, url, notes)
    decoded = decode(raw)
    return _from_text(decoded.text, decoded.encoding, url, [*notes, *decoded.warnings])


def _is_file(text: str) -> bool:
    try:
        return "\n" not in text and len(text) < 1000 and Path(text).is_file()
    except (OSError, ValueError):
        return False


def _no_such_file(text: str) -> list[str]:
    return (
        [NO_FILE] if re.fullmatch(r"\S{1,200}\.(?:txt|html?|mhtml?|md|pdf|docx?|rtf)", text) else []
    )


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


def _refused(raw: bytes, url: str | None) -> Article | None:
    says = not_text(raw)
    return Article("", url=url, warnings=(says,)) if says else None


def _from_text(text: str, encoding: str | None, url: str | None, notes: Sequence[str]) -> Article:
    if is_html(text):
        return _from_page(reduce_html(text), encoding, url, notes)
    return Article(
        text=text,
        url=url,
        encoding=encoding,
        warnings=(*notes, *_unreadable(text)),
        links=tuple(LINK.findall(text)),
        **_found(read_top(text)),
    )


def _unreadable(text: str) -> list[str]:
    """Return a warning where every tenth character is one that nobody types."""
    head = text[:20_000]
    odd = len(re.findall("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\ufffd]", head))
    return [UNREADABLE] if odd > 5 and 10 * odd > len(head) else []


def _found(said: Mapping[str, str]) -> dict[str, str]:
    return {name: said[name] for name in ("title", "byline", "published", "site") if said.get(name)}


def _from_page(page: Page, encoding: str | None, url: str | None, notes: Sequence[str]) -> Article:
    return Article(
        text=page.text,
        url=url or page.said.get("url") or None,
        language=page.language or None,
        encoding=encoding,
        warnings=(*notes, *page.warnings, REDUCED),
        links=tuple(page.links),
        **_found(page.said),
    )


def _from_mhtml(raw: bytes, url: str | None, notes: Sequence[str]) -> Article:
    """Take the page out of a saved page (MHTML, RFC 2557)."""
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(raw, policy=policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
        page = next(part for part in parts if part.get_content_type() in PAGES)
        held = page.get_payload(decode=True) or b""
        decoded = decode(held, page.get_content_charset() or "")
        where = message.get("Snapshot-Content-Location") or page.get("Content-Location")
    except Exception:  # the package raises what it likes on what is no message at all
        decoded = decode(raw)
        return Article(decoded.text, encoding=decoded.encoding, url=url, warnings=(*notes, NO_PAGE))
    found = reduce_html(decoded.text)
    found.said.setdefault("url", str(where or ""))
    return _from_page(found, decoded.encoding, url, [*notes, *decoded.warnings])


PAGES = ("text/html", "application/xhtml+xml")
