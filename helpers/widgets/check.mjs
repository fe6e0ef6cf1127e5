import { h, words } from "./kit.mjs";

// Does the page hear Python, and Python the page?

export default {
  render({ model, el }) {
    const strings = model.get("strings");
    const t = words(strings, strings.lang);
    const says = h("p", { role: "status" });
    let waiting = 0;
    const press = () => {
      model.send({ type: "ping" });
      clearTimeout(waiting);
      waiting = setTimeout(() => (says.textContent = t("check.silent")), 3000);
    };
    const heard = (message) => {
      if (message.type !== "pong") return;
      clearTimeout(waiting);
      says.textContent = t("check.works");
    };
    model.on("msg:custom", heard);
    el.append(h("section", { class: "pt-root pt-ask", "aria-label": t("check.region"), lang: strings.lang },
      h("p", { text: t("check.says") }),
      h("button", { type: "button", class: "pt-main", text: t("check.button"), onclick: press }),
      says));
    return () => {
      clearTimeout(waiting);
      model.off("msg:custom", heard);
    };
  },
};
