import { choices, withKeys } from "./page/choices.mjs";
import { outcomeCard } from "./page/comparison.mjs";
import { h, keyButton, keySign, line, notices, ownId, sign } from "./page/dom.mjs";
import { Judging } from "./page/judging.mjs";
import { choiceForKey, digitGuard } from "./page/keys.mjs";
import { reasonNodes } from "./page/reasons.mjs";
import { ARROWS, rove, stopAt, stopAtPressed } from "./page/roving.mjs";
import { widget } from "./page/view.mjs";
import { ACTS, CHOICES, STEPS, byItem, isBegun, numbered, sortOf, stateOf, stepOf } from "./ledger.state.mjs";

// The ledger: one claim at a time, with an estimate, a check, the evidence, and an estimate again.

const SHAPES = { open: "○", begun: "◐", done: "●", given: "◇" };

class Ledger extends Judging {
  describe() {
    const ledger = this.ledger = this.model.get("ledger");
    this.claims = new Map(ledger.claims.map((claim) => [claim.id, claim]));
    return {
      name: "ledger", css: "pt-ledger", region: this.t("ledger.region", { title: ledger.title }), lang: ledger.lang,
      routes: ledger.routes, items: "claims",
      routeText: ({ id, minutes }) => `ledger.route-${id === "short" && !minutes ? "short-untimed" : id}`,
      scope: "ledger", drawer: `${ledger.case}:ledger`, acts: ACTS, none: "ledger.compare-none",
    };
  }

  savedMarks() {
    return byItem(this.model.get("marks"));
  }

  isDone(id) {
    return stepOf(this.claims.get(id), this.marks) === "done";
  }

  get claim() {
    return this.claims.get(this.current);
  }

  estimateName(id, isAfter = false) {
    return this.t(`estimates.${isAfter && id === "cannot" ? "cannot-after" : id}`);
  }

  // -- Building --

  build() {
    super.build();
    const { control, says } = this.comparing;
    this.foot.replaceChildren(this.progress, h("div", { class: "pt-row" }, control), says, this.saved);
  }

  drawAll() {
    const { lang } = this.strings;
    this.bar.replaceChildren(...this.routeRow(), this.help);
    this.nav = h("ol", { class: "pt-claims", "aria-label": this.t("ledger.claims"), lang });
    this.panel = h("div", { class: "pt-claim", role: "group", tabindex: "-1", lang });
    this.paper.replaceChildren(...notices(this.ledger.notes, lang), this.nav, this.panel);
    this.drawNav();
    this.buildPanel();
    this.drawFoot();
  }

  drawNav() {
    this.nav.replaceChildren(...this.route.map((id, place) => {
      const state = this.isGiven(id) ? "given" : stateOf(this.claims.get(id), this.marks);
      return h("li", {}, h("button", {
        type: "button", class: "pt-small", "data-id": id, onclick: () => this.go(id),
        "aria-label": this.t(`ledger.nav-${state}`, { number: place + 1 }),
        "aria-current": id === this.current ? "true" : null,
      }, h("span", { text: `${place + 1} ` }), sign(SHAPES[state])));
    }));
  }

  buildPanel() {
    const { claim } = this;
    const place = this.t("ledger.place", { number: this.route.indexOf(claim.id) + 1, n: this.route.length });
    const title = h("p", { class: "pt-item-title", id: ownId("claim") },
      h("span", { class: "pt-place", text: `${place} · ` }), h("span", { text: `${this.t("ledger.claim")}: ` }),
      h("strong", { text: claim.says, lang: this.about.lang }));
    this.panel.setAttribute("aria-labelledby", title.id);
    this.steps = this.isGiven(claim.id) ? null : this.stepNodes(claim);
    this.panel.replaceChildren(title,
      h("p", { class: "pt-place", text: this.t("ledger.in-text") }),
      h("blockquote", { text: claim.sentence, lang: this.about.lang }),
      ...(this.steps ? Object.values(this.steps) : this.givenNodes(claim)),
      this.nextNode());
    if (this.steps) this.drawSteps();
  }

  stepNodes(claim) {
    const estimates = (isAfter) => this.ledger.estimates.map((id) => ({ id, name: this.estimateName(id, isAfter) }));
    return {
      estimate: this.choiceStep("estimate", "ask-first", estimates(false), this.t("ledger.scale")),
      check: this.choiceStep("check", "ask-check", claim.checks),
      turn: this.turnStep(),
      "estimate-after": this.choiceStep("estimate-after", "ask-after", estimates(true)),
    };
  }

  stepNode(act, question, ...inside) {
    return h("div", { class: "pt-step", "data-act": act }, h("p", { class: "pt-question", text: question }), ...inside);
  }

