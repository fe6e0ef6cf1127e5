"""The widgets' own logic, in a real browser but without Jupyter: one page, many small questions."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import lab
import pytest

from helpers.strings import strings

WIDGETS = lab.ROOT / "helpers" / "widgets"

# A stand-in for the two ends that anywidget gives a widget: what is sent, and who listens.
MODEL = """
window.fakeModel = (values = {}) => {
  const listeners = new Map();
  return {
    sent: [],
    get: (name) => values[name],
    send(message) { this.sent.push(structuredClone(message)); },
    on: (event, call) => listeners.set(event, [...(listeners.get(event) ?? []), call]),
    off: (event, call) => listeners.set(event, (listeners.get(event) ?? []).filter((one) => one !== call)),
    hear: (message) => (listeners.get('msg:custom') ?? []).forEach((call) => call(message)),
    listening: (event) => (listeners.get(event) ?? []).length,
  };
};
"""


class Files(SimpleHTTPRequestHandler):
    """The widgets' folder, with the type that browsers want of a module, and without a log."""

    def guess_type(self, path) -> str:
        return "text/javascript" if str(path).endswith(".mjs") else super().guess_type(path)

    def log_message(self, *_parts) -> None:
        pass


@pytest.fixture(scope="module")
def modules(browser):
    """A page on which the widgets' modules are loaded as `kit`, `judging`, `marker` and `judge`."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=WIDGETS))
    threading.Thread(target=served.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    address = f"http://127.0.0.1:{served.server_port}/"
    page.route(address, lambda route: route.fulfill(body="<!doctype html><title>Logic</title>"))
    page.goto(address)
    page.evaluate(MODEL)
    for name in ("kit", "judging", "marker", "judge"):
        page.evaluate("async (name) => { window[name] = await import(`./${name}.mjs`); }", name)
    yield page
    context.close()
    served.shutdown()
    served.server_close()


KINDS = ["a", "b", "c", "d", "e"]
TABLE = [
    # (where, what, arguments, result)
    ("judging", "choiceForKey", ["1", KINDS], "a"),
    ("judging", "choiceForKey", ["5", KINDS], "e"),
    ("judging", "choiceForKey", ["6", KINDS], None),
    ("judging", "choiceForKey", ["0", KINDS], None),
    ("judging", "choiceForKey", ["F1", KINDS], None),
    ("judging", "choiceForKey", ["Enter", KINDS], None),
    ("judging", "choiceForKey", ["1", []], None),
    ("judging", "neighbour", [["s0", "s2", "s5"], "s0", 1], "s2"),
    ("judging", "neighbour", [["s0", "s2", "s5"], "s0", -1], "s0"),
    ("judging", "neighbour", [["s0", "s2", "s5"], "s5", 1], "s5"),
    ("judging", "neighbour", [["s0", "s2", "s5"], "s5", -1000000], "s0"),
    ("judging", "neighbour", [["s0", "s2", "s5"], "s0", 1000000], "s5"),
    ("judging", "neighbour", [["s0", "s2", "s5"], "elsewhere", 1], "s2"),
    ("judging", "neighbour", [["s0"], "s0", 1], "s0"),
    ("judging", "tally", [["a", "b"], ["s0", "s1", "s2"], {"s0": "a", "s2": "a", "s9": "b"}], {"a": 2, "b": 0}),
    ("judging", "tally", [["a"], ["s0"], {"s0": "unknown"}], {"a": 0}),
    ("judging", "tally", [["a"], [], {}], {"a": 0}),
    ("marker", "toggled", [[], 3], [3]),
    ("marker", "toggled", [[1, 10], 2], [1, 2, 10]),
    ("marker", "toggled", [[1, 2, 10], 2], [1, 10]),
    ("marker", "toggled", [[0], 0], []),
    ("kit", "whole", ["a\U0001f309b"], "a\U0001f309b"),
    ("kit", "whole", [""], ""),
    ("kit", "withEntry", [[], {"id": "1", "item": "s0", "act": "kind"}], [{"id": "1", "item": "s0", "act": "kind"}]),
]  # fmt: skip


@pytest.mark.parametrize(("where", "what", "given", "result"), TABLE)
def test_pure_functions(modules, where, what, given, result):
    """Keys, steps, counts and choices come out as listed."""
    got = modules.evaluate(
        "([where, what, given]) => window[where][what](...given)", [where, what, given]
    )
    assert got == result


def test_half_an_emoji_becomes_a_whole_sign(modules):
    """A lone half cannot be stored as UTF-8, so the replacement character takes its place."""
    cases = modules.evaluate(r"""() => ['\ud83c', 'a\udf09b', '\udf09\ud83c', '\ud83c\ud83c\udf09', '\ud83c\udf09']
      .map((text) => kit.whole(text))""")
    assert cases == ["\ufffd", "a\ufffdb", "\ufffd\ufffd", "\ufffd\U0001f309", "\U0001f309"]
    assert modules.evaluate(
        r"""() => ['\ud83c', 'a\udf09'].every((text) => kit.whole(text).isWellFormed())"""
    )


def test_what_is_on_its_way_lies_over_what_is_on_disk(modules):
    """Pending answers win, a cleared one is gone, and the answers on disk stay untouched."""
    shown, disk = modules.evaluate("""() => {
      const disk = {route: 'short', kind: {s0: 'opinion', s1: 'quotation'}, sure: {}, words: {s0: [1]}};
      const pending = [
        {item: 's0', act: 'kind', value: null}, {item: 's2', act: 'kind', value: 'attributed'},
        {item: 's0', act: 'words', value: []}, {item: 's1', act: 'sure', value: 'guess'},
        {item: 'article', act: 'route', value: 'whole'}, {item: 's1', act: 'nonsense', value: 'x'},
      ];
      return [marker.overlaid(disk, pending), disk];
    }""")
    assert shown == {
        "route": "whole",
        "kind": {"s1": "quotation", "s2": "attributed"},
        "sure": {"s1": "guess"},
        "words": {},
    }
    assert disk["kind"] == {"s0": "opinion", "s1": "quotation"}
    assert disk["words"] == {"s0": [1]}


def test_a_sentence_may_have_the_name_of_an_inherited_property(modules):
    """An id such as "constructor" is allowed in a pack and must not look answered."""
    assert (
        modules.evaluate("""() => {
      const shown = marker.overlaid({route: '', kind: {}, sure: {}, words: {}}, []);
      const asked = judge.answersShown({route: '', chosen: {}}, [], 'quotes');
      return 'constructor' in shown.kind || Boolean(shown.words.constructor ?? asked.chosen.constructor);
    }""")
        is False
    )


def test_answers_to_questions_are_overlaid_too(modules):
    """A set of questions takes only the pending answers that are its own."""
    shown = modules.evaluate("""() => judge.answersShown({route: 'whole', chosen: {q1: 'a', q2: 'b'}}, [
      {item: 'q1', act: 'quotes', value: null}, {item: 'q3', act: 'quotes', value: 'c'},
      {item: 'q2', act: 'claims', value: 'x'}, {item: 'quotes', act: 'route', value: 'short'}], 'quotes')""")
    assert shown == {"route": "short", "chosen": {"q2": "b", "q3": "c"}}


STRINGS = {
    "plain": "Hello {name}",
    "many": {"one": "{n} sentence", "other": "{n} sentences"},
    "deep": {"er": {"text": "found"}},
    "twice": "{a} and {a}, {b}",
}


@pytest.mark.parametrize(
    ("name", "blanks", "text"),
    [
        ("plain", {"name": "Ann"}, "Hello Ann"),
        ("plain", {"name": "<b>{n}</b>", "n": 3}, "Hello <b>{n}</b>"),
        ("plain", {"name": "$& $1"}, "Hello $& $1"),
        ("plain", {}, "Hello {name}"),
        ("many", {"n": 1}, "1 sentence"),
        ("many", {"n": 0}, "0 sentences"),
        ("many", {"n": 23}, "23 sentences"),
        ("deep.er.text", {}, "found"),
        ("deep.er", {}, "deep.er"),
        ("deep.none.text", {}, "deep.none.text"),
        ("missing", {}, "missing"),
        ("twice", {"a": 1, "b": 0}, "1 and 1, 0"),
    ],
)
def test_words_fill_their_blanks_and_agree_in_number(modules, name, blanks, text):
    """A missing text shows its name, a missing blank stays, and no blank is filled twice."""
    got = modules.evaluate(
        "([strings, name, blanks]) => kit.words(strings, 'en')(name, blanks)",
        [STRINGS, name, blanks],
    )
    assert got == text


def test_plurals_follow_the_language(modules):
    """Polish has a form for 2 to 4; a translation may use it without a change to the code."""
    forms = modules.evaluate("""() => [1, 2, 5].map((n) =>
      kit.words({z: {one: '{n} zdanie', few: '{n} zdania', other: '{n} zdań'}}, 'pl')('z', {n}))""")
    assert forms == ["1 zdanie", "2 zdania", "5 zdań"]


def test_elements_hold_text_as_text_and_keep_keys_to_themselves(modules):
    """No text becomes HTML, and whatever can have the focus says so to JupyterLab."""
    found = modules.evaluate("""() => {
      window.ran = 0;
      const evil = '<img src=x onerror="ran = 1"><script>ran = 1</script>';
      const box = kit.h('div', {text: evil, title: evil, class: null, hidden: false, id: undefined},
        kit.h('p', {text: evil}), null, [kit.h('b', {}, evil)], undefined);
      document.body.append(box);
      const tags = ['button', 'input', 'textarea', 'a', 'select', 'summary'];
      const quiet = tags.every((tag) => kit.h(tag).dataset.lmSuppressShortcuts === 'true');
      return {
        elements: box.querySelectorAll('img, script').length, texts: box.textContent.split(evil).length - 1,
        title: box.title === evil, attributes: box.getAttributeNames(), quiet,
        tabindex: kit.h('div', {tabindex: '-1'}).dataset.lmSuppressShortcuts,
        plain: kit.h('div').dataset.lmSuppressShortcuts ?? null,
      };
    }""")
    modules.wait_for_timeout(100)
    assert modules.evaluate("window.ran") == 0
    assert found == {
        "elements": 0, "texts": 3, "title": True, "attributes": ["title"], "quiet": True,
        "tabindex": "true", "plain": None,
    }  # fmt: skip


def test_a_listener_is_never_made_of_text(modules):
    """Only a function can listen, so no attribute such as onclick can be smuggled in."""
    heard = modules.evaluate("""() => {
      let count = 0;
      const button = kit.h('button', {onclick: () => { count += 1; }});
      button.click();
      let refused = false;
      try { kit.h('button', {onclick: 'alert(1)'}); } catch { refused = true; }
      return [count, button.hasAttribute('onclick'), refused];
    }""")
    assert heard == [1, False, True]


def test_ids_of_views_never_meet(modules):
    """Two views of one widget on a page must not share an id."""
    assert modules.evaluate("new Set(Array.from({length: 500}, () => kit.ownId('x'))).size") == 500


def test_a_newer_answer_replaces_the_pending_one_of_its_item_and_act_only(modules):
    """Otherwise an old answer that is sent again could win over a new one."""
    kept = modules.evaluate("""() => [['1', 's0', 'kind'], ['2', 's0', 'sure'], ['3', 's1', 'kind'], ['4', 's0', 'kind']]
      .reduce((all, [id, item, act]) => kit.withEntry(all, {id, item, act}), []).map(({id}) => id)""")
    assert kept == ["2", "3", "4"]


@pytest.fixture
def clean(modules):
    """The page with an empty drawer."""
    modules.evaluate("() => { localStorage.clear(); window.paperTrailDrawers?.clear(); }")
    return modules


ENTRY = "{id: '1', item: 's0', act: 'kind', value: 'opinion'}"


def test_the_drawer_outlives_the_page(clean):
    """Answers that are not on disk yet are there again when the page comes back."""
    clean.evaluate(f"() => kit.drawer('k').write([{ENTRY}])")
    assert clean.evaluate("() => { paperTrailDrawers.clear(); return kit.drawer('k').read(); }")
    clean.evaluate("() => kit.drawer('k').write([])")
    assert clean.evaluate("() => [kit.drawer('k').read(), localStorage.length]") == [[], 0]


@pytest.mark.parametrize("broken", ["setItem", "both"])
def test_without_storage_the_page_itself_keeps_the_answers(clean, broken):
    """A browser that forbids storage, or whose storage is full, must not lose an answer."""
    kept = clean.evaluate(
        f"""(broken) => {{
      kit.drawer('k').write([{{id: '0', item: 'old', act: 'kind', value: 'x'}}]);
      const own = {{}};
      for (const name of broken === 'both' ? ['setItem', 'getItem', 'removeItem'] : [broken]) {{
        own[name] = Storage.prototype[name];
        Storage.prototype[name] = () => {{ throw new DOMException('no', 'QuotaExceededError'); }};
      }}
      const first = kit.drawer('k');
      first.write([{ENTRY}]);
      const seen = [first.read(), kit.drawer('k').read()].map((all) => all.map(({{id}}) => id).join());
      Object.assign(Storage.prototype, own);
      return seen;
    }}""",
        broken,
    )
    assert kept == ["1", "1"]


@pytest.mark.parametrize("kept", ["{", "null", "7", '"text"', "[null, 1, {}, []]", '[{"id": 1}]'])
def test_what_others_left_in_the_drawer_is_not_taken_for_an_answer(clean, kept):
    """On Binder all repositories share one storage, so anything may lie in it."""
    assert (
        clean.evaluate(
            "(kept) => { localStorage.setItem('k', kept); return kit.drawer('k').read(); }", kept
        )
        == []
    )


OUTBOX = """
const model = fakeModel();
const states = [];
const outbox = new kit.Outbox(model, 'k', ({state}) => states.push(state), 40);
const wait = (time) => new Promise((go) => setTimeout(go, time));
const ids = () => outbox.pending.map(({id}) => id);
const sent = () => model.sent.map(({answers}) => answers.map(({value}) => value).join('+'));
"""


def outbox(page, steps: str):
    """Run some steps with an outbox that loses patience after 40 ms."""
    return page.evaluate(f"async () => {{ {OUTBOX} {steps} }}")


def test_an_answer_is_saved_when_python_says_so_and_not_before(clean):
    """The page says "saving", and "saved" only when the answer's own id comes back."""
    states, before, after = outbox(clean, """
      outbox.add('s0', 'kind', 'opinion');
      model.hear({type: 'saved', ids: ['another']});
      const before = [outbox.state, outbox.pending.length];
      model.hear({type: 'saved', ids: ids()});
      outbox.close();
      return [states, before, [outbox.state, outbox.pending.length]];""")  # fmt: skip
    assert before == ["saving", 1]
    assert after == ["saved", 0]
    assert states == ["saving", "saving", "saved"]


