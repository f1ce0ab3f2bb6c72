package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemEvent.ItemAdjusted;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletEvent.BalanceAdjusted;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Changes to append. */
final class AuditSamples {
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();

    /** The first moment of a day not long ago; rows far in the past would be as good. */
    static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    static final GameCodec CODEC = new GameCodec();

    private static final AtomicLong IDS = new AtomicLong(1);

    private AuditSamples() {}

    /** Returns a player whom no other test uses. */
    static PlayerId newPlayer() {
        return new PlayerId(IDS.getAndIncrement());
    }

    /** Returns a change of one funz more. */
    static StateChange change(PlayerId player, long sequence, long atMillis) {
        return change(
                player, sequence, atMillis, new BalanceAdjusted(Currency.FUNZ, sequence, "a gift"));
    }

    /** Returns a change with a new id. */
    static StateChange change(PlayerId player, long sequence, long atMillis, GameEvent... events) {
        return new StateChange(
                IDS.getAndIncrement(),
                player,
                sequence,
                atMillis,
                "AdjustBalance",
                new OperationId("op " + sequence),
                new Actor.Operator("Zoë 🦊"),
                "content 1",
                Durability.HARD,
                List.of(events),
                new Wallet(sequence, 0, sequence));
    }

    /** Returns a change of an item. */
    static StateChange itemChange(PlayerId player, long sequence, long atMillis) {
        return change(
                player,
                sequence,
                atMillis,
                new ItemAdjusted(new ItemId("clover"), (int) sequence, "found"));
    }

    static AuditEntry entry(StateChange change) {
        return entry(change, 1);
    }

    static AuditEntry entry(StateChange change, long epoch) {
        return new AuditEntry(
                change.player(),
                epoch,
                change.sequence(),
                change.id(),
                change.atMillis(),
                CODEC.write(ChangeDocument.of(change)));
    }

    static List<AuditEntry> entries(List<StateChange> changes) {
        return changes.stream().map(AuditSamples::entry).toList();
    }
}
