"""What an answer key promises: a reasoned label for each sentence, fair to outlet and reader."""

import re

import pytest
from packs import BROKEN_KEYS, Pack, line_at

from helpers.case import case_names, load_case, load_key, validate
from helpers.case.vocabulary import KINDS
from helpers.case.yaml_lines import PackError

CODES = {kind[0]: kind for kind in KINDS}
LIBERTY_KINDS = "u a a i i q a a i i u u i u i i u u u i u o o"
LIBERTY_CONTESTED = {
    **dict.fromkeys(("s3", "s4", "s6", "s9"), "u"),
    **dict.fromkeys(("s12", "s19"), "o"),
    **dict.fromkeys(("s7", "s11", "s16", "s17", "s18", "s20", "s22"), "i"),
}
QUOTED = re.compile(r"“([^“”]+)”")
VERDICTS = re.compile(
    r"\b(false|falsehoods?|a lie|tells? lies|lied|liars?|fake|propaganda|bias(ed)?|mislead\w*|untrue"
    r"|disinformation|misinformation|dishonest\w*|(un)?trustworthy|(un)?reliable outlet"
    r"|the outlet|this outlet|this site|liberty daily|left-wing|right-wing|extremist)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=case_names())
def kit(request):
    """Each case of the kit with its key."""
    case = load_case(request.param)
    return case, load_key(case)


def explanations(key):
    """Every text of a key that a learner may read."""
    for name, sentence in key.sentences.items():
        yield from ((name, text) for text in sentence.readings.values())
        yield from ((name, text) for text in (sentence.mixed, sentence.aloud) if text)
        for option in sentence.options.values():
            yield from ((name, option.cue), (name, option.next))
    yield from ((word.sentence, word.why) for word in key.loaded)
    for name, question in key.questions.items():
        for option in filter(None, (*question.options.values(), question.other)):
            yield from ((name, option.cue), (name, option.next))
    yield from ((name, one.text) for name, one in key.afterwards.items())


@pytest.mark.parametrize("broken", BROKEN_KEYS, ids=lambda broken: broken.name)
def test_what_is_wrong_is_told_with_its_line_and_what_was_expected(tmp_path, broken):
    """An author's slip in the key names the place, and what should stand there."""
    pack = Pack()
    broken.change(pack)
    folder = pack.write(tmp_path / "mine")
    told = validate(folder)
    assert all(re.match(r"mine/key\.yaml:[1-9]\d*: [^\n]+$", str(problem)) for problem in told)
    (problem,) = [problem for problem in told if broken.says in problem.says]
    assert problem.line == line_at(folder / broken.file, *broken.where)


def test_all_problems_are_told_at_once(tmp_path):
    """Mending a key must not take one run for each fault."""
    pack = Pack()
    del pack.key["sentences"]["s0"]
    pack.key["sentences"]["s1"]["options"]["opinion"]["cue"] = ""
    pack.key["loaded"][0]["weight"] = "heavy"
    pack.key["extra"] = "x"
    told = "\n".join(problem.says for problem in validate(pack.write(tmp_path / "mine")))
    for word in ("sentence s0", "'cue'", "'weight'", "'extra'"):
        assert word in told


def test_one_slip_is_told_once(tmp_path):
    """A wrong sentence id must not bring a second message that is not true."""
    pack = Pack()
    pack.key["loaded"][0]["sentence"] = "s77"
    pack.key["sentences"]["s2"]["second"] = "opinon"
    del pack.key["loaded"][1]["id"]
    told = validate(pack.write(tmp_path / "mine"))
    assert len(told) == 3


def test_a_pack_without_a_key_collects_only(tmp_path):
    """A kit without solutions still runs: there is no key, and that is no fault."""
    pack = Pack(key=None)
    folder = pack.write(tmp_path / "mine")
    assert load_key(load_case(folder)) is None
    assert validate(folder) == []


def test_a_key_that_is_no_text_file_gets_a_sentence(tmp_path):
    """A folder in the key's place is a fault of the pack, not of the kit."""
    folder = Pack(key=None).write(tmp_path / "mine")
    (folder / "key.yaml").mkdir()
    with pytest.raises(PackError, match=r"mine/key\.yaml:1: this is not a file"):
        load_key(load_case(folder))


# --- The kit's own keys --------------------------------------------------------------------------


def test_the_owners_article_is_labelled_as_its_rubric_says():
    """Kinds and second readings were settled with reasons; a change must be meant."""
    key = load_key(load_case("liberty-daily"))
    kinds = {name: sentence.kind for name, sentence in key.sentences.items()}
    assert kinds == {f"s{n}": CODES[code] for n, code in enumerate(LIBERTY_KINDS.split())}
    seconds = {name: one.second for name, one in key.sentences.items() if one.second}
    assert seconds == {name: CODES[code] for name, code in LIBERTY_CONTESTED.items()}


def test_no_explanation_passes_a_verdict_on_truth_or_outlet(kit):
    """Labels rest on language; who is right is another lesson's question."""
    _, key = kit
    found = [(name, m[0]) for name, text in explanations(key) if (m := VERDICTS.search(text))]
    assert found == []


def test_every_cue_points_at_words_that_stand_in_the_sentence(kit):
    """An explanation shows the learner where to look.

    Only where a sentence has no quotation marks can there be nothing to show for 'quotation'.
    """
    case, key = kit
    shared = shared_cues(key)
    for name, sentence in key.sentences.items():
        for kind, option in sentence.options.items():
            if option.cue in shared or (kind == "quotation" and sentence.kind != "quotation"):
                continue
            assert points_into(case.by_id[name].text, option.cue), (name, kind, option.cue)


def shared_cues(key):
    """The cues of templates: they speak of what is missing, so they quote nothing."""
    cues = [option.cue for one in key.sentences.values() for option in one.options.values()]
    return {cue for cue in cues if cues.count(cue) > 1}


def points_into(sentence, cue):
    """Whether quoted words, or figures, of a cue stand in the sentence; … leaves words out."""
    text = sentence.lower()
    quoted = [[p.strip(" ,.") for p in one.lower().split("…")] for one in QUOTED.findall(cue)]
    figures = [[figure] for figure in re.findall(r"\b\d+\b", cue)]
    return any(all(part in text for part in parts) for parts in quoted + figures)


def test_templates_speak_only_of_quotation_marks_that_are_not_there(kit):
    """A text that several options share can name no words, so it may only tell what is missing."""
    case, key = kit
    shared = shared_cues(key)
    for name, sentence in key.sentences.items():
        for kind, option in sentence.options.items():
            if option.cue in shared:
                assert kind == "quotation"
                assert not re.search('[“”"]', case.by_id[name].text)


def test_every_option_says_more_than_a_word(kit):
    """The learner who chose wrongly gets a reason, and something to do next."""
    _, key = kit
    for sentence in key.sentences.values():
        assert set(sentence.options) == set(KINDS)
        for option in sentence.options.values():
            assert len(option.cue.split()) >= 8
            assert len((option.here or option.next).split()) >= 5


def test_a_contested_sentence_gives_both_readings_their_reasons(kit):
    """Where careful readers differ, neither is told off."""
    _, key = kit
    for sentence in key.sentences.values():
        assert set(sentence.readings) == (set(sentence.accepted) if sentence.second else set())
        assert len(set(sentence.readings.values())) == len(sentence.readings)


def test_a_loaded_word_of_a_speaker_stands_in_quotation_marks(kit):
    """A speaker's word is not the writer's, and the marks show which is which."""
    case, key = kit
    for word in key.loaded:
        before = case.text[case.by_id[word.sentence].anchor.start : word.anchor.start]
        is_quoted = before.count("“") > before.count("”")
        assert is_quoted == (word.voice == "speaker"), word.id


def test_loaded_words_of_a_case_are_explained_each_in_its_own_way(kit):
    """A reason that fits every word explains none."""
    _, key = kit
    reasons = [word.why for word in key.loaded]
    assert len(set(reasons)) == len(reasons)


def test_questions_accept_only_what_they_explain():
    """An accepted answer always comes with its reason."""
    asked = [load_key(load_case(name)).questions for name in case_names()]
    assert any(asked)
    for questions in asked:
        for question in questions.values():
            assert question.answers
            assert set(question.answers) <= set(question.options)
