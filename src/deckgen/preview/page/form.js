// The form of a slide, a figure or the deck, beside the slide. In: what the server tells. Out: a save, when asked for.

import { byId, fill, make } from "./dom.js";
import { ask } from "./feed.js";
import { control, namedIn } from "./fields.js";
import { show } from "./sheet.js";
import { t } from "./words.js";
import { told, wish } from "./writing.js";

const ALWAYS = {
  slide: ["title", "arrangement", "minutes", "notes", "for"],
  figure: ["value", "unit"],
  deck: ["title", "minutes"],
};
const HEADS = { slide: t("Slide"), figure: t("Figure"), deck: t("Deck") };

export class Form {
  /** `choice()` is what is looked at, `titles()` what slides are called, by id; `closed()` when it goes, `renamed(id)`
   * when the slide has another id. `turned` is the kind as which the slide is shown and not yet saved. */
  constructor(choice, titles, closed, renamed) {
    Object.assign(this, { choice, titles, closed, renamed, of: "", name: "", turned: "", own: "" });
    Object.assign(this, { told: null, root: null, kind: null, turning: null, asked: 0 });
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
    Object.assign(this, { of, name, told: found, own: found.kind, turned: "" });
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
    this.turned = "";
    byId("about").hidden = false;
    delete document.body.dataset.writing;
    this.closed();
  }

  /** The file may say something else by now; what somebody is writing stays. Of many saves in a row one is asked for. */
  refresh() {
    this.isBehind = true;
    return (this.following ??= this.#follow());
  }

  async #follow() {
    try {
      while (this.isBehind) {
        this.isBehind = false;
        await this.#catchUp();
      }
    } finally {
      this.following = null;
    }
  }

  async #catchUp() {
    await this.turning; // another kind that was asked for just now is being written too
    if (!this.isOpen || this.isDirty) return;
    const asked = (this.asked += 1);
    const found = await ask("/form", { ...this.choice(), of: this.of, name: this.name });
    if (asked !== this.asked || this.isDirty) return;
    if (!found) return void (this.told || this.close());
    if (JSON.stringify(found) === JSON.stringify(this.told)) return;
    const { dataset, value } = document.activeElement ?? {};
    const { field } = dataset ?? {};
    const within = this.host.contains(document.activeElement);
    Object.assign(this, { told: found, own: found.kind });
    const { scrollTop } = byId("form-fields");
    this.#draw();
    byId("form-fields").scrollTop = scrollTop;
    if (within) (this.#moved(field, value) ?? this.#field(field) ?? this.#field("")).focus({ preventScroll: true });
  }

  /** To the field of a path, or the one that it stands in. */
  focus(path = "") {
    const found = this.#field(path.replaceAll("_", "-"));
    found?.focus();
    found?.scrollIntoView({ block: "center" });
  }

  /** What is not saved keeps the page where it is. */
  hold() {
    this.#say(t("Save or discard what you have written first."), true);
    byId("form-discard").focus();
    return false;
  }

  /** Something was written, or taken back by hand. */
  changed() {
    this.#say(this.#offer() ? t("Not saved") : "");
  }

