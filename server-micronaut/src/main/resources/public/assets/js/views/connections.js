/** What the player uses outside the game: the exchange, to choose, and the wallet, to see. */

import { attribute, h, icon } from '../dom.js';

const ADDRESS_START = 8;
const ADDRESS_END = 6;

/** Opens the sheet, once it is known what stands in it. @param {Ui} ui */
export async function connectionSheet(ui) {
  await ui.game.loadConnections();
  const { store, t } = ui;
  const exchanges = store.catalog.exchanges ?? [];
  ui.openSheet(
    t('connections'),
    h('h3', {}, t('wallet')),
    wallet(ui),
    exchanges.length > 0 && h('h3', {}, t('exchange')),
    exchanges.length > 0 && h('p', { class: 'muted' }, t('exchangeText')),
    exchanges.length > 0 && exchangeChoice(ui, exchanges),
  );
}

/** @param {Ui} ui */
function wallet({ store, t, format }) {
  const ton = store.connections?.ton;
  if (!ton) return h('p', { class: 'muted', 'data-wallet': 'none' }, t('walletNone'));
  const { address, connectedAt } = ton;
  return h(
    'p',
    { class: 'wallet', 'data-wallet': 'ton' },
    icon('wallet'),
    h(
      'span',
      { class: 'row-text' },
      h('strong', { title: address }, shortAddress(address)),
      h('span', { class: 'muted' }, t('walletSince', { date: format.date(connectedAt) })),
    ),
  );
}

/** Returns the two ends of a wallet's address, which are what people compare. @param {string} address */
export function shortAddress(address) {
  return address.length > ADDRESS_START + ADDRESS_END
    ? `${address.slice(0, ADDRESS_START)}…${address.slice(-ADDRESS_END)}`
    : address;
}

/** @param {Ui} ui @param {{id: string, name: string}[]} exchanges */
function exchangeChoice(ui, exchanges) {
  const { store, t, game } = ui;
  const buttons = exchanges.map(({ id, name }) =>
    h('button', { class: 'chip', 'data-exchange': id, onclick: () => choose(id, name) }, name),
  );
  const group = h('div', { class: 'exchanges', role: 'group', 'aria-label': t('exchange') }, buttons);

  /** @param {string} id @param {string} name */
  async function choose(id, name) {
    await ui.busy(group, () => game.chooseExchange(id), t('exchangeChosen', { name }));
    show();
  }

  function show() {
    const chosen = store.connections?.exchange?.id;
    for (const button of buttons) attribute(button, 'aria-pressed', String(button.dataset.exchange === chosen));
  }

  show();
  return group;
}
