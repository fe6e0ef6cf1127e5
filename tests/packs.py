"""A small sound pack for the tests, and what can be broken in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from helpers.case.vocabulary import KINDS, TAKEN, TAKEN_BY_THE_KIT

ARTICLE = (
    "Footbridge opens in Hale Wick\n"
    "Constructed for practice: the people and places are invented.\n\n"
    "The footbridge opened on 3 May 🌉 said the clerk, Ann Ode. "
    "It is a proud and daring thing.\n\n"
    "“It will carry everyone,” Ode said. It may tempt more people to walk.\n"
)
SENTENCES = {
    "s0": "Footbridge opens in Hale Wick",
    "s1": "The footbridge opened on 3 May 🌉 said the clerk, Ann Ode.",
    "s2": "It is a proud and daring thing.",
    "s3": "“It will carry everyone,” Ode said.",
    "s4": "It may tempt more people to walk.",
}
SET_OPTIONS = ("named", "none")
LABELS = {
    "s0": "unattributed",
    "s1": "attributed",
    "s2": "opinion",
    "s3": "quotation",
    "s4": "interpretation",
}


def anchor(exact: str, text: str = ARTICLE) -> dict[str, str]:
    """The anchor of the first place where these words stand."""
    start = text.index(exact)
    end = start + len(exact)
    around = {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
    return {"start": str(start), "end": str(end), "exact": exact, **around}


def sound_case() -> dict[str, Any]:
    """A `case.yaml` without a fault."""
    source = {"id": "minutes", "title": "Minutes", "publisher": "Hale Wick", "date": "not shown"}
    return {
        "schema": "paper-trail-case-1",
        "id": "footbridge",
        "title": "Footbridge opens in Hale Wick",
        "language": "en",
        "genre": "Current",
        "constructed": "true",
        "obtained": "Written for the tests.",
        "rights": "CC BY 4.0",
        "sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
        "article": "article.txt",
        "notice": "This text was constructed for the tests.",
        "routes": {"short": {"minutes": "5", "sentences": ["s1", "s2", "s3"]}},
        "sentences": [{"id": name, **anchor(exact)} for name, exact in SENTENCES.items()],
        "sources": [{**source, "url": "not seen", "seen": "invented", "file": "sources/one.txt"}],
        "sets": {"sourcing": sound_set()},
        "questions": {
            "q-1": {"asks": "Which sentence judges?", "form": "sentence"},
            "q-2": {"asks": "Which?", "form": "choice", "options": {"a": "One", "b": "Two"}},
        },
    }


def sound_set() -> dict[str, Any]:
    """A question set without a fault: two items, asked for their sources."""
    return {
        "title": "Who says so?",
        "asks": "Where does it come from?",
        "options": {"named": {"name": "A name", "hint": "Somebody."}, "none": {"name": "Nobody"}},
        "items": [
            {"id": "i1", "title": "The opening", "sentence": "s1", "shows": ["minutes"]},
            {"id": "i2", "title": "The thing", "passage": "It is a proud thing.", "note": "Look."},
        ],
        "routes": {"short": ["i1"]},
    }


def reason(sentence: str, kind: str) -> dict[str, str]:
    """An explanation that no other option has."""
    return {"cue": f"Secret cue of {sentence} as {kind}.", "next": f"Check {sentence} as {kind}."}


def sound_key() -> dict[str, Any]:
    """A `key.yaml` without a fault; s4 is contested, and s1 uses a template."""
    sentences: dict[str, Any] = {
        name: {"kind": kind, "options": {one: reason(name, one) for one in KINDS}}
        for name, kind in LABELS.items()
    }
    sentences["s1"]["options"]["quotation"] = {"use": "no-marks"}
    sentences["s4"]["second"] = "unattributed"
    sentences["s4"]["readings"] = {
        kind: f"Secret reading of s4 as {kind}." for kind in ("interpretation", "unattributed")
    }
    return {
        "schema": "paper-trail-key-1",
        "case": "footbridge",
        "templates": {"no-marks": {"cue": "Secret template.", "next": "Look for marks."}},
        "sentences": sentences,
        "loaded": [
            loaded("w1", "s2", "proud and daring"),
            loaded("w2", "s4", "tempt", weight="arguable"),
            loaded("w3", "s3", "everyone", voice="speaker"),
        ],
        "questions": {
            "q-1": {
                "answers": ["s2"],
                "options": {"s2": reason("question", "s2"), "s1": reason("question", "s1")},
                "other": reason("question", "other"),
            },
            "q-2": {"answers": ["a"], "options": {one: reason("q-2", one) for one in "ab"}},
        },
        "afterwards": {"after-1": {"text": "Secret result.", "guess": "guess-1"}},
        "sets": {
            "sourcing": {
                "i1": {"accepted": ["named"], "sources": ["minutes"], "options": set_options("i1")},
                "i2": {
                    "accepted": ["none", "named"],
                    "readings": {one: f"Secret reading of i2 as {one}." for one in SET_OPTIONS},
                    "options": set_options("i2"),
                },
            }
        },
    }


def set_options(item: str) -> dict[str, dict[str, str]]:
    """An explanation for each answer to an item of the question set."""
    return {one: reason(item, one) for one in SET_OPTIONS}


def loaded(name: str, sentence: str, exact: str, weight="clear", voice="writer") -> dict[str, str]:
    """One loaded word of the key."""
    said = {"weight": weight, "voice": voice, "why": f"Secret reason for {name}."}
    return {"id": name, "sentence": sentence, **anchor(exact), **said}


@dataclass
class Pack:
    """The trees of a pack, to be changed before they are written."""

    case: Any = field(default_factory=sound_case)
    key: Any = field(default_factory=sound_key)
    article: bytes = ARTICLE.encode()

    def rewrite(self, text: str) -> None:
        """Give the pack another article, with a hash that fits."""
        self.article = text.encode()
        self.case["sha256"] = hashlib.sha256(self.article).hexdigest()

    def write(self, folder: Path) -> Path:
        """Write the pack; gives its folder."""
        (folder / "sources").mkdir(parents=True, exist_ok=True)
        (folder / "article.txt").write_bytes(self.article)
        (folder / "sources" / "one.txt").write_text("Minutes\n\n“opened”\n", encoding="utf-8")
        for name, tree in (("case.yaml", self.case), ("key.yaml", self.key)):
            if tree is not None:
                (folder / name).write_text(as_yaml(tree), encoding="utf-8", newline="\n")
        return folder


def as_yaml(tree: Any) -> str:
    """A tree as block YAML, each value on a line of its own."""
    options = {"sort_keys": False, "allow_unicode": True, "width": 10**9}
    return yaml.dump(tree, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), **options)


def line_at(path: Path, *steps: str | int) -> int:
    """The line where a value stands, found without the code under test."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    for step in steps:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for name, value in node.value if name.value == step)
    return node.start_mark.line + 1


