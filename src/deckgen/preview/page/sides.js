// Two decks side by side, what differs marked. In: what is looked at. Out: the view, which follows both decks.

import { fill, make } from "./dom.js";
import { ask, Feed } from "./feed.js";
import { find, outline, show } from "./sheet.js";
import { t } from "./words.js";

const VERDICTS = {
  "only-left": (deck) => t("Only {deck}", { deck }),
  "only-right": (_, deck) => t("Only {deck}", { deck }),
  "other-words": () => t("In other words"),
  contradiction: () => t("Contradiction"),
};

export class Sides {
  constructor(host, choice, go) {
    Object.assign(this, { host, choice, go, other: "", left: null, slide: "", compared: null });
    this.feed = new Feed({ told: () => this.#compare() });
    this.list = make("nav", { class: "rail", "aria-label": t("Slides of both decks") });
    this.sheets = [
      make("div", { class: "sheet", id: "side-left" }),
      make("div", { class: "sheet", id: "side-right" }),
    ];
    this.heads = [make("div", { class: "head" }), make("div", { class: "head" })];
    this.table = make("div", { id: "differences" });
    const [one, two] = this.sheets.map((sheet, at) => make("div", {}, this.heads[at], sheet));
    host.append(this.list, make("div", { class: "pair" }, make("div", { class: "two" }, one, two), this.table));
  }

  /** Look at a deck beside another, the first that is not it. */
  open(deck) {
    const others = deck.offer.decks.map((one) => one.name).filter((name) => name !== deck.choice.deck);
    if (!others.includes(this.other)) this.other = others[0] ?? "";
    this.left = deck;
    if (this.other) this.feed.open({ ...this.choice(), deck: this.other });
    else fill(this.table, make("p", { class: "empty" }, t("The project has one deck only.")));
  }

  close() {
    this.feed.close();
  }

  update(deck, slide) {
    this.left = deck;
    this.slide = slide;
    this.#compare();
  }

  async #compare() {
    if (!this.other || !this.feed.deck || !this.left) return;
    const found = await ask("/sides", { ...this.choice(), other: this.other });
    if (found) this.compared = found;
    if (this.compared) this.#draw();
  }

  choose(slide) {
    this.slide = slide;
    if (this.left.pages.some((page) => page.slide === slide)) this.go(slide);
    this.#draw();
  }

  step(by) {
    const ids = this.compared?.sections.flatMap((section) => section.slides.map((one) => one.id)) ?? [];
    const at = ids.indexOf(this.slide);
    const next = ids[Math.max(0, Math.min(ids.length - 1, at + by))];
    if (next) this.choose(next);
  }

  #draw() {
    const decks = [this.left, this.feed.deck];
    const slides = this.compared.sections.flatMap((section) => section.slides);
    const slide = slides.find((one) => one.id === this.slide) ?? slides[0];
    if (!slide) return;
    this.slide = slide.id;
    this.#drawList();
    decks.forEach((deck, side) => {
      this.#drawHead(deck, side);
      const page = deck.pages.find((one) => one.slide === slide.id);
      const sheet = this.sheets[side];
      sheet.classList.toggle("none", !page);
      show(sheet, page);
      sheet.querySelector("p")?.remove();
      if (!page) sheet.append(make("p", {}, t("{deck} does not have this slide", deck.choice)));
      const said = slide.differences.map((one) => one[side ? "right" : "left"]).filter(Boolean);
      outline(
        sheet,
        "differs",
        said.filter((one) => one.place !== "notes").flatMap((one) => marked(sheet, one.path)),
      );
    });
    this.#drawTable(slide);
  }

  #drawHead(deck, side) {
    const said = { audience: deck.audience, used: Number(deck.minutes), slot: deck.slot };
    const told = make("span", {}, t("for {audience}, {used} of {slot} minutes", said));
    const names = this.left.offer.decks.map((one) => one.name).filter((name) => name !== this.left.choice.deck);
    if (!side || names.length < 2) return fill(this.heads[side], make("b", {}, deck.choice.deck), told);
    const options = names.map((name) => make("option", { selected: name === this.other }, name));
    const change = (event) => {
      this.other = event.target.value;
      this.open(this.left);
    };
    return fill(
      this.heads[side],
      make("select", { "aria-label": t("The other deck"), onchange: change }, ...options),
      told,
    );
  }

  #drawList() {
    const rows = this.compared.sections.map((section) =>
      make(
        "section",
        {},
        make("h2", {}, section.title),
        ...section.slides.map((one) => {
          const only = one.left === null || one.right === null;
          const pages = `${one.left ?? "–"} | ${one.right ?? "–"}`;
          return make(
            "button",
            {
              type: "button",
              class: "leaf",
              "data-page": one.id,
              "data-only": only,
              "aria-current": one.id === this.slide ? "true" : null,
              onclick: () => this.choose(one.id),
            },
            make("span", { class: "number" }, pages),
            make("span", {}, one.title),
            make(
              "em",
              { title: t("Differences: {number}", { number: one.differences.length }) },
              one.differences.length ? String(one.differences.length) : "",
            ),
          );
        }),
      ),
    );
    fill(this.list, ...rows);
    this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  #drawTable(slide) {
    const names = [this.left.choice.deck, this.other];
    if (slide.left === null || slide.right === null) return fill(this.table);
    if (!slide.differences.length)
      return fill(this.table, make("p", { class: "empty" }, t("Both decks say the same here.")));
    const rows = slide.differences.map((one) => {
      const [left, right] = marks(one.left?.text ?? "", one.right?.text ?? "");
      const verdict = make("td", {}, VERDICTS[one.verdict](...names), one.why ? make("div", {}, one.why) : "");
      return make("tr", { class: one.verdict }, verdict, make("td", {}, ...left), make("td", {}, ...right));
    });
    const head = make("tr", {}, make("th"), ...names.map((name) => make("th", {}, name)));
    const columns = make("colgroup", {}, make("col", { class: "verdict" }), make("col"), make("col"));
    return fill(this.table, make("table", {}, columns, make("thead", {}, head), make("tbody", {}, ...rows)));
  }
}

/** What a path draws: its own parts, else those that it stands in. */
function marked(sheet, path) {
  const steps = path.split("/");
  for (let end = steps.length; end > 0; end -= 1) {
    const found = find(sheet, steps.slice(0, end).join("/"));
    if (found.length) return found;
  }
  return find(sheet, "chart");
}

/** Two texts as nodes, the words marked that the other does not have between what both begin and end with. */
function marks(left, right) {
  const [one, two] = [left, right].map((said) => said.split(/(\s+)/));
  if (!left || !right) return [[left || "–"], [right || "–"]];
  let start = 0;
  while (start < Math.min(one.length, two.length) && one[start] === two[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, two.length) - start && one.at(-1 - end) === two.at(-1 - end)) end += 1;
  return [one, two].map((words) => {
    const middle = words.slice(start, words.length - end).join("");
    return [
      words.slice(0, start).join(""),
      middle.trim() ? make("mark", {}, middle) : "",
      words.slice(words.length - end).join(""),
    ];
  });
}
