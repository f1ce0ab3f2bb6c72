/** Special cards: what they are made of, and the forge that uses it up. */

import { attribute, h, icon, money, picture, Rows, setText } from '../dom.js';
import { requirementList } from './cards.js';

/** @param {Ui} ui @returns {View} */
export function createSpecialCards(ui) {
  const element = h('div', { class: 'rows' });
  const rows = new Rows(
    element,
    (/** @type {SpecialCard} */ card) => card.id,
    (card) => createSpecialCard(ui, card),
  );
  return { element, update: () => rows.update(ui.store.specialCards ?? []) };
}

/** @param {Ui} ui @param {SpecialCard} card */
function createSpecialCard(ui, card) {
  const { t, format } = ui;
  let current = card;
  /** @type {SpecialCard|null} */
  let shown = null;
  const count = h('p', { class: 'note' });
  const details = h('div', { class: 'special-details' });
  const button = h(
    'button',
    { class: 'button price', onclick: () => confirm(ui, current) },
    icon('forge'),
    money(format.price(card.jokers), 'jokers'),
  );
  const element = h(
    'article',
    { class: 'row special', 'data-special': card.id },
    picture([card.image, 'assets/cards/card.svg'], 'special-art'),
    h('div', { class: 'row-text' }, h('h2', {}, card.name), h('p', { class: 'muted' }, card.description), count),
    details,
    button,
  );
  return {
    element,
    /** @param {SpecialCard} next */
    update(next) {
      current = next;
      if (next === shown) return;
      shown = next;
      setText(count, t('forgedOf', { n: next.forged, max: next.forgeLimit }));
      details.replaceChildren(
        ...[
          next.incomePerHour > 0 &&
            h('p', { class: 'card-income' }, t('perHour', { n: format.exact(next.incomePerHour) })),
          ingredientList(next),
          requirementList(t, next.requirements),
        ].filter((child) => child instanceof Node),
      );
      attribute(button, 'disabled', !isForgeable(next));
      attribute(button, 'aria-label', `${t('forge')}: ${next.name}, ${next.jokers} ${t('jokers')}`);
      attribute(element, 'data-locked', !isForgeable(next));
    },
  };
}

/** @param {SpecialCard} card */
function isForgeable({ isAvailable, forged, forgeLimit, ingredients, requirements }) {
  return isAvailable && forged < forgeLimit && ![...ingredients, ...requirements].some((needed) => needed.isMissing);
}

/** @param {SpecialCard} card */
function ingredientList({ ingredients }) {
  return h(
    'ul',
    { class: 'requirements' },
    ingredients.map(({ name, held, amount, isMissing }) =>
      h(
        'li',
        { class: isMissing ? 'missing' : 'met' },
        icon(isMissing ? 'lock' : 'check'),
        `${name} ${Math.min(held, amount)}/${amount}`,
      ),
    ),
  );
}

/** Asks first, since forging cannot be taken back. @param {Ui} ui @param {SpecialCard} card */
function confirm(ui, card) {
  const { t, game, format } = ui;
  const forge = () => {
    ui.closeSheet();
    ui.run(() => game.forge(card.id), t('forged', { name: card.name }));
  };
  ui.openSheet(
    t('forgeTitle', { name: card.name }),
    picture([card.image, 'assets/cards/card.svg'], 'sheet-art'),
    h('p', {}, t('forgeText')),
    h(
      'ul',
      { class: 'requirements' },
      card.ingredients.map(({ name, amount }) => h('li', {}, icon('cards'), `${name} ×${amount}`)),
      h('li', {}, money(format.exact(card.jokers), 'jokers')),
    ),
    h(
      'div',
      { class: 'choices' },
      h('button', { class: 'button', onclick: ui.closeSheet }, t('cancel')),
      h('button', { class: 'button primary', onclick: forge }, icon('forge'), t('forge')),
    ),
  );
}
