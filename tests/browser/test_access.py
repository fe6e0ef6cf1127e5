"""Nobody is kept out: axe, small screens, both themes, forced colours, names and statuses."""

from __future__ import annotations

import lab
import pytest
from axe_playwright_python.sync_playwright import Axe

from helpers.strings import say

STATES = ("unmarked", "marked", "help", "sure", "words", "compared")
THEMES = ("Light", "Dark")
SMALL = {"320": (320, 800), "400-percent": (320, 256)}  # 1280 x 1024 at 400 % is 320 x 256
WIDE = {"width": 1100, "height": 900}
LABELS = ["2", "1", "5", "1", "3", "2", "4", "5"]

# Everything in the kit's own elements that does not fit into the width of its frame.
TOO_WIDE = """() => [...document.querySelectorAll('.pt-root')].flatMap((root) => {
  const edge = root.getBoundingClientRect().right;
  const isWide = (e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1;
  const sticksOut = (e) => e.getBoundingClientRect().right > edge + 1;
  return [root, ...root.querySelectorAll('*')]
    .filter((e) => !e.closest('.pt-unseen') && (isWide(e) || sticksOut(e)))
    .concat(edge > innerWidth ? [root] : [])
    .map((e) => `${e.tagName}.${e.className}: ${e.innerText.slice(0, 40)}`);
})"""

CONTROLS = """const controls = () => [...document.querySelectorAll(
    '.pt-root :is(button, a, input, textarea, select, summary, [tabindex])')]
  .filter((e) => e.checkVisibility() && !e.closest('.pt-unseen'));
const called = (e) => `${e.tagName}.${e.className}: ${e.innerText.slice(0, 40)}`;"""

# Everything that can have the focus and is covered by something else when it has it.
COVERED = f"""() => {{ {CONTROLS}
  const isOnTop = (e) => [...e.getClientRects()].some(({{left, top, width, height}}) =>
    [...Array(19).keys()].some((part) =>
      e.contains(document.elementFromPoint(left + width / 2, top + height * (part + 1) / 20))));
  const covered = [];
  for (let place = 0; place < controls().length; place += 1) {{  // the focus brings a new palette
    const control = controls()[place];
    control.focus();
    if (!isOnTop(control)) covered.push(called(control));
  }}
  return covered;
}}"""

TOO_SMALL = f"""() => {{ {CONTROLS}
  const isSmall = ({{width, height}}) => width < 24 || height < 24;
  // A sentence runs over several lines: one of them is enough to hit.
  const parts = (e) => e.matches('.pt-sentence') ? [...e.getClientRects()] : [e.getBoundingClientRect()];
  return controls().filter((e) => parts(e).every(isSmall)).map(called);
}}"""

LOUD = """() => [...document.querySelectorAll(
    '.pt-root :is(button, a, input, textarea, select, summary, [tabindex])')]
  .filter((e) => e.dataset.lmSuppressShortcuts !== 'true').map((e) => e.outerHTML.slice(0, 90))"""


def serious(page) -> list[str]:
    """What axe calls serious or critical inside the kit's own elements."""
    response = Axe().run(page, {"include": [[".pt-root"]]}).response
    assert len(response["passes"]) > 5, "axe looked at nothing"
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def article(page):
    return page.locator(".pt-marker").nth(2)


def sentence(page, name):
    return article(page).locator(f'.pt-sentence[data-id="{name}"]')


def names(page) -> list[str]:
    shown = article(page).locator(".pt-sentence")
    return shown.evaluate_all("all => all.map((one) => one.dataset.id)")


def reset(page) -> None:
    """Back to marking kinds on the short route, with the list of keys closed."""
    page.set_viewport_size(WIDE)
    if article(page).get_attribute("data-comparing") == "true":
        article(page).get_by_role("button", name="Try again").click()
        article(page).locator(".pt-result h3").wait_for(state="detached")
    article(page).locator('.pt-choice[data-id="short"]').click()
    article(page).locator('.pt-choice[data-id="kind"]').click()
    if article(page).locator(".pt-help").is_visible():
        article(page).locator("[aria-controls]").click()


def mark(page, keys) -> None:
    for name, key in zip(names(page), keys, strict=True):
        sentence(page, name).focus()
        page.keyboard.press(key)


def show(page, state: str) -> None:
    """Bring the article of lesson 2 into a state, whatever state it is in."""
    reset(page)
    mark(page, ["0"] * 8 if state == "unmarked" else LABELS)
    if state == "help":
        page.keyboard.press("?")
    if state in ("sure", "compared"):
        sentence(page, "s0").focus()
        for key in ("s", "2", "k"[: state == "compared"] or "1"):
            page.keyboard.press(key)
    if state in ("words", "compared"):
        sentence(page, "s8").focus()
        for key in ("w", "0", " ", "ArrowRight", "ArrowRight", " "):
            page.keyboard.press(key)
    if state == "compared":
        compare_whole(page)
    article(page).locator('.pt-saved:not([data-state="saving"])').wait_for(state="attached")


