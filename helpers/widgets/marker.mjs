import { Judging, choiceForKey, digitGuard, neighbour } from "./judging.mjs";
import { choices, h, named, steady } from "./kit.mjs";

// The article, marked sentence by sentence, and compared with the key when the learner asks.

// ---- Pure logic, tested without a page -------------------------------------------------------

/** Add a word's number to the chosen ones, or take it out. */
export function toggled(chosen, place) {
  const rest = chosen.filter((other) => other !== place);
  return rest.length < chosen.length ? rest : [...rest, place].sort((a, b) => a - b);
}

/** What the page shows: what is on disk, with what is still on its way laid over it. */
export function overlaid(marks, pending) {
  const shown = { route: marks.route, kind: named(marks.kind), sure: named(marks.sure), words: named(marks.words) };
  for (const { item, act, value } of pending) {
    if (act === "route") shown.route = value;
    else if (shown[act] && (value === null || value.length === 0)) delete shown[act][item];
    else if (shown[act]) shown[act][item] = value;
  }
  return shown;
}

// ---- The widget ------------------------------------------------------------------------------

const PASSES = ["kind", "sure", "words"];

class Marker extends Judging {
  prepare() {
    this.pass = "kind";
    this.article = this.model.get("article");
    this.given = named(this.model.get("given"));
    this.marks = overlaid(this.model.get("marks"), []);
    this.dock = h("div", { class: "pt-dock", lang: this.strings.lang });
  }

  start() {
    this.marks = overlaid(this.model.get("marks"), this.outbox.pending);
    this.current = this.firstOpen();
    this.drawAll();
  }

  get rootClass() {
    return "pt-marker";
  }

  get regionName() {
    return this.t("marker.region", { title: this.article.title });
  }

  get textLang() {
    return this.article.lang;
  }

  get drawerKey() {
    return `paper-trail:${this.model.get("learner")}:${this.article.id}`;
  }

  get progressName() {
    return "marker.progress";
  }

  get optionIds() {
    return Object.keys(this.strings.kinds);
  }

  get mainMarks() {
    return this.marks.kind;
  }

  get routeName() {
    return this.marks.route;
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

  labelOf(id) {
    return this.given[id]?.kind ?? this.marks.kind[id];
  }

  firstOpen() {
    return this.own.find((id) => !this.marks.kind[id]) ?? this.route[0];
  }

  // -- Building --

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
    this.bar.replaceChildren(...[this.routeRow, this.passRow].filter(Boolean), this.helpPart(this.strings.marker.help));
  }

  buildPaper() {
    this.holders = new Map();
    const blocks = this.article.blocks.map((block) =>
      h("div", { class: `pt-block pt-${block.kind}` }, block.parts.map((part) => this.part(part))));
    const notes = this.article.notes.map((text) => h("p", { class: "pt-notice", text, lang: this.strings.lang }));
    this.paper.replaceChildren(...notes, ...blocks);
  }

  /** A sentence is a button inside running text, so that a screen reader reads the rest as well. */
  part(part) {
    if (!part.id || !this.route.includes(part.id)) return h("span", { class: "pt-plain", text: part.text });
    const text = h("span", { class: "pt-words" });
    const chip = h("span", { class: "pt-chip", lang: this.strings.lang });
    const sentence = h("span", {
      class: "pt-sentence", role: "button", tabindex: "-1", "data-id": part.id,
      onclick: () => this.go(part.id),
      onfocus: () => this.arrive(part.id),
    }, text, chip);
    this.holders.set(part.id, { sentence, text, chip, part });
    return sentence;
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
    if (id === this.current) sentence.setAttribute("aria-current", "true");
    else sentence.removeAttribute("aria-current");
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
      h("span", { class: "pt-unseen", text: ` (${this.t(says, { name: this.nameOf(kind) })})` }),
      h("span", { "aria-hidden": "true", text: `${this.shapeOf(kind)} ${this.nameOf(kind)}` }),
      sure ? h("span", { class: "pt-sure", text: ` · ${this.t(`sureness.${sure}.name`)}` }) : null,
    ].filter(Boolean);
  }

  nameOf(kind) {
    return this.t(`kinds.${kind}.name`);
  }

  shapeOf(kind) {
    return this.t(`kinds.${kind}.shape`);
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

  /** Draw the palette anew; the focus must not fall from it onto the notebook. */
  redrawDock() {
    const buttons = () => [...this.dock.querySelectorAll("button")];
    const place = buttons().indexOf(this.root.ownerDocument.activeElement);
    this.drawDock();
    if (place >= 0) (buttons()[place] ?? this.holders.get(this.current).sentence).focus();
  }

  givenNodes(id) {
    const { kind, aloud, cue, next } = this.given[id];
    const name = h("p", { class: "pt-given" }, h("strong", { text: `${this.shapeOf(kind)} ${this.nameOf(kind)}` }));
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
    this.say(value === null ? this.t("judging.cleared") : this.spokenName(act, value));
  }

  spokenName(act, value) {
    return this.t("judging.chosen", { name: this.t(act === "kind" ? `kinds.${value}.name` : `sureness.${value}.name`) });
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
    if (!last) return this.say(this.t("judging.nothing-to-undo"));
    if (this.current !== last.id) this.go(last.id);
    this.put(last.id, last.act, last.before);
    this.redrawDock();
    const now = last.before;
    const what = last.act === "words" || now === null ? this.t("judging.cleared") : this.spokenName(last.act, now);
    return this.say(this.t("judging.undone", { what }));
  }

  chooseRoute(id) {
    if (id === this.marks.route) return;
    this.marks.route = id;
    this.outbox.add("article", "route", id);
    this.current = this.firstOpen();
    this.drawAll();
    [...(this.routeRow?.children ?? [])].find((button) => button.dataset.id === id)?.focus();
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

  markAction({ key, target }) {
    const inWords = this.pass === "words" && target.classList.contains("pt-word");
    if (inWords && (key === "ArrowLeft" || key === "ArrowRight")) return () => this.stepWord(target, key === "ArrowLeft" ? -1 : 1);
    if (inWords && (key === " " || key === "Enter")) return null;
    const passes = { k: "kind", s: "sure", w: "words" };
    if (passes[key.toLowerCase()]) return () => this.choosePassByKey(passes[key.toLowerCase()]);
    if (key.toLowerCase() === "u") return () => this.undo();
    const onText = target.closest(".pt-paper") && !target.closest(".pt-choices");
    return onText ? this.textAction(key) : this.numberAction(key);
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
    return digitGuard(key);
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

  comparisonShown() {
    this.drawDock();
  }

  focusCurrent() {
    this.holders.get(this.current).sentence.focus();
  }
}

export default {
  render({ model, el }) {
    const marker = new Marker(model, el);
    return () => marker.close();
  },
};
