/** Everything the page shows, and who wants to know when it changes. Only {@link ./game.js} writes it. */
export class Store {
  /** @type {import('./types').GameState|null} */
  game = null;
  /** @type {import('./types').Player|null} */
  player = null;
  /** @type {import('./types').Card[]|null} */
  cards = null;
  /** @type {import('./types').SpecialCard[]|null} */
  specialCards = null;
  /** @type {import('./types').Story[]|null} */
  stories = null;
  /** @type {import('./types').Friend[]|null} */
  friends = null;
  /** Where the list of friends goes on; null at its end. @type {string|null} */
  friendsCursor = null;
  /** @type {import('./types').Catalog} */
  catalog = {};
  isOnline = true;
  #listeners = new Set();

  /** @param {() => void} listener called after every change */
  subscribe(listener) {
    this.#listeners.add(listener);
  }

  changed() {
    for (const listener of this.#listeners) listener();
  }

  /**
   * Takes over a state of the game unless a newer one is known already: answers may overtake each other.
   * @param {import('./types').GameState} game
   */
  offer(game) {
    const known = this.game;
    if (known && (game.sequence < known.sequence || (game.sequence === known.sequence && game.at < known.at))) return;
    this.game = game;
    this.changed();
  }

  /** @template {{id: string}} T @param {T[]|null} list @param {T} item @returns {T[]|null} the list with the item renewed */
  static renewed(list, item) {
    return list && list.map((old) => (old.id === item.id ? item : old));
  }
}
