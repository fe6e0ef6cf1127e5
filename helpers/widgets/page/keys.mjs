import { h, keyButton, ownId } from "./dom.mjs";

// Keys: what they mean, the list of them, and what must not reach JupyterLab.

/** Return the option that a number key stands for, or null. */
export function choiceForKey(key, options) {
  const place = Number.parseInt(key, 10);
  return place >= 1 && place <= options.length ? options[place - 1] : null;
}

/** Return what to do about a digit that means nothing here: it must not mean something to JupyterLab. */
export function digitGuard(key) {
  return /^[0-9]$/.test(key) ? () => {} : null;
}

/** Say whether a key takes an answer away. */
export function clears(key) {
  return key === "0" || key === "Delete" || key === "Backspace";
}

/** Make the list of keys with the button that shows it; `toggle(place)` does so too, in a place in view. */
export function helpBox(t, lines) {
  const id = ownId("help");
  const list = h("dl", { class: "pt-help", id, hidden: true, "aria-label": t("judging.help-title") },
    lines.map(([keys, does]) => [h("dt", {}, h("kbd", { text: keys })), h("dd", { text: does })]).flat());
  const button = keyButton(t("judging.keys-button"), "?", () => box.toggle());
  button.setAttribute("aria-controls", id);
  const box = h("div", { class: "pt-helpbox" }, button, list);
  box.toggle = (place) => {
    list.hidden = !list.hidden;
    if (!list.hidden) (place ?? box).append(list);
    list.scrollIntoView?.({ block: "nearest" });
    button.setAttribute("aria-expanded", String(!list.hidden));
  };
  button.setAttribute("aria-expanded", "false");
  return box;
}

/** Let a root answer to keys: `actionFor(event)` returns what a key does, or null. */
export function hearKeys(root, actionFor) {
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actionFor(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
}
