package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.reward.Reward;

/** What a player's game and the platform gave each other. */
public sealed interface PlatformEvent extends GameEvent {
    /**
     * A grant was paid.
     *
     * @param paid what the player holds now
     * @param cut what did not fit below the balance cap, and is lost
     * @param reference the platform's own name for it
     */
    record GrantReceived(Reward paid, Reward cut, String reference) implements PlatformEvent {
        @Override
        public long funzDelta() {
            return paid.funz();
        }

        @Override
        public long jokersDelta() {
            return paid.jokers();
        }
    }

    /** Items left the player for the platform. */
    record TransferRequested(Transfer transfer) implements PlatformEvent {
        @Override
        public FollowUp followUp(PlayerId self) {
            return new FollowUp(
                    self,
                    OperationId.own("transfer:" + transfer.id()),
                    new PlatformCommand.OpenTransfer(transfer));
        }
    }

    /**
     * Items that the platform refused are the player's again.
     *
     * @param id the name of the transfer
     * @param item which item
     * @param count how many
     */
    record TransferReturned(TransferId id, ItemId item, int count) implements PlatformEvent {}
}
