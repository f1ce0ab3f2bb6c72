/**
 * The taps that no answer has confirmed yet. Pure: no timer, no network.
 *
 * Taps gather until they are cut into a batch with a sequence number. There is one batch at a time, and it keeps its number until the
 * server has answered: the server counts each number of a session once, so a batch may be repeated as often as it takes.
 */

export const TAPS_PER_BATCH_MAX = 50;

/** @typedef {{sequence: number, taps: number, isUnknown: boolean}} Batch isUnknown: it was sent, and may have been counted */

export class TapQueue {
  #session = '';
  #nextSequence = 0;
  #gathered = 0;
  /** @type {Batch|null} */
  #batch = null;

  /** @param {any} [saved] what {@link TapQueue#toJSON} returned in an earlier life of the page */
  constructor(saved) {
    if (!saved) return;
    this.#session = String(saved.session ?? '');
    this.#nextSequence = count(saved.nextSequence);
    this.#gathered = count(saved.gathered);
    const { sequence, taps, isUnknown } = saved.batch ?? {};
    if (count(taps) > 0 && taps <= TAPS_PER_BATCH_MAX) {
      this.#batch = { sequence: count(sequence), taps, isUnknown: isUnknown !== false };
    }
  }

  /** Taps the player has made and the server has not confirmed. */
  get pending() {
    return this.#gathered + (this.#batch?.taps ?? 0);
  }

  /** @param {number} [taps] */
  add(taps = 1) {
    this.#gathered += taps;
  }

  /**
   * Returns the batch to send: the one that waits for its answer, else a new one.
   * @param {number} limit how many taps a new batch may hold
   * @returns {Batch|null}
   */
  next(limit) {
    const taps = Math.min(this.#gathered, TAPS_PER_BATCH_MAX, limit);
    if (!this.#batch && taps > 0) {
      this.#gathered -= taps;
      this.#batch = { sequence: this.#nextSequence++, taps, isUnknown: false };
    }
    return this.#batch;
  }

  /** Takes note that the server has counted everything up to {@code sequence}. @param {number} sequence */
  confirm(sequence) {
    if (this.#batch && this.#batch.sequence <= sequence) this.#batch = null;
    this.#nextSequence = Math.max(this.#nextSequence, sequence + 1);
  }

  /** Gives up the batch, which the server refused for good. @param {number} sequence */
  discard(sequence) {
    if (this.#batch?.sequence === sequence) this.#batch = null;
  }

  /**
   * Moves to another login session, whose numbers start anew. A batch that may have been counted under the old one is given up:
   * repeating it under a new number could count it twice. One that was certainly not counted is kept.
   * @param {string} session
   */
  moveTo(session) {
    if (session === this.#session) return;
    if (this.#batch && !this.#batch.isUnknown) this.#gathered += this.#batch.taps;
    this.#batch = null;
    this.#session = session;
    this.#nextSequence = 0;
  }

  /** Forgets taps that cannot count any more. @param {number} most how many may stay pending */
  trimTo(most) {
    this.#gathered = Math.max(0, Math.min(this.#gathered, most - (this.#batch?.taps ?? 0)));
  }

  toJSON() {
    return { session: this.#session, nextSequence: this.#nextSequence, gathered: this.#gathered, batch: this.#batch };
  }
}

/** @param {unknown} value @returns {number} a whole number from 0; 0 for anything else, since storage may hold anything */
function count(value) {
  return Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : 0;
}
