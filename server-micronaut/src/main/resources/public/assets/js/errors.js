/** Puts a failed request into words for the player. */

/** Codes of which the player need not know the difference. @type {Record<string, string>} */
const SAME = {
  token_expired: 'token_invalid',
  token_missing: 'token_invalid',
  session_superseded: 'token_invalid',
};

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
  if (status >= 500) return t('error_server');
  const key = `error_${SAME[code] ?? code}`;
  const text = t(key, {
    required: format.price(problem.required),
    held: format.amount(problem.held),
    actual: format.price(problem.actual),
    currency: t(problem.currency ?? 'funz'),
    time: format.countdown(Date.parse(problem.readyAt) - now),
  });
  return text === key ? (problem.detail ?? t('error_server')) : text;
}
