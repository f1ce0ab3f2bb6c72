/** What is won or paid, as a player reads it. */

import { h, money } from '../dom.js';

/** @param {Format} format @param {Prize} won */
export function prize(format, won) {
  return h(
    'span',
    { class: 'prize' },
    won.funz > 0 && money(format.amount(won.funz)),
    won.jokers > 0 && money(format.exact(won.jokers), 'jokers'),
    won.items.map((item) => h('span', {}, `${item.count} × ${item.name}`)),
  );
}

/**
 * Says what was paid, and when that is less than was promised: what does not fit is cut.
 * @param {Translate} t @param {Format} format @param {Prize} paid @param {Prize} promised
 */
export function prizeText(t, format, paid, promised) {
  const parts = [
    paid.funz > 0 && `+${format.amount(paid.funz)} ${t('funz')}`,
    paid.jokers > 0 && `+${format.exact(paid.jokers)} ${t('jokers')}`,
    ...paid.items.map((item) => `+${item.count} × ${item.name}`),
  ];
  const text = parts.filter(Boolean).join(', ') || t('rewardNothing');
  return isLess(paid, promised) ? `${text}. ${t('rewardCut')}` : text;
}

/** @param {Prize} paid @param {Prize} promised */
function isLess(paid, promised) {
  const count = (/** @type {Prize} */ { items }) => items.reduce((sum, item) => sum + item.count, 0);
  return paid.funz < promised.funz || paid.jokers < promised.jokers || count(paid) < count(promised);
}
