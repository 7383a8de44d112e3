// A value written anew at its place. In: what stands there. Out: a form; nothing is written before somebody saves.

import { byId, make } from "./dom.js";
import { ask } from "./feed.js";
import { t } from "./words.js";

/** Whether somebody is in the middle of writing. */
export const isWriting = () => Boolean(document.querySelector(".write textarea[data-changed]"));

/** The form of a place that has a value, or nothing. */
export function form(found) {
  if (!found.value) return null;
  const said = make("span", { class: "told" }, t("Ctrl Enter saves"));
  const save = make("button", { type: "submit", class: "primary", disabled: true }, t("Save"));
  const text = make("textarea", { "aria-label": t("The text"), rows: "2", spellcheck: "false" });
  text.value = found.value.text;
  let saving = null;
  const reset = make("button", { type: "button", hidden: true }, t("Leave as it was"));
  const changed = () => {
    const is = text.value !== found.value.text;
    text.toggleAttribute("data-changed", is);
    save.disabled = !is;
    reset.hidden = !is;
  };
  const back = () => {
    text.value = found.value.text;
    changed();
  };
  reset.addEventListener("click", back);
  text.addEventListener("input", changed);
  text.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) written.requestSubmit();
    if (event.key === "Escape") {
      back();
      byId("sheet").focus();
    }
  });
  text.addEventListener("keydown", async (event) => {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    if (!isUndo || (isWriting() && !saving)) return; // what is being written is taken back letter by letter
    event.preventDefault();
    await saving;
    if (!isWriting()) wish(event);
  });
  const written = make("form", { class: "write" }, text, make("div", { class: "row" }, save, reset, said));
  written.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (save.disabled) return;
    const { file, line, column, value } = found;
    saving = ask("/save", {}, { file, line, column, digest: value.digest, wanted: text.value });
    const answer = await saving;
    saving = null;
    told(answer);
    said.textContent = answer?.saved ? t("Saved") : (answer?.why ?? t("deckgen preview does not answer"));
    said.classList.toggle("wrong", !answer?.saved);
    if (!answer?.saved || !answer.value) return;
    found.value = answer.value; // whoever goes on writing writes on from here
    changed();
  });
  return written;
}

/** The keys for that were pressed in a field: a button that waits for the answer before it would not hear them. */
export const wish = ({ shiftKey }) => document.dispatchEvent(new CustomEvent("turn", { detail: shiftKey ? "redo" : "undo" }));

/** Take the last save back, or do it again, in the deck of a choice. Answers what came of it. */
export async function turn(way, choice) {
  const answer = await ask(`/${way}`, choice, {});
  told(answer);
  return answer;
}

/** What can be taken back now, and done again. */
export function told(answer) {
  if (!answer) return;
  byId("history").hidden = !answer.undo && !answer.redo;
  for (const way of ["undo", "redo"]) document.querySelector(`[data-act='${way}']`).disabled = !answer[way];
}
