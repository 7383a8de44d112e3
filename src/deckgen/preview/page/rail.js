// Sections and small pictures. In: a deck, the page that is looked at. Out: the list, changed where the deck changed.

import { make } from "./dom.js";
import { minutes, worst } from "./feed.js";
import { show } from "./sheet.js";

export class Rail {
  constructor(host, go) {
    Object.assign(this, { host, go, leaves: new Map(), said: "" });
  }

  /** Lay the list anew where its slides are others, else change what differs in place. */
  update(deck, current) {
    const said = JSON.stringify([deck.sections, deck.pages.map((page) => page.id)]);
    if (said !== this.said) this.#lay(deck);
    this.said = said;
    for (const page of deck.pages) this.#change(deck, page);
    this.mark(current);
  }

  mark(current) {
    for (const [id, leaf] of this.leaves) {
      if (id === current) leaf.setAttribute("aria-current", "true");
      else leaf.removeAttribute("aria-current");
    }
    this.leaves.get(current)?.scrollIntoView({ block: "nearest" });
  }

  #lay(deck) {
    const before = this.leaves;
    this.leaves = new Map();
    const leaf = (id) => {
      const kept = before.get(id) ?? this.#leaf(id);
      this.leaves.set(id, kept);
      return kept;
    };
    const sections = deck.sections.map((section) =>
      make(
        "section",
        {},
        make("h2", {}, section.title, make("span", {}, section.minutes ? minutes(section.minutes) : "")),
        ...section.pages.map(leaf),
      ),
    );
    this.host.replaceChildren(...sections);
  }

  #leaf(id) {
    return make(
      "button",
      { type: "button", class: "leaf", "data-page": id, onclick: () => this.go(id) },
      make("span", { class: "number" }),
      make("span", { class: "unseen" }),
      make("span", { class: "small", "aria-hidden": "true", inert: true }),
    );
  }

  #change(deck, page) {
    const leaf = this.leaves.get(page.id);
    if (!leaf) return;
    leaf.dataset.worst = worst(deck, page.slide);
    leaf.title = page.title;
    leaf.querySelector(".unseen").textContent = page.title;
    leaf.querySelector(".number").textContent = page.number;
    show(leaf.querySelector(".small"), page);
  }
}
