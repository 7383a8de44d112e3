// What is known of the slide and of what was pressed. In: a deck, a place, a figure. Out: checks, YAML, a story.

import { byId, fill, make } from "./dom.js";
import { ask } from "./feed.js";
import { t } from "./words.js";
import { form } from "./writing.js";

const ANSWERS = {
  title: t("title"),
  text: t("text"),
  chart: t("chart"),
  table: t("table"),
  notes: t("notes"),
  alt: t("alt text"),
  foot: t("foot"),
};

/** A diagnostic as a button that shows where it stands. */
export function fault(one, chosen) {
  const where = one.line ? `${one.file}:${one.line}` : one.file;
  return make(
    "button",
    {
      type: "button",
      class: "fault",
      "data-severity": one.severity,
      "data-code": one.code,
      onclick: () => chosen(one),
    },
    make("strong", {}, one.message),
    one.hint ? make("span", { class: "hint" }, one.hint) : null,
    make("span", { class: "where" }, `${where}  ${one.code}`),
  );
}

export class Margin {
  /** `choice()` is what is looked at, `go(deck, page)` leads there, `write(figure)` opens the form of a figure, `leave()`
   * closes a form, where nothing in it waits to be saved. */
  constructor(choice, go, write, leave) {
    Object.assign(this, { choice, go, write, leave, asked: 0, done: null, path: "", figure: "", told: "" });
  }

  /** The diagnostics of this slide, and how many there are elsewhere. */
  checks(deck, page) {
    const show = (one) => this.place(one);
    const own = deck.diagnostics[page?.slide] ?? [];
    const slides = Object.entries(deck.diagnostics).filter(([slide]) => slide !== page?.slide);
    const rest = slides.flatMap(([, found]) => found).filter((one) => one.severity !== "info");
    fill(
      byId("checks"),
      ...own.map((one) => fault(one, show)),
      own.length ? null : make("p", { class: "empty" }, t("Nothing to mend on this slide.")),
      rest.length
        ? make(
            "details",
            { class: "rest", open: rest.some((one) => one.severity === "error") },
            make("summary", {}, rest.length === 1 ? t("1 finding elsewhere") : t("{number} findings elsewhere", { number: rest.length })),
            ...rest.map((one) => fault(one, show)),
          )
        : null,
    );
    const beside = [...own.filter((one) => one.severity !== "info"), ...rest.filter((one) => one.severity === "error")];
    byId("form-checks").hidden = !beside.length;
    fill(byId("form-checks"), ...beside.map((one) => fault(one, (chosen) => this.fromForm(chosen))));
  }

  /** Where a diagnostic stands that was pressed beside a form. */
  fromForm(one) {
    if (this.leave()) this.place(one);
  }

  /** Nothing is pressed yet. */
  clear() {
    this.asked += 1;
    this.figure = this.told = "";
    fill(
      byId("source"),
      make(
        "p",
        { class: "empty" },
        t(
          "Press a text on the slide to see where it is written, a number to see where it comes from. ? lists the keys.",
        ),
      ),
    );
    byId("story-section").hidden = true;
  }

  /** Where a field of a page is written; with `figure`, its story too. `done` when it stands there. */
  source(page, path, said, figure) {
    this.done = this.#source(page, path, said, figure);
    return this.done;
  }

