"""Reading an answer key: every sentence has a reasoned label, and every option its explanation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from .case_model import Case, Explanation, Key, LoadedWord, Question, SentenceKey
from .case_reader import ANCHOR_FIELDS, no_doubles, read_anchor
from .fields import Fields
from .terms import KINDS, VOICES, WEIGHTS
from .yaml_lines import Node, Problem, read_yaml

KEY_SCHEMA = "paper-trail-key-1"


def read_key(path: Path, file: str, case: Case, problems: list[Problem]) -> Key:
    """Read the key of `case`. `file` is what messages call it; problems are added to the list."""
    top = Fields(read_yaml(path, file), file, problems, "the key")
    top.only(["schema", "case", "templates", "sentences", "loaded", "questions"])
    top.choice("schema", [KEY_SCHEMA])
    top.choice("case", [case.id])
    templates = {
        name: _explanation(Fields(node, file, problems, f"template {name!r}"))
        for name, node in top.mapping("templates", required=False).items()
    }
    return Key(
        case=case.id,
        sentences=_read_sentence_keys(top, case, templates),
        loaded=_read_loaded(top, case),
        questions=MappingProxyType(
            {
                name: _read_question(Fields(node, file, problems, f"question {name!r}"))
                for name, node in top.mapping("questions", required=False).items()
            }
        ),
    )


def _explanation(fields: Fields) -> Explanation:
    fields.only(["cue", "next"])
    return Explanation(fields.text("cue"), fields.text("next"))


def _read_sentence_keys(top: Fields, case: Case, templates) -> Mapping[str, SentenceKey]:
    nodes = top.mapping("sentences")
    for missing in [one for one in case.by_id if one not in nodes]:
        top.wrong(
            top.line_of("sentences"), f"the key has no entry for sentence {missing}. Add one."
        )
    keys = {}
    for name, node in nodes.items():
        fields = Fields(node, top.file, top.problems, f"sentence {name[:40]}")
        if name not in case.by_id:
            fields.wrong(node.line, f"{fields.where} is not in the case. Mend the id.")
        keys[name] = _read_sentence_key(fields, templates)
    return MappingProxyType(keys)


def _read_sentence_key(fields: Fields, templates) -> SentenceKey:
    fields.only(["kind", "second", "readings", "mixed", "aloud", "options"])
    kind = fields.choice("kind", KINDS)
    second = fields.choice("second", KINDS, default="")
    options = _read_options(fields, templates)
    notes = {name: fields.text(name, "") for name in ("mixed", "aloud")}
    key = SentenceKey(kind, options, second, _read_readings(fields), **notes)
    if second == kind:
        fields.wrong(fields.line_of("second"), f"{fields.where}: 'second' is the same as 'kind'.")
    if set(key.readings) != (set(key.accepted) if second else set()):
        says = "'readings' gives reasons for 'kind' and 'second'; without a 'second' leave it out."
        fields.wrong(fields.line_of("readings"), f"{fields.where}: {says}")
    return key


def _read_readings(fields: Fields) -> Mapping[str, str]:
    nodes = fields.mapping("readings", required=False)
    texts = Fields(
        Node(nodes, fields.line_of("readings")), fields.file, fields.problems, fields.where
    )
    return MappingProxyType({name: texts.text(name) for name in nodes})


def _read_options(fields: Fields, templates) -> Mapping[str, Explanation]:
    nodes = fields.mapping("options")
    line = fields.line_of("options")
    options = Fields(Node(nodes, line), fields.file, fields.problems, f"{fields.where}, options")
    options.only(KINDS)
    for missing in [kind for kind in KINDS if kind not in nodes]:
        says = f"{fields.where} does not explain the option '{missing}'. Add its 'cue' and 'next'."
        options.wrong(line, says)
    return MappingProxyType(
        {
            kind: _read_option(fields, kind, nodes[kind], templates)
            for kind in KINDS
            if kind in nodes
        }
    )


def _read_option(fields: Fields, kind: str, node: Node, templates) -> Explanation:
    where = f"{fields.where}, option '{kind}'"
    option = Fields(node, fields.file, fields.problems, where)
    if "use" not in option.nodes:
        return _explanation(option)
    option.only(["use"])
    name = option.text("use")
    if name not in templates:
        says = f"there is no template {name[:40]!r}. There are: {', '.join(templates) or 'none'}."
        option.wrong(option.line_of("use"), f"{where}: {says}")
    return templates.get(name, Explanation("", ""))


def _read_loaded(top: Fields, case: Case) -> tuple[LoadedWord, ...]:
    loaded = []
    for node in top.list("loaded", required=False):
        fields = Fields(node, top.file, top.problems, "this loaded word")
        fields.where = f"loaded word {fields.identifier('id') or '?'}"
        fields.only(["id", "sentence", *ANCHOR_FIELDS, "weight", "voice", "why"])
        loaded.append(
            LoadedWord(
                id=fields.text("id"),
                sentence=fields.choice("sentence", case.by_id),
                anchor=read_anchor(fields, case.text),
                weight=fields.choice("weight", WEIGHTS),
                voice=fields.choice("voice", VOICES),
                why=fields.text("why"),
            )
        )
        _stands_in_sentence(fields, loaded[-1], case)
    no_doubles([word.id for word in loaded], top, "loaded")
    return tuple(loaded)


def _stands_in_sentence(fields: Fields, word: LoadedWord, case: Case) -> None:
    around = case.by_id[word.sentence].anchor
    if not around.start <= word.anchor.start < word.anchor.end <= around.end:
        says = f"does not stand inside sentence {word.sentence}."
        fields.wrong(fields.line_of("start"), f"{fields.where} {says}")


def _read_question(fields: Fields) -> Question:
    fields.only(["answers", "options", "other"])
    options = {
        name: _explanation(Fields(node, fields.file, fields.problems, f"{fields.where}, {name!r}"))
        for name, node in fields.mapping("options").items()
    }
    answers = fields.words("answers")
    for missing in [one for one in answers if one not in options]:
        says = f"the accepted answer {missing[:40]!r} has no explanation."
        fields.wrong(fields.line_of("options"), f"{fields.where}: {says}")
    other = Node(fields.mapping("other"), fields.line_of("other"))
    explained = _explanation(Fields(other, fields.file, fields.problems, f"{fields.where}, other"))
    return Question(answers, MappingProxyType(options), explained)
