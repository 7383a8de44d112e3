// The page: what is looked at stands in the address, and everything follows it. Keys are listed in dialogs.js.

import { drawClock } from "./clock.js";
import { tellBuilt, tellKeys } from "./dialogs.js";
import { byId, fill, make } from "./dom.js";
import { ask, Feed, query } from "./feed.js";
import { Form } from "./form.js";
import { fault, Margin } from "./margin.js";
import { Rail } from "./rail.js";
import { keepRatio, meant, outline, parts, show } from "./sheet.js";
import { Sides } from "./sides.js";
import { paragraphs, Speaker } from "./speaker.js";
import { language, t, translate } from "./words.js";
import { isWriting, told as tellSaves, turn } from "./writing.js";

translate(document.body);

const VIEWS = ["desk", "sides", "speaker", "show"];
const others = new BroadcastChannel("deckgen");
const at = { deck: "", language: "", brand: "", page: "", view: "desk" };
const choice = () => ({ deck: at.deck, language: at.language, brand: at.brand });

let deck = null;
let problem = "";
let refused = "";
let selected = null;
let waiting = null;
let redrawn = false;

const feed = new Feed({ told: arrived, failed: (said) => ((problem = said), state()), away: (is) => state(is) });
const rail = new Rail(byId("rail"), go);
const margin = new Margin(
  choice,
  (name, page) => (name === at.deck ? go(page) : look({ deck: name, page })),
  (name) => form.open("figure", name),
  () => (form.isDirty ? form.hold() : (form.close(), true)),
);
const speaker = new Speaker(byId("speaker"), () => view("desk"));
const sides = new Sides(byId("sides"), choice, (slide) => go(slide));
const form = new Form(
  choice,
  () => new Map((deck?.pages ?? []).map((page) => [page.slide, page.title])),
  () => byId("sheet").focus(),
  (id) => {
    at.page = id;
    write();
    draw();
  },
);
const show_sheet = byId("show").appendChild(make("div", { class: "sheet", id: "show-now" }));

/** How many errors or warnings there are. */
const counted = (number, noun) =>
  noun === "error"
    ? t(number === 1 ? "1 error" : "{number} errors", { number })
    : t(number === 1 ? "1 warning" : "{number} warnings", { number });

/* What is looked at */

function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  for (const name of Object.keys(at)) at[name] = said.get(name) ?? (name === "view" ? "desk" : "");
  if (!VIEWS.includes(at.view)) at.view = "desk";
}

function write() {
  const said = new URLSearchParams(Object.entries(at).filter(([, value]) => value && value !== "desk"));
  if (location.hash !== `#${said}`) history.replaceState(null, "", `#${said}`);
}

function look(change) {
  if (form.isDirty) return form.hold() || switches();
  if (form.isOpen) form.close();
  Object.assign(at, change);
  write();
  return feed.open(choice());
}

function go(page, told = false) {
  if (!page || page === at.page) return;
  if (form.isDirty) return void (told || form.hold());
  at.page = page;
  write();
  if (!told) others.postMessage({ deck: at.deck, page });
  selected = null;
  margin.clear();
  draw();
  if (form.isOpen && form.of === "slide") writeSlide();
}

function step(by) {
  if (at.view === "sides") return sides.step(by);
  const pages = deck?.pages ?? [];
  const here = pages.findIndex((page) => page.id === at.page);
  return go(pages[Math.max(0, Math.min(pages.length - 1, here + by))]?.id);
}

function view(name) {
  if (at.view === "sides") sides.close();
  at.view = name;
  write();
  layout();
  if (name === "sides" && deck) sides.open(deck);
  if (name !== "show" && document.fullscreenElement) document.exitFullscreen();
  if (name === "show")
    byId("show")
      .requestFullscreen?.()
      .catch(() => {});
  draw();
}

