/** One game of balloons over its WebSocket: opens it, keeps it open, and comes back when the connection is lost. */

const PING_MS = 5000;
const RESUME_TRIES = 4;
const RESUME_PAUSE_MS = 1000;
/** What the server closes with when it is over, or when going on would not help. */
const FINAL_CODES = [1000, 1001, 1008, 1009, 4001];

/**
 * @typedef {object} RoundEvents
 * @property {(message: any) => void} onMessage takes each message of the server
 * @property {() => void} onLost the connection is gone and does not come back
 */

export class BalloonRound {
  #ticket;
  #events;
  #tournamentId;
  /** @type {WebSocket|null} */
  #socket = null;
  /** @type {string|null} */
  #resumeKey = null;
  #isOver = false;
  #triesLeft = RESUME_TRIES;
  /** @type {number|undefined} */
  #pings;

  /**
   * @param {() => Promise<string>} ticket gets a new ticket
   * @param {RoundEvents} events
   * @param {string|null} [tournamentId] the tournament that it is played in
   */
  constructor(ticket, events, tournamentId = null) {
    this.#ticket = ticket;
    this.#events = events;
    this.#tournamentId = tournamentId;
  }

  async start() {
    const address = new URL('balloons', document.baseURI);
    address.protocol = address.protocol.replace('http', 'ws');
    address.searchParams.set('ticket', await this.#ticket());
    if (this.#tournamentId) address.searchParams.set('tournament', this.#tournamentId);
    if (this.#resumeKey) address.searchParams.set('resume', this.#resumeKey);
    if (this.#isOver) return;
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(data)));
    socket.addEventListener('close', ({ code }) => this.#closed(code));
    clearInterval(this.#pings);
    this.#pings = setInterval(() => this.#send({ type: 'ping' }), PING_MS);
  }

  /** @param {number} id */
  pop(id) {
    this.#send({ type: 'pop', id });
  }

  /** Leaves the game; the server ends it with the score so far. */
  leave() {
    this.#isOver = true;
    clearInterval(this.#pings);
    this.#socket?.close();
  }

  /** @param {object} message */
  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** @param {any} message */
  #take(message) {
    if (message.type === 'start') {
      this.#resumeKey = message.resumeKey;
      this.#triesLeft = RESUME_TRIES;
    }
    if (message.type === 'end') this.#isOver = true;
    this.#events.onMessage(message);
  }

  /** @param {number} code */
  #closed(code) {
    if (this.#isOver) {
      clearInterval(this.#pings);
      return;
    }
    if (FINAL_CODES.includes(code) || !this.#resumeKey || this.#triesLeft === 0) {
      this.leave();
      this.#events.onLost();
      return;
    }
    this.#triesLeft--;
    setTimeout(() => this.start().catch(() => this.#closed(0)), RESUME_PAUSE_MS);
  }
}
