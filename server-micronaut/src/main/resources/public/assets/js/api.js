/** The public HTTP API: envelope, problems, timeouts. Knows no route and keeps no state but whether the server can be reached. */

const TIMEOUT_MS = 10_000;

/** Why a request failed: the server's refusal, or no answer at all. */
export class ApiError extends Error {
  /**
   * @param {string} code the server's stable word; `offline` when there was no answer
   * @param {number} status HTTP status; 0 when there was no answer
   * @param {any} [problem] the whole problem document
   * @param {number|null} [retryAfterMs]
   * @param {boolean} [isRepeat] the operation had been refused before, this is its first answer
   */
  constructor(code, status, problem = {}, retryAfterMs = null, isRepeat = false) {
    super(problem.detail || code);
    this.code = code;
    this.status = status;
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
    this.isRepeat = isRepeat;
  }

  /** Trying the same again later may work. */
  get isTransient() {
    return this.isOutcomeUnknown || this.status === 429 || this.problem.retriable === true;
  }

  /** The server may have done what was asked. */
  get isOutcomeUnknown() {
    return this.status === 0 || this.status >= 500;
  }

  /** The account is gone; a new login would begin another one. */
  get isAboutErasure() {
    return this.code === 'account_deleted';
  }

  /** The login session is over; a new one is needed. */
  get isAboutSession() {
    return this.status === 401 || this.code === 'session_superseded';
  }
}

/**
 * @template T
 * @typedef {object} Answer
 * @property {T} data
 * @property {number} serverTime epoch milliseconds
 * @property {string|null} nextCursor
 * @property {string|undefined} token what the request was sent with
 * @property {boolean} isRepeat the operation had been done before, this is its first answer
 */

/** @typedef {{body?: object, token?: string, key?: string, keepalive?: boolean}} RequestOptions */

export class Api {
  #clock;
  #isOnline = true;
  /** Called when the server becomes reachable or unreachable. @type {(isOnline: boolean) => void} */
  onConnection = () => {};

  /** @param {ServerClock} clock learns from every answer */
  constructor(clock) {
    this.#clock = clock;
  }

  get isOnline() {
    return this.#isOnline;
  }

  /**
   * @param {'GET'|'POST'|'DELETE'} method
   * @param {string} path relative to the page
   * @param {RequestOptions} [options]
   * @returns {Promise<Answer<any>>}
   * @throws {ApiError}
   */
  async request(method, path, options = {}) {
    const sentAt = Date.now();
    const { response, body } = await this.#exchange(method, path, options);
    if (!response.ok) throw refusal(response, body);
    const serverTime = Date.parse(body.serverTime);
    const isRepeat = isRepeated(response);
    // A repeat tells when it was answered first, which says nothing about now.
    if (Number.isFinite(serverTime) && !isRepeat) this.#clock.observe(serverTime, sentAt, Date.now());
    return {
      data: Array.isArray(body) ? body : body.data, // A list of the live API comes without an envelope.
      serverTime: Number.isFinite(serverTime) ? serverTime : this.#clock.now(),
      nextCursor: body.nextCursor ?? null,
      token: options.token,
      isRepeat,
    };
  }

  /** @param {string} method @param {string} path @param {RequestOptions} options */
  async #exchange(method, path, { body, token, key, keepalive = false }) {
    /** @type {Record<string, string>} */
    const headers = { Accept: 'application/json' };
    if (body) headers['Content-Type'] = 'application/json';
    if (token) headers.Authorization = `Bearer ${token}`;
    if (key) headers['Idempotency-Key'] = key;
    try {
      const response = await fetch(new URL(path, document.baseURI), {
        method,
        headers,
        body: body && JSON.stringify(body),
        keepalive,
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      this.#connected(true);
      return { response, body: parse(text) };
    } catch {
      this.#connected(false);
      throw new ApiError('offline', 0);
    }
  }

  /** @param {boolean} isOnline */
  #connected(isOnline) {
    if (isOnline === this.#isOnline) return;
    this.#isOnline = isOnline;
    this.onConnection(isOnline);
  }
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** @param {Response} response */
function isRepeated(response) {
  return response.headers.get('Idempotency-Hit') === 'true';
}

/** @param {Response} response @param {any} problem */
function refusal(response, problem) {
  const seconds = Number(response.headers.get('Retry-After'));
  const retryAfterMs = response.headers.has('Retry-After') && seconds >= 0 ? seconds * 1000 : null;
  const code = problem.code ?? `http_${response.status}`;
  return new ApiError(code, response.status, problem, retryAfterMs, isRepeated(response));
}
