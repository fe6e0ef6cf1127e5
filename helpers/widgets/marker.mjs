import { Outbox, choices, h, ownId, savedLine, steady, words } from "./kit.mjs";

// The article, marked sentence by sentence, and compared with the key when the learner asks.

// ---- Pure logic, tested without a page -------------------------------------------------------

/** The kinds, sureness or nothing that a number key stands for in a pass. */
export function choiceForKey(key, options) {
  const place = Number.parseInt(key, 10);
  return place >= 1 && place <= options.length ? options[place - 1] : null;
}

/** The sentence `step` places on, stopping at either end of the route. */
export function neighbour(route, current, step) {
  const place = route.indexOf(current);
  return route[Math.min(route.length - 1, Math.max(0, (place < 0 ? 0 : place) + step))];
}

/** How often each kind has been used on a route. */
export function tally(kinds, route, marked) {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  for (const id of route) if (marked[id] in counts) counts[marked[id]] += 1;
  return counts;
}

/** Chosen word numbers as runs of neighbouring words: [1, 2, 4] becomes [[1, 2], [4, 4]]. */
export function runs(chosen) {
  const found = [];
  for (const place of [...chosen].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && place === last[1] + 1) last[1] = place;
    else if (!last || place > last[1]) found.push([place, place]);
  }
  return found;
}

/** Add a word's number to the chosen ones, or take it out. */
export function toggled(chosen, place) {
  const rest = chosen.filter((other) => other !== place);
  return rest.length < chosen.length ? rest : [...rest, place].sort((a, b) => a - b);
}

/** What the page shows: what is on disk, with what is still on its way laid over it. */
export function overlaid(marks, pending) {
  const shown = { route: marks.route, kind: { ...marks.kind }, sure: { ...marks.sure }, words: { ...marks.words } };
  for (const { item, act, value } of pending) {
    if (act === "route") shown.route = value;
    else if (shown[act] && (value === null || value.length === 0)) delete shown[act][item];
    else if (shown[act]) shown[act][item] = value;
  }
  return shown;
}

// ---- The widget ------------------------------------------------------------------------------

const PASSES = ["kind", "sure", "words"];

class Marker {
  constructor(model, el) {
    Object.assign(this, { model, pass: "kind", past: [], listeners: [], helpShown: false });
    this.strings = model.get("strings");
    this.t = words(this.strings, this.strings.lang);
    this.article = model.get("article");
    this.given = model.get("given");
    this.marks = overlaid(model.get("marks"), []);
    this.build(el);
    const key = `paper-trail:${model.get("learner")}:${this.article.id}`;
    this.outbox = new Outbox(model, key, (outbox) => this.saved.show(outbox));
    this.saved.show(this.outbox);
    this.marks = overlaid(model.get("marks"), this.outbox.pending);
    this.current = this.firstOpen();
    this.drawAll();
    this.listen("change:marks", () => this.refresh());
    this.listen("change:comparison", () => this.showComparison(true));
    this.showComparison(false);
  }

  listen(event, action) {
    this.model.on(event, action);
    this.listeners.push([event, action]);
  }

  close() {
    this.outbox.close();
    clearTimeout(this.waiting);
    for (const [event, action] of this.listeners) this.model.off(event, action);
  }

  get routes() {
    return this.article.routes;
  }

  get route() {
    const chosen = this.routes.find(({ id }) => id === this.marks.route) ?? this.routes[0];
    return chosen.sentences;
  }

  get own() {
    return this.route.filter((id) => !(id in this.given));
  }

  get labelled() {
    return this.own.filter((id) => this.marks.kind[id]);
  }

  labelOf(id) {
    return this.given[id]?.kind ?? this.marks.kind[id];
  }

  firstOpen() {
    return this.own.find((id) => !this.marks.kind[id]) ?? this.route[0];
  }

  // -- Building, once --

  build(el) {
    const title = this.t("marker.region", { title: this.article.title });
    this.root = h("section", { class: "pt-root pt-marker", "aria-label": title, lang: this.strings.lang });
    this.bar = h("div", { class: "pt-bar" });
    this.paper = h("div", { class: "pt-paper", lang: this.article.lang });
    this.dock = h("div", { class: "pt-dock", lang: this.strings.lang });
    this.foot = h("div", { class: "pt-foot" });
    this.result = h("div", { class: "pt-result" });
    this.spoken = h("p", { class: "pt-unseen", role: "status" });
    this.saved = savedLine(this.t);
    this.root.append(this.bar, this.paper, this.foot, this.result, this.spoken);
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.buildFoot();
    el.append(this.root);
  }

