import { choiceForKey, clears, digitGuard, hearKeys, helpBox } from "../../../helpers/widgets/page/keys.mjs";
import { h } from "../../../helpers/widgets/page/dom.mjs";
import { rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("a number key stands for the option in its place", () => {
  const kinds = ["a", "b", "c", "d", "e"];
  rows(choiceForKey, [
    ["1", kinds, "a"], ["5", kinds, "e"], ["6", kinds, null], ["0", kinds, null],
    ["F1", kinds, null], ["Enter", kinds, null], ["1", [], null],
  ]);
});

test("three keys clear, and every digit is kept from JupyterLab", () => {
  rows(clears, [["0", true], ["Delete", true], ["Backspace", true], ["1", false], ["d", false]]);
  rows((key) => typeof digitGuard(key), [["7", "function"], ["0", "function"], ["x", "object"], ["F1", "object"]]);
});

test("a key that does something goes no further; any other, and every shortcut, does", () => {
  const done = [];
  const passed = [];
  const root = h("div", {}, h("button"));
  const outside = h("div", {}, root);
  outside.addEventListener("keydown", ({ key }) => passed.push(key));
  hearKeys(root, ({ key }) => (key === "a" ? () => done.push(key) : null));
  const press = (key, more = {}) =>
    root.firstChild.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
  press("a");
  press("b");
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) press("a", more);
  same([done, passed], [["a"], ["b", "a", "a", "a"]]);
});

test("the list of keys opens and closes, and says so", () => {
  const box = helpBox((name) => name, [["N", "next"]]);
  const [button, list] = box.children;
  same(button.getAttribute("aria-controls"), list.id);
  const state = () => [list.hidden, button.getAttribute("aria-expanded")];
  const states = [state()];
  button.click();
  states.push(state());
  box.toggle();
  states.push(state());
  same(states, [[true, "false"], [false, "true"], [true, "false"]]);
  same(list.textContent, "Nnext");
});
