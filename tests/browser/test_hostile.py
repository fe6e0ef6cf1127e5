"""Text that somebody else wrote never runs, never calls out, and is shown as it was written."""

from __future__ import annotations

import json

import lab
import pytest

from helpers.case.vocabulary import KINDS
from tests.packs import Pack, anchor

RUN = "(window.ptRan??=[]).push('NAME')"
OUT = "http://paper-trail.invalid/NAME"

# Whether a string runs or calls out when it is put into a page as HTML: the control checks it.
HOSTILE = {
    "img-onerror": (f'<img src=x onerror="{RUN}">', True),
    "img-no-quotes": ("<img src=x onerror=(window.ptRan??=[]).push(`NAME`)>", True),
    "img-in-upper-case": (f'<IMG SRC=x ONERROR="{RUN}">', True),
    "img-slash": (f'<img/src="x"/onerror="{RUN}">', True),
    "image-calls-out": (f'<img src="{OUT}" alt="a picture">', True),
    "srcset-calls-out": (f'<img srcset="{OUT} 2x">', True),
    "svg-onload": (f'<svg onload="{RUN}"></svg>', False),
    "svg-image": (f'<p><svg><image href="{OUT}"/></svg>', True),
    "details-ontoggle": (f'<details open ontoggle="{RUN}">Look closer</details>', True),
    "video-error": (f'<video><source onerror="{RUN}"></video>', True),
    "audio-error": (f'<audio src=x onerror="{RUN}"></audio>', True),
    "input-focus": (f'<input autofocus onfocus="{RUN}">', False),
    "body-load": (f'<body onload="{RUN}">', False),
    "iframe-srcdoc": (
        "<iframe srcdoc=\"<script>(parent.ptRan??=[]).push('NAME')</script>\"></iframe>",
        True,
    ),
    "iframe-javascript": (
        "<iframe src=\"javascript:(parent.ptRan??=[]).push('NAME')\"></iframe>",
        True,
    ),
    "object-data": (f'<object data="{OUT}"></object>', True),
    "style-import": (f"<style>@import '{OUT}';</style>", True),
    "style-attribute": (f'<b style="background:url({OUT})">Bold</b>', True),
    "stylesheet": (f'<link rel="stylesheet" href="{OUT}">', True),
    "script": (f"<script>{RUN}</script>", False),
    "script-closing": (f"</script></style></textarea><script>{RUN}</script>", False),
    "link-javascript": (f'<a href="javascript:{RUN}">Read on</a>', False),
    "attribute-break": (f'" onmouseover="{RUN}" data-x="', False),
    "markdown-image": (f"![a chart]({OUT}) [more](javascript:{RUN})", False),
    "mathjax": (f"$\\href{{javascript:{RUN}}}{{x}}$ \\(\\unicode{{x3c}}\\) $$a^2$$", False),
    "template": ("{{constructor.constructor('NAME')()}} ${7*7} {name} {n} %(x)s <%= 7*7 %>", False),
    "entities": ("&lt;b&gt; &#60;script&#62; &amp;amp; &nbsp;", False),
    "css": (f"}} * {{ background: url({OUT}); }} /* NAME", False),
    "selector": ('"] , * [data-id="NAME', False),
    "prototype": ("__proto__ constructor NAME.toString", False),
    "comment": (f'<!-- --!><img src=x onerror="{RUN}"> -->', True),
    "right-to-left": ("\u202eNAME reversed\u2066 and never closed", False),
    "zero-width": ("ze\u200bro\u200d wi\ufeffdth NAME\u2060", False),
    "huge-word": ("NAME" + "Donaudampfschifffahrt" * 60, False),
    "combining": ("NAME" + "e\u0301\u0323\u0302" * 40, False),
    "noncharacter": ("NAME \ufffd \U0001f309 \U000e0041", False),
}
# A picture that fails to load, put in last: what a text before it could have started has started by then.
AFTERWARDS = """() => new Promise((go) => {
  const probe = document.createElement('img');
  probe.onerror = () => setTimeout(go, 0);
  probe.src = 'data:image/png,no-picture';
})"""
STRINGS = {name: text.replace("NAME", name) for name, (text, _) in HOSTILE.items()}
FIRES = {name for name, (_, fires) in HOSTILE.items() if fires}
IDS = dict(zip(STRINGS, ["constructor", *(f"s{n}" for n in range(1, 99))], strict=False))
OWN_TAGS = {
    *("SECTION", "DIV", "P", "SPAN", "BUTTON", "UL", "OL", "LI", "DL", "DT", "DD", "KBD"),
    *("H3", "BLOCKQUOTE", "STRONG", "MARK", "SUP", "DETAILS", "SUMMARY"),
}


def hostile_pack(folder) -> str:
    """A pack in which everything that a reader sees is hostile; gives its path."""
    pack = Pack()
    text = "\n\n".join(STRINGS.values()) + "\n"
    pack.rewrite(text)
    needed = (
        "schema",
        "language",
        "genre",
        "constructed",
        "obtained",
        "rights",
        "sha256",
        "article",
    )
    pack.case = {name: pack.case[name] for name in needed} | {
        "id": "hostile",
        "title": STRINGS["img-onerror"],
        "notice": " ".join(STRINGS[name] for name in ("svg-onload", "script", "style-import")),
        "sentences": [{"id": IDS[name], **anchor(one, text)} for name, one in STRINGS.items()],
        "routes": {"short": {"minutes": "5", "sentences": list(IDS.values())[:6]}},
    }
    word = {"id": "w1", "sentence": IDS["huge-word"], "weight": "clear", "voice": "writer"}
    pack.key = {
        "schema": "paper-trail-key-1",
        "case": "hostile",
        "sentences": {IDS[name]: hostile_key(one) for name, one in STRINGS.items()},
        "loaded": [{**word, **anchor(STRINGS["huge-word"], text), "why": STRINGS["img-slash"]}],
    }
    return str(pack.write(folder))