  buildBar() {
    const name = ({ id, minutes, sentences }) =>
      this.t(`marker.route-${id}`, { n: sentences.length, minutes });
    const routes = this.routes.map((route) => ({ id: route.id, name: name(route) }));
    const passes = PASSES.map((id) => ({ id, name: this.t(`marker.pass-${id}`) }));
    const isPlain = Object.keys(this.given).length > 0;
    this.routeRow = routes.length > 1
      ? choices(this.t("marker.routes"), routes, this.marks.route, (id) => this.chooseRoute(id))
      : null;
    this.passRow = isPlain
      ? null
      : choices(this.t("marker.passes"), passes, this.pass, (id) => this.choosePass(id));
    this.bar.replaceChildren(...[this.routeRow, this.passRow].filter(Boolean), this.helpPart());
  }

  helpPart() {
    const id = ownId("help");
    this.help = h("dl", { class: "pt-help", id, hidden: true, "aria-label": this.t("marker.help-title") });
    for (const [keys, does] of this.strings.marker.help) {
      this.help.append(h("dt", {}, h("kbd", { text: keys })), h("dd", { text: does }));
    }
    this.helpButton = h("button", {
      type: "button", class: "pt-small", "aria-expanded": "false", "aria-controls": id,
      onclick: () => this.toggleHelp(),
    }, h("span", { text: `${this.t("marker.keys-button")} ` }), h("kbd", { text: "?", "aria-hidden": "true" }));
    return h("div", { class: "pt-helpbox" }, this.helpButton, this.help);
  }

  buildPaper() {
    this.holders = new Map();
    const paragraphs = this.article.blocks.filter(({ kind }) => kind === "paragraph");
    const blocks = this.article.blocks.map((block) => {
      const marked = block.parts.filter(({ id }) => id && this.route.includes(id));
      const number = paragraphs.indexOf(block) + 1;
      const label = number
        ? this.t("marker.paragraph", { number, count: paragraphs.length, n: marked.length })
        : this.t("marker.headline", { n: marked.length });
      const list = marked.length ? { role: "listbox", "aria-label": label } : {};
      const element = h("div", { class: `pt-block pt-${block.kind}`, ...list }, block.parts.map((part) => this.part(part)));
      return element;
    });
    const notes = this.article.notes.map((text) => h("p", { class: "pt-notice", text, lang: this.strings.lang }));
    this.paper.replaceChildren(...notes, ...blocks);
  }

  part(part) {
    if (!part.id || !this.route.includes(part.id)) return h("span", { class: "pt-plain", text: part.text });
    const text = h("span", { class: "pt-words" });
    const chip = h("span", { class: "pt-chip", lang: this.strings.lang });
    const sentence = h("span", {
      class: "pt-sentence", role: "option", tabindex: "-1", "data-id": part.id,
      onclick: () => this.go(part.id),
      onfocus: () => this.arrive(part.id),
    }, text, chip);
    this.holders.set(part.id, { sentence, text, chip, part });
    return sentence;
  }

  buildFoot() {
    this.legend = h("ul", { class: "pt-legend", "aria-label": this.t("marker.legend") });
    this.progress = h("p", { class: "pt-progress" });
    this.compareButton = h("button", { type: "button", class: "pt-main", onclick: () => this.compare() });
    this.compareSays = h("p", { role: "status", class: "pt-says" });
    const undo = h("button", { type: "button", class: "pt-small", onclick: () => this.undo() },
      h("span", { text: `${this.t("marker.undo")} ` }), h("kbd", { text: "U", "aria-hidden": "true" }));
    const canCompare = this.model.get("has_key");
    const ask = canCompare ? this.compareButton : h("p", { text: this.t("marker.no-key") });
    this.foot.replaceChildren(this.legend, this.progress, h("div", { class: "pt-row" }, ask, undo), this.compareSays, this.saved);
    const all = this.article.blocks.flatMap(({ parts }) => parts.filter(({ id }) => id));
    this.foot.hidden = all.every(({ id }) => id in this.given);
  }

  // -- Drawing --

