import { arranged, firstDiffering, saidOnce } from "../../../helpers/widgets/page/comparison.state.mjs";
import { rows, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

const row = (id, outcome, mine = {}, key = mine) => ({
  id, name: `Sentence ${id}`, outcome, mine: outcome === "same" ? "k" : "m", key: "k", because_mine: mine, because_key: key,
});
const ids = (all) => all.map(({ id }) => id);

test("where the two differ comes first, in the order of the text; the rest follows", () => {
  const { differs, rest } = arranged([row(1, "same"), row(2, "differs"), row(3, "either"), row(4, "differs")]);
  same([ids(differs), ids(rest)], [[2, 4], [1, 3]]);
});

test("the first on which the two differ is found, where there is one", () => {
  rows(firstDiffering, [
    [[row(1, "same"), row(2, "differs")], 2],
    [[row(1, "same")], undefined],
    [undefined, undefined],
  ]);
});

test("a text that was said word for word is named and not said again", () => {
  const [one, other] = saidOnce([
    row(1, "differs", { cue: "A", next: "X" }, { cue: "B", next: "Y" }),
    row(2, "differs", { cue: "A", next: "Z" }, { cue: "C", here: "Y" }),
  ]);
  same([one.because_mine.cueAs, one.because_key.checkAs], [undefined, undefined]);
  same([other.because_mine.cueAs, other.because_mine.checkAs], ["Sentence 1", undefined]);
  same([other.because_key.cueAs, other.because_key.checkAs], [undefined, "Sentence 1"]);
});

test("an answer that is the key's is explained once, so it is no repetition of itself", () => {
  const [only] = saidOnce([row(1, "same", { cue: "A", next: "X" })]);
  same([only.because_mine.cueAs, only.because_key.cueAs], [undefined, undefined]);
});
