/** A copy of the server's tap limit, so that taps queued while offline are not sent faster than they can count. */
export class TokenBucket {
  #tokens = 0;
  #at = 0;
  #perSecond = 1;
  #burst = 1;

  /**
   * Takes over the limits an answer named. A fifth of a second stays in hand, since two requests may arrive closer together than
   * they were sent.
   * @param {{perSecond: number, burst: number}} limits
   * @param {number} now epoch milliseconds
   */
  configure({ perSecond, burst }, now) {
    const size = Math.max(1, Math.floor(burst - perSecond / 5));
    if (perSecond === this.#perSecond && size === this.#burst) return;
    this.#perSecond = perSecond;
    this.#burst = size;
    this.#tokens = size;
    this.#at = now;
  }

  /** @param {number} now @returns {number} whole taps that may be sent */
  available(now) {
    const elapsed = Math.max(0, now - this.#at);
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsed * this.#perSecond) / 1000);
    this.#at = now;
    return Math.floor(this.#tokens);
  }

  /** @param {number} taps */
  spend(taps) {
    this.#tokens -= taps;
  }

  /** Forgets what is left: the server counted fewer taps than were sent. */
  drain() {
    this.#tokens = 0;
  }
}
