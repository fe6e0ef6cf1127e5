import { button, h } from "./dom.mjs";
import { Question } from "./messages.mjs";

// Asking for a comparison, waiting for it, showing it, putting it away; and saying why where it cannot be.

export class Comparing {
  /**
   * `offers` is what the widget brings: `ready()` whether there is something to compare, `none` what
   * to say where there is not, `route()` what is compared, `nodes(comparison)` how it is drawn,
   * `changed(isOpen)` what else to show or hide, and `back()` where the focus goes afterwards.
   */
  constructor(view, offers) {
    const { model, t } = view;
    Object.assign(this, { model, t, offers, wasAsked: false });
    this.button = button("pt-main pt-compare", "", () => this.ask());
    this.control = model.get("has_key") ? this.button : h("p", { text: t("judging.no-key") });
    this.says = h("p", { role: "status", class: "pt-says" });
    this.againSays = h("p", { role: "status", class: "pt-says" });
    this.result = h("div", { class: "pt-result" });
    this.question = new Question(model, () => this.tell(t(this.isOpen ? "desk.silent" : "judging.compare-silent")));
    view.listen("change:comparison", () => this.show());
    view.listen("msg:custom", (message) => this.hear(message));
    view.atEnd(() => this.question.heard());
  }

  get isOpen() {
    return Boolean(this.model.get("comparison").rows);
  }

  tell(text) {
    (this.isOpen ? this.againSays : this.says).textContent = text;
  }

  ask() {
    if (!this.offers.ready()) {
      this.tell(this.offers.none);
      return;
    }
    this.tell(this.t("judging.compare-wait"));
    this.wasAsked = true;
    this.question.ask({ type: "compare", route: this.offers.route() });
  }

  again() {
    this.tell("");
    this.wasAsked = true;
    this.question.ask({ type: "again" });
  }

  /** Say what went wrong: in the foot the line about saving says it; that is put away while comparing. */
  hear(message) {
    if (message.type !== "not-saved") return;
    this.question.heard();
    this.wasAsked = false;
    this.tell(this.isOpen ? message.says : "");
  }

  show() {
    const { isOpen, offers, result } = this;
    this.question.heard();
    this.says.textContent = this.againSays.textContent = "";
    const wasOpen = result.childElementCount > 0;
    result.replaceChildren(...(isOpen ? [...offers.nodes(this.model.get("comparison")), this.againSays] : []));
    offers.changed(isOpen);
    if (this.wasAsked && isOpen) result.querySelector("h3").focus();
    if (this.wasAsked && wasOpen && !isOpen) offers.back();
    this.wasAsked = false;
  }

  heading(name) {
    return h("h3", { tabindex: "-1", text: this.t(name) });
  }

  summary(lines) {
    return h("ul", { class: "pt-summary" }, lines.map((text) => h("li", { text })));
  }

  againRow(note = "comparison.again-note") {
    const again = button("pt-main", this.t("comparison.again"), () => this.again());
    return h("div", { class: "pt-row" }, again, h("span", { text: this.t(note) }));
  }
}
