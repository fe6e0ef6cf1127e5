import { h, line } from "./dom.mjs";

// Why an answer fits or does not, and the check that goes with it.

/** Show a reason: its cue, then the check, which says whether it can be made on this page. */
export function reasonNodes(t, { cue, here, next }) {
  return [h("p", { text: cue }), here ? line(t("reasons.here"), here) : line(t("reasons.next"), next)];
}
