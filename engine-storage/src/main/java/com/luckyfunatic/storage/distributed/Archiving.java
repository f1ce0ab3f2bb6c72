package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.ArchiveResult;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.redis.RedisPlayers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Archives the journals of some partitions and takes out of Redis what is archived. A commit costs
 * the same for one entry as for a thousand, and while the game keeps to its usual pace each journal
 * has a few: so batches of several partitions share a transaction, and the way to Redis and back.
 * Thread-safe.
 */
final class Archiving {
    /** With so many entries a transaction is large enough. */
    private static final int ENTRIES = 1_000;

    /**
     * Journals that are asked for at the same time; more would take much memory when all are full.
     */
    private static final int READ_AT_ONCE = 4;

    /** What was read last may all be full. */
    private static final int ENTRIES_MAX = ENTRIES + READ_AT_ONCE * JournalDrain.BATCH_MAX;

    private final List<List<JournalDrain>> neighbours;
    private final ChangeArchive archive;
    private final RedisPlayers players;
    private final DrainBuffer buffer;

    /** After a failure: one batch that cannot be archived must not hold up all the others. */
    private boolean isOneByOne;

    Archiving(
            List<JournalDrain> drains,
            ChangeArchive archive,
            RedisPlayers players,
            DrainBuffer buffer) {
        List<List<JournalDrain>> cut = new ArrayList<>();
        for (int from = 0; from < drains.size(); from += READ_AT_ONCE) {
            int to = Math.min(drains.size(), from + READ_AT_ONCE);
            cut.add(List.copyOf(drains.subList(from, to)));
        }
        neighbours = List.copyOf(cut);
        this.archive = archive;
        this.players = players;
        this.buffer = buffer;
    }

    /**
     * Goes through the journals once.
     *
     * @return whether any has more
     * @throws RuntimeException when something failed, after everything else that could be done
     */
    synchronized boolean next() {
        boolean isMore = false;
        List<JournalDrain.Taken> group = new ArrayList<>();
        Failures failures = new Failures();
        int entries = 0;
        try (DrainBuffer.Room _ = buffer.take(ENTRIES_MAX)) {
            for (List<JournalDrain> some : neighbours) {
                for (JournalDrain.Taken taken : read(some, failures)) {
                    group.add(taken);
                    entries += taken.read().size();
                    isMore |= taken.isFull();
                    if (isOneByOne || entries >= ENTRIES) {
                        isMore |= archive(group, failures);
                        entries = 0;
                    }
                }
            }
            isMore |= archive(group, failures);
        }
        isOneByOne = !failures.isEmpty();
        failures.throwFirst();
        return isMore;
    }

    /** A part of Redis may be away: what can be read of the others is archived nevertheless. */
    private static List<JournalDrain.Taken> read(List<JournalDrain> drains, Failures failures) {
        List<Supplier<JournalDrain.@Nullable Taken>> asked =
                drains.stream().map(JournalDrain::next).toList();
        List<JournalDrain.Taken> read = new ArrayList<>();
        for (Supplier<JournalDrain.@Nullable Taken> each : asked) {
            JournalDrain.Taken taken = failures.attempt(each);
            if (taken != null) {
                read.add(taken);
            }
        }
        return read;
    }

    /**
     * Archives what was taken, takes it out of Redis, and empties the list.
     *
     * @return whether any of it is to be read again
     */
    private boolean archive(List<JournalDrain.Taken> group, Failures failures) {
        List<JournalDrain.Taken> archived =
                group.isEmpty() ? List.of() : failures.attempt(() -> archive(group));
        boolean isToBeReadAgain = archived != null && archived.size() < group.size();
        group.clear();
        if (archived != null) {
            List<BooleanSupplier> removals =
                    archived.stream().map(taken -> taken.drain().remove(taken)).toList();
            for (BooleanSupplier each : removals) {
                isToBeReadAgain |= failures.test(() -> !each.getAsBoolean());
            }
        }
        return isToBeReadAgain;
    }

    /**
     * Archives what was taken, and arranges that the answers in it go from Redis some minutes
     * later: nobody would come back for them once it is out of the journal.
     *
     * @return what is archived; Redis may have lost some of the rest
     */
    private List<JournalDrain.Taken> archive(List<JournalDrain.Taken> group) {
        List<ArchiveResult> results =
                archive.archive(group.stream().map(JournalDrain.Taken::batch).toList());
        List<JournalDrain.Taken> archived = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            JournalDrain.Taken taken = group.get(i);
            if (results.get(i) instanceof ArchiveResult.Archived) {
                taken.drain().archived(taken);
                archived.add(taken);
            } else {
                taken.drain().readAgain();
            }
        }
        players.expireSoon(archived.stream().flatMap(Archiving::operations).toList());
        return archived;
    }

    private static Stream<RedisPlayers.NamedOperation> operations(JournalDrain.Taken taken) {
        return taken.batch().operations().stream()
                .map(each -> new RedisPlayers.NamedOperation(each.player(), each.id()));
    }
}
