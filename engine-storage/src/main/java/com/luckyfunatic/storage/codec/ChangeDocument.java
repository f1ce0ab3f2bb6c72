package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a {@link StateChange} that stores keep as a document; the rest are their columns. */
public record ChangeDocument(
        String command,
        @Nullable OperationId operationId,
        Actor actor,
        String catalogVersion,
        Durability durability,
        List<GameEvent> events,
        Wallet walletAfter) {
    /** Returns the document of {@code change}. */
    public static ChangeDocument of(StateChange change) {
        return new ChangeDocument(
                change.command(),
                change.operationId(),
                change.actor(),
                change.catalogVersion(),
                change.durability(),
                change.events(),
                change.walletAfter());
    }

    /** Returns the change that has this document and these columns. */
    public StateChange toChange(long id, PlayerId player, long sequence, long atMillis) {
        return new StateChange(
                id,
                player,
                sequence,
                atMillis,
                command,
                operationId,
                actor,
                catalogVersion,
                durability,
                events,
                walletAfter);
    }
}
