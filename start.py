"""Set up Paper Trail and open lesson 0, or run every check.

    python3 start.py         set up (about a minute, the first time), then open lesson 0 as a page
    python3 start.py --lab   the same, in JupyterLab
    python3 start.py test    set up what the tests need, a browser too, and run everything

Nothing is installed outside this folder's .venv. You work on copies in my-work/, so an update of
the kit never overwrites what you wrote.
"""

# This file stays readable for any Python, the second one too: an old one must get as far as the
# sentence that it is too old. Everything else is in helpers/launch/.

import argparse
import os
import sys

OLDEST = (3, 11)


def too_old(version):
    """Return the sentence for a Python that is too old, or None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return (
        "Paper Trail needs Python 3.11 or newer, and this is Python %d.%d.\n"
        "Next step: install a newer one from https://www.python.org/downloads/ and start again "
        "with it, for example: python3.13 start.py" % tuple(version[:2])
    )


def parse(arguments):
    """Return the options; `test` passes what follows it to pytest."""
    parser = argparse.ArgumentParser(
        prog="start.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-browser", action="store_true", help="only show the address")
    parser.add_argument("--lab", action="store_true", help="open the lessons in JupyterLab")
    parser.add_argument("--port", type=int, metavar="N", help="use this port; else a free one")
    at_test = arguments.index("test") if arguments[:1] == ["test"] else len(arguments)
    options = parser.parse_args(arguments[:at_test])
    options.test = arguments[at_test + 1 :] if at_test < len(arguments) else None
    if options.port is not None and not 1 <= options.port <= 65535:
        parser.error("a port is a number from 1 to 65535, for example --port 9100")
    return options


if __name__ == "__main__":
    if too_old(sys.version_info):
        sys.exit(too_old(sys.version_info))
    from helpers.launch import carry_out

    sys.exit(carry_out(parse(sys.argv[1:]), os.path.dirname(os.path.abspath(__file__))))
