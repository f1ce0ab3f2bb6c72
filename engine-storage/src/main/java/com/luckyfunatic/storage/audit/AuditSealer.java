package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is complete of the logs. Two at once do no harm: of two seals of one number, the
 * second is not added, and its maker stops. Thread-safe.
 */
public final class AuditSealer {
    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final AuditStore store;
    private final AuditChain chain;

    /** Seals what {@code store} has with heads of {@code chain}. */
    public AuditSealer(AuditStore store, AuditChain chain) {
        this.store = store;
        this.chain = chain;
    }

    /**
     * Seals {@code log} as far as it is complete.
     *
     * @param nowMillis the time, epoch milliseconds
     * @param sealed is told each new seal, and says whether to go on
     * @throws MissingKeyException when the seals until now have a key and the chain has none: a
     *     seal without it would look like a forgery for ever
     */
    public void seal(AuditLog log, long nowMillis, Predicate<AuditSeal> sealed) {
        long settled = log.settled(nowMillis);
        AuditSeal last = store.last(log.name()).orElse(null);
        boolean goesOn = true;
        while (goesOn && settled > (last == null ? 0 : last.toPosition())) {
            AuditSeal next = next(log, last, settled, nowMillis);
            goesOn = next != null && store.append(next) && sealed.test(next);
            last = next;
        }
    }

    /** Returns the next seal; null when no row is left. */
    private @Nullable AuditSeal next(
            AuditLog log, @Nullable AuditSeal last, long settled, long nowMillis) {
        if (last != null && last.isKeyed() && !chain.isKeyed()) {
            throw new MissingKeyException(log.name(), last.number());
        }
        DayRows rows = new DayRows(last == null ? Long.MIN_VALUE : last.epochDay(), nowMillis);
        log.readToSeal(last == null ? 0 : last.toPosition(), settled, AuditSeal.ROWS_MAX, rows);
        return rows.segment.size() == 0
                ? null
                : chain.seal(log.name(), last, rows.day, rows.segment, nowMillis);
    }

    /** Takes the rows of the first one's day, and leaves those that come after them. */
    private static final class DayRows implements Consumer<AuditRow> {
        private final Segment segment = new Segment();
        private final long nowMillis;
        private long day;
        private boolean isOver;

        DayRows(long notBefore, long nowMillis) {
            this.nowMillis = nowMillis;
            day = notBefore;
        }

        @Override
        public void accept(AuditRow row) {
            long own = day(row, day, nowMillis);
            if (segment.size() == 0) {
                day = own;
            }
            isOver |= own != day;
            if (!isOver) {
                segment.add(row);
            }
        }
    }

    /** A clock that went wrong moves no row into the future, and none into a day that is over. */
    private static long day(AuditRow row, long notBefore, long nowMillis) {
        long today = Math.floorDiv(nowMillis, DAY_MILLIS);
        return Math.max(notBefore, Math.min(today, Math.floorDiv(row.atMillis(), DAY_MILLIS)));
    }
}
