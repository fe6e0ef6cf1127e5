import {
  ACTS, byItem, isBegun, isWorthALook, openQuestions, questionBefore, questionOf, sortOf, stateOf, stepOf,
} from "../../../helpers/widgets/ledger.state.mjs";
import { overlaid } from "../../../helpers/widgets/page/answers.mjs";
import { data, rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

const CLAIM = { id: "c1", cards: [{ id: "k1" }, { id: "k2" }] };
const NOTHING = { route: "short", estimate: {}, check: {}, "estimate-after": {}, stance: {}, turned: [] };

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
    turned: { k1: true, k2: true }, stance: {},
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

const ALL = [
  ["c1", "estimate", "5-20"], ["c1", "check", "ask"], ["k1", "turn", true], ["k1", "stance", "neither"],
  ["k2", "turn", true], ["k2", "stance", "supports"], ["c1", "estimate-after", "1-5"],
];

test("the question that numbers answer follows from the answers alone, not from the focus", () => {
  const told = ALL.map((_, n) => questionOf(CLAIM, after(ALL.slice(0, n))));
  same(told.map((one) => one && `${one.act} ${one.item}`), [
    "estimate c1", "check c1", null, "stance k1", null, "stance k2", "estimate-after c1",
  ]);
  same(questionOf(CLAIM, after(ALL)), { act: "estimate-after", item: "c1" }, "when all is done, the last one");
});

test("what a card does may be left out, and an older card is not asked again by itself", () => {
  const skipped = [...ALL.slice(0, 3), ALL[4]];
  same(questionOf(CLAIM, after(skipped)), { act: "stance", item: "k2" });
  same(questionOf(CLAIM, after(skipped), true), { act: "estimate-after", item: "c1" });
});

test("one can go back to what can still be changed, and no further", () => {
  const last = { act: "estimate-after", item: "c1" };
  same(openQuestions(CLAIM, after([])).length, 1);
  same(openQuestions(CLAIM, after(ALL.slice(0, 2))).map(({ act }) => act), ["estimate", "check"]);
  same(openQuestions(CLAIM, after(ALL)).map(({ item }) => item), ["k1", "k2", "c1"]);
  same(questionBefore(CLAIM, after(ALL), last), { act: "stance", item: "k2" });
  same(questionBefore(CLAIM, after(ALL), { act: "stance", item: "k1" }), { act: "stance", item: "k1" });
  same(questionBefore(CLAIM, after(ALL.slice(0, 2)), null), { act: "check", item: "c1" });
});

test("every outcome has one of three sorts", () => {
  rows(sortOf, [
    ["right", "same"], ["open-said", "same"], ["wrong", "differs"], ["open-missed", "differs"],
    ["even", "either"], ["unsaid", "either"], ["in-part", "either"],
  ]);
});

test("what is right, open and said so, or held in part is folded away", () => {
  rows(isWorthALook, [
    ["wrong", true], ["open-missed", true], ["even", true], ["unsaid", true],
    ["right", false], ["open-said", false], ["in-part", false],
  ]);
});
