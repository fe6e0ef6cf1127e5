// Making elements. Outside text only ever reaches the page as text, never as HTML.

const FOCUSABLE = new Set(["BUTTON", "INPUT", "TEXTAREA", "A", "SELECT", "SUMMARY"]);

/** Make one element. `props` are attributes, except `text` and the `on…` listeners. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  if (FOCUSABLE.has(element.tagName) || element.hasAttribute("tabindex")) quiet(element);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** JupyterLab takes single keys even inside widgets, unless the focused element says not to. */
function quiet(element) {
  element.setAttribute("data-lm-suppress-shortcuts", "true");
}

/** Make a sign for the eye, which words beside it say as well. */
export function sign(text) {
  return h("span", { class: "pt-shape", "aria-hidden": "true", text });
}

/** Make words for the ear, which a sign beside them shows as well. */
export function aloud(text) {
  return h("span", { class: "pt-unseen", text });
}

/** Make a line that begins with its label in bold. */
export function line(label, ...rest) {
  return h("p", {}, h("strong", { text: `${label}: ` }), ...rest);
}

/** Make notices, in the language of the widget and not of the text that they stand above. */
export function notices(texts, lang) {
  return texts.map((text) => h("p", { class: "pt-notice", text, lang }));
}

/** Make a button of some sort: "pt-main" for what comes next, "pt-small" for the rest. */
export function button(sort, text, onclick, more = {}) {
  return h("button", { type: "button", class: sort, text, onclick, ...more });
}

/** Make a button with its key beside its name. */
export function keyButton(name, key, onclick, more = "") {
  return h("button", { type: "button", class: `pt-small ${more}`.trim(), onclick },
    h("span", { text: `${name} ` }), keySign(key));
}

/** Show a key beside a button that it presses. */
export function keySign(key) {
  return h("kbd", { "aria-hidden": "true", text: key });
}

/** Make something that opens in place. */
export function folded(title, ...inside) {
  return h("details", { class: "pt-fold" }, h("summary", { text: title }), ...inside);
}

let counter = 0;
/** Return an id that no other view of the page has. */
export function ownId(stem) {
  counter += 1;
  return `pt-${stem}-${counter}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Keep a place on the page where it is while something above it changes height. */
export function steady(element, change) {
  const before = element.getBoundingClientRect().top;
  change();
  const moved = element.getBoundingClientRect().top - before;
  if (!moved) return;
  let frame = element.parentElement;
  while (frame && !(frame.scrollHeight > frame.clientHeight && /auto|scroll/.test(getComputedStyle(frame).overflowY))) {
    frame = frame.parentElement;
  }
  (frame ?? document.scrollingElement).scrollTop += moved;
}
