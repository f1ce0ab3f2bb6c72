/** The frame around the views: header, navigation, sheets, notices, and the beat that keeps them up to date. */

import { attribute, h, icon, money, setText, setVariable } from '../dom.js';
import { describe } from '../errors.js';
import { createBalloons } from './balloons.js';
import { createBonus } from './bonus.js';
import { createBoosters } from './boosters.js';
import { createCards } from './cards.js';
import { createFriends } from './friends.js';
import { createGames } from './games.js';
import { createInventory } from './inventory.js';
import { createNewsButton, showPopup } from './news.js';
import { createPlay } from './play.js';
import { avatar, profileSheet } from './profile.js';
import { createQuests } from './quests.js';
import { createRaffles } from './raffles.js';
import { settingsSheet } from './settings.js';
import { createShop } from './shop.js';
import { createStories } from './stories.js';
import { createTournaments } from './tournaments.js';
import { createTrials } from './trials.js';

const BEAT_MS = 250;
const NOTICE_MS = 3500;
const AWAY_MS = 60_000;
/** The sections, and the views of each: a section of several lets the player choose among them. @type {Record<string, string[]>} */
const SECTIONS = {
  play: ['play'],
  boosters: ['boosters'],
  cards: ['cards'],
  stories: ['stories'],
  quests: ['quests', 'bonus', 'games', 'balloons', 'trials', 'tournaments'],
  inventory: ['inventory', 'shop', 'raffles'],
  friends: ['friends'],
};

/**
 * What a view gets to work with.
 * @typedef {object} Ui
 * @property {Game} game
 * @property {Store} store
 * @property {ServerClock} clock
 * @property {Translate} t
 * @property {Format} format
 * @property {Telegram} telegram
 * @property {(() => void)|null} logOut
 * @property {(language: string|null) => Promise<void>} speak chooses the language, null for Telegram's or the browser's, and shows it
 * @property {(text: string, kind?: 'success'|'error') => void} notify shows a notice for a while
 * @property {(action: () => Promise<any>, success?: string) => Promise<void>} run does an action and says how it went
 * @property {(control: Element, action: () => Promise<any>, success?: string) => Promise<void>} busy the same for a control that does nothing else meanwhile
 * @property {(title: string, ...children: Child[]) => void} openSheet
 * @property {() => boolean} isSheetOpen
 * @property {() => void} closeSheet
 * @property {(view: string) => void} go shows another view
 */

/**
 * @typedef {{element: HTMLElement, update: () => void, load?: () => Promise<void>, leave?: () => void}} View
 *     update: called often, must be cheap; leave: called when the page is shown no more
 */

