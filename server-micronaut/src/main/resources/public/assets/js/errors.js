/** Puts a failed request into words for the player. */

/** Codes of which the player need not know the difference. @type {Record<string, string>} */
const SAME = {
  token_expired: 'token_invalid',
  token_missing: 'token_invalid',
  session_superseded: 'token_invalid',
  init_data_malformed: 'init_data_expired',
  init_data_signature_invalid: 'init_data_expired',
  init_data_from_future: 'init_data_expired',
  not_found: 'unknown',
};

/** Failures that are not this server's. */
const OF_OTHERS = ['telegram_unavailable', 'platform_unavailable'];

/** Beginnings of codes of which the player need not know the rest. @type {Record<string, string>} */
const FAMILIES = { unknown_: 'unknown', ton_proof_: 'ton_proof' };

/**
 * @param {unknown} thrown usually an ApiError
 * @param {Translate} t
 * @param {Format} format
 * @param {number} now the server's time
 * @returns {string}
 */
export function describe(thrown, t, format, now) {
  const { code = '', status = 0, problem = {} } = /** @type {Partial<ApiError>} */ (thrown);
  if (status === 429) return t('error_too_many_requests');
  if (status >= 500 && !OF_OTHERS.includes(code)) return t('error_server');
  const family = Object.keys(FAMILIES).find((start) => code.startsWith(start)) ?? '';
  const key = `error_${SAME[code] ?? FAMILIES[family] ?? code}`;
  const text = t(key, {
    required: format.price(problem.required),
    held: format.amount(problem.held),
    actual: format.price(problem.actual),
    max: format.exact(problem.max),
    currency: t(problem.currency ?? 'funz'),
    time: format.countdown(Date.parse(problem.readyAt) - now),
  });
  return text === key ? (problem.detail ?? t('error_server')) : text;
}
