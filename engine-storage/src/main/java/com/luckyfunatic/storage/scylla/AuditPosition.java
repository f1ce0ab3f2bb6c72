package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.storage.StateChange;

/**
 * The place of something among what happened to one player. A page goes on behind the position of
 * the last item of the page before it.
 *
 * @param sequence of its change
 * @param changeId of its change
 * @param event the place of its event in its change, from 0; 0 for the change as a whole
 */
public record AuditPosition(long sequence, long changeId, int event) {
    /** Behind everything: where the latest page begins. */
    public static final AuditPosition LATEST =
            new AuditPosition(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    /** Returns the position of {@code change}. */
    public static AuditPosition of(StateChange change) {
        return new AuditPosition(change.sequence(), change.id(), 0);
    }

    /** Returns the position behind everything with a sequence below {@code sequence}. */
    static AuditPosition before(long sequence) {
        return new AuditPosition(sequence, Long.MIN_VALUE, Integer.MIN_VALUE);
    }
}
