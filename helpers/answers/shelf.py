"""The folder of answers: appended to so that nothing is lost, and read as one.

Every record begins with a newline, so that a line torn by a crash costs nothing but itself.
No file is locked or written over: each kernel session has a file of its own.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from helpers.answers.records import MAX_LINE, MAX_NUMBER, BadLine, Record, is_random_id, read_line

_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
_CLAIM = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class NotSaved(Exception):
    """An answer is not on disk; the message says why and what to do next."""


@dataclass
class _Page:
    """How far one file has been read, and what was left out of it."""

    inode: int
    size: int = 0  # where the file ended when last looked at
    offset: int = 0  # everything before this is settled
    line: int = 1
    settled: list[str] = field(default_factory=list)
    tail: str = ""  # a last line that may yet be completed


class Shelf:
    """All files of one learner, read as one, each from where reading stopped last time."""

    def __init__(self, folder: Path, learner: str) -> None:
        self.folder = folder
        self.learner = learner
        self.highest = 0
        self._records: dict[tuple[str, int], Record] = {}
        self._pages: dict[str, _Page] = {}
        self._trouble: dict[str, str] = {}

    def file_of(self, session: str) -> Path:
        """Return the path of the file that this session's answers go to."""
        return self.folder / f"{checked_id(session)}.jsonl"

    def read(self) -> dict[tuple[str, int], Record]:
        """Read what is new since the last time; return all sound records by session and number."""
        self._trouble = {}
        for name in self._names():
            try:
                self._read_file(name)
            except OSError as error:
                self._trouble[name] = f"{name} could not be read ({error.strerror or error})."
        return self._records

    def next_number(self) -> int:
        """Count up: one more than the greatest number seen in any session, never the same twice.

        Raises `NotSaved` when there is no greater one.
        """
        if self.highest >= MAX_NUMBER:
            raise NotSaved(
                "Not saved: the numbers in this folder are used up. Start a new learner."
            )
        # Counted up here and not on reading back, which may fail: a number is used once.
        self.highest += 1
        return self.highest

    def problems(self) -> list[str]:
        """Say in a sentence each which lines and files were left out."""
        pages = (page.settled + [page.tail] * bool(page.tail) for page in self._pages.values())
        return [*self._trouble.values(), *(sentence for page in pages for sentence in page)]

    def _names(self) -> list[str]:
        try:
            return sorted(name for name in os.listdir(self.folder) if name.endswith(".jsonl"))
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            self._trouble[""] = f"The answers could not be read ({error.strerror or error})."
            return []

    def _read_file(self, name: str) -> None:
        path = os.path.join(self.folder, name)
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            return
        page = self._pages.get(name)
        if page is None or page.inode != status.st_ino or status.st_size < page.size:
            page = self._pages[name] = _Page(status.st_ino)
        if status.st_size > page.size:
            with open(path, "rb") as file:
                self._read_lines(name, page, file)

    def _read_lines(self, name: str, page: _Page, file: BinaryIO) -> None:
        file.seek(page.offset)
        page.tail, page.size = "", page.offset
        while raw := file.readline(MAX_LINE + 2):
            page.size += len(raw)
            if len(raw) > MAX_LINE + 1 and not raw.endswith(b"\n"):
                skipped, end = _skip_line(file)
                page.size += skipped
                raw += end
            self._take(name, page, raw)

    def _take(self, name: str, page: _Page, raw: bytes) -> None:
        ended = raw.endswith(b"\n")
        why = self._fault(raw.strip())
        sentence = f"{name}, line {page.line} was left out: {why}." if why else ""
        if ended or not why:
            page.offset = page.size
            page.line += ended
            page.settled += [sentence] * bool(why)
        else:
            page.tail = sentence

    def _fault(self, raw: bytes) -> str:
        if not raw:
            return ""
        try:
            record = read_line(raw, self.learner)
        except BadLine as error:
            return str(error)
        self.highest = max(self.highest, record.number)
        if self._records.setdefault(record.key, record) != record:
            return "another answer has the same session and number"
        return ""


def _skip_line(file: BinaryIO) -> tuple[int, bytes]:
    skipped, rest = 0, b""
    while not rest.endswith(b"\n") and (rest := file.readline(MAX_LINE)):
        skipped += len(rest)
    return skipped, rest[-1:] if rest.endswith(b"\n") else b""


def random_id() -> str:
    """Make up an id that nobody else has."""
    return os.urandom(8).hex()


def checked_id(text: str) -> str:
    """Return the id, which may now name a file; raises ValueError when it is none."""
    if not is_random_id(text):
        raise ValueError("a learner or session id is sixteen characters 0-9 and a-f")
    return text


def learners(home: Path) -> list[str]:
    """List the ids of everybody who has a folder of answers here."""
    with suppress(OSError):
        return sorted(n for n in os.listdir(home) if is_random_id(n) and (home / n).is_dir())
    return []


