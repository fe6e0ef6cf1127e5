"""What a case promises: a text that is never edited, and one clear line for everything wrong."""

import hashlib
import re
from dataclasses import fields
from pathlib import Path

import packs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import BROKEN_CASES, Pack, line_at

from helpers.case import ROOT, Case, Key, case_names, load_case, load_key, places, validate
from helpers.case.case_file import PARTS
from helpers.case.fields import Fields
from helpers.case.reading import Known
from helpers.case.yaml_lines import Node, PackError

EMPTY = Node({}, 1)
SHA256 = "31bd36dcbc147833655d9edef64fa2c4b31fbabed84b2362982f99450e3b57b3"
SHORT = "s0 s2 s5 s7 s8 s13 s21 s22"


def problems(folder):
    """Everything that is said about a broken case; each is one line that names its file."""
    with pytest.raises(PackError) as caught:
        load_case(folder)
    for problem in caught.value.problems:
        assert "\n" not in str(problem)
        assert re.match(rf"{folder.name}/case\.yaml:[1-9]\d*: \S", str(problem))
    return caught.value.problems


def test_a_sound_pack_from_outside_loads(tmp_path):
    """An author's own folder is as good as one of the kit's."""
    case = load_case(Pack().write(tmp_path / "mine"))
    assert (case.id, case.text, case.constructed) == ("footbridge", packs.ARTICLE, True)
    assert [case.text[s.anchor.start : s.anchor.end] for s in case.sentences] == [
        *packs.SENTENCES.values()
    ]
    assert case.sources[0].text.startswith("Minutes")
    assert validate(case.folder) == []


@pytest.mark.parametrize("broken", BROKEN_CASES, ids=lambda broken: broken.name)
def test_what_is_wrong_is_told_with_its_line_and_what_was_expected(tmp_path, broken):
    """Whoever wrote the pack finds the place, and learns what should stand there."""
    pack = Pack()
    broken.change(pack)
    folder = pack.write(tmp_path / "mine")
    told = [problem for problem in problems(folder) if broken.says in problem.says]
    assert len(told) == 1
    assert told[0].line == line_at(folder / broken.file, *broken.where)


def test_a_hidden_shift_is_told_by_both_texts(tmp_path):
    """A wrong anchor shows what stands there, what should, and where that is."""
    pack = Pack()
    packs.shifted(pack)
    (problem,) = problems(pack.write(tmp_path / "mine"))
    stands = "characters 152 to 183 of the article are 't is a proud and daring thing.\\n'"
    assert f"{stands}, not 'It is a proud and daring thing.'" in problem.says


def test_each_part_reads_fields_of_its_own():
    """Two parts that read the same field would each refuse what the other one needs."""
    for names in (
        [name for part in PARTS for name in part.fields],
        [name for part in PARTS for name in part.key_fields],
    ):
        assert len(names) == len(set(names))
        assert names


def test_what_a_part_reads_has_a_place_in_the_case_and_the_key(tmp_path):
    """A new kind of question is its own file, a line in the list of parts, and these fields."""
    case = load_case(Pack().write(tmp_path / "mine"))
    known = Known(case.text, case.by_id, {one.id: one for one in case.sources}, {}, vars(case))
    read = {name for part in PARTS for name in part.read(Fields(EMPTY, "", [], ""), known)}
    keys = {name for part in PARTS for name in part.read_key(Fields(EMPTY, "", [], ""), known)}
    assert read <= {field.name for field in fields(Case)}
    assert keys == {field.name for field in fields(Key)} - {"case"}


BELLS = "The bell rang. Nobody came. The bell rang. Somebody came. The bell rang."


@pytest.mark.parametrize(
    ("prefix", "suffix", "says"),
    [
        ("Nobody came. ", " Somebody", "These words start at 28."),
        ("", " Nobody", "These words start at 0."),
        ("Somebody came. ", "", "These words start at 58."),
        ("came. ", "", "These words start at 28 or 58."),
        ("", "", "These words start at 0 or 28 or 58."),
        ("elsewhere", "entirely", "These words start at 0 or 28 or 58."),
    ],
)
def test_words_that_stand_in_several_places_are_told_apart(tmp_path, prefix, suffix, says):
    """The hint names the place whose surroundings fit, and all places where none fits better."""
    pack = Pack()
    pack.rewrite(BELLS)
    anchor = {"start": "5", "end": "19", "exact": "The bell rang."}
    pack.case["sentences"] = [{"id": "s1", **anchor, "prefix": prefix, "suffix": suffix}]
    pack.case["routes"], pack.case["sets"] = {}, {}
    (problem,) = problems(pack.write(tmp_path / "mine"))
    assert problem.says.endswith(says)


