"""What of a carry-away file is new, what is here already, and what is refused, with the reason.

Nothing here touches a disk; `progress` puts down what is new.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from helpers.answers.records import BadLine, Header, Record, read_line

MAX_GAP = 1_000_000  # numbers grow by one an answer; a greater leap was never made by answering
MAX_REFUSALS = 50  # lines that are told one by one


@dataclass(frozen=True)
class BroughtBack:
    """What came of bringing a file back."""

    added: int  # answers that were new, and are on disk now
    already_here: int  # answers that were here before
    refused: tuple[str, ...]  # a sentence for each line left out: its number and the reason
    learner: str  # whose turn it is now


class Sorter:
    """Sort the lines of a file brought back into new, already here and refused.

    `known` holds the answers that are here, by session and number, and `highest` the greatest
    number among them; what is new becomes the answer of `learner`.
    """

    def __init__(self, known: dict[tuple[str, int], Record], learner: str, highest: int) -> None:
        self.known = known
        self.learner = learner
        self.highest = highest
        self.already = 0
        self.lines = 0
        self._new: list[tuple[int, Record]] = []
        self._refused: list[str] = []
        self._unsaid = 0

    def take(self, number: int, line: str, owner: str) -> None:
        """Take one line of the file of `owner`, which stands at `number` in it."""
        self.lines += 1
        try:
            record = replace(read_line(line, owner), learner=self.learner)
        except BadLine as error:
            return self._refuse(number, str(error))
        here = self.known.setdefault(record.key, record)
        if here is record:
            self._new.append((number, record))
        elif here == record:
            self.already += 1
        else:
            self._refuse(number, "another answer here has the same session and number")

    def plausible(self) -> dict[str, list[Record]]:
        """Return new records by session, without numbers that leap too far for answers to follow."""
        sessions: dict[str, list[Record]] = {}
        reach = self.highest
        for number, record in sorted(self._new, key=lambda pair: pair[1].order):
            if record.number > reach + MAX_GAP:
                self._refuse(number, "its number is far beyond all others")
                continue
            reach = max(reach, record.number)
            sessions.setdefault(record.session, []).append(record)
        return sessions

    def told(self, header: Header) -> tuple[str, ...]:
        """Say what was left out, and whether the file holds as many answers as its header says."""
        more = [f"{self._unsaid} more lines were left out."] * bool(self._unsaid)
        short = f"The file should hold {header.records} answers and has {self.lines}."
        return (*self._refused, *more, *[short] * (self.lines != header.records))

    def _refuse(self, number: int, why: str) -> None:
        if len(self._refused) < MAX_REFUSALS:
            self._refused.append(f"Line {number} was left out: {why}.")
        else:
            self._unsaid += 1
