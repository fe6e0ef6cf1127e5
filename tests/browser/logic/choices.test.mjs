import { choices, withKeys } from "../../../helpers/widgets/page/choices.mjs";
import { same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("of a row one is pressed or none, and an unknown answer presses nothing", () => {
  const chosen = [];
  const options = [{ id: "a", name: "A" }, { id: "b", name: "B", key: "2" }];
  const row = choices("Which?", options, "a", (id) => chosen.push(id));
  const state = () => [...row.children].map((button) => button.getAttribute("aria-pressed")).join();
  const states = [state()];
  for (const id of ["b", null, "unknown"]) {
    row.press(id);
    states.push(state());
  }
  row.lastChild.click();
  same(states, ["true,false", "false,true", "false,false", "false,false"]);
  same([chosen, row.getAttribute("aria-label"), row.buttonOf("b").textContent], [["b"], "Which?", "B2"]);
});

test("options are numbered from one, and stay as they are", () => {
  const options = [{ id: "a" }, { id: "b" }];
  same(withKeys(options).map(({ key }) => key), ["1", "2"]);
  same(options, [{ id: "a" }, { id: "b" }]);
});
