// The fields of a form. In: parts as the server tells them. Out: controls, which say what is to be written.
//
// `read()` is what changed, or undefined; `whole()` is all of it, as it is written where nothing stands, or null;
// `isEmpty()`, whether it says nothing.

import { make } from "./dom.js";
import { t } from "./words.js";

const LONG = ["text", "words"];
const SHORT = ["name", "icon", "sign", "place", "level"];
const NUMBERS = ["value", "plotted value", "number", "whole number"];
const MISSING = "–";
const REFERENCE = /^\$\{.*\}$/;
const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/;
const WITH_COMMA = /^-?\d+,(\d{1,2}|\d{4,10})$/; // three digits behind a comma may be thousands

/** A key as people read it. */
export const spoken = (key) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("-", " ");

/** A control of a part; `path` is the field path, `name` what it is called, `depth` how many lists it stands in. */
export function control(part, at) {
  return { value, group, listing, named, several, variants, aside }[part.form](part, at);
}

const below = (at, key, more = {}) => ({ ...at, path: at.path ? `${at.path}/${key}` : key, name: spoken(key), ...more });

/** What a field is called in the language of messages, else as its key says. */
const called = (field) => spoken(field.called || field.key);

/** A name of the content's own words, with what it is in YAML behind where that is another. */
export const namedIn = (name, words) => (words?.[name] ? `${spoken(words[name])} (${name})` : spoken(name.replaceAll("_", " ")));

function value(part, at) {
  const input = part.noun === "true or false" ? box(part) : part.names.length ? choice(part, at) : text(part, at);
  input.setAttribute("aria-label", at.name);
  input.setAttribute("aria-describedby", "form-help");
  Object.assign(input.dataset, { field: at.path, doc: at.doc ?? "" });
  const isBox = input.type === "checkbox";
  const said = () => (isBox ? String(input.checked) : plain(part.noun, input.value));
  const before = isBox ? String(part.text === "true") : part.text;
  return {
    element: input,
    short: isBox || part.names.length > 0 || [...NUMBERS, ...SHORT].includes(part.noun),
    isBox,
    read: () => (said() === before ? undefined : said()),
    whole: () => (isBox ? (input.checked ? "true" : null) : said() || null),
    isEmpty: () => !isBox && !input.value,
  };
}

function box(part) {
  return make("input", { type: "checkbox", checked: part.text === "true" });
}

function choice(part, at) {
  const names = at.required && part.text ? part.names : ["", ...part.names];
  if (part.text && !names.includes(part.text)) names.push(part.text);
  const blank = at.path === "arrangement" ? t("as it fits best") : "–";
  const options = names.map((one) => make("option", { value: one, selected: one === part.text }, part.called[one] ? namedIn(one, part.called) : one || blank));
  return make("select", { required: at.required }, ...options);
}

function text(part, at) {
  const isLong = LONG.includes(part.noun);
  const more = { required: at.required, spellcheck: "false", autocomplete: "off" };
  const input = isLong ? make("textarea", { rows: at.rows ?? "1", ...more }) : make("input", { type: "text", ...more });
  if (NUMBERS.includes(part.noun)) {
    input.inputMode = "decimal";
    input.addEventListener("input", () => input.setCustomValidity(wrongNumber(part.noun, plain(part.noun, input.value))));
  }
  input.value = part.text;
  return input;
}

/** What is typed as it is written: a number has a point before its decimals. */
const plain = (noun, said) => (NUMBERS.includes(noun) && WITH_COMMA.test(said.trim()) ? said.trim().replace(",", ".") : said);

const GROUPED = /^-?[1-9]\d{0,2}([.,]\d{3})+$/;

/** What is wrong with what is typed for a number; nothing, where it is one or names one. */
function wrongNumber(noun, said) {
  if (GROUPED.test(said)) return t("This can be read in two ways: write thousands without a separator, or another decimal.");
  if (!said || NUMBER.test(said)) return noun === "whole number" && /\./.test(said) ? t("Write a whole number.") : "";
  if (noun.includes("value") && REFERENCE.test(said)) return "";
  if (noun === "plotted value" && said === MISSING) return "";
  return t("This is no number: write digits alone, with a point or a comma before decimals.");
}

