package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.reward.Reward;

/** What an accepted command of the platform gives back. */
public sealed interface PlatformResult extends Result {
    /**
     * A grant was paid.
     *
     * @param paid what the player holds now
     * @param cut what did not fit below the balance cap, and is lost
     */
    record GrantPaid(Reward paid, Reward cut) implements PlatformResult {}

    /** Items have left the player and are on their way. */
    record TransferTaken(Transfer transfer) implements PlatformResult {}
}
