"""What a saved answer is called: one table, for Python and for the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.answers.records import is_name
from helpers.case.vocabulary import TAKEN, TAKEN_BY_THE_KIT, Act, NoCase, Scope

PACKAGE = Path(__file__).resolve().parents[2] / "helpers"
PAGE = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.mjs")}
CODE = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
NAME = r'"([\w-]+)"'
IN_THE_PAGE = (
    rf"\bact\s*[!=]==?\s*{NAME}",  # act === "turn"
    rf"{NAME}\s*[!=]==?\s*act\b",
    rf"\bact:\s*{NAME}",  # { item, act: "open", … }
    rf"outbox(?:\(\))?\.(?:add|hold|keep)\([^,]+,\s*{NAME}",
    rf"saveTyping\(.*,\s*{NAME}\)",
    rf"Step\({NAME}",  # a step of a claim is called by the act that it waits for
)
TABLES = re.compile(r"\bACTS = \{([^}]*)\}|\bSTEPS = \[([^\]]*)\]")
SCOPED = re.compile(rf"\bscope:\s*{NAME}")
BARE = re.compile(rf"\bact\s*(?:[!=]=|in \(|=)\s*{NAME}|\.record\([^,]+,[^,]+,\s*{NAME}")


def acts_in(source):
    """The acts that JavaScript names."""
    for form in IN_THE_PAGE:
        yield from re.findall(form, source)
    for table in TABLES.findall(source):
        inside = "".join(table)
        yield from re.findall(r'"?([a-z-]+)"?:', inside) or re.findall(NAME, inside)


def test_every_way_to_name_an_act_is_seen():
    """A spelling that slips through would keep no promise."""
    source = """
      if (act === "one" || "two" !== act) this.outbox.add(card.id, "three", true);
      saveTyping(this, this.name, () => this.outbox, "name", "four"); this.choiceStep("five", x);
      export const ACTS = { six: "kind", "se-ven": "sure" };
      export const STEPS = ["eight", "nine"]; pending.push({ item, act: "ten" });
    """
    spelled = "one two three four five six se-ven eight nine ten"
    assert set(acts_in(source)) == set(spelled.split())


@pytest.mark.parametrize("name", sorted(PAGE))
def test_the_page_saves_under_no_act_of_its_own(name):
    """An act that Python does not know would be refused, and a set could be called like it."""
    source = PAGE[name].read_text(encoding="utf-8")
    assert set(acts_in(source)) <= set(Act)
    of_tables = {"row", "col"}  # what a table's heading stands for, in HTML
    assert set(SCOPED.findall(source)) - of_tables <= set(Scope)


def test_the_acts_of_the_page_are_found():
    """A change of style that hides them all would let the test above pass."""
    found = {act for path in PAGE.values() for act in acts_in(path.read_text(encoding="utf-8"))}
    assert found >= {"route", "open", "turn", "estimate-after", "choice", "text", "words", "kind"}


@pytest.mark.parametrize("name", sorted(CODE))
def test_python_names_acts_by_the_table(name):
    """A bare word with a slip in it would be saved, and never be found again."""
    assert not BARE.findall(CODE[name].read_text(encoding="utf-8"))


def test_every_word_of_the_table_can_be_saved_and_is_taken():
    """What has a name in the table is refused as the name of a set, or of a case."""
    assert all(is_name(word) for word in (*Act, *Scope, *NoCase))
    assert set(Act) | set(Scope) == TAKEN
    assert set(NoCase) == TAKEN_BY_THE_KIT
