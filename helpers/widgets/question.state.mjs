// A single question: what is known without a page.

/** Lay what is still on its way over what is on disk: the `answer`, and the `draft` in the box. */
export function given(marks, pending, id) {
  const mine = pending.filter(({ item }) => item === id);
  return { answer: "", draft: "", ...marks, ...Object.fromEntries(mine.map(({ act, value }) => [act, value ?? ""])) };
}

/** Say whether something is given: for what is typed, anything that is not only spaces. */
export function isGiven(form, { answer, draft }) {
  return Boolean(form === "number" || form === "words" ? draft.trim() : answer);
}

/** Return what is printed beside a sentence: its number, or nothing beside the headline. */
export function printed({ number }) {
  return number ? String(number) : "";
}
