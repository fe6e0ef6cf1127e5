"""What the answer store promises: nothing acknowledged is lost, and nothing read is trusted."""

import errno
import json
import os
import random
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from helpers.answers import progress, records, shelf
from helpers.answers.progress import CannotBringBack, NotSaved, OtherLearner, Progress

ROOT = Path(__file__).resolve().parents[2]
ME, YOU, SOMEONE = "a" * 16, "b" * 16, "c" * 16
SESSION = "0123456789abcdef"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "answers"


@pytest.fixture
def mine(home):
    return Progress(home, learner=ME)


def python(code, *arguments):
    """Start a fresh Python that uses this checkout and nothing else that is installed."""
    code = f"import os, random, sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"
    command = [sys.executable, "-I", "-S", "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)


def finish(child):
    """Let a child go on, and return what it printed; fail when it failed."""
    printed, _ = child.communicate(b"go\n", timeout=60)
    assert child.returncode == 0
    return printed.decode("ascii").split()


def values(store, item="s1"):
    return [record.value for record in store.records(item=item)]


def sealed(**parts):
    """A line as a forger would write it: anything at all, under a checksum that fits."""
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return json.dumps({**parts, "crc": f"{zlib.crc32(text.encode()):08x}"})


def answer(**changes):
    parts = {"schema": 1, "learner": ME, "session": SESSION, "number": 1, "case": "liberty-daily"}
    parts |= {"item": "s1", "act": "kind", "value": "opinion", "time": "2026-01-02T03:04:05Z"}
    return sealed(**(parts | changes))


def carried(*lines, learner=ME, records=None):
    header = {"schema": 1, "what": "paper-trail-answers", "learner": learner}
    count = len(lines) if records is None else records
    return "\n".join([sealed(**header, records=count), *lines]) + "\n"


def files_of(home):
    return sorted(path for path in home.rglob("*") if path.is_file())


# Saving and finding again


def test_the_code_tested_is_the_code_beside_the_tests():
    """A pass says something about this checkout, not about another copy that is installed."""
    assert Path(progress.__file__) == ROOT / "helpers" / "answers" / "progress.py"


def test_an_answer_is_there_for_the_next_session(home, mine):
    """Whoever stops and comes back finds every answer, as it was given."""
    mine.record("liberty-daily", "s1", "kind", "opinion")
    mine.record("liberty-daily", "s2", "kind", {"kind": "attributed", "sure": [1, 2.5, True]})
    again = Progress(home, learner=ME)
    found = {"s1": "opinion", "s2": {"kind": "attributed", "sure": [1, 2.5, True]}}
    assert again.latest("liberty-daily", "kind") == found
    assert again.session != mine.session
    assert again.problems == []


def test_an_answer_is_forced_to_the_disk_before_it_counts_as_saved(mine, monkeypatch):
    """`record` returns only after fsync, so that "saved" survives pulling the plug."""
    steps = []
    real_write, real_sync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda *a: steps.append("write") or real_write(*a))
    monkeypatch.setattr(os, "fsync", lambda *a: steps.append("sync") or real_sync(*a))
    mine.record("liberty-daily", "s1", "kind", "opinion")
    mine.record("liberty-daily", "s2", "kind", "opinion")
    folder = ["sync"] * (os.name == "posix")  # a new file's name must be on the disk as well
    assert steps[steps.index("write") :] == ["write", "sync", *folder, "write", "sync"]


def test_nothing_is_made_before_the_first_answer(home):
    """Looking leaves no trace but the id of who is looking."""
    Progress(home).records()
    assert files_of(home) == [home / "current"]


def test_the_later_answer_counts_and_the_first_stays_the_first(mine):
    """A change of mind never rewrites what was thought first."""
    mine.record("liberty-daily", "s1", "kind", "opinion")
    compared = mine.record("liberty-daily", "all", "compare", True).number
    mine.record("liberty-daily", "s1", "kind", "attributed")
    mine.record("liberty-daily", "s2", "kind", "quotation")
    assert mine.latest("liberty-daily", "kind") == {"s1": "attributed", "s2": "quotation"}
    assert mine.first("liberty-daily", "kind") == {"s1": "opinion", "s2": "quotation"}
    assert mine.first("liberty-daily", "kind", until=compared) == {"s1": "opinion"}
    assert mine.latest("liberty-daily", "kind", until=compared) == {"s1": "opinion"}


def test_a_cleared_answer_is_gone_from_the_latest_and_kept_in_the_history(mine):
    """Clearing is an answer like any other: it counts, and what came before stays on record."""
    mine.record("liberty-daily", "s1", "kind", "opinion")
    mine.record("liberty-daily", "s1", "kind", None)
    assert mine.latest("liberty-daily", "kind") == {}
    assert mine.first("liberty-daily", "kind") == {"s1": "opinion"}
    assert values(mine) == ["opinion", None]


def test_cases_and_acts_do_not_mix(mine):
    """A label on one text never shows up on another, nor as a word marked."""
    mine.record("liberty-daily", "s1", "kind", "opinion")
    mine.record("liberty-daily", "s1", "sure", "guess")
    mine.record("worked-example", "s1", "kind", "quotation")
    assert mine.latest("liberty-daily", "kind") == {"s1": "opinion"}
    assert mine.latest("worked-example", "kind") == {"s1": "quotation"}
    assert [r.value for r in mine.records(act="sure")] == ["guess"]
    assert len(mine.records(item="s1")) == 3


