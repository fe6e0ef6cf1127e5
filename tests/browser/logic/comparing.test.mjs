import { holds, same, shownWidget, suite } from "./tools.mjs";

const test = suite(import.meta.url);

const REASON = { cue: "A cue.", next: "A check." };
const ROW = {
  id: "s0", text: "It is so.", outcome: "same", mine: "opinion", first: "opinion", sure: null, key: "opinion",
  because_mine: REASON, because_key: REASON, readings: [], mixed: "", words: null, extra: [],
};
const VERDICT = { verdict: "supported", means: "It is borne out.", why: "It is so.", cards: [], sources: [] };

/** Each widget that can be compared: with something to compare, and with its comparison. */
const WIDGETS = {
  marker: {
    values: {
      given: {}, marks: { route: "whole", kind: { s0: "opinion" }, sure: {}, words: {} },
      article: {
        id: "tiny", title: "Tiny", lang: "en", notes: [], routes: [{ id: "whole", minutes: 1, sentences: ["s0"] }],
        blocks: [{ kind: "paragraph", parts: [{ id: "s0", text: "It is.", pieces: ["", "It", " ", "is", "."] }] }],
      },
    },
    comparison: { summary: [], note: "", notes: [], rows: [ROW] },
    route: "whole",
  },
  judge: {
    values: {
      given: {}, marks: { route: "whole", chosen: { s0: "opinion" } },
      questions: {
        id: "q", case: "tiny", lang: "en", title: "Tiny", asks: "Which?", notes: [], documents: {},
        options: [{ id: "opinion", name: "Opinion", hint: "" }], routes: [{ id: "whole", minutes: 1, items: ["s0"] }],
        items: [{ id: "s0", title: "First", passage: "It is so.", note: "", shows: [] }],
      },
    },
    comparison: { summary: [], note: "", notes: [], rows: [ROW] },
    route: "whole",
  },
  ledger: {
    values: {
      given: {},
      marks: {
        route: "whole", estimate: { c1: "5-20" }, check: { c1: "ask" }, "estimate-after": { c1: "1-5" }, stance: {},
        turned: [],
      },
      ledger: {
        case: "tiny", title: "Tiny", lang: "en", notes: [], estimates: ["1-5", "5-20"], stances: [],
        routes: [{ id: "whole", minutes: 1, claims: ["c1"] }],
        claims: [
          {
            id: "c1", number: 1, says: "It holds.", sentence: "It is so.", checks: [{ id: "ask", name: "Ask" }],
            cards: [],
          },
        ],
      },
    },
    comparison: {
      summary: [], note: "", notes: [],
      rows: [{ id: "c1", number: 1, text: "It holds.", outcome: "right", first: "5-20", after: "1-5", first_after: "",
        check: { ...REASON, name: "Ask", helps: "best" }, best: [], ...VERDICT }],
    },
    route: "whole",
  },
  lookup: {
    values: {
      opened: [{ id: "s0", number: 1, words: "", seen: "" }],
      results: {
        case: "tiny", lang: "en", budget: 2, notes: [],
        cards: [{ id: "s0", title: "A page", publisher: "P", date: "D", extract: "E", url: "u", together: [] }],
      },
    },
    comparison: { summary: [], rows: [{ id: "s0", title: "A page", number: 1, helps: "yes", ...REASON }] },
    route: undefined,
  },
};

for (const [name, { values, comparison, route }] of Object.entries(WIDGETS)) {
  const fresh = (more = {}) =>
    shownWidget(name, { has_key: true, comparison: {}, ...structuredClone(values), ...more });
  const refuse = ({ model }) => model.hear({ type: "not-saved", says: "Not saved: a new learner." });

  test(`${name}: a comparison that cannot be saved is not called silence`, async () => {
    const shown = await fresh();
    shown.one(".pt-compare").click();
    same(shown.model.sent, [{ type: "compare", route }]);
    holds(shown.says().includes("Comparing…"));
    refuse(shown);
    holds(!shown.says().includes("Comparing…"));
    holds(shown.says().includes("Not saved: a new learner."));
    shown.close();
  });

  test(`${name}: trying again says why it cannot`, async () => {
    const shown = await fresh({ comparison });
    shown.button("Try again").click();
    refuse(shown);
    same(shown.model.sent, [{ type: "again" }]);
    holds(shown.says().includes("Not saved: a new learner."), shown.says().join("|"));
    shown.close();
  });

  test(`${name}: a kernel that cannot be reached is told at once`, async () => {
    const shown = await fresh();
    shown.model.send = () => {
      throw new Error("The kernel was restarted");
    };
    shown.one(".pt-compare").click();
    await new Promise((go) => setTimeout(go, 20));
    holds(shown.says().some((text) => text.includes("Python is not answering")), shown.says().join("|"));
    shown.close();
  });

  test(`${name}: nothing to compare is said, and nothing is sent`, async () => {
    const marks = values.marks && { ...values.marks, kind: {}, chosen: {}, "estimate-after": {} };
    const shown = await fresh({ marks, opened: [] });
    shown.one(".pt-compare").click();
    same(shown.model.sent, []);
    holds(shown.one(".pt-foot .pt-says").textContent.length > 10);
    shown.close();
  });

  test(`${name}: the focus goes to a comparison that was asked for, and back afterwards`, async () => {
    const shown = await fresh();
    shown.one(".pt-compare").click();
    shown.model.change("comparison", comparison);
    same(document.activeElement.tagName, "H3");
    holds(!shown.one(".pt-foot").checkVisibility());
    shown.button("Try again").click();
    shown.model.change("comparison", {});
    holds(shown.el.contains(document.activeElement) && !shown.one(".pt-result h3"));
    shown.close();
  });

  test(`${name}: a comparison that somebody else asked for does not take the focus`, async () => {
    const shown = await fresh();
    document.activeElement?.blur();
    shown.model.change("comparison", comparison);
    holds(shown.one(".pt-result h3"));
    same(document.activeElement, document.body);
    shown.close();
  });

  test(`${name}: a view that is taken away stops listening`, async () => {
    const shown = await fresh();
    holds(shown.model.all > 2);
    shown.close();
    same(shown.model.all, 0);
  });
}

test("an answer given in another cell is shown", async () => {
  const { values } = WIDGETS.marker;
  const shown = await shownWidget("marker", { has_key: true, comparison: {}, ...structuredClone(values) });
  shown.model.change("marks", { route: "whole", kind: { s0: "quotation" }, sure: {}, words: {} });
  same(shown.one(".pt-sentence").dataset.kind, "quotation");
  same(shown.one('.pt-dock [aria-pressed="true"]').dataset.id, "quotation");
  shown.close();
});

test("a sentence may have the name of an inherited property", async () => {
  const values = structuredClone(WIDGETS.marker.values);
  values.article.routes[0].sentences = ["constructor"];
  values.article.blocks[0].parts[0].id = "constructor";
  values.marks.kind = {};
  const shown = await shownWidget("marker", { has_key: true, comparison: {}, ...values });
  same(shown.one(".pt-sentence").dataset.kind, "");
  shown.press(shown.one(".pt-sentence"), "4");
  same(shown.one(".pt-sentence").dataset.kind, "opinion");
  shown.close();
});
