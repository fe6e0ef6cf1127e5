import { ACTS, byItem, isBegun, numbered, sortOf, stateOf, stepOf } from "../../../helpers/widgets/ledger.state.mjs";
import { overlaid } from "../../../helpers/widgets/page/answers.mjs";
import { data, rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

const CLAIM = { id: "c1", cards: [{ id: "k1" }, { id: "k2" }] };
const NOTHING = { route: "short", estimate: {}, check: {}, "estimate-after": {}, turned: [] };

/** The marks after some answers, which are all still on their way. */
function after(answers) {
  return overlaid(byItem(NOTHING), answers.map(([item, act, value]) => ({ item, act, value })), ACTS);
}

test("the step follows from the answers, as in Python", async () => {
  for (const { says, answers, step } of await data("tests/data/answers/steps.json")) {
    same(stepOf(CLAIM, after(answers)), step, says);
  }
});

test("pending estimates, checks and cards lie over those on disk", () => {
  const disk = { route: "short", estimate: { c1: "5-20" }, check: {}, "estimate-after": {}, turned: ["k1"] };
  const pending = [
    { item: "c1", act: "estimate", value: "80-95" }, { item: "c1", act: "check", value: "ask" },
    { item: "k2", act: "turn", value: true }, { item: "ledger", act: "route", value: "whole" },
    { item: "c1", act: "kind", value: "opinion" },
  ];
  same(overlaid(byItem(disk), pending, ACTS), {
    route: "whole", estimate: { c1: "80-95" }, check: { c1: "ask" }, "estimate-after": {},
    turned: { k1: true, k2: true },
  });
  same(disk.turned, ["k1"]);
});

test("a claim is open, begun or done", () => {
  const all = [
    ["c1", "estimate", "5-20"], ["c1", "check", "ask"], ["k1", "turn", true], ["k2", "turn", true],
    ["c1", "estimate-after", "1-5"],
  ];
  same([0, 1, 3, 4, 5].map((n) => stateOf(CLAIM, after(all.slice(0, n)))), ["open", "begun", "begun", "begun", "done"]);
  same([2, 3].map((n) => isBegun(CLAIM, after(all.slice(0, n)))), [false, true]);
});

test("a number answers the step with the focus, else the open one, and never turns a card", () => {
  rows(numbered, [
    ["check", "turn", "check"], [undefined, "estimate", "estimate"], [undefined, "turn", null],
    [undefined, "done", "estimate-after"], ["turn", "estimate", null],
  ]);
});

test("every outcome has one of three sorts", () => {
  rows(sortOf, [
    ["right", "same"], ["open-said", "same"], ["wrong", "differs"], ["open-missed", "differs"],
    ["even", "either"], ["unsaid", "either"], ["in-part", "either"],
  ]);
});
