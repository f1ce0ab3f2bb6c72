package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first answers to the operations of one player: those of accepted hard operations for ever,
 * others for a day. Not thread-safe.
 */
final class KeptAnswers {
    private static final long KEPT_MILLIS = RetentionClock.OPERATIONS_KEPT.toMillis();

    private final Map<OperationId, KeptAnswer> forEver = new HashMap<>();

    /** In the order of their first answer, so that those to forget stand in front. */
    private final Map<OperationId, KeptAnswer> forADay = new LinkedHashMap<>();

    /** An answer to a command of some intent that is kept since a moment, epoch milliseconds. */
    record KeptAnswer(Command intent, Answer answer, long sinceMillis) {}

    @Nullable KeptAnswer get(OperationId id) {
        KeptAnswer kept = forEver.get(id);
        return kept != null ? kept : forADay.get(id);
    }

    void keepForEver(OperationId id, KeptAnswer kept) {
        forEver.put(id, kept);
    }

    void keepForADay(OperationId id, KeptAnswer kept) {
        forADay.put(id, kept);
    }

    /** Forgets what is more than a day old at {@code nowMillis}. */
    void forgetOld(long nowMillis) {
        Iterator<KeptAnswer> oldestFirst = forADay.values().iterator();
        while (oldestFirst.hasNext()
                && nowMillis - oldestFirst.next().sinceMillis() > KEPT_MILLIS) {
            oldestFirst.remove();
        }
    }
}
