import { plural, whole, words } from "../../../helpers/widgets/page/words.mjs";
import { data, holds, rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

const STRINGS = {
  plurals: { one: [{ is: [1] }] },
  plain: "Hello {name}",
  many: { one: "{n} sentence", other: "{n} sentences" },
  deep: { er: { text: "found" } },
  twice: "{a} and {a}, {b}",
};

test("a missing text shows its name, a missing blank stays, and no blank is filled twice", () => {
  rows(words(STRINGS), [
    ["plain", { name: "Ann" }, "Hello Ann"],
    ["plain", { name: "<b>{n}</b>", n: 3 }, "Hello <b>{n}</b>"],
    ["plain", { name: "$& $1" }, "Hello $& $1"],
    ["plain", {}, "Hello {name}"],
    ["many", { n: 1 }, "1 sentence"],
    ["many", { n: 0 }, "0 sentences"],
    ["many", { n: 23 }, "23 sentences"],
    ["deep.er.text", {}, "found"],
    ["deep.er", {}, "deep.er"],
    ["deep.none.text", {}, "deep.none.text"],
    ["missing", {}, "missing"],
    ["twice", { a: 1, b: 0 }, "1 and 1, 0"],
  ]);
});

test("a translation may use the forms of its language without a change to the code", () => {
  const polish = {
    plurals: { one: [{ is: [1] }], few: [{ mod: 10, is: [2, 3, 4] }, { mod: 100, not: [12, 13, 14] }] },
    z: { one: "{n} zdanie", few: "{n} zdania", other: "{n} zdań" },
  };
  same([1, 2, 5, 12].map((n) => words(polish)("z", { n })), ["1 zdanie", "2 zdania", "5 zdań", "12 zdań"]);
});

test("a number gets the form that Python gives it too", async () => {
  const own = (await data("helpers/strings_en.json")).plurals;
  for (const { forms, cases } of await data("tests/data/strings/plurals.json")) {
    rows((n) => plural(typeof forms === "string" ? own : forms, n), cases);
  }
});

test("half an emoji becomes a whole sign", () => {
  rows(whole, [
    ["\ud83c", "\ufffd"], ["a\udf09b", "a\ufffdb"], ["\udf09\ud83c", "\ufffd\ufffd"],
    ["\ud83c\ud83c\udf09", "\ufffd\u{1f309}"], ["\ud83c\udf09", "\u{1f309}"], ["a\u{1f309}b", "a\u{1f309}b"], ["", ""],
  ]);
  holds(["\ud83c", "a\udf09"].every((text) => whole(text).isWellFormed()));
});
