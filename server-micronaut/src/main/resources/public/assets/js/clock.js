/** The server's clock, as far as this device can know it. */
export class ServerClock {
  #offset = 0;
  #roundTrip = Infinity;
  #local;

  /** @param {() => number} local the device's clock, epoch milliseconds */
  constructor(local = Date.now) {
    this.#local = local;
  }

  /** @returns {number} the server's time, epoch milliseconds */
  now() {
    return this.#local() + this.#offset;
  }

  /**
   * Learns from one answer. The server read its clock between sending and receiving, which bounds the offset on both sides. The
   * narrowest bound wins, until an answer contradicts it: then a clock was set, and the new answer is believed.
   * @param {number} serverTime epoch milliseconds
   * @param {number} sentAt the device's clock when the request left
   * @param {number} receivedAt the device's clock when the answer came
   */
  observe(serverTime, sentAt, receivedAt) {
    const least = serverTime - receivedAt;
    const most = serverTime - sentAt;
    const isContradicted = this.#offset < least || this.#offset > most;
    if (isContradicted || most - least <= this.#roundTrip) {
      this.#offset = (least + most) / 2;
      this.#roundTrip = most - least;
    }
  }
}