@dataclass(frozen=True)
class Broken:
    """One way to break a sound pack, and what has to be said about it."""

    name: str
    change: Callable[[Pack], object]
    says: str
    where: tuple[str | int, ...] = ()
    file: str = "case.yaml"


def put(tree: Any, value: Any, *steps: str | int) -> None:
    """Put a value into a tree; `...` takes it out."""
    for step in steps[:-1]:
        tree = tree[step]
    if value is ...:
        del tree[steps[-1]]
    else:
        tree[steps[-1]] = value


def in_case(name: str, value: Any, steps: tuple, says: str, where: tuple | None = None) -> Broken:
    """A fault in `case.yaml`; it is told where it was put, or at `where`."""
    line = steps if where is None else where
    return Broken(name, lambda pack: put(pack.case, value, *steps), says, line)


def in_key(name: str, value: Any, steps: tuple, says: str, where: tuple | None = None) -> Broken:
    """A fault in `key.yaml`; it is told where it was put, or at `where`."""
    line = steps if where is None else where
    return Broken(name, lambda pack: put(pack.key, value, *steps), says, line, "key.yaml")


def shifted(pack: Pack) -> None:
    """Move the anchor of s2 on by one, as an edit above it would."""
    for end in ("start", "end"):
        pack.case["sentences"][2][end] = str(int(pack.case["sentences"][2][end]) + 1)


