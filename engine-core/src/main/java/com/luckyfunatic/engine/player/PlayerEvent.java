package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.referral.ReferralCommand;
import org.jspecify.annotations.Nullable;

/** What happened to a player as a whole. */
public sealed interface PlayerEvent extends GameEvent {
    /**
     * A player's game started.
     *
     * @param energyMicros the energy it starts with, millionths of a unit
     * @param tapTokens the rate limit's bucket it starts with, thousandths of a tap
     * @param atMillis when, epoch milliseconds
     */
    record PlayerCreated(
            @Nullable PlayerId referrer,
            boolean premium,
            long funzDelta,
            long jokersDelta,
            long energyMicros,
            long tapTokens,
            long atMillis)
            implements PlayerEvent {
        @Override
        public @Nullable FollowUp followUp(PlayerId self) {
            return referrer == null
                    ? null
                    : new FollowUp(
                            referrer,
                            OperationId.own("friend:" + self),
                            new ReferralCommand.CountFriend(self));
        }
    }

    /**
     * What the state held of the person who plays was forgotten.
     *
     * @param atMillis when, epoch milliseconds
     */
    record PlayerErased(long atMillis) implements PlayerEvent {}
}
