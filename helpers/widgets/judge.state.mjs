// A set of questions: what is known without a page.

/** Return the acts of a question set: it saves answers under its own id, and shows them as `chosen`. */
export function actsOf(questions) {
  return { [questions.id]: "chosen" };
}
