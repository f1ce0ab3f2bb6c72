/** Quests: things to do once or once a day, and the ladder of friends. */

import { attribute, h, icon, Rows, setText } from '../dom.js';
import { dayEnd, questAction, sortQuests } from '../quests.js';
import { requirementList } from './cards.js';
import { connectionSheet } from './connections.js';
import { prize, prizeText } from './prize.js';

/** @type {Record<Quest['kind'], string>} */
const ICONS = { instant: 'gift', visit: 'link', condition: 'quests', external: 'link' };

/** @param {Ui} ui @returns {View} */
export function createQuests(ui) {
  const { game, store, t, format, clock } = ui;
  const reset = h('span', { class: 'muted' });
  const groups = {
    daily: createGroup(ui, t('questsDaily'), reset),
    open: createGroup(ui, t('questsOpen')),
    done: createGroup(ui, t('questsDone')),
  };
  const waiting = h('div', { class: 'rows', 'aria-busy': true });
  const nothing = h('p', { class: 'empty', hidden: true }, t('questsNone'));
  const ladder = createLadder(ui);
  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('quests')),
      h('p', { class: 'lead' }, t('questsText')),
      waiting,
      nothing,
      groups.daily.element,
      groups.open.element,
      ladder.element,
      groups.done.element,
    ),
    update() {
      game.keepQuests();
      const { quests } = store;
      attribute(waiting, 'hidden', quests !== null);
      attribute(nothing, 'hidden', quests?.length !== 0);
      if (!quests) return;
      const now = clock.now();
      const sorted = sortQuests(quests, now);
      groups.daily.update(sorted.daily);
      groups.open.update(sorted.open);
      groups.done.update(sorted.done);
      setText(reset, t('questsReset', { time: format.countdown(dayEnd(now) - now) }));
      ladder.update(store.ladder);
    },
    load: () => game.loadQuests(),
  };
}

/** @param {Ui} ui @param {string} title @param {Child} [aside] */
function createGroup(ui, title, aside) {
  const list = h('div', { class: 'rows' });
  const element = h('div', { hidden: true }, h('h2', {}, title, ' ', aside), list);
  const rows = new Rows(
    list,
    (/** @type {Quest} */ quest) => quest.id,
    (quest) => createQuest(ui, quest),
  );
  return {
    element,
    /** @param {Quest[]} quests */
    update(quests) {
      attribute(element, 'hidden', quests.length === 0);
      rows.update(quests);
    },
  };
}

/** @param {Ui} ui @param {Quest} quest */
function createQuest(ui, quest) {
  const { store, t, clock } = ui;
  const note = h('p', { class: 'note' });
  const details = h('div', { class: 'quest-details' });
  const controls = h('div', { class: 'quest-controls' });
  const earns = h('span', { class: 'quest-reward' });
  const element = h(
    'article',
    { class: 'row quest', 'data-quest': quest.id },
    h('span', { class: 'row-icon' }, icon(ICONS[quest.kind])),
    h('div', { class: 'row-text' }, h('h3', {}, quest.description), note),
    details,
    h('div', { class: 'quest-foot' }, earns, controls),
  );
  /** @type {Quest|null} */
  let shown = null;
  /** @type {QuestAction|null} */
  let action = null;
  return {
    element,
    /** @param {Quest} next */
    update(next) {
      const nextAction = questAction(next, clock.now());
      setText(note, noteOf(ui, next, nextAction));
      if (next === shown && nextAction === action) return;
      shown = next;
      action = nextAction;
      attribute(element, 'data-action', action);
      earns.replaceChildren(prize(ui.format, next.reward));
      controls.replaceChildren(...controlsOf(ui, next, action));
      const name = (/** @type {string} */ id) => store.quests?.find((other) => other.id === id)?.description ?? id;
      const children = [
        action === 'missing' && requirementList(t, next.requirements, name),
        action === 'counting' && progress(next.description, next.progress ?? 0, next.goal ?? 1),
      ];
      details.replaceChildren(...children.filter((child) => child instanceof Node));
    },
  };
}

/** @param {string} name @param {number} value @param {number} goal */
function progress(name, value, goal) {
  const bar = h('div', {
    class: 'bar',
    role: 'progressbar',
    'aria-label': name,
    'aria-valuemax': goal,
    'aria-valuenow': Math.min(value, goal),
  });
  bar.style.setProperty('--fill', String(Math.min(1, value / goal)));
  return bar;
}

/** How far a quest is, in words. @param {Ui} ui @param {Quest} quest @param {QuestAction} action */
function noteOf({ t, format, clock }, quest, action) {
  const now = clock.now();
  const time = format.countdown(dayEnd(now) - now);
  return {
    claim: () => t('questReady'),
    visit: () => t('questNew'),
    wait: () => t('questWait', { time: format.countdown(quest.completesAtMs - now) }),
    start: () => t('questNew'),
    counting: () => t('questCounting', { n: format.exact(quest.progress ?? 0), max: format.exact(quest.goal ?? 0) }),
    check: () => t('questCheck'),
    connect: () => t('questNew'),
    missing: () => t('questMissing'),
    closed: () => t('questClosed'),
    late: () => t('questLate', { time }),
    claimed: () => (quest.isDaily ? t('questClaimedToday', { time }) : ''),
  }[action]();
}