def test_silence_is_shown_and_everything_pending_is_sent_again(clean):
    """After a while without an answer it says "not saved", and resends in the order given."""
    state, sent = outbox(clean, """
      outbox.add('s0', 'kind', 'first'); outbox.add('s1', 'kind', 'second'); outbox.add('s0', 'kind', 'third');
      await wait(60);
      const state = outbox.state;
      model.hear({type: 'saved', ids: ids()});
      await wait(120);
      outbox.close();
      return [[state, outbox.state], sent()];""")  # fmt: skip
    assert state == ["not-saved", "saved"]
    assert sent == ["first", "second", "third", "second+third"]


def test_it_keeps_trying_until_python_is_back(clean):
    """Not one resend, but one after another; none when everything is saved or the view is gone."""
    more, after = outbox(clean, """
      outbox.add('s0', 'kind', 'x');
      await wait(260);
      const more = model.sent.length;
      outbox.close();
      await wait(120);
      return [more, model.sent.length - more];""")  # fmt: skip
    assert more >= 3
    assert after == 0


def test_a_refused_answer_says_why_and_is_not_sent_again(clean):
    """What Python will never take must not block the rest."""
    result = outbox(clean, """
      outbox.add('s0', 'kind', 'nonsense');
      model.hear({type: 'refused', ids: ids(), says: 'No such label.'});
      await wait(100);
      const first = [outbox.state, outbox.refusal, outbox.pending.length, model.sent.length];
      outbox.add('s0', 'kind', 'opinion');
      outbox.close();
      return [first, [outbox.state, outbox.refusal]];""")  # fmt: skip
    assert result == [["refused", "No such label.", 0, 1], ["saving", ""]]


