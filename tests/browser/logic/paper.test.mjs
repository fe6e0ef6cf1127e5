import { printed, written } from "../../../helpers/widgets/page/paper.mjs";
import { holds, same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

function body(...texts) {
  const div = document.createElement("div");
  for (const text of texts) div.append(Object.assign(document.createElement("p"), { textContent: text }));
  return div;
}

test("text stays text in the file, whatever it looks like", () => {
  const hostile = ["<img src=x onerror=alert(1)>", "</p><script>alert(1)</script>", "a & b < c", "]]>", "\u2028"];
  const file = written({ title: "</title><script>x</script>", lang: "en", body: body(...hostile) });
  const read = new DOMParser().parseFromString(file, "text/html");
  same(read.querySelectorAll("script, img").length, 0);
  same([...read.querySelectorAll("p")].map((one) => one.textContent), hostile);
  same(read.title, "</title><script>x</script>");
});

test("the file is a whole page in its language, with its style, and forbids everything else", () => {
  const file = written({ title: "Mine", lang: "en", body: body("one") });
  const read = new DOMParser().parseFromString(file, "text/html");
  holds(file.startsWith("<!DOCTYPE html>"));
  same([read.documentElement.lang, read.characterSet, read.compatMode], ["en", "UTF-8", "CSS1Compat"]);
  same(read.querySelector("meta[http-equiv]").content, "default-src 'none'; style-src 'unsafe-inline'");
  holds(!/[>&]/.test(read.querySelector("style").textContent), "the style has a sign that XML writes otherwise");
});

test("only the page itself is printed, and its frame goes away afterwards", async () => {
  printed({ title: "Mine", lang: "en", body: body("one") });
  const frame = document.querySelector("iframe[title=Mine]");
  let asked = 0;
  await new Promise((go) => {
    frame.addEventListener("load", () => {
      frame.contentWindow.print = () => (asked += 1);
      setTimeout(go, 0);
    }, { capture: true, once: true });
  });
  same(frame.contentDocument?.body.textContent.trim() ?? "one", "one");
  frame.contentWindow.dispatchEvent(new Event("afterprint"));
  holds(!frame.isConnected);
});
