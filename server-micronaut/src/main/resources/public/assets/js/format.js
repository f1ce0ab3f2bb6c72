/** Numbers, times and spans of time as the player's language writes them. */

const COMPACT_FROM = 1_000_000;

/** @typedef {ReturnType<typeof createFormat>} Format */

/** @param {string} locale */
export function createFormat(locale) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const compact = { notation: 'compact', maximumFractionDigits: 2 };
  // A balance never looks larger than it is, and a price never smaller.
  const down = new Intl.NumberFormat(locale, /** @type {any} */ ({ ...compact, roundingMode: 'trunc' }));
  const up = new Intl.NumberFormat(locale, /** @type {any} */ ({ ...compact, roundingMode: 'expand' }));
  const short = new Intl.NumberFormat(
    locale,
    /** @type {any} */ ({ notation: 'compact', maximumFractionDigits: 1, roundingMode: 'trunc' }),
  );
  const fraction = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 3 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  /** @param {string} unit */
  const unit = (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
  const units = { day: unit('day'), hour: unit('hour'), minute: unit('minute'), second: unit('second') };

  return {
    /** Every digit: 1,234,567. @param {number} n */
    exact: (n) => whole.format(n),
    /** What is held: 12,345 or 1.23M. @param {number} n */
    amount: (n) => (n < COMPACT_FROM ? whole : down).format(n),
    /** What is asked for: 12,345 or 1.24M. @param {number} n */
    price: (n) => (n < COMPACT_FROM ? whole : up).format(n),
    /** Where there is little room: 12.3K. @param {number} n */
    short: (n) => (n < 10_000 ? whole : short).format(n),
    /** Points, which may have decimals and more digits than a number. @param {string} points */
    score: (points) => fraction.format(/** @type {any} */ (points)),
    /** A multiplier in basis points: ×1.5. @param {number} bps */
    multiplier: (bps) => `×${fraction.format(bps / 10_000)}`,
    /** A chance, to as many digits as it takes: 25%, 0.1%. @param {number} share */
    percent: (share) => percent.format(share),
    /** A day. @param {string|number} instant */
    date: (instant) => date.format(new Date(instant)),
    /** A count of hours or days. @param {number} n @param {'day'|'hour'|'minute'|'second'} name */
    unit: (n, name) => units[name].format(n),
    countdown,
    /** A measured time, to the millisecond: 41.204 sec. @param {number} ms */
    seconds: (ms) => seconds.format(ms / 1000),
    /** A span of time in its two largest units: 1 hr 30 min. @param {number} ms */
    span(ms) {
      const minutes = Math.floor(ms / 60_000);
      if (minutes < 1) return units.second.format(Math.floor(ms / 1000));
      const parts = [];
      if (minutes >= 60) parts.push(units.hour.format(Math.floor(minutes / 60)));
      if (minutes % 60 > 0) parts.push(units.minute.format(minutes % 60));
      return parts.join(' ');
    },
  };
}

/**
 * Time left as a clock shows it, rounded up so that it reads 0:00 only when it is over: 0:07, 12:34, 1:02:03.
 * @param {number} ms
 */
export function countdown(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const pad = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}
