import { ApiError } from './api.js';
import { backoffMs, pause } from './backoff.js';
import { randomId } from './ids.js';
import { balance, boosterAt, energyAt, frenzyAt, nextEnd, readState } from './prediction.js';
import { nextChange, readQuest } from './quests.js';
import { Store } from './store.js';
import { TapQueue } from './tap-queue.js';
import { TapSender } from './tap-sender.js';

const REFRESH_MS = 30_000;
const REFRESH_LEAST_MS = 1000;
const ATTEMPTS = 5;
const LONGEST_PATIENCE_MS = 10_000;
const FRIENDS_PER_PAGE = 20;
const TOURNAMENTS_SHOWN = 10;
const PLACES_SHOWN = 10;
const RAFFLES_SHOWN = 10;
const TICKETS_PER_PAGE = 100;
/** From then on it is known who has won. */
const RAFFLES_DRAWN = ['drawn', 'done'];
/** What can be played comes first. */
const TOURNAMENT_STATES = ['open', 'closing', 'scheduled', 'ranked', 'paying', 'done', 'cancelled'];
/** In the place of what was seen, for what can be done again and again: a missed answer is that to the press which follows it. */
const ANY_ANSWER_COUNTS = -1;
/** How long what was paid to Telegram may take to arrive. */
const PAID_WITHIN_MS = 20_000;
/** What the server wants to hear before it deletes an account, to the letter. */
const DELETION_WORDS = 'delete my account';

/** What a player can do. Every action goes through the public API, and every answer ends up in the store. */
export class Game {
  #api;
  #session;
  #store;
  #clock;
  #queue;
  #sender;
  #save;
  /** Idempotency keys of operations that have no definite answer yet, by what they ask. @type {Map<string, string>} */
  #keys = new Map();
  /** The player's change up to which the lists of cards, of stories and of quests, and the daily bonus, are known to be right. */
  #cardsSeen = 0;
  #storiesSeen = 0;
  #bonusSeen = 0;
  #questsSeen = 0;
  #inventorySeen = 0;
  #rafflesSeen = 0;
  /** When the next raffle opens or closes, on the server's clock; and when they were asked for, on this device's. */
  #rafflesChangeAtMs = Infinity;
  #rafflesLoadedAt = 0;
  /** When quests change by themselves, on the server's clock; and when they were asked for, on this device's. */
  #questsChangeAtMs = Infinity;
  #questsLoadedAt = 0;
  /** @type {Promise<void>|null} */
  #refreshing = null;
  #refreshedAt = 0;
  #isRecovering = false;
  #isOver = false;
  #forget;
  /** Called once when the account is gone. */
  onEnd = () => {};
  /** Called when income was collected after a pause. @type {(income: PassiveIncome) => void} */
  onIncome = () => {};