  drawAll() {
    this.buildBar();
    this.buildPaper();
    for (const id of this.route) this.drawSentence(id);
    this.drawFoot();
    this.place();
  }

  drawSentence(id) {
    const { sentence, text, chip, part } = this.holders.get(id);
    const kind = this.labelOf(id);
    sentence.dataset.kind = kind ?? "";
    sentence.setAttribute("aria-selected", String(id === this.current));
    sentence.tabIndex = id === this.current ? 0 : -1;
    text.replaceChildren(...this.wordNodes(part, this.marks.words[id] ?? []));
    chip.replaceChildren(...this.chipNodes(id, kind));
  }

  wordNodes(part, chosen) {
    if (!chosen.length) return [document.createTextNode(part.text)];
    return part.pieces.map((piece, place) =>
      place % 2 && chosen.includes((place - 1) / 2) ? h("mark", { class: "pt-loaded", text: piece }) : document.createTextNode(piece));
  }

  chipNodes(id, kind) {
    if (!kind) return [h("span", { class: "pt-unseen", text: ` (${this.t("marker.no-label")})` })];
    const says = id in this.given ? "marker.given-label" : "marker.my-label";
    const sure = this.marks.sure[id];
    return [
      h("span", { class: "pt-unseen", text: ` (${this.t(says, { name: this.kindName(kind) })})` }),
      h("span", { "aria-hidden": "true", text: `${this.kindShape(kind)} ${this.kindName(kind)}` }),
      sure ? h("span", { class: "pt-sure", text: ` · ${this.t(`sureness.${sure}.name`)}` }) : null,
    ].filter(Boolean);
  }

  kindName(kind) {
    return this.t(`kinds.${kind}.name`);
  }

  kindShape(kind) {
    return this.t(`kinds.${kind}.shape`);
  }

  drawFoot() {
    const kinds = Object.keys(this.strings.kinds);
    const counts = tally(kinds, this.own, this.marks.kind);
    this.legend.replaceChildren(...kinds.map((kind) => h("li", { "data-kind": kind },
      h("span", { class: "pt-shape", "aria-hidden": "true", text: this.kindShape(kind) }),
      h("span", { text: ` ${this.kindName(kind)}: ${counts[kind]}` }))));
    const marked = this.labelled.length;
    this.progress.textContent = this.t("marker.progress", { marked, n: this.own.length });
    const some = marked > 0 && marked < this.own.length;
    this.compareButton.textContent = some ? this.t("marker.compare-some", { n: marked }) : this.t("marker.compare");
  }

  /** Put the palette below the paragraph of the current sentence, so that it hides no text. */
  place() {
    const { sentence } = this.holders.get(this.current);
    this.drawDock();
    const block = sentence.parentElement;
    if (block.nextElementSibling !== this.dock) block.after(this.dock);
  }

  drawDock() {
    const id = this.current;
    const place = this.t("marker.place", { number: this.route.indexOf(id) + 1, n: this.route.length });
    const head = h("p", { class: "pt-place", text: place });
    if (this.comparing) this.dock.replaceChildren();
    else if (id in this.given) this.dock.replaceChildren(head, ...this.givenNodes(id));
    else this.dock.replaceChildren(head, ...this[`${this.pass}Nodes`](id));
    this.dock.hidden = this.comparing;
  }

  givenNodes(id) {
    const { kind, aloud, cue, next } = this.given[id];
    const name = h("p", { class: "pt-given" }, h("strong", { text: `${this.kindShape(kind)} ${this.kindName(kind)}` }));
    const lines = [aloud, cue].filter(Boolean).map((text) => h("p", { text }));
    const check = h("p", {}, h("strong", { text: `${this.t("marker.next-check")}: ` }), document.createTextNode(next));
    return [name, ...lines, check];
  }

  kindNodes(id) {
    const question = this.t("marker.question-kind");
    const options = Object.entries(this.strings.kinds).map(([kind, { name, shape, hint }], place) =>
      ({ id: kind, name, shape, hint, key: String(place + 1) }));
    this.palette = choices(question, options, this.marks.kind[id], (kind) => this.mark("kind", kind));
    return [h("p", { class: "pt-question", text: question }), this.palette];
  }

