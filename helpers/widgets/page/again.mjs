// Starting again where Python has gone: with a button where somebody can do it, else in words.

/** Return how a reader starts again here: by the kit's own `button`, or by JupyterLab's `menu`. */
export function wayToStartAgain() {
  const isLab = document.querySelector(".jp-LabShell") !== null;
  return isLab && !document.documentElement.dataset.paperTrail ? "menu" : "button";
}

/** Ask whoever holds the page to run it again; a page that nobody holds is loaded anew, which runs it. */
export function startAgain(from) {
  const asked = new CustomEvent("paper-trail-again", { bubbles: true, cancelable: true });
  if (from.dispatchEvent(asked)) globalThis.location.reload();
}
