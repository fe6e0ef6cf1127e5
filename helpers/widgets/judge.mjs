import { choices, withKeys } from "./page/choices.mjs";
import { comparisonNodes } from "./page/comparison.mjs";
import { differenceNode } from "./page/difference.mjs";
import { aloud, h, keyButton, line, notices, ownId } from "./page/dom.mjs";
import { choiceForKey, clears, digitGuard } from "./page/keys.mjs";
import { Labelling } from "./page/labelling.mjs";
import { reasonNodes } from "./page/reasons.mjs";
import { ARROWS, TO_THE_ENDS, UP_AND_DOWN, neighbour, stopAt } from "./page/roving.mjs";
import { widget } from "./page/view.mjs";
import { actsOf } from "./judge.state.mjs";

// A set of questions: each item with its passage and documents, the same options under each.

class Judge extends Labelling {
  describe() {
    const questions = this.questions = this.model.get("questions");
    return {
      name: "judge", css: "pt-judge", region: questions.title, lang: questions.lang,
      routes: questions.routes, items: "items", routeText: ({ id }) => `judge.route-${id}`,
      scope: questions.id, drawer: `${questions.case}:${questions.id}`, acts: actsOf(questions), main: "chosen",
      none: "judging.compare-none",
      stays: true, // Tab comes from above, by the answers of each item: the way to an open one would be long
    };
  }

  savedMarks() {
    return this.model.get("marks");
  }

  get optionIds() {
    return this.questions.options.map(({ id }) => id);
  }

  nameOf(id) {
    return this.questions.options.find((option) => option.id === id)?.name ?? id;
  }

  /** Signs belong to the five kinds of sentence; other answers are told apart by their words. */
  signOf() {
    return null;
  }

  // -- Building --

  drawAll() {
    this.bar.replaceChildren(...this.routeRow(), this.help, ...this.explainNodes());
    this.holders = new Map();
    this.paper.replaceChildren(...notices(this.questions.notes, this.strings.lang),
      ...this.route.map((id) => this.itemNode(id)));
    this.drawMarks();
    this.drawStop();
  }

  drawMarks() {
    for (const id of this.route) this.drawItem(id);
    this.drawFoot();
  }

  /** What the answers mean opens under each of them, for those who never see what a mouse pointer calls up. */
  explainNodes() {
    if (!this.questions.options.some(({ hint }) => hint)) return [];
    return [h("div", {}, keyButton(this.t("judge.answers"), "E", () => this.explain()))];
  }

  itemNode(id) {
    const item = this.questions.items.find((one) => one.id === id);
    const chip = h("span", { class: "pt-chip" });
    const title = h("p", { class: "pt-item-title", id: ownId("item") },
      h("strong", { text: item.name }), item.title ? ` · ${item.title}` : null, chip);
    const { palette, press } = this.isGiven(id) ? this.givenPalette(id) : this.askingPalette(id);
    const box = h("div", {
      class: "pt-item", role: "group", tabindex: "-1", "data-id": id, "aria-labelledby": title.id,
      onfocusin: () => this.arrive(id),
    }, title,
    this.besideNode(item, [
      item.passage ? h("blockquote", { text: item.passage }) : null,
      item.note ? h("p", { class: "pt-note-line", text: item.note, lang: this.strings.lang }) : null,
    ]), palette);
    this.holders.set(id, { box, chip, press });
    return box;
  }

  /** The passage, and beside it (on a narrow screen below it) the documents. */
  besideNode(item, passage) {
    const documents = this.documentNodes(item);
    return documents.length
      ? h("div", { class: "pt-beside" }, h("div", {}, passage), h("div", {}, documents))
      : h("div", {}, passage);
  }

  documentNodes({ shows }) {
    return shows.map((source) => this.documentNode(source));
  }

  documentNode(id) {
    const source = this.questions.documents[id];
    return h("details", { class: "pt-document", lang: this.strings.lang },
      h("summary", { text: this.t("judge.documents", source) }),
      h("p", { class: "pt-cite", text: this.t(source.title ? "judge.cite" : "judge.cite-untitled", source) }),
      h("blockquote", { text: source.text, lang: source.lang || this.questions.lang }));
  }

