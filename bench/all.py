"""Run every benchmark of this folder, one after the other: python bench/all.py

Each prints its own figures, beside its peer where that package is installed.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run them all; gives the number of scripts that failed."""
    failed = 0
    for script in sorted(path for path in HERE.glob("*.py") if path != Path(__file__)):
        print(f"\n=== {script.name} ===\n", flush=True)
        failed += subprocess.run([sys.executable, str(script)], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
