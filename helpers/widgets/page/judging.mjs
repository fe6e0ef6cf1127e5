import { chosenRoute, overlaid } from "./answers.mjs";
import { choices } from "./choices.mjs";
import { Comparing } from "./comparing.mjs";
import { h } from "./dom.mjs";
import { firstDiffering } from "./comparison.state.mjs";
import { digitGuard, hearKeys, helpBox } from "./keys.mjs";
import { ARROWS, rove } from "./roving.mjs";
import { View } from "./view.mjs";

/**
 * A view of items on a route, each answered, and compared with the key when the learner asks.
 * Who extends it brings
 *   describe()     the widget in plain values, kept as `about`: its `name` among the words, `css`,
 *                  `region`, `lang` of the text, `routes` and the name of their `items`, `routeText` that
 *                  names one, `scope` under which the route is saved, `drawer`, `acts` and what each is
 *                  called in `marks`, `none` to say that nothing is done, and `stays` where a new route
 *                  does not lead on to its first open item
 *   savedMarks()   the marks as Python keeps them
 *   isDone(id), drawAll(), drawMarks(), drawFoot(), focusCurrent()
 *   markAction(event)         what a key does while answering
 *   resultNodes(comparison)   the comparison, drawn
 */
export class Judging extends View {
  constructor(model, strings) {
    super(model, strings);
    this.given = model.get("given");
    this.about = this.describe();
    this.help = helpBox(this.t, strings[this.about.name].help);
    this.build();
    this.openOutbox(this.about.drawer);
    this.readMarks();
    this.current = this.firstOpen();
    this.drawAll();
    this.listen("change:marks", () => this.refresh());
    this.listen("msg:custom", ({ type }) => type === "refused" && this.refresh());
    this.comparing.show();
  }

  // -- Where we are --

  /** The items on the route; what is given is shown on every route, since it shows how it is done. */
  get route() {
    const { routes, items } = this.about;
    const route = chosenRoute(routes, this.marks.route)[items];
    const given = routes.at(-1)[items].filter((id) => this.isGiven(id) && !route.includes(id));
    return given.length ? routes.at(-1)[items].filter((id) => route.includes(id) || given.includes(id)) : route;
  }

  /** Tell the page whether all of it is answered and was compared. */
  drawDone() {
    const { compared } = this.model.get("marks");
    this.root.dataset.done = String(Boolean(compared) && this.done.length === this.own.length);
  }

  /** The items on the route that are the learner's to answer. */
  get own() {
    return this.route.filter((id) => !this.isGiven(id));
  }

  get done() {
    return this.own.filter((id) => this.isDone(id));
  }

  get isComparing() {
    return this.comparing.isOpen;
  }

  isGiven(id) {
    return Object.hasOwn(this.given, id);
  }

  firstOpen() {
    return this.own.find((id) => !this.isDone(id)) ?? this.route[0];
  }

  // -- Building, once --

  build() {
    const { css, region, lang } = this.about;
    this.comparing = new Comparing(this, {
      ready: () => this.done.length > 0,
      none: this.t(this.about.none),
      route: () => this.marks.route,
      nodes: (comparison) => this.resultNodes(comparison),
      changed: (isOpen) => this.showOrHide(isOpen),
      back: (was) => this.backTo(firstDiffering(was?.rows)),
      keeps: true,
    });
    this.root = h("section", { class: `pt-root ${css}`, "aria-label": region, lang: this.strings.lang });
    this.bar = h("div", { class: "pt-bar" });
    this.paper = h("div", { class: "pt-paper", lang });
    this.progress = h("p", { class: "pt-progress" });
    this.foot = h("div", { class: "pt-foot" });
    this.spoken = h("p", { class: "pt-unseen", role: "status" });
    this.root.append(this.bar, this.paper, this.foot, this.comparing.result, this.comparing.last, this.spoken);
    hearKeys(this.root, (event) => this.actionFor(event));
  }

  routeRow() {
    const { routes, items, routeText } = this.about;
    if (routes.length < 2) return [];
    const named = routes.map((route) =>
      ({ id: route.id, name: this.t(routeText(route), { n: route[items].length, minutes: route.minutes }) }));
    return [choices(this.t(`${this.about.name}.routes`), named, this.marks.route, (id) => this.chooseRoute(id))];
  }

  showOrHide(isOpen) {
    this.bar.hidden = isOpen;
    this.foot.hidden = isOpen || this.own.length === 0;
    this.root.dataset.comparing = String(isOpen);
    this.drawDone();
  }

  say(text) {
    if (text) this.spoken.textContent = text;
  }

  // -- Acting --

  chooseRoute(id) {
    if (id === this.marks.route) return;
    this.marks.route = id;
    this.outbox.add(this.about.scope, "route", id);
    if (!this.about.stays || !this.route.includes(this.current)) this.current = this.firstOpen();
    this.drawAll();
    this.bar.querySelector(`.pt-choice[data-id="${id}"]`)?.focus();
  }

  /** Go on where there is most to gain: at the first item on which the key differs. */
  backTo(id) {
    if (this.route.includes(id)) this.current = id;
    this.drawAll();
    this.focusCurrent();
  }

  readMarks() {
    this.marks = overlaid(this.savedMarks(), this.outbox.pending, this.about.acts);
  }

  /** Show the answers that count: Python has saved some, here or in another place, or refused one. */
  refresh() {
    const { route } = this.marks;
    this.readMarks();
    this.drawDone();
    if (this.marks.route === route) {
      this.drawMarks();
      return;
    }
    if (!this.route.includes(this.current)) this.current = this.firstOpen();
    this.drawAll();
  }

  // -- Keys --

  actionFor(event) {
    if (event.key === "?") return () => this.help.toggle(this.helpPlace(event.target));
    return this.isComparing ? this.cardAction(event) : this.markAction(event);
  }

  /** Where the list of keys opens: in view, beside what one is at. */
  helpPlace(target) {
    return target.closest(".pt-card, .pt-item");
  }

  cardAction({ key, target }) {
    const card = target.closest(".pt-card");
    if (!card || !(key in ARROWS)) return digitGuard(key);
    return () => rove([...this.comparing.result.querySelectorAll(".pt-card:not([hidden])")], card, ARROWS[key]);
  }
}
