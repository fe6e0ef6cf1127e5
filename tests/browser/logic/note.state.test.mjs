import { answered } from "../../../helpers/widgets/note.state.mjs";
import { rows, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("what is on its way lies over what is on disk", () => {
  const text = (value) => ({ item: "n", act: "text", value });
  rows(answered, [
    [{}, [], { choice: "", text: "" }],
    [{ text: "old", choice: "yes" }, [], { choice: "yes", text: "old" }],
    [{ text: "old", choice: "yes" }, [text("new")], { choice: "yes", text: "new" }],
    [{ text: "old" }, [text("")], { choice: "", text: "" }],
  ]);
});
