import { differenceNode, differenceRuns, legendOf } from "../../../helpers/widgets/page/difference.mjs";
import { same, suite } from "./tools.mjs";

const test = suite(import.meta.url);

const edit = (op, source = "", quoted = "") => ({ op, source, quoted });

test("each edit becomes what is removed, added, left out or joined", () => {
  const runs = (...edits) => differenceRuns(edits).map(({ sort, sign, text }) => [sort, sign, text]);
  same(runs(edit("equal", "the bridge")), [["same", "", "the bridge"]]);
  same(runs(edit("delete", "old")), [["removed", "−", "old"]]);
  same(runs(edit("delete", "old", "…")), [["removed-shown", "…", "old"]]);
  same(runs(edit("insert", "", "new")), [["added", "+", "new"]]);
  same(runs(edit("replace", "old", "new")), [["removed", "−", "old"], ["added", "+", "new"]]);
  same(runs(edit("replace", "", "new")), [["added", "+", "new"]]);
  same(runs(edit("join")), [["joined", "⁞", ""]]);
});

test("the legend names the signs that are there, and no others", () => {
  const legend = (...edits) => legendOf(differenceRuns(edits)).map(([sign]) => sign).join("");
  same(legend(edit("equal", "x")), "");
  same(legend(edit("insert", "", "x"), edit("delete", "y")), "−+");
  same(legend(edit("join"), edit("delete", "y", "[…]")), "…⁞");
});

test("a difference reads aloud, and without colour", () => {
  const node = differenceNode((name) => name, [edit("equal", "We"), edit("replace", "may", "will"), edit("join")]);
  const aloud = node.querySelector(".pt-diff").textContent.replace(/\s+/g, " ").trim();
  same(aloud, "We judge.removed: − may, judge.end judge.added: + will, judge.end ⁞ (judge.joined)");
  const legend = node.querySelector(".pt-legend-line").textContent;
  same(legend, "(− judge.legend-removed · + judge.legend-added · ⁞ judge.joined)");
  same(differenceNode((name) => name, []).querySelector(".pt-legend-line").textContent, "(judge.no-difference)");
});

test("outside text in a difference stays text", () => {
  const evil = "<img src=x>";
  const edits = [edit("equal", evil), edit("replace", evil, evil), edit("delete", evil, evil)];
  const node = differenceNode((name) => name, edits);
  const times = node.querySelector(".pt-diff").textContent.split(evil).length - 1;
  same([node.querySelectorAll("img").length, times], [0, 5]);
});
