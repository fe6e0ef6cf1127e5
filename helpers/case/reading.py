"""What the readers of one pack share, and what a kind of question has to bring along.

A new kind of question is one file: what it consists of, how it is read, and its `PART`, which
`case_file.PARTS` lists. What a part reads becomes fields of `Case` and `Key`, in `model`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from helpers.case.fields import Fields
from helpers.case.parts import Sentence, Source
from helpers.case.reasons import Templates


@dataclass(frozen=True)
class Known:
    """What has been read before, as far as the parts lean on it."""

    text: str  # the article's
    sentences: Mapping[str, Sentence]  # by id
    sources: Mapping[str, Source]  # by id
    templates: Templates = field(default_factory=dict)  # of the key
    case: Mapping[str, Any] = field(default_factory=dict)  # the case's fields, for its key


def _nothing(top: Fields, known: Known) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Part:
    """One kind of thing that a case holds: its fields in both files, and how they are read.

    The readers return fields of `Case` and of `Key` by their names, and note what is wrong.
    """

    fields: tuple[str, ...] = ()  # names in case.yaml
    read: Callable[[Fields, Known], dict[str, Any]] = _nothing  # their reader
    key_fields: tuple[str, ...] = ()  # names in the key
    read_key: Callable[[Fields, Known], dict[str, Any]] = _nothing  # their reader
