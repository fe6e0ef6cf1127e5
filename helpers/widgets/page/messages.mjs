// Messages to Python.

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
  constructor(model, silent, patience = 4000) {
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
