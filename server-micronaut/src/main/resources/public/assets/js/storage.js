/** What a reload finds again: JSON under one prefix, kept by the browser where it allows it and by this page otherwise. */

const PREFIX = 'funatic:';
const LOCK_WAIT_MS = 500;
/** Names of the locks that this page holds. @type {Set<string>} */
const held = new Set();

export class JsonStorage {
  #area;
  #scope;

  /** @param {Pick<Storage, 'getItem'|'setItem'|'removeItem'>} area @param {string} scope */
  constructor(area, scope) {
    this.#area = area;
    this.#scope = PREFIX + scope;
  }

  /** @param {string} name @returns {any} null when there is nothing, or nothing readable */
  read(name) {
    try {
      return JSON.parse(this.#area.getItem(this.#scope + name) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {unknown} value */
  write(name, value) {
    try {
      this.#area.setItem(this.#scope + name, JSON.stringify(value));
    } catch {
      // Full or forbidden: the page still works, a reload just finds less.
    }
  }

  /** @param {string} name */
  remove(name) {
    try {
      this.#area.removeItem(this.#scope + name);
    } catch {
      // As above.
    }
  }

  /** Calls back when another page of this browser writes something. @param {string} name @param {() => void} listener */
  onWrittenElsewhere(name, listener) {
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === this.#scope + name && newValue !== null) listener();
    });
  }
}

/** The storage that all players of this browser share. */
export function sharedStorage() {
  return new JsonStorage(browserArea(), '');
}

/**
 * The storage of one player. Two pages that share a login session would number their taps alike and lose some, so only the first page
 * gets what the browser keeps; any other starts its own session in memory.
 * @param {string} player
 */
export async function playerStorage(player) {
  const isFirst = await lock(`${PREFIX}${player}`);
  return new JsonStorage(isFirst ? browserArea() : memoryArea(), `${player}:`);
}

/**
 * Holds a lock until the page closes. Waits a little, since a page that reloads gives its own back late.
 * @param {string} name
 * @returns {Promise<boolean>} whether it is held
 */
function lock(name) {
  if (!navigator.locks || held.has(name)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = () => {
      held.add(name);
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(name, { signal: AbortSignal.timeout(LOCK_WAIT_MS) }, hold).catch(() => resolve(false));
  });
}

function browserArea() {
  try {
    return window.localStorage;
  } catch {
    return memoryArea();
  }
}

/** @returns {Pick<Storage, 'getItem'|'setItem'|'removeItem'>} */
function memoryArea() {
  /** @type {Map<string, string>} */
  const values = new Map();
  return {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
}
