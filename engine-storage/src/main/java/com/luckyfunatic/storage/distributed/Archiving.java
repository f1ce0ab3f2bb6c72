package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.ArchiveResult;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import java.util.ArrayList;
import java.util.List;

/**
 * Archives the journals of some partitions and takes out of Redis what is archived. A commit costs
 * the same for one entry as for a thousand, and while the game keeps to its usual pace each journal
 * has a few: so batches of several partitions share a transaction. Thread-safe.
 */
final class Archiving {
    /** With so many entries a transaction is large enough. */
    private static final int ENTRIES = 1_000;

    /** The last batch of a transaction may be full. */
    private static final int ENTRIES_MAX = ENTRIES + JournalDrain.BATCH_MAX;

    private final List<JournalDrain> drains;
    private final ChangeArchive archive;
    private final DrainBuffer buffer;

    /** After a failure: one batch that cannot be archived must not hold up all the others. */
    private boolean isOneByOne;

    Archiving(List<JournalDrain> drains, ChangeArchive archive, DrainBuffer buffer) {
        this.drains = new ArrayList<>(drains);
        this.archive = archive;
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
            for (JournalDrain drain : drains) {
                // A part of Redis may be away: what can be read of the others is archived
                // nevertheless.
                JournalDrain.Taken taken = failures.attempt(drain::next);
                if (taken == null) {
                    continue;
                }
                group.add(taken);
                entries += taken.read().size();
                isMore |= taken.isFull();
                if (isOneByOne || entries >= ENTRIES) {
                    isMore |= archive(group, failures);
                    entries = 0;
                }
            }
            isMore |= archive(group, failures);
        }
        isOneByOne = !failures.isEmpty();
        failures.throwFirst();
        return isMore;
    }

    /**
     * Archives what was taken, and empties the list.
     *
     * @return whether any of it is to be read again
     */
    private boolean archive(List<JournalDrain.Taken> group, Failures failures) {
        boolean isMore = !group.isEmpty() && failures.test(() -> archive(group));
        group.clear();
        return isMore;
    }

    private boolean archive(List<JournalDrain.Taken> group) {
        List<ArchiveResult> results =
                archive.archive(group.stream().map(JournalDrain.Taken::batch).toList());
        boolean isToBeReadAgain = false;
        for (int i = 0; i < results.size(); i++) {
            JournalDrain.Taken taken = group.get(i);
            isToBeReadAgain |= !taken.drain().remove(taken, results.get(i));
        }
        return isToBeReadAgain;
    }
}
