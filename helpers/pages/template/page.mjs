// What a page does beside its widgets: it says what it waits for, how far one is, and when Python is gone.

const words = JSON.parse(document.getElementById("page-words").textContent);
const lesson = document.getElementById("lesson");
const status = document.getElementById("status");
const base = document.body.dataset.baseUrl;

const far = document.getElementById("far");
const share = document.querySelector(".track > span");

const darkness = matchMedia("(prefers-color-scheme: dark)");

/** Dress the page and its widgets in light or dark; paper is light, whatever the screen is. */
function dress(isLight) {
  document.body.dataset.jpThemeLight = String(isLight);
}

/** Seconds. */
const LONG = 20;
const LOOK = 3;

/** Say in the page's status line what is going on; `again` offers to load the page anew. */
function tell(state, again = false) {
  if (document.body.dataset.state === state) return;
  document.body.dataset.state = state;
  const says = document.createElement("p");
  says.textContent = words[state];
  const parts = [says];
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.again;
    button.addEventListener("click", () => location.reload());
    parts.push(button);
  }
  status.replaceChildren(...parts);
  document.querySelector(".howfar").hidden = state !== "ready";
  track();
}

const WAITING = 'script[type="application/vnd.voila.cell-output+json"]';
/** Where the notebook shows widgets. */
const widgets = new Set();

/** Milliseconds after which a widget that shows nothing is taken for one that has nothing to show yet. */
const GRACE = 1500;
let placed = 0;

/** Return whether everything that the notebook shows has been put in its place. */
function isComplete() {
  for (const script of lesson.querySelectorAll(WAITING)) {
    if (script.textContent.includes("widget-view+json")) widgets.add(script.parentElement);
  }
  const shown = [...widgets];
  const isLoading = shown.some((one) => one.textContent.trim() === "Loading widget...");
  if (document.readyState !== "complete" || lesson.querySelector(WAITING) || isLoading) return false;
  placed ||= performance.now();
  return performance.now() - placed > GRACE
    || shown.every((one) => one.querySelector(".pt-root") || one.textContent.trim());
}

function kernel() {
  const config = document.getElementById("jupyter-config-data");
  return config ? JSON.parse(config.textContent).kernelId : null;
}

/** Ask whether Python is still there: "ready", "gone", or "unreachable". */
async function look() {
  try {
    const answer = await fetch(`${base}page/alive/${kernel()}?no_track_activity=1`, { cache: "no-store" });
    if (answer.status === 410) return "gone";
    return answer.ok ? "ready" : "unreachable";
  } catch {
    return "unreachable";
  }
}

async function watch() {
  let misses = 0;
  for (;;) {
    await new Promise((go) => setTimeout(go, LOOK * 1000));
    if (document.hidden) continue;
    const state = await look();
    misses = state === "unreachable" ? misses + 1 : 0;
    if (state === "gone") return tell("gone", true);
    if (state === "ready" || misses > 1) tell(state);
  }
}

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

/** Show how far one is: the part that is being read, and the tasks that are done; in words, and as a bar. */
function track() {
  if (document.body.dataset.state !== "ready") return;
  const parts = [...lesson.querySelectorAll("h2")];
  const tasks = [...lesson.querySelectorAll("[data-done]")];
  const here = parts.filter((one) => one.getBoundingClientRect().top < innerHeight / 3).length;
  const done = tasks.filter((one) => one.dataset.done === "true").length;
  const told = [];
  if (parts.length) told.push(fill(words.part, { n: Math.max(here, 1), all: parts.length }));
  if (tasks.length) told.push(fill(words.tasks, { n: done, all: tasks.length }));
  const text = told.join(" · ");
  if (far.textContent === text) return;
  far.textContent = text;
  share.style.width = `${(100 * (tasks.length ? done / tasks.length : here / Math.max(parts.length, 1))).toFixed()}%`;
}

async function begin() {
  const slow = setTimeout(() => tell("long", true), LONG * 1000);
  // A module runs when the page's text is there, and before Voilà's script has begun on it.
  while (!isComplete()) await new Promise((go) => setTimeout(go, 50));
  clearTimeout(slow);
  tell("ready");
  watch();
}

// A link to another page opens in the same tab, wherever a widget would have opened a new one.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href][target]");
  if (link && new URL(link.href).pathname.startsWith(`${base}page/`)) link.removeAttribute("target");
}, true);

new MutationObserver(track).observe(lesson, { subtree: true, childList: true, attributeFilter: ["data-done"] });
addEventListener("scroll", track, { passive: true });
darkness.addEventListener("change", () => dress(!darkness.matches));
addEventListener("beforeprint", () => dress(true));
addEventListener("afterprint", () => dress(!darkness.matches));
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
begin();
