import { Judging, choiceForKey, digitGuard, neighbour } from "./judging.mjs";
import { choices, h, named, ownId } from "./kit.mjs";

// A set of questions: each item with its passage and documents, the same options under each.

/** What the page shows: what is on disk, with what is still on its way laid over it. */
export function answersShown(marks, pending, act) {
  const shown = { route: marks.route, chosen: named(marks.chosen) };
  for (const entry of pending) {
    if (entry.act === "route") shown.route = entry.value;
    else if (entry.act === act && entry.value === null) delete shown.chosen[entry.item];
    else if (entry.act === act) shown.chosen[entry.item] = entry.value;
  }
  return shown;
}

class Judge extends Judging {
  prepare() {
    this.questions = this.model.get("questions");
    this.given = named(this.model.get("given"));
    this.marks = answersShown(this.model.get("marks"), [], this.questions.id);
  }

  start() {
    this.marks = answersShown(this.model.get("marks"), this.outbox.pending, this.questions.id);
    this.current = this.own.find((id) => !this.marks.chosen[id]) ?? this.route[0];
    this.drawAll();
  }

  get rootClass() {
    return "pt-judge";
  }

  get regionName() {
    return this.questions.title;
  }

  get textLang() {
    return this.questions.lang;
  }

  get drawerKey() {
    return `paper-trail:${this.model.get("learner")}:${this.questions.case}:${this.questions.id}`;
  }

  get progressName() {
    return "judge.progress";
  }

  get mixedName() {
    return "judge.mixed";
  }

  get optionIds() {
    return this.questions.options.map(({ id }) => id);
  }

  get mainMarks() {
    return this.marks.chosen;
  }

  get routeName() {
    return this.marks.route;
  }

  get route() {
    const { routes } = this.questions;
    return (routes.find(({ id }) => id === this.marks.route) ?? routes[0]).items;
  }

  get own() {
    return this.route.filter((id) => !(id in this.given));
  }

  nameOf(id) {
    return this.questions.options.find((option) => option.id === id)?.name ?? id;
  }

  shapeOf(id) {
    return "◆■▲●❝◇□△○"[this.optionIds.indexOf(id)] ?? "•";
  }

  // -- Building --

  drawAll() {
    const { routes } = this.questions;
    const name = ({ id, items }) => this.t(`judge.route-${id}`, { n: items.length });
    const row = routes.length > 1
      ? [choices(this.t("judge.routes"), routes.map((route) => ({ id: route.id, name: name(route) })), this.marks.route, (id) => this.chooseRoute(id))]
      : [];
    this.bar.replaceChildren(...row, this.helpPart(this.strings.judge.help), this.hintsNode());
    this.holders = new Map();
    const notes = this.questions.notes.map((text) => h("p", { class: "pt-notice", text, lang: this.strings.lang }));
    this.paper.replaceChildren(...notes, ...this.route.map((id, place) => this.itemNode(id, place)));
    for (const id of this.route) this.drawItem(id);
    this.drawFoot();
  }

  /** The answers with their meaning, for those who never see what a mouse pointer calls up. */
  hintsNode() {
    const lines = this.questions.options.filter(({ hint }) => hint).map(({ id, name, hint }) =>
      h("li", {}, h("strong", { text: `${this.shapeOf(id)} ${name}: ` }), document.createTextNode(hint)));
    return lines.length ? h("details", { class: "pt-document" }, h("summary", { text: this.t("judge.answers") }), h("ul", {}, lines)) : "";
  }

  itemNode(id, place) {
    const item = this.questions.items.find((one) => one.id === id);
    const number = this.t("judge.place", { number: place + 1, n: this.route.length });
    const title = h("p", { class: "pt-item-title", id: ownId("item") },
      h("span", { class: "pt-place", text: `${number} · ` }), h("strong", { text: item.title }), h("span", { class: "pt-chip" }));
    const passage = item.passage ? h("blockquote", { text: item.passage }) : null;
    const note = item.note ? h("p", { class: "pt-note-line", text: item.note, lang: this.strings.lang }) : null;
    const palette = h("div", { class: "pt-palette", lang: this.strings.lang });
    const box = h("div", {
      class: "pt-item", role: "group", tabindex: "-1", "data-id": id, "aria-labelledby": title.id,
      onfocusin: () => this.arrive(id),
    }, title, passage, note, ...item.shows.map((source) => this.documentNode(source)), palette);
    this.holders.set(id, { box, palette, chip: title.querySelector(".pt-chip") });
    return box;
  }

