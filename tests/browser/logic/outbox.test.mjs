import { NEXT, Outbox, drawer } from "../../../helpers/widgets/page/outbox.mjs";
import { fakeModel, holds, same, suite, wait } from "./tools.mjs";

const test = suite(import.meta.url);

const ENTRY = { id: "1", item: "s0", act: "kind", value: "opinion" };

test("the drawer outlives the page", () => {
  drawer("k").write([ENTRY]);
  globalThis.paperTrailDrawers.clear();
  same(drawer("k").read(), [ENTRY]);
  drawer("k").write([]);
  same([drawer("k").read(), localStorage.length], [[], 0]);
});

for (const broken of [["setItem"], ["setItem", "getItem", "removeItem"]]) {
  test(`the page itself keeps the answers where storage refuses ${broken.length} of its methods`, () => {
    drawer("k").write([{ id: "0", item: "old", act: "kind", value: "x" }]);
    const own = Object.fromEntries(broken.map((name) => [name, Storage.prototype[name]]));
    for (const name of broken) {
      Storage.prototype[name] = () => {
        throw new DOMException("no", "QuotaExceededError");
      };
    }
    try {
      const first = drawer("k");
      first.write([ENTRY]);
      same([first.read(), drawer("k").read()], [[ENTRY], [ENTRY]]);
    } finally {
      Object.assign(Storage.prototype, own);
    }
  });
}

test("what others left in the drawer is not taken for an answer", () => {
  for (const kept of ["{", "null", "7", '"text"', "[null, 1, {}, []]", '[{"id": 1}]']) {
    localStorage.setItem("k", kept);
    same(drawer("k").read(), [], kept);
  }
});

/** An outbox that loses patience after 40 ms, with the model that it talks to and the states it went through. */
function opened(model = fakeModel()) {
  const states = [];
  const outbox = new Outbox(model, "k", ({ state }) => states.push(state), 40);
  const ids = () => outbox.pending.map(({ id }) => id);
  const sent = () => model.sent.filter(({ type }) => type === "answers").map(({ answers }) => answers.map(({ value }) => value).join("+"));
  return { model, states, outbox, ids, sent };
}

test("whatever happens has a next state, with answers waiting and with none", () => {
  const known = new Set(["ready", "saving", "saved", "not-saved", "refused", "gone"]);
  same(Object.keys(NEXT), ["given", "silence", "saved", "refused", "failed", "gone", "here"]);
  holds(Object.values(NEXT).every(({ waiting, none }) => known.has(waiting) && known.has(none)));
  same([NEXT.saved.waiting, NEXT.silence.waiting], ["saving", "not-saved"]);
});

test("an answer is saved when Python says so and not before", () => {
  const { model, states, outbox, ids } = opened();
  same(outbox.state, "ready");
  outbox.add("s0", "kind", "opinion");
  model.hear({ type: "saved", ids: ["another"] });
  same([outbox.state, outbox.pending.length], ["saving", 1]);
  model.hear({ type: "saved", ids: ids() });
  outbox.close();
  same([outbox.state, outbox.pending.length], ["saved", 0]);
  same(states, ["saving", "saving", "saved"]);
});

test("silence is shown and everything pending is sent again in the order given", async () => {
  const { model, outbox, ids, sent } = opened();
  outbox.add("s0", "kind", "first");
  outbox.add("s1", "kind", "second");
  outbox.add("s0", "kind", "third");
  await wait(60);
  const { state } = outbox;
  model.hear({ type: "saved", ids: ids() });
  await wait(120);
  outbox.close();
  same([state, outbox.state], ["not-saved", "saved"]);
  same(sent(), ["first", "second", "third", "second+third"]);
});

test("it keeps trying until Python is back, and not after the view is gone", async () => {
  const { model, outbox } = opened();
  outbox.add("s0", "kind", "x");
  await wait(260);
  const before = model.sent.length;
  outbox.close();
  await wait(120);
  holds(before >= 3, `only ${before} were sent`);
  same(model.sent.length, before);
});

