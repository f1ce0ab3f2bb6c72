/** The balloon game: what the server sends up rises, and is popped with a finger. The server counts. */

import { BalloonRound } from '../balloon-round.js';
import { attribute, h, money, setText } from '../dom.js';

const MILLI = 1000;

/** @param {Ui} ui @returns {View} */
export function createBalloons(ui) {
  const { game, store, t, format } = ui;
  const score = h('strong', { class: 'balloon-score', role: 'status' }, '0');
  const left = h('span', { class: 'muted' });
  const tournament = h('p', { class: 'note' });
  const field = h('div', { class: 'balloon-field', role: 'application', 'aria-label': t('balloons') });
  const begin = h('button', { class: 'button primary large', onclick: () => start() }, t('balloonsStart'));
  /** @type {Map<number, HTMLElement>} */
  const inTheAir = new Map();
  /** @type {Map<string, {name: string, points: number}>} */
  const kinds = new Map();
  /** @type {BalloonRound|null} */
  let round = null;
  let endsAt = 0;

  function start() {
    attribute(begin, 'disabled', true);
    clear();
    setText(score, '0');
    const tournamentId = store.balloonTournament?.tournamentId;
    const opened = new BalloonRound(() => game.balloonTicket(), { onMessage: take, onLost: lost }, tournamentId);
    round = opened;
    return ui.run(async () => {
      try {
        await opened.start();
      } catch (error) {
        stop();
        throw error;
      }
    });
  }

  function stop() {
    round = null;
    endsAt = 0;
    clear();
    attribute(begin, 'disabled', false);
  }

  function clear() {
    for (const id of [...inTheAir.keys()]) remove(id);
  }

  function lost() {
    stop();
    ui.notify(t('balloonsLost'), 'error');
  }

  /** @param {number} id */
  function remove(id) {
    inTheAir.get(id)?.remove();
    inTheAir.delete(id);
  }

  /** @param {any} message */
  function take(message) {
    if (message.score !== undefined) setText(score, format.exact(message.score));
    if (message.type === 'start') {
      endsAt = performance.now() + message.durationMillis - message.elapsedMillis;
      for (const kind of message.kinds) kinds.set(kind.id, kind);
      clear();
    } else if (message.type === 'spawn') {
      message.balloons.forEach(show);
    } else if (message.type === 'popped') {
      burst(message.id, message.points);
    } else if (message.type === 'missed') {
      message.ids.forEach(remove);
    } else if (message.type === 'end') {
      finish(message);
    }
  }

  /** @param {{id: number, kind: string, x: number, speed: number, ageMillis: number, lifetimeMillis: number}} balloon */
  function show({ id, kind, x, speed, ageMillis, lifetimeMillis }) {
    const { name, points } = kinds.get(kind) ?? { name: kind, points: 0 };
    const element = h('button', {
      class: `balloon ${points < 0 ? 'bomb' : ''}`,
      'data-kind': kind,
      'data-balloon': id,
      'aria-label': name,
      onpointerdown: () => round?.pop(id),
      onclick: (/** @type {MouseEvent} */ event) => event.detail === 0 && round?.pop(id), // The keyboard.
    });
    element.style.setProperty('--x', String(x / MILLI));
    /** @param {number} millis */
    const height = (millis) => `${(speed * millis) / MILLI / 10}%`;
    element.animate([{ bottom: height(ageMillis) }, { bottom: height(lifetimeMillis) }], {
      duration: Math.max(1, lifetimeMillis - ageMillis),
      fill: 'forwards',
    });
    inTheAir.set(id, element);
    field.append(element);
  }

  /** @param {number} id @param {number} points */
  function burst(id, points) {
    const element = inTheAir.get(id);
    if (!element) return;
    const note = h('span', { class: 'balloon-points' }, `${points > 0 ? '+' : ''}${points}`);
    note.style.setProperty('--x', element.style.getPropertyValue('--x'));
    note.style.bottom = getComputedStyle(element).bottom;
    field.append(note);
    setTimeout(() => note.remove(), 700);
    remove(id);
  }

  /** @param {any} end */
  function finish(end) {
    stop();
    ui.openSheet(
      t('balloonsOver', { n: format.exact(end.score) }),
      h('p', { class: 'away-amount' }, money(`+${format.exact(end.funz ?? 0)}`)),
      end.isBest && h('p', {}, t('balloonsBest')),
      h('p', { class: 'muted' }, t(end.counted ? 'balloonsLeft' : 'balloonsNotCounted', { n: end.rewardedLeft ?? 0 })),
      h('button', { class: 'button primary large', autofocus: true, onclick: ui.closeSheet }, t('collect')),
    );
    game.refresh().catch(() => {});
  }

  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('balloons')),
      h('p', { class: 'lead' }, t('balloonsText')),
      tournament,
      h('p', { class: 'balloon-bar' }, h('span', {}, t('balloonsScore'), ' ', score), left),
      field,
      begin,
    ),
    update() {
      const seconds = Math.max(0, Math.ceil((endsAt - performance.now()) / MILLI));
      const playedIn = store.balloonTournament;
      attribute(tournament, 'hidden', playedIn === null);
      setText(tournament, playedIn ? t('balloonsIn', { name: playedIn.name }) : '');
      setText(left, endsAt ? t('balloonsSeconds', { n: seconds }) : '');
    },
    leave() {
      round?.leave();
      stop();
    },
  };
}