/** @param {Ui} ui @param {Quest} quest @param {QuestAction} action @returns {Node[]} */
function controlsOf(ui, quest, action) {
  const { t, game } = ui;
  const start = () => game.startQuest(quest);
  switch (action) {
    case 'claim':
      return [button(ui, t('claim'), 'primary', () => claim(ui, quest))];
    case 'visit':
      return quest.link
        ? [link(ui, quest.link, 'primary', () => ui.run(start))]
        : [button(ui, t('questStart'), 'primary', start)];
    case 'start':
      return [button(ui, t('questStart'), 'primary', start)];
    case 'check':
      return [
        link(ui, quest.link ?? '', '', () => {}),
        button(ui, t('questConfirm'), 'primary', () => claim(ui, quest)),
      ];
    case 'connect':
      return [button(ui, t('connect'), 'primary', () => connectionSheet(ui))];
    case 'claimed':
      return [h('span', { class: 'claimed' }, icon('check'), t('claimed'))];
    case 'wait':
    case 'counting':
      return quest.link ? [link(ui, quest.link, '', () => {})] : [];
    case 'missing':
    case 'closed':
    case 'late':
      return [];
  }
}

/** @param {Ui} ui @param {string} text @param {string} kind @param {() => Promise<any>} action */
function button(ui, text, kind, action) {
  const element = h(
    'button',
    {
      class: `button ${kind}`,
      onclick: () => ui.busy(element, action),
    },
    text,
  );
  return element;
}

/** A real link, since a page may open nothing once an answer has come. @param {Ui} ui @param {string} href @param {string} kind @param {() => void} action */
function link({ t, telegram }, href, kind, action) {
  return h(
    'a',
    {
      class: `button ${kind}`,
      href,
      target: '_blank',
      rel: 'noopener noreferrer',
      onclick: (/** @type {Event} */ event) => {
        if (telegram.open(href)) event.preventDefault();
        action();
      },
    },
    icon('link'),
    t('questGo'),
  );
}

/** @param {Ui} ui @param {Quest} quest */
async function claim({ game, t, format, notify }, quest) {
  const paid = await game.claimQuest(quest);
  notify(prizeText(t, format, paid, quest.reward));
}

/** Levels for friends, claimed in their order. @param {Ui} ui */
function createLadder(ui) {
  const { game, t, format, notify } = ui;
  const note = h('p', { class: 'muted' });
  const bar = h('div', {});
  const levels = h('ol', { class: 'ladder', 'aria-label': t('ladder') });
  const controls = h('div', { class: 'choices' });
  const element = h('div', { class: 'ladder-part', hidden: true }, h('h2', {}, t('ladder')), note, bar, controls, levels);
  /** @type {FriendsLadder|null} */
  let shown = null;
  return {
    element,
    /** @param {FriendsLadder|null} ladder */
    update(ladder) {
      attribute(element, 'hidden', !ladder?.levels.length);
      if (!ladder || ladder === shown) return;
      shown = ladder;
      const { friends, nextLevel, isNextLevelReached } = ladder;
      const next = ladder.levels.find((level) => level.friends === nextLevel);
      const more = (nextLevel ?? 0) - friends;
      setText(
        note,
        next ? (isNextLevelReached ? t('ladderReady') : t('ladderMore', { n: more })) : t('ladderDone', { n: friends }),
      );
      bar.replaceChildren(...(next ? [progress(t('ladder'), friends, next.friends)] : []));
      const climb = async () => notify(prizeText(t, format, await game.claimFriendsLevel(), next?.reward ?? NOTHING));
      controls.replaceChildren(
        ...(next && isNextLevelReached ? [button(ui, t('claim'), 'primary', climb)] : []),
        ...(next ? [h('button', { class: 'button', onclick: () => ui.go('friends') }, icon('friends'), t('invite'))] : []),
      );
      levels.replaceChildren(...ladder.levels.map((level) => rung(ui, level, level === next)));
    },
  };
}

/** @type {Prize} */
const NOTHING = { funz: 0, jokers: 0, items: [] };

/** @param {Ui} ui @param {FriendsLadder['levels'][0]} level @param {boolean} isNext */
function rung({ t, format }, level, isNext) {
  const isClaimed = level.status === 'claimed';
  return h(
    'li',
    { class: isClaimed ? 'met' : 'missing', 'data-level': level.friends, 'aria-current': isNext ? 'step' : null },
    icon(isClaimed ? 'check' : level.status === 'not_started' ? 'lock' : 'gift'),
    h('span', { class: 'row-text' }, t('friendsCount', { n: level.friends })),
    prize(format, level.reward),
  );
}
