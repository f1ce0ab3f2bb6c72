package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisStore;
import com.luckyfunatic.storage.scylla.AuditTrail;
import com.luckyfunatic.storage.verify.Books;
import com.luckyfunatic.storage.verify.PlayerBook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * What Redis, MySQL and ScyllaDB together keep of all players. The archive is read once per
 * partition, so players come by partition. Thread-safe.
 */
final class DistributedBooks implements Books {
    private final MySqlDatabase mySql;
    private final Partitions partitions;
    private final DistributedBook.Places places;

    /**
     * @param auditKept how long a change stays in the audit after it was written
     */
    DistributedBooks(
            MySqlDatabase mySql,
            RedisStore redis,
            AuditTrail audit,
            PlayerLoader loader,
            Partitions partitions,
            GameCodec codec,
            Duration auditKept,
            InstantSource clock) {
        this.mySql = mySql;
        this.partitions = partitions;
        places =
                new DistributedBook.Places(
                        redis.players(),
                        redis.journal(),
                        loader,
                        mySql.snapshots(),
                        mySql.operations(),
                        mySql.directory(),
                        audit,
                        codec,
                        auditKept,
                        clock);
    }

    @Override
    public long players() {
        long[] count = {0};
        mySql.snapshots().forEachPlayer(_ -> count[0]++);
        return count[0];
    }

    @Override
    public void forEach(Consumer<PlayerBook> consumer) {
        List<LongStream.Builder> players = new ArrayList<>(partitions.count());
        for (int partition = 0; partition < partitions.count(); partition++) {
            players.add(LongStream.builder());
        }
        mySql.snapshots().forEachPlayer(id -> players.get(partitions.of(new PlayerId(id))).add(id));
        for (int partition = 0; partition < partitions.count(); partition++) {
            Map<Long, Long> oldest = oldestArchived(partition);
            players.get(partition)
                    .build()
                    .forEach(id -> consumer.accept(book(new PlayerId(id), oldest)));
        }
    }

    @Override
    public PlayerBook of(PlayerId player) {
        return book(player, oldestArchived(partitions.of(player)));
    }

    private PlayerBook book(PlayerId player, Map<Long, Long> oldestArchived) {
        return new DistributedBook(
                player, oldestArchived.getOrDefault(player.value(), Long.MAX_VALUE), places);
    }

    /** Returns the lowest sequence that the archive has of each player of {@code partition}. */
    private Map<Long, Long> oldestArchived(int partition) {
        Map<Long, Long> oldest = new HashMap<>();
        mySql.archive().read(partition, 0, text -> note(text, oldest));
        return oldest;
    }

    /** An entry begins with its player and version; what does not is quarantined elsewhere. */
    private static void note(String text, Map<Long, Long> oldest) {
        String[] head = text.lines().findFirst().orElse("").split(" ", -1);
        if (head.length == 5) {
            try {
                oldest.merge(Long.parseLong(head[0]), Long.parseLong(head[3]), Math::min);
            } catch (NumberFormatException e) {
                // Not an entry.
                return;
            }
        }
    }
}
