// A set of questions, and the differences that some of its answers rest on: what is known without a page.

/** Return the acts of a question set: it saves answers under its own id, and shows them as `chosen`. */
export function actsOf(questions) {
  return { [questions.id]: "chosen" };
}

const SHAPES = "◆■▲●❝◇□△○";

/** Return the shape of the option at a place; after the ninth all have the same. */
export function shapeAt(place) {
  return SHAPES[place] ?? "•";
}

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
