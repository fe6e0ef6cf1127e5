import { h, keySign, ownId, sign } from "./dom.mjs";

/** Make a row of buttons of which one is pressed, or none. */
export function choices(label, options, pressed, choose) {
  const row = h("div", { class: "pt-choices", role: "group", "aria-label": label });
  row.append(...options.map(({ id, name, shape, key, hint }) => {
    const means = hint ? h("span", { class: "pt-hint", id: ownId("hint"), "aria-hidden": "true", text: hint }) : null;
    return h("button", {
      type: "button", class: "pt-choice", "data-id": id, title: hint, "aria-describedby": means?.id,
      onclick: () => choose(id),
    }, shape ? sign(shape) : null, h("span", { text: name }), key ? keySign(key) : null, means);
  }));
  row.press = (id) => {
    for (const button of row.children) button.setAttribute("aria-pressed", String(button.dataset.id === id));
  };
  row.buttonOf = (id) => [...row.children].find((button) => button.dataset.id === id);
  row.press(pressed);
  return row;
}

/** Number options, so that each shows its key. */
export function withKeys(options) {
  return options.map((option, place) => ({ ...option, key: String(place + 1) }));
}
