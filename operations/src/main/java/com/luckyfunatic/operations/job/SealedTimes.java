package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Up to which moment everything that was recorded is sealed. What was written a moment ago can
 * never be sealed yet; so it is noted now and then how much there is, and when that much is sealed
 * everything of then is. Thread-safe.
 */
final class SealedTimes {
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    private final Map<String, Long> sealed = new ConcurrentHashMap<>();

    /** How many rows were behind a seal at a moment. */
    private record Mark(long position, long rows, long atMillis) {}

    /** Learns what is recorded, before some of it is sealed. */
    void before(AuditStore store, AuditLog log, long nowMillis) {
        sealed.putIfAbsent(log.name(), 0L);
        if (!marks.containsKey(log.name())) {
            long position = sealedTo(store, log);
            marks.put(log.name(), new Mark(position, log.countAfter(position), nowMillis));
        }
    }

    /** Learns what is sealed, by whichever process. */
    void after(AuditStore store, AuditLog log) {
        Mark mark = marks.get(log.name());
        if (mark != null) {
            long left = log.countAfter(sealedTo(store, log));
            if (log.countAfter(mark.position()) - left >= mark.rows()) {
                sealed.put(log.name(), mark.atMillis());
                marks.remove(log.name());
            }
        }
    }

    private static long sealedTo(AuditStore store, AuditLog log) {
        return store.last(log.name()).map(AuditSeal::toPosition).orElse(0L);
    }

    /** Returns the moment up to which all logs are sealed, epoch milliseconds; 0 when unknown. */
    long allMillis() {
        return sealed.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
