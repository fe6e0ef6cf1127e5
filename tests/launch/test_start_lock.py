"""Two starts at once: one after the other, never through each other."""

import subprocess
import sys

from helpers.launch.start_lock import turn

HOLD = "import sys; from helpers.launch.start_lock import turn\nwith turn(sys.argv[1]): {}"
TAKE = HOLD.format("print('in')")
KEEP = HOLD.format("print('in', flush=True); input()")


def other(code, root):
    """Run another start's part in a program of its own."""
    code = code.replace("sys.argv[1]", "__import__('pathlib').Path(sys.argv[1])")
    return subprocess.Popen(
        [sys.executable, "-c", code, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_start_waits_and_says_so(tmp_path):
    """Both windows end with a server; neither advises to delete what the other is making."""
    with turn(tmp_path):
        second = other(TAKE, tmp_path)
        assert "started in another window" in second.stdout.readline()
    assert second.communicate(timeout=60)[0].strip() == "in"


def test_a_turn_can_be_given_back_early(tmp_path):
    """A server runs all evening; the next start need not wait for its end."""
    with turn(tmp_path) as mine:
        mine.give_back()
        assert other(TAKE, tmp_path).communicate(timeout=60)[0].strip() == "in"


def test_a_start_that_is_killed_holds_nobody_up(tmp_path):
    """The system takes the turn back, so no file is left that somebody has to delete."""
    first = other(KEEP, tmp_path)
    assert first.stdout.readline().strip() == "in"
    first.kill()
    first.wait()
    assert other(TAKE, tmp_path).communicate(timeout=60)[0].strip() == "in"
