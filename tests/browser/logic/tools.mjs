// What the tests of the widgets' modules share: naming a test, comparing values, and a stand-in for a model.

const tests = (globalThis.logicTests = new Map());

/** Return a function that names one test of a file: `const test = suite(import.meta.url)`. */
export function suite(url) {
  const file = new URL(url).pathname.split("/").at(-1);
  return (name, action) => {
    if (tests.has(`${file} ${name}`)) throw new Error(`two tests are called ${name}`);
    tests.set(`${file} ${name}`, action);
  };
}

/** Hold that two values are the same, part by part. */
export function same(got, wanted, about = "") {
  const [one, other] = [shown(got), shown(wanted)];
  if (one !== other) throw new Error(`${about}\n  wanted ${other}\n  got    ${one}`);
}

function shown(value) {
  return JSON.stringify(value, (_, part) => {
    if (part === undefined) return "(undefined)";
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Hold each row of a table: what is called with the first values gives the last. */
export function rows(call, table) {
  for (const row of table) same(call(...row.slice(0, -1)), row.at(-1), JSON.stringify(row));
}

/** Hold that something is so. */
export function holds(fact, about = "it does not hold") {
  if (!fact) throw new Error(about);
}

export function wait(time) {
  return new Promise((go) => setTimeout(go, time));
}

/** Stand in for the two ends that anywidget gives a widget: what is sent, and who listens. */
export function fakeModel(values = {}) {
  const listeners = new Map();
  const of = (event) => listeners.get(event) ?? [];
  return {
    values,
    sent: [],
    get: (name) => values[name],
    send(message) {
      this.sent.push(structuredClone(message));
    },
    on: (event, call) => listeners.set(event, [...of(event), call]),
    off: (event, call) => listeners.set(event, of(event).filter((one) => one !== call)),
    hear: (message) => of("msg:custom").forEach((call) => call(message)),
    change(name, value) {
      values[name] = value;
      for (const call of of(`change:${name}`)) call();
    },
    listening: (event) => of(event).length,
    get all() {
      return [...listeners.values()].flat().length;
    },
  };
}

/** Return data of the kit or its tests, by its path from the kit's folder. */
export async function data(path) {
  return (await fetch(`/${path}`)).json();
}

function statuses(el) {
  return [...el.querySelectorAll("[role=status]")];
}

/** Put a widget on the page, with the kit's own words. */
export async function shownWidget(name, values) {
  const model = fakeModel({ learner: "someone", ...values });
  const { default: widget } = await import(`../../../helpers/widgets/${name}.mjs`);
  const el = document.body.appendChild(document.createElement("div"));
  const close = widget.render({ model, el, strings: await data("helpers/strings_en.json") });
  return {
    model, el, close,
    one: (choice) => el.querySelector(choice),
    all: (choice) => [...el.querySelectorAll(choice)],
    button: (text) => [...el.querySelectorAll("button")].find((one) => one.textContent.includes(text)),
    says: () => statuses(el).filter((one) => one.checkVisibility()).map((one) => one.textContent),
    press(target, key) {
      target.focus();
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    },
  };
}