  /** What can be done with what is written; whether there is any. */
  #offer() {
    const is = this.isDirty;
    byId("form-save").disabled = !is;
    byId("form-discard").hidden = !is;
    return is;
  }

  async save() {
    await this.turning;
    const wanted = this.#wanted();
    if (wanted === undefined || !this.host.reportValidity()) return undefined;
    const { file, line, column, digest } = this.told;
    const id = this.of === "slide" ? wanted.keys?.id : undefined;
    const rename = id ? { rename: { from: this.name, to: id } } : {};
    const answer = await ask("/save", {}, { file, line, column, digest, wanted: withoutId(wanted, id), ...rename });
    told(answer);
    if (!answer?.saved) return this.#say(answer?.why ?? t("deckgen preview does not answer"), true);
    if (id) this.renamed((this.name = id));
    await this.#anew();
    return this.#say(t("Saved"));
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
    this.turned = "";
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
      wish(event);
    }
    return undefined;
  }

  /** What is to be written, or undefined where nothing changed. */
  #wanted() {
    if (!this.root) return undefined;
    const said = this.root.read();
    if (!this.turned) return said;
    const left = this.told.left.map((one) => one.key);
    const gone = Object.fromEntries(left.map((key) => [key, null]));
    const order = ["id", "kind", ...(said?.order ?? [])];
    return { keys: { ...gone, ...said?.keys, kind: this.turned }, order, aside: this.told.stays ? left : [] };
  }

  /** The form that the slide would have as another kind; nothing is written yet. */
  async turn(kind) {
    if (this.root.read() !== undefined) {
      this.kind.value = this.turned || this.own;
      return this.hold();
    }
    const asked = (this.asked += 1);
    const turned = kind === this.own ? "" : kind;
    const found = await ask("/form", { ...this.choice(), of: this.of, name: this.name, kind: turned });
    if (asked !== this.asked || !found) return false;
    Object.assign(this, { told: found, turned });
    this.#draw();
    this.changed();
    this.kind.focus();
    return true;
  }

  /** Where an item of a list stands now that says what one said: it may have been moved. */
  #moved(path, said) {
    const list = (one) => one?.replace(/\/\d+(?=\/|$)/g, "/#");
    const alike = [...this.host.querySelectorAll("[data-field]")].filter(
      (one) => said && one.value === said && list(one.dataset.field) === list(path),
    );
    return alike.find((one) => one.dataset.field === path) ?? alike[0];
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
    this.kind = form.kinds.length ? this.#kinds(form) : null;
    fill(byId("form-head"), ...this.#head(form));
    fill(byId("form-fields"), this.kind?.parentElement, ...this.#turning(form), this.root.element);
    if (this.of === "deck") this.#nameSlides();
    if (this.of === "slide" && !this.turned) this.#arrange();
    this.#offer();
  }

  #head(form) {
    const link = make("a", { href: form.editor }, `${form.file.split("/").at(-1)}:${form.line}`);
    const close = make(
      "button",
      { type: "button", class: "plain", title: "Esc", onclick: () => (this.isDirty ? this.hold() : this.close()) },
      t("Close"),
    );
    return [
      make("h2", {}, HEADS[this.of]),
      make("b", {}, form.name),
      make("span", {}, link),
      close,
    ];
  }

  #kinds(form) {
    const doc = t("The form of the slide. What another one has no field for is shown before anything is written.");
    const option = (one) =>
      make("option", { value: one, selected: one === form.kind }, namedIn(one, form.called));
    const group = (label, names) => make("optgroup", { label }, ...names.map(option));
    const chosen = make(
      "select",
      { "data-field": "kind", "data-doc": doc, "aria-describedby": "form-help" },
      group(t("Take the fields as they stand"), form.kinds),
      form.others.length ? group(t("Other kinds"), form.others) : null,
    );
    chosen.addEventListener("change", () => (this.turning = this.turn(chosen.value)));
    make("label", { class: "field kinds" }, make("span", { class: "caption" }, t("Kind")), chosen);
    return chosen;
  }

  /** What becomes of the fields that the new kind does not have, and an example of what it asks for. */
  #turning(form) {
    if (!this.turned) return [];
    const fate = form.stays
      ? t("This has no field in the new kind. It stays in the file as a comment.")
      : t("This has no field in the new kind and is deleted when you save. Undo brings it back.");
    const lines = form.left.map((one) => one.lines.join("\n")).join("\n");
    const left = form.left.length
      ? make("section", { class: "left" }, make("p", {}, fate), make("pre", { tabindex: "0" }, lines))
      : null;
    const example = make("pre", { tabindex: "0" }, form.example);
    return [left, make("details", { class: "example" }, make("summary", {}, t("An example of this kind")), example)];
  }

  /** The arrangements as they look, to be pressed, under the field that names them. */
  async #arrange() {
    const select = this.#exactly("arrangement");
    const own = this.root;
    const pictures = select && (await ask("/arrangements", { ...this.choice(), slide: this.name }));
    if (!pictures || own !== this.root || Object.keys(pictures).length < 3) return; // one and the best are the same
    const buttons = Object.keys(pictures).map((name) => {
      const small = make("span", { class: "small", "aria-hidden": "true", inert: true });
      show(small, { picture: pictures[name] });
      const press = () => {
        select.value = name;
        select.dispatchEvent(new Event("input", { bubbles: true }));
      };
      const said = make("span", {}, name || t("as it fits best"));
      return make("button", { type: "button", value: name, onclick: press }, small, said);
    });
    const mark = () => buttons.forEach((one) => one.setAttribute("aria-pressed", String(one.value === select.value)));
    select.addEventListener("input", mark);
    mark();
    const more = { class: "arrangements", role: "group", "aria-label": t("Arrangements") };
    select.closest(".field").after(make("div", more, ...buttons));
  }

  #exactly(path) {
    return [...this.host.querySelectorAll("[data-field]")].find((one) => one.dataset.field === path);
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

/** What is written at the slide's own place: its id is written wherever it is named. */
function withoutId(wanted, id) {
  if (!id) return wanted;
  const { id: _, ...keys } = wanted.keys;
  return Object.keys(keys).length ? { ...wanted, keys } : undefined;
}