  async #source(page, path, said, figure) {
    const asked = (this.asked += 1);
    const found = await ask("/place", { ...this.choice(), page, path, said });
    if (asked !== this.asked) return;
    if (!found) return this.clear();
    this.path = found.path;
    const told = JSON.stringify([found, figure]);
    if (told !== this.told) this.#written(found, false, figure);
    this.told = told;
    const only = found.figures.length === 1 ? found.figures[0].name : "";
    if (figure || only) await this.story(figure || only);
    else byId("story-section").hidden = true;
  }

  /** Where a diagnostic stands. */
  async place(one) {
    this.told = "";
    const asked = (this.asked += 1);
    const found = await ask("/lines", { file: one.file, line: one.line ?? 1 });
    if (asked !== this.asked || !found) return;
    byId("story-section").hidden = true;
    this.#written({ ...found, figures: [], editor: one.editor }, true, "");
  }

  /** How a figure came about, and every place that shows it. */
  async story(name) {
    const asked = this.asked;
    const found = await ask("/figure", { ...this.choice(), name });
    if (asked !== this.asked) return;
    this.figure = name;
    for (const chip of document.querySelectorAll(".figures button")) {
      chip.setAttribute("aria-pressed", String(chip.dataset.figure === name));
    }
    fill(byId("story"), found ? this.#told(found) : this.#untold(name));
    byId("story-section").hidden = false;
  }

  #written(found, bad, figure) {
    const lines = found.lines.map((line, at) => {
      const number = found.first + at;
      const row = make(
        "div",
        { class: number === found.line ? "meant" : null },
        make("i", {}, String(number)),
        colored(line),
      );
      return row;
    });
    const chips = found.figures.map((one) =>
      make(
        "button",
        {
          type: "button",
          "data-figure": one.name,
          "aria-pressed": String(one.name === figure),
          title: one.shown,
          onclick: () => this.story(one.name),
        },
        one.name,
      ),
    );
    fill(
      byId("source"),
      make(
        "div",
        { class: "place" },
        make("b", {}, `${found.file}:${found.line}`),
        make("a", { href: found.editor }, t("Open in VS Code")),
        make(
          "button",
          {
            type: "button",
            class: "link",
            "data-act": "editor",
            onclick: (event) => openEditor(found, event.target),
          },
          t("Open in $EDITOR"),
        ),
        found.figure ? this.#mend(found.figure) : null,
      ),
      form(found),
      make("div", { class: bad ? "code bad" : "code", tabindex: "0" }, ...lines),
      chips.length ? make("div", { class: "figures", "aria-label": t("Figures here") }, ...chips) : null,
    );
    const meant = byId("source").querySelector(".meant");
    const code = byId("source").querySelector(".code");
    if (meant && code.scrollHeight > code.clientHeight) code.scrollTop = meant.offsetTop - code.offsetTop - 60;
  }

  /** What is written of a figure cannot be read, and is mended in its form. */
  #untold(name) {
    const said = make("p", { class: "empty" }, t("What is written of this figure cannot be read."));
    return make("div", { class: "story" }, make("p", { class: "named" }, name), said, make("div", {}, this.#mend(name)));
  }

  #mend(name) {
    const write = { type: "button", class: "link", "data-act": "figure", onclick: () => this.write(name) };
    return make("button", write, t("Edit this figure"));
  }

  #told(report) {
    const story = make("div", { class: "story" });
    for (const meaning of report.meanings) {
      const facts = [
        [t("Source"), meaning.source_text],
        [t("Base"), meaning.base],
        [t("As of"), meaning.as_of],
        [t("Origin"), meaning.how || meaning.origin],
        [t("Made of"), meaning.uses.join(", ")],
        [t("Rows"), meaning.rows.length || ""],
        [t("Published"), meaning.published],
        [t("Confidence"), meaning.confidence],
        [t("Note"), meaning.note],
        [t("Data"), meaning.data_note],
      ].filter(([, said]) => said);
      const seen = report.meanings.length > 1 ? ` (${t("for {audiences}", { audiences: meaning.audiences.join(", ") })})` : "";
      story.append(
        make("p", { class: "value" }, meaning.shown),
        make("p", { class: "named" }, `${meaning.label || report.name}${seen}`),
        make("dl", {}, ...facts.flatMap(([name, said]) => [make("dt", {}, name), make("dd", {}, said)])),
        make(
          "button",
          { type: "button", class: "link", onclick: () => this.place({ file: meaning.file, line: meaning.line }) },
          t("{name} in {place}", { name: report.name, place: meaning.written }),
        ),
      );
    }
    if (report.form) story.append(make("div", {}, this.#mend(report.name))); // others are counted from data
    const used = report.used_by.length ? [make("h3", {}, t("Used by")), make("p", {}, report.used_by.join(", "))] : [];
    story.append(...used, make("h3", {}, t("Shown")), this.#mentions(report.mentions));
    return story;
  }

  #mentions(mentions) {
    const once = new Map();
    for (const one of mentions) {
      const key = `${one.deck} ${one.slide} ${one.place}`;
      if (!once.has(key)) once.set(key, one);
    }
    if (!once.size) return make("p", { class: "empty" }, t("On no slide."));
    const rows = [...once.values()].map((one) =>
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", onclick: () => this.go(one.deck, one.slide) },
          make("i", {}, String(one.page)),
          make("span", {}, `${one.deck}, ${ANSWERS[one.place]}`),
          make("em", {}, one.shown),
        ),
      ),
    );
    return make("ol", {}, ...rows);
  }
}

async function openEditor(found, button) {
  const answer = await ask("/edit", {}, { file: found.file, line: found.line });
  if (answer?.opened) button.textContent = t("Opened");
  else if (answer?.command) {
    await navigator.clipboard?.writeText(answer.command).catch(() => {});
    button.textContent = t("It needs a terminal; copied: {command}", answer);
  } else button.textContent = t("$EDITOR is not set");
}

/** A line of YAML, its key and its comment told apart. */
function colored(line) {
  const row = make("span");
  const inside = line.search(/\S|$/) + 2;
  row.style.paddingLeft = `${inside}ch`; // what is too long for the line goes on under where it began
  row.style.textIndent = `-${inside}ch`;
  const comment = /(^|\s)#.*$/.exec(line);
  const said = comment ? line.slice(0, comment.index) : line;
  const key = /^(\s*(?:- )?)([\w.-]+:)(?=\s|$)/.exec(said);
  if (key) row.append(key[1], make("span", { class: "key" }, key[2]), said.slice(key[0].length));
  else row.append(said);
  if (comment) row.append(make("span", { class: "comment" }, comment[0]));
  return row;
}
