// The words on the page: looked up by name, their {blanks} filled, in the right number.

/** Return a function that looks up a text by its dotted name; a missing one shows its name. */
export function words(strings) {
  return (name, blanks = {}) => {
    let text = name.split(".").reduce((part, step) => part?.[step], strings);
    if (text && typeof text === "object") text = text[plural(strings.plurals, blanks.n ?? 0)] ?? text.other;
    if (typeof text !== "string") return name;
    return text.replace(/\{(\w+)\}/g, (blank, key) => (key in blanks ? String(blanks[key]) : blank));
  };
}

/**
 * Return the form that goes with a number: the first of which every condition holds, else "other".
 * `helpers/strings.py` reads the same table by the same rule.
 */
export function plural(forms, n) {
  const holds = ({ mod, is, not }) => {
    const rest = mod ? n % mod : n;
    return is ? is.includes(rest) : !not.includes(rest);
  };
  return Object.keys(forms).find((form) => forms[form].every(holds)) ?? "other";
}

/** Put the replacement character in the place of half an emoji, which cannot be stored. */
export function whole(text) {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