function layout() {
  document.body.dataset.view = at.view;
  document.querySelector("main.desk").hidden = at.view !== "desk";
  for (const name of ["sides", "speaker", "show"]) byId(name).hidden = at.view !== name;
  document.querySelector("[data-act='sides']").setAttribute("aria-pressed", String(at.view === "sides"));
}

/* What arrives */

function arrived(told) {
  problem = "";
  if (told.messages !== language && !form.isDirty && !isWriting()) return location.reload();
  const first = deck === null || deck.choice.deck !== told.choice.deck;
  deck = told;
  at.deck = deck.choice.deck;
  if (!deck.byId.has(at.page)) at.page = near(deck);
  write();
  if (first) keepRatio(deck.pages[0]?.picture ?? "");
  draw();
  if (selected && at.view === "desk" && !isWriting() && !isHeld()) again();
  form.refresh();
  if (first && at.view === "sides") sides.open(deck);
}

/** Whether somebody writes a text that was saved with an error: its box stays until the slide can be read. */
function isHeld() {
  const slide = deck.byId.get(at.page);
  const errors = (deck.diagnostics[slide?.slide] ?? []).some((one) => one.severity === "error");
  return Boolean(document.activeElement?.closest(".write")) && (slide?.stale || errors);
}

/** Where a page was that is gone: its slide, else the first. */
function near(told) {
  const slide = at.page.split("~")[0];
  return (told.byId.get(slide) ?? told.pages[0])?.id ?? "";
}

/** The slide that is looked at first, and everything around it behind it. */
function draw() {
  if (!deck) return;
  const page = deck.byId.get(at.page);
  if (at.view === "show") show(show_sheet, page);
  if (at.view === "speaker") speaker.update(deck, at.page);
  if (at.view === "sides") sides.update(deck, page?.slide ?? "");
  if (at.view !== "desk") return state();
  const sheet = byId("sheet");
  redrawn = show(sheet, page) || redrawn;
  sheet.setAttribute("aria-label", page ? t("Slide {number}: {title}", page) : t("No slide"));
  later(() => {
    if (redrawn) outline(sheet, "hovered", []);
    if (redrawn) outline(sheet, "chosen", selected ? pick(selected) : []);
    redrawn = false;
    around(page);
  });
}

/** Once the browser has painted what was done so far; of several things that wait, the last. */
function later(work) {
  const own = (waiting = {});
  requestAnimationFrame(() => setTimeout(() => own === waiting && work()));
}

function around(page) {
  state();
  switches();
  rail.update(deck, at.page);
  drawClock(byId("clock"), deck, at.page, go);
  margin.checks(deck, page);
  fill(byId("notes"), ...paragraphs(page));
  const rung = page?.ladder.length ? `, ${page.ladder.join(", ")}` : "";
  fill(
    byId("caption"),
    page ? make("b", {}, page.id) : make("span", {}, t("This deck has no slides.")),
    page ? make("span", {}, page.kind.replaceAll("_", " ") + rung) : null,
    page
      ? make("button", { type: "button", class: "link", title: "W", onclick: () => writeSlide() }, t("Edit all fields"))
      : null,
    page ? make("span", { class: "end" }, t("{number} of {count}", { number: page.number, count: deck.pages.length })) : null,
  );
  document.title = byId("title").textContent = deck.title || "deckgen";
}

function state(isAway = false) {
  const status = byId("status");
  const found = Object.values(deck?.diagnostics ?? {}).flat();
  const errors = found.filter((one) => one.severity === "error");
  const warnings = found.filter((one) => one.severity === "warning").length;
  status.dataset.state = isAway ? "away" : errors.length || problem || refused ? "errors" : "good";
  if (isAway) status.textContent = t("deckgen preview has ended; start it again");
  else if (problem || refused) status.textContent = problem || refused;
  else if (errors.length) status.textContent = counted(errors.length, "error");
  else status.textContent = warnings ? counted(warnings, "warning") : t("Up to date");
  banner(errors);
}

