// Elements. In: a name, attributes, what stands inside. Out: an element; text is never read as HTML.

export function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...inside.filter((part) => part !== null && part !== undefined && part !== ""));
  return element;
}

export const byId = (id) => document.getElementById(id);

export function fill(host, ...inside) {
  host.replaceChildren(...inside.filter(Boolean));
}
