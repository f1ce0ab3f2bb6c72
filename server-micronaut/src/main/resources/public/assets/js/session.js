import { randomId } from './ids.js';

/**
 * @typedef {{kind: 'telegram', initData: string} | {kind: 'dev', telegramId: number, firstName: string, startParam?: string}} Credentials
 */

/** The login session: a token that survives reloads, and the way to a new one when it has ended. */
export class Session {
  #api;
  #storage;
  #credentials;
  /** @type {{label: string, token: string, player: Player}|null} */
  #current = null;
  /** @type {Promise<void>|null} */
  #renewal = null;
  /** Called with the label of every session that starts or goes on. @type {(label: string) => void} */
  onStart = () => {};

  /**
   * @param {Api} api
   * @param {JsonStorage} storage
   * @param {Credentials} credentials
   */
  constructor(api, storage, credentials) {
    this.#api = api;
    this.#storage = storage;
    this.#credentials = credentials;
  }

  get token() {
    return this.#current?.token;
  }

  get player() {
    return this.#current?.player ?? null;
  }

  /** Goes on with the session of an earlier visit, else logs in. Whether it has expired is for the server's clock to say. */
  async open() {
    const saved = this.#storage.read('session');
    if (saved?.token) {
      this.#current = saved;
      this.onStart(saved.label);
    } else {
      await this.#login();
    }
  }

  /** Logs in again, once for all who ask with the same failed token. @param {string|undefined} failedToken */
  renew(failedToken) {
    if (failedToken !== this.token) return Promise.resolve();
    this.#renewal ??= this.#login().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  /** Forgets the session; the next visit logs in. */
  close() {
    this.#storage.remove('session');
  }

  async #login() {
    const { kind, ...body } = this.#credentials;
    const path = kind === 'telegram' ? 'login' : 'dev/login';
    const { data } = await this.#api.request('POST', path, { body });
    this.#current = {
      label: randomId(),
      token: data.token,
      player: data.player,
    };
    this.#storage.write('session', this.#current);
    this.onStart(this.#current.label);
  }
}
