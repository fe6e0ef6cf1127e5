import { button, h } from "./page/dom.mjs";
import { Question } from "./page/messages.mjs";
import { View, widget } from "./page/view.mjs";

// Does the page hear Python, and Python the page?

class Check extends View {
  constructor(model, strings) {
    super(model, strings);
    const says = h("p", { role: "status" });
    const ping = new Question(model, () => (says.textContent = this.t("check.silent")), 3000);
    this.listen("msg:custom", ({ type }) => {
      if (type !== "pong") return;
      ping.heard();
      says.textContent = this.t("check.works");
    });
    this.atEnd(() => ping.heard());
    this.root = h("section", { class: "pt-root pt-ask", "aria-label": this.t("check.region"), lang: strings.lang },
      h("p", { text: this.t("check.says") }),
      button("pt-main", this.t("check.button"), () => ping.ask({ type: "ping" })),
      says);
  }
}

export default widget(Check);
