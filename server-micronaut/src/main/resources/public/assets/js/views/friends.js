/** Friends: the link that invites them, and who of them has earned most. */

import { attribute, h, icon, Rows, setText } from '../dom.js';
import { avatar } from './profile.js';

/** @param {Ui} ui @returns {View} */
export function createFriends(ui) {
  const { game, store, t, format } = ui;
  const reward = h('p', { class: 'invite-reward' });
  const count = h('span', { class: 'muted' });
  const nobody = h('p', { class: 'empty', hidden: true }, t('noFriends'));
  const list = h('ol', { class: 'ranking' });
  const more = h(
    'button',
    { class: 'button', hidden: true, onclick: () => ui.run(() => game.loadFriends(true)) },
    t('loadMore'),
  );
  const rows = new Rows(
    list,
    (/** @type {Friend} */ friend) => friend.playerId,
    (friend) => createFriend(ui, friend),
  );
  return {
    element: h(
      'section',
      { class: 'view' },
      h('h1', {}, t('friends')),
      h('p', { class: 'lead' }, t('friendsText')),
      createInvitation(ui, reward),
      h('h2', {}, t('ranking'), ' ', count),
      nobody,
      list,
      more,
    ),
    update() {
      const { rewardFunz, premiumRewardFunz } = store.catalog.referral ?? {};
      attribute(reward, 'hidden', !rewardFunz);
      setText(
        reward,
        t('inviteReward', { n: format.exact(rewardFunz ?? 0), premium: format.exact(premiumRewardFunz ?? 0) }),
      );
      setText(count, t('friendsCount', { n: store.game?.referral.friends ?? 0 }));
      attribute(list, 'aria-busy', store.friends === null);
      attribute(nobody, 'hidden', store.friends?.length !== 0);
      attribute(more, 'hidden', store.friendsCursor === null);
      rows.update(store.friends ?? []);
    },
    load: () => game.loadFriends(false),
  };
}

/** @param {Ui} ui @param {HTMLElement} reward */
function createInvitation({ store, t, telegram, notify }, reward) {
  const link = inviteLink(String(store.player?.telegramId ?? ''));
  const field = h('input', { class: 'invite-link', readonly: true, value: link, 'aria-label': t('inviteLink') });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      field.select();
      document.execCommand('copy'); // Pages without HTTPS have nothing newer.
    }
    notify(t('copied'));
  };
  const share = () => {
    if (!telegram.share(link, t('shareText'))) navigator.share?.({ url: link, text: t('shareText') }).catch(() => {});
  };
  const canShare = telegram.isInside || 'share' in navigator;
  return h(
    'div',
    { class: 'invite' },
    reward,
    h('div', { class: 'invite-line' }, field, h('button', { class: 'button', onclick: copy }, icon('copy'), t('copy'))),
    canShare && h('button', { class: 'button primary large', onclick: share }, icon('share'), t('share')),
  );
}

/** @param {string} telegramId */
function inviteLink(telegramId) {
  const app = document.querySelector('meta[name="telegram-app"]')?.getAttribute('content');
  const link = new URL(app || document.baseURI);
  link.search = '';
  link.hash = '';
  link.searchParams.set(app ? 'startapp' : 'start', `ref_${telegramId}`);
  return link.href;
}

/** @param {Ui} ui @param {Friend} friend */
function createFriend({ t, format }, friend) {
  const place = h('span', { class: 'place' });
  const rank = h('span', { class: 'muted' });
  const earned = h('span', { class: 'earned' });
  const name = friend.deleted ? t('deletedPlayer') : friend.firstName;
  return {
    element: h(
      'li',
      { class: 'friend' },
      place,
      avatar(name),
      h('span', { class: 'row-text' }, h('span', {}, name, friend.premium && icon('star')), rank),
      icon('funz'),
      earned,
    ),
    /** @param {Friend} next @param {number} index */
    update(next, index) {
      setText(place, String(index + 1));
      setText(rank, t('rank', { n: next.rank }));
      setText(earned, format.amount(next.lifetimeEarned));
    },
  };
}
