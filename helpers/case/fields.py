"""Taking named fields out of a file, and saying in plain words what is missing or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from helpers.case.yaml_lines import Node, Problem

LONGEST_TEXT = 5_000  # characters in one field; the longest explanation has about 400
LONGEST_SAID = 400
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def listed(names: Iterable[str]) -> str:
    """Names for a message: on one line, and not too many."""
    names = [name[:40] if name.isprintable() else repr(name[:40]) for name in names]
    return ", ".join(names[:20] + ["…"] * (len(names) > 20)) or "none"


class Fields:
    """The fields of one mapping in a file. Problems are collected, so that all are said at once."""

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
        """The line where a field stands, or where it is missed."""
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
        """One piece of text. Without a default the field has to be there and not be empty."""
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
        """A whole number, zero or more."""
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
        """One word out of a fixed list."""
        allowed = tuple(allowed)
        written = self.text(name, default)
        if written in allowed or (default is not None and written == default):
            return written
        if written:
            says = f"'{name}' should be one of {listed(allowed)}, but is {written[:40]!r}."
            self.wrong(self.line_of(name), f"{self.where}: {says}")
        return allowed[0]

    def identifier(self, name: str) -> str:
        """An id: lower-case letters, digits and hyphens, at most 64."""
        written = self.text(name)
        if written and not ID.fullmatch(written):
            says = f"{self.where}: '{name}' should be lower-case letters, digits and hyphens"
            self.wrong(self.line_of(name), f"{says}, but is {written[:40]!r}.")
            return ""
        return written

    def mapping(self, name: str, required: bool = True) -> dict[str, Node]:
        """A mapping of names to nodes."""
        return self._collection(name, dict, "mapping of names to values", required)

    def list(self, name: str, required: bool = True) -> list[Node]:
        """A list of nodes."""
        return self._collection(name, list, "list", required)

    def words(self, name: str, required: bool = True) -> tuple[str, ...]:
        """A list of ids or short words."""
        nodes = self.list(name, required)
        for node in nodes:
            if not isinstance(node.value, str):
                self.wrong(node.line, f"{self.where}: '{name}' should list words only.")
        return tuple(node.value for node in nodes if isinstance(node.value, str))

    def _collection(self, name, kind, called, required):
        node = self.nodes.get(name)
        if node is None:
            if required:
                self.wrong(self.line, f"{self.where} lacks '{name}', a {called}.")
            return kind()
        if not isinstance(node.value, kind):
            self.wrong(node.line, f"{self.where}: '{name}' should be a {called}.")
            return kind()
        return node.value
