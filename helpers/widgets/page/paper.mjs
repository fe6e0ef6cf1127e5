import { h } from "./dom.mjs";

// A page of its own for what a learner takes home: to print it alone, or to keep it as a file.

// No ">" and no "&" in here: the page is written as XML and read as HTML.
const STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff;
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.3rem 0.5rem; border: 1px solid #767676; text-align: start; vertical-align: top; }
th[scope="row"] { font-weight: 400; }
h3, h4 { break-after: avoid; }
tr { break-inside: avoid; }
summary { font-weight: 600; }
@media (prefers-color-scheme: dark) { @media screen { body { color: #e8e8e8; background: #161616; } } }
`;

/** Make a document of its own around some elements; nothing in it can run or call anybody. */
function sheet({ title, lang, body }) {
  const page = document.implementation.createHTMLDocument(title);
  const meta = (attributes) => Object.entries(attributes).reduce((one, [name, value]) => {
    one.setAttribute(name, value);
    return one;
  }, page.createElement("meta"));
  const style = page.createElement("style");
  style.textContent = STYLE;
  page.documentElement.lang = lang;
  page.head.prepend(
    meta({ charset: "utf-8" }),
    meta({ "http-equiv": "Content-Security-Policy", content: "default-src 'none'; style-src 'unsafe-inline'" }),
    meta({ name: "viewport", content: "width=device-width" }));
  page.head.append(style);
  page.body.append(page.importNode(body, true));
  return page;
}

/** Write the page as the text of a file. */
export function written(about) {
  return `<!DOCTYPE html>\n${new XMLSerializer().serializeToString(sheet(about).documentElement)}\n`;
}

/** Print the page alone, without what stands around it on the screen. */
export function printed(about) {
  const address = URL.createObjectURL(new Blob([written(about)], { type: "text/html" }));
  const frame = h("iframe", { class: "pt-unseen", title: about.title, src: address });
  const end = () => {
    frame.remove();
    URL.revokeObjectURL(address);
  };
  frame.addEventListener("load", () => {
    frame.contentWindow.addEventListener("afterprint", end);
    frame.contentWindow.print();
  });
  document.body.append(frame);
}
