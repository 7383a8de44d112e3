// The form of a slide, a figure or the deck, beside the slide. In: what the server tells. Out: a save, when asked for.

import { byId, fill, make } from "./dom.js";
import { ask } from "./feed.js";
import { control, spoken } from "./fields.js";
import { told } from "./writing.js";

const ALWAYS = { slide: ["title", "minutes", "notes"], figure: ["value", "unit"], deck: ["title", "minutes"] };
const HEADS = { slide: "Slide", figure: "Figure", deck: "Deck" };

export class Form {
  /** `choice()` is what is looked at, `titles()` what slides are called, by id; `closed()` when it goes. */
  constructor(choice, titles, closed) {
    Object.assign(this, { choice, titles, closed, of: "", name: "", told: null, root: null, kind: null, asked: 0 });
    this.host = byId("form");
    this.host.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    byId("form-discard").addEventListener("click", () => this.discard());
    this.host.addEventListener("input", () => this.changed());
    this.host.addEventListener("focusin", (event) => this.#help(event.target.dataset?.doc));
    this.host.addEventListener("keydown", (event) => this.#pressed(event));
    window.addEventListener("beforeunload", (event) => this.isDirty && event.preventDefault());
  }

  get isOpen() {
    return !this.host.hidden;
  }

  /** Whether something is written that is not saved. */
  get isDirty() {
    return this.isOpen && this.#wanted() !== undefined;
  }

  /** Open the form of a slide, a figure or a deck, at a field; of a deck, where it lists a slide. */
  async open(of, name, path = "", listed = "") {
    if (this.isDirty) return this.hold();
    const asked = (this.asked += 1);
    const found = await ask("/form", { ...this.choice(), of, name });
    if (asked !== this.asked || !found) return false;
    Object.assign(this, { of, name, told: found });
    this.#draw();
    this.#say("");
    this.host.hidden = false;
    byId("about").hidden = true;
    document.body.dataset.writing = of;
    this.focus(this.#listed().find((one) => one.value === listed)?.dataset.field ?? path);
    return true;
  }

  close() {
    this.host.hidden = true;
    this.told = this.root = null;
    byId("about").hidden = false;
    delete document.body.dataset.writing;
    this.closed();
  }

  /** The file may say something else by now; what somebody is writing stays. */
  async refresh() {
    if (!this.isOpen || this.isDirty) return;
    const asked = (this.asked += 1);
    const found = await ask("/form", { ...this.choice(), of: this.of, name: this.name });
    if (asked !== this.asked || this.isDirty) return;
    if (!found) return void (this.told || this.close());
    if (JSON.stringify(found) === JSON.stringify(this.told)) return;
    const { field } = document.activeElement?.dataset ?? {};
    const within = this.host.contains(document.activeElement);
    this.told = found;
    const { scrollTop } = byId("form-fields");
    this.#draw();
    byId("form-fields").scrollTop = scrollTop;
    if (within) (this.#field(field) ?? this.#field("")).focus({ preventScroll: true });
  }

  /** To the field of a path, or the one that it stands in. */
  focus(path = "") {
    const found = this.#field(path.replaceAll("_", "-"));
    found?.focus();
    found?.scrollIntoView({ block: "center" });
  }

  /** What is not saved keeps the page where it is. */
  hold() {
    this.#say("Save or discard what you have written first.", true);
    byId("form-discard").focus();
    return false;
  }

  /** Something was written, or taken back by hand. */
  changed() {
    this.#say(this.#offer() ? "Not saved" : "");
  }

  /** What can be done with what is written; whether there is any. */
  #offer() {
    const is = this.isDirty;
    byId("form-save").disabled = !is;
    byId("form-discard").hidden = !is;
    return is;
  }

  async save() {
    const wanted = this.#wanted();
    if (wanted === undefined || !this.host.reportValidity()) return undefined;
    const { file, line, column, digest } = this.told;
    const answer = await ask("/save", {}, { file, line, column, digest, wanted });
    told(answer);
    if (!answer?.saved) return this.#say(answer?.why ?? "deckgen preview does not answer", true);
    await this.#anew();
    return this.#say("Saved");
  }

  /** As the file has it. */
  async discard() {
    await this.#anew();
    this.#say("");
    this.focus();
  }

  /** What stands in the form is nobody's draft any more: whatever the file says is drawn next. */
  #anew() {
    this.root = this.told = null;
    return this.refresh();
  }

  #pressed(event) {
    event.stopPropagation();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return this.save();
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
    if (event.key === "Escape" && !this.isDirty) this.close();
    else if (event.key === "Escape") this.hold();
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !this.isDirty) {
      event.preventDefault();
      document.querySelector(`[data-act='${event.shiftKey ? "redo" : "undo"}']`).click();
    }
    return undefined;
  }

  /** What is to be written, or undefined where nothing changed. */
  #wanted() {
    if (!this.root) return undefined;
    const said = this.root.read();
    const kind = this.kind?.value;
    if (!kind || kind === this.told.kind) return said;
    return { keys: { ...said?.keys, kind }, order: said?.order ?? [] };
  }

  #field(path) {
    const all = [...this.host.querySelectorAll("[data-field]")];
    for (let wanted = path; wanted; wanted = wanted.split("/").slice(0, -1).join("/")) {
      const found = all.find((one) => one.dataset.field === wanted || one.dataset.field.startsWith(`${wanted}/`));
      if (found) return found;
    }
    return all.find((one) => one.dataset.field !== "kind");
  }

  #draw() {
    const { told: form } = this;
    const at = { path: "", name: HEADS[this.of], depth: 0, always: ALWAYS[this.of], changed: () => this.changed() };
    this.root = control(form.part, at);
    this.kind = form.kinds.length > 1 ? this.#kinds(form) : null;
    fill(byId("form-head"), ...this.#head(form));
    fill(byId("form-fields"), this.kind?.parentElement, this.root.element);
    if (this.of === "deck") this.#nameSlides();
    this.#offer();
  }

  #head(form) {
    const link = make("a", { href: form.editor }, `${form.file.split("/").at(-1)}:${form.line}`);
    const close = make(
      "button",
      { type: "button", class: "plain", title: "Esc", onclick: () => (this.isDirty ? this.hold() : this.close()) },
      "Close",
    );
    return [
      make("h2", {}, HEADS[this.of]),
      make("b", {}, form.name),
      make("span", {}, ...(form.for ? [`for ${form.for}, `] : []), link),
      close,
    ];
  }

  #kinds(form) {
    const doc = "The form of the slide. Those are listed that take its fields as they stand.";
    const options = form.kinds.map((one) =>
      make("option", { value: one, selected: one === form.kind }, spoken(one.replaceAll("_", " "))),
    );
    const chosen = make("select", { "data-field": "kind", "data-doc": doc, "aria-describedby": "form-help" }, ...options);
    make("label", { class: "field kinds" }, make("span", { class: "caption" }, "Kind"), chosen);
    return chosen;
  }

  /** What a slide is called, beside the id by which the deck lists it. */
  #nameSlides() {
    const titles = this.titles();
    for (const input of this.#listed()) {
      const title = titles.get(input.value);
      if (title) input.closest("li").append(make("span", { class: "called" }, title));
    }
  }

  /** Where a deck lists its slides. */
  #listed() {
    return [...this.host.querySelectorAll("[data-key='slides'] input, [data-key='opening'] .items input")];
  }

  #help(doc) {
    byId("form-help").textContent = doc ?? "";
  }

  #say(said, isWrong = false) {
    byId("form-told").textContent = said;
    byId("form-told").classList.toggle("wrong", isWrong);
  }
}