def current(home: Path) -> str:
    """Return whose turn it is, made up on first use; raise `NotSaved` when that cannot be kept."""
    path = home / "current"
    with _plain_sentences(home):
        return read_current(path) or _claim(path) or _wait_for(path) or _heal(path)


def read_current(path: Path) -> str | None:
    """Return the id in the file; None when there is no file or no whole id in it."""
    try:
        with open(path, "rb") as file:
            return _id_in(file.read(64))
    except FileNotFoundError:
        return None


def _id_in(raw: bytes) -> str | None:
    text = raw.decode("ascii", "replace").strip()
    return text if is_random_id(text) else None


def _claim(path: Path) -> str | None:
    """Become the first learner, unless another kernel was faster."""
    _make_folder(path.parent)
    try:
        handle = os.open(path, _CLAIM, 0o600)
    except FileExistsError:
        return None
    here = learners(path.parent)
    learner = here[0] if len(here) == 1 else random_id()
    try:
        _write(handle, f"{learner}\n".encode("ascii"))
    except OSError:
        with suppress(OSError):
            os.unlink(path)
        raise
    _sync_folder(path.parent)
    # Read again: a kernel that lost patience with this one may have healed the file meanwhile.
    return read_current(path) or learner


def _wait_for(path: Path) -> str | None:
    """Give the kernel that is making the file a second to finish."""
    for _ in range(50):
        time.sleep(0.02)
        if learner := read_current(path):
            return learner
    return None


def _heal(path: Path) -> str:
    """Replace a `current` that a crash left unfinished.

    The id is worked out from the broken file, so that two kernels healing at once agree.
    """
    import hashlib
    import platform

    with open(path, "rb") as file:  # one look, or a file healed meanwhile would be healed again
        raw, status = file.read(64), os.fstat(file.fileno())
    if learner := _id_in(raw):
        return learner
    here = learners(path.parent)
    seed = f"{platform.node()} {status.st_ino} {status.st_mtime_ns} {raw!r}"
    learner = hashlib.sha256(seed.encode()).hexdigest()[:16]
    _put_current(path, here[0] if len(here) == 1 else learner)
    return read_current(path) or learner


def make_current(home: Path, learner: str) -> None:
    """Hand the turn to this learner; raises `NotSaved`."""
    with _plain_sentences(home):
        _make_folder(home)
        _put_current(home / "current", learner)


def _put_current(path: Path, learner: str) -> None:
    draft = path.with_name(f"current.{random_id()}")
    try:
        _write(os.open(draft, _CLAIM, 0o600), f"{learner}\n".encode("ascii"))
        _replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _replace(draft: Path, path: Path) -> None:
    for _ in range(50):
        with suppress(PermissionError):  # Windows, while another kernel is reading the file
            return os.replace(draft, path)
        time.sleep(0.02)
    os.replace(draft, path)


def append(home: Path, path: Path, records: list[Record]) -> None:
    """Add records to a file; they are on the disk when this returns, else it raises `NotSaved`."""
    data = "".join(f"\n{record.line()}" for record in records).encode("ascii")
    with _plain_sentences(home):
        _make_folder(path.parent)
        fresh = not (path.exists() and path.stat().st_size)
        # Opened anew each time: a file deleted or moved meanwhile must not swallow answers.
        _write(os.open(path, _APPEND, 0o600), data)
        if fresh:
            _sync_folder(path.parent)


def _write(handle: int, data: bytes) -> None:
    """Write all of it, on to the disk, or take a torn line back and raise OSError."""
    try:
        start, done = os.fstat(handle).st_size, 0
        try:
            while done < len(data):
                done += os.write(handle, data[done:]) or _no_progress()
            _sync(handle)
        except OSError:
            with suppress(OSError):
                # A whole line stays, though not safely on disk: other kernels may have read it.
                if done < len(data) and os.fstat(handle).st_size == start + done:
                    os.ftruncate(handle, start)
            raise
    finally:
        os.close(handle)


def _no_progress() -> int:
    raise OSError(errno.EIO, "nothing could be written")


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
            raise


def _make_folder(folder: Path) -> None:
    if folder.is_dir() or folder == folder.parent:
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows cannot open a folder, and does not need to
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _plain_sentences(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotSaved(_sentence(error, home)) from error


def _sentence(error: OSError, home: Path) -> str:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "Not saved: the disk is full. Free some space, then answer again."
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        why = "there is a file where a folder should be, or the other way round"
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        why = "it may not be written to"
    else:
        why = f"the computer says: {error.strerror or type(error).__name__}"
    return (
        f"Not saved in {home}: {why}. Put that right, or set PAPER_TRAIL_HOME to another "
        "folder and restart the kernel."
    )
