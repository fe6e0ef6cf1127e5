"""Answers on disk: saved before they are shown as saved, and never written over.

Each kernel session appends to a file of its own, and all files of a learner are read as one.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpers.answers import shelf
from helpers.answers.bringing_back import BroughtBack, Sorter
from helpers.answers.records import (
    MAX_FILE,
    SCHEMA,
    BadValue,
    CannotBringBack,
    Header,
    Record,
    clean_value,
    is_name,
    read_carry_away,
    thinned,
    write_carry_away,
)
from helpers.answers.shelf import NotSaved, Shelf, checked_id, random_id

__all__ = [
    "SCHEMA",
    "BroughtBack",
    "CannotBringBack",
    "NotSaved",
    "OtherLearner",
    "Progress",
    "Record",
    "current_learner",
    "home_folder",
    "learners",
    "new_learner",
    "owner_of",
    "switch_learner",
]

MAX_SESSIONS = 5_000  # files that one carry-away file may add


class OtherLearner(Exception):
    """The file brought back is another learner's, and there are answers here already."""

    def __init__(self, owner: str) -> None:
        super().__init__(
            "This file holds another learner's answers, and there are answers here already. "
            "Either add them to yours, or open theirs; yours are then kept apart."
        )
        self.owner = owner


def owner_of(text: str | bytes) -> str:
    """Return whose answers a carry-away file holds; nothing is brought in.

    Raises `CannotBringBack` when it is no such file.
    """
    return read_carry_away(text)[0].learner