def test_an_answer_that_the_disk_refused_stays_in_the_page(clean):
    """A full disk is said with its reason; the answer is kept and tried again."""
    first, sent, last = outbox(clean, """
      outbox.add('s0', 'kind', 'opinion');
      model.hear({type: 'not-saved', says: 'The disk is full.'});
      const first = [outbox.state, outbox.refusal, outbox.pending.length];
      await wait(60);
      const count = model.sent.length;
      model.hear({type: 'saved', ids: ids()});
      outbox.close();
      return [first, count, [outbox.state, outbox.refusal]];""")  # fmt: skip
    assert first == ["not-saved", "The disk is full.", 1]
    assert sent == 2
    assert last == ["saved", ""]


def test_a_new_page_sends_what_the_last_one_could_not(clean):
    """Reloaded before Python answered: the answers are still there, and go out at once."""
    sent = clean.evaluate(f"""() => {{
      kit.drawer('k').write([{ENTRY}]);
      const model = fakeModel();
      const outbox = new kit.Outbox(model, 'k', () => {{}});
      outbox.close();
      return [model.sent, model.listening('msg:custom')];
    }}""")
    answers = [{"id": "1", "item": "s0", "act": "kind", "value": "opinion"}]
    assert sent == [[{"type": "answers", "answers": answers}], 0]


