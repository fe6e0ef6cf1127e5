import { h, ownId } from "./kit.mjs";

// The comparison that all lessons show: what I chose, what the key chose, and why.

/** The learner's answers beside the key's, with the reasons for both. */
export function comparisonNodes(view, comparison) {
  const { t } = view;
  const heading = h("h3", { tabindex: "-1", text: t("comparison.title") });
  const summary = h("ul", { class: "pt-summary" }, comparison.summary.map((text) => h("li", { text })));
  const cards = comparison.rows.map((row) => cardNode(view, row));
  if (cards[0]) cards[0].tabIndex = 0;
  const again = h("button", { type: "button", class: "pt-main", onclick: () => view.again() },
    h("span", { text: t("comparison.again") }));
  view.againSays = h("p", { role: "status" });
  return [
    heading, summary,
    h("p", { class: "pt-notice", text: comparison.note }),
    filterNode(t, cards),
    ...comparison.notes.map((text) => h("p", { text })),
    h("ol", { class: "pt-cards" }, cards.map((card) => card.parentElement)),
    h("div", { class: "pt-row" }, again, h("span", { text: t("comparison.again-note") })),
    view.againSays,
  ];
}

function filterNode(t, cards) {
  const none = h("p", { role: "status" });
  const filter = h("button", { type: "button", class: "pt-small", "aria-pressed": "false", text: t("comparison.filter") });
  filter.addEventListener("click", () => {
    const only = filter.getAttribute("aria-pressed") !== "true";
    filter.setAttribute("aria-pressed", String(only));
    for (const card of cards) card.parentElement.hidden = card.hidden = only && card.dataset.outcome !== "differs";
    const shown = cards.filter((card) => !card.hidden);
    for (const card of cards) card.tabIndex = card === shown[0] ? 0 : -1;
    none.textContent = shown.length ? "" : t("comparison.filter-none");
  });
  return h("div", { class: "pt-row" }, filter, none);
}

const OUTCOMES = { same: "=", either: "≈", differs: "≠" };

function cardNode(view, row) {
  const { t } = view;
  const title = h("p", { class: "pt-outcome", id: ownId("card") },
    h("span", { class: "pt-shape", "aria-hidden": "true", text: OUTCOMES[row.outcome] }),
    h("strong", { text: ` ${t(`comparison.${row.outcome}`)}` }));
  const text = h("blockquote", { text: row.text, lang: view.textLang });
  const card = h("div", {
    class: "pt-card", role: "group", tabindex: "-1", "data-outcome": row.outcome, "data-id": row.id,
    "aria-labelledby": title.id,
  }, title, ...(row.title ? [h("p", { class: "pt-item-title" }, h("strong", { text: row.title }))] : []), text, ...labelNodes(view, row), ...extraNodes(view, row), ...wordCards(t, row), ...(view.rowExtras?.(row) ?? []));
  h("li", {}, card);
  return card;
}

function labelNodes(view, row) {
  const { t } = view;
  const agree = row.mine === row.key;
  const part = (who, kind, { cue, next }) => h("div", { class: "pt-label", "data-kind": kind },
    h("p", {}, h("strong", { text: `${t(`comparison.${who}`)}: ` }),
      h("span", { class: "pt-chip", text: `${view.shapeOf(kind)} ${view.nameOf(kind)}` })),
    h("p", { text: cue }),
    h("p", {}, h("strong", { text: `${t("comparison.next-check")}: ` }), document.createTextNode(next)));
  if (agree) return [part("both", row.mine, row.because_mine)];
  return [part("mine", row.mine, row.because_mine), part("key", row.key, row.because_key)];
}

function extraNodes(view, row) {
  const { t } = view;
  const nodes = [];
  if (row.readings.length) {
    nodes.push(h("p", {}, h("strong", { text: `${t("comparison.contested")}. ` }), document.createTextNode(t("comparison.contested-note"))));
    nodes.push(h("ul", {}, row.readings.map(({ kind, why }) => h("li", {},
      h("strong", { text: `${t("comparison.reading", { name: view.nameOf(kind) })} ` }), document.createTextNode(why)))));
  }
  if (row.mixed) nodes.push(h("p", {}, h("strong", { text: `${t(view.mixedName ?? "comparison.mixed")}: ` }), document.createTextNode(row.mixed)));
  if (row.first && row.first !== row.mine) nodes.push(h("p", { text: t("comparison.first", { name: view.nameOf(row.first) }) }));
  if (row.sure) nodes.push(h("p", { text: t("comparison.sure", { name: t(`sureness.${row.sure}.name`) }) }));
  return nodes;
}

function wordCards(t, row) {
  if (!row.words?.length && !row.extra?.length) return [];
  const lines = row.words.map(({ text, caught, note, why }) => h("li", {},
    h("strong", { text: `“${text}” ` }),
    document.createTextNode(`(${t(`comparison.word-${note}`)}). ${t(caught ? "comparison.word-caught" : "comparison.word-missed")}. ${why}`)));
  const extra = row.extra.map((text) => h("li", { text: t("comparison.word-extra", { text }) }));
  return [h("p", {}, h("strong", { text: t("comparison.words-title") })), h("ul", {}, lines, extra)];
}
