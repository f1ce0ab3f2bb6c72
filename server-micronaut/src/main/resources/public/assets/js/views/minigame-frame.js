/** The frame in which a minigame is played. */

import { h } from '../dom.js';

/**
 * Opens the game's page in a sandbox: it has no origin, so it cannot read what this page keeps, and gets nothing but a token that is good
 * for this game and some minutes.
 * @param {Ui} ui @param {Minigame} minigame @param {string|null} [tournamentId] the tournament that it is played in
 */
export function openMinigame(ui, minigame, tournamentId = null) {
  const frame = h('iframe', {
    class: 'minigame',
    title: minigame.name,
    src: minigame.url,
    sandbox: 'allow-scripts',
    referrerpolicy: 'no-referrer',
  });

  /** @param {MessageEvent} event */
  async function hear({ source, data }) {
    if (source !== frame.contentWindow || data?.type !== 'funatic:ready') return;
    await ui.run(async () => {
      const { token, gameId } = await ui.game.minigameToken(minigame.id);
      // A page without an origin cannot be named; only this frame gets it.
      frame.contentWindow?.postMessage(
        { type: 'funatic:token', token, gameId, tournamentId, language: document.documentElement.lang },
        '*',
      );
    });
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
