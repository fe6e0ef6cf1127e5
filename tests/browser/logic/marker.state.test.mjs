import { toggled, wordRuns } from "../../../helpers/widgets/marker.state.mjs";
import { rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("a word's number is put in its order, or taken out", () => {
  rows(toggled, [[[], 3, [3]], [[1, 10], 2, [1, 2, 10]], [[1, 2, 10], 2, [1, 10]], [[0], 0, []]]);
});

test("words are counted, what stands between them is not", () => {
  same(wordRuns(["“", "It", " ", "is", "."]), [
    { text: "“", number: null }, { text: "It", number: 0 }, { text: " ", number: null },
    { text: "is", number: 1 }, { text: ".", number: null },
  ]);
  same(wordRuns([""]), [{ text: "", number: null }]);
});
