/** What a quest asks of the player now. Pure: the quest as it was answered, and the server's time. */

const DAY_MS = 86_400_000;

/**
 * @param {any} quest as it is answered
 * @returns {Quest}
 */
export function readQuest(quest) {
  return {
    id: quest.id,
    description: quest.description,
    kind: quest.kind,
    status: quest.status,
    isActive: quest.is_active,
    isDaily: quest.is_daily,
    link: safeLink(quest.action_url),
    reward: quest.reward,
    progress: quest.progress,
    goal: quest.goal,
    completesAtMs: quest.completes_at ? Date.parse(quest.completes_at) : 0,
    requirements: quest.requirements,
  };
}

/** Returns the address if a page may lead there: over HTTPS only. @param {unknown} text @returns {string|null} */
export function safeLink(text) {
  try {
    const link = new URL(String(text));
    return link.protocol === 'https:' ? link.href : null;
  } catch {
    return null;
  }
}

/**
 * Returns what is to be done about a quest: `claim` its reward; `visit` (start it, and follow its link) and then `wait`; `start` it, so that
 * it counts; go on `counting`; have it confirmed elsewhere (`check`) or here (`connect`); or nothing: something is `missing`, it is `closed`,
 * it is too `late` today, or it is `claimed`.
 * @param {Quest} quest @param {number} now
 * @returns {QuestAction}
 */
export function questAction({ kind, status, isActive, isDaily, link, completesAtMs, requirements }, now) {
  if (status === 'claimed' || status === 'completed') return status === 'claimed' ? 'claimed' : 'claim';
  if (!isActive) return 'closed';
  if (requirements.some((requirement) => requirement.isMissing)) return 'missing';
  const isStarted = status === 'started';
  if (kind === 'visit') {
    if (!isStarted) return 'visit';
    if (completesAtMs === 0) return 'late';
    return completesAtMs > now ? 'wait' : 'claim';
  }
  if (kind === 'external') return link ? 'check' : 'connect';
  if (kind === 'condition') return isDaily && !isStarted ? 'start' : 'counting';
  return 'claim';
}

/** What can be had comes first, what is under way next, what was had last; the rest as the content has it. */
const ORDER = { claim: 0, wait: 1, counting: 2, visit: 2, start: 2, check: 2, connect: 2, missing: 3, late: 3, closed: 4, claimed: 5 };

/**
 * @param {Quest[]} quests @param {number} now
 * @returns {{daily: Quest[], open: Quest[], done: Quest[]}} those of today, the others, and the others that were claimed
 */
export function sortQuests(quests, now) {
  const rank = (/** @type {Quest} */ quest) => ORDER[questAction(quest, now)];
  const sorted = [...quests].sort((a, b) => rank(a) - rank(b));
  const isDone = (/** @type {Quest} */ quest) => !quest.isDaily && quest.status === 'claimed';
  return {
    daily: sorted.filter((quest) => quest.isDaily),
    open: sorted.filter((quest) => !quest.isDaily && !isDone(quest)),
    done: sorted.filter(isDone),
  };
}

/** Returns when the UTC day of a moment ends. @param {number} now */
export function dayEnd(now) {
  return (Math.floor(now / DAY_MS) + 1) * DAY_MS;
}

/** Returns when quests that were answered at a moment next change by themselves. @param {Quest[]} quests @param {number} at */
export function nextChange(quests, at) {
  const visits = quests.filter((quest) => quest.status === 'started').map((quest) => quest.completesAtMs);
  return Math.min(dayEnd(at), ...visits.filter((end) => end > at));
}
