import { actsOf } from "../../../helpers/widgets/judge.state.mjs";
import { same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("a set of questions saves its answers under its own id", () => {
  same(actsOf({ id: "quotes" }), { quotes: "chosen" });
});
