package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/** What one event of a change tells somebody who looks for one kind of thing. */
public sealed interface AuditFact extends AuditRow {
    @Override
    PlayerId player();

    @Override
    AuditPosition position();

    @Override
    long atMillis();

    /**
     * A player came to hold more or fewer of an item.
     *
     * @param delta how many more, negative for fewer
     * @param reason why
     */
    record ItemTransaction(
            PlayerId player,
            AuditPosition position,
            long atMillis,
            ItemId item,
            int delta,
            String reason)
            implements AuditFact {}

    /** A player logged in. */
    record SessionBegun(PlayerId player, AuditPosition position, long atMillis, long session)
            implements AuditFact {}

    /**
     * A booster as it stood after it was activated or a level of it was bought.
     *
     * @param price what was paid, in {@code currency}
     * @param level the level of a permanent booster; 0 for one that is activated
     * @param active a timed booster in force; null for others
     * @param use the use that was made of it; null for a permanent one, and for one that an item
     *     started
     */
    record BoosterSnapshot(
            PlayerId player,
            AuditPosition position,
            long atMillis,
            BoosterType booster,
            Currency currency,
            long price,
            int level,
            @Nullable ActiveBooster active,
            @Nullable BoosterUse use)
            implements AuditFact {}
}
