// One stop for the Tab key in a group; inside it, the arrows step from one to the next.

export const ARROWS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
export const UP_AND_DOWN = { ArrowDown: 1, ArrowUp: -1 };
export const TO_THE_ENDS = { Home: -Infinity, End: Infinity };

/** Return the item `by` places on, stopping at either end. */
export function neighbour(items, current, by) {
  const place = Math.max(0, items.indexOf(current));
  return items[Math.min(items.length - 1, Math.max(0, place + by))];
}

/** Make one element the stop of the Tab key. */
export function stopAt(elements, stop) {
  for (const element of elements) element.tabIndex = element === stop ? 0 : -1;
}

/** Make the pressed button the stop of the Tab key, or else the first. */
export function stopAtPressed(buttons) {
  stopAt(buttons, buttons.find((button) => button.getAttribute("aria-pressed") === "true") ?? buttons[0]);
}

/** Take the stop, and the focus with it, `by` places on. */
export function rove(elements, from, by) {
  const next = neighbour(elements, from, by);
  stopAt(elements, next);
  next?.focus();
}
