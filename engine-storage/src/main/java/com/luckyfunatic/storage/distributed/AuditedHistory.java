package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.ArchivedBatch;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.scylla.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes from the audit, and before them those that it is not known to have: from the archive, and
 * from the journal. Thread-safe.
 */
final class AuditedHistory implements PlayerHistory {
    private static final int BATCHES_AT_ONCE = 20;

    private final RedisJournal journal;
    private final ChangeArchive archive;
    private final AuditTrail audit;
    private final Partitions partitions;
    private final GameCodec codec;

    AuditedHistory(
            RedisJournal journal,
            ChangeArchive archive,
            AuditTrail audit,
            Partitions partitions,
            GameCodec codec) {
        this.journal = journal;
        this.archive = archive;
        this.audit = audit;
        this.partitions = partitions;
        this.codec = codec;
    }

    @Override
    public Page<StateChange> read(PlayerId player, long beforeSequence, int limit) {
        // In the order in which a change wanders: what moves meanwhile is found twice, not never.
        List<JournalEntry> recent = new ArrayList<>(journal.of(player));
        addUnconfirmed(player, recent);
        Page<StateChange> audited = audit.changes(player, beforeSequence, limit);
        TreeMap<Long, StateChange> bySequence = new TreeMap<>();
        audited.items().forEach(change -> bySequence.put(change.sequence(), change));
        for (JournalEntry entry : recent) {
            if (entry.version().sequence() < beforeSequence) {
                bySequence.put(entry.version().sequence(), entry.toChange(codec));
            }
        }
        List<StateChange> page = new ArrayList<>(limit);
        for (Map.Entry<Long, StateChange> each : bySequence.descendingMap().entrySet()) {
            if (page.size() == limit) {
                break;
            }
            page.add(each.getValue());
        }
        return new Page<>(page, audited.hasMore() || bySequence.size() > limit);
    }

    private void addUnconfirmed(PlayerId player, List<JournalEntry> entries) {
        int partition = partitions.of(player);
        String prefix = player + " ";
        long position = 0;
        List<ArchivedBatch> batches;
        do {
            batches = archive.unconfirmed(partition, position, BATCHES_AT_ONCE);
            for (ArchivedBatch batch : batches) {
                batch.entries().stream()
                        .filter(text -> text.startsWith(prefix))
                        .map(JournalEntry::parse)
                        .forEach(entries::add);
                position = batch.id();
            }
        } while (batches.size() == BATCHES_AT_ONCE);
    }
}
