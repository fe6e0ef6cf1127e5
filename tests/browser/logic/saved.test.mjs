import { savedLine } from "../../../helpers/widgets/page/saved.mjs";
import { same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

test("a screen reader hears settled states only", () => {
  const line = savedLine((name) => name);
  const status = line.querySelector("[role=status]");
  const states = [["ready"], ["saving"], ["saved"], ["saving"], ["not-saved", "Disk full."], ["saving"], ["saved"]];
  same(states.map(([state, refusal = ""]) => {
    line.show({ state, refusal, pending: [] });
    return [line.dataset.state, status.textContent, line.firstChild.textContent];
  }), [
    ["ready", "saved.ready", "○"],
    ["saving", "saved.ready", "…"],
    ["saved", "saved.saved", "✓"],
    ["saving", "saved.saved", "…"],
    ["not-saved", "Disk full.", "▲"],
    ["saving", "Disk full.", "…"],
    ["saved", "saved.saved", "✓"],
  ]);
});
