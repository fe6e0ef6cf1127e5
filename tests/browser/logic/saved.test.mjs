import { savedLine } from "../../../helpers/widgets/page/saved.mjs";
import { same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("the eye sees every state, a screen reader hears settled ones only, and starting again is offered", () => {
  const line = savedLine((name) => name);
  const status = line.querySelector("[role=status]");
  const states = [["ready"], ["saving"], ["saved"], ["saving"], ["not-saved", "Disk full."], ["saving"], ["gone"]];
  same(states.map(([state, refusal = ""]) => {
    line.show({ state, refusal, pending: [] });
    const [shape, seen] = line.children;
    return [line.dataset.state, shape.textContent, seen.textContent, status.textContent, line.lastChild.hidden];
  }), [
    ["ready", "○", "saved.ready", "saved.ready", true],
    ["saving", "…", "saved.saving", "saved.ready", true],
    ["saved", "✓", "saved.saved", "saved.saved", true],
    ["saving", "…", "saved.saving", "saved.saved", true],
    ["not-saved", "▲", "Disk full.", "Disk full.", false],
    ["saving", "…", "saved.saving", "Disk full.", true],
    ["gone", "▲", "saved.gone", "saved.gone", false],
  ]);
});

test("JupyterLab without the kit's own part offers no button that would do nothing", () => {
  document.body.innerHTML = '<div class="jp-LabShell"></div>';
  const line = savedLine((name) => name);
  line.show({ state: "gone", refusal: "", pending: [] });
  const hidden = [line.lastChild.hidden];
  document.documentElement.dataset.paperTrail = "lab";
  line.show({ state: "gone", refusal: "", pending: [] });
  hidden.push(line.lastChild.hidden);
  delete document.documentElement.dataset.paperTrail;
  same(hidden, [true, false]);
});

test("starting again is handed to whoever holds the page", () => {
  const line = savedLine((name) => name);
  const asked = [];
  document.body.append(line);
  document.body.addEventListener("paper-trail-again", (event) => {
    event.preventDefault();
    asked.push(event.target === line);
  }, { once: true });
  line.show({ state: "gone", refusal: "", pending: [] });
  line.lastChild.click();
  same(asked, [true]);
});
