/** Listings of the store. Pure. */

/**
 * Returns what keeps the player from buying one now, besides the price: the name of a text; null for nothing.
 * @param {Listing} listing
 */
export function listingObstacle({ isAvailable, requirements, daily, total, left }) {
  if (!isAvailable) return 'gone';
  if (requirements.some((requirement) => requirement.isMissing)) return 'locked';
  if (left === 0) return 'soldOut';
  if (total?.remaining === 0) return 'boughtUp';
  return daily?.remaining === 0 ? 'usedUp' : null;
}
