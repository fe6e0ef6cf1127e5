"""What is opened: a page, a saved page, or a file that holds no text, and what to do with that."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """A kind of file, and how a reader gets at the text in it."""

    name: str  # with its article, as in "This is …"
    pattern: re.Pattern[bytes]  # matched at the first byte
    advice: str  # one or two sentences: the next step
    holds: bytes = b""  # what must stand somewhere in it as well: a ZIP lists its parts at its end


def _format(name: str, pattern: bytes, advice: str, holds: bytes = b"") -> Format:
    return Format(name, re.compile(pattern, re.S), advice, holds)


COPY = "Open it in the program it is made for, select the article, copy it and paste it here."
SAVE_AS = (
    "Open it in a word processor and save it as plain text (.txt, UTF-8), then open that file."
)
PICTURE = "Pictures hold no letters that a program can read as text: type the article, or look for it as text."
UNPACK = "Unpack it first, then open the file with the article in it."
SOUND = "Look for the words in writing, or write down what is said."

ZIP = rb"PK\x03\x04"
OPEN_DOCUMENT = ZIP + rb".{0,60}?mimetypeapplication/vnd\.oasis\.opendocument\."
FORMATS = (
    _format(
        "a PDF", rb"\s{0,99}%PDF-\d", f"{COPY} Or save its text as a .txt file, if the program can."
    ),
    _format("a Word document (.docx)", ZIP, SAVE_AS, b"word/document.xml"),
    _format("an OpenDocument text (.odt)", OPEN_DOCUMENT + rb"text", SAVE_AS),
    _format("an e-book (EPUB)", ZIP + rb".{0,60}?mimetypeapplication/epub", COPY),
    _format("a table (.xlsx)", ZIP, COPY, b"xl/workbook.xml"),
    _format("a set of slides (.pptx)", ZIP, COPY, b"ppt/presentation.xml"),
    _format("an OpenDocument file", OPEN_DOCUMENT, COPY),
    _format(
        "an Office document (.docx, .xlsx or .pptx)", ZIP + rb".{0,60}?\[Content_Types\]", SAVE_AS
    ),
    _format(
        "a ZIP archive, or a document that is packed as one",
        rb"PK(?:\x03\x04|\x05\x06|\x07\x08)",
        UNPACK,
    ),
    _format(
        "a document of an older Office (.doc, .xls or .ppt)",
        rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        SAVE_AS,
    ),
    _format("a rich text document (RTF)", rb"\s{0,99}\{\\rtf\d?", SAVE_AS),
    _format("a PostScript file", rb"%!PS", COPY),
    _format(
        "a web archive of Safari",
        rb"bplist\d\d",
        "In Safari, save the page with the format “Page Source” instead.",
    ),
    _format("a picture (JPEG)", rb"\xff\xd8\xff", PICTURE),
    _format("a picture (PNG)", rb"\x89PNG\r\n\x1a\n", PICTURE),
    _format("a picture (GIF)", rb"GIF8[79]a", PICTURE),
    _format("a picture (WebP)", rb"RIFF.{4}WEBP", PICTURE),
    _format("a picture (TIFF)", rb"II\*\0|MM\0\*", PICTURE),
    _format("a picture (BMP)", rb"BM.{4}\0\0\0\0", PICTURE),
    _format("a picture (HEIC or AVIF)", rb"\0\0\0.ftyp(?:heic|heix|mif1|msf1|avif)", PICTURE),
    _format("an icon (ICO)", rb"\0\0\x01\0[\x01-\x40]\0", PICTURE),
    _format("a video", rb"\0\0\0.ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI |\0\0\x01\xba", SOUND),
    _format("a sound recording", rb"ID3[\x02-\x04]|OggS|fLaC|RIFF.{4}WAVE", SOUND),
    _format("an archive (gzip)", rb"\x1f\x8b\x08", UNPACK),
    _format("an archive (bzip2)", rb"BZh[1-9]1AY&SY", UNPACK),
    _format("an archive (xz)", rb"\xfd7zXZ\0", UNPACK),
    _format("an archive (7-Zip)", rb"7z\xbc\xaf\x27\x1c", UNPACK),
    _format("an archive (RAR)", rb"Rar!\x1a\x07", UNPACK),
    _format("an archive (Zstandard)", rb"\x28\xb5\x2f\xfd", UNPACK),
    _format("an archive (tar)", rb".{257}ustar[\0 ]", UNPACK),
    _format("a database (SQLite)", rb"SQLite format 3\0", COPY),
    _format("a program", rb"\x7fELF|MZ.{58}.{2}\0\0", "There is no article in it."),
)
"""Kinds of file by their first bytes (the signatures that each format's own description gives).

The first that fits counts, so the more exact ones come first.
"""


def not_text(raw: bytes) -> str:
    """Return sentences that name a file that is no text and say what to do; "" for a text."""
    head = raw[:1_000].removeprefix(b"\xef\xbb\xbf")
    for one in FORMATS:
        if one.pattern.match(head) and one.holds in raw:
            return f"This is {one.name}, not a text. {one.advice}"
    return ""


# --- Pages ---

MHTML = re.compile(
    rb"(?i)\A\s{0,20}(?=[a-z-]{2,40}:)(?=.{0,4000}?^MIME-Version:)(?=.{0,4000}?^Content-Type:\s*(?:multipart/|text/html))",
    re.M | re.S,
)
BEFORE_PAGE = re.compile(r"(?:\ufeff|ï»¿)?+(?:\s++|<!--.{0,20000}?-->|<\?[^>]{0,2000}>)*+", re.S)
PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
ELEMENTS = """a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote br
button canvas caption center cite code col colgroup dd del details dfn dialog dir div dl dt em embed
fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd
label legend li link main map mark marquee menu meta meter nav noscript object ol p picture pre progress q
s samp script section select small span strike strong style sub summary sup svg table tbody td template
textarea tfoot th thead time title tr tt u ul var video wbr"""
"""The elements of the HTML Standard, and those that older pages have."""

FRAGMENT = re.compile(
    rf"<({'|'.join(ELEMENTS.split())})(?:\s*/?>|\s[^<>]{{0,2000}}?=[^<]{{0,5000}}?>|(?=\s[^<>]{{0,200}}>))",
    re.I,
)


def is_mhtml(raw: bytes) -> bool:
    """Return whether bytes are a page saved with all its parts (MHTML, RFC 2557)."""
    return bool(MHTML.match(raw[:8192]))


def is_html(text: str) -> bool:
    """Return whether a text is a page: it begins with one, or with any element of HTML.

    A byte order mark, an XML prolog and comments may stand before. A word in angle brackets that
    happens to be an element's name ("<table of contents>") needs its end tag to count.
    """
    start = BEFORE_PAGE.match(text).end()
    if PAGE.match(text, start):
        return True
    found = FRAGMENT.match(text, start)
    if found is None:
        return False
    return found[0].endswith(">") or f"</{found[1].lower()}" in text[start:].lower()
