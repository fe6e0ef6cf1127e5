import { choices } from "./page/choices.mjs";
import { Comparing } from "./page/comparing.mjs";
import { h, line, ownId, sign } from "./page/dom.mjs";
import { digitGuard, hearKeys } from "./page/keys.mjs";
import { reasonNodes } from "./page/reasons.mjs";
import { ARROWS, TO_THE_ENDS, neighbour, stopAt } from "./page/roving.mjs";
import { saveTyping } from "./page/typing.mjs";
import { View, widget } from "./page/view.mjs";
import { given, isGiven, printed } from "./question.state.mjs";

// One question: a choice, a box to type in, or a sentence to pick in the text; explained when asked.

class Question extends View {
  constructor(model, strings) {
    super(model, strings);
    this.asked = model.get("asked_for");
    this.shown = model.get("given")[this.asked.id];
    this.comparing = new Comparing(this, {
      ready: () => isGiven(this.asked.form, this.marks),
      none: this.t(`question.how-${this.asked.form}`),
      route: () => undefined,
      nodes: ({ rows }) => [...this.explainedNodes(rows[0]), this.comparing.againRow("question.again-note")],
      changed: (isOpen) => this.showOrHide(isOpen),
      back: () => this.focusAnswer(),
    });
    this.build();
    this.openOutbox(`${this.asked.case}:question:${this.asked.id}`);
    this.listen("change:marks", () => this.draw());
    this.listen("msg:custom", (message) => this.hear(message));
    this.draw();
    this.comparing.show();
  }

  // -- Building, once --

  build() {
    const { asks, passage, lang, form } = this.asked;
    this.label = h("p", { class: "pt-question", id: ownId("ask"), text: asks });
    this.root = h("section", { class: "pt-root pt-single", "aria-labelledby": this.label.id, lang: this.strings.lang },
      this.label, passage ? h("blockquote", { text: passage, lang }) : null);
    const build = { choice: "choice", sentence: "text", number: "box", words: "box" }[form];
    this.field = this[build]();
    const { control, says, result } = this.comparing;
    this.comparing.button.textContent = this.t("question.check");
    this.foot = h("div", { class: "pt-foot" }, h("div", { class: "pt-row" }, control), says, this.saved);
    const reasons = this.shown ? h("div", { class: "pt-result" }, this.explainedNodes(this.shown)) : result;
    this.root.append(this.field, this.foot, reasons);
    hearKeys(this.root, (event) => this.actionFor(event));
  }

  choice() {
    const options = this.asked.options.map(({ id, name }) => ({ id, name }));
    this.row = choices(this.asked.asks, options, null, (id) => this.choose(id));
    this.row.classList.add("pt-answers");
    return this.row;
  }

  box() {
    const { form, id, lang } = this.asked;
    this.input = h("input", { type: "text", maxlength: "400", autocomplete: "off", autocapitalize: "off",
      spellcheck: "false", lang: form === "words" ? lang : null, "aria-labelledby": this.label.id });
    saveTyping(this, this.input, () => this.outbox, id, "draft");
    this.hearOn(this.input, "input", () => this.drawDone());
    return h("label", { class: "pt-field" }, h("span", { text: this.t(`question.type-${form}`) }), this.input);
  }

  /** The text, with a number printed beside each sentence that can be picked. */
  text() {
    this.sentences = new Map();
    const { paragraphs, lang, asks } = this.asked;
    const node = h("div", { class: "pt-paper pt-pick", role: "group", "aria-label": asks, lang },
      paragraphs.map((sentences) => h("p", { class: "pt-block" }, sentences.map((one) => this.sentence(one)))));
    stopAt(this.spans, this.spans[0]);
    return node;
  }

  sentence(one) {
    const number = printed(one);
    const span = h("span", {
      class: "pt-sentence", role: "button", tabindex: "-1", "data-id": one.id, "aria-pressed": "false",
      onclick: () => this.choose(one.id), onfocus: () => stopAt(this.spans, span),
    }, number ? h("span", { class: "pt-number", text: `${number} ` }) : null, h("span", { text: one.text }));
    this.sentences.set(one.id, span);
    return span;
  }

  get spans() {
    return [...this.sentences.values()];
  }

  // -- Drawing --

  get marks() {
    return given(this.model.get("marks"), this.outbox.pending, this.asked.id);
  }

  draw() {
    const { answer, draft } = this.marks;
    this.row?.press(answer);
    for (const [id, span] of this.sentences ?? []) span.setAttribute("aria-pressed", String(id === answer));
    if (this.input && this.input !== this.input.ownerDocument.activeElement) this.input.value = draft;
    this.drawDone();
  }

  drawDone() {
    this.root.dataset.done = String(Boolean(this.shown) || isGiven(this.asked.form, this.marks));
  }

  showOrHide(isOpen) {
    this.foot.hidden = isOpen || Boolean(this.shown);
    this.root.dataset.comparing = String(isOpen);
    this.isShut = isOpen || Boolean(this.shown);
    if (this.input) this.input.readOnly = this.isShut;
    for (const one of [...(this.row?.children ?? []), ...(this.sentences ? this.spans : [])]) {
      if (this.isShut) one.setAttribute("aria-disabled", "true");
      else one.removeAttribute("aria-disabled");
    }
  }

  // -- Answering --

  choose(id) {
    if (this.isShut || this.marks.answer === id) return;
    this.outbox.add(this.asked.id, "answer", id);
    this.comparing.tell("");
    this.draw();
  }

  hear({ type, says }) {
    if (type === "refused") this.draw();
    if (type !== "unclear") return;
    this.comparing.question.heard();
    this.comparing.tell(says);
    this.focusAnswer();
  }

  focusAnswer() {
    const { answer } = this.marks;
    const chosen = this.row ? this.row.buttonOf(answer) ?? this.row.firstChild : this.sentences?.get(answer);
    (this.input ?? chosen ?? this.spans[0]).focus();
  }

  actionFor({ key, target }) {
    if (target === this.input) return key === "Enter" && !this.isShut ? () => this.check() : null;
    if (!target.classList.contains("pt-sentence")) return digitGuard(key);
    const steps = { ...ARROWS, ...TO_THE_ENDS };
    if (Object.hasOwn(steps, key)) return () => neighbour(this.spans, target, steps[key]).focus();
    if (key === "Enter" || key === " ") return () => this.choose(target.dataset.id);
    return digitGuard(key);
  }

  check() {
    this.outbox.release();
    if (this.model.get("has_key")) this.comparing.ask();
  }

  // -- Explaining --

  explainedNodes(found) {
    const { t } = this;
    const heading = h("h3", { tabindex: "-1", "data-outcome": found.outcome },
      sign(found.outcome === "same" ? "✓" : "≠"), ` ${found.title}`);
    return [
      heading,
      this.shown ? line(t("question.answer"), found.mine) : null,
      ...reasonNodes(t, found.because),
      found.first ? line(t("question.first"), found.first) : null,
      found.key ? h("details", { class: "pt-more" }, h("summary", { text: t("question.key") }),
        line(t("question.key-answer"), found.key), ...reasonNodes(t, found.because_key)) : null,
    ].filter(Boolean);
  }
}

export default widget(Question);
