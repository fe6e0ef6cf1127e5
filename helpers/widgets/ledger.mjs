import { choices, withKeys } from "./page/choices.mjs";
import { outcomeCard } from "./page/comparison.mjs";
import { folded, h, keyButton, keySign, line, notices, ownId, sign } from "./page/dom.mjs";
import { Judging } from "./page/judging.mjs";
import { choiceForKey, digitGuard } from "./page/keys.mjs";
import { reasonNodes } from "./page/reasons.mjs";
import { ARROWS, rove, stopAt, stopAtPressed } from "./page/roving.mjs";
import { widget } from "./page/view.mjs";
import {
  ACTS, CHOICES, STEPS, byItem, isBegun, isWorthALook, questionBefore, questionOf, sortOf, stateOf, stepOf,
} from "./ledger.state.mjs";

// The ledger: one claim at a time, with an estimate, a check, the evidence, and an estimate again.
// One question is the current one. It is marked, and the number keys answer it wherever the focus is.

const SHAPES = { open: "○", begun: "◐", done: "●", given: "◇" };

class Ledger extends Judging {
  describe() {
    const ledger = this.ledger = this.model.get("ledger");
    this.claims = new Map(ledger.claims.map((claim) => [claim.id, claim]));
    this.stances = ledger.stances.map((id) => ({ id, ...this.strings.stances[id] }));
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

  /** The question that the number keys answer, or null where the next card comes first. */
  get question() {
    return this.asked ?? questionOf(this.claim, this.marks, this.isPassed);
  }

  estimateName(id, isAfter = false) {
    return this.t(`estimates.${isAfter && id === "cannot" ? "cannot-after" : id}`);
  }

  nameOf(act, value) {
    if (act === "stance") return this.strings.stances[value].name;
    if (act === "check") return this.claim.checks.find(({ id }) => id === value)?.name ?? "";
    return this.estimateName(value, act === "estimate-after");
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
    this.nav.replaceChildren(...this.route.map((id) => {
      const { number } = this.claims.get(id);
      const state = this.isGiven(id) ? "given" : stateOf(this.claims.get(id), this.marks);
      return h("li", {}, h("button", {
        type: "button", class: "pt-small", "data-id": id, onclick: () => this.go(id),
        "aria-label": this.t(`ledger.nav-${state}`, { number }),
        "aria-current": id === this.current ? "true" : null,
      }, h("span", { text: `${number} ` }), sign(SHAPES[state])));
    }));
  }

  buildPanel() {
    const { claim } = this;
    Object.assign(this, { asked: null, isPassed: false });
    const place = this.t("ledger.place", { place: this.route.indexOf(claim.id) + 1, n: this.route.length });
    const title = h("p", { class: "pt-item-title", id: ownId("claim") },
      h("span", { text: `${this.t("ledger.number", { number: claim.number })}: ` }),
      h("strong", { text: claim.says, lang: this.about.lang }),
      h("span", { class: "pt-place", text: ` ${place}` }));
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
    this.asking = new Map();
    return {
      estimate: this.choiceStep("estimate", "ask-first", estimates(false), this.t("ledger.scale")),
      check: this.choiceStep("check", "ask-check", claim.checks),
      turn: this.turnStep(),
      "estimate-after": this.choiceStep("estimate-after", "ask-after", estimates(true)),
    };
  }

  /** A question with its mark, its answers, and a place of its own that the focus can go to. */
  questionNode(question, act, item, options, ...above) {
    const asks = h("p", { class: "pt-question", id: ownId("question") },
      h("span", { class: "pt-here", "aria-hidden": "true", text: "▶ " }), h("span", { text: question }));
    const row = choices(question, withKeys(options), null, (id) => this.answer(act, item, id));
    const node = h("div", { class: "pt-asked", role: "group", tabindex: "-1", "aria-labelledby": asks.id },
      asks, ...above, row);
    Object.assign(node, { act, item, row, optionIds: options.map(({ id }) => id) });
    this.asking.set(`${act} ${item}`, node);
    return node;
  }

  choiceStep(act, asks, options, hint = "") {
    const above = hint ? [h("p", { class: "pt-place pt-hint", text: hint })] : [];
    const asked = this.questionNode(this.t(`ledger.${asks}`), act, this.current, options, ...above);
    const kept = h("p", { class: "pt-place", hidden: true });
    return Object.assign(h("div", { class: "pt-step", "data-act": act }, asked, kept), { asked, kept });
  }

  turnStep() {
    const list = h("ol", { class: "pt-evidence" });
    const button = h("button", { type: "button", class: "pt-main pt-turn", onclick: () => this.turn() },
      h("span", { class: "pt-here", "aria-hidden": "true", text: "▶ " }), h("span", {}), " ", keySign("T"));
    const all = h("p", { class: "pt-place", hidden: true, text: this.t("ledger.turned-all") });
    const question = h("p", { class: "pt-question", text: this.t("ledger.ask-turn") });
    return Object.assign(h("div", { class: "pt-step", "data-act": "turn" }, question, list, button, all),
      { list, button, all });
  }

  cardNode(card, number, ...below) {
    const title = h("p", { class: "pt-card-title", id: ownId("card") },
      h("strong", { text: this.t("ledger.card", { number, n: this.claim.cards.length }) }));
    const inside = h("div", { role: "group", tabindex: "-1", "aria-labelledby": title.id },
      title, ...this.saysNodes(card), ...below);
    return h("li", { class: "pt-evidence-card", "data-id": card.id }, inside);
  }

  saysNodes({ says, cite, notes, later }) {
    return [
      h("blockquote", { text: says, lang: this.about.lang }),
      h("p", { class: "pt-cite", text: cite }),
      ...notes.map((text) => h("p", { class: "pt-note-line", text })),
      later ? h("p", { class: "pt-later", text: this.t("ledger.later") }) : null,
    ];
  }

  ownCardNode(card, number) {
    return this.cardNode(card, number, this.questionNode(this.t("ledger.ask-stance"), "stance", card.id, this.stances));
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
    const { cue, next, here } = told;
    return [
      ...answered("ask-first", this.estimateName(told.estimate)),
      ...(told.aloud ? [h("p", {}, h("em", { text: `${this.t("ledger.aloud")}: ` }), told.aloud)] : []),
      ...answered("ask-check", this.nameOf("check", told.check)),
      ...reasonNodes(this.t, { cue, next, here }),
      h("p", { class: "pt-question", text: this.t("ledger.ask-turn") }),
      h("ol", { class: "pt-evidence" }, told.cards.map((card, place) =>
        this.cardNode(claim.cards[place], place + 1, this.stanceNode(card)))),
      ...answered("ask-after", this.estimateName(told["estimate-after"], true)),
      ...this.verdictNodes(told),
    ];
  }

  verdictNodes({ verdict, means, why, sources }) {
    const mark = (later) => (later ? ` (${this.t("ledger.later")})` : "");
    return [
      h("p", { class: "pt-claim-verdict", "data-verdict": verdict },
        h("span", { text: `${this.t("ledger.verdict")}: ` }),
        h("strong", { text: `${this.strings.verdicts[verdict].name}. ` }),
        h("span", { class: "pt-means", text: means })),
      h("p", { text: why }),
      h("details", {}, h("summary", { text: this.t("ledger.rests") }),
        h("ul", { class: "pt-rests" }, sources.map(({ cite, later }) => h("li", { text: `${cite}${mark(later)}` })))),
    ];
  }

  /** How a card stands to the claim: by the key, by the learner where they said it, and why. */
  stanceNode({ key, mine, why }) {
    const told = (id) => `${this.strings.stances[id].shape} ${this.strings.stances[id].name}`;
    const isSame = mine === key;
    return h("div", { class: "pt-label", "data-outcome": mine && !isSame ? "differs" : "same" },
      mine && !isSame ? line(this.t("ledger.stance-mine"), told(mine)) : null,
      line(this.t(isSame ? "ledger.stance-both" : "ledger.stance-key"), told(key)),
      why ? h("p", { text: why }) : null);
  }

  // -- Drawing --

  drawSteps() {
    const { claim, marks, steps } = this;
    const open = STEPS.indexOf(stepOf(claim, marks));
    STEPS.forEach((act, place) => {
      steps[act].hidden = open >= 0 && place > open;
    });
    this.drawCards();
    for (const { act, item, row } of this.asking.values()) {
      row.press(marks[act][item] ?? "");
      stopAtPressed([...row.children]);
    }
    this.drawKept();
    this.drawQuestion();
  }

  /** What came before the evidence stays, in one line. */
  drawKept() {
    const isKept = isBegun(this.claim, this.marks);
    for (const act of CHOICES.filter((one) => one !== "estimate-after")) {
      const { asked, kept } = this.steps[act];
      const value = this.marks[act][this.current];
      asked.row.hidden = isKept;
      for (const hint of asked.querySelectorAll(".pt-hint")) hint.hidden = isKept;
      kept.hidden = !isKept;
      kept.textContent = isKept && value ? `✓ ${this.nameOf(act, value)}. ${this.t("ledger.kept")}` : "";
    }
  }

  drawCards() {
    const { list, button, all } = this.steps.turn;
    const { cards } = this.claim;
    const turned = cards.filter(({ id }) => this.marks.turned[id]);
    const shown = new Set([...list.children].map((node) => node.dataset.id));
    const more = turned.filter(({ id }) => !shown.has(id));
    list.append(...more.map((card) => this.ownCardNode(card, cards.indexOf(card) + 1)));
    button.hidden = turned.length === cards.length;
    button.children[1].textContent = this.t("ledger.turn", { number: turned.length + 1, n: cards.length });
    all.hidden = !button.hidden;
  }

  /** Mark the question that the number keys answer, or the button that turns the next card over. */
  drawQuestion() {
    const current = this.questionHere();
    for (const node of [...this.asking.values(), this.steps.turn.button]) {
      node.dataset.current = String(node === current);
    }
  }

  questionHere() {
    const { question } = this;
    return question ? this.asking.get(`${question.act} ${question.item}`) : this.steps.turn.button;
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

  /** Bring the current question into view, and the focus to it where a key was pressed. */
  follow(isKey) {
    const node = this.questionHere();
    if (isKey) node.focus({ preventScroll: true });
    const card = node.closest(".pt-evidence-card") ?? node;
    card.scrollIntoView({ block: "nearest" });
  }

  answer(act, item, value, isKey = false) {
    const { claim, marks } = this;
    if (this.isComparing || this.isGiven(claim.id)) return;
    if ((act === "estimate" || act === "check") && isBegun(claim, marks)) {
      this.say(this.t("ledger.locked"));
      return;
    }
    this.asked = null;
    if (marks[act][item] !== value) {
      marks[act][item] = value;
      this.outbox.add(item, act, value);
      this.drawMarks();
      this.say(this.t("ledger.chosen", { name: this.nameOf(act, value) }));
    } else {
      this.drawQuestion();
    }
    this.follow(isKey);
  }

  /** Turn over the next card, or go on to the last question when there is none left. */
  turn(isKey = false) {
    const { claim } = this;
    if (this.isComparing || !this.steps) return;
    const step = stepOf(claim, this.marks);
    this.asked = null;
    if (step !== "turn") {
      this.isPassed = true;
      this.drawQuestion();
      this.follow(isKey);
      return;
    }
    const card = claim.cards.find(({ id }) => !this.marks.turned[id]);
    this.marks.turned[card.id] = true;
    this.outbox.add(card.id, "turn", true);
    this.drawMarks();
    const shown = this.steps.turn.list.lastElementChild;
    shown.firstElementChild.focus({ preventScroll: true });
    shown.scrollIntoView({ block: "nearest" });
    this.say(`${card.says} ${card.cite} ${card.notes.join(" ")}`);
  }

  /** Go back to the question before, so that the next number changes its answer. */
  back() {
    if (!this.steps) return;
    this.asked = questionBefore(this.claim, this.marks, this.question);
    this.drawQuestion();
    this.follow(true);
  }

  // -- Keys --

  markAction({ key, target }) {
    const letters = {
      t: () => this.turn(true), n: () => this.stepBy(1), p: () => this.stepBy(-1), backspace: () => this.back(),
    };
    if (Object.hasOwn(letters, key.toLowerCase())) return letters[key.toLowerCase()];
    const row = target.closest(".pt-choices");
    if (row && Object.hasOwn(ARROWS, key)) return () => rove([...row.children], target, ARROWS[key]);
    return this.numberAction(key);
  }

  /** A number answers the current question, wherever the focus is. */
  numberAction(key) {
    const { question } = this;
    if (!this.steps || !question || !/^[0-9]$/.test(key)) return digitGuard(key);
    const choice = choiceForKey(key, this.questionHere().optionIds);
    return choice ? () => this.answer(question.act, question.item, choice, true) : digitGuard(key);
  }

  // -- Comparing --

  showOrHide(isOpen) {
    super.showOrHide(isOpen);
    this.paper.hidden = isOpen;
  }

  /** What went well and the pattern, then the claims that want another look, then the rest, folded. */
  resultNodes({ summary, pattern, note, notes, rows }) {
    const { comparing } = this;
    const again = rows.filter(({ outcome }) => isWorthALook(outcome));
    const rest = rows.filter(({ outcome }) => !isWorthALook(outcome));
    const cards = new Map([...again, ...rest].map((row) => [row.id, this.rowNode(row)]));
    stopAt([...cards.values()], cards.values().next().value);
    const list = (chosen) => h("ol", { class: "pt-cards" }, chosen.map(({ id }) => h("li", {}, cards.get(id))));
    return [
      comparing.heading("ledger.result"),
      comparing.summary(summary),
      pattern ? h("p", { class: "pt-pattern" }, h("strong", { text: pattern })) : null,
      ...notices([note]),
      ...notes.map((text) => h("p", { text })),
      ...(again.length ? [h("h4", { text: this.t("ledger.look-again", { n: again.length }) }), list(again)] : []),
      ...(rest.length ? [folded(this.t("ledger.look-well", { n: rest.length }), list(rest))] : []),
      comparing.againRow(),
    ].filter(Boolean);
  }

  rowNode(row) {
    const both = this.t("ledger.yours-both", {
      first: this.estimateName(row.first), after: this.estimateName(row.after, true),
    });
    const before = row.first_after && row.first_after !== row.after
      ? h("p", { text: this.t("ledger.yours-first", { name: this.estimateName(row.first_after, true) }) }) : null;
    const name = this.t("ledger.number", { number: row.number });
    return outcomeCard({ ...row, name }, sortOf(row.outcome), this.t(`ledger.outcome-${row.outcome}`), this.about.lang,
      ...this.verdictNodes(row), line(this.t("ledger.yours"), `${both}.`), before,
      this.evidenceNode(row), ...this.checkNodes(row));
  }

  /** The cards again, each with how it stands; open where the learner and the key differ on one. */
  evidenceNode({ cards }) {
    const read = cards.filter(({ mine }) => mine);
    const alike = read.filter(({ mine, key }) => mine === key).length;
    const name = read.length ? "ledger.evidence-read" : "ledger.evidence";
    return h("details", { open: alike < read.length },
      h("summary", { text: this.t(name, { n: cards.length, read: read.length, alike }) }),
      h("ol", { class: "pt-evidence" }, cards.map((card) => h("li", { class: "pt-evidence-card" },
        ...this.saysNodes(card), this.stanceNode(card)))));
  }

  checkNodes({ check, best }) {
    const part = (label, { name, ...reason }, note = "") => h("div", { class: "pt-label" },
      line(label, `${name}${note}`), ...reasonNodes(this.t, reason));
    const note = ` (${this.t(`ledger.check-${check.helps}`)})`;
    const bestLabel = this.t("ledger.best-check");
    return [part(this.t("ledger.your-check"), check, note), ...best.map((one) => part(bestLabel, one))];
  }
}

export default widget(Ledger);
