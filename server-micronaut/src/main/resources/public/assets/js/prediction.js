/** What the game looks like between two answers. Pure: the last answer, the taps it does not hold yet, and the server's time. */

/**
 * Turns every instant and every time left of an answer into epoch milliseconds.
 * @param {any} state @param {number} at the server's time of the answer
 * @returns {GameState}
 */
export function readState(state, at) {
  return {
    ...state,
    at,
    energy: { ...state.energy, fullAtMs: instant(state.energy.fullAt) },
    frenzy: {
      ...state.frenzy,
      activeUntilMs: instant(state.frenzy.activeUntil),
      readyAtMs: at + state.frenzy.cooldownLeftMs,
    },
    boosters: state.boosters.map((/** @type {any} */ booster) => ({
      ...booster,
      activeUntilMs: instant(booster.activeUntil),
      readyAtMs: at + booster.cooldownLeftMs,
    })),
  };
}

/** @param {string|null} text @returns {number} 0 for none */
function instant(text) {
  return text ? Date.parse(text) : 0;
}

/** @param {GameState} game @param {number} pendingTaps @returns {number} */
export function balance(game, pendingTaps) {
  return game.funz.currentFunzBalance + pendingTaps * game.funz.funzPerTap;
}

/** @param {GameState} game @param {number} pendingEnergy @param {number} now @returns {number} whole units, may be above the maximum */
export function energyAt(game, pendingEnergy, now) {
  const { currentEnergyBalance: held, maxEnergy: most, regenMilliPerSec: rate, fullAtMs } = game.energy;
  const isFull = fullAtMs > 0 && now >= fullAtMs;
  const grown = isFull ? most : Math.min(most, held + Math.floor((Math.max(0, now - game.at) * rate) / 1_000_000));
  return Math.max(0, Math.max(held, grown) - pendingEnergy);
}

/**
 * @param {GameState} game @param {number} pendingTaps @param {number} now
 * @returns {{phase: 'active'|'cooling'|'ready'|'filling', fill: number, meter: number, leftMs: number}} fill: 0…1
 */
export function frenzyAt(game, pendingTaps, now) {
  const { meter: counted, meterMax, activeUntilMs, readyAtMs } = game.frenzy;
  const meter = Math.min(meterMax, counted + pendingTaps);
  const fill = meterMax > 0 ? meter / meterMax : 0;
  if (activeUntilMs > now) return { phase: 'active', fill, meter, leftMs: activeUntilMs - now };
  if (readyAtMs > now) return { phase: 'cooling', fill, meter, leftMs: readyAtMs - now };
  return { phase: meter >= meterMax ? 'ready' : 'filling', fill, meter, leftMs: 0 };
}

/**
 * @param {Booster} booster @param {number} now
 * @returns {{phase: 'active'|'cooling'|'spent'|'max'|'locked'|'ready', leftMs: number}}
 */
export function boosterAt(booster, now) {
  if (booster.activeUntilMs > now) return { phase: 'active', leftMs: booster.activeUntilMs - now };
  if (booster.maxLevel > 0 && booster.level >= booster.maxLevel) return { phase: 'max', leftMs: 0 };
  if (!booster.isAvailable) return { phase: 'locked', leftMs: 0 };
  if (booster.readyAtMs > now) return { phase: 'cooling', leftMs: booster.readyAtMs - now };
  return { phase: booster.usagesLeft === 0 ? 'spent' : 'ready', leftMs: 0 };
}

/** Returns when the next booster or frenzy of an answer ends, so that a new answer is due; Infinity for never. @param {GameState} game */
export function nextEnd(game) {
  const ends = [game.frenzy.activeUntilMs, ...game.boosters.map((booster) => booster.activeUntilMs)];
  return Math.min(...ends.filter((end) => end > game.at), Infinity);
}
