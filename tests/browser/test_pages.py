"""The page view: a lesson opens ready, shows no code, says what it waits for, and loses nothing."""

from __future__ import annotations

import lab
import pages
import pytest

from helpers.pages.place import course

LESSON = "notebooks/02_reporting_or_opinion.ipynb"
START = "notebooks/00_start_here.ipynb"
PATHS = [stop.path for stop in course()]


@pytest.fixture
def lesson(page):
    """Lesson 2 as a page."""
    pages.open_page(page, page.address, LESSON)
    yield page
    pages.shut_down_kernels(page.address)


def first_note(page):
    return page.locator(".pt-note").first


def answer(page) -> None:
    first_note(page).locator(".pt-choice").first.click()
    lab.saved(first_note(page))


def answered(page) -> None:
    first_note(page).locator('.pt-choice[aria-pressed="true"]').wait_for()


@pytest.mark.parametrize("path", PATHS)
def test_every_page_opens_ready_and_asks_nobody(page, path):
    """All has run: at the top, no code, no traceback, no widget missing, no outside request."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    pages.open_page(page, page.address, path)
    inside = (page.address, page.address.replace("http", "ws"), "data:", "blob:")
    assert [url for url in asked if not url.startswith(inside)] == []
    assert page.evaluate("scrollY") == 0
    pages.holds_no_code(page)
    assert page.locator("#lesson h1").count() == 1
    assert page.locator(".pt-root").count() > 0
    pages.shut_down_kernels(page.address)


def test_head_and_foot_lead_on_by_name(lesson):
    """Previous and Next by title, at head and foot; the list marks this page; the code is one click away."""
    at = PATHS.index(LESSON)
    for rel, stop in (("prev", course()[at - 1]), ("next", course()[at + 1])):
        links = lesson.locator(f'a[rel="{rel}"]')
        assert links.count() == 2
        assert all(stop.title in text for text in links.all_inner_texts())
        assert links.first.get_attribute("href") == f"/page/{stop.path}"
    assert lesson.locator('.stops [aria-current="page"]').get_attribute("href") == f"/page/{LESSON}"
    assert lesson.locator(".code").get_attribute("href") == f"/doc/tree/{LESSON}"


def test_links_in_the_prose_lead_to_pages(lesson):
    """A link to another notebook stays in the page view, and in this tab."""
    link = lesson.locator('#lesson .jp-RenderedMarkdown a[href$="00_start_here.ipynb"]').first
    link.click()
    lesson.wait_for_url(f"**/page/{START}")
    pages.wait_ready(lesson)


def test_the_keyboard_reaches_lesson_and_neighbours(lesson):
    """The first Tab is the way past the head; Enter goes to the lesson; single keys do nothing."""
    lesson.keyboard.press("Tab")
    assert lab.focused(lesson) == "Skip to the lesson"
    lesson.keyboard.press("Enter")
    assert lesson.evaluate("document.activeElement.id") == "lesson"
    before = lesson.locator("#lesson").inner_text()
    lab.press_harmful(lesson)
    assert lesson.locator("#lesson").inner_text() == before
    assert len(lab.api(lesson.address, "kernels")) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_the_whole_page(page, shot, theme):
    """Head, lesson and foot are all ours here, so all of it is looked at."""
    page.emulate_media(color_scheme=theme)
    pages.open_page(page, page.address, LESSON)
    assert (
        page.locator("body").get_attribute("data-jp-theme-light") == str(theme == "light").lower()
    )
    assert pages.serious(page) == []
    shot(page, f"page-{theme}")
    pages.shut_down_kernels(page.address)


@pytest.mark.parametrize("height", [800, 256])
def test_a_small_screen_needs_no_scrolling_sideways(lesson, shot, height):
    """320 pixels, as on a phone, and as at 400 % on a laptop."""
    lesson.set_viewport_size({"width": 320, "height": height})
    lab.still(lesson)
    assert lesson.evaluate("document.documentElement.scrollWidth") <= 320
    shot(lesson, f"page-320-{height}")


def test_prose_and_widgets_have_one_width(lesson):
    """Nothing jumps between two columns, and a line stays readable."""
    prose = lesson.locator("#lesson .jp-RenderedMarkdown").first.bounding_box()
    widget = lesson.locator("#lesson .pt-root").first.bounding_box()
    assert abs(prose["width"] - widget["width"]) <= 2
    assert abs(prose["x"] - widget["x"]) <= 2


def test_print_leaves_the_head_out(lesson):
    """On paper there is the lesson and nothing to click."""
    lesson.emulate_media(media="print")
    for name in (".head", ".foot", ".status"):
        assert not lesson.locator(name).is_visible()
    assert lesson.locator("#lesson h1").is_visible()
    assert lesson.locator("#lesson .pt-saved:visible, #lesson .pt-dock:visible").count() == 0


def test_paper_is_light_whatever_the_screen_is(lesson, tmp_path):
    """In the dark theme dark letters are printed; afterwards, and when the system changes, the screen follows."""
    lesson.emulate_media(color_scheme="dark")
    theme = "document.body.dataset.jpThemeLight"
    lab.until(lambda: lesson.evaluate(theme) == "false")
    lesson.evaluate(f"addEventListener('beforeprint', () => {{ window.printed = {theme}; }})")
    lesson.pdf(path=tmp_path / "lesson.pdf")
    assert lesson.evaluate("window.printed") == "true"
    assert lesson.evaluate(theme) == "false"
    lesson.emulate_media(color_scheme="light")
    lab.until(lambda: lesson.evaluate(theme) == "true")


def test_how_far_i_am_is_said_in_words(lesson):
    """The line counts parts and tasks, and follows the reader."""
    assert lesson.locator("#far").inner_text().startswith("Part 1 of ")
    lesson.keyboard.press("End")
    last = lesson.locator("#lesson h2").count()
    lesson.get_by_text(f"Part {last} of {last}").wait_for()


@pytest.mark.parametrize("how", ["killed", "restarted", "shut down"])
def test_a_page_whose_python_is_gone_says_so_and_starts_again(page, how):
    """Within seconds; *Start again* brings what was saved, and what could not be saved, back."""
    pages.open_page(page, page.address, START)
    answer(page)
    kernel = pages.kernel_of(page)
    if how == "killed":
        lab.kill_kernel(kernel)
    elif how == "restarted":
        lab.api(page.address, f"kernels/{kernel}/restart", "POST")
    else:
        lab.api(page.address, f"kernels/{kernel}", "DELETE")
    page.locator('body[data-state="gone"]').wait_for(timeout=15_000)
    assert "Python has stopped" in page.locator("#status").inner_text()
    first_note(page).locator("textarea").fill("Written while Python was away.")
    page.keyboard.press("Tab")
    lab.saved(first_note(page), "not-saved")
    again = page.get_by_role("button", name="Start again")
    assert again.count() == 1
    again.click()
    pages.wait_ready(page)
    answered(page)
    lab.until(lambda: "while Python was away" in first_note(page).locator("textarea").input_value())
    lab.saved(first_note(page))
    pages.shut_down_kernels(page.address)


def test_a_server_that_cannot_be_reached_is_told(page):
    """Offline: the page says so, keeps answers, and goes on when the server is back."""
    pages.open_page(page, page.address, START)
    page.route("**/page/alive/**", lambda route: route.abort())
    page.locator('body[data-state="unreachable"]').wait_for(timeout=15_000)
    assert "cannot be reached" in page.locator("#status").inner_text()
    assert page.get_by_role("button", name="Start again").count() == 0
    page.unroute("**/page/alive/**")
    pages.wait_ready(page)
    answer(page)
    pages.shut_down_kernels(page.address)


def test_while_it_loads_the_page_says_what_it_waits_for(page):
    """The head is there before Python is; the line names Python and about how long it takes."""
    page.route("**/voila/static/voila.js", lambda route: None)
    page.goto(f"{page.address}/page/{START}?token={lab.TOKEN}", wait_until="commit")
    page.get_by_text("Starting Python…").wait_for()
    assert "seconds" in page.locator("#status").inner_text()
    page.unroute_all(behavior="ignoreErrors")
    page.goto("about:blank")
    pages.shut_down_kernels(page.address)


def test_the_python_of_a_closed_page_ends(page):
    """Going on to another page leaves no kernel behind."""
    pages.open_page(page, page.address, START)
    first = pages.kernel_of(page)
    page.locator('a[rel="next"]').first.click()
    page.wait_for_url("**/01_provenance.ipynb")
    lab.until(lambda: first not in [one["id"] for one in lab.api(page.address, "kernels")])
    pages.wait_ready(page)
    pages.shut_down_kernels(page.address)


def test_two_tabs_on_one_lesson_keep_both_answers(page):
    """Each has a Python of its own; what either saves is there when the page is opened again."""
    pages.open_page(page, page.address, START)
    other = page.context.new_page()
    other.set_default_timeout(20_000)
    pages.open_page(other, page.address, START)
    answer(page)
    first_note(other).locator("textarea").fill("From the other tab.")
    other.keyboard.press("Tab")
    lab.saved(first_note(other))
    other.close()
    page.reload()
    pages.wait_ready(page)
    answered(page)
    assert first_note(page).locator("textarea").input_value() == "From the other tab."
    pages.shut_down_kernels(page.address)


def test_an_error_in_a_cell_is_a_sentence(page):
    """No traceback, no code, and what comes after the broken cell is there."""
    lab.put_notebook(page.address, "broken.ipynb", ["1 / 0", "print('It goes on.')"])
    page.goto(f"{page.address}/page/broken.ipynb?token={lab.TOKEN}")
    pages.wait_ready(page)
    text = page.locator("#lesson").inner_text()
    assert "This part of the page could not be shown." in text
    assert "It goes on." in text
    assert "ZeroDivision" not in page.content()
    pages.shut_down_kernels(page.address)


def test_only_what_a_page_needs_is_offered(page):
    """Without the token nothing; and Voilà's own addresses, which list and show files, are not there."""
    for path in (f"page/{START}", "page/alive/x", "voila/api/shutdown/x"):
        reply = page.request.get(f"{page.address}/{path}", max_redirects=0)
        assert reply.status in (302, 403, 405), path
    for path in ("voila/files/notebooks/x.png", "voila/tree", f"voila/render/{START}"):
        reply = page.request.get(f"{page.address}/{path}?token={lab.TOKEN}")
        assert reply.status == 404, path
    image = {"Sec-Fetch-Dest": "image", "Authorization": f"token {lab.TOKEN}"}
    assert page.request.get(f"{page.address}/page/{START}", headers=image).status == 403
    assert lab.api(page.address, "kernels") == []
