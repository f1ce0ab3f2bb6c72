/** What the game has to tell: a sheet with all of it, and one that lays itself over the game. */

import { attribute, h, icon } from '../dom.js';

/** The button in the header that opens the news; a dot says that some is new. @param {Ui} ui */
export function createNewsButton(ui) {
  const { game, store, t } = ui;
  const element = h(
    'button',
    { class: 'pill news', 'aria-label': t('news'), title: t('news'), onclick: () => ui.run(open) },
    icon('news'),
  );

  async function open() {
    await game.loadNews();
    const news = store.news ?? [];
    ui.openSheet(
      t('news'),
      ...(news.length ? news.map((each) => article(ui, each)) : [h('p', { class: 'empty' }, t('newsNone'))]),
    );
    if (news.some((each) => !each.isRead)) await game.markNewsRead(null);
  }

  return {
    element,
    update() {
      const isNew = store.news?.some((each) => !each.isRead) ?? false;
      attribute(element, 'data-new', isNew);
      attribute(element, 'aria-label', isNew ? t('newsNew') : t('news'));
    },
  };
}

/** Shows the news that is to be laid over the game, if there is any; whoever closes it has read it. @param {Ui} ui */
export async function showPopup(ui) {
  await ui.game.loadNews();
  const popup = ui.store.news?.find((each) => each.isPopup);
  if (!popup || ui.isSheetOpen()) return;
  ui.openSheet(
    popup.title,
    ...content(ui, popup),
    h('button', { class: 'button primary large', autofocus: true, onclick: ui.closeSheet }, ui.t('collect')),
  );
  await ui.game.markNewsRead([popup.id]);
}

/** @param {Ui} ui @param {News} each */
function article(ui, each) {
  return h('article', { class: 'news-item', 'data-news': each.id, 'data-new': !each.isRead }, h('h3', {}, each.title), ...content(ui, each));
}

/** Texts are plain text, and links are HTTPS. @param {Ui} ui @param {News} each */
function content({ t, format }, { text, actionUrl, publishedAt }) {
  return [
    publishedAt && h('p', { class: 'muted' }, format.date(publishedAt)),
    h('p', { class: 'news-text' }, text),
    actionUrl && h('a', { class: 'button', href: actionUrl, target: '_blank', rel: 'noopener noreferrer' }, t('newsMore')),
  ];
}