@pytest.mark.parametrize("name", ["", "S1", "s_1", "-s", "../s1", "s1\n", "s" * 65, 1, None])
def test_a_name_that_could_mislead_is_refused_at_once(home, mine, name):
    """Case, item and act are hyphenated lower case, so nothing else ever reaches the disk."""
    for names in [(name, "s1", "kind"), ("liberty-daily", name, "kind"), ("case", "s1", name)]:
        with pytest.raises(ValueError, match="hyphenated"):
            mine.record(*names, "opinion")
    assert not mine.has_answers()
    assert files_of(home) == []


@pytest.mark.parametrize("bad", ["", "..", "../" + "a" * 13, "A" * 16, "a" * 16 + "\n", "a" * 17])
def test_an_id_is_never_a_path(home, bad):
    """A learner's or session's id names a file, so it can be nothing but an id."""
    with pytest.raises(ValueError, match="sixteen"):
        progress.switch_learner(bad, home)
    if bad:
        with pytest.raises(ValueError, match="sixteen"):
            Progress(home, learner=bad)
        with pytest.raises(ValueError, match="sixteen"):
            Progress(home, learner=ME, session=bad)
    assert files_of(home) == []


def test_half_a_character_is_replaced_and_whole_ones_stay(home, mine):
    """Half an emoji is not silently dropped with the whole answer."""
    given = {"why \ud83d": ["\udc00 so", "\ud83d\ude00 caf\u00e9 \u2028"]}
    kept = {"why \ufffd": ["\ufffd so", "\U0001f600 caf\u00e9 \u2028"]}
    assert mine.record("liberty-daily", "s1", "note", given).value == kept
    assert Progress(home, learner=ME).latest("liberty-daily", "note") == {"s1": kept}


@pytest.mark.parametrize(
    "value",
    ["x" * (64 * 1024), "\u00e9" * 11_000, float("nan"), float("inf"), {1, 2}, b"bytes", 10**5000],
    ids=["long", "long-when-written", "nan", "inf", "set", "bytes", "digits"],
)
def test_a_value_that_cannot_be_kept_says_so(mine, value):
    """What is too long, or no JSON, is refused in a sentence and harms nothing."""
    with pytest.raises(NotSaved, match=r"Not saved\. This answer is"):
        mine.record("liberty-daily", "s1", "note", value)
    mine.record("liberty-daily", "s1", "note", "short")
    assert (values(mine), mine.problems) == (["short"], [])


def test_a_value_may_be_nested_twenty_deep_and_no_deeper(home, mine):
    """Whatever is saved can be read again; what nests deeper is refused, however deep."""

    def nested(depth):
        value = []
        for _ in range(depth - 1):
            value = [value]
        return value

    mine.record("liberty-daily", "s1", "note", nested(20))
    for depth in (21, 900, 100_000):
        with pytest.raises(NotSaved):
            mine.record("liberty-daily", "s1", "note", nested(depth))
    assert values(Progress(home, learner=ME)) == [nested(20)]


def test_the_longest_value_allowed_can_be_read_again(home, mine):
    """The limit for writing is not above the limit for reading."""
    mine.record("c" * 64, "i" * 64, "a" * 64, "x" * (64 * 1024 - 2))
    assert len(Progress(home, learner=ME).records()) == 1


# What a crash may leave behind

WRITER = """
from helpers.answers.progress import Progress
store = Progress(sys.argv[1], learner=sys.argv[2])
for n in range(100_000):
    done = store.record("kills", "s1", "kind", {"n": n, "text": "x" * random.randrange(4000)})
    os.write(1, f"{done.session} {done.number} {n}\\n".encode())
"""


def acknowledged_before_the_kill(home, delay):
    """Kill a writer a moment after its first answer; give what it had said was saved."""
    child = python(WRITER, home, ME)
    said = child.stdout.readline()
    time.sleep(delay)
    child.kill()
    said += child.communicate(timeout=60)[0]
    whole = said[: said.rindex(b"\n")].decode("ascii").split("\n")
    return {(s, int(number)): int(n) for s, number, n in map(str.split, whole)}


def test_two_hundred_kills_lose_no_answer_that_was_acknowledged(home):
    """The machine may die at any moment: what was shown as saved is there."""
    chance, acknowledged = random.Random(2), {}
    for _ in range(200):
        acknowledged |= acknowledged_before_the_kill(home, chance.uniform(0, 0.004))
    store = Progress(home, learner=ME)
    found = {record.key: record.value["n"] for record in store.records()}
    assert len({session for session, _ in acknowledged}) == 200
    assert acknowledged.items() <= found.items()
    assert all("torn" in problem for problem in store.problems)
    assert store.record("kills", "s1", "kind", "after").number > max(n for _, n in acknowledged)


