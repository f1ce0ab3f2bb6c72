package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.EntryHead;
import com.luckyfunatic.storage.mysql.Quarantine;
import com.luckyfunatic.storage.mysql.QuarantinedEntry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the journals that could not be understood; where the storage has no journals, none.
 * Thread-safe; calls block on the storage.
 */
@Singleton
public final class QuarantinedEntries {
    private final @Nullable Quarantine quarantine;

    QuarantinedEntries(GameStorage storage) {
        quarantine =
                storage instanceof DistributedStorage distributed ? distributed.quarantine() : null;
    }

    /**
     * An entry.
     *
     * @param number greater for later ones
     * @param partition whose journal
     * @param name its name there
     * @param sink who did not understand it: {@code archive} or {@code audit}
     * @param player whose change it is; null where even that is not known
     * @param sequence which change of the player; null where that is not known
     * @param atMillis when it was put aside, epoch milliseconds
     * @param reason why
     */
    public record Entry(
            long number,
            int partition,
            String name,
            String sink,
            @Nullable PlayerId player,
            @Nullable Long sequence,
            long atMillis,
            String reason) {
        static Entry of(Quarantine.Listed listed) {
            QuarantinedEntry entry = listed.entry();
            EntryHead head = entry.head();
            return new Entry(
                    listed.number(),
                    entry.partition(),
                    entry.name(),
                    entry.sink().name().toLowerCase(Locale.ROOT),
                    head == null ? null : head.player(),
                    head == null ? null : head.sequence(),
                    entry.atMillis(),
                    entry.reason());
        }
    }

    /**
     * Returns entries, latest first.
     *
     * @param before only those with a smaller number; {@link Long#MAX_VALUE} for all
     */
    public Page<Entry> list(long before, int limit) {
        return quarantine == null
                ? new Page<>(List.of(), false)
                : Page.ofOneMore(
                        quarantine.list(before, limit + 1).stream().map(Entry::of).toList(), limit);
    }
}
