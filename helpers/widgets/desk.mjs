import { button, h, line, ownId } from "./page/dom.mjs";
import { Question } from "./page/messages.mjs";
import { saveTyping } from "./page/typing.mjs";
import { View, widget } from "./page/view.mjs";
import { whole } from "./page/words.mjs";

// Where you are, where your answers live, and how to take them with you.

/** A file of answers is read up to this size, in bytes. */
const LARGEST = 20_000_000;

class Desk extends View {
  constructor(model, strings) {
    super(model, strings);
    this.question = new Question(model, () => this.say(this.t("desk.silent")));
    this.atEnd(() => this.question.heard());
    this.build();
    this.listen("msg:custom", (message) => this.receive(message));
    this.listen("change:place", () => this.draw());
    this.listen("change:learner", () => this.openOutbox("desk"));
    this.openOutbox("desk");
    this.draw();
  }

  // -- Building, once --

  build() {
    this.lessons = h("div", {});
    this.ask = h("div", { class: "pt-ask", hidden: true });
    this.says = h("p", { role: "status" });
    this.root = h("section", { class: "pt-root pt-desk", "aria-label": this.t("desk.region"), lang: this.strings.lang },
      this.lessons, this.actions(), this.ask, this.says, this.nameField(), this.saved);
  }

  actions() {
    this.file = h("input", {
      type: "file", accept: ".jsonl,.json,.txt", class: "pt-unseen", tabindex: "-1", "aria-hidden": "true",
      onchange: () => this.readFile(),
    });
    return h("div", { class: "pt-row" },
      button("pt-main", this.t("desk.carry"), () => this.send({ type: "carry" })),
      button("pt-small", this.t("desk.bring"), () => this.file.click()),
      button("pt-small", this.t("desk.new"), () => this.askNew()),
      this.file);
  }

  nameField() {
    this.name = h("input", { type: "text", maxlength: "80", autocomplete: "off" });
    saveTyping(this, this.name, () => this.outbox, "name", "name");
    return h("label", { class: "pt-field" }, h("span", { text: this.t("desk.name") }), this.name);
  }

  // -- Drawing --

  draw() {
    const { lessons, folder, count, next, name } = this.model.get("place");
    const link = (address, text) => h("a", { href: address, text });
    const told = ({ title, address, minutes, state, n, of }) => h("li", {},
      link(address, title), ` (${this.t("desk.minutes", { minutes })}): ${this.t(`desk.${state}`, { n, of })}`);
    const goOn = next
      ? line(this.t("desk.next"), link(next.address, this.t("desk.open", { title: next.title })))
      : h("p", { text: lessons.length ? this.t("desk.course-finished") : "" });
    this.lessons.replaceChildren(
      h("ul", { class: "pt-lessons", "aria-label": this.t("desk.lessons") }, lessons.map(told)),
      goOn,
      h("p", {}, `${this.t("desk.where")} `, h("code", { text: folder })),
      h("p", { text: this.t("desk.count", { n: count }) }));
    if (this.name !== this.name.ownerDocument.activeElement) this.name.value = name;
  }

  say(text) {
    this.says.textContent = text;
  }

  // -- Hearing Python --

  send(message) {
    this.say("");
    this.question.ask(message);
  }

  receive(message) {
    const told = {
      carried: () => this.download(message),
      told: () => this.say(message.says),
      whose: () => this.askWhose(),
      learner: () => this.switched(message),
    };
    if (message.type === "not-saved") this.question.heard();
    if (!Object.hasOwn(told, message.type)) return;
    this.question.heard();
    this.putAway();
    told[message.type]();
  }

  /** Offer the file as a download: it works in Binder too, where the disk is out of reach. */
  download({ name, text, says }) {
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

  switched({ says, back }) {
    this.openOutbox("desk");
    this.say(says);
    if (back) this.putQuestion(says, [["desk.new-undo", () => this.send({ type: "go_back" })]]);
  }

  // -- Acting --

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

  cancel() {
    this.putAway();
    this.say(this.t("desk.cancelled"));
  }

  // -- Asking back --

  askWhose() {
    this.putQuestion(this.t("desk.whose"), [
      ["desk.into-theirs", () => this.bring("theirs")],
      ["desk.into-mine", () => this.bring("mine")],
      ["desk.cancel", () => this.cancel()],
    ]);
  }

  askNew() {
    this.putQuestion(this.t("desk.new-sure"), [
      ["desk.new-yes", () => this.send({ type: "new_learner" })],
      ["desk.cancel", () => this.cancel()],
    ]);
  }

  putQuestion(text, answers) {
    const id = ownId("question");
    this.ask.replaceChildren(h("p", { id, text }), h("div", { class: "pt-row", role: "group", "aria-labelledby": id },
      answers.map(([name, onclick]) => button(null, this.t(name), onclick))));
    this.ask.hidden = false;
    this.ask.querySelector("button").focus();
  }

  /** Put the question away; the focus goes to the first button, not to the notebook. */
  putAway() {
    const had = this.ask.contains(this.ask.ownerDocument.activeElement);
    this.ask.hidden = true;
    this.ask.replaceChildren();
    if (had) this.root.querySelector("button").focus();
  }
}

export default widget(Desk);
