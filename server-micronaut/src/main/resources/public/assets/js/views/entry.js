/** The screens before the game: loading, choosing a player on a test server, and what went wrong. */

import { h, setText } from '../dom.js';

/** @param {...Child} children */
function screen(...children) {
  return h('main', { class: 'entry' }, h('img', { class: 'entry-coin', src: 'assets/coin.svg', alt: '' }), ...children);
}

/** @param {Translate} t */
export function loadingScreen(t) {
  const status = h('p', { role: 'status', class: 'muted' }, t('loading'));
  return {
    element: screen(h('h1', {}, 'Lucky Funatic'), status),
    /** @param {boolean} isOnline */
    update: (isOnline) => setText(status, t(isOnline ? 'loading' : 'waiting')),
  };
}

/** @param {Translate} t @param {string} text @param {(() => void)|null} again */
export function messageScreen(t, text, again) {
  return screen(
    h('h1', {}, 'Lucky Funatic'),
    h('p', { role: 'alert' }, text),
    again && h('button', { class: 'button primary', onclick: again }, t('again')),
  );
}

/**
 * After the account was deleted: nobody plays until they want to.
 * @param {Translate} t
 * @param {() => void} again
 * @param {(() => void)|null} other
 */
export function farewellScreen(t, again, other) {
  const title = h('h1', { tabindex: -1 }, t('farewell'));
  return {
    element: screen(
      title,
      h('p', { role: 'status' }, t('farewellText')),
      h('p', { class: 'muted' }, t('farewellAgain')),
      h('button', { class: 'button', onclick: again }, t('startAnew')),
      other && h('button', { class: 'button', onclick: other }, t('changePlayer')),
    ),
    focus: () => title.focus(),
  };
}

/**
 * @param {Translate} t
 * @param {{telegramId: number, firstName: string}} last who played here last
 * @param {(telegramId: number, firstName: string) => void} onChoice
 */
export function loginScreen(t, last, onChoice) {
  const name = h('input', { id: 'name', required: true, maxlength: 64, autocomplete: 'off', value: last.firstName });
  const id = h('input', {
    id: 'id',
    type: 'number',
    required: true,
    min: 1,
    max: 2 ** 52,
    inputmode: 'numeric',
    value: last.telegramId,
  });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    onChoice(Number(id.value), name.value.trim() || last.firstName);
  };
  return screen(
    h('h1', {}, t('welcome')),
    h('p', { class: 'muted' }, t('devText')),
    h(
      'form',
      { class: 'login', onsubmit: submit },
      h('label', { for: 'name' }, t('devName')),
      name,
      h('label', { for: 'id' }, t('devId')),
      id,
      h('button', { class: 'button primary large' }, t('start')),
    ),
  );
}
