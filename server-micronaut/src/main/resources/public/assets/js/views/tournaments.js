/** Tournaments: what there is to win, entering, playing in one, and who stands where. */

import { attribute, h, money, Rows, setText } from '../dom.js';
import { requirementList } from './cards.js';
import { openMinigame } from './minigame-frame.js';

const BALLOONS = 'balloon';

/** @param {Ui} ui @returns {View} */
export function createTournaments(ui) {
  const { game, store, t } = ui;
  const list = h('div', { class: 'rows' });
  const nothing = h('p', { class: 'empty', hidden: true }, t('tournamentsNone'));
  const rows = new Rows(
    list,
    (/** @type {Tournament} */ tournament) => tournament.tournamentId,
    (tournament) => createRow(ui, tournament),
  );
  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('tournaments')),
      h('p', { class: 'lead' }, t('tournamentsText')),
      list,
      nothing,
    ),
    update() {
      attribute(list, 'aria-busy', store.tournaments === null);
      attribute(nothing, 'hidden', store.tournaments?.length !== 0);
      rows.update(store.tournaments ?? []);
    },
    load: async () => {
      await Promise.all([game.loadTournaments(), store.minigames || game.loadMinigames()]);
    },
  };
}

/** @param {Ui} ui @param {Tournament} tournament */
function createRow(ui, tournament) {
  const { game, store, t, format } = ui;
  let current = tournament;
  /** @type {Tournament|null} */
  let shown = null;
  const pool = money('');
  const when = h('p', { class: 'note' });
  const entries = h('p', { class: 'muted' });
  const details = h('div', { class: 'special-details' });
  const fee = money('', tournament.currency);
  const free = h('span', {});
  const enter = h('button', { class: 'button price', onclick: () => ui.busy(enter, join) }, t('tournamentEnter'), ' ', fee, free);
  const play = h('button', { class: 'button primary', onclick: start }, t('tournamentPlay'));
  const places = h('button', { class: 'button', onclick: () => ui.busy(places, showPlaces) }, t('tournamentPlaces'));
  for (const button of [play, places]) attribute(button, 'aria-label', `${button.textContent}: ${tournament.name}`);
  const element = h(
    'article',
    { class: 'row special tournament', 'data-tournament': tournament.tournamentId },
    h(
      'div',
      { class: 'row-text' },
      h('h3', {}, tournament.name),
      h('p', {}, t('tournamentPool'), ' ', pool),
      when,
      entries,
      details,
    ),
    h('div', { class: 'tournament-buttons' }, enter, play, places),
  );

  async function join() {
    await game.enterTournament(current);
    ui.notify(t('tournamentEntered'));
  }

  function start() {
    if (current.gameId === BALLOONS) {
      game.playBalloonsIn(current);
      ui.go('balloons');
      return;
    }
    const minigame = store.minigames?.find(({ id }) => id === current.gameId);
    if (minigame) openMinigame(ui, minigame, { tournamentId: current.tournamentId });
  }

  async function showPlaces() {
    const best = await game.tournamentPlaces(current.tournamentId);
    const mine = best.some((place) => place.isMe) ? [] : await game.tournamentPlaces(current.tournamentId, true);
    const known = new Set(best.map((place) => place.rank));
    const all = [...best, ...mine.filter((place) => !known.has(place.rank))];
    ui.openSheet(
      current.name,
      all.length === 0
        ? h('p', { class: 'empty' }, t('tournamentNobody'))
        : h(
            'ol',
            { class: 'ranking' },
            all.map((place) => placeRow(ui, place)),
          ),
    );
  }

  return {
    element,
    /** @param {Tournament} next */
    update(next) {
      current = next;
      setText(when, whenText(ui, next));
      attribute(enter, 'data-short', next.entryFee > 0 && game.held(next.currency) < next.entryFee);
      if (next === shown) return;
      shown = next;
      attribute(element, 'data-state', next.state);
      const isOpen = next.state === 'open' && !next.isDisqualified;
      const isMissing = next.requirements.some((requirement) => requirement.isMissing);
      attribute(enter, 'hidden', !isOpen || next.myEntries >= next.entriesPerPlayer);
      attribute(enter, 'disabled', isMissing || next.seatsLeft === 0);
      attribute(play, 'hidden', !isOpen || next.myEntries === 0);
      attribute(places, 'hidden', next.state === 'scheduled' || next.state === 'cancelled');
      setText(/** @type {Element} */ (pool.lastChild), format.amount(next.prizePool));
      attribute(fee, 'hidden', next.entryFee === 0);
      setText(/** @type {Element} */ (fee.lastChild), format.price(next.entryFee));
      setText(free, next.entryFee === 0 ? t('free') : '');
      attribute(
        enter,
        'aria-label',
        `${t('tournamentEnter')}: ${next.name}, ${next.entryFee ? `${format.exact(next.entryFee)} ${t(next.currency)}` : t('free')}`,
      );
      setText(entries, entriesText(ui, next));
      details.replaceChildren(
        ...[
          isOpen && isMissing && requirementList(t, next.requirements),
          next.isDisqualified && h('p', { class: 'note' }, t('tournamentDisqualified')),
        ].filter((child) => child instanceof Node),
      );
    },
  };
}

/** @param {Ui} ui @param {Tournament} tournament */
function whenText({ t, format, clock }, { state, opensAt, closesAt }) {
  const now = clock.now();
  if (state === 'scheduled') return t('tournamentOpensIn', { time: format.span(Math.max(0, Date.parse(opensAt) - now)) });
  if (state === 'open') return t('tournamentClosesIn', { time: format.span(Math.max(0, Date.parse(closesAt) - now)) });
  return t(`tournamentState_${state}`);
}

/** @param {Ui} ui @param {Tournament} tournament */
function entriesText({ t, format }, { entries, seats, myEntries, entriesPerPlayer }) {
  const all =
    seats === null
      ? t('tournamentEntries', { n: entries })
      : t('tournamentEntriesOf', { n: format.exact(entries), max: format.exact(seats) });
  return myEntries === 0 ? all : `${all} · ${t('tournamentMine', { n: myEntries, max: entriesPerPlayer })}`;
}

/** @param {Ui} ui @param {Place} place */
function placeRow({ t, format }, { rank, firstName, score, isMe, paid }) {
  return h(
    'li',
    { class: 'friend', 'data-me': isMe || null },
    h('span', { class: 'place' }, format.exact(rank)),
    h('span', { class: 'row-text' }, firstName || t('deletedPlayer')),
    paid !== null && money(`+${format.amount(paid)}`),
    h('span', { class: 'earned' }, format.score(score)),
  );
}