class Progress:
    """One learner's answers, as this kernel session reads them and adds to them.

    Nothing is written until the first answer. Ids that are not of the right form raise
    ValueError; a folder that cannot be written to shows when an answer is recorded.
    """

    owner_of = staticmethod(owner_of)

    def __init__(
        self,
        home: str | os.PathLike | None = None,
        learner: str | None = None,
        session: str | None = None,
    ) -> None:
        self.home = home_folder(home)
        self._lock = threading.RLock()
        self._homeless = False
        self._open(checked_id(learner) if learner else self._find_learner())
        self.session = checked_id(session) if session else self.session

    def record(self, case: str, item: str, act: str, value: Any) -> Record:
        """Save one answer and return it once it is on disk; a value of None clears the item.

        Raises `NotSaved` with a plain sentence when it is not on disk, and ValueError when
        case, item or act is not a hyphenated lower-case name.
        """
        for name in (case, item, act):
            if not is_name(name):
                raise ValueError(f"{name!r:.80} is not a hyphenated lower-case name of 1 to 64")
        try:
            value = clean_value(value)
        except BadValue as error:
            raise NotSaved(f"Not saved. {error}") from error
        with self._lock:
            return self._save(case, item, act, value)

    def records(
        self, *, case: str | None = None, item: str | None = None, act: str | None = None
    ) -> list[Record]:
        """List every sound answer on disk, from every session, the latest last."""
        wanted = {"case": case, "item": item, "act": act}
        wanted = {name: text for name, text in wanted.items() if text is not None}
        with self._lock:
            found = self._shelf.read().values()
        found = [r for r in found if all(getattr(r, name) == wanted[name] for name in wanted)]
        return sorted(found, key=lambda record: record.order)

    def latest(self, case: str, act: str, until: int | None = None) -> dict[str, Any]:
        """Return each item's answer that stands now, or that stood at number `until`."""
        answers = {r.item: r.value for r in self._up_to(until, case, act)}
        return {item: value for item, value in answers.items() if value is not None}

    def first(self, case: str, act: str, until: int | None = None) -> dict[str, Any]:
        """Return each item's very first answer, if given by number `until`; later ones change none.

        For "what stood when I first compared" ask `latest` with that record's number.
        """
        answers: dict[str, Any] = {}
        for record in self._up_to(until, case, act):
            if record.value is not None:
                answers.setdefault(record.item, record.value)
        return answers

    @property
    def problems(self) -> list[str]:
        """Lines that were left out on reading: file, line and reason, a sentence each."""
        with self._lock:
            self._shelf.read()
            return self._shelf.problems()

    def has_answers(self) -> bool:
        """Return whether this learner has ever answered anything."""
        with self._lock:
            return bool(self._shelf.read())

    def is_current(self) -> bool:
        """Return whether no other kernel has moved on to another learner since."""
        with suppress(OSError):
            return shelf.read_current(self.home / "current") in (None, self.learner)
        return True

    def carry_away(self) -> str:
        """Put all answers into the text of one file, to be brought back here or elsewhere.

        Above 20 MB only the first and last answer to each item go along; above that still,
        raises `NotSaved`.
        """
        records = self.records()
        text = write_carry_away(self.learner, records)
        if len(text) > MAX_FILE:
            text = write_carry_away(self.learner, thinned(records))
        if len(text) > MAX_FILE:
            raise NotSaved(
                f"Your answers are more than one file can carry (20 MB). Copy the folder "
                f"{self.home / self.learner} instead."
            )
        return text

    def bring_back(self, text: str | bytes, into: str | None = None) -> BroughtBack:
        """Add the answers of a carry-away file; doing it twice adds nothing.

        Another learner's file opens as theirs when there is no answer here yet, or with
        into="theirs" (yours are kept apart); into="mine" adds it to yours. Otherwise raises
        `OtherLearner`. Raises `CannotBringBack` for what is no such file, and `NotSaved`.
        """
        if into not in (None, "mine", "theirs"):
            raise ValueError('into is "mine", "theirs" or left out')
        header, lines = read_carry_away(text)
        with self._lock:
            self._settle()
            mine = header.learner == self.learner or into == "mine"
            if not mine and into is None and self.has_answers():
                raise OtherLearner(header.learner)
            target = self if mine else Progress(self.home, learner=header.learner)
            result = target._merge(header, lines)
            if not mine and target.has_answers():
                shelf.make_current(self.home, header.learner)
                self._open(header.learner)
        return replace(result, learner=self.learner)

    def _open(self, learner: str) -> None:
        # A new session with every learner, so that no session is ever split between two.
        self.learner = learner
        self.session = random_id()
        self._process = os.getpid()
        self._shelf = Shelf(self.home / learner, learner)

    def _find_learner(self) -> str:
        try:
            return current_learner(self.home)
        except NotSaved:  # a lesson must still open; recording an answer tells
            self._homeless = True
            return random_id()

    def _settle(self) -> None:
        if self._homeless:
            self._open(current_learner(self.home))
            self._homeless = False
        if self._process != os.getpid():  # a forked copy must not write as its parent
            self._open(self.learner)

    def _save(self, case: str, item: str, act: str, value: Any) -> Record:
        self._settle()
        self._shelf.read()
        number = self._shelf.next_number()
        record = Record(self.learner, self.session, number, case, item, act, value, utc_now())
        shelf.append(self.home, self._shelf.file_of(self.session), [record])
        return record

    def _up_to(self, until: int | None, case: str, act: str) -> list[Record]:
        found = self.records(case=case, act=act)
        return [record for record in found if until is None or record.number <= until]

    def _merge(self, header: Header, lines: Iterable[tuple[int, str]]) -> BroughtBack:
        known = dict(self._shelf.read())
        sorter = Sorter(known, self.learner, self._shelf.highest)
        for number, line in lines:
            sorter.take(number, line, header.learner)
        new = sorter.plausible()
        if len(new) > MAX_SESSIONS:
            raise CannotBringBack(f"This file has more than {MAX_SESSIONS} sessions in it.")
        for session, records in new.items():
            shelf.append(self.home, self._shelf.file_of(session), records)
        added = sum(map(len, new.values()))
        return BroughtBack(added, sorter.already, sorter.told(header), self.learner)


def home_folder(home: str | os.PathLike | None = None) -> Path:
    """Return the folder of all answers: as given, else PAPER_TRAIL_HOME, else the user-data folder."""
    chosen = home or os.environ.get("PAPER_TRAIL_HOME")
    if not chosen:
        from platformdirs import user_data_path

        chosen = user_data_path("paper-trail", appauthor=False)
    return Path(chosen).expanduser().absolute()


def current_learner(home: str | os.PathLike | None = None) -> str:
    """Return whose answers are being given on this computer now; made up at random on first use.

    Raises `NotSaved` when the folder of answers can be neither read nor made.
    """
    return shelf.current(home_folder(home))


def new_learner(home: str | os.PathLike | None = None) -> Progress:
    """Start blank as somebody new; nobody's answers are deleted."""
    return switch_learner(random_id(), home)


def switch_learner(learner: str, home: str | os.PathLike | None = None) -> Progress:
    """Go on as this learner, here and in every kernel that starts from now on."""
    home = home_folder(home)
    shelf.make_current(home, checked_id(learner))
    return Progress(home, learner=learner)


def learners(home: str | os.PathLike | None = None) -> list[str]:
    """List the ids of everybody who has answered on this computer."""
    return shelf.learners(home_folder(home))


def utc_now() -> str:
    """Return the time now, to the second, to be shown beside an answer and for nothing else."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
