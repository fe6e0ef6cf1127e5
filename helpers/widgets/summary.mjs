import { button, h } from "./page/dom.mjs";
import { Question } from "./page/messages.mjs";
import { View, widget } from "./page/view.mjs";
import { printed, written } from "./page/paper.mjs";

// A page to take home: my marks and words beside the key, to read, to print or to keep as a file.

class Summary extends View {
  constructor(model, strings) {
    super(model, strings);
    this.isSeen = false;
    this.isStale = false;
    this.question = new Question(model, () => this.say(this.t("desk.silent")));
    this.build();
    this.listen("change:page", () => this.draw());
    this.listen("msg:custom", ({ type }) => this.hear(type));
    this.atEnd(() => this.question.heard());
    this.watchSeen();
    this.draw();
  }

  build() {
    this.paper = h("div", { class: "pt-takehome" });
    this.says = h("p", { role: "status" });
    this.row = h("div", { class: "pt-row" },
      button("pt-main", this.t("summary-page.print"), () => printed(this.copy())),
      button("pt-small", this.t("summary-page.keep"), () => this.keep()));
    this.next = h("p", {});
    this.root = h("section", { class: "pt-root pt-summary-page", "aria-label": this.t("summary-page.region"),
      lang: this.strings.lang }, this.paper, this.row, this.says, this.next);
  }

  /** Ask Python for a new page only when somebody can see it. */
  watchSeen() {
    const eye = new IntersectionObserver(([seen]) => {
      this.isSeen = seen.isIntersecting;
      this.refresh();
    });
    eye.observe(this.root);
    this.atEnd(() => eye.disconnect());
  }

  hear(type) {
    if (type === "drawn") this.question.heard();
    if (type !== "stale") return;
    this.isStale = true;
    this.refresh();
  }

  refresh() {
    if (!this.isSeen || !this.isStale) return;
    this.isStale = false;
    this.question.ask({ type: "look" });
  }

  draw() {
    const { title, intro, sections, next } = this.model.get("page");
    const opened = new Set([...this.paper.querySelectorAll("details[open]")].map((one) => one.dataset.title));
    this.paper.replaceChildren(h("h3", { text: title }), ...intro.map((text) => h("p", { text })),
      ...sections.flatMap((section) => sectionNodes(this.t, section, opened.has(section.title))));
    this.row.hidden = !sections.length;
    this.next.hidden = !next;
    this.next.replaceChildren(h("strong", { text: `${this.t("desk.next")}: ` }),
      h("a", { href: next?.address, text: next?.title ?? "" }));
    this.root.dataset.done = String(sections.length > 0);
    this.say("");
  }

  say(text) {
    this.says.textContent = text;
  }

  /** Make a copy of the page with every table open, for paper or a file. */
  copy() {
    const copy = this.paper.cloneNode(true);
    for (const one of copy.querySelectorAll("details")) one.open = true;
    return { title: this.model.get("page").title, lang: this.strings.lang, body: copy };
  }

  keep() {
    const { file } = this.model.get("page");
    const address = URL.createObjectURL(new Blob([written(this.copy())], { type: "text/html" }));
    const link = h("a", { href: address, download: file });
    this.root.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    this.say(this.t("summary-page.kept", { file }));
  }
}

function sectionNodes(t, { title, lines, table }, isOpen) {
  return [
    h("h4", { text: title }),
    ...(lines.length ? [h("ul", {}, lines.map((text) => h("li", { text })))] : []),
    ...(table ? [table.is_open ? tableNode(title, table) : folded(t, title, table, isOpen)] : []),
  ];
}

function folded(t, title, table, isOpen) {
  return h("details", { "data-title": title, open: isOpen },
    h("summary", { text: t("summary-page.table", { n: table.rows.length }) }), tableNode(title, table));
}

/** Make a table; where there is no room for columns, each row is a list with the columns' names. */
function tableNode(title, { heads, rows }) {
  const cell = (text, column) => (column
    ? h("td", { role: "cell", "data-head": heads[column], text })
    : h("th", { role: "rowheader", scope: "row", text }));
  const row = (cells) => h("tr", { role: "row" }, cells);
  return h("div", { class: "pt-wide" }, h("table", { role: "table", "aria-label": title },
    h("thead", { role: "rowgroup" }, row(heads.map((text) => h("th", { role: "columnheader", scope: "col", text })))),
    h("tbody", { role: "rowgroup" }, rows.map((cells) => row(cells.map(cell))))));
}

export default widget(Summary);