def test_the_saved_line_speaks_settled_states_only(clean):
    """ "Saving…" comes and goes with every key; a screen reader hears the end of it."""
    said = clean.evaluate("""() => {
      const line = kit.savedLine((name) => name);
      const status = line.querySelector('[role=status]');
      return [['ready'], ['saving'], ['saved'], ['saving'], ['not-saved', 'Disk full.'], ['saving'], ['saved']]
        .map(([state, refusal = '']) => {
          line.show({state, refusal, pending: []});
          return [line.dataset.state, status.textContent, line.firstChild.textContent];
        });
    }""")
    assert said == [
        ["ready", "saved.ready", "○"],
        ["saving", "saved.ready", "…"],
        ["saved", "saved.saved", "✓"],
        ["saving", "saved.saved", "…"],
        ["not-saved", "Disk full.", "▲"],
        ["saving", "Disk full.", "…"],
        ["saved", "saved.saved", "✓"],
    ]


def test_of_a_row_of_choices_one_is_pressed_or_none(clean):
    """A screen reader is told which one, and an unknown answer presses nothing."""
    pressed = clean.evaluate("""() => {
      const chosen = [];
      const row = kit.choices('Which?', [{id: 'a', name: 'A'}, {id: 'b', name: 'B', key: '2'}], 'a', (id) => chosen.push(id));
      const state = () => [...row.children].map((button) => button.getAttribute('aria-pressed')).join();
      const states = [state()];
      for (const id of ['b', null, 'unknown']) { row.press(id); states.push(state()); }
      row.lastChild.click();
      return [states, chosen, row.getAttribute('aria-label')];
    }""")
    states = ["true,false", "false,true", "false,false", "false,false"]
    assert pressed == [states, ["b"], "Which?"]


