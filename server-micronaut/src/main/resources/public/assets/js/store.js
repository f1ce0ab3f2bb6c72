/** Everything the page shows, and who wants to know when it changes. Only {@link ./game.js} writes it. */
export class Store {
  /** @type {GameState|null} */
  game = null;
  /** @type {Player|null} */
  player = null;
  /** @type {Card[]|null} */
  cards = null;
  /** @type {SpecialCard[]|null} */
  specialCards = null;
  /** @type {Story[]|null} */
  stories = null;
  /** @type {DailyBonus|null} */
  bonus = null;
  /** @type {Quest[]|null} */
  quests = null;
  /** The ladder of friends. @type {FriendsLadder|null} */
  ladder = null;
  /** @type {Inventory|null} */
  inventory = null;
  /** What the store sells. @type {Listing[]|null} */
  listings = null;
  /** @type {Minigame[]|null} */
  minigames = null;
  /** Those that can be entered or played now, or were a short while ago. @type {Tournament[]|null} */
  tournaments = null;
  /** Levels against the clock. @type {TimeTrial[]|null} */
  trials = null;
  /** The latest. @type {Raffle[]|null} */
  raffles = null;
  /** What the next game of balloons is played in. @type {Tournament|null} */
  balloonTournament = null;
  /** @type {Banner[]|null} */
  banners = null;
  /** @type {News[]|null} */
  news = null;
  /** @type {Connections|null} */
  connections = null;
  /** @type {Friend[]|null} */
  friends = null;
  /** Where the list of friends goes on; null at its end. @type {string|null} */
  friendsCursor = null;
  /** @type {Catalog} */
  catalog = {};
  isOnline = true;
  #listeners = new Set();

  /** @param {() => void} listener called after every change @returns {() => void} what ends that */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  changed() {
    for (const listener of this.#listeners) listener();
  }

  /**
   * Takes over a state of the game unless a newer one is known already: answers may overtake each other.
   * @param {GameState} game
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
