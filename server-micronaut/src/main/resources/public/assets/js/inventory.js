/** Conversions in numbers. Pure. */

/** @param {Prize} amounts @param {number} times @returns {Prize} */
export function multiplied({ funz, jokers, items }, times) {
  return {
    funz: funz * times,
    jokers: jokers * times,
    items: items.map((item) => ({ ...item, count: item.count * times })),
  };
}

/**
 * Returns how often a conversion can be made now, as far as the page can know: what is held, at once, and on this day.
 * @param {Conversion} conversion @param {number} funz @param {number} jokers @param {HeldItem[]} items
 */
export function conversionMost({ from, maxPerOperation, daily }, funz, jokers, items) {
  const held = (/** @type {string} */ id) => items.find((item) => item.itemId === id)?.count ?? 0;
  return Math.max(
    0,
    Math.min(
      maxPerOperation,
      daily?.remaining ?? Infinity,
      from.funz > 0 ? Math.floor(funz / from.funz) : Infinity,
      from.jokers > 0 ? Math.floor(jokers / from.jokers) : Infinity,
      ...from.items.map((item) => Math.floor(held(item.itemId) / item.count)),
    ),
  );
}
