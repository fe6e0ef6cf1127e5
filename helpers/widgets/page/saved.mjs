import { h, sign } from "./dom.mjs";

const SHAPES = { saved: "✓", saving: "…", "not-saved": "▲", refused: "▲", ready: "○" };

/** Make the line that says whether the answers are on disk: a shape, and words. */
export function savedLine(t) {
  const shape = sign("");
  const says = h("span", { role: "status" });
  const line = h("p", { class: "pt-saved" }, shape, says);
  line.show = ({ state, refusal, pending }) => {
    line.dataset.state = state;
    shape.textContent = SHAPES[state];
    const text = refusal || t(`saved.${state}`, { n: pending.length });
    // "Saving…" comes and goes with every key; only settled states are worth speaking.
    if (state !== "saving" && says.textContent !== text) says.textContent = text;
    else if (state === "saving" && !says.textContent) says.textContent = text;
  };
  return line;
}