  documentNode(id) {
    const source = this.questions.documents[id];
    return h("details", { class: "pt-document", lang: this.strings.lang },
      h("summary", { text: this.t("judge.documents", source) }),
      h("p", { class: "pt-cite", text: this.t(source.title ? "judge.cite" : "judge.cite-untitled", source) }),
      h("blockquote", { text: source.text, lang: source.lang || this.questions.lang }));
  }

  // -- Drawing --

  drawItem(id) {
    const { box, palette, chip } = this.holders.get(id);
    const chosen = this.given[id]?.kind ?? this.marks.chosen[id];
    box.tabIndex = id === this.current ? 0 : -1;
    box.dataset.current = String(id === this.current);
    const says = id in this.given ? "judge.given-answer" : "judge.my-answer";
    chip.replaceChildren(h("span", { class: "pt-unseen", text: ` (${chosen ? this.t(says, { name: this.nameOf(chosen) }) : this.t("judge.no-answer")})` }),
      ...(chosen ? [h("span", { "aria-hidden": "true", text: ` ${this.shapeOf(chosen)} ${this.nameOf(chosen)}` })] : []));
    if (palette.childElementCount === 0) this.fillPalette(id, palette);
    palette.querySelector(".pt-choices")?.press(chosen);
  }

  fillPalette(id, palette) {
    if (id in this.given) {
      const { kind, cue, next } = this.given[id];
      palette.append(
        h("p", { class: "pt-given" }, h("strong", { text: `${this.shapeOf(kind)} ${this.nameOf(kind)}` })),
        h("p", { text: cue }),
        h("p", {}, h("strong", { text: `${this.t("marker.next-check")}: ` }), document.createTextNode(next)),
        ...this.rowExtras(this.given[id]));
      return;
    }
    const options = this.questions.options.map(({ id: option, name, hint }, place) =>
      ({ id: option, name, hint, shape: this.shapeOf(option), key: String(place + 1) }));
    palette.append(
      h("p", { class: "pt-question", text: this.questions.asks }),
      choices(this.questions.asks, options, null, (option) => this.mark(id, option)));
  }

  // -- Acting --

  arrive(id) {
    if (id === this.current) return;
    const before = this.current;
    this.current = id;
    if (this.holders.has(before)) this.drawItem(before);
    this.drawItem(id);
  }

  go(id) {
    this.arrive(id);
    this.focusCurrent();
  }

  focusCurrent() {
    this.holders.get(this.current).box.focus();
  }

  mark(id, value) {
    const before = this.marks.chosen[id] ?? null;
    if (this.comparing || id in this.given || before === value) return;
    this.past.push({ id, before });
    this.put(id, value);
    this.say(value === null ? this.t("judging.cleared") : this.t("judging.chosen", { name: this.nameOf(value) }));
  }

  put(id, value) {
    if (value === null) delete this.marks.chosen[id];
    else this.marks.chosen[id] = value;
    this.drawItem(id);
    this.drawFoot();
    this.outbox.add(id, this.questions.id, value);
  }

  undo() {
    const last = this.past.pop();
    if (!last) {
      this.say(this.t("judging.nothing-to-undo"));
      return;
    }
    if (this.route.includes(last.id)) this.go(last.id);
    this.put(last.id, last.before);
    const what = last.before === null ? this.t("judging.cleared") : this.t("judging.chosen", { name: this.nameOf(last.before) });
    this.say(this.t("judging.undone", { what }));
  }

  chooseRoute(id) {
    if (id === this.marks.route) return;
    this.marks.route = id;
    this.outbox.add(this.questions.id, "route", id);
    if (!this.route.includes(this.current)) this.current = this.route[0];
    this.drawAll();
    [...this.bar.querySelectorAll(".pt-choice")].find((button) => button.dataset.id === id)?.focus();
  }

