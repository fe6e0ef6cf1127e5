// The ledger: what is known of a learner's claims without a page.

/** The steps through one claim, in their order. Each but the third is a choice; the third turns cards over. */
export const STEPS = ["estimate", "check", "turn", "estimate-after"];

/** The steps that are a choice. */
export const CHOICES = STEPS.filter((step) => step !== "turn");

/** The acts that are saved of a claim, or of a card, and what `marks` calls each. */
export const ACTS = { estimate: "estimate", check: "check", "estimate-after": "estimate-after", turn: "turned" };

/** Turn the list of turned cards into a value by card, as every other answer is kept. */
export function byItem(marks) {
  return { ...marks, turned: Object.fromEntries(marks.turned.map((card) => [card, true])) };
}

/** Return what comes next for one claim, or "done". `answers/claims.py` knows the same, by the same cases. */
export function stepOf({ id, cards }, marks) {
  if (!marks.estimate[id]) return "estimate";
  if (!marks.check[id]) return "check";
  if (cards.some((card) => !marks.turned[card.id])) return "turn";
  return marks["estimate-after"][id] ? "done" : "estimate-after";
}

/** Say whether the evidence has been looked at, so that what came before it stays. */
export function isBegun({ cards }, marks) {
  return cards.some(({ id }) => marks.turned[id]);
}

/** Return how far one claim is, for the list of claims: "open", "begun" or "done". */
export function stateOf(claim, marks) {
  return { estimate: "open", done: "done" }[stepOf(claim, marks)] ?? "begun";
}

/** Return the step that a number answers: the one that has the focus, else the open one, else the last. */
export function numbered(focused, open) {
  const step = focused ?? (open === "done" ? "estimate-after" : open);
  return CHOICES.includes(step) ? step : null;
}

/** Return how a row of the comparison came out, in the three sorts that all comparisons have. */
export function sortOf(outcome) {
  return { right: "same", "open-said": "same", wrong: "differs", "open-missed": "differs" }[outcome] ?? "either";
}
