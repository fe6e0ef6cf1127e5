// The ledger: what is known of a learner's claims without a page.

/** The steps through one claim, in their order. Each but the third is a choice; the third turns cards over. */
export const STEPS = ["estimate", "check", "turn", "estimate-after"];

/** The steps that are a choice. */
export const CHOICES = STEPS.filter((step) => step !== "turn");

/** The acts that are saved of a claim, or of a card, and what `marks` calls each. */
export const ACTS = {
  estimate: "estimate", check: "check", "estimate-after": "estimate-after", turn: "turned", stance: "stance",
};

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

/**
 * Return the question that the number keys answer, wherever the focus is: its act, and the claim or card that
 * it is about. Null where the next card comes first. What a card does may be left out: `isPassed` says so.
 */
export function questionOf(claim, marks, isPassed = false) {
  const step = stepOf(claim, marks);
  if (step === "estimate" || step === "check") return { act: step, item: claim.id };
  const last = claim.cards.filter(({ id }) => marks.turned[id]).at(-1);
  if (step !== "done" && last && !marks.stance[last.id] && !isPassed) return { act: "stance", item: last.id };
  return step === "turn" ? null : { act: "estimate-after", item: claim.id };
}

/** Return the questions of a claim whose answers can be given or changed now, in their order. */
export function openQuestions(claim, marks) {
  const step = stepOf(claim, marks);
  if (!isBegun(claim, marks)) {
    return STEPS.slice(0, step === "estimate" ? 1 : 2).map((act) => ({ act, item: claim.id }));
  }
  const turned = claim.cards.filter(({ id }) => marks.turned[id]).map(({ id }) => ({ act: "stance", item: id }));
  return step === "turn" ? turned : [...turned, { act: "estimate-after", item: claim.id }];
}

/** Return the question before another one, or the other one where there is none; null stands behind the last. */
export function questionBefore(claim, marks, question) {
  const all = openQuestions(claim, marks);
  const found = all.findIndex(({ act, item }) => act === question?.act && item === question.item);
  const place = question ? found : all.length;
  return all[place - 1] ?? question;
}

/** Return how a row of the comparison came out, in the three sorts that all comparisons have. */
export function sortOf(outcome) {
  return { right: "same", "open-said": "same", wrong: "differs", "open-missed": "differs" }[outcome] ?? "either";
}

/** Say whether a row wants another look: the evidence says more, or less, than the second estimate did. */
export function isWorthALook(outcome) {
  return sortOf(outcome) === "differs" || outcome === "even" || outcome === "unsaid";
}
