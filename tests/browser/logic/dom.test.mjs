import { h, line, notices, ownId } from "../../../helpers/widgets/page/dom.mjs";
import { holds, same, suite, wait } from "./tools.mjs";

const test = suite(import.meta.url);

test("no text becomes HTML, and whatever can have the focus says so to JupyterLab", async () => {
  window.ran = 0;
  const evil = '<img src=x onerror="ran = 1"><script>ran = 1</script>';
  const box = h("div", { text: evil, title: evil, class: null, hidden: false, id: undefined },
    h("p", { text: evil }), null, [h("b", {}, evil)], undefined, line(evil, evil), notices([evil]));
  document.body.append(box);
  same(box.querySelectorAll("img, script").length, 0);
  same(box.textContent.split(evil).length - 1, 6);
  same([box.title === evil, box.getAttributeNames()], [true, ["title"]]);
  const tags = ["button", "input", "textarea", "a", "select", "summary"];
  holds(tags.every((tag) => h(tag).dataset.lmSuppressShortcuts === "true"));
  same(h("div", { tabindex: "-1" }).dataset.lmSuppressShortcuts, "true");
  same(h("div").dataset.lmSuppressShortcuts, undefined);
  await wait(100);
  same(window.ran, 0);
});

test("only a function can listen, so no attribute such as onclick can be smuggled in", () => {
  let count = 0;
  const button = h("button", { onclick: () => (count += 1) });
  button.click();
  let isRefused = false;
  try {
    h("button", { onclick: "alert(1)" });
  } catch {
    isRefused = true;
  }
  same([count, button.hasAttribute("onclick"), isRefused], [1, false, true]);
});

test("two views of one widget on a page never share an id", () => {
  same(new Set(Array.from({ length: 500 }, () => ownId("x"))).size, 500);
});