def test_a_kill_in_the_middle_of_a_line_costs_that_line_only(home):
    """A half-written line was never acknowledged; all before it and after it is read."""
    child = python(
        """
from helpers.answers.progress import Progress
store = Progress(sys.argv[1], learner=sys.argv[2], session=sys.argv[3])
store.record("kills", "s1", "kind", "before")
write = os.write
os.write = lambda handle, data: write(handle, data[:60]) and os._exit(0)
store.record("kills", "s1", "kind", "torn")
""",
        home,
        ME,
        SESSION,
    )
    finish(child)
    store = Progress(home, learner=ME, session=SESSION)
    assert values(store) == ["before"]
    assert store.problems == [f"{SESSION}.jsonl, line 3 was left out: it is torn or damaged."]
    store.record("kills", "s1", "kind", "after")
    assert values(store) == values(Progress(home, learner=ME)) == ["before", "after"]
    assert len(store.problems) == 1


@pytest.mark.parametrize(
    "damage", [b"\x00" * 40, b"\xff\xfe{}", b"{", b"[" * 50_000, b"null", b"7"]
)
def test_damage_in_the_middle_costs_only_the_lines_it_touched(home, mine, damage):
    """A bad sector or a stray editor never takes the rest of the file with it."""
    for value in ("one", "two", "three"):
        mine.record("liberty-daily", "s1", "kind", value)
    (path,) = (home / ME).iterdir()
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], damage, *lines[3:]]))
    store = Progress(home, learner=ME)
    assert values(store) == ["one", "three"]
    (problem,) = store.problems
    assert problem.startswith(f"{path.name}, line 3 was left out: ")


def test_one_changed_letter_is_noticed(home, mine):
    """The checksum tells an answer that was altered from one that was given."""
    mine.record("liberty-daily", "s1", "kind", "opinion")
    (path,) = (home / ME).iterdir()
    path.write_bytes(path.read_bytes().replace(b"opinion", b"opiniom"))
    store = Progress(home, learner=ME)
    assert (store.records(), len(store.problems)) == ([], 1)
    assert "altered" in store.problems[0]


def test_no_damage_whatever_raises_or_invents_an_answer(home, mine):
    """Three hundred random injuries: reading goes on, and every answer read was once given."""
    chance = random.Random(7)
    for n in range(20):
        mine.record("liberty-daily", f"s{n}", "kind", {"n": n, "text": "\u00e9 {}[]\"'"})
    given = {record.key: record for record in mine.records()}
    (path,) = (home / ME).iterdir()
    sound = path.read_bytes()
    for _ in range(300):
        hurt, at = bytearray(sound), chance.randrange(len(sound))
        hurt[at : at + chance.randrange(30)] = chance.randbytes(chance.randrange(30))
        path.write_bytes(hurt)
        read = Progress(home, learner=ME).records()
        assert all(given[record.key] == record for record in read)
        assert len(read) >= 17


def test_a_line_caught_half_written_is_read_once_it_is_whole(home, mine):
    """Looking while another kernel is writing neither loses its answer nor reports damage."""
    path, line = home / ME / f"{SESSION}.jsonl", "\n" + answer()
    path.parent.mkdir(parents=True)
    path.write_text(line[:90])
    assert (mine.records(), len(mine.problems)) == ([], 1)
    path.write_text(line)
    assert (values(mine), mine.problems) == (["opinion"], [])


def test_a_line_of_any_length_is_passed_over_in_small_bites(home, mine):
    """A file that is no answer file at all does not fill the memory, nor hide what follows."""
    mine.record("liberty-daily", "s1", "kind", "opinion")
    (path,) = (home / ME).iterdir()
    with path.open("ab") as file:
        file.write(
            b"\n" + b"[" * 3_000_000 + b"\n" + answer(number=9).encode() + b"\n" + b"x" * 10**6
        )
    store = Progress(home, learner=ME)
    assert [record.number for record in store.records()] == [1, 9]
    assert [problem.split(":")[1] for problem in store.problems] == [" it is too long."] * 2


def test_a_folder_or_pipe_called_like_an_answer_file_stops_nothing(home, mine):
    """Reading neither fails nor waits for ever on things that are no files."""
    mine.record("liberty-daily", "s1", "kind", "opinion")
    (home / ME / "folder.jsonl").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(home / ME / "pipe.jsonl")
    assert values(Progress(home, learner=ME)) == ["opinion"]


def test_a_copy_made_by_a_synced_folder_is_read_too_and_nothing_counts_twice(home, mine):
    """Whatever the syncing service calls its copy, both halves are merged."""
    mine.record("liberty-daily", "s1", "kind", "one")
    (path,) = (home / ME).iterdir()
    copy = path.with_name(f"{path.stem} (conflicted copy of Ada's laptop).jsonl")
    copy.write_bytes(path.read_bytes() + b"\n" + answer(number=2, value="two").encode())
    mine.record("liberty-daily", "s1", "kind", "three")
    assert values(mine) == values(Progress(home, learner=ME)) == ["one", "two", "three"]
    assert mine.problems == []


def test_another_learners_line_in_the_folder_is_left_out(home, mine):
    """A file dropped into the wrong folder does not become somebody's answers."""
    mine.record("liberty-daily", "s1", "kind", "opinion")
    (home / ME / "dropped.jsonl").write_text(answer(learner=YOU))
    assert values(mine) == ["opinion"]
    assert "another learner" in mine.problems[0]


def test_two_different_answers_under_one_number_are_told_of(home, mine):
    """Where a number is taken twice one answer stays, and the other is named as left out."""
    first = mine.record("liberty-daily", "s1", "kind", "opinion")
    clash = answer(session=first.session, number=first.number, value="quotation")
    (home / ME / "zzz.jsonl").write_text(clash)
    store = Progress(home, learner=ME)
    assert values(store) == ["opinion"]
    assert "same session and number" in store.problems[0]


