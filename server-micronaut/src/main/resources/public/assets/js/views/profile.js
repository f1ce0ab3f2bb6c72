/** The player: rank, the way to the next one, and totals. */

import { h, icon } from '../dom.js';
import { connectionSheet } from './connections.js';
import { settingsSheet } from './settings.js';

const HUES = 12;

/** A round badge with the first letter of a name, in a colour that the name decides. @param {string} name */
export function avatar(name) {
  const [first = '?'] = name.trim();
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const badge = h('span', { class: 'avatar', 'aria-hidden': 'true' }, first.toUpperCase());
  badge.style.setProperty('--hue', String(((sum % HUES) * 360) / HUES));
  return badge;
}

/** @param {Ui} ui */
export function profileSheet(ui) {
  const { store, t, format, logOut } = ui;
  const { game, player, catalog } = store;
  if (!game || !player) return;
  const { rank, name, lifetimeEarned, nextAt } = game.rank;
  const bar = h('div', {
    class: 'bar',
    role: 'progressbar',
    'aria-label': name,
    'aria-valuemax': nextAt ?? lifetimeEarned,
    'aria-valuenow': lifetimeEarned,
  });
  bar.style.setProperty('--fill', String(nextAt ? Math.min(1, lifetimeEarned / nextAt) : 1));
  /** @param {string} label @param {string} value */
  const fact = (label, value) => h('div', {}, h('dt', {}, label), h('dd', {}, value));
  ui.openSheet(
    [player.firstName, player.lastName].filter(Boolean).join(' '),
    h(
      'p',
      { class: 'profile-rank' },
      avatar(player.firstName),
      h('span', { class: 'row-text' }, h('strong', {}, name), h('span', { class: 'muted' }, t('rank', { n: rank }))),
      player.premium && h('span', { class: 'pill' }, icon('star'), t('premium')),
    ),
    bar,
    h(
      'p',
      { class: 'muted' },
      nextAt ? t('nextRank', { n: format.exact(Math.max(0, nextAt - lifetimeEarned)) }) : t('lastRank'),
    ),
    h(
      'dl',
      { class: 'facts' },
      fact(t('lifetime'), format.exact(lifetimeEarned)),
      fact(t('income'), format.exact(game.funz.incomePerHour)),
      fact(t('totalTaps'), format.exact(game.taps.total)),
      fact(t('joined'), format.date(player.joinedAt)),
    ),
    h('button', { class: 'button', onclick: () => settingsSheet(ui) }, icon('settings'), t('settings')),
    h(
      'button',
      { class: 'button', onclick: () => ui.run(() => connectionSheet(ui)) },
      icon('wallet'),
      t('connections'),
    ),
    catalog.ranks && h('h3', {}, t('ranks')),
    catalog.ranks &&
      h(
        'ol',
        { class: 'ranks' },
        catalog.ranks.map((row, index) =>
          h(
            'li',
            { class: index + 1 <= rank ? 'met' : 'missing', 'aria-current': index + 1 === rank ? 'true' : null },
            icon(index + 1 <= rank ? 'check' : 'lock'),
            h('span', { class: 'row-text' }, row.name),
            h('span', { class: 'muted' }, format.amount(row.funzEarned)),
          ),
        ),
      ),
    logOut && h('button', { class: 'button', onclick: logOut }, t('changePlayer')),
  );
}
