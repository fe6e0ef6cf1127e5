"""Turning the bytes of a page into text, and saying how: every lesson starts from what was read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Bytes with which a file says what it is written in. Longer ones come first."""

DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})""", re.I)


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding by which it was read, and what a reader should know about that."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Turn bytes into text. Never raises: what cannot be read becomes U+FFFD, and is said.

    In this order: a byte order mark; bytes that UTF-8 text does not hold (NUL, ESC); UTF-8; the
    encoding that the page declares, or `declared`; a guess by charset-normalizer.
    """
    for mark, name in MARKS:
        if raw.startswith(mark):
            return _read(raw, name)
    is_odd = b"\0" in raw or b"\x1b" in raw
    if not is_odd and (text := _strict(raw, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    for name in (declared, _declared(raw)):
        if name and (text := _strict(raw, name)) is not None:
            return Decoded(text, _plain(name))
    return _guessed(raw)


def _read(raw: bytes, name: str) -> Decoded:
    if (text := _strict(raw, name)) is not None:
        return Decoded(text, _plain(name))
    says = f"Some bytes are not {name}: they are shown as \ufffd."
    return Decoded(raw.decode(name, "replace"), _plain(name), (says,))


def _strict(raw: bytes, name: str) -> str | None:
    try:
        text = raw.decode(name)
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) and "\0" not in text else None


def _plain(name: str) -> str:
    return {"utf-8-sig": "utf-8"}.get(name.lower(), name.lower())


def _declared(raw: bytes) -> str:
    found = DECLARED.search(raw[:4096])
    return found[1].decode("ascii", "replace") if found else ""


def _guessed(raw: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000]).best()
    name = best.encoding if best is not None else ""
    if name and (text := _strict(raw, name)) is not None:
        says = f"Read as {name}, which is a guess: look for letters that make no sense."
        return Decoded(text, name, (says,))
    says = "Some bytes could not be read: they are shown as \ufffd."
    return Decoded(raw.decode("utf-8", "replace"), "utf-8", (says,))
