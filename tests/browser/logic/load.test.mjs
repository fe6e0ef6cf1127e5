import { data, fakeModel, holds, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

/** What a widget's own text is once Python has named its module; the shared model stands beside it. */
async function loader(path) {
  const text = await (await fetch("/helpers/widgets/page/load.mjs")).text();
  const whole = new Blob([`${text}export default show("${path}");`], { type: "text/javascript" });
  return (await import(URL.createObjectURL(whole))).default;
}

const SMALL = {
  "page/words.mjs": 'export const word = "shared";\nglobalThis.loadedWords = (globalThis.loadedWords ?? 0) + 1;',
  "a.mjs": `import { word } from "./page/words.mjs";
    export default { render: ({ el }) => { el.textContent = "a " + word; } };`,
  "b.mjs": `import {
      word,
    } from "./page/words.mjs";
    export default { render: ({ el, strings }) => { el.textContent = strings.b + " " + word; } };`,
};

async function show(path, values, tries = 0) {
  const shared = fakeModel({ style: ".x {}", strings: { b: "words" }, modules: SMALL, version: "1", ...values });
  const el = document.createElement("div");
  let asked = 0;
  const getModel = async (reference) => {
    asked += 1;
    if (asked <= tries) throw new Error("widget model not found");
    return reference === "anywidget:it" ? shared : null;
  };
  const widget = await loader(path);
  const model = fakeModel({ shared: "anywidget:it" });
  await widget.render({ model, el, host: { getModel }, signal: values?.signal ?? { aborted: false } });
  return el.textContent;
}

test("each file is a module of its own, loaded once for all widgets of a version", async () => {
  globalThis.loadedWords = 0;
  globalThis.paperTrailModules?.clear();
  same([await show("a.mjs"), await show("b.mjs"), await show("a.mjs")], ["a shared", "words shared", "a shared"]);
  same(globalThis.loadedWords, 1);
});

test("two notebooks with two versions do not mix", async () => {
  const newer = { ...SMALL, "page/words.mjs": 'export const word = "newer";' };
  const first = await show("a.mjs", { version: "v1" });
  const second = await show("a.mjs", { version: "v2", modules: newer });
  same([first, second, await show("a.mjs", { version: "v1" })], ["a shared", "a newer", "a shared"]);
});

test("the style is on the page once, however many widgets there are", async () => {
  await show("a.mjs", { style: ".one {}" });
  await show("b.mjs", { style: ".two {}" });
  const styles = [...document.querySelectorAll("#paper-trail-style")].map((one) => one.textContent);
  same(styles, [".two {}"]);
  document.querySelector("#paper-trail-style").remove();
});

test("a page that makes its models anew may have the shared one a little later", async () => {
  same(await show("a.mjs", {}, 3), "a shared");
});

test("a view that is gone before its module is here is not drawn", async () => {
  same(await show("a.mjs", { signal: { aborted: true } }), "");
});

test("every widget of the kit loads from its files", async () => {
  const files = await data("modules.json");
  const paths = Object.keys(files).filter((path) => !path.includes("/") && !path.includes(".state."));
  const names = ["check", "desk", "judge", "ledger", "lookup", "marker", "note", "question", "shown", "summary"];
  same(paths, names.map((name) => `${name}.mjs`));
  for (const path of paths) {
    const probe = { ...files, [path]: `${files[path]}\nglobalThis.probed = true;` };
    globalThis.probed = false;
    await show(path, { version: path, modules: probe }).catch(() => {}); // no model stands behind it
    holds(globalThis.probed, `${path} did not load`);
  }
});
