package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.distributed.UnauditedChanges.Unaudited;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.scylla.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes from the audit, and before them those that it is not known to have. Thread-safe.
 *
 * <p>A change that cannot be understood is left out of the page, as it never comes to the audit: it
 * is put aside by the drain.
 */
final class AuditedHistory implements PlayerHistory {
    private static final Logger LOG = LoggerFactory.getLogger(AuditedHistory.class);

    private final UnauditedChanges unaudited;
    private final AuditTrail audit;
    private final GameCodec codec;

    AuditedHistory(UnauditedChanges unaudited, AuditTrail audit, GameCodec codec) {
        this.unaudited = unaudited;
        this.audit = audit;
        this.codec = codec;
    }

    @Override
    public Page<StateChange> read(PlayerId player, long beforeSequence, int limit) {
        List<Unaudited> recent = unaudited.of(player); // before the audit
        Page<StateChange> audited = audit.changes(player, beforeSequence, limit);
        TreeMap<Long, StateChange> bySequence = new TreeMap<>();
        audited.items().forEach(change -> bySequence.put(change.sequence(), change));
        for (Unaudited each : recent) {
            if (each.entry().version().sequence() < beforeSequence) {
                add(each.entry(), bySequence);
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

    private void add(JournalEntry entry, Map<Long, StateChange> bySequence) {
        try {
            bySequence.put(entry.version().sequence(), entry.toChange(codec));
        } catch (StorageCorruptException e) {
            LOG.debug("an entry that the drain puts aside is left out", e);
        }
    }
}