test("a kernel that makes sending throw is told as not saved at once, and tried again", async () => {
  const model = fakeModel();
  const send = model.send;
  model.send = () => {
    throw new Error("The kernel was restarted");
  };
  const { outbox, ids } = opened(model);
  outbox.add("s0", "kind", "x");
  await wait(10);
  same([outbox.state, outbox.pending.length], ["not-saved", 1]);
  model.send = send;
  await wait(120);
  holds(model.sent.length >= 1);
  model.hear({ type: "saved", ids: ids() });
  outbox.close();
  same(outbox.state, "saved");
});

test("a refused answer says why and is not sent again", async () => {
  const { model, outbox, ids } = opened();
  outbox.add("s0", "kind", "nonsense");
  model.hear({ type: "refused", ids: ids(), says: "No such label." });
  await wait(100);
  same([outbox.state, outbox.refusal, outbox.pending.length, model.sent.length], ["refused", "No such label.", 0, 1]);
  outbox.add("s0", "kind", "opinion");
  outbox.close();
  same([outbox.state, outbox.refusal], ["saving", ""]);
});

test("an answer that the disk refused stays in the page", async () => {
  const { model, outbox, ids } = opened();
  outbox.add("s0", "kind", "opinion");
  model.hear({ type: "not-saved", says: "The disk is full." });
  same([outbox.state, outbox.refusal, outbox.pending.length], ["not-saved", "The disk is full.", 1]);
  await wait(60);
  same(model.sent.length, 2);
  model.hear({ type: "saved", ids: ids() });
  outbox.close();
  same([outbox.state, outbox.refusal], ["saved", ""]);
});

test("a new page sends what the last one could not", () => {
  drawer("k").write([ENTRY]);
  const { model, outbox } = opened();
  outbox.close();
  same([model.sent, model.all], [[{ type: "answers", answers: [ENTRY] }], 0]);
});

test("what is held is kept in the page, not sent, and not called saved", () => {
  const { model, outbox, ids, sent } = opened();
  outbox.hold("n", "text", "f");
  outbox.hold("n", "text", "first");
  same([outbox.state, sent(), outbox.pending.map(({ value }) => value)], ["saving", [], ["first"]]);
  outbox.add("n", "choice", "yes");
  model.hear({ type: "saved", ids: [ids()[1]] });
  same([outbox.state, sent()], ["saving", ["yes"]]);
  outbox.release();
  outbox.release();
  same(sent(), ["yes", "first"]);
  model.hear({ type: "saved", ids: ids() });
  outbox.close();
  same(outbox.state, "saved");
});

test("words typed after others were sent are not called saved with them", () => {
  const { model, outbox, ids } = opened();
  outbox.hold("n", "text", "first");
  outbox.release();
  const old = ids();
  outbox.hold("n", "text", "first and more");
  model.hear({ type: "saved", ids: old });
  same([outbox.state, outbox.pending.length], ["saving", 1]);
  outbox.close();
});

test("a page that is shown again asks whether Python is there, and silence is said", async () => {
  const { model, outbox } = opened();
  outbox.check();
  same([model.sent, outbox.state], [[{ type: "here" }], "ready"]);
  model.hear({ type: "here" });
  await wait(60);
  same(outbox.state, "ready");
  outbox.check();
  await wait(60);
  same(outbox.state, "gone");
  model.hear({ type: "here" });
  same(outbox.state, "ready");
  outbox.close();
});

test("a kernel that is gone is told before anything is answered, and sends what waits once it is back", async () => {
  const model = fakeModel();
  const { send } = model;
  model.send = () => {
    throw new Error("Cannot send");
  };
  const { outbox, sent } = opened(model);
  outbox.check();
  await wait(10);
  same(outbox.state, "gone");
  outbox.add("s0", "kind", "x");
  await wait(10);
  same([outbox.state, outbox.pending.length], ["not-saved", 1]);
  model.send = send;
  model.hear({ type: "here" });
  same([outbox.state, sent()], ["saving", ["x"]]);
  outbox.close();
});
