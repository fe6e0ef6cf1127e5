import { button, h, line, notices, ownId, sign } from "./dom.mjs";
import { reasonNodes } from "./reasons.mjs";
import { stopAt } from "./roving.mjs";

// The comparison of marks and answers: what I chose, what the key chose, and why.

const OUTCOMES = { same: "=", either: "≈", differs: "≠" };

/**
 * Show the learner's answers beside the key's, with the reasons for both. `names` says how the widget
 * calls and draws its options: `nameOf(id)`, `shapeOf(id)`, `mixed`, `lang`, and `extras(row)`.
 */
export function comparisonNodes(comparing, names, { summary, note, notes, rows }) {
  const { t } = comparing;
  const cards = rows.map((row) => cardNode(t, names, row));
  stopAt(cards, cards[0]);
  return [
    comparing.heading("comparison.title"),
    comparing.summary(summary),
    ...notices([note]),
    filterNode(t, cards),
    ...notes.map((text) => h("p", { text })),
    h("ol", { class: "pt-cards" }, cards.map((card) => h("li", {}, card))),
    comparing.againRow(),
  ];
}

/** Make a card of a comparison: what came of it in a sign and words, the text it is about, and more. */
export function outcomeCard(row, outcome, title, lang, ...more) {
  const heading = h("p", { class: "pt-outcome", id: ownId("card") },
    sign(OUTCOMES[outcome]), h("strong", { text: ` ${title}` }), row.name ? ` · ${row.name}` : null);
  return h("div", {
    class: "pt-card", role: "group", tabindex: "-1", "data-outcome": outcome, "data-id": row.id,
    "aria-labelledby": heading.id,
  }, heading, row.title ? h("p", { class: "pt-item-title" }, h("strong", { text: row.title })) : null,
  h("blockquote", { text: row.text, lang }), ...more);
}

function filterNode(t, cards) {
  const none = h("p", { role: "status" });
  const choose = () => {
    const only = filter.getAttribute("aria-pressed") !== "true";
    filter.setAttribute("aria-pressed", String(only));
    for (const card of cards) card.parentElement.hidden = card.hidden = only && card.dataset.outcome !== "differs";
    const shown = cards.filter((card) => !card.hidden);
    stopAt(cards, shown[0]);
    none.textContent = shown.length ? "" : t("comparison.filter-none");
  };
  const filter = button("pt-small", t("comparison.filter"), choose, { "aria-pressed": "false" });
  return h("div", { class: "pt-row" }, filter, none);
}

function cardNode(t, names, row) {
  return outcomeCard(row, row.outcome, t(`comparison.${row.outcome}`), names.lang,
    ...labelNodes(t, names, row), ...readingNodes(t, names, row), ...mineNodes(t, names, row),
    ...wordNodes(t, row), ...names.extras(row));
}

function labelNodes(t, names, row) {
  const part = (who, kind, reason) => h("div", { class: "pt-label", "data-kind": kind },
    line(t(`comparison.${who}`), h("span", { class: "pt-chip", text: `${names.shapeOf(kind)} ${names.nameOf(kind)}` })),
    ...reasonNodes(t, reason));
  if (row.mine === row.key) return [part("both", row.mine, row.because_mine)];
  return [part("mine", row.mine, row.because_mine), part("key", row.key, row.because_key)];
}

function readingNodes(t, names, { readings, mixed }) {
  const nodes = [];
  if (readings.length) {
    nodes.push(
      h("p", {}, h("strong", { text: `${t("comparison.contested")}. ` }), t("comparison.contested-note")),
      h("ul", {}, readings.map(({ kind, why }) => h("li", {},
        h("strong", { text: `${t("comparison.reading", { name: names.nameOf(kind) })} ` }), why))));
  }
  if (mixed) nodes.push(line(t(names.mixed), mixed));
  return nodes;
}

function mineNodes(t, names, { first, mine, sure }) {
  const nodes = [];
  if (first && first !== mine) nodes.push(h("p", { text: t("comparison.first", { name: names.nameOf(first) }) }));
  if (sure) nodes.push(h("p", { text: t("comparison.sure", { name: t(`sureness.${sure}.name`) }) }));
  return nodes;
}

function wordNodes(t, { words, extra }) {
  if (!words?.length && !extra?.length) return [];
  const told = ({ caught, note, why }) =>
    `(${t(`comparison.word-${note}`)}). ${t(caught ? "comparison.word-caught" : "comparison.word-missed")}. ${why}`;
  return [
    h("p", {}, h("strong", { text: t("comparison.words-title") })),
    h("ul", {},
      words.map((word) => h("li", {}, h("strong", { text: `“${word.text}” ` }), told(word))),
      extra.map((text) => h("li", { text: t("comparison.word-extra", { text }) }))),
  ];
}