def test_words_that_stand_everywhere_are_not_searched_for_ever(tmp_path):
    """A stranger's text of one letter gets its line at once, and a short one."""
    pack = Pack()
    pack.rewrite("a" * 900_000)
    one = {"start": "900001", "end": "900009", "exact": "a" * 4_000, "prefix": "a" * 4_000}
    pack.case["sentences"] = [{"id": f"s{number}", **one} for number in range(100)]
    pack.case["routes"], pack.case["sets"] = {}, {}
    assert "These words start at " in problems(pack.write(tmp_path / "mine"))[0].says


def test_all_problems_are_told_at_once(tmp_path):
    """Mending a pack must not take one run for each fault."""
    pack = Pack()
    pack.case["genre"] = "News"
    pack.case["titel"] = "x"
    pack.case["sentences"][1]["start"] = "0"
    pack.case["sources"][0]["seen"] = ""
    del pack.case["rights"]
    told = "\n".join(problem.says for problem in problems(pack.write(tmp_path / "mine")))
    for word in ("'genre'", "'titel'", "sentence s1", "'seen'", "'rights'"):
        assert word in told


def test_no_problem_is_told_twice(tmp_path):
    """A missing id is one fault, not two."""
    pack = Pack()
    del pack.case["sentences"][1]["id"]
    del pack.case["sources"][0]["id"]
    told = [str(problem) for problem in problems(pack.write(tmp_path / "mine"))]
    assert len(told) == len(set(told))


ESCAPES = [
    *("../x", "sources/../../x", "/etc/hostname", "C:\\x", "C:x", "\\\\server\\x", "..\\x"),
    *("outside", "linked/hostname", "a\0b", "x" * 5_000, "loop", "sources", ".", "~/x"),
]


@pytest.mark.parametrize("field", ["article", "file"])
@pytest.mark.parametrize("name", ESCAPES)
def test_no_file_outside_the_pack_is_ever_read(tmp_path, field, name):
    """A pack from a stranger cannot name its way, or link its way, to the reader's own files."""
    (tmp_path / "x").write_text("secret")
    pack = Pack()
    packs.put(pack.case, name, *(["article"] if field == "article" else ["sources", 0, "file"]))
    folder = pack.write(tmp_path / "mine")
    for link, target in (("outside", "../x"), ("linked", "/etc"), ("loop", "loop")):
        (folder / link).symlink_to(target)
    told = problems(folder)
    assert any(
        re.search("leads out of the pack|is not there|cannot be read", one.says) for one in told
    )
    assert "secret" not in "".join(map(str, told))


def test_the_files_of_a_pack_may_be_in_folders(tmp_path):
    """Only leaving the pack is refused."""
    pack = Pack()
    pack.case["article"] = "sources/../article.txt"
    assert load_case(pack.write(tmp_path / "mine")).text == packs.ARTICLE


def test_a_name_with_a_line_break_still_gets_one_line(tmp_path):
    """A stranger's names cannot forge a second message, or colour the terminal."""
    pack = Pack()
    pack.case["a\nseeds/x/case.yaml:1: all is well"] = "x"
    pack.case["routes"] = {"r\n\x1b[31m": {"minutes": "x\ny", "sentences": ["s\n1"]}}
    pack.case["sentences"][0]["q" * 600] = "x"
    told = problems(pack.write(tmp_path / "mine"))
    assert not any("\x1b" in problem.says or len(problem.says) > 500 for problem in told)


@pytest.mark.parametrize(
    ("name", "says"),
    [("no-such-case", "liberty-daily"), ("a\0b", "no such"), ("~nobody-here/x", "no such")],
)
def test_a_case_that_is_not_there_gets_a_sentence(name, says):
    """A slip in the name shows the names that there are."""
    with pytest.raises(PackError, match=says):
        load_case(name)


