import { actsOf, shapeAt } from "../../../helpers/widgets/judge.state.mjs";
import { rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("a set of questions saves its answers under its own id", () => {
  same(actsOf({ id: "quotes" }), { quotes: "chosen" });
});

test("every option has a shape", () => {
  rows(shapeAt, [[0, "◆"], [8, "○"], [9, "•"], [-1, "•"]]);
});
