// A question answered in one's own words: what is known without a page.

/** Lay what is still on its way over what is on disk: `choice` and `text`, as far as each was given. */
export function answered(answer, pending) {
  return { choice: "", text: "", ...answer, ...Object.fromEntries(pending.map(({ act, value }) => [act, value])) };
}
