/** How long to wait before trying again: doubling from half a second to fifteen, spread so that clients do not return in step. */

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * @param {number} failures how many attempts have failed in a row, 1 and above
 * @param {() => number} [random] uniform in 0…1
 * @returns {number} milliseconds
 */
export function backoffMs(failures, random = Math.random) {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return ceiling * (0.5 + random() / 2);
}

/** @param {number} ms @returns {Promise<void>} */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
