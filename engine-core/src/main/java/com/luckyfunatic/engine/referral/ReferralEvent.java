package com.luckyfunatic.engine.referral;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;

/** What happened to referrals. */
public sealed interface ReferralEvent extends GameEvent {
    /** The player has played enough for the referrer to be paid. */
    record ReferralQualified(PlayerId referrer, boolean premium) implements ReferralEvent {
        @Override
        public FollowUp followUp(PlayerId self) {
            return new FollowUp(
                    referrer,
                    OperationId.own("referral:" + self),
                    new ReferralCommand.RewardReferral(self, premium));
        }
    }

    /** A friend has joined. */
    record FriendCounted(PlayerId friend) implements ReferralEvent {}

    /**
     * The reward for a friend was paid, as far as the balance cap allows.
     *
     * @param friend whom it was paid for
     * @param funzDelta what was credited
     * @param epochDay the day it counts for
     * @param cut what the balance cap cut off
     */
    record ReferralRewarded(PlayerId friend, long funzDelta, long epochDay, long cut)
            implements ReferralEvent {}
}
