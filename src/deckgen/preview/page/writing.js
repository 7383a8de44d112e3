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
  const written = make("form", { class: "write" }, text, make("div", { class: "row" }, save, reset, said));
  written.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (save.disabled) return;
    const { file, line, column, value } = found;
    const answer = await ask("/save", {}, { file, line, column, digest: value.digest, wanted: text.value });
    told(answer);
    said.textContent = answer?.saved ? t("Saved") : (answer?.why ?? t("deckgen preview does not answer"));
    said.classList.toggle("wrong", !answer?.saved);
    if (!answer?.saved || !answer.value) return;
    found.value = answer.value; // whoever goes on writing writes on from here
    changed();
  });
  return written;
}

/** Take the last save back, or do it again. */
export async function turn(way) {
  const answer = await ask(`/${way}`, {}, {});
  told(answer);
  return answer?.saved ? "" : (answer?.why ?? "");
}

/** What can be taken back now, and done again. */
export function told(answer) {
  if (!answer) return;
  byId("history").hidden = !answer.undo && !answer.redo;
  for (const way of ["undo", "redo"]) document.querySelector(`[data-act='${way}']`).disabled = !answer[way];
}
