"""What `start.py` does: set up, open the lessons, run the checks. Needs nothing but Python."""

from __future__ import annotations

import argparse
import sys
import traceback
from contextlib import suppress
from pathlib import Path

from helpers.launch.checks import run_tests
from helpers.launch.common import Problem, keep_detail, say
from helpers.launch.failures import explain_os_error
from helpers.launch.server import start


def carry_out(options: argparse.Namespace, root: str | Path) -> int:
    """Do what was asked, in the kit's folder `root`; return the exit code.

    Problems are told in a sentence and a next step, never in a traceback.
    """
    sys.stdout.reconfigure(errors="replace")
    with suppress(BrokenPipeError):  # whoever read what we say has gone
        return _told(options, Path(root).resolve())
    return 1


def _told(options: argparse.Namespace, root: Path) -> int:
    try:
        if options.test is not None:
            return run_tests(root, options.test)
        start(root, options.port, not options.no_browser, options.lab)
    except KeyboardInterrupt:
        say("\nStopped. Nothing is lost; start again whenever you like.")
        return 130
    except Problem as problem:
        say(f"\n{problem}")
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"\n{explain_os_error(error)}")
    except Exception:
        log = keep_detail(traceback.format_exc())
        say(f"\n{Problem('Something went wrong that should not.', 'report it, please.', log)}")
    else:
        return 0
    return 1
