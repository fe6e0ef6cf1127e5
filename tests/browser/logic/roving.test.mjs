import { h } from "../../../helpers/widgets/page/dom.mjs";
import { neighbour, rove, stopAt, stopAtPressed } from "../../../helpers/widgets/page/roving.mjs";
import { rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("steps stop at either end, and start at the first where there is no current one", () => {
  const route = ["s0", "s2", "s5"];
  rows((items, current, by) => neighbour(items, current, by), [
    [route, "s0", 1, "s2"], [route, "s0", -1, "s0"], [route, "s5", 1, "s5"],
    [route, "s5", -1000000, "s0"], [route, "s0", 1000000, "s5"], [route, "elsewhere", 1, "s2"], [["s0"], "s0", 1, "s0"],
  ]);
  same([neighbour(route, "s2", Infinity), neighbour(route, "s2", -Infinity)], ["s5", "s0"]);
});

function group(...pressed) {
  const buttons = pressed.map((is) => h("button", { "aria-pressed": String(is) }));
  document.body.append(...buttons);
  return buttons;
}

const stops = (buttons) => buttons.map(({ tabIndex }) => tabIndex);

test("a group is one stop for the Tab key", () => {
  const buttons = group(false, false, false);
  stopAt(buttons, buttons[1]);
  same(stops(buttons), [-1, 0, -1]);
});

test("the pressed button is the stop, or else the first", () => {
  const [none, second] = [group(false, false), group(false, true)];
  stopAtPressed(none);
  stopAtPressed(second);
  same([stops(none), stops(second)], [[0, -1], [-1, 0]]);
});

test("the stop and the focus go along, and stay at the ends", () => {
  const buttons = group(false, false);
  const places = [1, 1, -1, -1].map((by) => {
    rove(buttons, buttons.find((button) => button.tabIndex === 0) ?? buttons[0], by);
    return [buttons.indexOf(document.activeElement), ...stops(buttons)];
  });
  same(places, [[1, -1, 0], [1, -1, 0], [0, 0, -1], [0, 0, -1]]);
  rove([], null, 1);
});