  sureNodes(id) {
    if (!this.marks.kind[id]) return [h("p", { text: this.t("marker.label-first") })];
    const question = this.t("marker.question-sure");
    const options = Object.entries(this.strings.sureness).map(([sure, { name, shape }], place) =>
      ({ id: sure, name, shape, key: String(place + 1) }));
    this.palette = choices(question, options, this.marks.sure[id], (sure) => this.mark("sure", sure));
    return [h("p", { class: "pt-question", text: question }), this.palette];
  }

  wordsNodes(id) {
    const question = this.t("marker.question-words");
    const chosen = this.marks.words[id] ?? [];
    this.palette = h("div", { class: "pt-wordrow", role: "group", "aria-label": question, lang: this.article.lang });
    const { pieces } = this.holders.get(id).part;
    pieces.forEach((piece, place) => {
      const number = (place - 1) / 2;
      if (place % 2 === 0) this.palette.append(document.createTextNode(piece));
      else this.palette.append(h("button", {
        type: "button", class: "pt-word", text: piece, "aria-pressed": String(chosen.includes(number)),
        tabindex: number === 0 ? "0" : "-1", onclick: () => this.toggleWord(number),
        onfocus: (event) => this.roveWords(event.target),
      }));
    });
    return [h("p", { class: "pt-question", text: question }), this.palette];
  }

  roveWords(focused) {
    for (const button of this.palette.querySelectorAll("button")) button.tabIndex = button === focused ? 0 : -1;
  }

  // -- Acting --

  go(id) {
    this.arrive(id);
    this.holders.get(id).sentence.focus({ preventScroll: false });
  }

  arrive(id) {
    if (id === this.current) return;
    const before = this.current;
    this.current = id;
    steady(this.holders.get(id).sentence, () => {
      this.drawSentence(before);
      this.drawSentence(id);
      this.place();
    });
  }

  step(by) {
    const id = neighbour(this.route, this.current, by);
    if (this.pass === "words" && this.palette?.contains(this.root.ownerDocument.activeElement)) {
      this.arrive(id);
      this.palette.querySelector("button")?.focus();
    } else this.go(id);
  }

  mark(act, value) {
    const id = this.current;
    if (this.comparing || id in this.given || (act === "sure" && !this.marks.kind[id])) return;
    const before = this.marks[act][id] ?? null;
    if (before === value) return;
    this.past.push({ id, act, before });
    this.put(id, act, value);
    this.say(value === null ? this.t("marker.cleared") : this.nameOf(act, value));
  }

  nameOf(act, value) {
    return this.t("marker.marked", { name: this.t(act === "kind" ? `kinds.${value}.name` : `sureness.${value}.name`) });
  }

  put(id, act, value) {
    const isEmpty = value === null || value.length === 0;
    if (isEmpty) delete this.marks[act][id];
    else this.marks[act][id] = value;
    this.drawSentence(id);
    if (id === this.current && act !== "words") this.palette?.press?.(value);
    this.drawFoot();
    this.outbox.add(id, act, isEmpty ? null : value);
  }

  toggleWord(number) {
    const id = this.current;
    const before = this.marks.words[id] ?? [];
    this.past.push({ id, act: "words", before });
    this.put(id, "words", toggled(before, number));
    this.drawWordButtons(id);
  }

  drawWordButtons(id) {
    const chosen = this.marks.words[id] ?? [];
    this.palette.querySelectorAll("button").forEach((button, number) =>
      button.setAttribute("aria-pressed", String(chosen.includes(number))));
  }

  undo() {
    if (this.comparing) return;
    const last = this.past.pop();
    if (!last) return this.say(this.t("marker.nothing-to-undo"));
    if (this.current !== last.id) this.go(last.id);
    this.put(last.id, last.act, last.before);
    this.drawDock();
    const now = last.before;
    const what = last.act === "words" || now === null ? this.t("marker.cleared") : this.nameOf(last.act, now);
    return this.say(this.t("marker.undone", { what }));
  }

  chooseRoute(id) {
    if (id === this.marks.route) return;
    this.marks.route = id;
    this.outbox.add("article", "route", id);
    this.current = this.firstOpen();
    this.drawAll();
    this.routeRow?.querySelector(`[data-id="${id}"]`)?.focus();
  }

  choosePass(id) {
    this.pass = id;
    this.passRow.press(id);
    this.drawDock();
  }

