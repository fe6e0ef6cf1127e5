"""Reading YAML that somebody else wrote: safely, and knowing the line of every value.

Packs are untrusted, so the file is read as a stream of parser events and never handed to a YAML
constructor: no object is built, nothing recurses, and every scalar stays the text that was written
(`no`, `012` and `12:30:00` do not change type).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

LARGEST_FILE = 1_000_000  # bytes; the first case's key is about a tenth of this
DEEPEST = 50  # levels
MOST_VALUES = 20_000  # a key of the largest size has about half as many
MOST_TOLD = 50  # problems in one message
UNSEEN = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML calls unprintable: control characters and half characters."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a file, where it is, and what to do about it."""

    file: str  # as messages call it
    line: int  # from 1
    says: str  # what is wrong and what to do, on one line

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}"


class PackError(ValueError):
    """A pack cannot be used. `problems` lists what to mend, each with its file and line."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        more = len(problems) - MOST_TOLD
        told = [*map(str, problems[:MOST_TOLD])] + [f"… and {more:,} more."] * (more > 0)
        super().__init__("\n".join(told))


@dataclass
class Node:
    """One value in a YAML file: text, a list of nodes or a mapping of names to nodes."""

    value: str | list[Node] | dict[str, Node]  # every scalar is text
    line: int  # where it begins, from 1


def read_yaml(path: Path, called: str | None = None) -> Node:
    """Read one YAML file into nodes that know their lines.

    `called` is the name that messages use for the file. Raises `PackError` when the file is
    missing, too large, not UTF-8, not YAML, or uses what packs may not use (aliases, tags,
    duplicate names, more than 50 levels or 20,000 values, several documents).
    """
    called = called or path.name
    return parse_yaml(_read_text(path, called), called)


def parse_yaml(text: str, called: str) -> Node:
    """Turn YAML text into nodes that know their lines. Raises `PackError` as `read_yaml` does."""
    import yaml

    _refuse_unseen(text, called)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _build(yaml, yaml.parse(text, Loader=loader), called)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        says = f"this is not valid YAML ({error.problem}). Check quotation marks and indentation."
        raise PackError([Problem(called, line, says)]) from None
    except PackError:
        raise
    except (yaml.YAMLError, OverflowError, ValueError) as error:
        # The last two come from Python's `chr` for \UFFFFFFFF, where PyYAML has no C part: an
        # OverflowError up to Python 3.12, a ValueError from 3.13 on.
        says = f"this is not valid YAML ({str(error).splitlines()[0]})."
        raise PackError([Problem(called, 1, says)]) from None


def _refuse_unseen(text: str, called: str) -> None:
    # The parser refuses these too, but names no line, and half characters crash it.
    if found := UNSEEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        says = f"an unprintable character stands here (U+{ord(found[0]):04X}). Take it out."
        raise PackError([Problem(called, line, says)])


def _read_text(path: Path, called: str) -> str:
    try:
        if path.exists() and not path.is_file():  # reading a device or a pipe could never end
            raise PackError([Problem(called, 1, "this is not a file. Put a text file here.")])
        if path.stat().st_size > LARGEST_FILE:
            says = (
                f"the file is larger than {LARGEST_FILE:,} bytes. Packs are text: make it smaller."
            )
            raise PackError([Problem(called, 1, says)])
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        says = "the file is not UTF-8 here. Save it again with the encoding UTF-8."
        raise PackError([Problem(called, line, says)]) from None
    except OSError as error:
        says = f"the file cannot be read ({error.strerror}). Check that it is there."
        raise PackError([Problem(called, 1, says)]) from None


class _Tree:
    """Grows nodes from parser events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, called: str):
        self.called = called
        self.root: Node | None = None
        self.open: list[Node] = []
        self.names: list[str | None] = []

    def refuse(self, line: int, says: str) -> None:
        raise PackError([Problem(self.called, line, says)])

    def add(self, node: Node, is_scalar: bool) -> None:
        if not self.open:
            self.root = node
        elif isinstance(self.open[-1].value, list):
            self.open[-1].value.append(node)
        elif self.names[-1] is None:
            self._take_name(node, is_scalar)
        else:
            self.open[-1].value[self.names[-1]] = node
            self.names[-1] = None

    def _take_name(self, node: Node, is_scalar: bool) -> None:
        if not is_scalar:
            self.refuse(node.line, "a name was expected here, not a list or a mapping.")
        if node.value in self.open[-1].value:
            first = self.open[-1].value[node.value].line
            self.refuse(
                node.line, f"{node.value[:40]!r} stands here twice (first near line {first})."
            )
        self.names[-1] = node.value

    def enter(self, node: Node) -> None:
        if len(self.open) >= DEEPEST:
            self.refuse(node.line, f"more than {DEEPEST} levels, one inside the other.")
        self.open.append(node)
        self.names.append(None)

    def leave(self) -> None:
        self.open.pop()
        self.names.pop()


def _build(yaml: ModuleType, events: Iterator, called: str) -> Node:
    tree, documents, values = _Tree(called), 0, 0
    for event in events:
        line = event.start_mark.line + 1
        values += isinstance(event, yaml.NodeEvent)
        if values > MOST_VALUES:
            tree.refuse(line, f"more than {MOST_VALUES:,} values. Make the file smaller.")
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            tree.refuse(line, "a second document starts here ('---'). A file holds just one.")
        _refuse_tricks(yaml, event, line, tree)
        if isinstance(event, yaml.ScalarEvent):
            tree.add(Node(event.value, line), is_scalar=True)
        elif isinstance(event, yaml.CollectionStartEvent):
            node = Node([] if isinstance(event, yaml.SequenceStartEvent) else {}, line)
            tree.add(node, is_scalar=False)
            tree.enter(node)
        elif isinstance(event, yaml.CollectionEndEvent):
            tree.leave()
    if tree.root is None:
        tree.refuse(1, "the file is empty.")
    return tree.root


def _refuse_tricks(yaml: ModuleType, event: Any, line: int, tree: _Tree) -> None:
    """Aliases can blow up a small file, and tags can ask for objects; packs need neither."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        tree.refuse(line, "anchors and aliases (& and *) are not allowed. Write the text out.")
    if getattr(event, "tag", None):
        tree.refuse(line, "tags (!…) are not allowed. Write plain text.")