  choiceStep(act, asks, options, hint = "") {
    const question = this.t(`ledger.${asks}`);
    const row = choices(question, withKeys(options), null, (id) => this.answer(act, id));
    const kept = h("p", { class: "pt-place", hidden: true, text: this.t("ledger.kept") });
    const step = this.stepNode(act, question, hint ? h("p", { class: "pt-place", text: hint }) : null, row, kept);
    return Object.assign(step, { row, kept, optionIds: options.map(({ id }) => id) });
  }

  turnStep() {
    const list = h("ol", { class: "pt-evidence" });
    const button = h("button", { type: "button", class: "pt-main pt-turn", onclick: () => this.turn() },
      h("span", {}), " ", keySign("T"));
    const all = h("p", { class: "pt-place", hidden: true, text: this.t("ledger.turned-all") });
    return Object.assign(this.stepNode("turn", this.t("ledger.ask-turn"), list, button, all), { list, button, all });
  }

  cardNode(card) {
    const { name, shape } = this.strings.stances[card.stance];
    return h("li", { class: "pt-evidence-card", "data-stance": card.stance, "data-id": card.id, tabindex: "-1" },
      h("p", { class: "pt-outcome" }, sign(`${shape} `), h("strong", { text: name })),
      h("blockquote", { text: card.says, lang: this.about.lang }),
      h("p", { class: "pt-cite", text: card.cite }),
      card.later ? h("p", { class: "pt-later", text: `▷ ${this.t("ledger.later")}` }) : null);
  }

  nextNode() {
    const isLast = this.route.indexOf(this.current) === this.route.length - 1;
    if (isLast) return h("p", { class: "pt-place", text: this.own.length ? this.t("ledger.last") : "" });
    return keyButton(this.t("ledger.next"), "N", () => this.stepBy(1), "pt-next");
  }

  /** A claim that is worked out: the same steps, told. */
  givenNodes(claim) {
    const told = this.given[claim.id];
    const answered = (asks, answer) => [
      h("p", { class: "pt-question", text: this.t(`ledger.${asks}`) }),
      h("p", { class: "pt-worked", text: `✓ ${answer}` }),
    ];
    return [
      ...answered("ask-first", this.estimateName(told.estimate)),
      ...(told.aloud ? [h("p", {}, h("em", { text: `${this.t("ledger.aloud")}: ` }), told.aloud)] : []),
      ...answered("ask-check", claim.checks.find(({ id }) => id === told.check).name),
      h("p", { text: told.cue }),
      h("p", { class: "pt-question", text: this.t("ledger.ask-turn") }),
      h("ol", { class: "pt-evidence" }, claim.cards.map((card) => this.cardNode(card))),
      ...answered("ask-after", this.estimateName(told["estimate-after"], true)),
      ...this.verdictNodes(told),
    ];
  }

  verdictNodes({ verdict, why, beside, sources }) {
    const { name, shape, means } = this.strings.verdicts[verdict];
    const mark = (later) => (later ? ` (${this.t("ledger.later")})` : "");
    return [
      h("p", { class: "pt-verdict", "data-verdict": verdict }, h("span", { text: `${this.t("ledger.verdict")}: ` }),
        h("strong", { text: `${shape} ${name}. ` }), h("span", { text: means })),
      h("p", { class: "pt-notice pt-beside", text: beside }),
      h("p", { text: why }),
      h("p", {}, h("strong", { text: `${this.t("ledger.rests")}:` })),
      h("ul", { class: "pt-rests" }, sources.map(({ cite, later }) => h("li", { text: `${cite}${mark(later)}` }))),
    ];
  }

  // -- Drawing --

  drawSteps() {
    const { claim, marks, steps } = this;
    const open = STEPS.indexOf(stepOf(claim, marks));
    STEPS.forEach((act, place) => {
      steps[act].hidden = open >= 0 && place > open;
    });
    for (const act of CHOICES) {
      const { row, kept } = steps[act];
      row.press(marks[act][claim.id] ?? "");
      stopAtPressed([...row.children]);
      const isKept = isBegun(claim, marks) && act !== "estimate-after";
      kept.hidden = !isKept;
      for (const button of row.children) button.setAttribute("aria-disabled", String(isKept));
    }
    this.drawCards();
  }

  drawCards() {
    const { list, button, all } = this.steps.turn;
    const { cards } = this.claim;
    const turned = cards.filter(({ id }) => this.marks.turned[id]);
    const shown = new Set([...list.children].map((node) => node.dataset.id));
    list.append(...turned.filter(({ id }) => !shown.has(id)).map((card) => this.cardNode(card)));
    button.hidden = turned.length === cards.length;
    button.firstChild.textContent = this.t("ledger.turn", { number: turned.length + 1, n: cards.length });
    all.hidden = !button.hidden;
  }

