import { same, shownWidget, suite } from "./tools.mjs";

const test = suite(import.meta.url);

const EVIL = "<img src=x>";
const PARTS = [
  { kind: "text", lines: [[{ text: EVIL }, { text: EVIL, sort: "strong" }]] },
  { kind: "paper", lines: [[{ text: EVIL, sort: "mark", note: EVIL }]] },
  { kind: "table", caption: EVIL, head: [EVIL, EVIL], rows: [[EVIL, EVIL]] },
  { kind: "difference", edits: [{ op: "replace", source: EVIL, quoted: EVIL }] },
  { kind: "terms", terms: [{ name: EVIL, text: EVIL }] },
];

test("every part is drawn, and outside text stays text", async () => {
  const page = await shownWidget("shown", { view: { label: EVIL, lang: "en", parts: PARTS }, waits: "" });
  same([page.all("img").length, page.el.textContent.split(EVIL).length - 1], [0, 13]);
  same([page.all("th[scope=col]").length, page.all("th[scope=row]").length, page.one("details").open], [2, 1, false]);
  page.close();
  same(page.model.all, 0);
});

test("what waits for a comparison says so, and is filled when it comes", async () => {
  const page = await shownWidget("shown", { view: {}, waits: "Later." });
  same(page.one(".pt-root").textContent, "Later.");
  page.model.change("view", { label: "x", lang: "en", parts: [PARTS[0]] });
  same(page.one(".pt-root").textContent, EVIL + EVIL);
  page.model.change("view", {});
  same(page.one(".pt-root").textContent, "Later.");
  page.close();
});

test("what never comes takes no room", async () => {
  const page = await shownWidget("shown", { view: {}, waits: "" });
  same(page.one(".pt-root").hidden, true);
  page.close();
});
