import { aloud, h } from "./dom.mjs";

// A word-by-word difference between a document and a quotation.

/**
 * Turn the edits between a source and a quotation into runs, each with what is said and shown of it:
 * `same` text; `removed` and `added` words; words left out `removed-shown`, as "…" tells; a `joined` place.
 */
export function differenceRuns(edits) {
  return edits.flatMap(({ op, source, quoted }) => {
    const removed = { sort: "removed", sign: "−", text: source };
    const added = { sort: "added", sign: "+", text: quoted };
    if (op === "equal") return [{ sort: "same", sign: "", text: source }];
    if (op === "join") return [{ sort: "joined", sign: "⁞", text: "" }];
    if (op === "delete") return [quoted ? { sort: "removed-shown", sign: quoted, text: source } : removed];
    return op === "replace" && source ? [removed, added] : [added];
  });
}

/** The signs of a difference in the order in which they are explained, each with its text's name. */
const LEGEND = [
  ["removed", "−", "legend-removed"],
  ["removed-shown", "…", "removed-shown"],
  ["added", "+", "legend-added"],
  ["joined", "⁞", "joined"],
];

/** Return what the signs in some runs mean: pairs of a sign and the name of its text. */
export function legendOf(runs) {
  const sorts = new Set(runs.map(({ sort }) => sort));
  return LEGEND.filter(([sort]) => sorts.has(sort)).map(([, sign, name]) => [sign, name]);
}

/** Draw a difference that reads without colour, and aloud: removed words and added words are named. */
export function differenceNode(t, edits) {
  const runs = differenceRuns(edits);
  const legend = legendOf(runs).map(([sign, name]) => `${sign} ${t(`judge.${name}`)}`).join(" · ");
  return h("div", { class: "pt-difference" },
    h("p", {}, h("strong", { text: t("judge.difference") })),
    h("p", { class: "pt-legend-line", "aria-hidden": "true", text: `(${legend || t("judge.no-difference")})` }),
    h("p", { class: "pt-diff" }, runs.flatMap((run) => [runNode(t, run), " "])));
}

function runNode(t, { sort, sign, text }) {
  if (sort === "same") return text;
  if (sort === "joined") {
    return h("span", { class: "pt-join" },
      h("span", { "aria-hidden": "true", text: sign }), aloud(` (${t("judge.joined")}) `));
  }
  const tag = sort === "added" ? "ins" : "del";
  return h(tag, { class: `pt-${tag}` },
    aloud(` ${t(`judge.${sort}`)}: `),
    h("span", { class: "pt-sign", "aria-hidden": "true", text: `${sign}\u00a0` }),
    h("span", { text }),
    aloud(`, ${t("judge.end")} `));
}
