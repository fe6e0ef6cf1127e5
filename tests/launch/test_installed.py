"""The kit as it is installed."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_tests_are_testing_this_checkout():
    """An editable installation of another clone would test that one."""
    code = "import helpers; print(helpers.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT.anchor
    )
    assert Path(done.stdout.strip()).resolve().is_relative_to(ROOT)


def test_the_settings_only_name_shortcuts_that_are_there():
    """A shortcut that JupyterLab has renamed would be left on without anybody noticing."""
    schemas = Path(sys.prefix, "share", "jupyter", "lab", "schemas", "@jupyterlab")
    known = []
    for path in schemas.rglob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        known += schema.get("jupyter.lab.shortcuts", []) if isinstance(schema, dict) else []
    there = {(s["command"], *s.get("keys", []), s["selector"]) for s in known}
    ours = json.loads(
        (ROOT / "helpers" / "launch" / "lab_overrides.json").read_text(encoding="utf-8")
    )
    off = ours["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    assert {(s["command"], *s["keys"], s["selector"]) for s in off} <= there
    single = r"(Shift )?[A-Z0-9]"
    keys = {tuple(s["keys"]) for s in off if all(re.fullmatch(single, k) for k in s["keys"])}
    assert {("1",), ("0", "0"), ("D", "D"), ("X",), ("M",), ("I", "I")} <= keys


def test_the_settings_name_what_jupyterlab_has():
    """A setting, a button or an extension with another name would be ignored without a word."""
    schemas = Path(sys.prefix, "share", "jupyter", "lab", "schemas")
    launch = ROOT / "helpers" / "launch"
    ours = json.loads((launch / "lab_overrides.json").read_text(encoding="utf-8"))
    for plugin, settings in ours.items():
        extension, _, name = plugin.partition(":")
        schema = json.loads((schemas / extension / f"{name}.json").read_text(encoding="utf-8"))
        assert set(settings) <= set(schema["properties"]), plugin
        bars = schema.get("jupyter.lab.toolbars", {}).values()
        buttons = {one["name"] for bar in bars for one in bar}
        assert {one["name"] for one in settings.get("toolbar", [])} <= buttons
    off = json.loads((launch / "lab_page.json").read_text(encoding="utf-8"))["disabledExtensions"]
    for extension in off:
        labextension = Path(sys.prefix, "share", "jupyter", "labextensions", extension)
        assert (schemas / extension).is_dir() or labextension.is_dir(), extension


def test_scripts_keep_unix_line_ends():
    """Bash on Binder and CI stumbles over Windows' line ends."""
    for name in ("start.py", "postBuild", ".ci/run", ".ci/lock", "runtime.txt"):
        assert b"\r" not in (ROOT / name).read_bytes(), name