  drawFoot() {
    const marked = this.done.length;
    const isPart = marked > 0 && marked < this.own.length;
    this.progress.textContent = this.t("ledger.progress", { marked, n: this.own.length });
    this.comparing.button.textContent = this.t(isPart ? "ledger.compare-some" : "ledger.compare", { n: marked });
  }

  drawMarks() {
    if (this.steps) this.drawSteps();
    this.drawNav();
    this.drawFoot();
  }

  // -- Acting --

  go(id) {
    if (id !== this.current) {
      this.current = id;
      this.drawNav();
      this.buildPanel();
    }
    this.focusCurrent();
  }

  stepBy(by) {
    const id = this.route[this.route.indexOf(this.current) + by];
    if (id) this.go(id);
  }

  focusCurrent() {
    this.panel.focus();
  }

  answer(act, value) {
    const { claim } = this;
    if (this.isComparing || this.isGiven(claim.id)) return;
    if (act !== "estimate-after" && isBegun(claim, this.marks)) {
      this.say(this.t("ledger.locked"));
      return;
    }
    if (this.marks[act][claim.id] === value) return;
    this.marks[act][claim.id] = value;
    this.outbox.add(claim.id, act, value);
    this.drawMarks();
    const name = act === "check"
      ? claim.checks.find(({ id }) => id === value).name : this.estimateName(value, act === "estimate-after");
    this.say(this.t("ledger.chosen", { name }));
  }

  turn() {
    const { claim } = this;
    const card = claim.cards.find(({ id }) => !this.marks.turned[id]);
    if (this.isComparing || !card || this.isGiven(claim.id) || stepOf(claim, this.marks) !== "turn") return;
    this.marks.turned[card.id] = true;
    this.outbox.add(card.id, "turn", true);
    const { button, list } = this.steps.turn;
    const hadFocus = button === this.root.ownerDocument.activeElement;
    this.drawMarks();
    if (hadFocus && button.hidden) list.lastElementChild.focus();
    this.say(`${this.strings.stances[card.stance].name}. ${card.says} ${card.cite}`);
  }

  // -- Keys --

  markAction({ key, target }) {
    const letters = { t: () => this.turn(), n: () => this.stepBy(1), p: () => this.stepBy(-1) };
    if (Object.hasOwn(letters, key.toLowerCase())) return letters[key.toLowerCase()];
    const row = target.closest(".pt-step .pt-choices");
    if (row && Object.hasOwn(ARROWS, key)) return () => rove([...row.children], target, ARROWS[key]);
    return this.numberAction(key, target);
  }

  /** A number answers the question that has the focus; elsewhere in the claim, the open one. */
  numberAction(key, target) {
    if (!this.steps || !this.panel.contains(target)) return digitGuard(key);
    const act = numbered(target.closest(".pt-step")?.dataset.act, stepOf(this.claim, this.marks));
    const choice = act && /^[0-9]$/.test(key) ? choiceForKey(key, this.steps[act].optionIds) : null;
    return choice ? () => this.answer(act, choice) : digitGuard(key);
  }

  // -- Comparing --

  showOrHide(isOpen) {
    super.showOrHide(isOpen);
    this.paper.hidden = isOpen;
  }

  resultNodes({ summary, note, notes, rows }) {
    const { comparing } = this;
    const cards = rows.map((row) => this.rowNode(row));
    stopAt(cards, cards[0]);
    return [
      comparing.heading("ledger.result"),
      comparing.summary(summary),
      ...notices([note]),
      ...notes.map((text) => h("p", { text })),
      h("ol", { class: "pt-cards" }, cards.map((card) => h("li", {}, card))),
      comparing.againRow(),
    ];
  }

  rowNode(row) {
    const both = this.t("ledger.yours-both", {
      first: this.estimateName(row.first), after: this.estimateName(row.after, true),
    });
    const before = row.first_after && row.first_after !== row.after
      ? h("p", { text: this.t("ledger.yours-first", { name: this.estimateName(row.first_after, true) }) }) : null;
    return outcomeCard(row, sortOf(row.outcome), this.t(`ledger.outcome-${row.outcome}`), this.about.lang,
      ...this.verdictNodes(row), line(this.t("ledger.yours"), `${both}.`), before, ...this.checkNodes(row));
  }

  checkNodes({ check, best }) {
    const part = (label, { name, ...reason }, note = "") => h("div", { class: "pt-label" },
      line(label, `${name}${note}`), ...reasonNodes(this.t, reason));
    const note = ` (${this.t(check.good ? "ledger.check-good" : "ledger.check-other")})`;
    const bestLabel = this.t("ledger.best-check");
    return [part(this.t("ledger.your-check"), check, note), ...best.map((one) => part(bestLabel, one))];
  }
}

export default widget(Ledger);
