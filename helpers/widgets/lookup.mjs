import { digitGuard, neighbour } from "./judging.mjs";
import { KeyedView, Outbox, h, ownId, savedLine, words } from "./kit.mjs";

// Search results, closed at first; opening one shows its page and why the choice helps or not.

/** The cards chosen so far: those that Python has shown, and those still on their way. */
export function chosenCards(opened, pending) {
  const chosen = opened.filter(({ number }) => number).sort((a, b) => a.number - b.number).map(({ id }) => id);
  const coming = pending.filter(({ act }) => act === "open").map(({ item }) => item);
  return [...new Set([...chosen, ...coming])];
}

const HELPS = { yes: "✓", "a-little": "◐", no: "–" };

class Lookup extends KeyedView {
  constructor(model, el) {
    super(model);
    this.strings = model.get("strings");
    this.t = words(this.strings, this.strings.lang);
    this.results = model.get("results");
    this.order = this.results.cards.map(({ id }) => id);
    [this.current] = this.order;
    this.build(el);
    const key = `paper-trail:${model.get("learner")}:${this.results.case}:cards`;
    this.outbox = new Outbox(model, key, (outbox) => this.saved.show(outbox));
    this.saved.show(this.outbox);
    this.listen("change:opened", () => this.draw());
    this.listen("change:comparison", () => this.showComparison(true));
    this.draw();
    this.showComparison(false);
  }

  get comparing() {
    return Boolean(this.model.get("comparison").rows);
  }

  get chosen() {
    return chosenCards(this.model.get("opened"), this.outbox?.pending ?? []);
  }

  get left() {
    return Math.max(0, this.results.budget - this.chosen.length);
  }

  // -- Building, once --

  build(el) {
    const { t } = this;
    this.root = h("section", { class: "pt-root pt-lookup", "aria-label": t("lookup.region"), lang: this.strings.lang });
    this.says = h("p", { role: "status", class: "pt-says" });
    this.count = h("p", { class: "pt-progress" });
    this.saved = savedLine(t);
    this.list = h("ol", { class: "pt-results", "aria-label": t("lookup.list") }, this.results.cards.map((card) => this.cardNode(card)));
    this.compareButton = h("button", { type: "button", class: "pt-main", text: t("lookup.compare"), onclick: () => this.compare() });
    const ask = this.model.get("has_key") ? this.compareButton : h("p", { text: t("judging.no-key") });
    this.foot = h("div", { class: "pt-foot" }, this.count, h("div", { class: "pt-row" }, ask), this.says, this.saved);
    this.result = h("div", { class: "pt-result" });
    const notes = this.results.notes.map((text) => h("p", { class: "pt-notice", text }));
    this.root.append(...notes, h("p", { class: "pt-question", text: t("lookup.asks", { n: this.results.budget }) }), this.helpPart(this.strings.lookup.help), this.list, this.foot, this.result);
    this.root.addEventListener("keydown", (event) => this.key(event));
    el.append(this.root);
  }

  cardNode({ id, title, publisher, date, extract, url }) {
    const { t } = this;
    const lang = this.results.lang;
    const heading = h("p", { class: "pt-item-title", id: ownId("result") },
      h("strong", { text: title, lang }), h("span", { class: "pt-chip" }));
    const button = h("button", { type: "button", class: "pt-small pt-open", onclick: () => this.open(id) });
    const inside = h("div", { class: "pt-inside", hidden: true });
    const box = h("div", {
      class: "pt-item", role: "group", tabindex: id === this.current ? "0" : "-1", "data-id": id, "aria-labelledby": heading.id,
      onfocusin: () => this.arrive(id),
    },
    heading,
    h("p", { class: "pt-cite", text: `${publisher} · ${t("lookup.date", { date })}` }),
    h("p", { class: "pt-extract", text: extract, lang }),
    h("p", { class: "pt-address" }, h("code", { text: url })),
    button, inside);
    return h("li", {}, box);
  }

  // -- Drawing --

  boxOf(id) {
    return [...this.list.querySelectorAll(".pt-item")].find((box) => box.dataset.id === id);
  }

  draw() {
    const opened = new Map(this.model.get("opened").map((card) => [card.id, card]));
    const { chosen } = this;
    for (const card of this.results.cards) this.drawCard(card, opened.get(card.id), chosen);
    this.count.textContent = this.t("lookup.count", { n: chosen.length, budget: this.results.budget, left: this.left });
  }

  drawCard({ id, title, publisher }, opened, chosen) {
    const box = this.boxOf(id);
    const isComing = !opened && chosen.includes(id);
    const button = box.querySelector(".pt-open");
    const place = chosen.indexOf(id) + 1;
    box.dataset.open = String(Boolean(opened));
    box.querySelector(".pt-chip").textContent = opened ? ` ${place ? this.t("lookup.opened", { n: place }) : this.t("lookup.came-along")}` : "";
    const isShut = Boolean(opened) || isComing || this.comparing;
    const hadFocus = button === button.ownerDocument.activeElement;
    button.hidden = isShut;
    if (hadFocus && isShut) box.focus();
    button.textContent = this.t("lookup.open");
    button.setAttribute("aria-label", this.t("lookup.open-named", { title, publisher }));
    const inside = box.querySelector(".pt-inside");
    inside.hidden = !opened && !isComing;
    if (opened && inside.dataset.full !== "true") {
      inside.replaceChildren(...this.insideNodes(opened));
      inside.dataset.full = "true";
    } else if (!opened) {
      inside.dataset.full = "false";
      inside.replaceChildren(h("p", { text: this.t("lookup.coming") }));
    }
  }

