import { backoffMs } from './backoff.js';
import { TokenBucket } from './token-bucket.js';

const INTERVAL_MS = 200;

/** Sends queued taps: at most five requests a second, one at a time, each until it is answered. */
export class TapSender {
  #queue;
  #post;
  #renewSession;
  #save;
  #bucket = new TokenBucket();
  #timer = 0;
  #failures = 0;
  /** @type {Promise<void>|null} */
  #sending = null;
  #notBefore = 0;

  /**
   * @param {TapQueue} queue
   * @param {(body: {taps: number, sequence: number}, keepalive: boolean) => Promise<TapAnswer>} post sends one
   *     batch; throws ApiError
   * @param {() => Promise<void>} renewSession called when the batch was refused because the session is over
   * @param {() => void} save keeps the queue where a reload finds it
   */
  constructor(queue, post, renewSession, save) {
    this.#queue = queue;
    this.#post = post;
    this.#renewSession = renewSession;
    this.#save = save;
  }

  /** @param {{perSecond: number, burst: number}} limits */
  configure(limits) {
    this.#bucket.configure(limits, Date.now());
  }

  /** Sends soon, if there is anything to send. */
  schedule() {
    if (this.#timer || this.#sending || this.#queue.pending === 0) return;
    const delay = Math.max(INTERVAL_MS, this.#notBefore - Date.now());
    this.#timer = setTimeout(() => this.flush(), delay);
  }

  /** Stops waiting after failures: the connection is back. */
  wake() {
    this.#notBefore = 0;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.schedule();
  }

  /** Sends one batch now. @param {boolean} [isLeaving] the page may be gone before the answer comes */
  flush(isLeaving = false) {
    this.#sending ??= this.#sendNext(isLeaving).finally(() => {
      this.#sending = null;
      this.#save();
      this.schedule();
    });
    return this.#sending;
  }

  /** Done when no batch waits for its answer. */
  get idle() {
    return this.#sending ?? Promise.resolve();
  }

  /** Sends what was tapped before an operation that may need it, as far as one batch goes. */
  async settle() {
    await this.idle;
    if (Date.now() >= this.#notBefore) await this.flush();
  }

  /** @param {boolean} isLeaving */
  async #sendNext(isLeaving) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const batch = this.#queue.next(this.#bucket.available(Date.now()));
    if (batch) await this.#send(batch, isLeaving);
  }

  /** @param {Batch} batch @param {boolean} isLeaving */
  async #send(batch, isLeaving) {
    const wasUnknown = batch.isUnknown;
    batch.isUnknown = true;
    this.#save();
    try {
      const answer = await this.#post({ taps: batch.taps, sequence: batch.sequence }, isLeaving);
      this.#failures = 0;
      this.#queue.confirm(batch.sequence);
      this.#bucket.spend(batch.taps);
      if (answer.accepted < batch.taps) this.#bucket.drain();
    } catch (error) {
      await this.#failed(batch, wasUnknown, /** @type {ApiError} */ (error));
    }
  }

  /** @param {Batch} batch @param {boolean} wasUnknown @param {ApiError} error */
  async #failed(batch, wasUnknown, error) {
    if (!error.isOutcomeUnknown) batch.isUnknown = wasUnknown;
    if (!error.isTransient && !error.isAboutSession) {
      this.#queue.discard(batch.sequence);
      return;
    }
    this.#failures++;
    this.#notBefore = Date.now() + (error.retryAfterMs ?? backoffMs(this.#failures));
    if (error.isAboutSession) await this.#renewSession();
  }
}
