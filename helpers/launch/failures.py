"""What a failed command's output means for a person, and what to do next."""

from __future__ import annotations

import errno
import re
import traceback
from pathlib import Path

from helpers.launch.common import Problem, keep_detail

FAILURES = (  # (what the output says, what happened, next step): the first that fits is told
    (
        r"No space left on device|not enough space on the disk|Disk quota exceeded|Errno 28\b",
        "The disk is full.",
        "free about 1 GB (setting up needs more than half of it), then start again.",
    ),
    (
        r"(?i)NameResolutionError|name resolution|getaddrinfo|Failed to establish a new connection"
        r"|Network is unreachable|ProxyError|ConnectTimeout|ReadTimeout|Read timed out"
        r"|Connection (refused|reset)|RemoteDisconnected|from versions: none",
        "The packages could not be fetched: there is no connection to the package index.",
        "check the internet connection (or the proxy, or ask who runs your network), then start "
        "again. Only setting up needs the network; what is set up works without it.",
    ),
    (
        r"SSLError|CERTIFICATE_VERIFY_FAILED",
        "The packages could not be fetched: the connection's certificate was not accepted.",
        "check the computer's date; on a school's or company's network ask for its certificate "
        "and give pip its path in the variable PIP_CERT, then start again.",
    ),
    (
        r"Permission denied|Access is denied|Read-only file system|Errno 13\b|WinError (5|32)\b",
        "A file in this folder could not be written.",
        "close other windows in which Paper Trail runs; if that does not help, move the folder "
        "to a place of your own, such as Documents. Then start again.",
    ),
    (
        r"Failed building wheel|metadata-generation-failed|Failed to build|from versions:",
        "One of the packages is not to be had for this Python on this computer.",
        "install Python 3.13 from https://www.python.org/downloads/ and start with that one, "
        "for example: python3.13 start.py",
    ),
)


def explain_failure(output: str, log: Path | None = None) -> Problem:
    """Return the Problem that a failed command's output speaks of."""
    for pattern, said, next_step in FAILURES:
        if re.search(pattern, output):
            return Problem(said, next_step, log)
    return Problem(
        "Setting up did not work.",
        "start again; if it stops at the same place, delete the folder .venv and start once more. "
        "If that does not help, the file named below says what went wrong.",
        log,
    )


def explain_os_error(error: OSError) -> Problem:
    """Return the Problem for an error that the system reported to us directly."""
    names = {  # by name, since not every system has every number
        "ENOSPC": "No space left on device",
        "EDQUOT": "Disk quota exceeded",
        "EACCES": "Permission denied",
        "EPERM": "Permission denied",
        "EROFS": "Read-only file system",
    }
    text = names.get(errno.errorcode.get(error.errno), "")
    return explain_failure(f"{text}\n{error}", keep_detail(traceback.format_exc()))