/** Keys that stand together. Those that are not there and need not be are offered, and come when they are asked for. */
function group(part, at) {
  const order = part.fields.map((field) => field.key);
  const shown = new Map();
  const grid = make("div", { class: "grid" });
  const offer = at.depth ? make("select", { "aria-label": t("More fields of {name}", { name: at.name }), class: "more" }) : make("div", { class: "chips" });
  const add = (field) => {
    const one = fieldControl(field, below(at, field.key, { name: called(field), doc: field.doc, required: field.required, rows: rows(field) }));
    shown.set(field.key, { field, one });
    const after = order.slice(order.indexOf(field.key) + 1).find((key) => shown.has(key));
    grid.insertBefore(one.element, after ? shown.get(after).one.element : null);
    offers();
    return one;
  };
  const offers = () => {
    const isExcluded = ({ excludes }) => excludes && shown.has(excludes) && !shown.get(excludes).one.isEmpty();
    const left = part.fields.filter((field) => !shown.has(field.key) && !isExcluded(field));
    offer.hidden = !left.length;
    const pressed = (field) => {
      first(add(field).element)?.focus();
      at.changed();
    };
    if (!at.depth) {
      const chip = (one) => make("button", { type: "button", title: one.doc, onclick: () => pressed(one) }, `+ ${called(one)}`);
      offer.replaceChildren(...left.map(chip));
      return;
    }
    offer.replaceChildren(make("option", { value: "" }, t("More fields…")), ...left.map((one) => make("option", { value: one.key }, called(one))));
    offer.value = "";
    offer.onchange = () => pressed(left.find((one) => one.key === offer.value));
  };
  for (const field of part.fields) if (field.there || field.required || at.always?.includes(field.key)) add(field);
  offers();
  if (part.fields.some((field) => field.excludes)) grid.addEventListener("input", offers);
  const keys = (said) => {
    const found = [...shown].map(([key, { field, one }]) => [key, said(field, one)]);
    const left = found.filter(([, wanted]) => wanted !== undefined);
    return left.length ? { keys: Object.fromEntries(left), order } : undefined;
  };
  const whole = () => {
    const found = keys((field, one) => one.whole() ?? undefined);
    const names = Object.keys(found?.keys ?? {});
    if (part.alone && part.bare && names.length === 1 && names[0] === part.alone) return found.keys[part.alone];
    return found ?? null;
  };
  const isBare = part.alone && part.bare;
  const only = () => [...shown].every(([key, { one }]) => key === part.alone || one.whole() === null);
  const kept = part.for ? make("p", { class: "kept" }, t("for {audiences}", { audiences: part.for })) : null;
  return {
    element: make("div", { class: "group" }, kept, grid, offer),
    short: false,
    read: () => {
      if (isBare) return only() ? shown.get(part.alone).one.read() : whole();
      return keys(changeOf);
    },
    whole,
    isEmpty: () => [...shown.values()].every(({ one }) => one.isEmpty()),
    shown,
  };
}

const rows = (field) => (field.key === "notes" ? "4" : "1");

/** What a key is to say: nothing at all where it was emptied and may be left out. */
function changeOf(field, one) {
  if (!field.there) return one.whole() ?? undefined;
  const said = one.read();
  return said !== undefined && one.isEmpty() && !field.required ? null : said;
}

function fieldControl(field, at) {
  const one = control(field.part, at);
  const tag = one.isBox || ["INPUT", "TEXTAREA", "SELECT"].includes(one.element.tagName) ? "label" : "div";
  const key = field.called && field.called !== field.key ? make("code", {}, field.key) : null;
  const caption = make("span", { class: "caption" }, at.name, key);
  const classes = `field${one.short ? " short" : ""}${one.isBox ? " box" : ""}`;
  const inside = one.isBox ? [one.element, caption] : [caption, one.element];
  const element = make(tag, { class: classes, "data-key": field.key }, ...inside);
  return { ...one, element };
}

