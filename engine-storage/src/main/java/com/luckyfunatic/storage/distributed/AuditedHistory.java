package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.scylla.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes from the audit, and before them those that are still in the journal. Thread-safe. */
final class AuditedHistory implements PlayerHistory {
    private final RedisJournal journal;
    private final AuditTrail audit;
    private final GameCodec codec;

    AuditedHistory(RedisJournal journal, AuditTrail audit, GameCodec codec) {
        this.journal = journal;
        this.audit = audit;
        this.codec = codec;
    }

    @Override
    public Page<StateChange> read(PlayerId player, long beforeSequence, int limit) {
        // The journal first: what is drained between the two reads is then in both, not in none.
        List<JournalEntry> recent = journal.of(player);
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
}
