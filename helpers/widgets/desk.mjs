import { Outbox, View, h, ownId, savedLine, whole, words } from "./kit.mjs";

// Where you are, where your answers live, and how to take them with you.

const LARGEST = 20_000_000;

class Desk extends View {
  constructor(model, el) {
    super(model);
    const strings = model.get("strings");
    this.t = words(strings, strings.lang);
    this.root = h("section", { class: "pt-root pt-desk", "aria-label": this.t("desk.region"), lang: strings.lang });
    this.lessons = h("div", {});
    this.ask = h("div", { class: "pt-ask", hidden: true });
    this.says = h("p", { role: "status" });
    this.saved = savedLine(this.t);
    this.root.append(this.lessons, this.actions(), this.ask, this.says, this.nameField(), this.saved);
    el.append(this.root);
    this.listen("msg:custom", (message) => this.receive(message));
    this.listen("change:place", () => this.draw());
    this.openOutbox();
    this.draw();
  }

  openOutbox() {
    this.outbox?.close();
    const key = `paper-trail:${this.model.get("learner")}:desk`;
    this.outbox = new Outbox(this.model, key, (outbox) => this.saved.show(outbox));
    this.saved.show(this.outbox);
  }

  actions() {
    this.file = h("input", { type: "file", accept: ".jsonl,.json,.txt", class: "pt-unseen", tabindex: "-1", "aria-hidden": "true", onchange: () => this.readFile() });
    const button = (name, action, main) =>
      h("button", { type: "button", class: main ? "pt-main" : "pt-small", text: this.t(name), onclick: action });
    return h("div", { class: "pt-row" },
      button("desk.carry", () => this.send({ type: "carry" }), true),
      button("desk.bring", () => this.file.click()),
      button("desk.new", () => this.askNew()),
      this.file);
  }

  nameField() {
    this.name = h("input", { type: "text", maxlength: "80", autocomplete: "off", onchange: () => this.outbox.add("name", "name", whole(this.name.value)) });
    return h("label", { class: "pt-field" }, h("span", { text: this.t("desk.name") }), this.name);
  }

  draw() {
    const { lessons, folder, count, next, name } = this.model.get("place");
    const line = ({ title, address, minutes, state, n }) => h("li", {},
      h("a", { href: address, target: "_blank", rel: "noopener", text: title }),
      document.createTextNode(` (${this.t("desk.minutes", { minutes })}): ${this.t(`desk.${state}`, { n })}`));
    const go = next
      ? h("p", {}, h("strong", { text: `${this.t("desk.next")}: ` }), h("a", { href: next.address, target: "_blank", rel: "noopener", text: this.t("desk.open", { title: next.title }) }))
      : null;
    this.lessons.replaceChildren(
      h("ul", { class: "pt-lessons", "aria-label": this.t("desk.lessons") }, lessons.map(line)),
      ...[go].filter(Boolean),
      h("p", {}, document.createTextNode(`${this.t("desk.where")} `), h("code", { text: folder })),
      h("p", { text: this.t("desk.count", { n: count }) }));
    if (this.name !== this.name.ownerDocument.activeElement) this.name.value = name;
  }

  send(message) {
    this.say("");
    this.model.send(message);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.say(this.t("desk.silent")), 4000);
  }

  say(text) {
    this.says.textContent = text;
  }

  receive(message) {
    if (message.type === "not-saved") clearTimeout(this.waiting);
    if (!["carried", "told", "whose", "learner"].includes(message.type)) return;
    clearTimeout(this.waiting);
    this.close_ask();
    this[message.type](message);
  }

  /** Offer the file as a download: it works in Binder too, where the disk is out of reach. */
  carried({ name, text, says }) {
    if (text) {
      const address = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
      const link = h("a", { href: address, download: name });
      this.root.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    }
    this.say(says);
  }

  told({ says }) {
    this.say(says);
  }

  whose() {
    this.question(this.t("desk.whose"), [
      ["desk.into-theirs", () => this.bring("theirs")],
      ["desk.into-mine", () => this.bring("mine")],
      ["desk.cancel", () => this.cancel()],
    ]);
  }

  learner({ says, back }) {
    this.openOutbox();
    this.say(says);
    if (back) this.question(says, [["desk.new-undo", () => this.send({ type: "go_back" })]]);
  }

  async readFile() {
    const [file] = this.file.files;
    this.file.value = "";
    if (!file) return;
    if (file.size > LARGEST) {
      this.say(this.t("desk.too-large"));
      return;
    }
    this.text = await file.text();
    this.bring("");
  }

  bring(into) {
    this.send({ type: "bring", text: whole(this.text), into });
  }

  askNew() {
    this.question(this.t("desk.new-sure"), [
      ["desk.new-yes", () => this.send({ type: "new_learner" })],
      ["desk.cancel", () => this.cancel()],
    ]);
  }

  cancel() {
    this.close_ask();
    this.say(this.t("desk.cancelled"));
  }

  question(text, answers) {
    const id = ownId("question");
    this.ask.replaceChildren(h("p", { id, text }), h("div", { class: "pt-row", role: "group", "aria-labelledby": id },
      answers.map(([name, action]) => h("button", { type: "button", text: this.t(name), onclick: action }))));
    this.ask.hidden = false;
    this.ask.querySelector("button").focus();
  }

  /** Put the question away; the focus goes to the first button, not to the notebook. */
  close_ask() {
    const had = this.ask.contains(this.ask.ownerDocument.activeElement);
    this.ask.hidden = true;
    this.ask.replaceChildren();
    if (had) this.root.querySelector("button").focus();
  }
}

export default {
  render({ model, el }) {
    const desk = new Desk(model, el);
    return () => desk.close();
  },
};
