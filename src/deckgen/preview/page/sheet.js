// A slide on the page. In: a picture as SVG text. Out: the same in place, with outlines over parts of it.

const parser = new DOMParser();

/** Show a picture where another may stand; one that is there already is not touched. Answers whether it changed. */
export function show(host, page) {
  host.dataset.stale = String(page?.stale ?? false);
  const picture = page?.picture ?? "";
  if (host.shown === picture) return false;
  host.shown = picture;
  const old = host.querySelector("svg");
  if (!picture) {
    old?.remove();
    return true;
  }
  const drawn = document.importNode(parser.parseFromString(picture, "image/svg+xml").documentElement, true);
  for (const link of drawn.querySelectorAll("a[href^='http'], a[href^='mailto'], a[href^='tel']")) {
    link.removeAttribute("href"); // nothing leaves the machine
  }
  drawn.setAttribute("focusable", "false");
  if (old) old.replaceWith(drawn);
  else host.prepend(drawn);
  return true;
}

/** The proportion of the deck's pages, for every slide on the page. */
export function keepRatio(picture) {
  const found = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture);
  if (found) document.documentElement.style.setProperty("--ratio", String(found[1] / found[2]));
}

/** A line of text without the sign that it begins with. */
export const line = (text) => (text?.textContent ?? "").replace(/^[•–]\s*/, "");

/** What is meant by a press: the field's path, the figure, the line, and the element, or null. */
export function meant(target) {
  const part = target.closest("[data-path]");
  if (!part) return null;
  const figure = target.closest("[data-figure]")?.dataset.figure ?? "";
  return { path: part.dataset.path, figure, said: line(target.closest("text")), part };
}

/** The parts of a slide that say something, in reading order. */
export function parts(host) {
  return [...host.querySelectorAll("[data-path]")].filter((part) => part.querySelector("text") && !inner(part));
}

const inner = (part) => [...part.querySelectorAll("[data-path]")].some((child) => child.querySelector("text"));

/** Paths of drawn things have `_` where the YAML has `-`. */
const plain = (path) => path.replaceAll("_", "-");

export function find(host, path) {
  return [...host.querySelectorAll("[data-path]")].filter((part) => plain(part.dataset.path) === plain(path));
}

/** Draw an outline of a kind around each of these parts, in the place of those of the same kind. */
export function outline(host, kind, parts) {
  for (const old of host.querySelectorAll(`.outline.${kind}`)) old.remove();
  const frame = parts.length ? host.getBoundingClientRect() : null; // asking for it lays the page out
  for (const part of parts) {
    const box = part.getBoundingClientRect();
    if (!box.width && !box.height) continue;
    const drawn = document.createElement("div");
    drawn.className = `outline ${kind}`;
    // In shares of the slide, so that it keeps its place when the window changes.
    const share = (length, whole) => `${(100 * length) / whole}%`;
    drawn.style.left = share(box.left - frame.left - 3, frame.width);
    drawn.style.top = share(box.top - frame.top - 2, frame.height);
    drawn.style.width = share(box.width + 6, frame.width);
    drawn.style.height = share(box.height + 4, frame.height);
    host.append(drawn);
  }
}
