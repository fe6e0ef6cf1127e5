// What every widget of the kit shares: making elements, words, and an outbox that loses nothing.
// Outside text only ever reaches the page as text (textContent), never as HTML.

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
export function quiet(element) {
  element.setAttribute("data-lm-suppress-shortcuts", "true");
  return element;
}

/** Look up a text by its dotted name and fill its {blanks}; one/other by the number `n`. */
export function words(strings, lang = "en") {
  const rules = new Intl.PluralRules(lang);
  return (name, blanks = {}) => {
    let text = name.split(".").reduce((part, step) => part?.[step], strings);
    if (text && typeof text === "object") text = text[rules.select(blanks.n ?? 0)] ?? text.other;
    if (typeof text !== "string") return name;
    return text.replace(/\{(\w+)\}/g, (blank, key) => (key in blanks ? String(blanks[key]) : blank));
  };
}

/** A copy that holds nothing but its own names: a sentence may be called "constructor". */
export function named(values) {
  return Object.assign(Object.create(null), values);
}

/** Half an emoji cannot be stored; put the replacement character in its place. */
export function whole(text) {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

let counter = 0;
/** An id that no other view of the page has. */
export function ownId(stem) {
  counter += 1;
  return `pt-${stem}-${counter}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Where the page keeps answers that are not on disk yet; memory where the browser forbids it. */
export function drawer(key) {
  const memory = (globalThis.paperTrailDrawers ??= new Map());
  return {
    read() {
      if (memory.has(key)) return memory.get(key);
      try {
        const kept = JSON.parse(globalThis.localStorage.getItem(key) ?? "[]");
        return Array.isArray(kept) ? kept.filter(isEntry) : [];
      } catch {
        return [];
      }
    },
    write(entries) {
      try {
        if (entries.length) globalThis.localStorage.setItem(key, JSON.stringify(entries));
        else globalThis.localStorage.removeItem(key);
        memory.delete(key);
      } catch {
        // The browser forbids it, or is full: then memory has them, and is read first.
        memory.set(key, entries);
      }
    },
  };
}

/** Other pages of the same address write to the same storage: take only what an answer looks like. */
function isEntry(entry) {
  return ["id", "item", "act"].every((name) => typeof entry?.[name] === "string");
}

/** Pending answers: the newest of each item and act, in the order in which they were given. */
export function withEntry(entries, entry) {
  const same = (other) => other.item === entry.item && other.act === entry.act;
  return [...entries.filter((other) => !same(other)), entry];
}

/** Send answers to Python and keep each until Python says that it is on disk. */
export class Outbox {
  constructor(model, key, changed, patience = 3000) {
    Object.assign(this, { model, changed, patience, refusal: "", timer: 0 });
    this.drawer = drawer(key);
    this.heard = (message) => this.receive(message);
    model.on("msg:custom", this.heard);
    if (this.pending.length) this.post(this.pending);
  }

  get pending() {
    return this.drawer.read();
  }

  add(item, act, value) {
    const entry = { id: ownId("answer"), item, act, value };
    this.refusal = "";
    this.drawer.write(withEntry(this.pending, entry));
    this.post([entry]);
  }

  post(entries) {
    this.state = "saving";
    this.changed(this);
    this.model.send({ type: "answers", answers: entries });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.overdue(), this.patience);
  }

  overdue() {
    if (!this.pending.length) return;
    this.state = "not-saved";
    this.changed(this);
    this.model.send({ type: "answers", answers: this.pending });
    this.timer = setTimeout(() => this.overdue(), this.patience * 2);
  }

  receive(message) {
    if (message.type === "saved") this.settle(message.ids, "");
    if (message.type === "refused") this.settle(message.ids, message.says);
    if (message.type === "not-saved") this.keep(message.says);
  }

  settle(ids, refusal) {
    this.drawer.write(this.pending.filter((entry) => !ids.includes(entry.id)));
    this.refusal = refusal;
    this.state = refusal ? "refused" : this.pending.length ? "saving" : "saved";
    if (!this.pending.length) clearTimeout(this.timer);
    this.changed(this);
  }

  keep(says) {
    this.state = "not-saved";
    this.refusal = says;
    this.changed(this);
  }

  close() {
    clearTimeout(this.timer);
    this.model.off("msg:custom", this.heard);
  }
}

/** One line that says whether the answers are on disk: a shape, and words. */
export function savedLine(t) {
  const shape = h("span", { class: "pt-shape", "aria-hidden": "true" });
  const says = h("span", { role: "status" });
  const line = h("p", { class: "pt-saved" }, shape, says);
  line.show = (outbox) => {
    const state = outbox.state ?? "ready";
    line.dataset.state = state;
    shape.textContent = { saved: "✓", saving: "…", "not-saved": "▲", refused: "▲", ready: "○" }[state];
    const text = outbox.refusal || t(`saved.${state}`, { n: outbox.pending.length });
    // "Saving…" comes and goes with every key; only settled states are worth speaking.
    if (state !== "saving" && says.textContent !== text) says.textContent = text;
    else if (state === "saving" && !says.textContent) says.textContent = text;
  };
  return line;
}

/** A row of buttons of which one is pressed, or none. */
export function choices(label, options, pressed, choose) {
  const row = h("div", { class: "pt-choices", role: "group", "aria-label": label });
  for (const { id, name, shape, key, hint } of options) {
    const inside = [
      shape ? h("span", { class: "pt-shape", "aria-hidden": "true", text: shape }) : null,
      h("span", { text: name }),
      key ? h("kbd", { "aria-hidden": "true", text: key }) : null,
    ];
    const button = h(
      "button",
      { type: "button", class: "pt-choice", "data-id": id, title: hint, onclick: () => choose(id) },
      inside,
    );
    row.append(button);
  }
  row.press = (id) => {
    for (const button of row.children) {
      button.setAttribute("aria-pressed", String(button.dataset.id === id));
    }
  };
  row.press(pressed);
  return row;
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

/** A view of a model: what it listens to ends with it. */
export class View {
  constructor(model) {
    this.model = model;
    this.listeners = [];
  }

  listen(event, action) {
    this.model.on(event, action);
    this.listeners.push([event, action]);
  }

  close() {
    this.outbox.close();
    clearTimeout(this.waiting);
    for (const [event, action] of this.listeners) this.model.off(event, action);
  }
}

/** A view that answers to keys and can list them. It says what a key does in `actionFor(event)`. */
export class KeyedView extends View {
  helpPart(lines) {
    const id = ownId("help");
    this.help = h("dl", { class: "pt-help", id, hidden: true, "aria-label": this.t("judging.help-title") });
    for (const [keys, does] of lines) {
      this.help.append(h("dt", {}, h("kbd", { text: keys })), h("dd", { text: does }));
    }
    this.helpButton = h("button", {
      type: "button", class: "pt-small", "aria-expanded": "false", "aria-controls": id,
      onclick: () => this.toggleHelp(),
    }, h("span", { text: `${this.t("judging.keys-button")} ` }), h("kbd", { text: "?", "aria-hidden": "true" }));
    return h("div", { class: "pt-helpbox" }, this.helpButton, this.help);
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    this.helpButton.setAttribute("aria-expanded", String(!this.help.hidden));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = this.actionFor(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }
}
