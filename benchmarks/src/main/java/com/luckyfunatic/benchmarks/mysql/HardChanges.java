package com.luckyfunatic.benchmarks.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.mysql.HardChange;
import com.luckyfunatic.storage.mysql.Snapshot;
import com.luckyfunatic.storage.mysql.SnapshotWrite;
import com.luckyfunatic.storage.mysql.StoredOperation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Makes hard changes of the size of a purchase: about 2 KB of state and 200 bytes of answer. The
 * state is another one at each change: what stays the same, a database would not write.
 */
final class HardChanges {
    private static final long FIRST_PLAYER = 1_000_000;
    private static final long AT_MILLIS = 1_790_000_000_000L;
    private static final int CARDS = 35;
    private static final List<String> STATES = states(1_021);
    private static final String ANSWER = "{\"answer\":\"" + "a".repeat(200) + "\"}";
    private static final String FINGERPRINT = "0123456789abcdef0123456789abcdef";

    private final AtomicLong next;

    private static List<String> states(int count) {
        SplittableRandom random = new SplittableRandom(3);
        return IntStream.range(0, count).mapToObj(_ -> state(random)).toList();
    }

    /** Names of cards and numbers, as they are in a stored state. */
    private static String state(SplittableRandom random) {
        LongStream amounts = random.longs(CARDS, 0, 100_000_000_000_000L);
        return amounts.mapToObj(amount ->
                        "{\"card\":\"workshop-%02d\",\"level\":%d,\"income\":%d}"
                                .formatted(amount % CARDS, amount % 25, amount))
                .collect(Collectors.joining(",", "{\"cards\":[", "]}"));
    }

    /** Changes with ids above {@code greatestId}. */
    HardChanges(long greatestId) {
        next = new AtomicLong(Math.max(greatestId, System.currentTimeMillis() << 20));
    }

    static PlayerId player(int index) {
        return new PlayerId(FIRST_PLAYER + index);
    }

    /** Returns a new change of the player with the number {@code index}. */
    HardChange next(int index, long epoch) {
        PlayerId player = player(index);
        long id = next.incrementAndGet();
        String state = STATES.get((int) (id % STATES.size()));
        Snapshot snapshot = new Snapshot(player, epoch, id, 1, AT_MILLIS, 1, state);
        StoredOperation operation =
                new StoredOperation(
                        player,
                        new OperationId("buy-" + id),
                        id,
                        id,
                        FINGERPRINT,
                        ANSWER,
                        state,
                        AT_MILLIS,
                        true);
        return new HardChange(SnapshotWrite.of(snapshot, null), operation, List.of());
    }
}