/** @param {Omit<Ui, 'notify'|'run'|'busy'|'openSheet'|'isSheetOpen'|'closeSheet'|'go'>} context */
export function createShell(context) {
  const { game, store, t, format, telegram } = context;
  const notices = h('div', { class: 'notices', role: 'status' });
  const ending = new AbortController();
  const sheet = createSheet(t, () => {
    // What lies outside of an open sheet is dimmed, and not read aloud.
    if (sheet.isOpen()) sheet.element.append(notices);
    else sheet.element.after(notices);
    showBack();
  });
  /** @type {Ui} */
  const ui = { ...context, notify, run, busy, openSheet: sheet.open, isSheetOpen: sheet.isOpen, closeSheet: sheet.close, go };

  /** @type {Record<string, () => View>} */
  const creators = {
    play: () => createPlay(ui),
    boosters: () => createBoosters(ui),
    cards: () => createCards(ui),
    stories: () => createStories(ui),
    quests: () => createQuests(ui),
    bonus: () => createBonus(ui),
    games: () => createGames(ui),
    balloons: () => createBalloons(ui),
    trials: () => createTrials(ui),
    tournaments: () => createTournaments(ui),
    inventory: () => createInventory(ui),
    shop: () => createShop(ui),
    raffles: () => createRaffles(ui),
    friends: () => createFriends(ui),
  };
  /** @type {Map<string, View>} */
  const views = new Map();
  let current = 'play';
  let rank = 0;

  const header = createHeader(ui);
  const offline = h(
    'p',
    { class: 'offline', role: 'status', hidden: true },
    icon('offline'),
    h('span', {}, t('offline')),
  );
  const main = h('main', { tabindex: -1 });
  const tabs = Object.keys(SECTIONS).map((name) =>
    h('button', { class: 'tab', 'data-view': name, onclick: () => go(name) }, icon(name), h('span', {}, t(name))),
  );
  const navigation = h('nav', { 'aria-label': t('menu') }, tabs);

  /** @param {string} name */
  function go(name) {
    current = name;
    const view = views.get(name) ?? creators[name]();
    views.set(name, view);
    const [section, parts] = Object.entries(SECTIONS).find(([, names]) => names.includes(name)) ?? [name, [name]];
    main.replaceChildren(...(parts.length > 1 ? [partsOf(section, parts)] : []), view.element);
    main.scrollTo(0, 0);
    for (const tab of tabs) attribute(tab, 'aria-current', tab.dataset.view === section ? 'page' : null);
    showBack();
    view.update();
    if (view.load) run(view.load);
  }

  /** @param {string} section @param {string[]} parts */
  function partsOf(section, parts) {
    return h(
      'div',
      { class: 'parts', role: 'group', 'aria-label': t(section) },
      parts.map((name) =>
        h(
          'button',
          { class: 'part', 'data-part': name, 'aria-pressed': String(name === current), onclick: () => go(name) },
          icon(name),
          t(name),
        ),
      ),
    );
  }

  function showBack() {
    telegram.showBack(current !== 'play' || sheet.isOpen());
  }

  function back() {
    if (sheet.isOpen()) sheet.close();
    else go('play');
  }

  function update() {
    if (document.hidden || !store.game) return;
    attribute(offline, 'hidden', store.isOnline);
    header.update();
    views.get(current)?.update();
    noticeRank(store.game.rank);
  }

  /** @param {{rank: number, name: string}} reached */
  function noticeRank(reached) {
    if (rank && reached.rank > rank) {
      notify(t('rankUp', { name: reached.name }), 'success');
      if (store.cards) game.loadCards().catch(() => {}); // A rank may be what a card was waiting for.
    }
    rank = reached.rank;
  }

  /** @param {string} text @param {'success'|'error'} [kind] */
  function notify(text, kind = 'success') {
    if (notices.lastChild?.textContent === text) notices.lastChild.remove();
    const notice = h('p', { class: `notice ${kind}` }, text);
    notices.append(notice);
    telegram.feel(kind);
    setTimeout(() => notice.remove(), NOTICE_MS);
  }

  /** @param {() => Promise<any>} action @param {string} [success] */
  async function run(action, success) {
    try {
      await action();
      if (success) notify(success);
    } catch (error) {
      notify(describe(error, t, format, context.clock.now()), 'error');
    }
  }

  /**
   * The style sheet keeps the pointer away from what is busy; the keyboard, whose key may be held down, comes here.
   * @param {Element} control @param {() => Promise<any>} action @param {string} [success]
   */
  async function busy(control, action, success) {
    if (control.hasAttribute('aria-busy')) return;
    attribute(control, 'aria-busy', true);
    await run(action, success);
    attribute(control, 'aria-busy', null);
  }

  /** @param {PassiveIncome} income */
  function showIncome(income) {
    if (income.forDurationMs < AWAY_MS) return;
    sheet.open(
      t('away'),
      h('p', { class: 'muted' }, t('awayText', { time: format.span(income.forDurationMs) })),
      h('p', { class: 'away-amount' }, money(`+${format.exact(income.amount)}`)),
      income.capped && h('p', { class: 'muted' }, t('awayCapped')),
      h('button', { class: 'button primary large', autofocus: true, onclick: sheet.close }, t('collect')),
    );
  }

  /** @param {string} [view] */
  function start(view = 'play') {
    go(view);
    showPopup(ui).catch(() => {}); // The game does without news.
    let isScheduled = false;
    const unsubscribe = store.subscribe(() => {
      if (isScheduled) return;
      isScheduled = true;
      requestAnimationFrame(() => {
        isScheduled = false;
        update();
      });
    });
    const beat = setInterval(() => {
      if (document.hidden) return;
      game.tick();
      update();
    }, BEAT_MS);
    const { signal } = ending;
    document.addEventListener('visibilitychange', () => (document.hidden ? game.leave() : game.wake()), { signal });
    window.addEventListener('pagehide', () => game.leave(), { signal });
    window.addEventListener('online', () => game.wake(), { signal });
    const forgetBack = telegram.onBack(back);
    signal.addEventListener('abort', () => {
      clearInterval(beat);
      unsubscribe();
      forgetBack();
      for (const shown of views.values()) shown.leave?.();
    });
  }

  game.onIncome = (income) => requestAnimationFrame(() => showIncome(income));
  return {
    elements: [header.element, offline, main, navigation, sheet.element, notices],
    start,
    /** Ends all that {@link start} began: the page shows something else from now on. */
    stop: () => ending.abort(),
    isSheetOpen: sheet.isOpen,
    openSettings: () => settingsSheet(ui),
    notify,
    view: () => current,
  };
}

