import {
  chosenRoute, isEmpty, named, overlaid, put, tally, withEntry,
} from "../../../helpers/widgets/page/answers.mjs";
import { rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("pending answers win, a cleared one is gone, and what is on disk stays untouched", () => {
  const disk = { route: "short", kind: { s0: "opinion", s1: "quotation" }, sure: {}, words: { s0: [1] } };
  const pending = [
    { item: "s0", act: "kind", value: null }, { item: "s2", act: "kind", value: "attributed" },
    { item: "s0", act: "words", value: [] }, { item: "s1", act: "sure", value: "guess" },
    { item: "article", act: "route", value: "whole" }, { item: "s1", act: "nonsense", value: "x" },
  ];
  same(overlaid(disk, pending, { kind: "kind", sure: "sure", words: "words" }), {
    route: "whole", kind: { s1: "quotation", s2: "attributed" }, sure: { s1: "guess" }, words: {},
  });
  same(disk.kind, { s0: "opinion", s1: "quotation" });
  same(disk.words, { s0: [1] });
});

test("a set of questions takes only the pending answers that are its own", () => {
  const pending = [
    { item: "q1", act: "quotes", value: null }, { item: "q3", act: "quotes", value: "c" },
    { item: "q2", act: "claims", value: "x" }, { item: "quotes", act: "route", value: "short" },
  ];
  same(overlaid({ route: "whole", chosen: { q1: "a", q2: "b" } }, pending, { quotes: "chosen" }),
    { route: "short", chosen: { q2: "b", q3: "c" } });
});

test("an act or an item with the name of an inherited property is nothing special", () => {
  const shown = overlaid({ route: "", kind: {} }, [{ item: "s0", act: "constructor", value: "x" }], { kind: "kind" });
  same("constructor" in shown.kind, false);
  same(shown, { route: "", kind: {} });
  same(Boolean(named({}).toString), false);
});

test("an empty answer is none, and clears", () => {
  rows(isEmpty, [[null, true], [[], true], ["", true], ["a", false], [[0], false], [true, false]]);
  const values = { a: 1, b: 2 };
  put(values, "a", null);
  put(values, "b", [3]);
  put(values, "c", true);
  same(values, { b: [3], c: true });
});

test("a newer answer replaces the pending one of its item and act only", () => {
  const given = [["1", "s0", "kind"], ["2", "s0", "sure"], ["3", "s1", "kind"], ["4", "s0", "kind"]];
  const kept = given.reduce((all, [id, item, act]) => withEntry(all, { id, item, act }), []);
  same(kept.map(({ id }) => id), ["2", "3", "4"]);
});

test("options are counted on the route alone, unknown ones nowhere", () => {
  rows(tally, [
    [["a", "b"], ["s0", "s1", "s2"], { s0: "a", s2: "a", s9: "b" }, { a: 2, b: 0 }],
    [["a"], ["s0"], { s0: "unknown" }, { a: 0 }],
    [["a"], [], {}, { a: 0 }],
  ]);
});

test("an unknown route is the first", () => {
  const routes = [{ id: "short" }, { id: "whole" }];
  rows((name) => chosenRoute(routes, name).id, [["whole", "whole"], ["short", "short"], ["", "short"], ["x", "short"]]);
});
