// Going on from a widget to what comes after it on the page.

const PLACES = "h1, h2, h3, h4, p, li, .pt-root";

/** Take the focus, and the view, to the first heading or text after an element. */
export function goOn(element) {
  const isAfter = (other) => element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const next = [...element.ownerDocument.querySelectorAll(PLACES)]
    .find((other) => isAfter(other) && !element.contains(other) && other.checkVisibility());
  if (!next) return;
  if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.setAttribute("data-lm-suppress-shortcuts", "true");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}
