import { choices, withKeys } from "./page/choices.mjs";
import { comparisonNodes } from "./page/comparison.mjs";
import { aloud, folded, h, keyButton, notices, sign, steady } from "./page/dom.mjs";
import { choiceForKey, clears, digitGuard } from "./page/keys.mjs";
import { Labelling } from "./page/labelling.mjs";
import { reasonNodes } from "./page/reasons.mjs";
import { ARROWS, TO_THE_ENDS, neighbour, rove, stopAt } from "./page/roving.mjs";
import { widget } from "./page/view.mjs";
import { ACTS, PASSES, toggled, wordRuns } from "./marker.state.mjs";

// The article, marked sentence by sentence, and compared with the key when the learner asks.

class Marker extends Labelling {
  describe() {
    const article = this.article = this.model.get("article");
    this.pass = "kind";
    this.dockBody = h("div", {});
    this.dock = h("div", { class: "pt-dock", lang: this.strings.lang }, this.dockBody);
    this.drawPass = { kind: this.kindNodes, sure: this.sureNodes, words: this.wordsNodes };
    return {
      name: "marker", css: "pt-marker", region: this.t("marker.region", { title: article.title }), lang: article.lang,
      routes: article.routes, items: "sentences", routeText: ({ id }) => `marker.route-${id}`,
      scope: "article", drawer: article.id, acts: ACTS, main: "kind", none: "judging.compare-none",
    };
  }

  savedMarks() {
    return this.model.get("marks");
  }

  get optionIds() {
    return Object.keys(this.strings.kinds);
  }

  nameOf(kind) {
    return this.t(`kinds.${kind}.name`);
  }

  shapeOf(kind) {
    return this.t(`kinds.${kind}.shape`);
  }

  signOf(kind) {
    return sign(`${this.shapeOf(kind)} `);
  }

  labelOf(id) {
    return this.isGiven(id) ? this.given[id].kind : this.marks.kind[id];
  }

  // -- Building --

  buildBar() {
    const passes = Object.values(PASSES).map((id) => ({ id, name: this.t(`marker.pass-${id}`) }));
    const isPlain = Object.keys(this.given).length > 0;
    this.passRow = isPlain ? null : choices(this.t("marker.passes"), passes, this.pass, (id) => this.choosePass(id));
    this.bar.replaceChildren(...this.routeRow(), ...[this.passRow].filter(Boolean), this.help);
  }

  buildPaper() {
    this.holders = new Map();
    const blocks = this.article.blocks.map((block) =>
      [h("div", { class: `pt-block pt-${block.kind}` }, block.parts.map((part) => this.part(part))),
        ...this.givenBelow(block)]);
    this.paper.replaceChildren(...notices(this.article.notes, this.strings.lang), ...blocks.flat());
  }

  /** Labels that are given stand below their paragraph with their reasons, on every route. */
  givenBelow({ parts }) {
    return parts.filter(({ id }) => id && this.isGiven(id)).map(({ id, number }) => {
      const { kind, aloud: thinking, ...reason } = this.given[id];
      return h("div", { class: "pt-label pt-given", "data-kind": kind, lang: this.strings.lang },
        h("p", {}, h("strong", { text: `${this.sentenceName(number)} · ` }),
          h("span", { class: "pt-chip" }, this.signOf(kind), this.nameOf(kind))),
        thinking ? h("p", { text: thinking }) : null,
        ...reasonNodes(this.t, reason));
    });
  }

  /** A sentence is a button inside running text, so that a screen reader reads the rest as well. */
  part(part) {
    if (!part.id) return h("span", { class: "pt-plain", text: part.text });
    if (!this.route.includes(part.id)) return h("span", { class: "pt-plain" }, ...this.numberNodes(part), part.text);
    const text = h("span", { class: "pt-words" });
    const chip = h("span", { class: "pt-chip", lang: this.strings.lang });
    const sentence = h("span", {
      class: "pt-sentence", role: "button", tabindex: "-1", "data-id": part.id,
      onclick: () => this.go(part.id),
      onfocus: () => this.arrive(part.id),
    }, ...this.numberNodes(part), text, chip);
    this.holders.set(part.id, { sentence, text, chip, part });
    return sentence;
  }

  /** The number that lessons call a sentence by, before its words. */
  numberNodes({ number }) {
    const name = this.sentenceName(number);
    return [aloud(`${name}: `), number ? h("sup", { class: "pt-number", "aria-hidden": "true", text: number }) : null];
  }

  sentenceName(number) {
    return number ? this.t("names.sentence", { number }) : this.t("names.headline");
  }

  // -- Drawing --

  drawAll() {
    this.buildBar();
    this.buildPaper();
    for (const id of this.route) this.drawSentence(id);
    this.drawFoot();
    this.place();
  }

  drawMarks() {
    for (const id of this.route) this.drawSentence(id);
    this.drawPalette(this.current);
    this.drawFoot();
  }

  drawMark(id, act) {
    if (!this.holders.has(id)) return;
    this.drawSentence(id);
    if (id === this.current && act === this.pass) this.drawPalette(id);
  }

