/** Boosters: what they do, what they cost, and how long they last or rest. */

import { attribute, h, icon, money, Rows, setText } from '../dom.js';

/** @type {Record<string, string>} */
const ICONS = {
  full_energy: 'bolt',
  turbo_tap: 'turbo',
  energy_tank: 'battery',
  quick_charge: 'charge',
  income_surge: 'income',
  multitap: 'play',
  energy_limit: 'limit',
  income_multiplier: 'star',
};

/** @param {string} type @returns {string} the name of its icon */
export function boosterIcon(type) {
  return ICONS[type] ?? 'boosters';
}

/** @param {Ui} ui @returns {View} */
export function createBoosters(ui) {
  const { store, t } = ui;
  const passing = h('div', { class: 'rows' });
  const permanent = h('div', { class: 'rows' });
  const create = (/** @type {Booster} */ booster) => createBooster(ui, booster);
  const passingRows = new Rows(passing, (/** @type {Booster} */ booster) => booster.type, create);
  const permanentRows = new Rows(permanent, (/** @type {Booster} */ booster) => booster.type, create);
  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('boosters')),
      h('p', { class: 'lead' }, t('boostersText')),
      h('h2', {}, t('temporary')),
      passing,
      h('h2', {}, t('permanent')),
      permanent,
    ),
    update() {
      const boosters = store.game?.boosters ?? [];
      passingRows.update(boosters.filter((booster) => !booster.maxLevel));
      permanentRows.update(boosters.filter((booster) => booster.maxLevel > 0));
    },
  };
}

/** @param {Ui} ui @param {Booster} booster */
function createBooster({ game, t, format, busy }, booster) {
  let current = booster;
  const note = h('p', { class: 'note' });
  const state = h('span', {});
  const price = money('', booster.currency);
  const button = h('button', { class: 'button price', onclick: activate }, price, state);
  const element = h(
    'article',
    { class: 'row booster', 'data-booster': booster.type },
    h('span', { class: 'row-icon' }, icon(boosterIcon(booster.type))),
    h('div', { class: 'row-text' }, h('h3', {}, booster.name), h('p', { class: 'muted' }, booster.description), note),
    button,
  );

  async function activate() {
    await busy(button, () => game.activateBooster(current.type), words(t, current));
  }

  return {
    element,
    /** @param {Booster} next */
    update(next) {
      current = next;
      const { phase, leftMs } = game.booster(next);
      const isForSale = phase === 'ready' && next.price > 0;
      const time = format.countdown(leftMs);
      const label = {
        active: t('activeFor', { time }),
        cooling: t('readyIn', { time }),
        spent: t('usedUp'),
        max: t('max'),
        locked: t('locked'),
        ready: t('free'),
      }[phase];
      setText(state, isForSale ? '' : label);
      attribute(price, 'hidden', !isForSale);
      setText(/** @type {Element} */ (price.lastChild), format.price(next.price));
      attribute(button, 'disabled', phase !== 'ready');
      attribute(
        button,
        'aria-label',
        `${next.name}: ${isForSale ? `${format.exact(next.price)} ${t(next.currency)}` : label}`,
      );
      attribute(element, 'data-phase', phase);
      attribute(button, 'data-short', phase === 'ready' && game.held(next.currency) < next.price);
      setText(note, noteOf(t, next));
    },
  };
}

/** @param {Translate} t @param {Booster} booster */
function words(t, { maxLevel, name, level }) {
  return maxLevel > 0 ? t('improved', { name, n: level + 1 }) : t('activated', { name });
}

/** @param {Translate} t @param {Booster} booster */
function noteOf(t, { maxLevel, level, usagesLeft }) {
  if (maxLevel > 0) return t('levelOf', { n: level, max: maxLevel });
  return usagesLeft < 0 ? '' : t('usagesLeft', { n: usagesLeft });
}