def test_a_file_that_shrinks_or_is_replaced_is_read_again(home, mine):
    """A folder synced back to an older state while we look is taken as it now is."""
    for value in ("one", "two"):
        mine.record("liberty-daily", "s1", "kind", value)
    path = home / ME / f"{SESSION}.jsonl"
    path.write_text(answer(number=3) + "\n" + "x" * 500)
    assert len(mine.problems) == 1
    path.write_text(answer(number=4) + "\n")
    assert [record.number for record in mine.records()] == [1, 2, 3, 4]
    assert mine.problems == []
    (home / "newer").write_text(answer(number=5) + "\n" + answer(number=6) + "\n")
    os.replace(home / "newer", path)
    assert [record.number for record in mine.records()] == [1, 2, 3, 4, 5, 6]
    assert mine.problems == []


# When saving fails


def full_disk(room):
    """An os.write on to a disk that has this many bytes left."""
    real, left = os.write, [room]

    def write(handle, data):
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        done = real(handle, data[: left[0]])
        left[0] -= done
        return done

    return write


@pytest.mark.parametrize("room", [0, 1, 50])
def test_a_full_disk_says_so_and_costs_nothing_once_there_is_room(home, mine, monkeypatch, room):
    """Not saved is said, what was saved stays readable, and saving works again later."""
    mine.record("liberty-daily", "s1", "kind", "before")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_disk(room))
        for _ in range(2):
            with pytest.raises(NotSaved, match=r"the disk is full\. Free some space"):
                mine.record("liberty-daily", "s1", "kind", "lost")
    assert values(Progress(home, learner=ME)) == ["before"]
    mine.record("liberty-daily", "s1", "kind", "after")
    assert values(mine) == values(Progress(home, learner=ME)) == ["before", "after"]
    assert mine.problems == []


def test_a_full_disk_at_the_very_first_start_leaves_nothing_to_heal(home, monkeypatch):
    """The lesson opens, says why nothing is saved, and the next start begins cleanly."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_disk(5))
        with pytest.raises(NotSaved, match="disk is full"):
            Progress(home).record("liberty-daily", "s1", "kind", "opinion")
    assert files_of(home) == []
    Progress(home).record("liberty-daily", "s1", "kind", "opinion")
    assert values(Progress(home)) == ["opinion"]


def test_a_full_disk_that_cannot_even_be_tidied_costs_only_the_torn_line(home, mine, monkeypatch):
    """The newline in front of every record is enough, should cutting back fail as well."""
    mine.record("liberty-daily", "s1", "kind", "before")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_disk(50))
        patch.setattr(os, "ftruncate", full_disk(0))
        with pytest.raises(NotSaved):
            mine.record("liberty-daily", "s1", "kind", "lost")
    mine.record("liberty-daily", "s1", "kind", "after")
    assert values(Progress(home, learner=ME)) == ["before", "after"]


def test_an_answer_whose_fsync_failed_never_shadows_the_next(home, mine, monkeypatch):
    """A number is used once, so an answer half saved cannot pass for the one given after it."""

    def failing(*_):
        raise OSError(errno.EIO, "Input/output error")

    onlooker = Progress(home, learner=ME)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda *_: onlooker.records() and failing())
        with pytest.raises(NotSaved, match="Input/output error"):
            mine.record("liberty-daily", "s1", "kind", "doubtful")
    mine.record("liberty-daily", "s1", "kind", "certain and longer")
    for store in (mine, onlooker, Progress(home, learner=ME)):
        assert store.latest("liberty-daily", "kind") == {"s1": "certain and longer"}
        assert store.problems == []


def test_a_file_that_cannot_be_read_for_a_moment_loses_no_answer(home, mine, monkeypatch):
    """A virus scanner may hold the file: what is saved meanwhile gets a number of its own."""

    def held(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(shelf, "open", held, raising=False)
        for value in ("one", "two", "three"):
            mine.record("liberty-daily", "s1", "kind", value)
        assert "could not be read (Permission denied)" in mine.problems[0]
    assert values(mine) == values(Progress(home, learner=ME)) == ["one", "two", "three"]
    assert mine.problems == []


def test_a_write_in_many_small_parts_is_finished(home, mine, monkeypatch):
    """An operating system may take a few bytes at a time; the line still gets there whole."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:7]))
    mine.record("liberty-daily", "s1", "kind", "opinion")
    assert values(Progress(home, learner=ME)) == ["opinion"]


def test_a_write_that_takes_nothing_does_not_hang(mine, monkeypatch):
    """No progress is a failure with a sentence, not a loop."""
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(NotSaved):
        mine.record("liberty-daily", "s1", "kind", "opinion")


