import { wayToStartAgain } from "./again.mjs";
import { Outbox } from "./outbox.mjs";
import { savedLine } from "./saved.mjs";
import { words } from "./words.mjs";

/** A view of a model, with words and an outbox. What it listens to ends with it. */
export class View {
  constructor(model, strings) {
    const text = words(strings);
    const t = (name, blanks = {}) => text(name, { again: text(`again.${wayToStartAgain()}`), ...blanks });
    Object.assign(this, { model, strings, t, endings: [] });
    this.saved = savedLine(t);
    this.watchPython();
  }

  /** Ask whether Python is still there when the page is shown again, and when its kernel was restarted. */
  watchPython() {
    const check = () => this.outbox?.check();
    this.hearOn(document, "visibilitychange", () => document.visibilityState === "visible" && check());
    this.hearOn(window, "pageshow", ({ persisted }) => persisted && check());
    let closing = 0;
    this.listen("comm_live_update", () => {
      // It is told just before the way to the old kernel is closed.
      clearTimeout(closing);
      closing = setTimeout(check, 50);
    });
    this.atEnd(() => clearTimeout(closing));
  }

  /** Open the outbox of this learner's answers under a name, in place of any other. */
  openOutbox(name) {
    this.outbox?.close();
    const key = `paper-trail:${this.model.get("learner")}:${name}`;
    this.outbox = new Outbox(this.model, key, (outbox) => this.showSaved(outbox));
    this.showSaved(this.outbox);
  }

  /** Show how far the answers are on their way to the disk. */
  showSaved(outbox) {
    this.saved.show(outbox);
  }

  listen(event, action) {
    this.model.on(event, action);
    this.atEnd(() => this.model.off(event, action));
  }

  hearOn(target, event, action) {
    target.addEventListener(event, action);
    this.atEnd(() => target.removeEventListener(event, action));
  }

  atEnd(action) {
    this.endings.push(action);
  }

  close() {
    for (const end of this.endings) end();
    this.outbox?.close();
  }
}

/** Return what a widget's module offers to the page: `ViewClass` builds `root`, which is shown. */
export function widget(ViewClass) {
  return {
    render({ model, el, strings }) {
      const view = new ViewClass(model, strings);
      el.append(view.root);
      return () => view.close();
    },
  };
}
