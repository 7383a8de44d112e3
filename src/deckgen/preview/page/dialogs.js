// What is said over the page: the keys, and what came of a build. In: an answer. Out: a dialog.

import { byId, fill, make } from "./dom.js";
import { fault } from "./margin.js";
import { show } from "./sheet.js";
import { t } from "./words.js";

const KEYS = [
  ["← ↑ PageUp", t("Slide before")],
  ["→ ↓ PageDown Space", t("Next slide")],
  ["Home End", t("First and last slide")],
  [", .", t("Text before and after on the slide: where it is written")],
  ["E", t("Write the chosen text anew; Ctrl Enter saves")],
  ["W", t("All fields of the slide, in a form")],
  ["O", t("Order of slides, chapters, title and minutes of the deck")],
  ["Alt+↑ Alt+↓", t("Move an item of a list")],
  ["Ctrl+Z Ctrl+Shift+Z", t("Take a save back, do it again")],
  ["F", t("Full screen")],
  ["S", t("Speaker view, in a window of its own")],
  ["D", t("Side by side with another deck")],
  ["B", t("Build the file and open it")],
  ["Esc", t("Back to the desk")],
  ["?", t("These keys")],
];

function tell(dialog, title, ...said) {
  const close = () => dialog.close();
  fill(
    dialog,
    make("h1", {}, title),
    ...said,
    make("button", { type: "button", class: "plain", autofocus: true, onclick: close }, t("Close")),
  );
  dialog.showModal();
}

export function tellKeys() {
  const rows = KEYS.flatMap(([names, what]) => [
    make("dt", {}, ...names.split(" ").flatMap((one) => [make("kbd", {}, one), " "])),
    make("dd", {}, what),
  ]);
  tell(byId("keys"), t("Keys"), make("dl", {}, ...rows));
}

/** The file that was built, or why none was; `chosen` is told of an error that is pressed.
 *
 * Where LibreOffice is installed, the slide `page` as it draws it stands beside ours; `drawn` is where it comes from.
 */
export function tellBuilt(answer, chosen, page, drawn) {
  const dialog = byId("built");
  const isCompared = Boolean(answer?.file && answer.libreoffice && page);
  dialog.classList.toggle("wide", isCompared);
  if (!answer) return tell(dialog, t("Nothing was built"), make("p", {}, t("deckgen preview does not answer")));
  const pressed = (one) => {
    dialog.close();
    chosen(one);
  };
  if (!answer.file)
    return tell(dialog, t("Nothing was written"), ...answer.diagnostics.map((one) => fault(one, pressed)));
  return tell(
    dialog,
    answer.opened ? t("Built and opened") : t("Built"),
    make("p", {}, make("code", {}, answer.file)),
    answer.opened ? null : make("p", {}, t("No program was found here that opens it.")),
    ...answer.diagnostics.filter((one) => one.severity !== "info").map((one) => fault(one, pressed)),
    isCompared ? compared(page, drawn) : null,
  );
}

/** A slide as we draw it, and as LibreOffice does when it is ready. */
function compared(page, drawn) {
  const ours = make("div", { class: "sheet" });
  show(ours, page);
  const waiting = make("p", { role: "status" }, t("LibreOffice is drawing the slide…"));
  const theirs = make("div", { class: "sheet none" }, waiting);
  const image = make("img", { src: drawn, alt: t("Slide {number} as LibreOffice draws it", page) });
  image.addEventListener("load", () => {
    theirs.classList.remove("none");
    theirs.replaceChildren(image);
  });
  image.addEventListener("error", () => (waiting.textContent = t("LibreOffice could not draw it.")));
  const figure = (sheet, said) => make("figure", {}, sheet, make("figcaption", {}, said));
  return make("div", { class: "two" }, figure(ours, t("This page")), figure(theirs, t("LibreOffice, out of the file")));
}