def hostile_key(text: str) -> dict:
    """A key's entry whose every explanation is the hostile text."""
    return {
        "kind": "opinion",
        "second": "interpretation",
        "readings": {"opinion": text, "interpretation": text},
        "mixed": text,
        "options": {kind: {"cue": text, "next": text} for kind in KINDS},
    }


class Watch:
    """Everything by which a page could betray that a text ran or called out."""

    def __init__(self, page):
        self.page, self.dialogs, self.requests = page, [], []
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self.requests.append(request.url))

    def _dialog(self, dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def betrayed(self) -> set[str]:
        """The strings that ran or called out."""
        ran = self.page.evaluate("() => window.ptRan ?? []")
        return {*ran, *(one.rsplit("/", 1)[-1] for one in self.outside())}

    def outside(self) -> list[str]:
        """Requests to anywhere but this JupyterLab, and for what only a hostile text names."""
        own = (self.page.address, self.page.address.replace("http", "ws"), "data:", "blob:")
        return [one for one in self.requests if not one.startswith(own)]


@pytest.fixture
def hostile(page, tmp_path):
    """A page that watches itself, with the hostile article run in it."""
    page.watch = Watch(page)
    path, broken = hostile_pack(tmp_path / "pack"), Pack()
    broken.case[STRINGS["img-onerror"]] = "x"
    cells = [
        f"from helpers.widgets import mark_kinds\nmark_kinds({path!r})",
        f"mark_kinds({str(broken.write(tmp_path / 'broken'))!r})",
    ]
    lab.put_notebook(page.address, "hostile.ipynb", cells)
    lab.open_notebook(page, page.address, "hostile.ipynb")
    lab.run_all(page)
    page.locator(".pt-marker").wait_for()
    return page


def shown(page, selector: str) -> list[str]:
    return page.locator(selector).evaluate_all("all => all.map((one) => one.textContent)")


def tags(page) -> set[str]:
    return set(
        page.locator(".pt-root *").evaluate_all(
            "all => all.map((one) => one.tagName.toUpperCase())"
        )
    )


def test_a_hostile_article_is_shown_and_never_run(hostile, shot):
    """Marked, its words chosen, compared: nothing runs, no request leaves, every sign is shown."""
    page = hostile
    assert shown(page, ".pt-paper .pt-notice")[0].startswith(STRINGS["svg-onload"])
    assert page.locator(".pt-marker").get_attribute("aria-label").endswith(STRINGS["img-onerror"])
    page.locator('.pt-choice[data-id="whole"]').click()
    assert shown(page, ".pt-sentence .pt-words") == list(STRINGS.values())
    assert page.locator('.pt-sentence[data-kind=""]').count() == len(STRINGS)

    page.locator(".pt-sentence").first.focus()
    for _ in STRINGS:
        page.keyboard.press("4")
        page.keyboard.press("ArrowDown")
    assert page.locator('.pt-sentence[data-kind="opinion"]').count() == len(STRINGS)
    page.keyboard.press("w")
    page.keyboard.press(" ")
    assert shown(page, ".pt-sentence .pt-words") == list(STRINGS.values())
    shot(page, "hostile-marked")

    page.locator(".pt-foot .pt-main").click()
    page.locator(".pt-result h3").wait_for()
    assert shown(page, ".pt-card blockquote") == list(STRINGS.values())
    cards = shown(page, ".pt-card")
    for card, text in zip(cards, STRINGS.values(), strict=True):
        assert card.count(text) >= 5, "the text, its cue, its check, two readings"
    assert any(STRINGS["img-slash"] in one for one in shown(page, ".pt-card li"))
    page.evaluate(AFTERWARDS)
    lab.still(page)
    shot(page, "hostile-compared")

    assert STRINGS["img-onerror"][:20] in page.locator(".jp-OutputArea").nth(1).inner_text()
    assert tags(page) <= OWN_TAGS
    assert page.locator(".pt-root mjx-container, .pt-root a").count() == 0
    fits = "e => e.scrollWidth <= e.clientWidth + 1"
    assert page.locator(".pt-root").evaluate(fits), "a huge word is broken up"
    assert page.watch.dialogs == []
    assert page.watch.betrayed() == set()


def test_the_watch_sees_what_raw_html_would_have_done(page):
    """The control: the same strings put in as HTML do run and do call out, and are noticed."""
    page.watch = Watch(page)
    page.goto(f"{page.address}/login?token={lab.TOKEN}")
    page.evaluate(
        """(strings) => strings.forEach((text) => {
          const box = document.createElement('div');
          document.body.append(box);
          box.innerHTML = text;
        })""",
        [STRINGS[name] for name in sorted(FIRES)],
    )
    lab.until(lambda: page.watch.betrayed() >= FIRES)
    page.evaluate(AFTERWARDS)
    assert page.watch.betrayed() == FIRES


def test_half_characters_are_refused_with_a_sentence(tmp_path):
    """Half an emoji in a pack is named with its line; it never reaches a page."""
    from helpers.case import validate

    folder = Pack().write(tmp_path / "pack")
    path = folder / "case.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Foot", 'title: "\\ud83c Foot', 1), encoding="utf-8")
    (problem, *_) = validate(folder)
    assert problem.file.endswith("case.yaml")
    assert json.dumps(str(problem))
