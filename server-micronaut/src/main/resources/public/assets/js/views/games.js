/** Minigames: what there is. */

import { attribute, h, picture, Rows } from '../dom.js';
import { openMinigame } from './minigame-frame.js';

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
    h('button', { class: 'button primary', 'aria-label': `${t('gamePlay')}: ${minigame.name}`, onclick: () => openMinigame(ui, minigame) }, t('gamePlay')),
  );
  return { element, update: () => {} };
}