/** A list, whose items are added, removed and moved. */
function listing(part, at) {
  const list = make("ol", { class: part.blank.form === "value" && at.depth ? "items cells" : "items" });
  let items = [];
  const draw = () => {
    list.replaceChildren(...items.map((item) => item.row));
    items.forEach(label);
    more.hidden = part.most > 0 && items.length >= part.most;
  };
  const label = (item, number) => {
    const name = `${at.name} ${number + 1}`;
    for (const [act, button] of Object.entries(item.buttons)) button.setAttribute("aria-label", `${ACTS[act]}: ${name}`);
    if (!item.one.element.matches("input, textarea, select")) item.one.element.setAttribute("role", "group");
    item.one.element.setAttribute("aria-label", name);
    item.buttons.up.disabled = number === 0;
    item.buttons.down.disabled = number === items.length - 1;
    item.buttons.away.disabled = items.length <= part.least && at.required;
  };
  const move = (item, by) => {
    const from = items.indexOf(item);
    const to = from + by;
    if (to < 0 || to >= items.length) return;
    const focused = document.activeElement;
    items.splice(to, 0, ...items.splice(from, 1));
    draw();
    (focused.disabled ? first(item.row) : focused).focus();
    at.changed();
  };
  const remove = (item) => {
    const number = items.indexOf(item);
    items.splice(number, 1);
    draw();
    (first((items[number] ?? items[number - 1])?.row) ?? more).focus();
    at.changed();
  };
  const made = (told, origin, required = false) => {
    const number = String((origin ?? items.length) + 1);
    const one = control(told, { ...below(at, number), name: at.name, doc: at.doc, depth: at.depth + 1, required });
    const button = (text, does) => make("button", { type: "button", onclick: does }, text);
    const item = { origin, one };
    item.buttons = {
      up: button("↑", () => move(item, -1)),
      down: button("↓", () => move(item, 1)),
      away: button("×", () => remove(item)),
    };
    const turned = (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || !by) return;
      event.preventDefault();
      event.stopPropagation();
      move(item, by);
    };
    const acts = make("span", { class: "acts" }, ...Object.values(item.buttons));
    item.row = make("li", { class: `item ${told.form}`, onkeydown: turned }, one.element, acts);
    return item;
  };
  const add = () => {
    const item = made(part.blank, null);
    fillLike(item.one, items.at(-1)?.one);
    items.push(item);
    draw();
    return item;
  };
  const pressed = () => {
    first(add().row)?.focus();
    at.changed();
  };
  const more = make("button", { type: "button", class: "add", "aria-label": t("Add to {name}", { name: at.name }), onclick: pressed }, t("+ Add"));
  items = part.items.map((told, origin) => made(told, origin));
  while (at.required && !at.depth && !part.items.length && items.length < Math.max(1, part.least))
    items.push(made(part.blank, null, true));
  draw();
  const isLeft = (item) => item.origin !== null || at.depth || !item.one.isEmpty();
  const all = () => items.filter(isLeft);
  const told = (item) => (item.origin === null ? [null, item.one.whole() ?? ""] : [item.origin, item.one.read() ?? null]);
  const isSame = () =>
    all().length === part.items.length && all().every((item, n) => item.origin === n && item.one.read() === undefined);
  return {
    element: make("div", { class: "list" }, list, more),
    short: false,
    read: () => (isSame() ? undefined : { items: all().map(told) }),
    whole: () => (all().length ? { items: all().map((item) => [null, item.one.whole() ?? ""]) } : null),
    isEmpty: () => !all().length,
    add,
    count: () => items.length,
  };
}

const ACTS = { up: t("Move up"), down: t("Move down"), away: t("Remove") };

/** A new row has as many cells as the one before it. */
function fillLike(one, other) {
  if (!other) return;
  if (one.count && other.count) while (one.count() < other.count()) one.add();
  for (const [key, { field, one: own }] of one.shown ?? [])
    if (field.required && own.count) fillLike(own, other.shown?.get(key)?.one);
}

