import { Outbox } from "./outbox.mjs";
import { savedLine } from "./saved.mjs";
import { words } from "./words.mjs";

/** A view of a model, with words and an outbox. What it listens to ends with it. */
export class View {
  constructor(model, strings) {
    Object.assign(this, { model, strings, t: words(strings), endings: [] });
    this.saved = savedLine(this.t);
  }

  /** Open the outbox of this learner's answers under a name, in place of any other. */
  openOutbox(name) {
    this.outbox?.close();
    const key = `paper-trail:${this.model.get("learner")}:${name}`;
    this.outbox = new Outbox(this.model, key, (outbox) => this.saved.show(outbox));
    this.saved.show(this.outbox);
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
