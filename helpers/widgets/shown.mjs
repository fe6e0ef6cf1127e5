import { differenceNode } from "./page/difference.mjs";
import { aloud, h } from "./page/dom.mjs";
import { View, widget } from "./page/view.mjs";

// A text with marks, a small table, a difference, or terms: shown, and nothing asked.

class Shown extends View {
  constructor(model, strings) {
    super(model, strings);
    this.says = h("div", { role: "status" });
    this.root = h("div", { class: "pt-root pt-shown", role: "group", lang: strings.lang }, this.says);
    this.listen("change:view", () => this.draw());
    this.draw();
  }

  draw() {
    const { label, lang, parts } = this.model.get("view");
    this.lang = lang;
    this.root.setAttribute("aria-label", label ?? this.t("shown.afterwards"));
    const waits = this.model.get("waits");
    const isEmpty = !parts && !waits;
    this.root.hidden = isEmpty;
    this.says.replaceChildren(...(parts ?? []).flatMap((part) => this.part(part)),
      ...(parts || isEmpty ? [] : [h("p", { class: "pt-waits", text: waits })]));
  }

  part(part) {
    if (part.kind === "table") return this.table(part);
    if (part.kind === "difference") return differenceNode(this.t, part.edits);
    if (part.kind === "terms") return part.terms.map((term) => this.term(term));
    const lines = part.lines.map((line) => h("p", {}, line.map((piece) => this.piece(piece))));
    if (part.kind === "box") return this.box(part.name, lines);
    return part.kind === "paper" ? h("div", { class: "pt-paper", lang: this.lang }, lines) : lines;
  }

  piece({ text, sort, note }) {
    if (!sort) return text;
    if (sort !== "mark") return h(sort, { text });
    return h("span", {}, h("mark", { class: "pt-loaded", text }),
      h("span", { class: "pt-remark", lang: this.strings.lang }, aloud(" ("), note, aloud(")")));
  }

  /** Tables of this size need no scrolling: on a narrow page each row becomes a block. */
  table({ caption, head, rows }) {
    const row = (cells) => h("tr", {}, cells.map((text, place) =>
      place ? h("td", { "data-name": head[place], text }) : h("th", { scope: "row", text })));
    return h("table", { class: "pt-table" },
      caption ? h("caption", { text: caption }) : null,
      h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col", text })))),
      h("tbody", {}, rows.map(row)));
  }

  term({ name, text }) {
    return this.box(name, [h("p", { text })]);
  }

  box(name, lines) {
    return h("details", { class: "pt-term" }, h("summary", { text: name }), lines);
  }
}

export default widget(Shown);
