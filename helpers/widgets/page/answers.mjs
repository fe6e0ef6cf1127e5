// What a learner has answered, as plain values.

/** Copy values so that nothing but their own names is in them: a sentence may be called "constructor". */
export function named(values) {
  return Object.assign(Object.create(null), values);
}

/** Say whether a value means that there is no answer. */
export function isEmpty(value) {
  return value === null || value.length === 0;
}

/** Set an item's answer, or take it out where it is empty. */
export function put(values, item, value) {
  if (isEmpty(value)) delete values[item];
  else values[item] = value;
}

/**
 * Lay the answers that are on their way over those on disk, which stay as they are.
 * `shownAs` maps each act of the widget to its name in `marks`; other acts are somebody else's.
 */
export function overlaid(marks, pending, shownAs) {
  const shown = { route: marks.route };
  for (const name of Object.values(shownAs)) shown[name] = named(marks[name]);
  for (const { item, act, value } of pending) {
    if (act === "route") shown.route = value;
    else if (Object.hasOwn(shownAs, act)) put(shown[shownAs[act]], item, value);
  }
  return shown;
}

/** Keep, of pending answers, the newest of each item and act, in the order in which they were given. */
export function withEntry(entries, entry) {
  const same = (other) => other.item === entry.item && other.act === entry.act;
  return [...entries.filter((other) => !same(other)), entry];
}

/** Count how often each option has been used on a route. */
export function tally(options, route, marked) {
  const counts = Object.fromEntries(options.map((option) => [option, 0]));
  for (const id of route) if (marked[id] in counts) counts[marked[id]] += 1;
  return counts;
}

/** Return the route of that name, or the first. */
export function chosenRoute(routes, name) {
  return routes.find(({ id }) => id === name) ?? routes[0];
}
