// The words of the page, in the language of messages. In: English. Out: the same as the catalogue says it.

const told = await fetch("/texts").then((answer) => (answer.ok ? answer.json() : { language: "en", said: {} }));

export const language = told.language;

/** A text in the language; `{name}` in it is one of `holes`. */
export const t = (english, holes = {}) =>
  (told.said[english] ?? english).replace(/\{(\w+)\}/g, (_, name) => String(holes[name]));

/** What the page itself says before anything is told. */
export function translate(root) {
  document.documentElement.lang = language;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const said = walker.currentNode.nodeValue;
    if (said.trim()) walker.currentNode.nodeValue = said.replace(said.trim(), t(said.trim()));
  }
  for (const name of ["title", "aria-label"])
    for (const one of root.querySelectorAll(`[${name}]`)) one.setAttribute(name, t(one.getAttribute(name)));
}