def compare_whole(page) -> None:
    article(page).locator('.pt-choice[data-id="kind"]').click()
    article(page).locator('.pt-choice[data-id="whole"]').click()
    mark(page, ["3", "1", "2", "4", "5"] * 4 + ["1", "2", "3"])
    article(page).locator(".pt-foot .pt-main").click()
    article(page).locator(".pt-result h3").wait_for()
    assert article(page).get_by_text("Contested: either counts").count()
    assert article(page).get_by_text("Loaded words", exact=True).count()


def opened(browser, server, path: str, last: str):
    """A page of its own with a notebook run in it, for all tests of this file."""
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.set_default_timeout(8_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    lab.open_notebook(page, server[0], path)
    lab.run_all(page)
    page.locator(last).last.wait_for(timeout=30_000)
    yield page
    page.set_viewport_size(WIDE)
    lab.switch_theme(page, "Light")
    lab.shut_down_kernels(server[0])
    context.close()
    assert errors == []


@pytest.fixture(scope="module", autouse=True)
def learner(server):
    """One new learner for all tests of this file."""
    from helpers.answers.progress import new_learner

    return new_learner(server[1])


@pytest.fixture(scope="module")
def lesson(browser, server):
    yield from opened(
        browser, server, "notebooks/02_reporting_or_opinion.ipynb", ".pt-marker >> nth=2"
    )


@pytest.fixture(scope="module")
def start(browser, server):
    yield from opened(browser, server, "notebooks/00_start_here.ipynb", ".pt-note")


def in_sight(page, state: str) -> None:
    """Scroll to what the state is about."""
    lab.still(page)
    about = {"compared": ".pt-result h3", "help": ".pt-help"}.get(state, ".pt-dock")
    article(page).locator(about).first.evaluate("e => e.scrollIntoView({block: 'center'})")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_serious_in_lesson_2(lesson, shot, state, theme):
    """Whatever a learner is doing, names, roles and contrast are right in both themes."""
    show(lesson, state)
    lab.switch_theme(lesson, theme)
    assert serious(lesson) == []
    in_sight(lesson, state)
    shot(lesson, f"access-{state}-{theme.lower()}-1100")


def test_axe_would_find_a_fault(lesson):
    """The control: a pale button without a name in a widget is found."""
    lesson.evaluate("""() => {
      const bad = document.createElement('button');
      document.querySelector('.pt-root').append(bad);
    }""")
    found = serious(lesson)
    lesson.evaluate("document.querySelector('.pt-root').lastChild.remove()")
    assert any("button-name" in one for one in found)


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("state", STATES)
def test_a_small_screen_shows_everything(lesson, shot, state, size):
    """At 320 pixels and at 400 % nothing sticks out, is covered, or is too small to hit."""
    show(lesson, state)
    lab.switch_theme(lesson, "Dark" if state in ("words", "compared") else "Light")
    lesson.set_viewport_size(dict(zip(("width", "height"), SMALL[size], strict=True)))
    lab.still(lesson)
    assert lesson.evaluate(TOO_WIDE) == []
    assert lesson.evaluate(TOO_SMALL) == []
    assert lesson.evaluate(COVERED) == []
    in_sight(lesson, state)
    shot(lesson, f"access-{state}-{size}")


def test_every_place_for_the_focus_keeps_the_keys_to_itself(lesson, start):
    """JupyterLab takes single keys, unless the focused element itself says not to."""
    for state in ("help", "words", "compared"):
        show(lesson, state)
        assert lesson.evaluate(LOUD) == []
    assert start.evaluate(LOUD) == []
    assert start.evaluate(f"() => {{ {CONTROLS} return controls().length; }}") > 6


def test_a_label_is_words_and_a_shape_before_it_is_a_colour(lesson):
    """Chips and legend name the kind, and each kind has an underline of its own."""
    show(lesson, "marked")
    chips = article(lesson).locator('.pt-sentence[data-kind="opinion"] .pt-chip')
    assert chips.locator("[aria-hidden]").inner_text() == "● Opinion or call to act"
    assert "(my label: Opinion or call to act)" in chips.text_content()
    legend = article(lesson).locator(".pt-legend li").all_inner_texts()
    assert len({line.split()[0] for line in legend}) == 5
    assert "◆ Report with a source: 2" in legend
    lines = (
        article(lesson)
        .locator(".pt-sentence")
        .evaluate_all(
            "all => all.map((e) => [e.dataset.kind, getComputedStyle(e).textDecorationStyle,"
            " getComputedStyle(e).textDecorationThickness].join())"
        )
    )
    kinds = {line.split(",")[0] for line in lines}
    assert len(set(lines)) == len(kinds) == 5
    pressed = article(lesson).locator('.pt-dock [aria-pressed="true"]')
    assert pressed.evaluate("e => getComputedStyle(e, '::before').content") == '"✓"'


def test_the_language_of_words_and_of_the_article_is_set(lesson, start):
    """A screen reader reads the widget's words and the article each in its own language."""
    for page in (lesson, start):
        roots = page.locator(".pt-root")
        assert set(roots.evaluate_all("all => all.map((e) => e.lang)")) == {"en"}
    assert article(lesson).locator(".pt-paper").get_attribute("lang") == "en"
    assert article(lesson).locator(".pt-dock").get_attribute("lang") == "en"


def test_outcomes_are_spoken(lesson):
    """A status that is there beforehand gets the text: label, undo, saved, nothing to compare."""
    show(lesson, "unmarked")
    spoken = article(lesson).locator('p.pt-unseen[role="status"]')
    sentence(lesson, "s0").focus()
    lesson.keyboard.press("4")
    assert spoken.text_content() == "Opinion or call to act."
    lesson.keyboard.press("0")
    assert spoken.text_content() == "Label cleared."
    lesson.keyboard.press("u")
    assert spoken.text_content() == "Undone: Opinion or call to act."
    lesson.keyboard.press("0")
    assert article(lesson).locator(".pt-saved [role=status]").count() == 1
    article(lesson).locator('.pt-saved[data-state="saved"]').wait_for()
    assert article(lesson).locator(".pt-saved [role=status]").inner_text() == "Saved."
    article(lesson).locator(".pt-foot .pt-main").click()
    assert "Answer at least one first" in article(lesson).locator(".pt-says").inner_text()


def test_undo_keeps_the_focus_where_it_was(lesson):
    """Undo from a button of the palette must not drop the focus onto the notebook."""
    for state, keys in (("marked", "1"), ("words", " ")):
        show(lesson, state)
        dock = article(lesson).locator(".pt-dock button")
        dock.nth(1).focus()
        lesson.keyboard.press("Enter")
        lesson.keyboard.press("u")
        assert lesson.evaluate("Boolean(document.activeElement.closest('.pt-dock'))"), keys


def test_forced_colours_leave_shapes_and_borders(lesson, shot):
    """With colours of the reader's own, the current sentence and a pressed button still stand out."""
    show(lesson, "marked")
    lesson.emulate_media(forced_colors="active")
    try:
        article(lesson).locator(".pt-dock button").first.focus()
        outlined = article(lesson).locator('.pt-sentence[aria-current="true"]')
        assert outlined.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
        borders = (
            article(lesson)
            .locator(".pt-dock .pt-choice")
            .evaluate_all(
                "all => all.map((e) => [e.ariaPressed, getComputedStyle(e).borderWidth].join())"
            )
        )
        assert len(set(borders)) == 2
        in_sight(lesson, "marked")
        shot(lesson, "access-forced-colours-1100")
    finally:
        lesson.emulate_media(forced_colors="none")


def test_nothing_moves(lesson):
    """There is no animation to switch off for readers whom movement makes ill."""
    show(lesson, "compared")
    moving = lesson.evaluate("""() => [...document.querySelectorAll('.pt-root, .pt-root *')]
      .filter((e) => e.getAnimations().length
        || parseFloat(getComputedStyle(e).transitionDuration) > 0
        || getComputedStyle(e).scrollBehavior === 'smooth').map((e) => e.className)""")
    assert moving == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_serious_in_lesson_0(start, shot, theme):
    """Check, desk and question, also while the desk asks back."""
    start.set_viewport_size(WIDE)
    lab.switch_theme(start, theme)
    start.get_by_role("button", name="Finish here").click()
    start.get_by_text(say("desk.new-sure")).wait_for()
    assert serious(start) == []
    shot(start, f"access-desk-{theme.lower()}-1100")
    start.get_by_role("button", name="Cancel").click()
    assert serious(start) == []


@pytest.mark.parametrize("size", SMALL)
def test_a_small_screen_shows_all_of_lesson_0(start, shot, size):
    """At 320 pixels and at 400 % nothing of lesson 0 sticks out, is covered or too small."""
    start.set_viewport_size(dict(zip(("width", "height"), SMALL[size], strict=True)))
    lab.still(start)
    assert start.evaluate(TOO_WIDE) == []
    assert start.evaluate(TOO_SMALL) == []
    assert start.evaluate(COVERED) == []
    start.locator(".pt-desk").evaluate("e => e.scrollIntoView({block: 'start'})")
    shot(start, f"access-desk-{size}")
