import { Judging, choiceForKey, digitGuard } from "./judging.mjs";
import { choices, h, ownId } from "./kit.mjs";

// The ledger: one claim at a time, with an estimate, a check, the evidence, and an estimate again.

const ACTS = ["estimate", "check", "estimate-after"];

/** What the page shows: what is on disk, with what is still on its way laid over it. */
export function weightsShown(marks, pending) {
  const shown = { route: marks.route, turned: new Set(marks.turned) };
  for (const act of ACTS) shown[act] = { ...marks[act] };
  for (const { item, act, value } of pending) {
    if (act === "route") shown.route = value;
    else if (act === "turn") shown.turned.add(item);
    else if (ACTS.includes(act)) shown[act][item] = value;
  }
  return shown;
}

/** What comes next for one claim. */
export function stepOf(claim, weights) {
  if (!weights.estimate[claim.id]) return "estimate";
  if (!weights.check[claim.id]) return "check";
  if (claim.cards.some(({ id }) => !weights.turned.has(id))) return "turn";
  return weights["estimate-after"][claim.id] ? "done" : "estimate-after";
}

/** How far one claim is, for the list of claims. */
export function stateOf(claim, weights) {
  const step = stepOf(claim, weights);
  return { estimate: "open", done: "done" }[step] ?? "begun";
}