def overlapping(pack: Pack) -> None:
    """Let s2 begin with the last word of s1."""
    pack.case["sentences"][2].update(anchor("Ode. It is a proud and daring thing."))


SET = ("sets", "sourcing")
S1, S2, S4 = ("sentences", "s1"), ("sentences", "s2"), ("sentences", "s4")
LONG = "x" * 5_001

BROKEN_CASES = (
    in_case("end-too-far", "184", ("sentences", 2, "end"), "These words end at 182.",
            ("sentences", 2, "start")),
    Broken("shifted-anchor", shifted, "These words start at 151.", ("sentences", 2, "start")),
    in_case("words-nowhere", "Not there.", ("sentences", 2, "exact"), "They are nowhere in the text",
            ("sentences", 2, "start")),
    in_case("wrong-prefix", "not this", ("sentences", 2, "prefix"), "'prefix' or 'suffix' is not"),
    in_case("wrong-suffix", "not this", ("sentences", 2, "suffix"), "'prefix' or 'suffix' is not",
            ("sentences", 2, "prefix")),
    Broken("overlap", overlapping, "sentence s2 overlaps the sentence before it",
           ("sentences", 2)),
    in_case("sentence-id-twice", "s1", ("sentences", 2, "id"), "holds the id 's1' twice",
            ("sentences",)),
    in_case("no-sentences", [], ("sentences",), "no sentences to judge", ()),
    in_case("start-in-words", "ten", ("sentences", 2, "start"), "whole number, but is 'ten'"),
    in_case("start-below-zero", "-1", ("sentences", 2, "start"), "whole number, but is '-1'"),
    in_case("start-with-space", "1_0", ("sentences", 2, "start"), "whole number, but is '1_0'"),
    in_case("wrong-schema", "paper-trail-case-9", ("schema",), "one of paper-trail-case-1"),
    in_case("unknown-genre", "News", ("genre",), "should be one of Actuality"),
    in_case("constructed-yes", "yes", ("constructed",), "should be one of false, true"),
    in_case("id-with-capitals", "Foot Bridge", ("id",), "lower-case letters, digits and hyphens"),
    in_case("id-too-long", "a" * 65, ("id",), "lower-case letters, digits and hyphens"),
    in_case("no-title", ..., ("title",), "the case lacks 'title'", ()),
    in_case("empty-title", "", ("title",), "the case lacks 'title'"),
    in_case("huge-title", LONG, ("title",), "longer than 5,000 characters"),
    in_case("title-a-list", ["a"], ("title",), "'title' should be text, not a list or mapping"),
    in_case("routes-a-list", ["a"], ("routes",), "'routes' should be a mapping"),
    in_case("sentences-text", "all", ("sentences",), "'sentences' should be a list"),
    in_case("a-sentence-is-text", "s1", ("sentences", 1), "this sentence should be a mapping"),
    in_case("unknown-field", "x", ("titel",), "unknown field 'titel'. Did you mean 'title'?"),
    in_case("strange-field", "x", ("qqq",), "unknown field 'qqq'. Known here: schema, id"),
    in_case("route-names-nobody", ["s1", "s99"], ("routes", "short", "sentences"),
            "names 's99', which is no sentence here"),
    in_case("route-of-another-name", {"quick": {"minutes": "5", "sentences": ["s1"]}}, ("routes",),
            "a route is called 'short'", ("routes", "quick", "sentences")),
    in_case("route-empty", [], ("routes", "short", "sentences"), "each of its sentences once"),
    in_case("route-twice", ["s1", "s1"], ("routes", "short", "sentences"), "sentences once"),
    in_case("route-minutes", "soon", ("routes", "short", "minutes"), "whole number, but is 'soon'"),
    in_case("route-of-lists", [["s1"]], ("routes", "short", "sentences"), "should list words only",
            ("routes", "short", "sentences", 0)),
    in_case("changed-article", "0" * 64, ("sha256",), "has changed: its sha256 is"),
    in_case("article-not-there", "other.txt", ("article",), "'other.txt' is not there"),
    in_case("source-file-missing", "sources/two.txt", ("sources", 0, "file"), "is not there"),
    in_case("source-without-url", ..., ("sources", 0, "url"), "source minutes lacks 'url'",
            ("sources", 0)),
    in_case("source-field", "x", ("sources", 0, "yearr"), "unknown field 'yearr'"),
    in_case("item-names-nobody", "s99", (*SET, "items", 0, "sentence"), "names 's99', which is no"),
    in_case("item-shows-nothing", ["x"], (*SET, "items", 0, "shows"), "'shows' names 'x'"),
    in_case("item-id-twice", "i1", (*SET, "items", 1, "id"), "holds the id 'i1' twice",
            (*SET, "items")),
    in_case("item-without-title", ..., (*SET, "items", 1, "title"), "item i2 lacks 'title'",
            (*SET, "items", 1)),
    in_case("item-id-wrong", "I 1", (*SET, "items", 1, "id"), "lower-case letters, digits"),
    in_case("set-name-wrong", sound_set(), ("sets", "A b"), "lower case and hyphens"),
    *(in_case(f"set-called-{name}", sound_set(), ("sets", name),
              f"'{name}' is taken: the kit saves other answers under it. Choose another name")
      for name in sorted(TAKEN)),
    *(in_case(f"case-called-{name}", name, ("id",), f"'{name}' is taken: the kit saves other")
      for name in sorted(TAKEN_BY_THE_KIT)),
    in_case("set-option-wrong", {"name": "x"}, (*SET, "options", "A b"), "lower case and hyphens"),
    in_case("set-without-options", {}, (*SET, "options"), "at least two options"),
    in_case("set-without-items", [], (*SET, "items"), "at least one item"),
    in_case("question-form", "essay", ("questions", "q-1", "form"), "should be one of choice, number"),
    in_case("question-without-asks", ..., ("questions", "q-1", "asks"), "lacks 'asks'",
            ("questions", "q-1")),
    in_case("question-name", {"asks": "x", "form": "words"}, ("questions", "A b"), "lower case and"),
    in_case("question-taken", {"asks": "x", "form": "words"}, ("questions", "ledger"),
            "'ledger' is taken"),
    in_case("question-option-alone", {"a": "One"}, ("questions", "q-2", "options"), "at least two"),
    in_case("question-options-too-much", {"a": "One"}, ("questions", "q-1", "options"),
            "only a question whose 'form' is choice"),
    Broken("not-utf-8", lambda pack: setattr(pack, "article", b"Caf\xe9"), "is not UTF-8 (byte 3)",
           ("article",)),
    Broken("empty-article", lambda pack: setattr(pack, "article", b""), "is empty", ("article",)),
    Broken("huge-article", lambda pack: setattr(pack, "article", b"a" * 1_000_001),
           "larger than 1,000,000 bytes", ("article",)),
    Broken("case-a-list", lambda pack: setattr(pack, "case", ["a"]), "the case should be a mapping"),
    Broken("case-a-text", lambda pack: setattr(pack, "case", "a"), "the case should be a mapping"),
)  # fmt: skip

