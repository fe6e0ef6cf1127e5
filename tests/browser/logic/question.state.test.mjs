import { given, isGiven, printed } from "../../../helpers/widgets/question.state.mjs";
import { rows, same, shownWidget, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("what is on its way lies over what is on disk, for this question alone", () => {
  const entry = (item, act, value) => ({ item, act, value });
  rows(given, [
    [{}, [], "q", { answer: "", draft: "" }],
    [{ answer: "a", draft: "" }, [entry("q", "answer", "b")], "q", { answer: "b", draft: "" }],
    [{ answer: "a", draft: "x" }, [entry("r", "draft", "y")], "q", { answer: "a", draft: "x" }],
    [{ answer: "a", draft: "x" }, [entry("q", "draft", null)], "q", { answer: "a", draft: "" }],
  ]);
});

test("spaces alone are no answer, and a choice is one without a box", () => {
  rows(isGiven, [
    ["number", { answer: "", draft: " " }, false],
    ["words", { answer: "", draft: "x" }, true],
    ["choice", { answer: "b", draft: "" }, true],
    ["sentence", { answer: "", draft: "x" }, false],
  ]);
});

test("the headline has no number", () => {
  rows(printed, [[{ number: 0 }, ""], [{ number: 7 }, "7"]]);
});

const values = (more) => ({
  asked_for: { id: "q-1", case: "c", lang: "en", asks: "Which?", passage: "", form: "choice", options: [], paragraphs: [], ...more },
  given: {}, marks: { route: "whole", answer: "", draft: "" }, comparison: {}, has_key: true,
});
const OPTIONS = { options: [{ id: "a", name: "One" }, { id: "b", name: "<b>Two</b>" }] };

test("a choice is sent as it is clicked, and is called saved only when it is", async () => {
  const page = await shownWidget("question", values(OPTIONS));
  page.button("Two").click();
  same(page.model.sent.at(-1).answers.map(({ item, act, value }) => [item, act, value]), [["q-1", "answer", "b"]]);
  same([page.one(".pt-saved").dataset.state, page.one(".pt-root").dataset.done], ["saving", "true"]);
  page.model.hear({ type: "saved", ids: page.model.sent.at(-1).answers.map(({ id }) => id) });
  same([page.one(".pt-saved").dataset.state, page.all("b").length], ["saved", 0]);
  page.close();
  same(page.model.all, 0);
});

test("before anything is given, checking tells how to answer", async () => {
  const page = await shownWidget("question", values({ form: "number" }));
  page.button("Check").click();
  same(page.model.sent, []);
  same(page.says().some((text) => text.startsWith("Type one number")), true);
  page.close();
});

test("Enter in the box saves what is typed, and checks it", async () => {
  const page = await shownWidget("question", values({ form: "words" }));
  const box = page.one("input");
  box.value = "the quay";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  page.press(box, "Enter");
  same(page.model.sent.map(({ type }) => type), ["answers", "compare"]);
  page.model.hear({ type: "unclear", says: "Type the words." });
  same(page.says().includes("Type the words."), true);
  page.close();
});

test("an answer that is explained stays until trying again", async () => {
  const page = await shownWidget("question", values(OPTIONS));
  const reason = { cue: "Because.", next: "Look." };
  const row = { outcome: "differs", title: "Another.", mine: "Two", first: "", because: reason, key: "One", because_key: reason };
  page.model.change("marks", { route: "whole", answer: "b", draft: "" });
  page.model.change("comparison", { rows: [row] });
  page.button("One").click();
  same(page.model.sent, []);
  same([page.one("h3").textContent, page.one("details").open, page.one(".pt-foot").hidden], ["≠ Another.", false, true]);
  page.button("Try again").click();
  same(page.model.sent.at(-1).type, "again");
  page.close();
});

test("a sentence is picked with the arrows and the space bar", async () => {
  const paragraphs = [[{ id: "s0", number: 0, text: "Head" }], [{ id: "s1", number: 1, text: "First." }]];
  const page = await shownWidget("question", values({ form: "sentence", paragraphs }));
  const [head, first] = page.all(".pt-sentence");
  page.press(head, "ArrowDown");
  same(page.one(".pt-root").ownerDocument.activeElement === first, true);
  page.press(first, " ");
  same(page.model.sent.at(-1).answers[0].value, "s1");
  same([first.getAttribute("aria-pressed"), first.textContent], ["true", "1 First."]);
  page.close();
});
