/** The frame in which a minigame is played. */

import { h } from '../dom.js';

/**
 * A level against the clock, which the page starts and ends for the frame: tries are the player's, and no minigame has a token for them.
 * @typedef {object} PlayedTrial
 * @property {string} id
 * @property {() => Promise<{runToken: string, seed: number}>} start
 * @property {(runToken: string) => Promise<TrialFinished>} finish
 */

/**
 * Opens the game's page in a sandbox: it has no origin, so it cannot read what this page keeps, and gets nothing but a token that is good
 * for this game and some minutes; for a level against the clock, not even that.
 * @param {Ui} ui @param {Minigame} minigame
 * @param {{tournamentId?: string|null, trial?: PlayedTrial|null}} [options] the tournament, or the level, that is played
 */
export function openMinigame(ui, minigame, { tournamentId = null, trial = null } = {}) {
  const language = document.documentElement.lang;
  let runToken = '';
  const frame = h('iframe', {
    class: 'minigame',
    title: minigame.name,
    src: minigame.url,
    sandbox: 'allow-scripts',
    referrerpolicy: 'no-referrer',
  });

  /** A page without an origin cannot be named; only this frame gets it. @param {object} message */
  function tell(message) {
    frame.contentWindow?.postMessage(message, '*');
  }

  async function handOver() {
    if (trial) {
      tell({ type: 'funatic:token', token: null, gameId: minigame.id, tournamentId, trialId: trial.id, language });
      return;
    }
    const { token, gameId } = await ui.game.minigameToken(minigame.id);
    tell({ type: 'funatic:token', token, gameId, tournamentId, trialId: null, language });
  }

  /** @param {PlayedTrial} played */
  async function startTrial(played) {
    const run = await played.start();
    runToken = run.runToken;
    tell({ type: 'funatic:trial-started', seed: run.seed });
  }

  /** @param {PlayedTrial} played */
  async function finishTrial(played) {
    const { timeMs, bestTimeMs, isBest, medals, timeTrialRank } = await played.finish(runToken);
    tell({ type: 'funatic:trial-finished', timeMs, bestTimeMs, isBest, medals, rank: timeTrialRank });
  }

  /** The frame learns that it failed, and the player why. @param {() => Promise<void>} action */
  async function attempt(action) {
    try {
      await action();
    } catch (thrown) {
      tell({ type: 'funatic:trial-failed', code: /** @type {ApiError} */ (thrown).code });
      throw thrown;
    }
  }

  /** @param {MessageEvent} event */
  async function hear({ source, data }) {
    if (source !== frame.contentWindow) return;
    if (data?.type === 'funatic:ready') await ui.run(handOver);
    else if (trial && data?.type === 'funatic:trial-start') await ui.run(() => attempt(() => startTrial(trial)));
    else if (trial && data?.type === 'funatic:trial-finish') await ui.run(() => attempt(() => finishTrial(trial)));
  }

  window.addEventListener('message', hear);
  ui.openSheet(minigame.name, frame);
  frame.closest('dialog')?.addEventListener(
    'close',
    () => {
      window.removeEventListener('message', hear);
      frame.remove();
    },
    { once: true },
  );
}
