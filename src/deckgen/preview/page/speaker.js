// The speaker's view: notes, the time, this slide and the next. In: a deck, the page that is shown. Out: the view.

import { planned } from "./clock.js";
import { make } from "./dom.js";
import { minutes } from "./feed.js";
import { show } from "./sheet.js";
import { t } from "./words.js";

export class Speaker {
  constructor(host, leave) {
    this.began = Date.now();
    this.host = host;
    this.clock = make("b");
    this.spent = make("b");
    this.state = make("span");
    this.state.className = "pace";
    this.now = make("div", { class: "sheet", id: "speaker-now" });
    this.next = make("div", { class: "sheet", id: "speaker-next" });
    this.caption = make("div", { class: "caption" });
    this.title = make("p");
    this.said = make("div");
    this.end = make("p", { class: "over" }, t("The last slide."));
    const restart = () => {
      this.began = Date.now();
      this.tick();
    };
    host.append(
      make(
        "header",
        {},
        make("div", {}, this.clock, make("span", {}, t("Time"))),
        make("div", { id: "pace" }, this.spent, this.state),
        make(
          "div",
          { class: "end" },
          make("button", { type: "button", class: "plain", onclick: restart }, t("Restart the clock")),
          make("button", { type: "button", class: "plain", onclick: leave }, t("Back to the desk")),
        ),
      ),
      make("section", { class: "now", "aria-label": t("Now") }, make("h2", {}, t("Now")), this.now, this.caption),
      make(
        "section",
        { class: "then", "aria-label": t("Next") },
        make("h2", {}, t("Next")),
        this.next,
        this.title,
        this.end,
      ),
      make("section", { class: "said", "aria-label": t("Notes"), tabindex: "0" }, make("h2", {}, t("Notes")), this.said),
    );
    setInterval(() => this.tick(), 1000);
  }

  update(deck, current) {
    Object.assign(this, { deck, current });
    const at = deck.pages.findIndex((page) => page.id === current);
    const page = deck.pages[at];
    const after = deck.pages[at + 1];
    show(this.now, page);
    show(this.next, after);
    this.next.hidden = this.title.hidden = !after;
    this.end.hidden = Boolean(after);
    this.title.textContent = after?.title ?? "";
    this.caption.textContent = page
      ? `${t("{number} of {count}", { number: page.number, count: deck.pages.length })}${page.minutes ? `, ${minutes(page.minutes)}` : ""}`
      : "";
    this.said.replaceChildren(...paragraphs(page));
    this.tick();
  }

  tick() {
    if (this.host.hidden || !this.deck) return;
    const spent = (Date.now() - this.began) / 60000;
    const due = planned(this.deck, this.current);
    const here = this.deck.byId.get(this.current)?.minutes ?? 0;
    const late = spent - due - here;
    this.clock.textContent = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    this.spent.textContent = `${Math.floor(spent)}:${String(Math.floor((spent % 1) * 60)).padStart(2, "0")}`;
    const pace = late > 0.5 ? t("{minutes} behind", { minutes: minutes(late) }) : t("this slide until {minutes}", { minutes: minutes(due + here) });
    this.state.textContent = t("of {slot} minutes; {pace}", { slot: this.deck.slot, pace });
    document.getElementById("pace").classList.toggle("late", late > 0.5);
  }
}

export function paragraphs(page) {
  const said = (page?.notes ?? "").split("\n").filter(Boolean);
  return said.length ? said.map((one) => make("p", {}, one)) : [make("p", { class: "empty" }, t("No notes."))];
}
