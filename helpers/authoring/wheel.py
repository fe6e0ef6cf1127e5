"""Building a wheel that brings the kit's cases, keys and notebooks along, inside the package.

`pyproject.toml` names the command below, so that `pip wheel .` runs it. A checkout, and what is
installed from one for editing, goes on using the folders beside `helpers/`; where each lies is
known to `helpers.case.places`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

FOLDERS = ("seeds", "notebooks", "exercises", "solutions")
"""What goes along. A kit whose `solutions/` were taken out still builds, and gives no feedback."""
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__")


class BuildWithKit(build_py):
    """Build the package, and copy the kit's folders into it as `helpers/kit/`."""

    def run(self) -> None:
        """Run the usual build, then copy; an editable install needs no copy."""
        super().run()
        if not self.editable_mode:
            for name in FOLDERS:
                if Path(name).is_dir():
                    inside = Path(self.build_lib, "helpers", "kit", name)
                    shutil.copytree(name, inside, ignore=LEFT_OUT, dirs_exist_ok=True)