VIEW = """
const values = {
  strings, learner: 'someone', given: {}, has_key: true, marks: {route: 'whole', kind: {s0: 'opinion'}, sure: {}, words: {}},
  article: {id: 'tiny', title: 'Tiny', lang: 'en', notes: [], routes: [{id: 'whole', minutes: 1, sentences: ['s0']}],
    blocks: [{kind: 'paragraph', parts: [{id: 's0', text: 'It is so.', pieces: ['', 'It', ' ', 'is', ' ', 'so', '.']}]}]},
  comparison: {},
};
const reason = {cue: 'A cue.', next: 'A check.'};
const compared = {summary: [], note: '', notes: [], rows: [{id: 's0', text: 'It is so.', outcome: 'same', mine: 'opinion',
  first: 'opinion', sure: null, key: 'opinion', because_mine: reason, because_key: reason, readings: [], mixed: '', words: null, extra: []}]};
const model = fakeModel(values);
const el = document.createElement('div');
document.body.append(el);
const refuse = () => model.hear({type: 'not-saved', says: 'Not saved: a new learner.'});
const button = (name) => [...el.querySelectorAll('button')].find((one) => one.textContent.includes(name));
const shown = () => [...el.querySelectorAll('[role=status]')].filter((one) => one.checkVisibility()).map((one) => one.textContent);
"""


