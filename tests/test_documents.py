"""What the documents say is there is there, and what is there is said."""

from __future__ import annotations

import re
import subprocess

import pytest

from helpers.case import ROOT, load_case

DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("seeds/*.md"),
        *ROOT.glob("bench/*.md"),
    ]
)
PLACE = re.compile(r"`((?:helpers|tests|bench|seeds|notebooks|docs|\.ci)/(?!.*NN_)[\w./-]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|<img src=\"([^\"]+)\"")


def named(path):
    return path.relative_to(ROOT).as_posix()


def test_there_are_documents():
    """A glob that matches nothing would make every test below pass."""
    assert len(DOCUMENTS) > 15


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_link_in_a_document_leads_somewhere(path):
    """Only links inside the kit: the live web is not for tests."""
    for match in LINK.finditer(path.read_text(encoding="utf-8")):
        target = match[1] or match[2]
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_place_in_the_kit_that_a_document_names_is_there(path):
    """Somebody who looks for a file by what a document calls it finds it."""
    text = path.read_text(encoding="utf-8")
    places = set(PLACE.findall(text)) if path.name != "CHANGELOG.md" else set()
    assert [place for place in sorted(places) if not (ROOT / place).exists()] == []


def test_every_notebook_has_its_place_in_the_readme():
    """A lesson that is not named there would not be found."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    notebooks = [
        named(path)
        for folder in ("notebooks", "exercises", "solutions")
        for path in (ROOT / folder).glob("*.ipynb")
    ]
    assert notebooks
    assert [name for name in notebooks if name not in readme] == []


def test_every_lesson_has_its_notes_for_instructors():
    """Why this case, the usual misunderstandings, and a version on paper."""
    lessons = {path.stem for path in (ROOT / "solutions").glob("*.ipynb")}
    notes = {path.stem for path in (ROOT / "docs" / "teaching").glob("*.md")}
    assert notes == {*lessons, "routes"}


def test_the_contributors_page_stays_short():
    """Sixty lines are what somebody reads."""
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) <= 60


def test_the_paper_version_has_the_sentences_of_the_short_route():
    """A printed sheet with other words than the page would confuse a class."""
    notes = (ROOT / "docs" / "teaching" / "02_reporting_or_opinion.md").read_text(encoding="utf-8")
    case = load_case("liberty-daily")
    flat = " ".join(notes.split())
    assert [s for s in case.route("short").sentences if case.by_id[s].text not in flat] == []


@pytest.mark.parametrize("kind", ["py", "mjs", "md", "yaml", "toml", "txt", "ipynb", "css", "json"])
def test_no_file_names_the_machine_it_was_written_on(kind):
    """Nor any registry: the kit is installed from wherever its user's settings say."""
    asked = ["git", "ls-files", "-z", f"*.{kind}"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    files = files or [path for path in ROOT.rglob(f"*.{kind}") if not set(path.parts) & IGNORED]
    found = [named(path) for path in files if HOME.search(path.read_text("utf-8", "replace"))]
    assert found == []


IGNORED = {".venv", "my-work", ".git"}
HOME = re.compile(r"/(?:root|home/\w+|Users/\w+|work/main|tmp/w)/|pypi" + r"\.org|registry\.npmjs")