/** @param {Ui} ui @returns {View} */
function createHeader(ui) {
  const { store, t, format } = ui;
  const name = h('span', { class: 'player-name' });
  const rank = h('span', { class: 'player-rank' });
  const progress = h('span', { class: 'rank-progress' });
  const picture = h('span', {});
  const jokers = money('', 'jokers');
  const news = createNewsButton(ui);
  const income = h('span', { class: 'pill income' }, icon('income'), h('span', {}));
  const element = h(
    'header',
    {},
    h(
      'button',
      { class: 'player', onclick: () => profileSheet(ui), title: t('profile') },
      picture,
      h('span', { class: 'player-text' }, name, rank, progress),
    ),
    h('span', { class: 'pill' }, jokers),
    income,
    news.element,
  );
  return {
    element,
    update() {
      const { game, player } = store;
      news.update();
      if (!game || !player) return;
      if (!picture.firstChild) picture.replaceChildren(avatar(player.firstName));
      setText(name, player.firstName);
      setText(rank, game.rank.name);
      setVariable(progress, '--fill', game.rank.nextAt ? Math.min(1, game.rank.lifetimeEarned / game.rank.nextAt) : 1);
      setText(/** @type {Element} */ (jokers.lastChild), format.short(game.jokers.balance));
      setText(/** @type {Element} */ (income.lastChild), t('perHour', { n: format.short(game.funz.incomePerHour) }));
    },
  };
}

/**
 * The one sheet that slides in from below; the browser keeps the focus inside and gives it back.
 * @param {Translate} t @param {() => void} onChange
 */
function createSheet(t, onChange) {
  const title = h('h2', { id: 'sheet-title' });
  const content = h('div', { class: 'sheet-content' });
  const close = () => element.close();
  const closer = h('button', { class: 'sheet-close', 'aria-label': t('close'), onclick: close }, icon('close'));
  const element = h(
    'dialog',
    {
      class: 'sheet',
      'aria-labelledby': 'sheet-title',
      onclose: onChange,
      onclick: (/** @type {Event} */ event) => event.target === element && close(),
    },
    h(
      'div',
      { class: 'sheet-body' },
      closer,
      title,
      content,
    ),
  );
  return {
    element,
    close,
    isOpen: () => element.open,
    /** @param {string} text @param {...Child} children */
    open(text, ...children) {
      if (!element.isConnected) return; // It comes too late: the page shows something else.
      title.textContent = text;
      content.replaceChildren(h('div', {}, ...children));
      if (element.open) /** @type {HTMLElement} */ (element.querySelector('[autofocus]') ?? closer).focus();
      else element.showModal();
      onChange();
    },
  };
}
