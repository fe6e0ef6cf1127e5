// All that travels with each widget. What they share comes once, from one model of the notebook's kernel:
// its modules, words and style. Then the widget's own module takes over.

/** Make each file a module of its own, so that the page imports it as it was written; once for each version. */
function modules(version, files) {
  const loaded = (globalThis.paperTrailModules ??= new Map());
  if (!loaded.has(version)) loaded.set(version, addresses(files));
  return loaded.get(version);
}

function addresses(files) {
  const made = new Map();
  return function address(path) {
    if (!made.has(path)) {
      const other = (to) => address(new URL(to, `file:///${path}`).pathname.slice(1));
      const text = files[path].replace(/ from "(\.[^"]+)";/g, (_, to) => ` from "${other(to)}";`);
      const named = `${text}\n//# sourceURL=paper-trail/${path}\n`;
      made.set(path, URL.createObjectURL(new Blob([named], { type: "text/javascript" })));
    }
    return made.get(path);
  };
}

/** Put the style on the page, once. */
function dress(css) {
  const id = "paper-trail-style";
  const style = document.getElementById(id) ?? Object.assign(document.createElement("style"), { id });
  if (style.textContent !== css) style.textContent = css;
  if (!style.isConnected) document.head.append(style);
}

/** After a reload the page makes its models anew, in no order: wait until the shared one is there. */
async function sharedModel(host, reference) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await host.getModel(reference);
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((go) => setTimeout(go, 100));
    }
  }
}

/** Return a widget whose module is at a path; Python adds the line that calls this. */
export function show(path) {
  return {
    async render({ model, el, host, signal }) {
      const shared = await sharedModel(host, model.get("shared"));
      dress(shared.get("style"));
      const address = modules(shared.get("version"), shared.get("modules"));
      const { default: widget } = await import(address(path));
      return signal.aborted ? undefined : widget.render({ model, el, strings: shared.get("strings") });
    },
  };
}