/** Entries under names of one's own. */
function named(part, at) {
  const grid = make("div", { class: "grid" });
  const entries = [];
  const add = (field, name) => {
    const one = control(field?.part ?? part.blank, { ...below(at, name), name });
    const away = make("button", { type: "button", "aria-label": `${ACTS.away}: ${name}` }, "×");
    const row = make("div", { class: "field entry" }, make("span", { class: "caption" }, name), one.element, away);
    const entry = { name, field, one, gone: false };
    away.addEventListener("click", () => {
      entry.gone = true;
      row.remove();
      at.changed();
    });
    entries.push(entry);
    grid.append(row);
    return one;
  };
  for (const field of part.fields) add(field, field.key);
  const name = make("input", { type: "text", "aria-label": t("A new name in {name}", { name: at.name }), placeholder: t("name"), "data-name": true });
  const more = make("button", { type: "button", class: "add" }, t("+ Add"));
  more.addEventListener("click", () => {
    const said = name.value.trim();
    if (!said || entries.some((one) => one.name === said && !one.gone)) return name.focus();
    name.value = "";
    first(add(null, said).element)?.focus();
    at.changed();
  });
  const left = () => entries.filter((one) => !one.gone);
  const told = (one) => (one.gone ? null : one.field ? one.one.read() : (one.one.whole() ?? undefined));
  const keys = (said) => {
    const found = entries.filter((one) => one.field || !one.gone).map((one) => [one.name, said(one)]);
    const kept = found.filter(([, wanted]) => wanted !== undefined);
    return kept.length ? { keys: Object.fromEntries(kept), order: [] } : undefined;
  };
  return {
    element: make("div", { class: "named" }, grid, make("div", { class: "row" }, name, more)),
    short: false,
    read: () => keys(told),
    whole: () => keys((one) => (one.gone ? undefined : (one.one.whole() ?? undefined))) ?? null,
    isEmpty: () => !left().length,
  };
}

/** Some of several names; all of them where none is written. */
function several(part, at) {
  const isChosen = (name) => !part.chosen.length || part.chosen.includes(name);
  const boxes = part.names.map((name) => {
    const more = { "aria-describedby": "form-help", "data-field": `${at.path}/${name}`, "data-doc": at.doc ?? "" };
    return make("input", { type: "checkbox", value: name, checked: isChosen(name), ...more });
  });
  const chosen = () => boxes.filter((one) => one.checked).map((one) => one.value);
  const labels = boxes.map((box) => make("label", { class: "box" }, box, make("span", {}, box.value)));
  const element = make("div", { class: "several", role: "group", "aria-label": at.name }, ...labels);
  element.addEventListener("input", () => boxes[0].setCustomValidity(chosen().length ? "" : t("Choose one at least.")));
  const isAll = () => chosen().length === boxes.length;
  const said = () => {
    const [first, ...others] = chosen();
    if (isAll()) return null;
    return others.length ? { items: [first, ...others].map((name) => [null, name]) } : (first ?? "");
  };
  return {
    element,
    short: false,
    read: () => (boxes.every((one) => one.checked === isChosen(one.value)) ? undefined : said()),
    whole: said,
    isEmpty: isAll,
  };
}

/** A value for each audience or language that has one. */
function variants(part, at) {
  const every = part.fields.map((field) => {
    const one = control(field.part, { ...at, path: at.path, name: `${at.name}, ${field.key}`, required: false });
    const caption = make("span", { class: "view" }, field.key);
    return { key: field.key, one, element: make("div", { class: "variant" }, caption, one.element) };
  });
  return {
    element: make("div", { class: "variants" }, ...every.map((one) => one.element)),
    short: false,
    read: () => {
      const said = every.map(({ key, one }) => [key, one.read()]).filter(([, wanted]) => wanted !== undefined);
      return said.length ? { keys: Object.fromEntries(said), order: [] } : undefined;
    },
    whole: () => null,
    isEmpty: () => false,
  };
}

function aside() {
  return {
    element: make("p", { class: "empty" }, t("Written in the file.")),
    short: false,
    read: () => undefined,
    whole: () => null,
    isEmpty: () => false,
  };
}

/** The first thing in an element that can be written. */
export const first = (element) =>
  element?.matches("input, textarea, select") ? element : element?.querySelector("input, textarea, select");
