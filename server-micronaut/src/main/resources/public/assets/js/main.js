/** The start of the page: who plays, in which language, and what to show until the game is there. */

import { Api } from './api.js';
import { ServerClock } from './clock.js';
import { describe } from './errors.js';
import { createFormat } from './format.js';
import { Game } from './game.js';
import { Session } from './session.js';
import { playerStorage, sharedStorage } from './storage.js';
import { Store } from './store.js';
import { chooseLanguage, createTranslate } from './strings.js';
import { openTelegram } from './telegram.js';
import { applyTheme } from './theme.js';
import { farewellScreen, loadingScreen, loginScreen, messageScreen } from './views/entry.js';
import { createShell } from './views/shell.js';

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const shared = sharedStorage();
const telegram = await openTelegram();
/** The words and the numbers of the language that is shown. @type {Translate} */
let t;
/** @type {Format} */
let format;
speak(null);
telegram.ready(applyTheme);

const credentials = knownCredentials();
if (!credentials) askWhoPlays();
else if (shared.read(`deleted:${nameOf(credentials)}`)) showFarewell(credentials);
else await play(credentials);

/** Takes the language that the player has chosen, if any, and the page has; else Telegram's or the browser's. @param {string|null|undefined} chosen */
function speak(chosen) {
  const language = chooseLanguage(chosen, telegram.language ?? navigator.language);
  document.documentElement.lang = language;
  t = createTranslate(language);
  format = createFormat(language);
}

/** @returns {Credentials|null} */
function knownCredentials() {
  if (telegram.isInside) return { kind: 'telegram', initData: telegram.initData };
  const address = new URLSearchParams(location.search);
  const asked = Number(address.get('dev'));
  const startParam = address.get('start') ?? undefined;
  if (asked > 0)
    return { kind: 'dev', telegramId: asked, firstName: address.get('name') ?? `Player ${asked}`, startParam };
  const last = shared.read('dev');
  return last?.isPlaying && !startParam
    ? { kind: 'dev', telegramId: last.telegramId, firstName: last.firstName }
    : null;
}

/** What this browser keeps things of a player under. @param {Credentials} credentials */
function nameOf(credentials) {
  return credentials.kind === 'telegram' ? `telegram:${telegram.userId}` : `dev:${credentials.telegramId}`;
}

function askWhoPlays() {
  const last = shared.read('dev') ?? { telegramId: 1001, firstName: 'Ada' };
  const startParam = new URLSearchParams(location.search).get('start') ?? undefined;
  app.replaceChildren(
    loginScreen(t, last, (telegramId, firstName) => {
      shared.write('dev', { telegramId, firstName, isPlaying: true });
      play({ kind: 'dev', telegramId, firstName, startParam });
    }),
  );
}

/** On a test server: the next visit asks who plays. */
function changePlayer() {
  shared.write('dev', { ...shared.read('dev'), isPlaying: false });
  location.assign(location.pathname);
}

/** @param {Credentials} credentials */
async function play(credentials) {
  const name = nameOf(credentials);
  shared.remove(`deleted:${name}`);
  speak(shared.read(`language:${name}`));
  const screen = loadingScreen(t);
  app.replaceChildren(screen.element);
  const storage = await playerStorage(name);
  const clock = new ServerClock();
  const api = new Api(clock);
  const store = new Store();
  store.subscribe(() => screen.update(store.isOnline));
  const session = new Session(api, storage, credentials);
  const game = new Game(api, session, store, clock, storage);
  /** @type {ReturnType<typeof createShell>|null} */
  let shell = null;

  /** Shows the game in the language that the player has chosen, where it was. */
  function show() {
    const chosen = store.player?.chosenLanguage;
    if (chosen) shared.write(`language:${name}`, chosen);
    else shared.remove(`language:${name}`);
    speak(chosen);
    shell?.stop();
    const next = createShell({
      game,
      store,
      clock,
      t,
      format,
      telegram,
      logOut: credentials.kind === 'dev' ? logOut : null,
      speak: speakFromNowOn,
    });
    app.replaceChildren(...next.elements);
    next.start(shell?.view());
    shell = next;
    return next;
  }

  /** @param {string|null} language */
  async function speakFromNowOn(language) {
    await game.chooseLanguage(language);
    const isAsked = shell?.isSheetOpen();
    const next = show();
    if (isAsked) next.openSettings();
    next.notify(t('languageChosen'));
  }

  function logOut() {
    game.logOut();
    changePlayer();
  }

  game.onEnd = () => {
    shared.write(`deleted:${name}`, true);
    shared.remove(`language:${name}`);
    shell?.stop();
    showFarewell(credentials);
  };
  shared.onWrittenElsewhere(`deleted:${name}`, () => game.end());
  /** @type {PassiveIncome|null} */
  let collected = null;
  game.onIncome = (income) => {
    collected = income;
  };
  try {
    await game.start();
  } catch (error) {
    if (!game.isOver) showFailure(error, credentials);
    return;
  }
  show();
  if (collected) game.onIncome(collected);
}

/** @param {Credentials} credentials */
function showFarewell(credentials) {
  const screen = farewellScreen(t, () => play(credentials), credentials.kind === 'dev' ? changePlayer : null);
  app.replaceChildren(screen.element);
  screen.focus();
}

/** @param {any} error @param {Credentials} credentials */
function showFailure(error, credentials) {
  const isDev = credentials.kind === 'dev';
  if (isDev && error.status === 404) {
    app.replaceChildren(messageScreen(t, t('telegramOnly'), null));
    return;
  }
  const again = () => (isDev && error.status === 400 ? askWhoPlays() : play(credentials));
  app.replaceChildren(messageScreen(t, describe(error, t, format, Date.now()), again));
}
