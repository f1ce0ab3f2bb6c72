package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.mysql.ArchivedBatch;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisJournal;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes that the audit is not known to have for good: those in the journal, and those in the
 * archive that are not confirmed. It reads all of these of the player's partition. Thread-safe.
 */
final class UnauditedChanges {
    private static final Logger LOG = LoggerFactory.getLogger(UnauditedChanges.class);
    private static final int BATCHES_AT_ONCE = 20;

    private final RedisJournal journal;
    private final ChangeArchive archive;
    private final Partitions partitions;

    UnauditedChanges(RedisJournal journal, ChangeArchive archive, Partitions partitions) {
        this.journal = journal;
        this.archive = archive;
        this.partitions = partitions;
    }

    /**
     * A change, and how far it has come.
     *
     * @param isArchived whether it is in the archive, together with its operation
     */
    record Unaudited(JournalEntry entry, boolean isArchived) {}

    /**
     * Returns those of {@code player}; one may come several times. It reads in the order in which a
     * change wanders, and the audit is to be read after it: so what moves meanwhile is found twice,
     * not never. What cannot be understood at all is put aside elsewhere, and left out.
     */
    List<Unaudited> of(PlayerId player) {
        List<Unaudited> found = new ArrayList<>();
        for (JournalEntry entry : journal.of(player)) {
            found.add(new Unaudited(entry, false));
        }
        addArchived(player, found);
        return found;
    }

    private void addArchived(PlayerId player, List<Unaudited> found) {
        int partition = partitions.of(player);
        String prefix = player + " ";
        long position = 0;
        List<ArchivedBatch> batches;
        do {
            batches = archive.unconfirmed(partition, position, BATCHES_AT_ONCE);
            for (ArchivedBatch batch : batches) {
                for (String text : batch.entries()) {
                    if (text.startsWith(prefix)) {
                        add(text, found);
                    }
                }
                position = batch.id();
            }
        } while (batches.size() == BATCHES_AT_ONCE);
    }

    private static void add(String text, List<Unaudited> found) {
        try {
            found.add(new Unaudited(JournalEntry.parse(text), true));
        } catch (StorageCorruptException e) {
            LOG.debug("an entry that was put aside when it was archived is left out", e);
        }
    }
}
