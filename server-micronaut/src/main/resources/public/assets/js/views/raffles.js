/** Raffles: tickets, what they can win, and the draw that anyone can check. */

import { attribute, h, icon, money, Rows, setText } from '../dom.js';
import { requirementList } from './cards.js';
import { prize } from './prize.js';

/** The server sells no more than this at once. */
const AT_ONCE = 100;

/** @param {Ui} ui @returns {View} */
export function createRaffles(ui) {
  const { game, store, t } = ui;
  const list = h('div', { class: 'rows' });
  const nothing = h('p', { class: 'empty', hidden: true }, t('rafflesNone'));
  const rows = new Rows(
    list,
    (/** @type {Raffle} */ raffle) => raffle.raffleId,
    (raffle) => createRow(ui, raffle),
  );
  return {
    element: h('section', { class: 'view' }, h('h1', {}, t('raffles')), h('p', { class: 'lead' }, t('rafflesText')), list, nothing),
    update() {
      game.keepRaffles();
      attribute(list, 'aria-busy', store.raffles === null);
      attribute(nothing, 'hidden', store.raffles?.length !== 0);
      rows.update(store.raffles ?? []);
    },
    load: () => game.loadRaffles(),
  };
}

/** @param {Ui} ui @param {Raffle} raffle */
function createRow(ui, raffle) {
  const { game, t, format } = ui;
  let current = raffle;
  /** @type {Raffle|null} */
  let shown = null;
  const when = h('p', { class: 'note' });
  const sold = h('p', { class: 'muted' });
  const details = h('div', { class: 'special-details' });
  const count = h('input', {
    class: 'conversion-count',
    type: 'number',
    inputmode: 'numeric',
    min: 1,
    step: 1,
    value: 1,
    'aria-label': `${raffle.name}: ${t('raffleCount')}`,
    oninput: showPrice,
  });
  const price = money('', raffle.currency);
  const free = h('span', {});
  const buy = h('button', { class: 'button price', onclick: () => ui.busy(buy, purchase) }, t('raffleBuy'), ' ', price, free);
  const sale = h('div', { class: 'conversion-line' }, count, buy);
  const mine = h('button', { class: 'button', onclick: () => ui.busy(mine, showMine) }, t('raffleTickets'));
  attribute(mine, 'aria-label', `${t('raffleTickets')}: ${raffle.name}`);
  const check = h(
    'a',
    {
      class: 'button',
      href: `raffle.html?id=${encodeURIComponent(raffle.raffleId)}`,
      target: '_blank',
      rel: 'noopener',
      'aria-label': `${t('raffleCheck')}: ${raffle.name}`,
    },
    t('raffleCheck'),
  );
  const element = h(
    'article',
    { class: 'row special tournament', 'data-raffle': raffle.raffleId },
    h('div', { class: 'row-text' }, h('h3', {}, raffle.name), h('p', { class: 'muted' }, raffle.description), when, sold),
    h(
      'ul',
      { class: 'raffle-prizes' },
      raffle.prizes.map((each) => h('li', {}, t('rafflePrize', { n: format.exact(each.winners) }), prize(format, each.prize))),
    ),
    details,
    sale,
    h('div', { class: 'tournament-buttons' }, mine, check),
  );

  function most() {
    return Math.min(current.remaining, AT_ONCE);
  }

  /** How many are asked for; 0 when that cannot be bought. */
  function asked() {
    const tickets = Number(count.value);
    return Number.isSafeInteger(tickets) && tickets > 0 && tickets <= most() ? tickets : 0;
  }

  function showPrice() {
    const tickets = asked();
    const cost = current.price * (tickets || 1);
    attribute(buy, 'disabled', tickets === 0 || !current.isEligible);
    attribute(buy, 'data-short', cost > 0 && game.held(current.currency) < cost);
    attribute(price, 'hidden', cost === 0);
    setText(/** @type {Element} */ (price.lastChild), format.price(cost));
    setText(free, cost === 0 ? t('free') : '');
    attribute(
      buy,
      'aria-label',
      `${t('raffleBuy')}: ${current.name}, ${cost ? `${format.exact(cost)} ${t(current.currency)}` : t('free')}`,
    );
  }

  async function purchase() {
    const quantity = asked();
    await game.buyTickets(current, quantity);
    ui.notify(t('raffleBought', { n: quantity }));
    count.value = '1';
    showPrice();
  }

  async function showMine() {
    const { numbers, wins, isDrawn } = await game.raffleTickets(current);
    ui.openSheet(
      current.name,
      h('p', {}, t('raffleMine', { n: current.ticketsHeld, max: current.limitPerPlayer })),
      numbers.length > 0 && h('p', { class: 'raffle-numbers' }, numbers.map((each) => h('span', {}, range(format, each)))),
      isDrawn && wins.length === 0 && numbers.length > 0 && h('p', { class: 'muted' }, t('raffleNotWon')),
      ...wins.map((win) =>
        h('p', { class: 'raffle-win' }, icon('gift'), t('raffleWon', { n: format.exact(win.ticket) }), prize(format, win.prize)),
      ),
    );
  }

  return {
    element,
    /** @param {Raffle} next */
    update(next) {
      current = next;
      setText(when, whenText(ui, next));
      attribute(sale, 'hidden', !isOnSale(ui, next) || next.remaining === 0);
      showPrice();
      if (next === shown) return;
      shown = next;
      attribute(element, 'data-state', next.status);
      attribute(count, 'max', most());
      attribute(mine, 'hidden', next.ticketsHeld === 0);
      setText(sold, soldText(ui, next));
      const isMissing = next.requirements.some((requirement) => requirement.isMissing);
      details.replaceChildren(
        ...[isOnSale(ui, next) && isMissing && requirementList(t, next.requirements)].filter((child) => child instanceof Node),
      );
    },
  };
}

/** @param {Format} format @param {{first: number, count: number}} block of tickets with numbers in a row */
function range(format, { first, count }) {
  const last = first + count - 1;
  return count === 1 ? format.exact(first) : `${format.exact(first)}–${format.exact(last)}`;
}

/** @param {Ui} ui @param {Raffle} raffle */
function isOnSale({ clock }, { status, opensAt, closesAt }) {
  const now = clock.now();
  return status === 'open' && Date.parse(opensAt) <= now && now < Date.parse(closesAt);
}

/** @param {Ui} ui @param {Raffle} raffle */
function whenText(ui, raffle) {
  const { t, format, clock } = ui;
  const now = clock.now();
  const { status, opensAt, closesAt, ticketsHeld } = raffle;
  if (isOnSale(ui, raffle)) return t('raffleClosesIn', { time: format.span(Date.parse(closesAt) - now) });
  if (status === 'open' && now < Date.parse(opensAt)) return t('raffleOpensIn', { time: format.span(Date.parse(opensAt) - now) });
  if (ticketsHeld === 0 && (status === 'cancelled' || status === 'refunded')) return t('raffleCancelled');
  return t(`raffleState_${status === 'open' ? 'closed' : status}`);
}

/** @param {Ui} ui @param {Raffle} raffle */
function soldText({ t, format }, { isOpen, ticketsLeft, ticketsHeld, limitPerPlayer }) {
  return [
    isOpen && t('raffleLeft', { n: format.exact(ticketsLeft) }),
    ticketsHeld > 0 && t('raffleMine', { n: ticketsHeld, max: limitPerPlayer }),
  ]
    .filter(Boolean)
    .join(' · ');
}
