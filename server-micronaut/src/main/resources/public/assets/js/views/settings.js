/** What belongs to the account and not to the game: the language, and the end of it. */

import { attribute, h, icon } from '../dom.js';
import { STRINGS } from '../strings.js';

/** @param {Ui} ui */
export function settingsSheet(ui) {
  const { t } = ui;
  ui.openSheet(
    t('settings'),
    h('h3', {}, t('language')),
    languageChoice(ui),
    h('p', { class: 'muted' }, t('languageText')),
    h('h3', {}, t('account')),
    h('p', { class: 'muted' }, t('accountText')),
    h('button', { class: 'button', onclick: () => deletionSheet(ui) }, icon('delete'), t('deleteAccount')),
  );
}

/** @param {Ui} ui */
function languageChoice(ui) {
  const { store, t, telegram } = ui;
  const chosen = Object.keys(STRINGS).find((language) => language === store.player?.chosenLanguage) ?? '';
  /** @param {string} language none for no choice @param {string} name */
  const choice = (language, name) =>
    h(
      'button',
      {
        class: 'chip',
        lang: language || null,
        'data-language': language,
        'aria-pressed': String(language === chosen),
        autofocus: language === chosen,
        onclick: () => choose(language),
      },
      name,
    );
  const languages = Object.entries(STRINGS).map(([language, texts]) => choice(language, String(texts.languageName)));
  const automatic = choice('', t(telegram.isInside ? 'languageTelegram' : 'languageDevice'));
  const group = h('div', { class: 'exchanges', role: 'group', 'aria-label': t('language') }, automatic, languages);

  /** @param {string} language */
  async function choose(language) {
    await ui.busy(group, () => ui.speak(language || null));
  }

  return group;
}

/** Says what goes and what stays, and takes a word for it that this is meant. @param {Ui} ui */
function deletionSheet(ui) {
  const { game, t } = ui;
  const word = t('deleteWord');
  const input = h('input', {
    id: 'delete-word',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    oninput: () => attribute(button, 'disabled', !isConfirmed()),
  });
  const button = h('button', { class: 'button danger', disabled: true }, icon('delete'), t('deleteForGood'));
  const isConfirmed = () => input.value.trim().toLocaleUpperCase() === word;

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    if (isConfirmed()) await ui.busy(button, () => game.deleteAccount());
  }

  /** @param {...string} keys */
  const list = (...keys) => h('ul', { class: 'points' }, keys.map((key) => h('li', {}, t(key))));
  ui.openSheet(
    t('deleteTitle'),
    h('p', {}, t('deleteText')),
    h('h3', {}, t('deleteGone')),
    list('deleteGone_name', 'deleteGone_telegram', 'deleteGone_links', 'deleteGone_game'),
    h('h3', {}, t('deleteKept')),
    list('deleteKept_books', 'deleteKept_friends', 'deleteKept_records'),
    h(
      'form',
      { class: 'deletion', onsubmit: submit },
      h('label', { for: 'delete-word' }, t('deleteConfirm', { word })),
      input,
      h(
        'div',
        { class: 'choices' },
        h('button', { class: 'button', type: 'button', onclick: () => settingsSheet(ui) }, t('cancel')),
        button,
      ),
    ),
  );
}
