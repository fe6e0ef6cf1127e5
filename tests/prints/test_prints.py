"""Sheets on paper: every lesson has one, its key is in a file of its own, and text stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from helpers.__main__ import main
from helpers.case import load_case, load_key
from helpers.lessons import LESSONS
from helpers.prints import sheets
from helpers.prints.key_parts import key_part
from helpers.prints.parts import begins, sheet_part
from helpers.prints.sheets import WHOLE, lesson_parts, lesson_sheets, write_sheets
from helpers.results.course import PARTS

NAMES = [f"{lesson.folder}-{lesson.name}" for lesson in LESSONS]


class Page(HTMLParser):
    """What a browser would make of a page: its tags, its addresses, its text."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.addresses, self.text = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.addresses += [value for name, value in attributes if name in ("src", "href")]

    def handle_data(self, data):
        self.text.append(data)


def words(html: str) -> str:
    """The text of a page, with one space between words."""
    return " ".join(" ".join(Page(html).text).split())


@pytest.mark.parametrize("lesson", LESSONS, ids=NAMES)
def test_every_lesson_has_a_sheet_and_a_key_of_its_own(lesson):
    """An instructor can run any lesson without screens, and hand out no answer by mistake."""
    sheet, key = lesson_sheets(lesson)
    assert sheet.name != key.name
    assert lesson.title in words(sheet.html)
    parts, keys = lesson_parts(lesson, "short")
    assert len(parts) == len(keys) > 0


@pytest.mark.parametrize("lesson", LESSONS, ids=NAMES)
def test_no_sheet_holds_a_reason_of_its_key(lesson):
    """What gives the answer away stands on the key's pages only."""
    sheet, key = lesson_sheets(lesson, WHOLE)
    told = words(sheet.html)
    _, keys = lesson_parts(lesson, WHOLE)
    lines = [line for part in keys for row in part["rows"] for line in row["lines"]]
    assert len(lines) > 5
    assert not [line for line in lines if " ".join(line.split()) in told]
    assert all(" ".join(line.split()) in words(key.html) for line in lines)


@pytest.mark.parametrize("lesson", LESSONS, ids=NAMES)
def test_nothing_on_a_sheet_runs_or_calls_anybody(lesson):
    """A sheet is one file: no script, no picture, no address."""
    for sheet in lesson_sheets(lesson):
        page = Page(sheet.html)
        assert not {"script", "img", "iframe", "object", "link"} & set(page.tags)
        assert page.addresses == []
        assert "default-src 'none'" in sheet.html


@pytest.mark.parametrize("lesson", LESSONS, ids=NAMES)
def test_no_id_that_nobody_can_see_is_printed(lesson):
    """Sentences and items are called by the numbers that stand beside them."""
    named = {f"{lesson.folder}/{lesson.name}": PARTS[f"{lesson.folder}/{lesson.name}"]}
    cases = {case for parts in named.values() for case, _ in parts}
    ids = {name for case in cases for name in load_case(case).by_id}
    for sheet in lesson_sheets(lesson, WHOLE):
        assert not ids & set(re.findall(r"\b[a-z]\d+\b", words(sheet.html)))


def test_the_short_route_is_marked_in_the_whole_text():
    """A reader needs the whole article, and marks what the route asks for."""
    case = load_case("liberty-daily")
    part = sheet_part(case, "article", "short")
    assert part["chosen"] == set(case.routes["short"].sentences)
    printed = "".join(one["text"] for block in part["blocks"] for one in block["parts"])
    assert case.by_id["s20"].text in printed
    assert len(sheet_part(case, "article", WHOLE)["asked"]) == len(case.sentences)


def test_a_part_that_a_case_does_not_have_is_left_out():
    """The list of parts may name a set before every case has it."""
    case = load_case("library-roof")
    assert sheet_part(case, "no-such-set") is None
    assert key_part(case, load_key(case), "no-such-set") is None


def test_the_key_names_both_answers_where_either_counts():
    """A contested item costs nothing on paper either."""
    case, key = load_case("liberty-daily"), load_key(load_case("liberty-daily"))
    contested = [name for name, one in key.sentences.items() if one.second]
    part = key_part(case, key, "article", WHOLE)
    both = [row for row in part["rows"] if " or " in row["answer"].replace("Opinion or call", "")]
    assert len(both) == len(contested) > 0


@pytest.mark.parametrize(
    ("text", "shown"), [("One two", "One two"), ("a b c d e f g h", "a b c d e f g …")]
)
def test_a_sentence_is_found_by_its_first_words(text, shown):
    """Long sentences are named by how they begin."""
    assert begins(text) == shown


def test_hostile_text_is_printed_as_text():
    """A sheet is opened in a browser before it is printed."""
    html = sheets._render(
        "key.html.jinja",
        title="<script>x</script>",
        parts=[
            {
                "title": "<b>",
                "lang": '"><img src=x>',
                "rows": [
                    {
                        "name": "<i>",
                        "answer": "<u>",
                        "text": "</blockquote><script>y</script>",
                        "lines": ["<a href=x>"],
                    }
                ],
            }
        ],
    )
    page = Page(html)
    assert not {"script", "img", "b", "i", "u", "a"} & set(page.tags)
    assert "</blockquote><script>y</script>" in "".join(page.text)


def test_a_kit_without_keys_prints_sheets_alone(monkeypatch):
    """A class may get the kit without its answers."""
    monkeypatch.setattr(sheets, "load_key", lambda case: None)
    assert [sheet.name for sheet in lesson_sheets(LESSONS[2])] == [
        "lesson-02_reporting_or_opinion-sheet.html"
    ]


def test_the_command_writes_a_list_of_all_sheets(tmp_path, capsys):
    """One command from a fresh kit to a pile of paper."""
    assert main(["print", str(tmp_path / "paper")]) == 0
    files = {path.name for path in (tmp_path / "paper").iterdir()}
    listed = Page((tmp_path / "paper" / "index.html").read_text(encoding="utf-8")).addresses
    assert set(listed) == files - {"index.html"}
    assert len(listed) == 2 * len(LESSONS)
    assert f"{len(files)} files" in capsys.readouterr().out


def test_the_command_prints_one_lesson_and_names_those_there_are(tmp_path, capsys):
    """A slip in a name is answered with the names."""
    name = "02_reporting_or_opinion"
    assert len(write_sheets(tmp_path, [name])) == 1 + 2 * sum(one.name == name for one in LESSONS)
    assert main(["print", str(tmp_path), "--lesson", "two"]) == 1
    assert name in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path, capsys):
    """No traceback for an instructor."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["print", str(tmp_path / "file" / "in")]) == 1
    assert "Name another folder" in capsys.readouterr().out
