package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Takes the journals away: into the archive, into the audit, out of Redis. */
final class DrainJournals implements StorageJob {
    private static final int SHARES_MAX = 8;
    private static final long COUNTED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final List<JournalDrain> drains;
    private final StorageWork work;
    private final int shares;
    private final long[] countedAtNanos;

    DrainJournals(List<JournalDrain> drains, StorageWork work) {
        this.drains = List.copyOf(drains);
        this.work = work;
        shares = Math.min(SHARES_MAX, drains.size());
        countedAtNanos = new long[shares];
    }

    @Override
    public String name() {
        return "drain-journals";
    }

    @Override
    public String description() {
        return "Takes changes from the journals into the archive and the audit.";
    }

    @Override
    public int shares() {
        return shares;
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(100);
    }

    @Override
    public boolean work(int share) {
        boolean didSomething = false;
        StorageException away = null;
        for (int each = share; each < drains.size(); each += shares) {
            JournalDrain drain = drains.get(each);
            synchronized (drain) {
                didSomething |= drain.archiveNext();
                try {
                    didSomething |= drain.auditNext();
                } catch (StorageException e) {
                    away = e;
                }
            }
        }
        countNowAndThen(share);
        if (away != null && !didSomething) {
            throw away;
        }
        return didSomething;
    }

    private void countNowAndThen(int share) {
        if (System.nanoTime() - countedAtNanos[share] < COUNTED_EVERY_NANOS) {
            return;
        }
        countedAtNanos[share] = System.nanoTime();
        for (int each = share; each < drains.size(); each += shares) {
            work.waiting(each, drains.get(each).waiting());
        }
    }

    @Override
    public void takeOver(int share) {
        countedAtNanos[share] = System.nanoTime() - COUNTED_EVERY_NANOS;
    }

    @Override
    public void giveUp(int share) {
        for (int each = share; each < drains.size(); each += shares) {
            work.forget(each);
        }
    }

    @Override
    public long finish(LongConsumer progress) {
        long before = work.audited();
        for (JournalDrain drain : drains) {
            synchronized (drain) {
                boolean more = true;
                while (more) {
                    more = drain.archiveNext();
                    more |= drain.auditNext();
                    progress.accept(work.audited() - before);
                }
            }
        }
        return work.audited() - before;
    }
}