/** One stop for the Tab key; the arrows step from answer to answer. */
function roving(row) {
  const buttons = [...row.children];
  const stop = buttons.find((button) => button.getAttribute("aria-pressed") === "true") ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

class LedgerView extends Judging {
  prepare() {
    this.ledger = this.model.get("ledger");
    this.given = this.model.get("given");
    this.claims = new Map(this.ledger.claims.map((claim) => [claim.id, claim]));
    this.marks = weightsShown(this.model.get("marks"), []);
  }

  start() {
    this.marks = weightsShown(this.model.get("marks"), this.outbox.pending);
    this.current = this.firstOpen();
    this.drawAll();
  }

  get rootClass() {
    return "pt-ledger";
  }

  get regionName() {
    return this.t("ledger.region", { title: this.ledger.title });
  }

  get textLang() {
    return this.ledger.lang;
  }

  get drawerKey() {
    return `paper-trail:${this.model.get("learner")}:${this.ledger.case}:ledger`;
  }

  get routeName() {
    return this.marks.route;
  }

  get route() {
    const { routes } = this.ledger;
    return (routes.find(({ id }) => id === this.marks.route) ?? routes[0]).claims;
  }

  get own() {
    return this.route.filter((id) => !(id in this.given));
  }

  get labelled() {
    return this.own.filter((id) => stepOf(this.claims.get(id), this.marks) === "done");
  }

  get claim() {
    return this.claims.get(this.current);
  }

  firstOpen() {
    return this.route.find((id) => !(id in this.given) && stepOf(this.claims.get(id), this.marks) !== "done") ?? this.route[0];
  }

  estimateName(id, after = false) {
    return this.t(`estimates.${after && id === "cannot" ? "cannot-after" : id}`);
  }

  // -- Building --

  drawAll() {
    const { routes, notes } = this.ledger;
    const name = ({ id, minutes, claims }) =>
      this.t(`ledger.route-${id === "short" && !minutes ? "short-untimed" : id}`, { n: claims.length, minutes });
    const row = routes.length > 1
      ? [choices(this.t("ledger.routes"), routes.map((route) => ({ id: route.id, name: name(route) })), this.marks.route, (id) => this.chooseRoute(id))]
      : [];
    this.bar.replaceChildren(...row, this.helpPart(this.strings.ledger.help));
    this.nav = h("ol", { class: "pt-claims", "aria-label": this.t("ledger.claims"), lang: this.strings.lang });
    this.panel = h("div", { class: "pt-claim", role: "group", tabindex: "-1" });
    this.paper.replaceChildren(
      ...notes.map((text) => h("p", { class: "pt-notice", text, lang: this.strings.lang })), this.nav, this.panel);
    this.drawNav();
    this.buildPanel();
    this.drawFoot();
  }

  drawNav() {
    const shapes = { open: "○", begun: "◐", done: "●", given: "◇" };
    this.nav.replaceChildren(...this.route.map((id, place) => {
      const state = id in this.given ? "given" : stateOf(this.claims.get(id), this.marks);
      return h("li", {}, h("button", {
        type: "button", class: "pt-small", "data-id": id, "aria-label": this.t(`ledger.nav-${state}`, { number: place + 1 }),
        "aria-current": id === this.current ? "true" : null, onclick: () => this.go(id),
      }, h("span", { text: `${place + 1} ` }), h("span", { class: "pt-shape", "aria-hidden": "true", text: shapes[state] })));
    }));
  }

  buildPanel() {
    const { claim } = this;
    const place = this.t("ledger.place", { number: this.route.indexOf(claim.id) + 1, n: this.route.length });
    const title = h("p", { class: "pt-item-title", id: ownId("claim") },
      h("span", { class: "pt-place", text: `${place} · ` }), h("span", { text: `${this.t("ledger.claim")}: ` }),
      h("strong", { text: claim.says, lang: this.ledger.lang }));
    const sentence = [h("p", { class: "pt-place", text: this.t("ledger.in-text") }), h("blockquote", { text: claim.sentence, lang: this.ledger.lang })];
    this.panel.setAttribute("aria-labelledby", title.id);
    this.panel.lang = this.strings.lang;
    this.steps = claim.id in this.given ? null : this.stepNodes(claim);
    this.panel.replaceChildren(title, ...sentence, ...(this.steps ? Object.values(this.steps) : this.givenNodes(claim)), this.nextNode());
    if (this.steps) this.drawSteps();
  }

  stepNodes(claim) {
    const estimates = (after) => this.ledger.estimates.map((id, place) =>
      ({ id, name: this.estimateName(id, after), key: String(place + 1) }));
    const checks = claim.checks.map(({ id, name }, place) => ({ id, name, key: String(place + 1) }));
    return {
      estimate: this.choiceStep("estimate", "ask-first", estimates(false), this.t("ledger.scale")),
      check: this.choiceStep("check", "ask-check", checks),
      turn: this.turnStep(),
      "estimate-after": this.choiceStep("estimate-after", "ask-after", estimates(true)),
    };
  }

  choiceStep(act, asks, options, hint = "") {
    const question = this.t(`ledger.${asks}`);
    const row = choices(question, options, null, (id) => this.answer(act, id));
    const kept = h("p", { class: "pt-place", hidden: true, text: this.t("ledger.kept") });
    const step = h("div", { class: "pt-step", "data-act": act },
      h("p", { class: "pt-question", text: question }), hint ? h("p", { class: "pt-place", text: hint }) : null, row, kept);
    return Object.assign(step, { row, kept, optionIds: options.map(({ id }) => id) });
  }

  turnStep() {
    const list = h("ol", { class: "pt-evidence" });
    const button = h("button", { type: "button", class: "pt-main pt-turn", onclick: () => this.turn() },
      h("span", {}), h("span", { text: " " }), h("kbd", { text: "T", "aria-hidden": "true" }));
    const all = h("p", { class: "pt-place", hidden: true, text: this.t("ledger.turned-all") });
    const step = h("div", { class: "pt-step", "data-act": "turn" },
      h("p", { class: "pt-question", text: this.t("ledger.ask-turn") }), list, button, all);
    return Object.assign(step, { list, button, all });
  }

  cardNode(card) {
    const { name, shape } = this.strings.stances[card.stance];
    return h("li", { class: "pt-evidence-card", "data-stance": card.stance, "data-id": card.id, tabindex: "-1" },
      h("p", { class: "pt-outcome" }, h("span", { class: "pt-shape", "aria-hidden": "true", text: `${shape} ` }), h("strong", { text: name })),
      h("blockquote", { text: card.says, lang: this.ledger.lang }),
      h("p", { class: "pt-cite", text: card.cite }),
      card.later ? h("p", { class: "pt-later", text: `▷ ${this.t("ledger.later")}` }) : null);
  }

  nextNode() {
    const isLast = this.route.indexOf(this.current) === this.route.length - 1;
    if (isLast) return h("p", { class: "pt-place", text: this.own.length ? this.t("ledger.last") : "" });
    return h("button", { type: "button", class: "pt-small pt-next", onclick: () => this.stepBy(1) },
      h("span", { text: `${this.t("ledger.next")} ` }), h("kbd", { text: "N", "aria-hidden": "true" }));
  }

  /** A claim that is worked out: the same steps, told. */
  givenNodes(claim) {
    const told = this.given[claim.id];
    const line = (question, answer) => [h("p", { class: "pt-question", text: question }), h("p", { class: "pt-worked", text: `✓ ${answer}` })];
    const check = claim.checks.find(({ id }) => id === told.check);
    return [
      ...line(this.t("ledger.ask-first"), this.estimateName(told.estimate)),
      told.aloud ? h("p", {}, h("em", { text: `${this.t("ledger.aloud")}: ` }), document.createTextNode(told.aloud)) : null,
      ...line(this.t("ledger.ask-check"), check.name),
      h("p", { text: told.cue }),
      h("p", { class: "pt-question", text: this.t("ledger.ask-turn") }),
      h("ol", { class: "pt-evidence" }, claim.cards.map((card) => this.cardNode(card))),
      ...line(this.t("ledger.ask-after"), this.estimateName(told["estimate-after"], true)),
      ...this.verdictNodes(told),
    ].filter(Boolean);
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
    const step = stepOf(claim, marks);
    const reached = ["estimate", "check", "turn", "estimate-after", "done"].indexOf(step);
    Object.keys(steps).forEach((act, place) => { steps[act].hidden = place > reached; });
    const isBegun = claim.cards.some(({ id }) => marks.turned.has(id));
    for (const act of ACTS) {
      steps[act].row.press(marks[act][claim.id] ?? "");
      roving(steps[act].row);
      const isKept = isBegun && act !== "estimate-after";
      steps[act].kept.hidden = !isKept;
      for (const button of steps[act].row.children) button.setAttribute("aria-disabled", String(isKept));
    }
    this.drawCards();
  }

  drawCards() {
    const { list, button, all } = this.steps.turn;
    const { cards } = this.claim;
    const turned = cards.filter(({ id }) => this.marks.turned.has(id));
    const shown = new Set([...list.children].map((node) => node.dataset.id));
    list.append(...turned.filter(({ id }) => !shown.has(id)).map((card) => this.cardNode(card)));
    button.hidden = turned.length === cards.length;
    button.firstChild.textContent = this.t("ledger.turn", { number: turned.length + 1, n: cards.length });
    all.hidden = !button.hidden;
  }

  buildFoot() {
    this.progress = h("p", { class: "pt-progress" });
    this.compareButton = h("button", { type: "button", class: "pt-main pt-compare", onclick: () => this.compare() });
    this.compareSays = h("p", { role: "status", class: "pt-says" });
    const ask = this.model.get("has_key") ? this.compareButton : h("p", { text: this.t("judging.no-key") });
    this.foot.replaceChildren(this.progress, h("div", { class: "pt-row" }, ask), this.compareSays, this.saved);
  }

  drawFoot() {
    const marked = this.labelled.length;
    const some = marked > 0 && marked < this.own.length;
    this.progress.textContent = this.t("ledger.progress", { marked, n: this.own.length });
    this.compareButton.textContent = some ? this.t("ledger.compare-some", { n: marked }) : this.t("ledger.compare");
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
    const place = this.route.indexOf(this.current) + by;
    if (this.route[place]) this.go(this.route[place]);
  }

  focusCurrent() {
    this.panel.focus();
  }

  answer(act, value) {
    const { claim } = this;
    if (this.comparing || claim.id in this.given) return;
    if (act !== "estimate-after" && claim.cards.some(({ id }) => this.marks.turned.has(id))) {
      this.say(this.t("ledger.locked"));
      return;
    }
    if (this.marks[act][claim.id] === value) return;
    this.marks[act][claim.id] = value;
    this.outbox.add(claim.id, act, value);
    this.afterAnswer();
    const name = act === "check" ? claim.checks.find(({ id }) => id === value).name : this.estimateName(value, act === "estimate-after");
    this.say(this.t("ledger.chosen", { name }));
  }

  turn() {
    const { claim } = this;
    const card = claim.cards.find(({ id }) => !this.marks.turned.has(id));
    if (this.comparing || !card || claim.id in this.given || stepOf(claim, this.marks) !== "turn") return;
    this.marks.turned.add(card.id);
    this.outbox.add(card.id, "turn", true);
    const { button, list } = this.steps.turn;
    const hadFocus = button === this.root.ownerDocument.activeElement;
    this.afterAnswer();
    if (hadFocus && button.hidden) list.lastElementChild.focus();
    this.say(`${this.strings.stances[card.stance].name}. ${card.says} ${card.cite}`);
  }

  afterAnswer() {
    this.drawSteps();
    this.drawNav();
    this.drawFoot();
  }

  chooseRoute(id) {
    if (id === this.marks.route) return;
    this.marks.route = id;
    this.outbox.add("ledger", "route", id);
    this.current = this.firstOpen();
    this.drawAll();
    this.bar.querySelector(`[data-id="${id}"]`)?.focus();
  }

  // -- Keys --

  markAction({ key, target }) {
    const plain = { t: () => this.turn(), n: () => this.stepBy(1), p: () => this.stepBy(-1) };
    if (plain[key.toLowerCase()]) return plain[key.toLowerCase()];
    const row = target.closest(".pt-step .pt-choices");
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (row && key in steps) return () => this.stepWithin(row, target, steps[key]);
    return this.numberAction(key, target);
  }

  stepWithin(row, from, by) {
    const buttons = [...row.children];
    const next = buttons[buttons.indexOf(from) + by];
    if (!next) return;
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  /** A number answers the question that has the focus; elsewhere in the claim, the open one. */
  numberAction(key, target) {
    if (!/^[0-9]$/.test(key)) return null;
    if (!this.steps || !this.panel.contains(target)) return digitGuard(key);
    const open = stepOf(this.claim, this.marks);
    const act = target.closest(".pt-step")?.dataset.act ?? (open === "done" ? "estimate-after" : open);
    const choice = ACTS.includes(act) ? choiceForKey(key, this.steps[act].optionIds) : null;
    return choice ? () => this.answer(act, choice) : digitGuard(key);
  }

  hear(message) {
    super.hear(message);
    if (message.type === "refused") this.refresh();
  }

  refresh() {
    const { route } = this.marks;
    this.marks = weightsShown(this.model.get("marks"), this.outbox.pending);
    if (this.marks.route !== route) {
      if (!this.route.includes(this.current)) this.current = this.firstOpen();
      this.drawAll();
    } else if (this.steps) this.afterAnswer();
  }

  // -- Comparing --

  compare() {
    if (this.labelled.length) super.compare();
    else this.compareSays.textContent = this.t("ledger.compare-none");
  }

  comparisonShown() {
    this.paper.hidden = this.comparing;
  }

  resultNodes({ summary, note, notes, rows }) {
    this.againSays = h("p", { role: "status", class: "pt-says" });
    const cards = rows.map((row) => this.rowNode(row));
    if (cards[0]) cards[0].tabIndex = 0;
    const again = h("button", { type: "button", class: "pt-main", text: this.t("comparison.again"), onclick: () => this.again() });
    return [
      h("h3", { tabindex: "-1", text: this.t("ledger.result") }),
      h("ul", { class: "pt-summary" }, summary.map((text) => h("li", { text }))),
      h("p", { class: "pt-notice", text: note }),
      ...notes.map((text) => h("p", { text })),
      h("ol", { class: "pt-cards" }, cards.map((card) => h("li", {}, card))),
      h("div", { class: "pt-row" }, again, h("span", { text: this.t("comparison.again-note") })),
      this.againSays,
    ];
  }

  rowNode(row) {
    const sort = { right: "same", "open-said": "same", wrong: "differs", "open-missed": "differs" }[row.outcome] ?? "either";
    const shape = { same: "=", either: "≈", differs: "≠" }[sort];
    const title = h("p", { class: "pt-outcome", id: ownId("card") },
      h("span", { class: "pt-shape", "aria-hidden": "true", text: shape }), h("strong", { text: ` ${this.t(`ledger.outcome-${row.outcome}`)}` }));
    const both = this.t("ledger.yours-both", { first: this.estimateName(row.first), after: this.estimateName(row.after, true) });
    const before = row.first_after && row.first_after !== row.after
      ? h("p", { text: this.t("ledger.yours-first", { name: this.estimateName(row.first_after, true) }) }) : null;
    return h("div", {
      class: "pt-card", role: "group", tabindex: "-1", "data-outcome": sort, "data-id": row.id, "aria-labelledby": title.id,
    }, title, h("blockquote", { text: row.text, lang: this.ledger.lang }), ...this.verdictNodes(row),
    h("p", {}, h("strong", { text: `${this.t("ledger.yours")}: ` }), document.createTextNode(`${both}.`)), before, ...this.checkNodes(row));
  }

  checkNodes({ check, best }) {
    const part = (label, { name, cue, next }, note = "") => h("div", { class: "pt-label" },
      h("p", {}, h("strong", { text: `${label}: ` }), document.createTextNode(`${name}${note}`)),
      h("p", { text: cue }),
      h("p", {}, h("strong", { text: `${this.t("comparison.next-check")}: ` }), document.createTextNode(next)));
    const note = ` (${this.t(check.good ? "ledger.check-good" : "ledger.check-other")})`;
    return [part(this.t("ledger.your-check"), check, note), ...best.map((one) => part(this.t("ledger.best-check"), one))];
  }
}

export default {
  render({ model, el }) {
    const ledger = new LedgerView(model, el);
    return () => ledger.close();
  },
};