  /**
   * @param {Api} api
   * @param {Session} session
   * @param {Store} store
   * @param {ServerClock} clock
   * @param {JsonStorage} storage
   */
  constructor(api, session, store, clock, storage) {
    this.#api = api;
    this.#session = session;
    this.#store = store;
    this.#clock = clock;
    this.#queue = new TapQueue(storage.read('taps'));
    this.#save = () => {
      if (!this.#isOver) storage.write('taps', this.#queue);
    };
    this.#forget = () => storage.remove('taps');
    this.#sender = new TapSender(
      this.#queue,
      (body, keepalive) => this.#postTaps(body, keepalive),
      () => this.#renew(session.token).catch(() => {}),
      this.#save,
    );
    session.onStart = (label) => {
      this.#queue.moveTo(label);
      this.#save();
    };
    api.onConnection = (isOnline) => this.#connected(isOnline);
  }

  /** Logs in and loads the game; goes on trying while the server cannot be reached. @throws {ApiError} when it refuses */
  async start() {
    await this.#patiently(() => this.#session.open(), Infinity);
    this.#store.player = this.#session.player;
    await Promise.all([
      this.#patiently(() => this.refresh(), Infinity),
      this.#patiently(() => this.#loadPlayer(), Infinity),
    ]);
    this.#request('GET', 'public/catalog').then(
      ({ data }) => {
        this.#store.catalog = data;
        this.#store.changed();
      },
      () => {}, // Names of categories and ranks: the page does without.
    );
  }

  // ---- what it looks like now -------------------------------------------------------------------------------------------------

  get balance() {
    return balance(this.#state, this.#queue.pending);
  }

  /** @param {Currency} currency */
  held(currency) {
    return currency === 'jokers' ? this.#state.jokers.balance : this.balance;
  }

  get energy() {
    return energyAt(this.#state, this.#queue.pending * this.#energyPerTap, this.#clock.now());
  }

  get frenzy() {
    return frenzyAt(this.#state, this.#queue.pending, this.#clock.now());
  }

  /** @param {Booster} booster */
  booster(booster) {
    return boosterAt(booster, this.#clock.now());
  }

  /** Milliseconds until energy is full; 0 when it is. */
  get energyFullInMs() {
    const { maxEnergy, regenMilliPerSec } = this.#state.energy;
    const missing = maxEnergy - this.energy;
    return missing > 0 && regenMilliPerSec > 0 ? (missing * 1_000_000) / regenMilliPerSec : 0;
  }

  get #state() {
    if (!this.#store.game) throw new Error('The game has not started');
    return this.#store.game;
  }

  get #energyPerTap() {
    return this.#store.catalog.tap?.energyPerTap ?? 1;
  }

  // ---- actions ----------------------------------------------------------------------------------------------------------------

  /** Counts a tap at once and sends it later. @returns {number} funz it is expected to pay; 0 without energy */
  tap() {
    if (this.energy < this.#energyPerTap) return 0;
    this.#queue.add();
    this.#save();
    this.#sender.schedule();
    this.#store.changed();
    return this.#state.funz.funzPerTap;
  }

  startFrenzy() {
    return this.#command('frenzy/start', {});
  }

  /** @param {string} boosterType */
  activateBooster(boosterType) {
    return this.#command('boosters/activate', { boosterType });
  }

  /** Buys the next level at the price the player saw. @param {Card} card */
  async buyCard(card) {
    const path = card.level === null ? 'cards/buy-card' : 'cards/upgrade-card';
    try {
      await this.#command(path, { cardId: card.id, expectedPrice: card.buyOrUpgradeCost }, this.#cardsSeen);
    } finally {
      await this.loadCards().catch(() => {});
    }
  }

  /** @param {string} specialCardId */
  async forge(specialCardId) {
    const { specialCard } = await this.#command('cards/forge', { specialCardId }, this.#cardsSeen);
    this.#store.specialCards = Store.renewed(this.#store.specialCards, specialCard);
    await this.loadCards().catch(() => {});
  }

  /** @param {string} storyId */
  async claimStory(storyId) {
    const path = `stories/${encodeURIComponent(storyId)}/claim`;
    const { story } = await this.#command(path, {}, this.#storiesSeen);
    this.#store.stories = Store.renewed(this.#store.stories, story);
    this.#store.changed();
  }

  /** Claims the day, or spins the wheel for an item. @param {'daily'|'item'} spin @returns {Promise<BonusClaim>} */
  async claimBonus(spin) {
    const claimed = await this.#command('daily-bonus/claim', { spin }, this.#bonusSeen);
    this.#takeBonus(claimed.dailyBonus, claimed.sequence);
    return claimed;
  }

  /** @param {Quest} quest */
  async startQuest({ id }) {
    const path = `quests/${encodeURIComponent(id)}/start`;
    const { quest } = await this.#command(path, {}, this.#questsSeen);
    this.#takeQuest(id, quest);
  }

  /** @param {Quest} quest @returns {Promise<Prize>} what was paid */
  async claimQuest({ id }) {
    const path = `quests/${encodeURIComponent(id)}/claim`;
    const { quest, reward } = await this.#command(path, {}, this.#questsSeen);
    this.#takeQuest(id, quest);
    await this.loadQuests().catch(() => {}); // It may be what other quests waited for.
    return reward;
  }

  /** Claims the next level of the ladder of friends. @returns {Promise<Prize>} what was paid */
  async claimFriendsLevel() {
    const { progression, reward } = await this.#command('quests/claim-next-friends-quest-level', {}, this.#questsSeen);
    this.#store.ladder = progression;
    this.#store.changed();
    return reward;
  }

  /** Uses up one of an item. @param {string} itemId @returns {Promise<ItemUsed>} */
  async useItem(itemId) {
    const used = await this.#command('inventory/use', { itemId }, this.#inventorySeen);
    this.#takeInventory(used.inventory, used.sequence);
    if (used.spin && this.#store.bonus) await this.loadBonus().catch(() => {});
    return used;
  }

  /** @param {string} conversionId @param {number} count @returns {Promise<{taken: Prize, given: Prize}>} */
  async convert(conversionId, count) {
    const made = await this.#command('inventory/convert', { conversionId, count }, ANY_ANSWER_COUNTS);
    this.#takeInventory(made.inventory, made.sequence);
    return made;
  }

  /** Buys one of a listing at the price the player saw. @param {string} listingId @param {number} expectedPrice @returns {Promise<{goods: Prize}>} */
  async purchase(listingId, expectedPrice) {
    const body = { listingId, expectedPrice, quantity: 1 };
    const bought = await this.#command('store/purchase', body, ANY_ANSWER_COUNTS);
    await this.loadListings().catch(() => {}); // A purchase can be what other listings waited for.
    return bought;
  }

  /** Asks for an invoice in Telegram Stars. @param {string} listingId @param {number} expectedStars @returns {Promise<{invoiceLink: string}>} */
  async invoice(listingId, expectedStars) {
    const body = { listingId, expectedStars, quantity: 1 };
    return (await this.#patiently(() => this.#request('POST', 'store/invoice', { body }), ATTEMPTS)).data;
  }

  /** Waits until something outside the page has changed the game, as a payment does. @returns {Promise<boolean>} whether it has */
  async awaitChange() {
    const seen = this.#state.sequence;
    const giveUpAt = Date.now() + PAID_WITHIN_MS;
    for (let attempts = 1; this.#state.sequence <= seen && Date.now() < giveUpAt; attempts++) {
      await pause(backoffMs(attempts));
      await this.refresh().catch(() => {});
    }
    await this.#reload().catch(() => {});
    return this.#state.sequence > seen;
  }

  /** @param {string[]|null} ids null for all that the player sees */
  async markNewsRead(ids) {
    await this.#command('user/mark-notification-as-read', ids ? { ids } : {});
    await this.loadNews().catch(() => {});
  }

  /** @param {string} exchangeId */
  async chooseExchange(exchangeId) {
    this.#store.connections = await this.#command('user/set-exchange', { exchangeId });
    this.#store.changed();
    await this.refresh(); // The answer does not hold the game.
    if (this.#store.quests) await this.loadQuests().catch(() => {});
  }

  /** @param {string|null} language one of the page's; null for Telegram's */
  async chooseLanguage(language) {
    const ask = () => this.#request('POST', 'user/language', { body: { language } });
    this.#store.player = (await this.#patiently(ask, ATTEMPTS)).data;
    this.#store.changed();
  }

  /**
   * Deletes the account. Afterwards the server says that it is gone: a repeat that is told so, after an answer that was lost, has been
   * done.
   */
  async deleteAccount() {
    await this.#sender.idle;
    const key = this.#keys.get('delete') ?? randomId();
    this.#keys.set('delete', key);
    const ask = () => this.#request('DELETE', 'user', { body: { confirm: DELETION_WORDS }, key });
    try {
      await this.#patiently(ask, ATTEMPTS);
    } catch (thrown) {
      const error = /** @type {ApiError} */ (thrown);
      if (!error.isTransient) this.#keys.delete('delete');
      if (!error.isAboutErasure) throw error;
    }
    this.end();
  }

  /** Whether the account is gone. */
  get isOver() {
    return this.#isOver;
  }

  /** Asks the server for nothing any more, and forgets what a reload would find: the account is gone. */
  end() {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#session.close();
    this.#forget();
    this.onEnd();
  }

  // ---- reading ----------------------------------------------------------------------------------------------------------------

  /** Collects income and re-syncs. */
  refresh() {
    this.#refreshedAt = Date.now();
    this.#refreshing ??= this.#request('GET', 'game')
      .then((answer) => {
        this.#accept(answer);
        const most = Math.floor(energyAt(this.#state, 0, this.#clock.now()) / this.#energyPerTap);
        this.#queue.trimTo(most);
        this.#sender.schedule();
        const income = answer.data.funz.passiveIncome;
        if (income.amount > 0) this.onIncome(income);
      })
      .finally(() => {
        this.#refreshing = null;
      });
    return this.#refreshing;
  }

  async #loadPlayer() {
    this.#store.player = (await this.#request('GET', 'user')).data;
    this.#store.changed();
  }

  async loadCards() {
    const seen = this.#state.sequence;
    const [cards, special] = await Promise.all([this.#request('GET', 'cards'), this.#request('GET', 'cards/special')]);
    this.#store.cards = cards.data;
    this.#store.specialCards = special.data;
    this.#cardsSeen = seen;
    this.#store.changed();
  }

  /** Loads anew all that an operation can have changed. */
  async #reload() {
    await this.refresh();
    if (this.#store.cards) await this.loadCards();
    if (this.#store.stories) await this.loadStories();
    if (this.#store.bonus) await this.loadBonus();
    if (this.#store.quests) await this.loadQuests();
    if (this.#store.connections) await this.loadConnections();
    if (this.#store.inventory) await this.loadInventory();
    if (this.#store.listings) await this.loadListings();
    if (this.#store.tournaments) await this.loadTournaments();
    if (this.#store.trials) await this.loadTrials();
    if (this.#store.raffles) await this.loadRaffles();
  }

  /** A ticket for one connection to the balloon game. @returns {Promise<string>} */
  async balloonTicket() {
    return (await this.#request('POST', 'balloons/ticket', { body: {} })).data.ticket;
  }

  async loadStories() {
    const seen = this.#state.sequence;
    this.#store.stories = (await this.#request('GET', 'stories')).data;
    this.#storiesSeen = seen;
    this.#store.changed();
  }

  async loadBonus() {
    const seen = this.#state.sequence;
    this.#takeBonus((await this.#request('GET', 'daily-bonus/config')).data, seen);
  }

  /** @param {any} bonus as it is answered @param {number} seen the player's change up to which it is right */
  #takeBonus(bonus, seen) {
    this.#store.bonus = { ...bonus, nextClaimAtMs: Date.parse(bonus.nextClaimAt) };
    this.#bonusSeen = seen;
    this.#store.changed();
  }

  async loadQuests() {
    const seen = this.#state.sequence;
    this.#questsLoadedAt = Date.now();
    const [quests, ladder] = await Promise.all([
      this.#request('GET', 'quests'),
      this.#request('GET', 'quests/friends-quest-progression'),
    ]);
    this.#store.quests = quests.data.map(readQuest);
    this.#store.ladder = ladder.data;
    this.#questsSeen = seen;
    this.#questsChangeAtMs = nextChange(quests.data.map(readQuest), ladder.serverTime);
    this.#store.changed();
  }

  /** Called often while quests are shown: loads them anew when something has happened since, or a visit or the day has ended. */
  keepQuests() {
    if (!this.#store.quests || !this.#api.isOnline) return;
    const isOld = this.#state.sequence > this.#questsSeen || this.#questsChangeAtMs <= this.#clock.now();
    if (isOld && Date.now() - this.#questsLoadedAt > REFRESH_LEAST_MS) this.loadQuests().catch(() => {});
  }

  /** @param {string} id @param {any} quest as it is answered; null when the content no longer has it */
  #takeQuest(id, quest) {
    const others = this.#store.quests ?? [];
    this.#store.quests = quest ? Store.renewed(others, readQuest(quest)) : others.filter((other) => other.id !== id);
    this.#questsChangeAtMs = nextChange(this.#store.quests ?? [], this.#clock.now());
    this.#store.changed();
  }

  async loadInventory() {
    const seen = this.#state.sequence;
    this.#takeInventory((await this.#request('GET', 'inventory')).data, seen);
  }

  /** @param {Inventory} inventory @param {number} seen the player's change up to which it is right */
  #takeInventory(inventory, seen) {
    this.#store.inventory = inventory;
    this.#inventorySeen = seen;
    this.#store.changed();
  }

  async loadListings() {
    this.#store.listings = (await this.#request('GET', 'store/items')).data;
    this.#store.changed();
  }

  async loadMinigames() {
    this.#store.minigames = (await this.#request('GET', 'toy-box/games')).data;
    this.#store.changed();
  }

  /** Loads the latest tournaments as the player sees them; of the others only what everybody sees. */
  async loadTournaments() {
    const { data } = await this.#request('GET', `tournaments?limit=${TOURNAMENTS_SHOWN}`);
    const details = (/** @type {Tournament} */ { tournamentId }) =>
      this.#request('GET', `tournaments/${encodeURIComponent(tournamentId)}`).then((answer) => answer.data);
    const tournaments = await Promise.all(data.map(details));
    const place = (/** @type {Tournament} */ { state }) => TOURNAMENT_STATES.indexOf(state);
    this.#store.tournaments = tournaments.sort((a, b) => place(a) - place(b)); // Those of a state stay as they came.
    this.#store.changed();
  }

  /** Enters a tournament for the fee that the player saw. @param {Tournament} tournament */
  async enterTournament({ tournamentId, entryFee }) {
    await this.#command(`tournaments/${encodeURIComponent(tournamentId)}/enter`, { expectedFee: entryFee }, ANY_ANSWER_COUNTS);
    await this.loadTournaments();
  }

  /** Who leads a tournament, or has won it. @param {string} id @param {boolean} [aroundMe] @returns {Promise<Place[]>} */
  async tournamentPlaces(id, aroundMe = false) {
    const query = `limit=${PLACES_SHOWN}${aroundMe ? '&around=me' : ''}`;
    return (await this.#request('GET', `tournaments/${encodeURIComponent(id)}/leaderboard?${query}`)).data;
  }

  async loadTrials() {
    this.#store.trials = (await this.#request('GET', 'time-trials')).data;
    this.#store.changed();
  }

  /** Begins a try at a level; one that goes on ends without a result. @param {string} id @returns {Promise<{runToken: string, seed: number}>} */
  async startTrial(id) {
    const path = `time-trials/${encodeURIComponent(id)}/start`;
    await this.#sender.settle();
    for (let attempts = 1; ; attempts++) {
      const name = `${path} ${randomId()}`;
      try {
        const { data, isRepeat } = await this.#operate(name, path, {});
        // The clock of a try whose answer was lost has been running all the while; a late one is better than none.
        if (!isRepeat || attempts >= ATTEMPTS) return data.run;
      } finally {
        this.#keys.delete(name);
      }
    }
  }

  /** @param {string} id @param {string} runToken @returns {Promise<TrialFinished>} */
  async finishTrial(id, runToken) {
    const finished = await this.#command(`time-trials/${encodeURIComponent(id)}/finish`, { runToken }, ANY_ANSWER_COUNTS);
    await this.loadTrials().catch(() => {});
    return finished;
  }

  /** Loads the latest raffles, with what the player has and can have of each. */
  async loadRaffles() {
    const seen = this.#state.sequence;
    this.#rafflesLoadedAt = Date.now();
    const { data } = await this.#request('GET', 'raffles');
    const mine = (/** @type {Raffle} */ raffle) =>
      this.#request('GET', `raffles/${encodeURIComponent(raffle.raffleId)}/eligibility`).then((answer) => ({ ...raffle, ...answer.data }));
    const raffles = await Promise.all(data.slice(0, RAFFLES_SHOWN).map(mine));
    const moments = raffles.flatMap(({ opensAt, closesAt }) => [Date.parse(opensAt), Date.parse(closesAt)]);
    this.#store.raffles = raffles;
    this.#rafflesSeen = seen;
    this.#rafflesChangeAtMs = Math.min(...moments.filter((moment) => moment > this.#clock.now()));
    this.#store.changed();
  }

  /** Called often while raffles are shown: loads them anew when one has opened or closed. */
  keepRaffles() {
    const isDue = this.#rafflesChangeAtMs <= this.#clock.now() && Date.now() - this.#rafflesLoadedAt > REFRESH_LEAST_MS;
    if (this.#store.raffles && isDue && this.#api.isOnline) this.loadRaffles().catch(() => {});
  }

  /** Buys tickets at the price that the player saw. @param {Raffle} raffle @param {number} quantity */
  async buyTickets({ raffleId, price }, quantity) {
    const body = { expectedPrice: price, quantity };
    await this.#command(`raffles/${encodeURIComponent(raffleId)}/tickets`, body, this.#rafflesSeen);
    await this.loadRaffles().catch(() => {});
  }

  /** The player's tickets, and which of them have won. @param {Raffle} raffle @returns {Promise<MyTickets>} */
  async raffleTickets({ raffleId, status }) {
    const id = encodeURIComponent(raffleId);
    const isDrawn = RAFFLES_DRAWN.includes(status);
    const numbers = [];
    let holder = '';
    for (let cursor = ''; cursor !== null; ) {
      const at = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const { data } = await this.#request('GET', `raffles/${id}/tickets?limit=${TICKETS_PER_PAGE}${at}`);
      holder = data.holder;
      numbers.push(...data.tickets);
      cursor = data.nextCursor;
    }
    const winners = isDrawn ? (await this.#request('GET', `public/raffles/${id}/proof`)).data.winners : [];
    return { numbers, isDrawn, wins: winners.filter((/** @type {any} */ winner) => winner.holder === holder) };
  }

  /** @param {Tournament|null} tournament what the next game of balloons is played in */
  playBalloonsIn(tournament) {
    this.#store.balloonTournament = tournament;
    this.#store.changed();
  }

  /** Asks for what the page of a minigame plays with. @param {string} id @returns {Promise<{token: string, gameId: string}>} */
  async minigameToken(id) {
    const path = `toy-box/games/${encodeURIComponent(id)}/token`;
    return (await this.#patiently(() => this.#request('POST', path, { body: {} }), ATTEMPTS)).data;
  }

  async loadBanners() {
    this.#store.banners = (await this.#request('GET', 'banners')).data;
    this.#store.changed();
  }

  async loadNews() {
    this.#store.news = (await this.#request('GET', 'notifications')).data;
    this.#store.changed();
  }

  async loadConnections() {
    this.#store.connections = (await this.#request('GET', 'user/wallets')).data;
    this.#store.changed();
  }

  /** Loads the first friends, or the next ones. @param {boolean} isMore */
  async loadFriends(isMore) {
    const store = this.#store;
    const cursor = isMore && store.friendsCursor ? `&cursor=${encodeURIComponent(store.friendsCursor)}` : '';
    const { data, nextCursor } = await this.#request('GET', `user/friends-ranking?limit=${FRIENDS_PER_PAGE}${cursor}`);
    store.friends = cursor ? [...(store.friends ?? []), ...data] : data;
    store.friendsCursor = nextCursor;
    store.changed();
  }

  /** Called a few times a second while the page is seen: asks for the state when something has ended, and now and then. */
  tick() {
    const now = this.#clock.now();
    const isDue = nextEnd(this.#state) <= now || Date.now() - this.#refreshedAt > REFRESH_MS;
    if (isDue && this.#api.isOnline && Date.now() - this.#refreshedAt > REFRESH_LEAST_MS)
      this.refresh().catch(() => {});
  }

  /** Called when the page is shown again, or the device has a network again. */
  wake() {
    this.#sender.wake();
    this.refresh().catch(() => {});
  }

  /** Called when the page may be about to go: what was tapped is sent now, and kept in case that fails. */
  leave() {
    this.#save();
    this.#sender.flush(true);
  }

  logOut() {
    this.#session.close();
  }

  // ---- the way to the server --------------------------------------------------------------------------------------------------

  /**
   * Does once what the player asked for. A key that is left from an operation without an answer is used again, since what was lost is the
   * answer, perhaps, and not the operation. But if its answer tells of something that the player had before them already, or of an old
   * refusal, then that is settled, and they ask for it once more.
   * @param {string} path @param {object} body
   * @param {number} [seen] the player's change up to which what they see is right
   */
  async #command(path, body, seen = this.#state.sequence) {
    const name = `${path} ${JSON.stringify(body)}`;
    const isLeft = this.#keys.has(name);
    await this.#sender.settle();
    try {
      const { data, isRepeat } = await this.#operate(name, path, body);
      if (!isLeft || !isRepeat || data.sequence > seen) return data;
    } catch (thrown) {
      if (!isLeft || !(/** @type {ApiError} */ (thrown).isRepeat)) throw thrown;
    }
    return (await this.#operate(name, path, body)).data;
  }

  /**
   * Sends an operation. Its key stays the same until the server has said what became of it, over all attempts.
   * @param {string} name what is asked @param {string} path @param {object} body
   */
  async #operate(name, path, body) {
    const key = this.#keys.get(name) ?? randomId();
    this.#keys.set(name, key);
    try {
      const answer = await this.#patiently(() => this.#request('POST', path, { body, key }), ATTEMPTS);
      this.#keys.delete(name);
      this.#accept(answer);
      if (answer.isRepeat) this.refresh().catch(() => {});
      return answer;
    } catch (thrown) {
      if (!(/** @type {ApiError} */ (thrown).isTransient)) this.#keys.delete(name);
      this.#reload().catch(() => {}); // The player saw something else than the server, or may by now: show what is true.
      throw thrown;
    }
  }

  /**
   * Repeats what failed for a passing reason.
   * @template T
   * @param {() => Promise<T>} attempt @param {number} attempts
   * @returns {Promise<T>}
   */
  async #patiently(attempt, attempts) {
    for (let failures = 1; ; failures++) {
      try {
        return await attempt();
      } catch (thrown) {
        const error = /** @type {ApiError} */ (thrown);
        const wait = error.retryAfterMs ?? backoffMs(failures);
        if (!error.isTransient || failures >= attempts || (wait > LONGEST_PATIENCE_MS && attempts < Infinity))
          throw error;
        await pause(wait);
      }
    }
  }

  /**
   * Asks with the session's token, and once more with a new one when the session has ended.
   * @param {'GET'|'POST'|'DELETE'} method @param {string} path @param {RequestOptions} [options]
   */
  async #request(method, path, options = {}) {
    const token = this.#session.token;
    try {
      return await this.#ask(method, path, options);
    } catch (thrown) {
      const error = /** @type {ApiError} */ (thrown);
      if (!error.isAboutSession) throw error;
      await this.#sender.idle; // A batch on its way belongs to the old session: its answer comes first.
      await this.#renew(token);
      return this.#ask(method, path, options);
    }
  }

  /**
   * Asks with the session's token. The game is over when the account is gone, which may have been deleted on another device.
   * @param {'GET'|'POST'|'DELETE'} method @param {string} path @param {RequestOptions} options
   */
  async #ask(method, path, options) {
    if (this.#isOver) throw accountDeleted();
    try {
      return await this.#api.request(method, path, { ...options, token: this.#session.token });
    } catch (thrown) {
      if (/** @type {ApiError} */ (thrown).isAboutErasure) this.end();
      throw thrown;
    }
  }

  /**
   * Logs in again. Who turns out to be another player has deleted the account, and played anew, on another device.
   * @param {string|undefined} token the one that was refused
   */
  async #renew(token) {
    if (this.#isOver) throw accountDeleted();
    await this.#session.renew(token);
    if (this.#store.game && this.#session.player?.id !== this.#store.player?.id) {
      this.end();
      throw accountDeleted();
    }
  }

  /**
   * Sends a batch under the session that numbered it; when that is over, the sender cuts anew for the next one.
   * @param {{taps: number, sequence: number}} body @param {boolean} keepalive
   */
  async #postTaps(body, keepalive) {
    const answer = await this.#ask('POST', 'tap', { body, keepalive });
    const { accepted, energy } = answer.data;
    this.#queue.confirm(body.sequence);
    this.#accept(answer);
    if (accepted < body.taps) this.#queue.trimTo(Math.floor(energy.currentEnergyBalance / this.#energyPerTap));
    return answer.data;
  }

  /** Takes over the state of the game, if an answer holds it. @param {Answer<any>} answer */
  #accept({ data, serverTime, token }) {
    if (!data.energy) return;
    const state = readState(data, serverTime);
    if (token === this.#session.token) this.#queue.confirm(state.taps.lastSequence);
    this.#sender.configure(state.taps);
    this.#store.offer(state);
  }

  /** @param {boolean} isOnline */
  #connected(isOnline) {
    this.#store.isOnline = isOnline;
    this.#store.changed();
    if (!isOnline) this.#recover();
  }

  /** Asks until the server answers again. */
  async #recover() {
    if (this.#isRecovering || !this.#store.game) return;
    this.#isRecovering = true;
    for (let failures = 1; !this.#api.isOnline && !this.#isOver; failures++) {
      await pause(backoffMs(failures));
      await this.refresh().catch(() => {});
    }
    this.#isRecovering = false;
    if (this.#keys.size > 0) this.#reload().catch(() => {}); // Operations without an answer may have been done.
    this.#sender.wake();
  }
}

/** Neither a passing failure nor one of the session: whoever is told so stops. */
function accountDeleted() {
  return new ApiError('account_deleted', 410);
}
