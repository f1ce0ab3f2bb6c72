package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.ArchiveResult;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     */
    synchronized boolean next() {
        // Another one is first each time, so that one which fails does not hold up the same others.
        Collections.rotate(drains, 1);
        boolean isMore = false;
        List<JournalDrain.Taken> group = new ArrayList<>();
        int entries = 0;
        try (DrainBuffer.Room _ = buffer.take(ENTRIES_MAX)) {
            for (JournalDrain drain : drains) {
                JournalDrain.@Nullable Taken taken = next(drain, group);
                if (taken == null) {
                    continue;
                }
                group.add(taken);
                entries += taken.read().size();
                isMore |= taken.isFull();
                if (isOneByOne || entries >= ENTRIES) {
                    isMore |= archive(group);
                    entries = 0;
                }
            }
            isMore |= archive(group);
        }
        isOneByOne = false;
        return isMore;
    }

    private JournalDrain.@Nullable Taken next(JournalDrain drain, List<JournalDrain.Taken> before) {
        try {
            return drain.next();
        } catch (RuntimeException e) {
            // A part of Redis may be away: what was read from the others is not in vain.
            archive(before);
            throw e;
        }
    }

    /**
     * Archives what was taken, and empties the list.
     *
     * @return whether any of it is to be read again
     */
    private boolean archive(List<JournalDrain.Taken> group) {
        if (group.isEmpty()) {
            return false;
        }
        List<ArchiveResult> results;
        try {
            results = archive.archive(group.stream().map(JournalDrain.Taken::batch).toList());
        } catch (RuntimeException e) {
            isOneByOne = true;
            throw e;
        }
        boolean isToBeReadAgain = false;
        for (int i = 0; i < results.size(); i++) {
            JournalDrain.Taken taken = group.get(i);
            isToBeReadAgain |= !taken.drain().remove(taken.read(), results.get(i));
        }
        group.clear();
        return isToBeReadAgain;
    }
}
