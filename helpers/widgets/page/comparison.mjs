import { arranged, saidOnce } from "./comparison.state.mjs";
import { folded, h, line, notices, ownId, sign } from "./dom.mjs";
import { reasonNodes } from "./reasons.mjs";
import { stopAt } from "./roving.mjs";

// The comparison of marks and answers: what I chose, what the key chose, and why.

const OUTCOMES = { same: "=", either: "≈", differs: "≠" };

/**
 * Show the learner's answers beside the key's: what went well and which pattern there is, then where the two
 * differ, then the rest, folded. `names` says how the widget calls and draws its options: `nameOf(id)`,
 * `signOf(id)`, `mixed`, `lang`, and of a row `extras(row)` and `documents(row)`.
 */
export function comparisonNodes(comparing, names, { summary, pattern, full, note, notes, rows }) {
  const { t } = comparing;
  const { differs, rest } = arranged(rows);
  const cards = new Map(saidOnce([...differs, ...rest]).map((row) => [row.id, cardNode(t, names, row)]));
  stopAt([...cards.values()], cards.values().next().value);
  const list = (chosen) => h("ol", { class: "pt-cards" }, chosen.map(({ id }) => h("li", {}, cards.get(id))));
  return [
    comparing.heading("comparison.title"),
    h("div", { class: "pt-verdict", "data-full": String(Boolean(full)) },
      comparing.summary(summary),
      pattern ? h("p", { class: "pt-pattern" }, full ? sign("✓ ") : null, h("strong", { text: pattern })) : null),
    ...notices([note]),
    ...notes.map((text) => h("p", { text })),
    h("div", { class: "pt-said" },
      ...(differs.length ? [h("h4", { text: t("comparison.differing", { n: differs.length }) }), list(differs)] : []),
      ...(rest.length ? [folded(t("comparison.agreeing", { n: rest.length }), list(rest))] : [])),
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
  h("blockquote", { text: row.text, lang }), ...more.filter(Boolean));
}

function cardNode(t, names, row) {
  const beside = names.extras(row);
  const reasons = h("div", {}, ...labelNodes(t, names, row), ...readingNodes(t, names, row),
    ...mineNodes(t, names, row), ...wordNodes(t, row));
  const documents = names.documents(row);
  return outcomeCard(row, row.outcome, t(`comparison.${row.outcome}`), names.lang,
    beside.length ? h("div", { class: "pt-beside" }, reasons, h("div", {}, ...beside)) : reasons,
    documents.length ? folded(t("comparison.documents"), ...documents) : null);
}

function labelNodes(t, names, row) {
  const part = (who, kind, reason) => h("div", { class: "pt-label", "data-kind": kind },
    line(t(`comparison.${who}`), h("span", { class: "pt-chip" }, names.signOf(kind), names.nameOf(kind))),
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
