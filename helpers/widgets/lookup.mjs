import { Comparing } from "./page/comparing.mjs";
import { button, folded, h, notices, ownId, sign } from "./page/dom.mjs";
import { digitGuard, hearKeys, helpBox } from "./page/keys.mjs";
import { reasonNodes } from "./page/reasons.mjs";
import { TO_THE_ENDS, UP_AND_DOWN, neighbour, stopAt } from "./page/roving.mjs";
import { View, widget } from "./page/view.mjs";
import { cardsLeft, chosenCards, parted } from "./lookup.state.mjs";

// Search results, closed at first; opening one shows its page and why the choice helps or not.

const HELPS = { yes: "✓", "a-little": "◐", no: "–" };

class Lookup extends View {
  constructor(model, strings) {
    super(model, strings);
    this.results = model.get("results");
    this.order = this.results.cards.map(({ id }) => id);
    [this.current] = this.order;
    this.openOutbox(`${this.results.case}:cards`);
    this.comparing = new Comparing(this, {
      ready: () => this.chosen.length > 0,
      none: this.t("lookup.compare-none"),
      route: () => undefined,
      nodes: (comparison) => this.resultNodes(comparison),
      changed: (isOpen) => this.showOrHide(isOpen),
      back: () => this.go(this.order[0]),
    });
    this.build();
    this.listen("change:opened", () => this.draw());
    this.comparing.show();
  }

  get comingText() {
    return this.outbox.state === "not-saved" ? "lookup.not-open" : "lookup.coming";
  }

  /** A result that Python does not open says so, instead of "Opening…" for ever. */
  showSaved(outbox) {
    super.showSaved(outbox);
    if (this.holders && this.outbox) this.draw();
  }

  get chosen() {
    return chosenCards(this.model.get("opened"), this.outbox.pending);
  }

  get left() {
    return cardsLeft(this.results.budget, this.chosen);
  }

  // -- Building, once --

  build() {
    const { t, comparing } = this;
    const { cards, notes, budget } = this.results;
    this.help = helpBox(t, this.strings.lookup.help);
    this.count = h("p", { class: "pt-progress" });
    comparing.button.textContent = t("lookup.compare");
    this.holders = new Map();
    this.list = h("ol", { class: "pt-results", "aria-label": t("lookup.list") },
      cards.map((card) => this.cardNode(card)));
    this.foot = h("div", { class: "pt-foot" },
      this.count, h("div", { class: "pt-row" }, comparing.control), comparing.says, this.saved);
    this.root = h("section", {
      class: "pt-root pt-lookup", "aria-label": t("lookup.region"), lang: this.strings.lang, "data-done": "false",
    },
      ...notices(notes), h("p", { class: "pt-question", text: t("lookup.asks", { n: budget }) }),
      this.help, this.list, this.foot, comparing.result);
    hearKeys(this.root, (event) => this.actionFor(event));
    this.drawStop();
  }

  cardNode(card) {
    const { id, title, extract, url } = card;
    const { lang } = this.results;
    const chip = h("span", { class: "pt-chip" });
    const heading = h("p", { class: "pt-item-title", id: ownId("result") }, h("strong", { text: title, lang }), chip);
    const opener = button("pt-small pt-open", this.t("lookup.open"), () => this.open(id),
      { "aria-label": this.t("lookup.open-named", card) });
    const inside = h("div", { class: "pt-inside", hidden: true });
    const here = h("p", { class: "pt-spent", role: "status" });
    const box = h("div", {
      class: "pt-item", role: "group", tabindex: "-1", "data-id": id, "aria-labelledby": heading.id,
      onfocusin: () => this.arrive(id),
    },
    h("div", { class: "pt-hit" },
      h("div", {}, heading,
        h("p", { class: "pt-cite" }, `${this.citeText(card)} · `, h("code", { text: url })),
        h("p", { class: "pt-extract", text: extract, lang })),
      opener),
    here, inside);
    this.holders.set(id, { box, chip, opener, inside, here });
    return h("li", {}, box);
  }

  citeText({ publisher, date }) {
    return `${publisher} · ${this.t("lookup.date", { date })}`;
  }

  // -- Drawing --

  draw() {
    const opened = new Map(this.model.get("opened").map((card) => [card.id, card]));
    const { chosen } = this;
    for (const id of this.order) this.drawCard(id, opened.get(id), chosen);
    this.count.textContent = this.t("lookup.count", { n: chosen.length, budget: this.results.budget, left: this.left });
  }

