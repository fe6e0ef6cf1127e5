"""Answers as text: one record a line, each carrying its own checksum.

A line is one JSON object in ASCII, for example

    {"act":"kind","case":"liberty-daily","crc":"5f0c3a9e","item":"s2","learner":"0123456789abcdef",
     "number":7,"schema":1,"session":"fedcba9876543210","time":"2026-01-31T09:30:00Z",
     "value":"opinion"}

(written on one line). `Record` says what each part is, and `helpers.case.vocabulary` which acts
there are. What is called `act` and `item` here is the *verb* and the *object* of xAPI, the standard
for records of learning, and a case is its *activity*. A carry-away file is a header, as `Header`
says it, and such lines.

Nothing here touches a disk. `progress` keeps the lines; this module writes and reads them.
A line read back may come from a stranger's file, so it is believed only after every check.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

SCHEMA = 1
WHAT = "paper-trail-answers"
MAX_VALUE = 64 * 1024  # bytes of one answer's value, as written
MAX_LINE = MAX_VALUE + 1024  # bytes
MAX_DEPTH = 20  # levels of lists and objects in a value
MAX_NUMBER = 2**53 - 1  # the greatest whole number that a browser keeps exactly
MAX_FILE = 20 * 1024 * 1024  # characters or bytes of a carry-away file
MAX_LINES = 200_000  # of a carry-away file

_RANDOM_ID = re.compile(r"[0-9a-f]{16}")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class BadLine(ValueError):
    """A line that is no sound answer; the message says why in a few plain words."""


class BadValue(ValueError):
    """A value that cannot be kept as an answer; the message is a plain sentence."""


class CannotBringBack(ValueError):
    """A whole file that cannot be brought back; the message says why and what to do."""


@dataclass(frozen=True)
class Record:
    """One answer, or one change of mind, as it was given.

    `number` orders answers (greater is later, ties go by session); `time` is only shown.
    """

    learner: str  # a random id, sixteen characters 0-9 and a-f
    session: str  # the kernel session that saved it, an id of the same form
    number: int  # a Lamport number: one more than the greatest that the session had seen
    case: str  # the case's id, or a `NoCase`
    item: str  # what was answered: the id of a sentence, item, claim or card, or a `Scope`
    act: str  # what was done, an `Act` or the id of a question set
    value: Any  # the answer, any JSON; None takes it back
    time: str  # UTC to the second, 2026-01-31T09:30:00Z
    schema: int = SCHEMA  # of the record itself

    @property
    def key(self) -> tuple[str, int]:
        """What makes this record itself and no other: its session and its number there."""
        return (self.session, self.number)

    @property
    def order(self) -> tuple[int, str]:
        """Where the record stands among all others; no clock is asked."""
        return (self.number, self.session)

    def line(self) -> str:
        """Return the record as one line of JSON with its checksum, without a newline."""
        return _sealed(asdict(self))


_FIELDS = {field.name for field in fields(Record)} | {"crc"}


@dataclass(frozen=True)
class Header:
    """The first line of a carry-away file: whose answers follow, and how many."""

    learner: str  # whose answers follow
    records: int  # how many lines follow


def is_random_id(text: object) -> bool:
    """Return whether this is a learner's or a session's id: sixteen characters 0-9 and a-f."""
    return isinstance(text, str) and _RANDOM_ID.fullmatch(text) is not None


def is_name(text: object) -> bool:
    """Return whether this can name a case, an item or an act: hyphenated lower case, 64 at most."""
    return isinstance(text, str) and _NAME.fullmatch(text) is not None


def clean_value(value: Any) -> Any:
    """Return the value as JSON will give it back, half characters replaced by U+FFFD.

    Raises `BadValue` when it is no JSON, nested too deeply or larger than 64 KB.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        clean = json.loads(_whole_characters(text))
        size = len(_canonical(clean))
    except (TypeError, ValueError, RecursionError) as error:
        raise BadValue("This answer is of a kind that cannot be written down.") from error
    if size > MAX_VALUE:
        raise BadValue(
            f"This answer is too long: {size // 1024 + 1} KB, and 64 KB is the most. Shorten it."
        )
    if _too_deep(clean):
        raise BadValue(f"This answer is nested more than {MAX_DEPTH} levels deep.")
    return clean


def read_line(line: str | bytes, learner: str) -> Record:
    """Read one line that should be an answer of this learner.

    Raises `BadLine` with the reason when it is torn, altered, of another kind or not theirs.
    """
    parts = _parsed(line)
    if type(parts.get("schema")) is int and parts["schema"] > SCHEMA:
        raise BadLine("it was written by a newer version of the kit")
    if set(parts) != _FIELDS:
        raise BadLine("it is not an answer of this kit")
    crc = parts.pop("crc")
    _check_types(parts)
    _check_seal(parts, crc)
    if parts["learner"] != learner:
        raise BadLine("it belongs to another learner")
    return Record(**{**parts, "value": _checked_value(parts["value"])})


