"""What a page's word for its encoding means, to a browser and so to this kit: see `labels.txt`."""

from __future__ import annotations

import codecs
from pathlib import Path

from helpers.text.lists import read_lists

_LISTS = read_lists(Path(__file__).with_name("labels.txt"))
_CODECS = {name: codec for name, (codec, *_) in _LISTS.items()}
_NAMES = {label: name for name, (_, *labels) in _LISTS.items() for label in labels}
_NAMED = {
    codecs.lookup(codec).name: name
    for name, codec in _CODECS.items()
    if name not in ("x-user-defined", "iso-8859-8-i", "gbk")
}

NEVER = {"utf-7", "unicode-escape", "raw-unicode-escape", "idna", "punycode", "mbcs", "oem"}
"""What Python would read, but no page is written in: ways to write text as other text."""


def codec_for(label: str) -> str:
    """Return the Python codec that a label stands for, or "" where nobody knows it.

    A label that browsers do not know (cp437) is understood as Python does.
    """
    label = label.strip(" \t\r\n\f\"'").lower()
    if label in _NAMES:
        return _CODECS[_NAMES[label]]
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    return "" if name.replace("_", "-") in NEVER else name


def called(codec: str) -> str:
    """Return the name by which people look up a Python codec: "windows-1252" for cp1252."""
    name = codecs.lookup(codec).name
    return _NAMED.get(name, name.removesuffix("-sig").replace("_", "-"))
