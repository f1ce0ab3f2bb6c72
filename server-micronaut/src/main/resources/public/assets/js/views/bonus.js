/** The daily bonus: the streak, and the wheel as a list of what it pays with its real odds. The server draws. */

import { attribute, h, icon, money, setText } from '../dom.js';
import { prize } from './prize.js';

/** @param {Ui} ui @returns {View} */
export function createBonus(ui) {
  const { game, store, t, format, clock } = ui;
  const claim = h('button', { class: 'button primary large', onclick: () => spin(ui, 'daily') });
  const more = h('button', { class: 'button', hidden: true, onclick: () => spin(ui, 'item') });
  const row = h('p', { class: 'muted' });
  const days = h('ol', { class: 'streak', 'aria-label': t('streak') });
  const wheel = h('ul', { class: 'wheel' });
  /** @type {DailyBonus|null} */
  let shown = null;
  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('bonus')),
      h('p', { class: 'lead' }, t('bonusText')),
      h('h2', {}, t('streak')),
      row,
      days,
      h('p', { class: 'muted' }, t('streakText')),
      h('div', { class: 'choices' }, claim, more),
      h('h2', {}, t('wheel')),
      h('p', { class: 'muted' }, t('wheelText')),
      wheel,
    ),
    update() {
      const bonus = store.bonus;
      attribute(wheel, 'aria-busy', bonus === null);
      attribute(claim, 'hidden', !bonus?.isOffered);
      if (!bonus) return;
      const left = bonus.nextClaimAtMs - clock.now();
      attribute(claim, 'disabled', bonus.isClaimed && left > 0);
      setText(claim, bonus.isClaimed && left > 0 ? t('readyIn', { time: format.countdown(left) }) : t('claimDay'));
      if (bonus === shown) return;
      shown = bonus;
      const { item } = bonus.spins;
      attribute(more, 'hidden', !item?.held);
      setText(more, item ? t('spinFor', { name: item.name, n: item.held }) : '');
      setText(row, t('streakNow', { n: bonus.streak.days }));
      days.replaceChildren(...bonus.streak.rewards.map((reward) => day(ui, bonus, reward)));
      wheel.replaceChildren(...bonus.segments.map((segment) => segmentRow(ui, segment)));
    },
    load: () => game.loadBonus(),
  };
}

/** @param {Ui} ui @param {DailyBonus} bonus @param {{day: number, funz: number}} reward */
function day({ t, format }, bonus, reward) {
  const isPaid = reward.day <= bonus.streak.days;
  const isNext = reward.day === Math.min(bonus.streak.nextDay, bonus.streak.rewards.length);
  return h(
    'li',
    { class: isPaid ? 'met' : 'missing', 'aria-current': isNext ? 'step' : null, title: format.exact(reward.funz) },
    h('span', { class: 'day' }, isPaid && icon('check'), t('day', { n: reward.day })),
    money(format.short(reward.funz)),
  );
}

/** @param {Ui} ui @param {WheelSegment} segment */
function segmentRow(ui, segment) {
  const { t, format } = ui;
  const { numerator, denominator } = segment.odds;
  return h(
    'li',
    { 'data-segment': segment.id },
    h('span', { class: 'row-text' }, h('strong', {}, segment.name), prize(ui.format, segment.prize)),
    h(
      'span',
      { class: 'odds' },
      h('strong', {}, format.percent(numerator / denominator)),
      h('span', { class: 'muted' }, t('odds', { n: format.exact(numerator), max: format.exact(denominator) })),
    ),
  );
}

/** @param {Ui} ui @param {'daily'|'item'} kind */
function spin(ui, kind) {
  const { game } = ui;
  return ui.run(async () => {
    const { streak, spin: drawn } = await game.claimBonus(kind);
    showSpin(ui, streak, drawn);
  });
}

/**
 * Shows where the wheel has stopped.
 * @param {Ui} ui @param {BonusClaim['streak']} streak the day that was paid with it, if any @param {BonusClaim['spin']} drawn
 */
export function showSpin(ui, streak, drawn) {
  const { store, t, format } = ui;
  const segment = store.bonus?.segments.find((each) => each.id === drawn.segmentId);
  ui.openSheet(
    segment?.name ?? t('wheel'),
    streak && h('p', {}, t('dayPaid', { n: streak.day, funz: format.exact(streak.funz) })),
    h('p', { class: 'away-amount' }, prize(format, drawn.prize)),
    h('p', { class: 'muted' }, t('roll', { n: format.exact(drawn.roll), max: format.exact(drawn.rolls - 1) })),
    h('button', { class: 'button primary large', autofocus: true, onclick: ui.closeSheet }, t('collect')),
  );
}
