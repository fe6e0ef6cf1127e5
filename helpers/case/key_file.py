"""Reading an answer key: every sentence has a reasoned label, and every option its explanation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from helpers.case.cards import read_card_keys, read_picks
from helpers.case.case_file import ANCHOR_FIELDS, names_known, no_doubles, read_anchor
from helpers.case.claim_file import read_claim_keys
from helpers.case.fields import ID, Fields, listed
from helpers.case.model import (
    Case,
    Explanation,
    ItemKey,
    Key,
    LoadedWord,
    Question,
    QuestionSet,
    SentenceKey,
)
from helpers.case.vocabulary import KINDS, VOICES, WEIGHTS
from helpers.case.yaml_lines import Node, Problem, read_yaml

KEY_SCHEMA = "paper-trail-key-1"


def read_key(path: Path, file: str, case: Case, problems: list[Problem]) -> Key:
    """Read the key of `case`. `file` is what messages call it; problems are added to the list."""
    top = Fields(read_yaml(path, file), file, problems, "the key")
    top.only(
        [
            "schema",
            "case",
            "templates",
            "sentences",
            "loaded",
            "questions",
            "sets",
            "claims",
            "cards",
            "picks",
        ]
    )
    top.choice("schema", [KEY_SCHEMA])
    top.choice("case", [case.id])
    templates = {
        name: _explanation(Fields(node, file, problems, f"template {name[:40]!r}"))
        for name, node in top.mapping("templates", required=False).items()
    }
    return Key(
        case=case.id,
        sentences=_read_sentence_keys(top, case, templates),
        loaded=_read_loaded(top, case),
        sets=_read_set_keys(top, case, templates),
        claims=read_claim_keys(top, case, templates),
        cards=read_card_keys(top, case),
        picks=read_picks(top, case),
        questions=MappingProxyType(
            {
                name: _read_question(Fields(node, file, problems, f"question {name[:40]!r}"))
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
        called = name if ID.fullmatch(name) else repr(name[:40])
        fields = Fields(node, top.file, top.problems, f"sentence {called}")
        if name not in case.by_id:
            fields.wrong(node.line, f"{fields.where} is not in the case. Mend the id.")
        keys[name] = _read_sentence_key(fields, templates)
    return MappingProxyType(keys)


def _read_sentence_key(fields: Fields, templates) -> SentenceKey:
    fields.only(["kind", "second", "readings", "mixed", "aloud", "options"])
    problems = len(fields.problems)
    kind = fields.choice("kind", KINDS)
    second = fields.choice("second", KINDS, default="")
    labels_are_sound = len(fields.problems) == problems
    options = _read_options(fields, KINDS, templates)
    notes = {name: fields.text(name, "") for name in ("mixed", "aloud")}
    key = SentenceKey(kind, options, second, _read_readings(fields), **notes)
    if labels_are_sound:
        wants = "reasons for 'kind' and 'second'; without a 'second' leave it out."
        _check_second(fields, key, "second", wants)
    return key


def _check_second(fields: Fields, key: ItemKey, second: str, wants: str) -> None:
    """A contested item has two different answers, and a reason for each."""
    if key.second == key.kind:
        says = (
            f"'{second}' is the same as 'kind'."
            if second == "second"
            else "'accepted' holds one answer twice."
        )
        fields.wrong(fields.line_of(second), f"{fields.where}: {says}")
    if set(key.readings) != (set(key.accepted) if key.second else set()):
        fields.wrong(fields.line_of("readings"), f"{fields.where}: 'readings' gives {wants}")


def _read_set_keys(top: Fields, case: Case, templates) -> Mapping[str, Mapping[str, ItemKey]]:
    nodes = top.mapping("sets", required=False)
    fields = Fields(Node(nodes, top.line_of("sets")), top.file, top.problems, "'sets' in the key")
    fields.only(case.sets)
    for missing in [name for name in case.sets if name not in nodes]:
        fields.wrong(fields.line, f"the key has no entry for the set '{missing}'. Add one.")
    known = {source.id for source in case.sources}
    return MappingProxyType(
        {
            name: _read_item_keys(fields, case.sets[name], templates, known)
            for name in nodes
            if name in case.sets
        }
    )


def _read_item_keys(
    around: Fields, questions: QuestionSet, templates, known: set[str]
) -> Mapping[str, ItemKey]:
    node = around.nodes[questions.id]
    fields = Fields(node, around.file, around.problems, f"set '{questions.id}'")
    items = [item.id for item in questions.items]
    fields.only(items)
    for missing in [item for item in items if item not in fields.nodes]:
        fields.wrong(node.line, f"{fields.where} has no entry for item '{missing}'. Add one.")
    return MappingProxyType(
        {
            item: _read_item_key(
                Fields(fields.nodes[item], around.file, around.problems, f"item {item}"),
                [option.id for option in questions.options],
                templates,
                known,
            )
            for item in items
            if item in fields.nodes
        }
    )


def _read_item_key(fields: Fields, options: list[str], templates, known: set[str]) -> ItemKey:
    fields.only(["accepted", "readings", "mixed", "sources", "options"])
    accepted = fields.words("accepted")
    for wrong in [one for one in accepted if one not in options]:
        says = f"'accepted' should be among {', '.join(options)}, but is {wrong[:40]!r}."
        fields.wrong(fields.line_of("accepted"), f"{fields.where}: {says}")
    if len(accepted) not in (1, 2):
        says = "'accepted' holds one answer, or two where careful readers differ."
        fields.wrong(fields.line_of("accepted"), f"{fields.where}: {says}")
    sources = fields.words("sources", required=False)
    names_known(fields, "sources", sources, known)
    key = ItemKey(
        kind=(accepted or ("",))[0],
        second=accepted[1] if len(accepted) > 1 else "",
        options=_read_options(fields, options, templates),
        readings=_read_readings(fields),
        mixed=fields.text("mixed", ""),
        sources=sources,
    )
    wants = "a reason for each of two accepted answers; with one answer leave it out."
    _check_second(fields, key, "accepted", wants)
    return key


def _read_readings(fields: Fields) -> Mapping[str, str]:
    nodes = fields.mapping("readings", required=False)
    texts = Fields(
        Node(nodes, fields.line_of("readings")), fields.file, fields.problems, fields.where
    )
    return MappingProxyType({name: texts.text(name) for name in nodes})


def _read_options(fields: Fields, known: Iterable[str], templates) -> Mapping[str, Explanation]:
    nodes = fields.mapping("options")
    line = fields.line_of("options")
    options = Fields(Node(nodes, line), fields.file, fields.problems, f"{fields.where}, options")
    options.only(known)
    for missing in [kind for kind in known if kind not in nodes]:
        says = f"{fields.where} does not explain the option '{missing}'. Add its 'cue' and 'next'."
        options.wrong(line, says)
    return MappingProxyType(
        {
            kind: _read_option(fields, kind, nodes[kind], templates)
            for kind in known
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
        says = f"there is no template {name[:40]!r}. There are: {listed(templates)}."
        option.wrong(option.line_of("use"), f"{where}: {says}")
    return templates.get(name, Explanation("", ""))


def _read_loaded(top: Fields, case: Case) -> tuple[LoadedWord, ...]:
    loaded = []
    for node in top.list("loaded", required=False):
        fields = Fields(node, top.file, top.problems, "this loaded word")
        problems, name = len(top.problems), fields.identifier("id")
        fields.where = f"loaded word {name or '?'}"
        fields.only(["id", "sentence", *ANCHOR_FIELDS, "weight", "voice", "why"])
        loaded.append(
            LoadedWord(
                id=name,
                sentence=fields.choice("sentence", case.by_id),
                anchor=read_anchor(fields, case.text),
                weight=fields.choice("weight", WEIGHTS),
                voice=fields.choice("voice", VOICES),
                why=fields.text("why"),
            )
        )
        if len(top.problems) == problems:
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
        name: _explanation(
            Fields(node, fields.file, fields.problems, f"{fields.where}, {name[:40]!r}")
        )
        for name, node in fields.mapping("options").items()
    }
    answers = fields.words("answers")
    for missing in [one for one in answers if one not in options]:
        says = f"the accepted answer {missing[:40]!r} has no explanation."
        fields.wrong(fields.line_of("options"), f"{fields.where}: {says}")
    other = Node(fields.mapping("other"), fields.line_of("other"))
    explained = _explanation(Fields(other, fields.file, fields.problems, f"{fields.where}, other"))
    return Question(answers, MappingProxyType(options), explained)