  /** The pass by its key. In loaded words the focus goes to the words, elsewhere to the sentence. */
  choosePassByKey(id) {
    if (!this.passRow || this.comparing) return;
    this.choosePass(id);
    if (id === "words") this.palette.querySelector("button")?.focus();
    else this.holders.get(this.current).sentence.focus();
    this.say(this.t(`marker.pass-${id}`));
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    this.helpButton.setAttribute("aria-expanded", String(!this.help.hidden));
  }

  say(text) {
    this.spoken.textContent = text;
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = this.actionFor(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  actionFor({ key, target }) {
    if (key === "?") return () => this.toggleHelp();
    if (this.comparing) return this.cardAction(key, target);
    const inWords = this.pass === "words" && target.classList.contains("pt-word");
    if (inWords && (key === "ArrowLeft" || key === "ArrowRight")) return () => this.stepWord(target, key === "ArrowLeft" ? -1 : 1);
    if (inWords && (key === " " || key === "Enter")) return null;
    const passes = { k: "kind", s: "sure", w: "words" };
    if (passes[key.toLowerCase()]) return () => this.choosePassByKey(passes[key.toLowerCase()]);
    if (key.toLowerCase() === "u") return () => this.undo();
    const onText = target.closest(".pt-paper") && !target.closest(".pt-choices");
    return onText ? this.textAction(key) : this.numberAction(key, target);
  }

  textAction(key) {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e6, End: 1e6 };
    if (key in steps) return () => this.step(steps[key]);
    if (key === "Enter" || key === " ") return () => this.dock.querySelector("button")?.focus();
    return this.numberAction(key);
  }

  numberAction(key) {
    if (key === "0" || key === "Delete" || key === "Backspace") return () => this.clear();
    const act = this.pass === "sure" ? "sure" : "kind";
    const options = Object.keys(act === "sure" ? this.strings.sureness : this.strings.kinds);
    const choice = this.pass === "words" ? null : choiceForKey(key, options);
    if (choice) return () => this.mark(act, choice);
    // A digit that means nothing here must not mean something to JupyterLab.
    return /^[0-9]$/.test(key) ? () => {} : null;
  }

  clear() {
    if (this.pass !== "words") return this.mark(this.pass, null);
    const before = this.marks.words[this.current];
    if (!before) return undefined;
    this.past.push({ id: this.current, act: "words", before });
    this.put(this.current, "words", []);
    return this.drawWordButtons(this.current);
  }

  stepWord(from, by) {
    const buttons = [...this.palette.querySelectorAll("button")];
    buttons[Math.min(buttons.length - 1, Math.max(0, buttons.indexOf(from) + by))].focus();
  }

  refresh() {
    const route = this.marks.route;
    this.marks = overlaid(this.model.get("marks"), this.outbox.pending);
    if (this.marks.route !== route) {
      if (!this.route.includes(this.current)) this.current = this.firstOpen();
      return this.drawAll();
    }
    for (const id of this.route) this.drawSentence(id);
    this.palette?.press?.(this.marks[this.pass][this.current]);
    return this.drawFoot();
  }

  // -- Comparing --

  get comparing() {
    return Boolean(this.model.get("comparison").rows);
  }

  compare() {
    if (!this.labelled.length) {
      this.compareSays.textContent = this.t("marker.compare-none");
      return;
    }
    this.compareSays.textContent = this.t("marker.compare-wait");
    this.model.send({ type: "compare", route: this.marks.route });
    this.waiting = setTimeout(() => {
      this.compareSays.textContent = this.t("marker.compare-silent");
    }, 4000);
  }

  showComparison(wasAsked) {
    clearTimeout(this.waiting);
    this.compareSays.textContent = "";
    const comparison = this.model.get("comparison");
    const had = this.result.childElementCount > 0;
    this.result.replaceChildren(...(this.comparing ? comparisonNodes(this, comparison) : []));
    this.bar.hidden = this.comparing;
    this.foot.hidden = this.comparing || this.own.length === 0;
    this.root.dataset.comparing = String(this.comparing);
    this.drawDock();
    if (wasAsked && this.comparing) this.result.querySelector("h3").focus();
    if (wasAsked && had && !this.comparing) this.holders.get(this.current).sentence.focus();
  }

  cardAction(key, target) {
    const card = target.closest(".pt-card");
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    if (!card || !(key in steps)) return /^[0-9]$/.test(key) ? () => {} : null;
    return () => {
      const cards = [...this.result.querySelectorAll(".pt-card:not([hidden])")];
      const next = cards[cards.indexOf(card) + steps[key]];
      if (!next) return;
      card.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    };
  }
}

function comparisonNodes(marker, comparison) {
  const { t } = marker;
  const heading = h("h3", { tabindex: "-1", text: t("comparison.title") });
  const summary = h("ul", { class: "pt-summary" }, comparison.summary.map((text) => h("li", { text })));
  const cards = comparison.rows.map((row) => cardNode(marker, row));
  if (cards[0]) cards[0].tabIndex = 0;
  const again = h("button", { type: "button", class: "pt-main", onclick: () => marker.model.send({ type: "again" }) },
    h("span", { text: t("comparison.again") }));
  return [
    heading, summary,
    h("p", { class: "pt-notice", text: t("comparison.verdict-note") }),
    filterNode(t, cards),
    ...comparison.notes.map((text) => h("p", { text })),
    h("ol", { class: "pt-cards" }, cards.map((card) => card.parentElement)),
    h("div", { class: "pt-row" }, again, h("span", { text: t("comparison.again-note") })),
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

function cardNode(marker, row) {
  const { t } = marker;
  const title = h("p", { class: "pt-outcome", id: ownId("card") },
    h("span", { class: "pt-shape", "aria-hidden": "true", text: OUTCOMES[row.outcome] }),
    h("strong", { text: ` ${t(`comparison.${row.outcome}`)}` }));
  const text = h("blockquote", { text: row.text, lang: marker.article.lang });
  const card = h("div", {
    class: "pt-card", role: "group", tabindex: "-1", "data-outcome": row.outcome, "data-id": row.id,
    "aria-labelledby": title.id,
  }, title, text, ...labelNodes(marker, row), ...extraNodes(marker, row), ...wordCards(t, row));
  h("li", {}, card);
  return card;
}

function labelNodes(marker, row) {
  const { t } = marker;
  const agree = row.mine === row.key;
  const part = (who, kind, { cue, next }) => h("div", { class: "pt-label", "data-kind": kind },
    h("p", {}, h("strong", { text: `${t(`comparison.${who}`)}: ` }),
      h("span", { class: "pt-chip", text: `${marker.kindShape(kind)} ${marker.kindName(kind)}` })),
    h("p", { text: cue }),
    h("p", {}, h("strong", { text: `${t("comparison.next-check")}: ` }), document.createTextNode(next)));
  if (agree) return [part("both", row.mine, row.because_mine)];
  return [part("mine", row.mine, row.because_mine), part("key", row.key, row.because_key)];
}

function extraNodes(marker, row) {
  const { t } = marker;
  const nodes = [];
  if (row.readings.length) {
    nodes.push(h("p", {}, h("strong", { text: `${t("comparison.contested")}. ` }), document.createTextNode(t("comparison.contested-note"))));
    nodes.push(h("ul", {}, row.readings.map(({ kind, why }) => h("li", {},
      h("strong", { text: `${t("comparison.reading", { name: marker.kindName(kind) })} ` }), document.createTextNode(why)))));
  }
  if (row.mixed) nodes.push(h("p", {}, h("strong", { text: `${t("comparison.mixed")}: ` }), document.createTextNode(row.mixed)));
  if (row.first && row.first !== row.mine) nodes.push(h("p", { text: t("comparison.first", { name: marker.kindName(row.first) }) }));
  if (row.sure) nodes.push(h("p", { text: t("comparison.sure", { name: t(`sureness.${row.sure}.name`) }) }));
  return nodes;
}

function wordCards(t, row) {
  if (!row.words) return [];
  const lines = row.words.map(({ text, caught, note, why }) => h("li", {},
    h("strong", { text: `“${text}” ` }),
    document.createTextNode(`(${t(`comparison.word-${note}`)}). ${t(caught ? "comparison.word-caught" : "comparison.word-missed")}. ${why}`)));
  const extra = row.extra.map((text) => h("li", { text: t("comparison.word-extra", { text }) }));
  return [h("p", {}, h("strong", { text: t("comparison.words-title") })), h("ul", {}, lines, extra)];
}

export default {
  render({ model, el }) {
    const marker = new Marker(model, el);
    return () => marker.close();
  },
};
