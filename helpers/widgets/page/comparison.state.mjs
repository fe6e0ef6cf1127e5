// A comparison's rows: in which order they are read, and what is said only once. Known without a page.

/** Part rows into those on which the two differ, and the rest. */
export function arranged(rows) {
  return {
    differs: rows.filter(({ outcome }) => outcome === "differs"),
    rest: rows.filter(({ outcome }) => outcome !== "differs"),
  };
}

/**
 * Say each text once: where a reason or a check was shown word for word before, name the row that shows it,
 * as `cueAs` or `checkAs`. Rows are in the order in which they are read.
 */
export function saidOnce(rows) {
  const shown = new Map();
  const before = (text, name) => {
    const first = shown.get(text);
    if (text && first === undefined) shown.set(text, name);
    return first;
  };
  const told = (reason, name) => ({
    ...reason, cueAs: before(reason.cue, name), checkAs: before(reason.here ?? reason.next, name),
  });
  return rows.map((row) => ({
    ...row,
    because_mine: told(row.because_mine, row.name),
    because_key: row.mine === row.key ? row.because_key : told(row.because_key, row.name),
  }));
}

/** Return the first row on which the two differ, by its id, or nothing. */
export function firstDiffering(rows = []) {
  return arranged(rows).differs[0]?.id;
}