def write_carry_away(learner: str, records: list[Record]) -> str:
    """Put answers, in their order, into the text of one file that can be brought back."""
    header = {"schema": SCHEMA, "what": WHAT, "learner": learner, "records": len(records)}
    return "\n".join([_sealed(header), *(record.line() for record in records)]) + "\n"


def read_carry_away(text: str | bytes) -> tuple[Header, Iterator[tuple[int, str]]]:
    """Open a carry-away file: its header, and the lines after it with their numbers.

    Raises `CannotBringBack` when the file is too large or is not such a file.
    """
    lines = _numbered_lines(_as_text(text))
    for _, line in lines:
        return _header(line), lines
    raise CannotBringBack("This file is empty. Choose the file that you carried away.")


def thinned(records: list[Record]) -> list[Record]:
    """Keep the first and the last answer of every kind to every item, in the same order."""
    kept: dict[tuple[str, str, str], list[Record]] = {}
    for record in records:
        found = kept.setdefault((record.case, record.item, record.act), [])
        found[1:] = [record]
    return sorted((record for found in kept.values() for record in found), key=lambda r: r.order)


def _canonical(parts: Any) -> str:
    # ASCII only, so that no editor, mail program or code page can damage a line.
    return json.dumps(parts, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _seal(parts: dict) -> str:
    return f"{zlib.crc32(_canonical(parts).encode('ascii')):08x}"


def _sealed(parts: dict) -> str:
    return _canonical({**parts, "crc": _seal(parts)})


def _whole_characters(text: str) -> str:
    # By way of UTF-16, so that two halves that belong together become one character again.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for parent in level for child in _children(parent)]
    return bool(level)


def _children(value: Any) -> list:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _parsed(line: str | bytes) -> dict:
    if len(line) > MAX_LINE:
        raise BadLine("it is too long")
    try:
        parts = json.loads(line.decode("utf-8") if isinstance(line, bytes) else line)
    except UnicodeDecodeError as error:
        raise BadLine("it is not text in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadLine("it is torn or damaged") from error
    if not isinstance(parts, dict):
        raise BadLine("it is not an answer of this kit")
    return parts


def _check_types(parts: dict) -> None:
    # type() and not isinstance(): true and false would pass as the numbers 1 and 0.
    if type(parts["schema"]) is not int or parts["schema"] != SCHEMA:
        raise BadLine("its version is not known")
    if type(parts["number"]) is not int or not 1 <= parts["number"] <= MAX_NUMBER:
        raise BadLine("its number is not a whole number from 1 up")
    if not (is_random_id(parts["learner"]) and is_random_id(parts["session"])):
        raise BadLine("its learner or session is not sixteen characters 0-9 and a-f")
    if not all(is_name(parts[name]) for name in ("case", "item", "act")):
        raise BadLine("its case, item or act is not a short hyphenated name")
    if not (isinstance(parts["time"], str) and _TIME.fullmatch(parts["time"])):
        raise BadLine("its time is not written as a time")


def _check_seal(parts: dict, crc: object) -> None:
    try:
        sound = crc == _seal(parts)
    except (ValueError, RecursionError):  # a number beyond all numbers, or nested too deeply
        sound = False
    if not sound:
        raise BadLine("its checksum does not fit, so something in it was altered")


def _checked_value(value: Any) -> Any:
    try:
        return clean_value(value)
    except BadValue as error:
        raise BadLine("its value is too long or nested too deeply") from error


def _as_text(text: str | bytes) -> str:
    if len(text) > MAX_FILE:
        raise CannotBringBack("This file is larger than 20 MB. Choose the file you carried away.")
    if not isinstance(text, str):
        text = bytes(text).decode("utf-8", "replace")
    if text.count("\n") > MAX_LINES:
        raise CannotBringBack("This file has too many lines. Choose the file you carried away.")
    return text.removeprefix("\ufeff")


def _numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def _header(line: str) -> Header:
    try:
        parts = _parsed(line)
        crc = parts.pop("crc", None)
        _check_seal(parts, crc)
    except BadLine:
        parts = {}
    count = parts.get("records")
    sound = type(count) is int and 0 <= count <= MAX_LINES
    if not (sound and parts.get("what") == WHAT and is_random_id(parts.get("learner"))):
        raise CannotBringBack(
            "This is not a file of answers carried away from Paper Trail, or its first line was "
            "altered. Choose the file as it was saved."
        )
    if parts.get("schema") != SCHEMA:
        raise CannotBringBack(
            "This file was made by another version of the kit. Update the kit, then try again."
        )
    return Header(parts["learner"], count)