@pytest.mark.parametrize(
    ("name", "begins", "says"),
    [
        ("pack.zip", b"PK\x03\x04", "this is an archive"),
        ("pack", b"PK\x05\x06", "this is an archive"),
        ("pack.tar.gz", b"\x1f\x8b\x08", "Unpack it first"),
        ("pack.tar", b"case.yaml".ljust(257, b"\0") + b"ustar", "Unpack it first"),
        ("pack.7z", b"7z\xbc\xaf\x27\x1c", "Unpack it first"),
        ("case.yaml", b"schema: x\n", "a pack is a folder"),
        ("empty.zip", b"", "a pack is a folder"),
    ],
)
def test_a_file_in_the_place_of_a_pack_is_told_what_to_do(tmp_path, name, begins, says):
    """A pack that came by mail is often still packed; its name does not matter, what is in it does."""
    (tmp_path / name).write_bytes(begins + b"\0" * 40 * bool(begins))
    with pytest.raises(PackError, match=says) as caught:
        load_case(tmp_path / name)
    assert caught.value.problems[0].file.endswith(name)


def test_a_folder_without_a_case_gets_a_sentence(tmp_path):
    """An empty folder is told what it lacks."""
    assert "cannot be read" in problems(tmp_path)[0].says


def test_a_case_in_seeds_bears_its_folders_name(tmp_path, monkeypatch):
    """Keys and answers are found by the id, so the two must not drift apart."""
    monkeypatch.setattr(places, "SEEDS", tmp_path)
    Pack().write(tmp_path / "other")
    with pytest.raises(PackError, match="should be the folder's name, 'other'"):
        load_case("other")


def test_a_pack_of_a_million_bytes_is_refused_and_not_chewed_on(tmp_path):
    """Too many values get one line, however small each is."""
    folder = Pack().write(tmp_path / "mine")
    text = (folder / "case.yaml").read_text(encoding="utf-8").split("sentences:\n-")[0]
    (folder / "case.yaml").write_text(text + "sentences:\n" + "- {id: a, exact: zz}\n" * 45_000)
    (problem,) = problems(folder)
    assert "more than 20,000 values" in problem.says


def test_of_very_many_problems_the_first_are_told(tmp_path):
    """A message stays one that a page can show; the list of problems stays whole."""
    pack = Pack()
    pack.case["sentences"] = ["x"] * 2_000
    with pytest.raises(PackError, match=r"… and [\d,]+ more\.$") as caught:
        load_case(pack.write(tmp_path / "mine"))
    assert len(str(caught.value)) < 10_000 < len(caught.value.problems)


# --- Any tree at all -----------------------------------------------------------------------------


def paths(tree, at=()):
    """Where every value of a tree stands."""
    yield at
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for name, value in inside if isinstance(tree, (dict, list)) else ():
        yield from paths(value, (*at, name))


REPLACEMENTS = st.sampled_from(
    [
        *("", "x", "0", "-1", "999999999", "s1", "opinion", "\n", "\x1b[1m", "y" * 900, ...),
        *([], ["x"], [[]], ["a\nb"], {}, {"x": "y"}, {"a\nb": "x"}, {"a\nb": {"name": "x"}}),
        *({"x" * 900: {}}, {"x" * 900: "y"}),
    ]
) | st.text(max_size=8)


def changed(tree, changes):
    """A copy of a tree with some values replaced or taken out."""
    for steps, value in changes:
        if not steps:
            tree = tree if value is ... else value
            continue
        try:
            packs.put(tree, value, *steps)
        except (KeyError, IndexError, TypeError):
            continue
    return tree


def one_line_each(error):
    """Fail unless every problem of a PackError is one line that is not too long."""
    told = [str(problem) for problem in error.problems]
    assert told
    assert [one for one in told if not one.isprintable() or len(one) > 500] == []


def changes_to(tree):
    """One to three changes, anywhere in a tree."""
    where = st.sampled_from(list(paths(tree)))
    return st.lists(st.tuples(where, REPLACEMENTS), min_size=1, max_size=3)


