// A deck as the server tells it. In: a choice of deck, language and brand. Out: states, each with all pictures.

export const query = (choice, more = {}) => new URLSearchParams({ ...choice, ...more }).toString();

export class Feed {
  /** `told(deck)` for each state; `failed(message)` where the program itself failed; `away(isAway)`. */
  constructor({ told, failed = () => {}, away = () => {} }) {
    Object.assign(this, { told, failed, away, source: null, deck: null });
  }

  /** Look at something else; what was shown stays until the first state of it. */
  open(choice) {
    this.close();
    let pictures = new Map();
    this.source = new EventSource(`/events?${query(choice)}`);
    this.source.addEventListener("open", () => {
      pictures = new Map();
      this.away(false);
    });
    this.source.addEventListener("error", () => this.away(true));
    this.source.addEventListener("problem", (event) => this.failed(JSON.parse(event.data)));
    this.source.addEventListener("deck", (event) => {
      const deck = JSON.parse(event.data);
      for (const [id, svg] of Object.entries(deck.pictures)) pictures.set(id, svg);
      for (const page of deck.pages) page.picture = pictures.get(page.id) ?? "";
      deck.byId = new Map(deck.pages.map((page) => [page.id, page]));
      this.deck = deck;
      this.told(deck);
    });
  }

  close() {
    this.source?.close();
    this.source = null;
  }
}

/** What the server answers, or null where it has nothing. */
export async function ask(path, parameters, body) {
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  try {
    const answer = await fetch(`${path}?${query(parameters)}`, sent);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** The worst of what was found in a slide: "error", "warning" or nothing. */
export function worst(deck, slide) {
  const found = (deck.diagnostics[slide] ?? []).map((one) => one.severity);
  return ["error", "warning"].find((severity) => found.includes(severity)) ?? "";
}

export const minutes = (value) => `${Number(value.toFixed(1))} min`;
