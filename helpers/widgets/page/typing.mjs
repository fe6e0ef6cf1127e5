import { whole } from "./words.mjs";

/** How long a pause in typing is, and how long steady typing may stay unsent, in milliseconds. */
const PAUSE = 600;
const LATEST = 2000;

/**
 * Save what is typed into a box: with every key it is kept in the page, and it is sent at each pause,
 * when the box is left, and when the page is. `outbox()` gives the view's outbox.
 */
export function saveTyping(view, box, outbox, item, act) {
  let pause = 0;
  let latest = 0;
  const now = () => {
    clearTimeout(pause);
    clearTimeout(latest);
    latest = 0;
    outbox().release();
  };
  view.hearOn(box, "input", () => {
    outbox().hold(item, act, whole(box.value));
    clearTimeout(pause);
    pause = setTimeout(now, PAUSE);
    latest ||= setTimeout(now, LATEST);
  });
  view.hearOn(box, "blur", now);
  view.hearOn(document, "visibilitychange", now);
  view.hearOn(window, "pagehide", now);
  view.atEnd(now);
}
