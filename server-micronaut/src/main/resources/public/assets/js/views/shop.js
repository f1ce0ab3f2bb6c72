/** What the store sells, under the banners that promote something. */

import { attribute, h, icon, money, picture, Rows, setText } from '../dom.js';
import { listingObstacle } from '../listings.js';
import { requirementList } from './cards.js';
import { prize, prizeText } from './prize.js';

/** @param {Ui} ui @returns {View} */
export function createShop(ui) {
  const { game, store, t, format } = ui;
  const balance = money('');
  const banners = h('div', { class: 'banners' });
  const listings = h('div', { class: 'rows' });
  const nothing = h('p', { class: 'empty', hidden: true }, t('shopNone'));
  const bannerRows = new Rows(banners, (/** @type {Banner} */ banner) => banner.id, createBanner);
  const listingRows = new Rows(
    listings,
    (/** @type {Listing} */ listing) => listing.listingId,
    (listing) => createListing(ui, listing),
  );
  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('shop')),
      h('p', { class: 'lead' }, t('shopText'), ' ', balance),
      banners,
      listings,
      nothing,
    ),
    update() {
      setText(/** @type {Element} */ (balance.lastChild), format.amount(game.balance));
      attribute(listings, 'aria-busy', store.listings === null);
      attribute(nothing, 'hidden', store.listings?.length !== 0);
      bannerRows.update(store.banners ?? []);
      listingRows.update(store.listings ?? []);
    },
    load: async () => {
      await Promise.all([game.loadListings(), game.loadBanners()]);
    },
  };
}

/** Texts of banners are plain text, and their links are HTTPS. @param {Banner} banner */
function createBanner(banner) {
  const inside = [
    banner.image && picture([banner.image], 'banner-art'),
    h('span', { class: 'banner-text' }, h('strong', {}, banner.title), h('span', {}, banner.text)),
  ];
  const element = banner.actionUrl
    ? h('a', { class: 'banner', href: banner.actionUrl, target: '_blank', rel: 'noopener noreferrer' }, ...inside)
    : h('div', { class: 'banner' }, ...inside);
  return { element, update: () => {} };
}

/** @param {Ui} ui @param {Listing} listing */
function createListing(ui, listing) {
  const { game, t, format } = ui;
  let current = listing;
  /** @type {Listing|null} */
  let shown = null;
  const note = h('p', { class: 'note' });
  const details = h('div', { class: 'special-details' });
  const price =
    listing.currency === 'stars' ? h('span', { class: 'money' }, icon('star'), h('span', {})) : money('', listing.currency);
  const state = h('span', {});
  const button = h('button', { class: 'button price', onclick: buy }, price, state);
  const element = h(
    'article',
    { class: 'row special', 'data-listing': listing.listingId },
    picture([listing.image, 'assets/cards/card.svg'], 'special-art'),
    h('div', { class: 'row-text' }, h('h3', {}, listing.name), h('p', { class: 'muted' }, listing.description), note),
    details,
    button,
  );

  async function buy() {
    await ui.busy(button, current.currency === 'stars' ? pay : purchase);
  }

  async function purchase() {
    const { goods } = await game.purchase(current.listingId, current.price);
    ui.notify(prizeText(t, format, goods, goods));
  }

  /** Telegram takes the Stars, and tells the server; the page learns only that its sheet was closed. */
  async function pay() {
    const { invoiceLink } = await game.invoice(current.listingId, current.price);
    const isOpen = ui.telegram.pay(invoiceLink, (status) => {
      if (status === 'paid') ui.run(async () => ui.notify(t((await game.awaitChange()) ? 'starsPaid' : 'starsOnTheirWay')));
    });
    if (!isOpen) ui.notify(t('starsInTelegram'), 'error');
  }

  return {
    element,
    /** @param {Listing} next */
    update(next) {
      current = next;
      attribute(button, 'data-short', next.currency !== 'stars' && game.held(next.currency) < next.price);
      if (next === shown) return;
      shown = next;
      const obstacle = listingObstacle(next);
      const isForSale = obstacle === null && next.price > 0;
      setText(state, isForSale ? '' : t(obstacle ?? 'free'));
      attribute(price, 'hidden', !isForSale);
      setText(/** @type {Element} */ (price.lastChild), format.price(next.price));
      attribute(button, 'disabled', obstacle !== null);
      attribute(
        button,
        'aria-label',
        `${next.name}: ${isForSale ? `${format.exact(next.price)} ${t(next.currency)}` : state.textContent}`,
      );
      attribute(element, 'data-locked', obstacle !== null);
      setText(note, noteOf(ui, next));
      details.replaceChildren(
        ...[
          prize(format, next.goods),
          obstacle === 'locked' && requirementList(t, next.requirements),
          next.availableUntil && h('p', { class: 'muted' }, t('untilDate', { date: format.date(next.availableUntil) })),
        ].filter((child) => child instanceof Node),
      );
    },
  };
}

/** The limit that is met first. @param {Ui} ui @param {Listing} listing */
function noteOf({ t, format }, { daily, total, left }) {
  if (left !== null) return t('listingLeftOfAll', { n: format.exact(left) });
  if (total) return t('listingLeftForYou', { n: format.exact(total.remaining), max: format.exact(total.limit) });
  return daily ? t('conversionLeft', { n: format.exact(daily.remaining), max: format.exact(daily.limit) }) : '';
}