  givenPalette(id) {
    const { kind } = this.given[id];
    const palette = h("div", { class: "pt-palette", lang: this.strings.lang },
      h("p", { class: "pt-given" }, h("strong", { text: this.nameOf(kind) })),
      ...reasonNodes(this.t, this.given[id]),
      ...this.extraNodes(this.given[id]));
    return { palette, press: () => {} };
  }

  askingPalette(id) {
    const { asks, options } = this.questions;
    const row = choices(asks, withKeys(options), null, (option) => this.mark(id, "chosen", option));
    const palette = h("div", { class: "pt-palette", lang: this.strings.lang },
      h("p", { class: "pt-question", text: asks }), row);
    return { palette, press: row.press };
  }

  // -- Drawing --

  drawMark(id) {
    if (this.holders.has(id)) this.drawItem(id);
  }

  drawItem(id) {
    const { chip, press } = this.holders.get(id);
    const chosen = this.isGiven(id) ? this.given[id].kind : this.marks.chosen[id];
    const says = this.isGiven(id) ? "judge.given-answer" : "judge.my-answer";
    chip.replaceChildren(...(chosen
      ? [aloud(` (${this.t(says, { name: this.nameOf(chosen) })})`),
        h("span", { "aria-hidden": "true", text: this.nameOf(chosen) })]
      : [aloud(` (${this.t("judge.no-answer")})`)]));
    press(chosen);
  }

  /** The current item is where Tab stops, and looks it. */
  drawStop() {
    stopAt([...this.holders.values()].map(({ box }) => box), this.holders.get(this.current).box);
    for (const [id, { box }] of this.holders) box.dataset.current = String(id === this.current);
  }

  // -- Acting --

  arrive(id) {
    if (id === this.current) return;
    this.current = id;
    this.drawStop();
  }

  go(id) {
    this.arrive(id);
    this.focusCurrent();
  }

  focusCurrent() {
    this.holders.get(this.current).box.focus();
  }

  told(_act, value) {
    return value === null ? this.t("judging.cleared") : this.t("judging.chosen", { name: this.nameOf(value) });
  }

  // -- Keys --

  markAction({ key, target }) {
    if (key.toLowerCase() === "u") return () => this.undo();
    if (key.toLowerCase() === "e") return () => this.explain();
    if (!target.closest(".pt-item")) return digitGuard(key);
    const steps = target.classList.contains("pt-item") ? { ...ARROWS, ...TO_THE_ENDS } : UP_AND_DOWN;
    if (Object.hasOwn(steps, key)) return () => this.go(neighbour(this.route, this.current, steps[key]));
    if (clears(key)) return () => this.mark(this.current, "chosen", null);
    const choice = choiceForKey(key, this.optionIds);
    return choice ? () => this.mark(this.current, "chosen", choice) : digitGuard(key);
  }

  // -- Comparing --

  showOrHide(isOpen) {
    super.showOrHide(isOpen);
    this.paper.hidden = isOpen;
  }

  resultNodes(comparison) {
    const names = {
      nameOf: (id) => this.nameOf(id), signOf: () => null, lang: this.about.lang,
      mixed: "judge.mixed", extras: (row) => this.extraNodes(row),
      documents: ({ id }) => this.documentNodes(this.questions.items.find((one) => one.id === id)),
    };
    return comparisonNodes(this.comparing, names, comparison);
  }

  /** The word-level difference and what the computer says of it, where the key's row brings them. */
  extraNodes({ edits, machine, sources }) {
    return [
      edits?.length ? differenceNode(this.t, edits) : null,
      machine?.length ? h("p", { class: "pt-machine", text: machine.join(" ") }) : null,
      sources?.length ? line(this.t("judge.sources"), sources.join("; ")) : null,
    ].filter(Boolean);
  }
}

export default widget(Judge);