@settings(max_examples=150, deadline=None)
@given(changes_to(packs.sound_case()))
def test_any_change_to_a_case_is_used_or_refused(tmp_path_factory, changes):
    """A broken pack never ends in a traceback, whatever is broken."""
    pack = Pack()
    pack.case = changed(pack.case, changes)
    folder = pack.write(tmp_path_factory.mktemp("fuzz") / "mine")
    try:
        case = load_case(folder)
    except PackError as error:
        one_line_each(error)
    else:
        assert all(case.text[s.anchor.start : s.anchor.end] == s.text for s in case.sentences)


@settings(max_examples=150, deadline=None)
@given(changes_to(packs.sound_key()))
def test_any_change_to_a_key_is_used_or_refused(tmp_path_factory, changes):
    """A key that loads explains every option of every sentence."""
    pack = Pack()
    pack.key = changed(pack.key, changes)
    case = load_case(pack.write(tmp_path_factory.mktemp("fuzz") / "mine"))
    try:
        key = load_key(case)
    except PackError as error:
        one_line_each(error)
    else:
        assert set(key.sentences) == set(case.by_id)
        assert all(one.cue for s in key.sentences.values() for one in s.options.values())


# --- The kit's own cases -------------------------------------------------------------------------


def test_the_kit_has_its_cases():
    """A search that found no case would let every test below pass."""
    names = set(case_names())
    assert names >= {"liberty-daily", "library-roof", "river-ferry", "night-market"}
    assert Path(__file__).resolve().parents[2] == ROOT


@pytest.mark.parametrize("name", case_names())
def test_every_case_of_the_kit_is_sound(name):
    """What the kit ships passes the check that it asks of others."""
    assert validate(name) == []


@pytest.mark.parametrize("name", case_names())
def test_the_text_is_never_edited_on_load(name):
    """The decoded text encodes to the very bytes of the file: ends of lines, marks and damage."""
    case = load_case(name)
    raw = (case.folder / "article.txt").read_bytes()
    assert case.text.encode() == raw


def test_windows_line_ends_are_kept(tmp_path):
    """Anchors count characters, so a line end must not change under them."""
    pack = Pack()
    text = packs.ARTICLE.replace("\n", "\r\n")
    pack.rewrite(text)
    pack.case["sentences"] = [
        {"id": name, **packs.anchor(exact, text)} for name, exact in packs.SENTENCES.items()
    ]
    assert load_case(pack.write(tmp_path / "mine")).text == text


def test_the_owners_article_is_kept_byte_for_byte():
    """Its hash, its size, its damaged title and its curly marks are evidence."""
    case = load_case("liberty-daily")
    raw = (case.folder / "article.txt").read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    assert (digest, len(raw)) == (SHA256, 3820)
    assert "đź”” The Liberty Daily" in case.text
    assert "đź" not in case.title
    assert "’" in case.text
    assert "“MS-13" in case.text
    assert case.constructed is False


def test_the_owners_article_has_its_sentences_and_its_short_route():
    """Lessons, charts and answers on disk all count on these ids."""
    case = load_case("liberty-daily")
    assert [sentence.id for sentence in case.sentences] == [f"s{n}" for n in range(23)]
    assert case.route("short").sentences == tuple(SHORT.split())
    assert case.route("whole").sentences == tuple(case.by_id)
    with pytest.raises(KeyError, match="There are: whole, short"):
        case.route("long")


@pytest.mark.parametrize("name", [name for name in case_names() if load_case(name).constructed])
def test_a_constructed_text_says_so_wherever_it_goes(name):
    """In the file itself, so that a copy says it too, and above the text on screen."""
    case = load_case(name)
    assert "constructed" in case.text.lower().split("\n\n")[0]
    assert "constructed" in case.notice.lower()


@pytest.mark.parametrize("name", case_names())
def test_a_route_in_the_articles_order_holds_mostly_uncontested_sentences(name):
    """Novices start where careful readers agree."""
    case = load_case(name)
    key = load_key(case)
    assert case.routes
    for route in case.routes.values():
        contested = [one for one in route.sentences if key.sentences[one].second]
        assert len(contested) * 4 <= len(route.sentences)
        assert list(route.sentences) == [one for one in case.by_id if one in route.sentences]


def test_paragraphs_hold_every_sentence_once_and_in_order():
    """The charts go from the first paragraph to the last."""
    case = load_case("liberty-daily")
    assert [s for paragraph in case.paragraphs for s in paragraph] == list(case.sentences)
    assert [s.id for s in case.paragraphs[0]] == ["s0"]
