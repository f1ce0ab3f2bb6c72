package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.referral.ReferralCommand;
import java.util.List;
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

    /**
     * A player's game began anew. The state keeps the game that there was, without what a reset
     * does not touch.
     *
     * @param taken what items vanished with it
     * @param energyMicros the energy that the new game starts with, millionths of a unit
     * @param tapTokens the rate limit's bucket that it starts with, thousandths of a tap
     * @param atMillis when, epoch milliseconds
     */
    record PlayerReset(
            long funzDelta,
            long jokersDelta,
            List<ItemStack> taken,
            long energyMicros,
            long tapTokens,
            long atMillis,
            String reason)
            implements PlayerEvent {
        /** Copies the list. */
        public PlayerReset {
            taken = List.copyOf(taken);
        }
    }

    /**
     * The game that the state had kept came back in the place of the one played since.
     *
     * @param taken of which items there are fewer than just before, and by how many
     * @param given of which there are more, and by how many
     * @param atMillis when, epoch milliseconds
     */
    record PlayerRestored(
            long funzDelta,
            long jokersDelta,
            List<ItemStack> taken,
            List<ItemStack> given,
            long atMillis,
            String reason)
            implements PlayerEvent {
        /** Copies the lists. */
        public PlayerRestored {
            taken = List.copyOf(taken);
            given = List.copyOf(given);
        }
    }
}
