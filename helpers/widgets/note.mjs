import { choices } from "./page/choices.mjs";
import { h, ownId } from "./page/dom.mjs";
import { saveTyping } from "./page/typing.mjs";
import { View, widget } from "./page/view.mjs";
import { answered } from "./note.state.mjs";

// A question answered before the work starts, or after it: a choice, words of one's own, or both.

class Note extends View {
  constructor(model, strings) {
    super(model, strings);
    this.ask = model.get("question");
    this.build();
    this.openOutbox(`note-${this.ask.id}`);
    this.listen("change:answer", () => this.fill());
    this.fill();
  }

  build() {
    const { asks, options, free } = this.ask;
    const label = h("p", { class: "pt-question", id: ownId("ask"), text: asks });
    const shown = options.map(({ id, text }) => ({ id, name: text }));
    this.row = shown.length ? choices(asks, shown, null, (id) => this.choose(id)) : null;
    this.root = h("section", { class: "pt-root pt-note", "aria-labelledby": label.id, lang: this.strings.lang },
      label, this.row, free ? this.field() : null, this.saved);
  }

  field() {
    this.box = h("textarea", { rows: "3", maxlength: "4000" });
    saveTyping(this, this.box, () => this.outbox, this.ask.id, "text");
    return h("label", { class: "pt-field" }, h("span", { text: this.t("note.answer") }), this.box);
  }

  /** Show what was chosen and written; what is being typed stays as it is. */
  fill() {
    const { choice, text } = answered(this.model.get("answer"), this.outbox.pending);
    this.row?.press(choice);
    if (this.box && this.box !== this.box.ownerDocument.activeElement) this.box.value = text;
  }

  choose(id) {
    this.row.press(id);
    this.outbox.add(this.ask.id, "choice", id);
  }
}

export default widget(Note);
