import { h, line } from "./dom.mjs";

// Why an answer fits or does not, and the check that goes with it.

/**
 * Show a reason: its cue, then the check, which says whether it can be made on this page. `cueAs` and
 * `checkAs` name where the same was said before, so that it is not said again.
 */
export function reasonNodes(t, { cue, here, next, cueAs, checkAs }) {
  if (cueAs && checkAs) return [again(t, "same-reason", cueAs)];
  return [
    cueAs ? again(t, "same-reason", cueAs) : h("p", { text: cue }),
    checkAs ? again(t, "same-check", checkAs) : here ? line(t("reasons.here"), here) : line(t("reasons.next"), next),
  ];
}

function again(t, what, name) {
  return h("p", { class: "pt-again", text: t(`reasons.${what}`, { name }) });
}