BROKEN_KEYS = (
    in_key("missing-option", ..., (*S1, "options", "opinion"),
           "sentence s1 does not explain the option 'opinion'", (*S1, "options")),
    in_key("missing-options", ..., (*S1, "options"), "does not explain the option 'opinion'", S1),
    in_key("missing-cue", ..., (*S1, "options", "opinion", "cue"),
           "sentence s1, option 'opinion' lacks 'cue'", (*S1, "options", "opinion")),
    in_key("missing-next", "", (*S1, "options", "opinion", "next"), "option 'opinion' lacks 'next'"),
    in_key("missing-check", ..., (*S1, "options", "opinion", "next"),
           "option 'opinion' lacks 'next' or 'here'", (*S1, "options", "opinion")),
    in_key("both-checks", "x", (*S1, "options", "opinion", "here"), "has both 'next' and 'here'"),
    in_key("missing-sentence", ..., S1, "no entry for sentence s1", ("sentences",)),
    in_key("sentence-not-there", sound_key()["sentences"]["s1"], ("sentences", "s9"),
           "sentence s9 is not in the case"),
    in_key("unknown-template", {"use": "no-mark"}, (*S1, "options", "opinion"),
           "there is no template 'no-mark'. There are: no-marks", (*S1, "options", "opinion", "use")),
    in_key("template-and-text", {"use": "no-marks", "cue": "x"}, (*S1, "options", "opinion"),
           "unknown field 'cue'", (*S1, "options", "opinion", "cue")),
    in_key("unknown-kind", "fact", (*S1, "kind"), "should be one of attributed, unattributed"),
    in_key("unknown-option", reason("s1", "fact"), (*S1, "options", "fact"), "unknown field 'fact'"),
    in_key("second-is-kind", "interpretation", (*S4, "second"), "'second' is the same as 'kind'"),
    in_key("readings-missing", ..., (*S4, "readings"), "'readings' gives reasons for", S4),
    in_key("one-reading-missing", ..., (*S4, "readings", "unattributed"),
           "'readings' gives reasons for", (*S4, "readings")),
    in_key("readings-without-second", {"opinion": "x"}, (*S2, "readings"),
           "without a 'second' leave it out"),
    in_key("loaded-elsewhere", "s1", ("loaded", 0, "sentence"),
           "loaded word w1 does not stand inside sentence s1", ("loaded", 0, "start")),
    in_key("loaded-shifted", "1", ("loaded", 0, "start"), "These words start at 159."),
    in_key("loaded-sentence-unknown", "s77", ("loaded", 0, "sentence"), "but is 's77'"),
    in_key("loaded-weight", "heavy", ("loaded", 0, "weight"), "should be one of clear, arguable"),
    in_key("loaded-voice", "chorus", ("loaded", 0, "voice"), "should be one of writer, speaker"),
    in_key("loaded-id-twice", "w1", ("loaded", 1, "id"), "holds the id 'w1' twice", ("loaded",)),
    in_key("loaded-without-why", ..., ("loaded", 0, "why"), "loaded word w1 lacks 'why'",
           ("loaded", 0)),
    in_key("other-case", "ferry", ("case",), "should be one of footbridge, but is 'ferry'"),
    in_key("answer-unexplained", ["s3"], ("questions", "q-1", "answers"),
           "the accepted answer 's3' has no explanation", ("questions", "q-1", "options")),
    in_key("question-without-other", ..., ("questions", "q-1", "other"), "lacks 'other'",
           ("questions", "q-1")),
    in_key("question-missing", ..., ("questions", "q-1"), "no entry for the question 'q-1'",
           ("questions",)),
    in_key("question-not-there", {}, ("questions", "q-11"), "unknown field 'q-11'"),
    in_key("question-no-answer", [], ("questions", "q-1", "answers"), "accepts no answer"),
    in_key("question-option-unread", reason("question", "s9"),
           ("questions", "q-1", "options", "s9"), "'s9' is no answer to a question whose form"),
    in_key("afterwards-without-text", ..., ("afterwards", "after-1", "text"), "lacks 'text'",
           ("afterwards", "after-1")),
    in_key("afterwards-guess", "Guess 1", ("afterwards", "after-1", "guess"), "lower case and"),
    in_key("afterwards-row", [["a", "b"], ["c"]], ("afterwards", "after-1", "table"),
           "as many cells as its head"),
    in_key("template-a-text", "x", ("templates", "no-marks"), "template 'no-marks' should be a"),
    in_key("huge-reason", LONG, (*S1, "options", "opinion", "cue"), "longer than 5,000 characters"),
    in_key("sentence-a-list", ["x"], S1, "sentence s1 should be a mapping"),
    in_key("loaded-a-mapping", {"w1": "x"}, ("loaded",), "'loaded' should be a list"),
    in_key("set-missing", ..., SET, "no entry for the set 'sourcing'", ("sets",)),
    in_key("set-not-there", {}, ("sets", "sourcin"), "Did you mean 'sourcing'?"),
    in_key("set-item-missing", ..., (*SET, "i1"), "no entry for item 'i1'", SET),
    in_key("set-item-not-there", {}, (*SET, "i11"), "unknown field 'i11'"),
    in_key("set-answer-unknown", ["nam"], (*SET, "i1", "accepted"), "but is 'nam'"),
    in_key("set-no-answer", [], (*SET, "i1", "accepted"), "holds one answer, or two"),
    in_key("set-answer-twice", ["none", "none"], (*SET, "i2", "accepted"), "one answer twice"),
    in_key("set-readings-missing", ..., (*SET, "i2", "readings"), "a reason for each of two",
           (*SET, "i2")),
    in_key("set-source-unknown", ["x"], (*SET, "i1", "sources"), "'sources' names 'x'"),
    in_key("set-option-unexplained", ..., (*SET, "i1", "options", "none"),
           "item i1 does not explain the option 'none'", (*SET, "i1", "options")),
    Broken("key-a-list", lambda pack: setattr(pack, "key", ["a"]), "the key should be a mapping",
           (), "key.yaml"),
)  # fmt: skip