/** The errors above the last good picture: those of this slide, else those that leave it as it was. */
function banner(errors) {
  const page = deck?.byId.get(at.page);
  const own = (deck?.diagnostics[page?.slide] ?? []).filter((one) => one.severity === "error");
  const meantHere = own.length ? own : page?.stale ? errors : [];
  byId("banner").hidden = !meantHere.length;
  fill(byId("banner"), ...meantHere.slice(0, 3).map((one) => fault(one, (chosen) => margin.place(chosen))));
}

/* Switches */

function switches() {
  const { offer } = deck;
  options(
    byId("deck"),
    offer.decks.map((one) => [one.name, one.name]),
    at.deck,
  );
  options(
    byId("language"),
    offer.languages.map((one) => [one, one]),
    at.language || offer.languages[0],
  );
  options(
    byId("brand"),
    offer.brands.map((one) => [one.file, one.name || t("the project's own")]),
    at.brand || offer.brands[0]?.file,
  );
  byId("language").parentElement.hidden = offer.languages.length < 2;
  byId("brand").parentElement.hidden = offer.brands.length < 2;
}

function options(select, entries, chosen) {
  const said = JSON.stringify(entries);
  if (select.said !== said) fill(select, ...entries.map(([value, name]) => make("option", { value }, name)));
  select.said = said;
  select.value = chosen;
}

for (const name of ["deck", "language", "brand"]) {
  let isPressed = false;
  byId(name).addEventListener("pointerdown", () => (isPressed = true));
  byId(name).addEventListener("keydown", () => (isPressed = false));
  byId(name).addEventListener("change", (event) => {
    look({ [name]: event.target.value });
    if (isPressed) byId("sheet").focus(); // arrows go from slide to slide again
  });
}

/* What is pressed on the slide */

const pick = (path) =>
  [...byId("sheet").querySelectorAll("[data-path]")].filter((part) => part.dataset.path === path);

/** Lines moved, or say something else. */
function again() {
  const writing = document.activeElement?.closest(".write");
  margin.source(at.page, margin.path || selected, "", margin.figure).then(() => {
    const isLost = document.activeElement === document.body; // with the form that was there
    if (writing && isLost) byId("source").querySelector("textarea")?.focus();
  });
}

function choose({ path, figure, said, part }) {
  selected = path;
  Object.assign(margin, { path: "", figure: "" });
  outline(byId("sheet"), "chosen", [part]);
  margin.source(at.page, path, said, figure).then(() => form.isOpen && form.of === "slide" && form.focus(margin.path));
}

byId("sheet").addEventListener("click", (event) => {
  event.preventDefault();
  const found = meant(event.target);
  if (found) choose(found);
});
byId("sheet").addEventListener("dblclick", (event) => {
  const target = event.target.closest("a")?.getAttribute("href");
  if (target?.startsWith("#")) go(target.slice(1));
  else edit();
});
byId("sheet").addEventListener("mousemove", (event) =>
  outline(byId("sheet"), "hovered", [meant(event.target)?.part].filter(Boolean)),
);
byId("sheet").addEventListener("mouseleave", () => outline(byId("sheet"), "hovered", []));
byId("show").addEventListener("click", (event) => {
  event.preventDefault();
  const target = event.target.closest("a")?.getAttribute("href");
  if (target?.startsWith("#")) go(target.slice(1));
  else step(1);
});

/** The form of the slide, at the text that is chosen; of a page that the deck makes, that of the deck. */
async function writeSlide() {
  await margin.done;
  const { slide } = deck?.byId.get(at.page) ?? {};
  if (slide && !(await form.open("slide", slide, selected ? margin.path || selected : "")) && !form.isDirty) order();
}

const order = () => form.open("deck", at.deck, "", deck?.byId.get(at.page)?.slide);

/** To the text that is chosen, as it stands in its file. */
async function edit() {
  if (form.isOpen) return form.focus(margin.path || selected || "");
  for (let waited = null; waited !== margin.done; await waited) waited = margin.done;
  const text = byId("source").querySelector("textarea");
  if (!text) return writeSlide();
  text.focus();
  return text.select();
}

