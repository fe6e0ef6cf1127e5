import { Outbox, View, choices, h, ownId, savedLine, whole, words } from "./kit.mjs";

// A question answered before the work starts, or after it: a choice, words of one's own, or both.

class Note extends View {
  constructor(model, el) {
    super(model);
    const strings = model.get("strings");
    this.t = words(strings, strings.lang);
    this.ask = model.get("question");
    this.saved = savedLine(this.t);
    el.append(this.build(strings.lang));
    const key = `paper-trail:${model.get("learner")}:note-${this.ask.id}`;
    this.outbox = new Outbox(model, key, (outbox) => this.saved.show(outbox));
    this.saved.show(this.outbox);
    this.listen("change:answer", () => this.fill());
    this.fill();
  }

  build(lang) {
    const label = h("p", { class: "pt-question", id: ownId("ask"), text: this.ask.asks });
    const options = this.ask.options.map(({ id, text }) => ({ id, name: text }));
    this.row = options.length ? choices(this.ask.asks, options, null, (id) => this.choose(id)) : null;
    return h("section", { class: "pt-root pt-note", "aria-labelledby": label.id, lang },
      label, this.row, this.ask.free ? this.field() : null, this.saved);
  }

  field() {
    this.box = h("textarea", {
      rows: "3", maxlength: "4000",
      oninput: () => this.later(), onblur: () => this.now(),
    });
    return h("label", { class: "pt-field" }, h("span", { text: this.t("note.answer") }), this.box);
  }

  /** What was chosen and written, with what is still on its way laid over what is on disk. */
  fill() {
    const shown = { ...this.model.get("answer") };
    for (const { act, value } of this.outbox.pending) shown[act] = value;
    this.row?.press(shown.choice ?? "");
    if (this.box && this.box !== this.box.ownerDocument.activeElement) this.box.value = shown.text ?? "";
    this.text = shown.text ?? "";
  }

  choose(id) {
    this.row.press(id);
    this.outbox.add(this.ask.id, "choice", id);
  }

  later() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.now(), 600);
  }

  now() {
    clearTimeout(this.typing);
    const text = whole(this.box.value);
    if (text === this.text) return;
    this.text = text;
    this.outbox.add(this.ask.id, "text", text);
  }

  close() {
    if (this.box) this.now();
    super.close();
  }
}

export default {
  render({ model, el }) {
    const note = new Note(model, el);
    return () => note.close();
  },
};
