/** Stories: sets of cards, each with a chapter to read and a reward to claim. */

import { attribute, h, icon, money, Rows } from '../dom.js';

/** @param {Ui} ui @returns {View} */
export function createStories(ui) {
  const { game, store, t } = ui;
  const list = h('div', { class: 'rows' });
  const rows = new Rows(
    list,
    (/** @type {Story} */ story) => story.id,
    () => createStory(ui),
  );
  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('stories')),
      h('p', { class: 'lead' }, t('storiesText')),
      list,
    ),
    update() {
      attribute(list, 'aria-busy', store.stories === null);
      rows.update(store.stories ?? []);
    },
    load: () => game.loadStories(),
  };
}

/** @param {Ui} ui */
function createStory(ui) {
  const element = h('article', { class: 'row story' });
  /** @type {Story|null} */
  let shown = null;
  return {
    element,
    /** @param {Story} story */
    update(story) {
      if (story === shown) return;
      shown = story;
      attribute(element, 'data-story', story.id);
      element.replaceChildren(...content(ui, story));
    },
  };
}

/** @param {Ui} ui @param {Story} story */
function content(ui, story) {
  const { t, format, game } = ui;
  const owned = story.cards.filter((card) => card.isOwned).length;
  const bar = h('div', {
    class: 'bar',
    role: 'progressbar',
    'aria-label': story.name,
    'aria-valuemax': story.cards.length,
    'aria-valuenow': owned,
  });
  bar.style.setProperty('--fill', String(owned / story.cards.length));
  const claim = () =>
    ui.run(
      () => game.claimStory(story.id),
      `+${format.amount(story.reward.funz)} ${t('funz')}, +${story.reward.jokers} ${t('jokers')}`,
    );
  return [
    h('h2', {}, story.name),
    h('p', { class: 'muted' }, t('collected', { n: owned, max: story.cards.length })),
    bar,
    h(
      'ul',
      { class: 'story-cards' },
      story.cards.map((card) =>
        h('li', { class: card.isOwned ? 'met' : 'missing' }, card.isOwned ? icon('check') : icon('cards'), card.name),
      ),
    ),
    h(
      'p',
      { class: 'story-reward' },
      icon('gift'),
      money(format.amount(story.reward.funz)),
      money(format.exact(story.reward.jokers), 'jokers'),
    ),
    h(
      'div',
      { class: 'choices' },
      h(
        'button',
        { class: 'button', disabled: !story.chapter, onclick: () => readChapter(ui, story) },
        icon(story.chapter ? 'stories' : 'lock'),
        t('read'),
      ),
      story.isClaimed
        ? h('p', { class: 'claimed' }, icon('check'), t('claimed'))
        : h('button', { class: 'button primary', disabled: !story.isUnlocked, onclick: claim }, t('claim')),
    ),
  ];
}

/** @param {Ui} ui @param {Story} story */
function readChapter(ui, story) {
  const paragraphs = (story.chapter ?? '').split(/\n\s*\n/);
  ui.openSheet(
    story.name,
    h(
      'div',
      { class: 'chapter' },
      paragraphs.map((text) => h('p', {}, text)),
    ),
  );
}
