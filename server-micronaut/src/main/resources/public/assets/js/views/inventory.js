/** Items: what is held, what using one does, and what can be converted. */

import { attribute, h, icon, Rows, setText } from '../dom.js';
import { conversionMost, multiplied } from '../inventory.js';
import { showSpin } from './bonus.js';
import { prize, prizeText } from './prize.js';

/** @param {Ui} ui @returns {View} */
export function createInventory(ui) {
  const { game, store, t } = ui;
  const items = h('div', { class: 'rows' });
  const nothing = h('p', { class: 'empty', hidden: true }, t('itemsNone'));
  const conversions = h('div', { class: 'rows' });
  const conversionsTitle = h('h2', { hidden: true }, t('conversions'));
  const itemRows = new Rows(
    items,
    (/** @type {HeldItem} */ item) => item.itemId,
    (item) => createItem(ui, item),
  );
  const conversionRows = new Rows(
    conversions,
    (/** @type {Conversion} */ conversion) => conversion.conversionId,
    (conversion) => createConversion(ui, conversion),
  );
  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('inventory')),
      h('p', { class: 'lead' }, t('inventoryText')),
      items,
      nothing,
      conversionsTitle,
      conversions,
    ),
    update() {
      const { inventory } = store;
      attribute(items, 'aria-busy', inventory === null);
      attribute(nothing, 'hidden', inventory?.items.length !== 0);
      attribute(conversionsTitle, 'hidden', !inventory?.conversions.length);
      itemRows.update(inventory?.items ?? []);
      conversionRows.update(inventory?.conversions ?? []);
    },
    load: () => game.loadInventory(),
  };
}

/** @param {Ui} ui @param {HeldItem} item */
function createItem(ui, item) {
  const { t, format } = ui;
  let current = item;
  /** @type {HeldItem|null} */
  let shown = null;
  const count = h('p', { class: 'note' });
  const content = h('div', { class: 'quest-foot' });
  const element = h(
    'article',
    { class: 'row quest', 'data-item': item.itemId },
    h('span', { class: 'row-icon' }, icon('inventory')),
    h('div', { class: 'row-text' }, h('h3', {}, item.name), h('p', { class: 'muted' }, item.description), count),
    content,
  );
  const button = h('button', {
    class: 'button primary',
    onclick: () => ui.busy(button, () => use(ui, current)),
  });
  return {
    element,
    /** @param {HeldItem} next */
    update(next) {
      current = next;
      if (next === shown) return;
      shown = next;
      const held = format.exact(next.count);
      setText(count, next.max === null ? held : t('itemHeld', { n: held, max: format.exact(next.max) }));
      attribute(content, 'hidden', !next.use);
      if (!next.use) return;
      const { type, reward } = next.use;
      setText(button, t({ reward: 'itemOpen', booster: 'itemStart', spin: 'itemSpin' }[type]));
      attribute(button, 'aria-label', `${button.textContent}: ${next.name}`);
      content.replaceChildren(reward ? prize(format, reward) : h('span', { class: 'muted' }, effect(ui, next.use)), button);
    },
  };
}

/** @param {Ui} ui @param {string|null} type */
function boosterName({ store }, type) {
  return store.game?.boosters.find((booster) => booster.type === type)?.name ?? type ?? '';
}

/** @param {Ui} ui @param {ItemUse} use */
function effect(ui, { type, boosterType }) {
  return type === 'spin' ? ui.t('itemSpins') : ui.t('itemStarts', { name: boosterName(ui, boosterType) });
}

/** @param {Ui} ui @param {HeldItem} item */
async function use(ui, item) {
  const { game, t, format, notify } = ui;
  const { reward, booster, spin } = await game.useItem(item.itemId);
  if (spin) showSpin(ui, null, spin);
  else if (reward) notify(prizeText(t, format, reward, reward));
  else if (booster) notify(t('activated', { name: booster.name }));
}

/** @param {Ui} ui @param {Conversion} conversion */
function createConversion(ui, conversion) {
  const { game, store, t, format, notify } = ui;
  let current = conversion;
  /** @type {Conversion|null} */
  let shown = null;
  let shownCount = 0;
  const rate = h('div', { class: 'conversion-rate' });
  const note = h('p', { class: 'note' });
  const count = h('input', {
    class: 'conversion-count',
    type: 'number',
    inputmode: 'numeric',
    min: 1,
    step: 1,
    value: 1,
    'aria-label': `${conversion.name}: ${t('conversionCount')}`,
    oninput: show,
  });
  const most = h('button', { class: 'button', onclick: () => ask(mostNow()) }, t('conversionMost'));
  const button = h('button', { class: 'button primary', onclick: convert }, t('convert'));
  const element = h(
    'article',
    { class: 'row conversion', 'data-conversion': conversion.conversionId },
    h('h3', {}, conversion.name),
    rate,
    note,
    h('div', { class: 'conversion-line' }, count, most, button),
  );

  function mostNow() {
    return conversionMost(current, game.balance, game.held('jokers'), store.inventory?.items ?? []);
  }

  /** @param {number} times */
  function ask(times) {
    count.value = String(Math.max(1, times));
    show();
  }

  function asked() {
    const times = Number(count.value);
    return Number.isSafeInteger(times) && times > 0 ? times : 0;
  }

  function show() {
    const times = asked();
    attribute(button, 'disabled', times === 0 || times > mostNow());
    if (times === shownCount && current === shown) return;
    shownCount = times;
    shown = current;
    const { from, to, daily, maxPerOperation } = current;
    rate.replaceChildren(prize(format, multiplied(from, times || 1)), icon('chevron'), prize(format, multiplied(to, times || 1)));
    attribute(count, 'max', maxPerOperation);
    setText(
      note,
      daily
        ? t('conversionLeft', { n: format.exact(daily.remaining), max: format.exact(daily.limit) })
        : t('conversionAtOnce', { n: format.exact(maxPerOperation) }),
    );
  }

  async function convert() {
    await ui.busy(button, async () => {
      const { given } = await game.convert(current.conversionId, asked());
      notify(prizeText(t, format, given, given));
      ask(1);
    });
  }

  return {
    element,
    /** @param {Conversion} next */
    update(next) {
      current = next;
      show();
    },
  };
}
