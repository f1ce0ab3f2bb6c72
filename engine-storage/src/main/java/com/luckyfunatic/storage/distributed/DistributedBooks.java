package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.mysql.EntryHead;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.verify.Books;
import com.luckyfunatic.storage.verify.PlayerBook;
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

    DistributedBooks(MySqlDatabase mySql, Partitions partitions, DistributedBook.Places places) {
        this.mySql = mySql;
        this.partitions = partitions;
        this.places = places;
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
        mySql.archive()
                .read(
                        partition,
                        0,
                        text -> {
                            EntryHead head = EntryHead.of(text);
                            if (head != null) {
                                oldest.merge(head.player().value(), head.sequence(), Math::min);
                            }
                        });
        return oldest;
    }
}