  drawCard(id, opened, chosen) {
    const { box, chip, opener, inside } = this.holders.get(id);
    const isComing = !opened && chosen.includes(id);
    const place = chosen.indexOf(id) + 1;
    box.dataset.open = String(Boolean(opened));
    chip.textContent = opened ? ` ${place ? this.t("lookup.opened", { n: place }) : this.t("lookup.came-along")}` : "";
    opener.setAttribute("aria-disabled", String(!this.left));
    const hadFocus = opener === opener.ownerDocument.activeElement;
    opener.hidden = Boolean(opened) || isComing || this.comparing.isOpen;
    if (hadFocus && opener.hidden) box.focus();
    inside.hidden = !opened && !isComing;
    if (opened && inside.dataset.full !== "true") inside.replaceChildren(...this.insideNodes(opened));
    else if (!opened) inside.replaceChildren(h("p", { text: this.t(this.comingText) }));
    inside.dataset.full = String(Boolean(opened));
  }

  drawStop() {
    stopAt([...this.holders.values()].map(({ box }) => box), this.holders.get(this.current)?.box);
  }

  insideNodes({ words, seen, ...reasons }) {
    const { lang } = this.results;
    return [
      ...(words ? words.split("\n\n").map((text) => h("blockquote", { text, lang }))
        : [h("p", { text: this.t("lookup.no-words") })]),
      h("p", { class: "pt-cite", text: seen }),
      ...(reasons.helps ? this.helpsNodes(reasons) : []),
    ];
  }

  /** Whether a choice helps, as a shape and words, and the next move. */
  helpsNodes({ helps, ...reason }) {
    return [
      h("p", { class: "pt-helps", "data-helps": helps },
        sign(`${HELPS[helps]} `), h("strong", { text: this.t(`lookup.helps-${helps}`) })),
      ...reasonNodes(this.t, reason),
    ];
  }

  // -- Acting --

  arrive(id) {
    if (id === this.current) return;
    this.current = id;
    this.drawStop();
  }

  go(id) {
    this.arrive(id);
    this.holders.get(id).box.focus();
  }

  open(id) {
    const isOpen = this.model.get("opened").some((card) => card.id === id) || this.chosen.includes(id);
    if (isOpen || this.comparing.isOpen) return;
    if (!this.left) {
      this.sayHere(id, this.t("lookup.spent", { n: this.results.budget }));
      return;
    }
    const { title, together } = this.results.cards.find((one) => one.id === id);
    this.outbox.add(id, "open", true);
    this.draw();
    this.holders.get(id).box.focus();
    const along = together.length ? ` ${this.t("lookup.along", { n: together.length })}` : "";
    this.sayHere(id, this.left ? "" : this.t("lookup.spent", { n: this.results.budget }));
    this.comparing.tell(`${this.t("lookup.told", { title, left: this.left })}${along}`);
  }

  /** Say something beside the result where it happened: the foot may be screens away. */
  sayHere(id, text) {
    for (const [other, { here }] of this.holders) here.textContent = other === id ? text : "";
  }

  // -- Comparing --

  showOrHide(isOpen) {
    this.list.hidden = this.foot.hidden = isOpen;
    this.root?.setAttribute("data-done", String(isOpen));
    this.draw();
  }

  resultNodes({ summary, rows }) {
    const { t, comparing } = this;
    const { opened, rest } = parted(rows);
    return [
      comparing.heading("lookup.title"),
      comparing.summary(summary),
      ...notices([t("lookup.note")]),
      h("p", {}, h("strong", { text: t("lookup.yours") })),
      h("ol", { class: "pt-cards" }, opened.map((row) => this.rowNode(row))),
      folded(`${t("lookup.rest")}: ${rest.length}`,
        h("ul", { class: "pt-cards" }, rest.map((row) => this.rowNode(row)))),
      comparing.againRow("lookup.again-note"),
    ];
  }

  rowNode(row) {
    const card = this.results.cards.find(({ id }) => id === row.id);
    const title = h("p", { class: "pt-item-title", id: ownId("row") },
      h("strong", { text: row.title, lang: this.results.lang }));
    return h("li", {}, h("div", { class: "pt-card", role: "group", "aria-labelledby": title.id, "data-id": row.id },
      title, h("p", { class: "pt-cite", text: this.citeText(card) }), ...this.helpsNodes(row)));
  }

  // -- Keys --

  actionFor({ key, target }) {
    if (key === "?") return () => this.help.toggle(target.closest(".pt-item"));
    const steps = { ...UP_AND_DOWN, ...TO_THE_ENDS };
    if (target.closest(".pt-item") && Object.hasOwn(steps, key)) {
      return () => this.go(neighbour(this.order, this.current, steps[key]));
    }
    const isOnItem = target.classList.contains("pt-item");
    if (isOnItem && (key === "Enter" || key === " ")) return () => this.open(this.current);
    return digitGuard(key);
  }
}

export default widget(Lookup);