  /** Show in the palette what is chosen now; it has none where the answer is given, or asks for another first. */
  drawPalette(id) {
    if (!this.dock.contains(this.palette)) return;
    if (this.pass === "words") this.drawWordButtons(id);
    else this.palette.press(this.marks[this.pass][id]);
  }

  drawSentence(id) {
    const { sentence, text, chip, part } = this.holders.get(id);
    const kind = this.labelOf(id);
    sentence.dataset.kind = kind ?? "";
    if (id === this.current) sentence.setAttribute("aria-current", "true");
    else sentence.removeAttribute("aria-current");
    text.replaceChildren(...this.wordNodes(part, this.marks.words[id] ?? []));
    chip.replaceChildren(...this.chipNodes(id, kind));
  }

  wordNodes(part, chosen) {
    if (!chosen.length) return [part.text];
    return wordRuns(part.pieces).map(({ text, number }) =>
      chosen.includes(number) ? h("mark", { class: "pt-loaded", text }) : text);
  }

  chipNodes(id, kind) {
    if (!kind) return [aloud(` (${this.t("marker.no-label")})`)];
    const says = this.isGiven(id) ? "marker.given-label" : "marker.my-label";
    const sure = this.marks.sure[id];
    return [
      aloud(` (${this.t(says, { name: this.nameOf(kind) })})`),
      h("span", { "aria-hidden": "true", text: `${this.shapeOf(kind)} ${this.nameOf(kind)}` }),
      ...(sure ? [h("span", { class: "pt-sure", text: ` · ${this.t(`sureness.${sure}.name`)}` })] : []),
    ];
  }

  /**
   * Put the palette below the paragraph of the current sentence, so that it hides no text; where the paragraph
   * is long for the window (on a phone, or enlarged), right below the sentence.
   */
  place() {
    const { sentence } = this.holders.get(this.current);
    stopAt([...this.holders.values()].map((one) => one.sentence), sentence);
    this.drawDock();
    const block = sentence.closest(".pt-block");
    const isLong = block.getBoundingClientRect().height > window.innerHeight / 2;
    const before = isLong ? sentence : block;
    if (before.nextElementSibling !== this.dock) before.after(this.dock);
  }

  helpPlace(target) {
    return super.helpPlace(target) ?? (target.closest(".pt-paper") && !this.dock.hidden ? this.dock : null);
  }

  drawDock() {
    const id = this.current;
    this.dock.hidden = this.isComparing || this.isGiven(id);
    if (this.dock.hidden) {
      this.dockBody.replaceChildren();
      return;
    }
    const name = this.sentenceName(this.holders.get(id).part.number);
    const place = this.t("marker.place", { name, number: this.route.indexOf(id) + 1, n: this.route.length });
    this.dockBody.replaceChildren(h("p", { class: "pt-place", text: place }),
      ...this.drawPass[this.pass].call(this, id), this.onwardNode());
  }

  /** One press to the next sentence, and one to what the answers mean. */
  onwardNode() {
    const says = this.isLast ? "marker.to-compare" : "marker.next";
    return h("div", { class: "pt-row" }, keyButton(this.t(says), "N", () => this.onward(), "pt-next"),
      this.pass === "kind" ? keyButton(this.t("judge.answers"), "E", () => this.explain()) : null);
  }

  get isLast() {
    return this.current === this.route.at(-1);
  }

  onward() {
    if (!this.isLast) this.step(1);
    else this.foot.querySelector("button")?.focus();
  }

  /** Draw the palette anew; the focus must not fall from it onto the notebook. */
  redrawDock() {
    const buttons = () => [...this.dock.querySelectorAll("button")];
    const place = buttons().indexOf(this.root.ownerDocument.activeElement);
    this.drawDock();
    if (place >= 0) (buttons()[place] ?? this.holders.get(this.current).sentence).focus();
  }

  kindNodes(id) {
    return this.paletteNodes(id, "kind", this.strings.kinds);
  }

  sureNodes(id) {
    if (!this.marks.kind[id]) return [h("p", { text: this.t("marker.label-first") })];
    return this.paletteNodes(id, "sure", this.strings.sureness);
  }

  paletteNodes(id, act, named) {
    const question = this.t(`marker.question-${act}`);
    const options = withKeys(Object.entries(named).map(([option, about]) => ({ id: option, ...about })));
    this.palette = choices(question, options, this.marks[act][id], (value) => this.markCurrent(act, value));
    return [h("p", { class: "pt-question", text: question }), this.palette];
  }

  wordsNodes(id) {
    const question = this.t("marker.question-words");
    this.palette = h("div", { class: "pt-wordrow", role: "group", "aria-label": question, lang: this.article.lang });
    this.palette.append(...wordRuns(this.holders.get(id).part.pieces).map(({ text, number }) =>
      (number === null ? text : this.wordButton(text, number))));
    this.drawWordButtons(id);
    stopAt(this.wordButtons, this.wordButtons[0]);
    return [h("p", { class: "pt-question", text: question }), this.palette];
  }

