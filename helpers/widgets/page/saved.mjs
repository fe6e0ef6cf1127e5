import { startAgain, wayToStartAgain } from "./again.mjs";
import { aloud, button, h, sign } from "./dom.mjs";

const SHAPES = { saved: "✓", saving: "…", "not-saved": "▲", refused: "▲", gone: "▲", ready: "○" };

/** Make the line that says whether the answers are on disk: a shape, words, and a way to start again. */
export function savedLine(t) {
  const shape = sign("");
  const shown = h("span", { "aria-hidden": "true" });
  const says = aloud("");
  says.setAttribute("role", "status");
  const again = button("pt-small pt-again", t("again.name"), () => startAgain(line), { hidden: true });
  const line = h("div", { class: "pt-saved" }, shape, shown, says, again);
  line.show = ({ state, refusal, pending }) => {
    const text = refusal || t(`saved.${state}`, { n: pending.length });
    line.dataset.state = state;
    shape.textContent = SHAPES[state];
    shown.textContent = text;
    // "Saving…" comes and goes with every key; only settled states are worth speaking.
    if ((state !== "saving" || !says.textContent) && says.textContent !== text) says.textContent = text;
    again.hidden = !["not-saved", "gone"].includes(state) || wayToStartAgain() === "menu";
  };
  return line;
}