def sound_claims():
    """Two claims of the small case: one disputed, with both sides, and one supported."""
    source = {"source": "minutes"}
    return [
        {
            "id": "c1",
            "sentence": "s2",
            "says": "The footbridge is proud.",
            "checks": {"look": "Look at it", "ask": "Ask somebody"},
            "cards": [
                {"id": "c1-e1", "says": "“Proud.”", **source},
                {"id": "c1-e2", "says": "“Not so.”", **source},
            ],
        },
        {
            "id": "c2",
            "sentence": "s1",
            "says": "It opened on 3 May.",
            "checks": {"look": "Look at the minutes", "ask": "Ask somebody"},
            "cards": [{"id": "c2-e1", "says": "“opened”", **source}],
        },
    ]


def sound_verdicts():
    """The key of both claims."""
    reasons = {
        name: {"cue": f"Secret cue of {name}.", "next": f"Secret next of {name}."}
        for name in ("look", "ask")
    }
    shared = {"sources": ["minutes"], "best-checks": ["look"], "checks": reasons}
    return {
        "c1": {
            "verdict": "disputed",
            "about": "fact",
            "why": "Secret why of c1.",
            "cards": {
                "c1-e1": {"stance": "supports", "why": "Secret reason of c1-e1."},
                "c1-e2": {"stance": "challenges", "why": "Secret reason of c1-e2."},
            },
            **shared,
        },
        "c2": {
            "verdict": "supported",
            "about": "report",
            "why": "Secret why of c2.",
            "cards": {"c2-e1": {"stance": "supports", "why": "Secret reason of c2-e1."}},
            **shared,
            "aloud": "Secret thinking.",
            "first": "80-95",
            "after": "95-99",
        },
    }


def weighing_pack() -> Pack:
    """The small sound pack with claims to weigh."""
    pack = Pack()
    pack.case["claims"] = sound_claims()
    pack.case["ledger"] = {"until": "2025-09-30", "minutes": "4", "short": ["c2"]}
    pack.key["claims"] = sound_verdicts()
    pack.case, pack.key = json.loads(json.dumps([pack.case, pack.key]))  # no shared parts
    return pack
