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
import { loadingScreen, loginScreen, messageScreen } from './views/entry.js';
import { createShell } from './views/shell.js';

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const shared = sharedStorage();
const telegram = await openTelegram();
const language = chooseLanguage(telegram.language ?? navigator.language);
document.documentElement.lang = language;
const t = createTranslate(language);
const format = createFormat(language);
telegram.ready(applyTheme);

const credentials = knownCredentials();
if (credentials) await play(credentials);
else askWhoPlays();

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

/** @param {Credentials} credentials */
async function play(credentials) {
  const screen = loadingScreen(t);
  app.replaceChildren(screen.element);
  const name = credentials.kind === 'telegram' ? `telegram:${telegram.userId}` : `dev:${credentials.telegramId}`;
  const storage = await playerStorage(name);
  const clock = new ServerClock();
  const api = new Api(clock);
  const store = new Store();
  store.subscribe(() => screen.update(store.isOnline));
  const session = new Session(api, storage, credentials);
  const game = new Game(api, session, store, clock, storage);
  const logOut = () => {
    game.logOut();
    shared.write('dev', { ...shared.read('dev'), isPlaying: false });
    location.assign(location.pathname);
  };
  const shell = createShell({
    game,
    store,
    clock,
    t,
    format,
    telegram,
    logOut: credentials.kind === 'dev' ? logOut : null,
  });
  try {
    await game.start();
  } catch (error) {
    showFailure(error, credentials);
    return;
  }
  app.replaceChildren(...shell.elements);
  shell.start();
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
