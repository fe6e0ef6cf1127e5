"""Taking named fields out of a file, and saying in plain words what is missing or wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

from helpers.case.yaml_lines import Node, Problem

LONGEST_TEXT = 5_000  # characters in one field; the longest explanation has about 400
LONGEST_SAID = 400  # characters in one message
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
Kind = TypeVar("Kind", dict, list)


def listed(names: Iterable[str]) -> str:
    """Return names for a message: on one line, and not too many."""
    names = [name[:40] if name.isprintable() else repr(name[:40]) for name in names]
    return ", ".join(names[:20] + ["…"] * (len(names) > 20)) or "none"


class Fields:
    """The fields of one mapping in a file. Problems are collected, so that all are said at once.

    `where` is what messages call this mapping: "sentence s1", say.
    """

    def __init__(self, node: Node, file: str, problems: list[Problem], where: str):
        self.file, self.problems, self.where, self.line = file, problems, where, node.line
        self.nodes = node.value if isinstance(node.value, dict) else {}
        if not isinstance(node.value, dict):
            self.wrong(node.line, f"{where} should be a mapping of names to values.")

    def wrong(self, line: int, says: str) -> None:
        """Note one problem at `line`: one line, and a short one, however strange the names in it."""
        if len(says) > LONGEST_SAID:
            says = f"{says[:LONGEST_SAID]}…"
        if not says.isprintable():
            says = "".join(one if one.isprintable() else "\ufffd" for one in says)
        self.problems.append(Problem(self.file, line, says))

    def line_of(self, name: str) -> int:
        """Return the line where a field stands, or where it is missed."""
        return self.nodes[name].line if name in self.nodes else self.line

    def only(self, allowed: Iterable[str]) -> Fields:
        """Note every field whose name is not known here, with the nearest known name."""
        allowed = list(allowed)
        for name in self.nodes.keys() - set(allowed):
            near = get_close_matches(name, allowed, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known here: {listed(allowed)}."
            says = f"{self.where} has an unknown field {name[:40]!r}. {hint}"
            self.wrong(self.nodes[name].line, says)
        return self

    def text(self, name: str, default: str | None = None) -> str:
        """Read one piece of text. Without a default the field has to be there and not be empty."""
        node = self.nodes.get(name)
        if node is None or node.value == "":
            if default is None:
                self.wrong(
                    self.line_of(name), f"{self.where} lacks '{name}'. Add it, with its text."
                )
            return default or ""
        if not isinstance(node.value, str):
            self.wrong(node.line, f"{self.where}: '{name}' should be text, not a list or mapping.")
            return default or ""
        if len(node.value) > LONGEST_TEXT:
            self.wrong(
                node.line, f"{self.where}: '{name}' is longer than {LONGEST_TEXT:,} characters."
            )
            return node.value[:LONGEST_TEXT]
        return node.value

    def whole(self, name: str) -> int:
        """Read a whole number, zero or more."""
        written = self.text(name)
        if re.fullmatch(r"[0-9]{1,9}", written):
            return int(written)
        if written:
            self.wrong(
                self.line_of(name),
                f"{self.where}: '{name}' should be a whole number, but is {written[:40]!r}.",
            )
        return 0

    def choice(self, name: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Read one word out of a fixed list."""
        allowed = tuple(allowed)
        written = self.text(name, default)
        if written in allowed or (default is not None and written == default):
            return written
        if written:
            says = f"'{name}' should be one of {listed(allowed)}, but is {written[:40]!r}."
            self.wrong(self.line_of(name), f"{self.where}: {says}")
        return allowed[0]

    def identifier(self, name: str) -> str:
        """Read an id: lower-case letters, digits and hyphens, at most 64."""
        written = self.text(name)
        if written and not ID.fullmatch(written):
            says = f"{self.where}: '{name}' should be lower-case letters, digits and hyphens"
            self.wrong(self.line_of(name), f"{says}, but is {written[:40]!r}.")
            return ""
        return written

    def mapping(self, name: str, required: bool = True) -> dict[str, Node]:
        """Read a mapping of names to nodes."""
        return self._collection(name, dict, "mapping of names to values", required)

    def list(self, name: str, required: bool = True) -> list[Node]:
        """Read a list of nodes."""
        return self._collection(name, list, "list", required)

    def words(self, name: str, required: bool = True) -> tuple[str, ...]:
        """Read a list of ids or short words."""
        nodes = self.list(name, required)
        for node in nodes:
            if not isinstance(node.value, str):
                self.wrong(node.line, f"{self.where}: '{name}' should list words only.")
        return tuple(node.value for node in nodes if isinstance(node.value, str))

    def under(self, name: str, where: str, required: bool = True) -> Fields:
        """Return the fields of the mapping called `name`; empty where it is missing or no mapping."""
        return self.within(Node(self.mapping(name, required), self.line_of(name)), where)

    def within(self, node: Node, where: str) -> Fields:
        """Return the fields of a node of the same file, whose problems join these."""
        return Fields(node, self.file, self.problems, where)

    def known(self, name: str, named: Iterable[str], known: Iterable[str], what: str) -> None:
        """Note every one of the words in a field that is not known: "which is no `what`"."""
        known = set(known)
        for missing in [one for one in named if one and one not in known]:
            says = f"{self.where}: '{name}' names {missing[:40]!r}, which is no {what}."
            self.wrong(self.line_of(name), says)

    def once(self, name: str, ids: Iterable[str]) -> None:
        """Note every id that stands more than once in the list called `name`."""
        for double, count in Counter(ids).items():
            if double and count > 1:
                says = f"'{name}' holds the id {double!r} twice. Ids are unique."
                self.wrong(self.line_of(name), says)

    def entries(
        self, known: Iterable[str], what: str, around: str | None = None
    ) -> dict[str, Node]:
        """Return the node of each thing that is known; note what is missing and what is too much.

        `what` names one thing, "claim" say, and `around` what should hold it.
        """
        known = list(known)
        self.only(known)
        for missing in [one for one in known if one not in self.nodes]:
            says = f"{around or self.where} has no entry for {what} '{missing}'. Add one."
            self.wrong(self.line, says)
        return {one: self.nodes[one] for one in known if one in self.nodes}

    def _collection(self, name: str, kind: type[Kind], called: str, required: bool) -> Kind:
        node = self.nodes.get(name)
        if node is None:
            if required:
                self.wrong(self.line, f"{self.where} lacks '{name}', a {called}.")
            return kind()
        if not isinstance(node.value, kind):
            self.wrong(node.line, f"{self.where}: '{name}' should be a {called}.")
            return kind()
        return node.value
