import { button, folded, h } from "./dom.mjs";
import { Question } from "./messages.mjs";
import { goOn } from "./onward.mjs";

// Asking for a comparison, waiting for it, showing it, putting it away; and saying why where it cannot be.

export class Comparing {
  /**
   * `offers` is what the widget brings: `ready()` whether there is something to compare, `none` what
   * to say where there is not, `route()` what is compared, `nodes(comparison)` how it is drawn,
   * `changed(isOpen)` what else to show or hide, `back(comparison)` where the focus goes afterwards,
   * and `keeps` whether what the key said stays at hand, folded, when the learner tries again.
   */
  constructor(view, offers) {
    const { model, t } = view;
    Object.assign(this, { model, t, offers, wasAsked: false });
    this.button = button("pt-main pt-compare", "", () => this.ask());
    this.control = model.get("has_key") ? this.button : h("p", { text: t("judging.no-key") });
    this.says = h("p", { role: "status", class: "pt-says" });
    this.againSays = h("p", { role: "status", class: "pt-says" });
    this.result = h("div", { class: "pt-result" });
    this.last = h("div", { class: "pt-last" });
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
    this.keepLast(wasOpen && !isOpen);
    const was = this.comparison;
    this.comparison = this.model.get("comparison");
    result.replaceChildren(...(isOpen ? [...offers.nodes(this.model.get("comparison")), this.againSays] : []));
    offers.changed(isOpen);
    if (this.wasAsked && isOpen) result.querySelector("h3").focus();
    if (this.wasAsked && wasOpen && !isOpen) offers.back(was);
    this.wasAsked = false;
  }

  /** Fold what the key said last, so that it can be read again while trying again. */
  keepLast(isNow) {
    if (!this.offers.keeps) return;
    const said = [...this.result.children].filter((node) => node.matches(".pt-said"));
    this.last.replaceChildren(...(isNow && said.length ? [folded(this.t("comparison.last"), ...said)] : []));
  }

  heading(name) {
    return h("h3", { tabindex: "-1", text: this.t(name) });
  }

  summary(lines) {
    return h("ul", { class: "pt-summary" }, lines.map((text) => h("li", { text })));
  }

  againRow(note = "comparison.again-note") {
    const again = button("pt-main", this.t("comparison.again"), () => this.again());
    const on = button("pt-small pt-on", this.t("comparison.go-on"), () => goOn(this.result.closest(".pt-root")));
    return h("div", {}, h("div", { class: "pt-row" }, again, on), h("p", { class: "pt-place", text: this.t(note) }));
  }
}
