import { withEntry } from "./answers.mjs";
import { ownId } from "./dom.mjs";
import { PATIENCE, send } from "./messages.mjs";

// An outbox that loses nothing: each answer is kept in the page until Python says that it is on disk.

/** Open the place where the page keeps answers that are not on disk yet; memory where the browser forbids it. */
export function drawer(key) {
  const memory = (globalThis.paperTrailDrawers ??= new Map());
  return {
    read() {
      if (memory.has(key)) return memory.get(key);
      try {
        const kept = JSON.parse(globalThis.localStorage.getItem(key) ?? "[]");
        return Array.isArray(kept) ? kept.filter(isEntry) : [];
      } catch {
        return [];
      }
    },
    write(entries) {
      try {
        if (entries.length) globalThis.localStorage.setItem(key, JSON.stringify(entries));
        else globalThis.localStorage.removeItem(key);
        memory.delete(key);
      } catch {
        // The browser forbids it, or is full: then memory has them, and is read first.
        memory.set(key, entries);
      }
    },
  };
}

/** Other pages of the same address write to the same storage: take only what an answer looks like. */
function isEntry(entry) {
  return ["id", "item", "act"].every((name) => typeof entry?.[name] === "string");
}

/** What the page says next: by what happened, and by whether answers are still waiting in the drawer. */
export const NEXT = {
  given: { waiting: "saving", none: "saving" },
  silence: { waiting: "not-saved", none: "saved" },
  saved: { waiting: "saving", none: "saved" },
  refused: { waiting: "refused", none: "refused" },
  failed: { waiting: "not-saved", none: "not-saved" },
  gone: { waiting: "not-saved", none: "gone" },
  here: { waiting: "saving", none: "ready" },
};

/** Send answers to Python and keep each until Python says that it is on disk. */
export class Outbox {
  constructor(model, key, changed, patience = PATIENCE) {
    Object.assign(this, { model, changed, patience, state: "ready", refusal: "", held: new Set() });
    this.timer = this.checking = 0;
    this.drawer = drawer(key);
    this.heard = (message) => this.receive(message);
    model.on("msg:custom", this.heard);
    if (this.pending.length) this.post(this.pending);
  }

  get pending() {
    return this.drawer.read();
  }

  happens(event, says = this.refusal) {
    this.refusal = says;
    this.state = NEXT[event][this.pending.length ? "waiting" : "none"];
    this.changed(this);
  }

  add(item, act, value) {
    this.post([this.keep(item, act, value)]);
  }

  /** Keep what is still being typed, without sending it yet; it is not called saved before it is. */
  hold(item, act, value) {
    this.held.add(this.keep(item, act, value).id);
    this.happens("given", "");
  }

  /** Send what was held. */
  release() {
    const entries = this.pending.filter(({ id }) => this.held.has(id));
    this.held.clear();
    if (entries.length) this.post(entries);
  }

  keep(item, act, value) {
    const entry = { id: ownId("answer"), item, act, value };
    this.refusal = "";
    this.drawer.write(withEntry(this.pending, entry));
    return entry;
  }

  post(entries) {
    this.happens("given");
    this.wait(send(this.model, { type: "answers", answers: entries }) ? this.patience : 0);
  }

  wait(time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.overdue(), time);
  }

  overdue() {
    if (!this.pending.length) return;
    this.happens("silence");
    send(this.model, { type: "answers", answers: this.pending });
    this.wait(this.patience * 2);
  }

  /** Ask whether Python is still there, and still with this learner; silence is said. */
  check() {
    clearTimeout(this.checking);
    const isOut = send(this.model, { type: "here" });
    this.checking = setTimeout(() => this.happens("gone", ""), isOut ? this.patience : 0);
  }

  /** Python is there: what waits is sent again, and a line that said it was gone is taken back. */
  found() {
    if (this.pending.length) this.post(this.pending);
    else if (["gone", "not-saved"].includes(this.state)) this.happens("here", "");
  }

  receive({ type, ids, says }) {
    clearTimeout(this.checking);
    if (type === "here") this.found();
    if (type === "saved") this.settle(ids, "saved", "");
    if (type === "refused") this.settle(ids, "refused", says);
    if (type === "not-saved") this.happens("failed", says);
  }

  settle(ids, event, says) {
    this.drawer.write(this.pending.filter((entry) => !ids.includes(entry.id)));
    if (!this.pending.length) clearTimeout(this.timer);
    this.happens(event, says);
  }

  close() {
    clearTimeout(this.timer);
    clearTimeout(this.checking);
    this.model.off("msg:custom", this.heard);
  }
}
