import { drawer } from "../../../helpers/widgets/page/outbox.mjs";
import { holds, same, shownWidget, suite, wait } from "./tools.mjs";

const test = suite(import.meta.url);

const QUESTION = { id: "q1", asks: "Why?", options: [{ id: "yes", text: "Yes" }], free: true };
const KEY = "paper-trail:someone:note-q1";

async function note(answer = {}) {
  const shown = await shownWidget("note", { question: QUESTION, answer });
  const box = shown.one("textarea");
  const type = (text) => {
    box.value = text;
    box.dispatchEvent(new Event("input"));
  };
  const texts = () => shown.model.sent.flatMap(({ answers = [] }) => answers.map(({ value }) => value));
  const state = () => shown.one(".pt-saved").dataset.state;
  const ids = () => shown.model.sent.flatMap(({ answers = [] }) => answers.map(({ id }) => id));
  const save = () => shown.model.hear({ type: "saved", ids: ids() });
  return { ...shown, box, type, texts, state, save };
}

test("typed words are kept in the page with every key, and not called saved before they are", async () => {
  const { type, texts, state, save, close } = await note();
  type("first words");
  same([state(), texts(), drawer(KEY).read().map(({ value }) => value)], ["saving", [], ["first words"]]);
  await wait(700);
  same(texts(), ["first words"]);
  save();
  same(state(), "saved");
  close();
});

test("steady typing is sent every two seconds, and never called saved meanwhile", async () => {
  const { type, texts, state, save, close } = await note();
  const states = new Set();
  for (let n = 1; n <= 26; n += 1) {
    type("x".repeat(n));
    states.add(state());
    await wait(100);
    if (texts().length === 1) save();
  }
  holds(texts().length >= 1, "nothing was sent in 2.6 seconds");
  same([...states], ["saving"]);
  close();
});

for (const [how, leave] of [
  ["leaving the box", ({ box }) => box.dispatchEvent(new Event("blur"))],
  ["leaving the page", () => window.dispatchEvent(new Event("pagehide"))],
  ["hiding the page", () => document.dispatchEvent(new Event("visibilitychange"))],
  ["taking the view away", ({ close }) => close()],
]) {
  test(`${how} sends what was typed, at once and once`, async () => {
    const shown = await note();
    shown.type("words");
    leave(shown);
    same(shown.texts(), ["words"]);
    shown.close();
    await wait(700);
    same(shown.texts(), ["words"]);
  });
}

test("a page that comes back shows and sends what the last one could not", async () => {
  const before = await note();
  before.type("half a thought");
  before.model.send = () => {
    throw new Error("gone");
  };
  before.close();
  const { box, texts, close } = await note({ text: "old" });
  same([box.value, texts()], ["half a thought", ["half a thought"]]);
  close();
});

test("an answer given elsewhere is shown, but not while something is being typed", async () => {
  const { box, model, close } = await note({ text: "old" });
  model.change("answer", { text: "from another cell", choice: "yes" });
  same(box.value, "from another cell");
  box.focus();
  box.value = "being typed";
  model.change("answer", { text: "later" });
  same(box.value, "being typed");
  close();
});
