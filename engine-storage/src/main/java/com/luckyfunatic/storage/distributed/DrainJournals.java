package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.redis.RedisPlayers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;

/**
 * Takes the journals away: into the archive, out of Redis, and from the archive into the audit.
 * While the audit does not answer, archiving goes on.
 */
final class DrainJournals implements StorageJob {
    private static final int SHARES_MAX = 8;

    /**
     * A turn costs nearly the same for one change as for many: while the game keeps to its usual
     * pace, its changes wait for each other rather than each for a turn of its own.
     */
    private static final Duration REST = Duration.ofMillis(200);

    private static final long COUNTED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final List<JournalDrain> drains;
    private final StorageWork work;
    private final int shares;

    private final List<Archiving> archiving = new ArrayList<>();

    private final List<Auditing> auditing = new ArrayList<>();

    private final long[] countedAtNanos;

    DrainJournals(
            List<JournalDrain> drains,
            ChangeArchive archive,
            RedisPlayers players,
            DrainBuffer buffer,
            Duration auditSync,
            StorageWork work) {
        this.drains = List.copyOf(drains);
        this.work = work;
        shares = Math.min(SHARES_MAX, drains.size());
        for (int share = 0; share < shares; share++) {
            List<JournalDrain> own = new ArrayList<>();
            for (int each = share; each < drains.size(); each += shares) {
                own.add(drains.get(each));
            }
            archiving.add(new Archiving(own, archive, players, buffer));
            auditing.add(
                    new Auditing(
                            own.stream().map(JournalDrain::feed).toList(),
                            archive,
                            buffer,
                            auditSync));
        }
        countedAtNanos = new long[shares];
    }

    @Override
    public JobKind kind() {
        return JobKind.DRAIN_JOURNALS;
    }

    @Override
    public int shares() {
        return shares;
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public boolean work(int share) {
        countNowAndThen(share);
        return archiving.get(share).next();
    }

    @Override
    public List<IntPredicate> beside() {
        return List.of(share -> auditing.get(share).next());
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

    /** Archives all that is in the journals now. */
    void archive() {
        archiving.forEach(DrainJournals::archive);
    }

    private static void archive(Archiving share) {
        while (share.next()) {
            // One pass after the other.
        }
    }

    @Override
    public long finish(LongConsumer progress) {
        long before = work.archived();
        for (Archiving share : archiving) {
            archive(share);
            progress.accept(work.archived() - before);
        }
        auditing.forEach(Auditing::finish);
        return work.archived() - before;
    }
}