def test_a_folder_that_may_not_be_written_to_still_opens_the_lesson(home, monkeypatch):
    """Reading works, every answer says why it is not saved, and a repaired folder saves."""
    real = os.open

    def read_only(path, flags, *rest):
        if flags & (os.O_WRONLY | os.O_CREAT):
            raise OSError(errno.EROFS, "Read-only file system")
        return real(path, flags, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", read_only)
        store = Progress(home)
        assert (store.records(), store.is_current()) == ([], True)
        with pytest.raises(NotSaved, match=r"may not be written to\. .*PAPER_TRAIL_HOME"):
            store.record("liberty-daily", "s1", "kind", "opinion")
        with pytest.raises(NotSaved):
            store.bring_back(carried(answer()))
    store.record("liberty-daily", "s1", "kind", "opinion")
    assert store.learner == progress.current_learner(home)
    assert values(Progress(home)) == ["opinion"]


def test_a_file_where_the_folder_should_be_is_explained(tmp_path):
    """A home that is a file gets a sentence and a next step, and the file is left alone."""
    path = tmp_path / "file"
    path.write_text("a shopping list")
    for home in (path, path / "deeper"):
        store = Progress(home)
        with pytest.raises(NotSaved, match="a file where a folder should be"):
            store.record("liberty-daily", "s1", "kind", "opinion")
    assert path.read_text() == "a shopping list"


def test_answers_go_on_when_the_folder_is_deleted_meanwhile(home, mine):
    """A file that was moved away does not swallow what is answered afterwards."""
    mine.record("liberty-daily", "s1", "kind", "one")
    for path in (home / ME).iterdir():
        path.unlink()
    (home / ME).rmdir()
    mine.record("liberty-daily", "s1", "kind", "two")
    assert values(Progress(home, learner=ME)) == ["two"]


# Several kernels, and order

HUNDRED = """
from helpers.answers.progress import Progress
store = Progress(sys.argv[1])
sys.stdin.readline()
for n in range(100):
    print(store.record("two-kernels", "s1", "kind", n).number)
"""


def test_two_kernels_writing_at_once_lose_nothing(home):
    """Two hundred answers from two kernels are two hundred answers, in one order."""
    children = [python(HUNDRED, home), python(HUNDRED, home)]
    for child in children:
        child.stdin.write(b"go\n")
        child.stdin.flush()
    numbers = [list(map(int, finish(child))) for child in children]
    found = Progress(home).records()
    assert len(found) == len({record.key for record in found}) == 200
    assert [r.order for r in found] == sorted({r.order for r in found})
    for session in {record.session for record in found}:
        own = [record for record in found if record.session == session]
        assert [record.value for record in own] == list(range(100))
        assert [record.number for record in own] in numbers


def test_a_later_mark_in_another_kernel_always_counts_later(home):
    """Whoever answers next, in whichever kernel, is the one who counts."""
    kernels = [Progress(home, learner=ME) for _ in range(3)]
    chance = random.Random(3)
    for n in range(60):
        chance.choice(kernels).record("liberty-daily", "s1", "kind", n)
        assert all(k.latest("liberty-daily", "kind") == {"s1": n} for k in kernels)
    assert values(kernels[0]) == list(range(60))


def test_no_clock_decides_what_counts(home, mine, monkeypatch):
    """A computer whose clock jumps back, or is years off, keeps the order of the answers."""
    times = iter(["2031-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2020-06-01T12:00:00Z"])
    monkeypatch.setattr(progress, "utc_now", lambda: next(times))
    for value in ("one", "two", "three"):
        Progress(home, learner=ME).record("liberty-daily", "s1", "kind", value)
    assert values(mine) == ["one", "two", "three"]
    assert mine.latest("liberty-daily", "kind") == {"s1": "three"}
    assert mine.first("liberty-daily", "kind") == {"s1": "one"}


def test_only_what_is_new_is_read_before_a_save(mine, monkeypatch):
    """Saving the thousandth answer costs no more than saving the second."""
    for n in range(30):
        mine.record("liberty-daily", "s1", "kind", n)
    read = []
    real = shelf.read_line
    monkeypatch.setattr(shelf, "read_line", lambda *a: read.append(1) or real(*a))
    mine.record("liberty-daily", "s1", "kind", 30)
    mine.record("liberty-daily", "s1", "kind", 31)
    assert len(read) <= 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_copy_writes_as_a_session_of_its_own(home, mine):
    """A process that copies itself does not use the same numbers twice."""
    mine.record("liberty-daily", "s1", "kind", "before")
    child = python(
        """
from helpers.answers.progress import Progress
store = Progress(sys.argv[1], learner=sys.argv[2])
store.record("liberty-daily", "s1", "kind", "parent")
if child := os.fork():
    os.waitpid(child, 0)
os.write(1, store.record("liberty-daily", "s1", "kind", "both").session.encode() + b"\\n")
""",
        home,
        ME,
    )
    assert len(set(finish(child))) == 2
    assert values(mine) == ["before", "parent", "both", "both"]
    assert mine.problems == []


# Whose answers


def test_kernels_starting_at_once_on_an_empty_home_are_one_learner(tmp_path):
    """A first start from two tabs does not split a learner in two."""
    code = """
from helpers.answers.progress import current_learner
sys.stdin.readline()
print(current_learner(sys.argv[1]))
"""
    for attempt in range(3):
        children = [python(code, tmp_path / str(attempt)) for _ in range(6)]
        for child in children:
            child.stdin.write(b"go\n")
            child.stdin.flush()
        assert len({finish(child)[0] for child in children}) == 1


@pytest.mark.parametrize("left", [b"", b"abc", b"\x00" * 17, b"../../../../etc\n", b"A" * 16])
def test_a_current_file_left_broken_by_a_crash_is_healed(home, monkeypatch, left):
    """Two kernels that find it broken agree on one learner, and so does every later one."""
    monkeypatch.setattr(shelf.time, "sleep", lambda _: None)
    home.mkdir()
    (home / "current").write_bytes(left)
    code = (
        "from helpers.answers.progress import current_learner; print(current_learner(sys.argv[1]))"
    )
    children = [python(code, home) for _ in range(2)]
    ids = {finish(child)[0] for child in children} | {progress.current_learner(home)}
    assert len(ids) == 1
    assert (home / "current").read_text().strip() in ids
    assert files_of(home) == [home / "current"]


@pytest.mark.parametrize("broken", [None, b""])
def test_the_only_learner_is_found_again_when_the_current_file_is_lost(home, monkeypatch, broken):
    """On one's own computer a lost pointer does not look like lost answers."""
    monkeypatch.setattr(shelf.time, "sleep", lambda _: None)
    Progress(home).record("liberty-daily", "s1", "kind", "opinion")
    (home / "current").unlink()
    if broken is not None:
        (home / "current").write_bytes(broken)
    assert values(Progress(home)) == ["opinion"]


def test_a_slow_first_kernel_is_waited_for(home, monkeypatch):
    """An unfinished file is given time: the kernel that began it decides."""
    home.mkdir()
    (home / "current").write_bytes(b"aaaa")
    rests = []

    def rest(_):
        rests.append(1)
        if len(rests) == 3:
            (home / "current").write_text(YOU + "\n")

    monkeypatch.setattr(shelf.time, "sleep", rest)
    assert progress.current_learner(home) == YOU


def test_a_new_learner_starts_blank_and_deletes_nothing(home):
    """On a shared computer the next person sees nothing, and the last one loses nothing."""
    first = Progress(home)
    first.record("liberty-daily", "s1", "kind", "opinion")
    before = {path: path.read_bytes() for path in files_of(home) if path.name != "current"}
    second = progress.new_learner(home)
    assert not second.has_answers()
    assert Progress(home).learner == second.learner != first.learner
    assert (first.is_current(), second.is_current()) == (False, True)
    second.record("liberty-daily", "s1", "kind", "quotation")
    first.record("liberty-daily", "s2", "kind", "opinion")
    assert first.latest("liberty-daily", "kind") == {"s1": "opinion", "s2": "opinion"}
    assert second.latest("liberty-daily", "kind") == {"s1": "quotation"}
    assert all(path.read_bytes().startswith(text) for path, text in before.items())
    assert progress.learners(home) == sorted([first.learner, second.learner])
    assert progress.switch_learner(first.learner, home).has_answers()
    assert first.is_current()


def test_ids_are_made_up_and_say_nothing_about_anybody(tmp_path):
    """No name, computer or time is in an id, and no two are alike."""
    ids = {progress.new_learner(tmp_path).learner for _ in range(50)}
    ids |= {Progress(tmp_path).session for _ in range(50)}
    assert len(ids) == 100
    assert all(records.is_random_id(text) for text in ids)


def test_the_home_is_where_it_was_asked_to_be(tmp_path, monkeypatch):
    """Given beats PAPER_TRAIL_HOME, which beats the system's own folder for a user's data."""
    monkeypatch.setenv("PAPER_TRAIL_HOME", str(tmp_path / "set"))
    assert Progress(tmp_path / "given", learner=ME).home == tmp_path / "given"
    assert progress.home_folder() == tmp_path / "set"
    monkeypatch.setenv("PAPER_TRAIL_HOME", "")
    assert progress.home_folder().name == "paper-trail"
    assert progress.home_folder().is_absolute()


# Carrying away and bringing back


def test_answers_carried_away_come_back_whole_on_another_computer(home, tmp_path):
    """One file takes everything along: every answer, every change of mind, in order."""
    here = Progress(home)
    for n in range(5):
        here.record("liberty-daily", f"s{n % 2}", "kind", f"caf\u00e9 {n}")
    text = here.carry_away()
    assert text.isascii()
    there = Progress(tmp_path / "elsewhere")
    result = there.bring_back(text)
    assert (result.added, result.already_here, result.refused) == (5, 0, ())
    assert result.learner == there.learner == here.learner == Progress(there.home).learner
    assert there.records() == Progress(there.home).records() == here.records()
    assert there.record("liberty-daily", "s0", "kind", "later").number == 6
    assert here.bring_back(there.carry_away()).added == 1
    assert here.latest("liberty-daily", "kind")["s0"] == "later"


@pytest.mark.parametrize(
    "change", [str.encode, lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")]
)
def test_a_file_that_passed_through_other_programs_comes_back(mine, change):
    """Bytes, a byte order mark or Windows line ends make no difference."""
    assert mine.bring_back(change(carried(answer()))).added == 1
    assert mine.bring_back(carried(answer())).already_here == 1


def test_bringing_a_file_back_twice_adds_nothing(home, mine):
    """Clicking twice is harmless: not one byte is written the second time."""
    text = carried(answer(), answer(number=2, value=None), answer(), answer(number=3, session=YOU))
    once = mine.bring_back(text)
    assert (once.added, once.already_here) == (3, 1)
    before = {path: path.read_bytes() for path in files_of(home)}
    twice = mine.bring_back(text)
    assert (twice.added, twice.already_here) == (0, 4)
    assert {path: path.read_bytes() for path in files_of(home)} == before
    assert sorted(path.name for path in before) == [f"{SESSION}.jsonl", f"{YOU}.jsonl"]


def test_records_keep_their_session_and_number_when_brought_back(mine):
    """What was answered first elsewhere stays first; bringing back is not answering again."""
    mine.record("liberty-daily", "s1", "kind", "here")
    mine.record("liberty-daily", "s1", "kind", "here again")
    mine.bring_back(carried(answer(number=1, session="0" * 16, value="there")))
    assert values(mine) == ["there", "here", "here again"]
    assert mine.first("liberty-daily", "kind") == {"s1": "there"}


def test_another_learners_file_is_asked_about_before_anything_is_mixed(home, mine):
    """With answers here already, nothing is merged or switched without being told to."""
    mine.record("liberty-daily", "s1", "kind", "mine")
    text = carried(answer(learner=YOU, number=5, value="yours"), learner=YOU)
    before = files_of(home)
    with pytest.raises(OtherLearner) as caught:
        mine.bring_back(text)
    assert caught.value.owner == progress.owner_of(text) == mine.owner_of(text) == YOU
    assert (files_of(home), mine.learner) == (before, ME)


def test_another_learners_answers_can_be_added_to_mine(home, mine):
    """Someone who worked under two ids can have all of it under one, and carry that away."""
    mine.record("liberty-daily", "s1", "kind", "mine")
    text = carried(answer(learner=YOU, number=5, value="yours"), learner=YOU)
    assert mine.bring_back(text, into="mine").learner == ME
    assert mine.bring_back(text, into="mine").already_here == 1
    assert values(mine) == values(Progress(home, learner=ME)) == ["mine", "yours"]
    assert Progress(home.parent / "new").bring_back(mine.carry_away()).added == 2
    assert progress.learners(home) == [ME]


def test_another_learners_answers_can_be_opened_as_theirs(home):
    """Theirs become the ones in use; mine are kept apart, untouched."""
    store = Progress(home)
    me, session = store.learner, store.session
    store.record("liberty-daily", "s1", "kind", "mine")
    text = carried(answer(learner=YOU, number=5, value="yours"), learner=YOU)
    assert store.bring_back(text, into="theirs").learner == YOU
    assert (store.learner, progress.current_learner(home)) == (YOU, YOU)
    assert store.session != session
    store.record("liberty-daily", "s2", "kind", "yours too")
    assert values(Progress(home, learner=me)) == ["mine"]
    assert store.latest("liberty-daily", "kind") == {"s1": "yours", "s2": "yours too"}


def test_a_file_without_a_sound_answer_switches_nobody(home):
    """An empty or spoilt file leaves this computer with the learner it had."""
    store = Progress(home)
    me = store.learner
    for lines in ([], ["{}"], [answer(learner=SOMEONE)]):
        assert store.bring_back(carried(*lines, learner=YOU)).learner == me
    assert (store.learner, progress.current_learner(home)) == (me, me)


def forged(**changes):
    return answer(**({"number": 50} | changes))  # a number of its own, to be refused for itself


HOSTILE = {
    "path as session": forged(session="../../../etc/cron"),
    "path with a drive": forged(session="C:\\aaaaaaaaaaaa"),
    "session in capitals": forged(session="A" * 16),
    "session with a newline": forged(session="a" * 16 + "\n"),
    "path as learner": forged(learner="../" + "a" * 13),
    "another learner": forged(learner=SOMEONE),
    "true as number": forged(number=True),
    "true as schema": forged(schema=True),
    "fraction as number": forged(number=1.0),
    "number zero": forged(number=0),
    "number below zero": forged(number=-1),
    "number beyond a browser": forged(number=2**53),
    "number far beyond the others": forged(number=10**9),
    "number of 5,000 digits": forged(number=7).replace('"number": 7', '"number": ' + "7" * 5000),
    "text as number": forged(number="1"),
    "newer schema": forged(schema=2),
    "list as case": forged(case=["liberty-daily"]),
    "path as case": forged(case="../seeds"),
    "item too long": forged(item="s" * 65),
    "markup as act": forged(act="<b>"),
    "time with markup": forged(time="<img src=x onerror=alert(1)>"),
    "time and more": forged(time="2026-01-02T03:04:05Z<b>"),
    "time as number": forged(time=0),
    "value too long": forged(value="x" * (64 * 1024 + 1)),
    "value deep": forged(value=json.loads("[" * 30 + "]" * 30)),
    "value very deep": forged(value=7).replace(
        '"value": 7', '"value": ' + "[" * 30_000 + "]" * 30_000
    ),
    "not a number": forged(value=float("nan")),
    "infinite": forged(value=float("inf")),
    "infinite in disguise": forged(value=7).replace('"value": 7', '"value": 1e999'),
    "field missing": sealed(schema=1, learner=ME),
    "field too many": forged(admin=True),
    "wrong checksum": forged().replace("opinion", "quotation"),
    "checksum of another type": forged().replace('"crc": "', '"crc": ["').replace('"}', '"]}'),
    "no object": '"text"',
    "no JSON": "<script>alert(1)</script>",
    "cut off": forged()[:-9],
    "NUL": "\x00" * 50,
    "half a character": "\ud800" + forged(),
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_line_is_refused_by_number_and_the_rest_comes_in(home, mine, line):
    """A file from a stranger cannot write elsewhere, crash the kernel or spoil the order."""
    text = carried(answer(number=1), line, answer(number=2))
    result = mine.bring_back(text)
    assert result.added == 2
    (refusal,) = result.refused
    assert refusal.startswith("Line 3 was left out: ")
    assert len(refusal) < 100
    assert files_of(home.parent) == [home / ME / f"{SESSION}.jsonl"]
    assert mine.record("liberty-daily", "s1", "kind", "next").number == 3
    assert Progress(home, learner=ME).problems == []


def test_half_a_character_in_a_file_brought_back_is_replaced(home, mine):
    """What the browser could not show is made whole on the way in."""
    assert mine.bring_back(carried(answer(value=["\ud83d", {"\udc00": 1}]))).added == 1
    assert values(Progress(home, learner=ME)) == [["\ufffd", {"\ufffd": 1}]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "hello",
        b"PK\x03\x04\xff\xfe",
        answer(),
        "[" * 100_000,
        carried(answer(), learner="../" + "a" * 13),
        carried(answer(), records=True),
        carried(answer(), records=-1),
        carried(answer()).replace(ME, YOU, 1),
        carried(answer()) + " " * (20 * 1024 * 1024),
        carried() + "\n" * 200_001,
    ],
    ids=[
        "empty",
        "blank",
        "prose",
        "zip",
        "headless",
        "deep",
        "path",
        "true",
        "minus",
        "altered",
        "huge",
        "lines",
    ],
)
def test_a_file_that_is_no_carry_away_file_is_refused_whole(home, mine, text):
    """A wrong file gets one plain sentence with a next step, and leaves no trace."""
    with pytest.raises(CannotBringBack, match="Choose"):
        mine.bring_back(text)
    with pytest.raises(CannotBringBack, match="Choose"):
        progress.owner_of(text)
    assert files_of(home) == []


def test_a_file_from_a_newer_kit_says_to_update(mine):
    """A format we do not know is named as such, not called broken."""
    header = sealed(schema=2, what="paper-trail-answers", learner=ME, records=0)
    with pytest.raises(CannotBringBack, match="Update the kit"):
        mine.bring_back(header)


def test_a_file_whose_end_is_missing_says_so(mine):
    """A download that broke off brings in what is there and tells that there was more."""
    result = mine.bring_back(carried(answer(), answer(number=2), records=5))
    assert result.added == 2
    assert result.refused == ("The file should hold 5 answers and has 2.",)


def test_a_thousand_bad_lines_make_a_short_report(mine):
    """Fifty refusals are named, the others counted."""
    result = mine.bring_back(carried(*["{}"] * 1000, answer()))
    assert (result.added, len(result.refused)) == (1, 51)
    assert result.refused[-1] == "950 more lines were left out."


def test_a_file_cannot_flood_the_folder_with_files(home, mine, monkeypatch):
    """Each session is a file, so there is a limit, checked before the first is made."""
    monkeypatch.setattr(progress, "MAX_SESSIONS", 3)
    lines = [answer(session=f"{n:016x}") for n in range(4)]
    with pytest.raises(CannotBringBack, match="sessions"):
        mine.bring_back(carried(*lines))
    assert files_of(home) == []


def test_a_brought_back_answer_cannot_replace_one_that_was_given_here(mine):
    """A file that claims a number already taken changes nothing."""
    given = mine.record("liberty-daily", "s1", "kind", "opinion")
    forged = answer(session=given.session, number=given.number, value="quotation")
    result = mine.bring_back(carried(forged))
    assert (result.added, len(result.refused)) == (0, 1)
    assert values(mine) == ["opinion"]


def test_a_disk_that_fills_up_while_bringing_back_can_be_tried_again(home, mine, monkeypatch):
    """What came in stays, and the second try adds only the rest."""
    lines = [answer(session=f"{n:016x}", value=n) for n in range(4)]
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_disk(600))
        with pytest.raises(NotSaved, match="disk is full"):
            mine.bring_back(carried(*lines))
    result = mine.bring_back(carried(*lines))
    assert result.added + result.already_here == 4
    assert result.already_here > 0
    assert values(Progress(home, learner=ME)) == [0, 1, 2, 3]


def test_more_than_one_file_can_carry_keeps_first_and_last_answers(mine, monkeypatch):
    """What is carried away can always be brought back; beyond 20 MB drafts stay behind."""
    for value in ("first", "draft", "draft", "last"):
        mine.record("liberty-daily", "s1", "note", value)
    whole = mine.carry_away()
    monkeypatch.setattr(progress, "MAX_FILE", len(whole) - 1)
    small = mine.carry_away()
    assert mine.bring_back(small).already_here == 2
    assert ("first" in small, "last" in small, "draft" in small) == (True, True, False)
    monkeypatch.setattr(progress, "MAX_FILE", 100)
    with pytest.raises(NotSaved, match="Copy the folder"):
        mine.carry_away()


def test_the_store_loads_without_anything_that_must_be_installed():
    """Opening a lesson does not wait for it: the standard library is all it imports."""
    code = "import helpers.answers.progress; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = set(finish(python(code)))
    assert loaded <= sys.stdlib_module_names | {"helpers", "__main__"}
