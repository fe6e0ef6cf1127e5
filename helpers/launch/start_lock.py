"""One start at a time: two that set up one folder, or look for one port, would undo each other."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers.launch.common import WINDOWS, say


class Turn:
    """A start's turn in a folder; the system takes it back when the program ends, however it ends."""

    def __init__(self, root: Path) -> None:
        self.file = os.open(root / ".starting", os.O_RDWR | os.O_CREAT, 0o644)
        self.held = False

    def take(self) -> None:
        """Wait until no other start has the turn. Where a folder cannot be locked, go on without."""
        told = False
        while not self.held:
            try:
                _lock(self.file)
                self.held = True
            except (BlockingIOError, PermissionError):
                if not told:
                    say("Paper Trail is being started in another window; waiting for that one ...")
                told = True
                time.sleep(0.2)
            except OSError:  # some network folders know no locks
                return

    def give_back(self) -> None:
        """Let the next start begin. Giving back twice does no harm."""
        with suppress(OSError):  # closed before
            os.close(self.file)
        self.held = False


@contextmanager
def turn(root: Path) -> Iterator[Turn]:
    """Take the turn in the kit's folder; give it back at the end, or earlier by hand."""
    mine = Turn(root)
    try:
        mine.take()
        yield mine
    finally:
        mine.give_back()


def _lock(file: int) -> None:
    if WINDOWS:
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
