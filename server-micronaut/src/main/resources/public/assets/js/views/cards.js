/** Cards by category: price, income, payback and requirements; and the special ones that are forged. */

import { attribute, h, icon, money, picture, Rows, setText, setVariable } from '../dom.js';
import { createSpecialCards } from './special.js';

const SPECIAL = 'special';
const HUE_STEP_DEGREES = 23;
const FALLBACK = 'assets/cards/card.svg';

/** @param {Ui} ui @returns {View} */
export function createCards(ui) {
  const { game, store, t } = ui;
  let chosen = '';
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': t('cards') });
  const grid = h('div', { class: 'card-grid' });
  const special = createSpecialCards(ui);
  const tiles = new Rows(
    grid,
    (/** @type {Card} */ card) => card.id,
    (card) => createTile(ui, card),
  );
  const chipRows = new Rows(
    chips,
    (/** @type {string} */ id) => id,
    (id) => {
      const text = h('span', {});
      const element = h('button', { class: 'chip', onclick: () => choose(id) }, text);
      return {
        element,
        update() {
          setText(text, id === SPECIAL ? t('special') : categoryName(store.catalog, id));
          attribute(element, 'aria-pressed', String(id === chosen));
        },
      };
    },
  );

  /** @param {string} id */
  function choose(id) {
    chosen = id;
    update();
  }

  function update() {
    const cards = store.cards ?? [];
    attribute(grid, 'aria-busy', store.cards === null);
    chosen ||= cards[0]?.category ?? '';
    chipRows.update([...new Set(cards.map((card) => card.category)), ...(store.specialCards?.length ? [SPECIAL] : [])]);
    tiles.update(cards.filter((card) => card.category === chosen));
    attribute(grid, 'hidden', chosen === SPECIAL);
    attribute(special.element, 'hidden', chosen !== SPECIAL);
    special.update();
  }

  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('cards')),
      h('p', { class: 'lead' }, t('cardsText')),
      chips,
      grid,
      special.element,
    ),
    update,
    load: () => game.loadCards(),
  };
}

/** @param {Catalog} catalog @param {string} id */
function categoryName(catalog, id) {
  return catalog.categories?.find((category) => category.id === id)?.name ?? id.charAt(0).toUpperCase() + id.slice(1);
}

/** @param {Ui} ui @param {Card} card */
function createTile(ui, card) {
  const { game, t, format } = ui;
  let current = card;
  const level = h('span', { class: 'card-level' });
  const income = h('span', { class: 'card-income' });
  const payback = h('span', { class: 'card-payback muted' });
  const need = h('span', {});
  const needs = h('p', { class: 'card-need' }, icon('lock'), need);
  const price = money('', card.currency);
  const buy = h('button', { class: 'button price', onclick: () => purchase(ui, current, buy) }, price);
  const art = picture([card.image, `assets/cards/${card.category}.svg`, FALLBACK], 'card-art');
  const element = h(
    'article',
    { class: 'card-tile', 'data-card': card.id },
    h(
      'button',
      { class: 'card-info', onclick: () => cardSheet(ui, current) },
      h('span', { class: 'card-frame' }, art, level),
      h('span', { class: 'card-name' }, card.name),
      income,
      payback,
    ),
    needs,
    buy,
  );
  return {
    element,
    /** @param {Card} next @param {number} index */
    update(next, index) {
      current = next;
      setVariable(art, '--hue', `${((index + 1) >> 1) * (index % 2 ? 1 : -1) * HUE_STEP_DEGREES}deg`);
      const obstacle = obstacleOf(ui, next);
      attribute(level, 'hidden', next.level === null);
      setText(level, next.isMaxLevelReached ? t('max') : t('level', { n: next.level ?? 0 }));
      setText(income, incomeText(ui, next));
      setText(payback, next.paybackHours === null ? '' : t('payback', { time: paybackTime(ui, next.paybackHours) }));
      attribute(needs, 'hidden', obstacle === '');
      setText(need, obstacle);
      attribute(buy, 'hidden', obstacle !== '');
      setText(/** @type {Element} */ (price.lastChild), format.price(next.buyOrUpgradeCost ?? 0));
      attribute(
        buy,
        'aria-label',
        `${next.name}, ${t(next.level === null ? 'buy' : 'upgrade')}: ${format.exact(next.buyOrUpgradeCost ?? 0)}`,
      );
      attribute(buy, 'data-short', game.held(next.currency) < (next.buyOrUpgradeCost ?? 0));
      attribute(element, 'data-locked', obstacle !== '' && !next.isMaxLevelReached);
    },
  };
}