  insideNodes({ words: text, seen, helps, cue, next }) {
    const { t } = this;
    const quoted = text
      ? text.split("\n\n").map((part) => h("blockquote", { text: part, lang: this.results.lang }))
      : [h("p", { text: t("lookup.no-words") })];
    const why = helps ? reasonNodes(t, { helps, cue, next }) : [];
    return [...quoted, h("p", { class: "pt-cite", text: seen }), ...why];
  }

  // -- Acting --

  arrive(id) {
    if (id === this.current) return;
    this.boxOf(this.current).tabIndex = -1;
    this.current = id;
    this.boxOf(id).tabIndex = 0;
  }

  go(id) {
    this.arrive(id);
    this.boxOf(id).focus();
  }

  open(id) {
    const isOpen = this.model.get("opened").some((card) => card.id === id) || this.chosen.includes(id);
    if (isOpen || this.comparing) return;
    if (!this.left) {
      this.tell(this.t("lookup.spent", { n: this.results.budget }));
      return;
    }
    const card = this.results.cards.find((one) => one.id === id);
    this.outbox.add(id, "open", true);
    this.draw();
    this.boxOf(id).focus();
    const along = card.together.length ? ` ${this.t("lookup.along", { n: card.together.length })}` : "";
    this.tell(`${this.t("lookup.told", { title: card.title, left: this.left })}${along}`);
  }

  tell(text) {
    this.says.textContent = text;
  }

  compare() {
    if (!this.chosen.length) {
      this.tell(this.t("lookup.compare-none"));
      return;
    }
    this.tell(this.t("judging.compare-wait"));
    this.model.send({ type: "compare" });
    this.waiting = setTimeout(() => this.tell(this.t("judging.compare-silent")), 4000);
  }

  showComparison(wasAsked) {
    clearTimeout(this.waiting);
    if (wasAsked) this.tell("");
    const had = this.result.childElementCount > 0;
    this.result.replaceChildren(...(this.comparing ? this.comparisonNodes() : []));
    this.list.hidden = this.foot.hidden = this.comparing;
    this.draw();
    if (wasAsked && this.comparing) this.result.querySelector("h3").focus();
    if (wasAsked && had && !this.comparing) this.go(this.order[0]);
  }

  comparisonNodes() {
    const { t } = this;
    const { summary, rows } = this.model.get("comparison");
    const opened = rows.filter(({ number }) => number).sort((a, b) => a.number - b.number);
    const rest = rows.filter(({ number }) => !number);
    const again = h("button", { type: "button", class: "pt-main", text: t("comparison.again"), onclick: () => this.model.send({ type: "again" }) });
    return [
      h("h3", { tabindex: "-1", text: t("lookup.title") }),
      h("ul", { class: "pt-summary" }, summary.map((text) => h("li", { text }))),
      h("p", { class: "pt-notice", text: t("lookup.note") }),
      h("p", {}, h("strong", { text: t("lookup.yours") })),
      h("ol", { class: "pt-cards" }, opened.map((row) => this.rowNode(row))),
      h("p", {}, h("strong", { text: t("lookup.rest") })),
      h("ul", { class: "pt-cards" }, rest.map((row) => this.rowNode(row))),
      h("div", { class: "pt-row" }, again, h("span", { text: t("lookup.again-note") })),
    ];
  }

  rowNode(row) {
    const card = this.results.cards.find(({ id }) => id === row.id);
    const title = h("p", { class: "pt-item-title", id: ownId("row") }, h("strong", { text: row.title, lang: this.results.lang }));
    return h("li", {}, h("div", { class: "pt-card", role: "group", "aria-labelledby": title.id, "data-id": row.id },
      title, h("p", { class: "pt-cite", text: `${card.publisher} · ${this.t("lookup.date", { date: card.date })}` }), ...reasonNodes(this.t, row)));
  }

  // -- Keys --

  actionFor({ key, target }) {
    if (key === "?") return () => this.toggleHelp();
    const item = target.closest(".pt-item");
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -1e6, End: 1e6 };
    if (item && key in steps) return () => this.go(neighbour(this.order, this.current, steps[key]));
    const isOnItem = target.classList.contains("pt-item");
    if (isOnItem && (key === "Enter" || key === " ")) return () => this.open(this.current);
    return digitGuard(key);
  }
}

/** Whether a choice helps, as a shape and words, and the next move. */
function reasonNodes(t, { helps, cue, next }) {
  return [
    h("p", { class: "pt-helps", "data-helps": helps },
      h("span", { class: "pt-shape", "aria-hidden": "true", text: `${HELPS[helps]} ` }), h("strong", { text: t(`lookup.helps-${helps}`) })),
    h("p", { text: cue }),
    h("p", {}, h("strong", { text: `${t("comparison.next-check")}: ` }), document.createTextNode(next)),
  ];
}

export default {
  render({ model, el }) {
    const lookup = new Lookup(model, el);
    return () => lookup.close();
  },
};
