package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.scylla.AuditFact.BoosterSnapshot;
import com.luckyfunatic.storage.scylla.AuditFact.ItemTransaction;
import com.luckyfunatic.storage.scylla.AuditFact.SessionBegun;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Every change of every player, for as long as the retention says, and what the changes tell about
 * items, sessions and boosters.
 *
 * <p>Thread-safe. Methods that read block; all end in time, with {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database is away.
 */
public final class AuditTrail {
    private final GameCodec codec;
    private final AuditTables tables;
    private final AuditWriter writer;
    private final AuditReader reader;

    AuditTrail(GameCodec codec, AuditTables tables, AuditWriter writer, AuditReader reader) {
        this.codec = codec;
        this.tables = tables;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Stores entries; those that are stored already stay as they are.
     *
     * <p>It waits, in the caller's thread, while as many writes as allowed are on their way, and
     * returns when all are sent. The result completes when all are stored. It fails with {@link
     * com.luckyfunatic.engine.storage.StorageUnavailableException} when any may be missing: repeat
     * them all; or with {@link PoisonEntriesException} when all but some are stored, which never
     * will be.
     */
    public CompletableFuture<@Nullable Void> append(List<AuditEntry> entries) {
        return writer.append(entries);
    }

    /**
     * Returns changes of {@code player}, latest first, as {@link
     * com.luckyfunatic.engine.storage.PlayerStore#history} does.
     *
     * @param beforeSequence only changes with a smaller sequence; {@link Long#MAX_VALUE} for all
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    public Page<StateChange> changes(PlayerId player, long beforeSequence, int limit) {
        Page.requireLimit(limit);
        return page(reader.changes(player, beforeSequence, limit + 1), limit);
    }

    /**
     * Returns changes of {@code player} from one moment on and before another, latest first; also
     * such as are no part of the history, because another has taken their sequence.
     *
     * @param before only what stands before it; {@link AuditPosition#LATEST} for all
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    public Page<StateChange> changes(
            PlayerId player, long fromMillis, long toMillis, AuditPosition before, int limit) {
        Page.requireLimit(limit);
        return page(
                reader.between(tables.changes(), player, fromMillis, toMillis, before, limit + 1),
                limit);
    }

    /** Returns item transactions of {@code player}; parameters as for changes. */
    public Page<ItemTransaction> itemTransactions(
            PlayerId player, long fromMillis, long toMillis, AuditPosition before, int limit) {
        return facts(tables.items(), player, fromMillis, toMillis, before, limit);
    }

    /** Returns sessions of {@code player}; parameters as for changes. */
    public Page<SessionBegun> sessions(
            PlayerId player, long fromMillis, long toMillis, AuditPosition before, int limit) {
        return facts(tables.sessions(), player, fromMillis, toMillis, before, limit);
    }

    /** Returns booster snapshots of {@code player}; parameters as for changes. */
    public Page<BoosterSnapshot> boosterSnapshots(
            PlayerId player, long fromMillis, long toMillis, AuditPosition before, int limit) {
        return facts(tables.boosters(), player, fromMillis, toMillis, before, limit);
    }

    /** Returns the UTC days on which {@code player} has changes, latest first. */
    public List<LocalDate> days(PlayerId player) {
        return reader.days(player, AuditTable.STATE_CHANGE);
    }

    /** Returns how many changes {@code player} has on a UTC day. */
    public long changesOn(PlayerId player, LocalDate day) {
        return reader.count(tables.changes(), player, day);
    }

    private <T extends AuditRow> Page<T> facts(
            DayTable<T> table,
            PlayerId player,
            long fromMillis,
            long toMillis,
            AuditPosition before,
            int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                reader.between(table, player, fromMillis, toMillis, before, limit + 1), limit);
    }

    private Page<StateChange> page(List<AuditEntry> read, int limit) {
        Page<AuditEntry> page = Page.ofOneMore(read, limit);
        return new Page<>(page.items().stream().map(this::change).toList(), page.hasMore());
    }

    private StateChange change(AuditEntry entry) {
        return codec.readChange(entry.document())
                .toChange(entry.changeId(), entry.player(), entry.sequence(), entry.atMillis());
    }
}
