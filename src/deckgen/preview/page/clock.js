// Minutes against the slot. In: a deck, the page that is looked at. Out: a bar of its sections, to be pressed.

import { fill, make } from "./dom.js";
import { minutes } from "./feed.js";
import { t } from "./words.js";

export function drawClock(host, deck, current, go) {
  const over = deck.minutes - deck.slot;
  const here = deck.byId.get(current);
  const timed = deck.sections.filter((section) => section.minutes > 0);
  const scale = Math.max(deck.slot, deck.minutes) || 1;
  const segments = timed.map((section) => {
    const segment = make("button", {
      type: "button",
      title: `${section.title}: ${minutes(section.minutes)}`,
      "aria-label": `${section.title}, ${minutes(section.minutes)}`,
      "aria-current": section.pages.includes(current) ? "true" : null,
      onclick: () => go(section.pages[0]),
    });
    segment.style.width = `calc(${(100 * section.minutes) / scale}% - 2px)`;
    return segment;
  });
  fill(
    host,
    make(
      "div",
      { class: "told" },
      make(
        "span",
        {},
        make("b", { class: over > 0 ? "over" : null }, t("{used} of {slot} minutes", { used: Number(deck.minutes.toFixed(1)), slot: deck.slot })),
        over > 0 ? `, ${t("{minutes} too many", { minutes: minutes(over) })}` : over < 0 ? `, ${t("{minutes} to spare", { minutes: minutes(-over) })}` : "",
      ),
      make("span", {}, here?.minutes ? t("this slide {minutes}", { minutes: minutes(here.minutes) }) : ""),
    ),
    make("div", { class: "track" }, ...segments, over < 0 ? make("span", { class: "spare" }) : null),
  );
}

/** The minutes that are planned before a page. */
export function planned(deck, current) {
  let sum = 0;
  for (const page of deck.pages) {
    if (page.id === current) break;
    sum += page.minutes;
  }
  return sum;
}