  wordButton(text, number) {
    return h("button", {
      type: "button", class: "pt-word", text, onclick: () => this.toggleWord(number),
      onfocus: ({ target }) => stopAt(this.wordButtons, target),
    });
  }

  get wordButtons() {
    return [...this.palette.querySelectorAll("button")];
  }

  drawWordButtons(id) {
    const chosen = this.marks.words[id] ?? [];
    this.wordButtons.forEach((button, number) => button.setAttribute("aria-pressed", String(chosen.includes(number))));
  }

  // -- Acting --

  go(id) {
    this.arrive(id);
    this.holders.get(id).sentence.focus({ preventScroll: false });
    this.reveal();
  }

  /** Bring the palette into view; it is below the sentence, so the page moves no further than it must. */
  reveal() {
    if (!this.dock.hidden) this.dock.scrollIntoView({ block: "nearest" });
  }

  arrive(id) {
    if (id === this.current) return;
    const before = this.current;
    this.current = id;
    steady(this.holders.get(id).sentence, () => {
      this.drawSentence(before);
      this.drawSentence(id);
      this.place();
    });
  }

  step(by) {
    const id = neighbour(this.route, this.current, by);
    if (this.pass === "words" && this.palette?.contains(this.root.ownerDocument.activeElement)) {
      this.arrive(id);
      this.palette.querySelector("button")?.focus();
    } else this.go(id);
  }

  markCurrent(act, value) {
    if (act === "sure" && !this.marks.kind[this.current]) return;
    this.mark(this.current, act, value);
  }

  told(act, value) {
    if (act === "words") return "";
    if (value === null) return this.t("judging.cleared");
    const name = act === "kind" ? this.nameOf(value) : this.t(`sureness.${value}.name`);
    return this.t("judging.chosen", { name });
  }

  toggleWord(number) {
    this.mark(this.current, "words", toggled(this.marks.words[this.current] ?? [], number));
  }

  clear() {
    if (this.pass !== "words") this.markCurrent(this.pass, null);
    else if (this.marks.words[this.current]) this.mark(this.current, "words", []);
  }

  undo() {
    super.undo();
    if (!this.isComparing) this.redrawDock();
  }

  choosePass(id) {
    this.pass = id;
    this.passRow.press(id);
    this.drawDock();
  }

  /** The pass by its key. In loaded words the focus goes to the words, elsewhere to the sentence. */
  choosePassByKey(id) {
    if (!this.passRow) return;
    this.choosePass(id);
    if (id === "words") this.palette.querySelector("button")?.focus();
    else this.focusCurrent();
    this.say(this.t(`marker.pass-${id}`));
  }

  // -- Keys --

  markAction({ key, target }) {
    const letter = key.toLowerCase();
    const isWord = this.pass === "words" && target.classList.contains("pt-word");
    if (isWord && (key === "ArrowLeft" || key === "ArrowRight")) {
      return () => rove(this.wordButtons, target, ARROWS[key]);
    }
    if (isWord && (key === " " || key === "Enter")) return null;
    if (Object.hasOwn(PASSES, letter)) return () => this.choosePassByKey(PASSES[letter]);
    if (letter === "u") return () => this.undo();
    if (letter === "n") return () => this.onward();
    if (letter === "e") return () => this.explain();
    const isOnText = target.closest(".pt-paper") && !target.closest(".pt-choices");
    return isOnText ? this.textAction(key) : this.numberAction(key);
  }

  textAction(key) {
    const steps = { ...ARROWS, ...TO_THE_ENDS };
    if (Object.hasOwn(steps, key)) return () => this.step(steps[key]);
    if (key === "Enter" || key === " ") return () => this.dock.querySelector("button")?.focus();
    return this.numberAction(key);
  }

  numberAction(key) {
    if (clears(key)) return () => this.clear();
    const named = { kind: this.strings.kinds, sure: this.strings.sureness }[this.pass];
    const choice = named ? choiceForKey(key, Object.keys(named)) : null;
    return choice ? () => this.markCurrent(this.pass, choice) : digitGuard(key);
  }

  // -- Comparing --

  /** While comparing, the article is at hand but folded: each card quotes its sentence. */
  showOrHide(isOpen) {
    super.showOrHide(isOpen);
    this.drawDock();
    this.text ??= folded(this.t("comparison.text"));
    if (isOpen) {
      this.paper.before(this.text);
      this.text.append(this.paper);
    } else if (this.text.isConnected) this.text.replaceWith(this.paper);
  }

  resultNodes(comparison) {
    const names = {
      nameOf: (id) => this.nameOf(id), signOf: (id) => this.signOf(id), lang: this.about.lang,
      mixed: "comparison.mixed", extras: () => [], documents: () => [],
    };
    return comparisonNodes(this.comparing, names, comparison);
  }

  focusCurrent() {
    this.holders.get(this.current).sentence.focus();
  }
}

export default widget(Marker);
