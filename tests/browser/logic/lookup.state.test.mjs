import { cardsLeft, chosenCards, parted } from "../../../helpers/widgets/lookup.state.mjs";
import { rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

const open = (item) => ({ item, act: "open", value: true });

test("cards are in the order of choosing, and those that came along are not chosen", () => {
  const opened = [{ id: "b", number: 2 }, { id: "along", number: 0 }, { id: "a", number: 1 }];
  rows(chosenCards, [
    [opened, [], ["a", "b"]],
    [opened, [open("c"), open("b")], ["a", "b", "c"]],
    [[], [{ item: "x", act: "compare", value: true }], []],
    [[], [open("10"), open("2")], ["10", "2"]],
  ]);
  same(opened.map(({ id }) => id), ["b", "along", "a"]);
});

test("nobody may open fewer than none", () => {
  rows(cardsLeft, [[4, [], 4], [4, ["a"], 3], [1, ["a", "b"], 0]]);
});

test("a comparison begins with what was opened, in order", () => {
  const ids = (rest) => rest.map(({ id }) => id);
  const { opened, rest } = parted([{ id: "z", number: 0 }, { id: "b", number: 2 }, { id: "a", number: 1 }]);
  same([ids(opened), ids(rest)], [["a", "b"], ["z"]]);
});
