// Look-up cards: what is known of them without a page.

/** Return the cards chosen so far, in order: those that Python has shown, and those still on their way. */
export function chosenCards(opened, pending) {
  const byNumber = opened.toSorted((a, b) => a.number - b.number);
  const chosen = byNumber.filter(({ number }) => number).map(({ id }) => id);
  const coming = pending.filter(({ act }) => act === "open").map(({ item }) => item);
  return [...new Set([...chosen, ...coming])];
}

/** Return how many cards may still be opened. */
export function cardsLeft(budget, chosen) {
  return Math.max(0, budget - chosen.length);
}

/** Part the rows of a comparison into those that the learner opened, in order, and the rest. */
export function parted(rows) {
  const opened = rows.filter(({ number }) => number).toSorted((a, b) => a.number - b.number);
  return { opened, rest: rows.filter(({ number }) => !number) };
}