  markAction({ key, target }) {
    if (key.toLowerCase() === "u") return () => this.undo();
    const isOnItem = target.classList.contains("pt-item");
    const steps = { ArrowDown: 1, ArrowUp: -1, ...(isOnItem ? { ArrowRight: 1, ArrowLeft: -1, Home: -1e6, End: 1e6 } : {}) };
    const isInside = target.closest(".pt-item");
    if (isInside && key in steps) return () => this.go(neighbour(this.route, this.current, steps[key]));
    if (isInside && (key === "0" || key === "Delete" || key === "Backspace")) return () => this.mark(this.current, null);
    const choice = isInside ? choiceForKey(key, this.optionIds) : null;
    return choice ? () => this.mark(this.current, choice) : digitGuard(key);
  }

  refresh() {
    const { route } = this.marks;
    this.marks = answersShown(this.model.get("marks"), this.outbox.pending, this.questions.id);
    if (this.marks.route !== route) {
      if (!this.route.includes(this.current)) this.current = this.route[0];
      this.drawAll();
      return;
    }
    for (const id of this.route) this.drawItem(id);
    this.drawFoot();
  }

  comparisonShown() {
    this.paper.hidden = this.comparing;
  }

  /** The word-level difference and what the computer says of it, where the key's row brings them. */
  rowExtras(row) {
    const nodes = [];
    if (row.edits?.length) nodes.push(differenceNode(this.t, row.edits));
    if (row.machine?.length) nodes.push(h("p", { class: "pt-machine", text: row.machine.join(" ") }));
    if (row.sources?.length) {
      nodes.push(h("p", {}, h("strong", { text: `${this.t("judge.sources")}: ` }), document.createTextNode(row.sources.join("; "))));
    }
    return nodes;
  }
}

/** A difference that reads without colour, and aloud: removed words and added words are named. */
export function differenceNode(t, edits) {
  const part = (tag, name, sign, text) => h(tag, { class: `pt-${tag}` },
    h("span", { class: "pt-unseen", text: ` ${t(`judge.${name}`)}: ` }),
    h("span", { class: "pt-sign", "aria-hidden": "true", text: `${sign}\u00a0` }),
    h("span", { text }),
    h("span", { class: "pt-unseen", text: `, ${t("judge.end")} ` }));
  const join = () => h("span", { class: "pt-join" },
    h("span", { "aria-hidden": "true", text: "⁞" }), h("span", { class: "pt-unseen", text: ` (${t("judge.joined")}) ` }));
  const drawn = ({ op, source, quoted }) => {
    if (op === "equal") return [document.createTextNode(source)];
    if (op === "join") return [join()];
    if (op === "delete") return [part("del", quoted ? "removed-shown" : "removed", quoted || "−", source)];
    const added = [part("ins", "added", "+", quoted)];
    return op === "replace" && source ? [part("del", "removed", "−", source), ...added] : added;
  };
  const nodes = edits.flatMap((edit) => drawn(edit).flatMap((node) => [node, document.createTextNode(" ")]));
  return h("div", { class: "pt-difference" },
    h("p", {}, h("strong", { text: t("judge.difference") })),
    h("p", { class: "pt-legend-line", "aria-hidden": "true", text: `(${legendText(t, edits)})` }),
    h("p", { class: "pt-diff" }, nodes));
}

/** What the signs mean, for the eye; the words are said aloud at each place. */
function legendText(t, edits) {
  const ops = new Set(edits.map(({ op, quoted }) => (op === "delete" && quoted ? "shown" : op)));
  const has = (...names) => names.some((name) => ops.has(name));
  return [
    has("delete", "replace") ? `− ${t("judge.legend-removed")}` : "",
    has("shown") ? `… ${t("judge.removed-shown")}` : "",
    has("insert", "replace") ? `+ ${t("judge.legend-added")}` : "",
    has("join") ? `⁞ ${t("judge.joined")}` : "",
  ].filter(Boolean).join(" · ") || t("judge.no-difference");
}

export default {
  render({ model, el }) {
    const judge = new Judge(model, el);
    return () => judge.close();
  },
};
