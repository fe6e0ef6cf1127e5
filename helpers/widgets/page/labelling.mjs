import { isEmpty, put, tally } from "./answers.mjs";
import { h, keyButton } from "./dom.mjs";
import { Judging } from "./judging.mjs";

/**
 * A view in which each item gets one of a few labels; a change can be taken back. Who extends it brings,
 * besides what `Judging` asks for,
 *   optionIds, nameOf(id), signOf(id)    the labels, each with a sign for the eye or null
 *   about.main                           what the legend counts, by its name in `marks`
 *   drawMark(id, act)                    show one changed answer
 *   told(act, value)                     what a screen reader hears of it, or ""
 */
export class Labelling extends Judging {
  past = [];

  isDone(id) {
    return Boolean(this.marks[this.about.main][id]);
  }

  build() {
    super.build();
    this.legend = h("ul", { class: "pt-legend", "aria-label": this.t("judging.legend") });
    const undo = keyButton(this.t("judging.undo"), "U", () => this.undo());
    const { control, says } = this.comparing;
    const row = h("div", { class: "pt-row" }, control, undo);
    this.foot.replaceChildren(this.legend, this.progress, row, says, this.saved);
  }

  drawFoot() {
    const counts = tally(this.optionIds, this.own, this.marks[this.about.main]);
    this.legend.replaceChildren(...this.optionIds.map((id) => h("li", { "data-kind": id },
      this.signOf(id), h("span", { text: `${this.nameOf(id)}: ${counts[id]}` }))));
    this.drawDone();
    const marked = this.done.length;
    const isPart = marked > 0 && marked < this.own.length;
    this.progress.textContent = this.t(`${this.about.name}.progress`, { marked, n: this.own.length });
    this.comparing.button.textContent = this.t(isPart ? "judging.compare-some" : "judging.compare", { n: marked });
  }

  mark(id, act, value) {
    const before = this.marks[act][id] ?? null;
    if (this.isComparing || this.isGiven(id) || before === value) return;
    this.past.push({ id, act, before });
    this.set(id, act, value);
    this.say(this.told(act, value));
  }

  set(id, act, value) {
    put(this.marks[act], id, value);
    this.drawMark(id, act);
    this.drawFoot();
    this.outbox.add(id, this.actOf(act), isEmpty(value) ? null : value);
  }

  /** Show or hide what the answers mean, under each of them. */
  explain() {
    this.root.dataset.explain = String(this.root.dataset.explain !== "true");
  }

  /** The act under which Python saves what `marks` calls `name`. */
  actOf(name) {
    const { acts } = this.about;
    return Object.keys(acts).find((act) => acts[act] === name);
  }

  undo() {
    if (this.isComparing) return;
    const last = this.past.pop();
    if (!last) {
      this.say(this.t("judging.nothing-to-undo"));
      return;
    }
    if (this.current !== last.id && this.route.includes(last.id)) this.go(last.id);
    this.set(last.id, last.act, last.before);
    this.say(this.t("judging.undone", { what: this.told(last.act, last.before) || this.t("judging.cleared") }));
  }
}
