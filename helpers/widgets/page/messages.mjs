// Messages to Python.

/** How long Python may be silent before the page says so, in milliseconds. */
export const PATIENCE = 1800;

/** Send a message; return whether it went out. A kernel that was just restarted makes sending throw. */
export function send(model, message) {
  try {
    model.send(message);
    return true;
  } catch {
    return false;
  }
}

/** Send a message and call back when nothing has been heard for a while, or at once where it cannot go out. */
export class Question {
  constructor(model, silent, patience = PATIENCE) {
    Object.assign(this, { model, silent, patience, timer: 0 });
  }

  ask(message) {
    this.heard();
    this.timer = setTimeout(this.silent, send(this.model, message) ? this.patience : 0);
  }

  /** There was an answer, or nobody waits for one any more. */
  heard() {
    clearTimeout(this.timer);
  }
}