/** @param {Ui} ui @param {Card} card */
function incomeText({ t, format }, { level, incomePerHour, nextIncomePerHour }) {
  return t('perHour', { n: format.short(level === null ? (nextIncomePerHour ?? 0) : incomePerHour) });
}

/** @param {Ui} ui @param {number} hours */
function paybackTime({ format }, hours) {
  return hours < 48 ? format.unit(hours, 'hour') : format.unit(Math.round(hours / 24), 'day');
}

/** Says why the next level cannot be bought; empty when it can, given the money. @param {Ui} ui @param {Card} card */
function obstacleOf({ t, format }, card) {
  if (card.isMaxLevelReached) return t('maxLevel');
  if (card.isComingSoon)
    return card.availableFrom ? t('comingOn', { date: format.date(card.availableFrom) }) : t('comingSoon');
  if (!card.isAvailable) return t('gone');
  const missing = card.buyOrUpgradeRequirements.find((requirement) => requirement.isMissing);
  return missing ? requirementText(t, missing) : '';
}

/**
 * @param {Translate} t @param {Requirement} requirement
 * @param {(id: string) => string} [questName] what a quest is called; quests have no names of their own
 */
export function requirementText(t, requirement, questName = (id) => id) {
  const { type, cardName = '', level = 1, rank = 1, friends = 1, questId = '' } = requirement;
  return {
    card: () => t('needCard', { name: cardName, n: level }),
    rank: () => t('needRank', { n: rank }),
    friends: () => t('needFriends', { n: friends }),
    quest: () => t('needQuest', { name: questName(questId) }),
  }[type]();
}

/** @param {Translate} t @param {Requirement[]} requirements @param {(id: string) => string} [questName] */
export function requirementList(t, requirements, questName) {
  return (
    requirements.length > 0 &&
    h(
      'ul',
      { class: 'requirements', 'aria-label': t('needs') },
      requirements.map((requirement) =>
        h(
          'li',
          { class: requirement.isMissing ? 'missing' : 'met' },
          icon(requirement.isMissing ? 'lock' : 'check'),
          requirementText(t, requirement, questName),
        ),
      ),
    )
  );
}

/** @param {Ui} ui @param {Card} card @param {HTMLElement} button */
async function purchase(ui, card, button) {
  const success =
    card.level === null
      ? ui.t('bought', { name: card.name })
      : ui.t('improved', { name: card.name, n: card.nextLevel ?? 0 });
  await ui.busy(button, () => ui.game.buyCard(card), success);
}

/** @param {Ui} ui @param {Card} card */
function cardSheet(ui, card) {
  const { t, format } = ui;
  const obstacle = obstacleOf(ui, card);
  const buy = async () => {
    ui.closeSheet();
    await purchase(ui, card, button);
  };
  const button = h(
    'button',
    { class: 'button primary large', onclick: buy },
    t(card.level === null ? 'buy' : 'upgrade'),
    money(format.exact(card.buyOrUpgradeCost ?? 0), card.currency),
  );
  /** @param {string} name @param {string} value */
  const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
  const { nextLevel, nextIncomePerHour } = card;
  ui.openSheet(
    card.name,
    picture([card.image, `assets/cards/${card.category}.svg`, FALLBACK], 'sheet-art'),
    h('p', { class: 'muted' }, card.description),
    h(
      'dl',
      { class: 'facts' },
      card.level !== null && fact(t('incomeNow'), t('perHour', { n: format.exact(card.incomePerHour) })),
      nextLevel !== null &&
        fact(t('incomeNext', { n: nextLevel }), t('perHour', { n: format.exact(nextIncomePerHour ?? 0) })),
      nextLevel !== null &&
        fact(t('incomeGain'), t('perHour', { n: format.exact((nextIncomePerHour ?? 0) - card.incomePerHour) })),
      card.paybackHours !== null && fact(t('payback', { time: '' }).trim(), paybackTime(ui, card.paybackHours)),
    ),
    requirementList(t, card.buyOrUpgradeRequirements),
    card.availableUntil && h('p', { class: 'muted' }, t('untilDate', { date: format.date(card.availableUntil) })),
    obstacle ? h('p', { class: 'card-need large' }, icon(card.isMaxLevelReached ? 'star' : 'lock'), obstacle) : button,
  );
}
