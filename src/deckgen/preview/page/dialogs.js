// What is said over the page: the keys, and what came of a build. In: an answer. Out: a dialog.

import { byId, fill, make } from "./dom.js";
import { count } from "./feed.js";
import { fault } from "./margin.js";
import { show } from "./sheet.js";

const KEYS = [
  ["← ↑ PageUp", "Slide before"],
  ["→ ↓ PageDown Space", "Next slide"],
  ["Home End", "First and last slide"],
  [", .", "Text before and after on the slide: where it is written"],
  ["E", "Write the chosen text anew; Ctrl Enter saves"],
  ["W", "All fields of the slide, in a form"],
  ["O", "Order of slides, chapters, title and minutes of the deck"],
  ["Alt+↑ Alt+↓", "Move an item of a list"],
  ["Ctrl+Z Ctrl+Shift+Z", "Take a save back, do it again"],
  ["F", "Full screen"],
  ["S", "Speaker view, in a window of its own"],
  ["D", "Side by side with another deck"],
  ["B", "Build the file and open it"],
  ["Esc", "Back to the desk"],
  ["?", "These keys"],
];

function tell(dialog, title, ...said) {
  const close = () => dialog.close();
  fill(
    dialog,
    make("h1", {}, title),
    ...said,
    make("button", { type: "button", class: "plain", autofocus: true, onclick: close }, "Close"),
  );
  dialog.showModal();
}

export function tellKeys() {
  const rows = KEYS.flatMap(([names, what]) => [
    make("dt", {}, ...names.split(" ").flatMap((one) => [make("kbd", {}, one), " "])),
    make("dd", {}, what),
  ]);
  tell(byId("keys"), "Keys", make("dl", {}, ...rows));
}

/** The file that was built, or why none was; `chosen` is told of an error that is pressed.
 *
 * Where LibreOffice is installed, the slide `page` as it draws it stands beside ours; `drawn` is where it comes from.
 */
export function tellBuilt(answer, chosen, page, drawn) {
  const dialog = byId("built");
  const isCompared = Boolean(answer?.file && answer.libreoffice && page);
  dialog.classList.toggle("wide", isCompared);
  if (!answer) return tell(dialog, "Nothing was built", make("p", {}, "deckgen preview does not answer."));
  const pressed = (one) => {
    dialog.close();
    chosen(one);
  };
  if (!answer.file)
    return tell(dialog, "Nothing was written", ...answer.diagnostics.map((one) => fault(one, pressed)));
  return tell(
    dialog,
    answer.opened ? "Built and opened" : "Built",
    make("p", {}, make("code", {}, answer.file)),
    answer.opened ? null : make("p", {}, "No program was found here that opens it."),
    answer.diagnostics.length ? make("p", {}, count(answer.diagnostics.length, "warning")) : null,
    isCompared ? compared(page, drawn) : null,
  );
}

/** A slide as we draw it, and as LibreOffice does when it is ready. */
function compared(page, drawn) {
  const ours = make("div", { class: "sheet" });
  show(ours, page);
  const waiting = make("p", { role: "status" }, "LibreOffice is drawing the slide…");
  const theirs = make("div", { class: "sheet none" }, waiting);
  const image = make("img", { src: drawn, alt: `Slide ${page.number} as LibreOffice draws it` });
  image.addEventListener("load", () => {
    theirs.classList.remove("none");
    theirs.replaceChildren(image);
  });
  image.addEventListener("error", () => (waiting.textContent = "LibreOffice could not draw it."));
  const figure = (sheet, said) => make("figure", {}, sheet, make("figcaption", {}, said));
  return make("div", { class: "two" }, figure(ours, "This page"), figure(theirs, "LibreOffice, out of the file"));
}