/** The text before or after the one that is chosen, by keys. */
function chooseBy(by) {
  const all = parts(byId("sheet"));
  const here = all.findIndex((part) => part.dataset.path === selected);
  const part = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : (here + by + all.length) % all.length];
  if (part) choose(meant(part.querySelector("[data-figure]") ?? part.querySelector("text")));
}

/* What is done */

async function build() {
  const button = document.querySelector("[data-act='build']");
  button.disabled = true;
  const answer = await ask("/build", choice(), {});
  button.disabled = false;
  const page = deck?.byId.get(at.page);
  tellBuilt(answer, (one) => margin.place(one), page, `/libreoffice?${query(choice(), { page: page?.number })}`);
}

function speak() {
  const said = new URLSearchParams({
    ...Object.fromEntries(Object.entries(at).filter(([, value]) => value)),
    view: "speaker",
  });
  if (!window.open(`/#${said}`, "deckgen-speaker", "popup,width=1200,height=780")) view("speaker");
}

async function take(way) {
  const answer = await turn(way, choice());
  refused = answer?.saved ? "" : (answer?.why ?? ""); // told until something else is done
  state();
  if (answer?.saved) announce(way, answer.slide);
  margin.told = ""; // what was saved and taken back at once is told to the page as no change
  if (selected && at.view === "desk" && !isWriting()) again();
}

/** What was taken back or done again, shown where it is: it may be on another slide than the one looked at. */
function announce(way, slide) {
  const page = deck?.pages.find((one) => one.slide === slide);
  if (page && deck.byId.get(at.page)?.slide !== slide) go(page.id);
  const where = page ? t("slide {number}", page) : t("the deck");
  byId("status").textContent = way === "redo" ? t("Done again: {where}", { where }) : t("Taken back: {where}", { where });
}

const ACTS = {
  sides: () => view(at.view === "sides" ? "desk" : "sides"),
  speaker: speak,
  show: () => view("show"),
  build,
  order,
  undo: () => take("undo"),
  redo: () => take("redo"),
};
for (const button of document.querySelectorAll("[data-act]"))
  button.addEventListener("click", ACTS[button.dataset.act]);

const PRESSED = {
  ArrowLeft: () => step(-1),
  ArrowUp: () => step(-1),
  PageUp: () => step(-1),
  ArrowRight: () => step(1),
  ArrowDown: () => step(1),
  PageDown: () => step(1),
  " ": () => step(1),
  Home: () => go(deck?.pages[0]?.id),
  End: () => go(deck?.pages.at(-1)?.id),
  ",": () => chooseBy(-1),
  ".": () => chooseBy(1),
  e: edit,
  w: writeSlide,
  o: order,
  f: ACTS.show,
  s: speak,
  d: ACTS.sides,
  b: build,
  "?": tellKeys,
  Escape: () => (at.view === "desk" && form.isOpen && !form.isDirty ? form.close() : view("desk")),
};

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.target.closest("textarea, input")) {
    event.preventDefault();
    return take(event.shiftKey ? "redo" : "undo");
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const pressed = PRESSED[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const busy =
    event.target.closest("select, textarea, .code") || (event.key === " " && event.target.closest("button, summary"));
  if (!pressed || busy) return;
  event.preventDefault();
  pressed();
});

for (const done of ["pointerdown", "keydown"]) document.addEventListener(done, () => (refused = ""), true);
document.addEventListener("turn", (event) => take(event.detail));
document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && at.view === "show") view("desk");
});
others.addEventListener("message", (event) => {
  if (event.data.deck === at.deck) go(event.data.page, true);
});
window.addEventListener("hashchange", () => {
  read();
  layout();
  feed.open(choice());
});

read();
layout();
margin.clear();
feed.open(choice());
tellSaves(await ask("/history"));
