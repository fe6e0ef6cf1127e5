// The article, marked sentence by sentence: what is known without a page.

/** The acts that are saved of a sentence; the page shows each under its own name. */
export const ACTS = { kind: "kind", sure: "sure", words: "words" };

/** The passes through the article, with their keys. */
export const PASSES = { k: "kind", s: "sure", w: "words" };

/** Add a word's number to the chosen ones, or take it out. */
export function toggled(chosen, place) {
  const rest = chosen.filter((other) => other !== place);
  return rest.length < chosen.length ? rest : [...rest, place].toSorted((a, b) => a - b);
}

/**
 * Cut a sentence's pieces (gap, word, gap, word … gap) into runs of text and words; `number` counts the
 * words, and is null for what stands between them.
 */
export function wordRuns(pieces) {
  return pieces.map((text, place) => ({ text, number: place % 2 ? (place - 1) / 2 : null }));
}
