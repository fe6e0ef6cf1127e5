"""What it costs to import the kit: seconds, peak memory, and what comes along.

Run: python bench/start.py [--runs 15]
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("pandas", "altair", "lxml", "numpy", "rfc3987_syntax")
CHILD = """
import json, sys, time
wall, cpu = time.perf_counter(), time.process_time()
{statement}
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
try:
    lines = open("/proc/self/status").read().splitlines()
    peak = next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
except (OSError, StopIteration):
    peak = None
heavy = [name for name in {heavy!r} if name in sys.modules]
print(json.dumps([wall, cpu, peak, len(sys.modules), heavy]))
"""


def modules() -> list[str]:
    """Return every room of the kit and every module that stands alone."""
    files = sorted((ROOT / "helpers").glob("*.py"))
    names = [file.stem for file in files if not file.stem.startswith("__")]
    names += [file.parent.name for file in (ROOT / "helpers").glob("*/__init__.py")]
    return ["helpers", *(f"helpers.{name}" for name in sorted(names))]


def once(statement: str) -> tuple[float, list]:
    """Run one statement in a fresh Python; gives the process's seconds and what it measured."""
    code = CHILD.format(statement=statement, heavy=HEAVY)
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return time.perf_counter() - begun, json.loads(done.stdout)


def measured(statement: str, runs: int) -> dict:
    """Medians over fresh processes; the first one only warms the disk's cache."""
    once(statement)
    found = [once(statement) for _ in range(runs)]
    process, inside = [seconds for seconds, _ in found], [one for _, one in found]
    peaks = [one[2] for one in inside if one[2] is not None]
    return {
        "process": median(process),
        "wall": median(one[0] for one in inside),
        "cpu": median(one[1] for one in inside),
        "peak": median(peaks) if peaks else float("nan"),
        "modules": inside[0][3],
        "heavy": inside[0][4],
    }


def added(runs: int) -> float:
    """Milliseconds that `import helpers` adds to a bare start, both measured in turn."""
    pairs = [(once("pass")[0], once("import helpers")[0]) for _ in range(runs + 1)][1:]
    bare, kit = (median(column) for column in zip(*pairs, strict=True))
    return (kit - bare) * 1000


def main() -> None:
    """Print one line for each module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(f"Python {platform.python_version()}, {platform.system()}; medians of {runs} processes")
    print(f"'import helpers' adds {added(runs * 3):.1f} ms to a bare start of Python")
    print(f"{'import':24}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'modules':>9}  heavy")
    for name in ["pass", *(f"import {module}" for module in modules())]:
        row = measured(name, runs)
        heavy = ", ".join(row["heavy"]) or "none"
        label = name.removeprefix("import ").replace("pass", "(nothing)")
        numbers = f"{row['wall']:8.3f}{row['cpu']:8.3f}{row['peak']:9.1f}{row['modules']:9}"
        print(f"{label:24}{numbers}  {heavy}")


if __name__ == "__main__":
    main()
