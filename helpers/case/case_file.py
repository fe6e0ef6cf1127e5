"""Reading `case.yaml`: every field, every anchor and every file that it names is checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from helpers.case.cards import read_cards, read_chain, read_timeline
from helpers.case.claim_file import read_weighing
from helpers.case.fields import ID, Fields
from helpers.case.model import Anchor, Case, Item, Option, QuestionSet, Route, Sentence, Source
from helpers.case.vocabulary import GENRES
from helpers.case.yaml_lines import LARGEST_FILE, Node, Problem, read_yaml

CASE_SCHEMA = "paper-trail-case-1"
CASE_FIELDS = (
    *("schema", "id", "title", "language", "genre", "constructed", "obtained", "rights", "notice"),
    *("sha256", "article", "routes", "sentences", "sources", "sets"),
    *("claims", "ledger"),
    *("cards", "chain", "timeline"),
)
TAKEN = ("kind", "sure", "words", "route", "compare", "answer", "article")
"""What saved answers are called already; a question set of that name would mix with them."""
ANCHOR_FIELDS = ("start", "end", "exact", "prefix", "suffix")
ITEM_FIELDS = ("id", "title", "passage", "sentence", "shows", "note")
ROUTE_FIELDS = ("minutes", "sentences")
SOURCE_FIELDS = ("id", "title", "publisher", "date", "url", "seen", "file")


def read_case(folder: Path, file: str, problems: list[Problem]) -> Case:
    """Read the case in `folder`. `file` is what messages call it; problems are added to the list."""
    node = read_yaml(folder / "case.yaml", file)
    top = Fields(node, file, problems, "the case").only(CASE_FIELDS)
    top.choice("schema", [CASE_SCHEMA])
    text = _read_article(top, folder)
    sentences = _read_sentences(top, text)
    known = {sentence.id for sentence in sentences}
    sources = tuple(_read_source(node, top, folder) for node in top.list("sources", False))
    no_doubles([source.id for source in sources], top, "sources")
    documents = [source.id for source in sources]
    claims, ledger = read_weighing(top, known, sources)
    return Case(
        id=top.identifier("id"),
        title=top.text("title"),
        language=top.text("language"),
        genre=top.choice("genre", GENRES),
        constructed=top.choice("constructed", ["false", "true"]) == "true",
        obtained=top.text("obtained"),
        rights=top.text("rights"),
        notice=top.text("notice", ""),
        text=text,
        sentences=sentences,
        routes=_read_routes(top, known),
        sources=sources,
        folder=folder,
        sets=_read_sets(top, known, {source.id for source in sources}),
        claims=claims,
        ledger=ledger,
        cards=read_cards(top, documents),
        chain=read_chain(top),
        timeline=read_timeline(top, known, documents),
    )


def _file_bytes(top: Fields, name: str, line: int, folder: Path) -> bytes:
    """What is in a file named in a pack, unless it leads out of the pack."""
    try:
        path = (folder / name).resolve()
        if "\\" in name or ":" in name or not path.is_relative_to(folder.resolve()):
            says = "leads out of the pack. Name a file inside its folder."
        elif not path.is_file():
            says = "is not there. Add the file, or mend its name."
        elif path.stat().st_size > LARGEST_FILE:
            says = f"is larger than {LARGEST_FILE:,} bytes."
        else:
            return path.read_bytes()
    except (OSError, RuntimeError, ValueError):  # too long a name, a link to itself, a NUL
        says = "cannot be read. Add the file, or mend its name."
    top.wrong(line, f"{name[:80]!r} {says}")
    return b""


def _decode(top: Fields, raw: bytes, name: str, line: int) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        top.wrong(line, f"{name[:80]!r} is not UTF-8 (byte {error.start}). Save it as UTF-8.")
        return ""


def _read_article(top: Fields, folder: Path) -> str:
    name, line = top.text("article"), top.line_of("article")
    problems = len(top.problems)
    raw = _file_bytes(top, name, line, folder) if name else b""
    if name and not raw and len(top.problems) == problems:
        top.wrong(line, f"{name[:80]!r} is empty. Put the article's text in it.")
    digest, written = hashlib.sha256(raw).hexdigest(), top.text("sha256")
    if raw and written and digest != written:
        says = f"{name[:80]!r} has changed: its sha256 is {digest}. Restore the file or mend this line."
        top.wrong(top.line_of("sha256"), says)
    return _decode(top, raw, name, line)


def _read_sentences(top: Fields, text: str) -> tuple[Sentence, ...]:
    sentences, end = [], 0
    for node in top.list("sentences"):
        fields = Fields(node, top.file, top.problems, "this sentence")
        name = fields.identifier("id")
        fields.where = f"sentence {name or '?'}"
        anchor = read_anchor(fields, text)
        fields.only(["id", *ANCHOR_FIELDS])
        if anchor.start < end:
            fields.wrong(node.line, f"{fields.where} overlaps the sentence before it.")
        end = max(end, anchor.end)
        sentences.append(Sentence(name, anchor))
    if not sentences:
        top.wrong(top.line, "the case has no sentences to judge. Add at least one.")
    no_doubles([sentence.id for sentence in sentences], top, "sentences")
    return tuple(sentences)


def read_anchor(fields: Fields, text: str) -> Anchor:
    """Read an anchor whose words are checked against the text, with a hint where they do stand."""
    start, end, exact = fields.whole("start"), fields.whole("end"), fields.text("exact")
    prefix, suffix = fields.text("prefix", ""), fields.text("suffix", "")
    if text and exact and text[start:end] != exact:
        found = text.find(exact)
        hint = f"These words start at {found}." if found >= 0 else "They are nowhere in the text."
        stands = f"characters {start} to {end} of the article are {text[start:end][:60]!r}"
        says = f"{fields.where}: {stands}, not {exact[:60]!r}. {hint}"
        fields.wrong(fields.line_of("start"), says)
    elif not text[:start].endswith(prefix) or not text[end:].startswith(suffix):
        says = "'prefix' or 'suffix' is not what stands before or after these words."
        fields.wrong(fields.line_of("prefix"), f"{fields.where}: {says}")
    return Anchor(start, end, exact, prefix, suffix)


def _read_routes(top: Fields, known: set[str]) -> Mapping[str, Route]:
    """The routes through the article; the only name a pack gives one is `short`."""
    routes = {}
    for name, node in top.mapping("routes", required=False).items():
        fields = Fields(node, top.file, top.problems, f"route {name[:40]!r}").only(ROUTE_FIELDS)
        chosen = _read_route_items(fields, "sentences", name, known)
        routes[name] = Route(name, fields.whole("minutes"), chosen)
    return MappingProxyType(routes)


def _read_set_routes(fields: Fields, known: set[str]) -> Mapping[str, Route]:
    """The routes through a question set: a list of items under each name."""
    nodes = fields.mapping("routes", required=False)
    lists = Fields(Node(nodes, fields.line_of("routes")), fields.file, fields.problems, "routes")
    return MappingProxyType(
        {name: Route(name, 0, _read_route_items(lists, name, name, known)) for name in nodes}
    )


def _read_route_items(fields: Fields, where: str, name: str, known: set[str]) -> tuple[str, ...]:
    chosen, line = fields.words(where), fields.line_of(where)
    for missing in [one for one in chosen if one not in known]:
        fields.wrong(line, f"{fields.where} names {missing[:40]!r}, which is no sentence here.")
    if name != "short":
        fields.wrong(line, f"{fields.where}: a route is called 'short'. The whole is always there.")
    elif not chosen or len(set(chosen)) < len(chosen):
        fields.wrong(line, f"{fields.where} should name each of its sentences once.")
    return chosen


def _read_source(node: Node, top: Fields, folder: Path) -> Source:
    fields = Fields(node, top.file, top.problems, "this source")
    source = fields.identifier("id")
    fields.where = f"source {source or '?'}"
    fields.only(SOURCE_FIELDS)
    name, line = fields.text("file", ""), fields.line_of("file")
    text = _decode(fields, _file_bytes(fields, name, line, folder), name, line) if name else ""
    citation = {one: fields.text(one) for one in SOURCE_FIELDS if one not in ("id", "file")}
    return Source(id=source, text=text, **citation)


def _read_sets(top: Fields, known: set[str], sources: set[str]) -> Mapping[str, QuestionSet]:
    sets = {}
    for name, node in top.mapping("sets", required=False).items():
        fields = Fields(node, top.file, top.problems, f"set {name[:40]!r}")
        if not ID.fullmatch(name):
            fields.wrong(node.line, f"{fields.where}: a set's name is lower case and hyphens.")
        if name in TAKEN:
            fields.wrong(node.line, f"{fields.where}: {name!r} is taken. Choose another name.")
        sets[name] = _read_set(fields, name, known, sources)
    return MappingProxyType(sets)


def _read_set(fields: Fields, name: str, known: set[str], sources: set[str]) -> QuestionSet:
    fields.only(["title", "asks", "options", "items", "routes"])
    items = tuple(_read_item(node, fields, known, sources) for node in fields.list("items"))
    no_doubles([item.id for item in items], fields, "items")
    if not items:
        fields.wrong(fields.line_of("items"), f"{fields.where} needs at least one item.")
    options = fields.mapping("options")
    if len(options) < 2:
        fields.wrong(fields.line_of("options"), f"{fields.where} needs at least two options.")
    return QuestionSet(
        id=name,
        title=fields.text("title"),
        asks=fields.text("asks"),
        options=tuple(
            _read_option(
                option, Fields(node, fields.file, fields.problems, f"option {option[:40]!r}")
            )
            for option, node in options.items()
        ),
        items=items,
        routes=_read_set_routes(fields, {item.id for item in items}),
    )


def _read_option(name: str, fields: Fields) -> Option:
    fields.only(["name", "hint"])
    if not ID.fullmatch(name):
        fields.wrong(fields.line, f"{fields.where}: an option's id is lower case and hyphens.")
    return Option(name, fields.text("name"), fields.text("hint", ""))


def _read_item(node: Node, around: Fields, known: set[str], sources: set[str]) -> Item:
    fields = Fields(node, around.file, around.problems, "this item")
    name = fields.identifier("id")
    fields.where = f"item {name or '?'}"
    fields.only(ITEM_FIELDS)
    sentence = fields.text("sentence", "")
    if sentence and sentence not in known:
        line = fields.line_of("sentence")
        fields.wrong(line, f"{fields.where} names {sentence[:40]!r}, which is no sentence here.")
    shows = fields.words("shows", required=False)
    names_known(fields, "shows", shows, sources)
    texts = {one: fields.text(one, "") for one in ("passage", "note")}
    return Item(name, fields.text("title"), sentence=sentence, shows=shows, **texts)


def names_known(fields: Fields, name: str, named: Iterable[str], known: Iterable[str]) -> None:
    """Note every named source that the case does not have."""
    for missing in [one for one in named if one not in known]:
        says = f"{fields.where}: '{name}' names {missing[:40]!r}, which is no source of this case."
        fields.wrong(fields.line_of(name), says)


def no_doubles(ids: list[str], top: Fields, name: str) -> None:
    """Note every id that stands more than once."""
    for double in sorted({one for one in ids if one and ids.count(one) > 1}):
        top.wrong(top.line_of(name), f"'{name}' holds the id {double!r} twice. Ids are unique.")
