"""The widgets' own logic, in a real browser but without Jupyter: the tests are in `logic/*.mjs`."""

from __future__ import annotations

import json
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import lab
import pytest

from helpers.widgets.base import modules

LOGIC = Path(__file__).with_name("logic")
FILES = sorted(LOGIC.glob("*.test.mjs"))

RUN = """async ([file, name]) => {
  localStorage.clear();
  globalThis.paperTrailDrawers?.clear();
  document.body.replaceChildren();
  await import(`/tests/browser/logic/${file}`);
  const names = [...logicTests.keys()].filter((one) => one.startsWith(`${file} `));
  if (name === null) return names.map((one) => one.slice(file.length + 1));
  try {
    await logicTests.get(`${file} ${name}`)();
  } catch (error) {
    return error.stack;
  }
  return '';
}"""


class Files(SimpleHTTPRequestHandler):
    """The kit's files, with the type that browsers want of a module, and without a log."""

    def do_GET(self) -> None:
        if self.path == "/modules.json":
            self._send(json.dumps(modules()), "application/json")
        elif self.path == "/":
            self._send("<!doctype html><title>Logic</title><body>", "text/html")
        else:
            super().do_GET()

    def _send(self, text: str, kind: str) -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path) -> str:
        return "text/javascript" if str(path).endswith(".mjs") else super().guess_type(path)

    def log_message(self, *_parts) -> None:
        pass


@pytest.fixture(scope="module")
def logic(browser):
    """A page on which the tests' modules can be imported, beside those of the widgets."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=lab.ROOT))
    threading.Thread(target=served.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{served.server_port}/")
    yield page
    context.close()
    served.shutdown()
    served.server_close()


def written_names(file: Path) -> list[str]:
    """The tests of a file as far as they can be read without running it; the rest are found there."""
    text = file.read_text(encoding="utf-8")
    plain = re.findall(r'^test\("((?:[^"\\]|\\.)+)"', text, flags=re.MULTILINE)
    return [*plain, *(["..."] if "test(`" in text else [])]


NAMED = [
    pytest.param(file.name, name, id=f"{file.name}: {name}")
    for file in FILES
    for name in written_names(file)
]


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_logic(logic, file, name):
    """What the test is called holds; tests that a file makes in a loop run together, as "..."."""
    plain = written_names(LOGIC / file)
    names = logic.evaluate(RUN, [file, None])
    wanted = [one for one in names if one not in plain] if name == "..." else [name]
    assert wanted
    failed = {one: said for one in wanted if (said := logic.evaluate(RUN, [file, one]))}
    assert failed == {}


def test_every_widget_module_shows_something_and_every_shared_one_does_not(logic):
    """What is read is what runs: no build step, and each widget file is a module with a render."""
    for path in modules():
        kind = logic.evaluate(
            "async (path) => typeof (await import(`/helpers/widgets/${path}`)).default?.render",
            path,
        )
        is_widget = "/" not in path and not path.endswith(".state.mjs")
        assert kind == ("function" if is_widget else "undefined"), path
