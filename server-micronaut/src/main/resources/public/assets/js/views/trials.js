/** Time trials: levels of minigames against the server's clock. */

import { attribute, h, icon, Rows, setText } from '../dom.js';
import { openMinigame } from './minigame-frame.js';
import { prize, prizeText } from './prize.js';

/** @param {Ui} ui @returns {View} */
export function createTrials(ui) {
  const { game, store, t } = ui;
  const list = h('div', { class: 'rows' });
  const nothing = h('p', { class: 'empty', hidden: true }, t('trialsNone'));
  const rows = new Rows(
    list,
    (/** @type {TimeTrial} */ trial) => trial.id,
    (trial) => createRow(ui, trial),
  );
  return {
    element: h('section', { class: 'view' }, h('h1', {}, t('trials')), h('p', { class: 'lead' }, t('trialsText')), list, nothing),
    update() {
      attribute(list, 'aria-busy', store.trials === null);
      attribute(nothing, 'hidden', store.trials?.length !== 0);
      rows.update(store.trials ?? []);
    },
    load: async () => {
      await Promise.all([game.loadTrials(), store.minigames || game.loadMinigames()]);
    },
  };
}

/** @param {Ui} ui @param {TimeTrial} trial */
function createRow(ui, trial) {
  const { game, store, t, format } = ui;
  /** @type {TimeTrial|null} */
  let shown = null;
  const best = h('p', { class: 'note' });
  const targets = h('ul', { class: 'requirements trial-targets' });
  const play = h('button', { class: 'button primary', 'aria-label': `${t('gamePlay')}: ${trial.name}`, onclick: start }, t('gamePlay'));
  const element = h(
    'article',
    { class: 'row special tournament', 'data-trial': trial.id },
    h('div', { class: 'row-text' }, h('h3', {}, trial.name), h('p', { class: 'muted' }, trial.description), best),
    targets,
    play,
  );

  function minigame() {
    return store.minigames?.find(({ id }) => id === trial.gameId);
  }

  function start() {
    const played = minigame();
    if (played) openMinigame(ui, played, { trial: { id: trial.id, start: () => game.startTrial(trial.id), finish } });
  }

  /** @param {string} runToken */
  async function finish(runToken) {
    const result = await game.finishTrial(trial.id, runToken);
    if (result.medals.length > 0) ui.notify(`${t('trialMet')} ${prizeText(t, format, result.paid, withCut(result))}`);
    return result;
  }

  return {
    element,
    /** @param {TimeTrial} next */
    update(next) {
      attribute(play, 'disabled', !minigame());
      if (next === shown) return;
      shown = next;
      setText(best, bestText(ui, next));
      targets.replaceChildren(
        ...next.targets.map((target) =>
          h(
            'li',
            { class: target.isRewarded ? 'met' : 'missing', 'data-medal': target.medal },
            icon(target.isRewarded ? 'check' : 'clock'),
            h('span', {}, t(`medal_${target.medal}`), ': ', format.seconds(target.timeMs)),
            prize(format, target.reward),
          ),
        ),
      );
    },
  };
}

/** @param {Ui} ui @param {TimeTrial} trial */
function bestText({ t, format }, { bestTimeMs, rank }) {
  if (bestTimeMs === null) return t('trialNotRun');
  const best = t('trialBest', { time: format.seconds(bestTimeMs) });
  return rank === null ? best : `${best} · ${t('place', { n: format.exact(rank) })}`;
}

/** What was promised: what was paid and what of it did not fit. @param {TrialFinished} result @returns {Prize} */
function withCut({ paid, cut }) {
  return { funz: paid.funz + cut.funz, jokers: paid.jokers + cut.jokers, items: [...paid.items, ...cut.items] };
}
