/** Minigames: what there is, and the frame in which one is played. */

import { attribute, h, picture, Rows } from '../dom.js';

/** @param {Ui} ui @returns {View} */
export function createGames(ui) {
  const { game, store, t } = ui;
  const list = h('div', { class: 'rows' });
  const nothing = h('p', { class: 'empty', hidden: true }, t('gamesNone'));
  const rows = new Rows(
    list,
    (/** @type {Minigame} */ minigame) => minigame.id,
    (minigame) => createRow(ui, minigame),
  );
  return {
    element: h('section', { class: 'view' }, h('h1', {}, t('games')), h('p', { class: 'lead' }, t('gamesText')), list, nothing),
    update() {
      attribute(list, 'aria-busy', store.minigames === null);
      attribute(nothing, 'hidden', store.minigames?.length !== 0);
      rows.update(store.minigames ?? []);
    },
    load: () => game.loadMinigames(),
  };
}

/** @param {Ui} ui @param {Minigame} minigame */
function createRow(ui, minigame) {
  const { t } = ui;
  const element = h(
    'article',
    { class: 'row special', 'data-minigame': minigame.id },
    picture([minigame.image, 'assets/cards/card.svg'], 'special-art'),
    h('div', { class: 'row-text' }, h('h3', {}, minigame.name), h('p', { class: 'muted' }, minigame.description)),
    h('button', { class: 'button primary', 'aria-label': `${t('gamePlay')}: ${minigame.name}`, onclick: () => open(ui, minigame) }, t('gamePlay')),
  );
  return { element, update: () => {} };
}

/**
 * Opens the game's page in a sandbox: it has no origin, so it cannot read what this page keeps, and gets nothing but a token that is good
 * for this game and some minutes.
 * @param {Ui} ui @param {Minigame} minigame
 */
function open(ui, minigame) {
  const frame = h('iframe', {
    class: 'minigame',
    title: minigame.name,
    src: minigame.url,
    sandbox: 'allow-scripts',
    referrerpolicy: 'no-referrer',
  });

  /** @param {MessageEvent} event */
  async function hear({ source, data }) {
    if (source !== frame.contentWindow || data?.type !== 'funatic:ready') return;
    await ui.run(async () => {
      const { token, gameId } = await ui.game.minigameToken(minigame.id);
      // A page without an origin cannot be named; only this frame gets it.
      frame.contentWindow?.postMessage(
        { type: 'funatic:token', token, gameId, language: document.documentElement.lang },
        '*',
      );
    });
  }

  window.addEventListener('message', hear);
  ui.openSheet(minigame.name, frame);
  frame.closest('dialog')?.addEventListener(
    'close',
    () => {
      window.removeEventListener('message', hear);
      frame.remove();
    },
    { once: true },
  );
}
