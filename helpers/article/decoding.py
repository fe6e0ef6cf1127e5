"""Turning the bytes of a page into text, and saying how: every lesson starts from what was read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from helpers.article.labels import called, codec_for
from helpers.article.windows_1252 import is_western

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Bytes with which a file says what it is written in. Longer ones come first."""

SHIFTS = (
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"\x1b(?:\$[@B(]|\([BJI])"), "iso2022_jp_ext"),
)
"""Escape sequences with which ISO 2022 changes alphabets (RFC 1468, RFC 1557)."""

COMMENT = re.compile(rb"<!--.{0,4000}?-->", re.S)
PROLOG = re.compile(
    rb"""\s{0,99}<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']""", re.I
)
META = re.compile(rb"<meta\b([^>]{1,400})", re.I)
CHARSET = re.compile(rb"""(?:^|[\s"'/;])charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
ABOUT_ELSE = re.compile(rb"""(?:^|[\s"'/])(?:name|property|itemprop)\s*=""", re.I)

PER_BAD_BYTE = 2
"""How many characters must fit an encoding for each that does not, to keep to it."""


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding by which it was read, and what a reader should know about that."""

    text: str  # with U+FFFD for what could not be read
    encoding: str  # as the Encoding Standard or Python calls it: "windows-1252"
    warnings: tuple[str, ...] = ()  # whole sentences for the reader


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Turn bytes into text. Never raises: what cannot be read becomes U+FFFD, and is said.

    In this order: a byte order mark; what NUL and ESC bytes give away; UTF-8; the encoding that is
    `declared` from outside, or by the page itself, as browsers understand its name; the same two
    again if nearly all bytes fit; windows-1252 where it makes sense of every character, which
    charset-normalizer does not see in a short text; a guess by charset-normalizer.
    """
    for mark, codec in MARKS:
        if raw.startswith(mark):
            return _read(raw, codec)
    if (codec := _given_away(raw)) and (text := _strict(raw, codec)) is not None:
        return Decoded(text, called(codec))
    is_utf8 = b"\0" not in raw and not any(shift.search(raw) for shift, _ in SHIFTS)
    said = [codec for codec in (codec_for(declared), _declared(raw)) if codec]
    for codec in ["utf-8"] * is_utf8 + said:
        if (text := _strict(raw, codec)) is not None:
            return Decoded(text, called(codec))
    for codec in [*said, "utf-8"]:
        if _mostly(raw, codec):
            return _read(raw, codec)
    return _guessed(raw)


def _read(raw: bytes, codec: str) -> Decoded:
    if (text := _strict(raw, codec)) is not None:
        return Decoded(text, called(codec))
    says = f"Some bytes are not {called(codec)}: they are shown as \ufffd."
    return Decoded(_lenient(raw, codec), called(codec), (says,))


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        text = raw.decode(codec)
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) and "\0" not in text else None


def _lenient(raw: bytes, codec: str) -> str:
    """Decode with what does not fit as U+FFFD; a Windows table's gaps are control characters."""
    if not codec.startswith("cp125"):
        return raw.decode(codec, "replace")
    text = raw.decode(codec, "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda gap: _gap(ord(gap[0]) - 0xDC00), text)


def _gap(byte: int) -> str:
    """Return what the Encoding Standard has for a byte that a Windows table leaves open."""
    return chr(byte) if byte < 0xA0 else "\ufffd"


def _mostly(raw: bytes, codec: str) -> bool:
    """Return whether a few bad bytes are all that keeps bytes from being in an encoding."""
    text = _lenient(raw[:200_000], codec)
    bad = text.count("\ufffd")
    fitting = sum(character > "\x7f" for character in text) - bad
    return fitting >= PER_BAD_BYTE * bad and fitting > 0 and "\0" not in text


def _given_away(raw: bytes) -> str:
    """Return the encoding that NUL bytes in every other place, or shifts of ISO 2022, show."""
    for shift, codec in SHIFTS:
        if shift.search(raw):
            return codec
    head = raw[:4000]
    zeros = [head[place::4].count(0) / max(1, len(head) // 4) for place in range(4)]
    if min(zeros[1:]) > 0.7 and zeros[0] < 0.3:
        return "utf-32-le"
    if min(zeros[:2]) > 0.7 and zeros[3] < 0.3:
        return "utf-32-be"
    if max(zeros[0], zeros[2]) < 0.3 < min(zeros[1], zeros[3]):
        return "utf-16-le"
    return "utf-16-be" if max(zeros[1], zeros[3]) < 0.3 < min(zeros[0], zeros[2]) else ""


def _declared(raw: bytes) -> str:
    """Return the codec of the encoding that a page declares, as browsers look for it.

    A page whose <meta> can be read is not in UTF-16, whatever it says (Encoding Standard).
    """
    head = COMMENT.sub(b"", raw[:8192])
    found = PROLOG.match(head) or next(filter(None, map(_charset, META.finditer(head))), None)
    codec = codec_for(found[1].decode("ascii", "replace")) if found else ""
    return "utf-8" if codec.startswith("utf-16") else codec


def _charset(meta: re.Match[bytes]) -> re.Match[bytes] | None:
    return None if ABOUT_ELSE.search(meta[1]) else CHARSET.search(meta[1])


def _guessed(raw: bytes) -> Decoded:
    codec = _likely(raw)
    if codec and (text := _strict(raw, codec)) is not None:
        says = f"Read as {called(codec)}, which is a guess: look for letters that make no sense."
        return Decoded(text, called(codec), (says,))
    says = "Some bytes could not be read: they are shown as \ufffd."
    return Decoded(raw.decode("utf-8", "replace"), "utf-8", (says,))


def _likely(raw: bytes) -> str:
    western = _strict(raw, "cp1252")
    if western is not None and is_western(western):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000]).best()
    return best.encoding if best is not None else ""