def test_a_comparison_that_cannot_be_saved_is_not_called_silence(clean):
    """Python did answer: the reason is shown, and "Comparing…" does not stay."""
    before, after = clean.evaluate(
        f"""async (strings) => {{ {VIEW}
      const stop = marker.default.render({{model, el}});
      button('Compare').click();
      const before = shown();
      refuse();
      const after = shown();
      stop();
      el.remove();
      return [before, after];
    }}""",
        strings(),
    )
    assert "Comparing…" in before
    assert "Comparing…" not in after
    assert "Not saved: a new learner." in after


def test_trying_again_says_why_it_cannot(clean):
    """The line that says "saved" is put away during a comparison, so the reason stands elsewhere."""
    says, sent = clean.evaluate(
        f"""async (strings) => {{ {VIEW}
      values.comparison = compared;
      const stop = marker.default.render({{model, el}});
      button('Try again').click();
      refuse();
      const says = shown();
      stop();
      el.remove();
      return [says, model.sent];
    }}""",
        strings(),
    )
    assert "Not saved: a new learner." in says
    assert sent == [{"type": "again"}]


def test_a_view_that_is_taken_away_stops_listening(clean):
    """A cell that runs again makes a new view; the old one must not go on answering."""
    left = clean.evaluate(
        f"""async (strings) => {{ {VIEW}
      marker.default.render({{model, el}})();
      el.remove();
      return ['msg:custom', 'change:marks', 'change:comparison'].map(model.listening);
    }}""",
        strings(),
    )
    assert left == [0, 0, 0]


def test_every_module_can_be_loaded_on_its_own(modules):
    """What is read is what runs: no build step, and each widget file is a module with a render."""
    for file in sorted(WIDGETS.glob("*.mjs")):
        kind = modules.evaluate(
            "async (name) => typeof (await import(`./${name}`)).default?.render", file.name
        )
        is_shared = file.stem in ("kit", "judging", "comparison")
        assert kind == ("undefined" if is_shared else "function"), file.name
