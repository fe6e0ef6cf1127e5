import { comparisonNodes } from "./comparison.mjs";
import { KeyedView, Outbox, h, savedLine, words } from "./kit.mjs";

// What marking an article and answering a set of questions have in common: the foot with its
// counts and buttons, the keys, undo, and the comparison.

/** The option that a number key stands for. */
export function choiceForKey(key, options) {
  const place = Number.parseInt(key, 10);
  return place >= 1 && place <= options.length ? options[place - 1] : null;
}

/** The item `step` places on, stopping at either end. */
export function neighbour(route, current, step) {
  const place = route.indexOf(current);
  return route[Math.min(route.length - 1, Math.max(0, (place < 0 ? 0 : place) + step))];
}

/** How often each option has been used on a route. */
export function tally(options, route, marked) {
  const counts = Object.fromEntries(options.map((option) => [option, 0]));
  for (const id of route) if (marked[id] in counts) counts[marked[id]] += 1;
  return counts;
}

export class Judging extends KeyedView {
  constructor(model, el) {
    super(model);
    this.past = [];
    this.strings = model.get("strings");
    this.t = words(this.strings, this.strings.lang);
    this.prepare();
    this.build(el);
    this.outbox = new Outbox(model, this.drawerKey, (outbox) => this.saved.show(outbox));
    this.saved.show(this.outbox);
    this.start();
    this.listen("change:marks", () => this.refresh());
    this.listen("change:comparison", () => this.showComparison(true));
    this.listen("msg:custom", (message) => this.hear(message));
    this.showComparison(false);
  }

  // -- Building, once --

  build(el) {
    this.root = h("section", { class: `pt-root ${this.rootClass}`, "aria-label": this.regionName, lang: this.strings.lang });
    this.bar = h("div", { class: "pt-bar" });
    this.paper = h("div", { class: "pt-paper", lang: this.textLang });
    this.foot = h("div", { class: "pt-foot" });
    this.result = h("div", { class: "pt-result" });
    this.spoken = h("p", { class: "pt-unseen", role: "status" });
    this.saved = savedLine(this.t);
    this.root.append(this.bar, this.paper, this.foot, this.result, this.spoken);
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.buildFoot();
    el.append(this.root);
  }

  buildFoot() {
    this.legend = h("ul", { class: "pt-legend", "aria-label": this.t("judging.legend") });
    this.progress = h("p", { class: "pt-progress" });
    this.compareButton = h("button", { type: "button", class: "pt-main", onclick: () => this.compare() });
    this.compareSays = h("p", { role: "status", class: "pt-says" });
    const undo = h("button", { type: "button", class: "pt-small", onclick: () => this.undo() },
      h("span", { text: `${this.t("judging.undo")} ` }), h("kbd", { text: "U", "aria-hidden": "true" }));
    const ask = this.model.get("has_key") ? this.compareButton : h("p", { text: this.t("judging.no-key") });
    this.foot.replaceChildren(this.legend, this.progress, h("div", { class: "pt-row" }, ask, undo), this.compareSays, this.saved);
  }

  drawFoot() {
    const counts = tally(this.optionIds, this.own, this.mainMarks);
    this.legend.replaceChildren(...this.optionIds.map((id) => h("li", { "data-kind": id },
      h("span", { class: "pt-shape", "aria-hidden": "true", text: this.shapeOf(id) }),
      h("span", { text: ` ${this.nameOf(id)}: ${counts[id]}` }))));
    const marked = this.labelled.length;
    const some = marked > 0 && marked < this.own.length;
    this.progress.textContent = this.t(this.progressName, { marked, n: this.own.length });
    this.compareButton.textContent = some ? this.t("judging.compare-some", { n: marked }) : this.t("judging.compare");
  }

  get labelled() {
    return this.own.filter((id) => this.mainMarks[id]);
  }

  // -- Keys --

  say(text) {
    this.spoken.textContent = text;
  }

  actionFor(event) {
    if (event.key === "?") return () => this.toggleHelp();
    if (this.comparing) return this.cardAction(event.key, event.target);
    return this.markAction(event);
  }

  cardAction(key, target) {
    const card = target.closest(".pt-card");
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    if (!card || !(key in steps)) return digitGuard(key);
    return () => {
      const cards = [...this.result.querySelectorAll(".pt-card:not([hidden])")];
      const next = cards[cards.indexOf(card) + steps[key]];
      if (!next) return;
      card.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    };
  }

  // -- Comparing --

  get comparing() {
    return Boolean(this.model.get("comparison").rows);
  }

  compare() {
    if (!this.labelled.length) {
      this.compareSays.textContent = this.t("judging.compare-none");
      return;
    }
    this.compareSays.textContent = this.t("judging.compare-wait");
    this.model.send({ type: "compare", route: this.routeName });
    this.waiting = setTimeout(() => {
      this.compareSays.textContent = this.t("judging.compare-silent");
    }, 4000);
  }

  /** What went wrong is said below the buttons; then nobody is waiting any more. */
  hear(message) {
    if (message.type !== "not-saved") return;
    clearTimeout(this.waiting);
    this.compareSays.textContent = "";
    if (this.comparing) this.againSays.textContent = message.says;
  }

  again() {
    this.againSays.textContent = "";
    this.model.send({ type: "again" });
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.againSays.textContent = this.t("desk.silent");
    }, 4000);
  }

  resultNodes(comparison) {
    return comparisonNodes(this, comparison);
  }

  showComparison(wasAsked) {
    clearTimeout(this.waiting);
    this.compareSays.textContent = "";
    const had = this.result.childElementCount > 0;
    const comparison = this.model.get("comparison");
    this.result.replaceChildren(...(this.comparing ? this.resultNodes(comparison) : []));
    this.bar.hidden = this.comparing;
    this.foot.hidden = this.comparing || this.own.length === 0;
    this.root.dataset.comparing = String(this.comparing);
    this.comparisonShown();
    if (wasAsked && this.comparing) this.result.querySelector("h3").focus();
    if (wasAsked && had && !this.comparing) this.focusCurrent();
  }
}

/** A digit that means nothing here must not mean something to JupyterLab. */
export function digitGuard(key) {
  return /^[0-9]$/.test(key) ? () => {} : null;
}
